# Sessions that are taken up again, and what the context counts.
import ssl
from _tls import *

c, s = client_context(maximum_version=ssl.TLSVersion.TLSv1_2), server_context()
a, b, *_ = memory_pair(c, s)
shake(a, b)
session = a.session
print(type(session).__name__, len(session.id), session.timeout, session.has_ticket, session.time > 0, session.ticket_lifetime_hint)
print(session == a.session, session != a.session, session == 3)
show(hash, session)
incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
again = c.wrap_bio(incoming, outgoing, server_hostname='localhost', session=session)
server = s.wrap_bio(outgoing, incoming, server_side=True)
shake(again, server)
print(a.session_reused, again.session_reused, server.session_reused)
print(c.session_stats()['connect_good'], s.session_stats()['hits'], s.session_stats()['accept_good'])
show(setattr, again, 'session', session)
show(setattr, again, 'session', 3)
show(setattr, memory_pair(client_context())[0], 'session', session)
show(setattr, memory_pair(c, s)[1], 'session', b.session)
