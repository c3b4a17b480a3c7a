/* SPDX-License-Identifier: MIT */
/* What unusual outcomes add to the total time: a table below the schedule. */
#include "view/doc/build.h"

bool
doc_has_exceptions(const struct doc *doc)
{
	return doc->plan && doc->plan->exception_count > 0;
}

static struct doc_lines
condition_of(struct doc *doc, const struct outcome *outcome)
{
	if (outcome_is_default(outcome) && task_outcomes(outcome->base.parent)->count == 1)
		return doc_text(doc, SPAN_TEXT, show_word(doc->voice, WORD_THEN));
	if (outcome_is_default(outcome))
		return doc_text(doc, SPAN_TEXT, show_word(doc->voice, WORD_OTHERWISE));
	return doc_member(doc, &outcome->base, FIELD_OUTCOME_condition);
}

static void
put_exception(struct doc *doc, const struct exception *exception)
{
	struct doc_block row = doc_table(doc, BLOCK_ROW, 4);
	const struct outcome *outcome = exception->outcome;
	enum field_id to = outcome->to.count ? FIELD_OUTCOME_to : FIELD_OUTCOME_otherwise;
	row.about = exception->from->entity;
	row.cells[0].head = true;
	doc_mention_numbered(doc, doc_line_add(doc, &row.cells[0].lines), exception->from->entity);
	row.cells[1].lines = condition_of(doc, outcome);
	row.cells[2].lines = doc_member(doc, &outcome->base, to);
	row.cells[3].lines =
	    doc_text(doc, SPAN_TEXT,
		     doc_time(doc, exception->adds[ESTIMATE_BEST], exception->adds[ESTIMATE_MOST]));
	doc_put(doc, &row);
}

void
doc_put_exceptions(struct doc *doc)
{
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 4);
	head.title = show_word(doc->voice, WORD_DOC_EXCEPTIONS);
	doc_head(doc, &head, 0, show_word(doc->voice, WORD_STAGE_OR_STEP), ALIGN_START);
	doc_head(doc, &head, 1, doc_title(doc, field_row(FIELD_OUTCOME_condition)), ALIGN_START);
	doc_head(doc, &head, 2, doc_title(doc, field_row(FIELD_OUTCOME_to)), ALIGN_START);
	doc_head(doc, &head, 3, show_word(doc->voice, WORD_DOC_ADDS), ALIGN_FIGURES);
	doc_put(doc, &head);
	for (uint32_t i = 0; i < doc->plan->exception_count; i++)
		put_exception(doc, &doc->plan->exceptions[i]);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}
