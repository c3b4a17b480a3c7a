/* SPDX-License-Identifier: MIT */
#include "edit/rename.h"

#include "edit/replace.h"
#include "model/fields.h"
#include "model/visit.h"
#include "support/utf8.h"

#include <string.h>

static bool
has_path(const struct occurrence *occurrence)
{
	return occurrence->sort == OCCURRENCE_REF && occurrence->thing->kind == KIND_STEP;
}

const char *
rename_word(const struct occurrence *occurrence, struct arena *arena)
{
	const char *slash = has_path(occurrence) ? strrchr(occurrence->text, '/') : NULL;
	bool whole = !slash || strcmp(occurrence->text, entity_name(occurrence->thing)) == 0;
	return arena_string(arena, whole ? occurrence->text : slash + 1);
}

/* The words that change: the one that is renamed, and the id that is made of a name. References
 * have them in any case, unless that is what else the thing is called: «юрист» may be the id of
 * «Юрист». */
struct changing_words {
	struct arena *arena;
	const struct renaming *renaming;
	const char *word, *folded, *made; /* made may be NULL */
};

static bool
is_same(const struct changing_words *c, const char *one, const char *other, enum fold fold)
{
	return strcmp(utf8_fold(c->arena, one, fold), utf8_fold(c->arena, other, fold)) == 0;
}

/* Whether the thing is called exactly so where it gets its names. */
static bool
is_given(const struct changing_words *c, const char *text)
{
	const struct assist *assist = c->renaming->assist;
	for (uint32_t i = 0; i < assist->count; i++) {
		const struct occurrence *one = &assist->occurrences[i];
		if (one->thing == c->renaming->word->thing && one->sort != OCCURRENCE_REF &&
		    is_same(c, one->text, text, FOLD_FORM))
			return true;
	}
	return false;
}

static bool
is_word(const struct changing_words *c, const char *text)
{
	if (is_same(c, text, c->word, FOLD_FORM))
		return true;
	const char *folded = utf8_fold(c->arena, text, FOLD_CASE);
	bool like = strcmp(folded, c->folded) == 0 || (c->made && strcmp(folded, c->made) == 0);
	return like && !is_given(c, text);
}

/* What a reference becomes, or NULL: a path may name the thing in any of its parts. */
static const char *
changed(const struct changing_words *c, const char *text)
{
	if (is_word(c, text))
		return c->renaming->name;
	if (!strchr(text, '/'))
		return NULL;
	struct buf out = {0};
	bool any = false;
	for (const char *at = text;; at++) {
		size_t length = strcspn(at, "/");
		bool is = is_word(c, arena_copy(c->arena, at, length));
		buf_add(&out, is ? c->renaming->name : at, is ? strlen(c->renaming->name) : length);
		any = any || is;
		at += length;
		if (!*at)
			break;
		buf_putc(&out, '/');
	}
	const char *result = any ? arena_copy(c->arena, buf_text(&out), out.length) : NULL;
	buf_free(&out);
	return result;
}

/* Whether a reference may name the thing, or something in it. */
static bool
is_of(const struct occurrence *one, const struct entity *thing)
{
	return one->thing == thing ||
	       (one->sort == OCCURRENCE_REF && entity_is_within(one->thing, thing));
}

/* The word as the thing got it: a reference may have it in another case. */
static const char *
given_word(const struct changing_words *c)
{
	const struct assist *assist = c->renaming->assist;
	for (uint32_t i = 0; i < assist->count && !is_given(c, c->word); i++) {
		const struct occurrence *one = &assist->occurrences[i];
		if (one->thing == c->renaming->word->thing && one->sort != OCCURRENCE_REF &&
		    is_same(c, one->text, c->word, FOLD_CASE))
			return one->text;
	}
	return c->word;
}

static struct changing_words
changing_words_of(const struct renaming *renaming, struct arena *arena)
{
	const struct entity *thing = renaming->word->thing;
	const struct field *id = field_flagged(thing->kind, F_ID);
	bool given = id && field_is_set(thing, id);
	struct changing_words c = {
	    .arena = arena, .renaming = renaming, .word = rename_word(renaming->word, arena)};
	c.word = given_word(&c);
	c.folded = utf8_fold(arena, c.word, FOLD_CASE);
	if (!given && thing->id && is_same(&c, c.word, entity_name(thing), FOLD_CASE))
		c.made = utf8_fold(arena, thing->id, FOLD_CASE);
	return c;
}

/* What stands at an occurrence from now on, or NULL: what stands there. */
static const char *
becomes(const struct changing_words *c, const struct occurrence *one)
{
	if (one->sort == OCCURRENCE_VALUE || !is_of(one, c->renaming->word->thing))
		return NULL;
	if (one->sort == OCCURRENCE_REF)
		return changed(c, one->text);
	return is_same(c, one->text, c->word, FOLD_FORM) ? c->renaming->name : NULL;
}

void
rename_gather(struct editor *editor, const struct renaming *renaming)
{
	const struct assist *assist = renaming->assist;
	const struct changing_words c = changing_words_of(renaming, editor->arena);
	struct pos last = {0};
	for (uint32_t i = 0; i < assist->count; i++) {
		const struct occurrence *one = &assist->occurrences[i];
		bool again = one->pos.line == last.line && one->pos.column == last.column &&
			     one->pos.file == last.file;
		const char *is = again ? NULL : becomes(&c, one);
		uint32_t node = is ? spans_find(editor->spans, one->pos, true) : SPAN_NONE;
		if (node == SPAN_NONE)
			continue;
		replace_text(editor, one->pos.file, node, is);
		last = one->pos;
	}
}

/* The things that references lead to, by their serials. */
struct led_to {
	struct buf serials;
};

static void
note(void *data, const struct entity *entity, const struct leaf *leaf)
{
	struct led_to *led = data;
	const struct ref *ref = leaf_ref(leaf);
	uint32_t serial = ref->to && ref->to->kind < KIND_COUNT ? ref->to->serial : 0;
	(void)entity;
	buf_add(&led->serials, &serial, sizeof serial);
}

bool
rename_holds(const struct model *was, const struct model *is)
{
	const struct visitor visitor = {.leaves = LEAF_REF, .leaf = note};
	struct led_to before = {0}, after = {0};
	visit(was, &was->document->base, &visitor, &before);
	visit(is, &is->document->base, &visitor, &after);
	bool holds =
	    was->made_count == is->made_count && before.serials.length == after.serials.length &&
	    memcmp(buf_text(&before.serials), buf_text(&after.serials), before.serials.length) == 0;
	buf_free(&before.serials);
	buf_free(&after.serials);
	return holds;
}
