/* SPDX-License-Identifier: MIT */
#include "cli/inputs.h"

#include "model/field.h"
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

struct visit {
	const struct model *model;
	void (*take)(void *data, const struct attachment *material);
	void *data;
};

/* Depth is that of the field table. */
static void
visit(const struct visit *v, const struct entity *entity)
{
	if (entity->kind == KIND_ATTACHMENT && attachment_of(entity)->href.s)
		v->take(v->data, attachment_of(entity));
	for (const struct field **field = v->model->fields[entity->kind]; *field; field++) {
		const void *value = field_value(entity, *field);
		const struct list *list = value;
		if ((*field)->type == TYPE_ONE && *(struct entity *const *)value)
			visit(v, *(struct entity *const *)value);
		else if ((*field)->type == TYPE_MANY)
			for (uint32_t i = 0; i < list->count; i++)
				if (list->items[i]->parent == entity)
					visit(v, list->items[i]);
	}
}

void
inputs_each_material(const struct model *model,
		     void (*take)(void *data, const struct attachment *material), void *data)
{
	const struct visit v = {model, take, data};
	visit(&v, &model->document->base);
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
		file_ids_add(ids, model->files[i].text.data ? "-" : model->files[i].name);
	struct adding_ids adding = {ids, model};
	if (model->file_count)
		inputs_each_material(model, add_material_id, &adding);
}
