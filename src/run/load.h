/* SPDX-License-Identifier: MIT */
/* Who has to work in several runs at once. */
#ifndef PRESALE_RUN_LOAD_H
#define PRESALE_RUN_LOAD_H

#include "run/sight.h"

/* Days in a row on which somebody has the same things to do, of two runs or more. */
struct run_load {
	const char *person;
	int32_t from, to; /* days */
	const struct run_row *rows;
	uint32_t count;
};

/* All of them, by person and day; in arena. What is not done counts from today or the day it may
 * begin until it is to end. */
const struct run_load *
run_loads(const struct run_sights *sights, uint32_t *count);

/* «07.12.2026 – 09.12.2026»; «Сделка А: 2.1 Бриф; Сделка Б: …». In arena. */
const char *
run_load_days(const struct run_sights *sights, const struct run_load *load);
const char *
run_load_what(const struct run_sights *sights, const struct run_load *load);

#endif
