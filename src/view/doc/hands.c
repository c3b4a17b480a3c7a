/* SPDX-License-Identifier: MIT */
/* What passes through the hands of a role: what it gets from whom, and what it hands to whom. */
#include "view/doc/build.h"

struct doc_lines
doc_handed(struct doc *doc, const struct handover *handover)
{
	const struct outcome *outcome = handover->outcome;
	const struct texts *result = handover_result(handover);
	struct doc_lines lines = {0};
	for (uint32_t i = 0; i < result->count; i++)
		doc_say(doc, doc_line_add(doc, &lines), SPAN_PROSE, result->items[i].s);
	if (outcome && !(lines.count && outcome_is_plain(outcome))) {
		bool beside = lines.count == 1; /* «Решение с причиной: Участвуем» */
		struct doc_line *line = beside ? &lines.items[0] : doc_line_add(doc, &lines);
		doc_say(doc, line, SPAN_TEXT, beside ? ": " : "");
		doc_say(doc, line, SPAN_AUTHOR, show_condition(doc->voice, outcome));
	}
	return lines;
}

/* True when a step of the role says it already: its result passes to somebody, whatever the case.
 */
static bool
is_told_at_step(const struct doc *doc, const struct handover *handover)
{
	const struct entity *giver = handover->giver;
	return !handover->outcome && giver->kind == KIND_STEP && step_of(giver)->result.count &&
	       doc_find(doc, giver).section &&
	       !*handover_only(doc->voice, handover, &doc->own->scratch);
}

struct doc_lines
doc_handed_to(struct doc *doc, const struct entity *step)
{
	struct doc_lines lines = {0};
	struct doc_line line = {0};
	const struct doc_hand *hand = doc_index_role(doc->own->index, &doc->role->base)->gives;
	for (; hand; hand = hand->next) {
		if (hand->handover->giver != step || !is_told_at_step(doc, hand->handover))
			continue;
		doc_say(doc, &line, SPAN_TEXT, line.count ? ", " : "");
		doc_mention(doc, &line, &hand->handover->to->base);
	}
	if (line.count)
		*doc_line_add(doc, &lines) = line;
	return lines;
}

/* What begins with it. */
static struct doc_lines
takers_value(struct doc *doc, const struct handover *handover)
{
	struct doc_lines lines = {0};
	struct doc_line *line = doc_line_add(doc, &lines);
	for (uint32_t i = 0; handover->takers[i]; i++) {
		doc_say(doc, line, SPAN_TEXT, i ? ", " : "");
		doc_mention_briefly(doc, line, handover->takers[i]);
	}
	return lines;
}

/* True when the same passes for the same, from or to several roles: they stand in one row. */
static bool
is_same_hand(const struct handover *one, const struct handover *other, bool takes)
{
	return one->giver == other->giver && one->outcome == other->outcome &&
	       one->variants == other->variants && (!takes || handover_is_for_same(one, other));
}

/* The role at the other end of the first of some hands, and of all that pass the same; these are
 * noted. */
static void
say_others(struct doc *doc, struct doc_line *line, const struct doc_hand *first, bool takes,
	   bool *noted)
{
	const struct doc_hand *hand = first;
	for (uint32_t i = 0; hand && hand->handover->giver == first->handover->giver;
	     hand = hand->next, i++) {
		if (noted[i] || !is_same_hand(first->handover, hand->handover, takes))
			continue;
		doc_say(doc, line, SPAN_TEXT, line->count ? ", " : "");
		doc_mention(doc, line,
			    takes ? &hand->handover->from->base : &hand->handover->to->base);
		noted[i] = true;
	}
}

static void
put_hand(struct doc *doc, const struct doc_hand *hand, bool takes, bool *noted)
{
	const struct handover *handover = hand->handover;
	struct doc_block row = doc_table(doc, BLOCK_ROW, 3);
	row.about = takes ? handover->takers[0] : handover->giver;
	row.only = handover->only;
	say_others(doc, doc_line_add(doc, &row.cells[0].lines), hand, takes, noted);
	row.cells[1].lines = doc_handed(doc, handover);
	if (takes)
		row.cells[2].lines = takers_value(doc, handover);
	else
		doc_mention_briefly(doc, doc_line_add(doc, &row.cells[2].lines), handover->giver);
	doc_say(doc, &row.cells[takes ? 0 : 2].lines.items[0], SPAN_TEXT,
		handover_only(doc->voice, handover, &doc->own->scratch));
	doc_put(doc, &row);
}

static uint32_t
count_hands(const struct doc_hand *hand)
{
	uint32_t count = 0;
	for (; hand; hand = hand->next)
		count++;
	return count;
}

/* The hands that a table is to show: false for those that steps tell. Their number goes to *left.
 * In the document's arena. */
static bool *
hands_to_show(const struct doc *doc, const struct doc_hand *hand, bool takes, uint32_t *left)
{
	bool *noted = arena_array(&doc->own->arena, count_hands(hand) + 1, sizeof *noted), *at;
	*left = 0;
	for (at = noted; hand; hand = hand->next, at++) {
		*at = !takes && is_told_at_step(doc, hand->handover);
		*left += !*at;
	}
	return noted;
}

/* What a role gets (from) or hands on (to). */
static void
put_hands(struct doc *doc, const struct doc_hand *hand, bool takes)
{
	static const enum word titles[2][4] = {
	    {WORD_DOC_HANDS, WORD_DOC_TO, WORD_DOC_WHAT, WORD_DOC_AFTER_STEP},
	    {WORD_DOC_GETS, WORD_DOC_FROM, WORD_DOC_WHAT, WORD_DOC_BEFORE_STEP},
	};
	uint32_t left;
	bool *noted = hands_to_show(doc, hand, takes, &left);
	if (!left)
		return;
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 3);
	head.title = show_word(doc->voice, titles[takes][0]);
	for (uint32_t i = 0; i < 3; i++)
		doc_head(doc, &head, i, show_word(doc->voice, titles[takes][i + 1]), ALIGN_START);
	doc_put(doc, &head);
	for (; hand; hand = hand->next, noted++)
		if (!*noted)
			put_hand(doc, hand, takes, noted);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

bool
doc_has_hands(const struct doc *doc)
{
	const struct doc_role_index *entry = doc_index_role(doc->own->index, &doc->role->base);
	uint32_t left;
	hands_to_show(doc, entry->gives, false, &left);
	return entry->takes || left;
}

void
doc_put_hands(struct doc *doc, const struct entity *role)
{
	const struct doc_role_index *entry = doc_index_role(doc->own->index, role);
	put_hands(doc, entry->takes, true);
	put_hands(doc, entry->gives, false);
}
