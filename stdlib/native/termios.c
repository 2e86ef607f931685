/* termios: how a terminal treats what is typed and shown.
 *
 * The attributes of a terminal are a list of seven: input, output, control and local modes, two speeds, and the list of special characters. A
 * character is bytes of length one; without canonical mode those at VMIN and VTIME are numbers. The module's own exception is raised with
 * the number and text of the system's error. Names of speeds, modes and requests are all that the system's headers have. */
#define _GNU_SOURCE
#include <asm/ioctls.h>
#include <errno.h>
#include <linux/serial.h>
#include <linux/tty.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>

#include "stdlib/native/instance.h"
#include "stdlib/native/posix.h"

static MrValue failed(MrThread *t)
{
    MrValue module = mr_import(t, "termios"), error = module == MR_ERROR ? module : mr_getattr_c(t, module, "error");
    int number = errno;
    if (error == MR_ERROR)
        return MR_ERROR;
    MrValue e = mr_call2(t, error, mr_small_int(number), mr_str_c(t, strerror(number)));
    return e == MR_ERROR ? e : mr_raise_value(t, e);
}

/* `call` while other threads run; None or the error. */
#define DONE(call)                              \
    do {                                        \
        mr_thread_leave(t);                     \
        int result = call;                      \
        mr_thread_enter(t);                     \
        return result < 0 ? failed(t) : MR_NONE;\
    } while (0)

static MrValue termios_tcgetattr(MrThread *t, MrValue *a)
{
    struct termios m;
    int fd = mr_fileno_of(t, a[0]);
    if (fd < 0)
        return MR_ERROR;
    if (tcgetattr(fd, &m) < 0)
        return failed(t);
    MrValue characters = mr_list_new(t, NCCS);
    for (int i = 0; characters != MR_ERROR && i < NCCS; i++) {
        bool number = !(m.c_lflag & ICANON) && (i == VMIN || i == VTIME);
        MrValue c = number ? mr_small_int(m.c_cc[i]) : mr_bytes_new(t, (const char *)&m.c_cc[i], 1);
        if (c == MR_ERROR || !mr_list_append(t, characters, c))
            return MR_ERROR;
    }
    if (characters == MR_ERROR)
        return MR_ERROR;
    MrValue v[7] = {mr_small_int(m.c_iflag), mr_small_int(m.c_oflag), mr_small_int(m.c_cflag), mr_small_int(m.c_lflag), mr_small_int(cfgetispeed(&m)),
                    mr_small_int(cfgetospeed(&m)), characters};
    return mr_list_from(t, v, 7);
}

static bool read_characters(MrThread *t, MrValue v, struct termios *m)
{
    if (!mr_is_list(v) || MR_LIST(v)->length != NCCS)
        return mr_raise(t, MR_EXC_TypeError, "tcsetattr: attributes[6] must be %d element list", NCCS), false;
    for (size_t i = 0; i < NCCS && i < MR_LIST(v)->length; i++) {
        MrValue c = MR_LIST(v)->items[i];
        int64_t number;
        if (mr_is_kind(c, MR_KIND_BYTES) && MR_BYTES(c)->length == 1)
            m->c_cc[i] = (cc_t)MR_BYTES(c)->bytes[0];
        else if (!mr_is_integer(c))
            return mr_raise(t, MR_EXC_TypeError, "tcsetattr: elements of attributes must be characters or integers"), false;
        else if (!mr_to_i64(t, c, &number))
            return false;
        else
            m->c_cc[i] = (cc_t)number;
    }
    return true;
}

static MrValue termios_tcsetattr(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]), when;
    struct termios m;
    int64_t n[6];
    if (fd < 0 || !mr_posix_int(t, a[1], &when))
        return MR_ERROR;
    if (!mr_is_list(a[2]) || MR_LIST(a[2])->length != 7)
        return mr_raise(t, MR_EXC_TypeError, "tcsetattr, arg 3: must be 7 element list");
    MrValue v[7];
    memcpy(v, MR_LIST(a[2])->items, sizeof v);
    if (tcgetattr(fd, &m) < 0)
        return failed(t);
    for (int i = 0; i < 6; i++)
        if (!mr_to_i64(t, v[i], &n[i]))
            return MR_ERROR;
    m.c_iflag = (tcflag_t)n[0];
    m.c_oflag = (tcflag_t)n[1];
    m.c_cflag = (tcflag_t)n[2];
    m.c_lflag = (tcflag_t)n[3];
    if (!read_characters(t, v[6], &m))
        return MR_ERROR;
    if (cfsetispeed(&m, (speed_t)n[4]) < 0 || cfsetospeed(&m, (speed_t)n[5]) < 0)
        return failed(t);
    DONE(tcsetattr(fd, when, &m));
}

static MrValue termios_tcsendbreak(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]), duration;
    if (fd < 0 || !mr_posix_int(t, a[1], &duration))
        return MR_ERROR;
    DONE(tcsendbreak(fd, duration));
}

static MrValue termios_tcdrain(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]);
    if (fd < 0)
        return MR_ERROR;
    DONE(tcdrain(fd));
}

static MrValue termios_tcflush(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]), queue;
    if (fd < 0 || !mr_posix_int(t, a[1], &queue))
        return MR_ERROR;
    DONE(tcflush(fd, queue));
}

static MrValue termios_tcflow(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]), action;
    if (fd < 0 || !mr_posix_int(t, a[1], &action))
        return MR_ERROR;
    DONE(tcflow(fd, action));
}

static MrValue termios_tcgetwinsize(MrThread *t, MrValue *a)
{
    struct winsize w;
    int fd = mr_fileno_of(t, a[0]);
    if (fd < 0)
        return MR_ERROR;
    if (ioctl(fd, TIOCGWINSZ, &w) < 0)
        return failed(t);
    return mr_tuple_from(t, (MrValue[]){mr_small_int(w.ws_row), mr_small_int(w.ws_col)}, 2);
}

static MrValue termios_tcsetwinsize(MrThread *t, MrValue *a)
{
    struct winsize w;
    int64_t rows, columns;
    int fd = mr_fileno_of(t, a[0]);
    if (fd < 0)
        return MR_ERROR;
    MrValue *items, size = mr_tuple_of(t, a[1]);
    size_t n = 0;
    if (size == MR_ERROR || !mr_sequence_items(size, &items, &n) || n != 2) {
        if (mr_pending(t) && !mr_clear_if(t, MR_EXC_TypeError))
            return MR_ERROR;
        return mr_raise(t, MR_EXC_TypeError, "tcsetwinsize, arg 2: must be a two-item sequence");
    }
    if (!mr_to_i64(t, items[0], &rows) || !mr_to_i64(t, items[1], &columns))
        return MR_ERROR;
    if (ioctl(fd, TIOCGWINSZ, &w) < 0)
        return failed(t);
    w.ws_row = (unsigned short)rows;
    w.ws_col = (unsigned short)columns;
    if (w.ws_row != rows || w.ws_col != columns)
        return mr_raise(t, MR_EXC_OverflowError, "winsize value(s) out of range.");
    DONE(ioctl(fd, TIOCSWINSZ, &w));
}

static const MrMethodDef functions[] = {
    {"tcgetattr(fd, /)", termios_tcgetattr, "The attributes of a terminal: [iflag, oflag, cflag, lflag, ispeed, ospeed, cc].", 0},
    {"tcsetattr(fd, when, attributes, /)", termios_tcsetattr, "Set the attributes of a terminal: at once, after output is done, or dropping input too.", 0},
    {"tcsendbreak(fd, duration, /)", termios_tcsendbreak, "Send zeros for a while: about a quarter of a second if duration is 0.", 0},
    {"tcdrain(fd, /)", termios_tcdrain, "Wait until all output has been sent.", 0},
    {"tcflush(fd, queue, /)", termios_tcflush, "Drop what is queued for input, output or both.", 0},
    {"tcflow(fd, action, /)", termios_tcflow, "Stop or go on with output or input (TCOOFF, TCOON, TCIOFF, TCION).", 0},
    {"tcgetwinsize(fd, /)", termios_tcgetwinsize, "Rows and columns of the terminal's window.", 0},
    {"tcsetwinsize(fd, winsize, /)", termios_tcsetwinsize, "Set rows and columns of the terminal's window.", 0},
    {0},
};

#define N(name) {#name, (int64_t)name}
static const struct { const char *name; int64_t number; } numbers[] = {
    N(B0), N(B1000000), N(B110), N(B115200), N(B1152000), N(B1200), N(B134), N(B150), N(B1500000), N(B1800), N(B19200), N(B200), N(B2000000),
    N(B230400), N(B2400), N(B2500000), N(B300), N(B3000000), N(B3500000), N(B38400), N(B4000000), N(B460800), N(B4800), N(B50), N(B500000), N(B57600),
    N(B576000), N(B600), N(B75), N(B921600), N(B9600), N(BRKINT), N(BS0), N(BS1), N(BSDLY), N(CBAUD), N(CBAUDEX), N(CDSUSP), N(CEOF), N(CEOL),
    N(CEOT), N(CERASE), N(CFLUSH), N(CIBAUD), N(CINTR), N(CKILL), N(CLNEXT), N(CLOCAL), N(CQUIT), N(CR0), N(CR1), N(CR2), N(CR3), N(CRDLY), N(CREAD),
    N(CRPRNT), N(CRTSCTS), N(CS5), N(CS6), N(CS7), N(CS8), N(CSIZE), N(CSTART), N(CSTOP), N(CSTOPB), N(CSUSP), N(CWERASE), N(ECHO), N(ECHOCTL),
    N(ECHOE), N(ECHOK), N(ECHOKE), N(ECHONL), N(ECHOPRT), N(EXTA), N(EXTB), N(FF0), N(FF1), N(FFDLY), N(FIOASYNC), N(FIOCLEX), N(FIONBIO),
    N(FIONCLEX), N(FIONREAD), N(FLUSHO), N(HUPCL), N(ICANON), N(ICRNL), N(IEXTEN), N(IGNBRK), N(IGNCR), N(IGNPAR), N(IMAXBEL), N(INLCR), N(INPCK),
    N(IOCSIZE_MASK), N(IOCSIZE_SHIFT), N(ISIG), N(ISTRIP), N(IUCLC), N(IXANY), N(IXOFF), N(IXON), N(NCC), N(NCCS), N(NL0), N(NL1), N(NLDLY),
    N(NOFLSH), N(N_MOUSE), N(N_PPP), N(N_SLIP), N(N_STRIP), N(N_TTY), N(OCRNL), N(OFDEL), N(OFILL), N(OLCUC), N(ONLCR), N(ONLRET), N(ONOCR), N(OPOST),
    N(PARENB), N(PARMRK), N(PARODD), N(PENDIN), N(TAB0), N(TAB1), N(TAB2), N(TAB3), N(TABDLY), N(TCFLSH), N(TCGETA), N(TCGETS), N(TCIFLUSH),
    N(TCIOFF), N(TCIOFLUSH), N(TCION), N(TCOFLUSH), N(TCOOFF), N(TCOON), N(TCSADRAIN), N(TCSAFLUSH), N(TCSANOW), N(TCSBRK), N(TCSBRKP), N(TCSETA),
    N(TCSETAF), N(TCSETAW), N(TCSETS), N(TCSETSF), N(TCSETSW), N(TCXONC), N(TIOCCONS), N(TIOCEXCL), N(TIOCGETD), N(TIOCGICOUNT), N(TIOCGLCKTRMIOS),
    N(TIOCGPGRP), N(TIOCGSERIAL), N(TIOCGSOFTCAR), N(TIOCGWINSZ), N(TIOCINQ), N(TIOCLINUX), N(TIOCMBIC), N(TIOCMBIS), N(TIOCMGET), N(TIOCMIWAIT),
    N(TIOCMSET), N(TIOCM_CAR), N(TIOCM_CD), N(TIOCM_CTS), N(TIOCM_DSR), N(TIOCM_DTR), N(TIOCM_LE), N(TIOCM_RI), N(TIOCM_RNG), N(TIOCM_RTS),
    N(TIOCM_SR), N(TIOCM_ST), N(TIOCNOTTY), N(TIOCNXCL), N(TIOCOUTQ), N(TIOCPKT), N(TIOCPKT_DATA), N(TIOCPKT_DOSTOP), N(TIOCPKT_FLUSHREAD),
    N(TIOCPKT_FLUSHWRITE), N(TIOCPKT_NOSTOP), N(TIOCPKT_START), N(TIOCPKT_STOP), N(TIOCSCTTY), N(TIOCSERCONFIG), N(TIOCSERGETLSR), N(TIOCSERGETMULTI),
    N(TIOCSERGSTRUCT), N(TIOCSERGWILD), N(TIOCSERSETMULTI), N(TIOCSERSWILD), N(TIOCSER_TEMT), N(TIOCSETD), N(TIOCSLCKTRMIOS), N(TIOCSPGRP),
    N(TIOCSSERIAL), N(TIOCSSOFTCAR), N(TIOCSTI), N(TIOCSWINSZ), N(TOSTOP), N(VDISCARD), N(VEOF), N(VEOL), N(VEOL2), N(VERASE), N(VINTR), N(VKILL),
    N(VLNEXT), N(VMIN), N(VQUIT), N(VREPRINT), N(VSTART), N(VSTOP), N(VSUSP), N(VSWTC), N(VT0), N(VT1), N(VTDLY), N(VTIME), N(VWERASE), N(XCASE),
    N(XTABS),
    {"VSWTCH", VSWTC},
};
#undef N

static bool init(MrThread *t, MrModule *m)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (!mr_module_add(t, m, numbers[i].name, mr_small_int(numbers[i].number)))
            return false;
    return mr_module_add_exception(t, m, "termios", "error", MR_EXC_Exception);
}

const MrModuleDef mr_module_termios = {
    .name = "termios", .functions = functions, .init = init,
    .doc = "The settings of terminals and serial lines, as POSIX has them. fd is a descriptor or an object with fileno()."};
