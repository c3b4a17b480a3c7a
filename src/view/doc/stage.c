/* SPDX-License-Identifier: MIT */
/* The stages: all in one table, then each with its fields and steps. */
#include "plan/part.h"
#include "plan/part_said.h"
#include "view/doc/build.h"

static const struct list *
stages_of(const struct doc *doc)
{
	return &doc->model->document->stages;
}

/* Fields that fit beside the name of a stage. */
static const enum field_id summary[] = {FIELD_STAGE_deadline, FIELD_STAGE_responsible,
					FIELD_STAGE_result};
enum { SUMMARY_COUNT = sizeof summary / sizeof *summary };

static bool
has_summary(const struct doc *doc)
{
	return stages_of(doc)->count > 1;
}

static bool
any_stage_gives(const struct doc *doc, const struct field *field)
{
	bool roles = field->id == FIELD_STAGE_responsible;
	for (uint32_t i = 0; i < stages_of(doc)->count; i++)
		if (field_is_set(stages_of(doc)->items[i], field) ||
		    (roles && part_approver(stages_of(doc)->items[i])))
			return true;
	return false;
}

static void
add_approver(struct doc *doc, struct doc_lines *lines, const struct entity *stage)
{
	const struct role *approver = part_approver(stage);
	if (!approver)
		return;
	struct doc_line *line = doc_line_add(doc, lines);
	doc_say(doc, line, SPAN_TEXT,
		show_word_with(doc->voice, WORD_APPROVED_BY, "", &doc->own->scratch));
	doc_mention(doc, line, &approver->base);
}

static void
write_summary(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	const struct field *fields[SUMMARY_COUNT];
	uint32_t count = 0;
	for (uint32_t i = 0; i < SUMMARY_COUNT; i++)
		if (any_stage_gives(doc, field_row(summary[i])))
			fields[count++] = field_row(summary[i]);
	struct doc_block head = doc_table(doc, BLOCK_TABLE, count + 2);
	doc_head(doc, &head, 0, show_word(doc->voice, WORD_NUMBER_SIGN), ALIGN_FIGURES);
	doc_head(doc, &head, 1, doc_title(doc, field_flagged(KIND_STAGE, F_NAME)), ALIGN_START);
	for (uint32_t i = 0; i < count; i++)
		doc_head(doc, &head, i + 2, doc_title(doc, fields[i]), doc_align_of(fields[i]));
	doc_put(doc, &head);
	for (uint32_t i = 0; i < stages_of(doc)->count; i++) {
		const struct entity *stage = stages_of(doc)->items[i];
		struct doc_block row = doc_table(doc, BLOCK_ROW, count + 2);
		row.about = stage;
		row.cells[0].lines =
		    doc_text(doc, SPAN_TEXT, show_number(stage, &doc->own->scratch));
		doc_mention_name(doc, doc_line_add(doc, &row.cells[1].lines), stage);
		row.cells[1].head = true;
		for (uint32_t j = 0; j < count; j++) {
			row.cells[j + 2].lines = doc_value(doc, stage, fields[j]);
			if (fields[j]->id == FIELD_STAGE_responsible)
				add_approver(doc, &row.cells[j + 2].lines, stage);
		}
		doc_put(doc, &row);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
	if (doc_has_part(doc, PART_MAP)) /* both begin on one page */
		doc_put(doc, &(struct doc_block){.kind = BLOCK_SHEETS});
}

static void
outline_stages(struct doc *doc, const struct doc_section *part)
{
	for (uint32_t i = 0; i < stages_of(doc)->count; i++) {
		const struct entity *stage = stages_of(doc)->items[i];
		struct doc_section section = doc_below(part, stage);
		section.number = show_number(stage, &doc->own->arena);
		doc_set_place(doc, stage->anchor, doc_add_section(doc, section));
	}
}

static bool
is_steps(const struct field *field)
{
	return field_holds(field, KIND_STEP);
}

static bool
has_role(const struct part_case *one, const struct role *role)
{
	const struct role **at = one->roles;
	while (*at && *at != role)
		at++;
	return *at != NULL;
}

/* Leaves the cases of a role, which itself is left out of them. */
static void
keep_partners(struct part_cases *cases, const struct role *role)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < cases->count; i++) {
		if (!has_role(&cases->items[i], role))
			continue;
		cases->rest = cases->rest && !i; /* else others stand before it */
		const struct role **at = cases->items[i].roles, **end = at;
		for (; *at; at++)
			if (*at != role)
				*end++ = *at;
		*end = NULL;
		cases->items[kept++] = cases->items[i];
	}
	cases->count = kept;
	cases->rest = cases->rest || kept == 1;
}

/* The roles that do a step, whether given or by default; in an instruction, those beside its
 * role. */
static struct doc_lines
roles_value(struct doc *doc, const struct entity *step)
{
	struct doc_lines lines = {0};
	struct doc_line line = {0};
	struct part_cases cases = part_cases(step, &doc->own->scratch);
	if (doc->role)
		keep_partners(&cases, doc->role);
	doc_say_cases(doc, &line, &cases);
	if (line.count)
		*doc_line_add(doc, &lines) = line;
	return lines;
}

/* For whom there is a step; in an instruction, for whom its role does it, as far as it says so. */
static struct doc_lines
only_value(struct doc *doc, const struct entity *step)
{
	const struct part_cases cases = part_cases(step, &doc->own->scratch);
	const char *names = "";
	bool others = false;
	for (uint32_t i = 0; i < cases.count; i++) {
		bool mine = has_role(&cases.items[i], doc->role);
		others = others || !mine;
		if (mine)
			names =
			    arena_printf(&doc->own->scratch, "%s%s%s", names, *names ? ", " : "",
					 part_case_names(&cases.items[i], &doc->own->scratch));
	}
	return doc->role && others ? doc_text(doc, SPAN_NAME, names)
				   : doc_value(doc, step, field_row(FIELD_STEP_only));
}

/* What comes of a step; in an instruction, to whom it passes. */
static void
add_result(struct doc *doc, struct doc_block *block, const struct entity *step)
{
	doc_field_add(doc, block, field_row(FIELD_STEP_result),
		      doc_member(doc, step, FIELD_STEP_result));
	uint32_t count = block->field_count;
	if (doc->role)
		doc_fact_add(doc, block, show_word(doc->voice, WORD_DOC_TO),
			     doc_handed_to(doc, step));
	if (block->field_count > count)
		block->fields[count].brief = false; /* it stands beside the result */
}

/* «Роль» or «Роли» before those who do a step. */
static const char *
roles_title(struct doc *doc, const struct doc_lines *roles)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < roles->count; i++)
		for (uint32_t j = 0; j < roles->items[i].count; j++)
			count += roles->items[i].items[j].kind == SPAN_ROLE;
	return doc->role   ? show_word(doc->voice, WORD_DOC_TOGETHER)
	       : count > 1 ? show_word(doc->voice, WORD_DOC_ROLES)
			   : doc_title(doc, field_row(FIELD_STEP_role));
}

void
doc_put_step(struct doc *doc, const struct entity *step, int level)
{
	struct doc_block block = {.kind = BLOCK_STEP,
				  .number = show_number(step, &doc->own->scratch),
				  .anchor = step->anchor,
				  .level = level,
				  .about = step};
	struct doc_line *name = doc_line_add(doc, &block.lines);
	doc_say(doc, name, SPAN_NAME, entity_name(step));
	struct doc_lines marks = doc_marks(doc, step);
	for (uint32_t i = 0; marks.count && i < marks.items[0].count; i++)
		doc_span_add(doc, name, marks.items[0].items[i]);
	for (const struct field **field = doc->model->fields[KIND_STEP]; *field; field++) {
		if ((*field)->id == FIELD_STEP_role) {
			struct doc_lines roles = roles_value(doc, step);
			doc_fact_add(doc, &block, roles_title(doc, &roles), roles);
		} else if ((*field)->id == FIELD_STEP_result)
			add_result(doc, &block, step);
		else if ((*field)->id == FIELD_STEP_only)
			doc_field_add(doc, &block, *field, only_value(doc, step));
		else if (doc_is_shown(*field) && !is_steps(*field))
			doc_member_add(doc, &block, step, *field);
	}
	doc_put(doc, &block);
}

/* True when no step has a text, list or sub-steps. */
static bool
are_brief(const struct doc *doc, const struct list *steps)
{
	for (uint32_t i = 0; i < steps->count; i++)
		for (const struct field **field = doc->model->fields[KIND_STEP]; *field; field++)
			if (doc_is_shown(*field) && !doc_is_fact(*field) &&
			    field_is_set(steps->items[i], *field))
				return false;
	return true;
}

static void
put_steps(struct doc *doc, const struct list *steps, const char *title)
{
	if (!steps->count)
		return;
	doc_put(doc, &(struct doc_block){
			 .kind = BLOCK_STEPS, .title = title, .brief = are_brief(doc, steps)});
	for (uint32_t i = 0; i < steps->count; i++) {
		doc_put_step(doc, steps->items[i], 1);
		const struct list *below = &step_at(steps, i)->steps;
		for (uint32_t j = 0; j < below->count; j++)
			doc_put_step(doc, below->items[j], 2);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_STEPS_END});
}

/* What the retrospective has improved at a stage already: «1.2.0: Список доступов прикладываем к
 * брифу». */
static struct doc_lines
improvements(struct doc *doc, const struct entity *stage)
{
	const struct entity *retrospective = doc->model->document->retrospective;
	struct doc_lines lines = {0};
	for (uint32_t i = 0; retrospective && i < retrospective_of(retrospective)->problems.count;
	     i++) {
		const struct problem *problem =
		    problem_at(&retrospective_of(retrospective)->problems, i);
		if (problem->stage.to != stage || !problem->version.s || !problem->fix.s)
			continue;
		struct doc_line *line = doc_line_add(doc, &lines);
		doc_say(doc, line, SPAN_NAME, problem->version.s);
		doc_say(doc, line, SPAN_TEXT, ": ");
		doc_say(doc, line, SPAN_PROSE, problem->fix.s);
	}
	return lines;
}

/* Recommendations, and behind them those that were followed. */
static void
put_recommendations(struct doc *doc, const struct entity *stage, const struct field *field)
{
	doc_put_member(doc, stage, field);
	struct doc_block block = {.kind = BLOCK_FIELD,
				  .title = show_word(doc->voice, WORD_DOC_IMPROVED),
				  .lines = improvements(doc, stage)};
	if (block.lines.count)
		doc_put(doc, &block);
}

static void
write_stages(struct doc *doc, const struct doc_section *section)
{
	const struct entity *stage = section->about;
	if (!stage)
		return;
	doc_put_marks(doc, stage);
	struct doc_block lead = {.kind = BLOCK_TEXT,
				 .lines = doc_member(doc, stage, FIELD_STAGE_description)};
	if (lead.lines.count)
		doc_put(doc, &lead);
	doc_put_facts(doc, stage);
	for (const struct field **field = doc->model->fields[KIND_STAGE]; *field; field++) {
		if (is_steps(*field))
			put_steps(doc, field_value(stage, *field), doc_title(doc, *field));
		else if ((*field)->id == FIELD_STAGE_recommendations)
			put_recommendations(doc, stage, *field);
		else if (doc_is_shown(*field) && !doc_is_fact(*field) &&
			 (*field)->id != FIELD_STAGE_description)
			doc_put_member(doc, stage, *field);
	}
}

const struct doc_part_info doc_part_summary = {.has = has_summary, .write = write_summary};
const struct doc_part_info doc_part_stages = {.outline = outline_stages, .write = write_stages};
