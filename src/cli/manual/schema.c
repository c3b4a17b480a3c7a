/* SPDX-License-Identifier: MIT */
/* presale schema: the JSON Schema of what people write, or of what -t json makes of it. */
#include "cli/call/library.h"
#include "cli/call/run.h"

enum presale_status
run_schema(struct arguments *args)
{
	const char *wanted = args->file_count ? args->files[0] : "yaml", *text;
	size_t length;
	struct presale *library = library_open(args_lang_of(args, 0));
	enum presale_status status = presale_schema(library, wanted, &text, &length);
	struct buf out = {0};
	if (status == PRESALE_CLEAN) {
		buf_add(&out, text, length);
		call_put(true, &out);
	} else {
		call_complain(call_say(args, SAY_WHICH_SCHEMA, NULL, NULL)); /* names both */
	}
	buf_free(&out);
	presale_close(library);
	return status;
}
