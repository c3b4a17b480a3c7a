/* SPDX-License-Identifier: MIT */
/* What has changed, written down: one row of forms.def and one function each. */
#ifndef PRESALE_CHANGE_FORM_H
#define PRESALE_CHANGE_FORM_H

#include "change/tell.h"

struct change_form {
	const char *name;
	const char *about[2]; /* English, Russian */
	void (*write)(const struct tellings *tellings, int lang, struct buf *out);
};

/* In the order of forms.def, ended by one without a name. */
extern const struct change_form change_forms[];

#define FORM(name, en, ru) \
	void form_##name(const struct tellings *tellings, int lang, struct buf *out);
#include "change/forms.def"
#undef FORM

#endif
