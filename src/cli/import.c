/* SPDX-License-Identifier: MIT */
/* presale import: a first process out of documents that were made elsewhere. */
#include "cli/call/library.h"
#include "cli/first.h"
#include "cli/remarks.h"
#include "cli/call/run.h"
#include "files/file_ids.h"

#include <string.h>
#include <sys/stat.h>

static void
tell(struct arguments *args, struct presale *library)
{
	struct buf out = {0};
	remarks_put(args, library, args->file_count, PRESALE_FATE_GUESSED, SAY_IMPORT_GUESSED,
		    &out);
	remarks_put(args, library, args->file_count, PRESALE_FATE_LOST, SAY_IMPORT_LOST, &out);
	call_put(false, &out);
	buf_free(&out);
	remarks_complain(args, library);
}

/* False, with a complaint, when a process may not be written to the path: known before anything is
 * read, and so before the documents say in which language. */
static bool
may_write(struct arguments *args, const char *path)
{
	struct file_ids documents = {0};
	struct stat facts;
	for (size_t i = 0; i < args->file_count; i++)
		file_ids_add(&documents, args->files[i]);
	bool over = file_ids_have(&documents, path),
	     there = lstat(path, &facts) == 0 && !args_have(args, OPTION_FORCE);
	file_ids_free(&documents);
	if (over || there)
		call_complain(call_say_in(args, args_lang_of(args, 0),
					  over ? SAY_IMPORT_OVER : SAY_IMPORT_FORCE, path, NULL));
	return !over && !there;
}

/* The language of the process, which is loaded as it will be. */
static int
process_lang(struct presale *library, const char *path, const char *text, size_t length)
{
	library_fared(library, presale_put(library, path, text, length));
	library_fared(library, presale_load(library, path));
	return (int)presale_language(library);
}

static enum presale_status
write_process(struct arguments *args, struct presale *library, const char *path, const char *text,
	      size_t length)
{
	bool screen = strcmp(path, "-") == 0;
	struct buf process = {0};
	buf_add(&process, text, length);
	int lang = process_lang(library, screen ? "process.yaml" : path, text, length);
	args->lang = args_lang_of(args, lang);
	enum presale_status status = PRESALE_CLEAN;
	if (screen)
		call_put(true, &process);
	else
		status = first_write(args, path, lang, &process);
	buf_free(&process);
	if (status == PRESALE_CLEAN)
		tell(args, library);
	return status;
}

enum presale_status
run_import(struct arguments *args)
{
	const char *path = args_value(args, OPTION_OUT_FILE), *text;
	size_t length;
	path = first_path(args, path ? path : "process.yaml");
	bool screen = strcmp(path, "-") == 0;
	if (!screen && (!first_is_named(args, path) || !may_write(args, path)))
		return PRESALE_USAGE;
	struct presale *library = library_open(args->lang);
	enum presale_status status =
	    library_fared(library, presale_import(library, args->files, args->file_count,
						  screen ? "process.yaml" : path, &text, &length));
	if (status == PRESALE_CLEAN)
		status = write_process(args, library, path, text, length);
	else {
		args->lang = args_lang_of(args, 0); /* of documents that are no process */
		tell(args, library);
	}
	presale_close(library);
	return status;
}
