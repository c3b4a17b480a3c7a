/* SPDX-License-Identifier: MIT */
#include "api/questions.h"

#include "model/fields.h"
#include "view/questionnaire.h"

static const enum presale_part parts[] = {[QUESTIONNAIRE_WORK] = PRESALE_PART_WORK,
					  [QUESTIONNAIRE_STAGE] = PRESALE_PART_STAGE,
					  [QUESTIONNAIRE_PAIN_STAGE] = PRESALE_PART_PAIN,
					  [QUESTIONNAIRE_PAIN] = PRESALE_PART_PAIN,
					  [QUESTIONNAIRE_LIKED] = PRESALE_PART_LIKED,
					  [QUESTIONNAIRE_LEARNED] = PRESALE_PART_LEARNED,
					  [QUESTIONNAIRE_LACKED] = PRESALE_PART_LACKED,
					  [QUESTIONNAIRE_LONGED_FOR] = PRESALE_PART_LONGED_FOR,
					  [QUESTIONNAIRE_CLOSING] = PRESALE_PART_CLOSING};

const struct presale_question *
questions_list(struct presale *context, size_t *count)
{
	struct arena *arena = context_gift(context, GIFT_QUESTIONS);
	const struct model *model = context_process(context);
	struct questionnaire questionnaire =
	    questionnaire_of(model, &context->diags, context_lang(context), arena);
	struct presale_question *questions =
	    arena_array(arena, questionnaire.count, sizeof *questions);
	for (size_t i = 0; i < questionnaire.count; i++) {
		const struct questionnaire_item *one = &questionnaire.items[i];
		questions[i] = (struct presale_question){
		    .part = parts[one->part],
		    .process = entity_name(model->document->process),
		    .role = one->role ? entity_name(&one->role->base) : "",
		    .stage = one->stage ? entity_name(one->stage) : "",
		    .rule = one->finding ? rule_info(one->finding->rule)->name : "",
		    .text = one->text};
	}
	*count = questionnaire.count;
	return questions;
}
