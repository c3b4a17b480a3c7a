/* SPDX-License-Identifier: MIT */
#include "plan/meaning.h"

#include "model/fields.h"
#include "model/variant.h"
#include "model/visit.h"
#include "model/weights.h"
#include "plan/part.h"
#include "plan/plan.h"
#include "support/utf8.h"
#include "text/prose/prose.h"

#include <stdlib.h>
#include <string.h>

struct meaning_writer {
	const struct model *model;
	struct arena *arena;
	struct weights weights;
};

/* What a field says: texts; none when it says nothing. */
struct meant {
	const char **items;
	uint32_t count;
};

static const char *
thing_meaning(const struct meaning_writer *m, const struct entity *entity);

static void
add(const struct meaning_writer *m, struct meant *meant, const char *text)
{
	if (!text || !*text)
		return;
	meant->items = arena_grow(m->arena, meant->items, meant->count, 1, sizeof *meant->items);
	meant->items[meant->count++] = text;
}

static int
compare_texts(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void
sort(struct meant *meant)
{
	if (meant->count > 1)
		qsort(meant->items, meant->count, sizeof *meant->items, compare_texts);
}

/* Each behind its length, so that no two lists of texts are one text. */
static const char *
join(const struct meaning_writer *m, const char *head, const struct meant *meant)
{
	struct buf out = {0};
	buf_puts(&out, head);
	for (uint32_t i = 0; i < meant->count; i++)
		buf_printf(&out, "%zu:%s", strlen(meant->items[i]), meant->items[i]);
	const char *text = arena_copy(m->arena, buf_text(&out), out.length);
	buf_free(&out);
	return text;
}

/* ---- leaves */

/* Lines end where an editor broke them: any blanks are one. */
static const char *
words_meaning(const struct meaning_writer *m, const char *text)
{
	const char *folded = utf8_fold(m->arena, text, FOLD_FORM);
	char *words = arena_alloc(m->arena, strlen(folded) + 1), *end = words;
	for (const char *at = folded; *at; at++) {
		bool blank = strchr(" \t\r\n", *at);
		if (!blank)
			*end++ = *at;
		else if (end > words && end[-1] != ' ')
			*end++ = ' ';
	}
	*end = '\0';
	return words;
}

/* The name, of a step behind those of what it is part of: ids may come and go. */
static const char *
target_meaning(const struct meaning_writer *m, const struct entity *to)
{
	const char *path = words_meaning(m, to->kind == KIND_END ? to->id : entity_name(to));
	for (const struct entity *outer = to->parent; to->kind == KIND_STEP && outer;
	     to = outer, outer = to->parent)
		path = arena_printf(m->arena, "%s/%s", words_meaning(m, entity_name(outer)), path);
	return path;
}

static const char *
ref_meaning(const struct meaning_writer *m, const struct ref *ref)
{
	return ref->to ? target_meaning(m, ref->to) : ref->raw ? words_meaning(m, ref->raw) : "";
}

static const char *
length_meaning(const struct meaning_writer *m, struct length length)
{
	return arena_printf(m->arena, "%lld/%lld/%lld", (long long)length.working,
			    (long long)length.calendar, (long long)length.clock);
}

static const char *
duration_meaning(const struct meaning_writer *m, const struct told *told)
{
	if (!told)
		return "";
	return arena_printf(m->arena, "%s%s..%s", told->limit == LIMIT_NO_LESS ? ">=" : "",
			    length_meaning(m, told->best_length),
			    length_meaning(m, told->most_length));
}

static const char *
period_meaning(const struct meaning_writer *m, const struct period *period)
{
	return arena_printf(m->arena, "%c%d", period->unit, period->unit == 'd' ? period->days : 0);
}

static const char *
leaf_meaning(const struct meaning_writer *m, const struct leaf *leaf)
{
	const char *text = "";
	if (leaf->type == LEAF_TEXT)
		text = words_meaning(m, leaf_text(leaf)->s);
	else if (leaf->type == LEAF_PROSE)
		text = words_meaning(m, prose_plain(m->arena, leaf_text(leaf)->s));
	else if (leaf->type == LEAF_REF)
		text = ref_meaning(m, leaf_ref(leaf));
	else if (leaf->type == LEAF_THING)
		text = thing_meaning(m, leaf_thing(leaf));
	else if (leaf->type == LEAF_DURATION)
		text = duration_meaning(m, ((const struct duration *)leaf->value)->told);
	else if (leaf->type == LEAF_DATE)
		text = arena_printf(m->arena, "%d", ((const struct date *)leaf->value)->day);
	else if (leaf->type == LEAF_NUMBER)
		text = arena_printf(m->arena, "%g", ((const struct number *)leaf->value)->value);
	else if (leaf->type == LEAF_FLAG)
		text = ((const struct flag *)leaf->value)->on ? "yes" : "";
	else if (leaf->type == LEAF_PERIOD)
		text = period_meaning(m, leaf->value);
	else if (leaf->type == LEAF_CHOICE)
		text = choice_name(((const struct choice_value *)leaf->value)->value, 0);
	else if (leaf->type == LEAF_COLOR)
		text = arena_printf(m->arena, "%06x", ((const struct color *)leaf->value)->rgb);
	return leaf->key ? arena_printf(m->arena, "%s=%s", ref_meaning(m, leaf->key), text) : text;
}

/* ---- what is meant where nothing, or something else, is written */

/* What comes before a stage or step, unless it says what it waits for, or what leads to it is
 * enough. */
static struct meant
waits_meant(const struct meaning_writer *m, const struct entity *entity)
{
	struct meant meant = {0};
	const struct refs *after = task_after(entity);
	if (entity->led)
		return meant;
	if (!after->pos.line && entity->number > 1)
		add(m, &meant, target_meaning(m, task_siblings(entity)->items[entity->number - 2]));
	for (uint32_t i = 0; i < after->count; i++)
		add(m, &meant, ref_meaning(m, &after->items[i]));
	return meant;
}

/* Who takes part, be it as something else says. */
static struct meant
part_meant(const struct meaning_writer *m, const struct entity *entity, enum raci letter)
{
	struct meant meant = {0};
	struct part_refs refs = part_refs(entity, letter, NULL);
	for (uint32_t i = 0; i < refs.count; i++)
		add(m, &meant, ref_meaning(m, &refs.items[i]));
	return meant;
}

/* How long a day of work is, which days of the week are worked, and whose holidays hold. */
static struct meant
calendar_meant(const struct meaning_writer *m)
{
	struct meant meant = {0};
	const struct entity *given = m->model->document->calendar;
	const struct calendar *calendar = given ? calendar_of(given) : NULL;
	add(m, &meant, arena_printf(m->arena, "%d", m->model->minutes_per_day));
	if (calendar && calendar->country.value)
		add(m, &meant, choice_name(calendar->country.value, 0));
	for (uint32_t i = 0; calendar && i < calendar->workdays.count; i++)
		add(m, &meant, choice_name(calendar->workdays.items[i].value, 0));
	for (int i = 0; i < 5 && !(calendar && calendar->workdays.pos.line); i++)
		add(m, &meant, choice_name((enum choice)(WEEKDAY_MON + i), 0));
	return meant;
}

static struct meant
usual_meant(const struct meaning_writer *m, const struct entity *outcome)
{
	struct meant meant = {0};
	const struct outcome *usual = task_usual(outcome->parent);
	if (usual && &usual->base == outcome)
		add(m, &meant, "yes");
	return meant;
}

/* ---- fields */

static struct meant
leaves_meant(const struct meaning_writer *m, const struct entity *entity, const struct field *field)
{
	struct meant meant = {0};
	unsigned wanted = field_is(field, LEAF_NOTE) ? LEAF_PROSE : field_leaves(field);
	struct leaves leaves = leaves_of(entity, field, wanted);
	struct leaf leaf;
	while (leaves_next(&leaves, &leaf))
		add(m, &meant, leaf_meaning(m, &leaf));
	return meant;
}

static bool
is_part_field(const struct field *field, enum raci *letter)
{
	bool has_parts = field->kind == KIND_STAGE || field->kind == KIND_STEP;
	for (int i = 0; i < RACI_COUNT && has_parts; i++)
		if (part_field(field->kind, (enum raci)i) == field) {
			*letter = (enum raci)i;
			return true;
		}
	return false;
}

static struct meant
field_meant(const struct meaning_writer *m, const struct entity *entity, const struct field *field)
{
	enum raci letter;
	if (variant_values(entity, field)) /* what goes on under its key says it */
		return (struct meant){0};
	if (field->id == FIELD_STAGE_after || field->id == FIELD_STEP_after)
		return waits_meant(m, entity);
	if (field->id == FIELD_DOCUMENT_calendar)
		return calendar_meant(m);
	if (field->id == FIELD_OUTCOME_usual)
		return usual_meant(m, entity);
	if (is_part_field(field, &letter))
		return part_meant(m, entity, letter);
	return leaves_meant(m, entity, field);
}

/* The roles and stages of a document are told apart from it; the length of a deadline stands in the
 * field that its terms go on with. */
static bool
is_meant(const struct meaning_writer *m, const struct entity *entity, const struct field *field)
{
	return !(field->flags & F_STATE) && weights_count(&m->weights, entity, field) &&
	       field->id != FIELD_DOCUMENT_roles && field->id != FIELD_DOCUMENT_stages &&
	       field->id != FIELD_TERMS_most;
}

/* «else: X» is «to: X» without a condition. */
static const char *
member_of_meaning(const struct field *field)
{
	return field->id == FIELD_OUTCOME_otherwise ? field_row(FIELD_OUTCOME_to)->member
						    : field->member;
}

static const char *
thing_meaning(const struct meaning_writer *m, const struct entity *entity)
{
	struct meant fields = {0};
	for (const struct field **field = m->model->fields[entity->kind]; *field; field++) {
		if (!is_meant(m, entity, *field))
			continue;
		struct meant meant = field_meant(m, entity, *field);
		if (!((*field)->flags & F_ORDERED))
			sort(&meant);
		if (meant.count)
			add(m, &fields, join(m, member_of_meaning(*field), &meant));
	}
	sort(&fields);
	return fields.count ? join(m, "", &fields) : "";
}

const char *
meaning_of(const struct model *model, const struct entity *entity, struct arena *arena)
{
	const struct meaning_writer meaning = {
	    .model = model, .arena = arena, .weights = weights_of(model, arena)};
	return thing_meaning(&meaning, entity);
}
