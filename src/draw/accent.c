/* SPDX-License-Identifier: MIT */
#include "draw/accent.h"

#include "draw/pen/contrast.h"
#include "draw/pen/svg_color.h"
#include "model/fields.h"

#include <inttypes.h>

static const double CONTRAST = 4.5, BAND = 5;

bool
accent_is_given(const struct model *model)
{
	return model_process(model)->accent.pos.line;
}

uint32_t
accent_on(const struct model *model, uint32_t ground)
{
	return contrast_kept(model_process(model)->accent.rgb, ground, CONTRAST);
}

uint32_t
accent_tint(const struct model *model, unsigned softer)
{
	return svg_mixed(accent_on(model, SVG_PAPER), SVG_PAPER, softer);
}

void
accent_rules(const struct model *model, uint32_t night, struct buf *light, struct buf *dark)
{
	if (!accent_is_given(model))
		return;
	buf_printf(light, "{}brand{fill:#%06" PRIx32 "}", accent_on(model, SVG_PAPER));
	buf_printf(dark, "{}brand{fill:#%06" PRIx32 "}", accent_on(model, night));
}

void
accent_band(const struct model *model, double width, struct pen *pen)
{
	if (accent_is_given(model))
		pen_rect(pen, &(struct box){0, 0, width, BAND}, 0, "brand");
}
