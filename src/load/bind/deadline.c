/* SPDX-License-Identifier: MIT */
#include "load/bind/deadline.h"

#include "load/bind/terms.h"
#include "load/bind/value.h"
#include "load/scalar/parse.h"
#include "model/fields.h"

bool
bind_deadline_from(struct binder *b, struct entity *entity, const struct field *field,
		   const struct node *node)
{
	size_t length;
	const char *event = bind_terms_event(node->text, &length);
	if (!event)
		return false;
	struct node head = *node;
	head.text = arena_copy(&b->model->arena, node->text, length);
	bind_plain_value(b, field, &head, bind_place(b, entity, field));
	struct entity *terms = entity_new(b->model, KIND_TERMS, entity, node->pos);
	terms->bare = true;
	terms_of(terms)->from = (struct ref){NULL, event, node->pos};
	*(struct entity **)bind_place(b, entity, field_terms(field)) = terms;
	return true;
}

/* The flag of a stage or step that goes on for ever; NULL of anything else. */
static struct flag *
ongoing_of(struct entity *entity)
{
	if (entity->kind == KIND_STAGE)
		return &((struct stage *)entity)->ongoing;
	return entity->kind == KIND_STEP ? &((struct step *)entity)->ongoing : NULL;
}

static struct duration *
deadline_of(struct entity *entity)
{
	return entity->kind == KIND_STAGE ? &((struct stage *)entity)->deadline
					  : &((struct step *)entity)->deadline;
}

bool
bind_deadline_ongoing(struct binder *b, struct entity *entity, const struct node *node)
{
	struct flag *ongoing = ongoing_of(entity);
	if (!ongoing || !bind_terms_ongoing(node->text))
		return false;
	if (ongoing->pos.line && !ongoing->on)
		diag(b->diags, RULE_SCHEMA_ONGOING, node->pos)->related = ongoing->pos;
	*ongoing = (struct flag){.on = true, .pos = node->pos};
	deadline_of(entity)->pos = node->pos;
	return true;
}

bool
bind_ongoing_again(struct binder *b, struct entity *entity, const struct field *field,
		   const struct node *node)
{
	bool on = true;
	if ((field->id != FIELD_STAGE_ongoing && field->id != FIELD_STEP_ongoing) ||
	    node->type != NODE_TEXT || !parse_flag(node->text, &on))
		return false;
	const struct flag *ongoing = ongoing_of(entity);
	const struct pos deadline = deadline_of(entity)->pos;
	if (ongoing->pos.line != deadline.line || ongoing->pos.column != deadline.column ||
	    ongoing->pos.file != deadline.file)
		return false;
	if (!on)
		diag(b->diags, RULE_SCHEMA_ONGOING, node->pos)->related = deadline;
	return true;
}

void
bind_settle_ongoing(struct entity *entity)
{
	const struct flag *ongoing = ongoing_of(entity);
	if (!ongoing || !ongoing->on)
		return;
	struct duration *deadline = deadline_of(entity);
	if (!deadline->pos.line)
		deadline->pos = ongoing->pos;
}
