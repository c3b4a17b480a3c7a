/* SPDX-License-Identifier: MIT */
/* The table of forms, with the function that writes each. */
#include "change/diff.h"

const struct diff_form diff_forms[] = {
#define DIFF(name, en, ru) {#name, {en, ru}, diff_##name},
#include "change/diffs.def"
#undef DIFF
    {NULL, {NULL, NULL}, NULL},
};
