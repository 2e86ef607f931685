"""The parser behind xml.parsers.expat, under the name by which older programs know it."""

from xml.parsers.expat import *
from xml.parsers.expat import ErrorString, ParserCreate
