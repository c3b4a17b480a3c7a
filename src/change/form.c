/* SPDX-License-Identifier: MIT */
/* The table of forms, with the function that writes each. */
#include "change/form.h"

const struct change_form change_forms[] = {
#define FORM(name, en, ru) {#name, {en, ru}, form_##name},
#include "change/forms.def"
#undef FORM
    {NULL, {NULL, NULL}, NULL},
};
