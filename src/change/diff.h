/* SPDX-License-Identifier: MIT */
/* What has changed, written down: one row of diffs.def and one function each. */
#ifndef PRESALE_CHANGE_DIFF_H
#define PRESALE_CHANGE_DIFF_H

#include "change/tell.h"

struct diff_form {
	const char *name;
	const char *about[2]; /* English, Russian */
	void (*write)(const struct tellings *tellings, int lang, struct buf *out);
};

/* In the order of diffs.def, ended by one without a name. */
extern const struct diff_form diff_forms[];

#define DIFF(name, en, ru) \
	void diff_##name(const struct tellings *tellings, int lang, struct buf *out);
#include "change/diffs.def"
#undef DIFF

#endif
