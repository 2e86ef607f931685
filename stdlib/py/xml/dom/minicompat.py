"""The lists of nodes of minidom, and attributes that come from methods."""

import xml.dom

__all__ = ['NodeList', 'EmptyNodeList', 'StringTypes', 'defproperty']

StringTypes = (str,)


def _refuse(name):
    def set_it(self, value):
        raise xml.dom.NoModificationAllowedErr("attempt to modify read-only attribute " + repr(name))
    return set_it


class NodeList(list):
    """Nodes in order."""

    __slots__ = ()

    def item(self, index):
        """The node at an index, or None."""
        return self[index] if 0 <= index < len(self) else None

    def _get_length(self):
        return len(self)

    length = property(_get_length, _refuse('length'), doc="The number of nodes in the NodeList.")


class EmptyNodeList(tuple):
    """The child nodes of what has none."""

    __slots__ = ()

    def __add__(self, other):
        result = NodeList()
        result.extend(other)
        return result

    __radd__ = __add__

    def item(self, index):
        """None: there is no node at any index."""
        return None

    def _get_length(self):
        return 0

    length = property(_get_length, _refuse('length'), doc="The number of nodes in the NodeList.")


def defproperty(klass, name, doc):
    """Give a class a read-only attribute whose value is what its method _get_<name> returns."""
    getter = getattr(klass, '_get_' + name)
    setattr(klass, name, property(getter, _refuse(name), doc=doc))
