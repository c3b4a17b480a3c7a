/* SPDX-License-Identifier: MIT */
/* Where the author's relative addresses (of materials, and of links in prose) lead as seen from the
 * folder of the outputs. They begin at the file that names them; nothing of the model changes. */
#ifndef PRESALE_MODEL_ADDRESSES_H
#define PRESALE_MODEL_ADDRESSES_H

#include "model/model.h"

/* Made once for a model and a folder, then only read: for any number of threads. */
struct addresses;

/* The addresses as seen from a folder, which need not exist yet. Where it shares no more than / or
 * /home with that of the root file, they begin at the latter, as if the outputs lay beside it. The
 * model must outlive them; free with addresses_free, which takes NULL too. */
struct addresses *
addresses_new(const struct model *model, const char *folder);

/* Frees the addresses with every text that they gave; NULL is nothing. */
void
addresses_free(struct addresses *addresses);

/* The folder at which they begin, as path_real gives it; NULL when the current folder is lost. */
const char *
addresses_base(const struct addresses *addresses);

/* Has a material's address read otherwise from now on, as a copy of `to`; before others read. */
void
addresses_move(struct addresses *addresses, const char *text, const char *to);

/* A material's address, or a CommonMark text, of the model as seen from the folder. It is the very
 * text given where nothing in it changes. Lives as long as the addresses. */
const char *
addresses_seen(const struct addresses *addresses, const char *text);

/* Where the address of a material lies: it is relative to the file that names it. NULL when it is
 * not on the disk. In arena. */
const char *
addresses_path(struct arena *arena, const struct model *model, const struct text *href);

/* A CommonMark text that stands elsewhere: its relative addresses begin at start, "" or a folder
 * with a slash behind it. The very text where nothing changes, else in arena. */
const char *
addresses_moved(struct arena *arena, const char *text, const char *start);

#endif
