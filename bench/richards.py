"""A simulated operating system: tasks of several kinds pass packets, a scheduler picks among them.

The workload is the one that Martin Richards described (an idle task, a worker, two handlers, two devices); the classes are this
file's own. It lives on polymorphic method calls and attribute traffic over linked lists.
"""
IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
K_DEVICE, K_WORK = 0, 1
DATA_SIZE = 4


class Packet:
    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0] * DATA_SIZE

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, kernel, ident, priority, queue, waiting, runnable):
        self.kernel = kernel
        self.next = kernel.tasks
        kernel.tasks = self
        kernel.table[ident] = self
        self.ident = ident
        self.priority = priority
        self.input = queue
        self.pending = queue is not None
        self.waiting = waiting
        self.holding = False
        if runnable:
            self.waiting = self.holding = self.pending = False

    def blocked(self):
        return self.holding or (not self.pending and self.waiting)

    def resume(self):
        packet = None
        if self.pending and self.waiting:
            packet = self.input
            self.input = packet.link
            self.waiting = False
            self.pending = self.input is not None
        return self.step(packet)

    def accept(self, packet, sender):
        if self.input is None:
            self.input = packet
            self.pending = True
            if self.priority > sender.priority:
                return self
            packet.link = None
        else:
            packet.append_to(self.input)
        return sender

    def sleep(self):
        self.waiting = True
        return self


class Idle(Task):
    def __init__(self, kernel, count):
        Task.__init__(self, kernel, IDLE, 0, None, False, True)
        self.seed = 1
        self.count = count

    def step(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.kernel.hold()
        if self.seed & 1:
            self.seed = self.seed >> 1 ^ 0xD008
            return self.kernel.release(DEVICE_B)
        self.seed >>= 1
        return self.kernel.release(DEVICE_A)


class Worker(Task):
    def __init__(self, kernel, queue):
        Task.__init__(self, kernel, WORKER, 1000, queue, True, False)
        self.destination = HANDLER_A
        self.letter = 0

    def step(self, packet):
        if packet is None:
            return self.sleep()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.ident = self.destination
        packet.datum = 0
        for i in range(DATA_SIZE):
            self.letter = self.letter % 26 + 1
            packet.data[i] = 64 + self.letter
        return self.kernel.send(packet)


class Handler(Task):
    def __init__(self, kernel, ident, priority, queue):
        Task.__init__(self, kernel, ident, priority, queue, True, False)
        self.work = None
        self.device = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == K_WORK:
                self.work = packet.append_to(self.work)
            else:
                self.device = packet.append_to(self.device)
        work = self.work
        if work is not None:
            done = work.datum
            if done >= DATA_SIZE:
                self.work = work.link
                return self.kernel.send(work)
            device = self.device
            if device is not None:
                self.device = device.link
                device.datum = work.data[done]
                work.datum = done + 1
                return self.kernel.send(device)
        return self.sleep()


class Device(Task):
    def __init__(self, kernel, ident, priority):
        Task.__init__(self, kernel, ident, priority, None, True, False)
        self.held = None

    def step(self, packet):
        if packet is None:
            packet = self.held
            if packet is None:
                return self.sleep()
            self.held = None
            return self.kernel.send(packet)
        self.held = packet
        return self.kernel.hold()


class Kernel:
    def __init__(self):
        self.tasks = None
        self.table = [None] * 6
        self.current = None
        self.sent = self.held = 0

    def hold(self):
        self.held += 1
        self.current.holding = True
        return self.current.next

    def release(self, ident):
        task = self.table[ident]
        task.holding = False
        return task if task.priority > self.current.priority else self.current

    def send(self, packet):
        target = self.table[packet.ident]
        self.sent += 1
        packet.link = None
        packet.ident = self.current.ident
        return target.accept(packet, self.current)

    def run(self):
        task = self.tasks
        while task is not None:
            self.current = task
            task = task.next if task.blocked() else task.resume()


def simulate(count):
    kernel = Kernel()
    Idle(kernel, count)
    Worker(kernel, Packet(Packet(None, WORKER, K_WORK), WORKER, K_WORK))
    for handler, device, priority in ((HANDLER_A, DEVICE_A, 2000), (HANDLER_B, DEVICE_B, 3000)):
        queue = None
        for _ in range(3):
            queue = Packet(queue, device, K_DEVICE)
        Handler(kernel, handler, priority, queue)
    Device(kernel, DEVICE_A, 4000)
    Device(kernel, DEVICE_B, 5000)
    kernel.run()
    return kernel.sent, kernel.held


print(*simulate(180000))
