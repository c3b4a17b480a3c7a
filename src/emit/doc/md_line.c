/* SPDX-License-Identifier: MIT */
/* What stands before a block of Markdown: a gap, an anchor, a heading. */
#include "emit/doc/md.h"

void
md_gap(struct md *md)
{
	struct buf *out = md->out;
	while (out->length && out->data[out->length - 1] == '\n')
		out->data[--out->length] = '\0';
	if (out->length)
		buf_puts(out, "\n\n");
}

void
md_anchor(struct md *md, const char *anchor)
{
	buf_printf(md->out, "<a name=\"" MD_ANCHOR "%s\"></a>", anchor);
}

void
md_heading(struct md *md, int level, const char *title)
{
	md_gap(md);
	for (int i = 0; i < level; i++)
		buf_putc(md->out, '#');
	buf_putc(md->out, ' ');
	md_escape(md->out, title, true);
}
