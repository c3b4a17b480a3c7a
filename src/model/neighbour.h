/* SPDX-License-Identifier: MIT */
/* What a process knows of others that it refers to: no more than a summary, kept when the other
 * process is freed again. */
#ifndef PRESALE_MODEL_NEIGHBOUR_H
#define PRESALE_MODEL_NEIGHBOUR_H

#include "model/field.h"
#include "support/map.h"

/* A stage, step, role or term of another process. */
struct neighbour_thing {
	enum kind kind;
	uint32_t number; /* 1, 2, … among all of its process */
	const char *id, *name;
	const char *anchor; /* in its documents */
	struct texts aliases;
	const struct neighbour_thing *outer; /* of a step what it is part of, else NULL */
	struct texts texts; /* the duties of a role, the definition of a term: of the neighbour's
			       files, as pos is */
	bool external;      /* of a role */
	bool begins;        /* of a stage or step: what begins the process begins with it */
	struct pos pos;
};

/* Where another process refers to a third, or back to this one. */
struct neighbour_link {
	const struct field *field;          /* that refers: `to`, `after`, `process` … */
	const struct neighbour_thing *from; /* the stage or step; NULL: the process itself */
	const char *real;                   /* real path of the file referred to */
	const char *part;                   /* what is named in it, or NULL */
	struct pos pos;
};

/* Another process: what was read of it, or nothing but its path where it was not. */
struct neighbour {
	const char *path; /* from the current folder, as it was first called */
	const char *real;
	bool read;        /* the rest is known */
	const char *name; /* its own name, code, version … or NULL */
	const char *code, *version;
	const char *stem; /* what the names of its outputs begin with */
	enum choice lang;
	struct neighbour_thing **things; /* in the order of the file */
	uint32_t thing_count;
	struct map index; /* what they are called by: neighbour_index */
	const struct neighbour_link *links;
	uint32_t link_count;
	bool timed;               /* its total is known */
	struct length best, most; /* the total */
	const char **files;       /* that were read for it, the root file first */
	uint32_t file_count;
	struct pos pos; /* of its process section */
};

/* A neighbour that a process refers to. */
struct met_neighbour {
	const struct neighbour *process;
	uint32_t first_file; /* number of its first file among those of the model */
	const char *ring;    /* of a step: the names of the processes that lead back to this one, or
				NULL */
	struct pos ring_pos; /* where the first of them goes on, in its files */
	unsigned fault;      /* why nothing of it is known: a phrase (diag/said.h), or 0; when it
				was not asked for, neither is */
};

/* A place in another process, or all of it, as what a reference leads to. */
struct elsewhere {
	struct entity base; /* KIND_END: whoever goes there leaves this process; its id is what was
			       written */
	const struct neighbour *process;
	const struct neighbour_thing *thing; /* NULL: the whole process */
	const char *name; /* for people: «Производство», «Производство: Приёмка» */
	struct told told;
	struct duration takes; /* of a whole process whose total is known that, else nothing */
};

/* A reference of this process to another. */
struct outward {
	const struct entity *entity; /* that has the field */
	const struct field *field;
	struct pos pos;
	const struct elsewhere *to;
};

/* What a reference leads to in another process; NULL for what is of this one, its end too. */
static inline const struct elsewhere *
elsewhere_of(const struct entity *entity)
{
	return entity && entity->kind == KIND_END && entity->serial
		   ? (const struct elsewhere *)entity
		   : NULL;
}

/* True for a text that is the path of a YAML file, with # and a name behind it or without. */
bool
neighbour_is_named(const char *text);

/* The path in such a text, in arena; *part what stands behind #, or NULL. */
const char *
neighbour_path(struct arena *arena, const char *text, const char **part);

/* The neighbour that a text in a file of the model names, or NULL. */
const struct met_neighbour *
neighbour_met(const struct model *model, unsigned file, const char *text);

/* The key of model->met of a text in a file. In arena. */
const char *
neighbour_key(struct arena *arena, unsigned file, const char *text);

/* The same place of a neighbour as one of the model's files. */
struct pos
neighbour_pos(const struct met_neighbour *met, struct pos pos);

/* Has the things of a neighbour found by what they are called; once, when all are there. */
void
neighbour_index(struct neighbour *neighbour, struct arena *arena);

/* The role, the term, or (of any other kind) the stage or step that a text calls by its id, its
 * name or another name; a step by its path, «Stage/Step», or alone where no other is called so.
 * NULL when nothing is called so, or several things are. */
const struct neighbour_thing *
neighbour_find(const struct neighbour *neighbour, enum kind kind, const char *text);

#endif
