/* SPDX-License-Identifier: MIT */
#include "cli/first.h"

#include "cli/call/library.h"
#include "cli/work/guard.h"
#include "files/file_set.h"

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

static void
say_next(struct arguments *args, const char *path)
{
	struct buf out = {0};
	const char *word = shell_word(&args->arena, path);
	static const enum say lines[] = {SAY_FIRST_CHECK, SAY_FIRST_BUILD, SAY_FIRST_KEYS};
	call_put_line(&out, path);
	call_put_line(&out, call_say(args, SAY_FIRST_NEXT, NULL, NULL));
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		call_put_line(
		    &out, arena_printf(&args->arena, "  %s", call_say(args, lines[i], word, NULL)));
	call_put(true, &out);
	buf_free(&out);
}

enum presale_status
first_write(struct arguments *args, const char *path, int lang, const struct buf *process)
{
	const char *name, *folder = split(&args->arena, path, &name), *failed = name;
	struct buf text = {0};
	put_head(args, name, lang, &text);
	buf_add(&text, buf_text(process), process->length);
	struct file_set *files = file_set_new(folder);
	struct guard guard = {0};
	guard_begin(&guard, files);
	bool ok = file_set_write(files, NULL, name, text.data, text.length) &&
		  add_schema(args, folder, lang, files) && file_set_commit(files, &failed);
	int error = errno;
	if (ok)
		say_next(args, path);
	else
		call_complain(
		    call_say(args, SAY_CANNOT_WRITE, failed, call_say_error(args, error)));
	guard_end(&guard);
	buf_free(&text);
	return ok ? PRESALE_CLEAN : PRESALE_USAGE;
}
