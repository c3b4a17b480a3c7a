/* SPDX-License-Identifier: MIT */
/* What a node of the tree is meant as where things are expected: one thing or many, a text with a
 * colon, a thing below its name. */
#ifndef PRESALE_LOAD_BIND_SHAPE_H
#define PRESALE_LOAD_BIND_SHAPE_H

#include "load/bind/thing.h"

/* True for a role and what it does in one text, «Старший смены — решает споры». */
bool
bind_is_role_line(struct binder *b, const struct node *node, struct node *name, struct node *duty);

/* A material as Markdown has it, «[Бриф](https://example.org/brief)»: its title and its address as
 * nodes of their own. */
bool
bind_is_link(struct binder *binder, enum kind kind, const struct node *node, struct node *title,
	     struct node *href);

/* «1. Тема: быстро» where a list is expected: an item of it, in which YAML sees a key. */
bool
bind_is_numbered_text(const struct node *key);

/* How such an item is to be written: `- "Тема: быстро"`. In arena. */
const char *
bind_numbered_text(struct arena *arena, const struct node *key);

/* A mapping where a list is expected is one item when it has a name, or only known keys (one of
 * them perhaps misspelt); else it is a mapping of things. */
bool
bind_is_single(struct binder *binder, enum kind kind, const struct node *map);

/* `- Check: the price` is a mapping for YAML. Where its key is none of ours, the author meant a
 * text. */
bool
bind_is_colon_text(struct binder *binder, enum kind kind, const struct node *item);

/* True for a mapping with a key that belongs to a thing of a kind. */
bool
bind_has_keys(struct binder *binder, enum kind kind, const struct node *map);

/* `- Buyer: anyone who asks`, a role and words that are no deed: what these are nobody can tell. */
bool
bind_is_role_text(struct binder *binder, enum kind kind, const struct node *item);

/* `- Signing:` with the keys of the thing below it or beside it, or with nothing: the first key is
 * the name, unless it is one of ours or near to one. */
bool
bind_is_headed(struct binder *binder, enum kind kind, const struct node *item);

/* `- Signing:` with a list below it, where keys are expected. */
bool
bind_is_above_list(struct binder *binder, enum kind kind, const struct node *item);

/* True for a list, with hyphens or numbers, right below the id or name of a thing that has lists of
 * its own. */
bool
bind_is_list_below(enum kind kind, const struct node *value);

/* True for an item of a list that is «название: определение», «этап: срок»: a pair like those of a
 * mapping. */
bool
bind_is_line(struct binder *b, enum kind kind, const struct node *item);

/* An item whose first key says which stage or step it is, «Этап 1: Запрос», as one that has a name
 * there; any other item itself. */
const struct node *
bind_part_item(struct binder *b, enum kind kind, const struct node *item);

/* True for a term and what it means in one text, «КП – коммерческое предложение». */
bool
bind_is_term_line(struct binder *b, const struct node *node, struct node *term,
		  struct node *definition);

#endif
