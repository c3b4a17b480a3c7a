/* SPDX-License-Identifier: MIT */
/* One file: its text, and the tree of it. */
#ifndef PRESALE_LOAD_READ_H
#define PRESALE_LOAD_READ_H

#include "diag/diag.h"
#include "files/file.h"
#include "files/overlay.h"
#include "yaml/tree.h"

/* Reads a file, or what an overlay (they may be NULL) holds in its stead, into out. */
enum file_status
read_text(const struct overlays *overlays, const char *path, struct buf *out);

/* The tree of what a source holds, in UTF-8 from then on, as tree_parse gives it. */
struct node *
read_tree(struct arena *nodes, struct arena *texts, struct diagnostics *diags,
	  struct source *source, unsigned number);

/* Makes UTF-8 of what a file holds; gives the length of the byte order mark before the text. */
size_t
read_decode(struct buf *buf);

#endif
