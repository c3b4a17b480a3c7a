/* SPDX-License-Identifier: MIT */
#include "check/said.h"

#include "model/show.h"

const char *
said_duration(struct checker *c, const struct duration *duration)
{
	const struct voice en = {.model = c->model, .lang = 0}, ru = {.model = c->model, .lang = 1};
	return diag_both(&c->arena, show_duration(&en, duration, &c->arena),
			 show_duration(&ru, duration, &c->arena));
}

const char *
said_length(struct checker *c, struct length length, const struct duration *beside)
{
	const struct voice en = {.model = c->model, .lang = 0}, ru = {.model = c->model, .lang = 1};
	return diag_both(&c->arena, show_length_beside(&en, length, beside, &c->arena),
			 show_length_beside(&ru, length, beside, &c->arena));
}

const char *
said_date(struct checker *c, const struct date *date)
{
	const struct voice en = {.model = c->model, .lang = 0}, ru = {.model = c->model, .lang = 1};
	return diag_both(&c->arena, show_date(&en, date, &c->arena),
			 show_date(&ru, date, &c->arena));
}
