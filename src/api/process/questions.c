/* SPDX-License-Identifier: MIT */
#include "api/process/questions.h"

#include "api/context/lists.h"
#include "model/fields.h"
#include "model/lookup.h"

static const enum presale_part parts[] = {[QUESTIONNAIRE_WORK] = PRESALE_PART_WORK,
					  [QUESTIONNAIRE_STAGE] = PRESALE_PART_STAGE,
					  [QUESTIONNAIRE_PAIN_STAGE] = PRESALE_PART_PAIN,
					  [QUESTIONNAIRE_PAIN] = PRESALE_PART_PAIN,
					  [QUESTIONNAIRE_LIKED] = PRESALE_PART_LIKED,
					  [QUESTIONNAIRE_LEARNED] = PRESALE_PART_LEARNED,
					  [QUESTIONNAIRE_LACKED] = PRESALE_PART_LACKED,
					  [QUESTIONNAIRE_LONGED_FOR] = PRESALE_PART_LONGED_FOR,
					  [QUESTIONNAIRE_CLOSING] = PRESALE_PART_CLOSING};

enum presale_status
questions_asked(struct presale *context, struct arena *arena, struct questionnaire *asked)
{
	const struct model *model = context_process(context);
	const char *wanted = context->options.emit.view.role;
	const struct role *role = wanted ? lookup_role(model, wanted) : NULL;
	if (wanted && !role)
		return lists_fail(context, model, PRESALE_LIST_ROLES, wanted);
	*asked = questionnaire_of(model, &context->diags, context_lang(context), arena);
	if (role)
		*asked = questionnaire_for(asked, role);
	return PRESALE_CLEAN;
}

enum presale_status
questions_list(struct presale *context, const struct presale_question **list, size_t *count)
{
	struct arena *arena = context_gift(context, GIFT_QUESTIONS);
	const struct model *model = context_process(context);
	struct questionnaire asked;
	enum presale_status status = questions_asked(context, arena, &asked);
	if (status != PRESALE_CLEAN)
		return status;
	struct presale_question *questions = arena_array(arena, asked.count, sizeof *questions);
	for (size_t i = 0; i < asked.count; i++) {
		const struct questionnaire_item *one = &asked.items[i];
		questions[i] = (struct presale_question){
		    .part = parts[one->part],
		    .process = entity_name(model->document->process),
		    .role = one->role ? entity_name(&one->role->base) : "",
		    .stage = one->stage ? entity_name(one->stage) : "",
		    .rule = one->finding ? rule_info(one->finding->rule)->name : "",
		    .text = one->text};
	}
	*count = asked.count;
	*list = questions;
	return PRESALE_CLEAN;
}
