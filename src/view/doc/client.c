/* SPDX-License-Identifier: MIT */
/* The page for clients: what they have to do first, then what happens, whom to ask, what the words
 * mean. The model is cut for them: whatever step is left is theirs (plan/cut/cut.h). */
#include "view/doc/build.h"

static const struct list *
stages_of(const struct doc *doc)
{
	return &doc->model->document->stages;
}

struct doc_block
doc_lead(struct doc *doc)
{
	struct doc_block lead = {.kind = BLOCK_TEXT};
	if (doc->model->for_clients)
		lead.lines =
		    doc_member(doc, &model_process(doc->model)->base, FIELD_PROCESS_for_client);
	return lead;
}

/* A part of a step; the words for clients need no title: all of the page is for them. */
static void
add_part(struct doc *doc, struct doc_block *block, const char *title, struct doc_lines lines)
{
	doc_fact_add(doc, block, title, lines);
	if (lines.count)
		block->fields[block->field_count - 1].brief = false;
}

/* «Анкета (шаблон): заполните до замера» */
static struct doc_lines
materials_value(struct doc *doc, const struct list *materials)
{
	struct doc_lines lines = {0};
	for (uint32_t i = 0; i < materials->count; i++) {
		const struct attachment *material = attachment_at(materials, i);
		struct doc_line *line = doc_line_add(doc, &lines);
		doc_material(doc, line, material);
		doc_say(doc, line, SPAN_TEXT, ": ");
		doc_say(doc, line, SPAN_PROSE, material->for_client.s);
	}
	return lines;
}

static void
put_task(struct doc *doc, const struct entity *entity, const struct stage *stage)
{
	const struct step *step = step_of(entity);
	struct doc_lines when = {0};
	struct doc_block block = {
	    .kind = BLOCK_STEP, .anchor = entity->anchor, .level = 1, .about = entity};
	doc_say(doc, doc_line_add(doc, &block.lines), SPAN_NAME, entity_name(entity));
	doc_mention_numbered(doc, doc_line_add(doc, &when), &stage->base);
	doc_fact_add(doc, &block, show_word(doc->voice, WORD_DOC_WHEN), when);
	doc_field_add(doc, &block, field_row(FIELD_STEP_deadline),
		      doc_member(doc, entity, FIELD_STEP_deadline));
	add_part(doc, &block, NULL, doc_member(doc, entity, FIELD_STEP_for_client));
	doc_field_add(doc, &block, field_row(FIELD_STEP_attachments),
		      materials_value(doc, &step->attachments));
	doc_field_add(doc, &block, field_row(FIELD_STEP_result),
		      doc_member(doc, entity, FIELD_STEP_result));
	doc_put(doc, &block);
}

static bool
has_tasks(const struct doc *doc)
{
	for (uint32_t i = 0; i < stages_of(doc)->count; i++)
		if (stage_at(stages_of(doc), i)->steps.count)
			return true;
	return false;
}

/* All steps and sub-steps in one list, as a client does one after another. */
static void
write_tasks(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	doc_put(doc, &(struct doc_block){.kind = BLOCK_STEPS});
	for (uint32_t i = 0; i < stages_of(doc)->count; i++) {
		const struct stage *stage = stage_at(stages_of(doc), i);
		for (uint32_t j = 0; j < stage->steps.count; j++) {
			const struct list *below = &step_at(&stage->steps, j)->steps;
			put_task(doc, stage->steps.items[j], stage);
			for (uint32_t k = 0; k < below->count; k++)
				put_task(doc, below->items[k], stage);
		}
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_STEPS_END});
}

static void
outline_course(struct doc *doc, const struct doc_section *part)
{
	for (uint32_t i = 0; i < stages_of(doc)->count; i++)
		doc_set_place(doc, stages_of(doc)->items[i]->anchor, part);
}

static void
outline_tasks(struct doc *doc, const struct doc_section *part)
{
	for (uint32_t i = 0; i < stages_of(doc)->count; i++) {
		const struct list *steps = &stage_at(stages_of(doc), i)->steps;
		for (uint32_t j = 0; j < steps->count; j++)
			doc_set_place(doc, steps->items[j]->anchor, part);
	}
}

static bool
has_course(const struct doc *doc)
{
	return stages_of(doc)->count > 0;
}

/* False for a stage that some variant does not have. */
static bool
is_for_all(const struct doc *doc, const struct entity *stage)
{
	for (uint32_t i = 0; i < doc->plan->variant_count; i++)
		if (!plan_task(doc->plan->variants[i], stage))
			return false;
	return true;
}

/* How long all takes, where anything is known of that. */
static void
put_total(struct doc *doc)
{
	const struct length *total = doc->plan ? doc->plan->total : NULL;
	if (!total || !total[ESTIMATE_MOST].weight)
		return;
	const char *time = doc_time(doc, total[ESTIMATE_BEST], total[ESTIMATE_MOST]);
	const char *text =
	    arena_printf(&doc->own->scratch, "%s %s.", show_word(doc->voice, WORD_DOC_TAKES), time);
	doc_put(doc,
		&(struct doc_block){.kind = BLOCK_TEXT, .lines = doc_text(doc, SPAN_TEXT, text)});
}

static void
write_course(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	put_total(doc);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_STEPS});
	for (uint32_t i = 0; i < stages_of(doc)->count; i++) {
		const struct entity *stage = stages_of(doc)->items[i];
		struct doc_block block = {
		    .kind = BLOCK_STEP, .anchor = stage->anchor, .level = 1, .about = stage};
		struct doc_lines tasks = {0};
		doc_say(doc, doc_line_add(doc, &block.lines), SPAN_NAME, entity_name(stage));
		doc_field_add(doc, &block, field_row(FIELD_STAGE_deadline),
			      doc_member(doc, stage, FIELD_STAGE_deadline));
		const struct task *task = doc->plan ? plan_task(doc->plan, stage) : NULL;
		if (task && (!task_is_usual(task) || !is_for_all(doc, stage)))
			add_part(
			    doc, &block, NULL,
			    doc_text(doc, SPAN_TEXT, show_word(doc->voice, WORD_DOC_NOT_ALWAYS)));
		add_part(doc, &block, NULL, doc_member(doc, stage, FIELD_STAGE_for_client));
		for (uint32_t j = 0; j < stage_of(stage)->steps.count; j++)
			doc_mention(doc, doc_line_add(doc, &tasks),
				    stage_of(stage)->steps.items[j]);
		add_part(doc, &block, show_word(doc->voice, WORD_DOC_FROM_YOU), tasks);
		add_part(doc, &block, doc_title(doc, field_row(FIELD_STAGE_result)),
			 doc_member(doc, stage, FIELD_STAGE_result));
		doc_put(doc, &block);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_STEPS_END});
}

static bool
has_contact(const struct doc *doc)
{
	return model_process(doc->model)->contact.count > 0;
}

static void
write_contact(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	doc_put(doc, &(struct doc_block){.kind = BLOCK_LIST,
					 .lines = doc_member(doc, &model_process(doc->model)->base,
							     FIELD_PROCESS_contact)});
}

static bool
has_words(const struct doc *doc)
{
	return doc->model->document->glossary.count > 0;
}

static void
outline_words(struct doc *doc, const struct doc_section *part)
{
	for (uint32_t i = 0; i < doc->model->document->glossary.count; i++)
		doc_set_place(doc, doc->own->terms[i]->base.anchor, part);
}

static void
write_words(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	for (uint32_t i = 0; i < doc->model->document->glossary.count; i++)
		doc_put_term(doc, doc->own->terms[i]);
}

const struct doc_part_info doc_part_yours = {
    .has = has_tasks, .outline = outline_tasks, .write = write_tasks};
const struct doc_part_info doc_part_course = {
    .has = has_course, .outline = outline_course, .write = write_course};
const struct doc_part_info doc_part_ask = {.has = has_contact, .write = write_contact};
const struct doc_part_info doc_part_words = {
    .has = has_words, .outline = outline_words, .write = write_words};
