/* _thread._local: objects with attributes of their own in each thread. */
#ifndef MR_STDLIB_NATIVE_THREAD_LOCAL_H
#define MR_STDLIB_NATIVE_THREAD_LOCAL_H

#include "vm/vm.h"

extern const MrTypeDef mr_thread_local_type;

#endif
