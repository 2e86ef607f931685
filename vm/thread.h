/* The per-thread state: value stack, frame stack, pending exception; and the frame record. Nothing here knows libuv. */
#ifndef MR_VM_THREAD_H
#define MR_VM_THREAD_H

#include "vm/object.h"

/* The exceptions being handled, innermost first: one item for the thread and one for each running generator. */
typedef struct MrExcState {
    MrValue handled; /* MR_NONE: none at this level */
    struct MrExcState *outer;
} MrExcState;

/* One activation of Python code. Frames of plain calls lie on the thread's frame stack; the register window is on the value stack, or
 * inside the generator for generators and coroutines. */
struct MrFrame {
    MrFunction *function;
    MrCode *code;
    MrInstr *pc;           /* while it calls or is suspended: the instruction that is being executed */
    MrValue *regs;
    MrValue *top;          /* the thread's stack is free from here while this frame is innermost */
    MrValue ns;            /* namespace of a module or class body; MR_UNBOUND for functions */
    MrGenerator *gen;      /* generator whose code this is, or NULL */
    MrGenerator *root;     /* the outermost generator of the chain of linked awaits that gen ends, as it was resumed */
    MrValue frame_object;  /* made by sys._getframe, MR_UNBOUND */
    uint16_t dst;          /* the caller's register for the result */
    uint8_t entry;         /* called from C: returning leaves the interpreter's loop */
    uint8_t mode;          /* MR_FRAME_*: what the caller does with the result */
};
enum { MR_FRAME_VALUE, MR_FRAME_INIT /* __init__: the result must be None; the instance is regs[-1] */, MR_FRAME_FOR /* generator under FOR_ITER */,
       MR_FRAME_OPERATOR /* a method of an operator; the operands are regs[-2] and regs[-1] */,
       MR_FRAME_FED /* generator that a consumer in C drains: what it yields goes to the thread's feed */,
       MR_FRAME_KEPT = 0x80 /* a flag: its frame object takes over the locals when it ends */ };

/* A consumer in C of an iterator's values, see mr_next_fed(). `take` says whether it has taken the value; it runs no script, allocates nothing
 * and raises nothing: the generator whose value it is stands in the middle of its `yield`. */
typedef struct MrFeed {
    bool (*take)(struct MrFeed *feed, MrValue v);
} MrFeed;

enum { MR_YIELD_NO, MR_YIELD_AWAIT /* suspended for the loop */, MR_YIELD_VALUE /* `yield` of a generator */ };

/* A profiler in C: event (MrWatchEvent), and the code object or native function. False: an exception is pending. */
typedef bool MrWatchHook(MrThread *t, MrValue data, int event, MrValue what);

struct MrThread {
    MrIsolate *iso;
    MrValue pending;          /* the pending exception instance or MR_UNBOUND */
    MrExcState *exc;          /* innermost */
    MrExcState exc_base;
    MrFrame *frame;           /* innermost frame, or frames - 1... when none runs */
    MrFrame *frames, *frames_end;  /* reserved address space */
    MrFrame *frames_limit;    /* the recursion limit */
    MrValue *stack, *stack_end;    /* value stack, reserved address space */
    MrValue *top;             /* first value above what is in use, valid whenever C code runs */
    char *c_limit;            /* C stack may not grow below */
    char *c_entry;            /* C stack above the innermost run of the dispatch loop */
    char *c_base;             /* the collector scans up to here */
    uint32_t recursion_limit;
    uint32_t own_imports;     /* nesting of imports that the VM asked for, not a script */
    uint32_t c_depth;         /* nesting of isinstance tuples */
    MrValue sent;             /* what a generator that is about to run receives */
    MrFeed *feed;             /* of the innermost frame in mode MR_FRAME_FED */
    uint8_t yielded;          /* MR_YIELD_*: how mr_interp_run ended when its entry frame was a generator's */
    MrValue repr_running;     /* list of objects inside repr, or MR_UNBOUND */
    MrValue context;          /* current contextvars map or MR_UNBOUND */
    uint64_t ident;           /* the OS's number for it, as threading shows */
    MrValue loop, task;       /* the event loop that runs in this thread and its current task, or MR_UNBOUND */
    MrValue asyncgen_hooks[2];/* sys.set_asyncgen_hooks: firstiter, finalizer; MR_UNBOUND */
    MrValue coro_origin;      /* sys.set_coroutine_origin_tracking_depth as an int, or MR_UNBOUND */
    MrValue dict;             /* what Python code keeps for the thread, or MR_UNBOUND */
    MrValue locals;           /* dict: what thread-local objects hold for this thread, see _thread.c; MR_UNBOUND */
    MrValue job;              /* of a started thread: what it calls, (function, args, kwargs) */
    MrValue sentinel;         /* weak reference to the lock that is released when the thread ends; MR_UNBOUND */
    /* see threads.c */
    MrThread *next;
    MrThread *queue_next;
    struct MrWaitQueue *queue;/* it waits in this one */
    struct MrPark *park;      /* made when it first waits */
    uint64_t registers[32];   /* while it is away: what the collector scans beside the C stack from c_top up */
    char *c_top;
    struct MrImporting *wants; /* the module, being loaded by another thread, that it waits for */
    uint32_t serial;          /* number of the thread in the isolate, from 0 */
    bool away;                /* it has let go of the isolate */
    /* see watch.h */
    MrValue trace_function, profile_function, profiler; /* MR_UNBOUND: none */
    MrValue native_calls;     /* list of frame numbers and the native functions that they are in, while profiled; MR_UNBOUND */
    MrWatchHook *profiler_hook;
    bool watched;             /* it runs in the watched loop */
    bool watch_asked, in_hook;/* there is a hook; one runs now */
    uint32_t host_depth;      /* functions of the host on its C stack: above 0 the stack's base is somebody else's */
};

/* Lets other threads run while this one blocks in the kernel, and takes the isolate back. In between no function of the VM may be called and no
 * heap object touched that another thread could free or resize. Errno is kept. */
void mr_thread_leave(MrThread *t);
void mr_thread_enter(MrThread *t);

#endif
