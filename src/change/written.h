/* SPDX-License-Identifier: MIT */
/* Values as the format has them: what a person would write in YAML for what the model holds, in the
 * shortest form that the format allows. Loading it gives the same value again; references stay as
 * they were written. */
#ifndef PRESALE_CHANGE_WRITTEN_H
#define PRESALE_CHANGE_WRITTEN_H

#include "model/show.h"
#include "model/visit.h"

enum written_type { WRITTEN_TEXT = 1, WRITTEN_LIST, WRITTEN_MAP };

/* A tree; in an arena. */
struct written {
	enum written_type type;
	const char *text;            /* of a text: what the loader would read */
	const struct written *first; /* of a list or mapping */
	const struct written *next;  /* the next sibling */
	const struct field
	    *field;      /* in a mapping: the field under whose key it stands, or NULL … */
	const char *key; /* … and the key itself where it is no field's (a variant's name, an
			    option of a rule) */
};

/* True when something was written for a field: it is set, and not only by what other fields imply,
 * a deadline that is `ongoing`, an `after` that outcomes make needless. */
bool
written_is(const struct entity *entity, const struct field *field);

/* What stands under the key of a field, with all that goes on under it (F_BESIDE): terms of a
 * deadline, values by variant. NULL where nothing was written. The voice says the language of the
 * words; it is not lang alone, since the author's columns are known to the model. */
const struct written *
written_field(const struct voice *voice, const struct entity *entity, const struct field *field,
	      struct arena *arena);

/* A thing with all its fields: a text where the name says all, else a mapping in the table's order.
 * Of the document what its includes hold is part, and `include` is not. */
const struct written *
written_thing(const struct voice *voice, const struct entity *entity, struct arena *arena);

/* The text of a leaf that is no thing; in arena. */
const char *
written_leaf(const struct voice *voice, const struct leaf *leaf, struct arena *arena);

/* The same of a flag, in a language. */
const char *
written_flag(bool on, int lang);

/* True when both are the same tree; two that are NULL are the same. */
bool
written_same(const struct written *a, const struct written *b);

#endif
