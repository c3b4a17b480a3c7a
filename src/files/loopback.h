/* SPDX-License-Identifier: MIT */
/* A socket that listens to this machine alone. */
#ifndef PRESALE_FILES_LOOPBACK_H
#define PRESALE_FILES_LOOPBACK_H

#include <stdbool.h>

enum { LOOPBACK_NAME = 32 };

/* Whether an address is the machine's own: 127.0.0.1, localhost, ::1 or [::1]. */
bool
loopback_is(const char *host);

/* Listens at such an address; port 0 is any that is free. Gives the file, which does not block, and
 * in name, of LOOPBACK_NAME bytes, what it is called: "127.0.0.1:8017" or "[::1]:8017". -1 with
 * errno set on failure. */
int
loopback_listen(const char *host, unsigned port, char *name);

#endif
