/* SPDX-License-Identifier: MIT */
#include "check/said.h"

#include "model/show.h"

/* The model as if its document were in another language: what shows values asks it for nothing
 * else. */
static struct model
seen_in(const struct checker *c, enum choice lang)
{
	struct model model = *c->model;
	model.lang = lang;
	return model;
}

const char *
said_duration(struct checker *c, const struct duration *duration)
{
	struct model en = seen_in(c, LANG_EN), ru = seen_in(c, LANG_RU);
	return diag_both(&c->arena, show_duration(&en, duration, &c->arena),
			 show_duration(&ru, duration, &c->arena));
}

const char *
said_minutes(struct checker *c, int64_t minutes)
{
	struct model en = seen_in(c, LANG_EN), ru = seen_in(c, LANG_RU);
	return diag_both(&c->arena, show_minutes(&en, minutes, &c->arena),
			 show_minutes(&ru, minutes, &c->arena));
}

const char *
said_date(struct checker *c, const struct date *date)
{
	struct model en = seen_in(c, LANG_EN), ru = seen_in(c, LANG_RU);
	return diag_both(&c->arena, show_date(&en, date, &c->arena),
			 show_date(&ru, date, &c->arena));
}
