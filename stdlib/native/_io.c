/* The _io module: open(), the standard streams, and the table of types. The layers are described in _io.h. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stdlib/native/_io.h"
#include "stdlib/native/posix.h"
#include "vm/error.h"
#include "vm/isolate.h"
#include "vm/types/text.h"

/* ---- open() ---- */

typedef struct Mode {
    bool create, read, write, append, update, text, binary;
    char raw[8]; /* for FileIO */
} Mode;

static bool parse_mode(MrThread *t, MrValue v, Mode *m)
{
    if (v != MR_UNBOUND && !mr_is_str(v)) {
        mr_raise(t, MR_EXC_TypeError, "open() argument 'mode' must be str, not %s", mr_arg_type_name(t, v));
        return false;
    }
    if (v != MR_UNBOUND && !mr_arg_name(t, v, "open", "'mode'"))
        return false;
    const char *s = v == MR_UNBOUND ? "r" : mr_cstr(v);
    *m = (Mode){0};
    for (const char *p = s; *p; p++) {
        bool *flag = *p == 'x' ? &m->create : *p == 'r' ? &m->read : *p == 'w' ? &m->write : *p == 'a' ? &m->append : *p == '+' ? &m->update
                     : *p == 't' ? &m->text : *p == 'b' ? &m->binary : NULL;
        if (!flag || *flag) {
            mr_raise(t, MR_EXC_ValueError, "invalid mode: '%s'", s);
            return false;
        }
        *flag = true;
    }
    snprintf(m->raw, sizeof m->raw, "%s%s%s%s%s", m->create ? "x" : "", m->read ? "r" : "", m->write ? "w" : "", m->append ? "a" : "", m->update ? "+" : "");
    return true;
}

static bool check_str(MrThread *t, MrValue v, const char *name)
{
    if (v == MR_UNBOUND || v == MR_NONE)
        return true;
    if (mr_is_str(v))
        return mr_arg_name(t, v, "open", "");
    mr_raise(t, MR_EXC_TypeError, "open() argument '%s' must be str or None, not %s", name, mr_arg_type_name(t, v));
    return false;
}

static bool given(MrValue v) { return v != MR_UNBOUND && v != MR_NONE; }

static const char *mode_error(const Mode *m, MrValue *a)
{
    if (m->text && m->binary)
        return "can't have text and binary mode at once";
    if (m->create + m->read + m->write + m->append > 1)
        return "must have exactly one of create/read/write/append mode";
    if (m->binary && given(a[3]))
        return "binary mode doesn't take an encoding argument";
    if (m->binary && given(a[4]))
        return "binary mode doesn't take an errors argument";
    if (m->binary && given(a[5]))
        return "binary mode doesn't take a newline argument";
    return NULL;
}

static MrValue wrap(MrThread *t, MrValue raw, const Mode *m, MrValue *a, int64_t buffering)
{
    bool line_buffering = buffering == 1 && !m->binary;
    if (buffering < 0 && !m->binary && mr_fileio_is_seekable((MrFileIO *)mr_obj_of(raw)) == false)
        line_buffering = isatty(((MrFileIO *)mr_obj_of(raw))->fd);
    if (buffering == 0)
        return m->binary ? raw : mr_raise(t, MR_EXC_ValueError, "can't have unbuffered text I/O");
    const MrTypeDef *def = m->update ? &mr_bufferedrandom_type : m->read ? &mr_bufferedreader_type : &mr_bufferedwriter_type;
    MrValue buffer = mr_buffered_new(t, def, raw, buffering > 1 ? (size_t)buffering : MR_IO_BUFFER, false);
    if (buffer == MR_ERROR || m->binary)
        return buffer;
    MrType *type = mr_type_from_def(t, &mr_textiowrapper_type);
    MrTextIO *f = type ? mr_alloc_instance(t, sizeof *f, type) : NULL;
    MrValue mode = a[1] == MR_UNBOUND ? mr_str_char(t, 'r') : a[1];
    if (!f || mode == MR_ERROR || !mr_text_init(t, f, buffer, a[3], a[4], a[5], line_buffering, false))
        return MR_ERROR;
    f->mode = mode;
    return mr_val(f);
}

/* The native layer of a file object that holds unwritten bytes, or NULL; *text is the text layer if o is one. */
static MrBuffered *unwritten(MrThread *t, MrObj *o, MrTextIO **text)
{
    if (o->kind != MR_KIND_OTHER)
        return NULL;
    const MrTypeDef *def = mr_typeof(t, mr_val(o))->def;
    *text = def == &mr_textiowrapper_type ? (MrTextIO *)o : NULL;
    MrBuffered *b = *text ? (*text)->native : def == &mr_bufferedwriter_type || def == &mr_bufferedrandom_type ? (MrBuffered *)o : NULL;
    return b && b->file && !b->closed && b->written + (*text ? (*text)->n_pending : 0) ? b : NULL;
}

/* Writes out what a file object holds, if it holds something for that regular file (NULL: for any). */
static bool complete(MrThread *t, MrObj *o, const struct stat *of)
{
    struct stat other;
    MrTextIO *text;
    MrBuffered *b = unwritten(t, o, &text);
    if (!b || fstat(b->file->fd, &other) < 0 || (of ? other.st_ino != of->st_ino || other.st_dev != of->st_dev : !S_ISREG(other.st_mode)))
        return false;
    if (!(text ? mr_text_flush(t, text) : mr_buffered_flush(t, b)))
        mr_take_pending(t); /* its own close() will tell */
    return true;
}

/* Where references are counted, a file that was written and dropped without close() is complete at once; here only when the collector meets it,
 * and what was just dropped may still lie in a register. So whoever opens a file for reading, asks for its size, imports it or starts a program
 * finds what has been written. */
bool mr_io_complete_writers(MrThread *t, const struct stat *of)
{
    MrHeap *h = &t->iso->heap;
    bool any = false;
    if (of && !S_ISREG(of->st_mode))
        return false;
    for (size_t i = 0; i < h->n_finalizable; i++)
        if (!h->finalizable[i].finalize)
            any |= complete(t, h->finalizable[i].object, of);
    for (size_t i = 0; i < h->n_due; i++) /* dead already and about to be closed; NULL: being finalized */
        any |= h->due[i] && complete(t, h->due[i], of);
    return any;
}

MrValue mr_io_open(MrThread *t, MrValue *a)
{
    Mode m;
    int64_t buffering = -1;
    if (!parse_mode(t, a[1], &m) || (a[2] != MR_UNBOUND && !mr_to_i64(t, a[2], &buffering)) || !check_str(t, a[3], "encoding") ||
        !check_str(t, a[4], "errors") || !check_str(t, a[5], "newline"))
        return MR_ERROR;
    const char *error = mode_error(&m, a);
    if (error)
        return mr_raise(t, MR_EXC_ValueError, "%s", error);
    if (m.binary && buffering == 1 &&
        !mr_warn(t, MR_EXC_RuntimeWarning, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used"))
        return MR_ERROR;
    if (!m.binary && (a[3] == MR_UNBOUND || a[3] == MR_NONE) && !mr_warn_encoding(t, 1))
        return MR_ERROR;
    MrType *type = mr_type_from_def(t, &mr_fileio_type);
    MrValue path = mr_is_integer(a[0]) ? a[0] : mr_path_fspath(t, a[0]);
    MrValue raw = type && path != MR_ERROR ? mr_fileio_open(t, type, path, m.raw, a[6], a[7]) : MR_ERROR;
    struct stat st;
    if (raw != MR_ERROR && m.read && !fstat(((MrFileIO *)mr_obj_of(raw))->fd, &st))
        (void)mr_io_complete_writers(t, &st);
    MrValue file = raw == MR_ERROR ? raw : wrap(t, raw, &m, a, buffering);
    if (file == MR_ERROR && raw != MR_ERROR) {
        MrValue exc = mr_take_pending(t);
        if (mr_fileio_close(t, (MrFileIO *)mr_obj_of(raw)) == MR_ERROR)
            mr_take_pending(t);
        return mr_raise_value(t, exc);
    }
    return file;
}

static MrValue io_open_code(MrThread *t, MrValue *a)
{
    MrValue args[8] = {a[0], mr_str_c(t, "rb"), MR_UNBOUND, MR_UNBOUND, MR_UNBOUND, MR_UNBOUND, MR_UNBOUND, MR_UNBOUND};
    return args[1] == MR_ERROR ? MR_ERROR : mr_io_open(t, args);
}

static MrValue io_text_encoding(MrThread *t, MrValue *a)
{
    int64_t level = 2;
    if (a[0] != MR_NONE)
        return a[0];
    if ((a[1] != MR_UNBOUND && !mr_to_i64(t, a[1], &level)) || !mr_warn_encoding(t, (int)level))
        return MR_ERROR;
    return mr_str_c(t, strchr(t->iso->letters, '8') ? "utf-8" : "locale");
}

/* ---- standard streams ---- */

/* In a C locale, bytes that are no UTF-8 pass through stdin and stdout unharmed. */
static const char *standard_errors(MrThread *t, int fd)
{
    static const char *const tolerant[] = {"", "C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"};
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    const char *name = "";
    if (fd == 2)
        return "backslashreplace";
    if (strchr(t->iso->letters, '8'))
        return "surrogateescape";
    for (size_t i = 0; i < 3 && !*name; i++) {
        const char *v = getenv(variables[i]);
        name = v ? v : "";
    }
    for (size_t i = 0; i < sizeof tolerant / sizeof *tolerant; i++)
        if (!strcmp(name, tolerant[i]))
            return "surrogateescape";
    return "strict";
}

/* The buffer of a standard stream that is written: smaller than the pieces in which text comes down, so that these are written at once, and as much of
 * the output of a program that is killed is there as CPython would have written. */
enum { STANDARD_BUFFER = 4096 };

/* The streams are flushed at the end without a finalizer, which would make each end of a program collect. */
MrValue mr_io_standard(MrThread *t, int fd)
{
    static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    if (fcntl(fd, F_GETFD) < 0)
        return MR_NONE;
    MrType *type = mr_type_from_def(t, &mr_textiowrapper_type);
    MrTextIO *f = type ? mr_alloc_plain(t, sizeof *f, type) : NULL;
    MrValue name = mr_str_c(t, names[fd]), raw = name == MR_ERROR ? name : mr_fileio_standard(t, fd, fd != 0, name);
    MrValue buffer = raw == MR_ERROR ? raw : mr_buffered_new(t, fd ? &mr_bufferedwriter_type : &mr_bufferedreader_type, raw, fd ? STANDARD_BUFFER : MR_IO_BUFFER, true);
    MrValue encoding = mr_str_c(t, "utf-8"), errors = mr_str_c(t, standard_errors(t, fd)), newline = mr_str_char(t, '\n');
    MrValue mode = mr_str_char(t, fd ? 'w' : 'r');
    if (!f || buffer == MR_ERROR || encoding == MR_ERROR || errors == MR_ERROR || newline == MR_ERROR || mode == MR_ERROR)
        return MR_ERROR;
    bool direct = fd && t->iso->unbuffered;
    if (!mr_text_init(t, f, direct ? raw : buffer, encoding, errors, fd ? newline : MR_NONE, !direct && (fd == 2 || isatty(fd)), direct))
        return MR_ERROR;
    f->mode = mode;
    return mr_val(f);
}

bool mr_io_flush(MrThread *t, MrValue file)
{
    return mr_io_is_plain_text(t, file) ? mr_io_text_flush(t, file) : mr_call_method0(t, file, mr_n(t, flush)) != MR_ERROR;
}

static bool flush_one(MrThread *t, MrStr *name)
{
    MrValue file = t->iso->sys ? mr_dict_get_str(t, t->iso->sys->dict, name) : MR_UNBOUND;
    if (file == MR_UNBOUND || file == MR_NONE)
        return true;
    int closed = mr_io_is_closed(t, file);
    if (closed < 0) /* not even a file */
        mr_take_pending(t);
    return closed != 0 || mr_io_flush(t, file);
}

bool mr_io_flush_std(MrThread *t)
{
    bool ok = flush_one(t, mr_n(t, stdout));
    MrValue error = ok ? MR_UNBOUND : mr_take_pending(t);
    if (!flush_one(t, mr_n(t, stderr)))
        mr_take_pending(t); /* there is no place left to say so */
    if (!ok)
        mr_raise_value(t, error);
    return ok;
}

/* ---- IncrementalNewlineDecoder ---- */

typedef struct NewlineDecoder {
    MrObj h;
    MrValue decoder, errors;
    bool translate, held_cr;
    uint8_t seen;
} NewlineDecoder;

#define DECODER(v) ((NewlineDecoder *)mr_obj_of(v))

static MrValue newlinedecoder_new(MrThread *t, MrValue *a)
{
    NewlineDecoder *d = mr_alloc_instance(t, sizeof *d, MR_TYPE(a[0]));
    int translate = a[2] == MR_UNBOUND ? 0 : mr_truth(t, a[2]);
    if (!d || translate < 0)
        return MR_ERROR;
    d->decoder = a[1];
    d->translate = translate;
    return mr_val(d);
}

static MrValue newlinedecoder_decode(MrThread *t, MrValue *a)
{
    NewlineDecoder *d = DECODER(a[0]);
    MrValue text = a[1];
    int final = a[2] == MR_UNBOUND ? 0 : mr_truth(t, a[2]);
    if (final >= 0 && d->decoder != MR_NONE) {
        MrValue args[2] = {a[1], mr_bool(final)};
        text = mr_call_method(t, d->decoder, mr_n(t, decode), 2, args);
    }
    if (final < 0 || text == MR_ERROR)
        return MR_ERROR;
    if (!mr_is_str(text))
        return mr_raise(t, MR_EXC_TypeError, "decoder should return a string result, not '%s'", mr_type_name(t, text));
    size_t n = MR_STR(text)->nbytes + d->held_cr;
    char *p = mr_buffer_new(t, n + 1);
    if (!p)
        return MR_ERROR;
    p[0] = '\r';
    memcpy(p + d->held_cr, mr_cstr(text), MR_STR(text)->nbytes);
    d->held_cr = !final && n && p[n - 1] == '\r' && n > 0 && (MR_STR(text)->nbytes || d->held_cr);
    if (d->held_cr)
        n--;
    d->seen |= (uint8_t)mr_text_line_ends(t, p, n);
    return mr_str_new(t, p, d->translate ? mr_text_translate(t, p, p, n) : n);
}

static MrValue newlinedecoder_reset(MrThread *t, MrValue *a)
{
    NewlineDecoder *d = DECODER(a[0]);
    d->seen = 0;
    d->held_cr = false;
    return d->decoder == MR_NONE ? MR_NONE : mr_io_call(t, d->decoder, "reset", 0, NULL);
}

/* (bytes that the decoder keeps, a number): the number's lowest bit says that a CR is kept. */
static MrValue newlinedecoder_getstate(MrThread *t, MrValue *a)
{
    NewlineDecoder *d = DECODER(a[0]);
    MrValue state[2] = {MR_NONE, mr_small_int(0)};
    if (d->decoder == MR_NONE) {
        state[0] = mr_bytes_new(t, "", 0);
    } else {
        MrValue inner = mr_io_call(t, d->decoder, "getstate", 0, NULL);
        if (inner == MR_ERROR)
            return inner;
        if (!mr_is_tuple(inner) || MR_TUPLE(inner)->length != 2 || !mr_is_integer(MR_TUPLE(inner)->items[1]))
            return mr_raise(t, MR_EXC_TypeError, "illegal decoder state");
        state[0] = MR_TUPLE(inner)->items[0];
        state[1] = MR_TUPLE(inner)->items[1];
    }
    MrValue one = mr_small_int(1);
    state[1] = mr_binary(t, MR_BIN_LSHIFT, state[1], one);
    if (state[1] != MR_ERROR && d->held_cr)
        state[1] = mr_binary(t, MR_BIN_OR, state[1], one);
    return state[0] == MR_ERROR || state[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, state, 2);
}

static MrValue newlinedecoder_setstate(MrThread *t, MrValue *a)
{
    NewlineDecoder *d = DECODER(a[0]);
    if (!mr_is_tuple(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "state argument must be a tuple");
    if (MR_TUPLE(a[1])->length != 2 || !mr_is_integer(MR_TUPLE(a[1])->items[1]))
        return mr_raise(t, MR_EXC_TypeError, "setstate(): illegal state argument");
    MrValue flag = MR_TUPLE(a[1])->items[1], one = mr_small_int(1), low = mr_binary(t, MR_BIN_AND, flag, one), rest = mr_binary(t, MR_BIN_RSHIFT, flag, one);
    if (low == MR_ERROR || rest == MR_ERROR)
        return MR_ERROR;
    d->held_cr = low == one;
    if (d->decoder == MR_NONE)
        return MR_NONE;
    MrValue pair[2] = {MR_TUPLE(a[1])->items[0], rest}, inner = mr_tuple_from(t, pair, 2);
    return inner == MR_ERROR ? inner : mr_io_call(t, d->decoder, "setstate", 1, &inner);
}

static MrValue newlinedecoder_get_newlines(MrThread *t, MrValue self) { return mr_text_newlines(t, DECODER(self)->seen); }

static void newlinedecoder_trace(MrGc *gc, MrObj *o)
{
    mr_mark(gc, ((NewlineDecoder *)o)->decoder);
    mr_mark(gc, ((NewlineDecoder *)o)->errors);
}

static const MrMethodDef newlinedecoder_methods[] = {
    {"__new__(cls, decoder, translate, errors='strict')", newlinedecoder_new, "Make an object that __init__ fills.", MR_METHOD_STATIC},
    {"decode(self, /, input, final=False)", newlinedecoder_decode, "Decode, with the ends of lines translated.", 0},
    {"reset(self, /)", newlinedecoder_reset, "Start anew.", 0},
    {"getstate(self, /)", newlinedecoder_getstate, "What setstate takes to go on from here.", 0},
    {"setstate(self, state, /)", newlinedecoder_setstate, "Go on from a state that getstate gave.", 0},
    {0},
};
static const MrGetSetDef newlinedecoder_getset[] = {{"newlines", newlinedecoder_get_newlines, NULL, "the kinds of line ends seen so far"}, {0}};

static const MrTypeDef newlinedecoder_type = {
    .name = "_io.IncrementalNewlineDecoder", .kind = MR_KIND_OTHER, .size = sizeof(NewlineDecoder), .methods = newlinedecoder_methods,
    .getset = newlinedecoder_getset, .trace = newlinedecoder_trace, .doc =
         "Decodes pieces of text and turns the line ends \\r\n and \\r into \n, also where a pair is split between pieces.",
};

/* ---- the module ---- */

static const MrMethodDef functions[] = {
    {"open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", mr_io_open,
     "Open a file and return a stream: text by default, bytes with \"b\" in mode. Raises OSError when it cannot be opened.", 0},
    {"open_code(path)", io_open_code, "Open a file of code for reading as bytes; the import system goes through here.", 0},
    {"text_encoding(encoding, stacklevel=2, /)", io_text_encoding, "The encoding itself, or \"locale\" for None.", 0},
    {0},
};

static const MrTypeDef *const types[] = {
    &mr_fileio_type, &mr_bufferedreader_type, &mr_bufferedwriter_type, &mr_bufferedrandom_type, &mr_textiowrapper_type, &mr_bytesio_type, &mr_stringio_type,
    &newlinedecoder_type, &mr_iobase_type, &mr_rawiobase_type, &mr_bufferediobase_type, &mr_textiobase_type, NULL,
};

static bool init(MrThread *t, MrModule *m)
{
    MrStr *name = mr_intern(t, "open", 4);
    MrValue open = name ? mr_dict_get_str(t, t->iso->builtins, name) : MR_ERROR; /* one object in both modules */
    return open != MR_ERROR && (open == MR_UNBOUND || mr_dict_set_str(t, m->dict, name, open)) &&
           mr_module_add(t, m, "UnsupportedOperation", mr_type_val(t, MR_EXC_UnsupportedOperation)) &&
           mr_module_add(t, m, "BlockingIOError", mr_type_val(t, MR_EXC_BlockingIOError)) &&
           mr_module_add(t, m, "DEFAULT_BUFFER_SIZE", mr_small_int(MR_IO_BUFFER));
}

const MrModuleDef mr_module__io = {
    .name = "_io", .functions = functions, .init = init, .types = types,
    .doc = "Streams of bytes and text, raw and buffered, on files and in memory; the builtin open() is defined here.",
};
