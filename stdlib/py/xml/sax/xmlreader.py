"""What a SAX parser has to offer: readers, locators, input sources and attributes."""

from . import handler
from ._exceptions import SAXNotRecognizedException, SAXNotSupportedException


class XMLReader:
    """A parser that reads a whole document and calls handlers."""

    def __init__(self):
        self._cont_handler = handler.ContentHandler()
        self._dtd_handler = handler.DTDHandler()
        self._ent_handler = handler.EntityResolver()
        self._err_handler = handler.ErrorHandler()

    def parse(self, source):
        """Read a document, given by its address or as an InputSource, and call the handlers."""
        raise NotImplementedError("This method must be implemented!")

    def getContentHandler(self):
        """Who is told of the contents."""
        return self._cont_handler

    def setContentHandler(self, handler):
        """Choose who is told of the contents."""
        self._cont_handler = handler

    def getDTDHandler(self):
        """Who is told of declarations."""
        return self._dtd_handler

    def setDTDHandler(self, handler):
        """Choose who is told of declarations."""
        self._dtd_handler = handler

    def getEntityResolver(self):
        """Who finds external entities."""
        return self._ent_handler

    def setEntityResolver(self, resolver):
        """Choose who finds external entities."""
        self._ent_handler = resolver

    def getErrorHandler(self):
        """Who is told of errors."""
        return self._err_handler

    def setErrorHandler(self, handler):
        """Choose who is told of errors."""
        self._err_handler = handler

    def setLocale(self, locale):
        """Choose the language of messages: not possible here."""
        raise SAXNotSupportedException("Locale support not implemented")

    def getFeature(self, name):
        """The state of a feature."""
        raise SAXNotRecognizedException("Feature '%s' not recognized" % name)

    def setFeature(self, name, state):
        """Turn a feature on or off."""
        raise SAXNotRecognizedException("Feature '%s' not recognized" % name)

    def getProperty(self, name):
        """The value of a property."""
        raise SAXNotRecognizedException("Property '%s' not recognized" % name)

    def setProperty(self, name, value):
        """Give a property a value."""
        raise SAXNotRecognizedException("Property '%s' not recognized" % name)


class IncrementalParser(XMLReader):
    """A reader that takes a document piece by piece."""

    def __init__(self, bufsize=2 ** 16):
        self._bufsize = bufsize
        XMLReader.__init__(self)

    def parse(self, source):
        """Read a document, given by its address or as an InputSource, piece by piece, and call the handlers."""
        from . import saxutils
        source = saxutils.prepare_input_source(source)
        self.prepareParser(source)
        file = source.getCharacterStream() or source.getByteStream()
        while buffer := file.read(self._bufsize):
            self.feed(buffer)
        self.close()

    def feed(self, data):
        """Take the next piece."""
        raise NotImplementedError("This method must be implemented!")

    def prepareParser(self, source):
        """Called by parse() before the first piece."""
        raise NotImplementedError("prepareParser must be overridden!")

    def close(self):
        """The document is complete."""
        raise NotImplementedError("This method must be implemented!")

    def reset(self):
        """Make ready for another document after close()."""
        raise NotImplementedError("This method must be implemented!")


class Locator:
    """Tells where an event is in a document."""

    def getColumnNumber(self):
        """The column where the event ends."""
        return -1

    def getLineNumber(self):
        """The line where the event ends."""
        return -1

    def getPublicId(self):
        """The public name of the document that is read, or None."""
        return None

    def getSystemId(self):
        """The address of the document that is read, or None."""
        return None


class InputSource:
    """Where a document comes from: identifiers, an encoding, a stream of characters or of bytes."""

    def __init__(self, system_id=None):
        self.__system_id = system_id
        self.__public_id = None
        self.__encoding = None
        self.__bytefile = None
        self.__charfile = None

    def setPublicId(self, public_id):
        """Set the public identifier."""
        self.__public_id = public_id

    def getPublicId(self):
        """The public identifier."""
        return self.__public_id

    def setSystemId(self, system_id):
        """Set the system identifier."""
        self.__system_id = system_id

    def getSystemId(self):
        """The system identifier."""
        return self.__system_id

    def setEncoding(self, encoding):
        """Set the encoding; it counts for streams of bytes."""
        self.__encoding = encoding

    def getEncoding(self):
        """The encoding."""
        return self.__encoding

    def setByteStream(self, bytefile):
        """Set a binary file to read from."""
        self.__bytefile = bytefile

    def getByteStream(self):
        """The binary file, or None."""
        return self.__bytefile

    def setCharacterStream(self, charfile):
        """Set a text file to read from; it goes before the others."""
        self.__charfile = charfile

    def getCharacterStream(self):
        """The text file, or None."""
        return self.__charfile


class AttributesImpl:
    """The attributes of an element without namespaces, as a mapping."""

    def __init__(self, attrs):
        self._attrs = attrs

    def getLength(self):
        """How many there are."""
        return len(self._attrs)

    def getType(self, name):
        """The declared type: always CDATA here."""
        return "CDATA"

    def getValue(self, name):
        """The value."""
        return self._attrs[name]

    def getValueByQName(self, name):
        """The value."""
        return self._attrs[name]

    def getNameByQName(self, name):
        """The name, if there is such an attribute."""
        if name not in self._attrs:
            raise KeyError(name)
        return name

    getQNameByName = getNameByQName

    def getNames(self):
        """All names."""
        return list(self._attrs.keys())

    getQNames = getNames

    def __len__(self):
        return len(self._attrs)

    def __getitem__(self, name):
        return self._attrs[name]

    def keys(self):
        return list(self._attrs.keys())

    def __contains__(self, name):
        return name in self._attrs

    def get(self, name, alternative=None):
        return self._attrs.get(name, alternative)

    def copy(self):
        return self.__class__(self._attrs)

    def items(self):
        return list(self._attrs.items())

    def values(self):
        return list(self._attrs.values())


class AttributesNSImpl(AttributesImpl):
    """The attributes of an element with namespaces: names are pairs of namespace and local name."""

    def __init__(self, attrs, qnames):
        self._attrs = attrs
        self._qnames = qnames

    def getValueByQName(self, name):
        """The value for a name as written."""
        return self._attrs[self.getNameByQName(name)]

    def getNameByQName(self, name):
        """The pair for a name as written."""
        for pair, written in self._qnames.items():
            if written == name:
                return pair
        raise KeyError(name)

    def getQNameByName(self, name):
        """The name as written for a pair."""
        return self._qnames[name]

    def getQNames(self):
        """All names as written."""
        return list(self._qnames.values())

    def copy(self):
        return self.__class__(self._attrs, self._qnames)
