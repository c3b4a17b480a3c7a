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

/* True when a finding is about what stands on a line that was read by a guess, rather than about
 * the fault in that line. A text with keys below it is found where these keys are. */
static bool
is_guessed(const struct sources *sources, const struct diagnostic *found)
{
	bool head = found->rule == RULE_YAML_HEAD;
	if (rule_matches(found->rule, "yaml/*") && !head)
		return false;
	struct pos pos = found->pos;
	if (found->rule == RULE_SCHEMA_EMPTY &&
	    sources_model(sources)->files[found->pos.file].refused)
		return true; /* what was left out may be what it holds */
	const struct mended_line *mended = sources_mended(sources, pos);
	pos.line++;
	const struct mended_line *below = head ? sources_mended(sources, pos) : NULL;
	return (mended && mended->guess) || (below && below->guess);
}

/* Whether the parser's complaint is told better by a later finding: that of the whole text of which
 * it saw the end. */
static bool
is_said_again(const struct sources *sources, const struct diagnostics *diags, size_t i)
{
	const struct diagnostic *found = &diags->items[i];
	if (found->rule != RULE_YAML_COLON_TEXT || !sources_mended(sources, found->pos))
		return false;
	for (size_t j = i + 1; j < diags->count; j++) {
		const struct diagnostic *later = &diags->items[j];
		if (later->rule == found->rule && later->pos.file == found->pos.file &&
		    later->pos.line == found->pos.line)
			return true;
	}
	return false;
}

static void
drop_echoes(const struct sources *sources, struct diagnostics *diags)
{
	size_t kept = 0;
	for (size_t i = 0; i < diags->count; i++)
		if (!is_guessed(sources, &diags->items[i]) && !is_said_again(sources, diags, i))
			diags->items[kept++] = diags->items[i];
	diags->count = kept;
}

void
locate_findings(const struct model *model, struct diagnostics *diags)
{
	struct sources *sources = sources_open(model);
	drop_echoes(sources, diags);
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
