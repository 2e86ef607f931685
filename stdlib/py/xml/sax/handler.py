"""What SAX calls: classes to derive handlers from, and the names of features and properties."""

version = '2.0beta'


class ErrorHandler:
    """Decides what becomes of errors; as it stands, errors are raised and warnings printed."""

    def error(self, exception):
        """An error after which reading could go on."""
        raise exception

    def fatalError(self, exception):
        """An error after which reading ends."""
        raise exception

    def warning(self, exception):
        """Something to note."""
        print(exception)


class ContentHandler:
    """Is told what a document contains, in its order. Derived classes define what they want to know."""

    def __init__(self):
        self._locator = None

    def setDocumentLocator(self, locator):
        """Called first, with an object that tells the place of each event."""
        self._locator = locator

    def startDocument(self):
        """The document begins."""

    def endDocument(self):
        """The document is over; the last call."""

    def startPrefixMapping(self, prefix, uri):
        """A prefix, None for the default, stands for a namespace from the next element on."""

    def endPrefixMapping(self, prefix):
        """What startPrefixMapping() told is over."""

    def startElement(self, name, attrs):
        """An element begins; without namespaces."""

    def endElement(self, name):
        """An element ends; without namespaces."""

    def startElementNS(self, name, qname, attrs):
        """An element begins; its name is a pair of namespace and local name."""

    def endElementNS(self, name, qname):
        """An element ends; its name is a pair of namespace and local name."""

    def characters(self, content):
        """Text, of which one run may come in several calls."""

    def ignorableWhitespace(self, whitespace):
        """Blanks that mean nothing, where a parser knows that."""

    def processingInstruction(self, target, data):
        """A processing instruction."""

    def skippedEntity(self, name):
        """An entity that was not read."""


class DTDHandler:
    """Is told of notations and unparsed entities."""

    def notationDecl(self, name, publicId, systemId):
        """A notation was declared."""

    def unparsedEntityDecl(self, name, publicId, systemId, ndata):
        """An unparsed entity was declared."""


class EntityResolver:
    """Says where an external entity is to be read from."""

    def resolveEntity(self, publicId, systemId):
        """What to read for an entity: its address, or an InputSource."""
        return systemId


class LexicalHandler:
    """Is told of comments, CDATA sections and the document type."""

    def comment(self, content):
        """A comment."""

    def startDTD(self, name, public_id, system_id):
        """The document type declaration begins."""

    def endDTD(self):
        """The document type declaration ends."""

    def startCDATA(self):
        """A CDATA section begins."""

    def endCDATA(self):
        """A CDATA section ends."""


feature_namespaces = 'http://xml.org/sax/features/namespaces'
feature_namespace_prefixes = 'http://xml.org/sax/features/namespace-prefixes'
feature_string_interning = 'http://xml.org/sax/features/string-interning'
feature_validation = 'http://xml.org/sax/features/validation'
feature_external_ges = 'http://xml.org/sax/features/external-general-entities'
feature_external_pes = 'http://xml.org/sax/features/external-parameter-entities'
all_features = [feature_namespaces, feature_namespace_prefixes, feature_string_interning, feature_validation, feature_external_ges, feature_external_pes]

property_lexical_handler = 'http://xml.org/sax/properties/lexical-handler'
property_declaration_handler = 'http://xml.org/sax/properties/declaration-handler'
property_dom_node = 'http://xml.org/sax/properties/dom-node'
property_xml_string = 'http://xml.org/sax/properties/xml-string'
property_encoding = 'http://www.python.org/sax/properties/encoding'
property_interning_dict = 'http://www.python.org/sax/properties/interning-dict'
all_properties = [property_lexical_handler, property_dom_node, property_declaration_handler, property_xml_string, property_encoding,
                  property_interning_dict]
