/* Compiling regular expressions: PCRE2 is loaded, the translated pattern handed to it, errors become re.error.
 *
 * PCRE2 is loaded when the first pattern is compiled, so that programs without one need not have it. What PCRE2 allocates belongs to the pattern
 * object and goes with it; the library itself stays.
 */
#include <dlfcn.h>

#include "base/utf8.h"
#include "stdlib/native/_re.h"
#include "vm/types/str.h"

#define NEST_MAX 4000 /* parentheses in the translation, which has up to three for one of the pattern's */

bool mr_re_text(MrThread *t, MrValue v, MrValue *subject, const char **bytes, size_t *n)
{
    if (mr_is_str(v) || mr_is_kind(v, MR_KIND_BYTES)) {
        *subject = v;
    } else {
        if (!mr_buffer_of(t, v, bytes, n)) {
            mr_take_pending(t);
            mr_raise(t, MR_EXC_TypeError, "expected string or bytes-like object, got '%s'", mr_type_name(t, v));
            return false;
        }
        *subject = mr_bytes_new(t, *bytes, *n);
        if (*subject == MR_ERROR)
            return false;
    }
    bool is_str = mr_is_str(*subject);
    *bytes = is_str ? MR_STR(*subject)->bytes : MR_BYTES(*subject)->bytes;
    *n = is_str ? MR_STR(*subject)->nbytes : MR_BYTES(*subject)->length;
    return true;
}

MrValue mr_re_raise(MrThread *t, MrBuf *message, MrValue pattern, size_t offset)
{
    MrValue text = mr_str_buf(t, message);
    if (text == MR_ERROR)
        return MR_ERROR;
    MrValue pos = MR_NONE, module = mr_import(t, "re");
    if (offset != MR_RE_NO_PLACE)
        pos = mr_int(t, (int64_t)(mr_is_str(pattern) ? mr_str_position(MR_STR(pattern), offset) : offset));
    MrValue error = module == MR_ERROR ? MR_ERROR : mr_getattr_c(t, module, "error");
    MrValue instance = error == MR_ERROR ? MR_ERROR : mr_call3(t, error, text, pattern, pos);
    return instance == MR_ERROR ? MR_ERROR : mr_raise_value(t, instance);
}

static bool load_library(MrThread *t, MrReLibrary *lib)
{
    void *handle = dlopen("libpcre2-8.so.0", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!handle) {
        mr_raise(t, MR_EXC_ImportError, "re needs the library PCRE2: %s", dlerror());
        return false;
    }
#define X(name) \
    if (!(lib->name = (__typeof__(lib->name))dlsym(handle, "pcre2_" #name "_8"))) { \
        mr_raise(t, MR_EXC_ImportError, "re needs a newer library PCRE2: it has no pcre2_" #name); \
        return false; \
    }
    MR_RE_FUNCTIONS(X)
#undef X
    dlclose(handle); /* only the count: RTLD_NODELETE keeps it */
    return true;
}

static MrValue raise_problem(MrThread *t, MrRe *re, MrValue pattern)
{
    switch (re->problem) {
    case MR_RE_SYNTAX: return mr_re_raise(t, &re->message, pattern, re->error_at);
    case MR_RE_TOO_DEEP: return mr_raise(t, MR_EXC_RecursionError, "maximum recursion depth exceeded");
    case MR_RE_TOO_MANY: return mr_raise(t, MR_EXC_OverflowError, "the repetition number is too large");
    default: return mr_raise_no_memory(t);
    }
}

/* The flags that the pattern object has, or ValueError: a kind of text excludes some. */
static bool settle_flags(MrThread *t, unsigned *flags, bool is_bytes)
{
    const char *message = NULL;
    if (!is_bytes && *flags & MR_RE_L)
        message = "cannot use LOCALE flag with a str pattern";
    else if (!is_bytes && *flags & MR_RE_A && *flags & MR_RE_U)
        message = "ASCII and UNICODE flags are incompatible";
    else if (is_bytes && *flags & MR_RE_U)
        message = "cannot use UNICODE flag with a bytes pattern";
    else if (is_bytes && *flags & MR_RE_L && *flags & MR_RE_A)
        message = "ASCII and LOCALE flags are incompatible";
    if (!is_bytes && !(*flags & MR_RE_A))
        *flags |= MR_RE_U;
    if (message)
        mr_raise(t, MR_EXC_ValueError, "%s", message);
    return !message;
}

static MrValue raise_library(MrThread *t, MrPattern *p, int code)
{
    PCRE2_UCHAR text[160];
    MrBuf message = MR_BUF_EMPTY;
    if (code == PCRE2_ERROR_NOMEMORY)
        return mr_raise_no_memory(t);
    if (p->lib.get_error_message(code, text, sizeof text) < 0)
        text[0] = 0;
    mr_buf_puts(&message, (const char *)text);
    return mr_re_raise(t, &message, p->pattern, MR_RE_NO_PLACE);
}

static pcre2_code *compile_text(const MrPattern *p, const char *text, size_t n, uint32_t options, int *error)
{
    PCRE2_SIZE where = 0;
    pcre2_compile_context *context = p->lib.compile_context_create(NULL);
    *error = PCRE2_ERROR_NOMEMORY;
    if (!context)
        return NULL;
    p->lib.set_newline(context, PCRE2_NEWLINE_LF);
    p->lib.set_parens_nest_limit(context, NEST_MAX);
    pcre2_code *code = p->lib.compile((PCRE2_SPTR)text, n, options, error, &where, context);
    p->lib.compile_context_free(context);
    return code;
}

pcre2_code *mr_re_compile_code(const MrPattern *p, const char *text, size_t n, uint32_t more_options)
{
    int error;
    return compile_text(p, text, n, p->options | more_options, &error);
}

static bool compile_code(MrThread *t, MrPattern *p, const MrRe *re)
{
    int error;
    p->context = p->lib.match_context_create(NULL);
    p->source_length = re->out.length;
    p->source = p->context ? mr_buffer_new(t, re->out.length + 1) : NULL;
    if (!p->source) {
        if (!mr_pending(t))
            mr_raise_no_memory(t);
        return false;
    }
    if (re->out.length)
        memcpy(p->source, re->out.data, re->out.length);
    p->lib.set_heap_limit(p->context, MR_RE_HEAP_MAX);
    p->options = PCRE2_DOTALL | PCRE2_ALT_CIRCUMFLEX | (re->has_void ? PCRE2_NO_DOTSTAR_ANCHOR : 0);
    if (!p->is_bytes)
        p->options |= PCRE2_UTF | PCRE2_NO_UTF_CHECK | (re->ucp ? PCRE2_UCP : 0);
    if (mr_re_folds(re, re->flags))
        p->options |= PCRE2_CASELESS;
    p->code = compile_text(p, p->source, p->source_length, p->options | PCRE2_USE_OFFSET_LIMIT, &error);
    if (re->has_atomic)
        p->work = MR_RE_NOT_COMPILED;
    if (!p->code)
        raise_library(t, p, error);
    return p->code != NULL;
}

static bool note_groups(MrThread *t, MrPattern *p, const MrRe *re)
{
    MrDict *names = mr_dict_new(t);
    p->n_groups = re->n_groups - 1;
    p->marks = re->marks;
    p->close_rank = names ? mr_buffer_new(t, re->n_groups * sizeof *p->close_rank) : NULL;
    if (!p->close_rank)
        return false;
    p->groupindex = mr_val(names);
    for (uint32_t i = 1; i < re->n_groups; i++) {
        const MrReGroup *g = &re->groups[i];
        p->close_rank[i] = g->close_rank;
        MrValue name = g->name_length ? mr_str_new(t, re->text + g->name, g->name_length) : MR_NONE;
        if (name == MR_ERROR || (name != MR_NONE && !mr_dict_set(t, names, name, mr_small_int(i))))
            return false;
    }
    return true;
}

/* Has the warnings shown, for the caller of a function of `re`. */
static bool show_warnings(MrThread *t, const MrRe *re)
{
    const char *line = re->warnings.data, *end = line ? line + re->warnings.length : NULL;
    MrValue module = line == end ? MR_NONE : mr_import(t, "re");
    MrValue show = module == MR_NONE ? MR_NONE : module == MR_ERROR ? MR_ERROR : mr_getattr_c(t, module, "_warn");
    while (show != MR_ERROR && line < end) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        MrValue text = mr_str_new(t, line, (size_t)(stop - line));
        if (text == MR_ERROR || mr_call1(t, show, text) == MR_ERROR)
            return false;
        line = stop + 1;
    }
    return show != MR_ERROR;
}

MrValue mr_re_compile(MrThread *t, MrValue pattern, unsigned flags)
{
    MrValue subject;
    const char *text;
    size_t length;
    if (!mr_re_text(t, pattern, &subject, &text, &length)) {
        mr_take_pending(t);
        return mr_raise(t, MR_EXC_TypeError, "first argument must be string or compiled pattern");
    }
    MrPattern *p = mr_def_alloc(t, &mr_re_pattern_def);
    if (!p || !load_library(t, &p->lib))
        return MR_ERROR;
    MrRe re;
    p->pattern = pattern;
    p->groupindex = MR_NONE;
    p->template_text = MR_UNBOUND;
    p->is_bytes = !mr_is_str(subject);
    bool ok = mr_re_translate(&re, text, length, p->is_bytes, flags);
    if (!show_warnings(t, &re)) {
        ok = false;
    } else if (!ok) {
        raise_problem(t, &re, pattern);
    } else {
        p->flags = re.flags;
        ok = settle_flags(t, &p->flags, p->is_bytes) && note_groups(t, p, &re) && compile_code(t, p, &re);
    }
    mr_re_translation_fini(&re);
    return ok ? mr_val(p) : MR_ERROR;
}
