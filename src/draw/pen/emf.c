/* SPDX-License-Identifier: MIT */
#include "draw/pen/emf.h"

#include "draw/pen/advance.h"
#include "support/utf8.h"

#include <string.h>

/* Types of records, and what stands in them. */
enum {
	EMR_HEADER = 1,
	EMR_POLYGON = 3,
	EMR_POLYLINE = 4,
	EMR_EOF = 14,
	EMR_SETBKMODE = 18,
	EMR_SETPOLYFILLMODE = 19,
	EMR_SETTEXTALIGN = 22,
	EMR_SETTEXTCOLOR = 24,
	EMR_SELECTOBJECT = 37,
	EMR_CREATEBRUSHINDIRECT = 39,
	EMR_DELETEOBJECT = 40,
	EMR_ELLIPSE = 42,
	EMR_EXTCREATEFONTINDIRECTW = 82,
	EMR_EXTTEXTOUTW = 84,
	EMR_EXTCREATEPEN = 95
};
enum { TRANSPARENT = 1, WINDING = 2, TA_BASELINE = 24, GM_ADVANCED = 2, BS_SOLID = 0 };
enum { PS_GEOMETRIC_FLAT_MITER = 0x12200, FW_NORMAL = 400, FW_BOLD = 700, DEFAULT_CHARSET = 1 };
/* Where in records numbers stand that are known later, and the letters of a text. */
enum { SIZE_AT = 4, BYTES_AT = 48, RECORDS_AT = 52, LETTERS_AT = 76, FONT_SIZE = 320 };
/* The device that coordinates are of: ten inches square. */
enum { DEVICE = 19200, DEVICE_MM = 254 };
/* The number of the object that is the first tool. */
enum { FIRST_OBJECT = 1 };
static const uint32_t SIGNATURE = 0x464D4520, VERSION = 0x10000, NO_COLOR = 0xFFFFFFFF,
		      ONE = 0x3F800000 /* the number 1.0 */;
#define NULL_PEN 0x80000008
#define NULL_BRUSH 0x80000005
#define DEFAULT_FONT 0x8000000E

static void
put16(struct buf *out, uint32_t value)
{
	buf_putc(out, (char)(value & 255));
	buf_putc(out, (char)(value >> 8 & 255));
}

static void
put32(struct buf *out, uint32_t value)
{
	put16(out, value & 0xFFFF);
	put16(out, value >> 16);
}

/* Writes over what was written. */
static void
set32(struct buf *out, size_t at, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		out->data[at + (size_t)i] = (char)(value >> 8 * i & 255);
}

static uint32_t
units(double pixels)
{
	double all = pixels * EMF_UNITS;
	return (uint32_t)(int32_t)(all < 0 ? all - 0.5 : all + 0.5);
}

static void
put_spot(struct buf *out, double x, double y)
{
	put32(out, units(x));
	put32(out, units(y));
}

/* A rectangle that readers reckon for themselves. */
static void
put_no_bounds(struct buf *out)
{
	put32(out, 0);
	put32(out, 0);
	put32(out, 0xFFFFFFFF);
	put32(out, 0xFFFFFFFF);
}

/* Begins a record; gives where. Its size is written when it ends. */
static size_t
begin_record(struct emf *emf, uint32_t type)
{
	size_t at = emf->out->length;
	put32(emf->out, type);
	put32(emf->out, 0);
	emf->records++;
	return at;
}

static void
end_record(struct emf *emf, size_t at)
{
	while (emf->out->length % 4)
		buf_putc(emf->out, 0);
	set32(emf->out, at + SIZE_AT, (uint32_t)(emf->out->length - at));
}

/* A record of one number. */
static void
put_record(struct emf *emf, uint32_t type, uint32_t value)
{
	size_t at = begin_record(emf, type);
	put32(emf->out, value);
	end_record(emf, at);
}

static uint32_t
colorref(uint32_t rgb)
{
	return (rgb & 255) << 16 | (rgb & 0xFF00) | rgb >> 16;
}

static void
put_header(struct emf *emf, double width, double height)
{
	struct buf *out = emf->out;
	size_t at = begin_record(emf, EMR_HEADER);
	put_spot(out, 0, 0);
	put32(out, units(width) - 1);
	put32(out, units(height) - 1);
	put_spot(out, 0, 0); /* the same in hundredths of a millimetre */
	put32(out, (uint32_t)(width * 2540 / 96 + 0.5));
	put32(out, (uint32_t)(height * 2540 / 96 + 0.5));
	put32(out, SIGNATURE);
	put32(out, VERSION);
	put32(out, 0); /* bytes and records, which are known at the end */
	put32(out, 0);
	put16(out, FIRST_OBJECT + EMF_TOOLS);
	put16(out, 0);
	put32(out, 0); /* no description, no palette */
	put32(out, 0);
	put32(out, 0);
	put32(out, DEVICE);
	put32(out, DEVICE);
	put32(out, DEVICE_MM);
	put32(out, DEVICE_MM);
	put32(out, 0); /* no format of pixels, no OpenGL */
	put32(out, 0);
	put32(out, 0);
	put32(out, DEVICE_MM * 1000);
	put32(out, DEVICE_MM * 1000);
	end_record(emf, at);
}

struct emf
emf_open(struct buf *out, double width, double height)
{
	struct emf emf = {.out = out, .text_color = NO_COLOR};
	put_header(&emf, width, height);
	put_record(&emf, EMR_SETBKMODE, TRANSPARENT);
	put_record(&emf, EMR_SETPOLYFILLMODE, WINDING);
	put_record(&emf, EMR_SETTEXTALIGN, TA_BASELINE);
	return emf;
}

void
emf_close(struct emf *emf)
{
	struct buf *out = emf->out;
	size_t at = begin_record(emf, EMR_EOF);
	put32(out, 0); /* no palette */
	put32(out, 0);
	put32(out, 20); /* the size of this record, again */
	end_record(emf, at);
	set32(out, BYTES_AT, (uint32_t)out->length);
	set32(out, RECORDS_AT, emf->records);
}

static void
hold(struct emf *emf, enum emf_tool tool, bool own)
{
	static const uint32_t none[] = {NULL_PEN, NULL_BRUSH, DEFAULT_FONT};
	put_record(emf, EMR_SELECTOBJECT, own ? FIRST_OBJECT + tool : none[tool]);
	emf->tools[tool].held = own ? EMF_OWN : EMF_NONE;
}

void
emf_take_none(struct emf *emf, enum emf_tool tool)
{
	if (emf->tools[tool].held != EMF_NONE)
		hold(emf, tool, false);
}

static void
put_pen(struct emf *emf, struct emf_look look)
{
	static const uint32_t no_bitmap[] = {0, 0, 0, 0};
	struct buf *out = emf->out;
	for (size_t i = 0; i < sizeof no_bitmap / sizeof *no_bitmap; i++)
		put32(out, no_bitmap[i]);
	put32(out, PS_GEOMETRIC_FLAT_MITER);
	put32(out, look.size);
	put32(out, BS_SOLID);
	put32(out, colorref(look.ink));
	put32(out, 0); /* no hatch, no dashes */
	put32(out, 0);
}

static void
put_brush(struct emf *emf, struct emf_look look)
{
	put32(emf->out, BS_SOLID);
	put32(emf->out, colorref(look.ink));
	put32(emf->out, 0); /* no hatch */
}

static void
put_font(struct emf *emf, struct emf_look look)
{
	static const char face[] = "Arial";
	struct buf *out = emf->out;
	size_t begin = out->length;
	put32(out, 0U - look.size); /* of letters, without what is between lines */
	put32(out, 0);
	put32(out, 0);
	put32(out, 0);
	put32(out, look.ink);
	put32(out, DEFAULT_CHARSET << 24); /* not slanted, underlined or struck */
	put32(out, 0);
	for (size_t i = 0; i < sizeof face; i++)
		put16(out, (uint32_t)face[i]);
	while (out->length < begin + FONT_SIZE)
		buf_putc(out, 0);
}

/* Takes a tool in hand, and makes it first unless there is one like it: no more than one of a kind
 * is kept. */
static void
take(struct emf *emf, enum emf_tool tool, struct emf_look look)
{
	static const struct {
		uint32_t type;
		void (*put)(struct emf *emf, struct emf_look look);
	} makers[] = {{EMR_EXTCREATEPEN, put_pen},
		      {EMR_CREATEBRUSHINDIRECT, put_brush},
		      {EMR_EXTCREATEFONTINDIRECTW, put_font}};
	struct emf_look *made = &emf->tools[tool].look;
	if (!emf->tools[tool].is_made || made->ink != look.ink || made->size != look.size) {
		emf_take_none(emf, tool);
		if (emf->tools[tool].is_made)
			put_record(emf, EMR_DELETEOBJECT, FIRST_OBJECT + tool);
		size_t at = begin_record(emf, makers[tool].type);
		put32(emf->out, FIRST_OBJECT + tool);
		makers[tool].put(emf, look);
		end_record(emf, at);
		*made = look;
		emf->tools[tool].is_made = true;
	}
	if (emf->tools[tool].held != EMF_OWN)
		hold(emf, tool, true);
}

void
emf_take_pen(struct emf *emf, uint32_t color, double width)
{
	take(emf, EMF_PEN, (struct emf_look){color, units(width)});
}

void
emf_take_brush(struct emf *emf, uint32_t color)
{
	take(emf, EMF_BRUSH, (struct emf_look){.ink = color});
}

/* A record of points: of one part, since not every reader knows those of several. */
static void
put_points(struct emf *emf, uint32_t type, const struct spot *spots, uint32_t count)
{
	size_t at = begin_record(emf, type);
	put_no_bounds(emf->out);
	put32(emf->out, count);
	for (uint32_t i = 0; i < count; i++)
		put_spot(emf->out, spots[i].x, spots[i].y);
	end_record(emf, at);
}

void
emf_areas(struct emf *emf, const struct polyline *polyline)
{
	for (uint32_t i = 0; i < polyline->count; i++)
		if (polyline->parts[i].count > 1)
			put_points(emf, EMR_POLYGON, polyline->parts[i].spots,
				   polyline->parts[i].count);
}

/* A line that is closed goes on from its beginning, to half of its first piece, so that it has a
 * corner there like all others. */
static struct polyline_part
joined(struct arena *arena, struct polyline_part part)
{
	if (!part.closed)
		return part;
	struct spot first = part.spots[0], second = part.spots[1],
		    half = {(first.x + second.x) / 2, (first.y + second.y) / 2};
	part.spots = arena_grow(arena, part.spots, part.count, 2, sizeof *part.spots);
	part.spots[part.count++] = first;
	part.spots[part.count++] = half;
	return part;
}

void
emf_lines(struct emf *emf, const struct polyline *polyline, struct arena *arena)
{
	for (uint32_t i = 0; i < polyline->count; i++) {
		if (polyline->parts[i].count < 2)
			continue;
		struct polyline_part part = joined(arena, polyline->parts[i]);
		put_points(emf, EMR_POLYLINE, part.spots, part.count);
	}
}

void
emf_ellipse(struct emf *emf, const struct box *box)
{
	size_t at = begin_record(emf, EMR_ELLIPSE);
	put_spot(emf->out, box->x, box->y);
	put_spot(emf->out, box->x + box->width, box->y + box->height);
	end_record(emf, at);
}

double
emf_text_width(const struct pen_text *text)
{
	unsigned width =
	    advance_text(ADVANCE_ARIAL, text->text, strlen(text->text), text->font.bold);
	return width * text->font.size / 1000;
}

/* The letters in UTF-16, then how far each moves the pen: what is beyond U+FFFF takes two of them,
 * the second of no width. */
static void
put_letters(struct emf *emf, const struct pen_text *text)
{
	struct buf *out = emf->out, moves = {0};
	unsigned sum = 0;
	uint32_t moved = 0;
	for (const char *at = text->text; *at;) {
		uint32_t rune = utf8_next(&at);
		sum += advance_of(ADVANCE_ARIAL, rune, text->font.bold);
		uint32_t to = units(sum * text->font.size / 1000);
		if (rune > 0xFFFF) {
			put16(out, 0xD7C0 + (rune >> 10));
			put32(&moves, 0);
		}
		put16(out, rune > 0xFFFF ? 0xDC00 | (rune & 0x3FF) : rune);
		put32(&moves, to - moved);
		moved = to;
	}
	while (out->length % 4)
		buf_putc(out, 0);
	buf_add(out, moves.data, moves.length);
	buf_free(&moves);
}

void
emf_text(struct emf *emf, const struct pen_text *text, uint32_t color)
{
	uint32_t letters = (uint32_t)utf8_units(text->text);
	if (color != emf->text_color)
		put_record(emf, EMR_SETTEXTCOLOR, colorref(color));
	emf->text_color = color;
	take(emf, EMF_FONT,
	     (struct emf_look){text->font.bold ? FW_BOLD : FW_NORMAL, units(text->font.size)});
	size_t at = begin_record(emf, EMR_EXTTEXTOUTW);
	put_no_bounds(emf->out);
	put32(emf->out, GM_ADVANCED);
	put32(emf->out, ONE);
	put32(emf->out, ONE);
	put_spot(emf->out, text->x, text->y);
	put32(emf->out, letters);
	put32(emf->out, LETTERS_AT);
	put32(emf->out, 0); /* neither opaque nor clipped */
	put_no_bounds(emf->out);
	put32(emf->out, LETTERS_AT + (2 * letters + 3) / 4 * 4);
	put_letters(emf, text);
	end_record(emf, at);
}
