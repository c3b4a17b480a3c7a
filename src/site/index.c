/* SPDX-License-Identifier: MIT */
/* The files are scripts, since a page that was opened from a disk may load nothing else: each hands
 * what it has to the page's function presaleSearch. */
#include "site/index.h"

#include "site/site.h"
#include "support/json.h"
#include "support/utf8.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Where a stem stands, as the script reads it: «3:0!,2,5;7:1» – in the places 0, 2 and 5 of
 * document 3, in the first by its title, and in the place 1 of document 7. Numbers are hexadecimal.
 */
struct site_posting {
	struct buf places;
	uint32_t document, place; /* the last, counted from 1 */
};

static void
note_word(struct site_index *index, const struct token *token, uint32_t document, uint32_t place,
	  bool title)
{
	size_t number = token->form->stem->number;
	if (!token->form->mark) {
		token->form->mark = 1;
		index->forms = arena_grow(&index->arena, index->forms, index->form_count, 1,
					  sizeof *index->forms);
		index->forms[index->form_count++] = token->form;
	}
	if (number >= index->posting_count) {
		size_t more = number + 1 - index->posting_count;
		index->postings = arena_grow(&index->arena, index->postings, index->posting_count,
					     more, sizeof *index->postings);
		memset(index->postings + index->posting_count, 0, more * sizeof *index->postings);
		index->posting_count += more;
	}
	struct site_posting *posting = &index->postings[number];
	if (posting->document == document + 1 && posting->place == place + 1)
		return;
	if (posting->document == document + 1)
		buf_printf(&posting->places, ",%" PRIx32, place);
	else
		buf_printf(&posting->places, "%s%" PRIx32 ":%" PRIx32, posting->document ? ";" : "",
			   document, place);
	buf_puts(&posting->places, title ? "!" : "");
	posting->document = document + 1;
	posting->place = place + 1;
}

static void
note_text(struct site_index *index, const char *text, uint32_t document, uint32_t place, bool title)
{
	struct token token;
	for (const char *at = text; words_next(index->words, &at, &token);)
		if (*token.form->folded)
			note_word(index, &token, document, place, title);
}

/* A script that hands over a value under a key; the value follows, and then finish. */
static struct json
script_begin(struct buf *out, const char *key)
{
	buf_printf(out, "presaleSearch(\"%s\",", key);
	return (struct json){.out = out};
}

static int
script_end(struct buf *out, const char *key, const struct site_sink *sink)
{
	struct arena scratch = {0};
	buf_puts(out, ");\n");
	int error = sink->take(sink->data, arena_printf(&scratch, "search/%s.js", key), out);
	arena_free(&scratch);
	return error;
}

static int
write_places(const struct site_place *places, uint32_t count, uint32_t document,
	     const struct site_sink *sink)
{
	struct buf out = {0};
	struct arena scratch = {0};
	const char *key = arena_printf(&scratch, "d%" PRIx32, document);
	struct json json = script_begin(&out, key);
	json_array(&json);
	for (uint32_t i = 0; i < count; i++) {
		json_array(&json);
		json_string(&json, places[i].address);
		json_string(&json, places[i].title);
		json_string(&json, places[i].text);
		json_array_end(&json);
	}
	json_array_end(&json);
	int error = script_end(&out, key, sink);
	arena_free(&scratch);
	buf_free(&out);
	return error;
}

int
site_index_add(struct site_index *index, const struct site_document *document,
	       const struct site_place *places, uint32_t count, const struct site_sink *sink)
{
	uint32_t number = index->document_count;
	if (!index->words)
		index->words = words_new(&index->arena);
	index->documents = arena_grow(&index->arena, index->documents, index->document_count, 1,
				      sizeof *index->documents);
	index->documents[index->document_count++] =
	    (struct site_document){arena_string(&index->arena, document->page),
				   arena_string(&index->arena, document->title)};
	for (uint32_t i = 0; i < count; i++) {
		note_text(index, places[i].title, number, i, true);
		note_text(index, places[i].text, number, i, false);
	}
	return write_places(places, count, number, sink);
}

/* ---- the pieces */

/* A form with the stems that it stands for: its own, and those of other forms of the word. */
struct sought {
	const struct form *form;
	const struct word_stem **stems;
	uint32_t count;
	uint32_t piece; /* of the first two letters */
};

static int
by_root(const void *left, const void *right)
{
	const struct sought *a = left, *b = right;
	uint32_t one = a->form->root->number, other = b->form->root->number;
	if (one != other)
		return one < other ? -1 : 1;
	return strcmp(a->form->folded, b->form->folded);
}

static int
by_piece(const void *left, const void *right)
{
	const struct sought *a = left, *b = right;
	if (a->piece != b->piece)
		return a->piece < b->piece ? -1 : 1;
	return strcmp(a->form->folded, b->form->folded);
}

static void
add_stem(struct arena *arena, struct sought *sought, const struct word_stem *stem)
{
	for (uint32_t i = 0; i < sought->count; i++)
		if (sought->stems[i] == stem)
			return;
	sought->stems =
	    arena_grow(arena, sought->stems, sought->count, 1, sizeof(const struct word_stem *));
	sought->stems[sought->count++] = stem;
}

/* Forms of one root lie side by side. What is no word of a language has a root that very many
 * share: so many neighbours are asked. */
static void
join_forms(struct arena *arena, struct sought *all, size_t count)
{
	enum { MOST_NEIGHBOURS = 64 };
	for (size_t i = 0; i < count; i++) {
		add_stem(arena, &all[i], all[i].form->stem);
		for (size_t j = i + 1; j < count && j - i < MOST_NEIGHBOURS; j++) {
			if (all[j].form->root != all[i].form->root)
				break;
			if (!form_is_like(all[i].form, all[j].form))
				continue;
			add_stem(arena, &all[i], all[j].form->stem);
			add_stem(arena, &all[j], all[i].form->stem);
		}
	}
}

/* Two letters in one number; a word of one letter has zero for the second. */
static uint32_t
piece_of(const char *folded)
{
	uint32_t first = utf8_next(&folded);
	return first << 16 | (*folded ? utf8_next(&folded) & 0xFFFF : 0);
}

static struct sought *
sought_new(struct arena *arena, const struct site_index *index)
{
	struct sought *all = arena_array(arena, index->form_count + 1, sizeof *all);
	size_t count = index->form_count;
	for (size_t i = 0; i < count; i++)
		all[i] = (struct sought){.form = index->forms[i],
					 .piece = piece_of(index->forms[i]->folded)};
	if (count)
		qsort(all, count, sizeof *all, by_root);
	join_forms(arena, all, count);
	if (count)
		qsort(all, count, sizeof *all, by_piece);
	return all;
}

/* The words of one piece, and where the stems stand that they have: [{word: [at, …]}, [places, …]].
 * Spellings of one word that differ in case alone are one. */
static int
write_piece(const struct site_index *index, const struct sought *words, size_t count,
	    const struct site_sink *sink)
{
	struct buf out = {0};
	struct arena scratch = {0};
	struct map at = {0};
	const struct word_stem **stems = NULL;
	uint32_t stem_count = 0;
	const char *key = arena_printf(&scratch, "w%" PRIx32, words->piece);
	struct json json = script_begin(&out, key);
	json_array(&json);
	json_object(&json);
	for (size_t i = 0; i < count; i++) {
		if (i && strcmp(words[i].form->folded, words[i - 1].form->folded) == 0)
			continue;
		json_key(&json, words[i].form->folded);
		json_array(&json);
		for (uint32_t j = 0; j < words[i].count; j++) {
			void **place = map_at_number(&at, words[i].stems[j]->number + 1);
			if (!*place) {
				stems = arena_grow(&scratch, stems, stem_count, 1, sizeof *stems);
				stems[stem_count++] = words[i].stems[j];
				*place = (void *)(uintptr_t)stem_count;
			}
			json_integer(&json, (intptr_t)*place - 1);
		}
		json_array_end(&json);
	}
	json_object_end(&json);
	json_array(&json);
	for (uint32_t i = 0; i < stem_count; i++)
		json_string(&json, buf_text(&index->postings[stems[i]->number].places));
	json_array_end(&json);
	json_array_end(&json);
	int error = script_end(&out, key, sink);
	map_free(&at);
	arena_free(&scratch);
	buf_free(&out);
	return error;
}

/* Where each piece begins, so that no script is asked for that there is not. */
static int
write_documents(const struct site_index *index, const struct sought *words,
		const struct site_sink *sink)
{
	struct buf out = {0};
	struct json json = script_begin(&out, "index");
	json_object(&json);
	json_key(&json, "documents");
	json_array(&json);
	for (uint32_t i = 0; i < index->document_count; i++) {
		json_array(&json);
		json_string(&json, index->documents[i].page);
		json_string(&json, index->documents[i].title);
		json_array_end(&json);
	}
	json_array_end(&json);
	json_key(&json, "pieces");
	json_array(&json);
	for (size_t i = 0; i < index->form_count; i++)
		if (!i || words[i].piece != words[i - 1].piece)
			json_integer(&json, words[i].piece);
	json_array_end(&json);
	json_object_end(&json);
	int error = script_end(&out, "index", sink);
	buf_free(&out);
	return error;
}

int
site_index_write(struct site_index *index, const struct site_sink *sink)
{
	struct arena scratch = {0};
	struct sought *words = sought_new(&scratch, index);
	int error = write_documents(index, words, sink);
	for (size_t from = 0, to; !error && from < index->form_count; from = to) {
		for (to = from + 1; to < index->form_count && words[to].piece == words[from].piece;)
			to++;
		error = write_piece(index, &words[from], to - from, sink);
	}
	arena_free(&scratch);
	return error;
}
