/* What the files of _datetime share: the objects, and each file's functions for the others.
 *
 * Objects do not change once they are made. Fields are in range, unless somebody made the object of bytes that are no pickle of one: only the month is
 * looked at then, and nothing here may depend on the others. An ordinal counts days, 1 is 1 January of the year 1. A zone is MR_NONE or an instance of tzinfo. A length of
 * time in microseconds is a MrMicros, since timedelta's range is wider than 64 bits. Functions with a class as an argument make an instance of it: of
 * the module's own class directly, of a subclass by calling it.
 */
#ifndef MR_STDLIB_NATIVE_DATETIME_H
#define MR_STDLIB_NATIVE_DATETIME_H

#include <time.h>

#include "stdlib/native/instance.h"
#include "vm/isolate.h"

__extension__ typedef __int128 MrMicros;

typedef struct MrDelta {
    MrObj h;
    int32_t days, seconds, micros;
} MrDelta;

typedef struct MrDate {
    MrObj h;
    uint16_t year;
    uint8_t month, day;
} MrDate;

typedef struct MrDatetime { /* begins as a MrDate */
    MrObj h;
    uint16_t year;
    uint8_t month, day, hour, minute, second, fold;
    int32_t micros;
    MrValue zone;
} MrDatetime;

typedef struct MrClock {
    MrObj h;
    uint8_t hour, minute, second, fold;
    int32_t micros;
    MrValue zone;
} MrClock;

typedef struct MrTimezone {
    MrObj h;
    MrValue offset; /* a timedelta */
    MrValue name;   /* str or MR_NONE */
} MrTimezone;

/* The fields of a date and time as numbers, which may be out of range until they are checked. */
typedef struct MrFields {
    int year, month, day, hour, minute, second, micros, fold;
} MrFields;

typedef struct MrDatetimeState {
    MrType *delta, *date, *time, *datetime, *tzinfo, *timezone, *isocalendar;
    MrValue utc;
} MrDatetimeState;
#define mr_datetime_state(t) ((MrDatetimeState *)(void *)MR_BYTES((t)->iso->hooks[MR_HOOK_DATETIME])->bytes)

extern const MrTypeDef mr_delta_def, mr_date_def, mr_time_def, mr_datetime_def, mr_tzinfo_def, mr_timezone_def, mr_isocalendar_def;

#define MR_DELTA(v) ((MrDelta *)mr_obj_of(v))
#define MR_DATE(v) ((MrDate *)mr_obj_of(v))
#define MR_DATETIME(v) ((MrDatetime *)mr_obj_of(v))
#define MR_CLOCK(v) ((MrClock *)mr_obj_of(v))

static inline const MrTypeDef *mr_def_of(MrThread *t, MrValue v) { return mr_is_kind(v, MR_KIND_OTHER) ? mr_typeof(t, v)->def : NULL; }
static inline bool mr_is_delta(MrThread *t, MrValue v) { return mr_def_of(t, v) == &mr_delta_def; }
static inline bool mr_is_datetime(MrThread *t, MrValue v) { return mr_def_of(t, v) == &mr_datetime_def; }
static inline bool mr_is_date(MrThread *t, MrValue v) { const MrTypeDef *d = mr_def_of(t, v); return d == &mr_date_def || d == &mr_datetime_def; }
static inline bool mr_is_clock(MrThread *t, MrValue v) { return mr_def_of(t, v) == &mr_time_def; }
static inline bool mr_is_tzinfo(MrThread *t, MrValue v) { const MrTypeDef *d = mr_def_of(t, v); return d == &mr_tzinfo_def || d == &mr_timezone_def; }

/* ---- _datetime_calendar.c: numbers only ---- */

enum { MR_MAX_ORDINAL = 3652059, MR_EPOCH_ORDINAL = 719163 };
bool mr_is_leap(int year);
int mr_days_in_month(int year, int month);
int mr_days_before_month(int year, int month);
int mr_ordinal_of(int year, int month, int day);
void mr_date_of_ordinal(int ordinal, int *year, int *month, int *day);
int mr_weekday_of(int year, int month, int day); /* 0: Monday; also for years out of range */
int mr_first_iso_monday(int year);
/* The ordinal of a day of an ISO week; 0 and *wrong says which number is out of range: 0 year, 1 week, 2 day. */
int64_t mr_ordinal_of_iso_week(int year, int week, int day, int *wrong);
/* Seconds since 1970 that the fields stand for, and back; *days gets the ordinal's place where it is out of range: false then. */
int64_t mr_epoch_seconds(const MrFields *f);
bool mr_fields_of_seconds(int64_t seconds, MrFields *f);
static inline void mr_clock_of_second(int second, MrFields *f) { f->hour = second / 3600, f->minute = second / 60 % 60, f->second = second % 60; }

/* ---- _datetime_text.c ---- */

enum { MR_ISO_ROOM = 64 }; /* bytes that the longest of the texts below needs */
char *mr_put_number(char *p, int number, int digits);
char *mr_put_iso_date(char *p, int year, int month, int day);
/* A clock to the precision of a timespec, MR_UNBOUND: auto; NULL: an error. `position` of the argument is for that. */
char *mr_put_iso_clock(MrThread *t, char *p, const MrFields *f, MrValue timespec, int position);
char *mr_put_offset(char *p, const MrDelta *offset, const char *separator);
/* The offset of a zone, nothing for None. NULL: error. [script] */
char *mr_put_zone_offset(MrThread *t, char *p, MrValue zone, MrValue argument, const char *separator);
MrValue mr_ctime_text(MrThread *t, const MrFields *f);
/* strftime by a format, which may be any value: TypeError. zone and argument as for mr_zone_ask; tm is complete. [script] */
MrValue mr_datetime_strftime(MrThread *t, MrValue format, const MrFields *f, struct tm *tm, MrValue zone, MrValue argument);
void mr_tm_of_fields(const MrFields *f, int is_dst, struct tm *tm);
MrValue mr_struct_time_of(MrThread *t, const struct tm *tm); /* [script] */
/* The text that a fromisoformat reads, with a byte for each character: what is not ASCII is replaced by one that nothing takes. TypeError; *n its length. */
const char *mr_iso_text(MrThread *t, MrValue text, size_t *n);
MrValue mr_raise_iso(MrThread *t, MrValue text);
bool mr_parse_iso_date(const char *text, size_t n, MrFields *f);
/* *has_zone: *offset is set. */
bool mr_parse_iso_time(const char *text, size_t n, MrFields *f, bool *has_zone, MrMicros *offset);
size_t mr_find_iso_separator(const char *text, size_t n);

/* ---- _datetime_fields.c: arguments, checks, local time ---- */

/* An argument that an int field takes; MR_UNBOUND leaves *out. [script] */
bool mr_field_arg(MrThread *t, MrValue v, int *out);
bool mr_need_field(MrThread *t, MrValue v, const char *name, int position, int *out);
bool mr_check_date(MrThread *t, int year, int month, int day);
bool mr_check_clock(MrThread *t, const MrFields *f);
bool mr_check_zone(MrThread *t, MrValue zone);
/* Bytes of a pickled object, from bytes, or a str of Latin-1: a pickle of Python 2. NULL: not of this length. */
const unsigned char *mr_pickled_state(MrThread *t, MrValue v, size_t length);
MrValue mr_hash_value(MrThread *t, uint64_t hash);
uint64_t mr_hash_fields(const MrFields *f);
bool mr_split_timestamp(MrThread *t, MrValue timestamp, bool round, int64_t *seconds, int *micros); /* [script] */
bool mr_local_seconds(MrThread *t, int64_t seconds, int64_t *local); /* the local clock at a UTC second */
bool mr_utc_of_local(MrThread *t, int64_t local, bool fold, int64_t *seconds);
bool mr_localtime(MrThread *t, int64_t seconds, struct tm *tm);
void mr_now(int64_t *seconds, int *micros);

/* ---- the classes ---- */

MrMicros mr_micros_of(const MrDelta *d);
MrValue mr_delta_of_micros(MrThread *t, MrMicros micros) MR_MUST_CHECK;
MrValue mr_delta_alloc(MrThread *t, MrType *type, int days, int seconds, int micros) MR_MUST_CHECK; /* the numbers are in range */
MrValue mr_micros_value(MrThread *t, MrMicros micros) MR_MUST_CHECK; /* an int */
MrValue mr_delta_int_micros(MrThread *t, const MrDelta *d) MR_MUST_CHECK;

MrValue mr_date_alloc(MrThread *t, MrType *type, int year, int month, int day) MR_MUST_CHECK;
MrValue mr_date_make(MrThread *t, MrType *cls, int year, int month, int day) MR_MUST_CHECK; /* [script] */
MrValue mr_clock_alloc(MrThread *t, MrType *type, const MrFields *f, MrValue zone) MR_MUST_CHECK;
MrValue mr_datetime_alloc(MrThread *t, MrType *type, const MrFields *f, MrValue zone) MR_MUST_CHECK;
MrValue mr_datetime_make(MrThread *t, MrType *cls, const MrFields *f, MrValue zone) MR_MUST_CHECK; /* [script] */
MrFields mr_fields_of_datetime(const MrDatetime *d);
MrValue mr_datetime_add(MrThread *t, MrValue self, MrMicros micros) MR_MUST_CHECK; /* [script] */

/* What a zone answers to utcoffset or dst: None or a timedelta of less than a day. [script] */
MrValue mr_zone_ask(MrThread *t, MrValue zone, const char *method, MrValue argument) MR_MUST_CHECK;
MrValue mr_zone_ask_name(MrThread *t, MrValue zone, MrValue argument) MR_MUST_CHECK; /* None or a str. [script] */
MrValue mr_zone_fromutc(MrThread *t, MrValue zone, MrValue utc) MR_MUST_CHECK;       /* [script] */
/* The timezone of an offset; name MR_UNBOUND: none given, and UTC is the one object. [script] */
MrValue mr_timezone_new(MrThread *t, MrValue offset, MrValue name) MR_MUST_CHECK;
MrValue mr_timezone_alloc(MrThread *t, MrValue offset, MrValue name) MR_MUST_CHECK;

#endif
