"""Numbers that several modules of the package share."""

# Seconds that closing a Runner gives the default executor's threads to finish.
THREAD_JOIN_TIMEOUT = 300

# Writes to a connection that is lost, after which the log says so.
LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5

# Seconds until accept() is tried again after it has failed for lack of descriptors.
ACCEPT_RETRY_DELAY = 1

# Frames of the tracebacks that debug mode keeps with objects.
DEBUG_STACK_DEPTH = 10

# Seconds that TLS gives a peer to shake hands, and to say goodbye.
SSL_HANDSHAKE_TIMEOUT = 60.0
SSL_SHUTDOWN_TIMEOUT = 30.0

# Bytes at a time when a file is sent without the system's help.
SENDFILE_FALLBACK_READBUFFER_SIZE = 1024 * 256

# Write-buffer limits of subprocess pipes and of TLS, in KiB.
FLOW_CONTROL_HIGH_WATER_SSL_READ = 256
FLOW_CONTROL_HIGH_WATER_SSL_WRITE = 512


class _SendfileMode:
    """How loop.sendfile() can work on a transport. Plain objects, since enum is not loaded for this."""

    UNSUPPORTED = 'UNSUPPORTED'
    TRY_NATIVE = 'TRY_NATIVE'
    FALLBACK = 'FALLBACK'
