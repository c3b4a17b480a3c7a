# presale: `make demo` shows what it does, `make check` tests it; both install what they need.
PREFIX ?= /usr/local
ifeq ($(origin CC),default)
CC = gcc
endif
BUILD ?= build
VERSION := $(shell sed -n 's/.*PRESALE_VERSION "\(.*\)"/\1/p' include/presale.h)
# A warning stops those who change the program, with DEV=1, and not those who build it with a compiler that is newer than it.
WARN = -Wall -Wextra $(if $(DEV),-Werror) -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wcast-qual -Wvla
CFLAGS ?= -O2 -g
STD = -std=c11 -D_XOPEN_SOURCE=700 -Iinclude -Isrc -I$(BUILD)/assets
# The start of a command is half of a short one. Loading a library costs it 0.1 to 0.7 ms, moving its tables to the address it got most
# of that: so they go into the binary where there is an archive of them, the binary has a fixed address, and libxlsxwriter, which would
# double all that, is loaded with the first workbook, libmicrohttpd with --serve. With SHARED=1, as distributions want it so that
# mending a library mends all its users, all of them stay shared and the address is any. Archives are looked for when the binary is
# linked: `deps` may just have installed them.
archive = $(or $(if $(SHARED),-l$(1)),$(filter /%,$(shell $(CC) -print-file-name=lib$(1).a)),-l$(1))
FIXED = $(if $(SHARED),-pie,-no-pie)
LIBS = -Wl,--as-needed $(foreach name,yaml utf8proc cmark stemmer minizip expat z,$(call archive,$(name))) -ldl -lpthread
SANITIZE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
# Tests start it thousands of times: with the sanitizers in it, at a fixed address, a start takes two thirds.
SANITIZED = -no-pie $(if $(filter /%,$(shell $(CC) -print-file-name=libasan.a)),-static-libasan -static-libubsan)

# make V=1 shows the commands.
Q = $(if $(V),,@)

SRC := $(sort $(wildcard src/*/*.c src/*/*/*.c))
OBJ := $(SRC:%.c=$(BUILD)/release/%.o)
SAN := $(SRC:%.c=$(BUILD)/sanitized/%.o)

.PHONY: all demo check install uninstall clean deps deps-check lib

all: $(BUILD)/presale

$(BUILD)/presale: $(OBJ)
	@echo "  LINK $@"
	$(Q)$(CC) $(CFLAGS) $(FIXED) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/presale-sanitized: $(SAN)
	@echo "  LINK $@"
	$(Q)$(CC) $(SANITIZE) $(SANITIZED) -o $@ $^ $(LIBS)

# The library: position-independent objects of its own, made when it is asked for. Of it no more is to be seen than the header says; in
# the archive, too, where all is one object.
SONAME = libpresale.so.0
PIC := $(patsubst %.c,$(BUILD)/library/%.o,$(filter-out src/cli/%,$(SRC)))
SHARED_LIBS = -lyaml -lutf8proc -lcmark -lstemmer -lminizip -lexpat -lz -ldl -lpthread
lib: $(BUILD)/$(SONAME) $(BUILD)/libpresale.a

$(BUILD)/$(SONAME): $(PIC) src/api/presale.map
	@echo "  LINK $@"
	$(Q)$(CC) $(CFLAGS) -shared -Wl,-soname,$(SONAME) -Wl,--version-script=src/api/presale.map -Wl,-z,defs $(LDFLAGS) -o $@ $(PIC) \
		-Wl,--as-needed $(SHARED_LIBS)

$(BUILD)/libpresale.a: $(PIC)
	@echo "  AR $@"
	$(Q)$(CC) -r -nostdlib -o $(BUILD)/library/presale.o $(PIC)
	$(Q)objcopy --wildcard --keep-global-symbol='presale_*' $(BUILD)/library/presale.o
	@rm -f $@
	$(Q)ar rcs $@ $(BUILD)/library/presale.o

$(BUILD)/library/%.o: %.c | deps
	@mkdir -p $(@D)
	@echo "  CC $< (library)"
	$(Q)$(CC) $(STD) $(WARN) $(CFLAGS) -fPIC -MMD -MP -c -o $@ $<

$(BUILD)/release/%.o: %.c | deps
	@mkdir -p $(@D)
	@echo "  CC $<"
	$(Q)$(CC) $(STD) $(WARN) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/sanitized/%.o: %.c | deps
	@mkdir -p $(@D)
	@echo "  CC $<"
	$(Q)$(CC) $(STD) $(WARN) $(SANITIZE) -MMD -MP -c -o $@ $<

# What the HTML page and the document for Word are made of, and what --serve adds to the page, as arrays.
define asset
$(BUILD)/assets/%.h: src/$(1)/% tools/asset.sh
	@mkdir -p $$(@D)
	@sh tools/asset.sh $$< $$(subst .,_,$$*) >$$@
endef
$(foreach folder,change cli/build cli/manual emit/doc emit/docx register run,$(eval $(call asset,$(folder))))
# The processes that `presale init` starts from, all in one.
$(BUILD)/assets/templates.h: $(sort $(wildcard src/cli/templates/*.yaml)) tools/asset.sh
	@mkdir -p $(@D)
	@for file in $(filter %.yaml,$^); do sh tools/asset.sh $$file $$(basename $$file | tr . _); done >$@.new
	@mv $@.new $@
$(BUILD)/release/src/cli/init.o $(BUILD)/sanitized/src/cli/init.o: $(BUILD)/assets/templates.h
$(BUILD)/release/src/cli/build/serve.o $(BUILD)/sanitized/src/cli/build/serve.o: $(BUILD)/assets/live.js.h
$(BUILD)/release/src/cli/manual/completion.o $(BUILD)/sanitized/src/cli/manual/completion.o: $(BUILD)/assets/presale.bash.h \
	$(BUILD)/assets/presale.fish.h $(BUILD)/assets/presale.zsh.h
$(foreach kind,release sanitized library,$(BUILD)/$(kind)/src/emit/doc/html.o): $(BUILD)/assets/page.css.h $(BUILD)/assets/page.js.h
$(foreach kind,release sanitized library,$(BUILD)/$(kind)/src/change/diff_html.o): $(BUILD)/assets/redline.css.h
$(foreach kind,release sanitized library,$(BUILD)/$(kind)/src/emit/docx/docx_pack.o): $(BUILD)/assets/docx_numbering.xml.h \
	$(BUILD)/assets/docx_styles.xml.h
$(foreach kind,release sanitized library,$(BUILD)/$(kind)/src/register/form_html.o): $(BUILD)/assets/register.css.h
$(foreach kind,release sanitized library,$(BUILD)/$(kind)/src/run/form_html.o): $(BUILD)/assets/run.css.h $(BUILD)/assets/run.js.h

-include $(OBJ:.o=.d) $(SAN:.o=.d) $(PIC:.o=.d)

# Everything that examples/presale becomes. It is an approved process with a monthly review: seen from a later day it would be overdue.
demo: $(BUILD)/presale
	@PRESALE_TODAY=2026-11-24 $(BUILD)/presale build -t all -o out examples/presale/process.yaml

deps:
	@sh tools/deps.sh build

deps-check: $(BUILD)/node/.installed
	@sh tools/deps.sh check

# The independent readers of our outputs that come as Node.js packages; the lock file fixes their versions and sums.
$(BUILD)/node/.installed: tests/node/package.json tests/node/package-lock.json
	@sh tools/deps.sh check
	@mkdir -p $(@D)
	@cp $^ $(@D)
	@echo "Installing the Node.js packages of tests/node"
	@cd $(@D) && npm ci --loglevel=error --no-fund --no-audit --ignore-scripts
	@touch $@

# DEV changes no code, so that what `make demo` has built is what is tested.
check $(BUILD)/presale-sanitized: DEV = 1
check: deps-check $(BUILD)/presale $(BUILD)/presale-sanitized
	@sh tests/run.sh $(BUILD)

SHARE = $(DESTDIR)$(PREFIX)/share
INCLUDE = $(DESTDIR)$(PREFIX)/include
LIBDIR ?= $(PREFIX)/lib
LIBRARY = $(DESTDIR)$(LIBDIR)

install: $(BUILD)/presale install-lib
	install -D -m 755 $(BUILD)/presale $(DESTDIR)$(PREFIX)/bin/presale
	install -d $(SHARE)/man/man1 $(SHARE)/man/ru/man1 $(SHARE)/bash-completion/completions \
		$(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	$(BUILD)/presale --lang=en man >$(SHARE)/man/man1/presale.1
	$(BUILD)/presale --lang=ru man >$(SHARE)/man/ru/man1/presale.1
	$(BUILD)/presale --lang=en completion bash >$(SHARE)/bash-completion/completions/presale
	$(BUILD)/presale --lang=en completion zsh >$(SHARE)/zsh/site-functions/_presale
	$(BUILD)/presale --lang=en completion fish >$(SHARE)/fish/vendor_completions.d/presale.fish

# The library without the program.
.PHONY: install-lib
install-lib: lib
	install -D -m 644 include/presale.h $(INCLUDE)/presale.h
	install -D -m 644 $(BUILD)/$(SONAME) $(LIBRARY)/libpresale.so.$(VERSION)
	ln -sf libpresale.so.$(VERSION) $(LIBRARY)/$(SONAME)
	ln -sf $(SONAME) $(LIBRARY)/libpresale.so
	install -D -m 644 $(BUILD)/libpresale.a $(LIBRARY)/libpresale.a
	install -d $(LIBRARY)/pkgconfig $(SHARE)/man/man3
	sed 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@VERSION@|$(VERSION)|; s|@LIBS@|$(SHARED_LIBS)|' src/api/presale.pc.in \
		>$(LIBRARY)/pkgconfig/presale.pc
	sh tools/manual.sh include/presale.h >$(SHARE)/man/man3/presale.3

uninstall:
	rm -f $(INCLUDE)/presale.h $(LIBRARY)/libpresale.so.$(VERSION) $(LIBRARY)/$(SONAME) $(LIBRARY)/libpresale.so \
		$(LIBRARY)/libpresale.a $(LIBRARY)/pkgconfig/presale.pc $(SHARE)/man/man3/presale.3
	rm -f $(DESTDIR)$(PREFIX)/bin/presale $(SHARE)/man/man1/presale.1 $(SHARE)/man/ru/man1/presale.1 \
		$(SHARE)/bash-completion/completions/presale $(SHARE)/zsh/site-functions/_presale \
		$(SHARE)/fish/vendor_completions.d/presale.fish

clean:
	rm -rf $(BUILD)

include tools/proofs.mk
