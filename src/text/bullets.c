/* SPDX-License-Identifier: MIT */
/* Each line has a rank: how far in it stands, and within that what it begins with. What follows a
 * line of a lower rank is below it. So a list with bullets is below the line without one that
 * stands above it, whether or not it is indented. */
#include "text/bullets.h"

#include "support/utf8.h"
#include "text/marker.h"

#include <string.h>

enum {
	RANK_HEADING = 0, /* # and as many more as there are */
	RANK_TEXT = 10,
	RANK_PART,   /* «Этап 1.» */
	RANK_NUMBER, /* 1., and 1.1 one further in */
	RANK_INNER,
	RANK_LETTER,
	RANK_BULLET,
	RANK_COLUMN, /* for each column of indentation */
	TAB = 4,
	EMOJI_LOOKS = 0xFE0F, /* behind a sign that is to be seen as a picture */
	DEPTH = 16
};

struct bullet_line {
	const char *at, *end;
	unsigned rank;
	bool heads;
};

struct bullet_reader {
	struct arena *arena;
	struct bullets bullets;
	unsigned ranks[DEPTH]; /* of the lines that the next one may be below */
	uint32_t depth;
	bool numbered; /* a line before had a number */
	const char *text;
};

static void
skip_blanks(struct bullet_line *line)
{
	while (line->at < line->end) {
		const char *next = line->at;
		uint32_t rune = utf8_next(&next);
		if (rune != '\t' && rune != 0xFEFF && !utf8_is_blank(rune))
			return;
		line->at = next;
	}
}

static void
take_indent(struct bullet_line *line)
{
	unsigned column = 0;
	for (; line->at < line->end && (*line->at == ' ' || *line->at == '\t'); line->at++)
		column = *line->at == '\t' ? (column / TAB + 1) * TAB : column + 1;
	line->rank = RANK_TEXT + column * RANK_COLUMN;
	skip_blanks(line);
}

static void
take_heading(struct bullet_line *line)
{
	size_t length = strspn(line->at, "#");
	if (!length || line->at[length] != ' ')
		return;
	line->rank = RANK_HEADING + (length < RANK_TEXT ? (unsigned)length : RANK_TEXT - 1);
	line->at += length;
	skip_blanks(line);
}

/* The bullets of editors and messengers; those of ASCII are such before a blank alone. */
static bool
is_bullet(uint32_t rune, const char *behind)
{
	if (rune < 0x80)
		return rune && strchr("-*+", (char)rune) && strchr(" \t", *behind);
	return rune == EMOJI_LOOKS || marker_is_bullet(rune);
}

static void
take_bullet(struct bullet_line *line)
{
	static const char *const boxes[] = {"[ ]", "[x]", "[X]"};
	const char *next = line->at;
	bool taken = false;
	while (next < line->end) {
		uint32_t rune = utf8_next(&next);
		if (!is_bullet(rune, next))
			break;
		line->at = next;
		taken = true;
	}
	skip_blanks(line);
	for (size_t i = 0; taken && i < sizeof boxes / sizeof *boxes; i++)
		if (strncmp(line->at, boxes[i], 3) == 0)
			line->at += 3;
	skip_blanks(line);
	line->rank += taken ? RANK_BULLET - RANK_TEXT : 0;
}

/* True for «Шаг 1.»: below «Этап 1.», though its marker is of the same form. */
static bool
is_step(struct arena *arena, const struct bullet_line *line)
{
	const char *folded =
	    utf8_fold(arena, arena_copy(arena, line->at, strcspn(line->at, " \r\n")), FOLD_CASE);
	return strcmp(folded, "шаг") == 0 || strcmp(folded, "step") == 0;
}

/* True for a picture that stands in the text once: it belongs to the words behind it. */
static bool
is_lone(const struct bullet_reader *r, const struct item_marker *marker)
{
	if (marker->form != MARKER_BULLET)
		return false;
	const char *picture = arena_copy(r->arena, marker->head, marker->head_length);
	const char *first = strstr(r->text, picture);
	return !strstr(first + marker->head_length, picture);
}

/* A number, or a picture: among numbered lines these are bullets, else as good as a number. */
static void
take_marker(struct bullet_reader *r, struct bullet_line *line)
{
	static const unsigned ranks[] = {
	    [MARKER_NUMBER] = RANK_NUMBER, [MARKER_INNER] = RANK_INNER,
	    [MARKER_LETTER] = RANK_LETTER, [MARKER_ROMAN] = RANK_PART,
	    [MARKER_PART] = RANK_PART,     [MARKER_BULLET] = RANK_PART};
	struct item_marker marker = marker_of_item(line->at, line->end);
	if (!marker.form || marker.length >= (size_t)(line->end - line->at) || is_lone(r, &marker))
		return;
	bool picture = marker.form == MARKER_BULLET;
	unsigned rank = is_step(r->arena, line)  ? RANK_NUMBER
			: picture && r->numbered ? RANK_BULLET
						 : ranks[marker.form];
	r->numbered = r->numbered || !picture;
	line->at += marker.length;
	skip_blanks(line);
	if (line->rank >= RANK_TEXT)
		line->rank += rank - RANK_TEXT;
}

/* What follows the text of an item, or is put around it to make it bold. */
static void
drop_markup(struct bullet_line *line)
{
	bool more = true;
	while (more && line->at < line->end) {
		more = line->end[-1] == ':' || line->end[-1] == ' ' || line->end[-1] == '\t' ||
		       line->end[-1] == '\r' || line->end[-1] == '\\';
		line->heads = line->heads || line->end[-1] == ':';
		if (more)
			line->end--;
		if (line->end - line->at > 4 && strncmp(line->at, "**", 2) == 0 &&
		    strncmp(line->end - 2, "**", 2) == 0) {
			line->at += 2;
			line->end -= 2;
			more = true;
		}
	}
}

/* A rule, or the fence round pasted text. */
static bool
says_nothing(const struct bullet_line *line)
{
	size_t length = (size_t)(line->end - line->at);
	return strspn(line->at, "-=_*`~#|.") >= length || strncmp(line->at, "```", 3) == 0;
}

/* The text of a line without the marks that make some of its words bold. */
static const char *
plain_text(struct arena *arena, const struct bullet_line *line)
{
	char *text = arena_copy(arena, line->at, (size_t)(line->end - line->at)), *out = text;
	size_t marks = 0;
	for (const char *mark = text; (mark = strstr(mark, "**")); mark += 2)
		marks++;
	if (marks % 2)
		return text;
	for (const char *at = text; *at; at++)
		if (strncmp(at, "**", 2) == 0)
			at++;
		else
			*out++ = *at;
	*out = '\0';
	return text;
}

static void
add_item(struct bullet_reader *r, const struct bullet_line *line)
{
	struct bullets *bullets = &r->bullets;
	while (r->depth && r->ranks[r->depth - 1] >= line->rank)
		r->depth--;
	bullets->items =
	    arena_grow(r->arena, bullets->items, bullets->count, 1, sizeof *bullets->items);
	bullets->items[bullets->count++] = (struct bullet){
	    .text = plain_text(r->arena, line), .level = r->depth, .heads = line->heads};
	if (r->depth < DEPTH)
		r->ranks[r->depth++] = line->rank;
}

/* One item above all others is what the outline is about. */
static void
take_title(struct bullets *bullets)
{
	for (size_t i = 1; i < bullets->count; i++)
		if (bullets->items[i].level == 0)
			return;
	if (bullets->count < 2)
		return;
	bullets->title = bullets->items->text;
	bullets->items++;
	bullets->count--;
	for (size_t i = 0; i < bullets->count; i++)
		bullets->items[i].level--;
}

/* «1\\) Запрос»: Markdown puts a backslash before signs that are to be no marks. */
static const char *
without_escapes(struct arena *arena, const char *text)
{
	if (!strchr(text, '\\'))
		return text;
	char *copy = arena_string(arena, text), *out = copy;
	for (const char *at = copy; *at; at++)
		if (*at != '\\' || !at[1] || !strchr(".)-+*_#[]>!|~", at[1]))
			*out++ = *at;
	*out = '\0';
	return copy;
}

struct bullets
bullets_read(struct arena *arena, const char *text)
{
	struct bullet_reader reader = {.arena = arena};
	reader.text = text = without_escapes(arena, text);
	while (*text) {
		struct bullet_line line = {.at = text, .end = text + strcspn(text, "\r\n")};
		text = *line.end ? line.end + 1 : line.end;
		take_indent(&line);
		take_heading(&line);
		take_bullet(&line);
		take_marker(&reader, &line);
		drop_markup(&line);
		if (!says_nothing(&line))
			add_item(&reader, &line);
	}
	take_title(&reader.bullets);
	return reader.bullets;
}
