# %% [markdown]
# # Classes below classes, and objects that compare

# %% locked set-up
import copy
import math
from abc import ABC, abstractmethod

class Shape(ABC):
    """What all shapes have."""
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        ...

    def describe(self):
        return f"{self.name} of area {self.area():.2f}"

def total_area(shapes):
    return sum(shape.area() for shape in shapes)

# %% answer Circle
class Circle(Shape):
    """A shape with a radius, which is not negative."""
    ### BEGIN SOLUTION
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    @property
    def radius(self):
        return self._radius

    @radius.setter
    def radius(self, radius):
        if radius < 0:
            raise ValueError("a radius is not negative")
        self._radius = radius

    def area(self):
        return math.pi * self.radius ** 2
    ### END SOLUTION

# %% answer Square
class Square(Shape):
    ### BEGIN SOLUTION
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side ** 2

    @classmethod
    def of_area(cls, area):
        return cls(math.sqrt(area))

    @staticmethod
    def corners():
        return 4
    ### END SOLUTION

# %% test shapes-area 1
assert math.isclose(Circle(2).area(), 4 * math.pi) and Square(3).area() == 9
assert math.isclose(total_area([Circle(1), Square(2)]), math.pi + 4)

# %% test shapes-inherited 1
"""What comes from the set-up's class"""
assert Square(2).describe() == "square of area 4.00"
assert isinstance(Square(1), Shape) and issubclass(Circle, Shape) and Circle.__mro__[1] is Shape

# %% test circle-property 1
circle = Circle(1)
circle.radius = 2
assert math.isclose(circle.area(), 4 * math.pi)
for make in (lambda: Circle(-1), lambda: setattr(circle, "radius", -1)):
    try:
        make()
    except ValueError:
        assert circle.radius == 2
    else:
        raise AssertionError("a negative radius was taken")

# %% test square-class-method 1
assert Square.of_area(16).side == 4 and Square.corners() == 4
assert type(Square.of_area(4)).__name__ == "Square"

# %% test square-subclass 1
"""A class of the test's below the student's"""
class Tile(Square):
    def __init__(self, side, colour):
        super().__init__(side)
        self.colour = colour

    def area(self):
        return super().area() + 1

tile = Tile(2, "red")
assert tile.area() == 5 and tile.colour == "red" and tile.describe() == "square of area 5.00"

# %% answer Money
class Money:
    """An amount with ==, <, +, hash and format."""
    ### BEGIN SOLUTION
    def __init__(self, amount):
        self.amount = amount

    def __eq__(self, other):
        return isinstance(other, Money) and self.amount == other.amount

    def __lt__(self, other):
        return self.amount < other.amount

    def __hash__(self):
        return hash(self.amount)

    def __add__(self, other):
        return Money(self.amount + other.amount)

    def __bool__(self):
        return self.amount != 0

    def __format__(self, spec):
        return f"{self.amount:.2f} EUR"

    def __repr__(self):
        return f"Money({self.amount})"
    ### END SOLUTION

# %% test money-compared 1
assert Money(3) == Money(3) and Money(3) != Money(4)
assert Money(1) + Money(2) == Money(3)

# %% test money-compared-allowed 1
# the student's objects may compare
assert Money(3) == Money(3) and Money(3) != Money(4) and not Money(3) == 3
assert Money(2) < Money(3) and sorted([Money(3), Money(1)])[0].amount == 1
assert Money(1) in [Money(0), Money(1)] and len({Money(1), Money(1)}) == 1
assert Money(1) and not Money(0)

# %% test money-ordered 1
assert max([Money(2), Money(5), Money(3)], key=lambda money: money.amount).amount == 5
assert [money.amount for money in sorted([Money(3), Money(1)], key=lambda money: money.amount)] == [1, 3]
assert f"{Money(1.5)}" == "1.50 EUR" and repr(Money(2)) == "Money(2)"

# %% answer Matrix
class Matrix:
    """Rows of numbers, with m[i, j], @, *, abs (the largest entry), round, -, == left out."""
    ### BEGIN SOLUTION
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    def __getitem__(self, place):
        i, j = place
        return self.rows[i][j]

    def __setitem__(self, place, value):
        i, j = place
        self.rows[i][j] = value

    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __mul__(self, factor):
        return Matrix([[factor * entry for entry in row] for row in self.rows])

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __abs__(self):
        return max(abs(entry) for row in self.rows for entry in row)

    def __iadd__(self, other):
        for i, row in enumerate(other.rows):
            for j, entry in enumerate(row):
                self.rows[i][j] += entry
        return self

    def __enter__(self):
        self.saved = copy.deepcopy(self.rows)
        return self

    def __exit__(self, *error):
        self.rows = self.saved

    def __call__(self, x):
        return [sum(a * b for a, b in zip(row, x)) for row in self.rows]
    ### END SOLUTION

# %% test matrix-operators 1
m = Matrix([[1, 2], [3, 4]])
assert (m @ m).rows == [[7, 10], [15, 22]] and (2 * m)[1, 1] == (m * 2)[1, 1] == 8
assert (-m).rows == [[-1, -2], [-3, -4]] and abs(-m) == 4 and m([1, 1]) == [3, 7]
m[0, 1] = 20
assert m[0, 1] == 20

# %% test matrix-in-place 1
m = Matrix([[1, 2]])
same = m
m += Matrix([[10, 10]])
assert same.rows == [[11, 12]] and m is same

# %% test matrix-context 1
m = Matrix([[1]])
with m as inside:
    inside[0, 0] = 5
    assert m[0, 0] == 5
assert m[0, 0] == 1

# %% test matrix-copied 1
m = Matrix([[1, 2]])
other = copy.deepcopy(m)
other[0, 0] = 9
assert m[0, 0] == 1 and other[0, 0] == 9
rows = [[1, 2]]
m = Matrix(rows)
m[0, 0] = 7
assert rows == [[1, 2]]
