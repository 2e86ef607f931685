/* _re: the module behind `re`. Patterns are compiled in _re_compile.c; their methods are in _re_pattern.c and _re_match.c. */
#include "stdlib/native/_re.h"
#include "vm/isolate.h"

static MrValue re_compile(MrThread *t, MrValue *a)
{
    int64_t flags;
    if (!mr_to_i64(t, a[1], &flags))
        return MR_ERROR;
    return mr_re_compile(t, a[0], (unsigned)flags);
}

static MrValue re_compile_lexicon(MrThread *t, MrValue *a)
{
    int64_t flags;
    if (!mr_to_i64(t, a[1], &flags))
        return MR_ERROR;
    return mr_re_compile_lexicon(t, a[0], (unsigned)flags);
}

/* Is c one of the characters that could mean something in a pattern? */
static bool is_special(unsigned char c) { return c && strchr("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", c); }

static MrValue re_escape(MrThread *t, MrValue *a)
{
    MrValue subject;
    const char *text;
    size_t n, special = 0;
    if (!mr_re_text(t, a[0], &subject, &text, &n)) {
        mr_take_pending(t);
        return mr_raise(t, MR_EXC_TypeError, "decoding to str: need a bytes-like object, %s found", mr_type_name(t, a[0]));
    }
    size_t work = 0;
    for (size_t i = 0; i < n; i++) {
        special += is_special((unsigned char)text[i]);
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    }
    MrBuf out = MR_BUF_EMPTY;
    if (!mr_buf_reserve(&out, n + special))
        return mr_raise_no_memory(t);
    for (size_t i = 0; i < n; i++) {
        if (!mr_limits_work(t, work))
            return mr_buf_fini(&out), MR_ERROR;
        if (is_special((unsigned char)text[i]))
            mr_buf_putc(&out, '\\');
        mr_buf_putc(&out, text[i]);
    }
    if (mr_is_str(subject))
        return mr_str_buf(t, &out);
    MrValue bytes = mr_bytes_new(t, out.data ? out.data : "", out.length);
    mr_buf_fini(&out);
    return bytes;
}

static const MrMethodDef functions[] = {
    {"compile(pattern, flags, /)", re_compile, "Compile a pattern.", 0},
    {"compile_lexicon(phrases, flags, /)", re_compile_lexicon, "Compile the phrases of a lexicon: one pattern with a group for each.", 0},
    {"escape(pattern)", re_escape, "Put a backslash before every character that a pattern would treat specially.", 0},
    {0},
};

static const MrTypeDef *const types[] = {&mr_re_pattern_def, &mr_re_match_def, &mr_re_scanner_def, NULL};

const MrModuleDef mr_module__re = {.name = "_re", .functions = functions, .types = types, .doc = "Regular expressions."};
