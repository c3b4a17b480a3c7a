/* SPDX-License-Identifier: MIT */
#include "emit/limits.h"

void
limits_say(struct emission *emission, struct book_limits limits, const char *suffix)
{
	if (limits.roles)
		emission_notice(emission, NOTICE_MATRICES_LEFT, suffix, limits.roles);
	if (limits.tasks)
		emission_notice(emission, NOTICE_SCHEDULE_STAGES, suffix, limits.tasks);
}
