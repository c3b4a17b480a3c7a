/* SPDX-License-Identifier: MIT */
/* Blocks of a document as HTML. */
#include "draw/chart.h"
#include "draw/course.h"
#include "draw/pen/svg_pen.h"
#include "emit/doc/html.h"

static int
level_below(const struct html *html)
{
	return (html->section ? html->section->level : 1) + 1;
}

static void
put_heading(struct html *html, const char *title)
{
	int level = level_below(html);
	buf_printf(html->out, "<h%d>", level);
	html_escape(html->out, title);
	buf_printf(html->out, "</h%d>\n", level);
}

static void
put_lines(struct html *html, const struct doc_lines *lines)
{
	for (uint32_t i = 0; i < lines->count; i++)
		html_paragraph(html, &lines->items[i]);
}

static void
put_items(struct html *html, const struct doc_lines *lines)
{
	buf_puts(html->out, "<ul>\n");
	for (uint32_t i = 0; i < lines->count; i++) {
		buf_puts(html->out, "<li");
		html_about(html, lines->items[i].about, NULL);
		buf_putc(html->out, '>');
		html_line(html, &lines->items[i]);
		buf_puts(html->out, "</li>\n");
	}
	buf_puts(html->out, "</ul>\n");
}

static void
put_marks(struct html *html, const struct doc_line *line)
{
	buf_puts(html->out, "<p class=\"marks\">");
	for (uint32_t i = 0; i < line->count; i++) {
		buf_puts(html->out, i ? " <span class=\"mark\">" : "<span class=\"mark\">");
		html_escape(html->out, line->items[i].text);
		buf_puts(html->out, "</span>");
	}
	buf_puts(html->out, "</p>\n");
}

/* One value or a list of them. */
static void
put_value(struct html *html, const struct doc_lines *lines)
{
	if (lines->count == 1)
		put_lines(html, lines);
	else
		put_items(html, lines);
}

/* On paper the title stands beside its value (page.css). */
static void
put_field(struct html *html, const struct doc_block *field)
{
	buf_puts(html->out, "<div class=\"field\">\n");
	put_heading(html, field->title);
	put_value(html, &field->lines);
	buf_puts(html->out, "</div>\n");
}

/* The lines of a short value, parted by commas. */
static void
put_brief(struct html *html, const struct doc_lines *lines)
{
	for (uint32_t i = 0; i < lines->count; i++) {
		buf_puts(html->out, i ? ", " : "");
		html_line(html, &lines->items[i]);
	}
}

static void
put_facts(struct html *html, const struct doc_block *facts)
{
	buf_puts(html->out, "<dl class=\"facts\">\n");
	for (uint32_t i = 0; i < facts->field_count; i++) {
		buf_puts(html->out, "<div><dt>");
		html_escape(html->out, facts->fields[i].title);
		buf_puts(html->out, "</dt><dd>");
		put_brief(html, &facts->fields[i].lines);
		buf_puts(html->out, "</dd></div>\n");
	}
	buf_puts(html->out, "</dl>\n");
}

/* The short fields of a step or term in a line. */
static void
put_briefs(struct html *html, const struct doc_block *block)
{
	bool first = true;
	for (uint32_t i = 0; i < block->field_count; i++) {
		const struct doc_block *field = &block->fields[i];
		if (!field->brief)
			continue;
		buf_puts(html->out, first ? "<p class=\"brief\">" : " ");
		buf_puts(html->out, "<span><span class=\"label\">");
		html_escape(html->out, field->title);
		buf_puts(html->out, ":</span> ");
		put_brief(html, &field->lines);
		buf_puts(html->out, "</span>");
		first = false;
	}
	buf_puts(html->out, first ? "" : "</p>\n");
}

/* A longer field of a step or term under its title. */
static void
put_detail(struct html *html, const struct doc_block *field)
{
	buf_puts(html->out, "<div class=\"detail\">");
	if (field->title) {
		buf_puts(html->out, "<p class=\"label\">");
		html_escape(html->out, field->title);
		buf_puts(html->out, "</p>\n");
	}
	put_value(html, &field->lines);
	buf_puts(html->out, "</div>\n");
}

/* The short fields, then the others, in a box that is a column on paper. */
static void
put_fields(struct html *html, const struct doc_block *block)
{
	bool first = true;
	put_briefs(html, block);
	for (uint32_t i = 0; i < block->field_count; i++) {
		if (block->fields[i].brief)
			continue;
		buf_puts(html->out, first ? "<div class=\"details\">\n" : "");
		put_detail(html, &block->fields[i]);
		first = false;
	}
	buf_puts(html->out, first ? "" : "</div>\n");
}

/* A name that stands out, with its badges after it. */
static void
put_name(struct html *html, const struct doc_line *name, const char *tag)
{
	buf_printf(html->out, "<%s>", tag);
	html_escape(html->out, name->items[0].text);
	buf_printf(html->out, "</%s>", tag);
	for (uint32_t i = 1; i < name->count; i++) {
		buf_puts(html->out, " <span class=\"mark\">");
		html_escape(html->out, name->items[i].text);
		buf_puts(html->out, "</span>");
	}
}

/* Ends open items of steps down to a level: an item of level 2 stands within the list of one of
 * level 1. */
static void
close_steps(struct html *html, int level)
{
	for (; html->step_level > level; html->step_level--)
		buf_puts(html->out, html->step_level == 2 ? "</li>\n</ol>\n" : "</li>\n");
}

static void
put_step(struct html *html, const struct doc_block *step)
{
	if (step->level == html->step_level && step->level == 2)
		buf_puts(html->out, "</li>\n");
	else
		close_steps(html, step->level - 1);
	if (step->level == 2 && html->step_level == 1)
		buf_puts(html->out, "<ol>\n");
	html->step_level = step->level;
	buf_puts(html->out, "<li");
	if (step->anchor)
		buf_printf(html->out, " id=\"%s\"", step->anchor);
	html_about(html, step->about, NULL);
	buf_puts(html->out, ">\n<p class=\"name\">");
	buf_printf(html->out, "<span class=\"number\">%s</span> ", step->number);
	put_name(html, &step->lines.items[0], "strong");
	buf_puts(html->out, "</p>\n");
	put_fields(html, step);
}

static void
put_steps(struct html *html, const struct doc_block *steps)
{
	if (steps->title)
		put_heading(html, steps->title);
	buf_puts(html->out, "<ol class=\"steps\">\n");
}

/* In the colour of what it means; faint where it is the stage's. */
static void
put_letter(struct html *html, const struct doc_cell *cell)
{
	bool taken = cell->letter >= 'a';
	buf_printf(html->out, "<span class=\"letter %c%s\">",
		   taken ? cell->letter : cell->letter + 32, taken ? " taken" : "");
	html_line(html, &cell->lines.items[0]);
	buf_puts(html->out, "</span>");
}

static void
put_cell(struct html *html, const struct doc_cell *cell, enum doc_align align, bool heading)
{
	static const char *const classes[] = {[ALIGN_START] = "",
					      [ALIGN_MIDDLE] = " class=\"middle\"",
					      [ALIGN_FIGURES] = " class=\"figures\""};
	const char *tag = heading || cell->head ? "th" : "td";
	buf_printf(html->out, "<%s%s%s>", tag,
		   heading      ? " scope=\"col\""
		   : cell->head ? " scope=\"row\""
				: "",
		   classes[align]);
	if (cell->lines.count > 1)
		put_items(html, &cell->lines);
	else if (cell->letter)
		put_letter(html, cell);
	else if (cell->lines.count)
		html_line(html, &cell->lines.items[0]);
	buf_printf(html->out, "</%s>", tag);
}

static void
put_row(struct html *html, const struct doc_block *row, bool heading)
{
	buf_puts(html->out,
		 row->about && row->about->kind == KIND_STEP ? "<tr class=\"sub\"" : "<tr");
	if (row->anchor)
		buf_printf(html->out, " id=\"%s\"", row->anchor);
	html_about(html, row->about, row->only);
	buf_putc(html->out, '>');
	for (uint32_t i = 0; i < row->cell_count; i++)
		put_cell(html, &row->cells[i], html->aligns[i], heading);
	buf_puts(html->out, "</tr>\n");
}

/* Rows are aligned as the heading of their column says. */
static void
keep_aligns(struct html *html, const struct doc_block *table)
{
	if (table->cell_count > html->align_room) {
		html->align_room = table->cell_count;
		html->aligns =
		    arena_array(&html->emission->arena, table->cell_count, sizeof *html->aligns);
	}
	for (uint32_t i = 0; i < table->cell_count; i++)
		html->aligns[i] = table->cells[i].align;
}

/* A table may be wider than a phone: it scrolls by itself, and the keyboard reaches it. A group,
 * unlike a section with a name, is no landmark. */
static void
open_table(struct html *html, const struct doc_block *table)
{
	keep_aligns(html, table);
	if (table->title)
		put_heading(html, table->title);
	buf_puts(html->out, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
	html_escape(html->out, table->title ? table->title : html->section->title);
	buf_puts(html->out, "\">\n<table>\n<thead>\n");
	put_row(html, table, true);
	buf_puts(html->out, "</thead>\n<tbody>\n");
}

static void
put_term(struct html *html, const struct doc_block *term)
{
	buf_printf(html->out, "<div class=\"term%s\" id=\"%s\">\n<p>",
		   term->sentence ? " sentence" : "", term->anchor);
	put_name(html, &term->lines.items[0], "dfn");
	buf_puts(html->out, "</p>\n");
	for (uint32_t i = 1; i < term->lines.count; i++)
		html_paragraph(html, &term->lines.items[i]);
	put_fields(html, term);
	buf_puts(html->out, "</div>\n");
}

/* The process from stage to stage. */
static void
put_course(struct html *html)
{
	struct course *course = doc_course(html->doc, "#", &html->scratch);
	struct svg_pen pen = svg_pen(html->out, NULL, "course-");
	if (!course)
		return;
	buf_puts(html->out, "<figure class=\"course\">\n");
	course_draw(course, &pen.pen);
	buf_puts(html->out, "</figure>\n");
}

/* Buttons that the script shows, since nothing works in them without. */
static void
put_zoom(struct html *html)
{
	static const struct {
		const char *name;
		enum word word;
	} buttons[] = {{"out", WORD_PAGE_MAP_SMALLER},
		       {"fit", WORD_PAGE_MAP_WHOLE},
		       {"in", WORD_PAGE_MAP_LARGER},
		       {"full", WORD_PAGE_MAP_FULL}};
	buf_puts(html->out, "<p class=\"zoom\" hidden>");
	for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
		buf_printf(html->out, "%s<button type=\"button\" name=\"%s\">", i ? " " : "",
			   buttons[i].name);
		html_escape(html->out, show_word(html->doc->voice, buttons[i].word));
		buf_puts(html->out, "</button>");
	}
	buf_puts(html->out, "</p>\n");
}

/* Who does which step; and in pages for paper. */
static void
put_steps_map(struct html *html, const struct flow *flow)
{
	const struct chart_options options = {.frame = CHART_BARE, .prefix = "map-", .href = "#"};
	struct chart *chart = chart_new(flow, &options, &html->scratch);
	bool apart = html_draw_sheets(html, flow);
	buf_printf(html->out, "<div class=\"chart%s\">\n", apart ? " screen" : "");
	put_zoom(html);
	buf_printf(html->out, "<figure class=\"map\" tabindex=\"0\" aria-label=\"");
	html_escape(html->out, show_word(html->doc->voice, WORD_DOC_MAP_STEPS));
	buf_puts(html->out, "\">\n");
	chart_write(chart, 0, html->out, &html->drain.drain);
	buf_puts(html->out, "</figure>\n</div>\n");
}

/* Instead of one that nobody could read. */
static void
leave_steps_map(struct html *html, const struct flow *flow)
{
	buf_puts(html->out, "<p>");
	html_escape(html->out, show_word(html->doc->voice, WORD_DOC_MAP_LARGE));
	buf_puts(html->out, "</p>\n");
	emission_notice(html->emission, NOTICE_MAP_LARGE, html->drain.suffix, flow->node_count);
}

static void
put_map(struct html *html)
{
	enum { MOST_BOXES = 300 };
	if (!html->doc->plan)
		return;
	put_course(html);
	struct flow *flow = flow_new(html->doc->plan, html->doc->voice);
	if (flow->node_count > MOST_BOXES)
		leave_steps_map(html, flow);
	else
		put_steps_map(html, flow);
	flow_free(flow);
}

void
html_block(struct html *html, const struct doc_block *block)
{
	switch (block->kind) {
	case BLOCK_TEXT:
		put_lines(html, &block->lines);
		break;
	case BLOCK_LIST:
		put_items(html, &block->lines);
		break;
	case BLOCK_MARKS:
		put_marks(html, &block->lines.items[0]);
		break;
	case BLOCK_FACTS:
		put_facts(html, block);
		break;
	case BLOCK_FIELD:
		put_field(html, block);
		break;
	case BLOCK_STEPS:
		put_steps(html, block);
		break;
	case BLOCK_STEP:
		put_step(html, block);
		break;
	case BLOCK_STEPS_END:
		close_steps(html, 0);
		buf_puts(html->out, "</ol>\n");
		break;
	case BLOCK_TABLE:
		open_table(html, block);
		break;
	case BLOCK_ROW:
		put_row(html, block, false);
		break;
	case BLOCK_TABLE_END:
		buf_puts(html->out, "</tbody>\n</table>\n</div>\n");
		break;
	case BLOCK_TERM:
		put_term(html, block);
		break;
	case BLOCK_MAP:
		put_map(html);
		break;
	case BLOCK_SHEETS:
		buf_puts(html->out, buf_text(&html->sheets));
		buf_free(&html->sheets);
		break;
	case BLOCK_GANTT:
	case BLOCK_QUESTION: /* interviews are no pages */
		break;
	}
	arena_free(&html->scratch);
	drain_text(&html->drain.drain, html->out);
}
