# The abstract classes: everything raises NotImplementedError, or has its documented default.
import asyncio

calls = {
    asyncio.BaseTransport: ['is_closing', 'close', 'get_protocol'],
    asyncio.ReadTransport: ['is_reading', 'pause_reading', 'resume_reading'],
    asyncio.WriteTransport: ['set_write_buffer_limits', 'get_write_buffer_size', 'get_write_buffer_limits', 'write_eof',
                             'can_write_eof', 'abort'],
    asyncio.DatagramTransport: ['abort'],
    asyncio.SubprocessTransport: ['get_pid', 'get_returncode', 'terminate', 'kill'],
}
for cls, names in calls.items():
    for name in names:
        try:
            getattr(cls(), name)()
        except NotImplementedError as exc:
            print(cls.__name__, name, repr(exc))
for cls in asyncio.Transport.__mro__:
    print(cls.__name__, end=' ')
print()
print(asyncio.Transport({'a': 1}).get_extra_info('a'), asyncio.BaseTransport().get_extra_info('a', 'none'))


class Joined(asyncio.WriteTransport):
    def write(self, data):
        print('write', data)

Joined().writelines([b'a', b'b'])
for cls in (asyncio.BaseProtocol, asyncio.Protocol, asyncio.BufferedProtocol, asyncio.DatagramProtocol,
            asyncio.SubprocessProtocol):
    print(cls.__name__, cls.__mro__[1].__name__, cls.__slots__, [n for n in vars(cls) if not n.startswith('_')])
p = asyncio.Protocol()
print(p.connection_made(None), p.data_received(b''), p.eof_received(), p.connection_lost(None), p.pause_writing())
