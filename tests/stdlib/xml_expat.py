# xml.parsers.expat: handlers, buffered text, positions, errors.
from xml.parsers import expat

DOCUMENT = b'''<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<!DOCTYPE r [<!ENTITY e "value">]>
<r a="1" b="2"><!--note--><x>one
two &e; \xc3\xa9</x><?target data?><![CDATA[<&>]]></r>'''


def show(name):
    return lambda *args: print(name, args)


parser = expat.ParserCreate()
for name in ('StartElementHandler', 'EndElementHandler', 'ProcessingInstructionHandler', 'CharacterDataHandler', 'CommentHandler', 'StartCdataSectionHandler',
             'EndCdataSectionHandler', 'StartDoctypeDeclHandler', 'EndDoctypeDeclHandler', 'EntityDeclHandler', 'XmlDeclHandler'):
    setattr(parser, name, show(name))
print(parser.Parse(DOCUMENT, True))

parser = expat.ParserCreate(namespace_separator='|')
parser.buffer_text = True
parser.ordered_attributes = True
parser.StartElementHandler = lambda name, attributes: print(name, attributes, parser.CurrentLineNumber, parser.CurrentColumnNumber)
parser.CharacterDataHandler = lambda text: print(repr(text))
parser.StartNamespaceDeclHandler = show('namespace')
parser.EndNamespaceDeclHandler = show('end of namespace')
parser.Parse('<a xmlns="urn:a" xmlns:b="urn:b" k="v" b:k="w">\n <b:c/>x\ny</a>', True)

for text in ('<a>', '<a></b>', '<a b=1/>', '', '<a>\n  &x;</a>', '<a/>x', '<a b="1" b="2"/>'):
    parser = expat.ParserCreate()
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        print(error, error.code, error.lineno, error.offset, expat.ErrorString(error.code), parser.ErrorCode, error.code == expat.errors.codes[expat.errors.messages[error.code]])
print(expat.errors.XML_ERROR_TAG_MISMATCH, expat.errors.XML_ERROR_SYNTAX, expat.model.XML_CTYPE_SEQ, expat.error is expat.ExpatError)
for wrong in (lambda: expat.ParserCreate(namespace_separator='too long'), lambda: expat.ParserCreate(namespace_separator=5), lambda: expat.ParserCreate(7)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
parser = expat.ParserCreate()
parser.SetBase('here')
print(parser.GetBase(), parser.buffer_size, parser.buffer_text, parser.intern)
