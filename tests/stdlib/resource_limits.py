# Limits and usage of the process.
import resource

soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (100, hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0], resource.prlimit(0, resource.RLIMIT_NOFILE)[0])
for args in ((resource.RLIMIT_NOFILE, (hard + 5, hard)), (99, (1, 1)), (resource.RLIMIT_NOFILE, (1,)), (resource.RLIMIT_NOFILE, ('a', 1)), ('x', (1, 1)),
             (resource.RLIMIT_NOFILE, 5)):
    try:
        resource.setrlimit(*args)
    except Exception as e:
        print(type(e).__name__, e)
u = resource.getrusage(resource.RUSAGE_SELF)
print(u.ru_maxrss > 0, len(u), type(u).__name__, u.ru_utime == u[0])
try:
    resource.getrusage(77)
except ValueError as e:
    print(e)
print(resource.getpagesize() >= 4096, resource.RLIM_INFINITY, resource.error is OSError)
