/* SPDX-License-Identifier: MIT */
/* presale init: a first process, with its schema beside it so that editors complete and check as
 * one types. */
#include "cli/call/library.h"
#include "cli/run.h"
#include "cli/work/guard.h"
#include "files/file_set.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char process_name[] = "process.yaml", schema_name[] = "presale.schema.json";

static const struct {
	const char *name;
	const char *texts[2]; /* English, Russian */
} templates[] = {
#define TEMPLATE(name, en, ru) {name, {en, ru}},
#include "cli/templates.def"
#undef TEMPLATE
};

static const char *
template_text(struct arguments *args)
{
	const char *wanted = args_value(args, OPTION_TEMPLATE);
	size_t i = 0;
	while (wanted && i + 1 < sizeof templates / sizeof *templates &&
	       strcmp(templates[i].name, wanted) != 0)
		i++;
	return templates[i].texts[args_lang_of(args, 1)];
}

/* What is there is never written over. */
static bool
is_free(struct arguments *args, const char *folder, const char *name)
{
	struct stat facts;
	const char *path = arena_printf(&args->arena, "%s/%s", folder, name);
	if (lstat(path, &facts) != 0)
		return true;
	call_complain(call_say(args, SAY_EXISTS, path, NULL));
	return false;
}

static bool
write_files(struct arguments *args, struct file_set *files, const char **failed)
{
	const char *text = template_text(args);
	struct presale *library = library_open(args_lang_of(args, 1));
	const char *schema;
	size_t length;
	presale_schema(library, "yaml", &schema, &length);
	*failed = process_name;
	bool ok = file_set_write(files, NULL, process_name, text, strlen(text)) &&
		  file_set_write(files, NULL, schema_name, schema, length) &&
		  file_set_commit(files, failed);
	presale_close(library);
	return ok;
}

enum presale_status
run_init(struct arguments *args)
{
	const char *folder = args->file_count ? args->files[0] : ".", *failed = NULL;
	if (!is_free(args, folder, process_name) || !is_free(args, folder, schema_name))
		return PRESALE_USAGE;
	struct file_set *files = file_set_new(folder);
	struct guard guard = {0};
	guard_begin(&guard, files);
	bool ok = write_files(args, files, &failed);
	int error = errno;
	struct buf list = {0};
	for (size_t i = 0; ok && file_set_name(files, i); i++)
		call_put_line(&list, file_set_name(files, i));
	if (ok)
		call_put(true, &list);
	else
		call_complain(
		    call_say(args, SAY_CANNOT_WRITE, failed, call_say_error(args, error)));
	buf_free(&list);
	guard_end(&guard);
	return ok ? PRESALE_CLEAN : PRESALE_USAGE;
}
