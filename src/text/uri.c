/* SPDX-License-Identifier: MIT */
#include "text/uri.h"

#include "support/utf8.h"

#include <string.h>

/* The schemes that open no shell, among those that WHATWG lets any web page ask for; and the
 * messengers and calls that people name besides. */
static const char *const harmless[] = {
    "http",   "https",  "mailto",  "ftp",     "ftps",     "sftp",  "tel",
    "sms",    "callto", "sip",     "sips",    "xmpp",     "irc",   "ircs",
    "matrix", "geo",    "webcal",  "urn",     "news",     "skype", "facetime",
    "tg",     "slack",  "msteams", "zoommtg", "whatsapp", "viber", NULL};

static const char *const local[] = {"file", "smb", "nfs", "afp", NULL};

/* What RFC 3986 lets stand beside letters and digits: in any path; in an anchor; from a path up to
 * its anchor; in the first part of a path without a scheme; in a scheme and host. */
#define PART_MARKS "-._~@!$&'()*+,;="
static const char path_marks[] = "-._~/",
		  anchor_marks[] = PART_MARKS "/?:", address_marks[] = PART_MARKS "/?:#",
		  first_marks[] = PART_MARKS, host_marks[] = PART_MARKS "/:[]";

/* Bytes of the scheme, or 0. */
static size_t
scheme_length(const char *address)
{
	size_t i = 0;
	while (ascii_is_letter(address[i]) ||
	       (i && (ascii_is_digit(address[i]) || (address[i] && strchr("+.-", address[i])))))
		i++;
	return address[i] == ':' ? i : 0;
}

bool
uri_has_scheme(const char *address)
{
	return scheme_length(address) > 0;
}

bool
uri_is_relative(const char *address)
{
	return *address && !strchr("#/?\\", *address) && !uri_has_scheme(address);
}

const char *
uri_from(struct arena *arena, const char *start, const char *address)
{
	if (!*start || !uri_is_relative(address))
		return address;
	while (strncmp(address, "./", 2) == 0)
		address += 2;
	return arena_printf(arena, "%s%s", start, address);
}

static int
hex_digit(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte that %XX at a place stands for; -1 where none begins, or it would end the text. */
static int
escaped(const char *at)
{
	int high = at[0] == '%' ? hex_digit(at[1]) : -1, low = high < 0 ? -1 : hex_digit(at[2]);
	return low < 0 || high + low == 0 ? -1 : high * 16 + low;
}

const char *
uri_path(struct arena *arena, const char *address)
{
	char *path = arena_copy(arena, address, strcspn(address, "#?"));
	char *to = path;
	for (const char *from = path; *from; from++) {
		int byte = escaped(from);
		*to++ = byte < 0 ? *from : (char)byte;
		from += byte < 0 ? 0 : 2;
	}
	*to = '\0';
	return path;
}

/* Bytes of the character at a place if it is valid and shows as something, else 0. */
static size_t
visible_length(const char *at)
{
	unsigned char lead = (unsigned char)*at;
	size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
	if (!length || strnlen(at, length) < length || utf8_valid(at, length) != length)
		return 0;
	uint32_t rune = utf8_next(&at);
	return utf8_is_hidden(rune) || utf8_is_blank(rune) ? 0 : length;
}

void
uri_add_byte(struct buf *out, char byte)
{
	buf_printf(out, "%%%02X", (unsigned)(unsigned char)byte);
}

static void
add_text(struct buf *out, const char *at, const char *end, const char *marks, enum uri_form form)
{
	while (at < end) {
		size_t letters = form == URI_LETTERS ? visible_length(at) : 0;
		if (letters)
			buf_add(out, at, letters);
		else if (ascii_is_letter(*at) || ascii_is_digit(*at) || strchr(marks, *at))
			buf_putc(out, *at);
		else
			uri_add_byte(out, *at);
		at += letters ? letters : 1;
	}
}

void
uri_add_path(struct buf *out, const char *path, enum uri_form form)
{
	add_text(out, path, path + strlen(path), path_marks, form);
}

/* The same of a part of an address, where %XX stays. */
static void
add_part(struct buf *out, const char *at, const char *end, const char *marks, enum uri_form form)
{
	while (at < end) {
		size_t length = strcspn(at, "%");
		const char *sign = at + length < end ? at + length : end;
		add_text(out, at, sign, marks, form);
		at = sign;
		if (at == end)
			break;
		buf_puts(out, escaped(at) < 0 ? "%25" : "%");
		at++;
	}
}

/* What stands before the path: scheme and host, or nothing. */
static const char *
after_host(const char *address)
{
	size_t scheme = scheme_length(address);
	const char *at = scheme ? address + scheme + 1 : address;
	return scheme && strncmp(at, "//", 2) == 0 ? at + 2 + strcspn(at + 2, "/?#") : at;
}

const char *
uri_of(struct arena *arena, const char *address, enum uri_form form)
{
	struct buf out = {0};
	const char *path = after_host(address), *end = address + strlen(address);
	add_part(&out, address, path, host_marks, URI_LETTERS);
	const char *first = path + (path == address ? strcspn(path, "/?#") : 0);
	add_part(&out, path, first, first_marks, form);
	const char *anchor = first + strcspn(first, "#"), *behind = anchor + (*anchor == '#');
	add_part(&out, first, behind, address_marks, form);
	add_part(&out, behind, end, anchor_marks, form);
	const char *uri = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return uri;
}

static bool
is_one_of(const char *const *words, const char *start, size_t length)
{
	for (; *words; words++) {
		size_t i = 0;
		while (i < length && (*words)[i] && (start[i] | 0x20) == (*words)[i])
			i++;
		if (i == length && !(*words)[i])
			return true;
	}
	return false;
}

enum uri_kind
uri_kind(const char *address)
{
	size_t scheme = scheme_length(address);
	bool slash = address[0] == '/' || address[0] == '\\';
	if (address[0] == '\\' || (slash && (address[1] == '/' || address[1] == '\\')))
		return URI_LOCAL;
	if (!scheme)
		return URI_RELATIVE;
	if (scheme == 1 || is_one_of(local, address, scheme))
		return URI_LOCAL;
	return is_one_of(harmless, address, scheme) ? URI_LINK : URI_FOREIGN;
}

bool
uri_is_link(const char *address)
{
	enum uri_kind kind = uri_kind(address);
	for (const char *at = address; *at; at++)
		if ((unsigned char)*at < ' ' || *at == 0x7F)
			return false;
	return *address && (kind == URI_RELATIVE || kind == URI_LINK);
}

const char *const *
uri_schemes(void)
{
	return harmless;
}
