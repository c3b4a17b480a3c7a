/* SPDX-License-Identifier: MIT */
#include "emit/xlsx/style.h"

#include <stdlib.h>
#include <string.h>

/* The palette. Every text has a contrast of 4.5 and more on its ground. */
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
};

struct style_entry {
	struct style style;
	lxw_format *format;
};

struct styles {
	const struct xlsx_library *lxw;
	lxw_workbook *workbook;
	struct style_entry *entries;
	size_t count, capacity; /* capacity is a power of two */
};

static const char body_font[] = "Arial";
static const char code_font[] = "Courier New";

struct styles *
styles_new(const struct xlsx_library *lxw, lxw_workbook *workbook)
{
	struct styles *styles = memory_alloc(sizeof *styles);
	*styles = (struct styles){.lxw = lxw, .workbook = workbook};
	return styles;
}

void
styles_free(struct styles *styles)
{
	memory_free(styles->entries);
	memory_free(styles);
}

static bool
same(const struct style_entry *a, const struct style_entry *b)
{
	const struct style *x = &a->style, *y = &b->style;
	return x->tint == y->tint && x->align == y->align && x->number == y->number &&
	       x->look == y->look && x->color == y->color && x->band == y->band &&
	       x->free == y->free && x->russian == y->russian && x->upright == y->upright &&
	       x->middle == y->middle;
}

static size_t
slot_of(const struct style_entry *entry)
{
	const struct style *style = &entry->style;
	uint32_t parts[] = {style->tint,
			    style->align,
			    style->number,
			    style->look,
			    style->color,
			    (uint32_t)style->middle << 4 | (uint32_t)style->band << 3 |
				(uint32_t)style->free << 2 | (uint32_t)style->upright << 1 |
				style->russian};
	uint64_t hash = 14695981039346656037u;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		hash = (hash ^ parts[i]) * 1099511628211u;
	return (size_t)(hash ^ hash >> 29);
}

static struct style_entry *
find(struct style_entry *entries, size_t capacity, const struct style_entry *wanted)
{
	size_t i = slot_of(wanted) & (capacity - 1);
	while (entries[i].format && !same(&entries[i], wanted))
		i = (i + 1) & (capacity - 1);
	return &entries[i];
}

static void
grow(struct styles *styles)
{
	size_t capacity = styles->capacity ? styles->capacity * 2 : 256;
	struct style_entry *entries = memory_alloc(capacity * sizeof *entries);
	memset(entries, 0, capacity * sizeof *entries);
	for (size_t i = 0; i < styles->capacity; i++)
		if (styles->entries[i].format)
			*find(entries, capacity, &styles->entries[i]) = styles->entries[i];
	memory_free(styles->entries);
	styles->entries = entries;
	styles->capacity = capacity;
}

/* The place for a format, its format NULL when it has to be made. */
static struct style_entry *
entry_for(struct styles *styles, const struct style_entry *wanted)
{
	if (styles->count * 2 >= styles->capacity)
		grow(styles);
	struct style_entry *entry = find(styles->entries, styles->capacity, wanted);
	if (!entry->format) {
		*entry = *wanted;
		entry->format = styles->lxw->workbook_add_format(styles->workbook);
		if (!entry->format)
			memory_exhausted();
		styles->count++;
	}
	return entry;
}

/* What a tint paints; 0 for the ground of the band, and for the usual ink. */
static const struct {
	uint32_t ground, ink;
} tints[TINT_COUNT] = {
    [TINT_HEAD] = {HEAD, WHITE},    [TINT_LABEL] = {LABEL, 0},
    [TINT_SECTION] = {SECTION, 0},  [TINT_GROUP] = {GROUP, 0},
    [TINT_KEY] = {KEY, 0},          [TINT_BLOCKING] = {BLOCKING, BLOCKING_INK},
    [TINT_RISK] = {RISK, RISK_INK}, [TINT_FILL] = {0, WHITE},
    [TINT_BAR] = {BAR, 0},          [TINT_CRITICAL] = {CRITICAL, WHITE},
    [TINT_NOTE] = {0, FAINT},
};

/* Ground and ink of a style; ground 0 for none. */
static void
paints(const struct style *style, uint32_t *ground, uint32_t *ink)
{
	uint32_t usual = style->tint == TINT_FILL ? style->color : style->band ? BAND : 0;
	*ground = tints[style->tint].ground ? tints[style->tint].ground : usual;
	*ink = tints[style->tint].ink ? tints[style->tint].ink : INK;
}

/* The colour of a text of some look on a ground whose usual ink is given. */
static uint32_t
ink_of(unsigned look, uint32_t color, uint32_t usual)
{
	if (usual == WHITE)
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
	if (ink == WHITE)
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

lxw_format *
style_cell(struct styles *styles, const struct style *given)
{
	const struct style plain = without_idle(given), *style = &plain;
	struct style_entry wanted = {.style = plain};
	size_t before = styles->count;
	struct style_entry *entry = entry_for(styles, &wanted);
	if (styles->count == before)
		return entry->format;
	uint32_t ground, ink;
	paints(style, &ground, &ink);
	set_font(styles->lxw, entry->format, style, style->look,
		 ink_of(style->look, style->color, ink));
	set_border(styles->lxw, entry->format, style);
	set_align(styles->lxw, entry->format, style);
	if (ground) {
		styles->lxw->format_set_pattern(entry->format, LXW_PATTERN_SOLID);
		styles->lxw->format_set_fg_color(entry->format, ground);
	}
	if (style->number == NUMBER_DATE)
		styles->lxw->format_set_num_format(
		    entry->format, style->russian ? "dd\\.mm\\.yyyy" : "d\\ mmm\\ yyyy");
	return entry->format;
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
	ink = ink_of(piece->look, piece->color, ink);
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
