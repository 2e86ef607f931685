"""WSGI (PEP 3333): how web servers call applications. The parts are util, headers, handlers, types and simple_server."""
