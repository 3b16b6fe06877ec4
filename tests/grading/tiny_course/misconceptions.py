"""What a student might write to T1."""
import numpy as np

from course_lib.grading.misconceptions import right, wrong


@wrong("T1-FIRST", breaks="double-rows", says="Only the first entry is doubled: do it for all of them.")
def double(x):
    result = np.array(x, float)
    result[0] *= 2
    return result


@wrong("T1-SQUARE", breaks="double-visible", says="That is the square, not the double.")
def double(x):
    return np.asarray(x) ** 2


@wrong("T1-POP", breaks="total-unchanged", says="pop() takes the entries out of the caller's list.")
def total(x):
    result = 0
    while x:
        result += x.pop()
    return result


@right("by adding")
def double(x):
    return np.asarray(x) + x


@right("loop")
def total(x):
    result = 0
    for entry in x:
        result += entry
    return result


PROBES = {"double": [(np.array([3.0, 4.0]),), (np.array([-1.0, 0.5]),)], "total": [([1, 2, 3],), ([-4, 2.5],)]}
