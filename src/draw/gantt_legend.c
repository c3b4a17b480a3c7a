/* SPDX-License-Identifier: MIT */
/* What the signs of a schedule mean, each once it is used. */
#include "draw/gantt_draw.h"
#include "model/show.h"

static const double WIDTH = 26, BAR = GANTT_BAR - 3, LINE = 20, TEXT = 34, BETWEEN = 22;

/* Signs by their meaning; a bar has the classes of those it stands for. */
static const struct {
	enum word meaning;
	const char *bar; /* NULL: no bar */
} signs[GANTT_SIGNS] = {
    [GANTT_SIGN_CRITICAL] = {WORD_ON_CRITICAL, "stage critical"},
    [GANTT_SIGN_USUAL] = {WORD_OFF_CRITICAL, "stage"},
    [GANTT_SIGN_STEP] = {WORD_PALER_STEP, "step"},
    [GANTT_SIGN_POINT] = {WORD_MILESTONE, NULL},
    [GANTT_SIGN_ONGOING] = {WORD_ONGOING, "endless"},
    [GANTT_SIGN_SLACK] = {WORD_MAY_SLIP, NULL},
    [GANTT_SIGN_LINK] = {WORD_STARTS_AFTER, NULL},
    [GANTT_SIGN_ASIDE] = {WORD_ASIDE, "aside"},
    [GANTT_SIGN_PARTIAL] = {WORD_PARTIAL, "stage partial"},
    [GANTT_SIGN_BREAK] = {WORD_SCALE_BREAKS, NULL},
};

void
gantt_draw_point(const struct gantt *gantt, struct spot middle)
{
	const double half = GANTT_BAR / 3.0;
	pen_path(gantt->pen, "point", "M%.1f %.1fl%g %gl-%g %gl-%g -%gz", middle.x, middle.y - half,
		 half, half, half, half, half, half);
}

static void
draw_arrow(const struct gantt *gantt, struct spot at)
{
	pen_path(gantt->pen, "link", "M%.1f %.1fh%g", at.x, at.y, WIDTH - GANTT_TIP);
	pen_path(gantt->pen, "tip", "M%.1f %.1fl%g %gv%gz", at.x + WIDTH, at.y, -GANTT_TIP,
		 -GANTT_TIP, 2 * GANTT_TIP);
}

static void
draw_sign(const struct gantt *gantt, enum gantt_sign sign, struct spot at)
{
	const struct box bar = {at.x, at.y, WIDTH, BAR};
	const struct spot left = {at.x, at.y + BAR / 2}, middle = {at.x + WIDTH / 2, left.y};
	if (signs[sign].bar)
		pen_rect(gantt->pen, &bar, 3, signs[sign].bar);
	else if (sign == GANTT_SIGN_POINT)
		gantt_draw_point(gantt, middle);
	else if (sign == GANTT_SIGN_SLACK)
		pen_path(gantt->pen, "slack", "M%.1f %.1fh%g", left.x, left.y, WIDTH);
	else if (sign == GANTT_SIGN_LINK)
		draw_arrow(gantt, left);
	else
		gantt_draw_break(gantt, middle);
}

double
gantt_put_legend(const struct gantt *gantt, double y, bool drawn)
{
	double x = GANTT_MARGIN, top = y;
	for (enum gantt_sign sign = 0; sign < GANTT_SIGNS; sign++) {
		if (!gantt->signs[sign])
			continue;
		struct svg_lines text =
		    svg_text_wrap(gantt->arena, show_word(gantt->voice, signs[sign].meaning),
				  gantt_font_note, 1000, false);
		if (x > GANTT_MARGIN && x + TEXT + text.width + GANTT_MARGIN > gantt->width) {
			x = GANTT_MARGIN;
			y += LINE;
		}
		if (drawn) {
			draw_sign(gantt, sign, (struct spot){x, y});
			pen_lines(gantt->pen, &text, gantt_font_note,
				  (struct spot){x + TEXT, y - 1}, "start", "faint");
		}
		x += TEXT + text.width + BETWEEN;
	}
	return y > top || x > GANTT_MARGIN ? y - top + GANTT_BAR : 0;
}
