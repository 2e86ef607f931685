/* _socket: the numbers of protocols that are spoken inside of one machine or vehicle: the kernel's ciphers (ALG), CAN buses with BCM and J1939, TIPC,
 * reliable datagrams. Their sockets can be made and read; addresses for them are not made here (_socket_address.c). */
#define _GNU_SOURCE
#include <sys/socket.h>

#include <linux/can.h>
#include <linux/can/bcm.h>
#include <linux/can/j1939.h>
#include <linux/can/raw.h>
#include <linux/if_alg.h>
#include <linux/tipc.h>

#include "stdlib/native/_socket.h"

#define N(name) {#name, (int64_t)name}
#define B(name) {"CAN_BCM_" #name, (int64_t)name}
static const MrSocketNumber numbers[] = {
    N(ALG_OP_DECRYPT), N(ALG_OP_ENCRYPT), {"ALG_OP_SIGN", 2}, {"ALG_OP_VERIFY", 3}, N(ALG_SET_AEAD_ASSOCLEN), N(ALG_SET_AEAD_AUTHSIZE), N(ALG_SET_IV),
    N(ALG_SET_KEY), N(ALG_SET_OP), {"ALG_SET_PUBKEY", 6}, N(CAN_BCM), B(CAN_FD_FRAME), B(RX_ANNOUNCE_RESUME), B(RX_CHANGED), B(RX_CHECK_DLC), B(RX_DELETE),
    B(RX_FILTER_ID), B(RX_NO_AUTOTIMER), B(RX_READ), B(RX_RTR_FRAME), B(RX_SETUP), B(RX_STATUS), B(RX_TIMEOUT), B(SETTIMER), B(STARTTIMER), B(TX_ANNOUNCE),
    B(TX_COUNTEVT), B(TX_CP_CAN_ID), B(TX_DELETE), B(TX_EXPIRED), B(TX_READ), B(TX_RESET_MULTI_IDX), B(TX_SEND), B(TX_SETUP), B(TX_STATUS),
    N(CAN_EFF_FLAG), N(CAN_EFF_MASK), N(CAN_ERR_FLAG), N(CAN_ERR_MASK), N(CAN_ISOTP), N(CAN_J1939), N(CAN_RAW), N(CAN_RAW_FD_FRAMES), N(CAN_RAW_FILTER),
    N(CAN_RAW_JOIN_FILTERS), N(CAN_RAW_LOOPBACK), N(CAN_RAW_RECV_OWN_MSGS), N(CAN_RTR_FLAG), N(CAN_SFF_MASK), N(J1939_EE_INFO_NONE),
    N(J1939_EE_INFO_TX_ABORT), N(J1939_FILTER_MAX), N(J1939_IDLE_ADDR), N(J1939_MAX_UNICAST_ADDR), N(J1939_NLA_BYTES_ACKED), N(J1939_NLA_PAD),
    N(J1939_NO_ADDR), N(J1939_NO_NAME), N(J1939_NO_PGN), N(J1939_PGN_ADDRESS_CLAIMED), N(J1939_PGN_ADDRESS_COMMANDED), N(J1939_PGN_MAX),
    N(J1939_PGN_PDU1_MAX), N(J1939_PGN_REQUEST), N(SCM_J1939_DEST_ADDR), N(SCM_J1939_DEST_NAME), N(SCM_J1939_ERRQUEUE), N(SCM_J1939_PRIO), N(SOL_ALG),
    N(SOL_CAN_BASE), N(SOL_CAN_RAW), N(SOL_RDS), N(SOL_TIPC), N(SO_J1939_ERRQUEUE), N(SO_J1939_FILTER), N(SO_J1939_PROMISC), N(SO_J1939_SEND_PRIO),
    N(TIPC_ADDR_ID), N(TIPC_ADDR_NAME), N(TIPC_ADDR_NAMESEQ), N(TIPC_CFG_SRV), N(TIPC_CLUSTER_SCOPE), N(TIPC_CONN_TIMEOUT), N(TIPC_CRITICAL_IMPORTANCE),
    N(TIPC_DEST_DROPPABLE), N(TIPC_HIGH_IMPORTANCE), N(TIPC_IMPORTANCE), N(TIPC_LOW_IMPORTANCE), N(TIPC_MEDIUM_IMPORTANCE), N(TIPC_NODE_SCOPE),
    N(TIPC_PUBLISHED), N(TIPC_SRC_DROPPABLE), N(TIPC_SUBSCR_TIMEOUT), N(TIPC_SUB_CANCEL), N(TIPC_SUB_PORTS), N(TIPC_SUB_SERVICE), N(TIPC_TOP_SRV),
    N(TIPC_WAIT_FOREVER), N(TIPC_WITHDRAWN), N(TIPC_ZONE_SCOPE), {"UDPLITE_RECV_CSCOV", 11}, {"UDPLITE_SEND_CSCOV", 10},
};
#undef N
#undef B

bool mr_socket_add_protocols(MrThread *t, MrModule *m) { return mr_socket_add_table(t, m, numbers, sizeof numbers / sizeof *numbers); }
