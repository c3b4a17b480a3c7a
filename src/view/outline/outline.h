/* SPDX-License-Identifier: MIT */
/* The process as a tree of topics: what every mind map and outline shows. The field table decides
 * which topics there are; the formats only write them down. Topics come in reading order, each
 * before what hangs on it, so that writers need no recursion.
 *
 * The general map holds the process, its stages and the fields marked F_BRIEF, and the roles as a
 * legend. The detailed map holds everything: all fields, steps with their roles, relations as
 * arrows, roles, glossary, materials and records. Drawn, it holds what the work consists of: the
 * stages, and on each its steps in order, who does them, by when, with what result, and where they
 * lead. */
#ifndef PRESALE_VIEW_OUTLINE_OUTLINE_H
#define PRESALE_VIEW_OUTLINE_OUTLINE_H

#include "support/buf.h"
#include "view/view.h"

/* What a topic is, for its looks. */
enum topic_sort {
	TOPIC_PROCESS, /* the root */
	TOPIC_SECTION, /* the heading of a part of the document */
	TOPIC_STAGE,
	TOPIC_STEP,
	TOPIC_ROLE,  /* a role in the list of roles */
	TOPIC_THING, /* any other thing with fields: a term, a pilot … */
	TOPIC_FIELD, /* the title of a field, with its values below or behind it */
	TOPIC_VALUE,
	TOPIC_OUTCOME,
	TOPIC_END, /* the end of the process, where an outcome leads to it */
};

enum { TOPIC_NONE = UINT32_MAX };

/* What few topics have. */
struct topic_more {
	const char *note; /* CommonMark too long for the text, or NULL */
	const char *href; /* an address, or NULL */
};

/* A large process has half a million of them: 64 bytes each. */
struct topic {
	const char *text; /* plain, not empty, may hold line breaks; where the note says more it
			     ends with … */
	const char
	    *title; /* of a field whose one value is the text: shown as «title: text»; or NULL */
	const struct topic_more *more; /* or NULL: ask topic_note and topic_href */
	union {
		const struct entity *entity; /* of all others */
		const struct field *field;   /* of sections, fields, values and outcomes */
	};
	uint64_t id; /* made of the ids and members on the way here, so that edits elsewhere do not
			change it */
	uint32_t parent;     /* its number, TOPIC_NONE for the root */
	uint32_t children;   /* how many hang on it directly */
	uint32_t next;       /* the number after all that hangs below it */
	uint32_t target;     /* the topic it leads to, or TOPIC_NONE */
	uint32_t color : 24; /* 0xRRGGBB of its role (of a stage or step the first, of a value the
				one it names), or 0 */
	uint32_t depth : 8;  /* 0 for the root */
	uint8_t sort;        /* enum topic_sort */
	bool key : 1, blocking : 1;
	bool cut : 1;    /* the text is the beginning of the note */
	bool folded : 1; /* better shown folded: below the second level, and sections */
	bool left : 1;   /* below the root: on the left side */
};

/* The whole of a topic's text where that is too long for it, in CommonMark; NULL elsewhere. */
static inline const char *
topic_note(const struct topic *topic)
{
	return topic->more ? topic->more->note : NULL;
}

/* The address that a topic has, as seen from the folder of outputs; NULL for none. */
static inline const char *
topic_href(const struct topic *topic)
{
	return topic->more ? topic->more->href : NULL;
}

/* The thing a topic is, or NULL where it is a field or a value. */
const struct entity *
topic_entity(const struct topic *topic);

/* Whether the things of a field have topics of their own; else each is a line. */
bool
topic_of_things(const struct field *field);

/* The fields of a stage or step whose values a map may have as labels on it: its deadline, and the
 * roles that do the work, the first that the kind names. Ended by NULL, in arena. */
const struct field **
topic_labelled(const struct model *model, const struct entity *thing, struct arena *arena);

/* The role whose colour a stage, a step or a role has, or NULL. May use arena. */
const struct entity *
topic_role(const struct topic *topic, struct arena *arena);

/* A relation: what waits for what, and where outcomes lead. */
struct arrow {
	uint32_t from, to;
	const char *label; /* the condition of an outcome, or NULL */
	bool outcome;
	bool back;  /* of an outcome: to an earlier place, a loop */
	bool plain; /* the order of the list, given by nothing else */
};

struct outline {
	const struct model *model;
	const struct voice *voice;
	struct topic *topics;
	uint32_t count;
	struct arrow *arrows; /* in the order of `from` */
	uint32_t arrow_count;
	bool detailed;
	bool drawn;            /* as a picture, which cannot be folded */
	struct arena *arena;   /* for what writers make on the way */
	struct map_file *file; /* of those who write it down */
};

/* Which topics there are. */
enum outline_scope { OUTLINE_GENERAL, OUTLINE_DETAILED, OUTLINE_DRAWN };

/* Sets an outline out. The arena outlives it; free it with outline_free. */
void
outline_start(struct outline *outline, const struct view *view, enum outline_scope scope,
	      struct arena *arena);

/* Frees what was set out; the arena is the caller's. */
void
outline_free(struct outline *outline);

/* Halves what hangs on the root: the first topics, up to half of the height, go to the right, the
 * others to the left. By number of topic: how high each topic below the root is with all that hangs
 * on it, and the side of every topic but the root. */
void
outline_balance(const struct outline *outline, const double *heights, bool *left);

/* How many topics end with the i-th: 0 when something hangs on it. */
uint32_t
topic_ends(const struct outline *outline, uint32_t i);

/* What the topic said when the map was made, as marks (view/mark.h) of its line, of its note in
 * plain text and, behind a point, of what hangs on it: «a8», «a8Kx», «a8.pQ»; of the root also the
 * version of the marks, which map it is and the process: «a8.pQ 1 general PROCESS». With its id it
 * tells, of an edited map, what was edited, wherever the topic has been moved. NULL where the map
 * hides something: that is no whole to be edited, and leaves the house. In arena. */
const char *
topic_mark(const struct outline *outline, uint32_t number, struct arena *arena);

/* The same of a map that hides something, to be compared with: it is never written. In arena. */
const char *
topic_mark_of(const struct outline *outline, uint32_t number, struct arena *arena);

/* What of a topic is marked and read back: its line, of a step without the number, which is that of
 * its place. May be in arena. */
const char *
topic_said(const struct topic *topic, struct arena *arena);

/* The id of a topic: of the id above it, and of the member, and of the key or else the number (0:
 * none) that it has there. */
uint64_t
topic_id_of(uint64_t above, const char *member, const char *key, uint32_t number);

/* The id that a topic would have if what it hangs on had that id. */
uint64_t
topic_id_below(const struct outline *outline, uint32_t number, uint64_t above);

/* The mark of ids in their order. In arena. */
const char *
topic_ids_mark(const uint64_t *ids, uint32_t count, struct arena *arena);

/* Which map it is, as the root's mark has it. */
const char *
outline_word(bool detailed);

/* The topic's text with the field's title in front: one string. May be in arena. */
const char *
topic_line(const struct topic *topic, struct arena *arena);

/* The same and, where a format has no notes, the note below it in plain text. */
const char *
topic_whole(const struct topic *topic, struct arena *arena);

#endif
