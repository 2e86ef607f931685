"""A solver of one-way constraints with strengths, kept up to date as constraints come and go.

The problem is that of the DeltaBlue algorithm (Freeman-Benson and Maloney): a chain of equalities and a set of linear
projections, each solved again and again. It lives on small polymorphic classes, list traffic and attribute reads.
"""
REQUIRED, STRONG, PREFERRED, NORMAL, WEAK, WEAKEST = range(6)


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.strength = WEAKEST
        self.constant = True

    def add(self, constraint):
        self.constraints.append(constraint)

    def remove(self, constraint):
        self.constraints.remove(constraint)
        if self.determined_by is constraint:
            self.determined_by = None


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def is_input(self):
        return False

    def install(self, planner):
        self.connect()
        planner.add(self)

    def destroy(self, planner):
        if self.is_satisfied():
            planner.remove(self)
        else:
            self.disconnect()

    def satisfy(self, mark, planner):
        self.choose_method(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise RuntimeError("a required constraint cannot be satisfied")
            return None
        self.mark_inputs(mark)
        out = self.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.forget()
        out.determined_by = self
        if not planner.propagate(self, mark):
            raise RuntimeError("cycle")
        out.mark = mark
        return overridden


class Unary(Constraint):
    def __init__(self, variable, strength, planner):
        Constraint.__init__(self, strength)
        self.variable = variable
        self.satisfied = False
        self.install(planner)

    def connect(self):
        self.variable.add(self)
        self.satisfied = False

    def disconnect(self):
        self.variable.remove(self)
        self.satisfied = False

    def choose_method(self, mark):
        self.satisfied = self.variable.mark != mark and self.strength < self.variable.strength

    def is_satisfied(self):
        return self.satisfied

    def forget(self):
        self.satisfied = False

    def mark_inputs(self, mark):
        pass

    def inputs_known(self, mark):
        return True

    def output(self):
        return self.variable

    def recalculate(self):
        v = self.variable
        v.strength = self.strength
        v.constant = not self.is_input()
        if v.constant:
            self.execute()


class Stay(Unary):
    def execute(self):
        pass


class Edit(Unary):
    def is_input(self):
        return True

    def execute(self):
        pass


NONE, FORWARD, BACKWARD = 0, 1, -1


class Equality(Constraint):
    def __init__(self, left, right, strength, planner):
        Constraint.__init__(self, strength)
        self.left = left
        self.right = right
        self.direction = NONE
        self.install(planner)

    def connect(self):
        self.left.add(self)
        self.right.add(self)
        self.direction = NONE

    def disconnect(self):
        self.left.remove(self)
        self.right.remove(self)
        self.direction = NONE

    def choose_method(self, mark):
        left, right = self.left, self.right
        if left.mark == mark:
            self.direction = FORWARD if right.mark != mark and self.strength < right.strength else NONE
        elif right.mark == mark:
            self.direction = BACKWARD if self.strength < left.strength else NONE
        elif left.strength > right.strength:
            self.direction = BACKWARD if self.strength < left.strength else NONE
        else:
            self.direction = FORWARD if self.strength < right.strength else BACKWARD if self.strength < left.strength else NONE

    def is_satisfied(self):
        return self.direction != NONE

    def forget(self):
        self.direction = NONE

    def input(self):
        return self.left if self.direction == FORWARD else self.right

    def output(self):
        return self.right if self.direction == FORWARD else self.left

    def mark_inputs(self, mark):
        self.input().mark = mark

    def inputs_known(self, mark):
        v = self.input()
        return v.mark == mark or v.constant or v.determined_by is None

    def recalculate(self):
        source, out = self.input(), self.output()
        out.strength = max(self.strength, source.strength)
        out.constant = source.constant
        if out.constant:
            self.execute()

    def execute(self):
        self.output().value = self.input().value


class Linear(Equality):
    """right = left * scale + offset, where scale and offset are variables that only ever serve as inputs."""
    def __init__(self, left, scale, offset, right, strength, planner):
        self.scale = scale
        self.offset = offset
        Equality.__init__(self, left, right, strength, planner)

    def connect(self):
        Equality.connect(self)
        self.scale.add(self)
        self.offset.add(self)

    def disconnect(self):
        Equality.disconnect(self)
        self.scale.remove(self)
        self.offset.remove(self)

    def mark_inputs(self, mark):
        Equality.mark_inputs(self, mark)
        self.scale.mark = self.offset.mark = mark

    def inputs_known(self, mark):
        return Equality.inputs_known(self, mark) and all(v.mark == mark or v.constant or v.determined_by is None for v in (self.scale, self.offset))

    def recalculate(self):
        source, out = self.input(), self.output()
        out.strength = max(self.strength, source.strength)
        out.constant = source.constant and self.scale.constant and self.offset.constant
        if out.constant:
            self.execute()

    def execute(self):
        if self.direction == FORWARD:
            self.right.value = self.left.value * self.scale.value + self.offset.value
        else:
            self.left.value = (self.right.value - self.offset.value) // self.scale.value


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def remove(self, constraint):
        out = constraint.output()
        constraint.forget()
        constraint.disconnect()
        unsatisfied = self.retract_from(out)
        for strength in range(WEAKEST):
            for c in unsatisfied:
                if c.strength == strength:
                    self.add(c)

    def retract_from(self, out):
        out.determined_by = None
        out.strength = WEAKEST
        out.constant = True
        unsatisfied = []
        todo = [out]
        while todo:
            v = todo.pop()
            for c in v.constraints:
                if not c.is_satisfied():
                    unsatisfied.append(c)
            for c in self.consumers(v):
                c.recalculate()
                todo.append(c.output())
        return unsatisfied

    def consumers(self, variable):
        return [c for c in variable.constraints if c is not variable.determined_by and c.is_satisfied()]

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            c = todo.pop()
            if c.output().mark == mark:
                return False
            c.recalculate()
            todo.extend(self.consumers(c.output()))
        return True

    def plan(self, sources):
        mark = self.new_mark()
        plan = []
        todo = [c for c in sources if c.is_input() and c.is_satisfied()]
        while todo:
            c = todo.pop()
            if c.output().mark != mark and c.inputs_known(mark):
                plan.append(c)
                c.output().mark = mark
                todo.extend(self.consumers(c.output()))
        return plan


def change(planner, variable, values):
    edit = Edit(variable, PREFERRED, planner)
    plan = planner.plan([edit])
    for value in values:
        variable.value = value
        for c in plan:
            c.execute()
    edit.destroy(planner)


def chain(n):
    planner = Planner()
    variables = [Variable(f"v{i}", 0) for i in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        Equality(a, b, REQUIRED, planner)
    Stay(variables[-1], NORMAL, planner)
    change(planner, variables[0], range(100))
    return variables[-1].value


def projection(n):
    planner = Planner()
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    outs, source, out = [], None, None
    for i in range(n):
        source, out = Variable(f"source{i}", i), Variable(f"out{i}", i)
        outs.append(out)
        Stay(source, NORMAL, planner)
        Linear(source, scale, offset, out, REQUIRED, planner)
    change(planner, source, [17])
    first = out.value
    change(planner, out, [1050])
    second = source.value
    change(planner, scale, [5])
    third = sum(v.value for v in outs[:-1])
    change(planner, offset, [2000])
    return first, second, third, sum(v.value for v in outs[:-1])


for _ in range(6):
    results = chain(3000), projection(3000)
print(*results)
