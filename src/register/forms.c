/* SPDX-License-Identifier: MIT */
/* The table of forms, with the function that writes each. */
#include "register/forms.h"

const struct register_form register_forms[] = {
#define FORM(name, text, en, ru) {#name, text, {en, ru}, form_##name},
#include "register/forms.def"
#undef FORM
    {.name = NULL},
};
