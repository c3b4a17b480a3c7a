/* SPDX-License-Identifier: MIT */
/* Values as people read them, in the language that is asked for; authors' texts stay as they are.
 * Every output shows a value through here. */
#ifndef PRESALE_MODEL_SHOW_H
#define PRESALE_MODEL_SHOW_H

#include "model/addresses.h"
#include "model/enclosed.h"
#include "model/field.h"
#include "support/buf.h"

enum word {
#define WORD(ID, en, ru) WORD_##ID,
#include "model/words.def"
#undef WORD
	WORD_COUNT
};

/* How a process is shown. One loaded model may be shown in several ways, also at once. */
struct voice {
	const struct model *model; /* outlives it */
	int lang;                  /* of the program's words: 0 for English, 1 for Russian */
	const struct addresses *addresses; /* as the outputs see them; NULL: as they are written */
	const struct enclosed *enclosed;   /* the checklists that are printed; NULL: none */
};

/* The document in its own language, with its addresses as they are written. */
struct voice
voice_of(const struct model *model);

/* A word of the program. */
const char *
show_word(const struct voice *voice, enum word word);

/* The same with {1} replaced, in arena. */
const char *
show_word_with(const struct voice *voice, enum word word, const char *argument,
	       struct arena *arena);

/* A duration as it was written, in the words of the language: «2 дня», «1–2 дня», «4 ч – 1 день»,
 * «до 5 мин» (from nothing on), «1 день 4 ч», «72 часа подряд», «не позднее 3 рабочих дней».
 * Numbers and units are joined by no-break spaces. The loader reads all of it. In arena. */
const char *
show_duration(const struct voice *voice, const struct duration *duration, struct arena *arena);

/* The deadline of a process, stage or step with all that it says: «5 дней; не менее 2 дней;
 * отсчёт с момента: Запрос», «за 7 дней до: Релиз», «5 дней; Ключевой клиент: 2 дня». "" when it
 * has none. In arena. */
const char *
show_deadline(const struct voice *voice, const struct entity *entity, struct arena *arena);

/* What a field says of a variant, with its name; of those that are not named without one. In arena.
 */
const char *
show_variant_value(const struct voice *voice, const struct variant_value *value,
		   struct arena *arena);

/* What the time of the whole process is called: clients do not know of critical paths. */
const char *
show_total(const struct voice *voice);

/* A length that was reckoned. Of one kind of time exactly, from days on: «1 рабочий день 2 ч»,
 * «15 календарных дней», «2 суток 6 ч»; of several kinds «около», in the kind of most weeks, to a
 * day or, below one, to an hour; so, too, for clients whatever is no whole number of these. In
 * arena. */
const char *
show_length(const struct voice *voice, struct length length, struct arena *arena);

/* The same beside a duration of the same kind of time, from its largest unit on: «144 ч» beside
 * «72 ч». */
const char *
show_length_beside(const struct voice *voice, struct length length, const struct duration *beside,
		   struct arena *arena);

/* From best to most: «4–6 рабочих дней», «около 4–6 рабочих дней», «до 5 мин». In arena. */
const char *
show_lengths(const struct voice *voice, struct length best, struct length most,
	     struct arena *arena);

/* 23.11.2026 in Russian, 23 Nov 2026 in English. In arena. */
const char *
show_date(const struct voice *voice, const struct date *date, struct arena *arena);

/* « 14:30» behind a date that names the time of the day, else "". In arena. */
const char *
show_clock(const struct date *date, struct arena *arena);

/* «21 день», "5 days". In arena. */
const char *
show_days(const struct voice *voice, int32_t days, struct arena *arena);

/* «каждый месяц, …»: a rhythm. In arena. */
const char *
show_period(const struct voice *voice, const struct period *period, struct arena *arena);

/* When an outcome is taken: its condition, «иначе» when no other is, «далее» where there is no
 * other; «обычно» or «в отдельных случаях» where an edition does not tell. */
const char *
show_condition(const struct voice *voice, const struct outcome *outcome);

/* « (обычно)» behind an outcome that the author calls the usual one, else "". In arena. */
const char *
show_usual(const struct voice *voice, const struct outcome *outcome, struct arena *arena);

/* The name of a lane: the role's, of NULL that there is none, or none is told of. */
const char *
show_lane(const struct voice *voice, const struct role *role);

/* «3», «3.3», "3.4.1": the number of a stage or step with those it is part of. In arena. */
const char *
show_number(const struct entity *entity, struct arena *arena);

/* The same before its name, as every output calls it: «3. Бриф», «3.3 Назначить команду». */
const char *
show_numbered(const struct entity *entity, struct arena *arena);

/* The name of what a reference points to, or what was written. */
const char *
show_ref(const struct voice *voice, const struct ref *ref);

/* The title of a field; for F_VARIANTS with the names of the variants, in the arena. */
const char *
field_title(const struct voice *voice, const struct field *field, struct arena *arena);

/* The title beside a value: «Срок», not «Срок, день, до», as a length of time names its unit. In
 * arena. */
const char *
field_label(const struct voice *voice, const struct field *field, struct arena *arena);

/* The same in the middle of a line: a title of the program's begins with a small letter there,
 * unless it is of capitals. In arena. */
const char *
field_label_within(const struct voice *voice, const struct field *field, struct arena *arena);

/* CommonMark of the model, its addresses as the outputs see them. */
const char *
show_prose(const struct voice *voice, const char *prose);

/* What stands for the logo where it is not seen: whose it is, or what it is. */
const char *
show_logo(const struct voice *voice);

/* A material as the outputs see it: with its address, and with the address as it is written for its
 * title where it has none and the address changes. */
struct attachment
show_attachment(const struct voice *voice, const struct attachment *attachment);

/* The name of a thing (entity_name); of a material that of show_attachment. */
const char *
show_name(const struct voice *voice, const struct entity *entity);

/* Any field as a list of texts, one a line item; each is CommonMark when *prose is set to true,
 * else plain text. Names of variants come before their texts («Ключевой клиент: …»). The result is
 * in arena; count 0 when the field is absent. A thing that is part of another gives a text for each
 * text of its fields, with the title («Последний: 01.11.2026»). */
struct texts
show_field(const struct voice *voice, const struct entity *entity, const struct field *field,
	   bool *prose, struct arena *arena);

/* True for a field that the thing gives, and that the line or table of its kind's own making does
 * not say (F_SAID). */
bool
show_is_rest(const struct entity *entity, const struct field *field);

/* What is left to say of a thing behind such a line: «Title: text» for each text of those fields.
 * In arena. */
struct texts
show_rest(const struct voice *voice, const struct entity *entity, struct arena *arena);

/* The colour of a role, 0xRRGGBB: its own, or one of a palette by its number. Dark enough for white
 * text (contrast 4.5). */
uint32_t
show_role_color(const struct role *role);

#endif
