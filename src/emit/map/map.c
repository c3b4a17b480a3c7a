/* SPDX-License-Identifier: MIT */
#include "emit/map/map.h"

/* The file under way. */
struct map_file {
	struct emission *emission;
	const char *which, *ending;
	unsigned part; /* 1 for the first file of the map */
};

static const char *
suffix_of(const struct map_file *file)
{
	struct arena *arena = &file->emission->arena;
	const char *part = file->part > 1 ? arena_printf(arena, "-%u", file->part) : "";
	return arena_printf(arena, "%s%s%s", file->which, part, file->ending);
}

static void
emit_map(struct emission *emission, enum outline_scope scope, const char *ending,
	 map_writer *writer)
{
	struct map_file file = {.emission = emission,
				.which = scope == OUTLINE_GENERAL ? "-general" : "-detailed",
				.ending = ending,
				.part = 1};
	struct arena arena = {0};
	struct outline outline;
	struct buf out = {0};
	outline_start(&outline, &emission->view, scope, &arena);
	outline.file = &file;
	writer(&outline, &out);
	map_part(&outline, &out);
	outline_free(&outline);
	arena_free(&arena);
}

/* Those that --map asks for, the detailed one in a scope. */
static void
emit_maps(struct emission *emission, enum outline_scope detailed, const char *ending,
	  map_writer *writer)
{
	enum map_choice map = emission->options->view.map;
	emission->partial = map != MAP_BOTH;
	if (map != MAP_DETAILED)
		emit_map(emission, OUTLINE_GENERAL, ending, writer);
	if (map != MAP_GENERAL)
		emit_map(emission, detailed, ending, writer);
}

void
map_emit(struct emission *emission, const char *ending, map_writer *writer)
{
	emit_maps(emission, OUTLINE_DETAILED, ending, writer);
}

void
map_emit_drawn(struct emission *emission, const char *ending, map_writer *writer)
{
	emit_maps(emission, OUTLINE_DRAWN, ending, writer);
}

void
map_flush(const struct outline *outline, struct buf *out)
{
	if (out->length >= EMISSION_PIECE)
		emission_spill(outline->file->emission, suffix_of(outline->file), out, 0);
}

void
map_part(const struct outline *outline, struct buf *out)
{
	struct map_file *file = outline->file;
	emission_write(file->emission, suffix_of(file), out);
	file->part++;
}

void
map_notice(const struct outline *outline, enum notice_kind kind, unsigned long number)
{
	const struct map_file *file = outline->file;
	emission_notice(file->emission, kind,
			arena_printf(outline->arena, "%s%s", file->which, file->ending), number);
}
