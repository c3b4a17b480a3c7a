/* SPDX-License-Identifier: MIT */
/* The processes that others refer to. Each is read once, and nothing of it is kept but a summary
 * (model/neighbour.h); it is read anew when one of its files has changed. What it refers to itself
 * is not followed, but for the processes that are steps of it: they take their time. */
#ifndef PRESALE_LOAD_NEIGHBOURS_H
#define PRESALE_LOAD_NEIGHBOURS_H

#include "files/overlay.h"
#include "load/bind/thing.h"
#include "model/neighbour.h"

enum { NEIGHBOUR_DEPTH = 16 };

struct known_neighbour;
struct neighbour_place;

/* What is known of neighbours; zeros know nothing. It outlives the models that refer to them. */
struct neighbourhood {
	struct arena arena;                /* of the places */
	struct map by_real;                /* real path → its place */
	struct neighbour_place *places;    /* all of them, the last first */
	struct known_neighbour *outdated;  /* what models may still refer to */
	const char *open[NEIGHBOUR_DEPTH]; /* real paths of the processes that are being read: the
					      first for itself, each other for the one before */
	uint32_t depth;
};

/* Reads a process for its summary, which is in arena; false when it cannot be understood. */
typedef bool
neighbour_reader(struct neighbourhood *hood, const char *path, const struct overlays *overlays,
		 struct neighbour *neighbour, struct arena *arena);

/* Meets those that the texts noted in a model name, and takes the roles and terms of theirs that it
 * refers to. What lies outside of the repository (without one, of the model's own folder), or is
 * another user's, is not read. */
void
neighbours_meet(struct neighbourhood *hood, struct model *model, const struct binder *binder,
		const struct overlays *overlays, neighbour_reader *read);

/* Frees what is outdated: when no model is left. */
void
neighbours_settle(struct neighbourhood *hood);

/* Has all of them read anew. */
void
neighbours_forget(struct neighbourhood *hood);

#endif
