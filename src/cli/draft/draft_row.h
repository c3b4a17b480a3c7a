/* SPDX-License-Identifier: MIT */
/* A row of a table as a spreadsheet hands it on: cells parted by tabs. */
#ifndef PRESALE_CLI_DRAFT_DRAFT_ROW_H
#define PRESALE_CLI_DRAFT_DRAFT_ROW_H

#include "cli/draft/draft_key.h"

/* A column of a table. */
struct draft_column {
	const char *title;
	const char *key; /* of a stage, in English, that it gives; NULL: of none */
};

/* The heading of a table. */
struct draft_heading {
	struct draft_column *columns;
	size_t count; /* 0: no heading was seen */
};

/* Adds a step to those of a stage. */
void
draft_add_step(struct arena *arena, struct draft_stage *stage, struct bullet step);

/* True for a text that is a row of several cells. */
bool
draft_is_row(const char *text);

/* True when a row is the heading of a table, which is noted; the keys must outlive it. */
bool
draft_read_heading(struct arguments *args, const struct draft_keys *keys,
		   struct draft_heading *heading, const char *text);

/* Takes what is said of a stage under a key; what has no place there becomes a remark, under its
 * title unless that is NULL. */
void
draft_take_value(struct arguments *args, struct draft_stage *stage, const char *key,
		 const char *title, const char *value);

/* Fills in a stage from a row: what it is called, who answers, how long; the rest as remarks, so
 * that nothing is lost. Without a heading a cell is what it looks like. */
void
draft_take_row(struct arguments *args, const struct draft_heading *heading, const char *text,
	       struct draft_stage *stage);

/* A text with the rows of its tables of Markdown as a spreadsheet gives them, with tabs between the
 * cells; in args' arena. */
const char *
draft_without_bars(struct arguments *args, const char *text);

#endif
