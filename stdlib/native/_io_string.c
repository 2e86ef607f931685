/* StringIO: text in memory, as UTF-8 with the position kept both in code points and in bytes, so that appending and reading on cost nothing
 * for the text before. The newline argument works as in text files, its default is no translation at all. */
#include "base/utf8.h"
#include "stdlib/native/_io.h"
#include "vm/types/str.h"

typedef struct MrStringIO {
    MrObj h;
    char *text;             /* buffer */
    size_t n, capacity;     /* bytes */
    size_t length;          /* code points */
    size_t pos, at;         /* code points; bytes (n if pos is beyond the end) */
    bool universal, translate, closed, ready;
    char line_end[3], write_end[3];
    uint8_t seen;
} MrStringIO;

#define SELF ((MrStringIO *)mr_obj_of(a[0]))

static bool check(MrThread *t, MrStringIO *s)
{
    if (s->ready && !s->closed)
        return true;
    mr_raise(t, MR_EXC_ValueError, s->ready ? "I/O operation on closed file" : "I/O operation on uninitialized object");
    return false;
}

static bool reserve(MrThread *t, MrStringIO *s, size_t n)
{
    if (n <= s->capacity)
        return true;
    size_t capacity = s->capacity + s->capacity / 2 + 64;
    if (capacity < n)
        capacity = n;
    char *text = mr_buffer_resize(t, s->text, capacity);
    if (!text)
        return false;
    s->text = text;
    s->capacity = capacity;
    return true;
}

/* Puts text over what stands at the position, which moves behind it. */
static bool put(MrThread *t, MrStringIO *s, const char *p, size_t n, size_t length)
{
    if (!n)
        return true;
    if (s->pos > s->length) { /* zeros fill the gap of a seek beyond the end */
        size_t gap = s->pos - s->length;
        if (!reserve(t, s, s->n + gap))
            return false;
        memset(s->text + s->n, 0, gap);
        s->n += gap;
        s->length += gap;
        s->at = s->n;
    }
    size_t end = s->at, over = 0; /* the characters that are replaced */
    for (; over < length && end < s->n; over++)
        end += mr_utf8_step((unsigned char)s->text[end]);
    if (!reserve(t, s, s->n - (end - s->at) + n))
        return false;
    if (!mr_work_move(t, s->text + s->at + n, s->text + end, s->n - end) || !mr_work_copy(t, s->text + s->at, p, n))
        return false;
    s->n += n - (end - s->at);
    s->length += length - over;
    s->at += n;
    s->pos += length;
    return true;
}

static bool write_text(MrThread *t, MrStringIO *s, const MrStr *str)
{
    const char *p = str->bytes;
    size_t n = str->nbytes;
    if (s->universal) {
        unsigned ends = mr_text_line_ends(t, p, n);
        s->seen |= (uint8_t)ends;
        if (s->translate && ends & (1 | 4)) {
            char *copy = mr_buffer_new(t, n);
            if (!copy)
                return false;
            n = mr_text_translate(t, copy, p, n);
            return put(t, s, copy, n, mr_utf8_count(copy, n));
        }
    }
    if (!s->write_end[0] || !memchr(p, '\n', n))
        return put(t, s, p, n, str->length);
    MrBuf b = MR_BUF_EMPTY;
    for (size_t i = 0; i < n; i++)
        if (p[i] == '\n')
            mr_buf_puts(&b, s->write_end);
        else
            mr_buf_putc(&b, p[i]);
    bool ok = b.failed ? mr_raise_no_memory(t) != MR_ERROR : put(t, s, b.data, b.length, mr_utf8_count(b.data, b.length));
    mr_buf_fini(&b);
    return ok;
}

static void move_to(MrStringIO *s, size_t pos)
{
    if (pos >= s->length)
        s->at = s->n;
    else if (s->length == s->n)
        s->at = pos;
    else
        s->at = mr_utf8_offset(s->text, s->n, pos);
    s->pos = pos;
}

static MrValue stringio_new(MrThread *t, MrValue *a)
{
    MrStringIO *s = mr_alloc_instance(t, sizeof *s, MR_TYPE(a[0]));
    return s ? mr_val(s) : MR_ERROR;
}

static MrValue stringio_init(MrThread *t, MrValue *a)
{
    MrStringIO *s = SELF;
    MrValue initial = a[1] == MR_UNBOUND ? MR_NONE : a[1];
    char line_end[3] = "\n", write_end[3] = "";
    bool universal = false, translate = false;
    if (a[2] != MR_UNBOUND && a[2] != MR_NONE && !mr_is_str(a[2]))
        return mr_raise(t, MR_EXC_TypeError, "newline must be str or None, not %s", mr_type_name(t, a[2]));
    if (a[2] != MR_UNBOUND && !mr_text_newline(t, a[2], &universal, &translate, line_end, write_end)) {
        mr_take_pending(t);
        MrValue shown = mr_repr(t, a[2]);
        return shown == MR_ERROR ? shown : mr_raise(t, MR_EXC_ValueError, "illegal newline value: %s", mr_cstr(shown));
    }
    if (initial != MR_NONE && !mr_is_str(initial))
        return mr_raise(t, MR_EXC_TypeError, "initial_value must be str or None, not %s", mr_type_name(t, initial));
    memcpy(s->line_end, line_end, 3);
    memcpy(s->write_end, write_end, 3);
    s->universal = universal;
    s->translate = translate;
    s->n = s->length = s->pos = s->at = 0;
    s->closed = false;
    s->ready = true;
    if (initial != MR_NONE && !write_text(t, s, MR_STR(initial)))
        return MR_ERROR;
    move_to(s, 0);
    return MR_NONE;
}

static MrValue stringio_write(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "string argument expected, got '%s'", mr_type_name(t, a[1]));
    return check(t, SELF) && write_text(t, SELF, MR_STR(a[1])) ? mr_int(t, (int64_t)MR_STR(a[1])->length) : MR_ERROR;
}

static MrValue stringio_getvalue(MrThread *t, MrValue *a)
{
    return check(t, SELF) ? mr_str_sized(t, SELF->text ? SELF->text : "", SELF->n, SELF->length) : MR_ERROR;
}

/* Takes bytes that hold `length` characters. */
static MrValue take(MrThread *t, MrStringIO *s, size_t n, size_t length)
{
    MrValue v = mr_str_sized(t, s->text ? s->text + s->at : "", n, length);
    s->at += n;
    s->pos += length;
    return v;
}

/* Bytes of the next `count` characters. */
static size_t bytes_of(const MrStringIO *s, size_t count)
{
    size_t end = s->at;
    if (s->length == s->n || count >= s->length - s->pos)
        return count;
    for (size_t i = 0; i < count; i++)
        end += mr_utf8_step((unsigned char)s->text[end]);
    return end - s->at;
}

static MrValue stringio_read(MrThread *t, MrValue *a)
{
    MrStringIO *s = SELF;
    int64_t n;
    if (!mr_io_size(t, a[1], &n) || !check(t, s))
        return MR_ERROR;
    size_t left = s->pos < s->length ? s->length - s->pos : 0;
    if (n < 0 || (size_t)n >= left)
        return take(t, s, s->n - s->at, left);
    return take(t, s, bytes_of(s, (size_t)n), (size_t)n);
}

static MrValue read_line(MrThread *t, MrStringIO *s, int64_t limit)
{
    size_t left = s->n - s->at;
    if (s->pos >= s->length)
        return mr_str_new(t, "", 0);
    size_t n = mr_text_line(s->text + s->at, left, s->universal, s->translate, s->line_end);
    if (!n)
        n = left;
    size_t length = s->length == s->n ? n : mr_utf8_count(s->text + s->at, n);
    if (limit >= 0 && (size_t)limit < length) {
        length = (size_t)limit;
        n = bytes_of(s, length);
    }
    return take(t, s, n, length);
}

static MrValue stringio_readline(MrThread *t, MrValue *a)
{
    int64_t limit;
    return mr_io_size(t, a[1], &limit) && check(t, SELF) ? read_line(t, SELF, limit) : MR_ERROR;
}

static MrValue stringio_next(MrThread *t, MrValue self)
{
    MrStringIO *s = (MrStringIO *)mr_obj_of(self);
    MrValue line;
    if (mr_typeof(t, self)->flags & MR_TYPE_HEAP) {
        line = mr_call_method0(t, self, mr_n(t, readline));
        if (line != MR_ERROR && !mr_is_str(line))
            return mr_raise(t, MR_EXC_OSError, "readline() should have returned a str object, not '%s'", mr_type_name(t, line));
    } else {
        line = check(t, s) ? read_line(t, s, -1) : MR_ERROR;
    }
    return line == MR_ERROR || MR_STR(line)->nbytes ? line : MR_UNBOUND;
}

static MrValue stringio_seek(MrThread *t, MrValue *a)
{
    int64_t pos, whence = 0;
    if (!check(t, SELF) || !mr_io_offset(t, a[1], &pos) || (a[2] != MR_UNBOUND && !mr_to_i64(t, a[2], &whence)))
        return MR_ERROR;
    if (whence < 0 || whence > 2)
        return mr_raise(t, MR_EXC_ValueError, "Invalid whence (%d, should be 0, 1 or 2)", (int)whence);
    if (whence == 0 && pos < 0)
        return mr_raise(t, MR_EXC_ValueError, "Negative seek position %lld", (long long)pos);
    if (whence && pos)
        return mr_raise(t, MR_EXC_OSError, "Can't do nonzero cur-relative seeks");
    move_to(SELF, whence == 0 ? (size_t)pos : whence == 1 ? SELF->pos : SELF->length);
    return mr_int(t, (int64_t)SELF->pos);
}

static MrValue stringio_tell(MrThread *t, MrValue *a) { return check(t, SELF) ? mr_int(t, (int64_t)SELF->pos) : MR_ERROR; }

static MrValue stringio_truncate(MrThread *t, MrValue *a)
{
    MrStringIO *s = SELF;
    int64_t size = (int64_t)s->pos;
    if (!check(t, s) || (a[1] != MR_UNBOUND && a[1] != MR_NONE && !mr_io_size(t, a[1], &size)))
        return MR_ERROR;
    if (size < 0)
        return mr_raise(t, MR_EXC_ValueError, "Negative size value %lld", (long long)size);
    if ((size_t)size < s->length) {
        size_t pos = s->pos;
        move_to(s, (size_t)size);
        s->n = s->at;
        s->length = (size_t)size;
        move_to(s, pos);
    }
    return mr_int(t, size);
}

static MrValue stringio_close(MrThread *t, MrValue *a)
{
    (void)t;
    SELF->closed = true;
    SELF->text = NULL;
    SELF->n = SELF->length = SELF->capacity = SELF->pos = SELF->at = 0;
    return MR_NONE;
}

static MrValue answer_yes(MrThread *t, MrValue *a) { return check(t, SELF) ? MR_TRUE : MR_ERROR; }
static MrValue answer_no(MrThread *t, MrValue *a) { return check(t, SELF) ? MR_FALSE : MR_ERROR; }
static MrValue answer_none(MrThread *t, MrValue *a) { return check(t, SELF) ? MR_NONE : MR_ERROR; }

static MrValue no_fileno(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_io_unsupported(t, "fileno");
}

static MrValue no_detach(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_io_unsupported(t, "detach");
}

static MrValue get_closed(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(((MrStringIO *)mr_obj_of(self))->closed);
}

static MrValue get_none(MrThread *t, MrValue self) { return check(t, (MrStringIO *)mr_obj_of(self)) ? MR_NONE : MR_ERROR; }
static MrValue get_false(MrThread *t, MrValue self) { return check(t, (MrStringIO *)mr_obj_of(self)) ? MR_FALSE : MR_ERROR; }

static MrValue get_newlines(MrThread *t, MrValue self)
{
    MrStringIO *s = (MrStringIO *)mr_obj_of(self);
    return !check(t, s) ? MR_ERROR : s->universal ? mr_text_newlines(t, s->seen) : MR_NONE;
}

static void stringio_trace(MrGc *gc, MrObj *o) { mr_mark_buffer(gc, ((MrStringIO *)o)->text); }

static MrValue stringio_getstate(MrThread *t, MrValue *a)
{
    MrStringIO *s = SELF;
    MrValue parts[4] = {stringio_getvalue(t, a)};
    if (parts[0] == MR_ERROR)
        return MR_ERROR;
    parts[1] = s->universal && s->translate ? MR_NONE : mr_str_c(t, s->universal ? "" : s->line_end);
    parts[2] = mr_int(t, (int64_t)s->pos);
    return mr_io_memory_state(t, a[0], parts, 4);
}

static MrValue stringio_setstate(MrThread *t, MrValue *a)
{
    int64_t pos;
    if (SELF->ready && !check(t, SELF))
        return MR_ERROR;
    MrTuple *state = mr_io_memory_restore(t, a[0], a[1], 4, &pos);
    MrValue args[3] = {a[0], t->iso->empty_str, state ? state->items[1] : MR_ERROR};
    if (!state || stringio_init(t, args) == MR_ERROR)
        return MR_ERROR;
    MrValue text = state->items[0];
    if (!mr_is_str(text))
        return mr_raise(t, MR_EXC_TypeError, "initial_value must be str or None, not %s", mr_type_name(t, text));
    if (!put(t, SELF, mr_cstr(text), MR_STR(text)->nbytes, MR_STR(text)->length)) /* as it stands: newlines were translated before */
        return MR_ERROR;
    move_to(SELF, (size_t)pos);
    return MR_NONE;
}

static const MrMethodDef methods[] = {
    {"__new__(cls, *args, **kwargs)", stringio_new, "Make an object that __init__ fills.", MR_METHOD_STATIC},
    {"__init__(self, /, initial_value='', newline='\\n')", stringio_init, "Fill a new object; see help(type(self)).", 0},
    {"__iter__(self, /)", io_iter, "Return iter(self).", 0},
    {"__getstate__(self, /)", stringio_getstate, "What copy and pickle ask for.", 0},
    {"__setstate__(self, state, /)", stringio_setstate, "Take over what __getstate__ gave.", 0},
    {"getvalue(self, /)", stringio_getvalue, "The whole text, wherever the position is.", 0},
    {"read(self, size=-1, /)", stringio_read, "Up to size characters from the position on, or all that are left.", 0},
    {"readline(self, size=-1, /)", stringio_readline, "The next line, or its first size characters; empty at the end.", 0},
    {"write(self, s, /)", stringio_write, "Put a str at the position and tell how many characters it has.", 0},
    {"seek(self, pos, whence=0, /)", stringio_seek,
     "Move to an offset that counts from the start, the position or the end (whence 0, 1, 2) and return the new position.", 0},
    {"tell(self, /)", stringio_tell, "Where the position is; a number to pass to seek().", 0},
    {"truncate(self, pos=None, /)", stringio_truncate, "Drop the text behind pos, by default the position.", 0},
    {"flush(self, /)", answer_none, "Hand what was written to the system.", 0},
    {"close(self, /)", stringio_close, "Drop the text; more operations raise ValueError.", 0},
    {"isatty(self, /)", answer_no, "Is it a terminal?", 0},
    {"fileno(self, /)", no_fileno, "The system's number of the file.", 0},
    {"detach(self, /)", no_detach, "Give away what lies below; this object cannot be used afterwards.", 0},
    {"readable(self, /)", answer_yes, "Can it be read?", 0},
    {"writable(self, /)", answer_yes, "Can it be written?", 0},
    {"seekable(self, /)", answer_yes, "Can the position be changed?", 0},
    MR_IO_METHODS,
    {0},
};

static const MrGetSetDef getset[] = {
    {"closed", get_closed, NULL, "whether close() was called"},
    {"newlines", get_newlines, NULL, "the kinds of line ends seen so far"},
    {"encoding", get_none, NULL, "None: there are no bytes"},
    {"errors", get_none, NULL, "None: nothing is converted"},
    {"line_buffering", get_false, NULL, "False: nothing is held back"}, {0},
};

const MrTypeDef mr_stringio_type = {
    .name = "_io.StringIO", .base_def = &mr_textiobase_type, .kind = MR_KIND_OTHER, .size = sizeof(MrStringIO), .flags = MR_TYPEDEF_DICT, .methods = methods, .getset = getset,
    .next = stringio_next, .trace = stringio_trace, .doc = "A stream of text that is kept in memory, starting with initial_value.",
};
