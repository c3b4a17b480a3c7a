# Heavier proofs and packages, each its own target. Included by the Makefile.
.PHONY: static deb dist distcheck clang tidy cppcheck lint coverage editors

.PHONY: deps-deb deps-fresh deps-lint
deps-deb deps-fresh deps-lint: deps-%:
	@sh tools/deps.sh $*

# One binary that needs nothing on the machine it is copied to.
static: $(BUILD)/presale-static
$(BUILD)/presale-static: $(OBJ)
	@echo "  LINK $@"
	$(Q)CC="$(CC)" sh tools/static.sh $(BUILD) $@ "$(LIBS)" $^

# A Debian package of the installed tree.
deb: deps-deb
	sh tools/deb.sh $(BUILD) $(VERSION)

# A tarball of what is committed, and proof that it builds and checks itself elsewhere.
dist:
	mkdir -p $(BUILD)
	git archive --prefix=presale-$(VERSION)/ -o $(BUILD)/presale-$(VERSION).tar.gz HEAD
distcheck: dist
	sh tools/distcheck.sh $(BUILD)/presale-$(VERSION).tar.gz

# A real editor asks the language server, by the settings of editors/.
editors: $(BUILD)/presale
	python3 tests/real_editors.py $(BUILD)/presale

lint: clang tidy cppcheck

# Every warning of a second compiler is an error, those too that glibc has for fortified builds, as distributions make them.
clang: deps-lint
	$(MAKE) -s DEV=1 BUILD=$(BUILD)/clang CC=clang CFLAGS="-O1 -D_FORTIFY_SOURCE=2 -Wcomma -Wunreachable-code -Wimplicit-fallthrough \
		-Wmissing-variable-declarations -Wconditional-uninitialized -Wloop-analysis -Wnull-pointer-arithmetic" \
		$(BUILD)/clang/presale
# What is made of other files, by those that include it.
ASSETS = $(addprefix $(BUILD)/assets/,templates.h $(shell sed -nE 's/^\#include "([a-z_]+\.(css|js|xml|bash|fish|zsh)\.h)"$$/\1/p' $(SRC)))
tidy: deps-lint $(ASSETS)
	printf '%s\n' $(SRC) | xargs -P 2 -n 4 sh -c 'clang-tidy --quiet "$$@" -- $(STD)' tidy
cppcheck: deps-lint
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --error-exitcode=1 --inline-suppr \
		-D_XOPEN_SOURCE=700 -Iinclude -Isrc src

# The share of lines that `make check` runs.
coverage: deps-lint deps-check
	sh tools/coverage.sh $(BUILD)

# Everything that can fail is made to, in turn; the counts go into docs/reliability.md.
.PHONY: faults
FAILING = -Wl,--wrap=__libc_malloc,--wrap=__libc_calloc,--wrap=__libc_realloc
$(BUILD)/presale-failing: $(OBJ) tests/faults/alloc.c
	$(CC) $(STD) $(CFLAGS) $(FIXED) $(LDFLAGS) $(FAILING) -o $@ $^ $(LIBS)
faults: deps-check deps-lint $(BUILD)/presale $(BUILD)/presale-failing
	/usr/bin/python3 tests/faults/run.py $(BUILD)/presale $(BUILD)/presale-failing --write docs/reliability.md

# The two commands of the README on bare systems with only a compiler and make (as root: debootstrap and chroot).
.PHONY: fresh
RELEASES = bookworm trixie
fresh: deps-fresh
	sh tools/fresh.sh $(BUILD) "$(RELEASES)" demo check

# Every output of every example side by side, and every check in one call, under ThreadSanitizer, which ends a run with status 66 when
# threads race.
.PHONY: races
races: deps
	$(MAKE) -s BUILD=$(BUILD)/races SHARED=1 CFLAGS="-O1 -g -fsanitize=thread" $(BUILD)/races/presale
	for source in examples/*/process.yaml tests/cases/fuller/input.yaml; do \
		$(BUILD)/races/presale build --no-check -t all -o $(BUILD)/races/out $$source || exit; done
	$(BUILD)/races/presale check examples/*/process.yaml src/cli/templates/*.yaml tests/cases/*/*.yaml >$(BUILD)/races/found 2>&1; \
		test $$? -ne 66

# Whether the tests would notice a small wrong change: COUNT of them in FILES, another choice for every SEED. The score goes into
# docs/reliability.md when it is asked for: WRITE=--write=docs/reliability.md.
.PHONY: mutants
FILES = src/*/*.c src/*/*/*.c
COUNT = 100
SEED = 1
mutants: deps-check
	@/usr/bin/python3 tests/mutants/run.py $(BUILD) --files $(foreach file,$(FILES),'$(file)') --count $(COUNT) --seed $(SEED) \
		$(if $(MINUTES),--minutes $(MINUTES)) $(WRITE)

# Speed beside the libraries' own floor and what a user would write instead; the figures go into docs/benchmarks.md. QUICK=1 is one round.
.PHONY: bench
bench: deps-check deps-lint $(BUILD)/presale
	/usr/bin/python3 tests/bench/run.py $(BUILD) $(if $(QUICK),--quick) --write docs/benchmarks.md

# The figures of the source in docs/architecture.md, «Before and after».
.PHONY: house
house: $(BUILD)/presale $(BUILD)/presale-sanitized
	/usr/bin/python3 tests/house.py $(BUILD) --write docs/architecture.md

# The mind maps opened in Freeplane itself, and what it saves compared with what it was given.
.PHONY: readers
readers: deps-lint $(BUILD)/presale
	tests/readers/freeplane $(BUILD)/presale $(BUILD)/readers tests/cases/workbook/input.yaml tests/cases/odd-names/input.yaml \
		examples/presale/process.yaml

# Plans of random processes beside those of TaskJuggler 3, on what both can say; the figures go into docs/reliability.md.
.PHONY: taskjuggler
taskjuggler: deps-lint deps-check $(BUILD)/presale
	@mkdir -p $(BUILD)/taskjuggler
	ROOT=$(CURDIR) BUILD=$(abspath $(BUILD)) SCRATCH=$(abspath $(BUILD))/taskjuggler tests/readers/taskjuggler --write docs/reliability.md

# The pictures of the README and of docs/, from the examples.
.PHONY: pictures
pictures: deps-check $(BUILD)/presale
	@sh tools/deps.sh pictures
	@sh tools/pictures.sh $(BUILD) docs/pictures

# libFuzzer on every target, SECONDS each; what it finds lies in build/fuzz/TARGET-crash-… and belongs, once mended, into the corpus.
.PHONY: fuzz
FUZZED_ALONE = prose parse import merge book
FUZZED = load emit $(FUZZED_ALONE)
SECONDS = 60
FUZZ_OBJ := $(patsubst %.c,$(BUILD)/fuzz/%.o,$(filter-out src/cli/%,$(SRC)) tests/fuzz/target.c tests/fuzz/mutate.c)
$(BUILD)/fuzz/%.o: %.c | deps-lint $(ASSETS)
	@mkdir -p $(@D)
	clang $(STD) -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -MMD -MP -c -o $@ $<
-include $(FUZZ_OBJ:.o=.d)
$(FUZZED:%=$(BUILD)/fuzz/fuzz-%): $(BUILD)/fuzz/fuzz-%: $(BUILD)/fuzz/tests/fuzz/%.o $(FUZZ_OBJ)
	clang -fsanitize=fuzzer,address,undefined -o $@ $< $(filter-out $(if $(filter $(FUZZED_ALONE),$*),%/mutate.o),$(FUZZ_OBJ)) $(LIBS)
$(BUILD)/fuzz/dictionary: tests/fuzz/dictionary.c $(filter-out $(BUILD)/release/src/cli/%,$(OBJ))
	@mkdir -p $(@D)
	$(CC) $(STD) $(CFLAGS) -o $@ $^ $(LIBS)
	$@ >$@.txt
fuzz: $(FUZZED:%=$(BUILD)/fuzz/fuzz-%) $(BUILD)/fuzz/dictionary
	@tests/fuzz/seeds $(BUILD)/fuzz/seeds
	@set -e; for target in $(FUZZED); do \
		mkdir -p $(BUILD)/fuzz/found/$$target; \
		$(BUILD)/fuzz/fuzz-$$target -max_total_time=$(SECONDS) -timeout=10 -rss_limit_mb=3000 -max_len=20000 -print_final_stats=1 \
			-dict=$(BUILD)/fuzz/dictionary.txt -artifact_prefix=$(BUILD)/fuzz/$$target- \
			$(BUILD)/fuzz/found/$$target $(BUILD)/fuzz/seeds/$$target $$(ls -d tests/fuzz/corpus/$$target 2>/dev/null); done

# Ten thousand random change sets of the examples, templates and golden cases, each proved; `make check` makes some hundreds.
.PHONY: edits
edits: deps-check $(BUILD)/presale $(BUILD)/presale-sanitized
	EDITS=200 ONLY=edit sh tests/run.sh $(BUILD)
