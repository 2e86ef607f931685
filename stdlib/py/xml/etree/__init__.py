"""The ElementTree library."""
