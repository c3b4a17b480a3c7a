/* SPDX-License-Identifier: MIT */
/* presale schema: the JSON Schema of what people write, or of what -t json makes of it. */
#include "cli/run.h"
#include "model/schema.h"

#include <string.h>

enum presale_status
run_schema(struct arguments *args)
{
	const char *wanted = args->file_count ? args->files[0] : "yaml";
	struct buf out = {0};
	if (strcmp(wanted, "yaml") == 0) {
		schema_of_format(&out, args_lang_of(args, 0));
	} else if (strcmp(wanted, "json") == 0) {
		schema_of_model(&out, args_lang_of(args, 0));
	} else {
		complain(say(args, SAY_WHICH_SCHEMA, NULL, NULL)); /* names both */
		return PRESALE_USAGE;
	}
	stream_put(true, &out);
	buf_free(&out);
	return PRESALE_CLEAN;
}
