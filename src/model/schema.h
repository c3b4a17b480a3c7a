/* SPDX-License-Identifier: MIT */
/* JSON Schemas (draft-07) made from the field table: of the YAML people write, and of the model as
 * -t json writes it. */
#ifndef PRESALE_MODEL_SCHEMA_H
#define PRESALE_MODEL_SCHEMA_H

#include "support/buf.h"

/* What a model's JSON says of itself; the version grows when something is renamed or removed. */
#define SCHEMA_MODEL_FORMAT "presale-model"
enum { SCHEMA_MODEL_VERSION = 2 };

/* Of a process file: keys in English and Russian, descriptions in English (0) or Russian (1). */
void
schema_of_format(struct buf *out, int lang);

/* Of the model's JSON, with descriptions in English (0) or Russian (1). */
void
schema_of_model(struct buf *out, int lang);

#endif
