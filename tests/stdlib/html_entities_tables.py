# html.entities and html: the tables agree with each other and with escape and unescape.
import html
from html.entities import codepoint2name, entitydefs, html5, name2codepoint

print(len(name2codepoint), len(codepoint2name), len(entitydefs), len(html5))
print(all(codepoint2name[code] in name2codepoint for code in codepoint2name), all(name2codepoint[name] == code for code, name in codepoint2name.items()), sorted(name2codepoint)[:6], entitydefs['amp'], entitydefs['eacute'], html5['amp'], html5['amp;'], ascii(html5['NotEqualTilde;']))
print(all(html.unescape('&' + name) == text for name, text in html5.items() if name.endswith(';')), sum(name.endswith(';') for name in html5), sorted(name for name in html5 if not name.endswith(';'))[:10])
for text in ('&amp', '&ampx', '&notit;', '&notin;', '&#65', '&#x41;', '&#0;', '&#128;', '&#xD800;', '&#x110000;', '&#xFFFFFFFFFF;', '&#1;', '&#x1;', '&;', '&#;', '&#x;', '& ', '&lt;&gt;', '&AMP;', '&nosuch;', '&NotEqualTilde;', '&#xfdd0;', '&frac12', '&#150;'):
    print(text, ascii(html.unescape(text)))
for text in ('<a href="x">\'&\'</a>', '', 'plain', '&amp;'):
    print(html.escape(text), html.escape(text, quote=False), html.unescape(html.escape(text)) == text)
for action in (lambda: html.escape(5), lambda: html.unescape(5), lambda: html.escape(b'<'), lambda: html.unescape(b'&')):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
