/* SPDX-License-Identifier: MIT */
/* -t gantt: the schedule as one picture. */
#include "draw/gantt.h"

#include "draw/pen/svg_pen.h"
#include "emit/emit.h"
#include "emit/limits.h"

void
emit_gantt(struct emission *emission)
{
	if (!limits_let_draw(emission, "-gantt.svg"))
		return;
	struct buf out = {0};
	struct emission_drain drain = emission_drain(emission, "-gantt.svg");
	const struct gantt_options options = {0};
	struct svg_pen pen = svg_pen(&out, &drain.drain, "g-");
	struct gantt *gantt =
	    gantt_new(emission->view.voice, emission->view.plan, &options, &emission->arena);
	buf_puts(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	gantt_draw(gantt, 0, &pen.pen);
	emission_write(emission, "-gantt.svg", &out);
}
