"""A small implementation of the Document Object Model: documents as trees of nodes.

parse() and parseString() read, Document and its create... methods build, toxml() and toprettyxml() write. Nodes are here; reading is in
expatbuilder.
"""

import io
import xml.dom
from xml.dom import EMPTY_NAMESPACE, EMPTY_PREFIX, XMLNS_NAMESPACE
from xml.dom.minicompat import EmptyNodeList, NodeList

_nodeTypes_with_children = (xml.dom.Node.ELEMENT_NODE, xml.dom.Node.ENTITY_REFERENCE_NODE)


class Node(xml.dom.Node):
    """What all nodes have."""

    namespaceURI = None
    parentNode = None
    ownerDocument = None
    nextSibling = None
    previousSibling = None
    prefix = EMPTY_PREFIX
    attributes = None
    nodeValue = None
    localName = None

    def __bool__(self):
        return True

    @property
    def firstChild(self):
        """The child at the beginning, None without children."""
        return self.childNodes[0] if self.childNodes else None

    @property
    def lastChild(self):
        """The child at the end, None without children."""
        return self.childNodes[-1] if self.childNodes else None

    def toxml(self, encoding=None, standalone=None):
        """The node as XML: str, or bytes when there is an encoding."""
        return self.toprettyxml("", "", encoding, standalone)

    def toprettyxml(self, indent="\t", newl="\n", encoding=None, standalone=None):
        """The node as XML with lines that are indented."""
        writer = io.StringIO() if encoding is None else io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="xmlcharrefreplace", newline='\n')
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(writer, "", indent, newl, encoding, standalone)
        else:
            self.writexml(writer, "", indent, newl)
        return writer.getvalue() if encoding is None else writer.detach().getvalue()

    def hasChildNodes(self):
        """Are there children?"""
        return bool(self.childNodes)

    def _check_child(self, node):
        if node.nodeType not in self._child_node_types:
            raise xml.dom.HierarchyRequestErr("%s cannot be child of %s" % (repr(node), repr(self)))

    def _relink(self):
        """Set the siblings of the children."""
        before = None
        for child in self.childNodes:
            child.__dict__['previousSibling'] = before
            if before is not None:
                before.__dict__['nextSibling'] = child
            before = child
        if before is not None:
            before.__dict__['nextSibling'] = None

    def insertBefore(self, newChild, refChild):
        """Insert a node before a child, at the end if that is None."""
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(newChild.childNodes):
                self.insertBefore(child, refChild)
            return newChild
        self._check_child(newChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        if refChild is None:
            self.appendChild(newChild)
        else:
            try:
                index = self.childNodes.index(refChild)
            except ValueError:
                raise xml.dom.NotFoundErr()
            self.childNodes.insert(index, newChild)
            self._adopt(newChild)
            self._relink()
        return newChild

    def _adopt(self, node):
        node.parentNode = self
        _changed(self)

    def appendChild(self, node):
        """Add a node as the last child."""
        if node.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(node.childNodes):
                self.appendChild(child)
            return node
        self._check_child(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        last = self.childNodes[-1] if self.childNodes else None
        self.childNodes.append(node)
        node.__dict__['previousSibling'] = last
        node.__dict__['nextSibling'] = None
        if last is not None:
            last.__dict__['nextSibling'] = node
        self._adopt(node)
        return node

    def replaceChild(self, newChild, oldChild):
        """Put a node in the place of a child, which is the result."""
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            reference = oldChild.nextSibling
            self.removeChild(oldChild)
            return self.insertBefore(newChild, reference)
        self._check_child(newChild)
        if newChild is oldChild:
            return
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        try:
            index = self.childNodes.index(oldChild)
        except ValueError:
            raise xml.dom.NotFoundErr()
        self.childNodes[index] = newChild
        oldChild.parentNode = oldChild.__dict__['nextSibling'] = oldChild.__dict__['previousSibling'] = None
        self._adopt(newChild)
        self._relink()
        return oldChild

    def removeChild(self, oldChild):
        """Take a child out; it is the result."""
        try:
            self.childNodes.remove(oldChild)
        except ValueError:
            raise xml.dom.NotFoundErr()
        before, after = oldChild.previousSibling, oldChild.nextSibling
        if after is not None:
            after.__dict__['previousSibling'] = before
        if before is not None:
            before.__dict__['nextSibling'] = after
        oldChild.parentNode = oldChild.__dict__['nextSibling'] = oldChild.__dict__['previousSibling'] = None
        _changed(self)
        return oldChild

    def normalize(self):
        """Join texts that follow one another and drop empty ones."""
        kept = []
        for child in self.childNodes:
            if child.nodeType == Node.TEXT_NODE:
                if not child.data:
                    child.parentNode = None
                elif kept and kept[-1].nodeType == Node.TEXT_NODE:
                    kept[-1].data += child.data
                    child.parentNode = None
                else:
                    kept.append(child)
            else:
                kept.append(child)
                if child.nodeType == Node.ELEMENT_NODE:
                    child.normalize()
        self.childNodes[:] = kept
        self._relink()

    def cloneNode(self, deep):
        """A copy without a parent; `deep`: with all that is in it."""
        return _clone_node(self, deep, self.ownerDocument or self)

    def isSupported(self, feature, version):
        """Does the implementation have a feature?"""
        return self.ownerDocument.implementation.hasFeature(feature, version)

    def isSameNode(self, other):
        """Is it this very node?"""
        return self is other

    def getInterface(self, feature):
        """The node itself for a feature that there is, else None."""
        return self if self.isSupported(feature, None) else None

    def getUserData(self, key):
        """What setUserData() kept, or None."""
        return self.__dict__.get('_user_data', {}).get(key, (None,))[0]

    def setUserData(self, key, data, handler):
        """Keep something with the node; the former value is the result."""
        kept = self.__dict__.setdefault('_user_data', {})
        old = kept.pop(key, (None,))[0]
        if data is not None:
            kept[key] = data, handler
        return old

    def unlink(self):
        """Take the tree apart."""
        self.parentNode = self.ownerDocument = None
        if self.childNodes:
            for child in self.childNodes:
                child.unlink()
            self.childNodes = NodeList()
        self.__dict__['previousSibling'] = self.__dict__['nextSibling'] = None

    def __enter__(self):
        return self

    def __exit__(self, et, ev, tb):
        self.unlink()


def _changed(node):
    """Forget the ids that a document has looked up."""
    document = node if node.nodeType == Node.DOCUMENT_NODE else node.ownerDocument
    if document is not None:
        document.__dict__['_id_cache'] = None


def _write_data(writer, data):
    if data:
        writer.write(data.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace(">", "&gt;"))


def _elements(node, found, matches):
    stack = list(reversed(node.childNodes))
    while stack:
        child = stack.pop()
        if child.nodeType == Node.ELEMENT_NODE:
            if matches(child):
                found.append(child)
            stack.extend(reversed(child.childNodes))
    return found


class _Searching:
    """Elements below a node by name."""

    def getElementsByTagName(self, name):
        """All elements below with a name, '*' for any."""
        return _elements(self, NodeList(), lambda node: name in ("*", node.tagName))

    def getElementsByTagNameNS(self, namespaceURI, localName):
        """All elements below with a local name in a namespace, '*' for any."""
        return _elements(self, NodeList(), lambda node: localName in ("*", node.localName) and namespaceURI in ("*", node.namespaceURI))


class DocumentFragment(Node):
    """Nodes without a parent; appending it appends its children."""

    nodeType = Node.DOCUMENT_FRAGMENT_NODE
    nodeName = "#document-fragment"
    _child_node_types = (Node.ELEMENT_NODE, Node.TEXT_NODE, Node.CDATA_SECTION_NODE, Node.ENTITY_REFERENCE_NODE, Node.PROCESSING_INSTRUCTION_NODE,
                         Node.COMMENT_NODE, Node.NOTATION_NODE)

    def __init__(self):
        self.childNodes = NodeList()


def _split(name):
    prefix, colon, local = name.partition(":")
    return (prefix, local) if colon else (None, name)


class Attr(Node):
    """An attribute."""

    nodeType = Node.ATTRIBUTE_NODE
    ownerElement = None
    specified = False
    _is_id = False
    _child_node_types = (Node.TEXT_NODE, Node.ENTITY_REFERENCE_NODE)

    def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None, prefix=None):
        self._name = qName
        self.namespaceURI = namespaceURI
        self._prefix = prefix
        self._local = localName
        self.childNodes = NodeList()
        self.childNodes.append(Text())

    @property
    def localName(self):
        """The name without its prefix."""
        return self._local or _split(self._name)[1]

    @property
    def name(self):
        """The name as written."""
        return self._name

    @name.setter
    def name(self, value):
        self._name = value

    nodeName = name

    @property
    def value(self):
        """The value."""
        return ''.join(child.data for child in self.childNodes)

    @value.setter
    def value(self, value):
        self.childNodes[0].data = value
        del self.childNodes[1:]
        if self.ownerElement is not None:
            _changed(self.ownerElement)

    nodeValue = value

    @property
    def prefix(self):
        """What stands before the colon."""
        return self._prefix if self._prefix is not None else _split(self._name)[0] if self.namespaceURI else self._prefix

    @prefix.setter
    def prefix(self, prefix):
        if prefix == "xmlns" and self.namespaceURI != XMLNS_NAMESPACE:
            raise xml.dom.NamespaceErr("illegal use of 'xmlns' prefix for the wrong namespace")
        self._prefix = prefix
        self._name = self.localName if prefix is None else f"{prefix}:{self.localName}"

    @property
    def isId(self):
        """Whether this attribute identifies its element."""
        return self._is_id

    @property
    def schemaType(self):
        """What the document type declares the attribute to be."""
        return _no_type

    def unlink(self):
        element = self.ownerElement
        if element is not None:
            element.__dict__['_attrs'].pop(self.nodeName, None)
        self.ownerElement = None
        self.childNodes = NodeList()


class NamedNodeMap:
    """The attributes of an element, by name or by pair of namespace and local name."""

    def __init__(self, attrs, attrsNS=None, ownerElement=None):
        self._attrs = attrs
        self._ownerElement = ownerElement

    @property
    def length(self):
        """How many nodes there are."""
        return len(self._attrs)

    def item(self, index):
        try:
            return self[list(self._attrs)[index]]
        except IndexError:
            return None

    def items(self):
        return [(node.nodeName, node.value) for node in self._attrs.values()]

    def itemsNS(self):
        return [((node.namespaceURI, node.localName), node.value) for node in self._attrs.values()]

    def keys(self):
        return self._attrs.keys()

    def keysNS(self):
        return [(node.namespaceURI, node.localName) for node in self._attrs.values()]

    def values(self):
        return self._attrs.values()

    def _find(self, key):
        if not isinstance(key, tuple):
            return self._attrs.get(key)
        for node in self._attrs.values():
            if (node.namespaceURI, node.localName) == key:
                return node
        return None

    def get(self, name, value=None):
        return self._attrs.get(name, value)

    def __contains__(self, key):
        return self._find(key) is not None

    def __len__(self):
        return len(self._attrs)

    def __eq__(self, other):
        return self._attrs is getattr(other, '_attrs', None)

    def __lt__(self, other):
        return id(self._attrs) < id(getattr(other, '_attrs', None))

    __hash__ = None

    def __getitem__(self, key):
        node = self._find(key)
        if node is None:
            raise KeyError(key)
        return node

    def __setitem__(self, attname, value):
        if isinstance(value, str):
            node = self._attrs.get(attname)
            if node is None:
                node = Attr(attname)
                node.ownerDocument = self._ownerElement.ownerDocument
                self.setNamedItem(node)
            node.value = value
        elif isinstance(value, Attr):
            self.setNamedItem(value)
        else:
            raise TypeError("value must be a string or Attr object")

    def __delitem__(self, key):
        node = self[key]
        self._drop(node)
        node.unlink()

    def _drop(self, node):
        for name in [name for name, each in self._attrs.items() if each is node]:
            del self._attrs[name]
        node.ownerElement = None

    def getNamedItem(self, name):
        return self._attrs.get(name)

    def getNamedItemNS(self, namespaceURI, localName):
        return self._find((namespaceURI, localName))

    def removeNamedItem(self, name):
        node = self.getNamedItem(name)
        if node is None:
            raise xml.dom.NotFoundErr()
        self._drop(node)
        return node

    def removeNamedItemNS(self, namespaceURI, localName):
        node = self.getNamedItemNS(namespaceURI, localName)
        if node is None:
            raise xml.dom.NotFoundErr()
        self._drop(node)
        return node

    def setNamedItem(self, node):
        if not isinstance(node, Attr):
            raise xml.dom.HierarchyRequestErr("%s cannot be child of %s" % (repr(node), repr(self)))
        old = self._attrs.get(node.name)
        if old is not None:
            old.unlink()
        self._attrs[node.name] = node
        node.ownerElement = self._ownerElement
        _changed(self._ownerElement)
        return old

    setNamedItemNS = setNamedItem


AttributeList = NamedNodeMap


class TypeInfo:
    """What a schema says of a node: nothing here."""

    __slots__ = 'namespace', 'name'

    def __init__(self, namespace, name):
        self.namespace = namespace
        self.name = name

    def __repr__(self):
        if self.namespace:
            return "<%s %r (from %r)>" % (self.__class__.__name__, self.name, self.namespace)
        return "<%s %r>" % (self.__class__.__name__, self.name)


_no_type = TypeInfo(None, None)


class Element(_Searching, Node):
    """An element with attributes and children."""

    nodeType = Node.ELEMENT_NODE
    nodeValue = None
    schemaType = _no_type
    _child_node_types = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.TEXT_NODE, Node.CDATA_SECTION_NODE,
                         Node.ENTITY_REFERENCE_NODE)

    def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=None, localName=None):
        self.parentNode = None
        self.tagName = self.nodeName = tagName
        self.prefix = prefix
        self.namespaceURI = namespaceURI
        self.childNodes = NodeList()
        self._attrs = {}

    @property
    def localName(self):
        """The name without its prefix."""
        return _split(self.tagName)[1]

    @property
    def attributes(self):
        """The attributes by name."""
        return NamedNodeMap(self._attrs, None, self)

    def unlink(self):
        for attr in list(self._attrs.values()):
            attr.unlink()
        self._attrs = {}
        Node.unlink(self)

    def getAttribute(self, attname):
        """The value of an attribute, '' when there is none."""
        attr = self._attrs.get(attname)
        return "" if attr is None else attr.value

    def getAttributeNS(self, namespaceURI, localName):
        attr = self.getAttributeNodeNS(namespaceURI, localName)
        return "" if attr is None else attr.value

    def setAttribute(self, attname, value):
        """Give an attribute a value."""
        attr = self.getAttributeNode(attname)
        if attr is None:
            attr = Attr(attname)
            attr.ownerDocument = self.ownerDocument
            attr.value = value
            self.setAttributeNode(attr)
        elif value != attr.value:
            attr.value = value

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        prefix, local = _split(qualifiedName)
        attr = self.getAttributeNodeNS(namespaceURI, local)
        if attr is None:
            attr = Attr(qualifiedName, namespaceURI, local, prefix)
            attr.ownerDocument = self.ownerDocument
            attr.value = value
            self.setAttributeNode(attr)
        else:
            if value != attr.value:
                attr.value = value
            if attr.prefix != prefix:
                del self._attrs[attr.nodeName]
                attr._prefix = prefix
                attr._name = qualifiedName
                self._attrs[qualifiedName] = attr

    def getAttributeNode(self, attrname):
        return self._attrs.get(attrname)

    def getAttributeNodeNS(self, namespaceURI, localName):
        return self.attributes._find((namespaceURI, localName))

    def setAttributeNode(self, attr):
        """Put an Attr in; one that it displaces is the result."""
        if attr.ownerElement not in (None, self):
            raise xml.dom.InuseAttributeErr("attribute node already owned")
        old = self._attrs.get(attr.name)
        if old is None or old is not attr and attr.namespaceURI:
            same = self.getAttributeNodeNS(attr.namespaceURI, attr.localName)
            if same is not None and same is not attr and attr.namespaceURI:
                self.removeAttributeNode(same)
                old = same
        if old is not None and old is not attr and old.ownerElement is self:
            self.removeAttributeNode(old)
        self._attrs[attr.name] = attr
        attr.ownerElement = self
        _changed(self)
        return old if old is not attr else None

    setAttributeNodeNS = setAttributeNode

    def removeAttribute(self, name):
        """Take an attribute out."""
        attr = self._attrs.get(name)
        if attr is None:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(attr)

    def removeAttributeNS(self, namespaceURI, localName):
        attr = self.getAttributeNodeNS(namespaceURI, localName)
        if attr is None:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(attr)

    def removeAttributeNode(self, node):
        if node is None or self._attrs.get(node.name) is not node:
            raise xml.dom.NotFoundErr()
        del self._attrs[node.name]
        node.ownerElement = None
        _changed(self)
        return node

    removeAttributeNodeNS = removeAttributeNode

    def hasAttribute(self, name):
        """Is there an attribute of that name?"""
        return name in self._attrs

    def hasAttributeNS(self, namespaceURI, localName):
        return self.getAttributeNodeNS(namespaceURI, localName) is not None

    def hasAttributes(self):
        """Are there attributes?"""
        return bool(self._attrs)

    def setIdAttribute(self, name):
        """Say that an attribute is the element's id."""
        self.setIdAttributeNode(self.getAttributeNode(name))

    def setIdAttributeNS(self, namespaceURI, localName):
        self.setIdAttributeNode(self.getAttributeNodeNS(namespaceURI, localName))

    def setIdAttributeNode(self, idAttr):
        if idAttr is None or not self.isSameNode(idAttr.ownerElement):
            raise xml.dom.NotFoundErr()
        idAttr._is_id = True
        _changed(self)

    def __repr__(self):
        return "<DOM Element: %s at %#x>" % (self.tagName, id(self))

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write the element to a file object, beginning each line with indent and going addindent deeper with each level."""
        writer.write(indent + "<" + self.tagName)
        for name, attr in self._attrs.items():
            writer.write(' %s="' % name)
            _write_data(writer, attr.value)
            writer.write('"')
        if not self.childNodes:
            writer.write("/>" + newl)
            return
        writer.write(">")
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            self.childNodes[0].writexml(writer, '', '', '')
        else:
            writer.write(newl)
            for node in self.childNodes:
                node.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write("</%s>%s" % (self.tagName, newl))


class Childless:
    """What nodes without children answer."""

    attributes = None
    childNodes = EmptyNodeList()
    firstChild = None
    lastChild = None

    def _refuse(self, what):
        raise xml.dom.HierarchyRequestErr(self.nodeName + what)

    def appendChild(self, node):
        self._refuse(" nodes cannot have children")

    def hasChildNodes(self):
        return False

    def insertBefore(self, newChild, refChild):
        self._refuse(" nodes do not have children")

    def removeChild(self, oldChild):
        raise xml.dom.NotFoundErr(self.nodeName + " nodes do not have children")

    def normalize(self):
        pass

    def replaceChild(self, newChild, oldChild):
        self._refuse(" nodes do not have children")


class ProcessingInstruction(Childless, Node):
    """A processing instruction."""

    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        self.target = target
        self.data = data

    @property
    def nodeValue(self):
        return self.data

    @nodeValue.setter
    def nodeValue(self, value):
        self.data = value

    @property
    def nodeName(self):
        return self.target

    @nodeName.setter
    def nodeName(self, value):
        self.target = value

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write("%s<?%s %s?>%s" % (indent, self.target, self.data, newl))


class CharacterData(Childless, Node):
    """A node that is text of some sort."""

    def __init__(self):
        self.ownerDocument = self.parentNode = None
        self.previousSibling = self.nextSibling = None
        self._data = ''

    @property
    def data(self):
        """The text."""
        return self._data

    @data.setter
    def data(self, value):
        self._data = value

    nodeValue = data

    @property
    def length(self):
        """How many characters there are."""
        return len(self._data)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        data = self.data
        return '<DOM %s node "%r%s">' % (self.__class__.__name__, data[0:10], "..." if len(data) > 10 else "")

    def _check(self, offset, count=0, past=True):
        if offset < 0:
            raise xml.dom.IndexSizeErr("offset cannot be negative")
        if offset > len(self.data) or (offset == len(self.data) and past):
            raise xml.dom.IndexSizeErr("offset cannot be beyond end of data")
        if count < 0:
            raise xml.dom.IndexSizeErr("count cannot be negative")

    def substringData(self, offset, count):
        """Part of the text."""
        self._check(offset, count)
        return self.data[offset:offset + count]

    def appendData(self, arg):
        """Add to the end."""
        self.data = self.data + arg

    def insertData(self, offset, arg):
        """Insert text."""
        self._check(offset)
        if arg:
            self.data = self.data[:offset] + arg + self.data[offset:]

    def deleteData(self, offset, count):
        """Take part of the text out."""
        self._check(offset, count)
        if count:
            self.data = self.data[:offset] + self.data[offset + count:]

    def replaceData(self, offset, count, arg):
        """Put text in the place of a part."""
        self._check(offset, count)
        if count:
            self.data = self.data[:offset] + arg + self.data[offset + count:]


class Text(CharacterData):
    """Text between tags."""

    nodeType = Node.TEXT_NODE
    nodeName = "#text"

    def splitText(self, offset):
        """Cut in two; the second half, a new node, is the result."""
        self._check(offset, past=False)
        new = self.__class__()
        new.data = self.data[offset:]
        new.ownerDocument = self.ownerDocument
        after = self.nextSibling
        if self.parentNode is not None and self in self.parentNode.childNodes:
            if after is None:
                self.parentNode.appendChild(new)
            else:
                self.parentNode.insertBefore(new, after)
        self.data = self.data[:offset]
        return new

    def writexml(self, writer, indent="", addindent="", newl=""):
        _write_data(writer, "%s%s%s" % (indent, self.data, newl))

    @property
    def isWhitespaceInElementContent(self):
        """Whether there is nothing but white space, in an element that is declared to have no text."""
        return False

    def _neighbours(self):
        first = self
        while first.previousSibling is not None and first.previousSibling.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            first = first.previousSibling
        while first is not None and first.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            yield first
            first = first.nextSibling

    @property
    def wholeText(self):
        """This text with that of the text nodes beside it."""
        return ''.join(node.data for node in self._neighbours())

    def replaceWholeText(self, content):
        """Put a text in the place of this and its neighbouring texts."""
        for node in list(self._neighbours()):
            if node is not self or not content:
                node.parentNode.removeChild(node)
        if not content:
            return None
        self.data = content
        return self


class Comment(CharacterData):
    """A comment."""

    nodeType = Node.COMMENT_NODE
    nodeName = "#comment"

    def __init__(self, data):
        CharacterData.__init__(self)
        self._data = data

    def writexml(self, writer, indent="", addindent="", newl=""):
        if "--" in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write("%s<!--%s-->%s" % (indent, self.data, newl))


class CDATASection(Text):
    """Text that is written as it is."""

    nodeType = Node.CDATA_SECTION_NODE
    nodeName = "#cdata-section"

    def writexml(self, writer, indent="", addindent="", newl=""):
        if self.data.find("]]>") >= 0:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write("<![CDATA[%s]]>" % self.data)


class DocumentType(Childless, Node):
    """The document type declaration."""

    nodeType = Node.DOCUMENT_TYPE_NODE
    nodeValue = None
    name = publicId = systemId = internalSubset = None

    def __init__(self, qualifiedName):
        self.entities = NodeList()
        self.notations = NodeList()
        self.name = _split(qualifiedName)[1] if qualifiedName else qualifiedName
        self.nodeName = self.name

    def cloneNode(self, deep):
        if self.ownerDocument is not None:
            return None
        clone = DocumentType(None)
        clone.name = clone.nodeName = self.name
        return clone

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write("<!DOCTYPE " + self.name)
        if self.publicId:
            writer.write("%s  PUBLIC '%s'%s  '%s'" % (newl, self.publicId, newl, self.systemId))
        elif self.systemId:
            writer.write("%s  SYSTEM '%s'" % (newl, self.systemId))
        if self.internalSubset is not None:
            writer.write(" [%s]" % self.internalSubset)
        writer.write(">" + newl)


class DOMImplementation:
    """Makes documents."""

    _features = [("core", "1.0"), ("core", "2.0"), ("core", None), ("xml", "1.0"), ("xml", "2.0"), ("xml", None), ("ls-load", "3.0"), ("ls-load", None)]

    def hasFeature(self, feature, version):
        """Is there that feature in that version?"""
        return (feature.lower(), None if version == "" else version) in self._features

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        """A document, with a document element if there is a name for it."""
        if doctype and doctype.parentNode is not None:
            raise xml.dom.WrongDocumentErr("doctype object owned by another DOM tree")
        doc = Document()
        if not (namespaceURI is None and qualifiedName is None and doctype is None):
            if not qualifiedName:
                raise xml.dom.InvalidCharacterErr("Element with no name")
            prefix, _ = _split(qualifiedName)
            if prefix == "xml" and namespaceURI != xml.dom.XML_NAMESPACE:
                raise xml.dom.NamespaceErr("illegal use of 'xml' prefix")
            if prefix and not namespaceURI:
                raise xml.dom.NamespaceErr("illegal use of prefix without namespaces")
            element = doc.createElementNS(namespaceURI, qualifiedName)
            if doctype:
                doc.appendChild(doctype)
            doc.appendChild(element)
        if doctype:
            doctype.parentNode = doctype.ownerDocument = doc
        doc.doctype = doctype
        doc.implementation = self
        return doc

    def createDocumentType(self, qualifiedName, publicId, systemId):
        """A document type without entities."""
        doctype = DocumentType(qualifiedName)
        doctype.publicId = publicId
        doctype.systemId = systemId
        return doctype

    def getInterface(self, feature):
        return self if self.hasFeature(feature, None) else None


class Document(_Searching, Node):
    """A document: the root of a tree, and what makes its nodes."""

    nodeType = Node.DOCUMENT_NODE
    nodeName = "#document"
    nodeValue = attributes = parentNode = previousSibling = nextSibling = None
    implementation = DOMImplementation()
    _child_node_types = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.DOCUMENT_TYPE_NODE)
    actualEncoding = encoding = standalone = version = errorHandler = documentURI = None
    strictErrorChecking = False

    def __init__(self):
        self.doctype = None
        self.childNodes = NodeList()
        self._id_cache = None

    def appendChild(self, node):
        self._check_child(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        if node.nodeType == Node.ELEMENT_NODE and self.documentElement:
            raise xml.dom.HierarchyRequestErr("two document elements disallowed")
        return Node.appendChild(self, node)

    def removeChild(self, oldChild):
        if oldChild not in self.childNodes:
            raise xml.dom.NotFoundErr()
        Node.removeChild(self, oldChild)
        if self.doctype is oldChild:
            self.doctype = None
        return oldChild

    @property
    def documentElement(self):
        """The element that all others are in."""
        for node in self.childNodes:
            if node.nodeType == Node.ELEMENT_NODE:
                return node

    def unlink(self):
        if self.doctype is not None:
            self.doctype.unlink()
            self.doctype = None
        Node.unlink(self)

    def cloneNode(self, deep):
        if not deep:
            return None
        clone = self.implementation.createDocument(None, None, None)
        clone.encoding, clone.standalone, clone.version = self.encoding, self.standalone, self.version
        for child in self.childNodes:
            copy = _clone_node(child, True, clone)
            if copy is not None:
                clone.childNodes.append(copy)
                if copy.nodeType == Node.DOCUMENT_TYPE_NODE:
                    clone.doctype = copy
                copy.parentNode = clone
        clone._relink()
        return clone

    def _own(self, node):
        node.ownerDocument = self
        return node

    def createDocumentFragment(self):
        return self._own(DocumentFragment())

    def createElement(self, tagName):
        """A new element; it has no place yet."""
        return self._own(Element(tagName))

    def createTextNode(self, data):
        """A new text."""
        return self._text(Text(), data)

    def _text(self, node, data):
        if not isinstance(data, str):
            raise TypeError("node contents must be a string")
        node.data = data
        return self._own(node)

    def createCDATASection(self, data):
        return self._text(CDATASection(), data)

    def createComment(self, data):
        """A new comment."""
        return self._own(Comment(data))

    def createProcessingInstruction(self, target, data):
        return self._own(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        """A new attribute with an empty value."""
        attr = self._own(Attr(qName))
        attr.value = ""
        return attr

    def createElementNS(self, namespaceURI, qualifiedName):
        return self._own(Element(qualifiedName, namespaceURI, _split(qualifiedName)[0]))

    def createAttributeNS(self, namespaceURI, qualifiedName):
        prefix, local = _split(qualifiedName)
        attr = self._own(Attr(qualifiedName, namespaceURI, local, prefix))
        attr.value = ""
        return attr

    def getElementById(self, id):
        """The element with that id, by the attributes that were said to be ids; or None."""
        if self._id_cache is None:
            self._id_cache = {attr.value: element for element in _elements(self, [], lambda node: True) for attr in element._attrs.values() if attr._is_id}
        return self._id_cache.get(id)

    def importNode(self, node, deep):
        """A copy of another document's node."""
        if node.nodeType == Node.DOCUMENT_NODE:
            raise xml.dom.NotSupportedErr("cannot import document nodes")
        if node.nodeType == Node.DOCUMENT_TYPE_NODE:
            raise xml.dom.NotSupportedErr("cannot import document type nodes")
        return _clone_node(node, deep, self)

    def renameNode(self, n, namespaceURI, name):
        """Give an element or attribute another name."""
        if n.ownerDocument is not self:
            raise xml.dom.WrongDocumentErr("cannot rename nodes from other documents;\nexpected %s,\nfound %s" % (self, n.ownerDocument))
        if n.nodeType == Node.ELEMENT_NODE:
            n.tagName = n.nodeName = name
            n.prefix = _split(name)[0]
        elif n.nodeType == Node.ATTRIBUTE_NODE:
            owner = n.ownerElement
            if owner is not None:
                owner.removeAttributeNode(n)
            n._name, n._prefix, n._local = name, *_split(name)
        else:
            raise xml.dom.NotSupportedErr("renameNode() only applies to element and attribute nodes")
        n.namespaceURI = namespaceURI
        if n.nodeType == Node.ATTRIBUTE_NODE and owner is not None:
            owner.setAttributeNode(n)
        return n

    def writexml(self, writer, indent="", addindent="", newl="", encoding=None, standalone=None):
        """Write the document with its declaration to a file object."""
        parts = ['version="1.0"']       # the blank that follows when there is nothing else is CPython's
        if encoding:
            parts.append('encoding="%s"' % encoding)
        if standalone is not None:
            parts.append('standalone="%s"' % ("yes" if standalone else "no"))
        writer.write("<?xml %s%s?>%s" % (' '.join(parts), " " if len(parts) == 1 else "", newl))
        for node in self.childNodes:
            node.writexml(writer, indent, addindent, newl)


def _clone_node(node, deep, owner):
    kind = node.nodeType
    if kind == Node.ELEMENT_NODE:
        clone = owner.createElementNS(node.namespaceURI, node.nodeName)
        for attr in node._attrs.values():
            clone.setAttributeNS(attr.namespaceURI, attr.nodeName, attr.value)
            clone._attrs[attr.nodeName].specified = attr.specified
        children = node.childNodes if deep else ()
    elif kind == Node.DOCUMENT_FRAGMENT_NODE:
        clone = owner.createDocumentFragment()
        children = node.childNodes if deep else ()
    elif kind == Node.ATTRIBUTE_NODE:
        clone = owner.createAttributeNS(node.namespaceURI, node.nodeName)
        clone.specified = True
        clone.value = node.value
        children = ()
    else:
        children = ()
        if kind == Node.TEXT_NODE:
            clone = owner.createTextNode(node.data)
        elif kind == Node.CDATA_SECTION_NODE:
            clone = owner.createCDATASection(node.data)
        elif kind == Node.PROCESSING_INSTRUCTION_NODE:
            clone = owner.createProcessingInstruction(node.target, node.data)
        elif kind == Node.COMMENT_NODE:
            clone = owner.createComment(node.data)
        elif kind == Node.DOCUMENT_TYPE_NODE:
            clone = owner.implementation.createDocumentType(node.name, node.publicId, node.systemId)
            clone.internalSubset = node.internalSubset
            clone.ownerDocument = owner
        else:
            raise xml.dom.NotSupportedErr("Cannot clone node %s" % repr(node))
    for child in children:
        clone.appendChild(_clone_node(child, deep, owner))
    for key, (data, handler) in list(node.__dict__.get('_user_data', {}).items()):
        if handler is not None:
            operation = xml.dom.UserDataHandler.NODE_CLONED if node.ownerDocument is owner else xml.dom.UserDataHandler.NODE_IMPORTED
            handler.handle(operation, key, data, node, clone)
    return clone


def parse(file, parser=None, bufsize=None):
    """The Document of a file or of a file object."""
    if parser is not None or bufsize:
        from xml.dom import pulldom
        return pulldom.document_of(pulldom.parse(file, parser=parser, bufsize=bufsize))
    from xml.dom import expatbuilder
    return expatbuilder.parse(file)


def parseString(string, parser=None):
    """The Document of a str or bytes."""
    if parser is not None:
        from xml.dom import pulldom
        return pulldom.document_of(pulldom.parseString(string, parser=parser))
    from xml.dom import expatbuilder
    return expatbuilder.parseString(string)


def getDOMImplementation(features=None):
    """The DOMImplementation, if it has the features; else None."""
    if features:
        if isinstance(features, str):
            words = features.split()
            features = []
            while words:
                feature = words.pop(0)
                features.append((feature, words.pop(0) if words and words[0][0].isdigit() else None))
        for feature, version in features:
            if not Document.implementation.hasFeature(feature, version):
                return None
    return Document.implementation
