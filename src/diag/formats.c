/* SPDX-License-Identifier: MIT */
/* The table of formats, with the function that writes each. */
#include "diag/report.h"

const struct report_format report_formats[] = {
#define FORMAT(name, en, ru) {#name, {en, ru}, report_##name},
#include "diag/formats.def"
#undef FORMAT
    {NULL, {NULL, NULL}, NULL},
};
