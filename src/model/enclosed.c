/* SPDX-License-Identifier: MIT */
#include "model/enclosed.h"

#include "files/file.h"
#include "files/path.h"
#include "model/fields.h"
#include "model/visit.h"
#include "support/map.h"
#include "support/utf8.h"
#include "text/uri.h"

#include <string.h>
#include <sys/stat.h>

struct enclosed {
	struct arena arena;
	struct map texts; /* by a material's address in the model */
	size_t length;    /* of all, in characters */
	uint32_t left;
};

struct enclosing {
	const struct model *model;
	const struct addresses *addresses;
	struct enclosed *enclosed;
	const char *root; /* real path of the folder that all must lie in, or NULL */
	const struct overlays *overlays;
	struct map read; /* real path → the text of the file, or "" where none is printed */
	struct arena scratch;
};

static const char utf8_mark[] = "\xEF\xBB\xBF";

/* What documents can print, by the end of the name. */
static const struct {
	const char *end;
	bool plain; /* a line is a line */
} forms[] = {{".md", false}, {".markdown", false}, {".txt", true}, {NULL, false}};

static bool
ends_in(struct arena *arena, const char *path, const char *end)
{
	size_t length = strlen(path), size = strlen(end);
	return length > size && strcmp(utf8_fold(arena, path + length - size, FOLD_CASE), end) == 0;
}

/* The row of forms for a path; the last, without an end, for others. */
static size_t
form_of(struct arena *arena, const char *path)
{
	size_t form = 0;
	while (forms[form].end && !ends_in(arena, path, forms[form].end))
		form++;
	return form;
}

/* Reads a checklist that lies where it must and may be short; false without one. What is there and
 * long is left. */
static bool
read_checklist(struct enclosing *e, const char *real, struct buf *out)
{
	struct stat facts;
	if (!e->root || !path_is_within(real, e->root))
		return false;
	const struct buf *overlay = overlays_find(e->overlays, real);
	if (overlay) {
		buf_add(out, overlay->data, overlay->length);
		return overlay->length > 0;
	}
	if (stat(real, &facts) != 0 || !S_ISREG(facts.st_mode) || !facts.st_size)
		return false;
	if ((size_t)facts.st_size > (size_t)ENCLOSED_LIMIT * UTF8_MAX) {
		e->enclosed->left++;
		return false;
	}
	return file_read(real, out) == FILE_OK;
}

/* With line ends of one sort, which in plain text stay where they are: CommonMark has it that two
 * blanks before one keep it. */
static void
tidy(struct arena *arena, struct buf *text, bool plain)
{
	const char *from = arena_copy(arena, buf_text(text), text->length);
	from += strncmp(from, utf8_mark, sizeof utf8_mark - 1) == 0 ? sizeof utf8_mark - 1 : 0;
	buf_clear(text);
	for (; *from; from++) {
		if (*from == '\r' && from[1] == '\n')
			continue;
		if (*from == '\n' && plain)
			buf_puts(text, "  ");
		buf_putc(text, *from == '\r' ? '\n' : *from);
	}
}

/* Behind the title, where the text begins with it as a heading: the document has it already. */
static const char *
behind_title(struct arena *arena, const char *text, const char *title)
{
	text += strspn(text, "\n");
	if (strncmp(text, "# ", 2) != 0)
		return text;
	size_t length = strcspn(text + 2, "\n");
	const char *heading = arena_copy(arena, text + 2, length);
	bool same =
	    strcmp(utf8_fold(arena, heading, FOLD_CASE), utf8_fold(arena, title, FOLD_CASE)) == 0;
	return same ? text + 2 + length : text;
}

/* Keeps the text of a checklist that was read, or leaves it. */
static const char *
kept_text(struct enclosing *e, struct buf *text, const struct attachment *material, bool plain)
{
	struct enclosed *enclosed = e->enclosed;
	size_t count = 0;
	bool sound = utf8_valid(buf_text(text), text->length) == text->length;
	if (sound) {
		tidy(&e->scratch, text, plain);
		count = utf8_count(buf_text(text), text->length);
	}
	if (!sound || count > ENCLOSED_LIMIT || count > ENCLOSED_LIMIT_OF_ALL - enclosed->length) {
		enclosed->left++;
		return "";
	}
	enclosed->length += count;
	const char *address = addresses_seen(e->addresses, material->href.s),
		   *slash = strrchr(address, '/'),
		   *start =
		       slash ? arena_copy(&e->scratch, address, (size_t)(slash - address) + 1) : "";
	const char *body = behind_title(&e->scratch, buf_text(text), entity_name(&material->base));
	return arena_string(&enclosed->arena, addresses_moved(&e->scratch, body, start));
}

static void
enclose(struct enclosing *e, const struct attachment *material)
{
	const struct text *href = &material->href;
	const char *path = addresses_path(&e->scratch, e->model, href),
		   *real = path ? path_real(&e->scratch, path) : NULL;
	size_t form = real ? form_of(&e->scratch, path) : 0;
	if (!real || !forms[form].end || !uri_is_relative(href->s))
		return;
	const char **place = (const char **)map_at(&e->read, real);
	if (!*place) {
		struct buf text = {0};
		bool read = read_checklist(e, real, &text);
		*place = read ? kept_text(e, &text, material, forms[form].plain) : "";
		buf_free(&text);
	}
	if (**place)
		*(const char **)map_at_number(&e->enclosed->texts, (uintptr_t)href->s) = *place;
}

static bool
take_thing(void *data, const struct entity *entity)
{
	struct enclosing *e = data;
	if (entity->kind == KIND_ATTACHMENT && attachment_of(entity)->href.s &&
	    attachment_of(entity)->kind.value == ATTACHMENT_KIND_CHECKLIST)
		enclose(e, attachment_of(entity));
	return true;
}

struct enclosed *
enclosed_new(const struct model *model, const struct addresses *addresses,
	     const struct overlays *overlays)
{
	static const struct visitor visitor = {.thing = take_thing};
	struct enclosed *enclosed = memory_alloc(sizeof *enclosed);
	*enclosed = (struct enclosed){0};
	struct enclosing e = {
	    .model = model, .addresses = addresses, .enclosed = enclosed, .overlays = overlays};
	e.root = path_real(&enclosed->arena, *model->root ? model->root : ".");
	visit(model, &model->document->base, &visitor, &e);
	map_free(&e.read);
	arena_free(&e.scratch);
	return enclosed;
}

void
enclosed_free(struct enclosed *enclosed)
{
	if (enclosed) {
		map_free(&enclosed->texts);
		arena_free(&enclosed->arena);
	}
	memory_free(enclosed);
}

const char *
enclosed_text(const struct enclosed *enclosed, const struct attachment *material)
{
	return enclosed && material->href.s
		   ? map_get_number(&enclosed->texts, (uintptr_t)material->href.s)
		   : NULL;
}

uint32_t
enclosed_left(const struct enclosed *enclosed)
{
	return enclosed ? enclosed->left : 0;
}
