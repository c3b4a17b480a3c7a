/* SPDX-License-Identifier: MIT */
/* What mends a finding for certain, as edits of its file: what its rule says of that (RULE_FIX in
 * diag/rules.def) for what the finding is about. */
#ifndef PRESALE_YAML_FIX_H
#define PRESALE_YAML_FIX_H

#include "yaml/spans.h"
#include "yaml/trap.h"

/* Finding by finding; the text of the last file that was asked for stays. Zeros but for the
 * sources and spans. */
struct fixer {
	struct sources *sources;
	struct spans *spans;
	struct trap_text text;
	bool open;
};

/* Gives a finding whose places are settled its fix, if it has one. */
void
fixer_give(struct fixer *fixer, struct diagnostics *diags, struct diagnostic *finding);

/* The near miss in place of what a finding is about whose places are settled: in quotes where that
 * is, or where it needs them; words within a text as they are. False where there is none to put
 * there. In arena. */
bool
fix_suggested(struct sources *sources, const struct diagnostic *finding, struct arena *arena,
	      struct diag_edit *edit);

/* Frees what is kept. */
void
fixer_close(struct fixer *fixer);

#endif
