"""Numbers that several modules of the package share."""

# Seconds that closing a Runner gives the default executor's threads to finish.
THREAD_JOIN_TIMEOUT = 300
