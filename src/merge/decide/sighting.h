/* SPDX-License-Identifier: MIT */
/* What an edited document shows of a process, as every reader of a format gives it: values, things
 * that are new, gone or stand elsewhere, each with the place where a person finds it. A reader
 * gives only what is not as today's source would show it; whether it was edited there, or the
 * source has moved on since the document was made, the mark beside it tells. */
#ifndef PRESALE_MERGE_DECIDE_SIGHTING_H
#define PRESALE_MERGE_DECIDE_SIGHTING_H

#include "model/field.h"

/* What the mark beside a value tells. */
enum sight_state {
	SIGHT_EDITED,  /* the document was edited, the source is as it was built of */
	SIGHT_BOTH,    /* both were changed, each otherwise */
	SIGHT_UNMARKED /* there is no mark: nobody knows which */
};

struct sight_value {
	const struct entity *thing; /* of the source's model; NULL of a thing that is new */
	const struct field *field;
	const char *was;  /* as the document would show it of today's source, and … */
	const char *text; /* … as it does: of lines (view/mark.h), "" of what is cleared */
	enum sight_state state;
	const char *built; /* as it did when it was made, where that is known; else NULL */
	const char *place; /* «Этапы!H7», «Бриф › Итог» */
};

/* A thing that the document has and the source does not. */
struct sight_new {
	const struct entity *parent;
	const struct field *list;       /* of the parent */
	const struct entity *after;     /* behind which sibling … */
	const struct sight_new *behind; /* … or which new one; both NULL: first */
	struct sight_value *values;     /* its name among them */
	uint32_t count;
	const char *place;
	const struct change *change; /* that adds it; the core's */
};

/* A thing that the source has and the document, which shows all of its kind, no more. */
struct sight_gone {
	const struct entity *thing;
	const char *place; /* where it would stand */
	bool unsure; /* it may as well be that the source has it only since the document was made */
};

/* A thing that stands elsewhere now. */
struct sight_move {
	const struct entity *thing, *to;
	const struct entity *after;      /* behind which sibling of its parent to be … */
	const struct sight_move *behind; /* … or which other that was moved; both NULL: first */
	const char *place;
	const struct change *change; /* the core's */
};

/* All that one document shows; in an arena. */
struct sights {
	struct arena *arena;
	const char *document;
	struct sight_value *values;
	struct sight_new **news;
	struct sight_gone *gone;
	struct sight_move **moves;
	uint32_t value_count, new_count, gone_count, move_count;
};

/* Add one; of a new thing and of one that moves a struct that stays where it is. */
void
sights_add(struct sights *sights, const struct sight_value *value);
struct sight_new *
sights_add_new(struct sights *sights, const struct sight_new *sight);
void
sights_add_gone(struct sights *sights, const struct sight_gone *gone);
struct sight_move *
sights_add_move(struct sights *sights, const struct sight_move *move);

/* Adds a value to a new thing. */
void
sight_new_add(struct sights *sights, struct sight_new *sight, const struct sight_value *value);

/* Whether a text was edited that today's source would show otherwise; built is the mark of what it
 * was when the document was made, or NULL. */
bool
sight_is_edited(const char *was, const char *text, const char *built, enum sight_state *state,
		struct arena *arena);

#endif
