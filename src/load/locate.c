/* SPDX-License-Identifier: MIT */
#include "load/locate.h"

#include "model/fields.h"
#include "model/visit.h"
#include "yaml/spans.h"

/* Which thing each node of a file is, made for one file after the other. */
struct node_owners {
	const struct model *model;
	struct spans *spans;
	struct arena arena;           /* of things */
	const struct entity **things; /* by node, or NULL */
	unsigned file;
};

static bool
own(void *data, const struct entity *entity)
{
	struct node_owners *owners = data;
	uint32_t node = entity->pos.file == owners->file
			    ? spans_find(owners->spans, entity->pos, entity->keyed)
			    : SPAN_NONE;
	if (node == SPAN_NONE || owners->things[node])
		return true; /* nowhere, or said once more through an alias */
	owners->things[node] = entity;
	const struct span_tree *tree = spans_tree(owners->spans, owners->file);
	uint32_t value = tree->nodes[node].after;
	if (tree->nodes[node].key && value < tree->count)
		owners->things[value] = entity;
	return true;
}

static void
own_file(struct node_owners *owners, unsigned file)
{
	arena_clear(&owners->arena);
	owners->file = file;
	owners->things =
	    arena_array(&owners->arena, (size_t)spans_tree(owners->spans, file)->count + 1,
			sizeof *owners->things);
	visit(owners->model, &owners->model->document->base, &(struct visitor){.thing = own},
	      owners);
}

/* The thing of the innermost node that has begun there, or that is around it. */
static const struct entity *
thing_at(struct node_owners *owners, struct pos pos)
{
	const struct span_tree *tree = spans_tree(owners->spans, pos.file);
	uint32_t node = spans_before(owners->spans, pos);
	while (node != SPAN_NONE && !owners->things[node])
		node = tree->nodes[node].parent;
	return node != SPAN_NONE ? owners->things[node]
	       : pos.file == 0   ? &owners->model->document->base
				 : NULL;
}

void
locate_findings(const struct model *model, struct diagnostics *diags)
{
	struct sources *sources = sources_open(model);
	struct node_owners owners = {.model = model, .spans = spans_open(sources)};
	for (size_t i = 0; i < diags->count; i++) {
		struct diagnostic *found = &diags->items[i];
		if (found->entity || !found->pos.line)
			continue;
		if (!owners.things || owners.file != found->pos.file)
			own_file(&owners, found->pos.file);
		found->entity = thing_at(&owners, found->pos);
	}
	arena_free(&owners.arena);
	spans_close(owners.spans);
	sources_close(sources);
}
