/* _codecs: what the codecs module is built on. The native codecs by name, the list of search functions, the registry of error handlers.
 *
 * The registries belong to the isolate, since decoding in C needs them whether or not the module was ever imported.
 */
#include "vm/isolate.h"
#include "vm/types/bytes.h"
#include "vm/types/codecs.h"
#include "vm/types/str.h"
#include "vm/types/text.h"

static MrValue codecs_register(MrThread *t, MrValue *a)
{
    if (!mr_callable(t, a[0]))
        return mr_raise(t, MR_EXC_TypeError, "argument must be callable");
    if (t->iso->codec_search == MR_UNBOUND) {
        MrDict *found = mr_dict_new(t);
        MrValue list = mr_list_new(t, 4);
        if (!found || list == MR_ERROR || !mr_list_append(t, list, mr_val(found)))
            return MR_ERROR;
        t->iso->codec_search = list;
    }
    return mr_list_append(t, t->iso->codec_search, a[0]) ? MR_NONE : MR_ERROR;
}

static MrValue codecs_unregister(MrThread *t, MrValue *a)
{
    if (t->iso->codec_search == MR_UNBOUND)
        return MR_NONE;
    MrList *searches = MR_LIST(t->iso->codec_search);
    MrDict *found = mr_dict_new(t);
    if (!found)
        return MR_ERROR;
    searches->items[0] = mr_val(found);
    mr_write_barrier(t, searches, mr_val(found));
    for (size_t i = 1; i < searches->length; i++)
        if (searches->items[i] == a[0])
            return mr_delitem(t, t->iso->codec_search, mr_small_int((int64_t)i)) ? MR_NONE : MR_ERROR;
    return MR_NONE;
}

static MrValue codecs_search(MrThread *t, MrValue *a) { return mr_arg_name(t, a[0], "lookup", "") ? mr_codec_search(t, mr_cstr(a[0])) : MR_ERROR; }

static MrValue codecs_register_error(MrThread *t, MrValue *a)
{
    if (!mr_arg_name(t, a[0], "register_error", "1"))
        return MR_ERROR;
    if (!mr_callable(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "handler must be callable");
    if (!t->iso->codec_errors && !(t->iso->codec_errors = mr_dict_new(t)))
        return MR_ERROR;
    MrStr *name = mr_intern(t, mr_cstr(a[0]), MR_STR(a[0])->nbytes);
    return name && mr_dict_set_str(t, t->iso->codec_errors, name, a[1]) ? MR_NONE : MR_ERROR;
}

static MrValue codecs_find_error(MrThread *t, MrValue *a)
{
    if (!mr_arg_name(t, a[0], "lookup_error", ""))
        return MR_ERROR;
    MrValue handler = mr_codec_handler(t, mr_cstr(a[0]));
    return handler == MR_UNBOUND ? MR_NONE : handler;
}

static MrValue codecs_native_aliases(MrThread *t, MrValue *a)
{
    (void)a;
    MrValue list = mr_list_new(t, 0);
    const char *names;
    for (size_t i = 0; list != MR_ERROR && (names = mr_codec_aliases(i)); i++) {
        MrValue text = mr_str_c(t, names);
        if (text == MR_ERROR || !mr_list_append(t, list, text))
            return MR_ERROR;
    }
    return list;
}

static MrValue codecs_native_name(MrThread *t, MrValue *a)
{
    if (!mr_arg_name(t, a[0], "lookup", ""))
        return MR_ERROR;
    MrCodecId id = mr_codec_find(mr_cstr(a[0]));
    return id == MR_CODEC_NONE ? MR_NONE : mr_str_c(t, mr_codec_name(id));
}

static bool read_codec(MrThread *t, MrValue name, MrCodecId *id)
{
    *id = mr_is_str(name) ? mr_codec_find(mr_cstr(name)) : MR_CODEC_NONE;
    if (*id == MR_CODEC_NONE)
        mr_raise(t, MR_EXC_LookupError, "unknown encoding: %s", mr_is_str(name) ? mr_cstr(name) : mr_type_name(t, name));
    return *id != MR_CODEC_NONE;
}

static MrValue with_count(MrThread *t, MrValue v, size_t n)
{
    MrValue pair[2] = {v, mr_small_int((int64_t)n)};
    return v == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

/* errors of None means strict */
static const char *errors_of(MrValue v) { return mr_is_str(v) ? mr_cstr(v) : "strict"; }

/* A codec's name as its functions have it; the code pages share one. */
static const char *function_name(MrCodecId id, char name[64])
{
    snprintf(name, 64, "%s", id >= MR_CODEC_PAGE ? "charmap" : id == MR_CODEC_UTF8_SIG ? "utf_8" : id == MR_CODEC_LATIN1 ? "latin_1" : mr_codec_name(id));
    for (char *p = name; *p; p++)
        *p = *p == '-' ? '_' : *p;
    return name;
}

static MrValue codecs_native_encode(MrThread *t, MrValue *a)
{
    MrCodecId id;
    char name[64];
    if (!read_codec(t, a[0], &id))
        return MR_ERROR;
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "%s_encode() argument 1 must be str, not %s", function_name(id, name), mr_arg_type_name(t, a[1]));
    return with_count(t, mr_codec_encode(t, id, a[1], errors_of(a[2])), MR_STR(a[1])->length);
}

static MrValue codecs_native_decode(MrThread *t, MrValue *a)
{
    MrCodecId id;
    MrView view;
    if (!read_codec(t, a[0], &id))
        return MR_ERROR;
    bool escapes = id == MR_CODEC_UNICODE_ESCAPE || id == MR_CODEC_RAW_UNICODE_ESCAPE;
    if (escapes && mr_is_str(a[1]))
        view = (MrView){MR_STR(a[1])->bytes, MR_STR(a[1])->nbytes};
    else if (!mr_buffer_of(t, a[1], &view.p, &view.n))
        return MR_ERROR;
    int final = a[3] == MR_UNBOUND ? 1 : mr_truth(t, a[3]);
    size_t consumed;
    if (final < 0)
        return MR_ERROR;
    MrValue v = mr_codec_decode(t, id, view.p, view.n, errors_of(a[2]), final, &consumed);
    return with_count(t, v, consumed);
}

/* The codecs written in Python are found by the module codecs. */
static MrValue call_codecs(MrThread *t, MrValue *a, const char *name)
{
    MrValue codecs = mr_import(t, "codecs"), function = codecs == MR_ERROR ? codecs : mr_getattr_c(t, codecs, name);
    return function == MR_ERROR ? function : mr_call(t, function, a[1] == MR_UNBOUND ? 1 : a[2] == MR_UNBOUND ? 2 : 3, a);
}

static MrValue codecs_encode(MrThread *t, MrValue *a) { return call_codecs(t, a, "encode"); }
static MrValue codecs_decode(MrThread *t, MrValue *a) { return call_codecs(t, a, "decode"); }

/* \-escapes of a bytes literal, as repr writes them, without the quotes. */
static MrValue codecs_escape_encode(MrThread *t, MrValue *a)
{
    if (!mr_is_bytes(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "escape_encode() argument 1 must be bytes, not %s", mr_arg_type_name(t, a[0]));
    MrBuf buf = MR_BUF_EMPTY;
    MrView s = mr_view(a[0]);
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        static const char plain[] = "\\'\t\n\r", letters[] = "\\'tnr";
        const char *at = c ? strchr(plain, c) : NULL;
        if (at) {
            mr_buf_putc(&buf, '\\');
            mr_buf_putc(&buf, letters[at - plain]);
        } else if (c < 32 || c >= 127) {
            mr_str_put_escape(&buf, c);
        } else {
            mr_buf_putc(&buf, (char)c);
        }
    }
    MrValue v = buf.failed ? mr_raise_no_memory(t) : mr_bytes_new(t, buf.data ? buf.data : "", buf.length);
    mr_buf_fini(&buf);
    return with_count(t, v, s.n);
}

static const MrMethodDef functions[] = {
    {"register(search_function, /)", codecs_register,
     "Add a function that finds codecs: it gets a normalized name and returns a CodecInfo or None.", 0},
    {"unregister(search_function, /)", codecs_unregister, "Take such a function away again and forget which codecs were found.", 0},
    {"encode(obj, encoding='utf-8', errors='strict')", codecs_encode,
     "Convert obj with the codec of that name; errors says what happens to what it lacks.", 0},
    {"decode(obj, encoding='utf-8', errors='strict')", codecs_decode,
     "Convert obj back with the codec of that name; errors says what happens to invalid input.", 0},
    {"search(encoding, /)", codecs_search, "The codec tuple that a registered search function has for an encoding.", 0},
    {"register_error(errors, handler, /)", codecs_register_error,
     "Name a function that deals with conversion errors, for the errors arguments of encode() and decode().", 0},
    {"find_error(name, /)", codecs_find_error, "The registered error handler of that name, or None.", 0},
    {"native_aliases()", codecs_native_aliases, "The names of each encoding that is built in, in one text, that of its module first.", 0},
    {"native_name(encoding, /)", codecs_native_name, "Standard name of an encoding that is built in, or None.", 0},
    {"native_encode(encoding, obj, errors=None, /)", codecs_native_encode, "Encode with a built-in codec: (bytes, characters consumed).", 0},
    {"native_decode(encoding, obj, errors=None, final=True, /)", codecs_native_decode, "Decode with a built-in codec: (str, bytes consumed).", 0},
    {"escape_encode(data, errors=None, /)", codecs_escape_encode, "Write bytes with backslash escapes.", 0},
    {0},
};

const MrModuleDef mr_module__codecs = {.name = "_codecs", .functions = functions, .doc = "The encodings of the interpreter itself, for the module codecs."};
