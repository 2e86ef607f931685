class Base:
    def __init_subclass__(cls, **kw):
        if not cls.__doc__: raise TypeError(f"{cls.__name__} needs a docstring")
class Good(Base):
    "documented"
class Bad(Base):
    pass
