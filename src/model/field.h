/* SPDX-License-Identifier: MIT */
/* The field table: what fields.def says, as data, and the generic look at a value. */
#ifndef PRESALE_MODEL_FIELD_H
#define PRESALE_MODEL_FIELD_H

#include "model/model.h"

enum field_type {
	TYPE_TEXT,
	TYPE_PROSE,
	TYPE_TEXTS,
	TYPE_PROSES,
	TYPE_DURATION,
	TYPE_DATE,
	TYPE_DATES,
	TYPE_FLAG,
	TYPE_NUMBER,
	TYPE_PERIOD,
	TYPE_CHOICE,
	TYPE_CHOICES,
	TYPE_COLOR,
	TYPE_REF,
	TYPE_REFS,
	TYPE_ONE,
	TYPE_MANY,
	TYPE_NOTES,
};

enum field_flag {
	F_NAME = 1 << 0,     /* the bare string that stands for the whole mapping */
	F_REQUIRED = 1 << 1, /* an error when absent */
	F_TABLE = 1 << 2,    /* a column of the main sheet of its kind */
	F_PLACE = 1 << 3,    /* the author's columns without `after` follow it */
	F_BRIEF = 1 << 4,    /* part of the general mind map */
	F_PERSON = 1 << 5,   /* hidden with `people` */
	F_LINK = 1 << 6,     /* an address, hidden with `links` */
	F_PLUMBING = 1 << 7, /* no section of its own in documents */
	F_VARIANTS = 1 << 8, /* its title ends with the names of the variants */
	F_VALUE = 1 << 9,    /* takes the bare string of `key: string` in a mapping of things */
	F_OWN = 1 << 10,     /* a column of the author's */
	F_SETTING =
	    1 << 11, /* said to the program, not to readers: in no edition that hides something */
	F_ID = 1 << 12,      /* the id the author gives */
	F_ALIASES = 1 << 13, /* other names by which references may call the thing */
};

/* The rows of fields.def, FIELD_STAGE_deadline …: the kind and the member as they are written
 * there. */
enum field_id {
	FIELD_NONE, /* in no row: a column of the author's */
#define KIND(...)
#define FIELD(KIND, member, ...) FIELD_##KIND##_##member,
#define END
#include "model/fields.def"
#undef KIND
#undef FIELD
#undef END
	FIELD_COUNT
};

enum kind_flag {
	K_ID = 1 << 0,
	K_SCOPED = 1 << 1,
	K_OPEN = 1 << 2,
};

struct field {
	enum field_id id;
	enum kind kind;
	enum field_type type;
	int argument;       /* a kind, a choice set, or 0 */
	const char *member; /* name in JSON; for an own column its key */
	const char
	    *keys[2]; /* English, Russian: spellings separated by |, the first is the one written */
	const char *titles[2]; /* English, Russian */
	unsigned flags;
	size_t offset; /* in the kind's struct; for an own column its index in base.own */
};

struct kind_info {
	const char *names[2]; /* English, Russian */
	const char *member;   /* "stage" */
	unsigned flags;
	size_t size;                /* of the kind's struct */
	const struct field *fields; /* its rows; the first row of another kind ends them */
};

/* By field_id; the first is no row, and one of KIND_NONE ends them. */
extern const struct field field_table[FIELD_COUNT + 1];

static inline const struct field *
field_row(enum field_id id)
{
	return &field_table[id];
}

/* Facts on a kind; kind is a real kind, not KIND_NONE. */
const struct kind_info *
kind_info(enum kind kind);

/* 0 for English, 1 for Russian: the index into keys, titles and names. */
static inline int
lang_index(enum choice lang)
{
	return lang == LANG_EN ? 0 : 1;
}

/* The member a field stands for; cast it by field->type. Never NULL. */
const void *
field_value(const struct entity *entity, const struct field *field);

/* The same, writable while the model is being built. */
void *
field_place(struct entity *entity, const struct field *field);

/* Makes a field absent. */
void
field_clear(struct entity *entity, const struct field *field);

/* True when the file gives the field (an explicit empty list counts). */
bool
field_is_set(const struct entity *entity, const struct field *field);

/* Where the value stands; line 0 when absent. */
struct pos
field_pos(const struct entity *entity, const struct field *field);

/* The first row of a kind that has the flag (F_NAME, F_VALUE, F_PLACE, F_ID, F_ALIASES), or NULL.
 */
const struct field *
field_flagged(enum kind kind, enum field_flag flag);

/* False when the model was made without the field: an edition's, when it hides it. */
bool
field_is_kept(const struct model *model, const struct field *field);

/* The key as people are told it: the first spelling, in English (0) or Russian (1). In arena. */
const char *
field_key(const struct field *field, int lang, struct arena *arena);

/* The title in the document's language; for F_VARIANTS with the names of the variants, in the
 * arena. */
const char *
field_title(const struct model *model, const struct field *field, struct arena *arena);

/* The name of a thing (its F_NAME text), or its id, or "". */
const char *
entity_name(const struct entity *entity);

/* The field of its parent that holds a thing, or NULL: the document has none, nor has an
 * exception. */
const struct field *
entity_holder(const struct entity *entity);

/* How a choice is shown, in English (0) or Russian (1). */
const char *
choice_name(enum choice choice, int lang);
enum choice_set
choice_set(enum choice choice);
/* The choice of a set under a spelling (any case), or CHOICE_ABSENT. */
enum choice
choice_find(enum choice_set set, const char *spelling);
/* All spellings of a choice, separated by |. */
const char *
choice_spellings(enum choice choice);

/* True when one of the spellings of a | list equals the folded key (FOLD_KEY). */
bool
spelling_matches(const char *spellings, const char *folded);

#endif
