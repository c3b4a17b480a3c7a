/* SPDX-License-Identifier: MIT */
/* Which files make up a process: the root file and, depth first, what they include. */
#ifndef PRESALE_LOAD_INCLUDE_H
#define PRESALE_LOAD_INCLUDE_H

#include "files/overlay.h"
#include "files/written.h"
#include "load/bind/bind.h"
#include "yaml/tree.h"

struct include_set {
	struct model *model;
	struct diagnostics *diags;
	struct arena *nodes;
	struct binder *binder;
	struct node **roots; /* the parsed files of the process in the order they count */
	uint32_t count;
	uint32_t own;           /* of them, its own; behind them stands what its portfolio shares */
	const struct node *run; /* the parsed file of a run, which names the process; or NULL */
	bool unreadable;        /* the root file could not be read */
	bool broken;            /* some file could not be parsed */
	struct map seen;        /* real paths of files → their first place */
	const char *root; /* real path of the root file's folder, or NULL for standard input in a
			     lost folder */
	const struct overlays *overlays; /* or NULL */
	const char *out;                 /* the folder of the outputs, or NULL */
	const char *without; /* its real path when it lies in root: no pattern takes its files */
	struct written_lists written; /* what builds wrote: no pattern takes that either */
	size_t looks;                 /* what patterns may still look at */
	bool cut;                     /* a pattern would have looked at more */
	bool *said; /* whether something was said of the path or pattern that is followed */
};

/* Reads the root file and everything included. Of a run, whose root file is its own, the process
 * comes after it. */
void
include_files(struct include_set *set, const char *path);

/* Frees what reading needed; the sources, which are the model's, stay. */
void
include_free(struct include_set *set);

#endif
