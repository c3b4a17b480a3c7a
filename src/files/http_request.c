/* SPDX-License-Identifier: MIT */
#include "files/http_request.h"

#include <string.h>

enum {
	BAD_REQUEST = 400,
	FORBIDDEN = 403,
	NOT_ALLOWED = 405,
	MISDIRECTED = 421,
	BAD_VERSION = 505
};

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Whether two texts are the same but for the case of Latin letters. */
static bool
same(const char *a, const char *b)
{
	while (*a && lower(*a) == lower(*b)) {
		a++;
		b++;
	}
	return *a == *b;
}

static int
digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Takes %XX out and the query off; false for what no path may hold. */
static bool
decode(char *path)
{
	char *to = path;
	path[strcspn(path, "?#")] = '\0';
	for (const char *from = path; *from; from++) {
		unsigned char c = (unsigned char)*from;
		if (c == '%') {
			int high = digit(from[1]), low = high < 0 ? -1 : digit(from[2]);
			if (low < 0)
				return false;
			c = (unsigned char)(high * 16 + low);
			from += 2;
		}
		if (c < ' ' || c == 0x7F || c == '\\')
			return false;
		*to++ = (char)c;
	}
	*to = '\0';
	return *path == '/';
}

/* Whether a name is that of this machine with the server's port: the one it calls itself, or
 * localhost. */
static bool
is_own(const char *host, const char *name)
{
	const char *port = strrchr(name, ':');
	size_t length = strlen("localhost");
	if (same(host, name))
		return true;
	if (strcmp(port, ":80") == 0 && strlen(host) == (size_t)(port - name) &&
	    strncmp(host, name, strlen(host)) == 0)
		return true;
	for (size_t i = 0; i < length; i++)
		if (lower(host[i]) != "localhost"[i])
			return false;
	return strcmp(host + length, port) == 0 || (!host[length] && strcmp(port, ":80") == 0);
}

static bool
is_own_origin(const char *origin, const char *name)
{
	return strncmp(origin, "http://", 7) == 0 && is_own(origin + 7, name);
}

/* The next line of the head without its end; NULL when there is none. */
static char *
next_line(char **at)
{
	char *line = *at, *end = strstr(line, "\r\n");
	if (!end)
		return NULL;
	*end = '\0';
	*at = end + 2;
	return line;
}

static int
read_first(char *line, struct http_request *request)
{
	char *path = strchr(line, ' '), *version = path ? strchr(path + 1, ' ') : NULL;
	if (!version)
		return BAD_REQUEST;
	*path++ = '\0';
	*version++ = '\0';
	if (strcmp(version, "HTTP/1.1") != 0 && strcmp(version, "HTTP/1.0") != 0)
		return strncmp(version, "HTTP/", 5) == 0 ? BAD_VERSION : BAD_REQUEST;
	request->head = strcmp(line, "HEAD") == 0;
	if (!request->head && strcmp(line, "GET") != 0)
		return NOT_ALLOWED;
	request->path = path;
	return decode(path) ? 0 : BAD_REQUEST;
}

/* A field's value when the line is that field, without the blanks around it; else NULL. */
static char *
value_of(char *line, const char *field)
{
	size_t length = strlen(field);
	if (line[strcspn(line, ":")] != ':' || strcspn(line, ":") != length)
		return NULL;
	line[length] = '\0';
	bool found = same(line, field);
	line[length] = ':';
	char *value = line + length + 1, *end = value + strlen(value);
	value += strspn(value, " \t");
	while (end > value && (end[-1] == ' ' || end[-1] == '\t'))
		*--end = '\0';
	return found ? value : NULL;
}

int
http_request_read(char *head, size_t length, const char *name, struct http_request *request)
{
	char *at = head, *line = strlen(head) == length ? next_line(&at) : NULL;
	int status = line ? read_first(line, request) : BAD_REQUEST, hosts = 0;
	if (status == BAD_REQUEST)
		return status;
	while ((line = next_line(&at)) && *line) {
		const char *host = value_of(line, "host"), *origin = value_of(line, "origin");
		if (host && !is_own(host, name))
			return MISDIRECTED;
		if (origin && !is_own_origin(origin, name))
			return FORBIDDEN;
		hosts += host != NULL;
	}
	return hosts == 1 ? status : BAD_REQUEST;
}
