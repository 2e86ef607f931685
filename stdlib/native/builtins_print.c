/* print() and input().
 *
 * Printing to the unreplaced standard output goes straight into its text layer: no str is made for a number, no method is looked up. Each
 * argument is written before the next one is converted, so that what stands before a failing __str__ is printed, as in CPython.
 */
#include <stdio.h>
#include <unistd.h>

#include "base/numtext.h"
#include "stdlib/native/builtins.h"
#include "stdlib/native/io.h"
#include "vm/isolate.h"

/* Where the output goes: a native text file, or any object with a write method. */
typedef struct Sink {
    MrValue file, write;
    bool native;
} Sink;

static bool open_sink(MrThread *t, MrValue file, Sink *s)
{
    s->file = file;
    s->native = mr_io_is_plain_text(t, file);
    s->write = s->native ? MR_UNBOUND : mr_getattr(t, file, mr_n(t, write));
    return s->write != MR_ERROR;
}

static bool put_str(MrThread *t, Sink *s, MrValue str)
{
    if (s->native)
        return mr_io_text_write(t, s->file, mr_cstr(str), MR_STR(str)->nbytes);
    return mr_call1(t, s->write, str) != MR_ERROR;
}

static bool put_value(MrThread *t, Sink *s, MrValue v)
{
    char text[MR_DOUBLE_REPR_MAX];
    if (s->native) {
        if (mr_is_int(v))
            return mr_io_text_write(t, s->file, text, mr_int64_text(mr_int_of(v), text));
        if (mr_is_float(v))
            return mr_io_text_write(t, s->file, text, mr_double_repr(mr_float_of(v), text));
    }
    MrValue str = mr_is_exact(v, MR_TYPE_str) ? v : mr_str(t, v);
    return str != MR_ERROR && put_str(t, s, str);
}

static bool flush_file(MrThread *t, MrValue file)
{
    if (mr_io_is_plain_text(t, file))
        return mr_io_text_flush(t, file);
    return mr_call_method0(t, file, mr_n(t, flush)) != MR_ERROR;
}

/* None and a missing argument mean the default. */
static bool separator(MrThread *t, MrValue *v, const char *name, const char *otherwise)
{
    if (*v == MR_UNBOUND || *v == MR_NONE) {
        *v = mr_str_char(t, (unsigned char)*otherwise);
        return *v != MR_ERROR;
    }
    if (!mr_is_str(*v)) {
        mr_raise(t, MR_EXC_TypeError, "%s must be None or a string, not %s", name, mr_type_name(t, *v));
        return false;
    }
    return true;
}

MrValue builtin_print(MrThread *t, MrValue *a)
{
    MrValue sep = a[1], end = a[2], file = a[3];
    int flush = 0;
    if (file == MR_UNBOUND || file == MR_NONE) {
        file = mr_sys_get(t, mr_n(t, stdout));
        if (file == MR_UNBOUND)
            return mr_raise(t, MR_EXC_RuntimeError, "lost sys.stdout");
        if (file == MR_NONE)
            return MR_NONE;
    }
    Sink s;
    MrTuple *args = MR_TUPLE(a[0]);
    if (!separator(t, &sep, "sep", " ") || !separator(t, &end, "end", "\n") || (a[4] != MR_UNBOUND && (flush = mr_truth(t, a[4])) < 0) ||
        !open_sink(t, file, &s))
        return MR_ERROR;
    for (size_t i = 0; i < args->length; i++)
        if ((i > 0 && !put_str(t, &s, sep)) || !put_value(t, &s, args->items[i]))
            return MR_ERROR;
    if (!put_str(t, &s, end) || (flush && !flush_file(t, file)))
        return MR_ERROR;
    return MR_NONE;
}

static MrValue stream(MrThread *t, MrStr *name)
{
    MrValue v = mr_sys_get(t, name);
    return v == MR_UNBOUND || v == MR_NONE ? mr_raise(t, MR_EXC_RuntimeError, "input(): lost sys.%s", name->bytes) : v;
}

/* A line of sys.stdin without its newline, after the prompt has been written to sys.stdout. */
MrValue builtin_input(MrThread *t, MrValue *a)
{
    MrValue in = stream(t, mr_n(t, stdin)), out = in == MR_ERROR ? in : stream(t, mr_n(t, stdout));
    MrValue err = out == MR_ERROR ? out : stream(t, mr_n(t, stderr));
    Sink s;
    if (err == MR_ERROR || !open_sink(t, out, &s))
        return MR_ERROR;
    if (!flush_file(t, err))
        mr_take_pending(t); /* the prompt matters more than what is wrong with stderr */
    if (a[0] != MR_UNBOUND && !put_value(t, &s, a[0]))
        return MR_ERROR;
    if (!flush_file(t, out))
        return MR_ERROR;
    MrValue line = mr_call_method0(t, in, mr_n(t, readline));
    if (line == MR_ERROR)
        return MR_ERROR;
    if (!mr_is_str(line))
        return mr_raise(t, MR_EXC_TypeError, "object.readline() returned non-string");
    const MrStr *text = MR_STR(line);
    if (text->nbytes == 0)
        return mr_raise(t, MR_EXC_EOFError, "EOF when reading a line");
    return text->bytes[text->nbytes - 1] == '\n' ? mr_str_new(t, text->bytes, text->nbytes - 1) : line;
}
