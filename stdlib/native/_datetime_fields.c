/* What the classes of _datetime share of arguments, checks and clocks: ints that C's int holds, ranges, hashes, timestamps, the local time.
 *
 * The local clock at a UTC second is the C library's localtime; which UTC second a local time is has to be searched from there, with PEP 495's fold to
 * choose of two, or of the two sides of a gap.
 */
#include <errno.h>
#include <limits.h>
#include <math.h>

#include "stdlib/native/_datetime.h"
#include "vm/types/sequence.h"

/* ---- arguments ---- */

bool mr_field_arg(MrThread *t, MrValue v, int *out)
{
    int64_t n;
    if (v == MR_UNBOUND)
        return true;
    if (!mr_is_int(v) && (v = mr_index(t, v)) == MR_ERROR)
        return false;
    if (!mr_to_i64(t, v, &n))
        return false;
    if (n > INT_MAX || n < INT_MIN)
        return mr_raise(t, MR_EXC_OverflowError, "signed integer is %s", n > 0 ? "greater than maximum" : "less than minimum"), false;
    *out = (int)n;
    return true;
}

bool mr_need_field(MrThread *t, MrValue v, const char *name, int position, int *out)
{
    if (v == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "function missing required argument '%s' (pos %d)", name, position), false;
    return mr_field_arg(t, v, out);
}

bool mr_check_date(MrThread *t, int year, int month, int day)
{
    if (year < 1 || year > 9999)
        return mr_raise(t, MR_EXC_ValueError, "year %d is out of range", year), false;
    if (month < 1 || month > 12)
        return mr_raise(t, MR_EXC_ValueError, "month must be in 1..12"), false;
    if (day < 1 || day > mr_days_in_month(year, month))
        return mr_raise(t, MR_EXC_ValueError, "day is out of range for month"), false;
    return true;
}

bool mr_check_clock(MrThread *t, const MrFields *f)
{
    const char *wrong = (unsigned)f->hour > 23          ? "hour must be in 0..23"
                        : (unsigned)f->minute > 59      ? "minute must be in 0..59"
                        : (unsigned)f->second > 59      ? "second must be in 0..59"
                        : (unsigned)f->micros > 999999  ? "microsecond must be in 0..999999"
                        : (unsigned)f->fold > 1         ? "fold must be either 0 or 1"
                                                        : NULL;
    return !wrong || (mr_raise(t, MR_EXC_ValueError, "%s", wrong), false);
}

bool mr_check_zone(MrThread *t, MrValue zone)
{
    if (zone == MR_NONE || mr_is_tzinfo(t, zone))
        return true;
    return mr_raise(t, MR_EXC_TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '%s'", mr_type_name(t, zone)), false;
}

const unsigned char *mr_pickled_state(MrThread *t, MrValue v, size_t length)
{
    if (mr_is_str(v) && MR_STR(v)->length == length) {
        v = mr_encode(t, v, "latin-1", "strict");
        if (v == MR_ERROR) {
            (void)mr_clear_if(t, MR_EXC_UnicodeEncodeError);
            return NULL;
        }
    }
    return mr_is_kind(v, MR_KIND_BYTES) && MR_BYTES(v)->length == length ? (const unsigned char *)MR_BYTES(v)->bytes : NULL;
}

/* ---- hashes ---- */

MrValue mr_hash_value(MrThread *t, uint64_t hash)
{
    (void)t;
    return mr_small_int((int64_t)(hash >> 18)); /* the upper bits are the well mixed ones */
}

uint64_t mr_hash_fields(const MrFields *f)
{
    uint64_t day = (uint64_t)f->year << 16 | (uint64_t)f->month << 8 | (uint64_t)f->day;
    uint64_t clock = ((uint64_t)f->hour << 16 | (uint64_t)f->minute << 8 | (uint64_t)f->second) << 20 | (uint64_t)f->micros;
    return mr_hash_mix(mr_hash_mix(MR_HASH_START, day), clock);
}

/* ---- timestamps ---- */

static bool is_time(MrThread *t, double d)
{
    if (d >= -9223372036854775808.0 && d < 9223372036854775808.0)
        return true;
    return mr_raise(t, MR_EXC_OverflowError, "timestamp out of range for platform time_t"), false;
}

bool mr_split_timestamp(MrThread *t, MrValue timestamp, bool round, int64_t *seconds, int *micros)
{
    *micros = 0;
    if (mr_is_float(timestamp) || mr_isinstance_of(t, timestamp, MR_TYPE_float)) {
        double d, whole;
        if (!mr_to_double(t, timestamp, &d))
            return false;
        if (d != d)
            return mr_raise(t, MR_EXC_ValueError, "Invalid value NaN (not a number)"), false;
        if (!round) {
            d = floor(d);
            *seconds = is_time(t, d) ? (int64_t)d : 0;
            return !mr_pending(t);
        }
        double fraction = nearbyint(modf(d, &whole) * 1e6);
        if (fraction >= 1e6) {
            fraction -= 1e6;
            whole += 1;
        } else if (fraction < 0) {
            fraction += 1e6;
            whole -= 1;
        }
        if (!is_time(t, whole))
            return false;
        *seconds = (int64_t)whole;
        *micros = (int)fraction;
        return true;
    }
    MrValue n = mr_index(t, timestamp);
    if (n == MR_ERROR)
        return false;
    if (mr_to_i64(t, n, seconds))
        return true;
    if (mr_clear_if(t, MR_EXC_OverflowError))
        (void)mr_raise(t, MR_EXC_OverflowError, "timestamp out of range for platform time_t");
    return false;
}

void mr_now(int64_t *seconds, int *micros)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    *seconds = now.tv_sec;
    *micros = (int)(now.tv_nsec / 1000);
}

/* ---- local time ---- */

enum { DAY = 86400 };
static const int64_t first_second = -62135596800, last_second = 253402300799; /* of the years 1 and 9999, since 1970 */

bool mr_localtime(MrThread *t, int64_t seconds, struct tm *tm)
{
    time_t when = (time_t)seconds;
    if (localtime_r(&when, tm))
        return true;
    (void)mr_raise_errno(t, errno ? errno : EINVAL, MR_UNBOUND);
    return false;
}

bool mr_local_seconds(MrThread *t, int64_t seconds, int64_t *local)
{
    struct tm tm;
    if (!mr_localtime(t, seconds, &tm))
        return false;
    *local = seconds + tm.tm_gmtoff;
    if (*local >= first_second && *local <= last_second)
        return true;
    return mr_raise(t, MR_EXC_ValueError, "year %lld is out of range", (long long)tm.tm_year + 1900), false;
}

bool mr_utc_of_local(MrThread *t, int64_t local, bool fold, int64_t *seconds)
{
    int64_t there, first, second;
    if (!mr_local_seconds(t, local, &there))
        return false;
    first = local - there;
    int64_t guess = local + first;
    if (!mr_local_seconds(t, guess, &there))
        return false;
    bool hit = there == local;
    if (hit) { /* perhaps the other of two: looked for with the offset of a day before or behind */
        int64_t other = guess + (fold ? DAY : -DAY);
        if (!mr_local_seconds(t, other, &there))
            return false;
        second = other - there;
        *seconds = guess;
        if (second == first)
            return true;
    } else
        second = guess - there;
    int64_t again = local + second;
    if (!mr_local_seconds(t, again, &there))
        return false;
    if (there == local)
        *seconds = again;
    else if (hit)
        *seconds = guess;
    else /* in a gap neither reading exists */
        *seconds = fold == (guess < again) ? guess : again;
    return true;
}
