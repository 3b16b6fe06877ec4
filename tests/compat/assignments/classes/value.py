# %% [markdown]
# # A number that remembers where it came from

# %% answer Value
class Value:
    """A scalar with `data`, `grad`, `+`, `*` and `backward()`."""
    ### BEGIN SOLUTION
    count = 0

    def __init__(self, data, parents=(), name=""):
        self.data = data
        self.grad = 0.0
        self.name = name
        self._parents = parents
        self._backward = lambda: None
        Value.count += 1

    def __repr__(self):
        return f"Value({self.data})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other))
        def backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other))
        def backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = backward
        return out

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __float__(self):
        return float(self.data)

    @property
    def parents(self):
        return self._parents

    def backward(self):
        order, seen = [], set()
        def visit(node):
            if node not in seen:
                seen.add(node)
                for parent in node._parents:
                    visit(parent)
                order.append(node)
        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            node._backward()
    ### END SOLUTION

# %% test value-attributes 1
a = Value(2.0, name="a")
assert a.data == 2.0 and a.grad == 0 and a.name == "a"
assert repr(a) == "Value(2.0)" and str(a) == repr(a)
a.data = 5
assert a.data == 5
assert hasattr(a, "grad") and not hasattr(a, "gradient")

# %% test value-arithmetic 2
a, b = Value(2.0), Value(-3.0)
assert (a + b).data == -1 and (a * b).data == -6
assert (a + 1).data == 3 and (2 * a).data == 4 and (1 + a).data == 3
assert (-a).data == -2 and (a - b).data == 5
assert float(a * b) == -6.0
assert sum([a, b, a]).data == 1

# %% test value-backward 2
a, b = Value(2.0), Value(-3.0)
c = a * b + a
c.backward()
assert a.grad == -2 and b.grad == 2 and c.grad == 1
x = Value(3.0)
y = x * x
y.backward()
assert x.grad == 6, "x occurs twice: its gradients add up"

# %% test value-parents 1
a, b = Value(1.0), Value(2.0)
assert [parent.data for parent in (a * b).parents] == [1.0, 2.0]
assert isinstance(a, Value) and isinstance(a + b, Value)
assert (a * b).parents[0] is a, "the parent is the number itself, not a copy of it"

# %% test value-class 1
before = Value.count
Value(1.0), Value(2.0)
assert Value.count == before + 2
Value.count = 10
Value(0.0)
assert Value.count == 11

# %% answer Stack
class Stack:
    """push, pop, len, in, iteration from the top, and [i]; popping from an empty one is an IndexError."""
    ### BEGIN SOLUTION
    def __init__(self, items=()):
        self._items = list(items)

    def push(self, item):
        self._items.append(item)
        return self

    def pop(self):
        return self._items.pop()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return reversed(self._items)

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, i):
        return self._items[-1 - i]

    def __setitem__(self, i, item):
        self._items[-1 - i] = item
    ### END SOLUTION

# %% test stack-use 2
stack = Stack([1, 2])
stack.push(3).push("four")
assert len(stack) == 4 and list(stack) == ["four", 3, 2, 1]
assert stack.pop() == "four" and 2 in stack and "four" not in stack
assert stack[0] == 3
stack[0] = 30
assert stack.pop() == 30 and len(stack) == 2

# %% test stack-empty 1
try:
    Stack().pop()
except IndexError:
    pass
else:
    assert False, "nothing can be popped from an empty stack"

# %% test stack-own 1
"""A stack has its own list, even where several are made in the same way"""
items = [1, 2]
first, second = Stack(items), Stack()
first.push(3)
assert items == [1, 2], "push must not change the caller's list"
items.append(99)
assert len(first) == 3, "changing the caller's list must not change the stack"
assert len(Stack()) == 0 and len(second) == 0
