/* What the tests of moray.h share. */
#ifndef MR_TESTS_UNIT_API_H
#define MR_TESTS_UNIT_API_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "moray.h"

static inline int vm_open(void **state)
{
    *state = moray_new(NULL);
    return *state ? 0 : -1;
}

/* One whose scripts may do everything. */
static inline int vm_open_all(void **state)
{
    MorayConfig c;
    moray_config_init(&c);
    c.allow = MORAY_ALLOW_ALL;
    *state = moray_new(&c);
    return *state ? 0 : -1;
}

static inline int vm_close(void **state)
{
    int status = moray_finish(*state);
    moray_free(*state);
    return status;
}

/* The pending exception is this one. message NULL: any. */
static inline void expect_error(MorayVM *vm, const char *type, const char *message)
{
    MorayError err;
    assert_true(moray_failed(vm));
    assert_true(moray_catch(vm, &err));
    assert_string_equal(err.type, type);
    if (message)
        assert_string_equal(err.message, message);
    assert_false(moray_failed(vm));
}

/* No exception is pending; says which one if there is. */
static inline void expect_fine(MorayVM *vm)
{
    MorayError err;
    if (moray_catch(vm, &err))
        fail_msg("%s", err.traceback);
}

static inline void run(MorayVM *vm, const char *text)
{
    moray_run(vm, text, "test.py");
    expect_fine(vm);
}

static inline void expect_repr(MorayVM *vm, MorayRef ref, const char *expected)
{
    const char *text = "";
    moray_to_str(vm, moray_repr(vm, ref), &text, NULL);
    expect_fine(vm);
    assert_string_equal(text, expected);
}

static inline MorayRef stale_reference(MorayVM *vm)
{
    MorayScope scope = moray_scope_open(vm);
    MorayRef ref = moray_int(vm, 1);
    moray_scope_close(vm, scope);
    return ref;
}

#endif
