/* SPDX-License-Identifier: MIT */
/* What becomes of the source, as it is decided bit by bit: changes, and what is to be said. */
#ifndef PRESALE_MERGE_DECIDE_DECISION_H
#define PRESALE_MERGE_DECIDE_DECISION_H

#include "change/change.h"
#include "change/match.h"
#include "import/read/remark.h"
#include "merge/decide/sighting.h"
#include "merge/decide/value.h"
#include "support/map.h"

/* Which side counts where both have changed a value. */
enum merge_side { MERGE_NEITHER, MERGE_SOURCE, MERGE_EDITED };

struct decision {
	struct voice voice;          /* of the messages */
	const struct matching *base; /* of what the documents were built with the source of today;
					NULL: that is not known */
	struct arena *arena;
	struct remarks *remarks;
	enum merge_side prefer;
	bool removes; /* what is gone from a document goes from the source */
	const char *document;
	struct change **changes; /* in the order they came */
	uint32_t count;
	struct map seen; /* by thing and field: what was seen of it first */
	bool stopped;    /* nothing may be written */
};

/* Adds a change that comes from a place in the document under way. */
struct change *
decision_add(struct decision *decision, enum change_what what, const struct entity *thing,
	     const struct field *field, const char *place);

/* The changes as one array, of which the first is decided first. In arena. */
struct changes
decision_changes(const struct decision *decision);

/* Says something of a place in the document under way. */
void
decision_remark(struct decision *decision, enum remark_id id, const char *place, const char *one,
		const char *two);

/* A thing as people are told of it: «Этап «Бриф»»; with a field: «Этап «Бриф», срок». */
const char *
decision_label(const struct decision *decision, const struct entity *thing,
	       const struct field *field);

/* The beginning of a text, enough to know it. */
const char *
decision_short(const struct decision *decision, const char *text);

/* Frees what is held beside the arena. */
void
decision_end(struct decision *decision);

#endif
