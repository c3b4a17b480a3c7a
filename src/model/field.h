/* SPDX-License-Identifier: MIT */
/* The field table: what fields.def says, as data, and the generic look at a value. */
#ifndef PRESALE_MODEL_FIELD_H
#define PRESALE_MODEL_FIELD_H

#include "model/model.h"

enum field_type {
#define TYPE(TYPE, ...) TYPE_##TYPE,
#define LIST TYPE
#define THING TYPE
#include "model/types.def"
#undef TYPE
#undef LIST
#undef THING
};

/* What a value consists of, a bit each. */
enum leaf_type {
	LEAF_TEXT = 1 << 0,  /* a struct text, plain */
	LEAF_PROSE = 1 << 1, /* a struct text that may hold markup */
	LEAF_DURATION = 1 << 2,
	LEAF_DATE = 1 << 3,
	LEAF_FLAG = 1 << 4,
	LEAF_NUMBER = 1 << 5,
	LEAF_PERIOD = 1 << 6,
	LEAF_CHOICE = 1 << 7, /* a struct choice_value */
	LEAF_COLOR = 1 << 8,
	LEAF_REF = 1 << 9,
	LEAF_THING = 1 << 10,             /* a struct entity */
	LEAF_NOTE = LEAF_REF | LEAF_PROSE /* what a note is for, then its texts */
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
	F_ID = 1 << 12,        /* the id the author gives */
	F_ALIASES = 1 << 13,   /* other names by which references may call the thing */
	F_SAID = 1 << 14,      /* the line or table that shows things of the kind says it */
	F_BARE = 1 << 15,      /* takes the bare string instead of the name */
	F_KEPT = 1 << 16,      /* no edition hides it */
	F_FULL = 1 << 19,      /* in the full edition alone */
	F_CLIENT = 1 << 22,    /* what the page for clients shows */
	F_LATER = 1 << 18,     /* a column of the author's under its key takes its place */
	F_RARE = 1 << 20,      /* in what is set apart of a thing */
	F_BESIDE = 1 << 21,    /* under the key of the field before it, with which it goes on */
	F_ORDERED = 1 << 23,   /* the order of what it holds says something */
	F_EDITORIAL = 1 << 24, /* no change of it changes what people do */
	F_STATE = 1 << 25,     /* how the document fares: what is signed stays when it changes */
	F_CLOCK = 1 << 26,     /* a date that may name the time of the day */
	F_PORTFOLIO = 1 << 27, /* in a portfolio alone */
	F_SHARED = 1 << 28,    /* a section that a portfolio may have as well */
	F_APPLIED = 1 << 17,   /* what is shown obeys it, in every edition; shown in none that hides
				  something */
};

enum kind_flag {
	K_ID = 1 << 0,
	K_SCOPED = 1 << 1,
	K_OPEN = 1 << 2,
	K_MADE = 1 << 3,
	K_SORTED = 1 << 4,
	K_FEMININE = 1 << 5,
	K_NEUTER = 1 << 6,
	K_APART = 1 << 7, /* of files that are no process: no edition has anything of it */
	K_PAIRED = 1 << 7,
};

struct field {
	unsigned id; /* enum field_id of fields.h; 0 for a column of the author's */
	enum kind kind;
	enum field_type type;
	int argument;       /* a kind, a choice set, or 0 */
	const char *member; /* name in JSON; for an own column its key */
	const char
	    *keys[2]; /* English, Russian: spellings separated by |, the first is the one written */
	const char *titles[2]; /* English, Russian */
	unsigned flags;
	size_t offset; /* in the kind's struct, of a rare one in what is set apart of it; for an own
			  column its index in base.own */
};

struct kind_info {
	const char *names[2]; /* English, Russian */
	const char *member;   /* "stage" */
	unsigned flags;
	size_t size, more_size;     /* of the kind's struct, and of what is set apart of it */
	const struct field *fields; /* its rows; the first row of another kind ends them */
};

/* By field_id; the first is no row, and one of KIND_NONE ends them. */
extern const struct field field_table[];

/* The exceptions that any thing may have (entity_more): in no kind's rows. */
extern const struct field exception_field;

/* Facts on a kind; kind is a real kind, not KIND_NONE. */
const struct kind_info *
kind_info(enum kind kind);

/* 0 for English, 1 for Russian: the index into keys, titles and names. */
static inline int
choice_language(enum choice lang)
{
	return lang == LANG_EN ? 0 : 1;
}

/* Facts on a type of field. */
struct type_info {
	unsigned leaves;  /* LEAF_…, what it consists of */
	bool list;        /* of any number of them */
	size_t size, pos; /* of its struct; the offset of pos in it, meaningless for a thing */
	size_t item;      /* size of an item of a list */
};

/* By field_type. */
extern const struct type_info type_table[];

/* What a field's value consists of: LEAF_… */
static inline unsigned
field_leaves(const struct field *field)
{
	return type_table[field->type].leaves;
}

/* True for a field that may hold any number of values. */
static inline bool
field_is_list(const struct field *field)
{
	return type_table[field->type].list;
}

/* True for a field of one value or a list, all of the leaf's type. */
static inline bool
field_is(const struct field *field, enum leaf_type leaf)
{
	return field_leaves(field) == (unsigned)leaf;
}

/* True for a field that holds things of a kind, one or many. */
static inline bool
field_holds(const struct field *field, enum kind kind)
{
	return field_is(field, LEAF_THING) && field->argument == (int)kind;
}

/* True for a field that holds any number of things. */
static inline bool
field_holds_list(const struct field *field)
{
	return field_is(field, LEAF_THING) && field_is_list(field);
}

/* True for a field that refers to things of a kind, once, many times or by the keys of notes. */
static inline bool
field_refers(const struct field *field, enum kind kind)
{
	return field_leaves(field) & LEAF_REF && field->argument == (int)kind;
}

/* The member a field stands for; cast it by field->type. Never NULL. */
const void *
field_value(const struct entity *entity, const struct field *field);

/* The same, writable while the model is being built; NULL where it is rare and nothing is set apart
 * of the thing. */
void *
field_place(struct entity *entity, const struct field *field);

/* What is set apart of a thing, made in arena if there is nothing yet. */
struct entity_more *
entity_make_more(struct entity *entity, struct arena *arena);

/* Makes a field absent. */
void
field_clear(struct entity *entity, const struct field *field);

/* True when the file gives the field (an explicit empty list counts). */
bool
field_is_set(const struct entity *entity, const struct field *field);

/* True when the field is set and, where it holds things, at least one is there: an empty list of
 * things says nothing. */
bool
field_is_given(const struct entity *entity, const struct field *field);

/* True when something was written for the field that could not be taken, and was reported: what is
 * not there is then no gap of the process. */
bool
field_was_refused(const struct entity *entity, const struct field *field);

/* Where the value stands; line 0 when absent. */
struct pos
field_pos(const struct entity *entity, const struct field *field);

/* The first row of a kind that has the flag (F_NAME, F_VALUE …), or NULL.
 */
const struct field *
field_flagged(enum kind kind, enum field_flag flag);

/* False when the model was made without the field: an edition's, when it hides it. */
bool
field_is_kept(const struct model *model, const struct field *field);

/* The key as people are told it: the first spelling, in English (0) or Russian (1). In arena. */
const char *
field_key(const struct field *field, int lang, struct arena *arena);

/* The name of a thing (its F_NAME text), or its id, or "". */
const char *
entity_name(const struct entity *entity);

/* A thing that is a reference and what is said of it (a control point, a contact) as a note; false
 * for any other. */
bool
entity_as_note(const struct entity *entity, struct note *note);

/* The field of its parent that holds a thing, or NULL: the document has none, nor has an
 * exception. */
const struct field *
entity_holder(const struct entity *entity);

/* How a choice is shown, in English (0) or Russian (1). */
const char *
choice_name(enum choice choice, int lang);

/* The set that a choice is of. */
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
field_spelling_matches(const char *spellings, const char *folded);

/* The field that goes on with another's value under its key (F_BESIDE) and holds a thing of a kind;
 * NULL when there is none. */
const struct field *
field_beside(const struct field *field, enum kind kind);

/* What a deadline says beside its length; NULL when the field is no deadline. */
static inline const struct field *
field_terms(const struct field *field)
{
	return field_beside(field, KIND_TERMS);
}

#endif
