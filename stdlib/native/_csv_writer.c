/* _csv.writer: rows to lines.
 *
 * A record is put together in a buffer and goes to the file's write() in one str. A field is scanned once: what the dialect has no opinion of is copied
 * as runs of bytes, and the opening quote of a field that turns out to need one is put in afterwards. The buffer belongs to the call, since str() of a
 * field may write with the same writer.
 */
#include "stdlib/native/_csv.h"

#include "vm/attr.h"
#include "vm/isolate.h"
#include "vm/types/str.h"

typedef struct MrCsvWriter {
    MrObj h;
    MrValue write; /* the file's method */
    MrValue dialect;
} MrCsvWriter;
#define WRITER(v) ((MrCsvWriter *)mr_obj_of(v))

static void put_char(MrBuf *out, uint32_t c)
{
    if (c < 0x80)
        mr_buf_putc(out, (char)c);
    else
        mr_buf_put_codepoint(out, c);
}

/* ---- a field ---- */

static bool is_in_terminator(const MrCsvDialect *d, uint32_t c)
{
    const char *p = mr_cstr(d->lineterminator), *end = p + MR_STR(d->lineterminator)->nbytes;
    while (p < end)
        if (mr_utf8_decode_valid(&p) == c)
            return true;
    return false;
}

/* A character that may mean something to a reader; *quoted is set if it is harmless between quotes. False: it would have to be escaped. */
static bool put_special(MrBuf *out, const MrCsvDialect *d, uint32_t c, bool *quoted)
{
    if (c == d->delimiter || c == d->escapechar || c == d->quotechar || is_in_terminator(d, c)) {
        bool escape = d->quoting == MR_CSV_NONE || c == d->escapechar || (c == d->quotechar && !d->doublequote);
        if (c == d->quotechar && d->doublequote && d->quoting != MR_CSV_NONE) {
            put_char(out, c);
            escape = false;
        }
        if (!escape)
            *quoted = true;
        else if (d->escapechar == MR_CSV_NO_CHAR)
            return false;
        else
            put_char(out, d->escapechar);
    }
    put_char(out, c);
    return true;
}

/* The opening quote goes in front of what was written from `from` on. */
static bool insert_quote(MrThread *t, MrBuf *out, size_t from, uint32_t quote)
{
    char bytes[MR_UTF8_MAX];
    size_t n = mr_utf8_encode(quote, bytes);
    mr_buf_put_codepoint(out, quote);
    if (out->failed)
        return true;
    if (!mr_work_move(t, out->data + from + n, out->data + from, out->length - n - from))
        return false;
    memcpy(out->data + from, bytes, n);
    return true;
}

static bool put_field(MrThread *t, MrBuf *out, const MrCsvDialect *d, const char *text, size_t n, bool quoted)
{
    const char *p = text, *end = text + n;
    bool was_quoted = quoted;
    if (!mr_limits_buf(t, out, 2 * n))
        return false;
    if (quoted)
        put_char(out, d->quotechar);
    if (n > MR_WORK_PIECE)
        mr_buf_reserve(out, n); /* what grows is copied at once */
    size_t from = out->length;
    for (size_t work = 0;;) {
        const char *run = p, *pause = (size_t)(end - p) > MR_WORK_PIECE ? p + MR_WORK_PIECE : end;
        while (p < pause && !(d->special[(unsigned char)*p] & MR_CSV_ENDS_WRITTEN))
            p++;
        mr_buf_write(out, run, (size_t)(p - run));
        if (p == end)
            break;
        if (p == pause) {
            if (!mr_limits_tick(t))
                return false;
            continue;
        }
        uint32_t c = mr_utf8_decode_valid(&p);
        if (!put_special(out, d, c, &quoted)) {
            (void)mr_csv_raise(t, "need to escape, but no escapechar set");
            return false;
        }
        if (!mr_limits_work(t, work))
            return false;
    }
    if (quoted && !was_quoted && !insert_quote(t, out, from, d->quotechar))
        return false;
    if (quoted)
        put_char(out, d->quotechar);
    return true;
}

static bool is_number(MrThread *t, MrValue v)
{
    if (mr_is_int(v) || mr_is_float(v))
        return true;
    MrType *type = mr_typeof(t, v);
    return mr_slot(t, type, MR_SLOT_index) != MR_UNBOUND || mr_slot(t, type, MR_SLOT_int) != MR_UNBOUND || mr_slot(t, type, MR_SLOT_float) != MR_UNBOUND
           || mr_isinstance_of(t, v, MR_TYPE_complex);
}

static bool is_quoted_anyway(MrThread *t, const MrCsvDialect *d, MrValue v)
{
    switch (d->quoting) {
    case MR_CSV_ALL: return true;
    case MR_CSV_NONNUMERIC: return !is_number(t, v);
    case MR_CSV_STRINGS: return mr_is_str(v);
    case MR_CSV_NOTNULL: return v != MR_NONE;
    default: return false;
    }
}

/* [script] */
static bool put_value(MrThread *t, MrBuf *out, const MrCsvDialect *d, MrValue v)
{
    bool quoted = is_quoted_anyway(t, d, v);
    if (v == MR_NONE)
        return put_field(t, out, d, "", 0, quoted);
    if (!mr_is_str(v) && (v = mr_str(t, v)) == MR_ERROR)
        return false;
    return put_field(t, out, d, mr_cstr(v), MR_STR(v)->nbytes, quoted);
}

/* ---- a row ---- */

/* A single empty field would be read as an empty row: it gets quotes. */
static bool mark_single_empty(MrThread *t, MrBuf *out, const MrCsvDialect *d)
{
    if (d->quoting != MR_CSV_NONE)
        return put_field(t, out, d, "", 0, true);
    (void)mr_csv_raise(t, "single empty field record must be quoted");
    return false;
}

static bool put_row(MrThread *t, MrBuf *out, const MrCsvDialect *d, MrValue row)
{
    MrValue it = mr_is_exact(row, MR_TYPE_list) || mr_is_exact(row, MR_TYPE_tuple) ? MR_UNBOUND : mr_iter(t, row);
    if (it == MR_ERROR) {
        if (mr_clear_if(t, MR_EXC_TypeError))
            (void)mr_csv_raise(t, "iterable expected, not %s", mr_type_name(t, row));
        return false;
    }
    size_t n = 0;
    for (size_t work = 0;; n++) {
        MrValue next, *items;
        size_t length;
        if (it != MR_UNBOUND)
            next = mr_next(t, it);
        else
            next = mr_sequence_items(row, &items, &length) && n < length ? items[n] : MR_UNBOUND;
        if (next == MR_UNBOUND)
            break;
        if (next == MR_ERROR || !mr_limits_work(t, work))
            return false;
        if (n)
            put_char(out, d->delimiter);
        if (!put_value(t, out, d, next))
            return false;
    }
    if (n && !out->length && !mark_single_empty(t, out, d))
        return false;
    mr_buf_write(out, mr_cstr(d->lineterminator), MR_STR(d->lineterminator)->nbytes);
    return true;
}

static MrValue write_row(MrThread *t, const MrCsvWriter *w, MrValue row)
{
    MrBuf out = MR_BUF_EMPTY;
    if (!put_row(t, &out, MR_CSV_DIALECT(w->dialect), row)) {
        mr_buf_fini(&out);
        return MR_ERROR;
    }
    MrValue line = mr_str_buf(t, &out);
    return line == MR_ERROR ? MR_ERROR : mr_call1(t, w->write, line);
}

static MrValue writer_writerow(MrThread *t, MrValue *a) { return write_row(t, WRITER(a[0]), a[1]); }

static MrValue writer_writerows(MrThread *t, MrValue *a)
{
    MrValue it = mr_iter(t, a[1]);
    if (it == MR_ERROR)
        return MR_ERROR;
    for (size_t n = 1;; n++) {
        MrValue row = mr_next(t, it);
        if (row == MR_UNBOUND)
            return MR_NONE;
        if (row == MR_ERROR || write_row(t, WRITER(a[0]), row) == MR_ERROR || (n % 1000 == 0 && !mr_poll(t)))
            return MR_ERROR;
    }
}

MrValue mr_csv_writer_new(MrThread *t, MrValue file, MrValue dialect, MrValue kwargs)
{
    MrStr *name = mr_intern(t, "write", 5);
    MrValue write = name ? mr_getattr_or(t, file, name) : MR_ERROR;
    if (write == MR_ERROR)
        return MR_ERROR;
    if (write == MR_UNBOUND || !mr_callable(t, write))
        return mr_raise(t, MR_EXC_TypeError, "argument 1 must have a \"write\" method");
    MrValue checked = mr_csv_dialect_of(t, dialect, kwargs);
    MrCsvWriter *w = checked == MR_ERROR ? NULL : mr_def_alloc(t, &mr_csv_writer_def);
    if (!w)
        return MR_ERROR;
    w->write = write;
    w->dialect = checked;
    return mr_val(w);
}

static MrValue get_dialect(MrThread *t, MrValue self) { return (void)t, WRITER(self)->dialect; }

static void trace(MrGc *gc, MrObj *o)
{
    mr_mark(gc, ((MrCsvWriter *)o)->write);
    mr_mark(gc, ((MrCsvWriter *)o)->dialect);
}

static const MrMethodDef methods[] = {
    {"writerow(self, row, /)", writer_writerow,
     "Write one row and return what the file's write() gives. None is written as an empty field, everything else as str() shows it.", 0},
    {"writerows(self, rows, /)", writer_writerows, "Write each row of an iterable.", 0},
    {0},
};
static const MrGetSetDef getset[] = {{"dialect", get_dialect, mr_set_readonly, "how it writes"}, {0}};

const MrTypeDef mr_csv_writer_def = {
    .name = "_csv.writer",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrCsvWriter),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = methods,
    .getset = getset,
    .trace = trace,
    .doc = "Writes rows as CSV text, what csv.writer() makes.",
};
