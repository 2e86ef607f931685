# Moray. `make` builds build/moray, build/libmoray.a and build/libmoray.so; `make demo` and `make test` install what they lack first.
#
#   all            the three products (the default)
#   demo, test     the README's two commands: the examples; unit, script and command-line tests
#   asan, stress   the whole suite with sanitizers; the suite with a collection at every Nth allocation (STRESS=N)
#   tsan           the interface's threads, and the scripts that have threads, under ThreadSanitizer
#   clang          everything compiled by clang without a warning
#   check, docs    what guards the project's shape (tools/check.sh); the generated pages
#   oracle, bench  stored outputs against a python3.12; times against python3 and lua5.4
#   differential   random cases under moray and python3.12 (SEED, COUNT)
#   nightly        the same with 100,000 cases of each sort and the day's date as the seed
#   interop        asyncio against socat and CPython on loopback
#   install, uninstall, dist, clean, deps
#
# Variables: B (build folder), O (-O2), CC, CFLAGS, LDFLAGS, WERROR (-Werror), J (tests at a time), K (only tests whose path has this part),
# PREFIX (/usr/local), DESTDIR, V=1 (show the commands).
B       ?= build
O       ?= -O2
CC      ?= gcc
CFLAGS  ?= $(O) -g
WARN    = -std=gnu11 -Wall -Wextra $(WERROR)
ALL_CFLAGS = $(WARN) $(CFLAGS) -I. -Iinclude -I$(B) -fvisibility=hidden -fno-strict-aliasing -fPIC $(EXTRA)
LIBS    = -luv -lgmp -lutf8proc -lpthread -ldl -lm
# The command starts a third faster without shared libraries to look up and without relocations: archives where the system has them.
archive = $(firstword $(wildcard $(shell $(CC) -print-file-name=$(1))) $(2))
CLI_LIBS = $(call archive,libuv_a.a,-luv) $(call archive,libgmp.a,-lgmp) $(call archive,libutf8proc.a,-lutf8proc) -lpthread -ldl -lm
CLI_LDFLAGS ?= $(if $(filter Linux,$(shell uname)),-no-pie)

VERSION = 0.1.0
SONAME  = libmoray.so.0
PREFIX  ?= /usr/local
STRESS  ?= 31
CLANG   ?= $(shell command -v clang-14 || echo clang)

FRONT_SRC = $(wildcard base/*.c lexer/*.c parser/*.c compiler/*.c)
VM_SRC  = $(wildcard vm/*.c vm/types/*.c vm/async/*.c vm/api/*.c stdlib/*.c stdlib/native/*.c)
CLI_SRC = $(wildcard cli/*.c)
PY_SRC  = $(sort $(shell find stdlib/py stdlib/asyncio -name '*.py' 2>/dev/null))
UNIT_SRC = $(wildcard tests/unit/test_*.c)

FRONT_OBJ = $(FRONT_SRC:%.c=$(B)/%.o)
VM_OBJ  = $(VM_SRC:%.c=$(B)/%.o)
CLI_OBJ = $(CLI_SRC:%.c=$(B)/%.o)
UNITS   = $(UNIT_SRC:%.c=$(B)/%)

# V=1 shows the commands
Q = $(if $(V),,@)
say = @echo "  $(1) $@"

all: $(B)/moray $(B)/libmoray.a $(B)/libmoray.so

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

# the dispatch loop wants its jumps kept apart
$(B)/vm/interp.o: EXTRA += $(if $(findstring clang,$(CC)),,-fno-gcse -fno-crossjumping)

$(B)/freeze: tools/freeze.c $(FRONT_OBJ)
	$(call say,LD)
	$(Q)$(CC) $(ALL_CFLAGS) $^ -o $@ $(LDFLAGS) -lgmp -lutf8proc -lm

# the list of frozen files, rewritten only when it changes, so that a file taken away is noticed too
$(B)/frozen.list: FORCE
	@mkdir -p $(@D)
	@echo '$(PY_SRC)' | tr ' ' '\n' | cmp -s - $@ || echo '$(PY_SRC)' | tr ' ' '\n' >$@

$(B)/frozen.c: $(B)/freeze $(B)/frozen.list $(PY_SRC)
	$(call say,FREEZE)
	$(Q)$(B)/freeze $@ $(PY_SRC)

$(B)/frozen.o: $(B)/frozen.c
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) -c $< -o $@

LIB_OBJ = $(FRONT_OBJ) $(VM_OBJ) $(B)/frozen.o

$(B)/libmoray.a: $(LIB_OBJ)
	$(Q)rm -f $@
	$(call say,AR)
	$(Q)ar rcs $@ $^

$(B)/libmoray.so: $(LIB_OBJ)
	$(call say,LD)
	$(Q)$(CC) -shared $(CFLAGS) -Wl,-soname,$(SONAME) $^ -o $@ $(LDFLAGS) $(LIBS)

$(B)/moray: $(CLI_OBJ) $(LIB_OBJ)
	$(call say,LD)
	$(Q)$(CC) $(CFLAGS) $^ -o $@ $(LDFLAGS) $(CLI_LDFLAGS) $(CLI_LIBS)

# ---- tests

$(B)/tests/run: tests/run.c
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(WARN) -O1 -g $< -o $@

$(B)/tests/drive: tests/repl/drive.c tests/repl/screen.c tests/repl/screen.h
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(WARN) -O1 -g $(filter %.c,$^) -o $@ -lutf8proc -lutil

# a unit test is linked against the library's objects, so that it reaches what the shared library hides
$(B)/tests/unit/%: tests/unit/%.c $(B)/libmoray.a
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -MF $@.d $< -o $@ $(LDFLAGS) $(B)/libmoray.a -lcmocka $(LIBS)

tests: all $(B)/tests/run $(B)/tests/drive $(UNITS)

# The suite on what stands in $(B). SUITE: options of tools/suite.sh.
suite: tests
	@J='$(J)' K='$(K)' tools/suite.sh $(SUITE) $(B)

deps:
	@tools/deps.sh

test: deps
	@+$(MAKE) --no-print-directory tests
	@+$(MAKE) --no-print-directory -s suite

demo: deps
	@+$(MAKE) --no-print-directory all
	@tools/demo.sh $(B)/moray

ASAN_CFLAGS = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
asan:
	@+$(MAKE) --no-print-directory B=build/asan CFLAGS='$(ASAN_CFLAGS)' CLI_LDFLAGS= tests
	@+$(MAKE) --no-print-directory -s B=build/asan CFLAGS='$(ASAN_CFLAGS)' CLI_LDFLAGS= SUITE='--asan --fault' suite

TSAN_CFLAGS = -O1 -g -fsanitize=thread
TSAN_SCRIPTS = thread executor
tsan:
	@+$(MAKE) --no-print-directory B=build/tsan CFLAGS='$(TSAN_CFLAGS)' CLI_LDFLAGS= build/tsan/moray build/tsan/tests/run build/tsan/tests/unit/test_api_threads
	$$(setarch -R true 2>/dev/null && echo setarch -R) build/tsan/tests/unit/test_api_threads # its shadow wants addresses in their usual places
	for word in $(TSAN_SCRIPTS); do TSAN_OPTIONS=die_after_fork=0 $$(setarch -R true 2>/dev/null && echo setarch -R) \
	    build/tsan/tests/run --retry --timeout 120 -k $$word --moray build/tsan/moray tests || exit 1; done

stress:
	@+$(MAKE) --no-print-directory tests
	@+MORAY_GC_STRESS=$(STRESS) $(MAKE) --no-print-directory -s SUITE=--light suite

clang:
	@+$(MAKE) --no-print-directory B=build/clang CC='$(if $(findstring ccache,$(CC)),ccache )$(CLANG)' WERROR=-Werror tests

# ---- guards, pages, comparisons

check: all
	@B=$(B) CC='$(CC)' tools/check.sh

docs:
	@tools/gen_docs.sh

oracle:
	@tests/oracle.sh $(if $(K),$(K),)

differential: all
	@tests/differential/run.sh $(B)/moray $(or $(SEED),1) $(or $(COUNT),20000)

nightly: all
	@tests/differential/run.sh $(B)/moray $(or $(SEED),$$(date +%Y%m%d)) 100000

interop: all
	@MORAY=$(B)/moray tests/interop/run.sh

bench: all
	@MORAY=$(B)/moray bench/run.sh

# ---- installing

# NOBUILD=1: what stands in $(B) is installed as it is
SHARE = $(DESTDIR)$(PREFIX)/share
PAGES = $(SHARE)/man/man1/moray.1 $(SHARE)/bash-completion/completions/moray $(SHARE)/zsh/site-functions/_moray $(SHARE)/fish/vendor_completions.d/moray.fish

install: $(if $(NOBUILD),,all)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(PREFIX)/lib/pkgconfig $(dir $(PAGES))
	install -m 755 $(B)/moray $(DESTDIR)$(PREFIX)/bin/moray
	install -m 644 include/moray.h $(DESTDIR)$(PREFIX)/include/moray.h
	install -m 644 $(B)/libmoray.a $(DESTDIR)$(PREFIX)/lib/libmoray.a
	install -m 755 $(B)/libmoray.so $(DESTDIR)$(PREFIX)/lib/libmoray.so.$(VERSION)
	ln -sf libmoray.so.$(VERSION) $(DESTDIR)$(PREFIX)/lib/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(PREFIX)/lib/libmoray.so
	install -m 644 docs/moray.1 $(SHARE)/man/man1/moray.1
	install -m 644 completions/moray.bash $(SHARE)/bash-completion/completions/moray
	install -m 644 completions/moray.zsh $(SHARE)/zsh/site-functions/_moray
	install -m 644 completions/moray.fish $(SHARE)/fish/vendor_completions.d/moray.fish
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' -e 's|@LIBS@|$(LIBS)|' tools/moray.pc.in >$(DESTDIR)$(PREFIX)/lib/pkgconfig/moray.pc

uninstall:
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/,bin/moray include/moray.h lib/libmoray.a lib/libmoray.so lib/$(SONAME) lib/libmoray.so.$(VERSION) \
	    lib/pkgconfig/moray.pc) $(PAGES)

dist:
	@mkdir -p $(B)
	git archive --prefix=moray-$(VERSION)/ -o $(B)/moray-$(VERSION).tar.gz HEAD

clean:
	rm -rf $(B)

-include $(shell find $(B) -path '$(B)/asan' -prune -o -path '$(B)/clang' -prune -o -path '$(B)/tsan' -prune -o -name '*.d' -print 2>/dev/null)

FORCE:
.PHONY: all tests suite deps test demo asan tsan stress clang check docs oracle differential nightly interop bench install uninstall dist clean FORCE
.SECONDARY:
