/* SPDX-License-Identifier: MIT */
/* A run as a picture of its schedule; of several the first. */
#include "run/chart.h"
#include "run/forms.h"

int
run_form_svg(const struct run_sights *sights, struct buf *out)
{
	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	run_chart(sights, &sights->runs[0], 0, out);
	return 0;
}
