/* datetime.datetime: making, text, and moving between zones.
 *
 * Not here: comparison, arithmetic and hashes (_datetime_order.c), what datetime inherits (_datetime_date.c).
 */
#include <errno.h>

#include "stdlib/native/_datetime.h"
#include "stdlib/native/_datetime_datetime.h"
#include "vm/types/str.h"
#include "vm/signature.h"

MrFields mr_fields_of_datetime(const MrDatetime *d)
{
    return (MrFields){d->year, d->month, d->day, d->hour, d->minute, d->second, d->micros, d->fold};
}

/* ---- making ---- */

MrValue mr_datetime_alloc(MrThread *t, MrType *type, const MrFields *f, MrValue zone)
{
    MrDatetime *d = mr_alloc_instance(t, sizeof *d, type);
    if (!d)
        return MR_ERROR;
    d->year = (uint16_t)f->year;
    d->month = (uint8_t)f->month;
    d->day = (uint8_t)f->day;
    d->hour = (uint8_t)f->hour;
    d->minute = (uint8_t)f->minute;
    d->second = (uint8_t)f->second;
    d->fold = (uint8_t)f->fold;
    d->micros = f->micros;
    d->zone = zone;
    return mr_val(d);
}

static bool check_class(MrThread *t, MrValue cls) { return cls == mr_val(mr_datetime_state(t)->datetime) || mr_def_accepts(t, &mr_datetime_def, cls); }

/* What a __new__ and a replace() make an instance of: any subclass, which is not called. */
static MrValue make_checked(MrThread *t, MrValue cls, const MrFields *f, MrValue zone)
{
    if (!check_class(t, cls) || !mr_check_date(t, f->year, f->month, f->day) || !mr_check_clock(t, f) || !mr_check_zone(t, zone))
        return MR_ERROR;
    return mr_datetime_alloc(t, MR_TYPE(cls), f, zone);
}

MrValue mr_datetime_make(MrThread *t, MrType *cls, const MrFields *f, MrValue zone)
{
    if (cls == mr_datetime_state(t)->datetime)
        return make_checked(t, mr_val(cls), f, zone);
    MrValue args[8] = {mr_small_int(f->year), mr_small_int(f->month), mr_small_int(f->day), mr_small_int(f->hour), mr_small_int(f->minute),
                       mr_small_int(f->second), mr_small_int(f->micros), zone};
    MrValue made = mr_call(t, mr_val(cls), 8, args);
    if (made != MR_ERROR && mr_is_datetime(t, made))
        MR_DATETIME(made)->fold = (uint8_t)f->fold;
    return made;
}

/* a: year to microsecond, tzinfo, fold */
static bool read_fields(MrThread *t, const MrValue *a, MrFields *f)
{
    return mr_field_arg(t, a[0], &f->year) && mr_field_arg(t, a[1], &f->month) && mr_field_arg(t, a[2], &f->day) && mr_field_arg(t, a[3], &f->hour)
           && mr_field_arg(t, a[4], &f->minute) && mr_field_arg(t, a[5], &f->second) && mr_field_arg(t, a[6], &f->micros) && mr_field_arg(t, a[8], &f->fold);
}

static MrValue datetime_new(MrThread *t, MrValue *a)
{
    static const char *const needed[] = {"year", "month", "day"};
    MrFields f = {0};
    if (a[1] != MR_UNBOUND && !mr_is_int(a[1])) {
        const unsigned char *s = mr_pickled_state(t, a[1], 10);
        if (s && (s[2] & 0x7F) >= 1 && (s[2] & 0x7F) <= 12) {
            f = (MrFields){s[0] * 256 + s[1], s[2] & 0x7F, s[3], s[4], s[5], s[6], s[7] << 16 | s[8] << 8 | s[9], s[2] >> 7};
            if (a[2] != MR_UNBOUND && !mr_is_tzinfo(t, a[2]) && a[2] != MR_NONE)
                return mr_raise(t, MR_EXC_TypeError, "bad tzinfo state arg");
            return check_class(t, a[0]) ? mr_datetime_alloc(t, MR_TYPE(a[0]), &f, a[2] == MR_UNBOUND ? MR_NONE : a[2]) : MR_ERROR;
        }
    }
    for (int i = 0, field; i < 3; i++)
        if (!mr_need_field(t, a[1 + i], needed[i], i + 1, &field))
            return MR_ERROR;
    return read_fields(t, a + 1, &f) ? make_checked(t, a[0], &f, a[8] == MR_UNBOUND ? MR_NONE : a[8]) : MR_ERROR;
}

static MrValue datetime_replace(MrThread *t, MrValue *a)
{
    MrFields f = mr_fields_of_datetime(MR_DATETIME(a[0]));
    return read_fields(t, a + 1, &f) ? make_checked(t, mr_val(mr_typeof(t, a[0])), &f, a[8] == MR_UNBOUND ? MR_DATETIME(a[0])->zone : a[8]) : MR_ERROR;
}

/* ---- from timestamps ---- */

static MrValue make_of_seconds(MrThread *t, MrType *cls, int64_t seconds, int micros, int fold, MrValue zone)
{
    MrFields f = {.micros = micros, .fold = fold};
    time_t when = (time_t)seconds;
    struct tm tm;
    if (mr_fields_of_seconds(seconds, &f))
        return mr_datetime_make(t, cls, &f, zone);
    if (!gmtime_r(&when, &tm))
        return mr_raise_errno(t, EOVERFLOW, MR_UNBOUND);
    return mr_raise(t, MR_EXC_ValueError, "year %lld is out of range", (long long)tm.tm_year + 1900);
}

/* A local time seen a day before, and again after the clock was turned back, is folded. */
static bool find_fold(MrThread *t, int64_t seconds, int64_t local, int *fold)
{
    int64_t day_before, again;
    if (seconds - 86400 < -62135596800 || !mr_local_seconds(t, seconds - 86400, &day_before))
        return mr_clear_if(t, MR_EXC_ValueError) || !mr_pending(t);
    int64_t turned = local - day_before - 86400;
    if (turned >= 0)
        return true;
    if (!mr_local_seconds(t, seconds + turned, &again))
        return false;
    *fold = again == local;
    return true;
}

static MrValue make_of_timestamp(MrThread *t, MrType *cls, int64_t seconds, int micros, MrValue zone)
{
    if (zone != MR_NONE) {
        MrValue utc = make_of_seconds(t, cls, seconds, micros, 0, zone);
        return utc == MR_ERROR ? MR_ERROR : mr_zone_fromutc(t, zone, utc);
    }
    int64_t local;
    int fold = 0;
    if (!mr_local_seconds(t, seconds, &local) || !find_fold(t, seconds, local, &fold))
        return MR_ERROR;
    return make_of_seconds(t, cls, local, micros, fold, MR_NONE);
}

static MrValue datetime_fromtimestamp(MrThread *t, MrValue *a)
{
    MrValue zone = a[2] == MR_UNBOUND ? MR_NONE : a[2];
    int64_t seconds;
    int micros;
    if (!mr_check_zone(t, zone) || !mr_split_timestamp(t, a[1], true, &seconds, &micros))
        return MR_ERROR;
    return make_of_timestamp(t, MR_TYPE(a[0]), seconds, micros, zone);
}

static MrValue datetime_now(MrThread *t, MrValue *a)
{
    MrValue zone = a[1] == MR_UNBOUND ? MR_NONE : a[1];
    int64_t seconds;
    int micros;
    if (!mr_check_zone(t, zone))
        return MR_ERROR;
    mr_now(&seconds, &micros);
    return make_of_timestamp(t, MR_TYPE(a[0]), seconds, micros, zone);
}

static MrValue datetime_utcfromtimestamp(MrThread *t, MrValue *a)
{
    int64_t seconds;
    int micros;
    if (!mr_warn(t, MR_EXC_DeprecationWarning,
                 "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent "
                 "datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC)."))
        return MR_ERROR;
    return mr_split_timestamp(t, a[1], true, &seconds, &micros) ? make_of_seconds(t, MR_TYPE(a[0]), seconds, micros, 0, MR_NONE) : MR_ERROR;
}

static MrValue datetime_utcnow(MrThread *t, MrValue *a)
{
    int64_t seconds;
    int micros;
    if (!mr_warn(t, MR_EXC_DeprecationWarning,
                 "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in "
                 "UTC: datetime.datetime.now(datetime.UTC)."))
        return MR_ERROR;
    mr_now(&seconds, &micros);
    return make_of_seconds(t, MR_TYPE(a[0]), seconds, micros, 0, MR_NONE);
}

/* ---- from parts and text ---- */

static MrValue datetime_combine(MrThread *t, MrValue *a)
{
    if (!mr_is_date(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "combine() argument 1 must be datetime.date, not %s", a[1] == MR_NONE ? "None" : mr_type_name(t, a[1]));
    if (!mr_is_clock(t, a[2]))
        return mr_raise(t, MR_EXC_TypeError, "combine() argument 2 must be datetime.time, not %s", a[2] == MR_NONE ? "None" : mr_type_name(t, a[2]));
    const MrDate *d = MR_DATE(a[1]);
    const MrClock *c = MR_CLOCK(a[2]);
    MrFields f = {d->year, d->month, d->day, c->hour, c->minute, c->second, c->micros, c->fold};
    return mr_datetime_make(t, MR_TYPE(a[0]), &f, a[3] == MR_UNBOUND ? c->zone : a[3]);
}

static MrValue datetime_fromisoformat(MrThread *t, MrValue *a)
{
    MrFields f = {0};
    size_t n;
    bool has_zone = false;
    MrMicros offset = 0;
    const char *text = mr_iso_text(t, a[1], &n);
    if (!text)
        return MR_ERROR;
    size_t place = n < 7 ? 0 : mr_find_iso_separator(text, n);
    size_t date_end = place < n ? place : n;
    if (n < 7 || !mr_parse_iso_date(text, date_end, &f)
        || (n != place && (n <= place + 1 || !mr_parse_iso_time(text + place + 1, n - place - 1, &f, &has_zone, &offset))))
        return mr_raise_iso(t, a[1]);
    MrValue delta = has_zone ? mr_delta_of_micros(t, offset) : MR_NONE;
    MrValue zone = delta == MR_ERROR || delta == MR_NONE ? delta : mr_timezone_new(t, delta, MR_UNBOUND);
    return zone == MR_ERROR ? MR_ERROR : mr_datetime_make(t, MR_TYPE(a[0]), &f, zone);
}

static MrValue datetime_strptime(MrThread *t, MrValue *a)
{
    for (int i = 1; i <= 2; i++)
        if (!mr_is_str(a[i]))
            return mr_raise(t, MR_EXC_TypeError, "strptime() argument %d must be str, not %s", i, a[i] == MR_NONE ? "None" : mr_type_name(t, a[i]));
    MrValue module = mr_import(t, "_strptime");
    MrValue parse = module == MR_ERROR ? MR_ERROR : mr_getattr_c(t, module, "_strptime_datetime");
    return parse == MR_ERROR ? MR_ERROR : mr_call3(t, parse, a[0], a[1], a[2]);
}

/* ---- the zone ---- */

static MrValue ask(MrThread *t, MrValue self, const char *method) { return mr_zone_ask(t, MR_DATETIME(self)->zone, method, self); }
static MrValue datetime_utcoffset(MrThread *t, MrValue *a) { return ask(t, a[0], "utcoffset"); }
static MrValue datetime_dst(MrThread *t, MrValue *a) { return ask(t, a[0], "dst"); }
static MrValue datetime_tzname(MrThread *t, MrValue *a) { return mr_zone_ask_name(t, MR_DATETIME(a[0])->zone, a[0]); }

/* The timezone that the machine has at a UTC second. */
static MrValue local_zone_at(MrThread *t, int64_t seconds)
{
    struct tm tm;
    if (!mr_localtime(t, seconds, &tm))
        return MR_ERROR;
    MrValue offset = mr_delta_of_micros(t, (MrMicros)tm.tm_gmtoff * 1000000), name = mr_str_c(t, tm.tm_zone);
    return offset == MR_ERROR || name == MR_ERROR ? MR_ERROR : mr_timezone_new(t, offset, name);
}

/* That of the local time that naive fields are. */
static MrValue local_zone_of(MrThread *t, const MrFields *f)
{
    int64_t local = mr_epoch_seconds(f), seconds, other;
    if (!mr_utc_of_local(t, local, f->fold, &seconds) || !mr_utc_of_local(t, local, !f->fold, &other))
        return MR_ERROR;
    if (other != seconds && (other > seconds) == f->fold)
        seconds = other; /* in a gap */
    return local_zone_at(t, seconds);
}

static MrValue datetime_astimezone(MrThread *t, MrValue *a)
{
    MrDatetimeState *state = mr_datetime_state(t);
    MrValue mine = MR_DATETIME(a[0])->zone, zone = a[1] == MR_UNBOUND ? MR_NONE : a[1];
    MrFields f = mr_fields_of_datetime(MR_DATETIME(a[0]));
    MrType *cls = mr_typeof(t, a[0]);
    if (!mr_check_zone(t, zone))
        return MR_ERROR;
    if (mine != MR_NONE && mine == zone)
        return a[0];
    MrValue offset = ask(t, a[0], "utcoffset");
    if (offset == MR_NONE) {
        MrValue local = local_zone_of(t, &f);
        offset = local == MR_ERROR ? MR_ERROR : ((MrTimezone *)mr_obj_of(local))->offset;
    }
    if (offset == MR_ERROR)
        return MR_ERROR;
    f.fold = 0;
    MrValue utc = mr_datetime_alloc(t, cls, &f, state->utc);
    if (utc != MR_ERROR)
        utc = mr_datetime_add(t, utc, -mr_micros_of(MR_DELTA(offset)));
    if (utc == MR_ERROR || !mr_is_datetime(t, utc))
        return utc;
    f = mr_fields_of_datetime(MR_DATETIME(utc));
    if (zone == MR_NONE && (zone = local_zone_at(t, mr_epoch_seconds(&f))) == MR_ERROR)
        return MR_ERROR;
    utc = mr_datetime_alloc(t, mr_typeof(t, utc), &f, zone);
    return utc == MR_ERROR ? MR_ERROR : mr_zone_fromutc(t, zone, utc);
}

/* ---- parts ---- */

static MrValue datetime_date(MrThread *t, MrValue *a)
{
    const MrDatetime *d = MR_DATETIME(a[0]);
    return mr_date_alloc(t, mr_datetime_state(t)->date, d->year, d->month, d->day);
}

static MrValue time_of(MrThread *t, const MrDatetime *d, MrValue zone)
{
    MrFields f = mr_fields_of_datetime(d);
    return mr_clock_alloc(t, mr_datetime_state(t)->time, &f, zone);
}

static MrValue datetime_time(MrThread *t, MrValue *a) { return time_of(t, MR_DATETIME(a[0]), MR_NONE); }
static MrValue datetime_timetz(MrThread *t, MrValue *a) { return time_of(t, MR_DATETIME(a[0]), MR_DATETIME(a[0])->zone); }

static bool make_tm(MrThread *t, MrValue self, struct tm *tm)
{
    MrFields f = mr_fields_of_datetime(MR_DATETIME(self));
    MrValue saving = ask(t, self, "dst");
    if (saving == MR_ERROR)
        return false;
    mr_tm_of_fields(&f, saving == MR_NONE ? -1 : mr_micros_of(MR_DELTA(saving)) != 0, tm);
    return true;
}

static MrValue datetime_timetuple(MrThread *t, MrValue *a)
{
    struct tm tm;
    return make_tm(t, a[0], &tm) ? mr_struct_time_of(t, &tm) : MR_ERROR;
}

static MrValue datetime_utctimetuple(MrThread *t, MrValue *a)
{
    MrFields f = mr_fields_of_datetime(MR_DATETIME(a[0]));
    MrValue offset = ask(t, a[0], "utcoffset");
    struct tm tm;
    if (offset == MR_ERROR)
        return MR_ERROR;
    if (offset != MR_NONE) {
        MrMicros micros = (MrMicros)mr_epoch_seconds(&f) * 1000000 + f.micros - mr_micros_of(MR_DELTA(offset));
        int64_t seconds = (int64_t)(micros / 1000000) - (micros % 1000000 < 0);
        if (!mr_fields_of_seconds(seconds, &f))
            return mr_raise(t, MR_EXC_OverflowError, "date value out of range");
    }
    mr_tm_of_fields(&f, 0, &tm);
    return mr_struct_time_of(t, &tm);
}

static MrValue datetime_timestamp(MrThread *t, MrValue *a)
{
    const MrDatetime *d = MR_DATETIME(a[0]);
    MrFields f = mr_fields_of_datetime(d);
    int64_t seconds;
    if (d->zone == MR_NONE)
        return mr_utc_of_local(t, mr_epoch_seconds(&f), d->fold, &seconds) ? mr_float((double)seconds + d->micros / 1e6) : MR_ERROR;
    MrValue offset = ask(t, a[0], "utcoffset");
    if (offset == MR_ERROR)
        return MR_ERROR;
    if (offset == MR_NONE)
        return mr_raise(t, MR_EXC_TypeError, "can't subtract offset-naive and offset-aware datetimes");
    int64_t micros = mr_epoch_seconds(&f) * 1000000 + f.micros - (int64_t)mr_micros_of(MR_DELTA(offset));
    if (micros < (int64_t)1 << 53 && micros > -((int64_t)1 << 53))
        return mr_float((double)micros / 1e6);
    return mr_binary(t, MR_BIN_TRUEDIV, mr_int(t, micros), mr_small_int(1000000));
}

/* ---- text ---- */

static MrValue datetime_ctime(MrThread *t, MrValue *a)
{
    MrFields f = mr_fields_of_datetime(MR_DATETIME(a[0]));
    return mr_ctime_text(t, &f);
}

static MrValue datetime_strftime(MrThread *t, MrValue *a)
{
    MrFields f = mr_fields_of_datetime(MR_DATETIME(a[0]));
    struct tm tm;
    return make_tm(t, a[0], &tm) ? mr_datetime_strftime(t, a[1], &f, &tm, MR_DATETIME(a[0])->zone, a[0]) : MR_ERROR;
}

static MrValue datetime_format(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "__format__() argument 1 must be str, not %s", mr_type_name(t, a[1]));
    if (!MR_STR(a[1])->length)
        return mr_str(t, a[0]);
    if (mr_typeof(t, a[0]) == mr_datetime_state(t)->datetime)
        return datetime_strftime(t, a);
    MrStr *name = mr_intern(t, "strftime", 8);
    return name ? mr_call_method(t, a[0], name, 1, a + 1) : MR_ERROR;
}

static MrValue isoformat(MrThread *t, MrValue self, const char *separator, size_t n, MrValue timespec)
{
    char text[MR_ISO_ROOM];
    MrFields f = mr_fields_of_datetime(MR_DATETIME(self));
    char *p = mr_put_iso_date(text, f.year, f.month, f.day);
    memcpy(p, separator, n);
    p = mr_put_iso_clock(t, p + n, &f, timespec, 2);
    p = p ? mr_put_zone_offset(t, p, MR_DATETIME(self)->zone, self, ":") : NULL;
    return p ? mr_str_new(t, text, (size_t)(p - text)) : MR_ERROR;
}

static MrValue datetime_isoformat(MrThread *t, MrValue *a)
{
    if (a[1] == MR_UNBOUND)
        return isoformat(t, a[0], "T", 1, a[2]);
    if (!mr_is_str(a[1]) || MR_STR(a[1])->length != 1)
        return mr_raise(t, MR_EXC_TypeError, "isoformat() argument 1 must be a unicode character, not %s",
                        a[1] == MR_NONE ? "None" : mr_is_str(a[1]) ? "str" : mr_type_name(t, a[1]));
    return isoformat(t, a[0], mr_cstr(a[1]), MR_STR(a[1])->nbytes, a[2]);
}

static MrValue datetime_str(MrThread *t, MrValue *a)
{
    if (mr_typeof(t, a[0]) == mr_datetime_state(t)->datetime)
        return isoformat(t, a[0], " ", 1, MR_UNBOUND);
    MrStr *name = mr_intern(t, "isoformat", 9);
    MrValue method = name ? mr_getattr(t, a[0], name) : MR_ERROR, space = mr_str_c(t, " ");
    MrDict *keywords = method == MR_ERROR || space == MR_ERROR ? NULL : mr_dict_new(t);
    MrValue none = keywords && mr_dict_set_c(t, keywords, "sep", space) ? mr_tuple_new(t, 0) : MR_ERROR;
    return none == MR_ERROR ? MR_ERROR : mr_call_kw(t, method, none, mr_val(keywords));
}

static MrValue datetime_repr(MrThread *t, MrValue *a)
{
    const MrDatetime *d = MR_DATETIME(a[0]);
    char fields[64];
    int n = snprintf(fields, sizeof fields, "%d, %d, %d, %d, %d", d->year, d->month, d->day, d->hour, d->minute);
    if (d->second || d->micros)
        n += snprintf(fields + n, sizeof fields - (size_t)n, ", %d", d->second);
    if (d->micros)
        snprintf(fields + n, sizeof fields - (size_t)n, ", %d", d->micros);
    MrValue zone = d->zone == MR_NONE ? MR_NONE : mr_repr(t, d->zone);
    if (zone == MR_ERROR)
        return MR_ERROR;
    return mr_strf(t, "%s(%s%s%s%s)", mr_type_name(t, a[0]), fields, d->fold ? ", fold=1" : "", zone == MR_NONE ? "" : ", tzinfo=",
                   zone == MR_NONE ? "" : mr_cstr(zone));
}

/* ---- the class ---- */

static MrValue reduce(MrThread *t, MrValue self, int64_t protocol)
{
    const MrDatetime *d = MR_DATETIME(self);
    char bytes[10] = {(char)(d->year / 256), (char)(d->year % 256), (char)(d->month | (d->fold && protocol > 3 ? 0x80 : 0)), (char)d->day, (char)d->hour,
                      (char)d->minute, (char)d->second, (char)(d->micros >> 16), (char)(d->micros >> 8), (char)d->micros};
    MrValue arguments[2] = {mr_bytes_new(t, bytes, sizeof bytes), d->zone};
    if (arguments[0] == MR_ERROR)
        return MR_ERROR;
    MrValue pair[2] = {mr_val(mr_typeof(t, self)), mr_tuple_from(t, arguments, d->zone == MR_NONE ? 1 : 2)};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

static MrValue datetime_reduce(MrThread *t, MrValue *a) { return reduce(t, a[0], 2); }

static MrValue datetime_reduce_ex(MrThread *t, MrValue *a)
{
    int protocol = 0;
    return mr_field_arg(t, a[1], &protocol) ? reduce(t, a[0], protocol) : MR_ERROR;
}

static MrValue get_hour(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_DATETIME(self)->hour); }
static MrValue get_minute(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_DATETIME(self)->minute); }
static MrValue get_second(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_DATETIME(self)->second); }
static MrValue get_micros(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_DATETIME(self)->micros); }
static MrValue get_fold(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_DATETIME(self)->fold); }
static MrValue get_zone(MrThread *t, MrValue self) { return (void)t, MR_DATETIME(self)->zone; }

static void trace(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrDatetime *)o)->zone); }

static const MrMethodDef methods[] = {
    {"__new__(cls, /, year=..., month=..., day=..., hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)", datetime_new,
     "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC | MR_METHOD_PARSED},
    {"__repr__(self, /)", datetime_repr, "Return repr(self).", 0},
    {"__str__(self, /)", datetime_str, "Return str(self).", 0},
    {"__hash__(self, /)", mr_datetime_hash, "Return hash(self).", 0},
    {"__add__(self, value, /)", mr_datetime_plus, "Return self+value.", 0},
    {"__radd__(self, value, /)", mr_datetime_plus, "Return value+self.", 0},
    {"__sub__(self, value, /)", mr_datetime_minus, "Return self-value.", 0},
    {"__rsub__(self, value, /)", mr_datetime_rminus, "Return value-self.", 0},
    {"__lt__(self, value, /)", mr_datetime_lt, "Return self<value.", 0},
    {"__le__(self, value, /)", mr_datetime_le, "Return self<=value.", 0},
    {"__eq__(self, value, /)", mr_datetime_eq, "Return self==value.", 0},
    {"__ne__(self, value, /)", mr_datetime_ne, "Return self!=value.", 0},
    {"__gt__(self, value, /)", mr_datetime_gt, "Return self>value.", 0},
    {"__ge__(self, value, /)", mr_datetime_ge, "Return self>=value.", 0},
    {"now(cls, /, tz=None)", datetime_now, "This moment: in the zone tz, or local and without a zone.", MR_METHOD_CLASS},
    {"utcnow(cls, /)", datetime_utcnow, "This moment in UTC, but without a zone; now(timezone.utc) is less easily mistaken.", MR_METHOD_CLASS},
    {"fromtimestamp(cls, /, timestamp, tz=None)", datetime_fromtimestamp,
     "A moment given in seconds since 1970, in the zone tz, or local and without a zone.", MR_METHOD_CLASS},
    {"utcfromtimestamp(cls, timestamp, /)", datetime_utcfromtimestamp,
     "A moment given in seconds since 1970, in UTC but without a zone.", MR_METHOD_CLASS},
    {"strptime(cls, string, format, /)", datetime_strptime,
     "The date and time that a text stands for, read by a format with fields such as %Y.", MR_METHOD_CLASS},
    {"combine(cls, /, date, time, tzinfo=...)", datetime_combine,
     "A datetime of a date and a time, with the time's zone unless tzinfo is given.", MR_METHOD_CLASS},
    {"fromisoformat(cls, string, /)", datetime_fromisoformat,
     "The date and time that text such as '2024-02-29T12:30:00+01:00' stands for.", MR_METHOD_CLASS},
    {"date(self, /)", datetime_date, "The day alone, as a date.", 0},
    {"time(self, /)", datetime_time, "The time of day alone, without the zone.", 0},
    {"timetz(self, /)", datetime_timetz, "The time of day alone, with the zone.", 0},
    {"ctime(self, /)", datetime_ctime, "Text such as 'Thu Feb 29 00:00:00 2024'.", 0},
    {"strftime(self, /, format)", datetime_strftime, "Text after a format with fields such as %Y; strftime() of the time module has their list.", 0},
    {"__format__(self, format, /)", datetime_format, "What strftime(format) gives, or str(self) for an empty format.", 0},
    {"timetuple(self, /)", datetime_timetuple, "A time.struct_time of the same fields.", 0},
    {"timestamp(self, /)", datetime_timestamp, "Seconds since 1970, as a float; without a zone it counts as local time.", 0},
    {"utctimetuple(self, /)", datetime_utctimetuple, "A time.struct_time of the same moment in UTC.", 0},
    {"isoformat(self, /, sep='T', timespec='auto')", datetime_isoformat,
     "Text such as '2024-02-29T12:30:00+01:00': sep stands between date and time, timespec ('auto', 'hours', 'minutes', 'seconds', 'milliseconds', "
     "'microseconds') says how exact the time is.", 0},
    {"utcoffset(self, /)", datetime_utcoffset, "How far ahead of UTC the zone is, as a timedelta; None without a zone.", 0},
    {"tzname(self, /)", datetime_tzname, "The zone's name; None without a zone.", 0},
    {"dst(self, /)", datetime_dst, "By how much summer time moves the clock, as a timedelta; None if that is not known.", 0},
    {"replace(self, /, year=..., month=..., day=..., hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=...)", datetime_replace,
     "A datetime with other values for the fields that are given.", 0},
    {"astimezone(self, /, tz=None)", datetime_astimezone, "The same moment in the zone tz, by default the local one.", 0},
    {"__reduce_ex__(self, protocol, /)", datetime_reduce_ex, "What pickle needs to make an equal one.", 0},
    {"__reduce__(self, /)", datetime_reduce, "What pickle needs to make an equal one.", 0},
    {0},
};
static const MrGetSetDef getset[] = {
    {"hour", get_hour, NULL, "the hour, 0 to 23"},
    {"minute", get_minute, NULL, "the minute, 0 to 59"},
    {"second", get_second, NULL, "the second, 0 to 59"},
    {"microsecond", get_micros, NULL, "the microsecond, 0 to 999999"},
    {"tzinfo", get_zone, NULL, "the time zone, or None"},
    {"fold", get_fold, NULL, "1 for the second of two equal local times, when clocks are put back"},
    {0},
};

const MrTypeDef mr_datetime_def = {
    .name = "datetime.datetime",
    .base_def = &mr_date_def,
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrDatetime),
    .flags = MR_TYPEDEF_NO_WEAKREF,
    .methods = methods,
    .getset = getset,
    .trace = trace,
    .doc = "A date and a time of day, exact to a microsecond. With tzinfo it is a definite moment, without one whatever the reader takes it for.",
};
