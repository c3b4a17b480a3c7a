/* SPDX-License-Identifier: MIT */
/* What unusual outcomes add to the total time: a table below the schedule. */
#include "plan/graph/alternatives.h"
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

/* « (Ключевой клиент)» where not all of some variants are meant. */
static void
say_variants(struct doc *doc, struct doc_lines *lines, const struct alternatives *alternatives,
	     variant_set variants, variant_set of)
{
	struct arena *arena = &doc->own->scratch;
	const char *names = alternatives_names(alternatives, variants & of, arena);
	if ((variants & of) != of && lines->count && *names)
		doc_say(doc, &lines->items[lines->count - 1], SPAN_TEXT,
			arena_printf(arena, " (%s)", names));
}

/* Where an outcome leads, what only some of the variants have with their names. */
static struct doc_lines
targets_of(struct doc *doc, const struct alternatives *alternatives, const struct outcome *outcome,
	   variant_set variants)
{
	const struct refs *targets = outcome_targets(outcome);
	struct doc_lines lines = {0};
	struct doc_line *line = doc_line_add(doc, &lines);
	for (uint32_t i = 0; i < targets->count; i++) {
		const struct entity *to = targets->items[i].to;
		if (i)
			doc_say(doc, line, SPAN_TEXT, ", ");
		doc_refer(doc, line, &targets->items[i]);
		if (to && to->kind != KIND_END)
			say_variants(doc, &lines, alternatives, alternatives_of(alternatives, to),
				     variants);
	}
	return lines;
}

/* The variants in which an outcome is an exception. */
static variant_set
variants_with(const struct alternatives *alternatives, const struct outcome *outcome)
{
	variant_set variants = 0;
	for (uint32_t i = 0; i < alternatives->count; i++)
		for (uint32_t k = 0; k < alternatives->plans[i]->exception_count; k++)
			if (alternatives->plans[i]->exceptions[k].outcome == outcome)
				variants |= (variant_set)1 << i;
	return variants;
}

static void
put_exception(struct doc *doc, const struct alternatives *alternatives,
	      const struct exception *exception)
{
	struct doc_block row = doc_table(doc, BLOCK_ROW, 4);
	const struct outcome *outcome = exception->outcome;
	const struct entity *from = exception->from->entity;
	variant_set of = alternatives_of(alternatives, from),
		    variants = variants_with(alternatives, outcome);
	row.about = from;
	if (variants != of)
		row.only = alternatives_list(alternatives, variants, &doc->own->scratch);
	row.cells[0].head = true;
	doc_mention(doc, doc_line_add(doc, &row.cells[0].lines), from);
	row.cells[1].lines = condition_of(doc, outcome);
	say_variants(doc, &row.cells[1].lines, alternatives, variants, of);
	row.cells[2].lines = targets_of(doc, alternatives, outcome, variants);
	row.cells[3].lines =
	    doc_text(doc, SPAN_TEXT,
		     doc_time(doc, exception->adds[ESTIMATE_BEST], exception->adds[ESTIMATE_MOST]));
	doc_put(doc, &row);
}

void
doc_put_exceptions(struct doc *doc)
{
	struct alternatives alternatives;
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 4);
	alternatives_init(&alternatives, doc->plan, doc->plan);
	head.title = show_word(doc->voice, WORD_DOC_EXCEPTIONS);
	doc_head(doc, &head, 0, show_word(doc->voice, WORD_STAGE_OR_STEP), ALIGN_START);
	doc_head(doc, &head, 1, doc_title(doc, field_row(FIELD_OUTCOME_condition)), ALIGN_START);
	doc_head(doc, &head, 2, doc_title(doc, field_row(FIELD_OUTCOME_to)), ALIGN_START);
	doc_head(doc, &head, 3, show_word(doc->voice, WORD_DOC_ADDS), ALIGN_FIGURES);
	doc_put(doc, &head);
	for (uint32_t i = 0; i < doc->plan->exception_count; i++)
		put_exception(doc, &alternatives, &doc->plan->exceptions[i]);
	alternatives_free(&alternatives);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}
