# minidom: reading, looking, changing, building, writing.
import io
import xml.dom
from xml.dom import minidom, pulldom
from xml.parsers.expat import ExpatError

SOURCE = '''<?xml version="1.0" encoding="utf-8"?>
<!-- list -->
<books xmlns="urn:b" xmlns:x="urn:x" kind="all"><book id="1" x:state="new">One &amp; only<sub/></book>
<book id="2"><![CDATA[<two>]]></book><?sort by id?></books>'''
document = minidom.parseString(SOURCE)
root = document.documentElement
print(root, root.tagName.upper(), root.namespaceURI, root.localName, root.prefix, document.encoding, document.version, document.standalone)
print([node.nodeName for node in document.childNodes], [node.nodeName for node in root.childNodes], root.childNodes.length)
for book in document.getElementsByTagName('book'):
    print(book.getAttribute('id'), repr(book.getAttribute('none')), book.hasAttribute('id'), [child.nodeValue for child in book.childNodes], book.parentNode is root)
first = root.firstChild
print(first.attributes.items(), first.attributes.length, first.attributes['id'].value, first.getAttributeNS('urn:x', 'state'), 'id' in first.attributes)
print(root.getElementsByTagNameNS('urn:b', '*').length, root.getElementsByTagNameNS('urn:x', 'book').length)
print(document.toxml())
print(document.toxml('ascii'))
print(first.toxml(), first.nextSibling.toxml().strip() == '', first.previousSibling, root.lastChild.target, root.lastChild.data)

# changing
copy = first.cloneNode(True)
copy.setAttribute('id', '3')
root.appendChild(copy)
root.insertBefore(document.createComment(' between '), copy)
root.removeChild(root.getElementsByTagName('book')[1])
copy.firstChild.data = 'three < 3'
copy.removeAttribute('x:state')
root.replaceChild(document.createTextNode('\n'), root.childNodes[1])
print(root.toxml())
print(first.nextSibling, first.nextSibling.nextSibling, root.childNodes[-1] is copy)
text = document.createTextNode('split here')
copy.appendChild(text)
rest = text.splitText(5)
print(repr(text.data), rest.data, text.wholeText, text.nextSibling is rest, text, len(text))
copy.normalize()
print([node.nodeName for node in copy.childNodes])
text.appendData('!')
text.replaceData(0, 5, 'SPLIT')
text.insertData(0, '>')
text.deleteData(0, 1)
print(text.data, text.substringData(1, 3))

# building
new = minidom.Document()
top = new.createElement('page')
new.appendChild(top)
for n in range(2):
    line = new.createElement('line')
    line.setAttribute('n', str(n))
    line.appendChild(new.createTextNode(f'"line" <{n}>'))
    top.appendChild(line)
empty = new.createElement('empty')
empty.setAttribute('quoted', 'a "b"\n<c>')
top.appendChild(empty)
mixed = new.createElement('mixed')
mixed.appendChild(new.createTextNode('text'))
mixed.appendChild(new.createElement('child'))
mixed.appendChild(new.createCDATASection('<raw>'))
top.appendChild(mixed)
top.appendChild(new.createProcessingInstruction('pi', 'data'))
print(new.toprettyxml(indent='  '))
print(new.toprettyxml(indent=' ', newl='\n', encoding='utf-8', standalone=True))
out = io.StringIO()
new.writexml(out, addindent='.', newl='|')
print(out.getvalue())
implementation = minidom.getDOMImplementation()
made = implementation.createDocument('urn:r', 'r:root', implementation.createDocumentType('r:root', '-//X', 'x.dtd'))
made.documentElement.setAttributeNS('urn:a', 'a:b', 'c')
print(made.toxml(), made.doctype.name, made.documentElement.prefix, implementation.hasFeature('core', '2.0'))
fragment = made.createDocumentFragment()
fragment.appendChild(made.createElement('f1'))
fragment.appendChild(made.createElement('f2'))
made.documentElement.appendChild(fragment)
print(made.documentElement.toxml(), fragment.childNodes)
made.documentElement.setIdAttribute('a:b')
print(made.getElementById('c') is made.documentElement, made.getElementById('d'))
print(made.importNode(root.firstChild, False).toxml())

for wrong in (lambda: top.removeChild(root), lambda: new.appendChild(new.createElement('second')), lambda: text.appendChild(top), lambda: new.createTextNode(5),
              lambda: top.removeAttribute('none'), lambda: top.setAttributeNode(empty.getAttributeNode('quoted')), lambda: new.appendChild(text),
              lambda: minidom.parseString('<a><b></a>'), lambda: minidom.parseString(''), lambda: xml.dom.DOMException('x'), lambda: text.substringData(99, 1)):
    try:
        wrong()
    except (xml.dom.DOMException, TypeError, RuntimeError, ExpatError) as error:
        print(type(error).__name__, getattr(error, 'code', None), str(error) if 'object at' not in str(error) and 'DOM' not in str(error) else '')
with minidom.parse(io.BytesIO(b'<a>\xc3\xa9</a>')) as parsed:
    print(parsed.documentElement.firstChild.data)
print(parsed.documentElement, xml.dom.Node.TEXT_NODE, xml.dom.HIERARCHY_REQUEST_ERR)

events = pulldom.parseString('<log><entry n="1">a<b/></entry><entry n="2">c</entry></log>')
for event, node in events:
    if event == pulldom.START_ELEMENT and node.tagName == 'entry':
        events.expandNode(node)
        print(node.toxml())
    else:
        print(event, node.nodeName)
