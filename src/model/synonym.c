/* SPDX-License-Identifier: MIT */
#include "model/synonym.h"

#include "model/fields.h"
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

bool
field_is_titled(const struct field *field, const char *folded)
{
	struct arena arena = {0};
	bool is = false;
	for (int lang = 0; lang < 2 && !is; lang++) {
		const char *title = field->titles[lang];
		size_t length = strlen(title);
		while (length && strchr(": ", title[length - 1]))
			length--;
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

const struct field *
synonym_any(const char *folded)
{
	for (enum field_id id = FIELD_NONE + 1; id < FIELD_COUNT; id++)
		if (field_spelling_matches(field_row(id)->keys[0], folded) ||
		    field_spelling_matches(field_row(id)->keys[1], folded))
			return field_row(id);
	for (size_t i = 0; i < COUNT; i++)
		if (synonyms[i].sure && field_spelling_matches(synonyms[i].words, folded))
			return field_row(synonyms[i].id);
	return NULL;
}

const char *
synonym_words(const struct field *field)
{
	for (size_t i = 0; i < COUNT; i++)
		if (synonyms[i].sure && field_row(synonyms[i].id) == field)
			return synonyms[i].words;
	return "";
}
