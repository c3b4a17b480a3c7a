/* SPDX-License-Identifier: MIT */
/* Tables of stages: a row each, or several rows a stage with a step in each; stages may stand in
 * rows of their own over their steps; cells may say who does what by letters. */
#ifndef PRESALE_IMPORT_STAGES_H
#define PRESALE_IMPORT_STAGES_H

#include "import/assembly.h"
#include "import/head.h"

/* Takes the rows below the headings. */
void
stages_take(struct assembly *assembly, const struct table_head *columns,
	    const struct foreign_table *rows);

/* Takes its rows as steps of a stage, or below a step: each is named by the column of steps. */
void
stages_take_steps(struct assembly *assembly, const struct table_head *columns,
		  const struct foreign_table *rows, struct import_piece *thing);

#endif
