/* SPDX-License-Identifier: MIT */
#include "import/value.h"

#include "import/lines.h"
#include "import/names.h"
#include "model/fields.h"
#include "support/buf.h"
#include "support/listed.h"
#include "support/utf8.h"
#include "text/parts.h"

#include <string.h>

bool
value_is_blank(struct arena *arena, const char *text)
{
	static const char *const blanks[] = {
	    "-", "\xE2\x80\x93", "\xE2\x80\x94", "--", "n/a", "н/п", "tbd", "?", "[ ]", "☐", NULL};
	const char *folded = utf8_fold(arena, text, FOLD_CASE);
	return !*folded || listed_is(blanks, folded);
}

/* What was said before and is said again otherwise. */
static bool
is_taken(struct assembly *assembly, const struct import_value *value)
{
	const struct import_piece *there = piece_find(value->thing, value->heading->field);
	if (!there)
		return false;
	if (!there->text || strcmp(there->text, value->text) != 0)
		assembly_remark(assembly, REMARK_SECOND, value->source, value->text, NULL);
	return true;
}

static struct import_piece *
put(struct assembly *assembly, const struct import_value *value, const char *text)
{
	return piece_put(value->thing, value->heading->field,
			 assembly_text(assembly, text, value->source));
}

static void
take_text(struct assembly *assembly, const struct import_value *value)
{
	if (!is_taken(assembly, value))
		put(assembly, value, value->text);
}

static void
take_texts(struct assembly *assembly, const struct import_value *value)
{
	size_t count;
	const char **lines = lines_of(assembly->arena, value->text, &count);
	for (size_t i = 0; i < count; i++)
		piece_add_text(assembly->arena, value->thing, value->heading->field,
			       assembly_text(assembly, lines[i], value->source));
}

/* A bare number counts what the heading says; «0,5» is read as it is. */
static void
take_duration(struct assembly *assembly, const struct import_value *value)
{
	const char *text = utf8_fold(assembly->arena, value->text, FOLD_FORM),
		   *unit = value->heading->unit;
	bool bare = !text[strspn(text, "0123456789.,- \xE2\x80\x93")];
	if (!is_taken(assembly, value))
		put(assembly, value,
		    bare && unit ? arena_printf(assembly->arena, "%s %s", text, unit) : text);
}

static void
take_flag(struct assembly *assembly, const struct import_value *value)
{
	static const char *const yes[] = {"+", "да", "yes", "true", "v", "x",
					  "1", "✓",  "✔",   "☑",    NULL},
				 *const no[] = {"нет", "no", "false", "0", NULL};
	const char *folded = utf8_fold(assembly->arena, value->text, FOLD_CASE);
	if (listed_is(yes, folded))
		put(assembly, value, "true");
	else if (!listed_is(no, folded))
		assembly_remark(
		    assembly, REMARK_NOT_TAKEN, value->source,
		    field_key(value->heading->field, assembly->cyrillic, assembly->arena),
		    value->text);
}

/* One name where one is taken, all of them where many are. */
static void
take_refs(struct assembly *assembly, const struct import_value *value)
{
	const struct field *field = value->heading->field;
	size_t count;
	const char **names = names_of(assembly, value->text, &count);
	bool many = field_is_list(field), role = field_refers(field, KIND_ROLE);
	if (role && !names_may_be(value->text)) {
		assembly_remark(assembly, REMARK_NOT_TAKEN, value->source,
				field_key(field, assembly->cyrillic, assembly->arena), value->text);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		if (!many && i) {
			assembly_remark(assembly, REMARK_NOT_TAKEN, value->source,
					field_key(field, assembly->cyrillic, assembly->arena),
					names[i]);
			continue;
		}
		const char *name =
		    role ? assembly_role(assembly, names[i], value->source) : names[i];
		if (field_refers(field, KIND_VARIANT))
			name = assembly_variant(assembly, name, value->source);
		struct import_piece *piece = assembly_text(assembly, name, value->source);
		if (many)
			piece_add_text(assembly->arena, value->thing, field, piece);
		else if (!piece_find(value->thing, field))
			piece_put(value->thing, field, piece);
		if (field_refers(field, KIND_STAGE) || field_refers(field, KIND_ROUTE))
			names_add_number(assembly, piece);
	}
}

/* Each line is a thing of which the name is said. */
static void
take_things(struct assembly *assembly, const struct import_value *value)
{
	const struct field *field = value->heading->field;
	size_t count;
	const char **lines = lines_of(assembly->arena, value->text, &count);
	for (size_t i = 0; i < count; i++)
		piece_add(piece_make_list(assembly->arena, value->thing, field),
			  assembly_text(assembly, lines[i], value->source));
}

/* An address is a link, anything else a title: whether there is such a file nobody has said. */
static void
take_materials(struct assembly *assembly, const struct import_value *value)
{
	static const char *const addresses[] = {"http://", "https://", "mailto:", NULL};
	size_t count;
	const char **lines = lines_of(assembly->arena, value->text, &count);
	for (size_t i = 0; i < count; i++) {
		const char *address = lines[i];
		while (*address && !listed_begins(addresses, address))
			address++;
		struct import_piece *material = piece_map(assembly->arena);
		const char *title =
		    names_trimmed(assembly->arena, arena_copy(assembly->arena, lines[i],
							      (size_t)(address - lines[i])));
		if (*title)
			piece_put(material, field_row(FIELD_ATTACHMENT_title),
				  assembly_text(assembly, title, value->source));
		if (*address)
			piece_put(material, field_row(FIELD_ATTACHMENT_href),
				  assembly_text(assembly, address, value->source));
		piece_add(piece_make_list(assembly->arena, value->thing, value->heading->field),
			  material);
	}
}

/* «Этап: что контролирует», a line each; *rest is what is said. NULL for a line without a colon. */
static const char *
head_of(struct assembly *assembly, const char *line, const char **rest)
{
	const char *colon = strstr(line, ": ");
	if (!colon)
		return NULL;
	*rest = utf8_fold(assembly->arena, colon + 1, FOLD_FORM);
	return assembly_name(assembly, arena_copy(assembly->arena, line, (size_t)(colon - line)));
}

/* Control points hang on stages: without one, as what the role is obliged to. */
static void
take_checkpoints(struct assembly *assembly, const struct import_value *value)
{
	size_t count;
	const char **lines = lines_of(assembly->arena, value->text, &count);
	for (size_t i = 0; i < count; i++) {
		const char *rest, *stage = head_of(assembly, lines[i], &rest);
		if (!stage) {
			struct import_piece *duty =
			    assembly_text(assembly, lines[i], value->source);
			duty->guessed = true;
			piece_add_text(assembly->arena, value->thing,
				       field_row(FIELD_ROLE_deadline_control), duty);
			continue;
		}
		struct import_piece *point = piece_map(assembly->arena),
				    *named =
					piece_put(point, field_row(FIELD_CHECKPOINT_stage),
						  assembly_text(assembly, stage, value->source));
		names_add_number(assembly, named);
		piece_put(point, field_row(FIELD_CHECKPOINT_what),
			  assembly_text(assembly, rest, value->source));
		piece_add(piece_make_list(assembly->arena, value->thing, value->heading->field),
			  point);
	}
}

/* «Ключевой клиент: …», a line each, or all for the variant that the heading names. */
static void
take_notes(struct assembly *assembly, const struct import_value *value)
{
	const struct field *field = value->heading->field;
	const char *variant = value->heading->variant;
	size_t count;
	const char **lines = lines_of(assembly->arena, value->text, &count);
	struct import_piece *notes = piece_find(value->thing, field);
	if (!notes)
		notes = piece_put(value->thing, field, piece_map(assembly->arena));
	for (size_t i = 0; i < count; i++) {
		const char *rest = lines[i], *head = head_of(assembly, lines[i], &rest);
		struct import_piece *last = notes->last;
		if (!head && !variant && last) { /* it goes on */
			last->text = arena_printf(assembly->arena, "%s\n%s", last->text, rest);
			continue;
		}
		head = assembly_variant(assembly,
					head      ? head
					: variant ? variant
						  : "Все",
					value->source);
		if (last && strcmp(last->key, head) == 0)
			last->text = arena_printf(assembly->arena, "%s\n%s", last->text, rest);
		else
			piece_put_key(notes, head, assembly_text(assembly, rest, value->source));
	}
}

/* A step of a text of several lines is the first of them, and the others tell of it. */
struct import_piece *
value_add_step(struct assembly *assembly, struct import_piece *thing, const char *text,
	       struct piece_source source)
{
	const struct field *list = field_row(
	    piece_find(thing, field_row(FIELD_STEP_name)) ? FIELD_STEP_steps : FIELD_STAGE_steps);
	const char *behind = strchr(text, '\n');
	struct import_piece *step = piece_map(assembly->arena);
	struct names_tail tail = names_tail(assembly, assembly_name(assembly, text));
	piece_put(step, field_row(FIELD_STEP_name), assembly_text(assembly, tail.name, source));
	if (behind && *utf8_fold(assembly->arena, behind, FOLD_FORM))
		piece_put(step, field_row(FIELD_STEP_description),
			  assembly_text(assembly, foreign_text(assembly->arena, behind), source));
	for (size_t i = 0; i < tail.role_count; i++) {
		struct import_piece *role = assembly_text(assembly, tail.roles[i], source);
		role->guessed = true;
		piece_add_text(assembly->arena, step, field_row(FIELD_STEP_role), role);
	}
	if (tail.deadline)
		piece_put(step, field_row(FIELD_STEP_deadline),
			  assembly_text(assembly, tail.deadline, source))
		    ->guessed = true;
	return piece_add(piece_make_list(assembly->arena, thing, list), step);
}

/* «принять, проверить, ответить», which a line for each says as well. */
static const char *
with_lines(struct arena *arena, const char *text)
{
	const char *separator = parts_separator(text, PARTS_COMMAS);
	if (!separator || strchr(text, '\n'))
		return text;
	struct buf lines = {0};
	for (const char *end; (end = strstr(text, separator)); text = end + strlen(separator)) {
		buf_add(&lines, text, (size_t)(end - text));
		buf_putc(&lines, '\n');
	}
	buf_puts(&lines, text);
	text = arena_copy(arena, buf_text(&lines), lines.length);
	buf_free(&lines);
	return text;
}

/* Items, and items below items: deeper than that steps do not go. */
static void
take_steps(struct assembly *assembly, const struct import_value *value)
{
	struct lines_items items =
	    lines_items(assembly->arena, with_lines(assembly->arena, value->text));
	struct import_piece *step = NULL;
	for (size_t i = 0; i < items.count; i++) {
		bool below = items.levels[i] && step &&
			     !piece_find(value->thing, field_row(FIELD_STEP_name));
		struct import_piece *added = value_add_step(assembly, below ? step : value->thing,
							    items.texts[i], value->source);
		step = below ? step : added;
	}
}

/* By what a field holds; the first that fits takes it. */
static const struct taker {
	unsigned leaves;
	bool list;
	enum kind kind; /* KIND_NONE: any */
	void (*take)(struct assembly *assembly, const struct import_value *value);
} takers[] = {
    {LEAF_TEXT, false, KIND_NONE, take_text},
    {LEAF_PROSE, false, KIND_NONE, take_text},
    {LEAF_TEXT, true, KIND_NONE, take_texts},
    {LEAF_PROSE, true, KIND_NONE, take_texts},
    {LEAF_DURATION, false, KIND_NONE, take_duration},
    {LEAF_DATE, false, KIND_NONE, take_text},
    {LEAF_CHOICE, false, KIND_NONE, take_text},
    {LEAF_NUMBER, false, KIND_NONE, take_text},
    {LEAF_COLOR, false, KIND_NONE, take_text},
    {LEAF_FLAG, false, KIND_NONE, take_flag},
    {LEAF_REF, false, KIND_NONE, take_refs},
    {LEAF_REF, true, KIND_NONE, take_refs},
    {LEAF_NOTE, true, KIND_NONE, take_notes},
    {LEAF_THING, true, KIND_STEP, take_steps},
    {LEAF_THING, true, KIND_CRITERION, take_things},
    {LEAF_THING, true, KIND_METRIC, take_things},
    {LEAF_THING, true, KIND_OUTCOME, take_things},
    {LEAF_THING, true, KIND_CONTACT, take_things},
    {LEAF_THING, true, KIND_ATTACHMENT, take_materials},
    {LEAF_THING, true, KIND_CHECKPOINT, take_checkpoints},
};

void
value_take(struct assembly *assembly, const struct import_value *value)
{
	const struct field *field = value->heading->field;
	if (value_is_blank(assembly->arena, value->text))
		return;
	for (size_t i = 0; i < sizeof takers / sizeof *takers; i++)
		if (field_is(field, takers[i].leaves) && field_is_list(field) == takers[i].list &&
		    (!takers[i].kind || field_holds(field, takers[i].kind))) {
			takers[i].take(assembly, value);
			return;
		}
	assembly_remark(assembly, REMARK_NOT_TAKEN, value->source,
			field_key(field, assembly->cyrillic, assembly->arena), value->text);
}

void
value_take_own(struct assembly *assembly, enum kind kind, const char *title,
	       const struct import_value *value)
{
	if (value_is_blank(assembly->arena, value->text))
		return;
	if (kind == KIND_TERM) {
		assembly_remark(assembly, REMARK_STRAY, value->source, value->text, NULL);
		return;
	}
	const char *key = assembly_column(assembly, kind, title, value->source);
	struct import_piece *there = value->thing->first;
	while (there && (!there->key || strcmp(there->key, key) != 0))
		there = there->next;
	if (there)
		there->text = arena_printf(assembly->arena, "%s\n%s", there->text, value->text);
	else
		piece_put_key(value->thing, key,
			      assembly_text(assembly, value->text, value->source));
}
