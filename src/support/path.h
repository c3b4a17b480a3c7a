/* SPDX-License-Identifier: MIT */
/* Paths and addresses relative to one another. */
#ifndef PRESALE_PATH_H
#define PRESALE_PATH_H

#include "support/arena.h"

#include <stdbool.h>

/* The absolute path without links, . and .. ; parts that do not exist yet are taken as written ("" is the current folder). NULL
 * when the current folder is lost. In arena. */
const char *
path_real(struct arena *arena, const char *path);

/* The address of one folder from another, both as path_real gives them: "", or parts that each end with a slash, what has a
 * meaning in addresses as %XX. NULL when they share no more than / or /home: the address would tell who owns the folder. In
 * arena. */
const char *
path_between(struct arena *arena, const char *from, const char *to);

/* True when a path is a folder or lies in it; both as path_real gives them. */
bool
path_is_within(const char *path, const char *folder);

/* True for an address that begins with a scheme (https:, mailto:): a letter, then letters, digits, + . -, as RFC 3986 has it. */
bool
address_has_scheme(const char *address);

/* True for an address that depends on where it stands: no scheme, no host, not from the root, not only an anchor. */
bool
address_is_relative(const char *address);

/* The path of an address of a file: without what follows it (#, ?), and with %20 as a space. In arena. */
const char *
address_path(struct arena *arena, const char *address);

/* The same place from elsewhere: a relative address begins at start ("", or ends with a slash), others stay. May be in arena. */
const char *
address_from(struct arena *arena, const char *start, const char *address);

#endif
