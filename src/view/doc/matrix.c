/* SPDX-License-Identifier: MIT */
/* All roles side by side: who answers for what, who hands what to whom. */
#include "plan/part.h"
#include "plan/part_said.h"
#include "view/doc/build.h"

/* Above this many roles a matrix is wider than a page: names by letter take its place. */
enum { MATRIX_MAX = 12 };

static const struct list *
roles_of(const struct doc *doc)
{
	return &doc->model->document->roles;
}

/* The title of a column or row for a role, in the middle. */
static void
head_role(struct doc *doc, struct doc_cell *cell, const struct entity *role)
{
	*cell = (struct doc_cell){.align = ALIGN_MIDDLE, .head = true};
	doc_mention(doc, doc_line_add(doc, &cell->lines), role);
}

static void
open_responsibility(struct doc *doc, bool wide)
{
	static const char letters[] = "RACI";
	struct doc_block head =
	    doc_table(doc, BLOCK_TABLE, wide ? 1 + RACI_COUNT : roles_of(doc)->count + 1);
	doc_head(doc, &head, 0, show_word(doc->voice, WORD_STAGE_OR_STEP), ALIGN_START);
	for (uint32_t i = 1; i < head.cell_count; i++) {
		if (wide)
			doc_head(doc, &head, i,
				 arena_printf(&doc->own->scratch, "%c", letters[i - 1]),
				 ALIGN_START);
		else
			head_role(doc, &head.cells[i], roles_of(doc)->items[i - 1]);
	}
	doc_put(doc, &head);
}

static struct doc_block
responsibility_row(struct doc *doc, const struct entity *what, uint32_t columns)
{
	struct doc_block row = doc_table(doc, BLOCK_ROW, columns);
	row.about = what;
	row.level = what->kind == KIND_STAGE ? 1 : 2;
	row.cells[0].head = true;
	doc_mention(doc, doc_line_add(doc, &row.cells[0].lines), what);
	return row;
}

/* The first letter; of «(I)» a small one. */
static char
letter_of(const char *letters)
{
	return *letters == '(' ? (char)(letters[1] - 'A' + 'a') : *letters;
}

/* A mark in the column of each role. */
static void
put_letters(struct doc *doc, const struct entity *what)
{
	struct doc_block row = responsibility_row(doc, what, roles_of(doc)->count + 1);
	uint32_t count = roles_of(doc)->count;
	struct raci_letters *parts =
	    arena_array(&doc->own->scratch, (size_t)count + 1, sizeof *parts);
	part_all(what, parts, count);
	for (uint32_t i = 1; i <= count; i++) {
		char letters[RACI_LETTERS];
		part_letters(parts[i], letters);
		row.cells[i].lines =
		    doc_text(doc, SPAN_TEXT, arena_string(&doc->own->scratch, letters));
		row.cells[i].letter = letter_of(letters);
	}
	doc_put(doc, &row);
}

static void
add_names(struct doc *doc, struct doc_cell *cell, const struct part_refs *refs)
{
	for (uint32_t i = 0; i < refs->count; i++) {
		if (!refs->items[i].to)
			continue;
		struct doc_line *line = doc_line_add(doc, &cell->lines);
		doc_say(doc, line, SPAN_TEXT, refs->inherited ? "(" : "");
		doc_refer(doc, line, &refs->items[i]);
		doc_say(doc, line, SPAN_TEXT, refs->inherited ? ")" : "");
	}
}

/* The roles in the column of their letter. Of those that a step takes over from its stage, who does
 * and who approves it are named again; the others may be many. */
static void
put_names(struct doc *doc, const struct entity *what)
{
	struct doc_block row = responsibility_row(doc, what, 1 + RACI_COUNT);
	const struct part_cases cases = part_cases(what, &doc->own->scratch);
	for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++) {
		struct part_refs refs = part_refs(what, letter, NULL);
		struct doc_cell *cell = &row.cells[1 + letter];
		if (letter == RACI_R && part_variants(what).count > 1)
			doc_say_cases(doc, doc_line_add(doc, &cell->lines), &cases);
		else if (letter <= RACI_A || !refs.inherited)
			add_names(doc, cell, &refs);
		else if (refs.count)
			doc_say(doc, doc_line_add(doc, &cell->lines), SPAN_TEXT,
				arena_printf(&doc->own->scratch, "(%s)",
					     show_word(doc->voice, WORD_DOC_AS_STAGE)));
	}
	doc_put(doc, &row);
}

static bool
has_responsibility(const struct doc *doc)
{
	const struct list *stages = &doc->model->document->stages;
	bool any = false;
	for (uint32_t i = 0; i < roles_of(doc)->count && !any; i++)
		any = doc_index_role(doc->own->index, roles_of(doc)->items[i])->shares != NULL;
	return any && stages->count;
}

static void
write_responsibility(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	const struct list *stages = &doc->model->document->stages;
	bool wide = roles_of(doc)->count > MATRIX_MAX;
	void (*put)(struct doc *doc, const struct entity *what) = wide ? put_names : put_letters;
	doc_put_text(doc, part_legend(doc->voice, &doc->own->scratch));
	open_responsibility(doc, wide);
	for (uint32_t i = 0; i < stages->count; i++) {
		put(doc, stages->items[i]);
		const struct list *steps = &stage_at(stages, i)->steps;
		for (uint32_t j = 0; j < steps->count; j++) {
			const struct list *below = &step_at(steps, j)->steps;
			put(doc, steps->items[j]);
			for (uint32_t k = 0; k < below->count; k++)
				put(doc, below->items[k]);
		}
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

static bool
has_handover(const struct doc *doc)
{
	return doc->own->index->handover_count > 0;
}

/* Roles that give or take something, in order, NULL-ended. In the document's arena. */
static const struct entity **
hand_roles(struct doc *doc, uint32_t *count)
{
	const struct entity **roles =
	    arena_array(&doc->own->arena, roles_of(doc)->count + 1, sizeof *roles);
	*count = 0;
	for (uint32_t i = 0; i < roles_of(doc)->count; i++) {
		const struct doc_role_index *entry =
		    doc_index_role(doc->own->index, roles_of(doc)->items[i]);
		if (entry->gives || entry->takes)
			roles[(*count)++] = roles_of(doc)->items[i];
	}
	return roles;
}

/* What one role hands to all others: under each, the numbers of the steps after which it does. */
static void
put_giver(struct doc *doc, const struct entity *giver, const struct entity **roles, uint32_t count)
{
	struct doc_block row = doc_table(doc, BLOCK_ROW, count + 1);
	row.about = giver;
	head_role(doc, &row.cells[0], giver);
	const struct doc_hand *hand = doc_index_role(doc->own->index, giver)->gives;
	const struct entity **last = arena_array(&doc->own->scratch, count + 1, sizeof *last);
	for (; hand; hand = hand->next) {
		uint32_t column = 0;
		while (column < count && roles[column] != &hand->handover->to->base)
			column++;
		if (last[column] == hand->handover->giver)
			continue;
		last[column] = hand->handover->giver;
		struct doc_lines *lines = &row.cells[column + 1].lines;
		struct doc_line *line = lines->count ? &lines->items[0] : doc_line_add(doc, lines);
		doc_say(doc, line, SPAN_TEXT, line->count ? ", " : "");
		doc_number(doc, line, hand->handover->giver);
	}
	doc_put(doc, &row);
}

static void
put_hand_matrix(struct doc *doc, const struct entity **roles, uint32_t count)
{
	struct doc_block head = doc_table(doc, BLOCK_TABLE, count + 1);
	doc_head(doc, &head, 0, show_word(doc->voice, WORD_FROM_TO), ALIGN_START);
	for (uint32_t i = 0; i < count; i++)
		head_role(doc, &head.cells[i + 1], roles[i]);
	doc_put(doc, &head);
	for (uint32_t i = 0; i < count; i++)
		put_giver(doc, roles[i], roles, count);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

/* The hand-overs of a step or stage. */
struct handed {
	const struct handover *items;
	uint32_t count;
	bool *noted; /* those that stand in a row */
};

static bool
is_same_case(const struct handover *one, const struct handover *other)
{
	return one->outcome == other->outcome && one->variants == other->variants &&
	       !one->only == !other->only;
}

/* True when all that one role passes on in a case, another does too. */
static bool
passes_all(const struct handed *hands, const struct handover *one, const struct role *other)
{
	for (uint32_t i = 0; i < hands->count; i++) {
		const struct handover *hand = &hands->items[i];
		uint32_t j = 0;
		if (hand->from != one->from || !is_same_case(hand, one))
			continue;
		while (j < hands->count &&
		       !(hands->items[j].from == other && is_same_case(&hands->items[j], hand) &&
			 handover_is_for_same(&hands->items[j], hand)))
			j++;
		if (j == hands->count)
			return false;
	}
	return true;
}

/* «Юрист (1.3)» */
static void
say_taker(struct doc *doc, struct doc_line *line, const struct handover *handover)
{
	doc_say(doc, line, SPAN_TEXT, line->count ? ", " : "");
	doc_mention(doc, line, &handover->to->base);
	for (uint32_t i = 0; handover->takers[i]; i++) {
		doc_say(doc, line, SPAN_TEXT, i ? ", " : " (");
		doc_number(doc, line, handover->takers[i]);
	}
	doc_say(doc, line, SPAN_TEXT, ")");
}

/* To whom a role passes what it does in the case of a hand-over. */
static void
say_takers(struct doc *doc, struct doc_line *line, const struct handed *hands,
	   const struct handover *first)
{
	for (uint32_t i = 0; i < hands->count; i++) {
		const struct handover *hand = &hands->items[i];
		if (hand->from != first->from || !is_same_case(first, hand))
			continue;
		say_taker(doc, line, hand);
		hands->noted[i] = true;
	}
}

/* The role of a hand-over, and all others that pass the same on to the same. */
static void
say_givers(struct doc *doc, struct doc_line *line, const struct handed *hands,
	   const struct handover *first)
{
	const struct role *last = first->from;
	doc_mention(doc, line, &first->from->base);
	for (uint32_t i = 0; i < hands->count; i++) {
		const struct handover *hand = &hands->items[i];
		if (hands->noted[i] || hand->from == first->from || !is_same_case(first, hand))
			continue;
		if (hand->from != last) {
			if (!passes_all(hands, first, hand->from) ||
			    !passes_all(hands, hand, first->from))
				continue;
			doc_say(doc, line, SPAN_TEXT, ", ");
			doc_mention(doc, line, &hand->from->base);
			last = hand->from;
		}
		hands->noted[i] = true;
	}
}

/* What one of them passes on: who else does, and to whom. */
static void
put_hand(struct doc *doc, const struct handed *hands, const struct handover *first)
{
	struct doc_block row = doc_table(doc, BLOCK_ROW, 4);
	row.about = first->giver;
	row.only = first->only;
	doc_mention(doc, doc_line_add(doc, &row.cells[0].lines), first->giver);
	doc_say(doc, &row.cells[0].lines.items[0], SPAN_TEXT,
		handover_only(doc->voice, first, &doc->own->scratch));
	say_givers(doc, doc_line_add(doc, &row.cells[1].lines), hands, first);
	row.cells[2].lines = doc_handed(doc, first);
	say_takers(doc, doc_line_add(doc, &row.cells[3].lines), hands, first);
	doc_put(doc, &row);
}

static void
put_hand_list(struct doc *doc)
{
	static const enum word titles[] = {WORD_DOC_AFTER_STEP, WORD_DOC_GIVES, WORD_DOC_WHAT,
					   WORD_DOC_TO_AND_FOR};
	const struct doc_index *index = doc->own->index;
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 4);
	for (uint32_t i = 0; i < 4; i++)
		doc_head(doc, &head, i, show_word(doc->voice, titles[i]), ALIGN_START);
	doc_put(doc, &head);
	bool *noted = arena_array(&doc->own->arena, index->handover_count, sizeof *noted);
	for (uint32_t i = 0, first = 0, end = 0; i < index->handover_count; i++) {
		first = i == end ? i : first;
		while (end < index->handover_count &&
		       index->handovers[end].giver == index->handovers[first].giver)
			end++;
		const struct handed hands = {&index->handovers[first], end - first, &noted[first]};
		if (!noted[i])
			put_hand(doc, &hands, &index->handovers[i]);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

static void
write_handover(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	uint32_t count;
	const struct entity **roles = hand_roles(doc, &count);
	if (count <= MATRIX_MAX) {
		doc_put_text(doc, show_word(doc->voice, WORD_DOC_HANDOVER_ABOUT));
		put_hand_matrix(doc, roles, count);
	}
	put_hand_list(doc);
}

const struct doc_part_info doc_part_responsibility = {.has = has_responsibility,
						      .write = write_responsibility};
const struct doc_part_info doc_part_handover = {.has = has_handover, .write = write_handover};
