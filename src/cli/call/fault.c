/* SPDX-License-Identifier: MIT */
#include "cli/call/library.h"

/* What is said of a word that is not of its list. */
static const enum say says[] = {
    [PRESALE_LIST_OUTPUTS] = SAY_NO_OUTPUT,   [PRESALE_LIST_FORMATS] = SAY_NO_FORMAT,
    [PRESALE_LIST_SHEETS] = SAY_NO_SHEET,     [PRESALE_LIST_EDITIONS] = SAY_NO_EDITION,
    [PRESALE_LIST_VARIANTS] = SAY_NO_VARIANT, [PRESALE_LIST_ROLES] = SAY_NO_ROLE,
    [PRESALE_LIST_RULES] = SAY_NO_RULE,       [PRESALE_LIST_PEOPLE] = SAY_NO_PERSON};

void
library_complain(struct arguments *args, const struct presale *library)
{
	const struct presale_fault *fault = presale_fault(library);
	const char **known = arena_array(&args->arena, fault->known_count + 1, sizeof *known);
	for (size_t i = 0; i < fault->known_count; i++)
		known[i] = fault->known[i].word;
	call_complain_unknown(args, call_say(args, says[fault->list], fault->word, NULL),
			      fault->word, known);
}
