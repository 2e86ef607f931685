"""Policies: what a message object does with values of headers. compat32 keeps them as they are."""

from email.header import Header

__all__ = ['Policy', 'Compat32', 'compat32']


class Policy:
    """Settings of parsers, generators and messages. Policies do not change; clone() and + make others."""

    raise_on_defect = False
    linesep = '\n'
    cte_type = '8bit'
    max_line_length = 78
    mangle_from_ = False
    message_factory = None
    verify_generated_headers = True
    utf8 = False

    def __init__(self, **kw):
        for name, value in kw.items():
            if not hasattr(type(self), name):
                raise TypeError('{!r} is an invalid keyword argument for {}'.format(name, self.__class__.__name__))
            object.__setattr__(self, name, value)

    def __setattr__(self, name, value):
        raise AttributeError('{!r} object attribute {!r} is read-only'.format(self.__class__.__name__, name) if hasattr(self, name)
                             else '{!r} object has no attribute {!r}'.format(self.__class__.__name__, name))

    def __add__(self, other):
        return self.clone(**other.__dict__)

    def clone(self, **kw):
        """A policy with some settings changed."""
        return type(self)(**{**self.__dict__, **kw})

    def handle_defect(self, obj, defect):
        if self.raise_on_defect:
            raise defect
        self.register_defect(obj, defect)

    def register_defect(self, obj, defect):
        obj.defects.append(defect)

    def header_max_count(self, name):
        """How many headers of a name there may be, None for any number."""
        return None

    def header_store_parse(self, name, value):
        """What is kept of a header that a program sets."""
        return name, value

    def header_fetch_parse(self, name, value):
        """What a program gets of a header that is kept."""
        return value


class Compat32(Policy):
    """The policy of old: values are what they were set to."""

    mangle_from_ = True

    def header_fetch_parse(self, name, value):
        if not isinstance(value, str):
            return value
        if any('\udc80' <= c <= '\udcff' for c in value):
            return Header(value.encode('ascii', 'surrogateescape').decode('utf-8', 'replace'), 'utf-8', header_name=name)
        return value


compat32 = Compat32()
