/* SPDX-License-Identifier: MIT */
/* What stands after the stages and roles: glossary, retrospective, pilots, and any field of the
 * file that has no part of its own. */
#include "model/glossary.h"
#include "plan/pilot.h"
#include "support/utf8.h"
#include "view/doc/build.h"

#include <string.h>

static const struct document *
contents_of(const struct doc *doc)
{
	return doc->model->document;
}

/* Under what a term stands: its letter, or what abbreviations stand under, behind all letters. In
 * arena. */
static const char *
group_of(const struct doc *doc, const struct term *term, struct arena *arena)
{
	return glossary_is_abbreviation(term) ? show_word(doc->voice, WORD_DOC_ABBREVIATIONS)
					      : glossary_letter(term, arena);
}

/* Fewer terms are found at a glance: letters over them would be most of what is seen. */
enum { TERMS_FOR_LETTERS = 25 };

static bool
has_letters(const struct doc *doc)
{
	return contents_of(doc)->glossary.count >= TERMS_FOR_LETTERS;
}

/* The section of a term's letter: that of the term before it, or a new one. */
static const struct doc_section *
section_of_term(struct doc *doc, const struct doc_section *part, const struct doc_section *last,
		uint32_t i)
{
	const struct term *term = doc->own->terms[i];
	const char *letter = group_of(doc, term, &doc->own->arena);
	if (last != part && strcmp(last->title, letter) == 0)
		return last;
	return doc_add_section(
	    doc, (struct doc_section){.part = part->part,
				      .about = &term->base,
				      .title = letter,
				      .anchor = arena_printf(&doc->own->arena, "letter_%u", i + 1),
				      .level = 3,
				      .first = i,
				      .parent = part});
}

/* The terms lead to the part; those of a long glossary, to a section for each letter and one for
 * abbreviations. */
static void
outline_glossary(struct doc *doc, const struct doc_section *part)
{
	const struct doc_section *section = part;
	for (uint32_t i = 0; i < contents_of(doc)->glossary.count; i++) {
		if (has_letters(doc))
			section = section_of_term(doc, part, section, i);
		doc_set_place(doc, doc->own->terms[i]->base.anchor, section);
	}
}

/* True for a definition that begins with a capital: a dash would be wrong before it, where a full
 * stop can stand. */
static bool
is_sentence(const struct term *term)
{
	const char *text = term->definition.s, *name = entity_name(&term->base);
	uint32_t first = text ? utf8_next(&text) : 0;
	return first && utf8_lower(first) != first && *name &&
	       !strchr(".!?:", name[strlen(name) - 1]);
}

void
doc_put_term(struct doc *doc, const struct term *term)
{
	struct doc_block block = {.kind = BLOCK_TERM,
				  .anchor = term->base.anchor,
				  .about = &term->base,
				  .sentence = is_sentence(term)};
	doc_begin_term(doc, &term->base);
	doc_say(doc, doc_line_add(doc, &block.lines), SPAN_NAME, entity_name(&term->base));
	for (const struct field **field = doc->model->fields[KIND_TERM]; *field; field++) {
		if (!doc_is_shown(*field))
			continue;
		struct doc_lines lines = doc_value(doc, &term->base, *field);
		if ((*field)->flags & F_VALUE && lines.count)
			*doc_line_add(doc, &block.lines) = lines.items[0];
		else
			doc_field_add(doc, &block, *field, lines);
	}
	doc_put(doc, &block);
}

static void
write_glossary(struct doc *doc, const struct doc_section *section)
{
	bool letters = has_letters(doc);
	if (letters && !section->about)
		return;
	for (uint32_t i = section->first; i < contents_of(doc)->glossary.count; i++) {
		const char *letter = group_of(doc, doc->own->terms[i], &doc->own->scratch);
		if (letters && strcmp(letter, section->title) != 0)
			break;
		doc_put_term(doc, doc->own->terms[i]);
	}
}

/* What was tried at each stage, the plan beside the fact. */
static void
put_tried(struct doc *doc, const struct list *stages, const char *title)
{
	const struct doc_column planned = {.title = show_word(doc->voice, WORD_PLANNED),
					   .before = FIELD_PILOT_STAGE_actual};
	if (!stages->count)
		return;
	struct doc_listing listing = doc_open_list(doc, stages, title, &planned, 1);
	for (uint32_t i = 0; i < stages->count; i++) {
		struct doc_block row = doc_item_row(doc, &listing, stages->items[i]);
		row.cells[listing.own[0]].lines = doc_text(
		    doc, SPAN_TEXT,
		    pilot_planned(doc->voice, pilot_stage_at(stages, i), &doc->own->scratch));
		doc_put(doc, &row);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

/* A list of things, in the way of their kind. */
static void
put_things(struct doc *doc, const struct field *field, const struct list *list)
{
	const char *title = field_title(doc->voice, field, &doc->own->arena);
	if (field->id == FIELD_PILOT_stages)
		put_tried(doc, list, title);
	else
		doc_put_list(doc, list, title);
}

/* Any thing: short facts, then texts, lists and tables. */
static void
write_thing(struct doc *doc, const struct entity *thing)
{
	doc_put_facts(doc, thing);
	for (const struct field **field = doc->model->fields[thing->kind]; *field; field++) {
		if (!doc_is_shown(*field) || doc_is_fact(*field))
			continue;
		if (field_holds_list(*field) && !field_holds(*field, KIND_ATTACHMENT))
			put_things(doc, *field, field_value(thing, *field));
		else
			doc_put_member(doc, thing, *field);
	}
}

static void
write_retrospective(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	write_thing(doc, contents_of(doc)->retrospective);
}

static void
outline_pilots(struct doc *doc, const struct doc_section *part)
{
	const struct list *pilots = &contents_of(doc)->pilots;
	for (uint32_t i = 0; i < pilots->count; i++) {
		struct doc_section section = doc_below(part, pilots->items[i]);
		section.anchor = arena_printf(&doc->own->arena, "pilot_%u", i + 1);
		doc_add_section(doc, section);
	}
}

static void
write_pilots(struct doc *doc, const struct doc_section *section)
{
	if (section->about)
		write_thing(doc, section->about);
}

/* A field of the file without a part of its own, given by this one. */
static bool
is_other(const struct doc *doc, const struct field *field)
{
	bool elsewhere = doc_is_part(field) || field->id == FIELD_DOCUMENT_process ||
			 field->id == FIELD_DOCUMENT_variants;
	return doc_is_shown(field) && !elsewhere && field_is_set(&contents_of(doc)->base, field);
}

static bool
has_others(const struct doc *doc)
{
	for (const struct field **field = doc->model->fields[KIND_DOCUMENT]; *field; field++)
		if (is_other(doc, *field))
			return true;
	return false;
}

static void
write_others(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	const struct entity *document = &contents_of(doc)->base;
	for (const struct field **field = doc->model->fields[KIND_DOCUMENT]; *field; field++) {
		if (!is_other(doc, *field))
			continue;
		if (field_holds_list(*field))
			doc_put_list(doc, field_value(document, *field),
				     field_title(doc->voice, *field, &doc->own->arena));
		else
			doc_put_member(doc, document, *field);
	}
}

const struct doc_part_info doc_part_glossary = {.outline = outline_glossary,
						.write = write_glossary};
const struct doc_part_info doc_part_retrospective = {.write = write_retrospective};
const struct doc_part_info doc_part_pilots = {.outline = outline_pilots, .write = write_pilots};
const struct doc_part_info doc_part_others = {.has = has_others, .write = write_others};
