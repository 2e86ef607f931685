# re.LOCALE with IGNORECASE: sets and negated sets over all bytes; CPython looks for both cases, also where a set is negated.
import re

everything = bytes(range(256))
for text in (rb'[abC]', rb'[^abC]', rb'[^\sAz]', rb'[^a-mQ]', rb'[a-mQ]', rb'[^\w]', rb'[^\d\-x]', rb'[^]k]', rb'[^aA]', rb'[\Sq]', rb'[^\\[]', rb'[^\xe0-\xffb]', rb'x|[^y]+z'):
    for flags in (re.L | re.I, re.L, re.I, 0, re.L | re.I | re.X):
        pattern = re.compile(text, flags)
        found = [piece for piece in pattern.findall(everything)]
        print(text, int(flags), len(found), b''.join(found)[30:90])
print(re.findall(rb'(?L)(?i:[^a])+?', b'aAbB'), re.sub(rb'(?Li)[^k]{2}', b'-', b'KkabKa'), re.match(rb'(?Li)(?<=[^q])x', b'Qx'), re.search(rb'(?Li)(?<=[^q])x', b'Qx'))
