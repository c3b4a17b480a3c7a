/* SPDX-License-Identifier: MIT */
#include "check/near_field.h"

#include "model/fields.h"
#include "model/hide.h"
#include "model/synonym.h"
#include "support/utf8.h"
#include "text/words/suggest.h"

/* The key of what another word for it means, or a title of our workbook; NULL for no such word. It
 * is not taken for the key: what an edition shows or hides is named, not guessed. */
static const char *
meant_field(struct checker *c, const char *word, bool (*allows)(const struct field *field))
{
	const char *folded = utf8_fold(&c->arena, word, FOLD_KEY);
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
		const struct field *meant = synonym_field((enum kind)kind, folded);
		for (const struct field **field = c->model->fields[kind]; *field && !meant; field++)
			meant = field_is_titled(*field, folded) ? *field : NULL;
		if (meant && allows(meant))
			return field_key(meant, (unsigned char)*word >= 0x80, &c->diags->arena);
	}
	return NULL;
}

const char *
near_field(struct checker *c, const char *word, bool (*allows)(const struct field *field))
{
	struct suggest suggest;
	const char *meant = meant_field(c, word, allows);
	if (meant)
		return meant;
	suggest_open(&suggest, word);
	suggest_try_spellings(&suggest, hide_links, &c->diags->arena);
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (const struct field **field = c->model->fields[kind]; *field; field++)
			for (int lang = 0; lang < 2 && allows(*field); lang++)
				suggest_try_spellings(&suggest, (*field)->keys[lang],
						      &c->diags->arena);
	return suggest_close(&suggest);
}
