/* SPDX-License-Identifier: MIT */
/* The regulation as one page of HTML. Its looks are page.css, its behaviour page.js, both built
 * into the program; the policy of the page lets no other script run (the hash of page.js is
 * computed when the program is built) and nothing be fetched. Without scripts all of it can be
 * read. */
#include "emit/doc/html.h"

#include "draw/accent.h"
#include "emit/limits.h"
#include "model/fields.h"
#include "support/base64.h"
#include "support/map.h"

#include "page.css.h"
#include "page.js.h"

#include <inttypes.h>
#include <string.h>

static struct html *
html_of(struct doc_writer *writer)
{
	return (struct html *)writer;
}

enum { CHAPTER_LEVEL = 2 };

/* The number of a stage is a badge, those of chapters and appendices stand in the line. */
static void
put_title(struct html *html, const struct doc_section *section)
{
	bool badge = section->share || (section->about && section->about->kind == KIND_STAGE);
	if (section->number && (badge || section->level == CHAPTER_LEVEL))
		buf_printf(html->out, "<span class=\"number\">%s%s</span> ", section->number,
			   badge ? "" : ".");
	else if (section->number)
		buf_printf(html->out, "%s. ", section->number);
	html_escape(html->out, section->title);
}

/* Chapters are landmarks: whoever listens to the page leaps from one to the next, so each has a
 * name of its own. What lies within them is reached by its headings; as landmarks they would be too
 * many, and many of one name. */
static void
open_section(struct doc_writer *writer, const struct doc_section *section)
{
	struct html *html = html_of(writer);
	html->section = section;
	buf_puts(html->out, "<section");
	if (section->level == CHAPTER_LEVEL)
		buf_printf(html->out, " aria-labelledby=\"%s\"", section->anchor);
	if (section->part == PART_STAGES || section->part == PART_ROLES ||
	    section->part == PART_PILOTS)
		html_about(html, section->about, NULL);
	buf_printf(html->out, ">\n<h%d id=\"%s\">", section->level, section->anchor);
	put_title(html, section);
	buf_printf(html->out, "</h%d>\n", section->level);
	arena_free(&html->scratch);
}

static void
put_block(struct doc_writer *writer, const struct doc_block *block)
{
	html_block(html_of(writer), block);
}

static void
close_section(struct doc_writer *writer, const struct doc_section *section)
{
	(void)section;
	buf_puts(html_of(writer)->out, "</section>\n");
}

static void
put_word(struct html *html, enum word which)
{
	html_escape(html->out, show_word(html->doc->voice, which));
}

/* The contents: parts, and below them what has a line of its own there. */
static void
put_contents(struct html *html)
{
	buf_puts(html->out, "<nav class=\"contents\" aria-labelledby=\"contents\">\n<details "
			    "open>\n<summary id=\"contents\">");
	put_word(html, WORD_DOC_CONTENTS);
	buf_puts(html->out, "</summary>\n<ol>\n");
	int level = 2;
	bool first = true;
	for (uint32_t i = 0; i < html->doc->count; i++) {
		const struct doc_section *section = html->doc->sections[i];
		if (!section->listed)
			continue;
		if (section->level > level)
			buf_puts(html->out, "\n<ol>\n");
		else
			buf_puts(html->out, first ? "" : "</li>\n");
		for (; level > section->level; level--)
			buf_puts(html->out, "</ol>\n</li>\n");
		level = section->level;
		first = false;
		buf_printf(html->out, "<li><a href=\"#%s\">", section->anchor);
		put_title(html, section);
		buf_puts(html->out, "</a>");
	}
	for (buf_puts(html->out, first ? "" : "</li>\n"); level > 2; level--)
		buf_puts(html->out, "</ol>\n</li>\n");
	buf_puts(html->out, "</ol>\n</details>\n</nav>\n");
}

/* A choice among things, "" for all of them. */
static void
put_select(struct html *html, const char *name, enum word label, enum word all,
	   const struct list *things)
{
	if (things->count < 2)
		return;
	buf_puts(html->out, "<label><span>");
	put_word(html, label);
	buf_printf(html->out, "</span> <select name=\"%s\"><option value=\"\">", name);
	put_word(html, all);
	buf_puts(html->out, "</option>");
	for (uint32_t i = 0; i < things->count; i++) {
		buf_printf(html->out, "<option value=\"%s\">", things->items[i]->anchor);
		html_escape(html->out, entity_name(things->items[i]));
		buf_puts(html->out, "</option>");
	}
	buf_puts(html->out, "</select></label>\n");
}

/* Search and filters. The script shows the form, since nothing works in it without; its words come
 * as data. */
static void
put_tools(struct html *html)
{
	const struct document *document = html->doc->model->document;
	buf_puts(html->out, "<form class=\"tools\" role=\"search\" hidden data-found=\"");
	put_word(html, WORD_PAGE_FOUND);
	buf_puts(html->out, "\" data-nothing=\"");
	put_word(html, WORD_PAGE_NOTHING);
	buf_puts(html->out, "\" data-shown=\"");
	put_word(html, WORD_PAGE_SHOWN);
	buf_puts(html->out, "\">\n<label class=\"search\"><span>");
	put_word(html, WORD_PAGE_SEARCH);
	buf_puts(html->out,
		 "</span> <input type=\"search\" name=\"search\" autocomplete=\"off\"></label>\n");
	if (!html->doc->role) {
		buf_puts(html->out,
			 "<button type=\"button\" name=\"more\" aria-expanded=\"false\">");
		put_word(html, WORD_PAGE_FILTERS);
		buf_puts(html->out, "</button>\n");
		put_select(html, "role", WORD_PAGE_ROLE, WORD_PAGE_ALL_ROLES, &document->roles);
		put_select(html, "stage", WORD_PAGE_STAGE, WORD_PAGE_ALL_STAGES, &document->stages);
		put_select(html, "variant", WORD_PAGE_VARIANT, WORD_PAGE_ALL_VARIANTS,
			   &document->variants);
	}
	buf_puts(html->out, "<button type=\"reset\" class=\"reset\">");
	put_word(html, WORD_PAGE_RESET);
	buf_puts(html->out, "</button>\n<p class=\"status\" role=\"status\"></p>\n<ol "
			    "class=\"results\"></ol>\n</form>\n");
}

/* Links and marks in the colour of the house, in shades that are read on the page's paper by day
 * and by night (page.css); on paper only headings and rules have it. */
static void
put_accent(struct html *html)
{
	enum { DAY = 0xFFFFFF, NIGHT = 0x14181D };
	const struct model *model = html->doc->model;
	uint32_t day = accent_on(model, DAY), night = accent_on(model, NIGHT);
	if (!accent_is_given(model))
		return;
	buf_printf(html->out,
		   "@media screen { :root { --link: #%06" PRIx32 "; --accent: #%06" PRIx32
		   "; --brand: #%06" PRIx32 " } }\n",
		   day, day, day);
	buf_printf(html->out,
		   "@media screen and (prefers-color-scheme: dark) { :root { --link: #%06" PRIx32
		   "; --accent: #%06" PRIx32 "; --brand: #%06" PRIx32 " } }\n",
		   night, night, night);
	buf_printf(html->out, "@media print { :root { --brand: #%06" PRIx32 " } }\n", day);
}

static void
put_head(struct html *html, const char *colors)
{
	struct buf *out = html->out;
	buf_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"UTF-8\">\n",
		   html->doc->model->lang == LANG_EN ? "en" : "ru");
	buf_puts(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		      "style-src 'unsafe-inline'; "
		      "img-src data:; script-src 'sha256-");
	buf_puts(out, page_js_sha256);
	buf_puts(out, "'; base-uri 'none'; form-action 'none'\">\n"
		      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta "
		      "name=\"generator\" content=\"presale\">\n<title>");
	html_escape(out, html->doc->title);
	buf_puts(out, "</title>\n<style>\n");
	buf_puts(out, page_css);
	put_accent(html);
	buf_puts(out, colors);
	html_sheets(html);
	buf_puts(out, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">");
	put_word(html, WORD_PAGE_SKIP);
	buf_puts(out, "</a>\n");
}

/* An SVG within an image runs and fetches nothing, whatever it holds. */
static void
put_logo(struct html *html)
{
	const struct picture *logo = model_logo(html->doc->model);
	if (!logo)
		return;
	buf_printf(html->out, "<img class=\"logo\" src=\"data:image/%s;base64,",
		   logo->form == PICTURE_PNG ? "png" : "svg+xml");
	base64_add(html->out, logo->bytes.data, logo->bytes.length);
	buf_puts(html->out, "\" alt=\"");
	html_escape(html->out, show_logo(html->doc->voice));
	buf_puts(html->out, "\">\n");
}

/* What stands beside the title. */
static void
put_beside(struct html *html, const char *class, const struct doc_block *block)
{
	if (!block->lines.count)
		return;
	buf_printf(html->out, "<div class=\"%s\">\n", class);
	html_block(html, block);
	buf_puts(html->out, "</div>\n");
}

/* The status and version under the title. */
static void
put_edition(struct html *html)
{
	const struct process *process = model_process(html->doc->model);
	int lang = html->doc->voice->lang;
	buf_puts(html->out, "<p class=\"edition\">");
	if (process->code.s) {
		html_escape(html->out, process->code.s);
		buf_puts(html->out, " ");
	}
	if (process->version.s) {
		buf_puts(html->out, "<span>");
		html_escape(html->out, field_row(FIELD_PROCESS_version)->titles[lang]);
		buf_puts(html->out, " ");
		html_escape(html->out, process->version.s);
		buf_puts(html->out, "</span> ");
	}
	if (process->status.value) {
		buf_puts(html->out, "<span class=\"mark\">");
		html_escape(html->out, choice_name(process->status.value, lang));
		buf_puts(html->out, "</span>");
	}
	buf_puts(html->out, "</p>\n");
}

/* Whose the document is, and who approves it. */
static void
put_masthead(struct html *html)
{
	const struct doc_block approval = doc_approval(html->doc);
	if (!approval.lines.count && !model_logo(html->doc->model))
		return;
	buf_puts(html->out, "<div class=\"masthead\">\n");
	put_logo(html);
	put_beside(html, "approval", &approval);
	buf_puts(html->out, "</div>\n");
}

/* The script makes headings lead to themselves; the words for that come as data. */
static void
put_main(struct html *html)
{
	buf_puts(html->out, "<main id=\"main\" data-self=\"");
	put_word(html, WORD_PAGE_SELF);
	buf_puts(html->out, "\">\n");
}

const char *
html_colors(struct emission *emission)
{
	const struct list *roles = &emission->view.voice->model->document->roles;
	struct map known = {0};
	struct buf rules = {0};
	for (uint32_t i = 0; i < roles->count; i++) {
		const char *name = arena_printf(&emission->arena, "c%06" PRIx32,
						show_role_color(role_at(roles, i)));
		void **seen = map_at(&known, name);
		if (!*seen)
			buf_printf(&rules, ".%s::before{background:#%s}\n", name, name + 1);
		*seen = emission;
	}
	const char *kept = arena_string(&emission->arena, buf_text(&rules));
	buf_free(&rules);
	map_free(&known);
	return kept;
}

void
html_document(struct emission *emission, struct doc *doc, const char *colors, const char *suffix)
{
	struct buf out = {0};
	struct html html = {.writer = {open_section, put_block, close_section},
			    .emission = emission,
			    .doc = doc,
			    .out = &out};
	html.drain = emission_drain(emission, suffix);
	html.up = strchr(suffix, '/') ? "../" : "";
	put_head(&html, colors);
	buf_printf(&out, "<div class=\"page%s\">\n<header>\n",
		   doc->model->for_clients ? " brief"
		   : doc->role             ? " instruction"
					   : "");
	put_masthead(&html);
	buf_puts(&out, "<h1>");
	html_escape(&out, doc->title);
	buf_puts(&out, "</h1>\n");
	put_edition(&html);
	const struct doc_block lead = doc_lead(doc);
	put_beside(&html, "lead", &lead);
	buf_puts(&out, "</header>\n");
	if (!doc->model->for_clients)
		put_contents(&html);
	put_main(&html);
	if (!doc->model->for_clients)
		put_tools(&html);
	if (!doc->model->for_clients && !doc->role)
		html_start(&html);
	doc_write(doc, &html.writer);
	buf_puts(&out, "</main>\n</div>\n<script>");
	buf_puts(&out, page_js);
	buf_puts(&out, "</script>\n</body>\n</html>\n");
	emission_write(emission, suffix, &out);
	arena_free(&html.scratch);
}

void
emit_html(struct emission *emission)
{
	struct doc *doc = doc_new(emission->view.voice, emission->view.plan);
	html_document(emission, doc, html_colors(emission), ".html");
	limits_say_document(emission, ".html");
	doc_free(doc);
}
