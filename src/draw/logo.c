/* SPDX-License-Identifier: MIT */
#include "draw/logo.h"

#include "model/fields.h"

/* A logo is no larger than WIDE and HIGH; one that is a drawing has all of it, since its shape is
 * not known. PLATE is what its ground goes beyond it. */
static const double WIDE = 160, HIGH = 36, TOP = 12, PLATE = 5, GAP = 24;

/* As large as fits, and no larger than it is. */
static struct box
size_of(const struct picture *logo)
{
	struct box box = {0, 0, WIDE, HIGH};
	if (logo->form != PICTURE_PNG || !logo->width || !logo->height)
		return box;
	double across = WIDE / logo->width, down = HIGH / logo->height,
	       scale = across < down ? across : down;
	scale = scale < 1 ? scale : 1;
	box.width = logo->width * scale;
	box.height = logo->height * scale;
	return box;
}

double
logo_width(const struct model *model)
{
	const struct picture *logo = model_logo(model);
	return logo ? size_of(logo).width + PLATE + GAP : 0;
}

void
logo_rules(const struct model *model, struct buf *light, struct buf *dark)
{
	if (!model_logo(model))
		return;
	buf_puts(light, "{}plate{fill:#fff}");
	buf_puts(dark, "{}plate{fill:#fff}");
}

void
logo_draw(const struct voice *voice, struct spot corner, struct pen *pen)
{
	const struct picture *logo = model_logo(voice->model);
	if (!logo)
		return;
	struct box box = size_of(logo);
	box.x = corner.x - box.width - PLATE;
	box.y = corner.y + TOP;
	const struct box plate = {box.x - PLATE, box.y - PLATE, box.width + 2 * PLATE,
				  box.height + 2 * PLATE};
	const struct pen_image image = {.media = logo->form == PICTURE_PNG ? "image/png"
									   : "image/svg+xml",
					.bytes = logo->bytes.data,
					.length = logo->bytes.length,
					.label = show_logo(voice)};
	pen_rect(pen, &plate, 4, "plate");
	pen_image(pen, &box, &image);
}
