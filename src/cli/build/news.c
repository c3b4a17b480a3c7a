/* SPDX-License-Identifier: MIT */
/* What a build tells --watch and --serve. */
#include "cli/build/building.h"

void
news_add_file(struct build_news *news, const char *name)
{
	struct arena *arena = &news->inputs.arena;
	news->files = arena_grow(arena, news->files, news->file_count, 1, sizeof *news->files);
	news->files[news->file_count++] = arena_string(arena, name);
}

void
news_add_materials(struct build_news *news, const struct session *session)
{
	size_t count;
	struct arena *arena = &news->inputs.arena;
	const struct presale_material *materials = presale_materials(session->library, &count);
	news->materials = arena_grow(arena, news->materials, news->material_count, count,
				     sizeof *news->materials);
	for (size_t i = 0; i < count; i++)
		news->materials[news->material_count++] =
		    (struct material){.address = arena_string(arena, materials[i].address),
				      .path = arena_string(arena, materials[i].path),
				      .root = arena_string(arena, materials[i].root)};
}

void
build_add_news(struct build *build, const struct session *session)
{
	inputs_add(&build->news->inputs, session->library);
	session_text(session, build->judging.most_shown, false, &build->news->findings);
}

void
build_news_free(struct build_news *news)
{
	buf_free(&news->findings);
	arena_free(&news->inputs.arena);
}
