/* SPDX-License-Identifier: MIT */
#include "cli/draft/draft_deadline.h"

#include "cli/call/library.h"
#include "text/syntax/yaml_text.h"

bool
draft_takes_deadline(struct arguments *args, const char *text, const char **why)
{
	struct buf process = {0};
	struct presale *library = library_open(args_lang(args));
	size_t count, tally[PRESALE_SEVERITY_ERROR + 1];
	buf_printf(&process, "process: A\nstages:\n  - name: A\n    deadline: %s\n",
		   yaml_text(&args->arena, text));
	library_fared(library, presale_put(library, "draft.yaml", process.data, process.length));
	library_fared(library, presale_load(library, "draft.yaml"));
	presale_tally(library, tally);
	const struct presale_finding *findings = presale_findings(library, &count);
	if (!findings && tally[PRESALE_SEVERITY_ERROR])
		memory_exhausted();
	bool takes = tally[PRESALE_SEVERITY_ERROR] == 0;
	*why = takes ? NULL : arena_string(&args->arena, findings->message);
	buf_free(&process);
	presale_close(library);
	return takes;
}
