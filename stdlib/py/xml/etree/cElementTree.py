"""xml.etree.ElementTree under its old name."""

from xml.etree.ElementTree import *
