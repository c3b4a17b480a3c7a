/* SPDX-License-Identifier: MIT */
#include "diag/said.h"

#include "model/show.h"

#include <string.h>

static const struct said phrases[PHRASE_COUNT] = {
    [PHRASE_NONE] = {{"", ""}},
#define PHRASE(ID, en, ru) [PHRASE_##ID] = {{en, ru}},
#include "diag/phrases.def"
#undef PHRASE
};

struct said
said_already(struct said said)
{
	return said;
}

struct said
said_phrase(enum phrase phrase)
{
	return phrases[phrase];
}

struct said
said_text(const char *text)
{
	return (struct said){{text, text}};
}

void
said_add(struct buf *out, int lang, enum phrase phrase, const char *one, const char *two)
{
	buf_fill(out, phrases[phrase].texts[lang], one, two);
}

struct said
said_with(enum phrase phrase, const char *argument, struct arena *arena)
{
	return said_with_two(phrase, argument, NULL, arena);
}

struct said
said_with_two(enum phrase phrase, const char *one, const char *two, struct arena *arena)
{
	struct said said;
	struct buf buf = {0};
	for (int lang = 0; lang < 2; lang++) {
		buf_clear(&buf);
		said_add(&buf, lang, phrase, one, two);
		said.texts[lang] = arena_copy(arena, buf_text(&buf), buf.length);
	}
	buf_free(&buf);
	return said;
}

struct said
said_spellings(const char *english, const char *russian, struct arena *arena)
{
	return (struct said){{arena_copy(arena, english, strcspn(english, "|")),
			      arena_copy(arena, russian, strcspn(russian, "|"))}};
}

struct said
said_kind(enum kind kind)
{
	const struct kind_info *info = kind_info(kind);
	return (struct said){{info->names[0], info->names[1]}};
}

struct said
said_key(const struct field *field, struct arena *arena)
{
	return (struct said){{field_key(field, 0, arena), field_key(field, 1, arena)}};
}

/* In both languages, addresses as they are written. */
static struct voice
voice_in(const struct model *model, int lang)
{
	return (struct voice){.model = model, .lang = lang};
}

struct said
said_duration(const struct model *model, const struct duration *duration, struct arena *arena)
{
	const struct voice en = voice_in(model, 0), ru = voice_in(model, 1);
	return (struct said){
	    {show_duration(&en, duration, arena), show_duration(&ru, duration, arena)}};
}

struct said
said_date(const struct model *model, const struct date *date, struct arena *arena)
{
	const struct voice en = voice_in(model, 0), ru = voice_in(model, 1);
	return (struct said){{show_date(&en, date, arena), show_date(&ru, date, arena)}};
}

struct said
said_length(const struct model *model, struct length length, const struct duration *beside,
	    struct arena *arena)
{
	const struct voice en = voice_in(model, 0), ru = voice_in(model, 1);
	return (struct said){{show_length_beside(&en, length, beside, arena),
			      show_length_beside(&ru, length, beside, arena)}};
}
