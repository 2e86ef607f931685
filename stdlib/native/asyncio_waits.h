/* Natives of _asyncio for locks and queues: see _asyncio_waits.c. */
#ifndef MR_STDLIB_NATIVE_ASYNCIO_WAITS_H
#define MR_STDLIB_NATIVE_ASYNCIO_WAITS_H

#include "vm/async/loop.h"

bool mr_asyncio_add_twins(MrThread *t, MrLoop *s) MR_MUST_CHECK; /* makes MrLoop.twins; called when _asyncio is made */
MrValue mr_asyncio_have_twins(MrThread *t, MrValue *a); /* (*classes): their coroutine functions have native twins */
MrValue mr_asyncio_wake_next(MrThread *t, MrValue *a);  /* (waiters): takes futures from the deque's front until one was pending, and ends that one */
MrValue mr_asyncio_wake_all(MrThread *t, MrValue *a);   /* (waiters): ends all that are pending with True */

#endif
