/* SPDX-License-Identifier: MIT */
/* When things happen and who watches over it: total time, the schedule of stages with the critical
 * path, deadline control and control points of the roles. */
#include "model/variant.h"
#include "plan/time/takes.h"
#include "view/doc/build.h"

static const struct list *
stages_of(const struct doc *doc)
{
	return &doc->model->document->stages;
}

bool
doc_is_timed(const struct doc *doc)
{
	return doc->plan && doc->plan->total[ESTIMATE_MOST].weight > 0;
}

static bool
any_control(const struct doc *doc)
{
	const struct list *roles = &doc->model->document->roles;
	for (uint32_t i = 0; i < roles->count; i++)
		if (role_at(roles, i)->deadline_control.count)
			return true;
	return false;
}

/* The calendar by which time is reckoned says something. */
static bool
has_calendar(const struct doc *doc)
{
	const struct entity *calendar = doc->model->document->calendar;
	for (const struct field **field = doc->model->fields[KIND_CALENDAR]; *field; field++)
		if (calendar && field_is_set(calendar, *field))
			return true;
	return false;
}

static bool
has_deadlines(const struct doc *doc)
{
	return doc_is_timed(doc) || has_calendar(doc) || any_control(doc) ||
	       doc->own->index->any_checkpoint;
}

/* The critical stages of a plan as links, parted by arrows; paths that take equally long in a line
 * or each in its own. */
static struct doc_lines
paths_of(struct doc *doc, const struct plan *plan, bool apart)
{
	struct doc_lines lines = {0};
	struct doc_line *line = NULL;
	for (const struct critical_path *path = plan->critical[ESTIMATE_MOST]; path;
	     path = path->next) {
		if (line && !apart)
			doc_say(doc, line, SPAN_TEXT, "; ");
		else if (*path->stages)
			line = doc_line_add(doc, &lines);
		for (uint32_t i = 0; path->stages[i]; i++) {
			doc_say(doc, line, SPAN_TEXT, i ? " → " : "");
			doc_mention(doc, line, path->stages[i]->entity);
		}
	}
	if (plan->critical_left[ESTIMATE_MOST])
		doc_say(doc, line, SPAN_TEXT, "; …");
	return lines;
}

/* Whether something holds of a task in a plan. */
typedef bool (*task_fact)(const struct plan *plan, const struct task *task);

/* How the total compares with the deadline that was set. */
static const char *
verdict(struct doc *doc, const struct plan *plan)
{
	const struct duration *deadline = plan_deadline(plan);
	struct length total;
	if (!duration_is_bound(deadline) || !plan_takes(plan, ESTIMATE_MOST, &total))
		return NULL;
	if (total.weight == duration_most(deadline).weight)
		return show_word(doc->voice, WORD_DOC_NO_SPARE);
	bool over = total.weight > duration_most(deadline).weight;
	struct length spare = over ? length_difference(total, duration_most(deadline))
				   : length_difference(duration_most(deadline), total);
	const char *time = show_length_beside(doc->voice, spare, deadline, &doc->own->scratch);
	return show_word_with(doc->voice, over ? WORD_DOC_OVER : WORD_DOC_SPARE, time,
			      &doc->own->scratch);
}

static bool
counts_from_event(const struct plan *plan, const struct task *task)
{
	const struct terms *terms = task_terms(task->entity, plan->variant);
	return terms && terms->from.pos.line && !terms->from.to;
}

static bool
is_in_words(const struct plan *plan, const struct task *task)
{
	const struct terms *terms = task_terms(task->entity, plan->variant);
	return terms && terms->note.s && !task_deadline(task->entity, plan->variant)->told &&
	       !task->ongoing;
}

/* True when something holds of a task on the usual path, in some variant. */
static bool
holds_somewhere(const struct plan *plan, const struct task *task, task_fact holds)
{
	if (!plan->variants)
		return task_is_usual(task) && holds(plan, task);
	for (uint32_t i = 0; i < plan->variant_count; i++) {
		const struct task *of = plan_task(plan->variants[i], task->entity);
		if (of && task_is_usual(of) && holds(plan->variants[i], of))
			return true;
	}
	return false;
}

/* The stages and steps on the usual path of which something holds. */
static struct doc_lines
those_that(struct doc *doc, task_fact holds)
{
	struct doc_lines lines = {0};
	struct doc_line *line = NULL;
	for (uint32_t i = 0; i < doc->plan->count; i++) {
		const struct task *task = &doc->plan->tasks[i];
		if (!holds_somewhere(doc->plan, task, holds))
			continue;
		if (line)
			doc_say(doc, line, SPAN_TEXT, ", ");
		else
			line = doc_line_add(doc, &lines);
		doc_mention(doc, line, task->entity);
	}
	return lines;
}

struct doc_lines
doc_total(struct doc *doc)
{
	const struct plan *plan = doc->plan;
	return doc_is_timed(doc)
		   ? doc_text(doc, SPAN_TEXT,
			      doc_time(doc, plan->total[ESTIMATE_BEST], plan->total[ESTIMATE_MOST]))
		   : (struct doc_lines){0};
}

struct doc_lines
doc_deadline_set(struct doc *doc)
{
	const struct process *process = model_process(doc->model);
	struct doc_lines given = doc_value(doc, &process->base, field_row(FIELD_PROCESS_deadline));
	if (given.count && !process->deadline_by_variant && doc_is_timed(doc))
		doc_say(doc, &given.items[0], SPAN_TEXT, verdict(doc, doc->plan));
	return given;
}

static void
put_totals(struct doc *doc)
{
	const struct plan *plan = doc->plan;
	struct doc_block facts = {.kind = BLOCK_FACTS};
	doc_fact_add(doc, &facts, show_word(doc->voice, WORD_DOC_TOTAL), doc_total(doc));
	doc_fact_add(doc, &facts, show_word(doc->voice, WORD_DOC_DEADLINE_SET),
		     doc_deadline_set(doc));
	doc_fact_add(doc, &facts, show_word(doc->voice, WORD_DOC_CRITICAL_PATH),
		     paths_of(doc, plan, false));
	if (doc_has_exceptions(doc))
		doc_fact_add(
		    doc, &facts, show_word(doc->voice, WORD_DOC_WITH_EXCEPTIONS),
		    doc_text(doc, SPAN_TEXT,
			     show_length(doc->voice, plan->with_exceptions, &doc->own->scratch)));
	doc_fact_add(doc, &facts, show_word(doc->voice, WORD_DOC_FROM_EVENTS),
		     those_that(doc, counts_from_event));
	doc_fact_add(doc, &facts, show_word(doc->voice, WORD_DOC_IN_WORDS),
		     those_that(doc, is_in_words));
	doc_put(doc, &facts);
}

static bool
are_same_paths(const struct critical_path *a, const struct critical_path *b)
{
	while (a && b && critical_path_is_within(a, b) && critical_path_is_within(b, a)) {
		a = a->next;
		b = b->next;
	}
	return !a && !b;
}

/* True when the variants of the process take different times, take them on different paths, or have
 * deadlines of their own. */
static bool
variants_differ(const struct doc *doc)
{
	struct plan *const *plans = doc->plan->variants;
	if (plans && model_process(doc->model)->deadline_by_variant)
		return true;
	for (uint32_t i = 1; i < doc->plan->variant_count; i++)
		for (int e = 0; e < ESTIMATE_COUNT; e++)
			if (plans[i]->total[e].weight != plans[0]->total[e].weight ||
			    !are_same_paths(plans[i]->critical[e], plans[0]->critical[e]))
				return true;
	return false;
}

static void
put_variants(struct doc *doc)
{
	const struct list *variants = &doc->model->document->variants;
	if (!variants->count || !variants_differ(doc))
		return;
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 3);
	doc_head(doc, &head, 0, doc_title(doc, field_row(FIELD_PILOT_variant)), ALIGN_START);
	doc_head(doc, &head, 1, show_word(doc->voice, WORD_DOC_TOTAL), ALIGN_START);
	doc_head(doc, &head, 2, show_word(doc->voice, WORD_DOC_CRITICAL_PATH), ALIGN_START);
	doc_put(doc, &head);
	for (uint32_t i = 0; i < variants->count; i++) {
		const struct plan *plan = doc->plan->variants[i];
		struct doc_block row = doc_table(doc, BLOCK_ROW, 3);
		row.cells[0] = (struct doc_cell){
		    .lines = doc_text(doc, SPAN_NAME, entity_name(variants->items[i])),
		    .head = true};
		row.cells[1].lines =
		    doc_text(doc, SPAN_TEXT,
			     doc_time(doc, plan->total[ESTIMATE_BEST], plan->total[ESTIMATE_MOST]));
		if (model_process(doc->model)->deadline_by_variant)
			doc_say(doc, &row.cells[1].lines.items[0], SPAN_TEXT, verdict(doc, plan));
		row.cells[2].lines = paths_of(doc, plan, true);
		doc_put(doc, &row);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

const char *
doc_day(struct doc *doc, struct length time, bool end)
{
	int64_t day = doc->model->minutes_per_day, minutes = length_as_work(time);
	int64_t number = end ? (minutes + day - 1) / day : minutes / day + 1;
	return arena_printf(&doc->own->scratch, "%lld", (long long)number);
}

bool
doc_is_scheduled(const struct doc *doc, const struct task *task)
{
	return task->timed || (task->ongoing && doc->plan->total[ESTIMATE_MOST].weight > 0);
}

static void
put_stage(struct doc *doc, const struct entity *stage)
{
	const struct task *task = plan_task(doc->plan, stage);
	if (!task || !doc_is_scheduled(doc, task))
		return;
	const struct schedule times = plan_times(doc->plan, task, ESTIMATE_MOST);
	struct doc_block row = doc_table(doc, BLOCK_ROW, 6);
	row.about = stage;
	row.cells[0].head = true;
	doc_mention(doc, doc_line_add(doc, &row.cells[0].lines), stage);
	row.cells[1].lines =
	    doc_text(doc, SPAN_TEXT, task_takes(doc->voice, doc->plan, task, &doc->own->scratch));
	const char *slack =
	    times.slack.weight ? show_length(doc->voice, times.slack, &doc->own->scratch) : "–";
	if (task_is_usual(task) && task->ongoing) {
		row.cells[2].lines = doc_text(doc, SPAN_TEXT, doc_day(doc, times.start, false));
	} else if (task_is_usual(task)) {
		row.cells[2].lines = doc_text(doc, SPAN_TEXT, doc_day(doc, times.start, false));
		row.cells[3].lines =
		    doc_text(doc, SPAN_TEXT,
			     doc_day(doc, times.finish, times.finish.weight > times.start.weight));
		row.cells[4].lines = doc_text(doc, SPAN_TEXT, slack);
		row.cells[5].lines = doc_text(
		    doc, SPAN_STRONG,
		    task->critical[ESTIMATE_MOST] ? show_word(doc->voice, WORD_YES) : NULL);
	} else {
		row.cells[5].lines =
		    doc_text(doc, SPAN_TEXT, show_word(doc->voice, WORD_DOC_ASIDE));
	}
	doc_put(doc, &row);
}

static void
put_schedule(struct doc *doc)
{
	static const enum word titles[] = {WORD_DOC_TAKES_TIME, WORD_FIRST_DAY, WORD_LAST_DAY,
					   WORD_DOC_SLACK, WORD_DOC_CRITICAL};
	static const enum doc_align aligns[] = {ALIGN_FIGURES, ALIGN_FIGURES, ALIGN_FIGURES,
						ALIGN_FIGURES, ALIGN_MIDDLE};
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 6);
	head.title = show_word(doc->voice, WORD_SHEET_SCHEDULE);
	doc_head(doc, &head, 0, doc_title(doc, field_flagged(KIND_STAGE, F_NAME)), ALIGN_START);
	for (uint32_t i = 0; i < 5; i++)
		doc_head(doc, &head, i + 1, show_word(doc->voice, titles[i]), aligns[i]);
	doc_put(doc, &head);
	for (uint32_t i = 0; i < stages_of(doc)->count; i++)
		put_stage(doc, stages_of(doc)->items[i]);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

static void
put_control(struct doc *doc)
{
	const struct list *roles = &doc->model->document->roles;
	const struct field *field = field_row(FIELD_ROLE_deadline_control);
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 2);
	head.title = doc_title(doc, field);
	doc_head(doc, &head, 0, doc_title(doc, field_flagged(KIND_ROLE, F_NAME)), ALIGN_START);
	doc_head(doc, &head, 1, show_word(doc->voice, WORD_DOC_HOW_CONTROLS), ALIGN_START);
	doc_put(doc, &head);
	for (uint32_t i = 0; i < roles->count; i++) {
		if (!role_at(roles, i)->deadline_control.count)
			continue;
		struct doc_block row = doc_table(doc, BLOCK_ROW, 2);
		row.about = roles->items[i];
		row.cells[0].head = true;
		doc_mention(doc, doc_line_add(doc, &row.cells[0].lines), roles->items[i]);
		row.cells[1].lines = doc_value(doc, roles->items[i], field);
		doc_put(doc, &row);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

static void
put_checkpoints(struct doc *doc)
{
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 3);
	head.title = doc_title(doc, field_row(FIELD_ROLE_checkpoints));
	doc_head(doc, &head, 0, doc_title(doc, field_row(FIELD_CHECKPOINT_stage)), ALIGN_START);
	doc_head(doc, &head, 1, doc_title(doc, field_flagged(KIND_ROLE, F_NAME)), ALIGN_START);
	doc_head(doc, &head, 2, doc_title(doc, field_row(FIELD_CHECKPOINT_what)), ALIGN_START);
	doc_put(doc, &head);
	for (uint32_t i = 0; i < stages_of(doc)->count; i++)
		for (struct doc_chain *point = doc->own->index->checkpoints[i]; point;
		     point = point->next) {
			struct doc_block row = doc_table(doc, BLOCK_ROW, 3);
			row.about = stages_of(doc)->items[i];
			row.cells[0].head = true;
			doc_mention(doc, doc_line_add(doc, &row.cells[0].lines),
				    stages_of(doc)->items[i]);
			doc_mention(doc, doc_line_add(doc, &row.cells[1].lines),
				    point->what->parent);
			row.cells[2].lines = doc_member(doc, point->what, FIELD_CHECKPOINT_what);
			doc_add_rest(doc, &row.cells[2].lines, point->what);
			doc_put(doc, &row);
		}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

/* A field of the calendar as a sentence: «Рабочий день – 8 ч.», «Праздники: 04.11.2026.» */
static const char *
calendar_sentence(struct doc *doc, const struct entity *calendar, const struct field *field)
{
	struct arena *scratch = &doc->own->scratch;
	bool prose;
	const struct texts texts = show_field(doc->voice, calendar, field, &prose, scratch);
	const char *value = "";
	for (uint32_t i = 0; i < texts.count; i++)
		value = arena_printf(scratch, "%s%s%s", value, i ? ", " : "", texts.items[i].s);
	if (field->id == FIELD_CALENDAR_country)
		return show_word_with(doc->voice, WORD_DOC_CALENDAR_OF, value, scratch);
	if (field->id == FIELD_CALENDAR_hours_per_day)
		return show_word_with(doc->voice, WORD_DOC_CALENDAR_HOURS, value, scratch);
	return arena_printf(scratch, "%s: %s.", doc_title(doc, field), value);
}

/* By what calendar time is reckoned, and which days are off. */
static void
put_calendar(struct doc *doc)
{
	const struct entity *calendar = doc->model->document->calendar;
	struct doc_block block = {.kind = BLOCK_FIELD,
				  .title = doc_title(doc, field_row(FIELD_DOCUMENT_calendar))};
	struct doc_line *line = doc_line_add(doc, &block.lines);
	for (const struct field **field = doc->model->fields[KIND_CALENDAR]; *field; field++) {
		if (!field_is_set(calendar, *field))
			continue;
		doc_say(doc, line, SPAN_TEXT, line->count ? " " : "");
		doc_say(doc, line, SPAN_TEXT, calendar_sentence(doc, calendar, *field));
	}
	doc_put(doc, &block);
}

static void
write_deadlines(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	if (doc_is_timed(doc)) {
		put_totals(doc);
		put_variants(doc);
		doc_put(doc, &(struct doc_block){.kind = BLOCK_GANTT});
		put_schedule(doc);
		if (doc_has_exceptions(doc))
			doc_put_exceptions(doc);
	}
	if (any_control(doc))
		put_control(doc);
	if (doc->own->index->any_checkpoint)
		put_checkpoints(doc);
	if (has_calendar(doc))
		put_calendar(doc);
}

const struct doc_part_info doc_part_deadlines = {.has = has_deadlines, .write = write_deadlines};
