/* The proleptic Gregorian calendar as numbers: ordinals, weekdays, ISO weeks, seconds since 1970.
 *
 * Nothing here knows of objects or raises. Arguments are in range unless a comment says that they are checked.
 */
#include "stdlib/native/_datetime.h"

enum { DAYS_IN_400 = 146097, DAYS_IN_4 = 1461 };

static const int16_t before_month[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
static const uint8_t month_days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

bool mr_is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
int mr_days_in_month(int year, int month) { return month == 2 && mr_is_leap(year) ? 29 : month_days[month]; }
int mr_days_before_month(int year, int month) { return before_month[month] + (month > 2 && mr_is_leap(year)); }

static int days_before_year(int year)
{
    int y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400;
}

int mr_ordinal_of(int year, int month, int day) { return days_before_year(year) + mr_days_before_month(year, month) + day; }

/* Counts years from 1 March, so that a leap day is the last one and the lengths of the months a straight line (153 days in five), rounded:
 * divisions by constants, and nothing to branch on. */
void mr_date_of_ordinal(int ordinal, int *year, int *month, int *day)
{
    enum { SINCE_MARCH_OF_0 = 305, NEW_YEAR = 306 };
    unsigned quarters = 4 * (unsigned)(ordinal + SINCE_MARCH_OF_0) + 3;
    unsigned century = quarters / DAYS_IN_400, left = quarters % DAYS_IN_400 | 3;
    unsigned in_century = left / DAYS_IN_4, in_year = left % DAYS_IN_4 / 4;
    unsigned line = 5 * in_year + 461;
    bool next_year = in_year >= NEW_YEAR;
    *year = (int)(100 * century + in_century + next_year);
    *month = (int)(line / 153 - (next_year ? 12 : 0));
    *day = (int)(line % 153 / 5 + 1);
}

int mr_weekday_of(int year, int month, int day) { return ((mr_ordinal_of(year, month, day) + 6) % 7 + 7) % 7; }

int mr_first_iso_monday(int year)
{
    int fourth = mr_ordinal_of(year, 1, 4);
    return fourth - (fourth - 1) % 7;
}

int64_t mr_ordinal_of_iso_week(int year, int week, int day, int *wrong)
{
    *wrong = 0;
    if (year < 1 || year > 9999)
        return 0;
    *wrong = 1;
    if (week <= 0 || week >= 53) {
        int starts_on = (days_before_year(year) + 7) % 7;
        if (week != 53 || !(starts_on == 3 || (starts_on == 2 && mr_is_leap(year))))
            return 0;
    }
    *wrong = 2;
    if (day <= 0 || day >= 8)
        return 0;
    *wrong = -1;
    return mr_first_iso_monday(year) + (week - 1) * 7 + day - 1;
}

int64_t mr_epoch_seconds(const MrFields *f)
{
    int64_t days = mr_ordinal_of(f->year, f->month, f->day) - MR_EPOCH_ORDINAL;
    return ((days * 24 + f->hour) * 60 + f->minute) * 60 + f->second;
}

bool mr_fields_of_seconds(int64_t seconds, MrFields *f)
{
    int64_t days = seconds / 86400, rest = seconds % 86400;
    if (rest < 0) {
        rest += 86400;
        days--;
    }
    if (days <= -MR_EPOCH_ORDINAL || days > MR_MAX_ORDINAL - MR_EPOCH_ORDINAL)
        return false;
    mr_date_of_ordinal((int)days + MR_EPOCH_ORDINAL, &f->year, &f->month, &f->day);
    mr_clock_of_second((int)rest, f);
    return true;
}
