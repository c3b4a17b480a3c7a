/* SPDX-License-Identifier: MIT */
/* What the document says of the process as a whole: passport, purpose, how to read it, when it is
 * looked through, change list. */
#include "plan/review.h"
#include "view/doc/build.h"

/* Texts and lists say what the process is for; all else belongs in the passport. */
static bool
is_purpose(const struct field *field)
{
	return field_is(field, LEAF_PROSE) ||
	       (field_holds_list(field) && !field_holds(field, KIND_CONTACT));
}

static bool
is_review(const struct field *field)
{
	return field_holds(field, KIND_REVIEW) && !field_is_list(field);
}

static bool
has_review(const struct doc *doc)
{
	return model_process(doc->model)->review != NULL;
}

static void
add_sentence(struct doc *doc, struct buf *text, enum word word, const char *argument)
{
	buf_puts(text, text->length ? " " : "");
	buf_puts(text, show_word_with(doc->voice, word, argument, &doc->own->scratch));
}

/* «Регламент пересматривают ежемесячно, после 3-го пересмотра – ежеквартально. Последний пересмотр
 * – 02.11.2026. Следующий …» */
static void
put_reviews(struct doc *doc, const struct review *review)
{
	struct arena *scratch = &doc->own->scratch;
	struct buf text = {0};
	struct date next;
	if (review->every.pos.line)
		add_sentence(doc, &text, WORD_DOC_REVIEWED,
			     review_rhythm(doc->voice, review, scratch));
	if (review->last.pos.line)
		add_sentence(doc, &text, WORD_DOC_REVIEWED_LAST,
			     show_date(doc->voice, &review->last, scratch));
	if (review_next(doc->model, &next))
		add_sentence(doc, &text, WORD_DOC_REVIEWED_NEXT,
			     show_date(doc->voice, &next, scratch));
	doc_put_text(doc, arena_string(&doc->own->arena, buf_text(&text)));
	buf_free(&text);
}

/* How often it is looked through, when next, and whom to tell of what should change. */
static void
write_revision(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	const struct process *process = model_process(doc->model);
	const struct review *review = review_of(process->review);
	put_reviews(doc, review);
	for (const struct field **rest = doc->model->fields[KIND_REVIEW]; *rest; rest++)
		if (show_is_rest(&review->base, *rest))
			doc_put_member(doc, &review->base, *rest);
}

struct doc_block
doc_approval(struct doc *doc)
{
	struct doc_block block = {.kind = BLOCK_TEXT};
	const struct process *process = model_process(doc->model);
	const struct entity *approver = process->approver.to;
	if (doc->role || doc->interview || !approver)
		return block;
	const struct texts *people = &role_of(approver)->people;
	const char *person = people->count ? people->items[0].s : "";
	const struct {
		enum doc_span_kind kind;
		const char *text;
	} said[] = {
	    {SPAN_STRONG, show_word(doc->voice, WORD_DOC_APPROVE)},
	    {SPAN_NAME, entity_name(approver)},
	    {SPAN_NAME, process->organization.s},
	    {SPAN_TEXT, show_word_with(doc->voice, WORD_DOC_SIGN, person, &doc->own->scratch)},
	    {SPAN_TEXT, show_word(doc->voice, WORD_DOC_SIGN_DATE)}};
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (said[i].text)
			doc_say(doc, doc_line_add(doc, &block.lines), said[i].kind, said[i].text);
	return block;
}

const char *
doc_edition(const struct doc *doc)
{
	const struct process *process = model_process(doc->model);
	struct arena *arena = &doc->own->arena;
	const char *code = process->code.s ? process->code.s : "",
		   *version = process->version.s ? show_word_with(doc->voice, WORD_VERSION_NUMBER,
								  process->version.s, arena)
						 : "";
	return arena_printf(arena, "%s%s%s", code, *code && *version ? " · " : "", version);
}

static void
write_passport(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	const struct entity *process = &model_process(doc->model)->base;
	const struct field *name = field_flagged(KIND_PROCESS, F_NAME);
	doc_open_attributes(doc, NULL);
	doc_put_attribute(doc, doc_title(doc, name), doc_value(doc, process, name));
	for (const struct field **field = doc->model->fields[KIND_PROCESS]; *field; field++)
		if (doc_is_shown(*field) && !is_purpose(*field) && !is_review(*field) &&
		    !doc_is_brief(*field))
			doc_put_attribute(doc, doc_title(doc, *field),
					  doc_value(doc, process, *field));
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

static bool
always(const struct doc *doc)
{
	(void)doc;
	return true;
}

static void
write_changes(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	doc_put_list(doc, &doc->model->document->history, NULL);
}

static bool
has_purpose(const struct doc *doc)
{
	for (const struct field **field = doc->model->fields[KIND_PROCESS]; *field; field++)
		if (doc_is_shown(*field) && is_purpose(*field) && !doc_is_brief(*field) &&
		    field_is_set(&model_process(doc->model)->base, *field))
			return true;
	return false;
}

static void
write_purpose(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	const struct entity *process = &model_process(doc->model)->base;
	for (const struct field **field = doc->model->fields[KIND_PROCESS]; *field; field++) {
		if (!doc_is_shown(*field) || !is_purpose(*field) || doc_is_brief(*field))
			continue;
		if (field_holds_list(*field) && !field_holds(*field, KIND_ATTACHMENT))
			doc_put_list(doc, field_value(process, *field),
				     field_title(doc->voice, *field, &doc->own->arena));
		else
			doc_put_member(doc, process, *field);
	}
}

/* True when a stage or step has a flag. */
static bool
any_marked(const struct doc *doc, bool blocking)
{
	const struct list *stages = &doc->model->document->stages;
	for (uint32_t i = 0; i < stages->count; i++) {
		const struct stage *stage = stage_at(stages, i);
		if (blocking ? stage->blocking.on : stage->key.on)
			return true;
		for (uint32_t j = 0; j < stage->steps.count; j++) {
			const struct step *step = step_at(&stage->steps, j);
			if (blocking ? step->blocking.on : step->key.on)
				return true;
		}
	}
	return false;
}

static void
say_rule(struct doc *doc, struct doc_lines *lines, enum word what, enum word meaning)
{
	struct doc_line *line = doc_line_add(doc, lines);
	doc_say(doc, line, SPAN_STRONG, show_word(doc->voice, what));
	doc_say(doc, line, SPAN_TEXT, ": ");
	doc_say(doc, line, SPAN_TEXT, show_word(doc->voice, meaning));
}

static void
say_variants(struct doc *doc, struct doc_lines *lines)
{
	const struct list *variants = &doc->model->document->variants;
	if (!variants->count)
		return;
	struct doc_line *line = doc_line_add(doc, lines);
	doc_say(doc, line, SPAN_STRONG, doc_title(doc, field_row(FIELD_DOCUMENT_variants)));
	doc_say(doc, line, SPAN_TEXT, ": ");
	for (uint32_t i = 0; i < variants->count; i++) {
		doc_say(doc, line, SPAN_TEXT, i ? ", " : "");
		doc_say(doc, line, SPAN_NAME, entity_name(variants->items[i]));
		doc_say_rest(doc, line, variants->items[i]);
	}
	if (variants->count > 1) /* what was cut for one alone does not differ */
		doc_say(doc, line, SPAN_TEXT, show_word(doc->voice, WORD_DOC_READ_VARIANTS));
}

/* Days that change dates, and not the times, which are reckoned without dates. */
static bool
names_days_off(const struct model *model)
{
	const struct entity *entity = model->document->calendar;
	const struct calendar *calendar = entity ? calendar_of(entity) : NULL;
	return calendar &&
	       (calendar->country.value || calendar->holidays.count || calendar->moved.count);
}

static void
write_reading(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	const struct model *model = doc->model;
	struct doc_block list = {.kind = BLOCK_LIST};
	say_rule(doc, &list.lines, WORD_DOC_READ_TIME, WORD_DOC_READ_TIME_MEANS);
	if (names_days_off(model))
		say_rule(doc, &list.lines, WORD_DOC_READ_DAYS_OFF, WORD_DOC_READ_DAYS_OFF_MEANS);
	if (any_marked(doc, false))
		say_rule(doc, &list.lines, WORD_DOC_READ_KEY, WORD_DOC_READ_KEY_MEANS);
	if (any_marked(doc, true))
		say_rule(doc, &list.lines, WORD_DOC_READ_BLOCKING, WORD_DOC_READ_BLOCKING_MEANS);
	if (model->document->roles.count)
		say_rule(doc, &list.lines, WORD_DOC_READ_LETTERS, WORD_LEGEND_LETTERS);
	say_variants(doc, &list.lines);
	if (model->document->glossary.count)
		say_rule(doc, &list.lines, WORD_DOC_READ_TERMS, WORD_DOC_READ_TERMS_MEANS);
	doc_put(doc, &list);
}

const struct doc_part_info doc_part_passport = {.has = always, .write = write_passport};
const struct doc_part_info doc_part_changes = {.write = write_changes};
const struct doc_part_info doc_part_purpose = {.has = has_purpose, .write = write_purpose};
const struct doc_part_info doc_part_revision = {.has = has_review, .write = write_revision};
const struct doc_part_info doc_part_reading = {.has = always, .write = write_reading};
