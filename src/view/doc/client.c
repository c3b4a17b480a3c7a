/* SPDX-License-Identifier: MIT */
/* The page for clients: what they have to do first, then what happens, whom to ask, what the words
 * mean. The model is cut for them: whatever step is left is theirs (plan/cut/cut.h). */
#include "view/doc/build.h"

static const struct list *
stages_of(const struct doc *doc)
{
	return &doc->model->document->stages;
}

/* Whether the page is for several clients at once. */
static bool
is_shared(const struct doc *doc)
{
	return doc->model->client_count > 1;
}

struct doc_block
doc_lead(struct doc *doc)
{
	struct doc_block lead = {.kind = BLOCK_TEXT};
	if (doc->interview)
		lead.lines = doc_interview_lead(doc);
	else if (doc->model->for_clients)
		lead.lines =
		    doc_member(doc, &model_process(doc->model)->base, FIELD_PROCESS_for_client);
	return lead;
}

/* A page for several clients says «вам» to none of them: what one does is no other's to do. */
enum word
doc_client_word(const struct doc *doc, enum word word)
{
	static const enum word words[][2] = {{WORD_DOC_YOURS, WORD_DOC_EACH_YOURS},
					     {WORD_DOC_ASKED, WORD_DOC_EACH_ASKED},
					     {WORD_DOC_TOLD, WORD_DOC_EACH_TOLD},
					     {WORD_DOC_FROM_YOU, WORD_DOC_EACH_FROM},
					     {WORD_DOC_ASKING_YOU, WORD_DOC_EACH_ASKING},
					     {WORD_DOC_TELLING_YOU, WORD_DOC_EACH_TELLING}};
	for (size_t i = 0; i < sizeof words / sizeof *words && is_shared(doc); i++)
		if (words[i][0] == word)
			return words[i][1];
	return word;
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

/* «1. Замер – Приезд мастера»: the step, where only a part of it is for clients, has no place of
 * its own. */
static struct doc_lines
when_value(struct doc *doc, const struct entity *step, const struct stage *stage)
{
	struct doc_lines when = {0};
	struct doc_line *line = doc_line_add(doc, &when);
	doc_mention(doc, line, &stage->base);
	if (step->parent->kind == KIND_STEP) {
		doc_say(doc, line, SPAN_TEXT, " \xE2\x80\x93 ");
		doc_say(doc, line, SPAN_NAME, entity_name(step->parent));
	}
	return when;
}

/* The first share that anybody has in a step: there is its place; SHARE_COUNT where only parts of
 * it are anybody's. */
static enum share
first_share(const struct doc *doc, const struct entity *step)
{
	enum share first = SHARE_COUNT;
	const struct client *client = doc->model->clients[step->serial];
	for (; client && client->name; client++)
		first = client->share < first ? client->share : first;
	return first;
}

static bool
has_step_share(const struct doc *doc, const struct entity *step, enum share share)
{
	const struct client *client = doc->model->clients[step->serial];
	while (client && client->name && client->share != share)
		client++;
	return client && client->name;
}

/* Whose a step is, where the page is for several: «Клиент, Подрядчик». */
static void
say_clients(struct doc *doc, struct doc_line *line, const struct entity *step, enum share share)
{
	const struct client *client = doc->model->clients[step->serial];
	const char *between = "";
	for (; client->name; client++) {
		if (client->share != share)
			continue;
		doc_say(doc, line, SPAN_TEXT, between);
		doc_say(doc, line, SPAN_NAME, client->name);
		between = ", ";
	}
}

static void
add_clients(struct doc *doc, struct doc_block *block, const struct entity *step, enum share share)
{
	static const enum word titles[SHARE_COUNT] = {[SHARE_DOES] = WORD_DOC_WHO,
						      [SHARE_ASKED] = WORD_DOC_WITH_WHOM,
						      [SHARE_TOLD] = WORD_DOC_TO_WHOM};
	struct doc_lines lines = {0};
	if (!is_shared(doc))
		return;
	say_clients(doc, doc_line_add(doc, &lines), step, share);
	doc_fact_add(doc, block, show_word(doc->voice, titles[share]), lines);
}

static void
put_task(struct doc *doc, const struct entity *entity, const struct stage *stage, enum share share)
{
	const struct step *step = step_of(entity);
	const struct doc_lines when = when_value(doc, entity, stage);
	bool at_home = first_share(doc, entity) == share;
	struct doc_block block = {.kind = BLOCK_STEP,
				  .number = show_number(entity, &doc->own->scratch),
				  .anchor = at_home ? entity->anchor : NULL,
				  .level = 1,
				  .about = entity};
	doc_say(doc, doc_line_add(doc, &block.lines), SPAN_NAME, entity_name(entity));
	doc_fact_add(doc, &block, show_word(doc->voice, WORD_DOC_WHEN), when);
	add_clients(doc, &block, entity, share);
	doc_field_add(doc, &block, field_row(FIELD_STEP_deadline),
		      doc_member(doc, entity, FIELD_STEP_deadline));
	add_part(doc, &block, NULL, doc_member(doc, entity, FIELD_STEP_for_client));
	doc_field_add(doc, &block, field_row(FIELD_STEP_attachments),
		      materials_value(doc, &step->attachments));
	doc_field_add(doc, &block, field_row(FIELD_STEP_result),
		      doc_member(doc, entity, FIELD_STEP_result));
	doc_put(doc, &block);
}

/* What is done with each step of a share, sub-steps with the others: a client does one after
 * another. */
struct each_step {
	struct doc *doc;
	enum share share;
	void (*take)(struct each_step *each, const struct entity *step, const struct stage *stage);
	const struct doc_section *part;
	struct doc_lines *lines;
	uint32_t count;
};

static void
each_in_list(struct each_step *each, const struct list *steps, const struct stage *stage)
{
	for (uint32_t i = 0; i < steps->count; i++) {
		const struct entity *step = steps->items[i];
		if (has_step_share(each->doc, step, each->share)) {
			each->count++;
			if (each->take)
				each->take(each, step, stage);
		}
		each_in_list(each, &step_of(step)->steps, stage);
	}
}

static void
each_step(struct each_step *each)
{
	const struct list *stages = stages_of(each->doc);
	for (uint32_t i = 0; i < stages->count; i++)
		each_in_list(each, &stage_at(stages, i)->steps, stage_at(stages, i));
}

static bool
steps_leave_kind(const struct doc *doc, const struct list *steps)
{
	for (uint32_t i = 0; i < steps->count; i++) {
		const struct step *step = step_of(steps->items[i]);
		if (doc->model->clients[step->base.serial] && task_leaves_kind(&step->base))
			return true;
		if (steps_leave_kind(doc, &step->steps))
			return true;
	}
	return false;
}

/* That days and hours are working ones, once, where the first part tells of some. */
static void
put_time_note(struct doc *doc)
{
	const struct list *stages = stages_of(doc);
	bool open = false;
	for (uint32_t i = 0; i < stages->count && !open; i++)
		open = task_leaves_kind(stages->items[i]) ||
		       steps_leave_kind(doc, &stage_at(stages, i)->steps);
	if (open)
		doc_put_text(doc, show_word(doc->voice, WORD_DOC_WORKING_TIME));
}

static bool
has_share(const struct doc *doc, enum share share)
{
	struct each_step each = {.doc = (struct doc *)(uintptr_t)doc, .share = share};
	each_step(&each);
	return each.count;
}

static void
take_task(struct each_step *each, const struct entity *step, const struct stage *stage)
{
	put_task(each->doc, step, stage, each->share);
}

static void
write_share(struct doc *doc, enum share share)
{
	struct each_step each = {.doc = doc, .share = share, .take = take_task};
	if (share == SHARE_DOES)
		put_time_note(doc);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_STEPS});
	each_step(&each);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_STEPS_END});
}

static void
take_place(struct each_step *each, const struct entity *step, const struct stage *stage)
{
	(void)stage;
	if (first_share(each->doc, step) == each->share)
		doc_set_place(each->doc, step->anchor, each->part);
}

static void
outline_share(struct doc *doc, const struct doc_section *part, enum share share)
{
	struct each_step each = {.doc = doc, .share = share, .take = take_place, .part = part};
	each_step(&each);
}

#define SHARE_PART(NAME, SHARE) \
	static bool has_##NAME(const struct doc *doc) \
	{ \
		return has_share(doc, SHARE); \
	} \
	static void outline_##NAME(struct doc *doc, const struct doc_section *part) \
	{ \
		outline_share(doc, part, SHARE); \
	} \
	static void write_##NAME(struct doc *doc, const struct doc_section *section) \
	{ \
		(void)section; \
		write_share(doc, SHARE); \
	} \
	const struct doc_part_info doc_part_##NAME = { \
	    .has = has_##NAME, .outline = outline_##NAME, .write = write_##NAME};
SHARE_PART(yours, SHARE_DOES)
SHARE_PART(asked, SHARE_ASKED)
SHARE_PART(told, SHARE_TOLD)

static void
outline_course(struct doc *doc, const struct doc_section *part)
{
	for (uint32_t i = 0; i < stages_of(doc)->count; i++)
		doc_set_place(doc, stages_of(doc)->items[i]->anchor, part);
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

/* True when no variant has both. */
static bool
exclude(const struct doc *doc, const struct entity *one, const struct entity *other)
{
	for (uint32_t i = 0; i < doc->plan->variant_count; i++)
		if (plan_task(doc->plan->variants[i], one) &&
		    plan_task(doc->plan->variants[i], other))
			return false;
	return doc->plan->variant_count;
}

/* What is done for other clients instead of a stage, as far as it stands beside it: the page goes
 * from stage to stage, and these are no sequence. */
static struct doc_lines
alternatives_value(struct doc *doc, uint32_t at)
{
	const struct list *stages = stages_of(doc);
	struct doc_lines lines = {0};
	uint32_t first = at, end = at + 1;
	while (doc->plan && first && exclude(doc, stages->items[at], stages->items[first - 1]))
		first--;
	while (doc->plan && end < stages->count &&
	       exclude(doc, stages->items[at], stages->items[end]))
		end++;
	for (uint32_t i = first; i < end; i++)
		if (i != at)
			doc_mention(doc, doc_line_add(doc, &lines), stages->items[i]);
	return lines;
}

/* Whether it is there at all for this client, or what is done instead. */
static void
add_condition(struct doc *doc, struct doc_block *block, uint32_t at)
{
	const struct entity *stage = stages_of(doc)->items[at];
	const struct task *task = doc->plan ? plan_task(doc->plan, stage) : NULL;
	const struct doc_lines instead = alternatives_value(doc, at);
	if (task && (!task_is_usual(task) || (!is_for_all(doc, stage) && !instead.count)))
		add_part(doc, block, NULL,
			 doc_text(doc, SPAN_TEXT, show_word(doc->voice, WORD_DOC_NOT_ALWAYS)));
	add_part(doc, block, show_word(doc->voice, WORD_DOC_OR_INSTEAD), instead);
}

static void
take_mention(struct each_step *each, const struct entity *step, const struct stage *stage)
{
	struct doc_line *line = doc_line_add(each->doc, each->lines);
	(void)stage;
	doc_mention_name(each->doc, line, step);
	if (!is_shared(each->doc))
		return;
	doc_say(each->doc, line, SPAN_TEXT, " (");
	say_clients(each->doc, line, step, each->share);
	doc_say(each->doc, line, SPAN_TEXT, ")");
}

/* The steps of a stage by what clients have in them. */
static void
add_shares(struct doc *doc, struct doc_block *block, const struct stage *stage)
{
	static const enum word titles[] = {[SHARE_DOES] = WORD_DOC_FROM_YOU,
					   [SHARE_ASKED] = WORD_DOC_ASKING_YOU,
					   [SHARE_TOLD] = WORD_DOC_TELLING_YOU};
	for (enum share share = SHARE_DOES; share <= SHARE_TOLD; share++) {
		struct doc_lines lines = {0};
		struct each_step each = {
		    .doc = doc, .share = share, .take = take_mention, .lines = &lines};
		each_in_list(&each, &stage->steps, stage);
		add_part(doc, block, show_word(doc->voice, doc_client_word(doc, titles[share])),
			 lines);
	}
}

static void
write_course(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	put_total(doc);
	if (!has_share(doc, SHARE_DOES))
		put_time_note(doc);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_STEPS});
	for (uint32_t i = 0; i < stages_of(doc)->count; i++) {
		const struct entity *stage = stages_of(doc)->items[i];
		struct doc_block block = {.kind = BLOCK_STEP,
					  .number = show_number(stage, &doc->own->scratch),
					  .anchor = stage->anchor,
					  .level = 1,
					  .about = stage};
		doc_say(doc, doc_line_add(doc, &block.lines), SPAN_NAME, entity_name(stage));
		doc_field_add(doc, &block, field_row(FIELD_STAGE_deadline),
			      doc_member(doc, stage, FIELD_STAGE_deadline));
		add_condition(doc, &block, i);
		add_part(doc, &block, NULL, doc_member(doc, stage, FIELD_STAGE_for_client));
		add_shares(doc, &block, stage_of(stage));
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

const struct doc_part_info doc_part_course = {
    .has = has_course, .outline = outline_course, .write = write_course};
const struct doc_part_info doc_part_ask = {.has = has_contact, .write = write_contact};
const struct doc_part_info doc_part_words = {
    .has = has_words, .outline = outline_words, .write = write_words};
