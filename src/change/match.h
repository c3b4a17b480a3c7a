/* SPDX-License-Identifier: MIT */
/* Who is who in two models of one process: by id; else by the exact name within the same parent, or
 * by one that is there but once; else by likeness of name, place and content, which is a rename;
 * else new. Two that fit equally well are named and left, never guessed. Linear: what is like is
 * looked for among few. */
#ifndef PRESALE_CHANGE_MATCH_H
#define PRESALE_CHANGE_MATCH_H

#include "model/field.h"

/* Things of one kind and name of which nobody can tell which is which. */
struct match_tie {
	const struct entity *one; /* of those that are now */
	uint32_t was_count, is_count;
};

struct matching {
	const struct model *was, *is;
	const struct entity **later;   /* by serial of what was: what it is now, or NULL */
	const struct entity **earlier; /* by serial of what is: what it was, or NULL */
	struct match_tie *ties;
	uint32_t tie_count;
};

/* Matches all things of two models, which must outlive it. In arena. */
const struct matching *
match_models(const struct model *was, const struct model *is, struct arena *arena);

/* What a thing of the earlier model is in the later one; NULL: not there, or of NULL. */
const struct entity *
match_later(const struct matching *match, const struct entity *was);

/* What a thing of the later model was in the earlier one; NULL: not there, or of NULL. */
const struct entity *
match_earlier(const struct matching *match, const struct entity *is);

/* The things that a thing has under a field, its exceptions among them. */
const struct list *
match_list(const struct entity *entity, const struct field *field);

/* True for an item of a list that is only mentioned there: a material of another thing. */
bool
match_is_mention(const struct list *list, uint32_t item, const struct entity *parent);

#endif
