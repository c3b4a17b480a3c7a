/* SPDX-License-Identifier: MIT */
#include "text/marker.h"

#include "support/utf8.h"

#include <string.h>

enum { NUMBER_DIGITS = 4 };

/* Lists of letters leave out those that are taken for others. */
static const char cyrillic[] = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", cyrillic_rare[] = "ёзйочъыь";
static const char latin[] = "abcdefghijklmnopqrstuvwxyz", latin_rare[] = "io";

static const char *const romans[] = {"I",    "II",  "III",  "IV",    "V",   "VI",   "VII",
				     "VIII", "IX",  "X",    "XI",    "XII", "XIII", "XIV",
				     "XV",   "XVI", "XVII", "XVIII", "XIX", "XX"};

static const char *const parts[] = {"этап", "шаг", "фаза", "stage", "step", "phase"};

/* Signs that stand before items: of word processors, dashes that were typed for a hyphen, ticks and
 * arrows; and of the emoji all. */
static const char bullets[] = "•◦‣⁃·●○■□▪▫\xEF\x82\xB7–—−‒―→➜➤►▶✓✔✅✗✘☐☑☒*+";
/* Emoji, first and last of each range: clocks and arrows; signs; stars and squares; pictures. */
static const uint32_t emoji[][2] = {
    {0x2300, 0x23FF}, {0x2600, 0x27BF}, {0x2B00, 0x2BFF}, {0x1F300, 0x1FAFF}};
enum { EMOJI_LOOKS = 0xFE0F, KEYCAP = 0x20E3 };

const char *
marker_roman(unsigned number)
{
	return number - 1 < sizeof romans / sizeof *romans ? romans[number - 1] : NULL;
}

/* How many blanks stand at a place, in bytes. */
static size_t
blanks(const char *at, const char *end)
{
	const char *start = at;
	for (const char *next = at; at < end && utf8_is_blank(utf8_next(&next)); at = next)
		;
	return (size_t)(at - start);
}

/* The digits at a place, and in *number what they say; more than a list has are none. */
static size_t
digits(const char *at, const char *end, unsigned *number)
{
	size_t length = 0;
	*number = 0;
	for (; at + length < end && ascii_is_digit(at[length]); length++)
		*number = length < NUMBER_DIGITS ? *number * 10 + (unsigned)(at[length] - '0') : 0;
	return length <= NUMBER_DIGITS ? length : 0;
}

/* Which letter of some a rune is, from 1; 0: none. */
static unsigned
place_of(uint32_t rune, const char *letters)
{
	for (unsigned place = 1; *letters; place++)
		if (utf8_next(&letters) == rune)
			return place;
	return 0;
}

/* The marker is done where blanks follow, or a letter does («1.Запрос»), and is none at the end. */
static struct item_marker
ended(struct item_marker marker, const char *text, const char *end, bool tight)
{
	const char *at = text + marker.length, *next = at;
	size_t length = blanks(at, end);
	bool letter = at < end && utf8_is_letter(utf8_next(&next));
	if (at + length >= end || (!length && !(tight && letter)))
		return (struct item_marker){0};
	marker.length += length;
	return marker;
}

/* The dash behind a number, with the blank before it, where a letter follows: «1 – Запрос», but not
 * «1 – 2 дня». */
static size_t
dash_length(const char *at, const char *end)
{
	static const char *const dashes[] = {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		size_t length = strlen(dashes[i]);
		const char *next = at + length;
		if (end - at > (ptrdiff_t)length && strncmp(at, dashes[i], length) == 0 &&
		    utf8_is_letter(utf8_next(&next)))
			return length - 1;
	}
	return 0;
}

/* «1.», «1)», «1 –», «1.2», «1.2.», «1.2)». A number that begins with 0 is a date. */
static struct item_marker
number_at(const char *text, const char *end)
{
	struct item_marker marker = {.form = MARKER_NUMBER, .head = text};
	const char *at = text;
	size_t length = digits(at, end, &marker.number);
	if (!length || *at == '0')
		return (struct item_marker){0};
	for (at += length; end - at > 1 && *at == '.' && ascii_is_digit(at[1]); at += length) {
		marker.form = MARKER_INNER;
		marker.head_length = (size_t)(++at - text);
		length = digits(at, end, &marker.number);
		if (!length || *at == '0')
			return (struct item_marker){0};
	}
	bool closed = at < end && strchr(".)", *at);
	size_t dash = closed || marker.form != MARKER_NUMBER ? 0 : dash_length(at, end);
	marker.length = (size_t)(at - text) + closed + dash;
	if (!closed && !dash && marker.form == MARKER_NUMBER)
		return (struct item_marker){0};
	return ended(marker, text, end, closed);
}

/* «а)», "B)". */
static struct item_marker
letter_at(const char *text, const char *end)
{
	const char *at = text;
	uint32_t rune = utf8_lower(utf8_next(&at));
	struct item_marker marker = {.form = MARKER_LETTER, .cyrillic = utf8_is_cyrillic(rune)};
	marker.number = place_of(rune, marker.cyrillic ? cyrillic : latin);
	if (!marker.number || at >= end || *at != ')')
		return (struct item_marker){0};
	marker.length = (size_t)(at + 1 - text);
	return ended(marker, text, end, true);
}

static struct item_marker
roman_at(const char *text, const char *end)
{
	for (unsigned i = 0; i < sizeof romans / sizeof *romans; i++) {
		size_t length = strlen(romans[i]);
		if ((size_t)(end - text) <= length || strncmp(text, romans[i], length) != 0 ||
		    !strchr(".)", text[length]))
			continue;
		struct item_marker marker = {
		    .form = MARKER_ROMAN, .number = i + 1, .length = length + 1};
		return ended(marker, text, end, false);
	}
	return (struct item_marker){0};
}

/* The bytes of a word for a part with its number: «Этап 1», «этап № 1»; 0 when there is none. */
static size_t
part_length(const char *text, const char *end, unsigned *number)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *at = text, *word = parts[i];
		while (*word && at < end) {
			const char *next = at;
			if (utf8_lower(utf8_next(&next)) != utf8_next(&word))
				break;
			at = next;
		}
		size_t length = *word ? 0 : blanks(at, end);
		if (!length)
			continue;
		at += length;
		if (strncmp(at, "№", strlen("№")) == 0)
			at += strlen("№") + blanks(at + strlen("№"), end);
		length = digits(at, end, number);
		return length ? (size_t)(at + length - text) : 0;
	}
	return 0;
}

/* What stands between the number of a part and its name. */
static size_t
separator_length(const char *at, const char *end)
{
	static const char *const signs[] = {".", ":", ")", "-", "–", "—"};
	size_t before = blanks(at, end);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (strncmp(at + before, signs[i], strlen(signs[i])) == 0)
			return before + strlen(signs[i]);
	return 0;
}

static struct item_marker
part_at(const char *text, const char *end)
{
	struct item_marker marker = {.form = MARKER_PART};
	size_t length = part_length(text, end, &marker.number),
	       sign = length ? separator_length(text + length, end) : 0;
	marker.length = length + sign;
	return sign ? ended(marker, text, end, false) : (struct item_marker){0};
}

struct item_marker
marker_of(const char *text, const char *end)
{
	static struct item_marker (*const forms[])(const char *text, const char *end) = {
	    number_at, letter_at, roman_at, part_at};
	struct item_marker marker = {0};
	for (size_t i = 0; i < sizeof forms / sizeof *forms && text < end && !marker.form; i++)
		marker = forms[i](text, end);
	return marker;
}

bool
marker_is_bullet(uint32_t rune)
{
	return place_of(rune, bullets);
}

static bool
is_emoji(uint32_t rune)
{
	for (size_t i = 0; i < sizeof emoji / sizeof *emoji; i++)
		if (rune >= emoji[i][0] && rune <= emoji[i][1])
			return true;
	return false;
}

/* «•», «✅», «1️⃣» with the blanks behind. */
static struct item_marker
bullet_at(const char *text, const char *end)
{
	const char *at = text, *next = text;
	uint32_t rune = text < end ? utf8_next(&at) : 0;
	for (next = at; next < end && utf8_next(&next) == EMOJI_LOOKS;)
		at = next;
	next = at;
	struct item_marker marker = {.form = MARKER_BULLET, .number = 1, .head = text};
	if (rune >= '1' && rune <= '9' && next < end && utf8_next(&next) == KEYCAP) {
		marker = (struct item_marker){.form = MARKER_NUMBER, .number = rune - '0'};
		marker.length = (size_t)(next - text);
		return ended(marker, text, end, false);
	}
	marker.head_length = marker.length = (size_t)(at - text);
	if (!rune || (!is_emoji(rune) && !marker_is_bullet(rune)))
		return (struct item_marker){0};
	return ended(marker, text, end, rune >= 0x80);
}

struct item_marker
marker_of_item(const char *text, const char *end)
{
	struct item_marker marker = marker_of(text, end);
	return marker.form ? marker : bullet_at(text, end);
}

static bool
is_rare(const struct item_marker *like, unsigned number)
{
	const char *at = like->cyrillic ? cyrillic : latin;
	uint32_t rune = 0;
	while (number-- && *at)
		rune = utf8_next(&at);
	return place_of(rune, like->cyrillic ? cyrillic_rare : latin_rare);
}

bool
marker_follows(const struct item_marker *marker, const struct item_marker *before)
{
	unsigned next = before->number + 1;
	size_t head = marker->head_length;
	if (marker->form != before->form || marker->cyrillic != before->cyrillic ||
	    head != before->head_length || (head && strncmp(marker->head, before->head, head) != 0))
		return false;
	if (marker->form == MARKER_BULLET)
		return true;
	while (marker->form == MARKER_LETTER && next < marker->number && is_rare(marker, next))
		next++;
	return marker->number == next;
}

const char *
marker_find_next(const char *text, const char *end, struct item_marker *marker)
{
	for (; text < end; text++) {
		struct item_marker next =
		    *text == ' ' ? marker_of(text + 1, end) : (struct item_marker){0};
		if (!next.form || !marker_follows(&next, marker))
			continue;
		*marker = next;
		return text + 1;
	}
	return NULL;
}

bool
marker_is_first(const struct item_marker *marker)
{
	return marker->form && marker->number == 1;
}

bool
marker_is_part(const char *text)
{
	unsigned number;
	size_t length = part_length(text, text + strlen(text), &number);
	return length && !text[length];
}

const char *
marker_arrow(const char *text, const char **behind)
{
	static const char *const arrows[] = {" -> ", " => ", " \xE2\x86\x92 "};
	for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++) {
		const char *arrow = strstr(text, arrows[i]);
		if (!arrow)
			continue;
		*behind = arrow + strlen(arrows[i]);
		return arrow;
	}
	return NULL;
}
