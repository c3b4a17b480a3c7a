/* SPDX-License-Identifier: MIT */
/* Editions as sets of fields: what an edition leaves out. The cutting itself is plan/cut/cut.h's.
 */
#ifndef PRESALE_MODEL_HIDE_H
#define PRESALE_MODEL_HIDE_H

#include "model/fields.h"

struct hide {
	bool *fields[KIND_COUNT]; /* beside model->fields of the kind */
	bool links;               /* addresses in texts go as well */
	bool any;                 /* something is hidden */
	bool allows;              /* all is hidden but what is named */
	bool outside;             /* readers are outside: what is internal goes */
	bool clients;             /* of steps only those in which an external role takes part */
	const struct entity *audience; /* of steps only those of this role; NULL: of all, or of all
					  who are external */
};

/* An edition of the file or built in, as a set of words. */
struct edition_words {
	const char *name;              /* its id; of one built in its spellings, separated by | */
	const struct edition *edition; /* NULL when built in */
	/* As built in; of the file's, where it has that name and says neither what it hides nor
	 * what it shows. */
	const char *hides;     /* words, separated by |, or NULL */
	enum field_flag shows; /* it shows the fields of this flag; 0: what it does not hide */
	const struct entity *audience; /* asked for: it is about this role; NULL: as it says */
	bool outside;                  /* called as one for readers outside */
	bool full;                     /* called as that of everything */
};

/* The edition of this name (id, title or built in); the file's come first. False when there is
 * none. */
bool
edition_find(const struct model *model, const char *name, struct edition_words *found);

/* An edition of the file. */
struct edition_words
edition_words_of(const struct edition *edition);

/* The names edition_find knows, NULL-ended, in arena; without a model, those built in. */
const char **
edition_names(const struct model *model, struct arena *arena);

/* The words for addresses of all kinds, separated by |. */
extern const char hide_links[];

/* The variant of this id or name, or NULL; and all their ids, NULL-ended, in arena. */
const struct entity *
variant_find(const struct model *model, const char *name);
const char **
variant_names(const struct model *model, struct arena *arena);

/* What an edition hides, in arena. */
struct hide
hide_new(const struct model *model, const struct edition_words *edition, struct arena *arena);

/* True for a stage, step or role that readers outside are told nothing of. */
bool
hide_is_internal(const struct entity *entity);

/* True for an edition of the file that is called like the one for clients and says itself what it
 * hides or shows: then it is no page for clients. */
bool
hide_replaces_page(const struct edition *edition);

/* True when the word is something to hide or show: a field that may be hidden, a section, `people`
 * or `links`. */
bool
hide_knows(const struct model *model, const char *word);

/* True when an edition may leave the field out: nothing can do without what it is called or points
 * to; without a section it can. */
bool
hide_allows(const struct field *field);

/* True when the word is a key of the format, be it one that cannot be hidden. */
bool
hide_is_key(const struct model *model, const char *word);

/* True when the field is hidden. */
bool
hide_has(const struct model *model, const struct hide *hide, const struct field *field);

#endif
