/* SPDX-License-Identifier: MIT */
/* A change as one line of text. */
#ifndef PRESALE_CHANGE_TELLING_LINE_H
#define PRESALE_CHANGE_TELLING_LINE_H

#include "change/tell.h"

/* «Этап 3 «Бриф»: », or "" of the document itself. In arena. */
const char *
telling_line_place(const struct telling *telling, struct arena *arena);

/* «Этап 3 «Бриф»: срок 2 дня → 3 дня»; where the values are long, only what has changed: «Этап 3
 * «Бриф»: изменено: критерии». In arena. */
const char *
telling_line(const struct telling *telling, int lang, struct arena *arena);

#endif
