/* SPDX-License-Identifier: MIT */
/* A list as word processors have it:
 *
 *     steps:
 *       1. Collect
 *       2. Send
 *
 * To YAML it is one text. It stays one, and knows its items, so that whoever expects a list finds
 * one. */
#ifndef PRESALE_YAML_NUMBERED_H
#define PRESALE_YAML_NUMBERED_H

#include "yaml/trap.h"
#include "yaml/tree.h"

/* Makes a text that stands from start to end in the file one that is numbered, when each of its
 * lines begins with the number behind the last, a full stop or a bracket, and a blank, or goes on
 * with the line before. Its items then begin lines of their own in it. */
void
numbered_find(struct node *node, struct arena *arena, struct arena *texts, struct trap_text *source,
	      struct pos end);

/* The items of a numbered text as a list, without their numbers. In arena. */
const struct node *
numbered_list(struct arena *arena, const struct node *node);

/* A numbered text on one line, as YAML has it. In arena. */
const struct node *
numbered_line(struct arena *arena, const struct node *node);

#endif
