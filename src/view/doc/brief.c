/* SPDX-License-Identifier: MIT */
/* The process on one page: who owns it, from where to where it goes, how long it takes, what it is
 * measured by, who has agreed to it. */
#include "model/names.h"
#include "plan/metric.h"
#include "plan/signing.h"
#include "text/tie.h"
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

/* ---- metrics */

/* What the table of metrics has beside their fields, each column where any metric fills it. */
enum metric_column { METRIC_COURSE, METRIC_GAP, METRIC_ON_TARGET, METRIC_COLUMNS };

static enum metric_state
state_of(struct doc *doc, const struct metric *metric)
{
	return metric_compare(doc->own->metric_words, metric->target.s, metric_now(metric),
			      metric->better.value);
}

static const char *
gap_of(struct doc *doc, const struct metric *metric)
{
	return metric_gap(doc->own->metric_words, metric, doc->voice->lang, &doc->own->scratch);
}

/* «28 % (01.06.2026)». */
static const char *
point_text(struct doc *doc, const struct metric_point *point)
{
	struct arena *scratch = &doc->own->scratch;
	return arena_printf(scratch, "%s (%s)", text_tied(scratch, point->of->value.s),
			    show_date(doc->voice, &point->of->date, scratch));
}

/* All values as they are, where they are no numbers. */
static struct doc_lines
values_of(struct doc *doc, const struct metric *metric)
{
	struct doc_lines lines = {0};
	for (uint32_t i = 0; i < metric->history.count; i++) {
		const struct metric_value *value = metric_value_at(&metric->history, i);
		const char *date = show_date(doc->voice, &value->date, &doc->own->scratch);
		doc_say(doc, doc_line_add(doc, &lines), SPAN_TEXT,
			arena_printf(&doc->own->scratch, "%s: %s", date,
				     value->value.s ? value->value.s : ""));
	}
	return lines;
}

/* «28 % (01.06.2026) → 31 % (01.10.2026), становится лучше», with a picture of all values. */
static struct doc_lines
course_of(struct doc *doc, const struct metric *metric)
{
	static const enum word words[] = {[METRIC_LEVEL] = WORD_METRIC_LEVEL,
					  [METRIC_BETTER] = WORD_METRIC_BETTER,
					  [METRIC_WORSE] = WORD_METRIC_WORSE,
					  [METRIC_RISES] = WORD_METRIC_RISES,
					  [METRIC_FALLS] = WORD_METRIC_FALLS};
	struct metric_points points =
	    metric_points(doc->own->metric_words, metric, &doc->own->scratch);
	struct doc_lines lines = {0};
	if (!points.count)
		return values_of(doc, metric);
	const char *last = point_text(doc, &points.items[points.count - 1]);
	struct doc_line *line = doc_line_add(doc, &lines);
	if (points.count == 1) {
		doc_say(doc, line, SPAN_TEXT, last);
		return lines;
	}
	doc_span_add(doc, line,
		     (struct doc_span){.kind = SPAN_CURVE, .text = "", .about = &metric->base});
	doc_say(doc, line, SPAN_TEXT,
		arena_printf(&doc->own->scratch, "%s → %s, %s", point_text(doc, points.items), last,
			     show_word(doc->voice, words[metric_trend(metric, &points)])));
	return lines;
}

/* The same with what else is said of single values. */
static struct doc_lines
course_and_rest(struct doc *doc, const struct metric *metric)
{
	struct doc_lines lines = course_of(doc, metric);
	for (uint32_t i = 0; i < metric->history.count; i++)
		doc_add_rest(doc, &lines, metric->history.items[i]);
	return lines;
}

static bool
fills(struct doc *doc, const struct metric *metric, enum metric_column column)
{
	if (column == METRIC_COURSE)
		return metric->history.count;
	return column == METRIC_GAP ? gap_of(doc, metric) != NULL : state_of(doc, metric) != 0;
}

static struct doc_lines
lines_of(struct doc *doc, const struct metric *metric, enum metric_column column)
{
	enum metric_state state = state_of(doc, metric);
	const char *gap = column == METRIC_GAP ? gap_of(doc, metric) : NULL;
	if (column == METRIC_COURSE)
		return course_and_rest(doc, metric);
	if (column == METRIC_GAP)
		return gap ? doc_text(doc, SPAN_TEXT, gap) : (struct doc_lines){0};
	return state ? doc_text(doc, state == METRIC_MISSED ? SPAN_STRONG : SPAN_TEXT,
				show_word(doc->voice, state == METRIC_MET ? WORD_YES : WORD_NO))
		     : (struct doc_lines){0};
}

/* Lays out the columns that any metric fills: which they are, and how many. */
static uint32_t
find_columns(struct doc *doc, const struct list *metrics, struct doc_column *columns,
	     enum metric_column *which)
{
	const struct doc_column all[METRIC_COLUMNS] = {
	    [METRIC_COURSE] = {doc_title(doc, field_row(FIELD_METRIC_history)),
			       FIELD_METRIC_history, true},
	    [METRIC_GAP] = {show_word(doc->voice, WORD_DOC_GAP), 0, false},
	    [METRIC_ON_TARGET] = {show_word(doc->voice, WORD_DOC_ON_TARGET), 0, false}};
	uint32_t count = 0;
	for (int column = 0; column < METRIC_COLUMNS; column++) {
		bool filled = false;
		for (uint32_t i = 0; i < metrics->count && !filled; i++)
			filled = fills(doc, metric_at(metrics, i), (enum metric_column)column);
		if (!filled)
			continue;
		which[count] = (enum metric_column)column;
		columns[count++] = all[column];
	}
	return count;
}

static void
put_metrics(struct doc *doc)
{
	const struct list *metrics = &model_process(doc->model)->metrics;
	struct doc_column columns[METRIC_COLUMNS];
	enum metric_column which[METRIC_COLUMNS];
	if (!metrics->count)
		return;
	doc->own->metric_words = words_new(&doc->own->arena);
	uint32_t count = find_columns(doc, metrics, columns, which);
	struct doc_listing listing = doc_open_list(
	    doc, metrics, doc_title(doc, field_row(FIELD_PROCESS_metrics)), columns, count);
	for (uint32_t i = 0; i < metrics->count; i++) {
		struct doc_block row = doc_item_row(doc, &listing, metrics->items[i]);
		for (uint32_t j = 0; j < count; j++)
			row.cells[listing.own[j]].lines =
			    lines_of(doc, metric_at(metrics, i), which[j]);
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
