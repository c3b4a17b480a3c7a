/* SPDX-License-Identifier: MIT */
#include "register/sight.h"

#include "model/field.h"
#include "support/map.h"

#include <stdlib.h>
#include <string.h>

/* ---- the columns */

static struct register_value
text_of(const char *text)
{
	return (struct register_value){.kind = text ? REGISTER_TEXT : REGISTER_NOTHING,
				       .text = text};
}

static struct register_value
date_of(const struct date *date)
{
	return (struct register_value){.kind = date->pos.line ? REGISTER_DATE : REGISTER_NOTHING,
				       .day = date->day};
}

static struct register_value
signatures_of(struct signatures signatures)
{
	return (struct register_value){.kind =
					   signatures.all ? REGISTER_SIGNATURES : REGISTER_NOTHING,
				       .signatures = signatures};
}

#define VALUE(key, expression) \
	static struct register_value value_##key(const struct register_sight *sight, \
						 const struct register_row *row) \
	{ \
		(void)sight; \
		return expression; \
	}
VALUE(name, text_of(row->name))
VALUE(code, text_of(row->code))
VALUE(version, text_of(row->version))
VALUE(owner, text_of(row->owner))
VALUE(in_force_from, date_of(&row->effective))
VALUE(next_review, date_of(&row->review))
VALUE(approvals, signatures_of(row->approvals))
VALUE(acknowledgements, signatures_of(row->acknowledgements))
VALUE(file, text_of(row->file))

static struct register_value
value_status(const struct register_sight *sight, const struct register_row *row)
{
	if (!row->status)
		return text_of(NULL);
	const char *spellings = choice_spellings(row->status);
	struct register_value value = text_of(choice_name(row->status, sight->voice.lang));
	value.word = arena_copy(sight->arena, spellings, strcspn(spellings, "|"));
	return value;
}

static struct register_value
value_pilots(const struct register_sight *sight, const struct register_row *row)
{
	(void)sight;
	return (struct register_value){.kind = REGISTER_COUNT, .count = row->pilots};
}

static struct register_value
value_findings(const struct register_sight *sight, const struct register_row *row)
{
	(void)sight;
	return (struct register_value){.kind = REGISTER_FINDINGS, .findings = row->findings};
}

const struct register_column register_columns[] = {
#define COLUMN(key, en, ru, width) {#key, {en, ru}, width, value_##key},
#include "register/columns.def"
#undef COLUMN
    {.key = NULL},
};

/* ---- in order */

static int
compare_names(const struct register_row *a, const struct register_row *b)
{
	int order = strcmp(a->name, b->name);
	return order ? order : strcmp(a->file, b->file);
}

static int
compare_dues(const void *one, const void *other)
{
	const struct register_due *a = *(const struct register_due *const *)one,
				  *b = *(const struct register_due *const *)other;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if (a->row != b->row)
		return compare_names(a->row, b->row);
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return strcmp(a->argument, b->argument);
}

static int
compare_rows(const void *one, const void *other)
{
	return compare_names(*(const struct register_row *const *)one,
			     *(const struct register_row *const *)other);
}

static bool
is_asked(const struct register_wish *wish, const struct register_due *due)
{
	return wish->ahead < 0 || due->day <= (int64_t)wish->today + wish->ahead;
}

static void
take_dues(struct register_sight *sight, const struct process_register *reg)
{
	sight->dues = arena_array(sight->arena, reg->due_count, sizeof *sight->dues);
	for (uint32_t i = 0; i < reg->due_count; i++)
		if (is_asked(sight->wish, &reg->dues[i]))
			sight->dues[sight->due_count++] = &reg->dues[i];
	if (sight->due_count)
		qsort(sight->dues, sight->due_count, sizeof *sight->dues, compare_dues);
}

/* Adds a row unless it is there. */
static void
take_row(struct register_sight *sight, struct map *taken, const struct register_row *row)
{
	void **place = map_at_number(taken, (uint64_t)(uintptr_t)row);
	if (!*place)
		sight->rows[sight->row_count++] = row;
	*place = taken;
}

/* Those of which something is due come first, as it is due. */
static void
take_rows(struct register_sight *sight, const struct process_register *reg)
{
	struct map taken = {0};
	sight->rows = arena_array(sight->arena, reg->row_count, sizeof *sight->rows);
	for (uint32_t i = 0; i < sight->due_count; i++)
		take_row(sight, &taken, sight->dues[i]->row);
	uint32_t first = sight->row_count;
	for (uint32_t i = 0; i < reg->row_count; i++)
		take_row(sight, &taken, reg->rows[i]);
	if (sight->row_count > first)
		qsort(sight->rows + first, sight->row_count - first, sizeof *sight->rows,
		      compare_rows);
	map_free(&taken);
}

struct register_sight
sight_of(const struct process_register *reg, const struct register_wish *wish, struct arena *arena)
{
	struct register_sight sight = {.voice = {.lang = wish->lang}, .wish = wish, .arena = arena};
	take_dues(&sight, reg);
	take_rows(&sight, reg);
	return sight;
}

/* ---- as people read it */

static const char *
day_text(const struct register_sight *sight, int32_t day)
{
	const struct date date = {day, {.line = 1}, 0};
	return show_date(&sight->voice, &date, sight->arena);
}

/* «2 ошибки» would have to be declined: «ошибки: 2, предупреждения: 1». */
static const char *
findings_text(const struct register_sight *sight, const uint32_t *findings)
{
	static const enum word words[REGISTER_SEVERITIES] = {
	    WORD_REGISTER_NONE, WORD_REGISTER_NOTES, WORD_REGISTER_WARNINGS, WORD_REGISTER_ERRORS};
	const char *text = "";
	for (int severity = REGISTER_SEVERITIES - 1; severity > 0; severity--)
		if (findings[severity])
			text = arena_printf(sight->arena, "%s%s%s: %u", text, *text ? ", " : "",
					    show_word(&sight->voice, words[severity]),
					    findings[severity]);
	return *text ? text : show_word(&sight->voice, words[0]);
}

const char *
sight_value(const struct register_sight *sight, const struct register_value *value)
{
	struct arena *arena = sight->arena;
	switch (value->kind) {
	case REGISTER_NOTHING:
		break;
	case REGISTER_TEXT:
		return value->text;
	case REGISTER_DATE:
		return day_text(sight, value->day);
	case REGISTER_SIGNATURES:
		return arena_printf(arena, "%u %s %u", value->signatures.done,
				    show_word(&sight->voice, WORD_REGISTER_OF),
				    value->signatures.all);
	case REGISTER_COUNT:
		return arena_printf(arena, "%u", value->count);
	case REGISTER_FINDINGS:
		return findings_text(sight, value->findings);
	}
	return "";
}

static const struct {
	const char *key, *texts[2];
} due_infos[DUE_COUNT] = {
#define DUE(KIND, key, en, ru) [DUE_##KIND] = {#key, {en, ru}},
#include "register/dues.def"
#undef DUE
};

const char *
sight_due_key(const struct register_due *due)
{
	return due_infos[due->kind].key;
}

const char *
sight_due(const struct register_sight *sight, const struct register_due *due)
{
	struct buf text = {0};
	buf_fill(&text, due_infos[due->kind].texts[sight->voice.lang], due->argument, NULL);
	const char *copy = arena_copy(sight->arena, buf_text(&text), text.length);
	buf_free(&text);
	return copy;
}

const char *
sight_day(const struct register_sight *sight, const struct register_due *due)
{
	return due->dated ? day_text(sight, due->day) : show_word(&sight->voice, WORD_REGISTER_NOW);
}

const char *
sight_distance(const struct register_sight *sight, const struct register_due *due)
{
	int32_t days = due->day - sight->wish->today;
	if (!due->dated)
		return "";
	if (!days)
		return show_word(&sight->voice, WORD_REGISTER_TODAY);
	return show_word_with(&sight->voice, days < 0 ? WORD_REGISTER_OVERDUE_BY : WORD_REGISTER_IN,
			      show_days(&sight->voice, days < 0 ? -days : days, sight->arena),
			      sight->arena);
}

bool
sight_is_late(const struct register_sight *sight, const struct register_due *due)
{
	return due->dated && due->day < sight->wish->today;
}
