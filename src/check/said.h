/* SPDX-License-Identifier: MIT */
/* Times and dates within messages, in both languages (DIAG_OR); in the checker's arena. */
#ifndef PRESALE_CHECK_SAID_H
#define PRESALE_CHECK_SAID_H

#include "check/checker.h"

const char *
said_duration(struct checker *checker, const struct duration *duration);

/* What was reckoned, beside a deadline that it is compared with. */
const char *
said_length(struct checker *checker, struct length length, const struct duration *beside);

const char *
said_date(struct checker *checker, const struct date *date);

#endif
