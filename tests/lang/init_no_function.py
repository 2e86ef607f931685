# __init__ that is something else than a function
for v in 1, 2.5, None, 'x', property(int), staticmethod(lambda *a: None), classmethod(lambda *a: None), lambda *a: None:
    class C:
        __init__ = v
    for args in (), (3,):
        try:
            print(type(C(*args)).__name__)
        except TypeError as e:
            print(e)
    try:
        print(type(C(3)).__name__)
    except TypeError as e:
        print(e)
