/* time: clocks, sleep, broken-down time and its text.
 *
 * Clocks are clock_gettime's; the float forms are nanoseconds divided once, so that time() and time_ns() agree. sleep waits for an absolute
 * time of the monotonic clock and goes on waiting after a signal whose handler returned. Calendar work is the C library's, in its C locale. */
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "vm/isolate.h"
#include "vm/signature.h"
#include "vm/types/bigint.h"
#include "vm/types/float.h"
#include "vm/types/structseq.h"

#define SECOND 1000000000ll

static const MrGetSetDef tm_fields[] = {
    MR_STRUCTSEQ_FIELD(0, "tm_year", "the year with all its digits"),
    MR_STRUCTSEQ_FIELD(1, "tm_mon", "the month, from 1"),
    MR_STRUCTSEQ_FIELD(2, "tm_mday", "the day of the month, from 1"),
    MR_STRUCTSEQ_FIELD(3, "tm_hour", "the hour, 0 to 23"),
    MR_STRUCTSEQ_FIELD(4, "tm_min", "the minute, 0 to 59"),
    MR_STRUCTSEQ_FIELD(5, "tm_sec", "the second, 0 to 61 for leap seconds"),
    MR_STRUCTSEQ_FIELD(6, "tm_wday", "the day of the week, 0 for Monday"),
    MR_STRUCTSEQ_FIELD(7, "tm_yday", "the day of the year, from 1"),
    MR_STRUCTSEQ_FIELD(8, "tm_isdst", "1 for summer time, 0 for none, -1 for not known"),
    MR_STRUCTSEQ_FIELD(9, "tm_zone", "the time zone's short name"),
    MR_STRUCTSEQ_FIELD(10, "tm_gmtoff", "seconds east of UTC"),
    {0},
};

static const MrStructSeqDef struct_time_def = {
    .type = {
        .name = "time.struct_time",
        .base = MR_TYPE_tuple,
        .kind = MR_KIND_TUPLE,
        .flags = MR_STRUCTSEQ_FLAGS,
        .methods = mr_structseq_methods,
        .getset = tm_fields,
        .doc = "A moment as calendar fields: what gmtime(), localtime() and strptime() return, and mktime(), strftime() and asctime() take.",
        .module = "time",
    },
    .n_visible = 9,
};

/* ---- clocks ---- */

static bool read_clock(MrThread *t, clockid_t clock, int64_t *ns)
{
    struct timespec now;
    if (clock_gettime(clock, &now) != 0) {
        (void)mr_raise_errno(t, errno, MR_UNBOUND);
        return false;
    }
    *ns = (int64_t)now.tv_sec * SECOND + now.tv_nsec;
    return true;
}

/* Whole seconds first, where nothing is behind them: dividing keeps every bit that a double has. */
static MrValue seconds_of(int64_t ns)
{
    return mr_float(ns % SECOND == 0 ? (double)(ns / SECOND) : (double)ns / 1e9);
}

#define CLOCK(name, id)                                                                   \
    static MrValue time_##name(MrThread *t, MrValue *a)                                   \
    {                                                                                     \
        int64_t ns;                                                                       \
        (void)a;                                                                          \
        return read_clock(t, id, &ns) ? seconds_of(ns) : MR_ERROR;                        \
    }                                                                                     \
    static MrValue time_##name##_ns(MrThread *t, MrValue *a)                              \
    {                                                                                     \
        int64_t ns;                                                                       \
        (void)a;                                                                          \
        return read_clock(t, id, &ns) ? mr_int(t, ns) : MR_ERROR;                         \
    }
CLOCK(time, CLOCK_REALTIME)
CLOCK(monotonic, CLOCK_MONOTONIC)
CLOCK(process_time, CLOCK_PROCESS_CPUTIME_ID)
CLOCK(thread_time, CLOCK_THREAD_CPUTIME_ID)
#undef CLOCK

static bool clock_id(MrThread *t, MrValue v, clockid_t *id)
{
    int64_t i;
    if (!mr_to_i64(t, v, &i))
        return false;
    if (i < INT_MIN || i > INT_MAX) {
        (void)mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int");
        return false;
    }
    *id = (clockid_t)i;
    return true;
}

static MrValue time_clock_gettime(MrThread *t, MrValue *a)
{
    clockid_t id;
    int64_t ns;
    return clock_id(t, a[0], &id) && read_clock(t, id, &ns) ? seconds_of(ns) : MR_ERROR;
}

static MrValue time_clock_gettime_ns(MrThread *t, MrValue *a)
{
    clockid_t id;
    int64_t ns;
    return clock_id(t, a[0], &id) && read_clock(t, id, &ns) ? mr_int(t, ns) : MR_ERROR;
}

static MrValue time_clock_getres(MrThread *t, MrValue *a)
{
    clockid_t id;
    struct timespec r;
    if (!clock_id(t, a[0], &id))
        return MR_ERROR;
    if (clock_getres(id, &r) != 0)
        return mr_raise_errno(t, errno, MR_UNBOUND);
    return mr_float((double)r.tv_sec + (double)r.tv_nsec * 1e-9);
}

/* A count of seconds as nanoseconds, rounded up (what a sleep needs) or down. */
static bool to_nanoseconds(MrThread *t, MrValue v, bool up, int64_t *ns)
{
    double d;
    int64_t i;
    MrValue exact;
    if (mr_is_floating(v)) {
        d = mr_floating_of(v);
        if (isnan(d)) {
            (void)mr_raise(t, MR_EXC_ValueError, "Invalid value NaN (not a number)");
            return false;
        }
        d *= 1e9;
        d = up ? ceil(d) : floor(d);
        if (d < 9223372036854775808.0 && d >= -9223372036854775808.0) {
            *ns = (int64_t)d;
            return true;
        }
    } else {
        exact = mr_index(t, v);
        if (exact == MR_ERROR)
            return false;
        if (mr_int_as_i64(exact, &i) && !__builtin_mul_overflow(i, SECOND, ns))
            return true;
    }
    (void)mr_raise(t, MR_EXC_OverflowError, "timestamp too large to convert to C _PyTime_t");
    return false;
}

static MrValue set_clock(MrThread *t, MrValue clock, int64_t ns)
{
    clockid_t id;
    struct timespec when = {.tv_sec = ns / SECOND, .tv_nsec = ns % SECOND};
    if (when.tv_nsec < 0) {
        when.tv_nsec += SECOND;
        when.tv_sec--;
    }
    if (!clock_id(t, clock, &id))
        return MR_ERROR;
    return clock_settime(id, &when) == 0 ? MR_NONE : mr_raise_errno(t, errno, MR_UNBOUND);
}

static MrValue time_clock_settime(MrThread *t, MrValue *a)
{
    int64_t ns;
    return to_nanoseconds(t, a[1], false, &ns) ? set_clock(t, a[0], ns) : MR_ERROR;
}

static MrValue time_clock_settime_ns(MrThread *t, MrValue *a)
{
    int64_t ns;
    return mr_to_i64(t, a[1], &ns) ? set_clock(t, a[0], ns) : MR_ERROR;
}

static MrValue time_sleep(MrThread *t, MrValue *a)
{
    int64_t ns, now;
    struct timespec until;
    int error;
    if (!to_nanoseconds(t, a[0], true, &ns))
        return MR_ERROR;
    if (ns < 0)
        return mr_raise(t, MR_EXC_ValueError, "sleep length must be non-negative");
    if (!read_clock(t, CLOCK_MONOTONIC, &now))
        return MR_ERROR;
    if (__builtin_add_overflow(now, ns, &now))
        return mr_raise(t, MR_EXC_OverflowError, "timestamp + timeout overflow");
    bool last;
    do {
        if (!mr_poll_wait(t))
            return MR_ERROR;
        int64_t start;
        if (!read_clock(t, CLOCK_MONOTONIC, &start))
            return MR_ERROR;
        int64_t slice = mr_limits_wait(t->iso, now > start ? now - start : 0) + start;
        last = slice >= now;
        until.tv_sec = slice / SECOND;
        until.tv_nsec = slice % SECOND;
        mr_thread_leave(t);
        error = clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
        mr_thread_enter(t);
    } while (error == EINTR || (error == 0 && !last));
    if (error != 0)
        return mr_raise_errno(t, error, MR_UNBOUND);
    return mr_poll(t) ? MR_NONE : MR_ERROR;
}

static MrValue time_get_clock_info(MrThread *t, MrValue *a)
{
    static const struct {
        const char *name, *implementation;
        clockid_t id;
        bool monotonic;
    } clocks[] = {
        {"time", "clock_gettime(CLOCK_REALTIME)", CLOCK_REALTIME, false},
        {"monotonic", "clock_gettime(CLOCK_MONOTONIC)", CLOCK_MONOTONIC, true},
        {"perf_counter", "clock_gettime(CLOCK_MONOTONIC)", CLOCK_MONOTONIC, true},
        {"process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", CLOCK_PROCESS_CPUTIME_ID, true},
        {"thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", CLOCK_THREAD_CPUTIME_ID, true},
    };
    struct timespec r;
    MrDict *info;
    MrValue text, empty;
    size_t i;
    if (!mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "get_clock_info() argument 1 must be str, not %s", mr_type_name(t, a[0]));
    for (i = 0; i < sizeof clocks / sizeof *clocks; i++)
        if (mr_str_equal_c(a[0], clocks[i].name))
            break;
    if (i == sizeof clocks / sizeof *clocks)
        return mr_raise(t, MR_EXC_ValueError, "unknown clock");
    info = mr_dict_new(t);
    text = mr_str_c(t, clocks[i].implementation);
    empty = mr_tuple_new(t, 0);
    if (info == NULL || text == MR_ERROR || empty == MR_ERROR || clock_getres(clocks[i].id, &r) != 0 ||
        !mr_dict_set_c(t, info, "implementation", text) || !mr_dict_set_c(t, info, "monotonic", mr_bool(clocks[i].monotonic)) ||
        !mr_dict_set_c(t, info, "adjustable", mr_bool(!clocks[i].monotonic)) ||
        !mr_dict_set_c(t, info, "resolution", mr_float((double)r.tv_sec + (double)r.tv_nsec * 1e-9)))
        return MR_ERROR;
    return mr_call_kw(t, mr_type_val(t, MR_TYPE_SimpleNamespace), empty, mr_val(info));
}

/* ---- broken-down time ---- */

/* The argument of gmtime and its kin: seconds, rounded down; missing or None is now. */
static bool to_time(MrThread *t, MrValue v, time_t *when)
{
    double d;
    int64_t i;
    if (v == MR_UNBOUND || v == MR_NONE) {
        *when = time(NULL);
        return true;
    }
    if (mr_is_floating(v)) {
        d = floor(mr_floating_of(v));
        if (isnan(d)) {
            (void)mr_raise(t, MR_EXC_ValueError, "Invalid value NaN (not a number)");
            return false;
        }
        if (d < 9223372036854775808.0 && d >= -9223372036854775808.0) {
            *when = (time_t)d;
            return true;
        }
    } else {
        v = mr_index(t, v);
        if (v == MR_ERROR)
            return false;
        if (mr_int_as_i64(v, &i)) {
            *when = (time_t)i;
            return true;
        }
    }
    (void)mr_raise(t, MR_EXC_OverflowError, "timestamp out of range for platform time_t");
    return false;
}

static MrValue struct_time(MrThread *t, const struct tm *tm)
{
    MrValue zone = mr_str_c(t, tm->tm_zone ? tm->tm_zone : "");
    MrValue items[11] = {
        mr_small_int((int64_t)tm->tm_year + 1900), mr_small_int(tm->tm_mon + 1), mr_small_int(tm->tm_mday), mr_small_int(tm->tm_hour),
        mr_small_int(tm->tm_min), mr_small_int(tm->tm_sec), mr_small_int((tm->tm_wday + 6) % 7), mr_small_int(tm->tm_yday + 1),
        mr_small_int(tm->tm_isdst), zone, mr_small_int(tm->tm_gmtoff),
    };
    return zone == MR_ERROR ? MR_ERROR : mr_structseq_new(t, &struct_time_def, items);
}

static bool break_down(MrThread *t, MrValue v, bool local, struct tm *tm)
{
    time_t when;
    if (!to_time(t, v, &when))
        return false;
    errno = 0;
    if ((local ? localtime_r(&when, tm) : gmtime_r(&when, tm)) != NULL)
        return true;
    (void)mr_raise_errno(t, errno ? errno : EINVAL, MR_UNBOUND);
    return false;
}

static MrValue time_gmtime(MrThread *t, MrValue *a)
{
    struct tm tm;
    return break_down(t, a[0], false, &tm) ? struct_time(t, &tm) : MR_ERROR;
}

static MrValue time_localtime(MrThread *t, MrValue *a)
{
    struct tm tm;
    return break_down(t, a[0], true, &tm) ? struct_time(t, &tm) : MR_ERROR;
}

/* A tuple of nine ints, or struct_time, as a C struct. */
static bool from_tuple(MrThread *t, MrValue v, const char *function, struct tm *tm)
{
    int64_t n[9];
    MrTuple *tuple;
    size_t i;
    memset(tm, 0, sizeof *tm);
    if (!mr_is_tuple(v)) {
        (void)mr_raise(t, MR_EXC_TypeError, "Tuple or struct_time argument required");
        return false;
    }
    tuple = MR_TUPLE(v);
    if (tuple->length != 9) {
        (void)mr_raise(t, MR_EXC_TypeError, "%s(): illegal time tuple argument", function);
        return false;
    }
    for (i = 0; i < 9; i++) {
        if (!mr_to_i64(t, tuple->items[i], &n[i]))
            return false;
        if (n[i] < INT_MIN || n[i] > INT_MAX) {
            (void)mr_raise(t, MR_EXC_OverflowError, "signed integer is %s than %s", n[i] < 0 ? "less" : "greater",
                           n[i] < 0 ? "minimum" : "maximum");
            return false;
        }
    }
    if (n[0] < INT_MIN + 1900ll) {
        (void)mr_raise(t, MR_EXC_OverflowError, "year out of range");
        return false;
    }
    tm->tm_year = (int)(n[0] - 1900);
    tm->tm_mon = (int)(n[1] > INT_MIN ? n[1] - 1 : n[1]);
    tm->tm_mday = (int)n[2];
    tm->tm_hour = (int)n[3];
    tm->tm_min = (int)n[4];
    tm->tm_sec = (int)n[5];
    tm->tm_wday = (int)((n[6] + 1) % 7);
    tm->tm_yday = (int)(n[7] > INT_MIN ? n[7] - 1 : n[7]);
    tm->tm_isdst = (int)n[8];
    if (mr_typeof(t, v)->def == &struct_time_def.type) {
        MrValue zone = tuple->items[9], offset = tuple->items[10];
        tm->tm_zone = mr_is_str(zone) ? mr_cstr(zone) : NULL;
        tm->tm_gmtoff = mr_is_int(offset) ? (long)mr_int_of(offset) : 0;
    }
    return true;
}

/* Puts zeros where the C library wants first values, and refuses what its formatting would run over. */
static bool check_ranges(MrThread *t, struct tm *tm)
{
    const char *what = NULL;
    if (tm->tm_mon == -1)
        tm->tm_mon = 0;
    if (tm->tm_mday == 0)
        tm->tm_mday = 1;
    if (tm->tm_yday == -1)
        tm->tm_yday = 0;
    if (tm->tm_mon < 0 || tm->tm_mon > 11)
        what = "month";
    else if (tm->tm_mday < 0 || tm->tm_mday > 31)
        what = "day of month";
    else if (tm->tm_hour < 0 || tm->tm_hour > 23)
        what = "hour";
    else if (tm->tm_min < 0 || tm->tm_min > 59)
        what = "minute";
    else if (tm->tm_sec < 0 || tm->tm_sec > 61)
        what = "seconds";
    else if (tm->tm_wday < 0)
        what = "day of week";
    else if (tm->tm_yday < 0 || tm->tm_yday > 365)
        what = "day of year";
    if (what != NULL)
        (void)mr_raise(t, MR_EXC_ValueError, "%s out of range", what);
    return what == NULL;
}

static bool tuple_or_now(MrThread *t, MrValue v, const char *function, struct tm *tm)
{
    if (v == MR_UNBOUND)
        return break_down(t, MR_UNBOUND, true, tm);
    return from_tuple(t, v, function, tm) && check_ranges(t, tm);
}

static MrValue classic_text(MrThread *t, const struct tm *tm)
{
    static const char days[][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return mr_strf(t, "%s %s%3d %.2d:%.2d:%.2d %lld", days[tm->tm_wday], months[tm->tm_mon], tm->tm_mday, tm->tm_hour, tm->tm_min, tm->tm_sec,
                   (long long)tm->tm_year + 1900);
}

static MrValue time_asctime(MrThread *t, MrValue *a)
{
    struct tm tm;
    return tuple_or_now(t, a[0], "asctime", &tm) ? classic_text(t, &tm) : MR_ERROR;
}

static MrValue time_ctime(MrThread *t, MrValue *a)
{
    struct tm tm;
    return break_down(t, a[0], true, &tm) ? classic_text(t, &tm) : MR_ERROR;
}

static MrValue time_mktime(MrThread *t, MrValue *a)
{
    struct tm tm;
    time_t when;
    if (!from_tuple(t, a[0], "mktime", &tm))
        return MR_ERROR;
    tm.tm_wday = -1; /* set on success: -1 seconds is a valid result */
    when = mktime(&tm);
    if (when == (time_t)-1 && tm.tm_wday == -1)
        return mr_raise(t, MR_EXC_OverflowError, "mktime argument out of range");
    return mr_float((double)when);
}

static MrValue time_strftime(MrThread *t, MrValue *a)
{
    struct tm tm;
    size_t room, n;
    char *text;
    if (!mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "strftime() argument 1 must be str, not %s", a[0] == MR_NONE ? "None" : mr_type_name(t, a[0]));
    if (!tuple_or_now(t, a[1], "strftime", &tm))
        return MR_ERROR;
    if (memchr(mr_cstr(a[0]), 0, MR_STR(a[0])->nbytes) != NULL)
        return mr_raise(t, MR_EXC_ValueError, "embedded null character");
    tm.tm_isdst = tm.tm_isdst < 0 ? -1 : tm.tm_isdst > 0;
    for (room = 1024;; room *= 2) { /* 0 is both "too little room" and an empty result */
        text = mr_buffer_new(t, room);
        if (text == NULL)
            return MR_ERROR;
        n = strftime(text, room, mr_cstr(a[0]), &tm);
        if (n > 0 || room >= 256 * MR_STR(a[0])->nbytes)
            return mr_str_new(t, text, n);
    }
}

static MrValue time_strptime(MrThread *t, MrValue *a)
{
    MrValue module = mr_import(t, "_strptime"), function, arguments[2];
    if (module == MR_ERROR)
        return MR_ERROR;
    function = mr_getattr_c(t, module, "_strptime_time");
    if (function == MR_ERROR)
        return MR_ERROR;
    arguments[0] = a[0];
    arguments[1] = a[1];
    return mr_call(t, function, a[1] == MR_UNBOUND ? 1 : 2, arguments);
}

/* ---- the local zone ---- */

/* timezone, altzone, daylight, tzname: what holds in January and July of this year. */
static bool add_zone(MrThread *t, MrModule *m)
{
    const time_t year = (365 * 24 + 6) * 3600;
    time_t now = time(NULL) / year * year;
    struct tm winter, summer, swap;
    MrValue names[2], pair;
    localtime_r(&now, &winter);
    now += year / 2;
    localtime_r(&now, &summer);
    if (winter.tm_gmtoff > summer.tm_gmtoff) { /* the southern half's January is in summer time */
        swap = winter;
        winter = summer;
        summer = swap;
    }
    names[0] = mr_str_c(t, winter.tm_zone);
    names[1] = mr_str_c(t, summer.tm_zone);
    pair = names[0] == MR_ERROR || names[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, names, 2);
    return pair != MR_ERROR && mr_module_add(t, m, "timezone", mr_small_int(-winter.tm_gmtoff)) &&
           mr_module_add(t, m, "altzone", mr_small_int(-summer.tm_gmtoff)) &&
           mr_module_add(t, m, "daylight", mr_small_int(winter.tm_gmtoff != summer.tm_gmtoff)) && mr_module_add(t, m, "tzname", pair);
}

static MrValue time_tzset(MrThread *t, MrValue *a)
{
    MrValue module;
    (void)a;
    module = mr_import(t, "time");
    if (module == MR_ERROR)
        return MR_ERROR;
    tzset();
    return add_zone(t, (MrModule *)mr_obj_of(module)) ? MR_NONE : MR_ERROR;
}

static const MrMethodDef functions[] = {
    {"time()", time_time, "Seconds since the epoch, as a float.", 0},
    {"time_ns()", time_time_ns, "Nanoseconds since the epoch, as an int.", 0},
    {"monotonic()", time_monotonic, "Seconds of a clock that never goes backward.", 0},
    {"monotonic_ns()", time_monotonic_ns, "Nanoseconds of a clock that never goes backward.", 0},
    {"perf_counter()", time_monotonic, "Seconds of the clock to measure short durations with.", 0},
    {"perf_counter_ns()", time_monotonic_ns, "Nanoseconds of the clock to measure short durations with.", 0},
    {"process_time()", time_process_time, "Processor time of this process in seconds.", 0},
    {"process_time_ns()", time_process_time_ns, "Processor time of this process in nanoseconds.", 0},
    {"thread_time()", time_thread_time, "Processor time of this thread in seconds.", 0},
    {"thread_time_ns()", time_thread_time_ns, "Processor time of this thread in nanoseconds.", 0},
    {"clock_gettime(clk_id, /)", time_clock_gettime, "Time of a clock in seconds.", MR_METHOD_PARSED},
    {"clock_gettime_ns(clk_id, /)", time_clock_gettime_ns, "Time of a clock in nanoseconds.", MR_METHOD_PARSED},
    {"clock_settime(clk_id, time, /)", time_clock_settime, "Set a clock to a time in seconds.", MR_METHOD_PARSED},
    {"clock_settime_ns(clk_id, time, /)", time_clock_settime_ns, "Set a clock to a time in nanoseconds.", MR_METHOD_PARSED},
    {"clock_getres(clk_id, /)", time_clock_getres, "Resolution of a clock in seconds.", MR_METHOD_PARSED},
    {"get_clock_info(name, /)", time_get_clock_info, "What is known about the clock of that name.", MR_METHOD_PARSED},
    {"sleep(seconds, /)", time_sleep, "Wait for a number of seconds, which may be a fraction.", 0},
    {"gmtime(seconds=None, /)", time_gmtime, "Seconds since the epoch as a struct_time in UTC.", MR_METHOD_PARSED},
    {"localtime(seconds=None, /)", time_localtime, "Seconds since the epoch as a struct_time in local time.", MR_METHOD_PARSED},
    {"asctime(tuple=..., /)", time_asctime, "A time tuple as a line such as 'Sat Jun 06 16:26:11 1998'; by default the local time now.", MR_METHOD_TUPLE},
    {"ctime(seconds=None, /)", time_ctime, "Seconds since the epoch as text in local time.", MR_METHOD_PARSED},
    {"mktime(tuple, /)", time_mktime, "A time tuple in local time as seconds since the epoch.", 0},
    {"strftime(format, tuple=..., /)", time_strftime, "A time tuple as text by a format.", MR_METHOD_PARSED},
    {"strptime(string, format=..., /)", time_strptime, "Text by a format as a struct_time.", 0},
    {"tzset()", time_tzset, "Set the local timezone anew from the environment variable TZ.", 0},
    {0},
};

static bool init(MrThread *t, MrModule *m)
{
    static const struct {
        const char *name;
        int id;
    } ids[] = {
        {"CLOCK_REALTIME", CLOCK_REALTIME}, {"CLOCK_MONOTONIC", CLOCK_MONOTONIC}, {"CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID},
        {"CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID},
#ifdef __linux__
        {"CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW}, {"CLOCK_BOOTTIME", CLOCK_BOOTTIME}, {"CLOCK_TAI", CLOCK_TAI},
#endif
    };
    MrType *type = mr_structseq_type_new(t, &struct_time_def);
    size_t i;
    if (type == NULL || !mr_module_add(t, m, "struct_time", mr_val(type)) || !mr_module_add(t, m, "_STRUCT_TM_ITEMS", mr_small_int(11)))
        return false;
    for (i = 0; i < sizeof ids / sizeof *ids; i++)
        if (!mr_module_add(t, m, ids[i].name, mr_small_int(ids[i].id)))
            return false;
    tzset();
    return add_zone(t, m);
}

const MrModuleDef mr_module_time = {
    .name = "time",
    .functions = functions,
    .init = init,
    .doc = "Clocks, waiting, and times as tuples and text.",
};
