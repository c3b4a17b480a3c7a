/* SPDX-License-Identifier: MIT */
#include "format/takes.h"

#include <string.h>

enum phrase
takes_phrase(const struct field *field)
{
	switch (field->type) {
	case TYPE_TEXT:
	case TYPE_PROSE:
	case TYPE_CHOICE:
	case TYPE_COLOR:
	case TYPE_PERIOD:
		return PHRASE_ONE_TEXT;
	case TYPE_TEXTS:
	case TYPE_PROSES:
	case TYPE_CHOICES:
		return PHRASE_TEXTS;
	case TYPE_REF:
		return field->argument == KIND_ROLE ? PHRASE_ONE_ROLE : PHRASE_ONE_NAME;
	case TYPE_REFS:
		return field->argument == KIND_ROLE ? PHRASE_ROLES : PHRASE_NAMES;
	case TYPE_DURATION:
		return PHRASE_DURATION;
	case TYPE_DATE:
	case TYPE_DATES:
		return PHRASE_DATE;
	case TYPE_FLAG:
		return PHRASE_FLAG;
	case TYPE_NUMBER:
		return PHRASE_NUMBER;
	case TYPE_ONE:
	case TYPE_MANY:
		return PHRASE_MAPPINGS;
	case TYPE_NOTES:
		return PHRASE_NAMED_TEXTS;
	}
	return PHRASE_NONE;
}

const char *
takes_choice(enum choice choice, int lang, struct arena *arena)
{
	const char *first = choice_spellings(choice), *word = first;
	while (lang && (unsigned char)*word < 0x80 && strchr(word, '|'))
		word = strchr(word, '|') + 1;
	word = lang && (unsigned char)*word < 0x80 ? first : word;
	return arena_copy(arena, word, strcspn(word, "|"));
}

const char *
takes_choices(enum choice_set set, int lang, struct arena *arena)
{
	struct buf buf = {0};
	for (int choice = 1; choice < CHOICE_COUNT; choice++) {
		if (choice_set((enum choice)choice) != set)
			continue;
		buf_puts(&buf, buf.length ? ", " : "");
		buf_puts(&buf, takes_choice((enum choice)choice, lang, arena));
	}
	const char *text = arena_copy(arena, buf_text(&buf), buf.length);
	buf_free(&buf);
	return text;
}

const char *
takes_first_choice(enum choice_set set, int lang, struct arena *arena)
{
	const char *words = takes_choices(set, lang, arena);
	return arena_copy(arena, words, strcspn(words, ","));
}

/* What things a field holds or refers to, as people call them. */
static const char *
argument_name(const struct field *field, int lang)
{
	if (field->argument == KIND_ROUTE)
		return said_phrase(PHRASE_STAGE_OR_STEP).texts[lang];
	return kind_info((enum kind)field->argument)->names[lang];
}

static void
add_things(struct buf *out, const struct field *field, int lang)
{
	bool bare = field_flagged((enum kind)field->argument, F_NAME);
	enum phrase phrase = field_is_list(field) ? PHRASE_THINGS
			     : bare               ? PHRASE_MAPPING_OR_NAME
						  : PHRASE_MAPPING;
	said_add(out, lang, phrase, NULL, NULL);
	buf_printf(out, " (%s)", argument_name(field, lang));
}

static void
add_choice(struct buf *out, const struct field *field, int lang)
{
	struct arena arena = {0};
	said_add(out, lang, field_is_list(field) ? PHRASE_SOME_OF : PHRASE_ONE_OF,
		 takes_choices((enum choice_set)field->argument, lang, &arena), NULL);
	arena_free(&arena);
}

static void
add_values(struct buf *out, const struct field *field, int lang)
{
	static const struct {
		enum leaf_type leaf;
		enum phrase phrase;
	} phrases[] = {{LEAF_PERIOD, PHRASE_PERIODS}, {LEAF_COLOR, PHRASE_COLOR}};
	enum phrase phrase = takes_phrase(field);
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		if (field_is(field, phrases[i].leaf))
			phrase = phrases[i].phrase;
	said_add(out, lang, phrase, NULL, NULL);
	if (field_is(field, LEAF_PROSE))
		said_add(out, lang, PHRASE_MARKDOWN, NULL, NULL);
	if (field_is(field, LEAF_REF) && field->argument != KIND_ROLE)
		buf_printf(out, " (%s)", argument_name(field, lang));
}

void
takes_add(struct buf *out, const struct field *field, int lang)
{
	if (field_is(field, LEAF_THING))
		add_things(out, field, lang);
	else if (field_is(field, LEAF_CHOICE))
		add_choice(out, field, lang);
	else
		add_values(out, field, lang);
	if (field_terms(field))
		said_add(out, lang, PHRASE_OR_TERMS, NULL, NULL);
	if (field_beside(field, KIND_BY_VARIANT))
		said_add(out, lang, PHRASE_OR_BY_VARIANT, NULL, NULL);
}
