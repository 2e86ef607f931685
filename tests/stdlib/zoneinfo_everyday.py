from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones
from datetime import *
import pickle
for key in ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC", "Africa/Casablanca", "America/St_Johns", "Asia/Tehran", "Pacific/Apia"):
    z = ZoneInfo(key); print(z, repr(z), z.key)
    for m in (datetime(2024, 1, 15, 12), datetime(2024, 7, 15, 12), datetime(1950, 6, 1), datetime(2045, 12, 1), datetime(1890, 1, 1), datetime(2024, 3, 31, 2, 30), datetime(2024, 10, 27, 2, 30), datetime(2024, 10, 27, 2, 30, fold=1), datetime(2024, 11, 3, 1, 30, fold=1), datetime(2011, 12, 30)):
        a = m.replace(tzinfo=z); print(a, a.tzname(), a.utcoffset(), a.dst(), a.astimezone(timezone.utc), a.astimezone(timezone.utc).astimezone(z) == a)
print(datetime(2024, 3, 10, 6, 59, tzinfo=timezone.utc).astimezone(ZoneInfo("America/New_York")), datetime(2024, 3, 10, 7, tzinfo=timezone.utc).astimezone(ZoneInfo("America/New_York")), datetime(2024, 11, 3, 6, 30, tzinfo=timezone.utc).astimezone(ZoneInfo("America/New_York")).fold)
print(ZoneInfo("UTC") is ZoneInfo("UTC"), ZoneInfo.no_cache("UTC") is ZoneInfo("UTC"), pickle.loads(pickle.dumps(ZoneInfo("Europe/Rome"))) is ZoneInfo("Europe/Rome"), "Europe/Rome" in available_timezones(), time(5, tzinfo=ZoneInfo("Europe/Rome")).utcoffset(), time(5, tzinfo=ZoneInfo("UTC")).tzname(), datetime(2024, 3, 30, 12, tzinfo=ZoneInfo("Europe/Rome")) + timedelta(days=1))
for bad in ("No/Such", "", "../etc/passwd", "/etc/passwd", "Europe", "a\0b", "Europe/Berlin/x"):
    try: print(ZoneInfo(bad))
    except Exception as e: print(type(e).__name__, e)
for bad in (5, None, b"UTC"):
    try: ZoneInfo(bad)
    except Exception as e: print(type(e).__name__)
