/* SPDX-License-Identifier: MIT */
/* Findings for people: place, message, source line, caret, second place, suggestion. */
#include "diag/diag.h"
#include "source/source.h"
#include "support/utf8.h"
#include "text/words/twins.h"
#include "text/visible.h"

#include <string.h>

struct finding_printer {
	struct sources *sources;
	struct buf *out;
	int lang;
	bool colour;
};

static const char *const severity_names[][2] = {
    [SEVERITY_OFF] = {"off", "выкл"},
    [SEVERITY_NOTE] = {"note", "заметка"},
    [SEVERITY_WARNING] = {"warning", "предупреждение"},
    [SEVERITY_ERROR] = {"error", "ошибка"},
};

/* What a part of a message looks like on a terminal that has colours. */
static const char bold[] = "\033[1m", dim[] = "\033[2m", gutter[] = "\033[34m", plain[] = "\033[0m";
static const char *const severity_colours[] = {"", "\033[1;36m", "\033[1;33m", "\033[1;31m"};

const char *
severity_name(enum severity severity, int lang)
{
	return severity_names[severity][lang];
}

static void
put_look(struct finding_printer *p, const char *look)
{
	if (p->colour)
		buf_puts(p->out, look);
}

/* A line is quoted as far as this much before and behind the place, in characters. */
enum { SHOWN_BEFORE = 70, SHOWN_AFTER = 90 };

/* The part of a line that is quoted. */
struct quote {
	const char *start, *at, *end;
	bool cut_start, cut_end;
};

static struct quote
quote_line(const char *line, size_t length, const char *at)
{
	struct quote quote = {.start = line, .at = at, .end = at};
	size_t before = utf8_count(line, (size_t)(at - line));
	for (size_t skip = before > SHOWN_BEFORE ? before - SHOWN_BEFORE : 0; skip > 0; skip--)
		utf8_next(&quote.start);
	for (size_t i = 0; i < SHOWN_AFTER && quote.end < line + length; i++)
		utf8_next(&quote.end);
	quote.cut_start = quote.start > line;
	quote.cut_end = quote.end < line + length;
	return quote;
}

static size_t
shown_width(const char *text, size_t length)
{
	struct buf safe = {0};
	visible_add(&safe, text, length);
	size_t width = utf8_width(buf_text(&safe), safe.length);
	buf_free(&safe);
	return width;
}

static void
put_gutter(struct finding_printer *p, uint32_t line)
{
	put_look(p, gutter);
	if (line)
		buf_printf(p->out, "%6u | ", (unsigned)line);
	else
		buf_puts(p->out, "       | ");
	put_look(p, plain);
}

/* The source line and a caret under what is meant, length bytes from pos on. */
static void
put_source(struct finding_printer *p, struct pos pos, size_t meant, const char *look)
{
	size_t length;
	const char *line = sources_line(p->sources, pos.file, pos.line, &length);
	const char *at = sources_at(p->sources, pos);
	if (!line)
		return;
	struct quote quote = quote_line(line, length, at);
	if (meant > (size_t)(quote.end - at))
		meant = (size_t)(quote.end - at);
	put_gutter(p, pos.line);
	buf_puts(p->out, quote.cut_start ? "…" : "");
	visible_add(p->out, quote.start, (size_t)(quote.end - quote.start));
	buf_puts(p->out, quote.cut_end ? "…\n" : "\n");
	put_gutter(p, 0);
	size_t indent = shown_width(quote.start, (size_t)(at - quote.start)) + quote.cut_start;
	for (; indent > 0; indent--)
		buf_putc(p->out, ' ');
	put_look(p, look);
	buf_putc(p->out, '^');
	for (size_t i = shown_width(at, meant); i > 1; i--)
		buf_putc(p->out, '~');
	put_look(p, plain);
	buf_putc(p->out, '\n');
}

static void
put_place(struct finding_printer *p, struct pos pos)
{
	const char *name = sources_name(p->sources, pos.file);
	put_look(p, bold);
	visible_add(p->out, name, strlen(name));
	if (pos.line)
		buf_printf(p->out, ":%u:%u", (unsigned)pos.line, (unsigned)pos.column);
	buf_puts(p->out, ":");
	put_look(p, plain);
	buf_putc(p->out, ' ');
}

static void
put_headline(struct finding_printer *p, const struct diagnostic *d)
{
	struct buf message = {0};
	put_place(p, d->pos);
	put_look(p, severity_colours[d->severity]);
	buf_printf(p->out, "%s:", severity_name(d->severity, p->lang));
	put_look(p, plain);
	buf_putc(p->out, ' ');
	diag_message(d, p->lang, &message);
	put_look(p, bold);
	visible_add(p->out, buf_text(&message), message.length);
	put_look(p, plain);
	put_look(p, dim);
	buf_printf(p->out, " [%s]", rule_info(d->rule)->name);
	put_look(p, plain);
	buf_putc(p->out, '\n');
	buf_free(&message);
}

/* The bytes from a place to an end that are on its line. */
static size_t
meant_length(struct finding_printer *p, struct pos pos, struct pos end)
{
	size_t length = 0;
	const char *line = sources_line(p->sources, pos.file, pos.line, &length),
		   *from = sources_at(p->sources, pos),
		   *to = end.line > pos.line ? line + length : sources_at(p->sources, end);
	return from ? (size_t)(to - from) : 0;
}

static void
put_one(struct finding_printer *p, const struct diagnostic *d)
{
	put_headline(p, d);
	if (d->pos.line)
		put_source(p, d->pos, meant_length(p, d->pos, d->end),
			   severity_colours[d->severity]);
	if (d->suggestion) {
		struct buf help = {0};
		diag_help(d, p->lang, &help);
		put_look(p, gutter);
		buf_puts(p->out, "       = ");
		put_look(p, plain);
		visible_add(p->out, buf_text(&help), help.length);
		buf_putc(p->out, '\n');
		buf_free(&help);
	}
	if (d->related.line) {
		put_place(p, d->related);
		said_add(p->out, p->lang, PHRASE_SEE_ALSO, NULL, NULL);
		buf_putc(p->out, '\n');
		put_source(p, d->related, meant_length(p, d->related, d->related_end), gutter);
	}
}

/* Adds why a word was not understood that looks just like the one meant. */
static void
put_twins(const struct twins *twins, int lang, struct buf *out)
{
	bool latin = twin_letter(twins->here, true), cyrillic = twin_letter(twins->here, false);
	struct buf here = {0}, there = {0};
	if (latin || cyrillic) {
		buf_rune(&here, twins->here);
	} else {
		buf_printf(&here, "U+%04X", (unsigned)twins->here);
		buf_printf(&there, "U+%04X", (unsigned)twins->there);
	}
	said_add(out, lang,
		 latin      ? PHRASE_LATIN_HERE
		 : cyrillic ? PHRASE_CYRILLIC_HERE
			    : PHRASE_TWIN_SIGNS,
		 buf_text(&here), buf_text(&there));
	buf_free(&here);
	buf_free(&there);
}

void
diag_help(const struct diagnostic *d, int lang, struct buf *out)
{
	if (!d->suggestion)
		return;
	said_add(out, lang, PHRASE_DID_YOU_MEAN, d->suggestion, NULL);
	struct twins twins;
	for (size_t i = 0; i < DIAG_ARGS && d->args[i].texts[lang]; i++) {
		if (twins_find(d->args[i].texts[lang], d->suggestion, &twins)) {
			buf_putc(out, ' ');
			put_twins(&twins, lang, out);
		}
	}
}

void
diag_print(const struct diagnostics *diags, struct sources *sources, int lang, bool colour,
	   size_t most, struct buf *out)
{
	struct finding_printer printer = {
	    .sources = sources, .out = out, .lang = lang, .colour = colour};
	size_t shown = most && most < diags->count ? most : diags->count;
	for (size_t i = 0; i < shown; i++)
		put_one(&printer, &diags->items[i]);
	if (shown == diags->count)
		return;
	struct buf rest = {0};
	buf_printf(&rest, "%zu", diags->count - shown);
	said_add(out, lang, PHRASE_MORE_FINDINGS, buf_text(&rest), NULL);
	buf_putc(out, '\n');
	buf_free(&rest);
}
