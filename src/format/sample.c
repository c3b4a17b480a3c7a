/* SPDX-License-Identifier: MIT */
/* The thing with the field stands in its holder, that one in its own, and so on up to the document;
 * every one of them has what it cannot do without. What the value refers to is declared above. */
#include "format/sample.h"

#include "format/usage.h"
#include "model/fields.h"

#include <string.h>

enum { DEPTH = 8, INDENT = 2 };

struct sample {
	struct arena arena;
	struct buf *out;
	int lang;
	const struct field *path[DEPTH]; /* from the document's field to the one that is shown */
	enum kind homes[DEPTH];          /* of what thing each is */
	size_t depth;
};

/* The field that holds things of a kind, where most of them stand: at a stage when it has them.
 * NULL for the document. */
static const struct field *
holder_of(enum kind kind)
{
	const struct field *found = NULL;
	if (kind == KIND_IGNORE)
		return &exception_field;
	for (const struct field *field = field_row(FIELD_NONE + 1); field->kind; field++)
		if (field_holds(field, kind) && field->kind != kind &&
		    (!found || (found->kind != KIND_STAGE && field->kind == KIND_STAGE)))
			found = field;
	return found;
}

static void
find_path(struct sample *s, enum kind kind, const struct field *field)
{
	const struct field *back[DEPTH];
	enum kind homes[DEPTH];
	size_t count = 0;
	for (; field && count < DEPTH; field = holder_of(kind)) {
		/* Exceptions stand in any thing: in a stage, unless it is said. */
		kind = count && !field->kind ? KIND_STAGE : count ? field->kind : kind;
		homes[count] = kind;
		back[count++] = field;
	}
	while (count--) {
		s->homes[s->depth] = homes[count];
		s->path[s->depth++] = back[count];
	}
}

static void
put_indent(struct buf *out, size_t depth, bool item)
{
	for (size_t i = 0; i < depth * INDENT - (item ? INDENT : 0); i++)
		buf_putc(out, ' ');
	buf_puts(out, item ? "- " : "");
}

static void
put_value(struct sample *s, struct buf *out, const struct field *field)
{
	buf_printf(out, "%s: %s\n", field_key(field, s->lang, &s->arena),
		   usage_value(field, s->lang, &s->arena));
}

/* True for what a thing cannot do without above the next field of the path: what is required, and
 * what the field is shown beside, which is its name when the table does not say. */
static bool
is_shown(const struct field *field, const struct field *next)
{
	const struct field *beside = usage_beside(next);
	if (field == next || field->flags & F_BESIDE)
		return false;
	return field->flags & F_REQUIRED || (beside ? field == beside : field->flags & F_NAME);
}

static void
put_thing(struct sample *s, struct buf *out, size_t at, size_t depth, bool item);

/* A field of the path: its value, or the next thing with what stands before it in its list. */
static void
put_field(struct sample *s, struct buf *out, size_t at, size_t depth)
{
	const struct field *field = s->path[at];
	if (at + 1 == s->depth) {
		put_value(s, out, field);
		return;
	}
	const char *base = usage_base((enum kind)field->argument, s->lang);
	bool list = field_is_list(field);
	buf_printf(out, "%s:\n", field_key(field, s->lang, &s->arena));
	if (base && at == 0)
		buf_printf(out, "  - %s\n", base);
	put_thing(s, out, at + 1, depth + (list ? 2 : 1), list);
}

static void
put_thing(struct sample *s, struct buf *out, size_t at, size_t depth, bool item)
{
	const struct field *next = s->path[at];
	for (const struct field *field = kind_info(s->homes[at])->fields;
	     field->kind == s->homes[at]; field++) {
		if (!is_shown(field, next))
			continue;
		put_indent(out, depth, item);
		put_value(s, out, field);
		item = false;
	}
	put_indent(out, depth, item);
	put_field(s, out, at, depth);
}

/* A key of the file that the sample is not about: the process and a stage are always there, the
 * rest where the sample refers to it. */
static void
put_other(struct sample *s, const struct field *field, const char *body)
{
	const char *base =
	    field_is(field, LEAF_THING) ? usage_base((enum kind)field->argument, s->lang) : NULL;
	if (field->id == FIELD_DOCUMENT_process)
		put_value(s, s->out, field);
	else if (base && (field->id == FIELD_DOCUMENT_stages || strstr(body, base)))
		buf_printf(s->out, "%s: [%s]\n", field_key(field, s->lang, &s->arena), base);
}

/* What stands in a portfolio: its name tells that it is one. */
static void
put_portfolio(struct sample *s, const struct field *field)
{
	const struct field *name = field_row(FIELD_DOCUMENT_portfolio);
	put_value(s, s->out, name);
	if (field != name)
		put_value(s, s->out, field);
}

void
sample_add(struct buf *out, enum kind kind, const struct field *field, int lang)
{
	struct sample s = {.out = out, .lang = lang};
	struct buf body = {0};
	if (kind == KIND_DOCUMENT && field->flags & F_PORTFOLIO) {
		put_portfolio(&s, field);
		arena_free(&s.arena);
		return;
	}
	find_path(&s, kind, field);
	put_field(&s, &body, 0, 0);
	for (const struct field *key = kind_info(KIND_DOCUMENT)->fields; key->kind == KIND_DOCUMENT;
	     key++) {
		if (key == s.path[0])
			buf_add(out, body.data, body.length);
		else if (!(key->flags & F_BESIDE))
			put_other(&s, key, buf_text(&body));
	}
	buf_free(&body);
	arena_free(&s.arena);
}
