/* Text of dates and times: ISO 8601 written and read, ctime, strftime with the directives that the C library does not know.
 *
 * Writers of pieces append at `p`, for which there is room (MR_ISO_ROOM for all of a text), and return its end. Parsers read what CPython's read, oddities
 * included: digits behind a fraction's sixth are passed over, and a lone character behind the clock makes the text wrong even where another would.
 * Values out of range are the constructors' to refuse.
 */
#include "stdlib/native/_datetime.h"
#include "vm/types/str.h"

static const char *const month_names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
static const char *const day_names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

/* ---- written ---- */

char *mr_put_number(char *p, int number, int digits)
{
    for (int i = digits; i--; number /= 10)
        p[i] = (char)('0' + number % 10);
    return p + digits;
}

char *mr_put_iso_date(char *p, int year, int month, int day)
{
    p = mr_put_number(p, year, 4);
    *p++ = '-';
    p = mr_put_number(p, month, 2);
    *p++ = '-';
    return mr_put_number(p, day, 2);
}

char *mr_put_iso_clock(MrThread *t, char *p, const MrFields *f, MrValue timespec, int position)
{
    static const char *const specs[] = {"hours", "minutes", "seconds", "milliseconds", "microseconds"};
    int spec = f->micros ? 4 : 2;
    if (timespec != MR_UNBOUND) {
        if (!mr_is_str(timespec)) {
            (void)mr_raise(t, MR_EXC_TypeError, "isoformat() argument %d must be str, not %s", position, timespec == MR_NONE ? "None" : mr_type_name(t, timespec));
            return NULL;
        }
        if (!mr_str_equal_c(timespec, "auto"))
            for (spec = 0; spec < 5 && !mr_str_equal_c(timespec, specs[spec]);)
                spec++;
        if (spec == 5) {
            (void)mr_raise(t, MR_EXC_ValueError, "Unknown timespec value");
            return NULL;
        }
    }
    p = mr_put_number(p, f->hour, 2);
    if (spec >= 1) {
        *p++ = ':';
        p = mr_put_number(p, f->minute, 2);
    }
    if (spec >= 2) {
        *p++ = ':';
        p = mr_put_number(p, f->second, 2);
    }
    if (spec >= 3) {
        *p++ = '.';
        p = spec == 3 ? mr_put_number(p, f->micros / 1000, 3) : mr_put_number(p, f->micros, 6);
    }
    return p;
}

char *mr_put_offset(char *p, const MrDelta *offset, const char *separator)
{
    int64_t micros = (int64_t)mr_micros_of(offset); /* less than a day */
    size_t n = strlen(separator);
    *p++ = micros < 0 ? '-' : '+';
    micros = micros < 0 ? -micros : micros;
    int seconds = (int)(micros / 1000000), rest = (int)(micros % 1000000);
    p = mr_put_number(p, seconds / 3600, 2);
    memcpy(p, separator, n);
    p = mr_put_number(p + n, seconds / 60 % 60, 2);
    if (seconds % 60 || rest) {
        memcpy(p, separator, n);
        p = mr_put_number(p + n, seconds % 60, 2);
    }
    if (rest) {
        *p++ = '.';
        p = mr_put_number(p, rest, 6);
    }
    return p;
}

char *mr_put_zone_offset(MrThread *t, char *p, MrValue zone, MrValue argument, const char *separator)
{
    MrValue offset = mr_zone_ask(t, zone, "utcoffset", argument);
    return offset == MR_ERROR ? NULL : offset == MR_NONE ? p : mr_put_offset(p, MR_DELTA(offset), separator);
}

MrValue mr_ctime_text(MrThread *t, const MrFields *f)
{
    return mr_strf(t, "%s %s %2d %02d:%02d:%02d %04d", day_names[mr_weekday_of(f->year, f->month, f->day)], month_names[f->month - 1], f->day, f->hour,
                   f->minute, f->second, f->year);
}

/* ---- strftime ---- */

void mr_tm_of_fields(const MrFields *f, int is_dst, struct tm *tm)
{
    *tm = (struct tm){.tm_year = f->year - 1900,
                      .tm_mon = f->month - 1,
                      .tm_mday = f->day,
                      .tm_hour = f->hour,
                      .tm_min = f->minute,
                      .tm_sec = f->second,
                      .tm_wday = (mr_weekday_of(f->year, f->month, f->day) + 1) % 7,
                      .tm_yday = mr_days_before_month(f->year, f->month) + f->day - 1,
                      .tm_isdst = is_dst};
}

MrValue mr_struct_time_of(MrThread *t, const struct tm *tm)
{
    int numbers[9] = {tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday, tm->tm_hour, tm->tm_min, tm->tm_sec, (tm->tm_wday + 6) % 7, tm->tm_yday + 1, tm->tm_isdst};
    MrValue items[9], tuple, module = mr_import(t, "time");
    for (int i = 0; i < 9; i++)
        items[i] = mr_small_int(numbers[i]);
    MrValue type = module == MR_ERROR ? MR_ERROR : mr_getattr_c(t, module, "struct_time");
    tuple = type == MR_ERROR ? MR_ERROR : mr_tuple_from(t, items, 9);
    return tuple == MR_ERROR ? MR_ERROR : mr_call1(t, type, tuple);
}

/* A zone's name in a format: its % signs are no directives. */
static bool put_zone_name(MrThread *t, MrBuf *out, MrValue zone, MrValue argument)
{
    MrValue name = mr_zone_ask_name(t, zone, argument);
    if (name != MR_ERROR && mr_is_str(name) && !mr_is_exact(name, MR_TYPE_str)) { /* a subclass may replace in a way of its own */
        MrStr *method = mr_intern(t, "replace", 7);
        MrValue signs[2] = {mr_str_c(t, "%"), mr_str_c(t, "%%")};
        if (!method || signs[0] == MR_ERROR || signs[1] == MR_ERROR || (name = mr_call_method(t, name, method, 2, signs)) == MR_ERROR)
            return false;
        if (!mr_is_str(name))
            return mr_raise(t, MR_EXC_TypeError, "tzname.replace() did not return a string"), false;
        mr_buf_write(out, mr_cstr(name), MR_STR(name)->nbytes);
        return true;
    }
    if (name == MR_ERROR)
        return false;
    for (const char *p = name == MR_NONE ? "" : mr_cstr(name); *p; p++) {
        if (*p == '%')
            mr_buf_putc(out, '%');
        mr_buf_putc(out, *p);
    }
    return true;
}

/* The format with %f, %z, %:z and %Z put in. */
static bool put_own_directives(MrThread *t, MrBuf *out, const char *p, const MrFields *f, MrValue zone, MrValue argument)
{
    char text[MR_ISO_ROOM], *end = text;
    for (const char *percent; (percent = strchr(p, '%')) && percent[1]; p = percent + 2) {
        mr_buf_write(out, p, (size_t)(percent - p));
        switch (percent[1]) {
        case 'f':
            mr_buf_write(out, text, (size_t)(mr_put_number(text, f->micros, 6) - text));
            break;
        case 'Z':
            if (!put_zone_name(t, out, zone, argument))
                return false;
            break;
        case 'z':
            if (!(end = mr_put_zone_offset(t, text, zone, argument, "")))
                return false;
            mr_buf_write(out, text, (size_t)(end - text));
            break;
        case ':':
            if (percent[2] == 'z') {
                if (!(end = mr_put_zone_offset(t, text, zone, argument, ":")))
                    return false;
                mr_buf_write(out, text, (size_t)(end - text));
                percent++;
                break;
            } /* fallthrough */
        default:
            mr_buf_write(out, percent, 2);
        }
    }
    mr_buf_puts(out, p);
    return true;
}

MrValue mr_datetime_strftime(MrThread *t, MrValue format, const MrFields *f, struct tm *tm, MrValue zone, MrValue argument)
{
    char small[256], *text = small;
    size_t n, room = sizeof small;
    if (!mr_is_str(format))
        return mr_raise(t, MR_EXC_TypeError, "strftime() argument 1 must be str, not %s", format == MR_NONE ? "None" : mr_type_name(t, format));
    MrBuf whole = MR_BUF_EMPTY;
    MrValue made = MR_ERROR;
    if (!put_own_directives(t, &whole, mr_cstr(format), f, zone, argument) || !mr_limits_buf(t, &whole, 0))
        goto end;
    if (whole.failed) {
        made = mr_raise_no_memory(t);
        goto end;
    }
    /* 0 is both "too little room" and an empty result */
    while (!(n = strftime(text, room, whole.data ? whole.data : "", tm)) && room < 256 * (whole.length + 1)) {
        room *= 4;
        if (!(text = mr_buffer_new(t, room)))
            goto end;
    }
    made = mr_str_new(t, text, n);
end:
    mr_buf_fini(&whole);
    return made;
}

/* ---- read ---- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Exactly n digits at p, which has `left` characters: the number, or -1. */
static int read_digits(const char *p, size_t left, size_t n)
{
    int number = 0;
    if (left < n)
        return -1;
    for (size_t i = 0; i < n; i++) {
        if (!is_digit(p[i]))
            return -1;
        number = number * 10 + (p[i] - '0');
    }
    return number;
}

const char *mr_iso_text(MrThread *t, MrValue text, size_t *n)
{
    if (!mr_is_str(text)) {
        (void)mr_raise(t, MR_EXC_TypeError, "fromisoformat: argument must be str");
        return NULL;
    }
    const MrStr *s = MR_STR(text);
    *n = s->length;
    if (mr_str_is_ascii(s))
        return s->bytes;
    char *bytes = mr_buffer_new(t, s->length + 1);
    const char *p = s->bytes;
    for (size_t i = 0; bytes && i < s->length; i++) {
        uint32_t c = mr_utf8_decode_valid(&p);
        bytes[i] = (char)(c < 0x80 ? c : 1);
    }
    return bytes;
}

MrValue mr_raise_iso(MrThread *t, MrValue text)
{
    MrValue shown = mr_repr(t, text);
    MrValue message = shown == MR_ERROR ? MR_ERROR : mr_strf(t, "Invalid isoformat string: %s", mr_cstr(shown));
    return message == MR_ERROR ? MR_ERROR : mr_raise_str(t, MR_EXC_ValueError, message);
}

/* What follows the year in a week date: W, the week, and perhaps a day. */
static bool parse_week(const char *p, size_t n, bool dashed, MrFields *f)
{
    int week = read_digits(p + 1, n - 1, 2), day = 1, wrong;
    if (week < 0)
        return false;
    p += 3;
    n -= 3;
    if (n) {
        if (dashed) {
            if (*p != '-')
                return false;
            p++;
            n--;
        }
        day = read_digits(p, n, 1);
        if (day < 0 || (dashed && n > 1))
            return false;
    }
    int64_t ordinal = mr_ordinal_of_iso_week(f->year, week, day, &wrong);
    if (!ordinal || ordinal < 1 || ordinal > MR_MAX_ORDINAL)
        return false;
    mr_date_of_ordinal((int)ordinal, &f->year, &f->month, &f->day);
    return true;
}

bool mr_parse_iso_date(const char *text, size_t n, MrFields *f)
{
    if ((n != 7 && n != 8 && n != 10) || (f->year = read_digits(text, n, 4)) < 0)
        return false;
    bool dashed = text[4] == '-';
    const char *rest = text + 4 + dashed;
    size_t left = n - 4 - dashed;
    if (*rest == 'W')
        return parse_week(rest, left, dashed, f);
    if (dashed ? left != 5 || rest[2] != '-' : left < 4)
        return false;
    f->month = read_digits(rest, left, 2);
    f->day = read_digits(rest + 2 + dashed, 2, 2); /* what follows in an undashed text of ten characters is not looked at */
    return f->month >= 0 && f->day >= 0;
}

/* HH[[:]MM[[:]SS[[.]f...]]]. `follows` is what stands behind the text, or 0. *more: something was left over. */
static bool parse_clock(const char *text, size_t n, char follows, int out[4], bool *more)
{
    size_t at = 0;
    bool colon = true;
    memset(out, 0, 4 * sizeof *out);
    for (int i = 0; i < 3; i++) {
        if (at > n || (out[i] = read_digits(text + at, n - at, 2)) < 0)
            return false;
        at += 2;
        char mark = at < n ? text[at] : follows;
        if (i == 0)
            colon = mark == ':';
        if (++at >= n) {
            *more = mark != 0;
            return true;
        }
        if (colon && mark == ':')
            continue;
        if (mark == '.' || mark == ',')
            break;
        if (colon)
            return false;
        at--;
    }
    size_t count = 0;
    for (; count < 6 && at + count < n; count++) {
        if (!is_digit(text[at + count]))
            return false;
        out[3] = out[3] * 10 + (text[at + count] - '0');
    }
    for (size_t i = count; count && i < 6; i++)
        out[3] *= 10;
    at += count;
    while (at < n && is_digit(text[at]))
        at++;
    *more = at < n || follows;
    return true;
}

bool mr_parse_iso_time(const char *text, size_t n, MrFields *f, bool *has_zone, MrMicros *offset)
{
    int clock[4], zone[4];
    bool more;
    size_t place = 0;
    while (place < n && text[place] != '+' && text[place] != '-' && text[place] != 'Z')
        place++;
    *has_zone = place < n;
    *offset = 0;
    if (!parse_clock(text, place, place < n ? text[place] : 0, clock, &more))
        return false;
    f->hour = clock[0], f->minute = clock[1], f->second = clock[2], f->micros = clock[3];
    if (place == n)
        return !more;
    if (text[place] == 'Z')
        return place + 1 == n;
    if (!parse_clock(text + place + 1, n - place - 1, 0, zone, &more) || more)
        return false;
    int64_t micros = ((int64_t)(zone[0] * 60 + zone[1]) * 60 + zone[2]) * 1000000 + zone[3];
    if (micros < 1000000)
        micros = 0; /* as CPython has it: less than a second is UTC */
    *offset = text[place] == '-' ? -micros : micros;
    return true;
}

size_t mr_find_iso_separator(const char *text, size_t n)
{
    if (n == 7)
        return 7;
    if (text[4] == '-') {
        if (text[5] != 'W')
            return 10;
        if (n < 9 || text[8] != '-')
            return 8;
        return n > 10 && is_digit(text[10]) ? 8 : 10; /* behind a week, "-D" is a day unless the dash is the separator of an hour */
    }
    if (text[4] != 'W')
        return 8;
    size_t at = 7;
    while (at < n && is_digit(text[at]))
        at++;
    return at < 9 ? at : at % 2 ? 8 : 7;
}
