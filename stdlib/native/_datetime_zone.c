/* datetime.tzinfo and datetime.timezone, and asking a zone.
 *
 * A zone is asked through its methods, which are Python in zoneinfo and in scripts; a timezone, which cannot be subclassed, is looked into directly. What
 * a zone answers is checked here, once for all who ask.
 */
#include "stdlib/native/_datetime.h"

#define TIMEZONE(v) ((MrTimezone *)mr_obj_of(v))

static bool is_timezone(MrThread *t, MrValue v) { return mr_def_of(t, v) == &mr_timezone_def; }

static bool is_within_day(const MrDelta *d)
{
    MrMicros micros = mr_micros_of(d), day = (MrMicros)86400 * 1000000;
    return micros > -day && micros < day;
}

/* ---- asking ---- */

MrValue mr_zone_ask(MrThread *t, MrValue zone, const char *method, MrValue argument)
{
    if (zone == MR_NONE)
        return MR_NONE;
    if (is_timezone(t, zone))
        return *method == 'u' ? TIMEZONE(zone)->offset : MR_NONE;
    MrStr *name = mr_intern(t, method, strlen(method));
    MrValue offset = name ? mr_call_method(t, zone, name, 1, &argument) : MR_ERROR;
    if (offset == MR_ERROR || offset == MR_NONE)
        return offset;
    if (!mr_is_delta(t, offset))
        return mr_raise(t, MR_EXC_TypeError, "tzinfo.%s() must return None or timedelta, not '%s'", method, mr_type_name(t, offset));
    if (!is_within_day(MR_DELTA(offset)))
        return mr_raise(t, MR_EXC_ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).");
    return offset;
}

static MrValue name_of(MrThread *t, const MrTimezone *zone)
{
    char text[MR_ISO_ROOM] = "UTC", *end = text + 3;
    const MrDelta *offset = MR_DELTA(zone->offset);
    if (zone->name != MR_NONE)
        return zone->name;
    if (offset->days || offset->seconds || offset->micros)
        end = mr_put_offset(end, offset, ":");
    return mr_str_new(t, text, (size_t)(end - text));
}

MrValue mr_zone_ask_name(MrThread *t, MrValue zone, MrValue argument)
{
    if (zone == MR_NONE)
        return MR_NONE;
    if (is_timezone(t, zone))
        return name_of(t, TIMEZONE(zone));
    MrStr *method = mr_intern(t, "tzname", 6);
    MrValue name = method ? mr_call_method(t, zone, method, 1, &argument) : MR_ERROR;
    if (name == MR_ERROR || name == MR_NONE || mr_is_str(name))
        return name;
    return mr_raise(t, MR_EXC_TypeError, "tzinfo.tzname() must return None or a string, not '%s'", mr_type_name(t, name));
}

static bool check_utc(MrThread *t, MrValue zone, MrValue dt)
{
    if (!mr_is_datetime(t, dt))
        return mr_raise(t, MR_EXC_TypeError, "fromutc: argument must be a datetime"), false;
    if (MR_DATETIME(dt)->zone != zone)
        return mr_raise(t, MR_EXC_ValueError, "fromutc: dt.tzinfo is not self"), false;
    return true;
}

MrValue mr_zone_fromutc(MrThread *t, MrValue zone, MrValue utc)
{
    MrStr *name;
    if (is_timezone(t, zone))
        return check_utc(t, zone, utc) ? mr_datetime_add(t, utc, mr_micros_of(MR_DELTA(TIMEZONE(zone)->offset))) : MR_ERROR;
    return (name = mr_intern(t, "fromutc", 7)) ? mr_call_method(t, zone, name, 1, &utc) : MR_ERROR;
}

/* ---- tzinfo ---- */

static MrValue tzinfo_new(MrThread *t, MrValue *a)
{
    MrObj *o = mr_def_new(t, &mr_tzinfo_def, a[0]);
    return o ? mr_val(o) : MR_ERROR;
}

static MrValue tzinfo_init(MrThread *t, MrValue *a)
{
    (void)t, (void)a;
    return MR_NONE;
}

static MrValue tzinfo_tzname(MrThread *t, MrValue *a) { return (void)a, mr_raise(t, MR_EXC_NotImplementedError, "a tzinfo subclass must implement tzname()"); }
static MrValue tzinfo_dst(MrThread *t, MrValue *a) { return (void)a, mr_raise(t, MR_EXC_NotImplementedError, "a tzinfo subclass must implement dst()"); }
static MrValue tzinfo_utcoffset(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_raise(t, MR_EXC_NotImplementedError, "a tzinfo subclass must implement utcoffset()");
}

/* dt.dst() or dt.utcoffset(), as a method of dt, which may be a subclass. [script] */
static MrValue ask_datetime(MrThread *t, MrValue dt, const char *method)
{
    if (mr_typeof(t, dt) == mr_datetime_state(t)->datetime)
        return mr_zone_ask(t, MR_DATETIME(dt)->zone, method, dt);
    MrStr *name = mr_intern(t, method, strlen(method));
    MrValue v = name ? mr_call_method0(t, dt, name) : MR_ERROR;
    if (v == MR_ERROR || v == MR_NONE || mr_is_delta(t, v))
        return v;
    return mr_raise(t, MR_EXC_TypeError, "%s() must return None or timedelta, not '%s'", method, mr_type_name(t, v));
}

/* The zone's standard offset leads to a time whose saving is then looked up again. */
static MrValue tzinfo_fromutc(MrThread *t, MrValue *a)
{
    MrValue dt = a[1];
    if (!check_utc(t, a[0], dt))
        return MR_ERROR;
    MrValue offset = ask_datetime(t, dt, "utcoffset");
    if (offset == MR_ERROR)
        return MR_ERROR;
    if (offset == MR_NONE)
        return mr_raise(t, MR_EXC_ValueError, "fromutc: non-None utcoffset() result required");
    MrValue saving = ask_datetime(t, dt, "dst");
    if (saving == MR_ERROR)
        return MR_ERROR;
    if (saving == MR_NONE)
        return mr_raise(t, MR_EXC_ValueError, "fromutc: non-None dst() result required");
    MrMicros standard = mr_micros_of(MR_DELTA(offset)) - mr_micros_of(MR_DELTA(saving));
    if (standard) {
        dt = mr_datetime_add(t, dt, standard);
        if (dt == MR_ERROR || !mr_is_datetime(t, dt) || (saving = ask_datetime(t, dt, "dst")) == MR_ERROR)
            return mr_pending(t) ? MR_ERROR : mr_raise(t, MR_EXC_TypeError, "fromutc: argument must be a datetime");
        if (saving == MR_NONE)
            return mr_raise(t, MR_EXC_ValueError, "fromutc: tz.dst() gave inconsistent results; cannot convert");
    }
    return mr_datetime_add(t, dt, mr_micros_of(MR_DELTA(saving)));
}

static MrValue tzinfo_reduce(MrThread *t, MrValue *a)
{
    MrStr *get_arguments = mr_intern(t, "__getinitargs__", 15);
    MrValue method = get_arguments ? mr_getattr_or(t, a[0], get_arguments) : MR_ERROR;
    MrValue arguments = method == MR_ERROR ? MR_ERROR : method == MR_UNBOUND ? mr_tuple_new(t, 0) : mr_call0(t, method);
    MrValue get_state = arguments == MR_ERROR ? MR_ERROR : mr_getattr_c(t, a[0], "__getstate__");
    MrValue state = get_state == MR_ERROR ? MR_ERROR : mr_call0(t, get_state);
    MrValue parts[3] = {mr_val(mr_typeof(t, a[0])), arguments, state};
    return state == MR_ERROR ? MR_ERROR : mr_tuple_from(t, parts, 3);
}

static const MrMethodDef tzinfo_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", tzinfo_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, /, *args, **kwargs)", tzinfo_init, "Nothing is left to set up.", 0},
    {"tzname(self, dt, /)", tzinfo_tzname, "What the zone is called at dt; subclasses define it.", 0},
    {"utcoffset(self, dt, /)", tzinfo_utcoffset, "How far ahead of UTC the zone is at dt, as a timedelta; subclasses define it.", 0},
    {"dst(self, dt, /)", tzinfo_dst, "By how much summer time moves the clock at dt, as a timedelta; subclasses define it.", 0},
    {"fromutc(self, dt, /)", tzinfo_fromutc, "Turn the UTC fields of dt into the zone's own.", 0},
    {"__reduce__(self, /)", tzinfo_reduce, "-> (cls, state)", 0},
    {0},
};

const MrTypeDef mr_tzinfo_def = {
    .name = "datetime.tzinfo",
    .kind = MR_KIND_OTHER,
    .size = 16,
    .flags = MR_TYPEDEF_NO_WEAKREF,
    .methods = tzinfo_methods,
    .doc = "A time zone: subclasses define utcoffset(), dst() and tzname().",
};

/* ---- timezone ---- */

MrValue mr_timezone_alloc(MrThread *t, MrValue offset, MrValue name)
{
    MrTimezone *zone = mr_def_alloc(t, &mr_timezone_def);
    if (!zone)
        return MR_ERROR;
    zone->offset = offset;
    zone->name = name;
    return mr_val(zone);
}

MrValue mr_timezone_new(MrThread *t, MrValue offset, MrValue name)
{
    if (!mr_is_delta(t, offset))
        return mr_raise(t, MR_EXC_TypeError, "timezone() argument 1 must be datetime.timedelta, not %s", offset == MR_NONE ? "None" : mr_type_name(t, offset));
    if (name != MR_UNBOUND && !mr_is_str(name))
        return mr_raise(t, MR_EXC_TypeError, "timezone() argument 2 must be str, not %s", name == MR_NONE ? "None" : mr_type_name(t, name));
    if (name == MR_UNBOUND && !mr_micros_of(MR_DELTA(offset)))
        return mr_datetime_state(t)->utc;
    if (is_within_day(MR_DELTA(offset)))
        return mr_timezone_alloc(t, offset, name == MR_UNBOUND ? MR_NONE : name);
    MrValue shown = mr_repr(t, offset);
    return shown == MR_ERROR ? MR_ERROR
                             : mr_raise(t, MR_EXC_ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.",
                                        mr_cstr(shown));
}

static MrValue timezone_new(MrThread *t, MrValue *a)
{
    if (a[0] != mr_val(mr_datetime_state(t)->timezone) && !mr_def_accepts(t, &mr_timezone_def, a[0]))
        return MR_ERROR;
    if (a[1] == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "timezone() missing required argument 'offset' (pos 1)");
    return mr_timezone_new(t, a[1], a[2]);
}

static MrValue timezone_getinitargs(MrThread *t, MrValue *a)
{
    MrValue arguments[2] = {TIMEZONE(a[0])->offset, TIMEZONE(a[0])->name};
    return mr_tuple_from(t, arguments, arguments[1] == MR_NONE ? 1 : 2);
}

static MrValue compare(MrThread *t, const MrValue *a, bool equal)
{
    if (!is_timezone(t, a[1]))
        return MR_NOT_IMPLEMENTED;
    return mr_bool((mr_micros_of(MR_DELTA(TIMEZONE(a[0])->offset)) == mr_micros_of(MR_DELTA(TIMEZONE(a[1])->offset))) == equal);
}

static MrValue timezone_eq(MrThread *t, MrValue *a) { return compare(t, a, true); }
static MrValue timezone_ne(MrThread *t, MrValue *a) { return compare(t, a, false); }

static MrValue timezone_hash(MrThread *t, MrValue *a)
{
    uint64_t hash;
    return mr_hash(t, TIMEZONE(a[0])->offset, &hash) ? mr_int(t, (int64_t)hash) : MR_ERROR;
}

static MrValue timezone_repr(MrThread *t, MrValue *a)
{
    const MrTimezone *zone = TIMEZONE(a[0]);
    if (a[0] == mr_datetime_state(t)->utc)
        return mr_str_c(t, "datetime.timezone.utc");
    MrValue offset = mr_repr(t, zone->offset), name = offset == MR_ERROR ? MR_ERROR : zone->name == MR_NONE ? MR_NONE : mr_repr(t, zone->name);
    if (name == MR_ERROR)
        return MR_ERROR;
    return mr_strf(t, "%s(%s%s%s)", mr_type_name(t, a[0]), mr_cstr(offset), name == MR_NONE ? "" : ", ", name == MR_NONE ? "" : mr_cstr(name));
}

static MrValue timezone_str(MrThread *t, MrValue *a) { return name_of(t, TIMEZONE(a[0])); }

static bool check_argument(MrThread *t, MrValue dt, const char *method)
{
    if (dt == MR_NONE || mr_is_datetime(t, dt))
        return true;
    return mr_raise(t, MR_EXC_TypeError, "%s(dt) argument must be a datetime instance or None, not %s", method, mr_type_name(t, dt)), false;
}

static MrValue timezone_utcoffset(MrThread *t, MrValue *a) { return check_argument(t, a[1], "utcoffset") ? TIMEZONE(a[0])->offset : MR_ERROR; }
static MrValue timezone_tzname(MrThread *t, MrValue *a) { return check_argument(t, a[1], "tzname") ? name_of(t, TIMEZONE(a[0])) : MR_ERROR; }
static MrValue timezone_dst(MrThread *t, MrValue *a) { return check_argument(t, a[1], "dst") ? MR_NONE : MR_ERROR; }
static MrValue timezone_fromutc(MrThread *t, MrValue *a) { return mr_zone_fromutc(t, a[0], a[1]); }

static void trace(MrGc *gc, MrObj *o)
{
    mr_mark(gc, ((MrTimezone *)o)->offset);
    mr_mark(gc, ((MrTimezone *)o)->name);
}

static const MrMethodDef timezone_methods[] = {
    {"__new__(cls, /, offset=..., name=...)", timezone_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__repr__(self, /)", timezone_repr, "Return repr(self).", 0},
    {"__str__(self, /)", timezone_str, "Return str(self).", 0},
    {"__hash__(self, /)", timezone_hash, "Return hash(self).", 0},
    {"__eq__(self, value, /)", timezone_eq, "Return self==value.", 0},
    {"__ne__(self, value, /)", timezone_ne, "Return self!=value.", 0},
    {"tzname(self, dt, /)", timezone_tzname, "The name it was given, or else text such as 'UTC+01:00'.", 0},
    {"utcoffset(self, dt, /)", timezone_utcoffset, "Return fixed offset.", 0},
    {"dst(self, dt, /)", timezone_dst, "Return None.", 0},
    {"fromutc(self, dt, /)", timezone_fromutc, "Turn the UTC fields of dt into the zone's own.", 0},
    {"__getinitargs__(self, /)", timezone_getinitargs, "pickle support", 0},
    {0},
};

const MrTypeDef mr_timezone_def = {
    .name = "datetime.timezone",
    .base_def = &mr_tzinfo_def,
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrTimezone),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_WEAKREF,
    .methods = timezone_methods,
    .trace = trace,
    .doc = "A zone that is always equally far ahead of UTC.",
};
