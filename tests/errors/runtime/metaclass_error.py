class Meta(type):
    def __new__(mcs, name, bases, ns):
        if "required" not in ns: raise TypeError(f"{name} lacks 'required'")
        return super().__new__(mcs, name, bases, ns)
class Fine(metaclass=Meta): required = 1
class Missing(Fine):
    other = 2
