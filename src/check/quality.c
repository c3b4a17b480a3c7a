/* SPDX-License-Identifier: MIT */
/* Rules on what a stage gives and how one sees that it is good. */
#include "check/wording.h"
#include "model/fields.h"
#include "support/utf8.h"

#include <string.h>

enum { FEW_WORDS = 3 }; /* fewer cannot be called a repetition */

void
check_stage_result(struct checker *c, const struct entity *entity)
{
	const struct stage *stage = stage_of(entity);
	if (!stage->result.count && !field_was_refused(entity, field_row(FIELD_STAGE_result)))
		report1(c, RULE_QUALITY_NO_RESULT, entity, stage->name.pos, stage->name.s);
}

/* Where no stage has criteria the author does without them, and hears of it once. */
void
check_stage_criteria(struct checker *c, const struct entity *entity)
{
	const struct list *stages = &document_of(entity)->stages;
	uint32_t with = 0, without = 0;
	for (uint32_t i = 0; i < stages->count; i++)
		with += stage_at(stages, i)->criteria.count != 0;
	for (uint32_t i = 0; i < stages->count; i++) {
		const struct stage *stage = stage_at(stages, i);
		bool lacks = !stage->criteria.count &&
			     !field_was_refused(&stage->base, field_row(FIELD_STAGE_criteria));
		if (!lacks || (without++ && !with))
			continue;
		report2(c, RULE_QUALITY_NO_CRITERIA, &stage->base, stage->name.pos, stage->name.s,
			with || stages->count == 1 ? PHRASE_NONE : PHRASE_NOR_ANY_OTHER);
	}
}

static bool
has_digit(const char *text)
{
	return text && text[strcspn(text, "0123456789")] != '\0';
}

/* Whether words that were found by their stems are those of the list: in English the stem of
 * "timely" is "time", which promises much. */
static bool
is_listed(struct checker *c, const char *listed, const char *start, const char *end)
{
	const char *words = arena_copy(&c->arena, start, (size_t)(end - start));
	return (unsigned char)*listed >= 0x80 ||
	       strcmp(utf8_fold(&c->arena, words, FOLD_CASE),
		      utf8_fold(&c->arena, listed, FOLD_CASE)) == 0;
}

/* The first vague words of a text, or NULL; *start and *end are set round them. */
static const char *
vague_words(struct checker *c, const char *text, const char **start, const char **end)
{
	struct token token;
	for (const char *at = text; text && words_next(c->words, &at, &token);) {
		const char *found = words_phrase_at(c->words, WORDING_VAGUE, text, &token, end);
		*start = token.start;
		if (found && is_listed(c, found, *start, *end))
			return arena_copy(&c->arena, *start, (size_t)(*end - *start));
	}
	return NULL;
}

void
check_criterion(struct checker *c, const struct entity *entity)
{
	const struct criterion *criterion = criterion_of(entity);
	if (has_digit(criterion->name.s) || has_digit(criterion->target.s) || criterion->how.s)
		return;
	const struct text *texts[] = {&criterion->name, &criterion->target};
	for (int i = 0; i < 2; i++) {
		const char *start, *end, *words = vague_words(c, texts[i]->s, &start, &end);
		if (!words)
			continue;
		struct passage passage = {.entity = entity, .text = texts[i]};
		report_words(c, RULE_QUALITY_UNMEASURABLE, &passage, start, end, words, NULL);
		return;
	}
}

/* True when a word of one stem or another form of the word was marked. */
static bool
is_seen(const struct form *form)
{
	return form->stem->seen || (form->root->seen && form_is_like(form->root->seen, form));
}

/* How many of a text's words are new, and how many it has. Words of one or two letters do not
 * count. */
static size_t
new_words(struct checker *c, const char *text, size_t *count)
{
	struct token token;
	size_t fresh = 0;
	*count = 0;
	for (const char *at = text; words_next(c->words, &at, &token);) {
		if (token.end - token.start <= 4 && token.form->traits & FORM_CYRILLIC)
			continue;
		++*count;
		fresh += !is_seen(token.form);
	}
	return fresh;
}

static void
mark_words(struct checker *c, const char *text, bool seen)
{
	struct token token;
	for (const char *at = text; text && words_next(c->words, &at, &token);)
		token.form->stem->seen = token.form->root->seen = seen ? token.form : NULL;
}

void
check_result_repeats_name(struct checker *c, const struct entity *entity)
{
	const struct stage *stage = stage_of(entity);
	size_t count, whole;
	if (!stage->name.s || !stage->result.count)
		return;
	new_words(c, stage->name.s, &whole);
	mark_words(c, stage->name.s, true);
	for (uint32_t i = 0; i < stage->result.count; i++) {
		const struct text *result = &stage->result.items[i];
		if (result->s && new_words(c, result->s, &count) == 0 && count && count >= whole)
			report2(c, RULE_QUALITY_RESULT_REPEATS_NAME, entity, result->pos, result->s,
				stage->name.s);
	}
	mark_words(c, stage->name.s, false);
}

void
check_recommendations(struct checker *c, const struct entity *entity)
{
	const struct stage *stage = stage_of(entity);
	size_t count;
	if (!stage->description.s || !stage->recommendations.count)
		return;
	mark_words(c, stage->description.s, true);
	for (uint32_t i = 0; i < stage->recommendations.count; i++) {
		const struct text *text = &stage->recommendations.items[i];
		if (text->s && new_words(c, text->s, &count) == 0 && count >= FEW_WORDS)
			report1(c, RULE_QUALITY_RECOMMENDATION_REPEATS, entity, text->pos,
				stage->name.s);
	}
	mark_words(c, stage->description.s, false);
}
