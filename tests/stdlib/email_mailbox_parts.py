from email.headerregistry import parser
from email.errors import HeaderParseError
for v in ['Bob Smith <bob@x.org>', 'bob@x.org', '"Q, R" <q@r.org>', 'x@', '<x@y>', 'x@y.z, w@v', 'é@x.org', '@x', '']:
    try:
        t, rest = parser.get_mailbox(v); print(repr(v), t.display_name, t.local_part, t.domain, repr(rest))
    except (HeaderParseError, ValueError, IndexError) as e: print(repr(v), 'error')
