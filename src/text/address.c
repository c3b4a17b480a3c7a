/* SPDX-License-Identifier: MIT */
#include "text/address.h"

#include "support/buf.h"
#include "support/utf8.h"
#include "text/uri.h"

#include <stdint.h>
#include <string.h>

enum { SCHEME_LIMIT = 32, DOMAIN_LIMIT = 16 };

static const char domains[] =
    " com org net ru рф su info io dev app me biz ua by kz uz am ge eu de uk fr us cn edu gov int "
    "ai co "
    "cloud online site store team page pro tech xyz ly gg tv cc kg az il in it es pl cz fi se no "
    "ch at nl "
    "be tr jp kr ca au br рус бел москва дети онлайн сайт орг local lan corp internal intranet ";

/* Without a path behind it only what nobody takes for a file's ending. */
static const char bare_domains[] =
    " com org net ru рф su info dev biz ua by kz eu uk edu gov online site ";

/* Schemes that need no // behind them, besides those that links may have. */
static const char schemes[] = " magnet javascript vbscript file data blob ";

static const char endings[] =
    " doc docx docm dot dotx xls xlsx xlsm ppt pptx pdf txt md csv rtf odt ods odp html htm xml "
    "json yaml yml "
    "zip rar 7z png jpg jpeg gif svg vsd vsdx drawio bpmn mm xmind mpp eml msg mp3 mp4 dwg sql ";

/* True when a word of the list, parted by blanks, is these letters in any case. */
static bool
is_listed(const char *list, const char *start, const char *end)
{
	char word[DOMAIN_LIMIT + 8];
	size_t length = 0;
	word[length++] = ' ';
	while (start < end && length < DOMAIN_LIMIT)
		length += utf8_encode(utf8_lower(utf8_next(&start)), word + length);
	word[length++] = ' ';
	word[length] = '\0';
	return start == end && length > 2 && strstr(list, word);
}

static uint32_t
rune_at(const char *at)
{
	return utf8_next(&at);
}

static const char *
after_rune(const char *at)
{
	utf8_next(&at);
	return at;
}

/* A letter or digit of any script. */
static bool
is_wordy(const char *at)
{
	return ascii_is_digit(*at) || (*at && utf8_is_letter(rune_at(at)));
}

/* What hosts, mailboxes and schemes are made of. */
static bool
is_name(const char *at)
{
	return is_wordy(at) || (*at && strchr(".-_+%", *at));
}

static bool
is_slash(char c)
{
	return c == '/' || c == '\\';
}

/* What no address goes on behind. */
static bool
is_border(const char *at)
{
	uint32_t rune = rune_at(at);
	bool quote = rune == 0xAB || rune == 0xBB || (rune >= 0x2018 && rune <= 0x201F) ||
		     rune == 0x2039 || rune == 0x203A;
	return rune == '<' || rune == '>' || rune == '\n' || rune == '\t' || rune == '\r' ||
	       quote || utf8_is_blank(rune);
}

/* The end of a word without the punctuation behind it; a closing bracket belongs to it when it has
 * the opening one. */
static const char *
trimmed(const char *start, const char *end)
{
	long open = 0;
	for (const char *at = start; at < end; at++)
		open += (*at == '(') - (*at == ')');
	while (end > start && strchr(open < 0 ? ".,;:!?'\")]}*_~|" : ".,;:!?'\"]}*_~|", end[-1])) {
		open += end[-1] == ')';
		end--;
	}
	return end;
}

/* scheme:// or scheme:\/\/, any scheme; or a known one and something behind its colon. */
static bool
begins_scheme(const char *at, const char *end)
{
	const char *colon = at;
	while (colon < end && colon - at < SCHEME_LIMIT &&
	       (ascii_is_letter(*colon) ||
		(colon > at && (ascii_is_digit(*colon) || strchr("+-.", *colon)))))
		colon++;
	if (colon == at || colon + 1 >= end || *colon != ':')
		return false;
	if (colon + 2 < end && is_slash(colon[1]) && is_slash(colon[2]))
		return true;
	return uri_kind(at) == URI_LINK || is_listed(schemes, at, colon) ||
	       (colon == at + 1 && is_slash(colon[1])); /* C:\ */
}

/* \\server, as it is typed or, read as CommonMark, \server\folder. */
static bool
begins_share(const char *at, const char *end)
{
	if (*at != '\\')
		return false;
	at += at[1] == '\\' ? 2 : 1;
	return at < end && is_wordy(at) && after_rune(at) < end && is_wordy(after_rune(at));
}

/* A sign and a host behind what may be a name: one that is at its end. */
static bool
begins_mailbox(const char *name_end, const char *end)
{
	return name_end + 1 < end && *name_end == '@' && is_wordy(name_end + 1) &&
	       !ascii_is_digit(name_end[1]);
}

static bool
is_quad(const char *at, const char *end)
{
	int points = 0;
	for (; at < end && (ascii_is_digit(*at) || *at == '.'); at++)
		points += *at == '.';
	return at == end && points == 3;
}

/* A domain of other letters, as machines spell it: xn--p1ai is рф. */
static bool
is_encoded_domain(const char *label, const char *end)
{
	return end - label > 4 && is_listed(" xn ", label, label + 2) &&
	       strncmp(label + 2, "--", 2) == 0;
}

/* A host that ends at host_end, in a word that ends at end. */
static bool
begins_site(const char *at, const char *host_end, const char *end)
{
	bool more = host_end < end && strchr("/:?#", *host_end) && host_end + 1 < end;
	const char *label = host_end;
	int labels = 1;
	while (label > at && label[-1] != '.')
		label--;
	for (const char *p = at; p < label; p++)
		labels += *p == '.';
	if (host_end - at > 4 && is_listed(" www ", at, at + 3) && at[3] == '.')
		return true;
	if (host_end < end && !more)
		return false;
	if (more && (is_quad(at, host_end) || is_listed(" localhost ", at, host_end)))
		return true;
	if (label > at + 1 && label[-2] != '.' && is_encoded_domain(label, host_end))
		return true;
	return label > at + 1 && label[-2] != '.' &&
	       is_listed(more ? domains : bare_domains, label, host_end) &&
	       (more || labels > 2 || !is_listed(" net ", label, host_end)); /* ASP.NET */
}

/* The name of the file that a path ends with, or NULL when the word is no path. */
static const char *
file_of(const char *start, const char *end)
{
	const char *name = end, *point = end;
	while (name > start && !is_slash(name[-1]))
		name--;
	while (point > name && point[-1] != '.')
		point--;
	return name > start && point > name + 1 && is_listed(endings, point, end) ? name : NULL;
}

/* The first address in a word. A host or mailbox begins where a name does, a scheme behind anything
 * but a letter of its own. */
static bool
find_in_word(const char *start, const char *end, struct address *found)
{
	const char *name_end = start;
	*found = (struct address){.end = end};
	for (const char *at = start; at < end && !found->start; at = after_rune(at)) {
		bool fresh = at == start || !(ascii_is_letter(at[-1]) || ascii_is_digit(at[-1]));
		bool begins = (fresh && begins_scheme(at, end)) ||
			      ((at == start || at != name_end) && begins_share(at, end));
		if (at >= name_end && is_name(at)) {
			for (name_end = at; name_end < end && is_name(name_end);)
				name_end = after_rune(name_end);
			begins = begins || begins_mailbox(name_end, end) ||
				 begins_site(at, name_end, end);
		}
		found->start = begins ? at : NULL;
	}
	if (!found->start) {
		found->name = file_of(start, end);
		found->start = found->name ? start : NULL;
	}
	return found->start;
}

/* A telephone number has blanks. */
static const char *
number_end(const struct address *found)
{
	const char *end = found->end,
		   *colon = memchr(found->start, ':', (size_t)(end - found->start));
	if (!colon || !is_listed(" tel sms callto ", found->start, colon))
		return end;
	while (*end == ' ' && (ascii_is_digit(end[1]) || (end[1] == '(' && ascii_is_digit(end[2]))))
		end += 1 + strspn(end + 1, "0123456789()-");
	return end;
}

bool
address_next(const char *at, struct address *found)
{
	while (*at) {
		const char *start = at;
		while (*at && !is_border(at))
			at = after_rune(at);
		start += strspn(start, "([{\"'*_~|");
		const char *end = start < at ? trimmed(start, at) : start;
		if (start < end && find_in_word(start, end, found)) {
			found->end = number_end(found);
			return true;
		}
		if (*at)
			at = after_rune(at);
	}
	return false;
}

const char *
address_hidden(struct arena *arena, const char *text)
{
	struct address found;
	struct buf out = {0};
	const char *at = text;
	for (; address_next(at, &found); at = found.end) {
		buf_add(&out, at, (size_t)(found.start - at));
		if (found.name)
			buf_add(&out, found.name, (size_t)(found.end - found.name));
		else
			buf_puts(&out, ADDRESS_HIDDEN);
	}
	if (at > text) {
		buf_puts(&out, at);
		text = arena_copy(arena, buf_text(&out), out.length);
	}
	buf_free(&out);
	return text;
}

bool
address_is_site(const char *text)
{
	const char *host = text, *end = text + strlen(text);
	while (*host && (is_wordy(host) || strchr(".-_", *host)))
		host = after_rune(host);
	return begins_site(text, host, end);
}

bool
address_is_mailbox(const char *text)
{
	const char *sign = strchr(text, '@'), *point = strrchr(text, '.');
	return sign && sign != text && point > sign + 1 && point[1] && !strpbrk(text, " /\\") &&
	       !strchr(sign + 1, '@');
}

bool
address_is_meant(const char *text)
{
	const char *ending = strrchr(text, '.');
	size_t length = 1;
	while (ending && (ascii_is_letter(ending[length]) || ascii_is_digit(ending[length])))
		length++;
	bool file = ending && ascii_is_letter(ending[1]) && !ending[length];
	bool path = strchr(text, '/') && !strchr(text, ' ');
	return file || path || uri_kind(text) == URI_LINK || uri_kind(text) == URI_LOCAL;
}
