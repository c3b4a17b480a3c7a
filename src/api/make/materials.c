/* SPDX-License-Identifier: MIT */
#include "api/make/materials.h"

#include "files/pattern.h"
#include "model/addresses.h"
#include "model/fields.h"
#include "model/visit.h"
#include "text/uri.h"

#include <string.h>

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
materials_each(const struct model *model,
	       void (*take)(void *data, const struct attachment *material), void *data)
{
	static const struct visitor visitor = {.thing = take_material};
	struct taking taking = {take, data};
	visit(model, &model->document->base, &visitor, &taking);
}

struct input_list {
	struct arena *arena;
	const struct model *model;
	struct presale_input *items;
	size_t count;
};

static void
add(struct input_list *l, struct presale_input input)
{
	l->items = arena_grow(l->arena, l->items, l->count, 1, sizeof *l->items);
	l->items[l->count++] = input;
}

static void
add_material(void *data, const struct attachment *material)
{
	struct input_list *l = data;
	const char *path = addresses_path(l->arena, l->model, &material->href);
	if (path)
		add(l, (struct presale_input){.kind = PRESALE_INPUT_MATERIAL, .path = path});
}

const struct presale_input *
materials_inputs(struct presale *context, size_t *count)
{
	const struct model *model = context->model;
	struct input_list l = {.arena = context_gift(context, GIFT_INPUTS), .model = model};
	if (!model)
		return NULL;
	for (uint32_t i = 0; i < model->file_count; i++)
		add(&l, (struct presale_input){
			    .kind = PRESALE_INPUT_SOURCE,
			    .path = model->files[i].is_input ? "-" : model->files[i].name});
	for (uint32_t i = 0; i < model->sought_count; i++)
		add(&l, (struct presale_input){.kind = PRESALE_INPUT_SOUGHT,
					       .path = model->sought[i].text,
					       .within = model->sought[i].within,
					       .without = model->sought[i].without});
	if (model->file_count)
		materials_each(model, add_material, &l);
	*count = l.count;
	return l.items;
}
