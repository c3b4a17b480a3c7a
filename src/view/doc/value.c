/* SPDX-License-Identifier: MIT */
/* Lines, spans and values of fields. */
#include "model/variant.h"
#include "plan/part_said.h"
#include "text/tie.h"
#include "text/uri.h"
#include "view/doc/build.h"

#include <string.h>

struct doc_line *
doc_line_add(struct doc *doc, struct doc_lines *lines)
{
	lines->items =
	    arena_grow(&doc->own->scratch, lines->items, lines->count, 1, sizeof *lines->items);
	lines->items[lines->count] = (struct doc_line){0};
	return &lines->items[lines->count++];
}

void
doc_span_add(struct doc *doc, struct doc_line *line, struct doc_span span)
{
	line->items =
	    arena_grow(&doc->own->scratch, line->items, line->count, 1, sizeof *line->items);
	line->items[line->count++] = span;
}

void
doc_say(struct doc *doc, struct doc_line *line, enum doc_span_kind kind, const char *text)
{
	if (!text || !*text)
		return;
	if (kind == SPAN_PROSE)
		text = show_prose(doc->voice, text);
	if (kind == SPAN_PROSE || kind == SPAN_AUTHOR)
		text = text_tied(&doc->own->scratch, text);
	doc_span_add(doc, line, (struct doc_span){.kind = kind, .text = text});
}

static void
mention_as(struct doc *doc, struct doc_line *line, const struct entity *entity, const char *text)
{
	struct doc_place place = doc_find(doc, entity);
	doc_span_add(doc, line,
		     (struct doc_span){
			 .kind = place.section ? SPAN_LINK : SPAN_NAME, .text = text, .to = place});
}

static void
mention_role(struct doc *doc, struct doc_line *line, const struct entity *role)
{
	doc_span_add(doc, line,
		     (struct doc_span){.kind = SPAN_ROLE,
				       .text = entity_name(role),
				       .to = doc_find(doc, role),
				       .color = show_role_color(role_of(role)),
				       .about = role});
}

void
doc_mention_name(struct doc *doc, struct doc_line *line, const struct entity *entity)
{
	mention_as(doc, line, entity, entity_name(entity));
}

void
doc_mention(struct doc *doc, struct doc_line *line, const struct entity *entity)
{
	if (entity->kind == KIND_END)
		doc_say(doc, line, SPAN_TEXT, show_word(doc->voice, WORD_END));
	else if (entity->kind == KIND_ROLE)
		mention_role(doc, line, entity);
	else if (entity->kind == KIND_STAGE || entity->kind == KIND_STEP)
		mention_as(doc, line, entity, show_numbered(entity, &doc->own->scratch));
	else
		doc_mention_name(doc, line, entity);
}

void
doc_number(struct doc *doc, struct doc_line *line, const struct entity *entity)
{
	mention_as(doc, line, entity, show_number(entity, &doc->own->scratch));
}

void
doc_mention_briefly(struct doc *doc, struct doc_line *line, const struct entity *entity)
{
	if (doc->role && doc_find(doc, entity).section)
		doc_number(doc, line, entity);
	else
		doc_mention(doc, line, entity);
}

void
doc_refer(struct doc *doc, struct doc_line *line, const struct ref *ref)
{
	if (ref->to)
		doc_mention(doc, line, ref->to);
	else
		doc_say(doc, line, SPAN_NAME, ref->raw);
}

void
doc_address(struct doc *doc, struct doc_line *line, const struct attachment *attachment)
{
	const struct attachment seen = show_attachment(doc->voice, attachment);
	const char *href = seen.href.s;
	const char *title = seen.title.s ? seen.title.s : href ? href : seen.base.id;
	if (href && uri_is_link(href)) {
		doc_span_add(doc, line,
			     (struct doc_span){.kind = SPAN_LINK, .text = title, .href = href});
		return;
	}
	doc_say(doc, line, SPAN_NAME, title);
	if (href && *href && strcmp(href, title) != 0)
		doc_say(doc, line, SPAN_TEXT, arena_printf(&doc->own->scratch, " (%s)", href));
}

const char *
doc_address_of(const struct doc *doc, const struct attachment *attachment)
{
	return show_attachment(doc->voice, attachment).href.s;
}

void
doc_say_sort(struct doc *doc, struct doc_line *line, const struct attachment *attachment)
{
	const char *href = doc_address_of(doc, attachment);
	const struct doc_section *printed = href ? map_get(&doc->own->places, href) : NULL;
	if (attachment->kind.value)
		doc_say(doc, line, SPAN_TEXT,
			choice_name(attachment->kind.value, doc->voice->lang));
	if (!printed)
		return;
	const char *figures = printed->number + strcspn(printed->number, "0123456789");
	doc_say(doc, line, SPAN_TEXT, ", ");
	doc_span_add(doc, line,
		     (struct doc_span){.kind = SPAN_LINK,
				       .text = show_word_with(doc->voice, WORD_DOC_IN_APPENDIX,
							      figures, &doc->own->scratch),
				       .to = {printed, printed->anchor}});
}

void
doc_material(struct doc *doc, struct doc_line *line, const struct attachment *attachment)
{
	doc_address(doc, line, attachment);
	if (!attachment->kind.value || attachment->kind.value == ATTACHMENT_KIND_LINK)
		return; /* that it is a link is seen */
	doc_say(doc, line, SPAN_TEXT, " (");
	doc_say_sort(doc, line, attachment);
	doc_say(doc, line, SPAN_TEXT, ")");
}

const char *
doc_title(struct doc *doc, const struct field *field)
{
	return field_label(doc->voice, field, &doc->own->scratch);
}

struct doc_lines
doc_text(struct doc *doc, enum doc_span_kind kind, const char *text)
{
	struct doc_lines lines = {0};
	if (text && *text)
		doc_say(doc, doc_line_add(doc, &lines), kind, text);
	return lines;
}

/* The words of a field as they are: of a name, a title, a person or a number in them nothing is
 * linked. */
static enum doc_span_kind
author_span(const struct field *field)
{
	bool number = field->id == FIELD_PROCESS_code || field->id == FIELD_PROCESS_organization ||
		      field->id == FIELD_PROCESS_version || field->id == FIELD_APPROVAL_version ||
		      field->id == FIELD_ACKNOWLEDGEMENT_version;
	return number || field->flags & (F_NAME | F_ALIASES | F_PERSON | F_LINK) ? SPAN_NAME
										 : SPAN_AUTHOR;
}

/* A criterion: its name, what must be reached, how it is measured. */
static void
say_criterion(struct doc *doc, struct doc_line *line, const struct criterion *criterion)
{
	doc_say(doc, line, SPAN_PROSE, criterion->name.s);
	if (criterion->target.s) {
		doc_say(doc, line, SPAN_TEXT, ": ");
		doc_say(doc, line, SPAN_AUTHOR, criterion->target.s);
	}
	if (criterion->how.s) {
		doc_say(doc, line, SPAN_TEXT, " (");
		doc_say(doc, line, SPAN_AUTHOR, criterion->how.s);
		doc_say(doc, line, SPAN_TEXT, ")");
	}
}

static void
refer_all(struct doc *doc, struct doc_line *line, const struct refs *refs)
{
	for (uint32_t i = 0; i < refs->count; i++) {
		doc_say(doc, line, SPAN_TEXT, i ? ", " : "");
		doc_refer(doc, line, &refs->items[i]);
	}
}

static void
say_outcome(struct doc *doc, struct doc_line *line, const struct outcome *outcome)
{
	const struct refs *targets = outcome_targets(outcome);
	if (!outcome_is_plain(outcome)) {
		doc_say(doc, line, outcome_is_default(outcome) ? SPAN_TEXT : SPAN_AUTHOR,
			show_condition(doc->voice, outcome));
		doc_say(doc, line, SPAN_TEXT, " → ");
	}
	refer_all(doc, line, targets);
	doc_say(doc, line, SPAN_TEXT, show_usual(doc->voice, outcome, &doc->own->scratch));
}

static void
say_note(struct doc *doc, struct doc_line *line, const struct note *note)
{
	if (note->key.raw)
		doc_refer(doc, line, &note->key);
	for (uint32_t i = 0; i < note->texts.count; i++) {
		if (line->count)
			doc_say(doc, line, SPAN_TEXT, i ? "; " : ": ");
		doc_say(doc, line, SPAN_PROSE, note->texts.items[i].s);
	}
}

/* «Название: текст», the program's word and the author's. */
static void
say_titled(struct doc *doc, struct doc_line *line, const struct field *field, const char *text,
	   bool prose)
{
	const char *title = line->count ? field_label_within(doc->voice, field, &doc->own->scratch)
					: doc_title(doc, field);
	doc_say(doc, line, SPAN_TEXT, arena_printf(&doc->own->scratch, "%s: ", title));
	doc_say(doc, line, prose ? SPAN_PROSE : author_span(field), text);
}

/* Says what is left to say of a thing, all on one line or, without one, each on its own. */
static void
say_rest(struct doc *doc, struct doc_line *line, struct doc_lines *lines,
	 const struct entity *entity)
{
	for (const struct field **field = doc->model->fields[entity->kind]; *field; field++) {
		bool prose;
		struct texts texts = {0};
		if (show_is_rest(entity, *field))
			texts = show_field(doc->voice, entity, *field, &prose, &doc->own->scratch);
		for (uint32_t i = 0; i < texts.count; i++) {
			if (line)
				doc_say(doc, line, SPAN_TEXT, "; ");
			say_titled(doc, line ? line : doc_line_add(doc, lines), *field,
				   texts.items[i].s, false);
		}
	}
}

void
doc_say_rest(struct doc *doc, struct doc_line *line, const struct entity *entity)
{
	say_rest(doc, line, NULL, entity);
}

void
doc_add_rest(struct doc *doc, struct doc_lines *lines, const struct entity *entity)
{
	say_rest(doc, NULL, lines, entity);
}

static void
say_item(struct doc *doc, struct doc_line *line, const struct entity *item)
{
	struct note note;
	switch (item->kind) {
	case KIND_CRITERION:
		say_criterion(doc, line, criterion_of(item));
		break;
	case KIND_OUTCOME:
		say_outcome(doc, line, outcome_of(item));
		break;
	case KIND_CHECKPOINT:
	case KIND_CONTACT:
		if (entity_as_note(item, &note))
			say_note(doc, line, &note);
		break;
	case KIND_ATTACHMENT:
		doc_material(doc, line, attachment_of(item));
		break;
	default: /* kinds that have no more to say than their name */
		doc_mention(doc, line, item);
		break;
	}
	doc_say_rest(doc, line, item);
}

void
doc_say_cases(struct doc *doc, struct doc_line *line, const struct part_cases *cases)
{
	for (uint32_t i = 0; i < cases->count; i++) {
		const struct role **roles = cases->items[i].roles;
		if (!roles[0])
			continue;
		doc_say(doc, line, SPAN_TEXT, line->count ? "; " : "");
		if (i || !cases->rest)
			doc_say(doc, line, SPAN_TEXT,
				arena_printf(
				    &doc->own->scratch,
				    "%s: ", part_case_names(&cases->items[i], &doc->own->scratch)));
		for (uint32_t k = 0; roles[k]; k++) {
			doc_say(doc, line, SPAN_TEXT, k ? ", " : "");
			doc_mention(doc, line, &roles[k]->base);
		}
	}
}

static struct doc_lines
list_value(struct doc *doc, const struct list *list)
{
	struct doc_lines lines = {0};
	for (uint32_t i = 0; i < list->count; i++)
		say_item(doc, doc_line_add(doc, &lines), list->items[i]);
	return lines;
}

static struct doc_lines
refs_value(struct doc *doc, const struct refs *refs)
{
	struct doc_lines lines = {0};
	if (refs->count)
		refer_all(doc, doc_line_add(doc, &lines), refs);
	return lines;
}

/* «Аккаунт; Ключевой клиент: Директор» */
static struct doc_lines
roles_by_variant(struct doc *doc, const struct entity *entity)
{
	struct doc_lines lines = {0};
	struct doc_line line = {0};
	const struct part_cases cases = part_cases(entity, &doc->own->scratch);
	doc_say_cases(doc, &line, &cases);
	if (line.count)
		*doc_line_add(doc, &lines) = line;
	return lines;
}

static struct doc_lines
notes_value(struct doc *doc, const struct notes *notes)
{
	struct doc_lines lines = {0};
	for (uint32_t i = 0; i < notes->count; i++)
		for (uint32_t j = 0; j < notes->items[i].texts.count; j++) {
			struct doc_line *line = doc_line_add(doc, &lines);
			line->about = notes->items[i].key.to;
			doc_say(doc, line, SPAN_STRONG,
				arena_printf(&doc->own->scratch,
					     "%s:", show_ref(doc->voice, &notes->items[i].key)));
			doc_say(doc, line, SPAN_TEXT, " ");
			doc_say(doc, line, SPAN_PROSE, notes->items[i].texts.items[j].s);
		}
	return lines;
}

static struct doc_lines
texts_value(struct doc *doc, const struct texts *texts, enum doc_span_kind kind)
{
	struct doc_lines lines = {0};
	for (uint32_t i = 0; i < texts->count; i++)
		if (texts->items[i].s && *texts->items[i].s)
			doc_say(doc, doc_line_add(doc, &lines), kind, texts->items[i].s);
	return lines;
}

/* The fields of a thing that is part of another, a line each: «Каждый: месяц». */
static struct doc_lines
one_value(struct doc *doc, const struct entity *one)
{
	struct doc_lines lines = {0};
	for (const struct field **field = doc->model->fields[one->kind]; *field; field++) {
		bool prose;
		struct texts texts =
		    show_field(doc->voice, one, *field, &prose, &doc->own->scratch);
		for (uint32_t i = 0; i < texts.count; i++)
			say_titled(doc, doc_line_add(doc, &lines), *field, texts.items[i].s, prose);
	}
	return lines;
}

/* Values that are one text in the program's own words: dates, durations, choices … */
static struct doc_lines
shown_value(struct doc *doc, const struct entity *entity, const struct field *field)
{
	bool prose;
	struct texts texts = show_field(doc->voice, entity, field, &prose, &doc->own->scratch);
	return texts_value(doc, &texts, SPAN_TEXT);
}

struct doc_lines
doc_value(struct doc *doc, const struct entity *entity, const struct field *field)
{
	struct doc_lines lines = {0};
	if (!field_is_set(entity, field))
		return lines;
	const void *value = field_value(entity, field);
	switch (field->type) {
	case TYPE_TEXT:
		return doc_text(doc, author_span(field), ((const struct text *)value)->s);
	case TYPE_PROSE:
		return doc_text(doc, SPAN_PROSE, ((const struct text *)value)->s);
	case TYPE_TEXTS:
		return texts_value(doc, value, author_span(field));
	case TYPE_PROSES:
		return texts_value(doc, value, SPAN_PROSE);
	case TYPE_REF:
		doc_refer(doc, doc_line_add(doc, &lines), value);
		return lines;
	case TYPE_REFS:
		return variant_values(entity, field) ? roles_by_variant(doc, entity)
						     : refs_value(doc, value);
	case TYPE_MANY:
		return list_value(doc, value);
	case TYPE_NOTES:
		return notes_value(doc, value);
	case TYPE_ONE:
		return one_value(doc, *(struct entity *const *)value);
	case TYPE_DURATION:
	case TYPE_DATE:
	case TYPE_DATES:
	case TYPE_FLAG:
	case TYPE_NUMBER:
	case TYPE_PERIOD:
	case TYPE_CHOICE:
	case TYPE_CHOICES:
	case TYPE_COLOR:
		return shown_value(doc, entity, field);
	}
	return lines;
}

struct doc_lines
doc_member(struct doc *doc, const struct entity *entity, enum field_id field)
{
	return doc_value(doc, entity, field_row(field));
}

/* True for a flag that is shown as a badge; of what goes on for ever the deadline tells. */
static bool
is_mark(const struct field *field)
{
	if (field->id == FIELD_STAGE_ongoing || field->id == FIELD_STEP_ongoing)
		return false;
	return field_is(field, LEAF_FLAG) && field->flags & F_PLUMBING &&
	       !(field->flags & F_APPLIED);
}

/* Those of a step stand behind its name. */
struct doc_lines
doc_marks(struct doc *doc, const struct entity *entity)
{
	struct doc_lines lines = {0};
	struct doc_line line = {0};
	for (const struct field **field = doc->model->fields[entity->kind]; *field; field++)
		if (is_mark(*field) && ((const struct flag *)field_value(entity, *field))->on)
			doc_say(doc, &line, SPAN_MARK,
				entity->kind == KIND_STEP
				    ? field_label_within(doc->voice, *field, &doc->own->scratch)
				    : doc_title(doc, *field));
	if (line.count)
		*doc_line_add(doc, &lines) = line;
	return lines;
}

const char *
doc_time(struct doc *doc, struct length best, struct length most)
{
	return show_lengths(doc->voice, best, most, &doc->own->scratch);
}

bool
doc_is_shown(const struct field *field)
{
	return !(field->flags & (F_NAME | F_PLUMBING));
}

void
doc_fact_add(struct doc *doc, struct doc_block *block, const char *title, struct doc_lines lines)
{
	if (!lines.count)
		return;
	block->fields = arena_grow(&doc->own->scratch, block->fields, block->field_count, 1,
				   sizeof *block->fields);
	block->fields[block->field_count++] =
	    (struct doc_block){.kind = BLOCK_FIELD, .title = title, .brief = true, .lines = lines};
}

void
doc_field_add(struct doc *doc, struct doc_block *block, const struct field *field,
	      struct doc_lines lines)
{
	uint32_t count = block->field_count;
	doc_fact_add(doc, block, doc_title(doc, field), lines);
	if (block->field_count > count)
		block->fields[count].brief = doc_is_fact(field);
}

void
doc_put_text(struct doc *doc, const char *text)
{
	struct doc_block block = {.kind = BLOCK_TEXT, .lines = doc_text(doc, SPAN_TEXT, text)};
	if (block.lines.count)
		doc_put(doc, &block);
}

/* What a field is called; where things go on without a condition, that is no choice of outcomes. */
static const char *
member_title(struct doc *doc, const struct entity *entity, const struct field *field)
{
	const struct list *list =
	    field_holds(field, KIND_OUTCOME) ? field_value(entity, field) : NULL;
	bool plain = list && list->count == 1 && outcome_is_plain(outcome_at(list, 0));
	return plain ? show_word(doc->voice, WORD_DOC_THEN) : doc_title(doc, field);
}

void
doc_member_add(struct doc *doc, struct doc_block *block, const struct entity *entity,
	       const struct field *field)
{
	uint32_t count = block->field_count;
	doc_fact_add(doc, block, member_title(doc, entity, field), doc_value(doc, entity, field));
	if (block->field_count > count)
		block->fields[count].brief = doc_is_fact(field);
}

static void
put_field(struct doc *doc, const char *title, struct doc_lines lines)
{
	struct doc_block block = {.kind = BLOCK_FIELD, .title = title, .lines = lines};
	if (lines.count)
		doc_put(doc, &block);
}

void
doc_put_member(struct doc *doc, const struct entity *entity, const struct field *field)
{
	put_field(doc, member_title(doc, entity, field), doc_value(doc, entity, field));
}

/* Short values stand together at the head: durations, people, marks. */
bool
doc_is_fact(const struct field *field)
{
	static const unsigned brief =
	    LEAF_DURATION | LEAF_DATE | LEAF_CHOICE | LEAF_FLAG | LEAF_NUMBER | LEAF_PERIOD;
	return field_is(field, LEAF_TEXT) || field_is(field, LEAF_REF) ||
	       (field_leaves(field) & brief && !field_is_list(field));
}

void
doc_put_marks(struct doc *doc, const struct entity *entity)
{
	struct doc_block marks = {.kind = BLOCK_MARKS, .lines = doc_marks(doc, entity)};
	if (marks.lines.count)
		doc_put(doc, &marks);
}

void
doc_put_facts(struct doc *doc, const struct entity *entity)
{
	struct doc_block facts = {.kind = BLOCK_FACTS};
	for (const struct field **field = doc->model->fields[entity->kind]; *field; field++)
		if (doc_is_shown(*field) && doc_is_fact(*field))
			doc_member_add(doc, &facts, entity, *field);
	if (facts.field_count)
		doc_put(doc, &facts);
}
