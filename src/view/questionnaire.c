/* SPDX-License-Identifier: MIT */
#include "view/questionnaire.h"

#include "model/fields.h"
#include "plan/part.h"

#include <string.h>

static const struct {
	enum field_id field;
	const char *texts[2];
} questions[RULE_COUNT] = {
#define QUESTION(RULE, FIELD, en, ru) [RULE_##RULE] = {FIELD_##FIELD, {en, ru}},
#define ASK(...)
#include "diag/questions.def"
#undef QUESTION
#undef ASK
};

static const struct {
	enum questionnaire_part part;
	enum field_id field;
	const char *texts[2];
} asks[] = {
#define QUESTION(...)
#define ASK(PART, FIELD, en, ru) {QUESTIONNAIRE_##PART, FIELD_##FIELD, {en, ru}},
#include "diag/questions.def"
#undef QUESTION
#undef ASK
};

struct questioner {
	const struct model *model;
	const struct diagnostics *diags;
	int lang;
	struct arena *arena;
	const struct role *role; /* who is asked now */
	struct questionnaire questionnaire;
};

static const char *
fill(struct questioner *i, const char *sentence, const char *one, const char *two)
{
	struct buf text = {0};
	buf_fill(&text, sentence, one, two);
	const char *filled = arena_copy(i->arena, buf_text(&text), text.length);
	buf_free(&text);
	return filled;
}

static void
add(struct questioner *i, struct questionnaire_item question)
{
	struct questionnaire *questionnaire = &i->questionnaire;
	question.role = i->role;
	for (size_t at = questionnaire->count; at-- && questionnaire->items[at].role == i->role;)
		if (questionnaire->items[at].stage == question.stage &&
		    strcmp(questionnaire->items[at].text, question.text) == 0)
			return;
	questionnaire->items =
	    arena_grow(i->arena, questionnaire->items, questionnaire->count, 1, sizeof question);
	questionnaire->items[questionnaire->count++] = question;
}

/* The field of a kind that is written under the key of another, or NULL. */
static const struct field *
twin_of(const struct field *field, enum kind kind)
{
	const struct field *twin = kind_info(kind)->fields;
	while (twin->kind == kind && strcmp(twin->keys[0], field->keys[0]) != 0)
		twin++;
	return twin->kind == kind ? twin : NULL;
}

/* Has the answer go into a field of a thing, or of the nearest around it that has such a one; what
 * is said of none is a note of the interview. */
static void
aim(struct questionnaire_item *question, enum field_id id, const struct entity *thing)
{
	const struct field *field = field_row(id), *twin = NULL;
	bool apart = field->kind == KIND_INTERVIEW || field->kind == KIND_RETROSPECTIVE;
	while (thing && !apart && !(twin = twin_of(field, thing->kind)))
		thing = thing->parent;
	question->thing = twin ? thing : NULL;
	question->field = twin ? twin : apart ? field : field_row(FIELD_INTERVIEW_notes);
}

/* What is asked of everybody in a part, of the process or of a stage. */
static void
add_asks(struct questioner *i, enum questionnaire_part part, const struct entity *about)
{
	const struct entity *stage = about->kind == KIND_STAGE ? about : NULL;
	for (size_t at = 0; at < sizeof asks / sizeof *asks; at++) {
		if (asks[at].part != part)
			continue;
		const char *text = fill(i, asks[at].texts[i->lang], entity_name(about), NULL);
		struct questionnaire_item question = {.part = part, .stage = stage, .text = text};
		aim(&question, asks[at].field, about);
		add(i, question);
	}
}

static const struct entity *
ancestor(const struct entity *entity, enum kind kind)
{
	while (entity && entity->kind != kind)
		entity = entity->parent;
	return entity;
}

/* The step or stage that a finding is about. */
static const struct entity *
task_of(const struct diagnostic *finding)
{
	const struct entity *step = ancestor(finding->entity, KIND_STEP);
	return step ? step : ancestor(finding->entity, KIND_STAGE);
}

static bool
has(const struct role *const *roles, const struct role *role)
{
	while (*roles && *roles != role)
		roles++;
	return *roles == role;
}

/* Whether the role that is asked now can answer: who does the task, the role itself, the owner of
 * the process; whoever knows where nobody is named. */
static bool
can_answer(struct questioner *i, const struct diagnostic *finding)
{
	const struct entity *role = ancestor(finding->entity, KIND_ROLE), *task = task_of(finding);
	const struct ref *owner = &model_process(i->model)->owner;
	if (role)
		return i->role == role_of(role);
	if (!task)
		return owner->to ? i->role == role_of(owner->to) : !i->role;
	const struct role **doers = part_everyone(task, i->arena);
	return *doers ? i->role && has(doers, i->role) : !i->role;
}

static const char *
name_of(struct questioner *i, const struct diagnostic *finding)
{
	const struct entity *task = task_of(finding);
	const struct entity *about = task ? task : finding->entity;
	if (!about || about->kind == KIND_DOCUMENT)
		about = i->model->document->process;
	return entity_name(about);
}

/* What was found at a stage, or with NULL of the rest. */
static void
add_findings(struct questioner *i, const struct entity *stage)
{
	for (size_t at = 0; at < i->diags->count; at++) {
		const struct diagnostic *finding = &i->diags->items[at];
		const char *sentence = questions[finding->rule].texts[i->lang];
		if (!sentence || finding->severity == SEVERITY_OFF ||
		    ancestor(finding->entity, KIND_STAGE) != stage || !can_answer(i, finding))
			continue;
		struct questionnaire_item question = {
		    .part = QUESTIONNAIRE_STAGE,
		    .stage = stage,
		    .finding = finding,
		    .text =
			fill(i, sentence, name_of(i, finding), finding->args[0].texts[i->lang])};
		aim(&question, questions[finding->rule].field, finding->entity);
		add(i, question);
	}
}

/* True for a stage of which the role does or approves something. */
static bool
is_theirs(struct questioner *i, const struct stage *stage)
{
	const struct raci_letters letters = part_in(&stage->base, i->role);
	bool theirs = letters.own & (1u << RACI_R | 1u << RACI_A);
	for (uint32_t at = 0; at < stage->steps.count && !theirs; at++)
		theirs = has(part_everyone(stage->steps.items[at], i->arena), i->role);
	return theirs;
}

static void
ask_role(struct questioner *i, const struct role *role)
{
	const struct list *stages = &i->model->document->stages;
	const struct entity *process = i->model->document->process;
	size_t before = i->questionnaire.count, found;
	bool takes_part = false;
	i->role = role;
	add_asks(i, QUESTIONNAIRE_WORK, process);
	found = i->questionnaire.count;
	add_findings(i, NULL);
	for (uint32_t at = 0; at < stages->count; at++)
		add_findings(i, stages->items[at]);
	found = i->questionnaire.count - found;
	for (uint32_t at = 0; at < stages->count && role; at++)
		if (is_theirs(i, stage_at(stages, at))) {
			add_asks(i, QUESTIONNAIRE_PAIN_STAGE, stages->items[at]);
			takes_part = true;
		}
	for (int part = QUESTIONNAIRE_PAIN; part <= QUESTIONNAIRE_CLOSING; part++)
		add_asks(i, (enum questionnaire_part)part, process);
	if (!found && !takes_part)
		i->questionnaire.count = before;
}

struct questionnaire
questionnaire_of(const struct model *model, const struct diagnostics *diags, int lang,
		 struct arena *arena)
{
	struct questioner questioner = {
	    .model = model, .diags = diags, .lang = lang, .arena = arena};
	const struct list *roles = &model->document->roles;
	for (uint32_t i = 0; i < roles->count; i++)
		ask_role(&questioner, role_at(roles, i));
	ask_role(&questioner, NULL);
	return questioner.questionnaire;
}

struct questionnaire
questionnaire_for(const struct questionnaire *questionnaire, const struct role *role)
{
	struct questionnaire rest = *questionnaire, interview;
	do
		interview = questionnaire_take(&rest);
	while (interview.count && interview.items->role != role);
	return interview;
}

struct questionnaire
questionnaire_take(struct questionnaire *rest)
{
	struct questionnaire interview = {.items = rest->items};
	while (interview.count < rest->count &&
	       rest->items[interview.count].role == rest->items->role)
		interview.count++;
	rest->items += interview.count;
	rest->count -= interview.count;
	return interview;
}

const char *
questionnaire_asked(const struct questionnaire *interview, const struct voice *voice)
{
	const struct role *role = interview->items->role;
	return role ? entity_name(&role->base) : show_word(voice, WORD_ASK_ANYBODY);
}

const char *
questionnaire_title(const struct questionnaire *interview, const struct voice *voice,
		    struct arena *arena)
{
	struct buf title = {0};
	buf_fill(&title, show_word(voice, WORD_ASK_TITLE), questionnaire_asked(interview, voice),
		 entity_name(voice->model->document->process));
	const char *text = arena_copy(arena, buf_text(&title), title.length);
	buf_free(&title);
	return text;
}

const char *
questionnaire_heading(const struct questionnaire_item *item, const struct voice *voice)
{
	static const enum word words[] = {[QUESTIONNAIRE_WORK] = WORD_ASK_WORK,
					  [QUESTIONNAIRE_STAGE] = WORD_ASK_PROCESS,
					  [QUESTIONNAIRE_PAIN_STAGE] = WORD_ASK_PAIN,
					  [QUESTIONNAIRE_PAIN] = WORD_ASK_PAIN,
					  [QUESTIONNAIRE_LIKED] = WORD_ASK_LIKED,
					  [QUESTIONNAIRE_LEARNED] = WORD_ASK_LEARNED,
					  [QUESTIONNAIRE_LACKED] = WORD_ASK_LACKED,
					  [QUESTIONNAIRE_LONGED_FOR] = WORD_ASK_LONGED_FOR,
					  [QUESTIONNAIRE_CLOSING] = WORD_ASK_CLOSING};
	return item->part == QUESTIONNAIRE_STAGE && item->stage
		   ? entity_name(item->stage)
		   : show_word(voice, words[item->part]);
}
