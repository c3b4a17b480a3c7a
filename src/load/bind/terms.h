/* SPDX-License-Identifier: MIT */
/* Deadlines with more to say than a length: mappings, and «24 часа с момента обращения». */
#ifndef PRESALE_LOAD_BIND_TERMS_H
#define PRESALE_LOAD_BIND_TERMS_H

#include "load/bind/thing.h"

/* Takes the length out of what was read under a deadline's key, into the deadline; what is said
 * twice or contradicts itself is reported. NULL: nothing else is left in the terms. */
struct entity *
bind_terms_take(struct binder *binder, struct terms *terms, struct duration *deadline);

/* The event from which a bare deadline counts, and in *length the bytes of the text before it: «24
 * часа с момента …». NULL when there is none. */
const char *
bind_terms_event(const char *text, size_t *length);

/* True for a bare deadline that says that something goes on for ever. */
bool
bind_terms_ongoing(const char *text);

/* Reports a length that is counted from something, or stands ahead of it, in one text: «3 дня после
 * А», «3 дня до А». False when a text says neither. */
bool
bind_terms_hint(struct binder *binder, const char *text, struct pos pos);

#endif
