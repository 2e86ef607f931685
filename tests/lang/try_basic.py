# try / except / else / finally: which parts run, in which order.
def run(kind):
    print(kind, end=": ")
    try:
        print("try", end=" ")
        if kind == "value": raise ValueError("v")
        if kind == "key": raise KeyError("k")
        if kind == "index": [][0]
        if kind == "type": 1 + ""
        if kind == "custom": raise Custom(1, 2)
        if kind == "return": return "returned"
    except ValueError as e:
        print("ValueError", e, end=" ")
    except (KeyError, IndexError) as e:
        print("Lookup", repr(e), end=" ")
    except Custom as e:
        print("Custom", e.args, end=" ")
    except:
        print("bare", end=" ")
    else:
        print("else", end=" ")
    finally:
        print("finally", end=" ")
    return "end"
class Custom(Exception): pass
for k in ["none", "value", "key", "index", "type", "custom", "return"]:
    print(run(k))
try:
    try:
        raise ValueError("inner")
    finally:
        print("cleanup")
except ValueError as e:
    print("outer", e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
except ZeroDivisionError as e:
    print("reraised", e)
try:
    try:
        pass
    except Exception:
        print("never")
    else:
        raise KeyError("from else")
    finally:
        print("fin")
except KeyError as e:
    print(e)
def select():
    print("selecting")
    return ValueError
try:
    raise ValueError
except select() as e:
    print(repr(e))
try:
    raise ValueError
except (TypeError, ValueError):
    print("tuple")
for bad in (5, "x", (ValueError, 5), object):
    try:
        try:
            raise ValueError("orig")
        except bad:
            print("?")
    except TypeError as e:
        print(e, "| context:", repr(e.__context__))
