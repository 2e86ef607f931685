/* TextIOWrapper: construction, writing, attributes, the type. Reading and positions are in _io_text_read.c.
 *
 * Written text is encoded at once and gathered in `pending`; it goes down in pieces of MR_IO_BUFFER bytes, at a newline if line_buffering,
 * and before any read or seek. UTF-8 text without lone surrogates is copied as it is.
 */
#include <stdio.h>

#include "base/utf8.h"
#include "stdlib/native/_io.h"
#include "vm/error.h"
#include "vm/types/bytes.h"
#include "vm/types/str.h"

#define SELF ((MrTextIO *)mr_obj_of(a[0]))
#define TEXT(v) ((MrTextIO *)mr_obj_of(v))

/* ---- states ---- */

static bool check_attached(MrThread *t, MrTextIO *f)
{
    if (f->buffer != MR_UNBOUND)
        return true;
    mr_raise(t, MR_EXC_ValueError, f->encoding != MR_UNBOUND ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
    return false;
}

int mr_text_is_closed(MrThread *t, MrTextIO *f)
{
    if (!check_attached(t, f))
        return -1;
    if (f->native)
        return f->native->closed || (f->native->file && f->native->file->fd < 0);
    return mr_io_is_closed(t, f->buffer);
}

bool mr_text_check(MrThread *t, MrTextIO *f)
{
    int closed = mr_text_is_closed(t, f);
    if (closed > 0)
        mr_raise(t, MR_EXC_ValueError, "I/O operation on closed file.");
    return closed == 0;
}

/* ---- construction ---- */

bool mr_text_newline(MrThread *t, MrValue newline, bool *universal, bool *translate, char line_end[3], char write_end[3])
{
    const char *s = newline == MR_UNBOUND || newline == MR_NONE ? NULL : mr_is_str(newline) ? mr_cstr(newline) : "?";
    if (s && !mr_is_str(newline)) {
        mr_raise(t, MR_EXC_TypeError, "newline must be str or None, not %s", mr_type_name(t, newline));
        return false;
    }
    if (s && *s && strcmp(s, "\n") && strcmp(s, "\r") && strcmp(s, "\r\n")) {
        mr_raise(t, MR_EXC_ValueError, "illegal newline value: %s", s);
        return false;
    }
    *universal = !s || !*s;
    *translate = !s;
    snprintf(line_end, 3, "%s", s ? s : "");
    snprintf(write_end, 3, "%s", s && *s == '\r' ? s : "");
    return true;
}

/* The codec of the encoding; LookupError when there is none. */
static bool set_encoding(MrThread *t, MrTextIO *f, MrValue encoding, MrValue errors)
{
    static const char locale_encoding[] = "UTF-8";
    if (encoding == MR_UNBOUND || encoding == MR_NONE || mr_str_equal_c(encoding, "locale"))
        encoding = mr_str_c(t, locale_encoding);
    if (errors == MR_UNBOUND || errors == MR_NONE)
        errors = mr_str_c(t, "strict");
    if (encoding == MR_ERROR || errors == MR_ERROR)
        return false;
    if (!mr_is_str(encoding))
        return mr_raise(t, MR_EXC_TypeError, "TextIOWrapper() argument 'encoding' must be str or None, not %s", mr_arg_type_name(t, encoding)), false;
    if (!mr_is_str(errors))
        return mr_raise(t, MR_EXC_TypeError, "TextIOWrapper() argument 'errors' must be str or None, not %s", mr_arg_type_name(t, errors)), false;
    MrCodecId codec = mr_codec_find(mr_cstr(encoding));
    if (codec == MR_CODEC_NONE && mr_codec_search(t, mr_cstr(encoding)) == MR_ERROR)
        return false;
    f->encoding = encoding;
    f->errors = errors;
    f->codec = f->in = f->out = codec;
    mr_write_barrier(t, f, encoding);
    mr_write_barrier(t, f, errors);
    return true;
}

/* A BOM belongs only at the start: appending to a file that has one already writes none. What cannot be positioned gets none in UTF-16 and UTF-32, as in CPython. */
static bool skip_bom(MrThread *t, MrTextIO *f)
{
    if (f->codec != MR_CODEC_UTF16 && f->codec != MR_CODEC_UTF32 && f->codec != MR_CODEC_UTF8_SIG)
        return true;
    if (f->codec != MR_CODEC_UTF8_SIG) {
        MrValue can = mr_io_call(t, f->buffer, "seekable", 0, NULL);
        int seekable = can == MR_ERROR ? -1 : mr_truth(t, can);
        if (seekable == 0)
            f->out = f->codec == MR_CODEC_UTF16 ? MR_CODEC_UTF16_LE : MR_CODEC_UTF32_LE;
        if (seekable <= 0)
            return seekable == 0;
    }
    if (!f->native || !f->native->writable || !f->native->file || !mr_fileio_is_seekable(f->native->file))
        return true;
    int64_t at = mr_buffered_tell(t, f->native);
    if (at > 0)
        f->out = f->codec == MR_CODEC_UTF16 ? MR_CODEC_UTF16_LE : f->codec == MR_CODEC_UTF32 ? MR_CODEC_UTF32_LE : MR_CODEC_UTF8;
    return at >= 0;
}

bool mr_text_init(MrThread *t, MrTextIO *f, MrValue buffer, MrValue encoding, MrValue errors, MrValue newline, bool line_buffering, bool write_through)
{
    if (!mr_text_newline(t, newline, &f->universal, &f->translate, f->line_end, f->write_end) || !set_encoding(t, f, encoding, errors))
        return false;
    bool native = mr_io_is_exact(t, buffer, &mr_bufferedreader_type) || mr_io_is_exact(t, buffer, &mr_bufferedwriter_type) ||
                  mr_io_is_exact(t, buffer, &mr_bufferedrandom_type);
    f->buffer = buffer;
    f->native = native ? (MrBuffered *)mr_obj_of(buffer) : NULL;
    if (native) {
        f->native->text = mr_val(f);
        mr_write_barrier(t, f->native, mr_val(f));
    }
    mr_write_barrier(t, f, buffer);
    f->line_buffering = line_buffering;
    f->write_through = write_through;
    f->telling = true;
    mr_text_forget(f);
    return skip_bom(t, f);
}

static MrValue textio_new(MrThread *t, MrValue *a)
{
    MrTextIO *f = mr_alloc_instance(t, sizeof *f, MR_TYPE(a[0]));
    return f ? mr_val(f) : MR_ERROR;
}

static MrValue textio_init(MrThread *t, MrValue *a)
{
    int line = a[5] == MR_UNBOUND ? 0 : mr_truth(t, a[5]), through = line < 0 || a[6] == MR_UNBOUND ? 0 : mr_truth(t, a[6]);
    if (line < 0 || through < 0 || ((a[2] == MR_UNBOUND || a[2] == MR_NONE) && !mr_warn_encoding(t, 1)))
        return MR_ERROR;
    return mr_text_init(t, SELF, a[1], a[2], a[3], a[4], line, through) ? MR_NONE : MR_ERROR;
}

/* ---- writing ---- */

static bool hand_down(MrThread *t, MrTextIO *f, const char *p, size_t n)
{
    if (f->native)
        return mr_buffered_write(t, f->native, p, n);
    MrValue data = mr_bytes_new(t, p, n);
    return data != MR_ERROR && mr_call_method(t, f->buffer, mr_n(t, write), 1, &data) != MR_ERROR;
}

/* Hands pending bytes down. */
static bool push_text(MrThread *t, MrTextIO *f)
{
    size_t n = f->n_pending;
    if (n == 0)
        return true;
    char *text = f->pending; /* taken away first: a failing write must not come again at each flush, and others may write meanwhile */
    f->pending = NULL;
    f->n_pending = 0;
    bool ok = hand_down(t, f, text, n);
    if (!f->pending)
        f->pending = text;
    return ok;
}

bool mr_text_flush(MrThread *t, MrTextIO *f)
{
    if (!push_text(t, f))
        return false;
    return f->native ? mr_buffered_flush(t, f->native) : mr_call_method0(t, f->buffer, mr_n(t, flush)) != MR_ERROR;
}

/* Adds encoded bytes. */
static bool put_bytes(MrThread *t, MrTextIO *f, const char *p, size_t n)
{
    if (!f->pending && !(f->pending = mr_buffer_new(t, MR_IO_BUFFER)))
        return false;
    if (n > MR_IO_BUFFER - f->n_pending) {
        if (!push_text(t, f))
            return false;
        if (n >= MR_IO_BUFFER)
            return hand_down(t, f, p, n);
    }
    memcpy(f->pending + f->n_pending, p, n);
    f->n_pending += n;
    return true;
}

static bool put_encoded(MrThread *t, MrTextIO *f, const char *utf8, size_t n)
{
    MrValue str = mr_str_new(t, utf8, n);
    MrValue bytes = str == MR_ERROR ? str : f->codec == MR_CODEC_NONE ? mr_encode(t, str, mr_cstr(f->encoding), mr_cstr(f->errors))
                                                                      : mr_codec_encode(t, f->out, str, mr_cstr(f->errors));
    if (bytes == MR_ERROR)
        return false;
    if (n) /* the BOM is out */
        f->out = f->out == MR_CODEC_UTF16 ? MR_CODEC_UTF16_LE : f->out == MR_CODEC_UTF32 ? MR_CODEC_UTF32_LE : f->out == MR_CODEC_UTF8_SIG ? MR_CODEC_UTF8 : f->out;
    return put_bytes(t, f, MR_BYTES(bytes)->bytes, MR_BYTES(bytes)->length);
}

/* Replaces each \n by what the file wants. */
static bool translate_ends(MrThread *t, MrTextIO *f, const char *p, size_t n, bool (*put)(MrThread *t, MrTextIO *f, const char *p, size_t n))
{
    MrBuf b = MR_BUF_EMPTY;
    const char *end = p + n;
    while (p < end) {
        const char *newline = memchr(p, '\n', (size_t)(end - p));
        mr_buf_write(&b, p, (size_t)((newline ? newline : end) - p));
        if (newline)
            mr_buf_puts(&b, f->write_end);
        p = newline ? newline + 1 : end;
    }
    bool ok = !b.failed && put(t, f, b.data, b.length);
    if (b.failed)
        mr_raise_no_memory(t);
    mr_buf_fini(&b);
    return ok;
}

/* Can the text be copied as it is? */
static bool is_plain(const MrTextIO *f, const char *p, size_t n)
{
    if (f->out == MR_CODEC_UTF8)
        return !memchr(p, 0xED, n) || !mr_utf8_find_surrogate(p, n, NULL);
    return (f->out == MR_CODEC_ASCII || f->out == MR_CODEC_LATIN1) && mr_utf8_is_ascii(p, n);
}

bool mr_io_text_write(MrThread *t, MrValue file, const char *utf8, size_t n)
{
    MrTextIO *f = TEXT(file);
    if (!mr_text_check(t, f))
        return false;
    if (f->native && !f->native->writable)
        return mr_io_unsupported(t, "not writable"), false;
    if (f->decoded != MR_UNBOUND)
        mr_text_forget(f);
    bool plain = is_plain(f, utf8, n), newline = f->line_buffering && (memchr(utf8, '\n', n) || memchr(utf8, '\r', n));
    bool (*put)(MrThread *, MrTextIO *, const char *, size_t) = plain ? put_bytes : put_encoded;
    bool ok = n && f->write_end[0] && memchr(utf8, '\n', n) ? translate_ends(t, f, utf8, n, put) : put(t, f, utf8, n);
    if (!ok)
        return false;
    if (newline)
        return mr_text_flush(t, f);
    return !f->write_through || push_text(t, f);
}

bool mr_io_text_flush(MrThread *t, MrValue file) { return mr_text_check(t, TEXT(file)) && mr_text_flush(t, TEXT(file)); }

bool mr_io_is_plain_text(MrThread *t, MrValue v) { return mr_io_is_exact(t, v, &mr_textiowrapper_type); }

/* ---- methods ---- */

static MrValue textio_write(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "write() argument must be str, not %s", mr_arg_type_name(t, a[1]));
    return mr_io_text_write(t, a[0], mr_cstr(a[1]), MR_STR(a[1])->nbytes) ? mr_int(t, (int64_t)MR_STR(a[1])->length) : MR_ERROR;
}

static MrValue textio_flush(MrThread *t, MrValue *a)
{
    SELF->telling = true;
    return mr_io_text_flush(t, a[0]) ? MR_NONE : MR_ERROR;
}

static MrValue close_buffer(MrThread *t, MrValue self)
{
    MrValue r = mr_call_method0(t, TEXT(self)->buffer, mr_n(t, close));
    return r == MR_ERROR ? r : MR_NONE;
}

static MrValue textio_close(MrThread *t, MrValue *a)
{
    MrTextIO *f = SELF;
    int closed = mr_text_is_closed(t, f);
    if (closed)
        return closed > 0 ? MR_NONE : MR_ERROR;
    MrValue flushed = mr_typeof(t, a[0])->flags & MR_TYPE_HEAP ? mr_call_method0(t, a[0], mr_n(t, flush)) : push_text(t, f) ? MR_NONE : MR_ERROR;
    return mr_io_both(t, flushed, close_buffer, a[0]);
}

static MrValue textio_detach(MrThread *t, MrValue *a)
{
    MrTextIO *f = SELF;
    if (!check_attached(t, f) || !mr_text_flush(t, f))
        return MR_ERROR;
    MrValue buffer = f->buffer;
    if (f->native)
        f->native->text = MR_UNBOUND;
    f->buffer = MR_UNBOUND;
    f->native = NULL;
    return buffer;
}

static MrValue textio_reconfigure(MrThread *t, MrValue *a)
{
    MrTextIO *f = SELF;
    MrValue encoding = a[1] == MR_UNBOUND ? MR_NONE : a[1], errors = a[2] == MR_UNBOUND ? MR_NONE : a[2], newline = a[3];
    bool recode = encoding != MR_NONE || errors != MR_NONE || newline != MR_UNBOUND;
    if (recode && f->decoded != MR_UNBOUND && f->at_eof + MR_STR(f->decoded)->nbytes)
        return mr_io_unsupported(t, "It is not possible to set the encoding or newline of stream after the first read");
    if (!mr_text_check(t, f) || (newline != MR_UNBOUND && !mr_text_newline(t, newline, &f->universal, &f->translate, f->line_end, f->write_end)))
        return MR_ERROR;
    int line = a[4] == MR_UNBOUND || a[4] == MR_NONE ? f->line_buffering : mr_truth(t, a[4]);
    int through = a[5] == MR_UNBOUND || a[5] == MR_NONE ? f->write_through : mr_truth(t, a[5]);
    if (line < 0 || through < 0 || !mr_text_flush(t, f))
        return MR_ERROR;
    if (recode) {
        if (errors == MR_NONE && encoding == MR_NONE)
            errors = f->errors;
        if (!set_encoding(t, f, encoding == MR_NONE ? f->encoding : encoding, errors) || !skip_bom(t, f))
            return MR_ERROR;
    }
    f->line_buffering = line;
    f->write_through = through;
    return MR_NONE;
}

/* Garbage is closed; the pending text goes down first. */
static MrValue textio_del(MrThread *t, MrValue *a) { return SELF->buffer == MR_UNBOUND ? MR_NONE : io_del(t, a); }

static MrValue textio_repr(MrThread *t, MrValue *a)
{
    MrBuf b = MR_BUF_EMPTY;
    MrValue mode = check_attached(t, SELF) ? mr_getattr_or(t, a[0], mr_intern(t, "mode", 4)) : MR_ERROR;
    if (mode == MR_ERROR || !mr_io_repr_open(t, &b, a[0]))
        return mr_buf_fini(&b), MR_ERROR;
    if (mode != MR_UNBOUND) {
        mr_buf_puts(&b, " mode=");
        if (!mr_repr_to(t, &b, mode))
            return mr_buf_fini(&b), MR_ERROR;
    }
    mr_buf_puts(&b, " encoding=");
    if (!mr_repr_to(t, &b, SELF->encoding))
        return mr_buf_fini(&b), MR_ERROR;
    mr_buf_putc(&b, '>');
    return mr_str_buf(t, &b);
}

#define ASK_BUFFER(name) \
    static MrValue textio_##name(MrThread *t, MrValue *a) \
    { \
        return check_attached(t, SELF) ? mr_io_call(t, SELF->buffer, #name, 0, NULL) : MR_ERROR; \
    }
ASK_BUFFER(fileno)
ASK_BUFFER(isatty)
ASK_BUFFER(seekable)
ASK_BUFFER(readable)
ASK_BUFFER(writable)
#undef ASK_BUFFER

/* ---- attributes ---- */

static MrValue get_closed(MrThread *t, MrValue self)
{
    int closed = mr_text_is_closed(t, TEXT(self));
    return closed < 0 ? MR_ERROR : mr_bool(closed);
}

static MrValue get_buffer(MrThread *t, MrValue self)
{
    (void)t;
    return TEXT(self)->buffer == MR_UNBOUND ? MR_NONE : TEXT(self)->buffer;
}

static MrValue get_mode(MrThread *t, MrValue self)
{
    MrValue mode = TEXT(self)->mode;
    return mode != MR_UNBOUND ? mode : mr_raise(t, MR_EXC_AttributeError, "'%s' object has no attribute 'mode'", mr_type_name(t, self));
}

static bool set_mode(MrThread *t, MrValue self, MrValue v)
{
    mr_write_barrier(t, mr_obj_of(self), v);
    TEXT(self)->mode = v;
    return true;
}

static MrValue or_none(MrValue v) { return v == MR_UNBOUND ? MR_NONE : v; }

#define FIELD(name, value) \
    static MrValue get_##name(MrThread *t, MrValue self) \
    { \
        (void)t; \
        return value; \
    }
FIELD(encoding, or_none(TEXT(self)->encoding))
FIELD(errors, or_none(TEXT(self)->errors))
FIELD(line_buffering, mr_bool(TEXT(self)->line_buffering))
FIELD(write_through, mr_bool(TEXT(self)->write_through))
#undef FIELD

static MrValue get_name(MrThread *t, MrValue self) { return check_attached(t, TEXT(self)) ? mr_getattr(t, TEXT(self)->buffer, mr_n(t, name)) : MR_ERROR; }
static MrValue get_newlines(MrThread *t, MrValue self) { return TEXT(self)->universal ? mr_text_newlines(t, TEXT(self)->seen) : MR_NONE; }

static void textio_trace(MrGc *gc, MrObj *o)
{
    MrTextIO *f = (MrTextIO *)o;
    MrValue values[] = {f->buffer, f->encoding, f->errors, f->mode, f->decoded, f->chunk};
    mr_mark_values(gc, values, sizeof values / sizeof *values);
    mr_mark_buffer(gc, f->pending);
}

static const MrMethodDef methods[] = {
    {"__new__(cls, *args, **kwargs)", textio_new, "Make an object that __init__ fills.", MR_METHOD_STATIC},
    {"__init__(self, /, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)", textio_init, "Fill a new object; see help(type(self)).", 0},
    {"__repr__(self, /)", textio_repr, NULL, 0},
    {"__del__(self, /)", textio_del, "Close it when nobody holds it any more.", 0},
    {"__iter__(self, /)", io_iter, "Return iter(self).", 0},
    {"__getstate__(self, /)", io_getstate, "What copy and pickle ask for.", 0},
    {"read(self, size=-1, /)", textio_read, "Read as much as asked for; all that is left when nothing or a negative size is given.", 0},
    {"readline(self, size=-1, /)", textio_readline, "Read to the end of the line, the newline included.", 0},
    {"write(self, text, /)", textio_write, "Write it; how much was taken is the result.", 0},
    {"seek(self, cookie, whence=0, /)", textio_seek, "Go to a position, counted from the start (whence 0), from here (1) or from the end (2); the new one is the result.", 0},
    {"tell(self, /)", textio_tell, "The position.", 0},
    {"truncate(self, pos=None, /)", textio_truncate, "Cut the file off at a position, by default here.", 0},
    {"flush(self, /)", textio_flush, "Hand what was written to the system.", 0},
    {"close(self, /)", textio_close, "Flush and close; doing so twice is fine.", 0},
    {"detach(self, /)", textio_detach, "Give away what lies below; this object cannot be used afterwards.", 0},
    {"reconfigure(self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)", textio_reconfigure,
     "Change the encoding, errors, newline and buffering of an open stream; what is None stays.", 0},
    {"fileno(self, /)", textio_fileno, "The system's number of the file.", 0},
    {"isatty(self, /)", textio_isatty, "Is it a terminal?", 0},
    {"seekable(self, /)", textio_seekable, "Can the position be changed?", 0},
    {"readable(self, /)", textio_readable, "Can it be read?", 0},
    {"writable(self, /)", textio_writable, "Can it be written?", 0},
    MR_IO_METHODS,
    {0},
};

static const MrGetSetDef getset[] = {
    {"closed", get_closed, NULL, "whether close() was called"},
    {"buffer", get_buffer, NULL, "the stream of bytes below"},
    {"mode", get_mode, set_mode, "the mode given to open()"},
    {"encoding", get_encoding, NULL, "the name of the encoding"},
    {"errors", get_errors, NULL, "what happens to text that cannot be converted"},
    {"name", get_name, NULL, "the name of the stream below"},
    {"newlines", get_newlines, NULL, "the kinds of line ends seen so far"},
    {"line_buffering", get_line_buffering, NULL, "whether the end of a line is passed on at once"},
    {"write_through", get_write_through, NULL, "whether everything is passed on at once"},
    {0},
};

const MrTypeDef mr_textiowrapper_type = {
    .name = "_io.TextIOWrapper", .base_def = &mr_textiobase_type, .kind = MR_KIND_OTHER, .size = sizeof(MrTextIO), .flags = MR_TYPEDEF_DICT, .methods = methods, .getset = getset,
    .next = textio_next, .trace = textio_trace,
    .doc = "Text on top of a buffered stream of bytes: decodes what is read, encodes what is written, and translates line ends as newline says.",
};
