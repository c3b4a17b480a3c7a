/* SPDX-License-Identifier: MIT */
/* Blocks of a document as Markdown. */
#include "emit/doc/md.h"

#include <string.h>

/* Room for «-   », so that what follows under a step is moved in alike. */
enum { STEP_INDENT = 4 };

static int
level_below(const struct md *md)
{
	return (md->section ? md->section->level : 1) - md->shift + 1;
}

/* Markdown of several lines, each but the first moved in by `indent` blanks. */
static void
put_indented(struct md *md, const char *markdown, int indent)
{
	for (const char *at = markdown; *at; at++) {
		buf_putc(md->out, *at);
		if (*at == '\n' && at[1] && at[1] != '\n')
			buf_printf(md->out, "%*s", indent, "");
	}
}

/* A line as a block: its prose may be many, alone or after other words. */
static void
put_line(struct md *md, const struct doc_line *line, int indent)
{
	struct doc_line head = *line, tail = *line;
	head.count = line->count ? line->count - 1 : 0;
	tail.items += head.count;
	tail.count = line->count - head.count;
	int heading = level_below(md) - 1 + doc_heading_depth(md->section);
	const char *blocks = md_blocks(&md->text, &tail, heading);
	md_line(&md->text, md->out, &head, true);
	if (!blocks) {
		md_line(&md->text, md->out, &tail, !head.count);
		return;
	}
	if (head.count && !md_is_line(blocks))
		buf_printf(md->out, "\n\n%*s", indent, "");
	put_indented(md, blocks, indent);
}

static void
put_items(struct md *md, const struct doc_lines *lines, int indent)
{
	md_gap(md);
	for (uint32_t i = 0; i < lines->count; i++) {
		buf_printf(md->out, "%*s- ", indent, "");
		put_line(md, &lines->items[i], indent + 2);
		buf_putc(md->out, '\n');
	}
}

static void
put_lines(struct md *md, const struct doc_lines *lines)
{
	for (uint32_t i = 0; i < lines->count; i++) {
		md_gap(md);
		put_line(md, &lines->items[i], 0);
	}
}

static void
put_marks(struct md *md, const struct doc_line *line)
{
	md_gap(md);
	buf_putc(md->out, '_');
	for (uint32_t i = 0; i < line->count; i++) {
		buf_puts(md->out, i ? " · " : "");
		md_escape(md->out, line->items[i].text, i == 0);
	}
	buf_putc(md->out, '_');
}

static void
put_field(struct md *md, const struct doc_block *field)
{
	md_heading(md, level_below(md), field->title);
	if (field->lines.count == 1)
		put_lines(md, &field->lines);
	else
		put_items(md, &field->lines, 0);
}

/* «**Срок:**» */
static void
put_label(struct md *md, const char *title)
{
	if (!title)
		return;
	buf_puts(md->out, "**");
	md_escape(md->out, title, true);
	buf_puts(md->out, ":**");
}

/* A title and a value of a few words. */
static void
put_brief(struct md *md, const struct doc_block *field)
{
	put_label(md, field->title);
	for (uint32_t i = 0; i < field->lines.count; i++) {
		buf_puts(md->out, i ? ", " : " ");
		md_line(&md->text, md->out, &field->lines.items[i], true);
	}
}

static void
put_facts(struct md *md, const struct doc_block *facts)
{
	md_gap(md);
	for (uint32_t i = 0; i < facts->field_count; i++) {
		buf_puts(md->out, "- ");
		put_brief(md, &facts->fields[i]);
		buf_putc(md->out, '\n');
	}
}

/* The short fields of a step or term in one line under its name. */
static void
put_briefs(struct md *md, const struct doc_block *block, int indent)
{
	bool first = true;
	for (uint32_t i = 0; i < block->field_count; i++) {
		if (!block->fields[i].brief)
			continue;
		if (first)
			buf_printf(md->out, "\\\n%*s", indent, "");
		else
			buf_puts(md->out, " · ");
		put_brief(md, &block->fields[i]);
		first = false;
	}
}

/* A longer field of a step or term, as an item: beside its title when it fits there. */
static void
put_detail(struct md *md, const struct doc_block *field, int indent)
{
	buf_printf(md->out, "\n%*s- ", indent, "");
	put_label(md, field->title);
	if (field->lines.count > 1) {
		for (uint32_t i = 0; i < field->lines.count; i++) {
			buf_printf(md->out, "\n%*s- ", indent + 2, "");
			put_line(md, &field->lines.items[i], indent + 4);
		}
		return;
	}
	const char *blocks = md_blocks(&md->text, &field->lines.items[0], 6);
	if (blocks && !md_is_line(blocks)) {
		buf_printf(md->out, "\n\n%*s", indent + 2, "");
		put_indented(md, blocks, indent + 2);
		return;
	}
	buf_puts(md->out, field->title ? " " : "");
	if (blocks)
		buf_puts(md->out, blocks);
	else
		md_line(&md->text, md->out, &field->lines.items[0], false);
}

static void
put_details(struct md *md, const struct doc_block *block, int indent)
{
	for (uint32_t i = 0; i < block->field_count; i++)
		if (!block->fields[i].brief)
			put_detail(md, &block->fields[i], indent);
}

/* A name that stands out, with its badges after it. */
static void
put_name(struct md *md, const struct doc_block *block)
{
	const struct doc_line *name = &block->lines.items[0];
	if (block->anchor)
		md_anchor(md, block->anchor);
	buf_puts(md->out, "**");
	if (block->number) /* that of a stage, too, ends with a point */
		buf_printf(md->out, "%s%s ", block->number, strchr(block->number, '.') ? "" : ".");
	md_escape(md->out, name->items[0].text, true);
	buf_puts(md->out, "**");
	for (uint32_t i = 1; i < name->count; i++) {
		buf_puts(md->out, i == 1 ? " _(" : ", ");
		md_escape(md->out, name->items[i].text, false);
	}
	buf_puts(md->out, name->count > 1 ? ")_" : "");
}

static void
put_step(struct md *md, const struct doc_block *step)
{
	int indent = (step->level - 1) * STEP_INDENT;
	if (step->level == 1)
		md->counts[2] = 0;
	int number = ++md->counts[step->level];
	if (!md->tight || number == 1)
		md_gap(md);
	buf_printf(md->out, "%*s%-*s", indent, "", STEP_INDENT, "-");
	put_name(md, step);
	put_briefs(md, step, indent + STEP_INDENT);
	put_details(md, step, indent + STEP_INDENT);
	buf_putc(md->out, '\n');
}

static void
put_row(struct md *md, const struct doc_block *row)
{
	buf_putc(md->out, '|');
	for (uint32_t i = 0; i < row->cell_count; i++) {
		buf_putc(md->out, ' ');
		md_cell(&md->text, md->out, &row->cells[i].lines);
		buf_puts(md->out, " |");
	}
	buf_putc(md->out, '\n');
}

static void
put_table(struct md *md, const struct doc_block *table)
{
	static const char *const rules[] = {
	    [ALIGN_START] = " --- |", [ALIGN_MIDDLE] = " :-: |", [ALIGN_FIGURES] = " --: |"};
	if (table->title)
		md_heading(md, level_below(md), table->title);
	md_gap(md);
	put_row(md, table);
	buf_putc(md->out, '|');
	for (uint32_t i = 0; i < table->cell_count; i++)
		buf_puts(md->out, rules[table->cells[i].align]);
	buf_putc(md->out, '\n');
}

/* What a term means, beside its name. Words alone can stand there: a list, a table, code, a quote
 * begin below it. */
static void
put_meaning(struct md *md, const struct doc_block *term)
{
	const struct doc_line *meaning = &term->lines.items[1];
	const char *blocks = md_blocks(&md->text, meaning, level_below(md) + 1);
	buf_puts(md->out, blocks && !md_begins_words(blocks) ? "\n\n"
			  : term->sentence                   ? ". "
							     : " – ");
	if (blocks)
		buf_puts(md->out, blocks);
	else
		put_line(md, meaning, 0);
}

static void
put_term(struct md *md, const struct doc_block *term)
{
	md_gap(md);
	put_name(md, term);
	if (term->lines.count > 1)
		put_meaning(md, term);
	put_briefs(md, term, 0);
	put_details(md, term, 0);
}

/* The answer is typed behind its title, below the question. */
static void
put_question(struct md *md, const struct doc_block *question)
{
	md_gap(md);
	buf_printf(md->out, "%s. ", question->number);
	md_line(&md->text, md->out, &question->lines.items[0], true);
	buf_printf(md->out, "\n\n%*s%s:", STEP_INDENT, "", question->title);
}

static void
put_steps(struct md *md, const struct doc_block *steps)
{
	md->counts[1] = 0;
	md->tight = steps->brief;
	if (steps->title)
		md_heading(md, level_below(md), steps->title);
}

void
md_block(struct md *md, const struct doc_block *block)
{
	switch (block->kind) {
	case BLOCK_TEXT:
		put_lines(md, &block->lines);
		break;
	case BLOCK_MARKS:
		put_marks(md, &block->lines.items[0]);
		break;
	case BLOCK_LIST:
		put_items(md, &block->lines, 0);
		break;
	case BLOCK_FACTS:
		put_facts(md, block);
		break;
	case BLOCK_FIELD:
		put_field(md, block);
		break;
	case BLOCK_STEPS:
		put_steps(md, block);
		break;
	case BLOCK_STEP:
		put_step(md, block);
		break;
	case BLOCK_TABLE:
		put_table(md, block);
		break;
	case BLOCK_ROW:
		put_row(md, block);
		break;
	case BLOCK_TERM:
		put_term(md, block);
		break;
	case BLOCK_QUESTION:
		put_question(md, block);
		break;
	case BLOCK_STEPS_END:
	case BLOCK_TABLE_END:
	case BLOCK_SHEETS:
	case BLOCK_GANTT:
		break;
	case BLOCK_MAP:
		md_map(md);
		break;
	}
	arena_free(&md->scratch);
}
