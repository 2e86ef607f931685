"""Classes that make messages of the common types."""
