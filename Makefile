# Moray. `make` builds build/moray, build/libmoray.a and build/libmoray.so; `make test` and `make demo` install what they lack first.
B       ?= build
O       ?= -O2
CC      ?= gcc
CFLAGS  ?= $(O) -g
WARN    = -std=gnu11 -Wall -Wextra $(WERROR)
ALL_CFLAGS = $(WARN) $(CFLAGS) -I. -Iinclude -I$(B) -fvisibility=hidden -fno-strict-aliasing -fPIC $(EXTRA)
LIBS    = -luv -lgmp -lutf8proc -lpthread -ldl -lm

FRONT_SRC = $(wildcard base/*.c lexer/*.c parser/*.c compiler/*.c)
VM_SRC  = $(wildcard vm/*.c vm/types/*.c vm/async/*.c vm/api/*.c stdlib/*.c stdlib/native/*.c)
CLI_SRC = $(wildcard cli/*.c)
PY_SRC  = $(shell find stdlib/py stdlib/asyncio -name '*.py' 2>/dev/null)

FRONT_OBJ = $(FRONT_SRC:%.c=$(B)/%.o)
VM_OBJ  = $(VM_SRC:%.c=$(B)/%.o)
CLI_OBJ = $(CLI_SRC:%.c=$(B)/%.o)

# V=1 shows the commands
Q = $(if $(V),,@)
say = @echo "  $(1) $@"

all: $(B)/moray $(B)/libmoray.a $(B)/libmoray.so

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

# the dispatch loop wants its jumps kept apart
$(B)/vm/interp.o: EXTRA += -fno-gcse -fno-crossjumping

$(B)/freeze: tools/freeze.c $(FRONT_OBJ)
	$(call say,LD)
	$(Q)$(CC) $(ALL_CFLAGS) $^ -o $@ $(LDFLAGS) -lgmp -lutf8proc -lm

$(B)/frozen.c: $(B)/freeze $(PY_SRC)
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
	$(Q)$(CC) -shared $(CFLAGS) -Wl,-soname,libmoray.so.0 $^ -o $@ $(LDFLAGS) $(LIBS)

$(B)/moray: $(CLI_OBJ) $(LIB_OBJ)
	$(call say,LD)
	$(Q)$(CC) $(CFLAGS) $^ -o $@ $(LDFLAGS) $(LIBS)

-include $(shell find $(B) -name '*.d' 2>/dev/null)

clean:
	rm -rf $(B)

.PHONY: all clean
