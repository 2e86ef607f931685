/* Compiling regular expressions: PCRE2 is loaded, the translated pattern handed to it, errors become re.error.
 *
 * PCRE2 is loaded when the first pattern is compiled, so that programs without one need not have it. What PCRE2 allocates belongs to the pattern
 * object and goes with it; the library itself stays.
 */
#include <dlfcn.h>

#include "base/utf8.h"
#include "stdlib/native/_re.h"
#include "vm/types/dict.h"
#include "vm/types/sequence.h"
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

/* False: the library is not there, or too old (*missing). */
static bool bind(MrReLibrary *lib, bool wide, const char **missing)
{
    void *handle = dlopen(wide ? "libpcre2-32.so.0" : "libpcre2-8.so.0", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    *missing = NULL;
    if (!handle)
        return false;
#define X(name) \
    if (!(lib->name = (__typeof__(lib->name))dlsym(handle, wide ? "pcre2_" #name "_32" : "pcre2_" #name "_8"))) { \
        *missing = "pcre2_" #name; \
        return false; \
    }
    MR_RE_FUNCTIONS(X)
#undef X
    dlclose(handle); /* only the count: RTLD_NODELETE keeps it */
    return true;
}

static bool load_library(MrThread *t, MrReLibrary *lib)
{
    const char *missing;
    if (bind(lib, false, &missing))
        return true;
    if (missing)
        mr_raise(t, MR_EXC_ImportError, "re needs a newer library PCRE2: it has no %s", missing);
    else
        mr_raise(t, MR_EXC_ImportError, "re needs the library PCRE2: %s", dlerror());
    return false;
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
    uint32_t units[160] = {0}, c;
    MrBuf message = MR_BUF_EMPTY;
    if (code == PCRE2_ERROR_NOMEMORY)
        return mr_raise_no_memory(t);
    if (p->lib.get_error_message(code, (PCRE2_UCHAR *)units, 160) > 0)
        for (size_t i = 0; (c = p->wide ? units[i] : ((const unsigned char *)units)[i]) != 0; i++)
            mr_buf_putc(&message, (char)c);
    return mr_re_raise(t, &message, p->pattern, MR_RE_NO_PLACE);
}

/* PCRE2's memory for a pattern, also for its matches. Repetitions inside of repetitions multiply what they repeat, so programs have a bound. */
#define PROGRAM_MAX ((size_t)64 << 20)

static void *allocate(size_t size, void *pattern) { return size <= ((const MrPattern *)pattern)->largest_block ? malloc(size) : NULL; }

static void release(void *block, void *pattern)
{
    (void)pattern;
    free(block);
}

static pcre2_code *compile_text(MrPattern *p, const void *text, size_t n, uint32_t options, int *error)
{
    PCRE2_SIZE where = 0;
    pcre2_general_context *memory = p->lib.general_context_create(allocate, release, p);
    pcre2_compile_context *context = memory ? p->lib.compile_context_create(memory) : NULL;
    pcre2_code *code = NULL;
    *error = PCRE2_ERROR_NOMEMORY;
    if (context) {
        p->largest_block = PROGRAM_MAX;
        p->lib.set_newline(context, PCRE2_NEWLINE_LF);
        p->lib.set_parens_nest_limit(context, NEST_MAX);
        code = p->lib.compile(text, n, options, error, &where, context);
        p->largest_block = SIZE_MAX;
        p->lib.compile_context_free(context);
    }
    if (memory)
        p->lib.general_context_free(memory);
    return code;
}

/* A text in units of 32 bits; NULL: no memory. */
static uint32_t *widen(const MrPattern *p, const char *at, const char *end, size_t *n)
{
    uint32_t *units = malloc((size_t)(end - at + 1) * sizeof *units);
    for (*n = 0; units && at < end;)
        units[(*n)++] = p->is_bytes ? (unsigned char)*at++ : mr_utf8_decode_valid(&at);
    return units;
}

static pcre2_code *compile_from(MrPattern *p, bool wrapped, uint32_t options, int *error)
{
    const char *source = p->source, *end = p->source + p->source_length;
    if (!wrapped) {
        source += strlen(MR_RE_NOTHING_AHEAD);
        end -= strlen(MR_RE_NOTHING_BEHIND);
    }
    if (!p->wide)
        return compile_text(p, source, (size_t)(end - source), options, error);
    size_t n;
    uint32_t *units = widen(p, source, end, &n);
    pcre2_code *code = units ? compile_text(p, units, n, options, error) : NULL;
    free(units);
    return code;
}

pcre2_code *mr_re_compile_watched(MrPattern *p)
{
    int error;
    return compile_from(p, p->has_void, p->options | PCRE2_AUTO_CALLOUT, &error);
}

pcre2_code *mr_re_compile_machine_code(MrPattern *p)
{
    int error;
    pcre2_code *code = compile_from(p, true, p->options | PCRE2_USE_OFFSET_LIMIT, &error);
    if (!code || p->lib.jit_compile(code, PCRE2_JIT_COMPLETE) == 0)
        return code;
    p->lib.code_free(code);
    return NULL;
}

/* False: there is no such library. */
static bool make_wide(MrPattern *p)
{
    MrReLibrary wide;
    const char *missing;
    if (!bind(&wide, true, &missing))
        return false;
    p->lib.match_context_free(p->context);
    p->lib = wide;
    p->wide = true;
    p->context = p->lib.match_context_create(NULL);
    return true;
}

static bool compile_code(MrThread *t, MrPattern *p, const MrRe *re)
{
    int error;
    p->largest_block = SIZE_MAX;
    p->context = p->lib.match_context_create(NULL);
    MrBuf source = MR_BUF_EMPTY;
    mr_buf_puts(&source, MR_RE_NOTHING_AHEAD);
    mr_buf_write(&source, re->out.data, re->out.length);
    mr_buf_puts(&source, MR_RE_NOTHING_BEHIND);
    p->source_length = source.length;
    p->source = p->context && !source.failed ? mr_buffer_new(t, source.length) : NULL;
    if (p->source)
        memcpy(p->source, source.data, source.length);
    mr_buf_fini(&source);
    if (!p->source) {
        if (!mr_pending(t))
            mr_raise_no_memory(t);
        return false;
    }
    p->has_void = re->has_void;
    p->options = PCRE2_DOTALL | PCRE2_ALT_CIRCUMFLEX;
    if (!p->is_bytes)
        p->options |= PCRE2_UTF | PCRE2_NO_UTF_CHECK | (re->ucp ? PCRE2_UCP : 0);
    if (mr_re_folds(re, re->flags))
        p->options |= PCRE2_CASELESS;
    p->code = compile_from(p, p->has_void, p->options, &error);
    if (!p->code && error == PCRE2_ERROR_PATTERN_TOO_LARGE && make_wide(p))
        p->code = p->context ? compile_from(p, p->has_void, p->options, &error) : NULL;
    if (p->context)
        p->lib.set_heap_limit(p->context, MR_RE_HEAP_MAX);
    if (!p->code)
        raise_library(t, p, p->wide && error == PCRE2_ERROR_HEAP_FAILED ? PCRE2_ERROR_PATTERN_TOO_LARGE : error);
    return p->code != NULL;
}

static bool note_groups(MrThread *t, MrPattern *p, const MrRe *re)
{
    MrDict *names = mr_dict_new(t);
    p->n_groups = p->n_captures = re->n_groups - 1;
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
    bool ok = mr_re_translate(&re, text, length, p->is_bytes, flags, 0);
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

/* Adds a phrase to the pattern of them all; false: an error is raised. */
static bool add_phrase(MrThread *t, MrPattern *p, MrRe *all, MrValue phrase, uint32_t number)
{
    MrRe re;
    MrValue subject;
    const char *text;
    size_t length;
    if (!mr_re_text(t, phrase, &subject, &text, &length))
        return false;
    if (number == 0)
        p->is_bytes = !mr_is_str(subject);
    p->lexicon[number] = p->n_captures + 1;
    bool ok = mr_re_translate(&re, text, length, p->is_bytes, all->flags, p->lexicon[number]);
    if (!ok)
        raise_problem(t, &re, phrase);
    mr_buf_puts(&all->out, number ? "|(" : "(");
    mr_buf_write(&all->out, re.out.data, re.out.length);
    mr_buf_putc(&all->out, ')');
    all->has_void |= re.has_void;
    all->ucp |= re.ucp;
    p->n_captures += re.n_groups;
    mr_re_translation_fini(&re);
    return ok;
}

MrValue mr_re_compile_lexicon(MrThread *t, MrValue phrases, unsigned flags)
{
    MrPattern *p = mr_def_alloc(t, &mr_re_pattern_def);
    MrValue list = p ? mr_list_of(t, phrases) : MR_ERROR;
    if (list == MR_ERROR || !load_library(t, &p->lib))
        return MR_ERROR;
    MrRe all = {.flags = flags};
    p->pattern = MR_NONE;
    p->template_text = MR_UNBOUND;
    p->flags = flags;
    MrDict *names = mr_dict_new(t);
    size_t n = MR_LIST(list)->length;
    p->groupindex = names ? mr_val(names) : MR_NONE;
    p->lexicon = names ? mr_buffer_new(t, (n + 1) * sizeof *p->lexicon) : NULL;
    bool ok = p->lexicon != NULL;
    if (!n)
        mr_buf_puts(&all.out, "(*FAIL)");
    for (size_t i = 0; ok && i < n; i++)
        ok = add_phrase(t, p, &all, MR_LIST(list)->items[i], (uint32_t)i);
    if (ok) {
        p->n_groups = (uint32_t)n;
        p->lexicon[n] = p->n_captures + 1;
        p->close_rank = mr_buffer_new(t, (n + 1) * sizeof *p->close_rank);
        ok = p->close_rank && compile_code(t, p, &all);
    }
    mr_re_translation_fini(&all);
    return ok ? mr_val(p) : MR_ERROR;
}
