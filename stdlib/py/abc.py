"""Abstract base classes: ABCMeta with virtual subclasses, and the abstract-method markers.

Per class one `_abc_impl` record holds weak sets of the registered subclasses and of the answers given
before. Answers "no" are valid while the global count of registrations has not moved. In front of them stands a small table in C. Instantiating a class with
abstract methods left is refused by object.__new__, which reads `__abstractmethods__`.
"""
from _abc import forget as _forget, known as _known, known_of as _known_of, remember as _remember
from _abc import inherit_pattern_flags as _inherit_pattern_flags, set_pattern_flags as _set_pattern_flags
from _weakref import ref as _ref


def abstractmethod(funcobj):
    """Mark a method that subclasses of the ABC have to override."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """Deprecated: write @classmethod over @abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """Deprecated: write @staticmethod over @abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """Deprecated: write @property over @abstractmethod."""

    __isabstractmethod__ = True


class _abc_data:
    # Sets of weak references to classes. Dead references leave by their own callback.
    __slots__ = ('registry', 'yes', 'no', 'no_version')

    def __init__(self):
        self.registry = {}
        self.yes = set()
        self.no = set()
        self.no_version = _registrations[0]


_abc_data.__module__ = '_abc'

# The count of registrations so far, over all ABCs.
_registrations = [0]


def get_cache_token():
    """Return a token that changes (by equality) with each ABCMeta.register() call."""
    return _registrations[0]


def _abstract_names(cls, names):
    found = {name for name, value in names
             if getattr(value, '__isabstractmethod__', False)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                found.add(name)
    return frozenset(found)


class ABCMeta(type):
    """Metaclass of abstract base classes: tracks abstract methods and virtual subclasses."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace.items())
        cls._abc_impl = _abc_data()
        if '__abc_tpflags__' in cls.__dict__:
            _set_pattern_flags(cls, cls.__abc_tpflags__)
            del cls.__abc_tpflags__
        return cls

    def register(cls, subclass):
        """Make `subclass` a virtual subclass of this ABC; returns it, so it works as a decorator."""
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        registry = cls._abc_impl.registry
        registry[_ref(subclass, lambda dead: registry.pop(dead, None))] = None
        _registrations[0] += 1
        _forget()
        _inherit_pattern_flags(subclass, cls)
        return subclass

    def __instancecheck__(cls, instance):
        """isinstance() of an abstract class: registered classes and __subclasshook__ count."""
        answer = _known_of(cls, instance)
        if answer is not None:
            return answer
        subclass = instance.__class__
        if _ref(subclass) in cls._abc_impl.yes:
            return True
        kind = type(instance)
        if kind is subclass:
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        """issubclass() of an abstract class: registered classes and __subclasshook__ count."""
        answer = _known(cls, subclass)
        if answer is not None:
            return answer
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        data = cls._abc_impl
        key = _ref(subclass)
        if key in data.yes:
            _remember(cls, subclass, True)
            return True
        if data.no_version != _registrations[0]:
            data.no = set()
            data.no_version = _registrations[0]
        elif key in data.no:
            _remember(cls, subclass, False)
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = cls in getattr(subclass, '__mro__', ()) or _virtual(cls, subclass)
        elif answer is not True and answer is not False:
            raise AssertionError('__subclasshook__ must return either False, True, or NotImplemented')
        answers = data.yes if answer else data.no
        answers.add(_ref(subclass, answers.discard))
        _remember(cls, subclass, bool(answer))
        return answer

    def _dump_registry(cls, file=None):
        data = cls._abc_impl
        print(f'Class: {cls.__module__}.{cls.__qualname__}', file=file)
        print(f'Inv. counter: {get_cache_token()}', file=file)
        print(f'_abc_registry: {set(data.registry)!r}', file=file)
        print(f'_abc_cache: {data.yes!r}', file=file)
        print(f'_abc_negative_cache: {data.no!r}', file=file)
        print(f'_abc_negative_cache_version: {data.no_version!r}', file=file)

    def _abc_registry_clear(cls):
        _forget()
        cls._abc_impl.registry.clear()

    def _abc_caches_clear(cls):
        _forget()
        cls._abc_impl.yes.clear()
        cls._abc_impl.no.clear()


def _virtual(cls, subclass):
    # Below a registered class, or below a (virtual) subclass of cls?
    for weak in list(cls._abc_impl.registry):
        registered = weak()
        if registered is not None and issubclass(subclass, registered):
            return True
    children = cls.__subclasses__()
    if not isinstance(children, list):
        raise TypeError('__subclasses__() must return a list')
    for child in children:
        if issubclass(subclass, child):
            return True
    return False


def update_abstractmethods(cls):
    """Work out `__abstractmethods__` again after methods were added to the class; returns it."""
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__.items())
    return cls


class ABC(metaclass=ABCMeta):
    """Inherit from this to get ABCMeta without naming it."""

    __slots__ = ()
