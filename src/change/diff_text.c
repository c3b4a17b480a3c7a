/* SPDX-License-Identifier: MIT */
/* What has changed, a line a change; texts that are long below it, a line each. */
#include "change/diff.h"
#include "change/telling_line.h"
#include "support/map.h"
#include "text/visible.h"

#include <string.h>

struct text_form {
	struct voice voice;
	struct buf *out;
	struct arena arena;
};

static void
put(struct text_form *f, const char *text)
{
	visible_add(f->out, text, strlen(text));
}

static void
put_word(struct text_form *f, enum word word)
{
	put(f, show_word(&f->voice, word));
}

/* The lines of a text. */
static void
note_lines(struct map *lines, const char *text, struct arena *arena)
{
	for (size_t length; *text; text += length + (text[length] == '\n')) {
		length = strcspn(text, "\n");
		*map_at(lines, arena_copy(arena, text, length)) = lines;
	}
}

/* A text on lines of its own, each behind the sign, without those that another text has as well. */
static void
put_lines(struct text_form *f, const char *sign, const char *text, const char *other)
{
	struct map there = {0};
	note_lines(&there, other, &f->arena);
	for (size_t length; *text; text += length + (text[length] == '\n')) {
		length = strcspn(text, "\n");
		if (!length || map_get_piece(&there, text, length))
			continue;
		buf_printf(f->out, "    %s ", sign);
		visible_add(f->out, text, length);
		buf_putc(f->out, '\n');
	}
	map_free(&there);
}

/* The text beside one of a value: where each side has but one, the other's. */
static const char *
beside(const struct texts *texts, const struct texts *others)
{
	return texts->count == 1 && others->count == 1 ? others->items[0].s : "";
}

static void
put_block(struct text_form *f, const struct telling *telling)
{
	const struct texts *was = &telling->was, *is = &telling->is;
	put(f, telling->label);
	if (telling->reordered) {
		buf_puts(f->out, ", ");
		put_word(f, WORD_CHANGE_ORDER);
	}
	buf_putc(f->out, '\n');
	for (uint32_t i = 0; i < was->count && !telling->reordered; i++)
		put_lines(f, "−", was->items[i].s, beside(was, is));
	for (uint32_t i = 0; i < is->count; i++)
		put_lines(f, telling->reordered ? " " : "+", is->items[i].s,
			  telling->reordered ? "" : beside(is, was));
}

static void
put_telling(struct text_form *f, const struct telling *telling)
{
	if (telling_is_short(telling)) {
		put(f, telling_line(telling, f->voice.lang, &f->arena));
		buf_putc(f->out, '\n');
		return;
	}
	put(f, telling_line_place(telling, &f->arena));
	put_block(f, telling);
}

/* Those that change the work, or the others. */
static void
put_all(struct text_form *f, const struct tellings *tellings, bool material)
{
	for (uint32_t i = 0; i < tellings->count; i++)
		if (tellings->items[i].change->material == material)
			put_telling(f, &tellings->items[i]);
}

void
diff_text(const struct tellings *tellings, int lang, struct buf *out)
{
	struct text_form f = {.voice = {.lang = lang}, .out = out};
	put(&f, tellings->process);
	buf_printf(out, ". %s\n", tell_summary(tellings, lang, &f.arena));
	if (tellings->material)
		buf_putc(out, '\n');
	put_all(&f, tellings, true);
	if (tellings->material < tellings->count) {
		buf_putc(out, '\n');
		put_word(&f, WORD_CHANGE_EDITORIAL_LIST);
		buf_puts(out, ":\n");
	}
	put_all(&f, tellings, false);
	for (uint32_t i = 0; i < tellings->ties.count; i++) {
		buf_puts(out, i ? "" : "\n");
		put(&f,
		    show_word_with(&f.voice, WORD_CHANGE_TIE, tellings->ties.items[i].s, &f.arena));
		buf_putc(out, '\n');
	}
	arena_free(&f.arena);
}
