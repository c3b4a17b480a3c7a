/* SPDX-License-Identifier: MIT */
#include "api/make/bundle.h"

#include "api/make/materials.h"
#include "files/file.h"
#include "files/path.h"
#include "model/addresses.h"
#include "model/fields.h"
#include "support/map.h"
#include "support/utf8.h"
#include "text/uri.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

const char bundle_output[] = "bundle";

/* A file that goes along. */
struct bundled {
	const char *suffix; /* behind the stem */
	const char *path;   /* real */
	struct bundled *next;
};

/* A material that stays. */
struct bundle_left {
	enum notice_kind why;
	const char *href;
	struct bundle_left *next;
};

struct bundle_list {
	struct bundled *files, **file_end;
	struct bundle_left *left, **left_end;
};

struct bundling {
	const struct overlays *overlays;
	struct shown *shown;
	struct bundle_list *bundle;
	const char *root; /* real path of the folder that all must lie in, or NULL */
	struct map files; /* real path → its address beside the outputs; "": it stays */
	struct map names; /* without regard to case: those that are taken */
	size_t size;      /* of all */
	struct arena scratch;
};

/* The last part of a path, without what no list of files could hold. */
static char *
base_name(struct arena *arena, const char *path)
{
	char *name = arena_string(arena, strrchr(path, '/') + 1);
	*name = *name == '.' ? '_' : *name; /* a list of files names none that is hidden */
	for (char *at = name; *at; at++)
		*at = (unsigned char)*at < ' ' || *at == 0x7f ? '_' : *at;
	return name;
}

/* A name that no other file of the bundle has: brief.md, brief-2.md, … */
static const char *
free_name(struct bundling *b, const char *path)
{
	struct arena *arena = &b->shown->arena;
	const char *name = base_name(arena, path), *dot = strrchr(name, '.'), *tried = name;
	int length = (int)(dot && dot > name ? (size_t)(dot - name) : strlen(name));
	for (unsigned number = 2;; number++) {
		void **place = map_at(&b->names, utf8_fold(arena, tried, FOLD_CASE));
		if (!*place) {
			*place = b;
			return tried;
		}
		tried = arena_printf(arena, "%.*s-%u%s", length, name, number, name + length);
	}
}

/* Why a file cannot go along, or NOTICE_COUNT; with its size. */
static enum notice_kind
fault_of(const struct bundling *b, const char *path, size_t *size)
{
	struct stat facts;
	if (!path || !b->root || !path_is_within(path, b->root))
		return NOTICE_BUNDLE_OUTSIDE;
	const struct buf *overlay = overlays_find(b->overlays, path);
	if (!overlay && (stat(path, &facts) != 0 || !S_ISREG(facts.st_mode)))
		return NOTICE_BUNDLE_MISSING;
	*size = overlay ? overlay->length : (size_t)facts.st_size;
	return *size > BUNDLE_LIMIT || *size > BUNDLE_LIMIT_OF_ALL - b->size ? NOTICE_BUNDLE_LARGE
									     : NOTICE_COUNT;
}

static void
leave(struct bundling *b, enum notice_kind why, const char *href)
{
	struct bundle_left *left = arena_alloc(&b->shown->arena, sizeof *left);
	*left = (struct bundle_left){why, href, NULL};
	*b->bundle->left_end = left;
	b->bundle->left_end = &left->next;
}

/* Where a file is to be found beside the outputs; "" when it stays. */
static const char *
add_file(struct bundling *b, const char *path, const char *href)
{
	struct arena *arena = &b->shown->arena;
	size_t size = 0;
	enum notice_kind fault = fault_of(b, path, &size);
	if (fault != NOTICE_COUNT) {
		leave(b, fault, href);
		return "";
	}
	const char *name = free_name(b, path);
	struct bundled *file = arena_alloc(arena, sizeof *file);
	*file = (struct bundled){arena_printf(arena, "-materials/%s", name), path, NULL};
	*b->bundle->file_end = file;
	b->bundle->file_end = &file->next;
	b->size += size;
	struct buf address = {0};
	buf_printf(&address, "%s-materials/", b->shown->stem);
	uri_add_path(&address, name, URI_LETTERS);
	const char *kept = arena_string(arena, buf_text(&address));
	buf_free(&address);
	return kept;
}

/* What of an address follows the path of the file: «#part». */
static const char *
rest_of(const char *href)
{
	return href + strcspn(href, "?#");
}

static void
take_material(void *data, const struct attachment *material)
{
	struct bundling *b = data;
	const char *href = material->href.s,
		   *found = addresses_path(&b->scratch, b->shown->model, &material->href);
	if (!found || !uri_is_relative(href))
		return;
	const char *path = path_real(&b->shown->arena, found);
	const char **place = (const char **)map_at(&b->files, path ? path : found);
	if (!*place)
		*place = add_file(b, path, href);
	if (**place)
		addresses_move(b->shown->addresses, href,
			       arena_printf(&b->shown->arena, "%s%s", *place, rest_of(href)));
}

struct bundle_list *
bundle_new(const struct presale *context, struct shown *shown)
{
	struct bundle_list *bundle = arena_alloc(&shown->arena, sizeof *bundle);
	bundle->file_end = &bundle->files;
	bundle->left_end = &bundle->left;
	struct bundling b = {.overlays = &context->overlays, .shown = shown, .bundle = bundle};
	b.root = path_real(&shown->arena, *shown->model->root ? shown->model->root : ".");
	materials_each(shown->model, take_material, &b);
	map_free(&b.files);
	map_free(&b.names);
	arena_free(&b.scratch);
	return bundle;
}

static bool
read_file(const struct bundled *file, const struct overlays *overlays, struct buf *out)
{
	const struct buf *overlay = overlays_find(overlays, file->path);
	if (overlay)
		buf_add(out, overlay->data, overlay->length);
	return overlay || file_read(file->path, out) == FILE_OK;
}

void
bundle_emit(const struct bundle_list *bundle, const struct overlays *overlays,
	    struct emission *emission)
{
	for (const struct bundled *file = bundle->files; file; file = file->next) {
		struct buf bytes = {0};
		errno = 0;
		if (!read_file(file, overlays, &bytes)) {
			emission_fail(emission, file->suffix, errno);
			buf_free(&bytes);
			return;
		}
		emission_write(emission, file->suffix, &bytes);
		if (emission->take)
			emission->take(emission);
	}
	for (const struct bundle_left *left = bundle->left; left; left = left->next)
		emission_notice_of(emission, left->why, "-materials", left->href);
}
