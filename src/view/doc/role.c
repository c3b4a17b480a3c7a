/* SPDX-License-Identifier: MIT */
/* The roles, each with its fields and where it takes part. What it gets and hands on stands in the
 * matrix of all roles, and in its instruction. */
#include "view/doc/build.h"

static void
outline_roles(struct doc *doc, const struct doc_section *part)
{
	const struct list *roles = &doc->model->document->roles;
	for (uint32_t i = 0; i < roles->count; i++) {
		const struct entity *role = roles->items[i];
		doc_set_place(doc, role->anchor, doc_add_section(doc, doc_below(part, role)));
	}
}

static void
say_clause(struct doc *doc, struct doc_line *line, const char *between, enum word clause)
{
	doc_say(doc, line, SPAN_TEXT, line->count ? between : "");
	doc_say(doc, line, SPAN_TEXT, show_word(doc->voice, clause));
}

static uint32_t
count_done(const struct doc_share *share)
{
	uint32_t count = 0;
	for (const struct doc_chain *step = share->steps; step; step = step->next)
		count += doc_does(step);
	return count;
}

/* The steps that name roles of their own for a letter, as far as they name this one, or do not.
 * False when there are none; else said is behind what stands before the first. */
static bool
say_steps(struct doc *doc, struct doc_line *line, const struct doc_share *share, enum raci letter,
	  bool named, const char *before)
{
	const struct doc_chain *own = share->steps, *any;
	any = doc->own->index->namings[share->stage->base.number - 1].steps[letter];
	bool said = false;
	for (; any; any = any->next) { /* both in the order of the steps */
		while (own && own->what->serial < any->what->serial)
			own = own->next;
		if ((own && own->what == any->what && own->letters >> letter & 1) != named)
			continue;
		doc_say(doc, line, SPAN_TEXT, said ? ", " : before);
		bool follows = !named && own && own->what == any->what; /* under its letter */
		if (follows || doc_find(doc, any->what).section)
			doc_number(doc, line, any->what);
		else
			doc_mention(doc, line, any->what);
		said = true;
	}
	return said;
}

static const enum word share_words[RACI_COUNT] = {WORD_DOC_IS_RESPONSIBLE, WORD_DOC_IS_ACCOUNTABLE,
						  WORD_DOC_IS_CONSULTED, WORD_DOC_IS_INFORMED};

/* « (только: Ключевой клиент)» behind a part that a role has for some variants. */
static void
say_partly(struct doc *doc, struct doc_line *line, const struct stage *stage,
	   const struct role *role)
{
	const struct part_variants all = part_variants(&stage->base);
	const char *names = "";
	for (uint32_t v = 0; v < all.count; v++) {
		struct part_refs refs = part_refs(&stage->base, RACI_R, all.items[v]);
		uint32_t i = 0;
		while (i < refs.count && refs.items[i].to != &role->base)
			i++;
		if (i < refs.count)
			names = arena_printf(&doc->own->scratch, "%s%s%s", names,
					     *names ? ", " : "", entity_name(all.items[v]));
	}
	names = show_word_with(doc->voice, WORD_ONLY_FOR, names, &doc->own->scratch);
	doc_say(doc, line, SPAN_TEXT, arena_printf(&doc->own->scratch, " (%s)", names));
}

/* What it is to the stage, for whom, and which steps name others instead. */
static void
say_stage_part(struct doc *doc, struct doc_line *line, const struct doc_share *share,
	       const struct role *role)
{
	const struct raci_letters part = part_in(&share->stage->base, role);
	const char *except =
	    arena_printf(&doc->own->scratch, " (%s ", show_word(doc->voice, WORD_DOC_EXCEPT));
	for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++) {
		if (!(part.own >> letter & 1) ||
		    part_refs(&share->stage->base, letter, NULL).assumed)
			continue;
		say_clause(doc, line, ", ", share_words[letter]);
		if (part.partly >> letter & 1)
			say_partly(doc, line, share->stage, role);
		if (say_steps(doc, line, share, letter, false, except))
			doc_say(doc, line, SPAN_TEXT, ")");
	}
}

/* «выполняет шаги 1.1, 1.4»; who answers for the stage does what it does: «шаги 1.1, 1.4». */
static void
say_done(struct doc *doc, struct doc_line *line, const struct doc_share *share, bool answers)
{
	static const enum word words[2][2] = {{WORD_DOC_DOES_STEP, WORD_DOC_DOES_STEPS},
					      {WORD_DOC_IN_STEP, WORD_DOC_IN_STEPS}};
	const char *before = " ";
	say_clause(doc, line, answers ? ": " : ", ", words[answers][count_done(share) > 1]);
	for (const struct doc_chain *step = share->steps; step; step = step->next) {
		if (!doc_does(step))
			continue;
		doc_say(doc, line, SPAN_TEXT, before);
		doc_number(doc, line, step->what);
		before = ", ";
	}
}

struct doc_lines
doc_share_value(struct doc *doc, const struct doc_share *share, const struct role *role,
		bool numbered)
{
	struct doc_lines lines = {0};
	struct doc_line *line = doc_line_add(doc, &lines);
	unsigned letters = part_in(&share->stage->base, role).own;
	say_stage_part(doc, line, share, role);
	bool answers = letters >> RACI_R & 1, does = count_done(share) > 0;
	if (numbered && does)
		say_done(doc, line, share, answers);
	else if (does && !answers)
		say_clause(doc, line, ", ", WORD_DOC_DOES_STEPS);
	for (enum raci letter = RACI_A; letter < RACI_COUNT; letter++)
		if (!(letters >> letter & 1))
			say_steps(doc, line, share, letter, true,
				  arena_printf(&doc->own->scratch,
					       "%s%s: ", line->count ? "; " : "",
					       show_word(doc->voice, share_words[letter])));
	return lines;
}

/* Where a role takes part: what it is to each stage, and which steps it does. */
static void
put_shares(struct doc *doc, const void *data)
{
	const struct entity *role = data;
	const struct doc_share *share = doc_index_role(doc->own->index, role)->shares;
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 2);
	head.title = show_word(doc->voice, WORD_DOC_SHARES);
	doc_head(doc, &head, 0, doc_title(doc, field_flagged(KIND_STAGE, F_NAME)), ALIGN_START);
	doc_head(doc, &head, 1, show_word(doc->voice, WORD_DOC_SHARE), ALIGN_START);
	doc_put(doc, &head);
	for (; share; share = share->next) {
		struct doc_block row = doc_table(doc, BLOCK_ROW, 2);
		row.about = &share->stage->base;
		row.cells[0].head = true;
		doc_mention(doc, doc_line_add(doc, &row.cells[0].lines), &share->stage->base);
		row.cells[1].lines = doc_share_value(doc, share, role_of(role), true);
		doc_put(doc, &row);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

static void
write_roles(struct doc *doc, const struct doc_section *section)
{
	const struct entity *role = section->about;
	if (!role)
		return;
	doc_put_marks(doc, role);
	doc_put_facts(doc, role);
	for (const struct field **field = doc->model->fields[KIND_ROLE]; *field; field++)
		if (doc_is_shown(*field) && !doc_is_fact(*field))
			doc_put_member(doc, role, *field);
	if (doc_index_role(doc->own->index, role)->shares)
		doc_put_sifted(doc, put_shares, role);
}

const struct doc_part_info doc_part_roles = {.outline = outline_roles, .write = write_roles};
