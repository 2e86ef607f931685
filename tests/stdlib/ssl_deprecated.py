# Settings that are out of date say so, at the line of the script.
import warnings
warnings.showwarning = lambda message, category, filename, line, file=None, text=None: print(line, category.__name__, message)
import ssl
c=ssl.SSLContext()
c.options|=ssl.OP_NO_TLSv1_1|ssl.OP_NO_TLSv1_2
c.minimum_version=ssl.TLSVersion.TLSv1
c.maximum_version=ssl.TLSVersion.TLSv1_1
ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)
