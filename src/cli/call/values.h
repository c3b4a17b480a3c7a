/* SPDX-License-Identifier: MIT */
/* The words that an option or an operand may be, of what kind they are: for complaints and
 * completions. */
#ifndef PRESALE_CLI_CALL_VALUES_H
#define PRESALE_CLI_CALL_VALUES_H

#include "cli/call/call.h"

/* NULL-ended words, and beside each what it is about, or NULL. */
struct value_words {
	const char **words, **abouts;
	size_t count;
};

/* The words of a kind, in args' arena; choices are those of the table's row. Of editions, variants
 * and roles those of the process that the library has loaded count as well; it may be NULL. Empty
 * where the kind has no list. */
struct value_words
values_words(struct arguments *args, enum value value, const char *choices,
	     struct presale *library);

/* The same, for call_complain_unknown. */
const char **
values_known(struct arguments *args, enum value value, struct presale *library);

/* True when several values of the kind may stand in one, joined by commas. */
bool
value_is_list(enum value value);

/* True when an option may be given again with another value of the kind. */
bool
value_repeats(enum value value);

#endif
