/* SPDX-License-Identifier: MIT */
#include "files/written.h"

#include "files/file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

const char written_list[] = ".presale-manifest";

/* The largest list that is read, in bytes. */
enum { LARGEST = 64 << 20 };

bool
written_open(const char *folder, struct buf *text)
{
	struct arena scratch = {0};
	struct stat facts;
	const char *path = arena_printf(&scratch, "%s/%s", folder, written_list);
	bool ok = true;
	if (lstat(path, &facts) != 0)
		ok = errno == ENOENT || errno == ENOTDIR;
	else if (S_ISREG(facts.st_mode)) /* else something of another's */
		ok = facts.st_size <= LARGEST && file_read(path, text) == FILE_OK;
	arena_free(&scratch);
	return ok;
}

/* True for a name that a build could have given: the stem and more, within the folder and no hidden
 * part. */
static bool
is_output_name(const char *name, const char *stem, size_t length)
{
	if (!length || *stem == '.' || strncmp(name, stem, length) != 0 ||
	    !strchr(".-/", name[length]) || !name[length])
		return false;
	for (const char *part = name; part; part = strchr(part, '/') ? strchr(part, '/') + 1 : NULL)
		if (!*part || *part == '.' || *part == '/')
			return false;
	for (; *name; name++)
		if ((unsigned char)*name < ' ' || *name == 0x7F)
			return false;
	return true;
}

bool
written_read(char *line, struct written_entry *entry)
{
	char *output = strchr(line, '\t'), *name = output ? strchr(output + 1, '\t') : NULL,
	     *mark = name ? strchr(name + 1, '\t') : NULL;
	if (!mark || strspn(mark + 1, "0123456789abcdef") != FILE_MARK_SIZE - 1 ||
	    mark[FILE_MARK_SIZE])
		return false;
	*name = *mark = '\0';
	*entry = (struct written_entry){line, name + 1, mark + 1};
	return output[1] && is_output_name(name + 1, line, (size_t)(output - line));
}

static void
look_into(struct written_lists *lists, char *folder)
{
	struct buf text = {0};
	if (map_get(&lists->folders, folder))
		return;
	*map_at(&lists->folders, folder) = lists;
	written_open(folder, &text); /* without it nothing is known to be written there */
	char *rest, *copy = arena_copy(&lists->arena, buf_text(&text), text.length);
	for (char *line = strtok_r(copy, "\r\n", &rest); line;
	     line = strtok_r(NULL, "\r\n", &rest)) {
		struct written_entry entry;
		if (written_read(line, &entry))
			*map_at(&lists->files,
				arena_printf(&lists->arena, "%s/%s", folder, entry.name)) = folder;
	}
	buf_free(&text);
}

const char *
written_into(struct written_lists *lists, const char *root, const char *file)
{
	for (const char *slash = file + (root[1] ? strlen(root) : 0); slash;
	     slash = strchr(slash + 1, '/'))
		look_into(lists, arena_copy(&lists->arena, file, (size_t)(slash - file)));
	return map_get(&lists->files, file);
}

void
written_lists_free(struct written_lists *lists)
{
	map_free(&lists->folders);
	map_free(&lists->files);
	arena_free(&lists->arena);
}
