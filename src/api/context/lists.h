/* SPDX-License-Identifier: MIT */
/* The tables as lists of words. */
#ifndef PRESALE_API_CONTEXT_LISTS_H
#define PRESALE_API_CONTEXT_LISTS_H

#include "api/context/context.h"

/* What presale_list, presale_rules and presale_keys give. */
const struct presale_word *
lists_words(struct presale *context, enum presale_list list, size_t *count);
const struct presale_rule *
lists_rules(struct presale *context, size_t *count);
const struct presale_key *
lists_keys(struct presale *context, size_t *count);

/* Fails because a word is not of a list, of the model's words where the list is of a process. */
enum presale_status
lists_fail(struct presale *context, const struct model *model, enum presale_list list,
	   const char *word);

/* The same with the words of several models. */
enum presale_status
lists_fail_all(struct presale *context, const struct model *const *models, size_t count,
	       enum presale_list list, const char *word);

#endif
