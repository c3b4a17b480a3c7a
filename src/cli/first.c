/* SPDX-License-Identifier: MIT */
#include "cli/first.h"

#include "cli/call/library.h"
#include "cli/work/guard.h"
#include "files/file.h"
#include "files/file_set.h"
#include "files/path.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* Out of sight; the first line of the process tells editors where it is. */
static const char schema_name[] = ".presale/schema.json";

static bool
is_there(const char *path)
{
	struct stat facts;
	return lstat(path, &facts) == 0;
}

const char *
first_path(struct arguments *args, const char *path)
{
	struct stat facts;
	size_t length = strlen(path);
	bool ends = length && path[length - 1] == '/';
	if (!ends && (stat(path, &facts) != 0 || !S_ISDIR(facts.st_mode)))
		return path;
	return arena_printf(&args->arena, ends ? "%s%s" : "%s/%s", path, "process.yaml");
}

bool
first_is_named(struct arguments *args, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path,
		   *end = strrchr(name, '.');
	if (!end || end == name || strcmp(end, ".yaml") == 0 || strcmp(end, ".yml") == 0)
		return true;
	call_complain(call_say(args, SAY_FIRST_NAME, path,
			       arena_printf(&args->arena, "%.*s.yaml", (int)(end - path), path)));
	return false;
}

bool
first_is_free(struct arguments *args, const char *path)
{
	if (is_there(path))
		call_complain(call_say(args, SAY_EXISTS, path, NULL));
	return !is_there(path);
}

/* A path as a shell takes it for one word. */
static const char *
shell_word(struct arena *arena, const char *path)
{
	struct buf word = {0};
	if (*path == '-') /* an option to whoever reads it */
		path = arena_printf(arena, "./%s", path);
	if (!path[strcspn(path, " \t\n'\"\\$`&|;<>()*?[]#~!{}")])
		return path;
	buf_putc(&word, '\'');
	for (; *path; path++)
		if (*path == '\'')
			buf_puts(&word, "'\\''");
		else
			buf_putc(&word, *path);
	buf_putc(&word, '\'');
	const char *kept = arena_copy(arena, buf_text(&word), word.length);
	buf_free(&word);
	return kept;
}

/* The folder of a path; *name is the rest. */
static const char *
split(struct arena *arena, const char *path, const char **name)
{
	const char *slash = strrchr(path, '/');
	*name = slash ? slash + 1 : path;
	if (!slash)
		return ".";
	return slash == path ? "/" : arena_copy(arena, path, (size_t)(slash - path));
}

static void
put_comment(struct buf *out, const char *line)
{
	buf_puts(out, "# ");
	call_put_line(out, line);
}

/* What stands above the process; it is read in the folder of the file. */
static void
put_head(struct arguments *args, const char *name, int lang, struct buf *out)
{
	const char *word = shell_word(&args->arena, name);
	buf_printf(out, "# yaml-language-server: $schema=%s\n", schema_name);
	put_comment(out, call_say_in(args, lang, SAY_FIRST_COMMENTS, NULL, NULL));
	put_comment(out, call_say_in(args, lang, SAY_FIRST_CHECK, word, NULL));
	put_comment(out, call_say_in(args, lang, SAY_FIRST_BUILD, word, NULL));
	put_comment(out, call_say_in(args, lang, SAY_FIRST_KEYS, NULL, NULL));
}

/* The schema stays as it is when a process beside has brought it. */
static bool
add_schema(struct arguments *args, const char *folder, int lang, struct file_set *files)
{
	size_t length;
	const char *schema;
	if (is_there(arena_printf(&args->arena, "%s/%s", folder, schema_name)))
		return true;
	struct presale *library = library_open(lang);
	library_fared(library, presale_schema(library, "yaml", &schema, &length));
	bool ok = file_set_write(files, NULL, schema_name, schema, length);
	presale_close(library);
	return ok;
}

/* What comes next with what is at the path. */
static void
say_next(struct arguments *args, const char *path, const enum say *lines, size_t count)
{
	struct buf out = {0};
	const char *word = shell_word(&args->arena, path);
	call_put_line(&out, path);
	call_put_line(&out, call_say(args, lines[0], NULL, NULL));
	for (size_t i = 1; i < count; i++)
		call_put_line(
		    &out, arena_printf(&args->arena, "  %s", call_say(args, lines[i], word, NULL)));
	call_put(true, &out);
	buf_free(&out);
}

/* A file, with the schema beside it in the language of the process; LANG_OPEN: without one. */
static bool
place(struct arguments *args, const char *path, const struct buf *bytes, int schema_lang)
{
	struct stat facts;
	bool linked = lstat(path, &facts) == 0 && S_ISLNK(facts.st_mode);
	const char *at = linked ? path_real(&args->arena, path) : path, *name,
		   *folder = split(&args->arena, at ? at : path, &name), *failed = name;
	if (file_is_special(path)) {
		bool poured = file_pour(path, bytes->data, bytes->length);
		if (!poured)
			call_complain(
			    call_say(args, SAY_CANNOT_WRITE, path, call_say_error(args, errno)));
		return poured;
	}
	struct file_set *files = file_set_new(folder);
	struct guard guard = {0};
	guard_begin(&guard, files);
	bool ok = file_set_write(files, NULL, name, bytes->data, bytes->length) &&
		  (schema_lang == LANG_OPEN || add_schema(args, folder, schema_lang, files)) &&
		  file_set_commit(files, &failed);
	if (!ok)
		call_complain(
		    call_say(args, SAY_CANNOT_WRITE, failed, call_say_error(args, errno)));
	guard_end(&guard);
	return ok;
}

enum presale_status
first_write(struct arguments *args, const char *path, int lang, const struct buf *process)
{
	static const enum say lines[] = {SAY_FIRST_NEXT, SAY_FIRST_CHECK, SAY_FIRST_BUILD,
					 SAY_FIRST_KEYS};
	const char *name;
	struct buf text = {0};
	split(&args->arena, path, &name);
	put_head(args, name, lang, &text);
	buf_add(&text, buf_text(process), process->length);
	bool ok = place(args, path, &text, lang);
	if (ok)
		say_next(args, path, lines, sizeof lines / sizeof *lines);
	buf_free(&text);
	return ok ? PRESALE_CLEAN : PRESALE_USAGE;
}

enum presale_status
first_write_book(struct arguments *args, const char *path, const char *bytes, size_t length)
{
	static const enum say lines[] = {SAY_FIRST_FILL, SAY_FIRST_IMPORT};
	struct buf book = {0};
	buf_add(&book, bytes, length);
	bool ok = place(args, path, &book, LANG_OPEN);
	if (ok)
		say_next(args, path, lines, sizeof lines / sizeof *lines);
	buf_free(&book);
	return ok ? PRESALE_CLEAN : PRESALE_USAGE;
}
