# %% [markdown]
# # dataclasses
# Right, with the library's help.

# %% Money
from dataclasses import dataclass
from functools import total_ordering

@dataclass(frozen=True, order=True)
class Money:
    amount: float

    def __add__(self, other):
        return Money(self.amount + other.amount)

    def __bool__(self):
        return bool(self.amount)

    def __format__(self, spec):
        return "%.2f EUR" % self.amount

    def __repr__(self):
        return f"{type(self).__name__}({self.amount!r})"

# %% Square
class Square(Shape):
    def __init__(self, side):
        self.side, self.name = side, "square"

    def area(self):
        return self.side * self.side

    @classmethod
    def of_area(cls, area):
        return cls(area ** 0.5)

    corners = staticmethod(lambda: 4)

# %% [markdown]
# # numpy_inside
# Right: an array does the work.

# %% Matrix
import numpy as np

class Matrix:
    def __init__(self, rows):
        self.array = np.array(rows)

    rows = property(lambda self: self.array.tolist())

    def __getitem__(self, place):
        return int(self.array[place])

    def __setitem__(self, place, value):
        self.array[place] = value

    def __matmul__(self, other):
        return Matrix(self.array @ other.array)

    def __mul__(self, factor):
        return Matrix(self.array * factor)

    def __rmul__(self, factor):
        return Matrix(factor * self.array)

    def __neg__(self):
        return Matrix(-self.array)

    def __abs__(self):
        return np.abs(self.array).max()

    def __iadd__(self, other):
        self.array += other.array
        return self

    def __enter__(self):
        self.before = self.array.copy()
        return self

    def __exit__(self, *error):
        self.array = self.before

    def __call__(self, x):
        return list(self.array @ x)

# %% [markdown]
# # no_base
# Classes of their own, with nothing above them.
#
# Loses: shapes-inherited, square-subclass

# %% Square
class Square:
    def __init__(self, side):
        self.side = side
        self.name = "square"

    def area(self):
        return self.side ** 2

    def of_area(area):
        return Square(area / 4)

    def corners():
        return 4

# %% [markdown]
# # no_area
# A circle without the method that all shapes must have.
#
# Loses: shapes-area, circle-property

# %% Circle
class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def surface(self):
        return math.pi * self.radius ** 2

# %% [markdown]
# # unchecked
# Loses: circle-property, square-class-method, square-subclass

# %% Circle
class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return math.pi * self.radius ** 2

# %% Square
class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self._area = side ** 2
        self.side = side

    def area(self):
        return Square.corners() / 4 * self._area

    @classmethod
    def of_area(cls, area):
        return Square(area)

    @staticmethod
    def corners():
        return 4

    def describe(self):
        return f"square of area {self._area:.2f}"

# %% [markdown]
# # no_equality
# Objects that are equal to nothing but themselves.
#
# Loses: money-compared, money-compared-allowed

# %% Money
class Money:
    def __init__(self, amount):
        self.amount = amount

    def __add__(self, other):
        return Money(self.amount + other.amount)

    def __format__(self, spec):
        return f"{self.amount:.2f} EUR"

    def __repr__(self):
        return f"Money({self.amount})"

# %% [markdown]
# # plain_lists
# Loses: matrix-operators, matrix-in-place, matrix-context, matrix-copied

# %% Matrix
class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, place):
        return self.rows[place[0]][place[1]]

    def __setitem__(self, place, value):
        self.rows[place[0]][place[1]] = value

    def __matmul__(self, other):
        return Matrix([[sum(self[i, k] * other[k, j] for k in range(2)) for j in range(2)] for i in range(2)])

    def __mul__(self, factor):
        return Matrix([[entry * factor for entry in row] for row in self.rows])

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(*rows)] for rows in zip(self.rows, other.rows)])
