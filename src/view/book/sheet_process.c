/* SPDX-License-Identifier: MIT */
/* The cover: what the process says of itself, what the colours mean, which sheets there are and how
 * to use them. For programs it is a plain table of what the process says of itself. */
#include "plan/part_said.h"
#include "plan/review.h"
#include "view/book/listing.h"
#include "view/book/sheets.h"

enum { LABEL, VALUE, TARGET, NOW, COLUMNS };

/* What a row says is a field of what it is about, in VALUE, or the fields of a metric. */
static const struct heading columns[COLUMNS] = {{.width = 34, .key = "name"},
						{.width = 56, .key = "value"},
						{.width = 24, .key = "target"},
						{.width = 24, .key = "now"}};

/* A row whose first cell is a name and whose others are one cell for the value. */
static struct row
value_row(struct book *book, const char *label)
{
	struct row row = book_blank(book);
	row.cells[LABEL] = cell_text(&book->scratch, label, 0);
	row.cells[LABEL].tint = TINT_LABEL;
	row.merge_from = VALUE;
	row.merge_to = COLUMNS - 1;
	return row;
}

/* The value of a field of a thing; of what is reckoned both are NULL. */
static void
write_value(struct book *book, const struct entity *about, const struct field *field,
	    const char *label, struct cell cell)
{
	struct row row = value_row(book, label);
	row.about = about;
	row.field = field;
	row.cells[VALUE] = cell;
	row.cells[VALUE].tint = TINT_VALUE;
	book_row(book, &row);
}

static void
write_gap(struct book *book)
{
	struct row row = book_blank(book);
	book_row(book, &row);
}

static void
write_section(struct book *book, const char *title)
{
	write_gap(book);
	struct row row = book_blank(book);
	row.cells[LABEL] = cell_text(&book->scratch, title, 0);
	for (uint32_t i = 0; i < COLUMNS; i++)
		row.cells[i].tint = TINT_SECTION;
	row.least = 20;
	book_row(book, &row);
}

static void
write_title(struct book *book)
{
	struct row row = book_blank(book);
	row.cells[LABEL] =
	    cell_text(&book->scratch, entity_name(&model_process(book->model)->base), 0);
	row.cells[LABEL].tint = TINT_TITLE;
	row.merge_to = COLUMNS - 1;
	row.least = 34;
	row.about = &model_process(book->model)->base;
	book_row(book, &row);
}

static const enum field_id metric_fields[] = {FIELD_METRIC_name, FIELD_METRIC_target,
					      FIELD_METRIC_now};

/* A row of three values under the titles of metrics; `tint` for all of them. */
static void
write_metric(struct book *book, const struct entity *metric, enum tint tint)
{
	static const uint32_t places[] = {LABEL, TARGET, NOW};
	struct row row = book_blank(book);
	row.merge_to = VALUE;
	for (int i = 0; i < 3; i++) {
		const struct field *field = field_row(metric_fields[i]);
		if (metric)
			row.cells[places[i]] = book_field(book, metric, field);
		else
			row.cells[places[i]] =
			    cell_text(&book->scratch,
				      field_title(book->voice, field, &book->scratch), LOOK_BOLD);
		row.cells[places[i]].tint = tint;
	}
	row.cells[VALUE].tint = tint;
	row.about = metric;
	if (metric)
		book_add_rest(book, &row.cells[LABEL], metric);
	book_row(book, &row);
}

static void
write_metrics(struct book *book, const char *title, const struct list *metrics)
{
	write_section(book, title);
	write_metric(book, NULL, TINT_LABEL);
	for (uint32_t i = 0; i < metrics->count; i++)
		write_metric(book, metrics->items[i], TINT_VALUE);
}

/* How often the process is looked through, when it was last and when it will be next. */
static void
write_review(struct book *book, const struct process *process)
{
	const struct review *review = review_of(process->review);
	struct arena *scratch = &book->scratch;
	const char *rhythm = review_rhythm(book->voice, review, scratch);
	struct cell cell =
	    cell_text(scratch, show_word_with(book->voice, WORD_DOC_REVIEWED, rhythm, scratch), 0);
	struct date next;
	const struct {
		enum word sentence;
		const struct date *date;
	} days[] = {{WORD_DOC_REVIEWED_LAST, &review->last}, {WORD_DOC_REVIEWED_NEXT, &next}};
	size_t count = review_next(book->model, &next) ? 2 : 1;
	for (size_t i = 0; i < count; i++) {
		const char *date = show_date(book->voice, days[i].date, scratch);
		if (days[i].date->pos.line)
			cell_add(&cell, scratch,
				 arena_printf(
				     scratch, " %s",
				     show_word_with(book->voice, days[i].sentence, date, scratch)),
				 0, 0);
	}
	book_add_rest(book, &cell, &review->base);
	const struct field *field = field_row(FIELD_PROCESS_review);
	write_value(book, &process->base, field, field_title(book->voice, field, scratch), cell);
}

/* A field of the process or the file; one that holds a thing as lines: «Каждый: месяц». */
static void
write_field(struct book *book, const struct entity *entity, const struct field *field)
{
	struct cell cell = {0};
	bool prose;
	if (field_is(field, LEAF_THING) && !field_is_list(field)) {
		struct texts texts = show_field(book->voice, entity, field, &prose, &book->scratch);
		for (uint32_t i = 0; i < texts.count; i++) {
			cell_add(&cell, &book->scratch, cell.count ? "\n" : "", 0, 0);
			cell_add(&cell, &book->scratch, texts.items[i].s, 0, 0);
		}
	} else {
		cell = book_field(book, entity, field);
		cell.pick = listing_pick(field);
		cell.choices = field->argument;
	}
	write_value(book, entity, field, field_title(book->voice, field, &book->scratch), cell);
}

static void
write_variants(struct book *book)
{
	const struct list *variants = &book->model->document->variants;
	struct cell names = {0};
	for (uint32_t i = 0; i < variants->count; i++) {
		cell_add(&names, &book->scratch, i ? "\n" : "", 0, 0);
		cell_add(&names, &book->scratch, entity_name(variants->items[i]), 0, 0);
		book_add_rest(book, &names, variants->items[i]);
	}
	const struct field *field = field_row(FIELD_DOCUMENT_variants);
	if (names.count)
		write_value(book, &book->model->document->base, field,
			    field_title(book->voice, field, &book->scratch), names);
}

static void
write_calendar(struct book *book)
{
	const struct entity *calendar = book->model->document->calendar;
	for (const struct field **field = book->model->fields[KIND_CALENDAR]; *field; field++)
		if (calendar && field_is_set(calendar, *field))
			write_field(book, calendar, *field);
}

static void
write_fields(struct book *book)
{
	const struct process *process = model_process(book->model);
	const struct document *document = book->model->document;
	for (const struct field **field = book->model->fields[KIND_PROCESS]; *field; field++) {
		bool named = (*field)->flags & (F_NAME | F_PLUMBING);
		bool table = field_holds_list(*field) && field_holds(*field, KIND_METRIC);
		if (named || table || !field_is_set(&process->base, *field))
			continue;
		if ((*field)->id == FIELD_PROCESS_review)
			write_review(book, process);
		else
			write_field(book, &process->base, *field);
	}
	if (book->plan && book->plan->total[ESTIMATE_MOST].weight)
		write_value(
		    book, NULL, NULL, show_total(book->voice),
		    cell_text(&book->scratch,
			      show_lengths(book->voice, book->plan->total[ESTIMATE_BEST],
					   book->plan->total[ESTIMATE_MOST], &book->scratch),
			      0));
	write_calendar(book);
	write_variants(book);
	for (const struct field **field = book->model->fields[KIND_DOCUMENT]; *field; field++)
		if (show_is_rest(&document->base, *field))
			write_field(book, &document->base, *field);
}

/* A sample of a look beside what it means. */
static void
write_sample(struct book *book, struct cell sample, struct cell meaning)
{
	struct row row = value_row(book, NULL);
	row.cells[LABEL] = sample;
	row.cells[VALUE] = meaning;
	row.cells[VALUE].tint = TINT_VALUE;
	book_row(book, &row);
}

/* The roles, each in its colour. */
static void
write_colors(struct book *book)
{
	const struct list *roles = &book->model->document->roles;
	struct cell title =
	    cell_text(&book->scratch, show_word(book->voice, WORD_LEGEND_ROLES), LOOK_BOLD);
	struct cell names = {0};
	for (uint32_t i = 0; i < roles->count; i++) {
		cell_add(&names, &book->scratch, i ? ", " : "", 0, 0);
		cell_add(&names, &book->scratch, entity_name(roles->items[i]),
			 LOOK_BOLD | LOOK_COLOR, show_role_color(role_at(roles, i)));
	}
	title.tint = TINT_VALUE;
	write_sample(book, title, names);
}

/* What the colours mean, of the sheets that there are. */
static void
write_legend(struct book *book)
{
	bool schedule = book_has(book, SHEET_SCHEDULE), inner = !book->model->for_clients;
	const struct {
		enum tint tint;
		enum word meaning;
		bool used;
	} marks[] = {{TINT_KEY, WORD_LEGEND_KEY, inner},
		     {TINT_BLOCKING, WORD_LEGEND_BLOCKING, inner},
		     {TINT_RISK, WORD_LEGEND_RISK, inner},
		     {TINT_BAR, WORD_LEGEND_BAR, schedule},
		     {TINT_CRITICAL, WORD_LEGEND_CRITICAL, schedule && inner}};
	write_section(book, show_word(book->voice, WORD_LEGEND));
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i].used)
			write_sample(
			    book, (struct cell){.tint = marks[i].tint},
			    cell_text(&book->scratch, show_word(book->voice, marks[i].meaning), 0));
	struct cell letters = cell_text(&book->scratch, "R A C I", LOOK_BOLD);
	letters.tint = TINT_VALUE;
	if (book_has(book, SHEET_RESPONSIBILITY))
		write_sample(
		    book, letters,
		    cell_text(&book->scratch, part_legend(book->voice, &book->scratch), 0));
	if (book->model->document->roles.count && inner)
		write_colors(book);
}

static void
write_contents(struct book *book)
{
	write_section(book, show_word(book->voice, WORD_SHEETS));
	for (enum sheet_id id = SHEET_PROCESS + 1; id < SHEET_COUNT; id++) {
		if (!book_has(book, id) || id == SHEET_STAGE)
			continue;
		struct row row = value_row(book, NULL);
		row.cells[LABEL] =
		    cell_text(&book->scratch, sheet_title(book->voice, id), LOOK_LINK);
		row.cells[LABEL].sheet = (int)id;
		row.cells[LABEL].tint = TINT_VALUE;
		row.cells[VALUE] = cell_text(&book->scratch, sheet_about(book->voice, id), 0);
		row.cells[VALUE].tint = TINT_VALUE;
		book_row(book, &row);
	}
}

static void
write_advice(struct book *book)
{
	static const enum word advice[] = {WORD_HOW_FILTER, WORD_HOW_EDIT, WORD_HOW_ROLES,
					   WORD_HOW_IDS};
	write_section(book, show_word(book->voice, WORD_HOW_TO_USE));
	for (size_t i = 0; i < sizeof advice / sizeof *advice; i++) {
		struct row row = book_blank(book);
		row.cells[LABEL] = cell_text(&book->scratch, show_word(book->voice, advice[i]), 0);
		row.cells[LABEL].tint = TINT_NOTE;
		row.merge_to = COLUMNS - 1;
		book_row(book, &row);
	}
}

static const char *
metric_title(struct book *book, enum field_id field)
{
	return field_title(book->voice, field_row(field), book->arena);
}

/* One attribute a row; a metric is named as the value, its target and present value stand beside
 * it. */
static void
write_table(struct book *book)
{
	const struct process *process = model_process(book->model);
	const struct heading titles[COLUMNS] = {
	    [LABEL] = {.title = show_word(book->voice, WORD_DOC_ATTRIBUTE)},
	    [VALUE] = {.title = show_word(book->voice, WORD_DOC_VALUE)},
	    [TARGET] = {.title = metric_title(book, FIELD_METRIC_target)},
	    [NOW] = {.title = metric_title(book, FIELD_METRIC_now)}};
	const struct sheet_form form = {.id = SHEET_PROCESS,
					.title = sheet_title(book->voice, SHEET_PROCESS),
					.file = sheet_key(SHEET_PROCESS),
					.columns = titles,
					.count = process->metrics.count ? COLUMNS : TARGET};
	book_open(book, &form);
	const struct field *name = field_row(FIELD_PROCESS_name);
	write_value(book, &process->base, name, field_title(book->voice, name, &book->scratch),
		    book_field(book, &process->base, name));
	write_fields(book);
	for (uint32_t i = 0; i < process->metrics.count; i++) {
		struct row row = book_blank(book);
		row.cells[LABEL] =
		    cell_text(&book->scratch, metric_title(book, FIELD_METRIC_name), 0);
		for (uint32_t j = 0; j < COLUMNS - VALUE; j++)
			row.cells[VALUE + j] = book_field(book, process->metrics.items[i],
							  field_row(metric_fields[j]));
		book_add_rest(book, &row.cells[VALUE], process->metrics.items[i]);
		book_row(book, &row);
	}
	book_close(book);
}

static void
write_cover(struct book *book)
{
	const struct list *metrics = &model_process(book->model)->metrics;
	const struct sheet_form form = {.id = SHEET_PROCESS,
					.title = sheet_title(book->voice, SHEET_PROCESS),
					.file = sheet_key(SHEET_PROCESS),
					.columns = columns,
					.count = COLUMNS,
					.free = true,
					.upright = true};
	book_open(book, &form);
	write_title(book);
	write_fields(book);
	if (metrics->count)
		write_metrics(
		    book,
		    field_title(book->voice, field_row(FIELD_PROCESS_metrics), &book->scratch),
		    metrics);
	if (book_has(book, SHEET_SCHEDULE) || !book->model->for_clients)
		write_legend(book);
	book->on_screen = true;
	write_contents(book);
	if (!book->model->for_clients)
		write_advice(book);
	book_close(book);
	book->on_screen = false;
}

void
write_process(struct book *book)
{
	if (book->writer->visual)
		write_cover(book);
	else
		write_table(book);
}
