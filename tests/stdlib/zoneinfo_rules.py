# Rules in the notation of TZ at the end of zone files: odd ones are refused, each with its reason.
import datetime
import io
import struct
import zoneinfo


def zone_file(rule):
    """The bytes of a zone file that has nothing but a rule."""
    def part(names):
        return b'TZif2' + bytes(15) + struct.pack('>6l', 0, 0, 0, 0, 1, len(names)) + struct.pack('>lbb', 0, 0, 0) + names
    return io.BytesIO(part(b'\0') + part(b'UTC\0') + b'\n' + rule.encode() + b'\n')


moments = [datetime.datetime(2020, 1, 1), datetime.datetime(2020, 7, 1), datetime.datetime(2020, 12, 31, 23)]
for rule in '''EST5EDT,M3.2.0,M11.1.0 EST5EDT,0/0,J365/25 <-03>3<-02>,M3.5.0/-2,M10.5.0/-1 <+1130>-11:30 AAA4BBB,J60/+167,J1/-167 AAA4BBB,1,365 A4
        PST8PDT A4BB AAA25 AAA+25 AAA-24 AAA4BBB25,J1,J2 AAA4BBB,J60/2 AAA4:0BBB,J60/2,J300/2 A,b AAA4BBB5,M3.2.0/2,M11.1.0/168
        AAA4BBB,M13.1.1/2,M1.1.1/2 AAA4BBB,M1.6.1/2,M1.1.1/2 AAA4BBB,M1.1.7/2,M2.1.1/2 AAA4BBB,367,20/2 AAA4BBB,J0/2,J20/2 AAA4BBB,,J300/2 +11
        AAA4BBB,J60/2:0,J300/2 GMT,M3.2.0/2,M11.1.0/3'''.split():
    try:
        zone = zoneinfo.ZoneInfo.from_file(zone_file(rule))
        print(rule, [f'{moment.replace(tzinfo=zone):%Z%z}' for moment in moments])
    except ValueError as error:
        print(rule, error)
