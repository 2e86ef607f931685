"""Regular expressions that are part of a class's interface, in modules which do without them: nothing is imported or compiled until one is asked for."""


class LazyPattern:
    """A class attribute: the compiled pattern of a text."""

    def __init__(self, text, flags=0):
        self._text, self._flags = text, flags

    def __get__(self, instance, owner):
        import re
        return re.compile(self._text, self._flags)


def replaced(instance, name):
    """What an instance or a subclass has put in a LazyPattern's place, or None."""
    for namespace in (vars(instance), *map(vars, type(instance).__mro__)):
        if name in namespace:
            value = namespace[name]
            return None if isinstance(value, LazyPattern) else value
