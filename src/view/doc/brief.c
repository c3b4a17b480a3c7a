/* SPDX-License-Identifier: MIT */
/* The process on one page: who owns it, from where to where it goes, how long it takes, what it is
 * measured by, who has agreed to it. */
#include "model/names.h"
#include "plan/metric.h"
#include "plan/signing.h"
#include "view/doc/build.h"

static const enum field_id rows[] = {FIELD_PROCESS_owner, FIELD_PROCESS_trigger,
				     FIELD_PROCESS_inputs, FIELD_PROCESS_result};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

bool
doc_is_brief(const struct field *field)
{
	return field->id == FIELD_PROCESS_trigger || field->id == FIELD_PROCESS_inputs ||
	       field->id == FIELD_PROCESS_result || field->id == FIELD_PROCESS_deadline ||
	       field->id == FIELD_PROCESS_metrics;
}

static bool
has_brief(const struct doc *doc)
{
	const struct process *process = model_process(doc->model);
	for (uint32_t i = 0; i < ROW_COUNT; i++)
		if (field_is_set(&process->base, field_row(rows[i])))
			return true;
	return process->metrics.count ||
	       field_is_set(&process->base, field_row(FIELD_PROCESS_deadline)) || doc_is_timed(doc);
}

/* «9 из 11», where there is somebody to sign. */
static void
put_signed(struct doc *doc, enum word title, uint32_t count, uint32_t all)
{
	const char *of = show_word(doc->voice, WORD_DOC_OUT_OF);
	if (all)
		doc_put_attribute(
		    doc, show_word(doc->voice, title),
		    doc_text(doc, SPAN_TEXT,
			     arena_printf(&doc->own->scratch, "%u %s %u", count, of, all)));
}

static void
put_signing(struct doc *doc)
{
	const struct document *document = doc->model->document;
	struct signing signing = signing_count(doc->model, &doc->own->scratch);
	if (document->approvals.count)
		put_signed(doc, WORD_DOC_AGREED, signing.approved, signing.approvers);
	if (document->acknowledgements.count)
		put_signed(doc, WORD_DOC_ACQUAINTED, signing.acquainted, signing.people);
}

static enum metric_state
state_of(struct doc *doc, const struct metric *metric)
{
	return metric_compare(doc->own->metric_words, metric->target.s, metric->now.s);
}

static bool
any_judged(struct doc *doc, const struct list *metrics)
{
	for (uint32_t i = 0; i < metrics->count; i++)
		if (state_of(doc, metric_at(metrics, i)))
			return true;
	return false;
}

/* With a last column that says whether the target is met, where that can be told of any. */
static void
put_metrics(struct doc *doc)
{
	const struct list *metrics = &model_process(doc->model)->metrics;
	if (!metrics->count)
		return;
	doc->own->metric_words = words_new(&doc->own->arena);
	const struct doc_column judged = {.title = show_word(doc->voice, WORD_DOC_ON_TARGET)};
	struct doc_listing listing =
	    doc_open_list(doc, metrics, doc_title(doc, field_row(FIELD_PROCESS_metrics)), &judged,
			  any_judged(doc, metrics));
	for (uint32_t i = 0; i < metrics->count; i++) {
		struct doc_block row = doc_item_row(doc, &listing, metrics->items[i]);
		enum metric_state state = state_of(doc, metric_at(metrics, i));
		if (state)
			row.cells[listing.own[0]].lines = doc_text(
			    doc, state == METRIC_MISSED ? SPAN_STRONG : SPAN_TEXT,
			    show_word(doc->voice, state == METRIC_MET ? WORD_YES : WORD_NO));
		doc_put(doc, &row);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

static void
write_brief(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	const struct entity *process = &model_process(doc->model)->base;
	doc_open_attributes(doc, NULL);
	for (uint32_t i = 0; i < ROW_COUNT; i++)
		doc_put_attribute(doc, doc_title(doc, field_row(rows[i])),
				  doc_member(doc, process, rows[i]));
	doc_put_attribute(doc, show_word(doc->voice, WORD_DOC_TOTAL), doc_total(doc));
	doc_put_attribute(doc, show_word(doc->voice, WORD_DOC_DEADLINE_SET), doc_deadline_set(doc));
	put_signing(doc);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
	put_metrics(doc);
}

const struct doc_part_info doc_part_brief = {.has = has_brief, .write = write_brief};
