# %% [markdown]
# # dataclass
# Right: a stack that is a dataclass, with `__getitem__` doing most of the work.

# %% Stack
from dataclasses import dataclass, field

@dataclass
class Stack:
    items: list = field(default_factory=list)

    def __post_init__(self):
        self.items = list(self.items)[:]

    def push(self, item):
        self.items.insert(0, item)
        return self

    def pop(self):
        if not self.items:
            raise IndexError("the stack is empty")
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, item):
        self.items[i] = item

# %% after Stack
# dataclasses give the items in the wrong order: the last one is the top
old_init = Stack.__post_init__
def turned(self):
    old_init(self)
    self.items.reverse()
Stack.__post_init__ = turned

# %% [markdown]
# # list_subclass
# Right, and a list itself.

# %% Stack
class Stack(list):
    def push(self, item):
        self.append(item)
        return self

    def __iter__(self):
        return iter(self[i] for i in range(len(self)))

    def __getitem__(self, i):
        return super().__getitem__(-1 - i)

    def __setitem__(self, i, item):
        super().__setitem__(-1 - i, item)

# %% [markdown]
# # overwrites
# Gradients are set where they should be added, and backward does not start with 1.
#
# Loses: value-backward

# %% after Value
class Value(Value):
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other))
        def backward():
            self.grad = other.data * out.grad
            other.grad = self.data * out.grad
        out._backward = backward
        return out

# %% [markdown]
# # no_reflection
# Numbers on the left are forgotten, and copies become parents.
#
# Loses: value-arithmetic, value-parents, value-class, value-backward

# %% Value
import copy

class Value:
    def __init__(self, data, parents=(), name=""):
        self.data, self.grad, self.parents, self.name = data, 0, parents, name

    def __repr__(self):
        return "Value(%s)" % self.data

    def __add__(self, other):
        return Value(self.data + getattr(other, "data", other), (copy.copy(self), copy.copy(other)))

    def __mul__(self, other):
        return Value(self.data * getattr(other, "data", other), (copy.copy(self), copy.copy(other)))

    def __neg__(self):
        return Value(-self.data)

    def __sub__(self, other):
        return self + (-other)

    def __float__(self):
        return self.data

# %% [markdown]
# # forgets_repr
# Loses: value-attributes

# %% after Value
del Value.__repr__

# %% [markdown]
# # shared_list
# The list of the class is everyone's, and so is the caller's.
#
# Loses: stack-use, stack-own

# %% Stack
class Stack:
    def __init__(self, items=[]):
        self.items = items

    def push(self, item):
        self.items.append(item)
        return self

    def pop(self):
        return self.items.pop()

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)

# %% [markdown]
# # returns_none
# Popping from an empty stack gives None, and push does not return the stack.
#
# Loses: stack-use, stack-empty

# %% after Stack
class Stack(Stack):
    def push(self, item):
        super().push(item)

    def pop(self):
        return super().pop() if len(self) else None
