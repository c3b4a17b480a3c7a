/* SPDX-License-Identifier: MIT */
#include "cli/draft/draft_row.h"

#include "cli/draft/draft_deadline.h"
#include "support/utf8.h"
#include "text/parts.h"

#include <string.h>

void
draft_add_step(struct arena *arena, struct draft_stage *stage, struct bullet step)
{
	stage->steps = arena_grow(arena, stage->steps, stage->step_count, 1, sizeof *stage->steps);
	stage->steps[stage->step_count++] = step;
}

bool
draft_is_row(const char *text)
{
	return strchr(text, '\t') != NULL;
}

/* The text without the brackets round all of it, as a time behind a tab has them. */
static const char *
without_brackets(struct arena *arena, const char *text)
{
	size_t length = strlen(text);
	return length > 2 && *text == '(' && text[length - 1] == ')'
		   ? arena_copy(arena, text + 1, length - 2)
		   : text;
}

/* Takes the next cell, "" for an empty one; false at the end. In args' arena. */
static bool
next_cell(struct arguments *args, const char **rest, const char **cell)
{
	struct arena *arena = &args->arena;
	if (!*rest)
		return false;
	size_t length = strcspn(*rest, "\t");
	*cell =
	    without_brackets(arena, utf8_fold(arena, arena_copy(arena, *rest, length), FOLD_FORM));
	*rest = (*rest)[length] ? *rest + length + 1 : NULL;
	return true;
}

/* The key that a heading calls: by all of it, or by its beginning («Срок, день», «Название этапа»).
 */
static const char *
key_of_heading(const struct draft_keys *keys, const char *title)
{
	static const char *const ends[] = {"", ",(:", " "};
	const char *key = NULL;
	for (size_t i = 0; i < sizeof ends / sizeof *ends && !key; i++)
		key = draft_key_called(keys, "stage",
				       arena_copy(keys->arena, title, strcspn(title, ends[i])));
	return key;
}

/* A column of numbers has none, and says so. */
static bool
is_numbers(const char *cell)
{
	return !cell[strspn(cell, "0123456789. ")] || strcmp(cell, "№") == 0 ||
	       strcmp(cell, "#") == 0;
}

static bool
is_for(const struct draft_column *column, const char *key)
{
	return column->key && strcmp(column->key, key) == 0;
}

/* True when a column has the names of the stages: where none says so, the first that says nothing
 * else. */
static bool
find_names(const struct draft_heading *heading)
{
	struct draft_column *names = NULL;
	for (size_t i = heading->count; i--;)
		if (!heading->columns[i].key && !is_numbers(heading->columns[i].title))
			names = &heading->columns[i];
	for (size_t i = 0; i < heading->count; i++)
		if (is_for(&heading->columns[i], "name"))
			return true;
	if (names)
		names->key = "name";
	return names != NULL;
}

bool
draft_read_heading(struct arguments *args, const struct draft_keys *keys,
		   struct draft_heading *heading, const char *text)
{
	struct arena *arena = &args->arena;
	struct draft_heading read = {0};
	size_t known = 0;
	const char *cell;
	while (next_cell(args, &text, &cell)) {
		read.columns = arena_grow(arena, read.columns, read.count, 1, sizeof *read.columns);
		const char *key = key_of_heading(keys, cell);
		read.columns[read.count++] = (struct draft_column){cell, key};
		known += key != NULL;
	}
	if (known < 2 || !find_names(&read))
		return false;
	*heading = read;
	return true;
}

static void
add_remark(struct arguments *args, struct draft_stage *stage, const char *title, const char *text)
{
	stage->remarks = arena_grow(&args->arena, stage->remarks, stage->remark_count, 1,
				    sizeof *stage->remarks);
	stage->remarks[stage->remark_count++] =
	    title ? arena_printf(&args->arena, "%s: %s", title, text) : text;
}

static bool
is_deadline(struct arguments *args, const char *cell)
{
	const char *why;
	return cell[strcspn(cell, "0123456789")] && draft_takes_deadline(args, cell, &why);
}

/* What a cell is for where no heading says it. */
static const char *
key_by_looks(struct arguments *args, const struct draft_stage *stage, const char *cell)
{
	return !stage->name ? "name" : is_deadline(args, cell) ? "deadline" : "responsible";
}

/* The place in a stage for what a key says, while it is empty; or NULL. */
static const char **
place_for(struct arguments *args, struct draft_stage *stage, const char *key, const char *cell)
{
	const struct {
		const char *key, **place;
	} places[] = {{"name", &stage->name},
		      {"responsible", &stage->roles},
		      {"deadline", is_deadline(args, cell) ? &stage->deadline : NULL},
		      {"result", &stage->result},
		      {"criteria", &stage->criteria}};
	size_t i = 0;
	while (i < sizeof places / sizeof *places && strcmp(places[i].key, key) != 0)
		i++;
	const char **place = i < sizeof places / sizeof *places ? places[i].place : NULL;
	return place && !*place ? place : NULL;
}

/* «принять; проверить, ответить»: a step each. */
static void
take_steps(struct arguments *args, struct draft_stage *stage, const char *cell)
{
	struct arena *arena = &args->arena;
	const char *separator = parts_separator(cell, PARTS_COMMAS);
	while (cell) {
		const char *end = separator ? strstr(cell, separator) : NULL;
		size_t length = end ? (size_t)(end - cell) : strlen(cell);
		draft_add_step(
		    arena, stage,
		    (struct bullet){.text = arena_copy(arena, cell, length), .level = 1});
		cell = end ? end + strlen(separator) : NULL;
	}
}

void
draft_take_value(struct arguments *args, struct draft_stage *stage, const char *key,
		 const char *title, const char *value)
{
	const char **place = key ? place_for(args, stage, key, value) : NULL;
	if (place)
		*place = value;
	else if (key && strcmp(key, "steps") == 0)
		take_steps(args, stage, value);
	else
		add_remark(args, stage, title, value);
}

void
draft_take_row(struct arguments *args, const struct draft_heading *heading, const char *text,
	       struct draft_stage *stage)
{
	const char *cell;
	for (size_t i = 0; next_cell(args, &text, &cell); i++) {
		bool headed = i < heading->count;
		const char *key = headed ? heading->columns[i].key : NULL;
		if (!*cell || (!key && is_numbers(cell)))
			continue;
		if (!heading->count)
			key = key_by_looks(args, stage, cell);
		draft_take_value(args, stage, key, headed ? heading->columns[i].title : NULL, cell);
	}
}

/* The bars of a row that are between its cells. */
static size_t
count_bars(const char *row, size_t length)
{
	size_t count = 0;
	for (size_t i = 1; i + 1 < length; i++)
		count += row[i] == '|';
	return count;
}

/* «| Запрос | 2 дня |» as «Запрос», tab, «2 дня»; the row of lines below the heading is none. */
static void
put_row(struct buf *out, const char *row, size_t length)
{
	bool rule = true;
	for (size_t i = 0; i < length; i++)
		rule = rule && strchr("|-: \t", row[i]);
	while (length && strchr(" \t|", row[length - 1]))
		length--;
	for (size_t i = *row == '|'; i < length && !rule; i++)
		buf_putc(out, row[i] == '|' ? '\t' : row[i]);
}

/* A line with bars right above or below another with as many is a row, even where it does not begin
 * with one. */
static bool
is_barred(const char *line, size_t length, size_t above)
{
	size_t bars = count_bars(line, length);
	const char *below = line[length] ? line + length + 1 : "";
	return bars && (bars == above || bars == count_bars(below, strcspn(below, "\n")));
}

const char *
draft_without_bars(struct arguments *args, const char *text)
{
	struct buf out = {0};
	for (size_t above = 0; *text;) {
		size_t length = strcspn(text, "\n"), indent = strspn(text, " ");
		if (text[indent] == '|' || is_barred(text, length, above))
			put_row(&out, text + indent, length - indent);
		else
			buf_add(&out, text, length);
		above = count_bars(text, length);
		text += length;
		if (*text)
			buf_putc(&out, *text++);
	}
	const char *kept = arena_copy(&args->arena, buf_text(&out), out.length);
	buf_free(&out);
	return kept;
}
