# robots.txt: rules, delays, odd files.
import urllib.robotparser
R='''# comment
User-agent: *
Disallow: /private/
Allow: /private/ok
Crawl-delay: 3
Request-rate: 9/30

User-agent: bad
User-agent: worse
Disallow: /

User-agent: good/1.0
Disallow:
Sitemap: http://x/map.xml
Sitemap: http://x/map2.xml
'''
p=urllib.robotparser.RobotFileParser(); print(p.can_fetch('x','/')); p.parse(R.splitlines())
for a in ('x','bad','Worse/2','good','GoodBot'):
    print(a,[p.can_fetch(a,u) for u in ('/','/private/','/private/ok','http://h/private/x?y','/priv%61te/','')], p.crawl_delay(a), p.request_rate(a))
print(p); print(p.site_maps(), p.mtime()>0)
for text in ('','Disallow: /','User-agent: *\nDisallow: /a b\nDisallow: /%61','User-agent: a\n\nDisallow: /','User-agent: *\nAllow: /x\nDisallow: /','User-agent: *\nCrawl-delay: x\nRequest-rate: 1/x','User-agent: *\nDisallow: /?q\nUser-agent: b\nDisallow: /b'):
    q=urllib.robotparser.RobotFileParser(); q.parse(text.split('\n')); print(repr(text),[q.can_fetch('a',u) for u in ('/','/a b','/a','/x','/?q')],q.crawl_delay('a'),q.site_maps(),repr(str(q)))
