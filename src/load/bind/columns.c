/* SPDX-License-Identifier: MIT */
/* The author's columns become fields like those of the table. */
#include "load/bind/bind.h"
#include "load/bind/key.h"
#include "load/bind/value.h"
#include "model/fields.h"
#include "text/words/suggest.h"

#include <string.h>

enum { OWN_LIMIT = 64 };

/* The author's column as a field, or NULL (reported) when its key is taken. */
static struct field *
own_field(struct binder *b, enum kind kind, const struct column *column, uint32_t index)
{
	if (!column->key.s)
		return NULL;
	const struct field *taken = bind_key_field(b, kind, column->key.s);
	bool later = taken && taken->flags & F_LATER;
	if ((taken && !later) || bind_is_exception(column->key.s) ||
	    bind_is_ignored(column->key.s)) {
		diag1(b->diags, RULE_SCHEMA_COLUMN, column->key.pos, column->key.s)->entity =
		    &column->base;
		return NULL;
	}
	if (later)
		diag1(b->diags, RULE_SCHEMA_COLUMN_FIRST, column->key.pos, column->key.s)->entity =
		    &column->base;
	const char *title = column->title.s ? column->title.s : column->key.s;
	struct field *field = arena_alloc(&b->model->arena, sizeof *field);
	*field = (struct field){
	    .kind = kind, .type = TYPE_PROSES, .member = column->key.s, .offset = index};
	field->keys[0] = field->keys[1] = column->key.s;
	field->titles[0] = field->titles[1] = title;
	field->flags = F_OWN | F_TABLE;
	return field;
}

static uint32_t
place_of(struct binder *b, enum kind kind, const struct column *column, const struct field **fields,
	 uint32_t count)
{
	const struct field *after =
	    column->after.s ? bind_field(b, kind, column->after.s) : field_flagged(kind, F_PLACE);
	if (!after) {
		const char *near = bind_near_key(b, kind, column->after.s);
		struct diagnostic *d = diag2(b->diags, RULE_SCHEMA_KEY, column->after.pos,
					     column->after.s, said_kind(kind));
		d->suggestion = near;
		d->entity = &column->base;
		after = field_flagged(kind, F_PLACE);
	}
	uint32_t at = 0;
	while (at < count && fields[at] != after)
		at++;
	if (at < count)
		at++;
	while (!column->after.s && at < count && fields[at]->flags & F_OWN)
		at++;
	return at;
}

/* The fields without the one whose key an author's column has, NULL if there is none. */
static uint32_t
drop_field(const struct field **fields, uint32_t count, const struct field *taken)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < count; i++)
		if (fields[i] != taken)
			fields[kept++] = fields[i];
	fields[kept] = NULL;
	return kept;
}

static void
insert_columns(struct binder *b, enum kind kind, const struct list *columns)
{
	struct model *model = b->model;
	uint32_t count = 0;
	while (model->fields[kind][count])
		count++;
	if (columns->count > OWN_LIMIT)
		diag2(b->diags, RULE_SCHEMA_LIMIT, columns->pos, PHRASE_COLUMNS, "64");
	const struct field **fields =
	    arena_array(&model->arena, count + columns->count + 1, sizeof *fields);
	memcpy(fields, model->fields[kind], count * sizeof *fields);
	model->fields[kind] = fields;
	for (uint32_t i = 0; i < columns->count && i < OWN_LIMIT; i++) {
		const struct column *column = column_at(columns, i);
		const struct field *taken =
		    column->key.s ? bind_key_field(b, kind, column->key.s) : NULL;
		struct field *field = own_field(b, kind, column, model->own_count[kind]);
		if (!field)
			continue;
		uint32_t at = place_of(b, kind, column, fields, count);
		memmove(fields + at + 1, fields + at, (count - at) * sizeof *fields);
		fields[at] = field;
		count = drop_field(fields, count + 1, taken);
		model->own_count[kind]++;
		map_free(&b->keys[kind]); /* the new key was unknown until now */
	}
}

static void
table_fields(struct model *model, enum kind kind)
{
	const struct field *rows = kind_info(kind)->fields;
	uint32_t count = 0;
	while (rows[count].kind == kind)
		count++;
	model->fields[kind] = arena_array(&model->arena, count + 1, sizeof *model->fields[kind]);
	for (uint32_t i = 0; i < count; i++)
		model->fields[kind][i] = &rows[i];
}

void
bind_columns(struct binder *b)
{
	const struct entity *columns = b->model->document ? b->model->document->columns : NULL;
	if (!columns) {
		for (int kind = 1; kind < KIND_COUNT; kind++)
			if (!b->model->fields[kind])
				table_fields(b->model, (enum kind)kind);
		return;
	}
	b->diags->about = columns;
	insert_columns(b, KIND_STAGE, &columns_of(columns)->stages);
	insert_columns(b, KIND_ROLE, &columns_of(columns)->roles);
	insert_columns(b, KIND_STEP, &columns_of(columns)->steps);
	b->diags->about = NULL;
}
