/* SPDX-License-Identifier: MIT */
#include "cli/work/inputs.h"

#include "model/visit.h"
#include "text/uri.h"
#include "files/pattern.h"

#include <string.h>

static void
add(struct patterns *patterns, const struct pattern *pattern)
{
	struct arena *arena = &patterns->arena;
	patterns->items =
	    arena_grow(arena, patterns->items, patterns->count, 1, sizeof *patterns->items);
	struct pattern *copy = &patterns->items[patterns->count++];
	copy->text = arena_string(arena, pattern->text);
	copy->within = pattern->within ? arena_string(arena, pattern->within) : NULL;
	copy->without = pattern->without ? arena_string(arena, pattern->without) : NULL;
}

void
inputs_add_path(struct patterns *patterns, const char *path)
{
	add(patterns, &(struct pattern){.text = pattern_from_path(&patterns->arena, path)});
}

struct taking {
	void (*take)(void *data, const struct attachment *material);
	void *data;
};

static bool
take_material(void *data, const struct entity *entity)
{
	const struct taking *taking = data;
	if (entity->kind == KIND_ATTACHMENT && attachment_of(entity)->href.s)
		taking->take(taking->data, attachment_of(entity));
	return true;
}

void
inputs_each_material(const struct model *model,
		     void (*take)(void *data, const struct attachment *material), void *data)
{
	static const struct visitor visitor = {.thing = take_material};
	struct taking taking = {take, data};
	visit(model, &model->document->base, &visitor, &taking);
}

/* Where a material lies: its address is relative to the file that names it. NULL when it is not on
 * the disk. In arena. */
static const char *
material_path(struct arena *arena, const struct model *model, const struct attachment *material)
{
	const char *href = material->href.s, *file = model->files[material->href.pos.file].name,
		   *slash = strrchr(file, '/');
	if (href[0] == '/' && href[1] != '/')
		return uri_path(arena, href);
	if (!uri_is_relative(href))
		return NULL;
	return arena_printf(arena, "%.*s%s", slash ? (int)(slash - file) + 1 : 0, file,
			    uri_path(arena, href));
}

struct adding {
	struct patterns *patterns;
	const struct model *model;
};

static void
add_material(void *data, const struct attachment *material)
{
	const struct adding *adding = data;
	const char *path = material_path(&adding->patterns->arena, adding->model, material);
	if (path)
		inputs_add_path(adding->patterns, path);
}

void
inputs_add(struct patterns *patterns, const struct model *model)
{
	for (uint32_t i = 0; i < model->sought_count; i++)
		add(patterns, &model->sought[i]);
	struct adding adding = {patterns, model};
	if (model->file_count)
		inputs_each_material(model, add_material, &adding);
}

struct adding_ids {
	struct file_ids *ids;
	const struct model *model;
};

static void
add_material_id(void *data, const struct attachment *material)
{
	const struct adding_ids *adding = data;
	struct arena scratch = {0};
	const char *path = material_path(&scratch, adding->model, material);
	if (path)
		file_ids_add(adding->ids, path);
	arena_free(&scratch);
}

void
inputs_add_ids(struct file_ids *ids, const struct model *model)
{
	for (uint32_t i = 0; i < model->file_count; i++)
		file_ids_add(ids, model->files[i].is_input ? "-" : model->files[i].name);
	struct adding_ids adding = {ids, model};
	if (model->file_count)
		inputs_each_material(model, add_material_id, &adding);
}
