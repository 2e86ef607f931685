/* _pickle, what each opcode of a stream does.
 *
 * A stream is a program for a machine with a stack, marks on it, and a memo. It is never trusted: each take from the stack is checked against the innermost mark, sizes
 * against what is there. What it may call is the business of find_class alone, as the documentation of pickle warns. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <strings.h>

#include "base/numtext.h"
#include "stdlib/native/_pickle.h"
#include "vm/isolate.h"
#include "vm/types/bigint.h"
#include "vm/types/memoryview.h"

static bool fail(MrThread *t, const char *text)
{
    (void)mr_pickle_error(t, "UnpicklingError", "%s", text);
    return false;
}

/* ---- the stack ---- */

static bool push(MrThread *t, MrUnpickler *u, MrValue v)
{
    if (v == MR_ERROR)
        return false;
    if (u->depth == u->capacity) {
        size_t capacity = u->capacity * 2 + 16;
        MrValue *stack = mr_buffer_resize(t, u->stack, capacity * sizeof *stack);
        if (!stack)
            return false;
        u->stack = stack;
        u->capacity = capacity;
    }
    u->stack[u->depth++] = v;
    mr_write_barrier(t, u, v);
    return true;
}

static bool underflow(MrThread *t, MrUnpickler *u) { return fail(t, u->n_marks ? "unexpected MARK found" : "unpickling stack underflow"); }

/* Are there n values above the innermost mark? */
static bool has(MrThread *t, MrUnpickler *u, size_t n) { return u->depth - u->fence >= n || underflow(t, u); }

static bool pop(MrThread *t, MrUnpickler *u, MrValue *v)
{
    if (!has(t, u, 1))
        return false;
    *v = u->stack[--u->depth];
    return true;
}

static bool mark(MrThread *t, MrUnpickler *u)
{
    if (u->n_marks == u->marks_capacity) {
        size_t capacity = u->marks_capacity * 2 + 16;
        size_t *marks = mr_buffer_resize(t, u->marks, capacity * sizeof *marks);
        if (!marks)
            return false;
        u->marks = marks;
        u->marks_capacity = capacity;
    }
    u->marks[u->n_marks++] = u->fence = u->depth;
    return true;
}

/* Takes the innermost mark away; *at is where it stood. */
static bool unmark(MrThread *t, MrUnpickler *u, size_t *at)
{
    if (!u->n_marks)
        return fail(t, "could not find MARK");
    *at = u->marks[--u->n_marks];
    u->fence = u->n_marks ? u->marks[u->n_marks - 1] : 0;
    return true;
}

static bool push_tuple(MrThread *t, MrUnpickler *u, size_t n)
{
    MrValue v = mr_tuple_from(t, u->stack + u->depth - n, n);
    u->depth -= n;
    return push(t, u, v);
}

/* ---- numbers ---- */

static bool read_size(MrThread *t, MrUnpickler *u, size_t width, uint64_t *n)
{
    const char *s = mr_unpickle_read(t, u, width);
    *n = 0;
    if (s)
        memcpy(n, s, width);
    return s != NULL;
}

/* A line with at least one character before its end. */
static const char *full_line(MrThread *t, MrUnpickler *u, size_t *n)
{
    const char *s = mr_unpickle_line(t, u, n);
    if (s && *n < 2)
        return (void)fail(t, "pickle data was truncated"), NULL;
    return s;
}

/* int(text, base) of what stands in a line */
static MrValue int_of_line(MrThread *t, const char *s, size_t n, int base)
{
    MrValue args[2] = {mr_decode(t, s, n, "utf-8", "replace"), mr_small_int(base)};
    return args[0] == MR_ERROR ? MR_ERROR : mr_call(t, mr_type_val(t, MR_TYPE_int), 2, args);
}

/* A line that C's strtol takes whole, with its octal 017, or else a literal of Python's. 00 and 01 are the bools of old. */
static bool load_int(MrThread *t, MrUnpickler *u)
{
    size_t n;
    char small[32], *stop;
    const char *s = full_line(t, u, &n);
    if (!s)
        return false;
    if (n < sizeof small) {
        memcpy(small, s, n);
        small[n] = 0;
        errno = 0;
        long v = strtol(small, &stop, 0);
        if (!errno && (*stop == '\n' || !*stop))
            return push(t, u, n == 3 && (v == 0 || v == 1) ? mr_bool(v) : mr_int(t, v));
    }
    MrValue v = int_of_line(t, s, n, 0);
    if (v == MR_ERROR && mr_clear_if(t, MR_EXC_ValueError))
        (void)mr_raise(t, MR_EXC_ValueError, "could not convert string to int");
    return push(t, u, v);
}

/* A literal of Python's; where it cannot have a prefix, decimal is what the error speaks of. */
static bool load_long_line(MrThread *t, MrUnpickler *u)
{
    size_t n;
    const char *s = full_line(t, u, &n);
    return s && push(t, u, int_of_line(t, s, s[n - 2] == 'L' ? n - 2 : n, s[*s == '-' || *s == '+'] == '0' ? 0 : 10));
}

/* How many of the n bytes are the text of a float, without spaces and underscores. */
static size_t float_length(const char *s, size_t n)
{
    static const char *const words[] = {"infinity", "inf", "nan"};
    size_t i = n && (*s == '+' || *s == '-'), digits = 0;
    for (size_t w = 0; w < 3; w++)
        if (n - i >= strlen(words[w]) && !strncasecmp(s + i, words[w], strlen(words[w])))
            return i + strlen(words[w]);
    for (; i < n && (unsigned)(s[i] - '0') < 10; i++)
        digits++;
    if (i < n && s[i] == '.')
        for (i++; i < n && (unsigned)(s[i] - '0') < 10; i++)
            digits++;
    if (!digits)
        return 0;
    size_t e = i + 1;
    if (i < n && (s[i] | 32) == 'e') {
        e += e < n && (s[e] == '+' || s[e] == '-');
        if (e < n && (unsigned)(s[e] - '0') < 10)
            for (i = e; i < n && (unsigned)(s[i] - '0') < 10; i++)
                continue;
    }
    return i;
}

static bool load_float_line(MrThread *t, MrUnpickler *u)
{
    size_t n;
    const char *s = full_line(t, u, &n);
    if (!s)
        return false;
    size_t length = float_length(s, n);
    MrValue line = mr_decode(t, s, n, "utf-8", "replace"), text = mr_decode(t, s, length, "utf-8", "replace");
    if (line == MR_ERROR || text == MR_ERROR)
        return false;
    if (!length)
        return (void)mr_raise(t, MR_EXC_ValueError, "could not convert string to float: '%.200s'", mr_cstr(line)), false;
    if (length < n && s[length] != '\n' && s[length])
        return (void)mr_raise(t, MR_EXC_ValueError, "could not convert string to float"), false;
    MrValue v = mr_call1(t, mr_type_val(t, MR_TYPE_float), text);
    if (v != MR_ERROR && isinf(mr_float_of(v)) && (unsigned)(s[length - 1] - '0') < 10)
        return (void)mr_raise(t, MR_EXC_OverflowError, "value too large to convert to float: '%.200s'", mr_cstr(line)), false;
    return push(t, u, v);
}

static bool load_binfloat(MrThread *t, MrUnpickler *u)
{
    uint64_t bits;
    double d;
    if (!read_size(t, u, 8, &bits))
        return false;
    bits = __builtin_bswap64(bits);
    memcpy(&d, &bits, 8);
    return push(t, u, mr_float(d));
}

static bool load_long(MrThread *t, MrUnpickler *u, size_t width)
{
    uint64_t n;
    if (!read_size(t, u, width, &n))
        return false;
    if (width == 4 && n > INT32_MAX)
        return fail(t, "LONG pickle has negative byte count");
    const char *s = mr_unpickle_read(t, u, n);
    if (!s)
        return false;
    if (!n)
        return push(t, u, mr_small_int(0));
    bool negative = s[n - 1] & 0x80;
    size_t limbs = n / 8 + 1;
    MrInt *big = mr_int_alloc(t, limbs);
    if (!big)
        return false;
    big->limbs[limbs - 1] = negative ? UINT64_MAX : 0;
    if (!mr_work_copy(t, big->limbs, s, n))
        return false;
    for (size_t i = 0, carry = 1, work = 0; negative && i < limbs; i++) {
        if (!mr_limits_work(t, work))
            return false;
        big->limbs[i] = ~big->limbs[i] + carry;
        carry = carry && !big->limbs[i];
    }
    return push(t, u, mr_int_finish(t, big, limbs, negative));
}

/* A number in decimal on a line of its own: the index of GET and PUT. */
static bool line_index(MrThread *t, MrUnpickler *u, int64_t *index)
{
    size_t n;
    const char *s = full_line(t, u, &n);
    MrValue v = s ? int_of_line(t, s, n, 10) : MR_ERROR;
    return v != MR_ERROR && mr_to_i64(t, v, index);
}

/* ---- text and bytes ---- */

static bool check_size(MrThread *t, uint64_t n, const char *what)
{
    if (n <= INT64_MAX)
        return true;
    (void)mr_raise(t, MR_EXC_OverflowError, "%s exceeds system's maximum size of %lld bytes", what, (long long)INT64_MAX);
    return false;
}

/* Before anything is allocated: more than any memory holds. */
static bool plausible(MrThread *t, uint64_t n)
{
    if (n < (uint64_t)1 << 46)
        return true;
    (void)mr_raise_no_memory(t);
    return false;
}

static bool load_bytes(MrThread *t, MrUnpickler *u, size_t width)
{
    uint64_t n;
    if (!read_size(t, u, width, &n) || !check_size(t, n, "BINBYTES") || !plausible(t, n))
        return false;
    const char *s = mr_unpickle_read(t, u, n);
    return s && push(t, u, mr_bytes_new(t, s, n));
}

static bool load_bytearray(MrThread *t, MrUnpickler *u)
{
    uint64_t n;
    if (!read_size(t, u, 8, &n) || !check_size(t, n, "BYTEARRAY8") || !plausible(t, n))
        return false;
    const char *s = mr_unpickle_read(t, u, n);
    return s && push(t, u, mr_bytearray_new(t, s, n));
}

static bool load_text(MrThread *t, MrUnpickler *u, size_t width)
{
    uint64_t n;
    if (!read_size(t, u, width, &n) || !check_size(t, n, "BINUNICODE") || !plausible(t, n))
        return false;
    const char *s = mr_unpickle_read(t, u, n);
    return s && push(t, u, mr_decode(t, s, n, "utf-8", "surrogatepass"));
}

static bool load_text_line(MrThread *t, MrUnpickler *u)
{
    size_t n;
    const char *s = mr_unpickle_line(t, u, &n);
    return s && push(t, u, mr_decode(t, s, n - 1, "raw-unicode-escape", "strict"));
}

/* Strings of Python 2: text in some encoding, or bytes. */
static bool push_old_string(MrThread *t, MrUnpickler *u, const char *s, size_t n)
{
    if (mr_str_equal_c(u->encoding, "bytes"))
        return push(t, u, mr_bytes_new(t, s, n));
    return push(t, u, mr_decode(t, s, n, mr_cstr(u->encoding), mr_cstr(u->errors)));
}

static bool load_string_line(MrThread *t, MrUnpickler *u)
{
    size_t n;
    const char *s = mr_unpickle_line(t, u, &n);
    if (!s)
        return false;
    while (n && (s[n - 1] == '\n' || s[n - 1] == '\r' || s[n - 1] == ' '))
        n--;
    if (n < 2 || s[0] != s[n - 1] || (s[0] != '"' && s[0] != '\''))
        return fail(t, "the STRING opcode argument must be quoted");
    MrValue raw = mr_bytes_new(t, s + 1, n - 2), codecs = mr_import(t, "codecs");
    MrValue decode = raw == MR_ERROR || codecs == MR_ERROR ? MR_ERROR : mr_getattr_c(t, codecs, "escape_decode");
    MrValue pair = decode == MR_ERROR ? decode : mr_call1(t, decode, raw);
    if (pair == MR_ERROR || !mr_is_tuple(pair))
        return false;
    MrValue bytes = MR_TUPLE(pair)->items[0];
    return push_old_string(t, u, MR_BYTES(bytes)->bytes, MR_BYTES(bytes)->length);
}

static bool load_binstring(MrThread *t, MrUnpickler *u, size_t width)
{
    uint64_t n;
    if (!read_size(t, u, width, &n))
        return false;
    const char *s = mr_unpickle_read(t, u, n);
    return s && push_old_string(t, u, s, n);
}

static bool load_next_buffer(MrThread *t, MrUnpickler *u)
{
    if (u->buffers == MR_UNBOUND)
        return fail(t, "pickle stream refers to out-of-band data but no *buffers* argument was given");
    MrValue v = mr_next(t, u->buffers);
    return v == MR_UNBOUND ? fail(t, "not enough out-of-band buffers") : push(t, u, v);
}

static bool load_readonly_buffer(MrThread *t, MrUnpickler *u)
{
    MrValue v, toreadonly;
    if (!has(t, u, 1))
        return false;
    MrValue view = mr_call1(t, mr_type_val(t, MR_TYPE_memoryview), u->stack[u->depth - 1]);
    if (view == MR_ERROR)
        return false;
    if (((MrMemoryView *)mr_obj_of(view))->readonly)
        return true;
    toreadonly = mr_getattr_c(t, view, "toreadonly");
    v = toreadonly == MR_ERROR ? toreadonly : mr_call0(t, toreadonly);
    if (v == MR_ERROR)
        return false;
    u->stack[u->depth - 1] = v;
    return true;
}

/* ---- containers ---- */

static bool load_marked(MrThread *t, MrUnpickler *u, int op)
{
    size_t at;
    MrValue v;
    if (!unmark(t, u, &at))
        return false;
    MrValue *items = u->stack + at;
    size_t n = u->depth - at;
    if (op == PK_TUPLE) {
        v = mr_tuple_from(t, items, n);
    } else if (op == PK_LIST) {
        v = mr_list_from(t, items, n);
    } else if (op == PK_FROZENSET) {
        MrValue list = mr_list_from(t, items, n);
        v = list == MR_ERROR ? list : mr_call1(t, mr_type_val(t, MR_TYPE_frozenset), list);
    } else {
        MrDict *d = mr_dict_new(t);
        if (n % 2)
            return fail(t, "odd number of items for DICT");
        for (size_t i = 0; d && i < n; i += 2)
            if (!mr_dict_set(t, d, u->stack[at + i], u->stack[at + i + 1]))
                return false;
        v = d ? mr_val(d) : MR_ERROR;
    }
    u->depth = at;
    return push(t, u, v);
}

/* Appends what is on the stack from `at` to the list below it. */
static bool append_from(MrThread *t, MrUnpickler *u, size_t at)
{
    if (at > u->depth || at <= u->fence)
        return underflow(t, u);
    MrValue list = u->stack[at - 1];
    size_t n = u->depth - at;
    if (!n)
        return true;
    if (mr_is_exact(list, MR_TYPE_list)) {
        for (size_t i = 0; i < n; i++)
            if (!mr_list_append(t, list, u->stack[at + i]))
                return false;
        u->depth = at;
        return true;
    }
    MrStr *extend = mr_intern(t, "extend", 6), *append = mr_intern(t, "append", 6);
    if (!extend || !append)
        return false;
    MrValue method = mr_getattr_or(t, list, extend);
    if (method == MR_ERROR)
        return false;
    if (method != MR_UNBOUND) {
        MrValue items = mr_list_from(t, u->stack + at, n);
        u->depth = at;
        return items != MR_ERROR && mr_call1(t, method, items) != MR_ERROR;
    }
    method = mr_getattr(t, list, append);
    if (method == MR_ERROR)
        return false;
    for (size_t i = 0; i < n; i++)
        if (mr_call1(t, method, u->stack[at + i]) == MR_ERROR)
            return false;
    u->depth = at;
    return true;
}

static bool set_from(MrThread *t, MrUnpickler *u, size_t at)
{
    if (at > u->depth || at <= u->fence)
        return underflow(t, u);
    MrValue dict = u->stack[at - 1];
    size_t n = u->depth - at;
    if (n % 2)
        return fail(t, "odd number of items for SETITEMS");
    for (size_t i = 0; i < n; i += 2) {
        MrValue key = u->stack[at + i], value = u->stack[at + i + 1];
        if (mr_is_exact(dict, MR_TYPE_dict) ? !mr_dict_set(t, MR_DICT(dict), key, value) : !mr_setitem(t, dict, key, value))
            return false;
    }
    u->depth = at;
    return true;
}

static bool load_additems(MrThread *t, MrUnpickler *u)
{
    size_t at;
    if (!unmark(t, u, &at))
        return false;
    if (at > u->depth || at <= u->fence)
        return underflow(t, u);
    MrValue set = u->stack[at - 1];
    if (mr_is_set(set)) {
        for (size_t i = at; i < u->depth; i++)
            if (!mr_set_add(t, set, u->stack[i]))
                return false;
    } else if (u->depth > at) {
        MrValue add = mr_getattr_c(t, set, "add");
        for (size_t i = at; i < u->depth; i++)
            if (add == MR_ERROR || mr_call1(t, add, u->stack[i]) == MR_ERROR)
                return false;
    }
    u->depth = at;
    return true;
}

/* ---- globals and objects ---- */

static MrValue find_class(MrThread *t, MrUnpickler *u, MrValue module, MrValue name)
{
    return u->find_class == MR_UNBOUND ? mr_unpickler_find_class(t, u, module, name) : mr_call2(t, u->find_class, module, name);
}

static MrValue read_global(MrThread *t, MrUnpickler *u)
{
    size_t n;
    const char *s = full_line(t, u, &n);
    MrValue module = s ? mr_decode(t, s, n - 1, "utf-8", "strict") : MR_ERROR;
    if (module == MR_ERROR)
        return module;
    s = full_line(t, u, &n);
    MrValue name = s ? mr_decode(t, s, n - 1, "utf-8", "strict") : MR_ERROR;
    return name == MR_ERROR ? name : find_class(t, u, module, name);
}

static bool load_stack_global(MrThread *t, MrUnpickler *u)
{
    MrValue module, name;
    if (!pop(t, u, &name) || !pop(t, u, &module))
        return false;
    if (!mr_is_exact(module, MR_TYPE_str) || !mr_is_exact(name, MR_TYPE_str))
        return fail(t, "STACK_GLOBAL requires str");
    return push(t, u, find_class(t, u, module, name));
}

static bool load_extension(MrThread *t, MrUnpickler *u, size_t width)
{
    uint64_t raw;
    if (!read_size(t, u, width, &raw))
        return false;
    int64_t code = width == 4 ? (int32_t)raw : (int64_t)raw;
    if (code <= 0)
        return fail(t, "EXT specifies code <= 0");
    MrValue copyreg = mr_import(t, "copyreg"), number = mr_int(t, code);
    MrValue cache = copyreg == MR_ERROR ? copyreg : mr_getattr_c(t, copyreg, "_extension_cache");
    MrValue names = cache == MR_ERROR ? cache : mr_getattr_c(t, copyreg, "_inverted_registry");
    if (names == MR_ERROR || !mr_is_dict(cache) || !mr_is_dict(names))
        return false;
    MrValue found = mr_dict_get(t, MR_DICT(cache), number);
    if (found != MR_UNBOUND)
        return push(t, u, found);
    MrValue pair = mr_dict_get(t, MR_DICT(names), number);
    if (pair == MR_ERROR)
        return false;
    if (pair == MR_UNBOUND) {
        (void)mr_raise(t, MR_EXC_ValueError, "unregistered extension code %lld", (long long)code);
        return false;
    }
    if (!mr_is_tuple(pair) || MR_TUPLE(pair)->length != 2) {
        (void)mr_raise(t, MR_EXC_ValueError, "_inverted_registry[%lld] isn't a 2-tuple of strings", (long long)code);
        return false;
    }
    found = find_class(t, u, MR_TUPLE(pair)->items[0], MR_TUPLE(pair)->items[1]);
    return found != MR_ERROR && mr_dict_set(t, MR_DICT(cache), number, found) && push(t, u, found);
}

static bool load_persistent(MrThread *t, MrUnpickler *u, bool line)
{
    MrValue id;
    if (u->persistent_load == MR_UNBOUND)
        return fail(t, "A load persistent id instruction was encountered, but no persistent_load function was specified.");
    if (line) {
        size_t n;
        const char *s = mr_unpickle_line(t, u, &n);
        id = s ? mr_decode(t, s, n - 1, "ascii", "strict") : MR_ERROR;
        if (id == MR_ERROR)
            return s && mr_clear_if(t, MR_EXC_UnicodeDecodeError) ? fail(t, "persistent IDs in protocol 0 must be ASCII strings") : false;
    } else if (!pop(t, u, &id)) {
        return false;
    }
    return push(t, u, mr_call1(t, u->persistent_load, id));
}

static bool load_reduce(MrThread *t, MrUnpickler *u)
{
    MrValue args, function;
    if (!pop(t, u, &args) || !pop(t, u, &function))
        return false;
    if (mr_is_tuple(args))
        return push(t, u, mr_call(t, function, MR_TUPLE(args)->length, MR_TUPLE(args)->items));
    (void)mr_raise(t, MR_EXC_TypeError, "argument list must be a tuple");
    return false;
}

/* INST and OBJ of old: a class and the arguments that stand above the mark. */
static bool instantiate(MrThread *t, MrUnpickler *u, MrValue cls, size_t at)
{
    MrValue args = mr_tuple_from(t, u->stack + at, u->depth - at), v;
    if (args == MR_ERROR)
        return false;
    u->depth = at;
    MrStr *initargs = mr_intern(t, "__getinitargs__", 15), *new_name = mr_intern(t, "__new__", 7);
    if (!initargs || !new_name)
        return false;
    if (!MR_TUPLE(args)->length && mr_is_type(cls)) {
        v = mr_getattr_or(t, cls, initargs);
        if (v == MR_ERROR)
            return false;
        if (v == MR_UNBOUND)
            return push(t, u, mr_call_method(t, cls, new_name, 1, &cls));
    }
    return push(t, u, mr_call(t, cls, MR_TUPLE(args)->length, MR_TUPLE(args)->items));
}

static bool load_inst(MrThread *t, MrUnpickler *u)
{
    size_t at;
    if (!unmark(t, u, &at))
        return false;
    MrValue cls = read_global(t, u);
    return cls != MR_ERROR && instantiate(t, u, cls, at);
}

static bool load_obj(MrThread *t, MrUnpickler *u)
{
    size_t at;
    if (!unmark(t, u, &at))
        return false;
    if (u->depth - at < 1)
        return underflow(t, u);
    MrValue cls = u->stack[at];
    memmove(u->stack + at, u->stack + at + 1, (u->depth - at - 1) * sizeof *u->stack);
    u->depth--;
    return instantiate(t, u, cls, at);
}

static bool load_newobj(MrThread *t, MrUnpickler *u, bool with_keywords)
{
    const char *op = with_keywords ? "NEWOBJ_EX" : "NEWOBJ";
    MrValue keywords = MR_UNBOUND, args, cls;
    if ((with_keywords && !pop(t, u, &keywords)) || !pop(t, u, &args) || !pop(t, u, &cls))
        return false;
    const char *bad = !mr_is_type(cls) ? "class argument must be a type" : !mr_is_tuple(args) ? "args argument must be a tuple"
                      : with_keywords && !mr_is_dict(keywords) ? "kwargs argument must be a dict" : NULL;
    if (bad) {
        (void)mr_pickle_error(t, "UnpicklingError", "%s %s, not %s", op, bad, mr_type_name(t, !mr_is_type(cls) ? cls : !mr_is_tuple(args) ? args : keywords));
        return false;
    }
    MrValue make = mr_slot(t, MR_TYPE(cls), MR_SLOT_new);
    if (make == MR_UNBOUND) {
        (void)mr_pickle_error(t, "UnpicklingError", "%s class argument '%s' doesn't have __new__", op, MR_TYPE(cls)->name->bytes);
        return false;
    }
    MrStr *new_name = mr_intern(t, "__new__", 7);
    make = new_name ? mr_getattr(t, cls, new_name) : MR_ERROR;
    MrValue all = mr_tuple_new(t, MR_TUPLE(args)->length + 1);
    if (make == MR_ERROR || all == MR_ERROR)
        return false;
    MR_TUPLE(all)->items[0] = cls;
    if (!mr_work_copy_values(t, MR_TUPLE(all)->items + 1, MR_TUPLE(args)->items, MR_TUPLE(args)->length))
        return false;
    return push(t, u, mr_call_kw(t, make, all, keywords));
}

static bool set_attributes(MrThread *t, MrValue obj, MrValue state, MrValue slots)
{
    MrValue key, value;
    if (state != MR_NONE) {
        if (!mr_is_dict(state))
            return fail(t, "state is not a dictionary");
        MrValue dict = mr_getattr(t, obj, mr_n(t, __dict__));
        if (dict == MR_ERROR)
            return false;
        for (size_t pos = 0; mr_dict_next(MR_DICT(state), &pos, &key, &value);) {
            if (mr_is_exact(key, MR_TYPE_str))
                key = mr_val(mr_intern_str(t, MR_STR(key)));
            if (!key || !mr_setitem(t, dict, key, value))
                return false;
        }
    }
    if (slots == MR_UNBOUND)
        return true;
    if (!mr_is_dict(slots))
        return fail(t, "slot state is not a dictionary");
    for (size_t pos = 0; mr_dict_next(MR_DICT(slots), &pos, &key, &value);) {
        if (!mr_is_str(key)) {
            (void)mr_raise(t, MR_EXC_TypeError, "attribute name must be string, not '%s'", mr_type_name(t, key));
            return false;
        }
        if (!mr_setattr(t, obj, mr_intern_str(t, MR_STR(key)), value))
            return false;
    }
    return true;
}

static bool load_build(MrThread *t, MrUnpickler *u)
{
    MrValue state, slots = MR_UNBOUND;
    if (!has(t, u, 2) || !pop(t, u, &state))
        return false;
    MrValue obj = u->stack[u->depth - 1];
    MrStr *name = mr_intern(t, "__setstate__", 12);
    MrValue setstate = name ? mr_getattr_or(t, obj, name) : MR_ERROR;
    if (setstate == MR_ERROR)
        return false;
    if (setstate != MR_UNBOUND)
        return mr_call1(t, setstate, state) != MR_ERROR;
    if (mr_is_tuple(state) && MR_TUPLE(state)->length == 2) {
        slots = MR_TUPLE(state)->items[1];
        state = MR_TUPLE(state)->items[0];
        if (slots == MR_NONE)
            slots = MR_UNBOUND;
    }
    return set_attributes(t, obj, state, slots);
}

/* ---- memo, marks, the head of a stream ---- */

static bool load_get(MrThread *t, MrUnpickler *u, size_t width)
{
    uint64_t raw;
    int64_t index;
    if (width ? !read_size(t, u, width, &raw) : !line_index(t, u, &index))
        return false;
    if (width)
        index = (int64_t)raw;
    MrValue v = index < 0 ? MR_UNBOUND : mr_unpickle_memo_get(t, u, (size_t)index);
    if (v != MR_UNBOUND)
        return push(t, u, v);
    (void)mr_pickle_error(t, "UnpicklingError", "Memo value not found at index %lld", (long long)index);
    return false;
}

static bool load_put(MrThread *t, MrUnpickler *u, size_t width)
{
    uint64_t raw;
    int64_t index;
    if (width ? !read_size(t, u, width, &raw) : !line_index(t, u, &index))
        return false;
    if (width)
        index = (int64_t)raw;
    if (!has(t, u, 1))
        return false;
    if (index < 0) {
        (void)mr_raise(t, MR_EXC_ValueError, "negative PUT argument");
        return false;
    }
    return mr_unpickle_memo_put(t, u, (size_t)index, u->stack[u->depth - 1]);
}

/* MEMOIZE counts by itself: the next free index. */
static bool load_memoize(MrThread *t, MrUnpickler *u, size_t *next)
{
    if (!has(t, u, 1))
        return false;
    while (*next < u->memo_size && u->memo[*next] != MR_UNBOUND)
        ++*next;
    return mr_unpickle_memo_put(t, u, (*next)++, u->stack[u->depth - 1]);
}

static bool load_pop(MrThread *t, MrUnpickler *u)
{
    size_t at;
    MrValue v;
    if (u->n_marks && u->marks[u->n_marks - 1] == u->depth)
        return unmark(t, u, &at);
    return pop(t, u, &v);
}

static bool load_proto(MrThread *t, MrUnpickler *u)
{
    const char *s = mr_unpickle_read(t, u, 1);
    if (!s)
        return false;
    u->protocol = (unsigned char)*s;
    if (u->protocol <= MR_PICKLE_HIGHEST)
        return true;
    (void)mr_raise(t, MR_EXC_ValueError, "unsupported pickle protocol: %d", u->protocol);
    return false;
}

static bool load_frame(MrThread *t, MrUnpickler *u)
{
    uint64_t n;
    if (!read_size(t, u, 8, &n))
        return false;
    if (n > INT64_MAX) {
        (void)mr_raise(t, MR_EXC_OverflowError, "FRAME length exceeds system's maximum of %lld bytes", (long long)INT64_MAX);
        return false;
    }
    if (u->read == MR_UNBOUND && n > INT64_MAX - u->at)
        return fail(t, "read would overflow (invalid bytecode)");
    return plausible(t, n) && mr_unpickle_frame(t, u, n);
}

static bool unknown(MrThread *t, int c)
{
    if (c >= 0x20 && c < 0x7f && c != '\'' && c != '\\')
        (void)mr_pickle_error(t, "UnpicklingError", "invalid load key, '%c'.", c);
    else
        (void)mr_pickle_error(t, "UnpicklingError", "invalid load key, '\\x%02x'.", c);
    return false;
}

static bool execute(MrThread *t, MrUnpickler *u, int op, size_t *next)
{
    const char *s;
    MrValue v;
    uint64_t n;
    size_t at;
    switch (op) {
    case PK_NONE: return push(t, u, MR_NONE);
    case PK_NEWTRUE: return push(t, u, MR_TRUE);
    case PK_NEWFALSE: return push(t, u, MR_FALSE);
    case PK_BININT: return read_size(t, u, 4, &n) && push(t, u, mr_small_int((int32_t)n));
    case PK_BININT1: return (s = mr_unpickle_read(t, u, 1)) && push(t, u, mr_small_int((unsigned char)*s));
    case PK_BININT2: return read_size(t, u, 2, &n) && push(t, u, mr_small_int((int64_t)n));
    case PK_INT: return load_int(t, u);
    case PK_LONG: return load_long_line(t, u);
    case PK_LONG1: return load_long(t, u, 1);
    case PK_LONG4: return load_long(t, u, 4);
    case PK_FLOAT: return load_float_line(t, u);
    case PK_BINFLOAT: return load_binfloat(t, u);
    case PK_SHORT_BINBYTES: return load_bytes(t, u, 1);
    case PK_BINBYTES: return load_bytes(t, u, 4);
    case PK_BINBYTES8: return load_bytes(t, u, 8);
    case PK_BYTEARRAY8: return load_bytearray(t, u);
    case PK_NEXT_BUFFER: return load_next_buffer(t, u);
    case PK_READONLY_BUFFER: return load_readonly_buffer(t, u);
    case PK_SHORT_BINSTRING: return load_binstring(t, u, 1);
    case PK_BINSTRING: return load_binstring(t, u, 4);
    case PK_STRING: return load_string_line(t, u);
    case PK_UNICODE: return load_text_line(t, u);
    case PK_SHORT_BINUNICODE: return load_text(t, u, 1);
    case PK_BINUNICODE: return load_text(t, u, 4);
    case PK_BINUNICODE8: return load_text(t, u, 8);
    case PK_EMPTY_TUPLE: return push(t, u, mr_tuple_new(t, 0));
    case PK_TUPLE1: return has(t, u, 1) && push_tuple(t, u, 1);
    case PK_TUPLE2: return has(t, u, 2) && push_tuple(t, u, 2);
    case PK_TUPLE3: return has(t, u, 3) && push_tuple(t, u, 3);
    case PK_TUPLE: case PK_LIST: case PK_DICT: case PK_FROZENSET: return load_marked(t, u, op);
    case PK_EMPTY_LIST: return push(t, u, mr_list_new(t, 0));
    case PK_EMPTY_DICT: {
        MrDict *d = mr_dict_new(t);
        return d && push(t, u, mr_val(d));
    }
    case PK_EMPTY_SET: return push(t, u, mr_set_new(t, false));
    case PK_APPEND: return has(t, u, 1) && append_from(t, u, u->depth - 1);
    case PK_APPENDS: return unmark(t, u, &at) && append_from(t, u, at);
    case PK_SETITEM: return has(t, u, 2) && set_from(t, u, u->depth - 2);
    case PK_SETITEMS: return unmark(t, u, &at) && set_from(t, u, at);
    case PK_ADDITEMS: return load_additems(t, u);
    case PK_GLOBAL: return push(t, u, read_global(t, u));
    case PK_STACK_GLOBAL: return load_stack_global(t, u);
    case PK_REDUCE: return load_reduce(t, u);
    case PK_NEWOBJ: return load_newobj(t, u, false);
    case PK_NEWOBJ_EX: return load_newobj(t, u, true);
    case PK_BUILD: return load_build(t, u);
    case PK_INST: return load_inst(t, u);
    case PK_OBJ: return load_obj(t, u);
    case PK_PERSID: return load_persistent(t, u, true);
    case PK_BINPERSID: return load_persistent(t, u, false);
    case PK_EXT1: return load_extension(t, u, 1);
    case PK_EXT2: return load_extension(t, u, 2);
    case PK_EXT4: return load_extension(t, u, 4);
    case PK_GET: return load_get(t, u, 0);
    case PK_BINGET: return load_get(t, u, 1);
    case PK_LONG_BINGET: return load_get(t, u, 4);
    case PK_PUT: return load_put(t, u, 0);
    case PK_BINPUT: return load_put(t, u, 1);
    case PK_LONG_BINPUT: return load_put(t, u, 4);
    case PK_MEMOIZE: return load_memoize(t, u, next);
    case PK_MARK: return mark(t, u);
    case PK_POP: return load_pop(t, u);
    case PK_POP_MARK:
        if (!unmark(t, u, &at))
            return false;
        u->depth = at;
        return true;
    case PK_DUP: return has(t, u, 1) && (v = u->stack[u->depth - 1], push(t, u, v));
    case PK_PROTO: return load_proto(t, u);
    case PK_FRAME: return load_frame(t, u);
    default: return unknown(t, op);
    }
}

MrValue mr_unpickler_load(MrThread *t, MrUnpickler *u)
{
    MrValue result;
    size_t next = 0;
    u->depth = u->fence = u->n_marks = 0;
    u->protocol = 0;
    if (!mr_stack_ok(t))
        return MR_ERROR;
    for (;;) {
        if (u->at == u->end && u->read == MR_UNBOUND)
            return mr_raise(t, MR_EXC_EOFError, "Ran out of input");
        if (u->at == u->end) {
            MrValue one = mr_call1(t, u->read, mr_small_int(1));
            if (one == MR_ERROR)
                return one;
            if (!mr_is_kind(one, MR_KIND_BYTES))
                return mr_raise(t, MR_EXC_TypeError, "read() returned non-bytes object (%s)", mr_type_name(t, one));
            if (!MR_BYTES(one)->length)
                return mr_raise(t, MR_EXC_EOFError, "Ran out of input");
            u->source = one;
            u->data = MR_BYTES(one)->bytes;
            u->at = 0;
            u->end = MR_BYTES(one)->length;
        }
        int op = (unsigned char)u->data[u->at++];
        if (op == PK_STOP)
            break;
        if (!execute(t, u, op, &next) || (++u->steps % 8192 == 0 && !mr_poll(t)))
            return MR_ERROR;
    }
    return pop(t, u, &result) ? result : MR_ERROR;
}
