/* SPDX-License-Identifier: MIT */
/* Changes as people are told of them: whose, what, from what to what. Every form of output says
 * them in these words. */
#ifndef PRESALE_CHANGE_TELL_H
#define PRESALE_CHANGE_TELL_H

#include "change/change.h"
#include "change/match.h"

struct telling {
	const struct change *change;
	const char *place;    /* whose it is: «Этап 3 «Бриф»»; "" of the document itself */
	const char *label;    /* what of it: «срок», «добавлен шаг 3.4 «Итоги»», «перенесён» */
	struct texts was, is; /* what is no more and what is new, without markup; of lists only
				 what differs */
	bool reordered;       /* both are the same but for their order */
	uint32_t references;  /* of what was renamed: how many follow … */
	const char *follow;   /* … and which: «ссылок: 2 – Этап 1 «Запрос», …», or NULL */
};

struct tellings {
	struct telling *items;
	uint32_t count, material; /* all, and those that change what people do */
	const char *process;      /* its name, as it is now */
	struct texts ties;        /* what cannot be told apart */
};

/* Tells changes in a language. In arena. */
struct tellings
tell_changes(const struct matching *match, const struct changes *changes, int lang,
	     struct arena *arena);

/* True when values are short enough to stand on one line with what they are of. */
bool
telling_is_short(const struct telling *telling);

/* «Изменений: 7, из них меняют работу: 5», or that there are none. In arena. */
const char *
tell_summary(const struct tellings *tellings, int lang, struct arena *arena);

#endif
