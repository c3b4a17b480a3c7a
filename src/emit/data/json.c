/* SPDX-License-Identifier: MIT */
/* The whole model as JSON, by the field table: references are anchors, durations are minutes (not
 * in an edition that hides the calendar: they would give it away). `presale schema json` prints its
 * schema; docs/json.md explains it. */
#include "emit/emit.h"
#include "model/fields.h"
#include "model/schema.h"
#include "model/show.h"
#include "model/visit.h"
#include "plan/pilot.h"
#include "support/date.h"
#include "support/json.h"

#include <string.h>

struct json_writer {
	struct json json;
	const struct model *model;
	const struct voice *voice;
	struct arena arena; /* of what is shown; emptied now and then */
	bool minutes;       /* the calendar that they are reckoned with is shown */
};

static void
put_entity(struct json_writer *w, const struct entity *entity);

static void
put_texts(struct json_writer *w, const struct texts *texts)
{
	json_array(&w->json);
	for (uint32_t i = 0; i < texts->count; i++)
		json_string(&w->json, show_prose(w->voice, texts->items[i].s));
	json_array_end(&w->json);
}

static void
put_date(struct json_writer *w, const struct date *date)
{
	struct civil civil = date_civil(date->day);
	json_string(&w->json, arena_printf(&w->arena, "%04d-%02d-%02d%s", civil.year, civil.month,
					   civil.day, show_clock(date, &w->arena)));
}

/* Minutes of work that take as many weeks. */
static void
put_weeks(struct json_writer *w, const char *key, struct length length)
{
	if (w->minutes)
		json_member_integer(&w->json, key, length_as_work(length));
}

/* A length by its kinds of time, as far as it has them. */
static void
put_kinds(struct json_writer *w, const char *key, struct length length)
{
	json_key(&w->json, key);
	json_object(&w->json);
	if (length.working && w->minutes)
		json_member_integer(&w->json, "working_minutes", length.working);
	if (length.calendar) {
		json_key(&w->json, "calendar_days");
		if (length.calendar % CLOCK_DAY)
			json_number(&w->json, (double)length.calendar / CLOCK_DAY);
		else
			json_integer(&w->json, length.calendar / CLOCK_DAY);
	}
	if (length.clock)
		json_member_integer(&w->json, "clock_minutes", length.clock);
	json_object_end(&w->json);
}

/* Working time alone is exact by weeks. */
static void
put_lengths(struct json_writer *w, struct length best, struct length most, const char *text)
{
	put_weeks(w, "best", best);
	put_weeks(w, "most", most);
	if (best.calendar || best.clock || most.calendar || most.clock) {
		json_key(&w->json, "exactly");
		json_object(&w->json);
		put_kinds(w, "best", best);
		put_kinds(w, "most", most);
		json_object_end(&w->json);
	}
	json_member_string(&w->json, "text", text);
}

static void
put_duration(struct json_writer *w, const struct duration *duration, const char *text)
{
	json_object(&w->json);
	if (duration->told)
		put_lengths(w, duration_best(duration), duration_most(duration), text);
	else
		json_member_string(&w->json, "text", text);
	json_object_end(&w->json);
}

static const char *
unit_name(char unit)
{
	return unit == 'm' ? "month" : unit == 'q' ? "quarter" : unit == 'y' ? "year" : "day";
}

static void
put_period(struct json_writer *w, const struct period *period)
{
	json_object(&w->json);
	json_member_string(&w->json, "unit", unit_name(period->unit));
	json_member_integer(&w->json, "count", period->unit == 'd' ? period->days : 1);
	json_object_end(&w->json);
}

/* The first spelling is the English one. */
static void
put_choice(struct json_writer *w, enum choice choice)
{
	const char *words = choice_spellings(choice);
	json_string(&w->json, arena_copy(&w->arena, words, strcspn(words, "|")));
}

static const char *
anchor_of(const struct ref *ref)
{
	return !ref->to ? NULL : ref->to->kind == KIND_END ? "end" : ref->to->anchor;
}

static void
put_list(struct json_writer *w, const struct list *list)
{
	json_array(&w->json);
	for (uint32_t i = 0; i < list->count; i++)
		put_entity(w, list->items[i]);
	json_array_end(&w->json);
}

static void
put_notes(struct json_writer *w, const struct notes *notes)
{
	json_array(&w->json);
	for (uint32_t i = 0; i < notes->count; i++) {
		json_object(&w->json);
		json_member_string(&w->json, "for", anchor_of(&notes->items[i].key));
		json_key(&w->json, "texts");
		put_texts(w, &notes->items[i].texts);
		json_object_end(&w->json);
	}
	json_array_end(&w->json);
}

/* A text, a reference …: a value, or an item of a list. */
static void
put_leaf(struct json_writer *w, const struct leaf *leaf)
{
	const void *value = leaf->value;
	switch (leaf->type) {
	case LEAF_TEXT:
		json_string(&w->json, leaf_text(leaf)->s);
		break;
	case LEAF_PROSE:
		json_string(&w->json, show_prose(w->voice, leaf_text(leaf)->s));
		break;
	case LEAF_DURATION:
		put_duration(w, value, show_duration(w->voice, value, &w->arena));
		break;
	case LEAF_DATE:
		put_date(w, value);
		break;
	case LEAF_FLAG:
		json_boolean(&w->json, ((const struct flag *)value)->on);
		break;
	case LEAF_NUMBER:
		json_number(&w->json, ((const struct number *)value)->value);
		break;
	case LEAF_PERIOD:
		put_period(w, value);
		break;
	case LEAF_CHOICE:
		put_choice(w, ((const struct choice_value *)value)->value);
		break;
	case LEAF_COLOR:
		json_string(&w->json, arena_printf(&w->arena, "#%06x",
						   (unsigned)((const struct color *)value)->rgb));
		break;
	case LEAF_REF: /* an event that a deadline counts from has no anchor */
		json_string(&w->json, leaf->field->id == FIELD_TERMS_from && !leaf_ref(leaf)->to
					  ? leaf_ref(leaf)->raw
					  : anchor_of(leaf_ref(leaf)));
		break;
	case LEAF_THING:
		put_entity(w, leaf_thing(leaf));
		break;
	case LEAF_NOTE: /* no leaf, but two of them */
		break;
	}
}

static void
put_value(struct json_writer *w, const struct entity *entity, const struct field *field)
{
	if (field_is(field, LEAF_NOTE)) {
		put_notes(w, field_value(entity, field));
		return;
	}
	if (field_terms(field)) {
		put_duration(w, field_value(entity, field),
			     show_deadline(w->voice, entity, &w->arena));
		return;
	}
	struct leaves leaves = leaves_of(entity, field, field_leaves(field));
	struct leaf leaf;
	if (field_is_list(field))
		json_array(&w->json);
	while (leaves_next(&leaves, &leaf))
		put_leaf(w, &leaf);
	if (field_is_list(field))
		json_array_end(&w->json);
}

static void
put_own(struct json_writer *w, const struct entity *entity)
{
	bool open = false;
	for (const struct field **field = w->model->fields[entity->kind]; *field; field++) {
		if (!((*field)->flags & F_OWN) || !field_is_set(entity, *field))
			continue;
		if (!open) {
			json_key(&w->json, "own");
			json_object(&w->json);
		}
		open = true;
		json_key(&w->json, (*field)->member);
		put_value(w, entity, *field);
	}
	if (open)
		json_object_end(&w->json);
}

static void
put_options(struct json_writer *w, const struct notes *options)
{
	json_key(&w->json, "options");
	json_object(&w->json);
	for (uint32_t i = 0; i < options->count; i++) {
		json_key(&w->json, options->items[i].key.raw);
		put_texts(w, &options->items[i].texts);
	}
	json_object_end(&w->json);
}

static void
put_fields(struct json_writer *w, const struct entity *entity)
{
	for (const struct field **field = w->model->fields[entity->kind]; *field; field++) {
		if ((*field)->flags & F_OWN || !field_is_set(entity, *field) ||
		    (*field)->flags & F_ID)
			continue;
		json_key(&w->json, (*field)->member);
		put_value(w, entity, *field);
	}
	put_own(w, entity);
	const struct entity_more *more = entity_more(entity);
	if (more->options.count)
		put_options(w, &more->options);
	if (more->ignores.count) {
		json_key(&w->json, "ignore");
		put_list(w, &more->ignores);
	}
}

/* How long a stage of a pilot was to take. */
static void
put_planned(struct json_writer *w, const struct pilot_stage *tried)
{
	const char *planned = pilot_planned(w->voice, tried, &w->arena);
	if (*planned)
		json_member_string(&w->json, "planned", planned);
}

/* Depth is that of the field table. */
static void
put_entity(struct json_writer *w, const struct entity *entity)
{
	json_object(&w->json);
	if (kind_info(entity->kind)->flags & K_ID) {
		json_member_string(&w->json, "id", entity->id);
		json_member_string(&w->json, "anchor", entity->anchor);
	}
	if (entity->kind == KIND_ATTACHMENT) {
		const struct attachment seen = show_attachment(w->voice, attachment_of(entity));
		put_fields(w, &seen.base);
	} else if (entity->kind == KIND_PROCESS) {
		struct process seen = *process_of(entity);
		seen.logo.s = show_prose(w->voice, seen.logo.s);
		put_fields(w, &seen.base);
	} else {
		put_fields(w, entity);
	}
	if (entity->kind == KIND_PILOT_STAGE)
		put_planned(w, pilot_stage_of(entity));
	json_object_end(&w->json);
}

static void
put_times(struct json_writer *w, const struct plan *plan, const struct task *task)
{
	static const char *const names[ESTIMATE_COUNT] = {"best", "most"};
	for (int e = 0; e < ESTIMATE_COUNT; e++) {
		const struct schedule times = plan_times(plan, task, (enum estimate)e);
		json_key(&w->json, names[e]);
		json_object(&w->json);
		put_weeks(w, "start", times.start);
		put_weeks(w, "finish", times.finish);
		put_weeks(w, "slack", times.slack);
		json_member_boolean(&w->json, "critical", task->critical[e]);
		json_object_end(&w->json);
	}
}

/* What unusual outcomes add: of which stage or step, the number of its outcome, how much. What
 * begins at best may have more time left than what begins at most. */
static void
put_exceptions(struct json_writer *w, const struct plan *plan)
{
	json_key(&w->json, "exceptions");
	json_array(&w->json);
	for (uint32_t i = 0; i < plan->exception_count; i++) {
		const struct exception *exception = &plan->exceptions[i];
		struct length best = exception->adds[ESTIMATE_BEST], most = best;
		length_lower(&best, exception->adds[ESTIMATE_MOST]);
		length_raise(&most, exception->adds[ESTIMATE_MOST]);
		json_object(&w->json);
		json_member_string(&w->json, "of", exception->from->entity->anchor);
		json_member_integer(&w->json, "outcome", exception->outcome->base.number);
		put_lengths(w, best, most, show_lengths(w->voice, best, most, &w->arena));
		json_object_end(&w->json);
	}
	json_array_end(&w->json);
}

/* What a task begins after, of what stands from *at on. */
static void
put_dependencies(struct json_writer *w, const struct plan *plan, const struct task *task,
		 uint32_t *at)
{
	json_key(&w->json, "begins_after");
	json_array(&w->json);
	for (; *at < plan->dependency_count && plan->dependencies[*at].to == task; ++*at)
		json_string(&w->json, plan->dependencies[*at].from->entity->anchor);
	json_array_end(&w->json);
}

static void
put_plan(struct json_writer *w, const struct plan *plan)
{
	uint32_t dependency = 0;
	json_key(&w->json, "plan");
	json_object(&w->json);
	struct length best = plan->total[ESTIMATE_BEST], most = plan->total[ESTIMATE_MOST];
	put_lengths(w, best, most, show_lengths(w->voice, best, most, &w->arena));
	json_key(&w->json, "tasks");
	json_array(&w->json);
	for (uint32_t i = 0; i < plan->count; i++) {
		const struct task *task = &plan->tasks[i];
		json_object(&w->json);
		json_member_string(&w->json, "of", task->entity->anchor);
		json_key(&w->json, "after");
		json_array(&w->json);
		for (uint32_t j = 0; j < task->after_count; j++)
			json_string(&w->json, task->after[j]->entity->anchor);
		json_array_end(&w->json);
		put_dependencies(w, plan, task, &dependency);
		json_member_boolean(&w->json, "usual", task_is_usual(task));
		put_times(w, plan, task);
		json_object_end(&w->json);
	}
	json_array_end(&w->json);
	put_exceptions(w, plan);
	json_object_end(&w->json);
}

static bool
shows_calendar(const struct model *model)
{
	return field_is_kept(model, field_row(FIELD_DOCUMENT_calendar)) &&
	       field_is_kept(model, field_row(FIELD_CALENDAR_hours_per_day)) &&
	       field_is_kept(model, field_row(FIELD_CALENDAR_workdays));
}

void
emit_json(struct emission *emission)
{
	struct buf out = {0};
	struct emission_drain drain = emission_drain(emission, ".json");
	struct json_writer w = {.json = {.out = &out, .drain = &drain.drain, .indent = 2},
				.model = emission->view.voice->model,
				.voice = emission->view.voice};
	w.minutes = shows_calendar(w.model);
	json_object(&w.json);
	json_member_string(&w.json, "format", SCHEMA_MODEL_FORMAT);
	json_member_integer(&w.json, "version", SCHEMA_MODEL_VERSION);
	json_member_string(&w.json, "lang", w.model->lang == LANG_EN ? "en" : "ru");
	if (w.model->edition)
		json_member_string(&w.json, "edition", w.model->edition);
	if (w.minutes) {
		json_member_integer(&w.json, "minutes_per_day", w.model->minutes_per_day);
		json_member_integer(&w.json, "days_per_week", w.model->days_per_week);
	}
	put_fields(&w, &w.model->document->base);
	put_plan(&w, emission->view.plan);
	json_object_end(&w.json);
	buf_putc(&out, '\n');
	emission_write(emission, ".json", &out);
	arena_free(&w.arena);
}
