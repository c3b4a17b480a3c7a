/* SPDX-License-Identifier: MIT */
#include "emit/limits.h"

#include "model/fields.h"

bool
limits_let_draw(struct emission *emission, const char *suffix)
{
	bool any = emission->view.voice->model->document->stages.count;
	if (!any)
		emission_notice(emission, NOTICE_NOTHING_DRAWN, suffix, 0);
	return any;
}

void
limits_say(struct emission *emission, struct book_limits limits, const char *suffix)
{
	if (limits.roles)
		emission_notice(emission, NOTICE_MATRICES_LEFT, suffix, limits.roles);
	if (limits.tasks)
		emission_notice(emission, NOTICE_SCHEDULE_STAGES, suffix, limits.tasks);
}

void
limits_say_document(struct emission *emission, const char *suffix)
{
	const struct voice *voice = emission->view.voice;
	uint32_t clients = voice->model->client_count, left = enclosed_left(voice->enclosed);
	if (clients > 1)
		emission_notice(emission, NOTICE_CLIENTS, suffix, clients);
	if (left)
		emission_notice(emission, NOTICE_CHECKLISTS_LEFT, suffix, left);
}
