/* SPDX-License-Identifier: MIT */
/* What has changed as a page by itself, in which words are struck and added. */
#include "change/diff.h"
#include "change/redline.h"
#include "redline.css.h"
#include "support/xml.h"

#include <string.h>

struct html_form {
	struct voice voice;
	struct buf *out;
	struct arena arena;
};

static void
put(struct html_form *f, const char *text)
{
	xml_escape(f->out, text);
}

static void
put_marked(struct html_form *f, const char *text, const char *tag)
{
	buf_printf(f->out, "<%s>", tag);
	put(f, text);
	buf_printf(f->out, "</%s>", tag);
}

static void
put_redline(struct html_form *f, const char *was, const char *is)
{
	static const char *const tags[] = {
	    [REDLINE_KEPT] = "span", [REDLINE_GONE] = "del", [REDLINE_NEW] = "ins"};
	const struct redline line = redline_of(was, is, &f->arena);
	for (uint32_t i = 0; i < line.count; i++) {
		const struct redline_run *run = &line.runs[i];
		size_t length = redline_words(run);
		put_marked(f, arena_copy(&f->arena, run->start, length), tags[run->mark]);
		if (run->mark != REDLINE_GONE)
			put(f, arena_copy(&f->arena, run->start + length, run->length - length));
		else if (run->length > length)
			buf_putc(f->out, ' ');
	}
}

static void
put_follow(struct html_form *f, const struct telling *telling)
{
	if (!telling->follow)
		return;
	buf_puts(f->out, " <span class=\"label\">(");
	put(f, telling->follow);
	buf_puts(f->out, ")</span>");
}

static void
put_short(struct html_form *f, const struct telling *telling)
{
	if (telling->was.count)
		put_marked(f, telling->was.items[0].s, "del");
	if (telling->was.count && telling->is.count)
		buf_puts(f->out, " → ");
	if (telling->is.count)
		put_marked(f, telling->is.items[0].s, "ins");
	put_follow(f, telling);
}

static void
put_items(struct html_form *f, const struct texts *texts, const char *tag)
{
	for (uint32_t i = 0; i < texts->count; i++) {
		buf_puts(f->out, "<li>");
		put_marked(f, texts->items[i].s, tag);
		buf_puts(f->out, "</li>\n");
	}
}

static void
put_block(struct html_form *f, const struct telling *telling)
{
	enum change_what what = telling->change->what;
	bool paired = telling->was.count == telling->is.count && what != CHANGE_ADD &&
		      what != CHANGE_REMOVE && !telling->reordered;
	if (telling->reordered) {
		buf_puts(f->out, "<span class=\"label\">");
		put(f, show_word(&f->voice, WORD_CHANGE_ORDER));
		buf_puts(f->out, "</span>");
	}
	if (!telling->was.count && !telling->is.count)
		return;
	buf_puts(f->out, "\n<ul>\n");
	for (uint32_t i = 0; paired && i < telling->is.count; i++) {
		buf_puts(f->out, "<li>");
		put_redline(f, telling->was.items[i].s, telling->is.items[i].s);
		buf_puts(f->out, "</li>\n");
	}
	if (!paired && !telling->reordered)
		put_items(f, &telling->was, "del");
	if (!paired)
		put_items(f, &telling->is, telling->reordered ? "span" : "ins");
	buf_puts(f->out, "</ul>\n");
}

/* The heading of whose the changes are, unless it is that of the one before. */
static void
put_place(struct html_form *f, const char *place, const char **open)
{
	if (*open && strcmp(*open, place) == 0)
		return;
	buf_puts(f->out, *open ? "</ul>\n" : "");
	if (*place) {
		buf_puts(f->out, "<h3>");
		put(f, place);
		buf_puts(f->out, "</h3>\n");
	}
	buf_puts(f->out, "<ul>\n");
	*open = place;
}

static void
put_telling(struct html_form *f, const struct telling *telling)
{
	enum change_what what = telling->change->what;
	static const char *const tags[] = {[CHANGE_ADD] = "ins", [CHANGE_REMOVE] = "del"};
	const char *tag = what == CHANGE_ADD || what == CHANGE_REMOVE ? tags[what] : NULL;
	buf_puts(f->out, "<li>");
	if (tag) {
		put_marked(f, telling->label, tag);
	} else {
		buf_puts(f->out, "<span class=\"label\">");
		put(f, telling->label);
		buf_puts(f->out, ":</span> ");
	}
	if (telling_is_short(telling))
		put_short(f, telling);
	else
		put_block(f, telling);
	buf_puts(f->out, "</li>\n");
}

static void
put_all(struct html_form *f, const struct tellings *tellings, bool material)
{
	const char *open = NULL;
	for (uint32_t i = 0; i < tellings->count; i++) {
		const struct telling *telling = &tellings->items[i];
		if (telling->change->material != material)
			continue;
		put_place(f, telling->place, &open);
		put_telling(f, telling);
	}
	buf_puts(f->out, open ? "</ul>\n" : "");
}

static void
put_head(struct html_form *f, const struct tellings *tellings)
{
	buf_printf(f->out,
		   "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
		   f->voice.lang ? "ru" : "en");
	buf_printf(f->out,
		   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		   "style-src 'sha256-%s'\">\n",
		   redline_css_sha256);
	buf_puts(f->out, "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
	put(f, show_word(&f->voice, WORD_CHANGE_TITLE));
	buf_puts(f->out, ": ");
	put(f, tellings->process);
	buf_printf(f->out, "</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n<h1>",
		   redline_css);
	put(f, tellings->process);
	buf_puts(f->out, "</h1>\n<p class=\"summary\">");
	put(f, tell_summary(tellings, f->voice.lang, &f->arena));
	buf_puts(f->out, "</p>\n");
}

static void
put_heading(struct html_form *f, enum word word)
{
	buf_puts(f->out, "<h2>");
	put(f, show_word(&f->voice, word));
	buf_puts(f->out, "</h2>\n");
}

void
diff_html(const struct tellings *tellings, int lang, struct buf *out)
{
	struct html_form f = {.voice = {.lang = lang}, .out = out};
	put_head(&f, tellings);
	if (tellings->material)
		put_heading(&f, WORD_CHANGE_TITLE);
	put_all(&f, tellings, true);
	if (tellings->material < tellings->count)
		put_heading(&f, WORD_CHANGE_EDITORIAL_LIST);
	put_all(&f, tellings, false);
	for (uint32_t i = 0; i < tellings->ties.count; i++) {
		buf_puts(out, "<p class=\"tie\">");
		put(&f,
		    show_word_with(&f.voice, WORD_CHANGE_TIE, tellings->ties.items[i].s, &f.arena));
		buf_puts(out, "</p>\n");
	}
	buf_puts(out, "</main>\n</body>\n</html>\n");
	arena_free(&f.arena);
}
