/* SPDX-License-Identifier: MIT */
/* How outputs write texts, for calls.c; the suite of the same name holds the tables. */
#include "calls.h"

#include "emit/doc/md_text.h"
#include "emit/xlsx/fit.h"
#include "emit/xlsx/text.h"
#include "plan/metric.h"
#include "support/map.h"
#include "text/syntax/mermaid_text.h"
#include "text/syntax/plantuml_text.h"
#include "view/book/grid.h"

SAYS(xlsx, say, xlsx_text(&call->arena, text(call, 0)))
SAYS(clip, say, xlsx_clip(&call->arena, text(call, 0), (size_t)number(call, 1)))
SAYS(short, say, xlsx_short(&call->arena, text(call, 0)))
SAYS(header, say, xlsx_header_text(&call->arena, text(call, 0)))
SAYS(line, say_bool, md_is_line(text(call, 0)))

static void
call_metric(struct call *call)
{
	static const char *const states[] = {"unknown", "met", "missed"};
	buf_puts(&call->out, states[metric_compare(words_new(&call->arena), text(call, 0),
						   text(call, 1), CHOICE_ABSENT)]);
}

/* The names that a workbook gives sheets of these titles, in turn. */
static void
call_sheets(struct call *call)
{
	struct map taken = {0};
	for (size_t i = 0; i < call->count; i++)
		buf_printf(&call->out, "%s%s", i ? "|" : "",
			   xlsx_sheet_name(&taken, text(call, i), &call->arena));
	map_free(&taken);
}

static void
call_md(struct call *call)
{
	md_escape(&call->out, text(call, 0), number(call, 1));
}

static void
call_mermaid(struct call *call)
{
	mermaid_text(&call->out, text(call, 0));
}

static void
call_plantuml(struct call *call)
{
	plantuml_text(&call->out, text(call, 0));
}

/* The parts that a text in a column of a width is split into: how many bytes and lines each has. */
static void
call_fit(struct call *call)
{
	struct cell cell = cell_text(&call->arena, text(call, 0), 0);
	struct fit fit = {0};
	for (size_t before = 0; !fit.whole; before = fit.end.offset) {
		fit = fit_text(&cell, fit.end, (double)number(call, 1), ALIGN_CENTER);
		size_t end = fit.whole ? call->lengths[0] : fit.end.offset;
		buf_printf(&call->out, "%s%zu/%u", call->out.length ? " " : "", end - before,
			   (unsigned)fit.lines);
	}
}

/* What a cell of several pieces reads as; colours of pieces that have none do not count. */
static void
call_cell(struct call *call)
{
	struct cell cell = {0};
	for (size_t i = 0; i < call->count; i++)
		cell_add(&cell, &call->arena, text(call, i), i % 2 ? LOOK_COLOR : 0, 0x123456);
	buf_printf(&call->out, "%s %u", cell_plain(&cell, &call->arena), (unsigned)cell.count);
	for (uint32_t i = 0; i < cell.count; i++)
		buf_printf(&call->out, " %x", (unsigned)cell.pieces[i].color);
}

const struct callable calls[] = {
    CALL(xlsx),    CALL(clip),     CALL(short), CALL(header), CALL(line),   CALL(sheets), CALL(md),
    CALL(mermaid), CALL(plantuml), CALL(fit),   CALL(cell),   CALL(metric), {NULL, NULL}};
