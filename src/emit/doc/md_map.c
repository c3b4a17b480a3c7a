/* SPDX-License-Identifier: MIT */
/* The map of the process as a Mermaid flowchart, which GitHub and GitLab draw. What they would not
 * draw is left out with a notice: the table of routes that follows says the same. */
#include "emit/doc/md.h"
#include "model/fields.h"
#include "plan/part.h"
#include "plan/part_said.h"
#include "text/syntax/mermaid_text.h"

/* Adds to what is written under the name of a stage. */
static void
put_note(struct buf *out, const char *text, const char **before)
{
	if (!*text)
		return;
	buf_puts(out, *before);
	mermaid_text(out, text);
	*before = " · ";
}

/* Its name, and under it who is responsible, who approves, and its time. */
static void
put_stage(struct md *md, struct buf *out, const struct stage *stage)
{
	const struct role *role = part_responsible(&stage->base, part_shown(&stage->base)),
			  *approver = part_approver(&stage->base);
	const char *before = "<br/>", *roles = part_said(&stage->base, &md->scratch);
	buf_printf(out, "  s%u[\"", stage->base.number);
	mermaid_text(out, show_numbered(&stage->base, &md->scratch));
	if (role)
		put_note(out, *roles ? roles : entity_name(&role->base), &before);
	if (approver)
		put_note(out,
			 show_word_with(md->doc->voice, WORD_APPROVED_BY,
					entity_name(&approver->base), &md->scratch),
			 &before);
	put_note(out, show_deadline(md->doc->voice, &stage->base, &md->scratch), &before);
	buf_printf(out, "\"]%s\n",
		   stage->blocking.on ? ":::blocking"
		   : stage->key.on    ? ":::key"
				      : "");
}

static void
put_end(struct buf *out, const struct entity *stage, const char *other)
{
	if (stage)
		buf_printf(out, "s%u", stage->number);
	else
		buf_puts(out, other);
}

static void
put_route(struct buf *out, const struct doc_route *route)
{
	buf_puts(out, "  ");
	put_end(out, route->from, "first");
	buf_puts(out, " -->");
	if (route->condition) {
		buf_puts(out, "|\"");
		mermaid_text(out, route->condition);
		buf_puts(out, "\"|");
	}
	buf_putc(out, ' ');
	put_end(out, route->to, "last");
	buf_putc(out, '\n');
}

static void
put_event(struct md *md, struct buf *out, const char *id, enum word name)
{
	buf_printf(out, "  %s([\"", id);
	mermaid_text(out, show_word(md->doc->voice, name));
	buf_puts(out, "\"])\n");
}

static void
put_chart(struct md *md, struct buf *out)
{
	const struct doc *doc = md->doc;
	const struct list *stages = &doc->model->document->stages;
	buf_puts(out, "flowchart TD\n");
	put_event(md, out, "first", WORD_START);
	for (uint32_t i = 0; i < stages->count; i++)
		put_stage(md, out, stage_at(stages, i));
	put_event(md, out, "last", WORD_END);
	for (uint32_t i = 0; i < doc->route_count; i++)
		put_route(out, &doc->routes[i]);
	buf_puts(out, "  classDef key stroke-width:3px\n  classDef blocking "
		      "stroke:#c62828,stroke-width:3px\n");
}

void
md_map(struct md *md)
{
	size_t routes = md->doc->route_count;
	struct buf out = {0};
	if (routes <= MERMAID_EDGES)
		put_chart(md, &out);
	if (out.length && mermaid_draws(&out, routes)) {
		md_gap(md);
		buf_printf(md->out, "```mermaid\n%s```\n", buf_text(&out));
	} else {
		emission_notice(md->emission, NOTICE_CHART_LEFT, md->split ? "/index.md" : ".md",
				routes);
	}
	buf_free(&out);
}
