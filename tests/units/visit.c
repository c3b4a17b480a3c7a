/* SPDX-License-Identifier: MIT */
/* visit FILE: the walk over a process, a line each: the things, and the leaves that were asked for
 * (texts, references, dates), with their places. Then the same process with every text shouted
 * through the writable walk, and with its references to one thing dropped. */
#include "load/load.h"
#include "model/fields.h"
#include "model/visit.h"

#include <stdio.h>

static bool
put_thing(void *data, const struct entity *entity)
{
	(void)data;
	printf("%s %s\n", kind_info(entity->kind)->member, entity_name(entity));
	return entity->kind != KIND_RETROSPECTIVE;
}

static bool
is_told(void *data, const struct entity *entity, const struct field *field)
{
	(void)data, (void)entity;
	return !(field->flags & F_SETTING);
}

static void
put_leaf(void *data, const struct entity *entity, const struct leaf *leaf)
{
	(void)data;
	printf("  %s.%s %u/%u ", kind_info(entity->kind)->member, leaf->field->member,
	       (unsigned)leaf->item + 1, (unsigned)leaf->count);
	if (leaf->type == LEAF_REF)
		printf("-> %s", leaf_ref(leaf)->raw);
	else if (leaf->type == LEAF_THING)
		printf("holds %s", entity_name(leaf_thing(leaf)));
	else if (leaf->type == LEAF_DATE)
		printf("day %d", (int)((const struct date *)leaf->value)->day);
	else
		printf("%s%s%s", leaf->key ? leaf->key->raw : "", leaf->key ? ": " : "",
		       leaf_text(leaf)->s);
	printf("\n");
}

static void
shout(void *data, struct entity *entity, const struct leaf *leaf, void *place)
{
	struct model *model = data;
	struct text *text = place;
	(void)entity, (void)leaf;
	text->s = arena_printf(&model->arena, "%s!", text->s);
}

static bool
is_kept(void *data, const struct field *field, struct ref *ref)
{
	(void)data, (void)field;
	return !ref->to || ref->to->number != 1;
}

/* The references of the first stage to the first thing of its list, once in a copy of its items. */
static void
drop_first(struct model *model)
{
	struct entity *stage = model->document->stages.items[0];
	for (const struct field **field = model->fields[KIND_STAGE]; *field; field++) {
		if (!(field_leaves(*field) & LEAF_REF))
			continue;
		field_detach(stage, *field, &model->arena);
		field_keep_refs(stage, *field, is_kept, NULL);
		printf("%s%s", (*field)->member, field_is_set(stage, *field) ? "" : " absent");
		struct leaves refs = leaves_of(stage, *field, LEAF_REF);
		struct leaf leaf;
		while (leaves_next(&refs, &leaf))
			printf(" %s", leaf_ref(&leaf)->raw);
		printf("\n");
	}
}

int
main(int argc, char **argv)
{
	static const struct visitor visitor = {.leaves = LEAF_TEXT | LEAF_PROSE | LEAF_REF |
							 LEAF_DATE | LEAF_THING,
					       .thing = put_thing,
					       .field = is_told,
					       .leaf = put_leaf};
	static const struct visitor texts = {.leaves = LEAF_PROSE, .leaf = put_leaf};
	static const struct changer changer = {.leaves = LEAF_PROSE, .leaf = shout};
	struct diagnostics diags = {0};
	bool unreadable = false;
	/* Ours alone: what is changed here are values, as the loader and the cut do. */
	struct model *model = (struct model *)(uintptr_t)load_model(argc > 1 ? argv[1] : "", NULL,
								    NULL, &diags, &unreadable);
	visit(model, &model->document->base, &visitor, NULL);
	printf("--\n");
	visit_change(model, &model->document->base, &changer, model);
	visit(model, &model->document->base, &texts, NULL);
	printf("--\n");
	drop_first(model);
	model_free(model);
	diag_free(&diags);
}
