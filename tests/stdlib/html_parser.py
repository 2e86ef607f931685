# The parser over correct and broken documents, with and without resolving references.
from html.parser import HTMLParser


class P(HTMLParser):
    def handle_starttag(self,t,a): print('start',t,a,self.get_starttag_text(),self.getpos())
    def handle_endtag(self,t): print('end',t,self.getpos())
    def handle_data(self,d): print('data',repr(d))
    def handle_comment(self,d): print('comment',repr(d))
    def handle_decl(self,d): print('decl',repr(d))
    def handle_pi(self,d): print('pi',repr(d))
    def handle_charref(self,d): print('charref',d)
    def handle_entityref(self,d): print('entity',d)
    def unknown_decl(self,d): print('unknown',repr(d))
class Q(P):
    def handle_startendtag(self,t,a): print('startend',t,a)
T=['<!DOCTYPE html><html lang=en><p class="a b" id=\'x\' checked>Hi &amp; bye<br/>there</p><!-- c --></html>','<a href="?a=1&amp;b=2" b=c/>','<script>if (a<b && c>d) "</p>"</script>x','<style>a&gt;b</style>','text only & more','<','a<b','a < b','<p','<p class="x','</p','<!--x','<![CDATA[x]]>y','<?php x ?>y','<?x','<!foo>','<!>','</>','</ p>','<p/ >','<a b = c d=\'e"f\' g="h\'i">','<A HREF=X>','<a\nb\n>\nx\ny</a>','&#65; &#x41 &lt &copy; &bogus','<a b="&quot;&lt;">','<img src=x/>','<br / >','<p a=1 a=2>','<x:y z:w="1">','<a"b">','<a b=>','<a =b>','<1>','<a<b>','x</b y>z','<script><!-- x --></script>','<SCRIPT>x</Script >','<a b="c"d="e">','<!doctype x [y]>','<![if IE]>x<![endif]>','<p>&','&#x;a;','&#','<div><div></p></div>','</a/>','<a/b/c>','<!-- a -- b --><!---->z<!--->','<a b=\'c>d\'>','&lt','&ltfoo;','a&','<title>a<b></title>']
for C in (P,Q):
  for conv in (True,False):
    for t in T:
        print('---',C.__name__,conv,repr(t))
        p=C(convert_charrefs=conv)
        try: p.feed(t); print('|'); p.close()
        except Exception as e: print(type(e).__name__, e)
  p=C()
  for ch in '<p a="1">x &am'+'p; y</p><script>a</scr'+'ipt>': p.feed(ch)
  p.close()
