"""Parsers of XML; there is one, expat, whose events and settings are those of James Clark's library."""
