/* SPDX-License-Identifier: MIT */
/* What does not wait for what it seems to wait for. */
#ifndef PRESALE_CHECK_DEFAULT_WAIT_H
#define PRESALE_CHECK_DEFAULT_WAIT_H

#include "model/model.h"

/* What a stage or step does not wait for since only things that go on for ever stand between the
 * two, and these do not wait for it; NULL when there is none. */
const struct entity *
default_wait_lost(const struct entity *entity);

#endif
