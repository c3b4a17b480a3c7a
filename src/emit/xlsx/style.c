/* SPDX-License-Identifier: MIT */
#include "emit/xlsx/style.h"

#include "draw/accent.h"
#include "draw/pen/contrast.h"
#include "draw/pen/svg_color.h"
#include "support/map.h"

#include <stdlib.h>
#include <string.h>

/* The palette. Every text has a contrast of 4.5 and more on its ground. A role's ground is its
 * colour, made softer by so many hundredths. */
enum {
	INK = 0x1F2937,
	FAINT = 0x5B6675,
	WHITE = 0xFFFFFF,
	HEAD = 0x22304A,
	LINE = 0xCBD5E1,
	BAND = 0xF5F8FC,
	LABEL = 0xEEF2F8,
	SECTION = 0xDDE6F2,
	GROUP = 0xE6ECF5,
	KEY = 0xFFF1C2,
	BLOCKING = 0xFBDCDC,
	BLOCKING_INK = 0x8C1D18,
	RISK = 0xFFD9B0,
	RISK_INK = 0x7A3300,
	BAR = 0x8FB4E3,
	CRITICAL = 0xD9534F,
	LINK = 0x1D4ED8,
	SOFT = 86,
};
static const double CONTRAST = 4.5;

struct styles {
	const struct xlsx_library *lxw;
	lxw_workbook *workbook;
	const struct model *model;
	struct map formats; /* number of a style → lxw_format */
};

static const char body_font[] = "Arial";
static const char code_font[] = "Courier New";

struct styles *
styles_new(const struct xlsx_library *lxw, lxw_workbook *workbook, const struct model *model)
{
	struct styles *styles = memory_alloc(sizeof *styles);
	*styles = (struct styles){.lxw = lxw, .workbook = workbook, .model = model};
	return styles;
}

void
styles_free(struct styles *styles)
{
	map_free(&styles->formats);
	memory_free(styles);
}

/* All that tells styles apart, in one number. */
static uint64_t
style_number(const struct style *style)
{
	return (uint64_t)style->color << 40 | (uint64_t)style->look << 24 |
	       (uint64_t)style->tint << 16 | (uint64_t)style->align << 12 |
	       (uint64_t)style->number << 8 | (uint64_t)style->band << 4 |
	       (uint64_t)style->free << 3 | (uint64_t)style->russian << 2 |
	       (uint64_t)style->upright << 1 | (uint64_t)style->middle;
}

/* What a tint paints; 0 for the ground of the band, and for the usual ink. */
static const struct {
	uint32_t ground, ink;
} tints[TINT_COUNT] = {
    [TINT_HEAD] = {HEAD, WHITE},
    [TINT_LABEL] = {LABEL, 0},
    [TINT_SECTION] = {SECTION, 0},
    [TINT_GROUP] = {GROUP, 0},
    [TINT_KEY] = {KEY, 0},
    [TINT_BLOCKING] = {BLOCKING, BLOCKING_INK},
    [TINT_RISK] = {RISK, RISK_INK},
    [TINT_BAR] = {BAR, 0},
    [TINT_CRITICAL] = {CRITICAL, WHITE},
    [TINT_NOTE] = {0, FAINT},
};

/* Ground and ink of a style; ground 0 for none. */
static void
paints(const struct style *style, uint32_t *ground, uint32_t *ink)
{
	uint32_t usual = style->band ? BAND : 0;
	*ground = tints[style->tint].ground ? tints[style->tint].ground : usual;
	*ink = tints[style->tint].ink ? tints[style->tint].ink : INK;
	if (style->tint != TINT_FILL)
		return;
	*ground = svg_mixed(style->color, WHITE, SOFT);
	*ink = contrast_kept(style->color, *ground, CONTRAST);
}

/* The colour of a text of some look in a cell whose usual ink is given: on a ground of a strong
 * colour, or of a role's, all of it has this. */
static uint32_t
ink_of(const struct style *within, unsigned look, uint32_t color, uint32_t usual)
{
	if (usual == WHITE || within->tint == TINT_FILL)
		return usual;
	return look & LOOK_COLOR   ? color
	       : look & LOOK_LINK  ? LINK
	       : look & LOOK_FAINT ? FAINT
				   : usual;
}

static unsigned
size_of(const struct style *style)
{
	return style->tint == TINT_TITLE ? 18 : style->tint == TINT_SECTION ? 11 : 10;
}

static void
set_font(const struct xlsx_library *lxw, lxw_format *format, const struct style *style,
	 unsigned look, uint32_t ink)
{
	lxw->format_set_font_name(format, look & LOOK_CODE ? code_font : body_font);
	lxw->format_set_font_size(format, size_of(style));
	lxw->format_set_font_color(format, ink ? ink : LXW_COLOR_BLACK);
	if (look & LOOK_ITALIC)
		lxw->format_set_italic(format);
	if (look & LOOK_STRUCK)
		lxw->format_set_font_strikeout(format);
	if (look & LOOK_LINK)
		lxw->format_set_underline(format, LXW_UNDERLINE_SINGLE);
	if (tint_is_bold(style->tint) || look & LOOK_BOLD)
		lxw->format_set_bold(format);
}

static void
set_border(const struct xlsx_library *lxw, lxw_format *format, const struct style *style)
{
	if (style->tint == TINT_SIGN) {
		lxw->format_set_bottom(format, LXW_BORDER_THIN);
		lxw->format_set_bottom_color(format, FAINT);
		return;
	}
	if (style->free &&
	    (style->tint == TINT_TITLE || style->tint == TINT_NOTE || style->tint == TINT_SECTION))
		return;
	lxw->format_set_border(format, LXW_BORDER_THIN);
	lxw->format_set_border_color(format, LINE);
	if (style->tint == TINT_FILL && !style->upright && style->align == ALIGN_LEFT) {
		lxw->format_set_left(format, LXW_BORDER_THICK);
		lxw->format_set_left_color(format, style->color);
	}
}

static void
set_align(const struct xlsx_library *lxw, lxw_format *format, const struct style *style)
{
	static const uint8_t sides[] = {LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
	lxw->format_set_align(format, sides[style->align]);
	lxw->format_set_align(format,
			      style->middle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
	if (style->tint != TINT_TITLE)
		lxw->format_set_text_wrap(format);
	if (style->align == ALIGN_LEFT && !style->upright && style->tint != TINT_TITLE)
		lxw->format_set_indent(format, 1);
	if (style->upright)
		lxw->format_set_rotation(format, 90);
}

/* The style without what makes no difference: of two formats that are the same the library looks
 * one up for each cell anew. */
static struct style
without_idle(const struct style *style)
{
	struct style plain = *style;
	uint32_t banded, ground, ink;
	plain.tint = style->tint == TINT_VALUE ? TINT_NONE : style->tint;
	plain.band = true;
	paints(&plain, &banded, &ink);
	plain.band = false;
	paints(&plain, &ground, &ink);
	plain.band = style->band && banded != ground;
	if (ink == WHITE || style->tint == TINT_FILL)
		plain.look &= ~(unsigned)(LOOK_COLOR | LOOK_FAINT);
	if (tint_is_bold(style->tint))
		plain.look &= ~(unsigned)LOOK_BOLD;
	if (!(plain.look & LOOK_COLOR) && style->tint != TINT_FILL)
		plain.color = 0;
	plain.russian = style->russian && style->number == NUMBER_DATE;
	plain.free = style->free && (style->tint == TINT_TITLE || style->tint == TINT_NOTE ||
				     style->tint == TINT_SECTION);
	return plain;
}

/* Headings have the colour of the house, and what stands between them a tint of it. */
static void
brand(const struct model *model, enum tint tint, uint32_t *ground, uint32_t *ink)
{
	enum { SOFT_SECTION = 84, SOFT_GROUP = 88, SOFT_LABEL = 92 };
	if (tint == TINT_HEAD)
		*ground = accent_on(model, WHITE);
	else if (tint == TINT_TITLE)
		*ink = accent_on(model, WHITE);
	else if (tint == TINT_SECTION || tint == TINT_GROUP || tint == TINT_LABEL)
		*ground = accent_tint(model, tint == TINT_SECTION ? SOFT_SECTION
					     : tint == TINT_GROUP ? SOFT_GROUP
								  : SOFT_LABEL);
}

static lxw_format *
make_format(const struct styles *styles, const struct style *style)
{
	const struct xlsx_library *lxw = styles->lxw;
	lxw_format *format = lxw->workbook_add_format(styles->workbook);
	uint32_t ground, ink;
	if (!format)
		memory_exhausted();
	paints(style, &ground, &ink);
	if (styles->model && accent_is_given(styles->model))
		brand(styles->model, style->tint, &ground, &ink);
	set_font(lxw, format, style, style->look, ink_of(style, style->look, style->color, ink));
	set_border(lxw, format, style);
	set_align(lxw, format, style);
	if (ground) {
		lxw->format_set_pattern(format, LXW_PATTERN_SOLID);
		lxw->format_set_fg_color(format, ground);
	}
	if (style->number == NUMBER_DATE)
		lxw->format_set_num_format(format,
					   style->russian ? "dd\\.mm\\.yyyy" : "d\\ mmm\\ yyyy");
	return format;
}

lxw_format *
style_cell(struct styles *styles, const struct style *given)
{
	struct style style = without_idle(given);
	void **place = map_at_number(&styles->formats, style_number(&style));
	if (!*place)
		*place = make_format(styles, &style);
	return *place;
}

/* Without printf: there are some for every row. */
static void
put_color(struct buf *out, uint32_t rgb)
{
	char digits[6];
	for (int i = 5; i >= 0; i--, rgb >>= 4)
		digits[i] = "0123456789ABCDEF"[rgb & 15];
	buf_add(out, digits, sizeof digits);
}

void
style_font(const struct piece *piece, const struct style *within, struct buf *out)
{
	uint32_t ground, ink;
	paints(within, &ground, &ink);
	ink = ink_of(within, piece->look, piece->color, ink);
	buf_puts(out, "<rPr>");
	if (tint_is_bold(within->tint) || piece->look & LOOK_BOLD)
		buf_puts(out, "<b/>");
	if (piece->look & LOOK_ITALIC)
		buf_puts(out, "<i/>");
	if (piece->look & LOOK_STRUCK)
		buf_puts(out, "<strike/>");
	if (piece->look & LOOK_LINK)
		buf_puts(out, "<u/>");
	const char size[] = {(char)('0' + size_of(within) / 10), (char)('0' + size_of(within) % 10),
			     '\0'};
	buf_puts(out, "<sz val=\"");
	buf_puts(out, size);
	buf_puts(out, "\"/><color rgb=\"FF");
	put_color(out, ink);
	buf_puts(out, "\"/><rFont val=\"");
	buf_puts(out, piece->look & LOOK_CODE ? code_font : body_font);
	buf_puts(out, "\"/></rPr>");
}
