/* SPDX-License-Identifier: MIT */
/* Small functions of src/support for calls.c; the suite of the same name holds the tables. */
#include "calls.h"

#include "files/file.h"
#include "files/file_ids.h"
#include "files/path.h"
#include "files/pattern.h"
#include "files/unzip.h"
#include "files/zip.h"
#include "support/buf.h"
#include "support/date.h"
#include "support/hash.h"
#include "support/map.h"
#include "support/printed.h"
#include "support/utf8.h"
#include "support/xml.h"
#include "text/address.h"
#include "text/literal.h"
#include "text/slug.h"
#include "text/words/suggest.h"
#include "text/words/twins.h"
#include "text/uri.h"
#include "text/visible.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* First and last of each run of code points that a predicate holds for. */
static void
say_ranges(struct call *call, bool (*holds)(uint32_t rune))
{
	bool before = false;
	for (uint32_t rune = 0; rune <= 0x110000; rune++) {
		bool now = rune < 0x110000 && holds(rune);
		if (now && !before)
			buf_printf(&call->out, "%s%x", call->out.length ? " " : "", (unsigned)rune);
		if (before && !now)
			buf_printf(&call->out, "-%x", (unsigned)rune - 1);
		before = now;
	}
}

/* The code points that a function changes, and what they become. */
static void
say_changes(struct call *call, uint32_t (*change)(uint32_t rune))
{
	for (uint32_t rune = 0; rune < 0x110000; rune++)
		if (change(rune) != rune)
			buf_printf(&call->out, "%s%x=%x", call->out.length ? " " : "",
				   (unsigned)rune, (unsigned)change(rune));
}

SAYS(blanks, say_ranges, utf8_is_blank)
SAYS(letters, say_ranges, utf8_is_letter)
SAYS(uppers, say_ranges, utf8_is_upper)
SAYS(cyrillics, say_ranges, utf8_is_cyrillic)
SAYS(hidden, say_ranges, utf8_is_hidden)
SAYS(lower, say_changes, utf8_lower)
SAYS(upper, say_changes, utf8_upper)
SAYS(plain, say_changes, utf8_plain)

static uint32_t
to_cyrillic(uint32_t rune)
{
	uint32_t twin = twin_letter(rune, true);
	return twin ? twin : rune;
}

static uint32_t
to_latin(uint32_t rune)
{
	uint32_t twin = twin_letter(rune, false);
	return twin ? twin : rune;
}

SAYS(to_cyrillic, say_changes, to_cyrillic)
SAYS(to_latin, say_changes, to_latin)

static void
call_twins(struct call *call)
{
	struct twins twins;
	bool found = twins_find(text(call, 0), text(call, 1), &twins);
	buf_printf(&call->out, found ? "%x %x" : "no", (unsigned)twins.here, (unsigned)twins.there);
}

/* Code points decoded one by one and encoded again. */
static void
call_runes(struct call *call)
{
	for (const char *at = text(call, 0); *at;)
		buf_printf(&call->out, "%s%x", call->out.length ? " " : "",
			   (unsigned)utf8_next(&at));
	for (const char *at = text(call, 0); *at;)
		buf_rune(&call->out, utf8_next(&at));
}

SAYS(valid, say_size, utf8_valid(text(call, 0), call->lengths[0]))
SAYS(count, say_size, utf8_count(text(call, 0), strlen(text(call, 0))))
SAYS(units, say_size, utf8_units(text(call, 0)))
SAYS(width, say_size, utf8_width(text(call, 0), strlen(text(call, 0))))

static void
call_clusters(struct call *call)
{
	for (const char *at = text(call, 0); *at;) {
		size_t length = utf8_cluster(at);
		buf_printf(&call->out, "%s%zu", call->out.length ? " " : "", length);
		at += length;
	}
}

static void
call_fold(struct call *call)
{
	say(call, utf8_fold(&call->arena, text(call, 0), (enum fold)number(call, 1)));
}

SAYS(visible, say, visible_text(&call->arena, text(call, 0)))
SAYS(visible_bytes, say, visible_bytes(&call->arena, text(call, 0)))
static void
call_visible_add(struct call *call)
{
	visible_add(&call->out, text(call, 0), (size_t)number(call, 1));
}

SAYS(slug, say, slug_of(&call->arena, text(call, 0)))
SAYS(literal, say_size, (size_t)(literal_end(text(call, 0)) - text(call, 0)))

static void
call_suggest(struct call *call)
{
	struct suggest suggest;
	suggest_open(&suggest, text(call, 0));
	if (call->count > 2)
		for (size_t i = 1; i < call->count; i++)
			suggest_try(&suggest, text(call, i));
	else
		suggest_try_spellings(&suggest, text(call, 1), &call->arena);
	say(call, suggest_close(&suggest));
}

static void
call_date(struct call *call)
{
	int32_t day;
	if (date_parse(text(call, 0), &day))
		buf_printf(&call->out, "%d", (int)day);
	else
		say(call, "no");
}

/* From one day to another: each as year, month, day, and whether it leads back. */
static void
call_days(struct call *call)
{
	for (int32_t day = (int32_t)number(call, 0); day <= number(call, 1); day++) {
		struct civil civil = date_civil(day);
		buf_printf(&call->out, "%d-%d-%d%s;", civil.year, civil.month, civil.day,
			   date_day(civil) == day ? "" : " lost");
	}
}

SAYS(real, say, path_real(&call->arena, text(call, 0)))
SAYS(between, say, path_between(&call->arena, text(call, 0), text(call, 1)))
SAYS(within, say_bool, path_is_within(text(call, 0), text(call, 1)))
SAYS(scheme, say_bool, uri_has_scheme(text(call, 0)))
SAYS(relative, say_bool, uri_is_relative(text(call, 0)))
SAYS(from, say, uri_from(&call->arena, text(call, 0), text(call, 1)))
SAYS(path, say, uri_path(&call->arena, text(call, 0)))
SAYS(uri, say, uri_of(&call->arena, text(call, 0), call->count > 1 ? URI_LETTERS : URI_ASCII))
SAYS(addressless, say, address_hidden(&call->arena, text(call, 0)))
SAYS(pattern_of, say, pattern_from_path(&call->arena, text(call, 0)))
SAYS(is_plain, say_bool, pattern_is_plain(text(call, 0)))
SAYS(climbs, say_bool, pattern_climbs(text(call, 0)))

/* A pattern, how much may be looked at, and perhaps the folders it is within and without. */
static void
call_find(struct call *call)
{
	const struct pattern pattern = {text(call, 0),
					call->count > 2 && *text(call, 2) ? text(call, 2) : NULL,
					call->count > 3 ? text(call, 3) : NULL};
	size_t looks = (size_t)number(call, 1);
	struct pattern_found found = pattern_find(&call->arena, &pattern, &looks, NULL);
	for (size_t i = 0; i < found.count; i++)
		buf_printf(&call->out, "%s\n", found.paths[i]);
	buf_printf(&call->out, "%s%s%s%zu", found.outside ? "outside " : "",
		   found.skipped ? "skipped " : "", found.cut ? "cut " : "", looks);
}

/* What reading a file gives: its status, how much came, and the sum of it. */
static void
call_read(struct call *call)
{
	static const char *const names[] = {"fine",    "missing", "folder",
					    "special", "denied",  "large"};
	struct buf read = {0};
	enum file_status status = file_read(text(call, 0), &read);
	buf_printf(&call->out, "%s %zu %08x", names[status], read.length,
		   (unsigned)unzip_sum(0, buf_text(&read), read.length));
	buf_free(&read);
}

static void
call_mark(struct call *call)
{
	char mark[FILE_MARK_SIZE];
	errno = 0;
	if (file_mark(text(call, 0), mark))
		say(call, mark);
	else
		buf_printf(&call->out, "no: %s", strerror(errno));
}

/* Whether a set of files has the last of the arguments, the others being in it. */
static void
call_ids(struct call *call)
{
	struct file_ids set = {0};
	for (size_t i = 0; i + 1 < call->count; i++)
		file_ids_add(&set, text(call, i));
	say_bool(call, file_ids_have(&set, text(call, call->count - 1)));
	file_ids_free(&set);
}

static void
call_xml(struct call *call)
{
	xml_escape(&call->out, text(call, 0));
}

/* Writes a document with the text in each place that takes one. */
static void
put_xml_document(struct call *call, struct buf *out, struct drain *drain)
{
	struct xml xml = {.out = out, .drain = drain};
	xml_open(&xml, "a");
	xml_attribute(&xml, "is", text(call, 0));
	xml_open(&xml, "b");
	xml_attributef(&xml, "is", "%s", text(call, 0));
	xml_close(&xml, "b");
	xml_open(&xml, "c");
	xml_text(&xml, text(call, 0));
	xml_inline(&xml, "d");
	xml_text(&xml, text(call, 0));
	xml_close(&xml, "d");
	xml_close(&xml, "c");
	xml_close(&xml, "a");
}

static void
call_xml_document(struct call *call)
{
	put_xml_document(call, &call->out, NULL);
}

struct pieces {
	struct drain drain;
	struct call *call;
};

static void
take_piece(struct drain *drain, struct buf *text)
{
	struct call *call = ((struct pieces *)drain)->call;
	buf_add(&call->out, text->data, text->length);
	buf_putc(&call->out, '|');
	text->length = 0;
}

/* The same in pieces of so many bytes at least, with a bar behind each. */
static void
call_xml_pieces(struct call *call)
{
	struct buf out = {0};
	struct pieces pieces = {{(size_t)number(call, 1), take_piece}, call};
	put_xml_document(call, &out, &pieces.drain);
	buf_add(&call->out, out.data, out.length);
	buf_free(&out);
}

static void
call_xml_markup(struct call *call)
{
	struct xml xml = {.out = &call->out};
	xml_open(&xml, "a");
	xml_markup(&xml, text(call, 0));
	xml_close(&xml, "a");
}

/* Names and contents in turn, as an archive. */
static void
call_zip(struct call *call)
{
	struct zip_entry entries[ARGUMENTS / 2] = {{0}};
	struct buf contents[ARGUMENTS / 2] = {{0}};
	size_t count = call->count / 2;
	for (size_t i = 0; i < count; i++) {
		buf_add(&contents[i], call->arguments[2 * i + 1], call->lengths[2 * i + 1]);
		entries[i] = (struct zip_entry){text(call, 2 * i), &contents[i]};
	}
	zip_pack(&call->out, entries, count);
	for (size_t i = 0; i < count; i++)
		buf_free(&contents[i]);
}

static bool
take(void *context, const char *bytes, size_t length)
{
	struct call *call = context;
	buf_add(&call->out, bytes, length);
	return call->count < 4 || call->out.length < (size_t)number(call, 3);
}

/* A part of an archive, at most so many bytes of it, with a sink that may stop: what came, and
 * whether it came whole. */
static void
call_unzip(struct call *call)
{
	struct unzip zip = {0};
	struct buf archive = {0};
	if (file_read(text(call, 0), &archive) != FILE_OK ||
	    !unzip_open(&zip, archive.data, archive.length)) {
		say(call, "no archive");
	} else {
		const struct zip_part *part = unzip_find(&zip, text(call, 1));
		uint64_t limit = strtoull(text(call, 2), NULL, 10);
		if (!part)
			buf_printf(&call->out, "none of %zu", zip.count);
		else
			say(call,
			    unzip_read(&zip, part, limit, take, call) ? " whole" : " damaged");
	}
	unzip_close(&zip);
	buf_free(&archive);
}

/* Texts of every length about those at which a buffer grows, each way they are added, behind others
 * that fill it to some extent. */
static void
call_buffers(struct call *call)
{
	char filling[600];
	memset(filling, 'x', sizeof filling);
	for (int before = 0; before < 530; before += before % 8 ? 1 : 7)
		for (int length = 0; length < 530;
		     length += length % 64 < 3 || length % 64 > 60 ? 1 : 29) {
			struct buf buf = {0};
			buf_add(&buf, filling, (size_t)before);
			buf_printf(&buf, "%.*s", length, filling);
			buf_putc(&buf, 'y');
			buf_rune(&buf, 0x1F600);
			memcpy(buf_reserve(&buf, (size_t)length), filling, (size_t)length);
			buf_filled(&buf, (size_t)length);
			if (buf.length != (size_t)(before + 2 * length + 5) ||
			    strlen(buf_text(&buf)) != buf.length ||
			    strspn(buf_text(&buf), "x") != (size_t)(before + length) ||
			    buf.capacity > 4096)
				buf_printf(&call->out, "%d behind %d;", length, before);
			buf_clear(&buf);
			if (*buf_text(&buf) || buf.length || *buf.data)
				say(call, "not cleared");
			buf_free(&buf);
		}
}

static void
count_end(void *data)
{
	unsigned **next = data;
	*(*next)++ = 0;
}

/* Pieces of all sizes up to some blocks of an arena: at a multiple of a pointer's size, zeroed,
 * none over another. */
static void
check_pieces(struct call *call, struct arena *arena, bool large)
{
	enum { PIECES = 700 };
	unsigned char *pieces[PIECES];
	for (size_t i = 0; i < PIECES; i++) {
		size_t size = large ? i * 37 : i % 41;
		char *copy = arena_copy(arena, "abcdefg", i % 8);
		pieces[i] = arena_alloc(arena, size);
		for (size_t k = 0; k < size; k++)
			if (pieces[i][k] != 0)
				say(call, "not zeroed;");
		if ((uintptr_t)pieces[i] % sizeof(void *) || strlen(copy) != i % 8)
			say(call, "not aligned or not copied;");
		memset(pieces[i], (int)(i % 255 + 1), size);
	}
	for (size_t i = 0; i < PIECES; i++)
		for (size_t k = 0; k < (large ? i * 37 : i % 41); k++)
			if (pieces[i][k] != i % 255 + 1)
				say(call, "changed;");
}

static void
check_growing(struct call *call, struct arena *arena)
{
	uint32_t *items = NULL;
	for (uint32_t count = 0; count < 1000; count += count % 3 + 1) {
		size_t more = count % 3 + 1;
		items = arena_grow(arena, items, count, more, sizeof *items);
		for (uint32_t i = 0; i < count; i++)
			if (items[i] != i)
				say(call, "lost;");
		for (size_t i = count; i < count + more; i++)
			items[i] = (uint32_t)i;
	}
	for (int length = 250; length < 260; length++)
		if (strlen(arena_printf(arena, "%*s", length, "x")) != (size_t)length)
			say(call, "printf;");
}

static void
call_arenas(struct call *call)
{
	struct arena arena = {0};
	arena_clear(&arena);
	for (int round = 0; round < 4; round++) {
		check_pieces(call, &arena, round % 2);
		check_growing(call, &arena);
		size_t taken = arena_size(&arena);
		arena_clear(&arena);
		if (arena_size(&arena) >= taken && round < 2)
			say(call, "clearing frees nothing;");
		if (arena_size(&arena) < 1024)
			say(call, "clearing keeps nothing;");
	}
	arena_free(&arena);
	if (arena_size(&arena))
		say(call, "not freed;");
	unsigned order[] = {9, 9, 9}, *next = order;
	arena_at_end(&arena, count_end, &next);
	arena_at_end(&arena, count_end, &next);
	arena_clear(&arena);
	arena_free(&arena);
	if (next != order + 2)
		say(call, "endings;");
}

static void
call_maps(struct call *call)
{
	struct map map = {0};
	char names[3000][12];
	for (int i = 0; i < 3000; i++)
		snprintf(names[i], sizeof names[i], "%d", i);
	if (map_get(&map, "0"))
		say(call, "something in nothing;");
	for (int i = 0; i < 3000; i++) {
		*map_at(&map, names[i]) = names[i];
		if (map.count * 3 > map.capacity * 2 || map.count != (size_t)i + 1)
			say(call, "too full;");
		if (i % 97 == 0)
			map_reserve(&map, map.count + 21);
		if (i < 2999 && map_get(&map, names[i + 1]))
			say(call, "not there yet;");
		for (int k = 0; k <= i; k += i < 200 ? 1 : 41)
			if (map_get(&map, names[k]) != names[k] ||
			    *map_at(&map, names[k]) != names[k])
				say(call, "lost;");
	}
	map_free(&map);
}

/* Another text of sixteen signs that falls on the same hash: the second half makes up for the
 * first.
 */
static bool
make_twin(const char *text, char *twin)
{
	uint64_t halves[2], others[2];
	memcpy(halves, text, sizeof halves);
	for (uint64_t salt = 1; salt < 4096; salt++) {
		others[0] = halves[0] ^ salt;
		others[1] = halves[1] ^ hash_mix(16, halves[0]) ^ hash_mix(16, others[0]);
		memcpy(twin, others, sizeof others);
		twin[sizeof others] = '\0';
		if (strlen(twin) == sizeof others)
			return true;
	}
	return false;
}

static void
call_same_hash(struct call *call)
{
	struct map map = {0};
	const char *text = "sixteen letters!";
	char twin[17];
	if (!make_twin(text, twin) || hash_bytes(text, 16) != hash_bytes(twin, 16))
		say(call, "no twins;");
	*map_at(&map, text) = &map;
	if (map_get(&map, twin))
		say(call, "one for the other;");
	*map_at(&map, twin) = twin;
	if (map_get(&map, text) != &map || map_get(&map, twin) != twin || map.count != 2)
		say(call, "not two;");
	map_free(&map);
}

/* Pieces of a text are found among strings, numbers beside each other and far apart. */
static void
call_keys(struct call *call)
{
	struct map words = {0}, numbers = {0};
	const char *text = "one and one more";
	*map_at(&words, "one") = &words;
	*map_at(&words, "") = &numbers;
	if (map_get_piece(&words, text, 3) != &words ||
	    map_get_piece(&words, text + 8, 3) != &words)
		say(call, "no piece;");
	if (map_get_piece(&words, text, 2) || map_get_piece(&words, text, 4) ||
	    map_get_piece(&words, text, 0) != &numbers)
		say(call, "another piece;");
	for (uint64_t i = 0; i < 2000; i++)
		*map_at_number(&numbers, i % 2 ? i : i << 40) = &words;
	for (uint64_t i = 0; i < 2000; i++)
		if (map_get_number(&numbers, i % 2 ? i : i << 40) != &words ||
		    map_get_number(&numbers, i % 2 ? i << 40 : i + 2000))
			say(call, "another number;");
	if (numbers.count != 2000 || *map_at_number(&numbers, 3) != &words)
		say(call, "not two thousand;");
	map_free(&words);
	map_free(&numbers);
}

/* What the C library makes of the same, beside ours, in a buffer of every size that is near. */
__attribute__((format(printf, 2, 3))) static void
compare_printed(struct call *call, const char *format, ...)
{
	char theirs[400], ours[400];
	va_list args;
	va_start(args, format);
	size_t length = (size_t)vsnprintf(theirs, sizeof theirs, format, args);
	va_end(args);
	for (size_t space = length < 3 ? 0 : length - 2; space < length + 3; space++) {
		memset(ours, '~', sizeof ours);
		va_start(args, format);
		size_t told = printed_into(ours, space, format, args);
		va_end(args);
		size_t kept = space > length ? length : space - 1;
		bool same =
		    space ? strlen(ours) == kept && !memcmp(ours, theirs, kept) : *ours == '~';
		if (told != length || !same || ours[space] != '~')
			buf_printf(&call->out, "%s in %zu: ", format, space), say(call, theirs);
	}
}

static void
call_printed(struct call *call)
{
	compare_printed(call, "nothing");
	compare_printed(call, "%s%%%s", "", "é");
	compare_printed(call, "%.*s|%.*s|%.*s", 3, "abcdef", -1, "all", 0, "none");
	compare_printed(call, "%c%5s%-4s|%*s|%.2s", 'x', "ab", "cd", 7, "right", "cut");
	compare_printed(call, "%d %i %5d|%05d|%+d|% d|%-4d|", INT_MIN, 3, -42, -42, 7, 7, 7);
	compare_printed(call, "%u %x %X %04x|%6u|%02X|%#x", UINT_MAX, 0xabc, 0xabc, 0xab, 7, 5,
			255);
	compare_printed(call, "%ld %lld %zu %lu %llx %jd", LONG_MIN, LLONG_MIN, SIZE_MAX, ULONG_MAX,
			ULLONG_MAX, INTMAX_MIN);
	compare_printed(call, "%.3d %10.4u %hhd %p", 5, 6u, 7, (void *)call);
	compare_printed(call, "%.1f %.4f %f %g %.10g %.*g", 0.25, 1.0 / 3, 1e9, 1e-7, 0.1, 3, 2.5);
	compare_printed(call, "%6.1f|%06.1f|%-6.1f|%+.1f|%.f", -2.25, -2.25, 2.25, 2.25, 2.5);
	compare_printed(call, "%.1f %.2f %.0f %.1f", (double)INFINITY, (double)NAN, 1e300, -0.0);
	compare_printed(call, "%.0f %.1f %.2f %.3f", -0.04, -0.04, -0.004, -0.0004);
	compare_printed(call, "%g %g %g %5g %05g %+g", 0.0, -0.0, 999.875, 2.5, 2.5, 2.5);
	compare_printed(call, "%g %g %g %g", (double)INFINITY, -(double)INFINITY, (double)NAN, 0.1);
	for (int eighths = -8100; eighths <= 8100; eighths++) {
		compare_printed(call, "%g %.10g", eighths / 8.0, eighths / 8.0);
		compare_printed(call, "%.5g", eighths / 8.0);
		compare_printed(call, "%g", eighths / 16.0);
	}
}

/* Decimals of all sizes: any bits, and those at and beside a tie of each number of places. */
static void
call_decimals(struct call *call)
{
	uint64_t bits = 88172645463325252u;
	for (int i = 0; i < 40000; i++) {
		bits ^= bits << 13;
		bits ^= bits >> 7;
		bits ^= bits << 17;
		double any, tie = (double)(int64_t)(bits >> (i % 52 + 11)) / 2000;
		uint64_t of = (bits & ~(UINT64_C(0x7ff) << 52)) | (uint64_t)(1023 + i % 54) << 52;
		memcpy(&any, &of, sizeof any);
		compare_printed(call, "%.0f %.1f %.2f %.3f", any, any, any, any);
		compare_printed(call, "%.0f %.1f %.2f %.3f", tie, tie * 10, tie * 10, tie);
		memcpy(&of, &tie, sizeof of);
		of += i % 2 ? 1 : tie > 0 ? -UINT64_C(1) : 0;
		memcpy(&tie, &of, sizeof tie);
		compare_printed(call, "%.0f %.1f %.2f %.3f", tie, tie * 10, tie * 100, tie);
	}
}

const struct callable calls[] = {
    CALL(blanks),      CALL(letters),     CALL(uppers),        CALL(cyrillics),   CALL(hidden),
    CALL(lower),       CALL(upper),       CALL(plain),         CALL(to_cyrillic), CALL(to_latin),
    CALL(twins),       CALL(runes),       CALL(valid),         CALL(count),       CALL(units),
    CALL(width),       CALL(clusters),    CALL(fold),          CALL(visible),     CALL(slug),
    CALL(literal),     CALL(suggest),     CALL(visible_bytes), CALL(date),        CALL(keys),
    CALL(visible_add), CALL(days),        CALL(real),          CALL(between),     CALL(within),
    CALL(scheme),      CALL(relative),    CALL(from),          CALL(path),        CALL(climbs),
    CALL(find),        CALL(xml),         CALL(pattern_of),    CALL(is_plain),    CALL(zip),
    CALL(unzip),       CALL(xml_markup),  CALL(xml_document),  CALL(xml_pieces),  CALL(buffers),
    CALL(arenas),      CALL(maps),        CALL(read),          CALL(mark),        CALL(ids),
    CALL(uri),         CALL(addressless), CALL(same_hash),     CALL(printed),     CALL(decimals),
    {NULL, NULL}};
