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
limits_say_clients(struct emission *emission, const char *suffix)
{
	uint32_t count = emission->view.voice->model->client_count;
	if (count > 1)
		emission_notice(emission, NOTICE_CLIENTS, suffix, count);
}
