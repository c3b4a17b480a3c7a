/* SPDX-License-Identifier: MIT */
/* What the parts of resolving share: what things are called, and how they are found by it.
 * ids.c gives ids and anchors, find.c finds what a text calls, moment.c what a deadline counts
 * from, meant.c what a role may be meant by,
 * report.c says what is wrong with a reference, resolve.c walks the model. */
#ifndef PRESALE_LOAD_RESOLVE_RESOLVER_H
#define PRESALE_LOAD_RESOLVE_RESOLVER_H

#include "diag/diag.h"
#include "support/map.h"
#include "support/utf8.h"
#include "text/words/words.h"

/* What the things of one kind (and, for steps, of one parent) are found by. */
struct name_index {
	struct map ids, names, aliases, folded;
};

/* An id or anchor in use, and the last number put behind it to make another. */
struct taken {
	const struct entity *by; /* whose given id it is, or NULL */
	unsigned long last;
};

struct resolver {
	struct model *model;
	struct diagnostics *diags;
	struct arena scratch; /* keys of the maps, and forms that are only looked up */
	struct words *words;  /* in scratch; made when first needed */
	struct name_index by_kind[KIND_COUNT];
	struct map steps;   /* keys of a parent and a text → step, made as needed per parent */
	struct map indexed; /* parents whose steps are in `steps` */
	struct map ids;     /* taken ids by kind or parent → struct taken */
	struct map anchors; /* taken anchors → struct taken */
	/* Stands for two things under one key: nobody can tell which is meant. */
	struct entity several;
	const char
	    *wanted_roles; /* what a process without roles calls so; made when first needed */
	uint32_t unknown;
	uint32_t compared; /* steps, for suggestions */
};

/* What a key is of, besides the kinds, which stand for themselves. None is a character of the
 * scope's digits. */
enum { OF_ID = '!', OF_NAME, OF_FOLDED, OF_STEPS };

/* A text as it is compared. In scratch. */
static inline const char *
resolver_form(struct resolver *r, const char *text, enum fold fold)
{
	return utf8_fold(&r->scratch, text, fold);
}

/* The id that its author gave a thing, or NULL. */
const char *
resolver_given_id(const struct entity *entity);

/* The words for the end of the process. */
#define RESOLVER_END "end|конец"

/* True for a word that means the end of the process. */
bool
resolver_is_reserved(struct resolver *r, const char *id);

/* The forms of words, made when first needed. */
struct words *
resolver_words(struct resolver *r);

/* A text that differs for every scope, use and text. In scratch. */
const char *
resolver_key(struct resolver *r, const struct entity *scope, int use, const char *text);

/* Gives a thing the id that its author gave it, and reports one that is taken. */
void
resolver_take_id(struct resolver *r, struct entity *entity);

/* Makes an id from the name of a thing that has none. */
void
resolver_make_id(struct resolver *r, struct entity *entity);

/* Anchors are unique in the whole document: stage, then stage-step, so that a file name or link
 * says where it leads. */
void
resolver_make_anchor(struct resolver *r, struct entity *entity);

/* Has a thing found by its id, its name and its aliases; steps are indexed when first asked for. */
void
resolver_index(struct resolver *r, struct entity *entity);

/* What is called so in an index; NULL: nothing, &resolver->several: more than one thing. */
struct entity *
resolver_find_in(struct resolver *r, const struct name_index *index, const char *text);

/* A stage, a step or the end, as seen from an entity: the steps beside a step (then of its stage)
 * first, then stages. */
struct entity *
resolver_find_route(struct resolver *r, const struct entity *from, const char *text, bool end);

/* A stage or step that a run names, with the number of its pass or without: a step of any stage, as
 * long as no other is called so. */
struct entity *
resolver_find_passed(struct resolver *r, const char *text);

/* The steps of a stage or step. */
const struct list *
resolver_steps(const struct entity *parent);

/* The stage or step that a path names before its last part, or NULL. */
struct entity *
resolver_find_parent(struct resolver *r, const char *path);

/* The one role that a text means which is no name of any; *person: by somebody who has it. NULL
 * when there is none, or several. */
const struct entity *
resolver_meant_role(struct resolver *r, const char *text, bool *person);

/* Reports a reference that leads nowhere, with what it is near to. */
void
resolver_report_unknown(struct resolver *r, const struct entity *from, const struct field *field,
			const struct ref *ref);

/* Reports a text that is several names of the field's kind, «Менеджер, Юрист»; false when it is
 * not.
 */
bool
resolver_report_several(struct resolver *r, const struct field *field, const struct ref *ref);

/* Reports a condition and where it leads that are parted by an arrow; false when they are not. */
bool
resolver_report_arrow(struct resolver *r, const struct entity *from, const struct ref *ref);

/* Takes what a deadline counts from for the stage or step that words say it is, or the start of the
 * process, or else for an event. */
void
resolver_take_moment(struct resolver *r, const struct entity *from, struct ref *ref);

/* What a deadline counts from may be any event; one whose name is near that of a stage, or that is
 * said to be of one, is asked about. */
void
resolver_report_event(struct resolver *r, const struct entity *from, const struct ref *ref,
		      const char *name, bool of_part);

/* The things a text fits, for the message: found again by comparing, since this is rare. A route is
 * looked for as resolver_find_route does. */
void
resolver_report_ambiguous(struct resolver *r, const struct entity *from, enum kind kind,
			  const struct ref *ref);

#endif
