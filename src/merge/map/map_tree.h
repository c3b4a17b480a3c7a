/* SPDX-License-Identifier: MIT */
/* The topics of an edited map beside those that today's source would show: which is which, and what
 * each said when the map was made. */
#ifndef PRESALE_MERGE_MAP_MAP_TREE_H
#define PRESALE_MERGE_MAP_MAP_TREE_H

#include "import/read/foreign.h"
#include "change/match.h"
#include "merge/decide/decision.h"
#include "view/outline/outline.h"

/* What a topic's mark holds (topic_mark); "" of what it had not. */
struct map_mark {
	const char *line, *note, *below;
};

/* What a place that is empty in the map tells. */
enum map_gone {
	GONE_UNKNOWN, /* nobody has asked yet */
	GONE_NEVER,   /* the map had it not: the source has gained it */
	GONE_SURE,
	GONE_UNSURE, /* map and source have both changed there */
	GONE_SETTLED /* both have, and of each topic it is known which has */
};

/* A topic of the document. */
struct map_node {
	const struct foreign_topic *topic;
	const char *text;               /* as marks know it; of a step without its number */
	uint32_t parent;                /* its number, TOPIC_NONE for the root */
	uint32_t next;                  /* the number after all that hangs below it */
	uint32_t shown;                 /* which topic of the outline it is; TOPIC_NONE: none */
	bool marked;                    /* it was in the map when that was made … */
	struct map_mark was;            /* … and said this then */
	const struct sight_new *added;  /* that it became */
	const struct sight_move *moved; /* that it became */
	enum map_gone gone;             /* of what hung on it */
};

struct map_tree {
	const struct outline *outline;
	const struct entity **holders; /* by topic of the outline: whose fields hang on it */
	const char **said;             /* by topic of the outline: as marks know it */
	const char **titles;           /* by topic: that of its field, or NULL where it has none */
	uint32_t *seen;                /* by topic of the outline: the node, or TOPIC_NONE */
	bool *lost; /* by topic of the outline: the map had it, where that is settled */
	bool based; /* it is, of all topics */
	struct map_node *nodes;
	uint32_t count;
	struct arena *arena;
};

/* A map that a document was built of, beside that of today. */
struct map_base {
	const struct outline *outline;
	const struct matching *match;
};

/* The root of a map among the topics of a document. */
const struct foreign_topic *
map_tree_root(const struct foreign *foreign);

/* Sets out the topics of a document, of which the root is known. */
void
map_tree_open(struct map_tree *tree, const struct outline *outline,
	      const struct foreign_topic *root, struct arena *arena);

/* Finds out which topic is which; base: of what the document was built, or NULL. */
void
map_match(struct map_tree *tree, const struct map_base *base);

/* Gives the topics of a map that has no marks those that it would have had. */
void
map_unmarked_mark(struct map_tree *tree, const struct outline *then);

/* Takes a topic with a mark as that of a node. */
void
map_tree_mark(struct map_tree *tree, uint32_t node, const struct foreign_topic *topic);

/* Takes a node as a topic of the outline. */
void
map_tree_see(struct map_tree *tree, uint32_t node, uint32_t topic);

/* Finds things that the source has renamed since, and all that hangs on them: their ids, made of
 * the names, are others now. */
void
map_renamed_see(struct map_tree *tree);

/* The topic of the outline that a node is. */
const struct topic *
map_tree_topic(const struct map_tree *tree, uint32_t node);

/* The id that a topic of today's outline has in the map, or would have. */
uint64_t
map_tree_id(const struct map_tree *tree, uint32_t topic);

/* What hangs on a topic in the document, of what was there when the map was made; in today's
 * outline. As marks. */
const char *
map_tree_below(const struct map_tree *tree, uint32_t node);
const char *
map_tree_shown_below(const struct map_tree *tree, uint32_t topic);

/* «1.2 Название» without the number; a number alone is a part of the name. */
const char *
map_text_unnumbered(const char *text);

/* The same of what was there when the map was made, where that is settled. */
const char *
map_tree_based_below(const struct map_tree *tree, uint32_t topic);

/* What follows a title and a colon: "" where there is the title alone, NULL where it does not begin
 * with the title. */
const char *
map_text_behind(const char *text, const char *title);

#endif
