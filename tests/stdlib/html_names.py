import html
for s in ("&lt;b&gt;", "&amp;amp;", "&quot;x&#39;", "&#x41;&#65;", "&eacute;&Eacute;&nbsp;", "&notit;", "&not;it", "&copy 2020", "&unknown;", "&", "&;", "&#;", "&#x;", "&#0;", "&#x110000;", "&#xD800;", "&#128;", "&#x9f;", "&lt", "a&b", "&hellip;&mdash;", "&acE;", "&ThickSpace;", "&#13;", "&#1;", "&#xfdd0;", "&ampx", "&ltx"): print(repr(s), repr(html.unescape(s)))
for s in ("<a href=\"x\">'&</a>", "", "plain", "é<"): print(html.escape(s), html.escape(s, quote=False), html.escape(s, False))
from html.entities import name2codepoint, codepoint2name, entitydefs, html5
print(len(name2codepoint), len(html5), name2codepoint["euro"], codepoint2name[8364], entitydefs["lt"], html5["gt;"], html5["NotEqualTilde;"])
for bad in (5, None, b"x"):
    for f in (html.escape, html.unescape):
        try: print(f(bad))
        except Exception as e: print(type(e).__name__, e)
