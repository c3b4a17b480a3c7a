/* SPDX-License-Identifier: MIT */
/* Where materials lie as seen from the outputs: the last thing done to a model before outputs are
 * made of it. */
#ifndef PRESALE_PLAN_REBASE_H
#define PRESALE_PLAN_REBASE_H

#include "model/model.h"

/* Makes the author's relative addresses (of materials, and of links in prose), which begin at the
 * file that names them, begin at the folder the outputs are written to, which need not exist yet.
 * Where the folders share no more than / or /home, they begin at the root file's folder, as if the
 * outputs lay beside it. A material without a title keeps its address as its title. Gives the
 * folder at which addresses begin now, in the model's arena; NULL when the current folder is
 * lost. */
const char *
rebase_addresses(struct model *model, const char *folder);

#endif
