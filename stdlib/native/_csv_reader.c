/* _csv.reader: lines to rows.
 *
 * The state machine works on characters, but what cannot change its state is skipped as a run of bytes (MrCsvDialect.special). A field that is one
 * run of its line is made of that directly, and mostly without the machine; only fields with quotes inside, escapes or several lines are put together in a buffer. All of a row's
 * state is in the C frame, so an iterable of lines that asks the same reader for a row does no harm.
 */
#include "stdlib/native/_csv.h"

#include "vm/attr.h"
#include "vm/isolate.h"
#include "vm/types/str.h"

typedef struct MrCsvReader {
    MrObj h;
    MrValue lines; /* iterator */
    MrValue dialect;
    int64_t line_num;
} MrCsvReader;
#define READER(v) ((MrCsvReader *)mr_obj_of(v))

typedef enum State { START_RECORD, START_FIELD, ESCAPED, IN_FIELD, IN_QUOTED, ESCAPED_IN_QUOTED, QUOTE_IN_QUOTED, EAT_NEWLINE, AFTER_ESCAPED_NEWLINE } State;
#define END_OF_LINE (MR_CSV_NO_CHAR - 1)

enum { FIELDS_AT_ONCE = 32 };

typedef struct Parse {
    MrThread *t;
    const MrCsvDialect *d;
    MrValue row;           /* a list, once there are more fields than stand in `fields` */
    size_t n_fields;
    State state;
    bool numeric;          /* under QUOTE_NONNUMERIC: the field began without a quote */
    bool ascii;            /* so is the line */
    const char *run;       /* text of the line that belongs to the field behind what the buffer holds, or NULL */
    const char *run_end;
    MrBuf field;
    size_t work;
    MrValue fields[FIELDS_AT_ONCE]; /* the row's last ones */
} Parse;

/* ---- the field ---- */

static bool keep_limit(Parse *s)
{
    int64_t limit = mr_csv_field_limit(s->t);
    size_t bytes = s->field.length + (size_t)(s->run_end - s->run);
    if (MR_LIKELY(limit >= 0 && bytes <= (size_t)limit))
        return true;
    size_t n = (s->field.length ? mr_utf8_count(s->field.data, s->field.length) : 0) + (s->run ? mr_utf8_count(s->run, (size_t)(s->run_end - s->run)) : 0);
    if ((int64_t)n <= limit)
        return true;
    (void)mr_csv_raise(s->t, "field larger than field limit (%lld)", (long long)limit);
    return false;
}

static bool flush_run(Parse *s)
{
    if (!s->run)
        return true;
    size_t n = (size_t)(s->run_end - s->run);
    if (!mr_limits_buf(s->t, &s->field, n))
        return false;
    mr_buf_write(&s->field, s->run, n);
    s->run = s->run_end = NULL;
    if (!s->field.failed)
        return true;
    (void)mr_raise_no_memory(s->t);
    return false;
}

/* The bytes from p to end join the field. */
static inline bool add_text(Parse *s, const char *p, const char *end)
{
    if (s->run_end != p) {
        if (!flush_run(s))
            return false;
        s->run = p;
    }
    s->run_end = end;
    return keep_limit(s);
}

static MrValue field_value(Parse *s)
{
    if (MR_LIKELY(!s->field.length)) {
        size_t n = (size_t)(s->run_end - s->run);
        return mr_str_sized(s->t, s->run ? s->run : "", n, s->ascii ? n : mr_utf8_count(s->run ? s->run : "", n));
    }
    if (!flush_run(s))
        return MR_ERROR;
    MrValue v = mr_str_new(s->t, s->field.data, s->field.length);
    mr_buf_clear(&s->field);
    return v;
}

/* ---- the row ---- */

static bool move_fields(Parse *s)
{
    if (s->row == MR_UNBOUND)
        return (s->row = mr_list_from(s->t, s->fields, s->n_fields)) != MR_ERROR;
    for (size_t i = 0; i < s->n_fields; i++)
        if (!mr_list_append(s->t, s->row, s->fields[i]))
            return false;
    return true;
}

static inline bool push_field(Parse *s, MrValue v)
{
    if (MR_UNLIKELY(s->n_fields == FIELDS_AT_ONCE)) {
        if (!move_fields(s))
            return false;
        s->n_fields = 0;
    }
    s->fields[s->n_fields++] = v;
    return v != MR_ERROR && mr_limits_work(s->t, s->work);
}

static MrValue row_value(Parse *s) { return move_fields(s) ? s->row : MR_ERROR; }

static bool save_field(Parse *s)
{
    MrValue v = field_value(s);
    s->run = s->run_end = NULL;
    if (s->numeric && v != MR_ERROR) {
        s->numeric = false;
        v = mr_call1(s->t, mr_type_val(s->t, MR_TYPE_float), v);
    }
    return push_field(s, v);
}

static bool has_text(const Parse *s) { return s->field.length || s->run_end != s->run; }

/* ---- the state machine ---- */

static bool end_field(Parse *s, State next)
{
    s->state = next;
    return save_field(s);
}

static bool add_char(Parse *s, const char *p, const char *end, State next)
{
    s->state = next;
    return add_text(s, p, end);
}

/* A backslash, or what stands for it, at the end of a line: it takes a newline that the line need not have. */
static bool add_newline(Parse *s, State next)
{
    s->state = next;
    if (!flush_run(s))
        return false;
    mr_buf_putc(&s->field, '\n');
    return keep_limit(s);
}

static bool is_newline(uint32_t c) { return c == '\n' || c == '\r' || c == END_OF_LINE; }
static State after_newline(uint32_t c) { return c == END_OF_LINE ? START_RECORD : EAT_NEWLINE; }

static bool begin_field(Parse *s, uint32_t c, const char *p, const char *end)
{
    const MrCsvDialect *d = s->d;
    if (is_newline(c))
        return end_field(s, after_newline(c));
    if (c == d->quotechar && d->quoting != MR_CSV_NONE) {
        s->state = IN_QUOTED;
        return true;
    }
    if (c == d->escapechar) {
        s->state = ESCAPED;
        return true;
    }
    if (c == ' ' && d->skipinitialspace) {
        s->state = START_FIELD;
        return true;
    }
    if (c == d->delimiter)
        return end_field(s, START_FIELD);
    s->numeric = d->quoting == MR_CSV_NONNUMERIC;
    return add_char(s, p, end, IN_FIELD);
}

static bool go_on_in_field(Parse *s, uint32_t c, const char *p, const char *end)
{
    if (is_newline(c))
        return end_field(s, after_newline(c));
    if (c == s->d->escapechar) {
        s->state = ESCAPED;
        return true;
    }
    return c == s->d->delimiter ? end_field(s, START_FIELD) : add_char(s, p, end, IN_FIELD);
}

static bool go_on_in_quoted(Parse *s, uint32_t c, const char *p, const char *end)
{
    const MrCsvDialect *d = s->d;
    if (c == END_OF_LINE)
        return true;
    if (c == d->escapechar) {
        s->state = ESCAPED_IN_QUOTED;
        return true;
    }
    if (c == d->quotechar && d->quoting != MR_CSV_NONE) {
        s->state = d->doublequote ? QUOTE_IN_QUOTED : IN_FIELD;
        return true;
    }
    return add_char(s, p, end, IN_QUOTED);
}

static bool behind_quote(Parse *s, uint32_t c, const char *p, const char *end)
{
    const MrCsvDialect *d = s->d;
    if (c == d->quotechar && d->quoting != MR_CSV_NONE)
        return add_char(s, p, end, IN_QUOTED);
    if (c == d->delimiter)
        return end_field(s, START_FIELD);
    if (is_newline(c))
        return end_field(s, after_newline(c));
    if (!d->strict)
        return add_char(s, p, end, IN_FIELD);
    char delimiter[5] = "", quote[5] = "";
    delimiter[mr_utf8_encode(d->delimiter, delimiter)] = 0;
    quote[mr_utf8_encode(d->quotechar, quote)] = 0;
    (void)mr_csv_raise(s->t, "'%s' expected after '%s'", delimiter, quote);
    return false;
}

/* One character, which lies from p to end, or END_OF_LINE. */
static bool take_char(Parse *s, uint32_t c, const char *p, const char *end)
{
    switch (s->state) {
    case START_RECORD:
        if (c == END_OF_LINE)
            return true;
        if (c == '\n' || c == '\r') {
            s->state = EAT_NEWLINE;
            return true;
        }
        return begin_field(s, c, p, end);
    case START_FIELD:
        return begin_field(s, c, p, end);
    case ESCAPED:
        if (c == END_OF_LINE)
            return add_newline(s, IN_FIELD);
        return add_char(s, p, end, c == '\n' || c == '\r' ? AFTER_ESCAPED_NEWLINE : IN_FIELD);
    case AFTER_ESCAPED_NEWLINE:
        return c == END_OF_LINE || go_on_in_field(s, c, p, end);
    case IN_FIELD:
        return go_on_in_field(s, c, p, end);
    case IN_QUOTED:
        return go_on_in_quoted(s, c, p, end);
    case ESCAPED_IN_QUOTED:
        return c == END_OF_LINE ? add_newline(s, IN_QUOTED) : add_char(s, p, end, IN_QUOTED);
    case QUOTE_IN_QUOTED:
        return behind_quote(s, c, p, end);
    case EAT_NEWLINE:
        if (c == END_OF_LINE)
            s->state = START_RECORD;
        else if (c != '\n' && c != '\r') {
            (void)mr_csv_raise(s->t, "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?");
            return false;
        }
    }
    return true;
}

/* Where the bytes that belong to the field, whatever they are, end. */
static inline const char *skip_run(const Parse *s, const char *p, const char *end)
{
    unsigned ends = s->state == IN_FIELD ? MR_CSV_ENDS_BARE : MR_CSV_ENDS_QUOTED;
    const uint8_t *special = s->d->special;
    while (p < end && !(special[(unsigned char)*p] & ends))
        p++;
    return p;
}

static inline bool is_char(const char *p, uint32_t c) { return (unsigned char)*p == c && c < 0x80; }

/* The common field: one run, quoted or not, behind which the delimiter stands or the line's newline. Where the next one begins, and `end` behind the
 * last; p itself if the field is of another sort, NULL: error. */
static const char *take_plain_field(Parse *s, const char *p, const char *end)
{
    const MrCsvDialect *d = s->d;
    bool quoted = is_char(p, d->quotechar) && d->quoting != MR_CSV_NONE;
    if (d->quoting == MR_CSV_NONNUMERIC || (!quoted && d->special[(unsigned char)*p] & MR_CSV_NOT_FIRST))
        return p;
    const char *from = p + quoted, *stop = from;
    unsigned ends = quoted ? MR_CSV_ENDS_QUOTED : MR_CSV_ENDS_BARE;
    while (stop < end && !(d->special[(unsigned char)*stop] & ends))
        stop++;
    size_t n = (size_t)(stop - from);
    if ((int64_t)n > mr_csv_field_limit(s->t) || (quoted && (stop == end || !is_char(stop++, d->quotechar))) || stop == end)
        return p;
    bool last = *stop == '\n' && stop + 1 == end;
    if (!last && !is_char(stop, d->delimiter))
        return p;
    s->state = last ? START_RECORD : START_FIELD;
    return push_field(s, mr_str_sized(s->t, from, n, s->ascii ? n : mr_utf8_count(from, n))) ? stop + 1 : NULL;
}

static bool take_line(Parse *s, const MrStr *line)
{
    const char *p = line->bytes, *end = p + line->nbytes;
    s->ascii = mr_str_is_ascii(line);
    while (p < end) {
        if (s->state <= START_FIELD) {
            const char *next = take_plain_field(s, p, end);
            if (!next || (next == end && s->state == START_RECORD))
                return next;
            if (next != p) {
                p = next;
                continue;
            }
        }
        const char *from = p;
        uint32_t c = (unsigned char)*p;
        if (MR_LIKELY(c < 0x80))
            p++;
        else
            c = mr_utf8_decode_valid(&p);
        if (!take_char(s, c, from, p))
            return false;
        if (s->state == IN_FIELD || s->state == IN_QUOTED) {
            const char *stop = skip_run(s, p, end);
            if (stop > p && !add_text(s, p, stop))
                return false;
            p = stop;
        }
    }
    return take_char(s, END_OF_LINE, NULL, NULL) && flush_run(s);
}

/* ---- rows ---- */

/* There are no more lines: a row that has begun may be at its end. */
static MrValue end_row(Parse *s)
{
    if (!has_text(s) && s->state != IN_QUOTED)
        return MR_UNBOUND;
    if (s->d->strict)
        return mr_csv_raise(s->t, "unexpected end of data");
    return save_field(s) ? row_value(s) : MR_ERROR;
}

static MrValue read_row(Parse *s, MrCsvReader *r)
{
    do {
        MrValue line = mr_next(s->t, r->lines);
        if (line == MR_UNBOUND)
            return end_row(s);
        if (line == MR_ERROR)
            return MR_ERROR;
        if (!mr_is_str(line))
            return mr_csv_raise(s->t, "iterator should return strings, not %s (the file should be opened in text mode)", mr_type_name(s->t, line));
        r->line_num++;
        if (!take_line(s, MR_STR(line)) || !mr_limits_work(s->t, s->work))
            return MR_ERROR;
    } while (s->state != START_RECORD);
    return row_value(s);
}

static MrValue reader_next(MrThread *t, MrValue self)
{
    MrCsvReader *r = READER(self);
    Parse s;
    memset(&s, 0, offsetof(Parse, fields));
    s.t = t;
    s.d = MR_CSV_DIALECT(r->dialect);
    MrValue row = read_row(&s, r);
    mr_buf_fini(&s.field);
    return row;
}

MrValue mr_csv_reader_new(MrThread *t, MrValue lines, MrValue dialect, MrValue kwargs)
{
    MrValue it = mr_iter(t, lines), checked = it == MR_ERROR ? MR_ERROR : mr_csv_dialect_of(t, dialect, kwargs);
    MrCsvReader *r = checked == MR_ERROR ? NULL : mr_def_alloc(t, &mr_csv_reader_def);
    if (!r)
        return MR_ERROR;
    r->lines = it;
    r->dialect = checked;
    return mr_val(r);
}

static MrValue get_dialect(MrThread *t, MrValue self) { return (void)t, READER(self)->dialect; }
static MrValue get_line_num(MrThread *t, MrValue self) { return mr_int(t, READER(self)->line_num); }

static void trace(MrGc *gc, MrObj *o)
{
    mr_mark(gc, ((MrCsvReader *)o)->lines);
    mr_mark(gc, ((MrCsvReader *)o)->dialect);
}

static const MrGetSetDef getset[] = {
    {"dialect", get_dialect, mr_set_readonly, "how it reads"},
    {"line_num", get_line_num, mr_set_readonly, "lines read so far"},
    {0},
};

const MrTypeDef mr_csv_reader_def = {
    .name = "_csv.reader",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrCsvReader),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .getset = getset,
    .next = reader_next,
    .trace = trace,
    .doc = "An iterator over the rows of CSV text, what csv.reader() makes.",
};
