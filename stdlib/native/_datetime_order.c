/* datetime's arithmetic, comparison and hash.
 *
 * Two datetimes of one zone object compare by their fields; of different zones, as moments. A moment whose offset depends on the fold (PEP 495) equals
 * none of another zone.
 */
#include "stdlib/native/_datetime.h"
#include "stdlib/native/_datetime_datetime.h"
#include "vm/types/sequence.h"

static int64_t micros_of(const MrDatetime *d)
{
    MrFields f = mr_fields_of_datetime(d);
    return mr_epoch_seconds(&f) * 1000000 + d->micros;
}

static MrValue offset_of(MrThread *t, MrValue v) { return mr_zone_ask(t, MR_DATETIME(v)->zone, "utcoffset", v); }

static int64_t moment_of(MrValue v, MrValue offset) { return micros_of(MR_DATETIME(v)) - (offset == MR_NONE ? 0 : (int64_t)mr_micros_of(MR_DELTA(offset))); }

/* ---- arithmetic ---- */

#define LONGEST ((int64_t)10000 * 366 * 86400 * 1000000) /* longer than all time */

MrValue mr_datetime_add(MrThread *t, MrValue self, MrMicros micros)
{
    MrFields f;
    if (micros > LONGEST || micros < -LONGEST)
        return mr_raise(t, MR_EXC_OverflowError, "date value out of range");
    int64_t sum = micros_of(MR_DATETIME(self)) + (int64_t)micros, seconds = sum / 1000000;
    int rest = (int)(sum % 1000000);
    if (rest < 0) {
        rest += 1000000;
        seconds--;
    }
    f.micros = rest;
    f.fold = 0;
    if (!mr_fields_of_seconds(seconds, &f))
        return mr_raise(t, MR_EXC_OverflowError, "date value out of range");
    MrType *cls = mr_typeof(t, self);
    if (cls == mr_datetime_state(t)->datetime) /* nothing to check */
        return mr_datetime_alloc(t, cls, &f, MR_DATETIME(self)->zone);
    return mr_datetime_make(t, cls, &f, MR_DATETIME(self)->zone);
}

MrValue mr_datetime_plus(MrThread *t, MrValue *a)
{
    return mr_is_delta(t, a[1]) ? mr_datetime_add(t, a[0], mr_micros_of(MR_DELTA(a[1]))) : MR_NOT_IMPLEMENTED;
}

static MrValue difference(MrThread *t, MrValue a, MrValue b)
{
    const MrDatetime *x = MR_DATETIME(a), *y = MR_DATETIME(b);
    if (x->zone == y->zone)
        return mr_delta_of_micros(t, (MrMicros)micros_of(x) - micros_of(y));
    MrValue mine = offset_of(t, a), others = mine == MR_ERROR ? MR_ERROR : offset_of(t, b);
    if (others == MR_ERROR)
        return MR_ERROR;
    if ((mine == MR_NONE) != (others == MR_NONE))
        return mr_raise(t, MR_EXC_TypeError, "can't subtract offset-naive and offset-aware datetimes");
    return mr_delta_of_micros(t, (MrMicros)moment_of(a, mine) - moment_of(b, others));
}

MrValue mr_datetime_minus(MrThread *t, MrValue *a)
{
    if (mr_is_datetime(t, a[1]))
        return difference(t, a[0], a[1]);
    return mr_is_delta(t, a[1]) ? mr_datetime_add(t, a[0], -mr_micros_of(MR_DELTA(a[1]))) : MR_NOT_IMPLEMENTED;
}

MrValue mr_datetime_rminus(MrThread *t, MrValue *a) { return mr_is_datetime(t, a[1]) ? difference(t, a[1], a[0]) : MR_NOT_IMPLEMENTED; }

/* ---- comparison ---- */

/* Orders naive datetimes, and those of one zone. */
static int64_t key_of(const MrDatetime *d)
{
    int64_t day = d->year << 9 | d->month << 5 | d->day, second = d->hour << 12 | d->minute << 6 | d->second;
    return (day << 17 | second) << 20 | d->micros;
}

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

/* Would the offset be another if the fold were? 1, 0, -1. */
static int depends_on_fold(MrThread *t, MrValue v, MrValue offset)
{
    MrFields f = mr_fields_of_datetime(MR_DATETIME(v));
    if (MR_DATETIME(v)->zone == MR_NONE)
        return 0;
    f.fold = !f.fold;
    MrValue other = mr_datetime_alloc(t, mr_typeof(t, v), &f, MR_DATETIME(v)->zone);
    MrValue its_offset = other == MR_ERROR ? MR_ERROR : offset_of(t, other);
    if (its_offset == MR_ERROR)
        return -1;
    if (offset == MR_NONE || its_offset == MR_NONE)
        return offset != its_offset;
    return mr_micros_of(MR_DELTA(offset)) != mr_micros_of(MR_DELTA(its_offset));
}

static MrValue compare(MrThread *t, MrCompare op, MrValue *a)
{
    bool equality = op == MR_CMP_EQ || op == MR_CMP_NE;
    if (!mr_is_datetime(t, a[1])) {
        if (!mr_is_date(t, a[1]))
            return MR_NOT_IMPLEMENTED;
        if (equality)
            return mr_bool(op == MR_CMP_NE);
        return mr_raise(t, MR_EXC_TypeError, "can't compare %s to %s", mr_type_name(t, a[0]), mr_type_name(t, a[1]));
    }
    if (MR_DATETIME(a[0])->zone == MR_DATETIME(a[1])->zone)
        return ordered(op, key_of(MR_DATETIME(a[0])), key_of(MR_DATETIME(a[1])));
    MrValue mine = offset_of(t, a[0]), others = mine == MR_ERROR ? MR_ERROR : offset_of(t, a[1]);
    if (others == MR_ERROR)
        return MR_ERROR;
    if (equality) {
        int depends = depends_on_fold(t, a[0], mine);
        if (!depends)
            depends = depends_on_fold(t, a[1], others);
        if (depends)
            return depends < 0 ? MR_ERROR : mr_bool(op == MR_CMP_NE);
    }
    if ((mine == MR_NONE) == (others == MR_NONE))
        return ordered(op, moment_of(a[0], mine), moment_of(a[1], others));
    if (equality)
        return mr_bool(op == MR_CMP_NE);
    return mr_raise(t, MR_EXC_TypeError, "can't compare offset-naive and offset-aware datetimes");
}

#define COMPARE(name, op) \
    MrValue mr_datetime_##name(MrThread *t, MrValue *a) { return compare(t, op, a); }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

MrValue mr_datetime_hash(MrThread *t, MrValue *a)
{
    MrFields f = mr_fields_of_datetime(MR_DATETIME(a[0]));
    MrValue unfolded = a[0];
    if (f.fold) {
        f.fold = 0;
        unfolded = mr_datetime_alloc(t, mr_typeof(t, a[0]), &f, MR_DATETIME(a[0])->zone);
    }
    MrValue offset = unfolded == MR_ERROR ? MR_ERROR : offset_of(t, unfolded);
    if (offset == MR_ERROR)
        return MR_ERROR;
    return mr_hash_value(t, offset == MR_NONE ? mr_hash_fields(&f) : mr_hash_mix(MR_HASH_START, (uint64_t)moment_of(unfolded, offset)));
}
