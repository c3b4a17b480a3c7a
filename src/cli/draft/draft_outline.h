/* SPDX-License-Identifier: MIT */
/* What the lines of an outline are about: stages, or what people write around them, «Владелец: …»
 * above, «Роли:» and other headings beside «Этапы:». */
#ifndef PRESALE_CLI_DRAFT_DRAFT_OUTLINE_H
#define PRESALE_CLI_DRAFT_DRAFT_OUTLINE_H

#include "cli/draft/draft_key.h"

struct draft_outline {
	const char *title, *owner; /* NULL: not said */
	struct draft_lines stages; /* of level 0, with what is below them */
	struct draft_lines roles, others;
};

/* Without a heading of the stages all lines are of them, but for «Название: …» and «Владелец: …»
 * at the beginning. */
struct draft_outline
draft_outline_of(const struct draft_keys *keys, const struct bullets *bullets);

#endif
