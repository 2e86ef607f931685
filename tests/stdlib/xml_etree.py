import xml.etree.ElementTree as ET, io
from xml.sax.saxutils import escape, unescape, quoteattr
doc='''<?xml version="1.0"?>
<data xmlns:x="http://x.org/">
  <country name="Liechtenstein"><rank>1</rank><year>2008</year><neighbor name="Austria" direction="E"/>tail</country>
  <country name='Singapore'><rank updated="yes">4</rank><x:foo a="1" x:b="2"/></country>
  <!-- c --><?pi data here?><![CDATA[<raw> & ]]>
  <e>&lt;&amp;&#65;&#x42;&quot;</e>
</data>'''
root=ET.fromstring(doc)
print(root.tag, root.attrib)
for c in root: print(c.tag, c.attrib, repr(c.text), repr(c.tail))
print(ET.tostring(root, encoding='unicode')); print(ET.tostring(root)); print(ET.tostring(root,'utf-8',xml_declaration=True)[:60], ET.tostring(root,'utf-16')[:20])
for p in ['country','country/rank','.//rank','*','./country[1]','country[last()]',"country[@name]","country[@name='Singapore']/rank",".//rank[.='4']","country[rank='1']",'.//rank/..','{http://x.org/}foo','.//{http://x.org/}foo','.//{*}foo','country[neighbor]','country[last()-1]','.//*[@updated]',"country[@name!='Singapore']", './/x:foo', '.']:
    print(p, [(e.tag,dict(e.attrib)) for e in root.findall(p, {'x':'http://x.org/'})])
print(root.find('nope'), root.findtext('country/rank'), root.findtext('nope','d'), root.findtext('country'))
for bad in ['a[0]', '/a', 'a[foo()]', 'y:foo']:
    try: print(root.findall(bad))
    except SyntaxError as e: print(bad, type(e).__name__, e)
print([e.tag for e in root.iter()][:6], list(root.itertext())[:5], [e.text for e in root.iter('rank')])
for b in ['', '<a>', '<a></b>', '<a b="1" b="2"/>', '<a/><b/>', 'x', '<a>&foo;</a>', '<a b=1/>', '<a><', '<a', '<a>\x01</a>', '<a b="<"/>', '<a>&</a>', '<a>\n  <b>\n</a>', '<x:a/>', '<a>]]></a>', '<a><!-- -- --></a>', '  <?xml version="1.0"?><a/>', '<a>&#0;</a>', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', '<a b="&nope;"/>','<a><b></a></b>','<1a/>','<a>text', '<a b/>', '<a b = "1" c="2"/>', '<a><![CDATA[x</a>','<?xml version="1.0" encoding="nope"?><a/>','<a b="1"c="2"/>','</a>','<a>\n\n  &bad;</a>', '<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]><a>&a;</a>']:
    try: print(repr(b), ET.tostring(ET.fromstring(b)))
    except ET.ParseError as e: print(repr(b), e, e.code, e.position)
a=ET.Element('a', {'k':'v"<>&\n'}, z='1'); b=ET.SubElement(a,'b'); b.text='x<y'; c=ET.SubElement(a,'c', n='2'); c.tail='t'; a.append(ET.Comment(' hi ')); a.append(ET.PI('p','q')); ET.SubElement(c,'d')
ET.dump(a); ET.indent(a); ET.dump(a); print(len(a), a[0].tag, [x.tag for x in a[0:2]], a.get('k'), a.get('q',5), a.keys(), a.items())
a.remove(b); a.insert(0, b); a.set('new','1'); print(ET.tostring(a,'unicode',short_empty_elements=False)); print(ET.tostring(a, method='text', encoding='unicode')); print(ET.tostring(ET.fromstring('<p>a<br/>b</p>'), method='html'))
try: a.remove(ET.Element('q'))
except ValueError as e: print(e)
try: a.append('x')
except TypeError as e: print(e)
try: ET.tostring(ET.Element('a', n=1))
except TypeError as e: print(e)
try: a[9]
except IndexError as e: print(e)
q=ET.Element(ET.QName('http://u/','t')); q.set('{http://v/}z','1'); print(ET.tostring(q)); ET.register_namespace('uu','http://u/'); print(ET.tostring(q))
for ev, el in ET.iterparse(io.BytesIO(doc.encode()), events=('start','end','start-ns','end-ns','comment','pi')): print(ev, getattr(el,'tag',el) if not callable(getattr(el,'tag',None)) else el.text)
t=ET.ElementTree(a); o=io.BytesIO(); t.write(o, encoding='utf-8', xml_declaration=True); print(o.getvalue()); o=io.StringIO(); t.write(o, encoding='unicode'); print(o.getvalue())
t2=ET.parse(io.StringIO(doc)); print(t2.getroot().tag, t2.find('country').get('name'), len(t2.findall('country')))
class T:
    def start(self,t,a): print('S',t,a)
    def end(self,t): print('E',t)
    def data(self,d): print('D',repr(d))
    def comment(self,d): print('C',d)
    def pi(self,t,d): print('P',t,d)
    def doctype(self,*a): print('DT',a)
    def close(self): return 'closed'
p=ET.XMLParser(target=T()); p.feed('<!DOCTYPE a SYSTEM "x.dtd"><a q="1"><b>t</b><!--c--><?p d?></a>'); print(p.close())
pp=ET.XMLPullParser(['start','end']); pp.feed('<a><b/></a>'); print([(e,x.tag) for e,x in pp.read_events()])
print(ET.XMLID('<a><b id="1"/><c id="2"/></a>')[1].keys(), ET.fromstringlist(['<a>','</a>']).tag, ET.iselement(a), ET.VERSION)
import copy; cc=copy.deepcopy(a); cc[0].text='changed'; print(a[0].text, cc[0].text); import pickle; print(ET.tostring(pickle.loads(pickle.dumps(b))))
print(escape('a<b>&"', {'"':'&quot;'}), unescape('&lt;&amp;lt;'), quoteattr('x"y'), quoteattr("x'\"y\n"), quoteattr('z'))
print(ET.fromstring('<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9</a>'.encode('latin-1')).text, ET.tostring(ET.fromstring('<a>é€</a>')), ET.tostring(ET.fromstring('<a>é</a>'),encoding='utf-8'))
