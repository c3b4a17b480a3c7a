/* SPDX-License-Identifier: MIT */
#include "load/bind/outcome.h"

#include "load/bind/key.h"
#include "load/scalar/parse.h"
#include "model/fields.h"
#include "support/utf8.h"
#include "text/marker.h"
#include "text/syntax/yaml_text.h"
#include "yaml/numbered.h"

#include <string.h>

/* True when a condition says only that no other holds. */
static bool
says_else(struct binder *b, const char *condition)
{
	return bind_field(b, KIND_OUTCOME, condition) == field_row(FIELD_OUTCOME_otherwise);
}

/* True for `else: yes`. */
static bool
is_yes(const struct refs *refs)
{
	bool on = false;
	return refs->count == 1 && parse_flag(refs->items[0].raw, &on) && on;
}

static void
move_targets(struct outcome *outcome)
{
	outcome->otherwise = outcome->to;
	outcome->to = (struct refs){0};
	outcome->condition = (struct text){0};
}

/* The second branch of «if, to, else». */
static void
part_else(struct binder *b, struct list *list, struct outcome *outcome)
{
	struct entity *entity =
	    entity_new(b->model, KIND_OUTCOME, outcome->base.parent, outcome->otherwise.pos);
	outcome_of(entity)->otherwise = outcome->otherwise;
	outcome->otherwise = (struct refs){0};
	bind_list_add(b, list, entity);
}

void
bind_outcome(struct binder *b, struct list *list)
{
	struct outcome *outcome = outcome_at(list, list->count - 1);
	if (outcome->to.count && is_yes(&outcome->otherwise))
		move_targets(outcome);
	else if (outcome->condition.s && says_else(b, outcome->condition.s))
		move_targets(outcome);
	else if (outcome->to.count && outcome->otherwise.count)
		part_else(b, list, outcome);
}

/* Adds a line with an arrow to pairs in brackets that are still open. */
static bool
add_pair(struct arena *arena, struct buf *pairs, const char *line)
{
	const char *to, *arrow = marker_arrow(line, &to);
	if (arrow)
		buf_printf(pairs, "%s%s: %s", pairs->length ? ", " : "{",
			   yaml_text(arena, arena_copy(arena, line, (size_t)(arrow - line))),
			   yaml_text(arena, to));
	return arrow;
}

bool
bind_report_arrows(struct binder *b, const struct node *node)
{
	struct arena *arena = &b->model->arena;
	struct buf pairs = {0};
	const char *rows = node->type == NODE_TEXT ? numbered_rows(node) : NULL;
	for (bool arrow = true; rows && *rows && arrow;) {
		size_t length = strcspn(rows, "\n");
		arrow = add_pair(arena, &pairs, arena_copy(arena, rows, length));
		rows = !arrow ? NULL : rows + length + (rows[length] == '\n');
	}
	if (rows)
		diag2(b->diags, RULE_REF_ARROW, node->pos, node->text,
		      arena_printf(arena, "%s}", buf_text(&pairs)));
	buf_free(&pairs);
	return rows;
}

bool
bind_is_outcome_pair(struct binder *b, enum kind kind, const struct node *item)
{
	const struct node *key =
	    kind == KIND_OUTCOME && item->type == NODE_MAP ? item->first : NULL;
	return key && key->type == NODE_TEXT && !key->next->next &&
	       !bind_field(b, kind, key->text) && !bind_is_ignored(key->text) &&
	       !bind_is_exception(key->text);
}
