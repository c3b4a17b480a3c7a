/* SPDX-License-Identifier: MIT */
/* -t svg: the process map as one picture, or as pages of a paper size. */
#include "draw/chart.h"
#include "emit/emit.h"
#include "emit/limits.h"

#include <string.h>

static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/* The long side of the paper in pixels of a readable size. */
static double
page_extent(const char *pages)
{
	if (!pages)
		return 0;
	return strcmp(pages, "a3") == 0 ? 2200 : 1550;
}

void
emit_svg(struct emission *emission)
{
	if (!limits_let_draw(emission, "-process.svg"))
		return;
	struct flow *flow = flow_new(emission->view.plan, emission->view.voice);
	const struct chart_options options = {
	    .vertical = emission->options->vertical,
	    .page = page_extent(emission->options->pages),
	    .prefix = "p-",
	};
	struct chart *chart = chart_new(flow, &options, &emission->arena);
	for (uint32_t i = 0; i < chart_sheets(chart); i++) {
		const char *suffix = "-process.svg";
		if (chart_sheets(chart) > 1) /* in the order of their names */
			suffix = arena_printf(&emission->arena,
					      chart_sheets(chart) < 100 ? "-process-%02u.svg"
									: "-process-%04u.svg",
					      i + 1);
		struct buf out = {0};
		struct emission_drain drain = emission_drain(emission, suffix);
		buf_puts(&out, declaration);
		chart_write(chart, i, &out, &drain.drain);
		emission_write(emission, suffix, &out);
	}
	flow_free(flow);
}
