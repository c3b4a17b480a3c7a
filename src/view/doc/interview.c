/* SPDX-License-Identifier: MIT */
/* An interview: what one role is asked, a section for each stage and part, with a box for each
 * answer. */
#include "view/doc/build.h"
#include "view/questionnaire.h"

#include <string.h>

static const struct questionnaire_item *
item_of(const struct doc *doc, size_t number)
{
	return &doc->interview->items[number];
}

/* Whether two questions stand under one heading. */
static bool
stand_together(const struct doc *doc, size_t one, size_t other)
{
	const struct questionnaire_item *a = item_of(doc, one), *b = item_of(doc, other);
	return strcmp(questionnaire_heading(a, doc->voice), questionnaire_heading(b, doc->voice)) ==
		   0 &&
	       (a->part != QUESTIONNAIRE_STAGE || a->stage == b->stage);
}

static void
outline_interview(struct doc *doc, const struct doc_section *part)
{
	(void)part;
	for (size_t i = 0; i < doc->interview->count; i++) {
		if (i && stand_together(doc, i - 1, i))
			continue;
		doc_add_section(doc, (struct doc_section){.part = PART_INTERVIEW,
							  .title = questionnaire_heading(
							      item_of(doc, i), doc->voice),
							  .level = 2,
							  .listed = true,
							  .first = (uint32_t)i});
	}
}

static void
write_interview(struct doc *doc, const struct doc_section *section)
{
	for (size_t i = section->first;
	     i < doc->interview->count && stand_together(doc, section->first, i); i++) {
		struct doc_block question = {
		    .kind = BLOCK_QUESTION,
		    .title = show_word(doc->voice, WORD_ASK_ANSWER),
		    .number = arena_printf(&doc->own->scratch, "%zu", i + 1),
		    .lines = doc_text(doc, SPAN_TEXT, item_of(doc, i)->text)};
		doc_put(doc, &question);
	}
}

struct doc_lines
doc_interview_lead(struct doc *doc)
{
	static const enum word asked[] = {WORD_ASK_PERSON, WORD_ASK_DATE};
	struct doc_lines lines =
	    doc_text(doc, SPAN_TEXT, show_word(doc->voice, WORD_ASK_INTRODUCTION));
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
		doc_say(doc, doc_line_add(doc, &lines), SPAN_TEXT,
			arena_printf(&doc->own->scratch, "%s:", show_word(doc->voice, asked[i])));
	return lines;
}

const struct doc_part_info doc_part_interview = {.outline = outline_interview,
						 .write = write_interview};
