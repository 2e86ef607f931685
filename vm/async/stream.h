/* The native halves of asyncio.StreamReader and asyncio.StreamReaderProtocol. */
#ifndef MR_VM_ASYNC_STREAM_H
#define MR_VM_ASYNC_STREAM_H

#include "vm/vm.h"

extern const MrTypeDef mr_stream_reader_def, mr_stream_protocol_def;

#endif
