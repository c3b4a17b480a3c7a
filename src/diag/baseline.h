/* SPDX-License-Identifier: MIT */
/* Findings that are known and not to be shown again: by rule, process, path and arguments, never by
 * line. A text file, a line each, sorted; the same line twice stands for two findings. What cannot
 * be silenced is never known. */
#ifndef PRESALE_DIAG_BASELINE_H
#define PRESALE_DIAG_BASELINE_H

#include "diag/diag.h"

#include <stddef.h>

struct baseline;

/* Whether a text may be a baseline: every line that says something is a comment or begins with a
 * rule and a tab. */
bool
baseline_is(const char *text);

/* Reads the contents of a baseline file; "" for none. What it holds, and what is added to it, goes
 * with the heap that it is read and added to in (support/memory.h). */
struct baseline *
baseline_read(const char *text);

/* Drops the findings that are known, each as often as it is known; gives their number. */
size_t
baseline_drop(struct baseline *baseline, const struct model *model, struct diagnostics *diags);

/* Notes every finding as known, for baseline_text. */
void
baseline_add(struct baseline *baseline, const struct model *model, const struct diagnostics *diags);

/* The contents of a file that holds what was added. */
void
baseline_text(const struct baseline *baseline, struct buf *out);

/* What a finding is known by: rule, process, path and arguments, parted by tabs. */
void
baseline_key(const struct model *model, const struct diagnostic *diagnostic, struct buf *out);

#endif
