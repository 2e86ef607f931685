"""XML as trees of elements.

An Element is a tag, a dict of attributes, `text` before the first child, the children, as a sequence, and `tail`, the text behind its end.
parse() and fromstring() read documents, ElementTree is a document as a whole, tostring() and ElementTree.write() make
text again. find(), findall(), findtext() and iterfind() take paths of a small part of XPath (see ElementPath).
"""

__all__ = [
    "Comment", "dump", "Element", "ElementTree", "fromstring", "fromstringlist", "indent", "iselement", "iterparse", "parse",
    "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring", "tostringlist", "TreeBuilder", "VERSION", "XML", "XMLID",
    "XMLParser", "XMLPullParser", "register_namespace",
]

VERSION = "1.3.0"

import _imp
import sys
import re
import warnings
import io
import collections
import collections.abc
import contextlib

from . import ElementPath
from xml.parsers._reader import Reader, XMLError, decode


class ParseError(SyntaxError):
    """A document that is not well-formed: `code` is expat's number of the error, `position` its line and column."""


def iselement(element):
    """Whether an object can stand for an Element, by the attribute `tag`."""
    return hasattr(element, 'tag')


@_imp.like_native
class Element:
    """An XML element: a sequence of its subelements, too."""

    tag = None
    attrib = None
    text = None
    tail = None

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f"Element() argument 2 must be dict, not {type(attrib).__name__}")
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self._children = []

    def __repr__(self):
        return "<%s %r at %#x>" % (self.__class__.__name__, self.tag, id(self))

    def makeelement(self, tag, attrib, /):
        """A new element of this class, in no tree."""
        return self.__class__(tag, attrib)

    def __copy__(self):
        elem = self.makeelement(self.tag, self.attrib)
        elem.text = self.text
        elem.tail = self.tail
        elem[:] = self
        return elem

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        warnings.warn("Testing an element's truth value will raise an exception in future versions.  "
                      "Use specific 'len(elem)' or 'elem is not None' test instead.", DeprecationWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError("child index out of range") from None

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for elt in element:
                self._assert_is_element(elt)
        else:
            self._assert_is_element(element)
        self._children[index] = element

    def __delitem__(self, index):
        del self._children[index]

    def __iter__(self):
        return iter(self._children)

    def append(self, subelement, /):
        """Put a child behind the others."""
        if not isinstance(subelement, Element):
            raise TypeError(f"append() argument 1 must be xml.etree.ElementTree.Element, not {type(subelement).__name__}")
        self._children.append(subelement)

    def extend(self, elements, /):
        """Put several children behind the others."""
        for element in elements:
            self._assert_is_element(element)
            self._children.append(element)

    def insert(self, index, subelement, /):
        """Put a child in front of the one with this index."""
        if not isinstance(subelement, Element):
            raise TypeError(f"insert() argument 2 must be xml.etree.ElementTree.Element, not {type(subelement).__name__}")
        self._children.insert(index, subelement)

    def _assert_is_element(self, e):
        if not isinstance(e, Element):
            raise TypeError('expected an Element, not "%s"' % type(e).__name__)

    def remove(self, subelement, /):
        """Remove the matching subelement: the object itself, not one with the same content. ValueError if it is not there."""
        for i, child in enumerate(self._children):
            if child is subelement:
                del self._children[i]
                return
        raise ValueError("list.remove(x): x not in list")

    def find(self, /, path, namespaces=None):
        """The first element on a path from here, or None."""
        return ElementPath.find(self, path, namespaces)

    def findtext(self, /, path, default=None, namespaces=None):
        """The text of the first element on a path: '' if it has none, the default if there is no element."""
        return ElementPath.findtext(self, path, default, namespaces)

    def findall(self, /, path, namespaces=None):
        """Find all matching subelements by tag name or path, in document order."""
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, /, path, namespaces=None):
        """The elements on a path from here, one at a time."""
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self, /):
        """Reset element: all subelements, attributes and texts go."""
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, /, key, default=None):
        """An attribute's value, or the default."""
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        """Give an attribute a value."""
        self.attrib[key] = value

    def keys(self, /):
        """The names of the attributes."""
        return list(self.attrib)

    def items(self, /):
        """Get element attributes as a sequence of (name, value)."""
        return list(self.attrib.items())

    def iter(self, /, tag=None):
        """Create tree iterator: over this element and all below it, in document order, with the tag if one is given."""
        if tag == "*":
            tag = None
        stack = [iter((self,))]
        while stack:
            for element in stack[-1]:
                if tag is None or element.tag == tag:
                    yield element
                stack.append(iter(element._children))
                break
            else:
                stack.pop()

    def itertext(self, /):
        """The texts of this element and of all below it, in document order."""
        if self.text:
            yield self.text
        stack = [iter(self._children)]
        tails = []
        while stack:
            for element in stack[-1]:
                if element.text:
                    yield element.text
                stack.append(iter(element._children))
                tails.append(element.tail)
                break
            else:
                stack.pop()
                tail = tails.pop() if tails else None
                if tail:
                    yield tail


def SubElement(parent, tag, attrib={}, **extra):
    """A new element as the last child of another."""
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    """Comment element factory: an element whose tag is this function, for a comment."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """Processing Instruction element factory: an element whose tag is this function."""
    element = Element(ProcessingInstruction)
    element.text = target + " " + text if text else target
    return element


PI = ProcessingInstruction


class QName:
    """Qualified name wrapper: for an attribute's value or a tag that is to be written with a prefix."""

    def __init__(self, text_or_uri, tag=None):
        self.text = "{%s}%s" % (text_or_uri, tag) if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return '<%s %r>' % (self.__class__.__name__, self.text)

    def __hash__(self):
        return hash(self.text)

    def __le__(self, other):
        return self.text <= (other.text if isinstance(other, QName) else other)

    def __lt__(self, other):
        return self.text < (other.text if isinstance(other, QName) else other)

    def __ge__(self, other):
        return self.text >= (other.text if isinstance(other, QName) else other)

    def __gt__(self, other):
        return self.text > (other.text if isinstance(other, QName) else other)

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, QName) else other)


class ElementTree:
    """An XML element hierarchy: a document with its root element."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        """The element that all others are in."""
        return self._root

    def _setroot(self, element):
        """Let another element be the one that all others are in."""
        self._root = element

    def parse(self, source, parser=None):
        """Read a document from a file name or file object into this tree: its root."""
        close_source = not hasattr(source, "read")
        if close_source:
            source = open(source, "rb")
        try:
            if parser is None:
                parser = XMLParser()
            while data := source.read(65536):
                parser.feed(data)
            self._root = parser.close()
            return self._root
        finally:
            if close_source:
                source.close()

    def iter(self, tag=None):
        """All elements in document order, or those with a tag."""
        return self._root.iter(tag)

    def _relative(self, path):
        if path[:1] == "/":
            path = "." + path
            warnings.warn("This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely on the current "
                          "behaviour, change it to %r" % path, FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        """The first element on a path from the root, or None."""
        return self._root.find(self._relative(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """Find first matching element by tag name or path, and give its text."""
        return self._root.findtext(self._relative(path), default, namespaces)

    def findall(self, path, namespaces=None):
        """The elements on a path from the root, as a list."""
        return self._root.findall(self._relative(path), namespaces)

    def iterfind(self, path, namespaces=None):
        """The elements on a path from the root, one at a time."""
        return self._root.iterfind(self._relative(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True):
        """Write the document to a file, named or open.

        encoding: US-ASCII by default; "unicode" for text
        xml_declaration: True for one, False for none, None for one unless the encoding is US-ASCII, UTF-8 or Unicode
        default_namespace: the one whose tags get no prefix
        method: "xml", "html" or "text"
        short_empty_elements: an element without contents is one tag rather than two
        """
        if self._root is None:
            raise TypeError('ElementTree not initialized')
        method = method or "xml"
        if method not in ("xml", "html", "text"):
            raise ValueError("unknown method %r" % method)
        encoding = encoding or "us-ascii"
        with _get_writer(file_or_filename, encoding) as (write, declared_encoding):
            if method == "xml" and (xml_declaration or (xml_declaration is None and encoding.lower() != 'unicode'
                                                       and declared_encoding.lower() not in ("utf-8", "us-ascii"))):
                write("<?xml version='1.0' encoding='%s'?>\n" % (declared_encoding,))
            if method == "text":
                for part in self._root.itertext():
                    write(part)
                if self._root.tail:
                    write(self._root.tail)
            else:
                qnames, namespaces = _namespaces(self._root, default_namespace)
                serialize = _serialize_xml if method == "xml" else _serialize_html
                serialize(write, self._root, qnames, namespaces, short_empty_elements)


# ---- writing ----

@contextlib.contextmanager
def _get_writer(file_or_filename, encoding):
    """A function that writes text, and the name of the encoding that the declaration has."""
    try:
        write = file_or_filename.write
    except AttributeError:
        if encoding.lower() == "unicode":
            encoding = "utf-8"
        with open(file_or_filename, "w", encoding=encoding, errors="xmlcharrefreplace") as file:
            yield file.write, encoding
        return
    if encoding.lower() == "unicode":
        yield write, getattr(file_or_filename, "encoding", None) or "utf-8"
        return
    with contextlib.ExitStack() as stack:
        if isinstance(file_or_filename, io.BufferedIOBase):
            file = file_or_filename
        elif isinstance(file_or_filename, io.RawIOBase):
            file = io.BufferedWriter(file_or_filename)
            stack.callback(file.detach)
        else:
            file = io.BufferedIOBase()
            file.writable = lambda: True
            file.write = write
            for name in ('seekable', 'tell'):
                if hasattr(file_or_filename, name):
                    setattr(file, name, getattr(file_or_filename, name))
        file = io.TextIOWrapper(file, encoding=encoding, errors="xmlcharrefreplace", newline="\n")
        stack.callback(file.detach)
        yield file.write, encoding


def _raise_serialization_error(text):
    raise TypeError("cannot serialize %r (type %s)" % (text, type(text).__name__))


def _namespaces(elem, default_namespace=None):
    """The written form of all names in the tree, and the prefixes of the namespaces in it."""
    qnames = {None: None}
    namespaces = {}
    if default_namespace:
        namespaces[default_namespace] = ""

    def add(qname):
        if isinstance(qname, QName):
            qname = qname.text
        if not isinstance(qname, str):
            _raise_serialization_error(qname)
        if qname in qnames:
            return
        if qname[:1] != "{":
            if default_namespace:
                raise ValueError("cannot use non-qualified names with default_namespace option")
            qnames[qname] = qname
            return
        uri, tag = qname[1:].rsplit("}", 1)
        prefix = namespaces.get(uri)
        if prefix is None:
            prefix = _namespace_map.get(uri)
            if prefix is None:
                prefix = "ns%d" % len(namespaces)
            if prefix != "xml":
                namespaces[uri] = prefix
        qnames[qname] = "%s:%s" % (prefix, tag) if prefix else tag

    for elem in elem.iter():
        tag = elem.tag
        if tag is not None and tag is not Comment and tag is not PI:
            add(tag)
        for key, value in elem.items():
            add(key)
            if isinstance(value, QName):
                add(value)
        if isinstance(elem.text, QName):
            add(elem.text)
    return qnames, namespaces


def _write_start(write, elem, tag, qnames, namespaces, escape):
    write("<" + tag)
    if namespaces:
        for uri, prefix in sorted(namespaces.items(), key=lambda x: x[1]):
            write(' xmlns%s="%s"' % (":" + prefix if prefix else '', _escape_attrib(uri)))
    for key, value in elem.items():
        if isinstance(key, QName):
            key = key.text
        write(' %s="%s"' % (qnames[key], qnames[value.text] if isinstance(value, QName) else escape(value)))


def _serialize_xml(write, elem, qnames, namespaces, short_empty_elements):
    tag = elem.tag
    text = elem.text
    if tag is Comment:
        write("<!--%s-->" % text)
    elif tag is ProcessingInstruction:
        write("<?%s?>" % text)
    else:
        tag = qnames[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                write(_escape_cdata(text))
            for e in elem:
                _serialize_xml(write, e, qnames, None, short_empty_elements)
        else:
            _write_start(write, elem, tag, qnames, namespaces, _escape_attrib)
            if text or len(elem) or not short_empty_elements:
                write(">")
                if text:
                    write(qnames[text.text] if isinstance(text, QName) else _escape_cdata(text))
                for e in elem:
                    _serialize_xml(write, e, qnames, None, short_empty_elements)
                write("</" + tag + ">")
            else:
                write(" />")
    if elem.tail:
        write(_escape_cdata(elem.tail))


HTML_EMPTY = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta", "param", "source",
              "track", "wbr"}


def _serialize_html(write, elem, qnames, namespaces, short_empty_elements):
    tag = elem.tag
    text = elem.text
    if tag is Comment:
        write("<!--%s-->" % _escape_cdata(text))
    elif tag is ProcessingInstruction:
        write("<?%s?>" % _escape_cdata(text))
    else:
        tag = qnames[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                write(_escape_cdata(text))
            for e in elem:
                _serialize_html(write, e, qnames, None, short_empty_elements)
        else:
            _write_start(write, elem, tag, qnames, namespaces, _escape_attrib_html)
            write(">")
            ltag = tag.lower()
            if text:
                write(text if ltag in ("script", "style") else _escape_cdata(text))
            for e in elem:
                _serialize_html(write, e, qnames, None, short_empty_elements)
            if ltag not in HTML_EMPTY:
                write("</" + tag + ">")
    if elem.tail:
        write(_escape_cdata(elem.tail))


_namespace_map = {
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://schemas.xmlsoap.org/wsdl/": "wsdl",
    "http://www.w3.org/2001/XMLSchema": "xs",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://purl.org/dc/elements/1.1/": "dc",
}


def register_namespace(prefix, uri):
    """Register a namespace prefix: what it stood for, and other prefixes of the namespace, are forgotten. ValueError for ns0, ns1..."""
    if re.match(r"ns\d+$", prefix):
        raise ValueError("Prefix format reserved for internal use")
    for k, v in list(_namespace_map.items()):
        if k == uri or v == prefix:
            del _namespace_map[k]
    _namespace_map[uri] = prefix


register_namespace._namespace_map = _namespace_map


def _escape_cdata(text):
    try:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


def _escape_attrib(text):
    try:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


def _escape_attrib_html(text):
    try:
        return text.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;")
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    """An element and all in it as bytes, or, with encoding "unicode", as a str; the arguments are those of ElementTree.write()."""
    stream = io.StringIO() if encoding == 'unicode' else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace, method=method,
                               short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    """As tostring(), but a list of parts, which joined are the text."""
    return [tostring(element, encoding, method, xml_declaration=xml_declaration, default_namespace=default_namespace,
                     short_empty_elements=short_empty_elements)]


def dump(elem):
    """Print an element or a document, for debugging."""
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout, encoding="unicode")
    tail = elem.getroot().tail
    if not tail or tail[-1] != "\n":
        sys.stdout.write("\n")


def indent(tree, space="  ", level=0):
    """Indent an XML document by inserting newlines and indentation space after elements, with `space` for each level. `level` is that of the
    tree's own beginning. Text that is more than space is left alone."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")
    if not len(tree):
        return

    def is_blank(text):
        return not text or not text.strip()

    def indent_children(elem, level):
        inner = "\n" + (level + 1) * space
        if is_blank(elem.text):
            elem.text = inner
        for child in elem:
            if len(child):
                indent_children(child, level + 1)
            if is_blank(child.tail):
                child.tail = inner
        if is_blank(child.tail):
            child.tail = "\n" + level * space

    indent_children(tree, level)


# ---- reading ----

def parse(source, parser=None):
    """Read a document from a file name or file object: an ElementTree."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def iterparse(source, events=None, parser=None):
    """Read a document and give pairs of event and element on the way; the iterator's `root` is set at the end.

    The events may be 'start', 'end', 'start-ns', 'end-ns', 'comment' and 'pi'; 'end' alone is the default.
    """
    pull = XMLPullParser(events=events, _parser=parser)
    file = None if hasattr(source, "read") else open(source, "rb")

    class IterParseIterator(collections.abc.Iterator):
        root = None

        def __init__(self):
            self.iterator = self.run()

        def run(self):
            stream = file or source
            try:
                while data := stream.read(64 * 1024):
                    pull._parser.feed(data)
                try:
                    root = pull._close_and_return_root()
                finally:
                    yield from pull.read_events()
                self.root = root
            finally:
                self.close()

        def __next__(self):
            return next(self.iterator)

        def close(self):
            if file:
                file.close()

    return IterParseIterator()


class XMLPullParser:
    """A parser that is fed and asked: read_events() gives the events that came up. They come up when the document is complete."""

    def __init__(self, events=None, *, _parser=None):
        self._events_queue = collections.deque()
        self._parser = _parser or XMLParser(target=TreeBuilder())
        self._parser._setevents(self._events_queue, ("end",) if events is None else events)

    def feed(self, data):
        """Read one more piece of the document."""
        if self._parser is None:
            raise ValueError("feed() called after end of stream")
        if data:
            try:
                self._parser.feed(data)
                self._parser._try_complete()
            except SyntaxError as exc:
                self._events_queue.append(exc)

    def _close_and_return_root(self):
        root = self._parser.close()
        self._parser = None
        return root

    def close(self):
        """The document has ended: raises what is wrong with it."""
        self._close_and_return_root()

    def read_events(self):
        """The pairs of event and element that are there by now: each event comes once."""
        events = self._events_queue
        while events:
            event = events.popleft()
            if isinstance(event, Exception):
                raise event
            yield event


def XML(text, parser=None):
    """Read a document from a str or bytes: its root. fromstring() is another name."""
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    """As XML(), together with a dict of the elements by their attribute "id"."""
    tree = XML(text, parser)
    return tree, {elem.get("id"): elem for elem in tree.iter() if elem.get("id")}


def fromstringlist(sequence, parser=None):
    """Read a document from pieces in a list: its root."""
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()


@_imp.like_native
class TreeBuilder:
    """Generic element structure builder: turns calls of start, data and end into elements. Comments and instructions are left out unless asked for.

    *element_factory*, *comment_factory* and *pi_factory* make the elements.
    """

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._data = []
        self._elem = []
        self._last = None
        self._root = None
        self._tail = False
        self._factory = element_factory or Element
        self._comment_factory = comment_factory or Comment
        self._pi_factory = pi_factory or ProcessingInstruction
        self.insert_comments = insert_comments
        self.insert_pis = insert_pis

    def close(self, /):
        """The root, when all has been built."""
        if self._elem:
            raise AssertionError("missing end tags")
        if self._root is None:
            raise AssertionError("missing toplevel element")
        return self._root

    def _flush(self):
        if self._data:
            if self._last is not None:
                text = "".join(self._data)
                if self._tail:
                    self._last.tail = text
                else:
                    self._last.text = text
            self._data = []

    def data(self, data, /):
        """Text at the place that has been reached."""
        self._data.append(data)

    def start(self, tag, attrs, /):
        """A new element begins here, and is returned."""
        self._flush()
        self._last = elem = self._factory(tag, attrs)
        if self._elem:
            self._elem[-1].append(elem)
        elif self._root is None:
            self._root = elem
        self._elem.append(elem)
        self._tail = False
        return elem

    def end(self, tag, /):
        """The current element ends, and is returned."""
        self._flush()
        self._last = self._elem.pop()
        self._tail = True
        return self._last

    def comment(self, text, /):
        """A comment at the place that has been reached."""
        return self._single(self._comment_factory, self.insert_comments, text)

    def pi(self, target, text=None, /):
        """A processing instruction at the place that has been reached."""
        return self._single(self._pi_factory, self.insert_pis, target, text)

    def _single(self, factory, insert, *args):
        elem = factory(*args)
        if insert:
            self._flush()
            self._last = elem
            if self._elem:
                self._elem[-1].append(elem)
            self._tail = True
        return elem


class _Events:
    """What the reader calls: hands on to the target, and notes the events that are asked for."""

    def __init__(self, parser):
        target = parser.target
        wanted, queue = parser._wanted, parser._queue
        self.target_start = getattr(target, 'start', None)
        self.target_end = getattr(target, 'end', None)
        self.names = {}
        self.queue = queue
        self.wants_start, self.wants_end = 'start' in wanted, 'end' in wanted
        if hasattr(target, 'data'):
            self.text = target.data
        if hasattr(target, 'comment'):
            self.comment = (lambda text: queue.append(('comment', target.comment(text)))) if 'comment' in wanted else target.comment
        if hasattr(target, 'pi'):
            self.instruction = ((lambda t, d: queue.append(('pi', target.pi(t, d)))) if 'pi' in wanted else lambda t, d: target.pi(t, d))
        if hasattr(target, 'doctype'):
            self.start_doctype = lambda name, system, public, subset: target.doctype(name, public, system)
        start_ns, end_ns = getattr(target, 'start_ns', None), getattr(target, 'end_ns', None)
        if 'start-ns' in wanted:
            self.start_ns = lambda p, u: queue.append(('start-ns', start_ns(p or '', u) if start_ns else (p or '', u)))
        elif start_ns:
            self.start_ns = lambda p, u: start_ns(p or '', u)
        if 'end-ns' in wanted:
            self.end_ns = lambda p: queue.append(('end-ns', end_ns(p or '') if end_ns else None))
        elif end_ns:
            self.end_ns = lambda p: end_ns(p or '')

    def fix(self, name):
        fixed = self.names.get(name)
        if fixed is None:
            fixed = self.names[name] = '{' + name if '}' in name else name
        return fixed

    def start(self, name, attributes):
        if self.target_start:
            fix = self.fix
            elem = self.target_start(fix(name), {fix(key): value for key, value in attributes})
            if self.wants_start:
                self.queue.append(('start', elem))

    def end(self, name):
        if self.target_end:
            elem = self.target_end(self.fix(name))
            if self.wants_end:
                self.queue.append(('end', elem))


@_imp.like_native
class XMLParser:
    """Reads a document piece by piece and tells a target of it, a TreeBuilder by default: what feed() got is read at close().

    `encoding` wins over what the document says.
    """

    def __init__(self, *, target=None, encoding=None):
        self.target = TreeBuilder() if target is None else target
        self._encoding = encoding
        self._data = []
        self._wanted = ()
        self._queue = None
        self._done = False
        self.entity = {}
        self.version = "Expat 2.5.0"

    def _setevents(self, queue, events):
        for event in events:
            if event not in ('start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'):
                raise ValueError("unknown event %r" % event)
        self._queue = queue
        self._wanted = frozenset(events)

    def _raise(self, error):
        err = ParseError(str(error))
        err.code = error.code
        err.position = error.lineno, error.offset
        raise err from None

    def feed(self, data, /):
        """Keep one more piece of the document."""
        if not isinstance(data, (str, bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        self._data.append(data if isinstance(data, str) else bytes(data))

    def _joined(self):
        parts = self._data
        if all(isinstance(part, str) for part in parts):
            return ''.join(parts)
        return decode(b''.join(part.encode() if isinstance(part, str) else part for part in parts), self._encoding)

    def _try_complete(self):
        """For XMLPullParser: reads the document as soon as it is whole."""
        if self._done or (b'>' if isinstance(self._data[-1], bytes) else '>') not in self._data[-1]:
            return
        try:
            text = self._joined()
            Reader(None).read(text)
        except XMLError as error:
            if error.code in (3, 5, 20):
                return
            text = self._joined()
        self._read(text)

    def _read(self, text):
        self._done = True
        reader = Reader(_Events(self), '}')
        reader.entities.update(self.entity)
        try:
            reader.read(text)
        except XMLError as error:
            self._raise(error)

    def close(self, /):
        """Read the document to the end: what the target's close() gives, with TreeBuilder the root."""
        if not self._done:
            try:
                text = self._joined()
            except XMLError as error:
                self._raise(error)
            self._read(text)
        self._data = []
        close_handler = getattr(self.target, 'close', None)
        return close_handler() if close_handler else None

    def flush(self):
        """There is nothing to do: the document is read when it is complete."""
