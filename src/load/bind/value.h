/* SPDX-License-Identifier: MIT */
/* Values that are not things: texts, durations, dates, choices, references as written. */
#ifndef PRESALE_LOAD_BIND_VALUE_H
#define PRESALE_LOAD_BIND_VALUE_H

#include "load/bind/bind.h"

/* Reads a value of any type but TYPE_ONE and TYPE_MANY into its place; what is wrong is reported
 * and stays absent. */
void
bind_plain_value(struct binder *binder, const struct field *field, const struct node *node,
		 void *place);

/* A text or a list of them. */
void
bind_texts(struct binder *binder, const struct field *field, const struct node *node,
	   struct texts *texts);

/* Reports that the field takes something else. */
void
bind_wrong_type(struct binder *binder, const struct field *field, const struct node *node);

/* Reports an item of a list that is empty and does not count. */
void
bind_empty_item(struct binder *binder, const struct field *field, const struct node *node);

/* Reports a mapping of one text that is really a text with a colon; false when it is something
 * else. */
bool
bind_colon_text(struct binder *binder, const struct node *node);

#endif
