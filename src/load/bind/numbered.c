/* SPDX-License-Identifier: MIT */
#include "load/bind/numbered.h"

#include "load/bind/guess.h"
#include "model/fields.h"
#include "text/marker.h"
#include "yaml/numbered.h"

/* The list that a thing has, of which people write the items below its name: steps of a stage. NULL
 * when the field has neither things nor a name. */
static const struct field *
list_below(const struct field *field)
{
	if (field_is(field, LEAF_THING))
		return bind_list_field((enum kind)field->argument);
	return field->flags & F_NAME ? bind_list_field(field->kind) : NULL;
}

/* Where the outcomes of a kind stand, NULL for a kind that has none. */
static const struct field *
outcomes_of(enum kind kind)
{
	return kind == KIND_STAGE  ? field_row(FIELD_STAGE_outcomes)
	       : kind == KIND_STEP ? field_row(FIELD_STEP_outcomes)
				   : NULL;
}

/* A hyphen one column further in than that of the item above it begins no list within that. */
static bool
is_misplaced(const struct node *node, const struct numbered_doubt *doubt)
{
	return *doubt->line == '-' && doubt->pos.column + 1 == node->pos.column;
}

static struct diagnostic *
report_nested(struct binder *b, const struct field *field, const struct node *node,
	      const struct numbered_doubt *doubt)
{
	if (is_misplaced(node, doubt))
		return diag1(b->diags, RULE_TEXT_ITEM_INDENT, doubt->pos, doubt->line);
	const struct field *list = list_below(field);
	const struct field *outcomes = list ? outcomes_of(list->kind) : NULL;
	if (outcomes && marker_arrow(doubt->line, &(const char *){NULL}))
		list = outcomes;
	return list ? diag2(b->diags, RULE_TEXT_LIST_IN_NAME, doubt->pos, doubt->line,
			    said_key(list, &b->diags->arena))
		    : diag1(b->diags, RULE_TEXT_LIST_IN_ITEM, doubt->pos, doubt->line);
}

static struct diagnostic *
report_skipped(struct binder *b, const struct numbered_doubt *doubt)
{
	return diag2(b->diags, RULE_TEXT_NUMBER_SKIPPED, doubt->pos, doubt->line, doubt->before);
}

const struct node *
bind_numbered(struct binder *b, const struct field *field, const struct node *node)
{
	if (!field_is_list(field) || !numbered_is_list(node))
		return node;
	const struct numbered_doubt *doubt = numbered_doubt(node);
	if (doubt->fault == NUMBERED_NESTS)
		report_nested(b, field, node, doubt)->end = doubt->end;
	else if (doubt->fault == NUMBERED_SKIPS)
		report_skipped(b, doubt)->end = doubt->end;
	return numbered_list(&b->model->arena, node);
}

void
bind_numbered_item(struct binder *b, const struct field *field, const struct node *node)
{
	const struct numbered_doubt *doubt = node->numbered ? numbered_doubt(node) : NULL;
	if (doubt && !field_is(field, LEAF_PROSE) && doubt->fault == NUMBERED_NESTS)
		report_nested(b, field, node, doubt)->end = doubt->end;
}
