/* SPDX-License-Identifier: MIT */
/* A stage or step that a run passes several times: «Согласование#2» is its second pass. */
#ifndef PRESALE_MODEL_PASS_H
#define PRESALE_MODEL_PASS_H

#include "model/model.h"

/* The number behind the sign, 1 or more; 0: none is named, and the latest pass is meant. */
uint32_t
pass_number(const char *text);

/* The text without it. In arena. */
const char *
pass_place(const char *text, struct arena *arena);

#endif
