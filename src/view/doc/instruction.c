/* SPDX-License-Identifier: MIT */
/* The instruction of a role: what it is, does, when and with whom, by what it is judged, where it
 * controls, and what it needs. */
#include "plan/part.h"
#include "view/doc/build.h"

#include <string.h>

static const struct doc_role_index *
index_of(const struct doc *doc)
{
	return doc_index_role(doc->own->index, &doc->role->base);
}

static bool
has_card(const struct doc *doc)
{
	return doc->role != NULL;
}

/* In which process, by which version of the regulation. */
static void
write_card(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	static const enum field_id fields[] = {FIELD_PROCESS_code, FIELD_PROCESS_version,
					       FIELD_PROCESS_status, FIELD_PROCESS_effective,
					       FIELD_PROCESS_owner};
	const struct entity *process = &model_process(doc->model)->base;
	doc_put_marks(doc, &doc->role->base);
	struct doc_block facts = {.kind = BLOCK_FACTS};
	const char *title = doc_title(doc, field_row(FIELD_DOCUMENT_process));
	doc_fact_add(doc, &facts, title, doc_text(doc, SPAN_NAME, entity_name(process)));
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		doc_field_add(doc, &facts, field_row(fields[i]),
			      doc_member(doc, process, fields[i]));
	for (const struct field **field = doc->model->fields[KIND_ROLE]; *field; field++)
		if (doc_is_shown(*field) && doc_is_fact(*field))
			doc_field_add(doc, &facts, *field,
				      doc_value(doc, &doc->role->base, *field));
	doc_put(doc, &facts);
}

/* Deadline control and control points have a part of their own. */
static bool
is_control(const struct field *field)
{
	return field->id == FIELD_ROLE_deadline_control || field->id == FIELD_ROLE_checkpoints;
}

static bool
is_duty(const struct field *field)
{
	return doc_is_shown(field) && !doc_is_fact(field) && !is_control(field);
}

static bool
gives_any(const struct doc *doc, bool (*wanted)(const struct field *field))
{
	for (const struct field **field = doc->model->fields[KIND_ROLE]; *field; field++)
		if (wanted(*field) && field_is_set(&doc->role->base, *field))
			return true;
	return false;
}

static void
put_wanted(struct doc *doc, bool (*wanted)(const struct field *field))
{
	for (const struct field **field = doc->model->fields[KIND_ROLE]; *field; field++)
		if (wanted(*field))
			doc_put_member(doc, &doc->role->base, *field);
}

static bool
has_duties(const struct doc *doc)
{
	return gives_any(doc, is_duty);
}

static void
write_duties(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	put_wanted(doc, is_duty);
}

static bool
has_work(const struct doc *doc)
{
	return index_of(doc)->shares != NULL;
}

static void
outline_work(struct doc *doc, const struct doc_section *part)
{
	for (const struct doc_share *share = index_of(doc)->shares; share; share = share->next) {
		const struct entity *stage = &share->stage->base;
		struct doc_section mine = doc_below(part, stage);
		mine.number = show_number(stage, &doc->own->arena);
		mine.share = share;
		const struct doc_section *section = doc_add_section(doc, mine);
		doc_set_place(doc, stage->anchor, section);
		for (const struct doc_chain *step = share->steps; step; step = step->next)
			if (doc_does(step))
				doc_set_place(doc, step->what->anchor, section);
	}
}

/* «с 2-го по 4-й рабочий день» */
static struct doc_lines
days_value(struct doc *doc, const struct entity *stage)
{
	const struct task *task = doc->plan ? plan_task(doc->plan, stage) : NULL;
	if (!task || !task_is_usual(task) || !doc_is_scheduled(doc, task))
		return (struct doc_lines){0};
	const struct schedule times = plan_times(doc->plan, task, ESTIMATE_MOST);
	const char *first = doc_day(doc, times.start, false),
		   *last = doc_day(doc, times.finish, times.finish.weight > times.start.weight);
	if (task->ongoing)
		first = show_word_with(doc->voice, WORD_AND_ON, first, &doc->own->scratch);
	else if (strcmp(first, last) != 0)
		first = arena_printf(&doc->own->scratch, "%s–%s", first, last);
	return doc_text(doc, SPAN_TEXT, first);
}

/* A role is judged by the stages and steps it works on or approves. */
enum { JUDGED = 1 << RACI_R | 1 << RACI_A };

/* True when it answers for the whole stage, so that what may go wrong there is its concern. */
static bool
answers_for(const struct doc *doc, const struct doc_share *share)
{
	return part_in(&share->stage->base, doc->role).own & JUDGED;
}

/* True when a role does steps of a stage, or answers for it: of any other it is told, or asked, and
 * needs no more than what comes of it. */
static bool
works_on(const struct doc *doc, const struct doc_share *share)
{
	const struct doc_chain *step = share->steps;
	while (step && !doc_does(step))
		step = step->next;
	return step || answers_for(doc, share);
}

/* What of a stage a role has to know before its steps. */
static void
put_stage(struct doc *doc, const struct doc_share *share)
{
	static const enum field_id fields[] = {FIELD_STAGE_deadline, FIELD_STAGE_responsible,
					       FIELD_STAGE_accountable, FIELD_STAGE_only};
	const struct entity *stage = &share->stage->base;
	doc_put_marks(doc, stage);
	struct doc_block facts = {.kind = BLOCK_FACTS};
	doc_fact_add(doc, &facts, show_word(doc->voice, WORD_DOC_SHARE),
		     doc_share_value(doc, share, doc->role, false));
	doc_fact_add(doc, &facts, show_word(doc->voice, WORD_DOC_DAYS), days_value(doc, stage));
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		doc_field_add(doc, &facts, field_row(fields[i]), doc_member(doc, stage, fields[i]));
	doc_put(doc, &facts);
	if (works_on(doc, share))
		doc_put_member(doc, stage, field_row(FIELD_STAGE_goal));
}

static void
put_my_steps(struct doc *doc, const struct doc_chain *step)
{
	while (step && !doc_does(step))
		step = step->next;
	if (!step)
		return;
	doc_put(doc, &(struct doc_block){.kind = BLOCK_STEPS,
					 .title = show_word(doc->voice, WORD_DOC_MY_STEPS)});
	for (; step; step = step->next)
		if (doc_does(step))
			doc_put_step(doc, step->what, 1);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_STEPS_END});
}

/* True when a deadline of what the role works on leaves open of what kind its time is. */
static bool
work_leaves_kind(const struct doc *doc)
{
	for (const struct doc_share *share = index_of(doc)->shares; share; share = share->next) {
		if (task_leaves_kind(&share->stage->base))
			return true;
		for (const struct doc_chain *step = share->steps; step; step = step->next)
			if (doc_does(step) && task_leaves_kind(step->what))
				return true;
	}
	return false;
}

static void
write_work(struct doc *doc, const struct doc_section *section)
{
	const struct doc_share *share = section->share;
	if (!share) {
		if (work_leaves_kind(doc))
			doc_put_text(doc, show_word(doc->voice, WORD_DOC_WORKING_TIME));
		return;
	}
	put_stage(doc, share);
	put_my_steps(doc, share->steps);
	static const enum field_id fields[] = {FIELD_STAGE_result, FIELD_STAGE_variants,
					       FIELD_STAGE_problems};
	size_t count = answers_for(doc, share) ? 3 : works_on(doc, share) ? 2 : 1;
	for (size_t i = 0; i < count; i++)
		doc_put_member(doc, &share->stage->base, field_row(fields[i]));
}

static bool
has_partners(const struct doc *doc)
{
	return doc_has_hands(doc);
}

static void
write_partners(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	doc_put_hands(doc, &doc->role->base);
}

static bool
is_judged_by(const struct doc *doc, const struct doc_share *share)
{
	return share->stage->criteria.count && answers_for(doc, share);
}

static bool
has_judged(const struct doc *doc)
{
	for (const struct doc_share *share = index_of(doc)->shares; share; share = share->next) {
		if (is_judged_by(doc, share))
			return true;
		for (const struct doc_chain *step = share->steps; step; step = step->next)
			if (step->letters & JUDGED &&
			    step_more(step_of(step->what))->criteria.count)
				return true;
	}
	return false;
}

static const enum field_id criterion_fields[] = {FIELD_CRITERION_name, FIELD_CRITERION_target,
						 FIELD_CRITERION_how};

static void
put_criteria(struct doc *doc, const struct entity *what, const struct list *criteria)
{
	for (uint32_t i = 0; i < criteria->count; i++) {
		struct doc_block row = doc_table(doc, BLOCK_ROW, 4);
		row.about = what;
		row.cells[0].head = true;
		doc_mention_briefly(doc, doc_line_add(doc, &row.cells[0].lines), what);
		for (uint32_t j = 0; j < 3; j++)
			row.cells[j + 1].lines =
			    doc_member(doc, criteria->items[i], criterion_fields[j]);
		doc_add_rest(doc, &row.cells[1].lines, criteria->items[i]);
		doc_put(doc, &row);
	}
}

static void
put_judged(struct doc *doc, const void *data)
{
	(void)data;
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 4);
	doc_head(doc, &head, 0, show_word(doc->voice, WORD_STAGE_OR_STEP), ALIGN_START);
	for (uint32_t i = 0; i < 3; i++)
		doc_head(doc, &head, i + 1, doc_title(doc, field_row(criterion_fields[i])),
			 ALIGN_START);
	doc_put(doc, &head);
	for (const struct doc_share *share = index_of(doc)->shares; share; share = share->next) {
		if (is_judged_by(doc, share))
			put_criteria(doc, &share->stage->base, &share->stage->criteria);
		for (const struct doc_chain *step = share->steps; step; step = step->next)
			if (step->letters & JUDGED)
				put_criteria(doc, step->what,
					     &step_more(step_of(step->what))->criteria);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

static void
write_judged(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	doc_put_sifted(doc, put_judged, NULL);
}

static bool
has_control(const struct doc *doc)
{
	return gives_any(doc, is_control);
}

static void
write_control(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	put_wanted(doc, is_control);
}

static bool
has_needed(const struct doc *doc)
{
	for (const struct doc_share *share = index_of(doc)->shares; share; share = share->next) {
		if (share->stage->attachments.count)
			return true;
		for (const struct doc_chain *step = share->steps; step; step = step->next)
			if (!doc_does(step) && step_of(step->what)->attachments.count)
				return true;
	}
	return false;
}

static void
write_needed(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	doc_put_materials(doc,
			  doc_index_needed(index_of(doc)->shares, doc->voice, &doc->own->arena));
}

static bool
has_terms(const struct doc *doc)
{
	return doc->own->needed_count > 0;
}

static void
outline_terms(struct doc *doc, const struct doc_section *part)
{
	for (uint32_t i = 0; i < doc->own->needed_count; i++)
		doc_set_place(doc, doc->own->needed[i]->base.anchor, part);
}

static void
write_terms(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	for (uint32_t i = 0; i < doc->model->document->glossary.count; i++)
		if (doc->own->used[doc->own->terms[i]->base.number - 1])
			doc_put_term(doc, doc->own->terms[i]);
}

const struct doc_part_info doc_part_card = {.has = has_card, .write = write_card};
const struct doc_part_info doc_part_duties = {.has = has_duties, .write = write_duties};
const struct doc_part_info doc_part_work = {
    .has = has_work, .outline = outline_work, .write = write_work};
const struct doc_part_info doc_part_partners = {.has = has_partners, .write = write_partners};
const struct doc_part_info doc_part_judged = {.has = has_judged, .write = write_judged};
const struct doc_part_info doc_part_control = {.has = has_control, .write = write_control};
const struct doc_part_info doc_part_needed = {.has = has_needed, .write = write_needed};
const struct doc_part_info doc_part_terms = {
    .has = has_terms, .outline = outline_terms, .write = write_terms};
