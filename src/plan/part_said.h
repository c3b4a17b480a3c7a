/* SPDX-License-Identifier: MIT */
/* Who does a stage or step, in words, where that differs by variant. */
#ifndef PRESALE_PLAN_PART_SAID_H
#define PRESALE_PLAN_PART_SAID_H

#include "model/show.h"

/* The names of the variants of a case, between commas. In arena. */
struct part_case;
const char *
part_case_names(const struct part_case *one, struct arena *arena);

/* What the letters of a matrix mean. In arena. */
const char *
part_legend(const struct voice *voice, struct arena *arena);

/* «Аккаунт; Ключевой клиент: Директор»: «Аккаунт» does it for all that are not named. All of them
 * where an edition does not tell who does it when; "" where nothing is said of single variants. In
 * arena. */
const char *
part_said(const struct entity *entity, struct arena *arena);

/* The same without those that part_shown() tells: «Ключевой клиент: Директор». */
const char *
part_said_besides(const struct entity *entity, struct arena *arena);

#endif
