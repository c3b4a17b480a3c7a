/* SPDX-License-Identifier: MIT */
#include "merge/decide/both.h"

#include "support/buf.h"

#include <string.h>

static const char bullet[] = "\xE2\x80\xA2 ";

static bool
ends_sentence(const char *text, size_t at)
{
	static const char ellipsis[] = "\xE2\x80\xA6";
	return strchr(".!?", text[at - 1]) ||
	       (at >= strlen(ellipsis) &&
		strncmp(text + at - strlen(ellipsis), ellipsis, strlen(ellipsis)) == 0);
}

/* How long the sentence is that a text begins with. */
static size_t
sentence_length(const char *text)
{
	size_t at = 0;
	do
		at++;
	while (text[at] && text[at] != '\n' && !(text[at] == ' ' && ends_sentence(text, at)));
	return at;
}

/* The sentences of a text, and behind each whether a line ends: as items of their own, so that what
 * comes of them is the text again. */
static struct cell_items
sentences_of(const char *text, struct arena *arena)
{
	struct cell_items items = {0};
	while (*text) {
		size_t length = *text == '\n' ? 1 : sentence_length(text);
		items.texts = arena_grow(arena, items.texts, items.count, 1, sizeof *items.texts);
		items.texts[items.count++] = arena_copy(arena, text, length);
		text += length;
		text += *text == ' ';
	}
	return items;
}

static const char *
joined_sentences(const struct cell_items *items, struct arena *arena)
{
	struct buf out = {0};
	for (uint32_t i = 0; i < items->count; i++) {
		bool begins =
		    !out.length || out.data[out.length - 1] == '\n' || items->texts[i][0] == '\n';
		buf_puts(&out, begins ? "" : " ");
		buf_puts(&out, items->texts[i]);
	}
	const char *text = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return text;
}

static const char *
joined_items(const struct cell_items *items, struct arena *arena)
{
	struct buf out = {0};
	for (uint32_t i = 0; i < items->count; i++)
		buf_printf(&out, "%s%s%s", i ? "\n" : "", items->count > 1 ? bullet : "",
			   items->texts[i]);
	const char *text = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return text;
}

/* Three states of a value as items: where each of those that were is on either side. */
struct both {
	struct cell_items built, edited, source;
	uint32_t *in_edited, *in_source; /* by item built, or ITEM_NONE */
	bool *is_new;                    /* by item edited: it was not built */
	uint32_t *of_source;             /* by item of the source: which was built, or ITEM_NONE */
	enum merge_side prefer;
	struct arena *arena;
};

static uint32_t *
places_of(const uint32_t *match, uint32_t count, uint32_t built, struct arena *arena)
{
	uint32_t *places = arena_array(arena, built + 1u, sizeof *places);
	for (uint32_t i = 0; i < built; i++)
		places[i] = ITEM_NONE;
	for (uint32_t k = 0; k < count; k++)
		if (match[k] != ITEM_NONE)
			places[match[k]] = k;
	return places;
}

static void
relate(struct both *both)
{
	struct arena *arena = both->arena;
	uint32_t built = both->built.count, edited = both->edited.count;
	const uint32_t *of_edited = items_match(&both->built, &both->edited, arena);
	const uint32_t *of_source = items_match(&both->built, &both->source, arena);
	both->in_edited = places_of(of_edited, edited, built, arena);
	both->in_source = places_of(of_source, both->source.count, built, arena);
	both->of_source = arena_array(arena, both->source.count + 1u, sizeof(uint32_t));
	memcpy(both->of_source, of_source, both->source.count * sizeof(uint32_t));
	both->is_new = arena_array(arena, edited + 1u, sizeof(bool));
	for (uint32_t k = 0; k < edited; k++)
		both->is_new[k] = of_edited[k] == ITEM_NONE;
}

static void
put(struct both *both, struct cell_items *all, const char *text)
{
	all->texts = arena_grow(both->arena, all->texts, all->count, 1, sizeof *all->texts);
	all->texts[all->count++] = text;
}

/* What is new in the document behind one of its items; before the first of all with ITEM_NONE. */
static void
put_new(struct both *both, struct cell_items *all, uint32_t behind)
{
	uint32_t k = behind == ITEM_NONE ? 0 : behind + 1;
	for (; k < both->edited.count && both->is_new[k]; k++) {
		bool there = false;
		for (uint32_t i = 0; i < both->source.count; i++)
			there =
			    there || (both->of_source[i] == ITEM_NONE &&
				      strcmp(both->source.texts[i], both->edited.texts[k]) == 0);
		if (!there)
			put(both, all, both->edited.texts[k]);
	}
}

static const char *
sentences_merged(struct both *whole, const char *built, const char *edited, const char *source);

/* An item that was built and that the source still has; false: both sides changed it. */
static bool
put_kept(struct both *both, struct cell_items *all, uint32_t item, const char *source, bool split)
{
	uint32_t k = both->in_edited[item];
	const char *built = both->built.texts[item],
		   *edited = k == ITEM_NONE ? NULL : both->edited.texts[k];
	bool is_source = strcmp(source, built) == 0;
	if (!edited) {
		if (!is_source && both->prefer == MERGE_NEITHER)
			return false;
		if (!is_source && both->prefer == MERGE_SOURCE)
			put(both, all, source);
		return true;
	}
	const char *text = NULL;
	if (strcmp(edited, built) == 0 || strcmp(edited, source) == 0)
		text = source;
	else if (is_source)
		text = edited;
	else if (split)
		text = sentences_merged(both, built, edited, source);
	if (!text && both->prefer != MERGE_NEITHER)
		text = both->prefer == MERGE_SOURCE ? source : edited;
	if (!text)
		return false;
	put(both, all, text);
	put_new(both, all, k);
	return true;
}

/* True when the document changed what the source has no more. */
static bool
changes_gone(const struct both *both)
{
	for (uint32_t i = 0; i < both->built.count; i++) {
		uint32_t k = both->in_edited[i];
		if (both->in_source[i] == ITEM_NONE && k != ITEM_NONE &&
		    strcmp(both->edited.texts[k], both->built.texts[i]) != 0)
			return true;
	}
	return false;
}

/* What is new behind an item that the source has no more stands where that stood. */
static void
put_behind_gone(struct both *both, struct cell_items *all, uint32_t item)
{
	for (uint32_t i = item; i < both->built.count && both->in_source[i] == ITEM_NONE; i++)
		if (both->in_edited[i] != ITEM_NONE)
			put_new(both, all, both->in_edited[i]);
}

static bool
merge(struct both *both, struct cell_items *all, bool split)
{
	relate(both);
	if (changes_gone(both) && both->prefer != MERGE_SOURCE)
		return false;
	put_new(both, all, ITEM_NONE);
	put_behind_gone(both, all, 0);
	for (uint32_t i = 0; i < both->source.count; i++) {
		uint32_t item = both->of_source[i];
		const char *source = both->source.texts[i];
		if (item == ITEM_NONE) {
			put(both, all, source);
			continue;
		}
		if (!put_kept(both, all, item, source, split))
			return false;
		put_behind_gone(both, all, item + 1);
	}
	return true;
}

static const char *
sentences_merged(struct both *whole, const char *built, const char *edited, const char *source)
{
	struct arena *arena = whole->arena;
	struct both both = {.built = sentences_of(built, arena),
			    .edited = sentences_of(edited, arena),
			    .source = sentences_of(source, arena),
			    .arena = arena};
	struct cell_items all = {0};
	return merge(&both, &all, false) ? joined_sentences(&all, arena) : NULL;
}

const char *
both_merged(const struct sight_value *value, enum merge_side prefer, struct arena *arena)
{
	bool prose = field_leaves(value->field) & LEAF_PROSE;
	struct both both = {.prefer = prefer, .arena = arena};
	struct cell_items all = {0};
	if (!value->built)
		return NULL;
	if (field_is_list(value->field)) {
		both.built = items_of(value->built, arena);
		both.edited = items_of(value->text, arena);
		both.source = items_of(value->was, arena);
		return merge(&both, &all, prose) ? joined_items(&all, arena) : NULL;
	}
	if (!prose)
		return NULL;
	both.built = sentences_of(value->built, arena);
	both.edited = sentences_of(value->text, arena);
	both.source = sentences_of(value->was, arena);
	return merge(&both, &all, false) ? joined_sentences(&all, arena) : NULL;
}
