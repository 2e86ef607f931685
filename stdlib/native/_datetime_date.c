/* datetime.date, and IsoCalendarDate, the named tuple that isocalendar() gives.
 *
 * datetime is a subclass of date and begins with the same fields, so what needs only year, month and day serves both.
 */
#include "stdlib/native/_datetime.h"
#include "vm/types/sequence.h"
#include "vm/types/structseq.h"
#include "vm/signature.h"

static int ordinal(const MrDate *d) { return mr_ordinal_of(d->year, d->month, d->day); }
static int weekday(const MrDate *d) { return mr_weekday_of(d->year, d->month, d->day); }

/* ---- making ---- */

MrValue mr_date_alloc(MrThread *t, MrType *type, int year, int month, int day)
{
    MrDate *d = mr_alloc_instance(t, type->def->size, type);
    if (!d)
        return MR_ERROR;
    d->year = (uint16_t)year;
    d->month = (uint8_t)month;
    d->day = (uint8_t)day;
    if (type->def == &mr_datetime_def)
        ((MrDatetime *)d)->zone = MR_NONE;
    return mr_val(d);
}

MrValue mr_date_make(MrThread *t, MrType *cls, int year, int month, int day)
{
    if (cls == mr_datetime_state(t)->date)
        return mr_check_date(t, year, month, day) ? mr_date_alloc(t, cls, year, month, day) : MR_ERROR;
    return mr_call3(t, mr_val(cls), mr_small_int(year), mr_small_int(month), mr_small_int(day));
}

static MrValue make_of_ordinal(MrThread *t, MrType *cls, int64_t n)
{
    int year, month, day;
    if (n < 1 || n > MR_MAX_ORDINAL)
        return mr_raise(t, MR_EXC_OverflowError, "date value out of range");
    mr_date_of_ordinal((int)n, &year, &month, &day);
    return mr_date_make(t, cls, year, month, day);
}

static bool check_class(MrThread *t, MrValue cls)
{
    return cls == mr_val(mr_datetime_state(t)->date) || mr_def_accepts(t, &mr_date_def, cls);
}

/* What a __new__ and a replace() make an instance of: any subclass, which is not called. */
static MrValue make_checked(MrThread *t, MrValue cls, int year, int month, int day)
{
    return check_class(t, cls) && mr_check_date(t, year, month, day) ? mr_date_alloc(t, MR_TYPE(cls), year, month, day) : MR_ERROR;
}

static MrValue date_new(MrThread *t, MrValue *a)
{
    int year = 0, month = 0, day = 0;
    if (a[2] == MR_UNBOUND && a[1] != MR_UNBOUND && !mr_is_int(a[1])) {
        const unsigned char *s = mr_pickled_state(t, a[1], 4);
        if (s && s[2] >= 1 && s[2] <= 12)
            return check_class(t, a[0]) ? mr_date_alloc(t, MR_TYPE(a[0]), s[0] * 256 + s[1], s[2], s[3]) : MR_ERROR; /* as it was, without a look */
    }
    if (!mr_need_field(t, a[1], "year", 1, &year) || !mr_need_field(t, a[2], "month", 2, &month) || !mr_need_field(t, a[3], "day", 3, &day))
        return MR_ERROR;
    return make_checked(t, a[0], year, month, day);
}

static MrValue make_of_timestamp(MrThread *t, MrType *cls, int64_t seconds)
{
    struct tm tm;
    return mr_localtime(t, seconds, &tm) ? mr_date_make(t, cls, tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday) : MR_ERROR;
}

static MrValue date_fromtimestamp(MrThread *t, MrValue *a)
{
    int64_t seconds;
    int micros;
    return mr_split_timestamp(t, a[1], false, &seconds, &micros) ? make_of_timestamp(t, MR_TYPE(a[0]), seconds) : MR_ERROR;
}

static MrValue date_today(MrThread *t, MrValue *a)
{
    int64_t seconds;
    int micros;
    mr_now(&seconds, &micros);
    if (a[0] == mr_val(mr_datetime_state(t)->date))
        return make_of_timestamp(t, MR_TYPE(a[0]), seconds);
    MrStr *name = mr_intern(t, "fromtimestamp", 13);
    MrValue now = mr_float((double)seconds + micros / 1e6);
    return name ? mr_call_method(t, a[0], name, 1, &now) : MR_ERROR;
}

static MrValue date_fromordinal(MrThread *t, MrValue *a)
{
    int n = 0;
    if (!mr_field_arg(t, a[1], &n))
        return MR_ERROR;
    if (n < 1)
        return mr_raise(t, MR_EXC_ValueError, "ordinal must be >= 1");
    int year, month, day;
    mr_date_of_ordinal(n, &year, &month, &day);
    return mr_check_date(t, year, month, day) ? mr_date_make(t, MR_TYPE(a[0]), year, month, day) : MR_ERROR;
}

static MrValue date_fromisoformat(MrThread *t, MrValue *a)
{
    MrFields f = {0};
    size_t n;
    const char *text = mr_iso_text(t, a[1], &n);
    if (!text)
        return MR_ERROR;
    return mr_parse_iso_date(text, n, &f) ? mr_date_make(t, MR_TYPE(a[0]), f.year, f.month, f.day) : mr_raise_iso(t, a[1]);
}

static MrValue date_fromisocalendar(MrThread *t, MrValue *a)
{
    int year = 0, week = 0, day = 0, wrong;
    if (!mr_field_arg(t, a[1], &year) || !mr_field_arg(t, a[2], &week) || !mr_field_arg(t, a[3], &day))
        return mr_clear_if(t, MR_EXC_OverflowError) ? mr_raise(t, MR_EXC_ValueError, "ISO calendar component out of range") : MR_ERROR;
    int64_t n = mr_ordinal_of_iso_week(year, week, day, &wrong);
    if (wrong == 0)
        return mr_raise(t, MR_EXC_ValueError, "Year is out of range: %d", year);
    if (wrong == 1)
        return mr_raise(t, MR_EXC_ValueError, "Invalid week: %d", week);
    if (wrong == 2)
        return mr_raise(t, MR_EXC_ValueError, "Invalid day: %d (range is [1, 7])", day);
    if (n < 1 || n > MR_MAX_ORDINAL)
        return mr_raise(t, MR_EXC_ValueError, "year %d is out of range", n < 1 ? 0 : 10000);
    return make_of_ordinal(t, MR_TYPE(a[0]), n);
}

static MrValue date_replace(MrThread *t, MrValue *a)
{
    const MrDate *d = MR_DATE(a[0]);
    int year = d->year, month = d->month, day = d->day;
    if (!mr_field_arg(t, a[1], &year) || !mr_field_arg(t, a[2], &month) || !mr_field_arg(t, a[3], &day))
        return MR_ERROR;
    return make_checked(t, mr_val(mr_typeof(t, a[0])), year, month, day);
}

/* ---- text ---- */

static MrFields midnight(const MrDate *d) { return (MrFields){.year = d->year, .month = d->month, .day = d->day}; }

static MrValue date_repr(MrThread *t, MrValue *a)
{
    const MrDate *d = MR_DATE(a[0]);
    return mr_strf(t, "%s(%d, %d, %d)", mr_type_name(t, a[0]), d->year, d->month, d->day);
}

static MrValue date_isoformat(MrThread *t, MrValue *a)
{
    const MrDate *d = MR_DATE(a[0]);
    char text[MR_ISO_ROOM];
    return mr_str_new(t, text, (size_t)(mr_put_iso_date(text, d->year, d->month, d->day) - text));
}

/* A subclass may write its dates in another way. */
static MrValue date_str(MrThread *t, MrValue *a)
{
    if (mr_typeof(t, a[0]) == mr_datetime_state(t)->date)
        return date_isoformat(t, a);
    MrStr *name = mr_intern(t, "isoformat", 9);
    return name ? mr_call_method0(t, a[0], name) : MR_ERROR;
}

static MrValue date_ctime(MrThread *t, MrValue *a)
{
    MrFields f = midnight(MR_DATE(a[0]));
    return mr_ctime_text(t, &f);
}

static MrValue date_strftime(MrThread *t, MrValue *a)
{
    MrFields f = midnight(MR_DATE(a[0]));
    struct tm tm;
    mr_tm_of_fields(&f, -1, &tm);
    return mr_datetime_strftime(t, a[1], &f, &tm, MR_NONE, MR_NONE);
}

static MrValue date_format(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "__format__() argument 1 must be str, not %s", mr_type_name(t, a[1]));
    if (!MR_STR(a[1])->length)
        return mr_str(t, a[0]);
    if (mr_typeof(t, a[0]) == mr_datetime_state(t)->date)
        return date_strftime(t, a);
    MrStr *name = mr_intern(t, "strftime", 8);
    return name ? mr_call_method(t, a[0], name, 1, a + 1) : MR_ERROR;
}

/* ---- the calendar ---- */

static MrValue date_timetuple(MrThread *t, MrValue *a)
{
    MrFields f = midnight(MR_DATE(a[0]));
    struct tm tm;
    mr_tm_of_fields(&f, -1, &tm);
    return mr_struct_time_of(t, &tm);
}

static MrValue date_toordinal(MrThread *t, MrValue *a) { return (void)t, mr_small_int(ordinal(MR_DATE(a[0]))); }
static MrValue date_weekday(MrThread *t, MrValue *a) { return (void)t, mr_small_int(weekday(MR_DATE(a[0]))); }
static MrValue date_isoweekday(MrThread *t, MrValue *a) { return (void)t, mr_small_int(weekday(MR_DATE(a[0])) + 1); }

static MrValue new_isocalendar(MrThread *t, int year, int week, int weekday)
{
    MrTuple *tuple = mr_alloc_instance(t, sizeof *tuple + 3 * sizeof(MrValue), mr_datetime_state(t)->isocalendar);
    if (!tuple)
        return MR_ERROR;
    tuple->length = 3;
    tuple->items[0] = mr_small_int(year);
    tuple->items[1] = mr_small_int(week);
    tuple->items[2] = mr_small_int(weekday);
    return mr_val(tuple);
}

static MrValue date_isocalendar(MrThread *t, MrValue *a)
{
    int year = MR_DATE(a[0])->year, today = ordinal(MR_DATE(a[0])), first = mr_first_iso_monday(year);
    if (today < first)
        first = mr_first_iso_monday(--year);
    else if (today >= first + 364 && today >= mr_first_iso_monday(year + 1))
        first = mr_first_iso_monday(++year);
    return new_isocalendar(t, year, (today - first) / 7 + 1, (today - first) % 7 + 1);
}

/* ---- arithmetic and comparison ---- */

static MrValue date_add(MrThread *t, MrValue *a)
{
    if (!mr_is_delta(t, a[1]) || !mr_is_date(t, a[0]))
        return MR_NOT_IMPLEMENTED;
    return make_of_ordinal(t, mr_typeof(t, a[0]), (int64_t)ordinal(MR_DATE(a[0])) + MR_DELTA(a[1])->days);
}

static MrValue date_sub(MrThread *t, MrValue *a)
{
    if (mr_is_delta(t, a[1]))
        return make_of_ordinal(t, mr_typeof(t, a[0]), (int64_t)ordinal(MR_DATE(a[0])) - MR_DELTA(a[1])->days);
    if (!mr_is_date(t, a[1]) || mr_is_datetime(t, a[1]))
        return MR_NOT_IMPLEMENTED;
    return mr_delta_alloc(t, mr_datetime_state(t)->delta, ordinal(MR_DATE(a[0])) - ordinal(MR_DATE(a[1])), 0, 0);
}

static MrValue date_rsub(MrThread *t, MrValue *a)
{
    if (!mr_is_date(t, a[1]) || mr_is_datetime(t, a[1]))
        return MR_NOT_IMPLEMENTED;
    return mr_delta_alloc(t, mr_datetime_state(t)->delta, ordinal(MR_DATE(a[1])) - ordinal(MR_DATE(a[0])), 0, 0);
}

static int key_of(const MrDate *d) { return d->year << 9 | d->month << 5 | d->day; }

/* A datetime decides for itself: being of a subclass, it is asked before. */
static MrValue compare(MrThread *t, MrCompare op, const MrValue *a)
{
    if (!mr_is_date(t, a[1]))
        return MR_NOT_IMPLEMENTED;
    int x = key_of(MR_DATE(a[0])), y = key_of(MR_DATE(a[1]));
    switch (op) {
    case MR_CMP_LT: return mr_bool(x < y);
    case MR_CMP_LE: return mr_bool(x <= y);
    case MR_CMP_EQ: return mr_bool(x == y);
    case MR_CMP_NE: return mr_bool(x != y);
    case MR_CMP_GT: return mr_bool(x > y);
    default: return mr_bool(x >= y);
    }
}

#define COMPARE(name, op) \
    static MrValue date_##name(MrThread *t, MrValue *a) { return compare(t, op, a); }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

static MrValue date_hash(MrThread *t, MrValue *a)
{
    MrFields f = midnight(MR_DATE(a[0]));
    return mr_hash_value(t, mr_hash_fields(&f));
}

static MrValue date_reduce(MrThread *t, MrValue *a)
{
    const MrDate *d = MR_DATE(a[0]);
    char bytes[4] = {(char)(d->year / 256), (char)(d->year % 256), (char)d->month, (char)d->day};
    MrValue state = mr_bytes_new(t, bytes, sizeof bytes);
    MrValue pair[2] = {mr_val(mr_typeof(t, a[0])), state == MR_ERROR ? MR_ERROR : mr_tuple_from(t, &state, 1)};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

static MrValue get_year(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_DATE(self)->year); }
static MrValue get_month(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_DATE(self)->month); }
static MrValue get_day(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_DATE(self)->day); }

static const MrMethodDef methods[] = {
    {"__new__(cls, /, year=..., month=..., day=...)", date_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC | MR_METHOD_PARSED},
    {"__repr__(self, /)", date_repr, "Return repr(self).", 0},
    {"__str__(self, /)", date_str, "Return str(self).", 0},
    {"__hash__(self, /)", date_hash, "Return hash(self).", 0},
    {"__add__(self, value, /)", date_add, "Return self+value.", 0},
    {"__radd__(self, value, /)", date_add, "Return value+self.", 0},
    {"__sub__(self, value, /)", date_sub, "Return self-value.", 0},
    {"__rsub__(self, value, /)", date_rsub, "Return value-self.", 0},
    {"__lt__(self, value, /)", date_lt, "Return self<value.", 0},
    {"__le__(self, value, /)", date_le, "Return self<=value.", 0},
    {"__eq__(self, value, /)", date_eq, "Return self==value.", 0},
    {"__ne__(self, value, /)", date_ne, "Return self!=value.", 0},
    {"__gt__(self, value, /)", date_gt, "Return self>value.", 0},
    {"__ge__(self, value, /)", date_ge, "Return self>=value.", 0},
    {"fromtimestamp(cls, timestamp, /)", date_fromtimestamp, "The local date at a moment given in seconds since 1970.", MR_METHOD_CLASS},
    {"fromordinal(cls, ordinal, /)", date_fromordinal, "The date so many days after the last of year 0; 1 is 1 January of year 1.", MR_METHOD_CLASS},
    {"fromisoformat(cls, string, /)", date_fromisoformat,
     "The date that text such as '2024-02-29', '20240229' or '2024-W09-4' stands for.", MR_METHOD_CLASS},
    {"fromisocalendar(cls, /, year, week, day)", date_fromisocalendar,
     "The date of a weekday (1 for Monday) in a week of the ISO calendar.", MR_METHOD_CLASS},
    {"today(cls, /)", date_today, "The local date, or with datetime the local date and time, of this moment.", MR_METHOD_CLASS},
    {"ctime(self, /)", date_ctime, "Text such as 'Thu Feb 29 00:00:00 2024'.", 0},
    {"strftime(self, /, format)", date_strftime, "Text after a format with fields such as %Y; strftime() of the time module has their list.", 0},
    {"__format__(self, format, /)", date_format, "What strftime(format) gives, or str(self) for an empty format.", 0},
    {"timetuple(self, /)", date_timetuple, "A time.struct_time of the same fields.", 0},
    {"isocalendar(self, /)", date_isocalendar, "(year, week, weekday) in the ISO calendar, with these names.", 0},
    {"isoformat(self, /)", date_isoformat, "Text such as '2024-02-29'.", 0},
    {"isoweekday(self, /)", date_isoweekday, "The day of the week, from 1 for Monday to 7.", 0},
    {"toordinal(self, /)", date_toordinal, "Which day it is, counted from 1 January of year 1 as day 1.", 0},
    {"weekday(self, /)", date_weekday, "The day of the week, from 0 for Monday to 6.", 0},
    {"replace(self, /, year=..., month=..., day=...)", date_replace, "A copy with other values for the fields that are given.", 0},
    {"__reduce__(self, /)", date_reduce, "What pickle needs to make an equal one.", 0},
    {0},
};
static const MrGetSetDef getset[] = {
    {"year", get_year, NULL, "the year, 1 to 9999"},
    {"month", get_month, NULL, "the month, from 1"},
    {"day", get_day, NULL, "the day of the month, from 1"},
    {0},
};

const MrTypeDef mr_date_def = {
    .name = "datetime.date",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrDate),
    .flags = MR_TYPEDEF_NO_WEAKREF,
    .methods = methods,
    .getset = getset,
    .doc = "A day of the Gregorian calendar, which is taken to reach back to year 1.",
};

/* ---- IsoCalendarDate ---- */

static MrValue isocalendar_new(MrThread *t, MrValue *a)
{
    MrTuple *tuple = mr_alloc_instance(t, sizeof *tuple + 3 * sizeof(MrValue), mr_datetime_state(t)->isocalendar);
    if (!tuple)
        return MR_ERROR;
    tuple->length = 3;
    memcpy(tuple->items, a + 1, 3 * sizeof *a);
    return mr_val(tuple);
}

static MrValue isocalendar_repr(MrThread *t, MrValue *a)
{
    const MrValue *items = MR_TUPLE(a[0])->items;
    MrValue year = mr_str(t, items[0]), week = year == MR_ERROR ? MR_ERROR : mr_str(t, items[1]);
    MrValue day = week == MR_ERROR ? MR_ERROR : mr_str(t, items[2]);
    return day == MR_ERROR ? MR_ERROR : mr_strf(t, "%s(year=%s, week=%s, weekday=%s)", mr_type_name(t, a[0]), mr_cstr(year), mr_cstr(week), mr_cstr(day));
}

static MrValue isocalendar_reduce(MrThread *t, MrValue *a)
{
    MrValue plain = mr_tuple_from(t, MR_TUPLE(a[0])->items, 3);
    MrValue pair[2] = {mr_type_val(t, MR_TYPE_tuple), plain == MR_ERROR ? MR_ERROR : mr_tuple_from(t, &plain, 1)};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

static MrValue get_iso_year(MrThread *t, MrValue self) { return (void)t, MR_TUPLE(self)->items[0]; }
static MrValue get_iso_week(MrThread *t, MrValue self) { return (void)t, MR_TUPLE(self)->items[1]; }
static MrValue get_iso_weekday(MrThread *t, MrValue self) { return (void)t, MR_TUPLE(self)->items[2]; }

static const MrMethodDef isocalendar_methods[] = {
    {"__new__(cls, /, year, week, weekday)", isocalendar_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__repr__(self, /)", isocalendar_repr, "Return repr(self).", 0},
    {"__reduce__(self, /)", isocalendar_reduce, "", 0},
    {0},
};
static const MrGetSetDef isocalendar_getset[] = {
    {"year", get_iso_year, NULL, "the year to which the week belongs"},
    {"week", get_iso_week, NULL, "the week of the year, from 1"},
    {"weekday", get_iso_weekday, NULL, "the day of the week, 1 for Monday"},
    {0},
};

const MrTypeDef mr_isocalendar_def = {
    .name = "datetime.IsoCalendarDate",
    .base = MR_TYPE_tuple,
    .kind = MR_KIND_TUPLE,
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_VARSIZE | MR_TYPEDEF_SEQUENCE,
    .methods = isocalendar_methods,
    .getset = isocalendar_getset,
    .doc = "A day of the ISO calendar: (year, week, weekday).",
};
