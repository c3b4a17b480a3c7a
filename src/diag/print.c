/* SPDX-License-Identifier: MIT */
/* Findings for people: place, message, source line, caret, second place, suggestion. */
#include "diag/diag.h"

#include "support/file.h"
#include "support/utf8.h"

#include <string.h>

struct printer {
	const struct model *model;
	struct buf *out;
	int lang;
	bool colour;
	const char **texts; /* contents of the files read so far, by file index */
	struct arena arena;
};

static const char *const severity_names[][2] = {
    [SEVERITY_OFF] = {"", ""},
    [SEVERITY_NOTE] = {"note", "заметка"},
    [SEVERITY_WARNING] = {"warning", "предупреждение"},
    [SEVERITY_ERROR] = {"error", "ошибка"},
};

static const char *const severity_colours[] = {"", "\033[36m", "\033[33m", "\033[31m"};

/* Text for a terminal: what would move the cursor or turn the direction shows as <U+202E>. */
static void
put_safe(struct buf *out, const char *text, size_t length)
{
	const char *end = text + length;
	while (text < end) {
		const char *start = text;
		uint32_t rune = utf8_next(&text);
		if (rune == '\t')
			buf_putc(out, ' ');
		else if (utf8_is_hidden(rune))
			buf_printf(out, "<U+%04X>", (unsigned)rune);
		else
			buf_add(out, start, (size_t)(text - start));
	}
}

/* The contents of a file, read again for its lines; "" when it is gone or not UTF-8. */
static const char *
file_text(struct printer *p, unsigned file)
{
	const struct source *source = &p->model->files[file];
	if (p->texts[file])
		return p->texts[file];
	struct buf buf = {0};
	bool fine = source->text || file_read(source->name, &buf) == FILE_FINE;
	const char *text = source->text ? source->text : buf_text(&buf);
	size_t length = source->text ? source->length : buf.length;
	fine = fine && utf8_valid(text, length) == length;
	p->texts[file] = !fine ? "" : source->text ? text : arena_copy(&p->arena, text, length);
	buf_free(&buf);
	return p->texts[file];
}

static size_t
line_length(const char *line)
{
	return strcspn(line, "\r\n");
}

/* The start of a line counted from 1, or NULL. LF, CR LF and CR end a line. */
static const char *
line_start(const char *text, uint32_t line)
{
	if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
		text += 3;
	for (; line > 1; line--) {
		text += line_length(text);
		if (!*text)
			return NULL;
		text += text[0] == '\r' && text[1] == '\n' ? 2 : 1;
	}
	return text;
}

/* The length in bytes of what a finding points at: a quoted string, else up to what ends a plain text. */
static size_t
token_length(const char *at, size_t rest)
{
	if (rest && (*at == '"' || *at == '\'')) {
		const char *close = memchr(at + 1, *at, rest - 1);
		return close ? (size_t)(close - at) + 1 : rest;
	}
	size_t length = 0;
	while (length < rest) {
		bool last = length + 1 >= rest;
		if (at[length] == ':' && (last || at[length + 1] == ' '))
			break;
		if (length && strchr(",]}", at[length]))
			break;
		if (at[length] == ' ' && !last && at[length + 1] == '#')
			break;
		length++;
	}
	while (length > 1 && at[length - 1] == ' ')
		length--;
	return length ? length : rest > 0;
}

enum { LONGEST_SHOWN = 400 };

static void
put_source(struct printer *p, struct pos pos)
{
	const char *line = line_start(file_text(p, pos.file), pos.line);
	if (!line)
		return;
	size_t length = line_length(line);
	const char *at = line;
	for (uint32_t i = 1; i < pos.column && at < line + length; i++)
		utf8_next(&at);
	if (length > LONGEST_SHOWN)
		return;
	struct buf before = {0}, token = {0};
	put_safe(&before, line, (size_t)(at - line));
	put_safe(&token, at, token_length(at, length - (size_t)(at - line)));
	buf_printf(p->out, "%6u | ", pos.line);
	put_safe(p->out, line, length);
	buf_puts(p->out, "\n       | ");
	for (size_t i = utf8_width(buf_text(&before), before.length); i > 0; i--)
		buf_putc(p->out, ' ');
	buf_puts(p->out, p->colour ? "\033[1m^" : "^");
	for (size_t i = utf8_width(buf_text(&token), token.length); i > 1; i--)
		buf_putc(p->out, '~');
	buf_puts(p->out, p->colour ? "\033[0m\n" : "\n");
	buf_free(&before);
	buf_free(&token);
}

static void
put_place(struct printer *p, struct pos pos)
{
	const char *name = p->model->files[pos.file].name;
	put_safe(p->out, name, strlen(name));
	if (pos.line)
		buf_printf(p->out, ":%u:%u", pos.line, (unsigned)pos.column);
	buf_puts(p->out, ": ");
}

static void
put_one(struct printer *p, const struct diagnostic *d)
{
	struct buf message = {0};
	put_place(p, d->pos);
	buf_printf(p->out, "%s%s:%s ", p->colour ? severity_colours[d->severity] : "", severity_names[d->severity][p->lang],
	    p->colour ? "\033[0m" : "");
	diag_message(d, p->lang, &message);
	put_safe(p->out, buf_text(&message), message.length);
	buf_printf(p->out, " [%s]\n", rule_info(d->rule)->name);
	if (d->pos.line)
		put_source(p, d->pos);
	if (d->suggestion) {
		buf_puts(p->out, p->lang ? "       = возможно, имелось в виду «" : "       = did you mean “");
		put_safe(p->out, d->suggestion, strlen(d->suggestion));
		buf_puts(p->out, p->lang ? "»?\n" : "”?\n");
	}
	if (d->related.line) {
		put_place(p, d->related);
		buf_puts(p->out, p->lang ? "см. также здесь\n" : "see also here\n");
		put_source(p, d->related);
	}
	buf_free(&message);
}

void
diag_print(const struct diagnostics *diags, const struct model *model, int lang, bool colour, struct buf *out)
{
	struct printer printer = {.model = model, .out = out, .lang = lang, .colour = colour};
	printer.texts = arena_array(&printer.arena, model->file_count + 1, sizeof *printer.texts);
	for (size_t i = 0; i < diags->count; i++)
		put_one(&printer, &diags->items[i]);
	arena_free(&printer.arena);
}
