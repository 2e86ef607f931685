from html.parser import HTMLParser
class P(HTMLParser):
    def handle_starttag(self, tag, attrs): print("start", tag, attrs, self.getpos(), repr(self.get_starttag_text()))
    def handle_endtag(self, tag): print("end", tag)
    def handle_startendtag(self, tag, attrs): print("both", tag, attrs)
    def handle_data(self, data): print("data", repr(data))
    def handle_entityref(self, name): print("entity", name)
    def handle_charref(self, name): print("char", name)
    def handle_comment(self, data): print("comment", repr(data))
    def handle_decl(self, decl): print("decl", repr(decl))
    def handle_pi(self, data): print("pi", repr(data))
    def unknown_decl(self, data): print("unknown", repr(data))
for convert in (True, False):
    for text in ("<!DOCTYPE html><p class='a' id=b hidden>x &amp; y &#65; &copy z</p>", "<br/><img src=\"a&quot;b\" alt=''>", "<!-- note --><?php x ?><![CDATA[q]]>", "<script>if (a < b) '</p>'</script>", "<style>a > b</style>t", "a < b <3", "<p", "<P CLASS=X>", "<a b='1'b=2 c>", "</ p>", "<>", "</>", "<div><p>unclosed", "&", "&lt", "<!bogus>", "<a\nb\n=\n'c'>", "é<b>ü</b>"):
        print("--", repr(text)); p = P(convert_charrefs=convert); p.feed(text); p.close()
p = P(); p.feed("<a hr"); p.feed("ef='x'>t"); p.feed("ex"); p.feed("t</a>"); p.close(); p.reset(); print(p.rawdata == "", p.lasttag)
