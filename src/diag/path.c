/* SPDX-License-Identifier: MIT */
/* Where a finding is in the process. */
#include "diag/diag.h"
#include "model/field.h"
#include "support/utf8.h"

/* An id as part of a path: as it is when nothing in it could be taken for the path's own signs. */
static void
put_key(struct buf *out, const char *id)
{
	bool plain = *id != '\0';
	for (const char *p = id; *p && plain;) {
		uint32_t rune = utf8_next(&p);
		plain = utf8_is_letter(rune) || (rune >= '0' && rune <= '9') || rune == '-' ||
			rune == '_';
	}
	if (plain) {
		buf_printf(out, ".%s", id);
		return;
	}
	buf_puts(out, "[\"");
	for (const char *p = id; *p; p++) {
		if (*p == '"' || *p == '\\')
			buf_putc(out, '\\');
		buf_putc(out, *p);
	}
	buf_puts(out, "\"]");
}

enum { DEEPEST = 16 };

void
diag_path(const struct diagnostic *d, bool stable, struct buf *out)
{
	const struct entity *chain[DEEPEST];
	int depth = 0;
	size_t start = out->length;
	for (const struct entity *at = d->entity; at && at->parent && depth < DEEPEST;
	     at = at->parent)
		chain[depth++] = at;
	while (depth-- > 0) {
		const struct entity *entity = chain[depth];
		const struct field *field = entity_holder(entity);
		unsigned flags = kind_info(entity->kind)->flags;
		bool by_id = flags & K_ID && entity->id && (stable || !(flags & K_SCOPED));
		const char *name = field                         ? field->member
				   : entity->kind == KIND_IGNORE ? "ignore"
								 : kind_info(entity->kind)->member;
		buf_printf(out, "%s%s", out->length > start ? "." : "", name);
		if (field && !field_holds_list(field))
			continue;
		if (by_id)
			put_key(out, entity->id);
		else
			buf_printf(out, "[%u]", (unsigned)entity->number);
	}
	if (!d->field)
		return;
	buf_printf(out, "%s%s", out->length > start ? "." : "", d->field->member);
	if (d->item)
		buf_printf(out, "[%u]", (unsigned)d->item);
}
