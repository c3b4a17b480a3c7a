/* SPDX-License-Identifier: MIT */
/* A process as it is first told: what it is called, its stages and steps, who and how long. */
#ifndef PRESALE_CLI_DRAFT_DRAFT_H
#define PRESALE_CLI_DRAFT_DRAFT_H

#include "cli/call/call.h"
#include "text/bullets.h"

struct draft_stage {
	const char *name;
	const char *roles;                        /* with commas between them; NULL: not known */
	const char *deadline, *result, *criteria; /* NULL: not known */
	struct bullet *steps;
	size_t step_count;    /* those below steps included */
	const char **remarks; /* what else was said of it */
	size_t remark_count;
};

struct draft_lines {
	struct bullet *items;
	size_t count;
};

struct draft {
	const char *name;
	const char *owner; /* NULL: not known */
	struct draft_stage *stages;
	size_t stage_count;
	struct draft_lines roles, remarks; /* what an outline says besides */
};

/* The stages of an outline with their steps, and what is said of them; a time behind the name of a
 * stage is its deadline. What was copied out of a spreadsheet has a stage in each row. What the
 * process is called and who owns it is taken unless the draft has it. */
void
draft_take_outline(struct arguments *args, struct draft *draft, const struct bullets *bullets);

/* True for a text that is a process in YAML already. */
bool
draft_is_process(struct arguments *args, const char *text);

/* Adds the process in English (0) or Russian (1), with remarks on what is still missing. */
void
draft_put(struct arguments *args, const struct draft *draft, int lang, struct buf *out);

#endif
