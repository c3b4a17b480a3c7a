/* SPDX-License-Identifier: MIT */
#include "cli/draft/draft_line.h"

#include "cli/draft/draft_deadline.h"
#include "support/utf8.h"

#include <string.h>

enum { MOST_PARTS = 8 };

/* What stands between the parts of a line. A dash parts what a comma holds together. */
static const char
    *const dashes[] = {" \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", " | ", NULL},
	   *const signs[] = {
	       " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", " | ", ": ", " (", ", ", "; ", NULL};

/* The parts of a line, one of them a time. */
struct parts {
	const char *texts[MOST_PARTS];
	size_t count, time; /* the count when none is */
};

/* The first sign of a text; "" at its end. */
static const char *
next_sign(const char *text, const char *const *between, size_t *length)
{
	for (; *text; text++)
		for (size_t i = 0; between[i]; i++)
			if (strncmp(text, between[i], strlen(between[i])) == 0) {
				*length = strlen(between[i]);
				return text;
			}
	*length = 0;
	return text;
}

/* Without the bracket that closes what a sign has opened. */
static const char *
part_of(struct arena *arena, const char *start, size_t length)
{
	const char *part = arena_copy(arena, start, length);
	bool closes = length && part[length - 1] == ')' && !strchr(part, '(');
	return utf8_fold(arena, closes ? arena_copy(arena, part, length - 1) : part, FOLD_FORM);
}

static bool
is_time(struct arguments *args, const char *text)
{
	const char *why;
	return text[strcspn(text, "0123456789")] && draft_takes_deadline(args, text, &why);
}

/* False unless there are three parts at least, and one of them alone is a time. */
static bool
part_line(struct arguments *args, const char *text, const char *const *between, struct parts *parts)
{
	size_t times = 0, sign;
	*parts = (struct parts){.count = 0};
	for (bool more = true; more; text += sign) {
		const char *end = next_sign(text, between, &sign);
		const char *part = part_of(&args->arena, text, (size_t)(end - text));
		more = *end != '\0';
		text = end;
		if (parts->count == MOST_PARTS || !*part)
			return false;
		if (is_time(args, part)) {
			parts->time = parts->count;
			times++;
		}
		parts->texts[parts->count++] = part;
	}
	return parts->count > 2 && times == 1;
}

static bool
begins_large(const char *text)
{
	return utf8_is_upper(utf8_next(&text));
}

/* The parts behind the name that are no time, with commas between; NULL where one of them cannot be
 * a role. */
static const char *
roles_of(struct arena *arena, const struct parts *parts, size_t name, bool strict)
{
	const char *roles = NULL;
	for (size_t i = name + 1; i < parts->count; i++) {
		if (i == parts->time)
			continue;
		if (strict && !begins_large(parts->texts[i]))
			return NULL;
		roles =
		    roles ? arena_printf(arena, "%s, %s", roles, parts->texts[i]) : parts->texts[i];
	}
	return roles;
}

static bool
take(struct arguments *args, struct draft_stage *stage, const char *const *between, bool strict)
{
	struct parts parts;
	if (!part_line(args, stage->name, between, &parts) || (!strict && parts.count > 3))
		return false;
	size_t name = parts.time == 0;
	const char *roles = roles_of(&args->arena, &parts, name, strict);
	if (!roles)
		return false;
	stage->name = parts.texts[name];
	stage->deadline = parts.texts[parts.time];
	stage->roles = roles;
	return true;
}

/* «Оценка – 2 дня», «Оценка: 2 дня», «Оценка (2 дня)»: the name becomes shorter. */
static void
take_time(struct arguments *args, struct draft_stage *stage)
{
	const char *name = stage->name, *at = name;
	size_t sign;
	while (*(at = next_sign(at, signs, &sign))) {
		const char *told = part_of(&args->arena, at + sign, strlen(at + sign));
		if (at > name && is_time(args, told)) {
			stage->deadline = told;
			stage->name = arena_copy(&args->arena, name, (size_t)(at - name));
			return;
		}
		at += sign;
	}
}

void
draft_take_line(struct arguments *args, struct draft_stage *stage)
{
	if (!stage->roles && (take(args, stage, dashes, false) || take(args, stage, signs, true)))
		return;
	take_time(args, stage);
}
