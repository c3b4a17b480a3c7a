/* SPDX-License-Identifier: MIT */
/* Bytes as what others write or people type: archives, XML, baselines, durations, dates, numbers,
 * addresses. */
#include "diag/baseline.h"
#include "load/scalar/duration.h"
#include "load/scalar/parse.h"
#include "support/date.h"
#include "text/uri.h"
#include "text/words/suggest.h"
#include "text/words/twins.h"
#include "files/unzip.h"
#include "support/utf8.h"
#include "files/wellformed.h"
#include "target.h"

#include <string.h>

enum { PART_LIMIT = 1 << 20 };

static bool
drop(void *context, const char *bytes, size_t length)
{
	return wellformed_take(context, bytes, length);
}

static void
as_archive(const uint8_t *data, size_t size)
{
	struct unzip zip;
	bool whole = unzip_open(&zip, (const char *)data, size);
	for (size_t i = 0; whole && i < zip.count; i++) {
		struct wellformed *check = wellformed_new(NULL);
		unzip_read(&zip, &zip.parts[i], PART_LIMIT, drop, check);
		wellformed_end(check);
	}
	unzip_close(&zip);
}

static void
as_xml(const char *text, size_t size)
{
	struct wellformed *check = wellformed_new(NULL);
	wellformed_take(check, text, size / 2);
	wellformed_take(check, text + size / 2, size - size / 2);
	wellformed_end(check);
}

static void
as_baseline(void *data)
{
	struct buf again = {0};
	baseline_text(baseline_read(data), &again);
}

static void
as_scalar(struct arena *arena, const char *text)
{
	struct duration duration;
	struct period period;
	struct suggest suggest;
	struct twins twins;
	uint32_t rgb;
	double number;
	int32_t day;
	bool on;
	if (duration_parse(arena, text, 480, 5, &duration) == DURATION_OK)
		fuzz_must(duration_most(&duration).weight > 0 &&
			      duration_best(&duration).weight <= duration_most(&duration).weight,
			  "a duration without length");
	parse_period(text, &period);
	parse_flag(text, &on);
	parse_number(text, &number);
	parse_color(text, &rgb);
	date_parse(text, &day);
	uri_from(arena, "../out", text);
	twins_find(text, "Рекрутер", &twins);
	suggest_open(&suggest, text);
	suggest_try(&suggest, "ответственный");
	suggest_close(&suggest);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = {0};
	struct memory_heap heap = {0};
	char *text = arena_copy(&arena, (const char *)data, size);
	as_archive(data, size);
	as_xml(text, size);
	if (utf8_valid(text, strlen(text)) == strlen(text)) {
		memory_try(&heap, as_baseline, text);
		memory_heap_free(&heap);
		as_scalar(&arena, text);
	}
	arena_free(&arena);
	return 0;
}
