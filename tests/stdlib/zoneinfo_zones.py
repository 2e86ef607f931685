# Zones: offsets around changes, folds and gaps, far future and past, arithmetic, caching, errors.
import copy
import zoneinfo
from datetime import datetime, timedelta, timezone, time
from zoneinfo import ZoneInfo

for key in ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Europe/Dublin", "Africa/Casablanca", "America/Sao_Paulo", "UTC", "Asia/Tokyo",
            "Pacific/Apia", "Etc/GMT+5", "Europe/London", "Antarctica/Troll"):
    z = ZoneInfo(key)
    print(z, repr(z), z.key)
    for moment in (datetime(1800, 1, 1), datetime(1916, 5, 1), datetime(1941, 7, 1, 12), datetime(1975, 3, 1), datetime(2011, 12, 30), datetime(2020, 3, 8, 2, 30),
                   datetime(2020, 3, 29, 2, 30), datetime(2020, 10, 25, 2, 30), datetime(2020, 11, 1, 1, 30), datetime(2024, 7, 1), datetime(2037, 12, 31),
                   datetime(2045, 3, 26, 2, 30), datetime(2045, 10, 29, 2, 15), datetime(2100, 7, 1), datetime(9999, 12, 30)):
        for fold in (0, 1):
            d = moment.replace(tzinfo=z, fold=fold)
            print(d.isoformat(), d.tzname(), d.dst(), d.astimezone(timezone.utc).replace(tzinfo=None))
    for hour in range(-3, 4):
        for base in (datetime(2020, 3, 29, 1, tzinfo=timezone.utc), datetime(2020, 11, 1, 6, tzinfo=timezone.utc), datetime(2050, 10, 30, 1, tzinfo=timezone.utc)):
            local = (base + timedelta(hours=hour / 2)).astimezone(z)
            print(local.isoformat(), local.fold, local.tzname())
berlin = ZoneInfo("Europe/Berlin")
print(berlin is ZoneInfo("Europe/Berlin"), berlin is ZoneInfo.no_cache("Europe/Berlin"), copy.copy(berlin) is berlin, copy.deepcopy(berlin) is berlin)
print(datetime(2020, 3, 28, 12, tzinfo=berlin) + timedelta(days=1), berlin.utcoffset(None), time(12, tzinfo=berlin).utcoffset(), ZoneInfo("UTC").utcoffset(None),
      ZoneInfo("UTC").tzname(datetime(2020, 1, 1)))
for key in ("No/Such", "../etc/passwd", "/etc/passwd", "a//b", ""):
    try:
        print(ZoneInfo(key))
    except Exception as error:
        print(type(error).__name__, error)
with open("/usr/share/zoneinfo/Asia/Tokyo", "rb") as f:
    z = ZoneInfo.from_file(f, key="mine")
print(z, datetime(2020, 1, 1, tzinfo=z).isoformat())
names = zoneinfo.available_timezones()
print("Europe/Berlin" in names, "UTC" in names, "posixrules" in names, len(names) > 400)
for bad in (lambda: berlin.fromutc(3), lambda: berlin.fromutc(datetime(2020, 1, 1)), lambda: zoneinfo.reset_tzpath("x"), lambda: zoneinfo.reset_tzpath(["x"])):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
zoneinfo.reset_tzpath(to=["/nowhere"])
ZoneInfo.clear_cache()
print(zoneinfo.TZPATH)
try:
    ZoneInfo("Europe/Berlin")
except zoneinfo.ZoneInfoNotFoundError as error:
    print(error, isinstance(error, KeyError))
