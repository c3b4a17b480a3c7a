/* SPDX-License-Identifier: MIT */
#include "yaml/fix.h"

#include "text/syntax/yaml_text.h"
#include "yaml/cure.h"

#include <string.h>

static void
give(struct diagnostics *diags, struct diagnostic *finding, struct diag_edit edit)
{
	struct diag_edit *fix = arena_alloc(&diags->arena, sizeof *fix);
	*fix = edit;
	finding->fix = fix;
	finding->fix_count = 1;
}

bool
fix_suggested(struct sources *sources, const struct diagnostic *finding, struct arena *arena,
	      struct diag_edit *edit)
{
	struct text_index *index = sources_index(sources, finding->pos.file);
	size_t start = text_index_byte(index, finding->pos),
	       end = text_index_byte(index, finding->end);
	const char *text = finding->suggestion;
	if (!text || rule_fix(finding->rule) != RULE_FIX_SUGGESTED || end <= start)
		return false;
	if (!finding->words.length)
		text = strchr("\"'", index->text[start]) ? yaml_text_quoted(arena, text)
							 : yaml_text(arena, text);
	*edit = (struct diag_edit){start, end - start, text};
	return true;
}

/* The near miss, where nothing else may be meant. */
static void
give_suggested(struct fixer *fixer, struct diagnostics *diags, struct diagnostic *finding)
{
	struct diag_edit edit;
	if (finding->certain && fix_suggested(fixer->sources, finding, &diags->arena, &edit))
		give(diags, finding, edit);
}

/* The line of the finding, with its line end. */
static void
give_dropped(struct fixer *fixer, struct diagnostics *diags, struct diagnostic *finding)
{
	size_t length;
	struct text_index *index = sources_index(fixer->sources, finding->pos.file);
	const char *line = text_index_line(index, finding->pos.line, &length);
	size_t next_length;
	const char *next = text_index_line(index, finding->pos.line + 1, &next_length);
	if (line)
		give(diags, finding,
		     (struct diag_edit){(size_t)(line - index->text),
					next ? (size_t)(next - line) : length, ""});
}

static void
give_remarked(struct fixer *fixer, struct diagnostics *diags, struct diagnostic *finding)
{
	size_t length;
	struct text_index *index = sources_index(fixer->sources, finding->pos.file);
	const char *line = text_index_line(index, finding->pos.line, &length),
		   *text = finding->args[0].texts[0];
	size_t start = text_index_byte(index, finding->pos);
	if (line && text)
		give(diags, finding,
		     (struct diag_edit){start, (size_t)(line - index->text) + length - start,
					arena_printf(&diags->arena, "# %s", text)});
}

/* `- Срок: пять дней` where a text is expected: a mapping, for which the text in quotes comes. */
static bool
give_said(struct fixer *fixer, struct diagnostics *diags, struct diagnostic *finding)
{
	unsigned file = finding->pos.file;
	uint32_t node = spans_find(fixer->spans, finding->pos, false);
	enum span_style style =
	    node == SPAN_NONE ? SPAN_END
			      : (enum span_style)spans_tree(fixer->spans, file)->nodes[node].style;
	const char *said = finding->args[0].texts[0];
	if (*said == '-') /* an item that is to be made of a pair: more than its line changes */
		return true;
	if (style != SPAN_MAP && style != SPAN_FLOW_MAP)
		return false;
	struct span span = spans_of(fixer->spans, file, node);
	if (strchr("\"'", *said))
		give(diags, finding, (struct diag_edit){span.start, span.end - span.start, said});
	return true;
}

/* What the loader has read instead, where that is no guess. */
static void
give_cured(struct fixer *fixer, struct diagnostics *diags, struct diagnostic *finding)
{
	const struct source *file = &sources_model(fixer->sources)->files[finding->pos.file];
	struct mends mends = {0};
	if (finding->rule == RULE_YAML_COLON_TEXT && give_said(fixer, diags, finding))
		return;
	if (fixer->open && fixer->text.index.file != finding->pos.file)
		fixer_close(fixer);
	if (!fixer->open)
		trap_open(&fixer->text, source_text(file), source_length(file), finding->pos.file);
	fixer->open = true;
	if (cure_finding(&mends, &fixer->text, diags, finding) && !mends.guess && mends.count) {
		struct diag_edit *fix = arena_array(&diags->arena, mends.count, sizeof *fix);
		for (size_t i = 0; i < mends.count; i++)
			fix[i] = (struct diag_edit){mends.items[i].at, mends.items[i].gone,
						    mends.items[i].text};
		finding->fix = fix;
		finding->fix_count = (uint32_t)mends.count;
	}
	mends_free(&mends);
}

void
fixer_give(struct fixer *fixer, struct diagnostics *diags, struct diagnostic *finding)
{
	static void (*const givers[])(struct fixer *, struct diagnostics *, struct diagnostic *) = {
	    [RULE_FIX_SUGGESTED] = give_suggested,
	    [RULE_FIX_CURED] = give_cured,
	    [RULE_FIX_REMARKED] = give_remarked,
	    [RULE_FIX_DROPPED] = give_dropped,
	};
	enum rule_fix how = rule_fix(finding->rule);
	if (how && finding->pos.line)
		givers[how](fixer, diags, finding);
}

void
fixer_close(struct fixer *fixer)
{
	if (fixer->open)
		trap_close(&fixer->text);
	fixer->open = false;
}
