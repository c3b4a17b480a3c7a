/* SPDX-License-Identifier: MIT */
/* Instructions: what each role does, when, with whom and by what it is judged; for each role a file
 * of Markdown and a page of HTML, in a folder with an index. */
#include "emit/doc/html.h"
#include "emit/doc/md.h"
#include "model/fields.h"
#include "model/lookup.h"

static void
write_role(struct emission *emission, const struct doc *regulation, const struct role *role,
	   const char *colors)
{
	struct doc *doc = doc_new_instruction(regulation, role);
	md_document(emission, doc,
		    arena_printf(&emission->arena, "-roles/%s.md", role->base.anchor), false);
	html_document(emission, doc, colors,
		      arena_printf(&emission->arena, "-roles/%s.html", role->base.anchor));
	doc_free(doc);
}

static void
write_index(struct emission *emission)
{
	const struct model *model = emission->view.voice->model;
	const struct list *roles = &model->document->roles;
	struct buf out = {0};
	buf_puts(&out, "# ");
	md_escape(&out, entity_name(&model_process(model)->base), true);
	buf_printf(&out, "\n\n## %s\n\n", show_word(emission->view.voice, WORD_DOC_INSTRUCTIONS));
	for (uint32_t i = 0; i < roles->count; i++) {
		buf_puts(&out, "- [");
		md_escape(&out, entity_name(roles->items[i]), false);
		buf_printf(&out, "](%s.md)\n", roles->items[i]->anchor);
	}
	emission_write(emission, "-roles/index.md", &out);
}

void
emit_role(struct emission *emission)
{
	const struct list *roles = &emission->view.voice->model->document->roles;
	if (emission->view.voice->model->for_clients) {
		emission_notice(emission, NOTICE_ROLES_LEFT, "-roles", 0);
		return;
	}
	const char *wanted = emission->options->view.role;
	const struct role *only = wanted ? lookup_role(emission->view.voice->model, wanted) : NULL;
	struct doc *regulation = doc_new(emission->view.voice, emission->view.plan);
	const char *colors = html_colors(emission);
	emission->partial = wanted;
	if (!wanted)
		write_index(emission);
	for (uint32_t i = 0; i < roles->count; i++)
		if (!wanted || role_at(roles, i) == only)
			write_role(emission, regulation, role_at(roles, i), colors);
	doc_free(regulation);
}
