/* SPDX-License-Identifier: MIT */
/* The table of forms, with the function that writes each. */
#include "run/forms.h"

const struct run_form run_forms[] = {
#define FORM(name, text, en, ru) {#name, text, {en, ru}, run_form_##name},
#include "run/forms.def"
#undef FORM
    {.name = NULL},
};
