/* SPDX-License-Identifier: MIT */
#include "load/run_file.h"

#include "model/fields.h"

/* The text behind the key of a field of a kind, or NULL. */
static const struct node *
text_of(struct binder *b, const struct node *root, enum field_id id)
{
	const struct field *field = field_row(id);
	for (const struct node *key = root->type == NODE_MAP ? root->first : NULL; key;
	     key = key->next->next) {
		bool is = key->type == NODE_TEXT && bind_meant(b, field->kind, key->text) == field;
		if (is && key->next->type == NODE_TEXT && !node_is_empty(key->next))
			return key->next;
	}
	return NULL;
}

bool
run_file_is(struct binder *binder, const struct node *root)
{
	return text_of(binder, root, FIELD_DOCUMENT_run) != NULL;
}

const struct node *
run_file_process(struct binder *binder, const struct node *root)
{
	return text_of(binder, root, FIELD_RUN_process);
}
