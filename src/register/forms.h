/* SPDX-License-Identifier: MIT */
/* The forms in which the register is written. */
#ifndef PRESALE_REGISTER_FORMS_H
#define PRESALE_REGISTER_FORMS_H

#include "register/sight.h"

struct register_form {
	const char *name;
	bool text;            /* people can be shown it as it is */
	const char *about[2]; /* English, Russian */
	int (*write)(const struct register_sight *sight, struct buf *out); /* an errno, or 0 */
};

/* The table, ended by a row without a name. */
extern const struct register_form register_forms[];

#define FORM(name, ...) int form_##name(const struct register_sight *sight, struct buf *out);
#include "register/forms.def"
#undef FORM

#endif
