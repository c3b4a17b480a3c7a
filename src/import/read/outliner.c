/* SPDX-License-Identifier: MIT */
#include "import/read/outliner.h"

void
outliner_begin(struct outliner *outliner, struct foreign *foreign)
{
	*outliner = (struct outliner){.foreign = foreign, .depth = 1};
	outliner->open[0] = foreign_add_topic(foreign, NULL, "");
	outliner->open[0]->place = "";
}

static void
close_note(struct outliner *outliner)
{
	struct arena *arena = outliner->foreign->arena;
	struct foreign_topic *topic = outliner->open[outliner->depth - 1];
	const char *note = foreign_text(arena, buf_text(&outliner->note));
	if (*note)
		topic->note = topic->note ? arena_printf(arena, "%s\n%s", topic->note, note) : note;
	buf_clear(&outliner->note);
}

bool
outliner_open(struct outliner *outliner, unsigned rank, const char *text, const char *place)
{
	if (!*text)
		return true;
	close_note(outliner);
	while (outliner->depth > 1 &&
	       (outliner->ranks[outliner->depth - 1] >= rank || outliner->depth == OUTLINER_DEPTH))
		outliner->depth--;
	struct foreign_topic *topic =
	    foreign_add_topic(outliner->foreign, outliner->open[outliner->depth - 1], text);
	if (!topic)
		return false;
	topic->place = place;
	topic->heading = rank <= OUTLINER_HEADINGS;
	outliner->ranks[outliner->depth] = rank;
	outliner->open[outliner->depth++] = topic;
	return true;
}

void
outliner_add(struct outliner *outliner, const char *line)
{
	buf_puts(&outliner->note, line);
	buf_putc(&outliner->note, '\n');
}

void
outliner_leave_items(struct outliner *outliner)
{
	if (outliner->ranks[outliner->depth - 1] < OUTLINER_ITEM)
		return;
	close_note(outliner);
	while (outliner->ranks[outliner->depth - 1] >= OUTLINER_ITEM)
		outliner->depth--;
}

struct foreign_table *
outliner_add_table(struct outliner *outliner)
{
	const struct foreign_topic *topic = outliner->open[outliner->depth - 1];
	close_note(outliner);
	struct foreign_table *table = foreign_add_table(outliner->foreign, topic->text);
	table->topic = topic;
	return table;
}

void
outliner_end(struct outliner *outliner)
{
	close_note(outliner);
	buf_free(&outliner->note);
}
