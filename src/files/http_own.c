/* SPDX-License-Identifier: MIT */
#include "files/http_own.h"

#include <stddef.h>
#include <string.h>

enum { BAD_REQUEST = 400, FORBIDDEN = 403, MISDIRECTED = 421 };

/* The text behind `begin`, which is in small letters, in a text in which case does not matter. NULL
 * when the text does not begin so. */
static const char *
rest_of(const char *text, const char *begin, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		char c = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] - 'A' + 'a') : text[i];
		if (c != begin[i])
			return NULL;
	}
	return text + length;
}

static bool
is_key(const char *key, const char *wanted)
{
	const char *rest = rest_of(key, wanted, strlen(wanted));
	return rest && !*rest;
}

/* Whether a host is the server, or localhost with its port; 80 may go without saying. */
static bool
is_own(const char *host, const char *name)
{
	static const char local[] = "localhost";
	const char *port = strrchr(name, ':'), *rest = rest_of(host, name, (size_t)(port - name));
	rest = rest ? rest : rest_of(host, local, strlen(local));
	return rest && (strcmp(rest, port) == 0 || (!*rest && strcmp(port, ":80") == 0));
}

static bool
is_own_origin(const char *origin, const char *name)
{
	static const char scheme[] = "http://";
	size_t length = strlen(scheme);
	return strncmp(origin, scheme, length) == 0 && is_own(origin + length, name);
}

void
http_own_field(struct http_asker *asker, const char *key, const char *value)
{
	value = value ? value : "";
	if (is_key(key, "host")) {
		asker->hosts++;
		asker->misdirected |= !is_own(value, asker->name);
	}
	if (is_key(key, "origin"))
		asker->foreign |= !is_own_origin(value, asker->name);
}

int
http_own_verdict(const struct http_asker *asker)
{
	return asker->hosts != 1    ? BAD_REQUEST
	       : asker->misdirected ? MISDIRECTED
	       : asker->foreign     ? FORBIDDEN
				    : 0;
}
