/* SPDX-License-Identifier: MIT */
#include "model/synonym.h"

#include "model/fields.h"
#include "support/map.h"
#include "support/utf8.h"

#include <string.h>

static const struct synonym {
	enum field_id id;
	bool sure;
	const char *words;
} synonyms[] = {
#define SYNONYM(row, words) {FIELD_##row, true, words},
#define HINT(row, words) {FIELD_##row, false, words},
#include "model/synonyms.def"
#undef SYNONYM
#undef HINT
};

enum { COUNT = sizeof synonyms / sizeof *synonyms };

/* Folding leaves a title of the table as long as it is, so most are told apart by their lengths: a
 * fifth of what it took to check a small process beside a portfolio of fifty roles. */
bool
field_is_titled(const struct field *field, const char *folded)
{
	struct arena arena = {0};
	bool is = false;
	size_t wanted = strlen(folded);
	for (int lang = 0; lang < 2 && !is; lang++) {
		const char *title = field->titles[lang];
		size_t length = strlen(title);
		while (length && strchr(": ", title[length - 1]))
			length--;
		if (field->id && length != wanted)
			continue;
		title = arena_copy(&arena, title, length);
		is = strcmp(utf8_fold(&arena, title, FOLD_KEY), folded) == 0;
	}
	arena_free(&arena);
	return is;
}

static const struct field *
find(enum kind kind, const char *folded, bool sure)
{
	for (size_t i = 0; i < COUNT; i++) {
		const struct field *field = field_row(synonyms[i].id);
		if (field->kind == kind && synonyms[i].sure == sure &&
		    field_spelling_matches(synonyms[i].words, folded))
			return field;
	}
	return NULL;
}

const struct field *
synonym_field(enum kind kind, const char *folded)
{
	return find(kind, folded, true);
}

const struct field *
synonym_hint(enum kind kind, const char *folded)
{
	return find(kind, folded, false);
}

struct synonym_index {
	struct map fields;
	struct arena *arena;
	struct arena scratch; /* of a look */
};

static void
forget(void *data)
{
	struct synonym_index *index = data;
	map_free(&index->fields);
	arena_free(&index->scratch);
}

/* Words parted by |; the first field that a word stands for has it. */
static void
add_words(struct synonym_index *index, const char *words, const struct field *field)
{
	while (*words) {
		size_t length = strcspn(words, "|");
		const char *word = arena_copy(index->arena, words, length);
		void **place = map_at(&index->fields, utf8_fold(index->arena, word, FOLD_KEY));
		if (!*place)
			*place = (void *)(uintptr_t)field;
		words += length + (words[length] == '|');
	}
}

struct synonym_index *
synonym_index_new(struct arena *arena)
{
	struct synonym_index *index = arena_alloc(arena, sizeof *index);
	index->arena = arena;
	arena_at_end(arena, forget, index);
	for (enum field_id id = FIELD_NONE + 1; id < FIELD_COUNT; id++)
		for (int lang = 0; lang < 2; lang++)
			add_words(index, field_row(id)->keys[lang], field_row(id));
	for (size_t i = 0; i < COUNT; i++)
		if (synonyms[i].sure)
			add_words(index, synonyms[i].words, field_row(synonyms[i].id));
	return index;
}

const struct field *
synonym_index_find(struct synonym_index *index, const char *text, size_t length)
{
	arena_clear(&index->scratch);
	const char *copy = arena_copy(&index->scratch, text, length);
	return map_get(&index->fields, utf8_fold(&index->scratch, copy, FOLD_KEY));
}

const char *
synonym_words(const struct field *field)
{
	for (size_t i = 0; i < COUNT; i++)
		if (synonyms[i].sure && field_row(synonyms[i].id) == field)
			return synonyms[i].words;
	return "";
}
