/* SPDX-License-Identifier: MIT */
#include "load/language.h"

#include "model/field.h"
#include "model/fields.h"
#include "support/utf8.h"

#include <string.h>

enum { WORD_MOST = 40 };

static bool
is_language(const struct field *field)
{
	return field && field->id == FIELD_PROCESS_lang;
}

void
language_of_tree(struct binder *b, const struct node *root)
{
	for (const struct node *key = root->type == NODE_MAP ? root->first : NULL; key;
	     key = key->next->next) {
		const struct field *field =
		    key->type == NODE_TEXT ? bind_field(b, KIND_DOCUMENT, key->text) : NULL;
		if (!field || field->id != FIELD_DOCUMENT_process || key->next->type != NODE_MAP)
			continue;
		for (const struct node *inner = key->next->first; inner;
		     inner = inner->next->next) {
			field = inner->type == NODE_TEXT ? bind_field(b, KIND_PROCESS, inner->text)
							 : NULL;
			enum choice lang = is_language(field) && inner->next->type == NODE_TEXT
					       ? choice_find(SET_LANG, inner->next->text)
					       : CHOICE_ABSENT;
			b->model->lang = lang ? lang : b->model->lang;
		}
	}
}

/* The text up to one of stop, in the arena; NULL when it is no short word or no UTF-8. */
static const char *
short_word(struct arena *arena, const char *text, const char *stop)
{
	size_t length = strcspn(text, stop);
	return length && length <= WORD_MOST && utf8_valid(text, length) == length
		   ? arena_copy(arena, text, length)
		   : NULL;
}

void
language_of_text(struct binder *b, const char *text)
{
	static const char around[] = " \t\r\n{},:#\"'";
	for (const char *colon = text; (colon = strchr(colon, ':')) != NULL; colon++) {
		const char *word =
		    short_word(&b->model->arena, colon + 1 + strspn(colon + 1, " \t\"'"), around);
		enum choice lang = word ? choice_find(SET_LANG, word) : CHOICE_ABSENT;
		const char *key = colon;
		while (lang && key > text && strchr(" \t\"'", key[-1]))
			key--;
		while (lang && key > text && !strchr(around, key[-1]))
			key--;
		word = lang ? short_word(&b->model->arena, key, " \t:\"'") : NULL;
		if (!word || !is_language(bind_field(b, KIND_PROCESS, word)))
			continue;
		b->model->lang = lang;
		return;
	}
}
