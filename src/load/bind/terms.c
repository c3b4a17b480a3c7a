/* SPDX-License-Identifier: MIT */
#include "load/bind/terms.h"

#include "load/bind/key.h"
#include "model/fields.h"
#include "model/show.h"
#include "support/listed.h"
#include "support/utf8.h"
#include "text/syntax/yaml_text.h"

#include <string.h>

/* «от: 2 дня», «до: 3 дня»: a length under a key for places ends a range, and is no place. */
static void
take_length(struct binder *b, struct ref *ref, struct duration *length)
{
	if (!ref->raw || bind_told(b, ref->raw, length) != DURATION_OK)
		return;
	length->pos = ref->pos;
	*ref = (struct ref){0};
}

/* A range from one length to another, as written. */
static void
make_range(struct binder *b, struct duration *deadline, const struct duration *low)
{
	struct told *told = arena_alloc(&b->model->arena, sizeof *told);
	told->best = low->told->best;
	told->most = deadline->told->most;
	told->best_length = low->told->best_length;
	told->most_length = deadline->told->most_length;
	deadline->told = told;
}

static void
take_least(struct binder *b, struct duration *deadline, const struct duration *least)
{
	if (deadline->pos.line) {
		if (duration_most(least).weight > duration_best(deadline).weight)
			make_range(b, deadline, least);
		return;
	}
	struct told *told = arena_alloc(&b->model->arena, sizeof *told);
	*told = *least->told;
	told->limit = LIMIT_NO_LESS;
	told->best = told->most;
	told->best_length = told->most_length;
	*deadline = *least;
	deadline->told = told;
}

static bool
is_left(const struct model *model, const struct entity *terms)
{
	for (const struct field **field = model->fields[KIND_TERMS]; *field; field++)
		if (field_is_set(terms, *field))
			return true;
	return false;
}

static const char *
show_bound(struct binder *b, enum limit limit, struct amounts amounts, struct length length)
{
	const struct voice voice = voice_of(b->model);
	const struct told told = {.limit = limit,
				  .best = amounts,
				  .most = amounts,
				  .best_length = length,
				  .most_length = length};
	const struct duration bound = {.told = &told};
	return show_duration(&voice, &bound, &b->model->arena);
}

/* «не менее 8 дней, не более 6 дней»: bounds of keys of their own are no range that stands there.
 */
static const char *
show_bounds(struct binder *b, const struct duration *deadline)
{
	const struct told *told = deadline->told;
	return arena_printf(&b->model->arena, "%s, %s",
			    show_bound(b, LIMIT_NO_LESS, told->best, told->best_length),
			    show_bound(b, LIMIT_NO_MORE, told->most, told->most_length));
}

/* How long ahead, but not of what; since when, but not how long, be it in words. */
static void
report_half(struct binder *b, const struct terms *terms, const struct duration *deadline)
{
	bool ahead = terms->ahead.pos.line && !terms->before.pos.line,
	     since = terms->from.pos.line && !terms->before.pos.line && !deadline->pos.line &&
		     !terms->note.pos.line;
	const struct field *lacks = field_row(ahead ? FIELD_TERMS_before : FIELD_TERMS_most);
	if (ahead || since)
		diag2(b->diags, RULE_SCHEMA_REQUIRED, ahead ? terms->ahead.pos : terms->from.pos,
		      said_kind(KIND_TERMS), said_key(lacks, &b->diags->arena));
}

struct entity *
bind_terms_take(struct binder *b, struct terms *terms, struct duration *deadline)
{
	struct duration low = {0}, high = {0};
	take_length(b, &terms->from, &low);
	take_length(b, &terms->before, &high);
	if (terms->most.pos.line && high.pos.line)
		diag1(b->diags, RULE_YAML_DUPLICATE, high.pos,
		      said_key(field_row(FIELD_TERMS_most), &b->diags->arena))
		    ->related = terms->most.pos;
	*deadline = terms->most.pos.line ? terms->most : high;
	terms->most = (struct duration){0};
	bool alone = !deadline->pos.line;
	if (low.pos.line && !alone)
		make_range(b, deadline, &low);
	else if (low.pos.line)
		take_least(b, deadline, &low);
	if (terms->least.pos.line)
		take_least(b, deadline, &terms->least);
	if (duration_best(deadline).weight > duration_most(deadline).weight) {
		diag1(b->diags, RULE_SCHEMA_DURATION_RANGE, deadline->pos,
		      show_bounds(b, deadline));
		*deadline = (struct duration){0};
	}
	if (alone)
		terms->least = (struct duration){0};
	report_half(b, terms, deadline);
	return is_left(b->model, &terms->base) ? &terms->base : NULL;
}

/* Past what a text begins with, in any case and with blanks of any kind and number; NULL when it
 * begins with something else. */
static const char *
skip_words(const char *text, const char *words)
{
	while (*words) {
		uint32_t wanted = utf8_next(&words), rune = *text ? utf8_next(&text) : 0;
		if (wanted == ' ' ? !utf8_is_blank(rune) : utf8_lower(rune) != wanted)
			return NULL;
		for (const char *next = text; wanted == ' ' && *next; text = next)
			if (!utf8_is_blank(utf8_next(&next)))
				break;
	}
	return text;
}

const char *
bind_terms_event(const char *text, size_t *length)
{
	/* The third has a Latin letter, as it is often typed. */
	static const char *const words[] = {" с момента ", " from ", " c момента "};
	for (const char *at = text; *at; utf8_next(&at))
		for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
			const char *event = skip_words(at, words[i]);
			if (!event)
				continue;
			*length = (size_t)(at - text);
			return event;
		}
	return NULL;
}

bool
bind_terms_ongoing(const char *text)
{
	static const char *const words[] = {"постоянно", "ongoing", NULL};
	struct arena scratch = {0};
	bool found = listed_is(words, utf8_fold(&scratch, text, FOLD_CASE));
	arena_free(&scratch);
	return found;
}

/* Words between a length and what it is counted from or stands ahead of; longer ones come first. */
static const struct {
	const char *word;
	enum rule rule;
} joints[] = {
    {" после ", RULE_SCHEMA_DURATION_FROM},    {" с даты ", RULE_SCHEMA_DURATION_FROM},
    {" со дня ", RULE_SCHEMA_DURATION_FROM},   {" от ", RULE_SCHEMA_DURATION_FROM},
    {" с ", RULE_SCHEMA_DURATION_FROM},        {" after ", RULE_SCHEMA_DURATION_FROM},
    {" since ", RULE_SCHEMA_DURATION_FROM},    {" of ", RULE_SCHEMA_DURATION_FROM},
    {" до ", RULE_SCHEMA_DURATION_BEFORE},     {" перед ", RULE_SCHEMA_DURATION_BEFORE},
    {" before ", RULE_SCHEMA_DURATION_BEFORE},
};

/* «за 3 дня до», «не позднее чем за 3 дня до»; «через 3 дня после», "in 3 days after": the text
 * behind what stands before a length that is ahead of something, or behind it. */
static const char *
skip_joint(const char *text, bool ahead)
{
	static const char *const words[][5] = {{"через ", "спустя ", "in ", "by ", "the "},
					       {"за ", "не позднее чем за ", "не позднее, чем за ",
						"не менее чем за ", "минимум за "}};
	for (size_t i = 0; i < sizeof words[ahead] / sizeof *words[ahead]; i++) {
		const char *behind = skip_words(text, words[ahead][i]);
		if (behind)
			return behind;
	}
	return text;
}

/* The length that stands before a joint, as it is written but without the words that its key says;
 * *behind is what stands behind the joint. NULL when that is no length. */
static const char *
length_before(struct binder *b, const char *text, const char *joint, enum limit *limit,
	      const char **behind)
{
	const struct voice voice = voice_of(b->model);
	struct duration duration = {0};
	const char *found = strstr(text, joint);
	if (!found)
		return NULL;
	const char *length = arena_copy(&b->model->arena, text, (size_t)(found - text));
	*behind = found + strlen(joint);
	if (bind_told(b, length, &duration) != DURATION_OK)
		return NULL;
	struct told told = *duration.told;
	*limit = told.limit;
	told.limit = LIMIT_NONE;
	duration.told = &told;
	return *limit ? show_duration(&voice, &duration, &b->model->arena) : length;
}

bool
bind_terms_hint(struct binder *b, const char *text, struct pos pos)
{
	struct arena *arena = &b->model->arena;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		bool ahead = joints[i].rule == RULE_SCHEMA_DURATION_BEFORE;
		enum limit limit;
		const char *behind, *length = length_before(b, skip_joint(text, ahead),
							    joints[i].word, &limit, &behind);
		if (!length)
			continue;
		const struct field *key =
		    field_row(limit == LIMIT_NO_LESS ? FIELD_TERMS_least : FIELD_TERMS_most);
		struct duration ignored = {0};
		if (!ahead && bind_told(b, behind, &ignored) == DURATION_OK)
			return false; /* below its key it would be a length, too */
		const char *of = yaml_text(arena, behind);
		if (ahead)
			diag_add(b->diags, joints[i].rule, pos,
				 DIAG_ARGS4(text, length, of, yaml_text(arena, text)));
		else
			diag_add(b->diags, joints[i].rule, pos,
				 DIAG_ARGS4(text, said_key(key, arena), length, of));
		return true;
	}
	return false;
}
