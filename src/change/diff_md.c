/* SPDX-License-Identifier: MIT */
/* What has changed as Markdown that a comment on a pull request takes: short enough, what is gone
 * struck, what is new underlined, wording folded away. */
#include "change/diff.h"
#include "change/redline.h"

#include <string.h>

/* A comment has 65,536 characters at most. */
enum { COMMENT_MOST = 60000 };

struct md_form {
	struct voice voice;
	struct buf *out;
	struct arena arena;
	uint32_t left_out;
};

/* A text on one line in which nothing is markup. */
static void
put_escaped(struct buf *out, const char *text, size_t length)
{
	for (const char *end = text + length; text < end; text++) {
		if (*text == '<')
			buf_puts(out, "&lt;");
		else if (*text == '&')
			buf_puts(out, "&amp;");
		else if (*text == '\n' || *text == '\r')
			buf_putc(out, ' ');
		else if (strchr("\\`*_[]>#|~@", *text))
			buf_printf(out, "\\%c", *text);
		else
			buf_putc(out, *text);
	}
}

static void
put(struct md_form *f, const char *text)
{
	put_escaped(f->out, text, strlen(text));
}

/* A run; no mark holds the blanks at its end. */
static void
put_run(struct md_form *f, const struct redline_run *run)
{
	static const char *const tags[] = {
	    [REDLINE_KEPT] = "", [REDLINE_GONE] = "del", [REDLINE_NEW] = "ins"};
	const char *tag = tags[run->mark];
	size_t length = redline_words(run);
	if (*tag)
		buf_printf(f->out, "<%s>", tag);
	put_escaped(f->out, run->start, length);
	if (*tag)
		buf_printf(f->out, "</%s>", tag);
	put_escaped(f->out, run->start + length, run->length - length);
}

static void
put_redline(struct md_form *f, const char *was, const char *is)
{
	const struct redline line = redline_of(was, is, &f->arena);
	for (uint32_t i = 0; i < line.count; i++)
		put_run(f, &line.runs[i]);
}

static void
put_marked(struct md_form *f, const char *text, const char *tag)
{
	buf_printf(f->out, "<%s>", tag);
	put(f, text);
	buf_printf(f->out, "</%s>", tag);
}

/* One value on the line of what it is of. */
static void
put_short(struct md_form *f, const struct telling *telling)
{
	put(f, telling->label);
	if (telling->was.count) {
		buf_putc(f->out, ' ');
		put_marked(f, telling->was.items[0].s, "del");
	}
	if (telling->is.count) {
		buf_puts(f->out, telling->was.count ? " → " : " ");
		put_marked(f, telling->is.items[0].s, "ins");
	}
	if (telling->follow) {
		buf_puts(f->out, " (");
		put(f, telling->follow);
		buf_putc(f->out, ')');
	}
	buf_putc(f->out, '\n');
}

static void
put_items(struct md_form *f, const struct texts *texts, const char *tag)
{
	for (uint32_t i = 0; i < texts->count; i++) {
		buf_puts(f->out, "  - ");
		if (tag)
			put_marked(f, texts->items[i].s, tag);
		else
			put(f, texts->items[i].s);
		buf_putc(f->out, '\n');
	}
}

static void
put_block(struct md_form *f, const struct telling *telling)
{
	put(f, telling->label);
	if (telling->reordered)
		buf_printf(f->out, ", %s", show_word(&f->voice, WORD_CHANGE_ORDER));
	buf_putc(f->out, '\n');
	bool things = telling->change->what == CHANGE_ADD || telling->change->what == CHANGE_REMOVE;
	if (telling->was.count != telling->is.count || telling->reordered || things) {
		put_items(f, telling->reordered ? &(struct texts){0} : &telling->was, "del");
		put_items(f, &telling->is, telling->reordered ? NULL : "ins");
		return;
	}
	for (uint32_t i = 0; i < telling->is.count; i++) {
		buf_puts(f->out, "  - ");
		put_redline(f, telling->was.items[i].s, telling->is.items[i].s);
		buf_putc(f->out, '\n');
	}
}

static void
put_telling(struct md_form *f, const struct telling *telling)
{
	size_t start = f->out->length;
	buf_puts(f->out, "- ");
	if (*telling->place) {
		enum change_what what = telling->change->what;
		buf_puts(f->out, "**");
		put(f, telling->place);
		buf_puts(f->out, what == CHANGE_MOVE || what == CHANGE_RENAME ? "** " : ":** ");
	}
	if (telling_is_short(telling))
		put_short(f, telling);
	else
		put_block(f, telling);
	if (f->out->length <= COMMENT_MOST)
		return;
	buf_cut(f->out, start);
	f->left_out++;
}

static void
put_all(struct md_form *f, const struct tellings *tellings, bool material)
{
	for (uint32_t i = 0; i < tellings->count; i++)
		if (tellings->items[i].change->material == material)
			put_telling(f, &tellings->items[i]);
}

static void
put_ties(struct md_form *f, const struct texts *ties)
{
	for (uint32_t i = 0; i < ties->count && f->out->length < COMMENT_MOST; i++) {
		buf_puts(f->out, i ? "" : "\n");
		buf_puts(f->out, "> ");
		put(f, show_word_with(&f->voice, WORD_CHANGE_TIE, ties->items[i].s, &f->arena));
		buf_putc(f->out, '\n');
	}
}

void
diff_md(const struct tellings *tellings, int lang, struct buf *out)
{
	struct md_form f = {.voice = {.lang = lang}, .out = out};
	buf_puts(out, "### ");
	put(&f, show_word(&f.voice, WORD_CHANGE_TITLE));
	buf_puts(out, ": ");
	put(&f, tellings->process);
	buf_printf(out, "\n\n%s\n", tell_summary(tellings, lang, &f.arena));
	if (tellings->material)
		buf_putc(out, '\n');
	put_all(&f, tellings, true);
	if (tellings->material < tellings->count) {
		buf_printf(out, "\n<details><summary>%s: %u</summary>\n\n",
			   show_word(&f.voice, WORD_CHANGE_EDITORIAL_LIST),
			   (unsigned)(tellings->count - tellings->material));
		put_all(&f, tellings, false);
		buf_puts(out, "\n</details>\n");
	}
	put_ties(&f, &tellings->ties);
	if (f.left_out) {
		const char *count = arena_printf(&f.arena, "%u", (unsigned)f.left_out);
		buf_printf(out, "\n%s\n",
			   show_word_with(&f.voice, WORD_CHANGE_MORE, count, &f.arena));
	}
	arena_free(&f.arena);
}
