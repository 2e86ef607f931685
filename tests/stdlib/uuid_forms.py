import uuid
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn, u.variant, u.version, u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.clock_seq, u.node, u.time, u.is_safe, int(u) == u.int, hash(u) == hash(uuid.UUID(int=u.int)), u == uuid.UUID(str(u)), u == str(u), u < uuid.UUID(int=0))
for text in ("{12345678-1234-5678-1234-567812345678}", "urn:uuid:12345678-1234-5678-1234-567812345678", "12345678123456781234567812345678", "12345678-1234", "x" * 32, "", "12345678-1234-5678-1234-56781234567g"):
    try: print(uuid.UUID(text))
    except Exception as e: print(type(e).__name__, e)
for k in ({"bytes": b"x" * 16}, {"bytes_le": bytes(range(16))}, {"fields": (1, 2, 3, 4, 5, 6)}, {"int": 5}, {"int": -1}, {"int": 1 << 128}, {"bytes": b"x"}, {"bytes_le": b""}, {"fields": (1, 2)}, {"fields": (1 << 33, 0, 0, 0, 0, 0)}, {}, {"hex": "a", "int": 1}, {"int": 5, "version": 4}, {"int": 5, "version": 9}):
    try: print(k, uuid.UUID(**k))
    except Exception as e: print(type(e).__name__, e)
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://x.y"), uuid.uuid3(uuid.NAMESPACE_OID, b"x"), uuid.NAMESPACE_X500, uuid.uuid4().version, uuid.uuid4().variant, uuid.uuid1().version, uuid.uuid1(node=5, clock_seq=7).node, uuid.uuid1(5, 7).clock_seq, uuid.uuid4() != uuid.uuid4(), sorted([uuid.UUID(int=2), uuid.UUID(int=1)]), uuid.RESERVED_NCS, uuid.RFC_4122)
for f in (lambda: u < 5, lambda: setattr(u, "int", 5), lambda: uuid.uuid3("x", "y"), lambda: uuid.uuid5(u, 5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
