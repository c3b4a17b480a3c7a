/* SPDX-License-Identifier: MIT */
#include "merge/book/answers.h"

#include "change/match.h"
#include "model/fields.h"
#include "model/visit.h"
#include "view/book/book.h"

#include <string.h>

static const char bullet[] = "\xE2\x80\xA2 ";

/* The columns are found by the titles of those that are folded away, which have one language: the
 * question and its answer stand before them. */
enum { QUESTION, ANSWER, KIND, ID, FIELD, COLUMNS };

struct answers {
	struct decision *decision;
	struct sights *sights;
	struct arena *arena;
	uint32_t columns[COLUMNS];
	const struct foreign_table *table;
	struct sight_new *interview, *retrospective; /* that there were not */
	const struct entity *talk;                   /* the interview of the sheet that there was */
};

/* Finds the columns of an interview; false when the table is none. */
static bool
find_columns(const struct foreign_table *table, uint32_t columns[COLUMNS])
{
	static const char *const titles[] = {[KIND] = "kind", [ID] = "id", [FIELD] = "field"};
	size_t at = 0, found = 0;
	struct foreign_row heads;
	if (!foreign_next_row(table, &at, &heads))
		return false;
	for (size_t i = 0; i < heads.count; i++)
		for (int k = KIND; k < COLUMNS; k++)
			if (strcmp(heads.cells[i].text, titles[k]) == 0) {
				columns[k] = heads.cells[i].column;
				found++;
			}
	if (found != COLUMNS - KIND || columns[KIND] < 2)
		return false;
	columns[ANSWER] = columns[KIND] - 1;
	columns[QUESTION] = columns[KIND] - 2;
	return true;
}

bool
answers_are(const struct foreign *foreign)
{
	uint32_t columns[COLUMNS];
	for (size_t i = 0; i < foreign->table_count; i++)
		if (find_columns(&foreign->tables[i], columns))
			return true;
	return false;
}

static const char *
text_in(const struct answers *a, const struct foreign_row *row, int column)
{
	const struct foreign_cell *cell = foreign_row_cell(row, a->columns[column]);
	return cell ? cell->text : "";
}

static const struct field *
field_called(const struct answers *a, const char *kind, const char *key)
{
	for (enum kind k = 0; k < KIND_COUNT; k++) {
		const struct field **field = a->decision->voice.model->fields[k];
		const char *member = kind_info(k)->member;
		if (!member || strcmp(member, kind) != 0)
			continue;
		for (; *field; field++)
			if (strcmp(field_key(*field, 0, a->arena), key) == 0)
				return *field;
	}
	return NULL;
}

/* Looks for the thing of a kind at a path of ids. */
struct thing_search {
	struct book book; /* whose paths they are */
	enum kind kind;
	const char *path;
	const struct entity *found;
};

static bool
compare_thing(void *data, const struct entity *entity)
{
	struct thing_search *search = data;
	if (entity->kind == search->kind && entity->id &&
	    strcmp(book_path(&search->book, entity), search->path) == 0)
		search->found = entity;
	return true;
}

static const struct entity *
find_thing(const struct answers *a, enum kind kind, const char *path)
{
	static const struct visitor visitor = {.thing = compare_thing};
	const struct model *model = a->decision->voice.model;
	struct thing_search search = {.kind = kind, .path = path};
	visit(model, &model->document->base, &visitor, &search);
	arena_free(&search.book.scratch);
	return search.found;
}

/* Items as a text of lines with bullets, each but once: several people say the same. */
static const char *
with_item(const struct answers *a, const char *text, const char *item)
{
	const struct cell_items items = items_of(text, a->arena);
	for (uint32_t i = 0; i < items.count; i++)
		if (strcmp(items.texts[i], item) == 0)
			return text;
	return arena_printf(a->arena, "%s%s%s%s", text, *text ? "\n" : "", bullet, item);
}

static struct sight_value
value_of(const struct field *field, const char *text, const char *place)
{
	return (struct sight_value){
	    .field = field, .was = "", .text = text, .state = SIGHT_EDITED, .place = place};
}

/* An item more in a field of a thing that is new, too. */
static void
add_to_new(struct answers *a, struct sight_new *sight, const struct field *field, const char *text,
	   const char *place)
{
	for (uint32_t i = 0; i < sight->count; i++)
		if (sight->values[i].field == field) {
			sight->values[i].text = with_item(a, sight->values[i].text, text);
			return;
		}
	const char *first = field_is_list(field) ? with_item(a, "", text) : text;
	const struct sight_value value = value_of(field, first, place);
	sight_new_add(a->sights, sight, &value);
}

/* What a field shows, and whether an item is among that. */
static const char *
shown_with(const struct answers *a, const struct entity *thing, const struct field *field,
	   const char *item, bool *there)
{
	struct value_reading reading = {.voice = &a->decision->voice, .arena = a->arena};
	const struct cell_items items = value_shown(&reading, thing, field);
	const char *text = "";
	*there = false;
	for (uint32_t i = 0; i < items.count; i++) {
		text = field_is_list(field) ? with_item(a, text, items.texts[i]) : items.texts[i];
		*there = *there || strcmp(items.texts[i], item) == 0;
	}
	return text;
}

/* What comes to a list of texts in this document, behind what came before. */
static struct sight_value *
value_under_way(const struct answers *a, const struct entity *thing, const struct field *field)
{
	for (uint32_t i = 0; i < a->sights->value_count; i++)
		if (a->sights->values[i].thing == thing && a->sights->values[i].field == field)
			return &a->sights->values[i];
	return NULL;
}

static void
put_value(struct answers *a, const struct entity *thing, const struct field *field,
	  const char *answer, const char *place)
{
	bool there;
	const char *was = shown_with(a, thing, field, answer, &there);
	struct sight_value *before = value_under_way(a, thing, field);
	if (there)
		return;
	if (before && field_is_list(field)) {
		before->text = with_item(a, before->text, answer);
		return;
	}
	struct sight_value value =
	    value_of(field, field_is_list(field) ? with_item(a, was, answer) : answer, place);
	value.thing = thing;
	value.was = was;
	sights_add(a->sights, &value);
}

/* A thing of a list by its name alone. */
static void
put_thing(struct answers *a, const struct entity *parent, const struct field *list,
	  const char *answer, const char *place)
{
	const struct list *things = match_list(parent, list);
	for (uint32_t i = 0; i < things->count; i++)
		if (strcmp(entity_name(things->items[i]), answer) == 0)
			return;
	for (uint32_t i = 0; i < a->sights->new_count; i++) {
		const struct sight_new *other = a->sights->news[i];
		if (other->parent == parent && other->list == list &&
		    strcmp(other->values[0].text, answer) == 0)
			return;
	}
	struct sight_new *sight = sights_add_new(
	    a->sights,
	    &(struct sight_new){.parent = parent,
				.list = list,
				.after = things->count ? things->items[things->count - 1] : NULL,
				.place = place});
	const struct sight_value name =
	    value_of(field_flagged((enum kind)list->argument, F_NAME), answer, place);
	sight_new_add(a->sights, sight, &name);
}

static void
put_answer(struct answers *a, const struct entity *thing, const struct field *field,
	   const char *answer, const char *place)
{
	const struct cell_items items = items_of(answer, a->arena);
	if (!field_is_list(field)) {
		put_value(a, thing, field, answer, place);
		return;
	}
	for (uint32_t i = 0; i < items.count; i++)
		if (field_holds_list(field))
			put_thing(a, thing, field, items.texts[i], place);
		else
			put_value(a, thing, field, items.texts[i], place);
}

/* What all of them told is in the one retrospective of the process. */
static void
put_learnt(struct answers *a, const struct field *field, const char *answer, const char *place)
{
	const struct document *document = a->decision->voice.model->document;
	const struct cell_items items = items_of(answer, a->arena);
	if (document->retrospective) {
		put_answer(a, document->retrospective, field, answer, place);
		return;
	}
	if (!a->retrospective)
		a->retrospective = sights_add_new(
		    a->sights, &(struct sight_new){.parent = &document->base,
						   .list = field_row(FIELD_DOCUMENT_retrospective),
						   .place = place});
	for (uint32_t i = 0; i < items.count; i++)
		add_to_new(a, a->retrospective, field, items.texts[i], place);
}

/* A row of the sheet under its headings. */
struct answer {
	const char *question, *text, *place, *path;
	const struct field *field;
};

/* The interview with a person that is in the process already. */
static const struct entity *
find_talk(const struct answers *a, const struct entity *role, const char *person)
{
	const struct list *list = &a->decision->voice.model->document->interviews;
	const struct field *by = field_row(FIELD_INTERVIEW_role),
			   *whom = field_row(FIELD_INTERVIEW_person);
	for (uint32_t i = 0; i < list->count; i++) {
		const struct ref *ref = field_value(list->items[i], by);
		bool there;
		const char *known = shown_with(a, list->items[i], whom, "", &there);
		if (ref->to == role && strcmp(known, person) == 0)
			return list->items[i];
	}
	return NULL;
}

/* Answers that have no field: the person, the day, the notes of an interview with a role. The
 * person comes first. */
static void
put_talk(struct answers *a, const struct answer *answer)
{
	const struct field *notes = field_row(FIELD_INTERVIEW_notes), *field = answer->field;
	const struct document *document = a->decision->voice.model->document;
	const struct entity *role = find_thing(a, KIND_ROLE, answer->path);
	const char *text = answer->text;
	if (field == notes)
		text = arena_printf(a->arena, "%s %s", answer->question, text);
	if (!a->talk && !a->interview) {
		bool named = field == field_row(FIELD_INTERVIEW_person);
		a->talk = find_talk(a, role, named ? text : "");
	}
	if (a->talk) {
		put_value(a, a->talk, field, text, answer->place);
		return;
	}
	if (!a->interview) {
		uint32_t count = document->interviews.count;
		a->interview = sights_add_new(
		    a->sights, &(struct sight_new){
				   .parent = &document->base,
				   .list = field_row(FIELD_DOCUMENT_interviews),
				   .after = count ? document->interviews.items[count - 1] : NULL,
				   .place = answer->place});
		if (role)
			add_to_new(a, a->interview, field_row(FIELD_INTERVIEW_role),
				   entity_name(role), answer->place);
	}
	add_to_new(a, a->interview, field, text, answer->place);
}

static void
read_row(struct answers *a, const struct foreign_row *row)
{
	struct answer answer = {.question = text_in(a, row, QUESTION),
				.text = text_in(a, row, ANSWER),
				.path = text_in(a, row, ID)};
	if (!*answer.text)
		return;
	answer.place = foreign_place(a->arena, a->table, row->number, a->columns[ANSWER]);
	answer.field = field_called(a, text_in(a, row, KIND), text_in(a, row, FIELD));
	const struct entity *thing =
	    answer.field ? find_thing(a, answer.field->kind, answer.path) : NULL;
	if (answer.field && answer.field->kind == KIND_INTERVIEW)
		put_talk(a, &answer);
	else if (answer.field && answer.field->kind == KIND_RETROSPECTIVE)
		put_learnt(a, answer.field, answer.text, answer.place);
	else if (thing)
		put_answer(a, thing, answer.field, answer.text, answer.place);
	else
		decision_remark(a->decision, REMARK_STRAY_ANSWER, answer.place, answer.text, NULL);
}

void
answers_sights(struct decision *decision, const struct foreign *foreign, struct sights *sights)
{
	struct answers a = {.decision = decision, .sights = sights, .arena = decision->arena};
	for (size_t i = 0; i < foreign->table_count; i++) {
		struct foreign_row row;
		size_t at = 0;
		a.table = &foreign->tables[i];
		a.interview = NULL;
		a.talk = NULL;
		if (!find_columns(a.table, a.columns) || !foreign_next_row(a.table, &at, &row))
			continue;
		while (foreign_next_row(a.table, &at, &row))
			read_row(&a, &row);
	}
}
