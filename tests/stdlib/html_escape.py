# Escaping, unescaping, the names of characters.
import html
import html.entities as he
print(html.escape('<a href="x">\'&amp;'), html.escape('"\'<', quote=False), len(he.html5), len(he.name2codepoint), he.codepoint2name[228], he.entitydefs['euro'], he.html5['amp'], he.html5.get('NotEqualTilde;'), hex(he.name2codepoint['lang']))
for s in ['&lt;','&lt','&ltx','&notit;','&notin;','&#65;','&#x41','&#0;','&#128;','&#x80','&#xd800;','&#x110000;','&#11;','&#1;','&#xfffe','&amp;amp;','&','&;','&#;','&#x;','&bogus;','&copy2020','&CounterClockwiseContourIntegral;','a & b','&#99999999999;','&NotEqualTilde;','&acE;','&#13;','&hellip']: print(repr(s), ascii(html.unescape(s)))
