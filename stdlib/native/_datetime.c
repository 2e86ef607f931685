/* _datetime: the module, and the attributes that its classes have beside their tables: min, max, resolution, utc.
 *
 * The classes of an isolate stand in a record, the bytes at iso->hooks[MR_HOOK_DATETIME]; what it refers to is
 * kept alive by the table of native types.
 */
#include "stdlib/native/_datetime.h"

#include "vm/type.h"

static const MrTypeDef *const types[] = {&mr_date_def, &mr_time_def, &mr_datetime_def, &mr_delta_def, &mr_tzinfo_def, &mr_timezone_def, &mr_isocalendar_def, NULL};

static bool set(MrThread *t, MrType *type, const char *name, MrValue v)
{
    MrStr *key = mr_intern(t, name, strlen(name));
    return v != MR_ERROR && key && mr_type_ready(t, type) && mr_dict_set_str(t, type->dict, key, v) && mr_type_modified(t, type, key);
}

static bool set_limits(MrThread *t, MrType *type, MrValue min, MrValue max, MrValue resolution)
{
    return set(t, type, "min", min) && set(t, type, "max", max) && (resolution == MR_UNBOUND || set(t, type, "resolution", resolution));
}

static bool find_types(MrThread *t, MrDatetimeState *s)
{
    return (s->delta = mr_type_from_def(t, &mr_delta_def)) && (s->date = mr_type_from_def(t, &mr_date_def)) && (s->time = mr_type_from_def(t, &mr_time_def))
           && (s->datetime = mr_type_from_def(t, &mr_datetime_def)) && (s->tzinfo = mr_type_from_def(t, &mr_tzinfo_def))
           && (s->timezone = mr_type_from_def(t, &mr_timezone_def)) && (s->isocalendar = mr_type_from_def(t, &mr_isocalendar_def));
}

static MrValue offset_zone(MrThread *t, int minutes)
{
    MrValue offset = mr_delta_of_micros(t, (MrMicros)minutes * 60000000);
    return offset == MR_ERROR ? MR_ERROR : mr_timezone_alloc(t, offset, MR_NONE);
}

static bool init(MrThread *t, MrModule *m)
{
    static const MrFields first = {1, 1, 1, 0, 0, 0, 0, 0}, last = {9999, 12, 31, 23, 59, 59, 999999, 0};
    MrValue record = mr_bytes_new(t, NULL, sizeof(MrDatetimeState));
    if (record == MR_ERROR)
        return false;
    t->iso->hooks[MR_HOOK_DATETIME] = record;
    MrDatetimeState *s = mr_datetime_state(t);
    if (!find_types(t, s))
        return false;
    s->utc = offset_zone(t, 0);
    MrValue smallest = mr_delta_alloc(t, s->delta, 0, 0, 1);
    return s->utc != MR_ERROR && smallest != MR_ERROR && set(t, s->timezone, "utc", s->utc)
           && set_limits(t, s->timezone, offset_zone(t, -23 * 60 - 59), offset_zone(t, 23 * 60 + 59), MR_UNBOUND)
           && set_limits(t, s->delta, mr_delta_alloc(t, s->delta, -999999999, 0, 0), mr_delta_alloc(t, s->delta, 999999999, 86399, 999999), smallest)
           && set_limits(t, s->date, mr_date_alloc(t, s->date, 1, 1, 1), mr_date_alloc(t, s->date, 9999, 12, 31), mr_delta_alloc(t, s->delta, 1, 0, 0))
           && set_limits(t, s->time, mr_clock_alloc(t, s->time, &first, MR_NONE), mr_clock_alloc(t, s->time, &last, MR_NONE), smallest)
           && set_limits(t, s->datetime, mr_datetime_alloc(t, s->datetime, &first, MR_NONE), mr_datetime_alloc(t, s->datetime, &last, MR_NONE), smallest)
           && mr_module_add(t, m, "MINYEAR", mr_small_int(1)) && mr_module_add(t, m, "MAXYEAR", mr_small_int(9999)) && mr_module_add(t, m, "UTC", s->utc);
}

const MrModuleDef mr_module__datetime = {.name = "_datetime", .init = init, .types = types, .doc = "Dates, times and lengths of time: the classes of the module datetime."};
