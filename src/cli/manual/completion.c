/* SPDX-License-Identifier: MIT */
/* presale completion: the script of a shell, or, for that script, the words at the cursor: presale
 * completion words -- WORD… */
#include "cli/manual/complete.h"
#include "cli/call/run.h"

#include "presale.bash.h"
#include "presale.fish.h"
#include "presale.zsh.h"

#include <string.h>

static const struct shell {
	const char *name, *script;
} shells[] = {{"bash", presale_bash}, {"zsh", presale_zsh}, {"fish", presale_fish}};

enum presale_status
run_completion(struct arguments *args)
{
	const char *wanted = args->file_count ? args->files[0] : "";
	struct buf out = {0};
	for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
		if (strcmp(shells[i].name, wanted) == 0)
			buf_puts(&out, shells[i].script);
	if (strcmp(wanted, "words") == 0)
		complete_words(args, args->files + 1, args->file_count - 1, &out);
	enum presale_status status = out.length ? PRESALE_CLEAN : PRESALE_USAGE;
	if (!out.length)
		call_complain(call_say(args, SAY_WHICH_SHELL, NULL, NULL)); /* names all */
	call_put(true, &out);
	buf_free(&out);
	return status;
}
