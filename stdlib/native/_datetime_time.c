/* datetime.time: a time of day, with or without a zone. */
#include "stdlib/native/_datetime.h"
#include "vm/signature.h"

static MrFields fields_of(const MrClock *c)
{
    return (MrFields){.year = 1900, .month = 1, .day = 1, .hour = c->hour, .minute = c->minute, .second = c->second, .micros = c->micros, .fold = c->fold};
}

static int64_t micros_of(const MrClock *c) { return ((int64_t)(c->hour * 60 + c->minute) * 60 + c->second) * 1000000 + c->micros; }

/* ---- making ---- */

MrValue mr_clock_alloc(MrThread *t, MrType *type, const MrFields *f, MrValue zone)
{
    MrClock *c = mr_alloc_instance(t, sizeof *c, type);
    if (!c)
        return MR_ERROR;
    c->hour = (uint8_t)f->hour;
    c->minute = (uint8_t)f->minute;
    c->second = (uint8_t)f->second;
    c->fold = (uint8_t)f->fold;
    c->micros = f->micros;
    c->zone = zone;
    return mr_val(c);
}

static bool check_class(MrThread *t, MrValue cls) { return cls == mr_val(mr_datetime_state(t)->time) || mr_def_accepts(t, &mr_time_def, cls); }

static MrValue make_checked(MrThread *t, MrValue cls, const MrFields *f, MrValue zone)
{
    return check_class(t, cls) && mr_check_clock(t, f) && mr_check_zone(t, zone) ? mr_clock_alloc(t, MR_TYPE(cls), f, zone) : MR_ERROR;
}

/* a: hour, minute, second, microsecond, tzinfo, fold */
static bool read_fields(MrThread *t, const MrValue *a, MrFields *f)
{
    return mr_field_arg(t, a[0], &f->hour) && mr_field_arg(t, a[1], &f->minute) && mr_field_arg(t, a[2], &f->second) && mr_field_arg(t, a[3], &f->micros)
           && mr_field_arg(t, a[5], &f->fold);
}

static MrValue time_new(MrThread *t, MrValue *a)
{
    MrFields f = {0};
    if (a[1] != MR_UNBOUND && !mr_is_int(a[1])) {
        const unsigned char *s = mr_pickled_state(t, a[1], 6);
        if (s && (s[0] & 0x7F) < 24) {
            f = (MrFields){.hour = s[0] & 0x7F, .minute = s[1], .second = s[2], .micros = s[3] << 16 | s[4] << 8 | s[5], .fold = s[0] >> 7};
            if (a[2] != MR_UNBOUND && !mr_is_tzinfo(t, a[2]) && a[2] != MR_NONE)
                return mr_raise(t, MR_EXC_TypeError, "bad tzinfo state arg");
            return check_class(t, a[0]) ? mr_clock_alloc(t, MR_TYPE(a[0]), &f, a[2] == MR_UNBOUND ? MR_NONE : a[2]) : MR_ERROR;
        }
    }
    return read_fields(t, a + 1, &f) ? make_checked(t, a[0], &f, a[5] == MR_UNBOUND ? MR_NONE : a[5]) : MR_ERROR;
}

static MrValue time_fromisoformat(MrThread *t, MrValue *a)
{
    MrFields f = {0};
    size_t n;
    bool has_zone;
    MrMicros offset;
    const char *text = mr_iso_text(t, a[1], &n);
    if (!text)
        return MR_ERROR;
    size_t skip = n && *text == 'T';
    if (!mr_parse_iso_time(text + skip, n - skip, &f, &has_zone, &offset))
        return mr_raise_iso(t, a[1]);
    MrValue delta = has_zone ? mr_delta_of_micros(t, offset) : MR_NONE;
    MrValue zone = delta == MR_ERROR || delta == MR_NONE ? delta : mr_timezone_new(t, delta, MR_UNBOUND);
    if (zone == MR_ERROR)
        return MR_ERROR;
    if (a[0] == mr_val(mr_datetime_state(t)->time))
        return make_checked(t, a[0], &f, zone);
    MrValue args[5] = {mr_small_int(f.hour), mr_small_int(f.minute), mr_small_int(f.second), mr_small_int(f.micros), zone};
    return mr_call(t, a[0], 5, args);
}

static MrValue time_replace(MrThread *t, MrValue *a)
{
    MrFields f = fields_of(MR_CLOCK(a[0]));
    return read_fields(t, a + 1, &f) ? make_checked(t, mr_val(mr_typeof(t, a[0])), &f, a[5] == MR_UNBOUND ? MR_CLOCK(a[0])->zone : a[5]) : MR_ERROR;
}

/* ---- the zone ---- */

static MrValue time_utcoffset(MrThread *t, MrValue *a) { return mr_zone_ask(t, MR_CLOCK(a[0])->zone, "utcoffset", MR_NONE); }
static MrValue time_dst(MrThread *t, MrValue *a) { return mr_zone_ask(t, MR_CLOCK(a[0])->zone, "dst", MR_NONE); }
static MrValue time_tzname(MrThread *t, MrValue *a) { return mr_zone_ask_name(t, MR_CLOCK(a[0])->zone, MR_NONE); }

/* ---- text ---- */

static MrValue time_repr(MrThread *t, MrValue *a)
{
    const MrClock *c = MR_CLOCK(a[0]);
    char fields[48];
    int n = snprintf(fields, sizeof fields, "%d, %d", c->hour, c->minute);
    if (c->second || c->micros)
        n += snprintf(fields + n, sizeof fields - (size_t)n, ", %d", c->second);
    if (c->micros)
        snprintf(fields + n, sizeof fields - (size_t)n, ", %d", c->micros);
    MrValue zone = c->zone == MR_NONE ? MR_NONE : mr_repr(t, c->zone);
    if (zone == MR_ERROR)
        return MR_ERROR;
    return mr_strf(t, "%s(%s%s%s%s)", mr_type_name(t, a[0]), fields, zone == MR_NONE ? "" : ", tzinfo=", zone == MR_NONE ? "" : mr_cstr(zone),
                   c->fold ? ", fold=1" : "");
}

static MrValue isoformat(MrThread *t, MrValue self, MrValue timespec)
{
    char text[MR_ISO_ROOM];
    MrFields f = fields_of(MR_CLOCK(self));
    char *p = mr_put_iso_clock(t, text, &f, timespec, 1);
    p = p ? mr_put_zone_offset(t, p, MR_CLOCK(self)->zone, MR_NONE, ":") : NULL;
    return p ? mr_str_new(t, text, (size_t)(p - text)) : MR_ERROR;
}

static MrValue time_isoformat(MrThread *t, MrValue *a) { return isoformat(t, a[0], a[1]); }

static MrValue time_str(MrThread *t, MrValue *a)
{
    if (mr_typeof(t, a[0]) == mr_datetime_state(t)->time)
        return isoformat(t, a[0], MR_UNBOUND);
    MrStr *name = mr_intern(t, "isoformat", 9);
    return name ? mr_call_method0(t, a[0], name) : MR_ERROR;
}

static MrValue time_strftime(MrThread *t, MrValue *a)
{
    MrFields f = fields_of(MR_CLOCK(a[0]));
    struct tm tm;
    mr_tm_of_fields(&f, -1, &tm);
    return mr_datetime_strftime(t, a[1], &f, &tm, MR_CLOCK(a[0])->zone, MR_NONE);
}

static MrValue time_format(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "__format__() argument 1 must be str, not %s", mr_type_name(t, a[1]));
    if (!mr_cstr(a[1])[0])
        return mr_str(t, a[0]);
    if (mr_typeof(t, a[0]) == mr_datetime_state(t)->time)
        return time_strftime(t, a);
    MrStr *name = mr_intern(t, "strftime", 8);
    return name ? mr_call_method(t, a[0], name, 1, a + 1) : MR_ERROR;
}

/* ---- comparison ---- */

static MrValue ordered(MrCompare op, int64_t x, int64_t y)
{
    switch (op) {
    case MR_CMP_LT: return mr_bool(x < y);
    case MR_CMP_LE: return mr_bool(x <= y);
    case MR_CMP_EQ: return mr_bool(x == y);
    case MR_CMP_NE: return mr_bool(x != y);
    case MR_CMP_GT: return mr_bool(x > y);
    default: return mr_bool(x >= y);
    }
}

static MrValue compare(MrThread *t, MrCompare op, MrValue *a)
{
    if (!mr_is_clock(t, a[1]))
        return MR_NOT_IMPLEMENTED;
    const MrClock *c = MR_CLOCK(a[0]), *d = MR_CLOCK(a[1]);
    int64_t x = micros_of(c), y = micros_of(d);
    if (c->zone == d->zone)
        return ordered(op, x, y);
    MrValue mine = mr_zone_ask(t, c->zone, "utcoffset", MR_NONE), others = mine == MR_ERROR ? MR_ERROR : mr_zone_ask(t, d->zone, "utcoffset", MR_NONE);
    if (others == MR_ERROR)
        return MR_ERROR;
    if (mine == MR_NONE && others == MR_NONE)
        return ordered(op, x, y);
    if (mine != MR_NONE && others != MR_NONE)
        return ordered(op, x - (int64_t)mr_micros_of(MR_DELTA(mine)), y - (int64_t)mr_micros_of(MR_DELTA(others)));
    if (op == MR_CMP_EQ || op == MR_CMP_NE)
        return mr_bool(op == MR_CMP_NE);
    return mr_raise(t, MR_EXC_TypeError, "can't compare offset-naive and offset-aware times");
}

#define COMPARE(name, op) \
    static MrValue time_##name(MrThread *t, MrValue *a) { return compare(t, op, a); }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

/* Equal times with different offsets have equal hashes, and the fold does not count: the zone is asked about the time without it. */
static MrValue time_hash(MrThread *t, MrValue *a)
{
    const MrClock *c = MR_CLOCK(a[0]);
    MrValue offset = mr_zone_ask(t, c->zone, "utcoffset", MR_NONE);
    if (offset == MR_ERROR)
        return MR_ERROR;
    MrFields f = {.micros = 0};
    int64_t micros = micros_of(c) - (offset == MR_NONE ? 0 : (int64_t)mr_micros_of(MR_DELTA(offset)));
    f.hour = (int)(micros / 1000000);
    f.micros = (int)(micros % 1000000);
    return mr_hash_value(t, mr_hash_fields(&f));
}

static MrValue reduce(MrThread *t, MrValue self, int64_t protocol)
{
    const MrClock *c = MR_CLOCK(self);
    char bytes[6] = {(char)(c->hour | (c->fold && protocol > 3 ? 0x80 : 0)), (char)c->minute, (char)c->second, (char)(c->micros >> 16), (char)(c->micros >> 8),
                     (char)c->micros};
    MrValue arguments[2] = {mr_bytes_new(t, bytes, sizeof bytes), c->zone};
    if (arguments[0] == MR_ERROR)
        return MR_ERROR;
    MrValue pair[2] = {mr_val(mr_typeof(t, self)), mr_tuple_from(t, arguments, c->zone == MR_NONE ? 1 : 2)};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

static MrValue time_reduce(MrThread *t, MrValue *a) { return reduce(t, a[0], 2); }

static MrValue time_reduce_ex(MrThread *t, MrValue *a)
{
    int protocol = 0;
    return mr_field_arg(t, a[1], &protocol) ? reduce(t, a[0], protocol) : MR_ERROR;
}

static MrValue get_hour(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_CLOCK(self)->hour); }
static MrValue get_minute(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_CLOCK(self)->minute); }
static MrValue get_second(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_CLOCK(self)->second); }
static MrValue get_micros(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_CLOCK(self)->micros); }
static MrValue get_fold(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_CLOCK(self)->fold); }
static MrValue get_zone(MrThread *t, MrValue self) { return (void)t, MR_CLOCK(self)->zone; }

static void trace(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrClock *)o)->zone); }

static const MrMethodDef methods[] = {
    {"__new__(cls, /, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)", time_new,
     "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC | MR_METHOD_PARSED},
    {"__repr__(self, /)", time_repr, "Return repr(self).", 0},
    {"__str__(self, /)", time_str, "Return str(self).", 0},
    {"__hash__(self, /)", time_hash, "Return hash(self).", 0},
    {"__lt__(self, value, /)", time_lt, "Return self<value.", 0},
    {"__le__(self, value, /)", time_le, "Return self<=value.", 0},
    {"__eq__(self, value, /)", time_eq, "Return self==value.", 0},
    {"__ne__(self, value, /)", time_ne, "Return self!=value.", 0},
    {"__gt__(self, value, /)", time_gt, "Return self>value.", 0},
    {"__ge__(self, value, /)", time_ge, "Return self>=value.", 0},
    {"fromisoformat(cls, string, /)", time_fromisoformat, "The time that text such as '12:30:00+01:00' stands for.", MR_METHOD_CLASS},
    {"isoformat(self, /, timespec='auto')", time_isoformat,
     "Text such as '12:30:00+01:00'; timespec ('auto', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds') says how exact.", 0},
    {"strftime(self, /, format)", time_strftime, "Text after a format with fields such as %Y; strftime() of the time module has their list.", 0},
    {"__format__(self, format, /)", time_format, "What strftime(format) gives, or str(self) for an empty format.", 0},
    {"utcoffset(self, /)", time_utcoffset, "How far ahead of UTC the zone is, as a timedelta; None without a zone.", 0},
    {"tzname(self, /)", time_tzname, "The zone's name; None without a zone.", 0},
    {"dst(self, /)", time_dst, "By how much summer time moves the clock, as a timedelta; None if that is not known.", 0},
    {"replace(self, /, hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=...)", time_replace,
     "A time with other values for the fields that are given.", 0},
    {"__reduce_ex__(self, protocol, /)", time_reduce_ex, "What pickle needs to make an equal one.", 0},
    {"__reduce__(self, /)", time_reduce, "What pickle needs to make an equal one.", 0},
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

const MrTypeDef mr_time_def = {
    .name = "datetime.time",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrClock),
    .flags = MR_TYPEDEF_NO_WEAKREF,
    .methods = methods,
    .getset = getset,
    .trace = trace,
    .doc = "A time of day, exact to a microsecond, with or without a zone.",
};
