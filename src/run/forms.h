/* SPDX-License-Identifier: MIT */
/* The forms in which runs are written. */
#ifndef PRESALE_RUN_FORMS_H
#define PRESALE_RUN_FORMS_H

#include "run/sight.h"

struct run_form {
	const char *name;
	bool text;            /* people can be shown it as it is */
	const char *about[2]; /* English, Russian */
	int (*write)(const struct run_sights *sights, struct buf *out); /* an errno, or 0 */
};

/* The table, ended by a row without a name. */
extern const struct run_form run_forms[];

#define FORM(name, ...) int run_form_##name(const struct run_sights *sights, struct buf *out);
#include "run/forms.def"
#undef FORM

#endif
