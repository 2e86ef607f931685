"""The Document Object Model of the W3C: what its implementations share. The implementation is xml.dom.minidom."""


class Node:
    """The kinds of nodes."""

    ELEMENT_NODE = 1
    ATTRIBUTE_NODE = 2
    TEXT_NODE = 3
    CDATA_SECTION_NODE = 4
    ENTITY_REFERENCE_NODE = 5
    ENTITY_NODE = 6
    PROCESSING_INSTRUCTION_NODE = 7
    COMMENT_NODE = 8
    DOCUMENT_NODE = 9
    DOCUMENT_TYPE_NODE = 10
    DOCUMENT_FRAGMENT_NODE = 11
    NOTATION_NODE = 12


(INDEX_SIZE_ERR, DOMSTRING_SIZE_ERR, HIERARCHY_REQUEST_ERR, WRONG_DOCUMENT_ERR, INVALID_CHARACTER_ERR, NO_DATA_ALLOWED_ERR, NO_MODIFICATION_ALLOWED_ERR,
 NOT_FOUND_ERR, NOT_SUPPORTED_ERR, INUSE_ATTRIBUTE_ERR, INVALID_STATE_ERR, SYNTAX_ERR, INVALID_MODIFICATION_ERR, NAMESPACE_ERR, INVALID_ACCESS_ERR,
 VALIDATION_ERR) = range(1, 17)


class DOMException(Exception):
    """An operation that the model forbids; `code` says which rule."""

    def __init__(self, *args, **kw):
        if self.__class__ is DOMException:
            raise RuntimeError("DOMException should not be instantiated directly")
        Exception.__init__(self, *args, **kw)

    def _get_code(self):
        return self.code


def _exceptions():
    words = {'INDEX_SIZE': 'IndexSize', 'DOMSTRING_SIZE': 'DomstringSize', 'HIERARCHY_REQUEST': 'HierarchyRequest', 'WRONG_DOCUMENT': 'WrongDocument',
             'INVALID_CHARACTER': 'InvalidCharacter', 'NO_DATA_ALLOWED': 'NoDataAllowed', 'NO_MODIFICATION_ALLOWED': 'NoModificationAllowed',
             'NOT_FOUND': 'NotFound', 'NOT_SUPPORTED': 'NotSupported', 'INUSE_ATTRIBUTE': 'InuseAttribute', 'INVALID_STATE': 'InvalidState',
             'SYNTAX': 'Syntax', 'INVALID_MODIFICATION': 'InvalidModification', 'NAMESPACE': 'Namespace', 'INVALID_ACCESS': 'InvalidAccess',
             'VALIDATION': 'Validation'}
    for constant, word in words.items():
        name = word + 'Err'
        yield name, type(name, (DOMException,), {'code': globals()[constant + '_ERR'], '__module__': __name__, '__doc__': f'{constant}_ERR'})


globals().update(_exceptions())


class UserDataHandler:
    """What happened to a node that has user data."""

    NODE_CLONED = 1
    NODE_IMPORTED = 2
    NODE_DELETED = 3
    NODE_RENAMED = 4


XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/"
XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
EMPTY_NAMESPACE = None
EMPTY_PREFIX = None

_registered = {}


def registerDOMImplementation(name, factory):
    """Make an implementation known: factory() gives its DOMImplementation."""
    _registered[name] = factory


def getDOMImplementation(name=None, features=()):
    """A DOMImplementation: the one of that name, or one that has the features, pairs of name and version."""
    if name in (None, 'minidom', 'xml.dom.minidom'):
        from xml.dom import minidom
        implementation = minidom.getDOMImplementation()
    elif name in _registered:
        return _registered[name]()
    else:
        return __import__(name, {}, {}, ['getDOMImplementation']).getDOMImplementation()
    if isinstance(features, str):
        words = features.split()
        features = []
        while words:
            feature = words.pop(0)
            features.append((feature, words.pop(0) if words and words[0][0].isdigit() else None))
    for feature, version in features:
        if not implementation.hasFeature(feature, version):
            raise ImportError("no suitable DOM implementation found")
    return implementation
