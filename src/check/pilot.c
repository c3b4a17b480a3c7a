/* SPDX-License-Identifier: MIT */
/* Rules on pilots: how many there were, what was late in them, what was learned from that. */
#include "check/checker.h"
#include "model/fields.h"
#include "plan/pilot.h"
#include "plan/signing.h"

static bool
is_near_force(const struct process *process)
{
	enum choice status = process->status.value;
	return status == STATUS_APPROVED || status == STATUS_REVIEW;
}

void
check_pilots(struct checker *c, const struct entity *entity)
{
	const struct process *process = model_process(c->model);
	uint32_t count = document_of(entity)->pilots.count,
		 least = (uint32_t)option_number(c, RULE_OPTION_LEAST_PILOTS);
	bool asked =
	    count ||
	    c->settings[RULE_DOCUMENT_FEW_PILOTS]; /* who never speaks of pilots needs none */
	if (asked && count < least && (is_near_force(process)))
		report2(c, RULE_DOCUMENT_FEW_PILOTS, &process->base, process->status.pos,
			arena_printf(&c->arena, "%u", count), arena_printf(&c->arena, "%u", least));
}

/* ---- what is late again and again */

/* How a stage fared in the pilots that tried it. */
struct trials {
	uint32_t tried, late;
	int32_t last;  /* the day by which the last late one was over, or its beginning; 0: nobody
			  says */
	bool answered; /* a late one has changed something */
};

static void
note_trial(struct checker *c, const struct pilot *pilot, const struct pilot_stage *tried)
{
	if (!tried->stage.to)
		return;
	struct trials *trials = &c->trials[tried->stage.to->serial];
	const struct date *day = pilot->finished.pos.line ? &pilot->finished : &pilot->started;
	trials->tried++;
	if (!pilot_was_late(tried))
		return;
	trials->late++;
	trials->answered = trials->answered || pilot->changes.count;
	if (day->pos.line && day->day > trials->last)
		trials->last = day->day;
}

/* How each stage fared, by serial; counted once. */
static const struct trials *
trials_of(struct checker *c, const struct entity *stage)
{
	const struct list *pilots = &c->model->document->pilots;
	if (!c->trials) {
		c->trials =
		    arena_array(&c->arena, (size_t)c->model->made_count + 1, sizeof *c->trials);
		for (uint32_t i = 0; i < pilots->count; i++) {
			const struct pilot *pilot = pilot_at(pilots, i);
			for (uint32_t j = 0; j < pilot->stages.count; j++)
				note_trial(c, pilot, pilot_stage_at(&pilot->stages, j));
		}
	}
	return &c->trials[stage->serial];
}

/* True when a version came after that day. */
static bool
is_released_since(const struct model *model, int32_t day)
{
	const struct list *history = &model->document->history;
	bool found = false;
	for (uint32_t i = 0; i < history->count && day; i++)
		found = found || revision_at(history, i)->date.day > day;
	return found;
}

/* Twice is no accident. */
enum { LATE_LEAST = 2 };

/* Whoever changed something after it has learned from it. */
static bool
is_often_late(const struct model *model, const struct trials *trials)
{
	return trials->late >= LATE_LEAST && 2 * trials->late > trials->tried &&
	       !trials->answered && !is_released_since(model, trials->last);
}

void
check_often_late(struct checker *c, const struct entity *entity)
{
	const struct trials *trials = trials_of(c, entity);
	if (is_often_late(c->model, trials))
		report3(c, RULE_DOCUMENT_OFTEN_LATE, entity, stage_of(entity)->name.pos,
			entity_name(entity), arena_printf(&c->arena, "%u", (unsigned)trials->late),
			arena_printf(&c->arena, "%u", (unsigned)trials->tried));
}

/* ---- what is late once */

/* Late, and not told of as what is so again and again. */
static bool
is_late_once(struct checker *c, const struct pilot_stage *tried)
{
	if (!pilot_was_late(tried) || !tried->stage.to)
		return pilot_was_late(tried);
	return !is_often_late(c->model, trials_of(c, tried->stage.to));
}

/* A pilot that changed something has been learned from. */
void
check_late_pilot(struct checker *c, const struct entity *entity)
{
	const struct pilot *pilot = pilot_of(entity);
	for (uint32_t i = 0; i < pilot->stages.count && !pilot->changes.count; i++) {
		const struct pilot_stage *fact = pilot_stage_at(&pilot->stages, i);
		if (!is_late_once(c, fact))
			continue;
		struct diagnostic *found =
		    report2(c, RULE_DOCUMENT_LATE_PILOT, &fact->base, fact->base.pos, pilot->name.s,
			    fact->stage.to ? entity_name(fact->stage.to) : fact->stage.raw);
		if (fact->stage.to)
			found->related = stage_of(fact->stage.to)->deadline.pos;
		return;
	}
}

/* ---- dates */

void
check_pilot_dates(struct checker *c, const struct entity *entity)
{
	const struct pilot *pilot = pilot_of(entity);
	if (pilot->started.pos.line && pilot->finished.pos.line &&
	    pilot->finished.day < pilot->started.day)
		report3(c, RULE_DOCUMENT_DATE_ORDER, entity, pilot->finished.pos, pilot->name.s,
			said_date(c->model, &pilot->finished, &c->arena),
			said_date(c->model, &pilot->started, &c->arena))
		    ->related = pilot->started.pos;
}
