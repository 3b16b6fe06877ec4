"""E1: wrong answers that students write, with the sentence that helps, and right ones in other styles."""
# ruff: noqa: RUF059, B020   (answers are written as students write them)
import numpy as np

from course_lib.grading.misconceptions import right, wrong

# 1 threshold_unit


@wrong("E1-UNIT-STRICT", breaks="threshold_unit-at_zero",
       says="Your unit stays silent when z is exactly 0. The contract says z >= 0, so the unit fires there too.")
def threshold_unit(x, w, b):
    return 1 if w @ x + b > 0 else -1


@wrong("E1-UNIT-SIGN", breaks="threshold_unit-at_zero",
       says="Your unit answers 0 when z is exactly 0, as np.sign does. A threshold unit has only two answers, and at zero it is +1.")
def threshold_unit(x, w, b):
    return np.sign(w @ x + b)


@wrong("E1-UNIT-WHOLE", breaks="threshold_unit-at_zero",
       says="You bring z to a whole number before you compare, so -0.5 becomes 0 and fires. Weights and bias may be fractions: keep z as it is.")
def threshold_unit(x, w, b):
    return 1 if int(w @ x + b) >= 0 else -1


@wrong("E1-UNIT-01", breaks="threshold_unit-visible",
       says="Your unit answers 0 for false. In this set false is -1, so that both answers have the same size.")
def threshold_unit(x, w, b):
    return 1 if w @ x + b >= 0 else 0


@wrong("E1-UNIT-BIAS-SIGN", breaks="threshold_unit-visible",
       says="You compare the sum with b, which is the same as subtracting b. Here b is a bias: it is added, and z is compared with 0.")
def threshold_unit(x, w, b):
    return 1 if w @ x >= b else -1


@wrong("E1-UNIT-BIAS-EACH", breaks="threshold_unit-visible",
       says="You add the bias to every product before summing, so it counts n times. Sum the products first, then add b once.")
def threshold_unit(x, w, b):
    return 1 if np.sum(w * x + b) >= 0 else -1


@wrong("E1-UNIT-NO-BIAS", breaks="threshold_unit-visible",
       says="Your answer does not depend on b. The pre-activation is the weighted sum plus the bias.")
def threshold_unit(x, w, b):
    return 1 if w @ x >= 0 else -1


@wrong("E1-UNIT-RAW", breaks="threshold_unit-visible",
       says="You return the pre-activation z. The unit's answer is only on which side of zero z lies: +1 or -1.")
def threshold_unit(x, w, b):
    return w @ x + b


@wrong("E1-UNIT-NO-SUM", breaks="threshold_unit-visible",
       says="You threshold every product by itself and return an array. The products are summed to one number first.")
def threshold_unit(x, w, b):
    return np.where(w * x + b >= 0, 1, -1)


@right("a loop over the inputs")
def threshold_unit(x, w, b):
    v = b
    for i in range(len(x)):
        v = v + w[i] * x[i]
    if v >= 0:
        return 1
    return -1


@right("the bias as the weight of a constant input")
def threshold_unit(x, w, b):
    return np.where(np.dot(np.append(w, b), np.append(x, 1)) < 0, -1, 1)


@right("the comparison as arithmetic")
def threshold_unit(x, w, b):
    return 2 * int(np.sum(w * x) + b >= 0) - 1


# 2 truth_table


@wrong("E1-TABLE-EIGHT-ROWS", breaks="truth_table-any_unit",
       says="Your table always has the eight rows of three inputs. Build the rows from the number of weights, so that any n works.")
def truth_table(w, b):
    X = np.array([[-1, -1, -1], [-1, -1, 1], [-1, 1, -1], [-1, 1, 1], [1, -1, -1], [1, -1, 1], [1, 1, -1], [1, 1, 1]])
    v = X @ w + b
    return np.column_stack([X, v, np.where(v >= 0, 1, -1)])


@wrong("E1-TABLE-SIGN", breaks="truth_table-any_unit",
       says="Your column y holds 0 where z is exactly 0, as np.sign gives. The unit fires there: y is +1.")
def truth_table(w, b):
    X = np.array(list(product([-1, 1], repeat=len(w))))
    v = X @ w + b
    return np.column_stack([X, v, np.sign(v)])


@wrong("E1-TABLE-STRICT", breaks="truth_table-any_unit",
       says="Your column y is -1 where z is exactly 0. The unit fires for z >= 0, zero included.")
def truth_table(w, b):
    X = np.array(list(product([-1, 1], repeat=len(w))))
    v = X @ w + b
    return np.column_stack([X, v, np.where(v > 0, 1, -1)])


@wrong("E1-TABLE-WHOLE-V", breaks="truth_table-any_unit",
       says="Your values z are cut to whole numbers, because the table was made for whole numbers. Weights may be fractions: keep z as it is.")
def truth_table(w, b):
    X = np.array(list(product([-1, 1], repeat=len(w))))
    table = np.zeros((len(X), len(w) + 2), dtype=int)
    table[:, :-2] = X
    table[:, -2] = X @ w + b
    table[:, -1] = np.where(X @ w + b >= 0, 1, -1)
    return table


@wrong("E1-TABLE-01", breaks="truth_table-visible",
       says="Your inputs are 0 and 1. In this set false is -1, and with 0 in its place the values z come out different.")
def truth_table(w, b):
    X = np.array(list(product([0, 1], repeat=len(w))))
    v = X @ w + b
    return np.column_stack([X, v, np.where(v >= 0, 1, -1)])


@wrong("E1-TABLE-FIRST-FASTEST", breaks="truth_table-visible",
       says="In your table the first input changes fastest. In counting order it is the last one, like the last digit of a number.")
def truth_table(w, b):
    X = np.array(list(product([-1, 1], repeat=len(w))))[:, ::-1]
    v = X @ w + b
    return np.column_stack([X, v, np.where(v >= 0, 1, -1)])


@wrong("E1-TABLE-TRUE-FIRST", breaks="truth_table-visible",
       says="Your table counts down: it starts where everything is true. The first row is the input where all are -1.")
def truth_table(w, b):
    X = np.array(list(product([1, -1], repeat=len(w))))
    v = X @ w + b
    return np.column_stack([X, v, np.where(v >= 0, 1, -1)])


@wrong("E1-TABLE-NO-V", breaks="truth_table-visible",
       says="Your table leaves out the column z. It stands between the inputs and the answer y, so there are n + 2 columns.")
def truth_table(w, b):
    X = np.array(list(product([-1, 1], repeat=len(w))))
    return np.column_stack([X, np.where(X @ w + b >= 0, 1, -1)])


@wrong("E1-TABLE-Y-BOOLEAN", breaks="truth_table-visible",
       says="Your answers y are true and false, which the table shows as 1 and 0. Turn them into +1 and -1.")
def truth_table(w, b):
    X = np.array(list(product([-1, 1], repeat=len(w))))
    v = X @ w + b
    return np.column_stack([X, v, v >= 0])


@right("row by row, in lists")
def truth_table(w, b):
    rows = []
    for x in product([-1, 1], repeat=len(w)):
        v = b + sum(weight * value for weight, value in zip(w, x))
        rows.append([*x, v, 1 if v >= 0 else -1])
    return np.array(rows)


@right("the bits of the row number")
def truth_table(w, b):
    n = len(w)
    X = 2 * ((np.arange(2**n)[:, None] >> np.arange(n - 1, -1, -1)) & 1) - 1
    v = X @ w + b
    return np.hstack([X, v[:, None], np.where(v < 0, -1, 1)[:, None]])


@right("filling columns with repeat and tile")
def truth_table(w, b):
    n = len(w)
    table = np.ones((2**n, n + 2))
    for i in range(n):
        table[:, i] = np.tile(np.repeat([-1, 1], 2 ** (n - 1 - i)), 2**i)
    table[:, n] = table[:, :n] @ w + b
    table[table[:, n] < 0, n + 1] = -1
    return table


# 3 gate


@wrong("E1-GATE-01", breaks="gate-or",
       says="Your biases are those for inputs 0 and 1. Here false is -1, so the sum runs from -n to n: with a single true input it is 2 - n.")
def gate(name, n):
    if name == "OR":
        return np.ones(n), -0.5
    if name == "AND":
        return np.ones(n), 0.5 - n
    return -np.ones(n), n - 0.5


@wrong("E1-GATE-TWO-INPUTS", breaks="gate-or",
       says="Your biases are right for two inputs and stay the same for more. The sum runs from -n to n, so the threshold has to move with n.")
def gate(name, n):
    if name == "OR":
        return np.ones(n), 1
    if name == "AND":
        return np.ones(n), -1
    return -np.ones(n), 1


@wrong("E1-GATE-OR-AND-SWAPPED", breaks="gate-or",
       says="Your OR is AND and your AND is OR: the sign of the bias is turned round. OR fires easily, so its bias is positive.")
def gate(name, n):
    if name == "OR":
        return np.ones(n), 1 - n
    if name == "AND":
        return np.ones(n), n - 1
    return -np.ones(n), n - 1


@wrong("E1-GATE-BIAS-SIGN", breaks="gate-or",
       says="All your biases have the wrong sign: OR is AND, AND is OR, NAND fires only when all inputs are false. The bias is minus the threshold.")
def gate(name, n):
    if name == "OR":
        return np.ones(n), 1 - n
    if name == "AND":
        return np.ones(n), n - 1
    return -np.ones(n), 1 - n


@wrong("E1-GATE-AND-IS-OR", breaks="gate-visible",
       says="Your AND has the weights and bias of OR: one true input is enough. The bias is minus the threshold, so for AND it is negative.")
def gate(name, n):
    if name == "NAND":
        return -np.ones(n), n - 1
    return np.ones(n), n - 1


@wrong("E1-GATE-OR-TIE", breaks="gate-or",
       says="Your OR fires even when every input is false: z is exactly 0 there, and at zero a unit fires. Put the threshold between two sums.")
def gate(name, n):
    if name == "OR":
        return np.ones(n), n
    if name == "AND":
        return np.ones(n), 1 - n
    return -np.ones(n), n - 1


@wrong("E1-GATE-NAND-IS-NOR", breaks="gate-and_nand",
       says="Your NAND fires only when every input is false. To turn AND into its opposite, change the sign of the bias together with the weights.")
def gate(name, n):
    if name == "OR":
        return np.ones(n), n - 1
    if name == "AND":
        return np.ones(n), 1 - n
    return -np.ones(n), 1 - n


@wrong("E1-GATE-NAND-IS-OR", breaks="gate-and_nand",
       says="Your NAND is OR: you changed the sign of the bias only. Change the sign of every weight as well.")
def gate(name, n):
    if name == "OR":
        return np.ones(n), n - 1
    if name == "AND":
        return np.ones(n), 1 - n
    return np.ones(n), n - 1


@wrong("E1-GATE-AND-TIE", breaks="gate-and_nand",
       says="Your AND also fires when one input is false: z is exactly 0 there, and at zero a unit fires. Put the threshold between two sums.")
def gate(name, n):
    if name == "OR":
        return np.ones(n), n - 1
    if name == "AND":
        return np.ones(n), 2 - n
    return -np.ones(n), n - 1


@wrong("E1-GATE-NAND-TIE", breaks="gate-and_nand",
       says="Your NAND fires even when every input is true: z is exactly 0 there, and at zero a unit fires. Put the threshold between two sums.")
def gate(name, n):
    if name == "OR":
        return np.ones(n), n - 1
    if name == "AND":
        return np.ones(n), 1 - n
    return -np.ones(n), n


@wrong("E1-GATE-ONE-ARRAY", breaks="gate-visible",
       says="You return weights and bias in one array. Return a pair: the n weights, and the bias as a number of its own.")
def gate(name, n):
    if name == "OR":
        return np.append(np.ones(n), n - 1)
    if name == "AND":
        return np.append(np.ones(n), 1 - n)
    return np.append(-np.ones(n), n - 1)


@wrong("E1-GATE-TWO-WEIGHTS", breaks="gate-visible",
       says="You return two weights whatever n is. A unit has one weight for each of its n inputs.")
def gate(name, n):
    if name == "OR":
        return np.array([1, 1]), 1
    if name == "AND":
        return np.array([1, 1]), -1
    return np.array([-1, -1]), 1


@right("another size of weights, a threshold that is not half way")
def gate(name, n):
    if name == "OR":
        return np.full(n, 3.0), 3 * n - 4
    w, b = np.full(n, 3.0), 4 - 3 * n
    return (w, b) if name == "AND" else (-w, -b)


@right("unequal weights, in a list")
def gate(name, n):
    w = [2 + i / n for i in range(n)]
    if name == "OR":
        return w, sum(w) - 1
    if name == "AND":
        return w, 1 - sum(w)
    return [-value for value in w], sum(w) - 1


@right("a table of signs")
def gate(name, n):
    weight, bias = {"OR": (1, 1), "AND": (1, -1), "NAND": (-1, 1)}[name]
    return np.repeat(weight, n), bias * (n - 1.25)


# 4 xor_net


@wrong("E1-XOR-FIXED-LEVELS", breaks="xor_net-other_levels",
       says="Your weights do not depend on low and high: they are made for inputs -1 and 1. Compute the hidden thresholds from low and high.")
def xor_net(low, high):
    return np.array([[1, -1], [1, -1]]), np.array([1, 1]), np.array([1, 1]), -1


@wrong("E1-XOR-SYMMETRIC-LEVELS", breaks="xor_net-other_levels",
       says="Your thresholds are half way only when low is the opposite of high. The sums are 2 low, low + high and 2 high: put a threshold half way.")
def xor_net(low, high):
    return np.array([[1, -1], [1, -1]]), np.array([high, high]), np.array([1, 1]), -1


@wrong("E1-XOR-LOW-IS-ZERO", breaks="xor_net-visible",
       says="Your thresholds are half way only when low is 0. The sums are 2 low, low + high and 2 high: both levels belong in the thresholds.")
def xor_net(low, high):
    return np.array([[1, -1], [1, -1]]), np.array([-high / 2, 3 * high / 2]), np.array([1, 1]), -1


@wrong("E1-XOR-OUTPUT-LEVELS", breaks="xor_net-other_levels",
       says="Your output bias moves with low and high. The hidden answers are -1 and 1 whatever the levels are, so the output unit is an ordinary AND.")
def xor_net(low, high):
    b = np.array([-(3 * low + high) / 2, (low + 3 * high) / 2])
    return np.array([[1, -1], [1, -1]]), b, np.array([1, 1]), -(low + 3 * high) / 2


@wrong("E1-XOR-OR-TIE", breaks="xor_net-noisy_inputs",
       says="Your OR has its threshold exactly at low + high, so the smallest error on an input tips it over. Move it half way down to 2 low.")
def xor_net(low, high):
    return np.array([[1, -1], [1, -1]]), np.array([-(low + high), (low + 3 * high) / 2]), np.array([1, 1]), -1


@wrong("E1-XOR-BOTH-TIES", breaks="xor_net-noisy_inputs",
       says="Both your thresholds lie exactly at low + high, so the smallest error tips one of them over. Move each half way to the next sum.")
def xor_net(low, high):
    return np.array([[1, -1], [1, -1]]), np.array([-(low + high), low + high]), np.array([1, 1]), -1


@wrong("E1-XOR-FIXED-GAP", breaks="xor_net-noisy_inputs",
       says="Your thresholds lie half a unit from low + high for all levels. The errors grow with high - low: go half way between two sums.")
def xor_net(low, high):
    middle = low + high
    return np.array([[1, -1], [1, -1]]), np.array([-(middle - 0.5), middle + 0.5]), np.array([1, 1]), -1


@wrong("E1-XOR-TRANSPOSED", breaks="xor_net-visible",
       says="The weights of your hidden units stand in the rows of W. In X @ W the weights of unit j are column j: transpose W.")
def xor_net(low, high):
    b = np.array([-(3 * low + high) / 2, (low + 3 * high) / 2])
    return np.array([[1, 1], [-1, -1]]), b, np.array([1, 1]), -1


@wrong("E1-XOR-EQUAL", breaks="xor_net-visible",
       says="Your network answers the opposite: it fires when both inputs agree. Turn the output unit round, bias included.")
def xor_net(low, high):
    b = np.array([-(3 * low + high) / 2, (low + 3 * high) / 2])
    return np.array([[1, -1], [1, -1]]), b, np.array([-1, -1]), 1


@wrong("E1-XOR-OUTPUT-OR", breaks="xor_net-visible",
       says="Your output unit is OR, and one of OR and NAND is always true: the network always fires. Both hidden units must agree, so join them by AND.")
def xor_net(low, high):
    b = np.array([-(3 * low + high) / 2, (low + 3 * high) / 2])
    return np.array([[1, -1], [1, -1]]), b, np.array([1, 1]), 1


@wrong("E1-XOR-HIDDEN-01", breaks="xor_net-visible",
       says="Your output bias is right for hidden answers 0 and 1. The hidden units answer -1 and +1, so one true and one false add up to 0, not to 1.")
def xor_net(low, high):
    b = np.array([(low - high) / 2, (low - high) / 2])
    return np.array([[1, -1], [-1, 1]]), b, np.array([1, 1]), -0.5


@wrong("E1-XOR-ONE-UNIT", breaks="xor_net-visible",
       says="You return the weights of a single unit, (w, b). No single unit computes XOR: return two hidden units and an output unit, (W, b, u, c).")
def xor_net(low, high):
    return np.array([1, 1]), -(3 * low + high) / 2


@right("the lecture's network, for any levels")
def xor_net(low, high):
    half = (high - low) / 2
    W = np.array([[-1.0, -1.0], [1.0, 1.0]])
    return W, np.array([half, -half]), np.array([-1.0, 1.0]), 1.0


@right("one but not the other, in both ways; then OR")
def xor_net(low, high):
    return [[1, -1], [-1, 1]], [(low - high) / 2] * 2, [1, 1], 1.5


@right("inputs brought to -1 and 1 first, then OR and AND")
def xor_net(low, high):
    scale = 2 / (high - low)
    shift = -(high + low) / (high - low)
    W = scale * np.ones((2, 2))
    b = np.array([1.0, -1.0]) + 2 * shift
    return W, b, np.array([1, -1]), -1


# 5 perceptron_train


@wrong("E1-TRAIN-STRICT", breaks="perceptron_train-mistake_bound",
       says="w and b never move from 0: at w = 0, b = 0 every y z is 0, and zero counts as a mistake.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) < 0:
                w, b, mistakes = w + label * x, b + label, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-MARGIN", breaks="perceptron_train-mistake_bound",
       says="You also update at right points that lie near the line, as if they had to be right by a margin. A mistake is y z <= 0, nothing more.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) < 1:
                w, b, mistakes = w + label * x, b + label, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-NOT-STORED", breaks="perceptron_train-flipped_labels",
       says="You count mistakes, but w and b stay 0. At each mistake the sums w + y x and b + y become the new w and b.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w + label * x
                b + label
                mistakes += 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-ONLY-BIAS", breaks="perceptron_train-listed_twice",
       says="Only your bias moves and w stays 0, so every point gets the same answer. At each mistake w changes too, by y x.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                b, mistakes = b + label, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-LEARNING-SIGN", breaks="perceptron_train-visible",
       says="Your updates go the wrong way: each one makes its point more wrong. At a mistake y x is added to w, and y to b.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b, mistakes = w - label * x, b - label, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-NO-LABEL", breaks="perceptron_train-visible",
       says="You add x whatever its label is. At a mistake on a point with label -1 the update subtracts: it is y x, and y for the bias.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b, mistakes = w + x, b + 1, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-ONLY-MISTAKES", breaks="perceptron_train-visible",
       says="You return only the number of mistakes. What was learned is in w and b: return all three.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b, mistakes = w + label * x, b + label, mistakes + 1
        if mistakes == before:
            break
    return mistakes


@wrong("E1-TRAIN-IN-PLACE", breaks="perceptron_train-visible",
       says="Your function writes into the caller's X when it multiplies the rows by their labels. Make a new array instead of using *=.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    X *= y[:, None]
    for _ in range(max_epochs):
        before = mistakes
        for signed, label in zip(X, y):
            if w @ signed + label * b <= 0:
                w, b, mistakes = w + signed, b + label, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-LABELS-LOST", breaks="perceptron_train-visible",
       says="Your inner loop calls one label y, so after the first epoch the array of all labels is gone. Give the label a name of its own.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, y in zip(X, y):
            if y * (w @ x + b) <= 0:
                w, b, mistakes = w + y * x, b + y, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-LABELS-01", breaks="perceptron_train-separates",
       says="Your update is (y - answer) x with answers 0 and 1, but the labels are -1 and +1: correct points with label -1 are still changed.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            error = label - (1 if w @ x + b >= 0 else 0)
            if error != 0:
                w, b, mistakes = w + error * x, b + error, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-NO-BIAS", breaks="perceptron_train-separates",
       says="Your bias stays 0, so the line must pass through the origin. At each mistake b moves too, by y.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, mistakes = w + label * x, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-BIAS-SIGN", breaks="perceptron_train-separates",
       says="Your bias moves the wrong way. Since z = w·x + b, a mistake adds y to b, with the same sign as y x for w.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b, mistakes = w + label * x, b - label, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-ALWAYS", breaks="perceptron_train-mistake_bound",
       says="You update at every point, also at those that are already right. Only a point with y z <= 0 is a mistake.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        wrong_points = 0
        for x, label in zip(X, y):
            wrong_points += label * (w @ x + b) <= 0
            w, b, mistakes = w + label * x, b + label, mistakes + 1
        if wrong_points == 0:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-ONE-EPOCH", breaks="perceptron_train-separates",
       says="You pass over the points only once. A point that was right can become wrong later: go on until an epoch has no mistakes.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for x, label in zip(X, y):
        if label * (w @ x + b) <= 0:
            w, b, mistakes = w + label * x, b + label, mistakes + 1
    return w, b, mistakes


@wrong("E1-TRAIN-STOPS-AT-RIGHT", breaks="perceptron_train-separates",
       says="Your training ends at the first point that is right. It ends only after an epoch in which every point was right.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        for x, label in zip(X, y):
            if label * (w @ x + b) > 0:
                return w, b, mistakes
            w, b, mistakes = w + label * x, b + label, mistakes + 1
    return w, b, mistakes


@wrong("E1-TRAIN-LEAVES-EPOCH", breaks="perceptron_train-separates",
       says="Your epoch ends at the first point that is right. The points after it may be mistakes: a right point is only passed over.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) > 0:
                break
            w, b, mistakes = w + label * x, b + label, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-LAST-POINT", breaks="perceptron_train-separates",
       says="Your training ends as soon as the last point of an epoch is right. It ends only after an epoch in which every point was right.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        changed = False
        for x, label in zip(X, y):
            changed = label * (w @ x + b) <= 0
            if changed:
                w, b, mistakes = w + label * x, b + label, mistakes + 1
        if not changed:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-LAST-EPOCH", breaks="perceptron_train-visible",
       says="You count the mistakes of the last epoch only, because the counter starts anew in each. The contract asks for all epochs together.")
def perceptron_train(X, y, max_epochs):
    w, b = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        mistakes = 0
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b, mistakes = w + label * x, b + label, mistakes + 1
        if mistakes == 0:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-STEP", breaks="perceptron_train-mistake_bound",
       says="Your steps are a tenth of the right size. The contract adds the whole of y x to w, and the whole of y to b.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b, mistakes = w + 0.1 * label * x, b + 0.1 * label, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-DOUBLE-STEP", breaks="perceptron_train-mistake_bound",
       says="Your steps are twice the right size: label - answer, for example, is 2 or -2. The contract adds y x to w and y to b.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b, mistakes = w + 2 * label * x, b + 2 * label, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-COUNTS-EPOCHS", breaks="perceptron_train-mistake_bound",
       says="You return the number of epochs. Count the updates: one for each visit to a point that is wrong.")
def perceptron_train(X, y, max_epochs):
    w, b, epochs = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        epochs += 1
        changed = False
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b, changed = w + label * x, b + label, True
        if not changed:
            break
    return w, b, epochs


@wrong("E1-TRAIN-TIE", breaks="perceptron_train-flipped_labels",
       says="You update when the unit's answer differs from the label, so a positive point on the line is let through. Ask for y z <= 0 instead.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if (1 if w @ x + b >= 0 else -1) != label:
                w, b, mistakes = w + label * x, b + label, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-TIE-NEGATIVE", breaks="perceptron_train-flipped_labels",
       says="You let a negative point on the line through. A point with z exactly 0 is a mistake for both labels.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            z = w @ x + b
            if (label == 1 and z <= 0) or (label == -1 and z > 0):
                w, b, mistakes = w + label * x, b + label, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-SHUFFLED", breaks="perceptron_train-listed_twice",
       says="You shuffle the points after each epoch. That often helps in practice, but here the contract visits them in the order given.")
def perceptron_train(X, y, max_epochs):
    rng, order = np.random.default_rng(0), np.arange(len(y))
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for i in order:
            if y[i] * (w @ X[i] + b) <= 0:
                w, b, mistakes = w + y[i] * X[i], b + y[i], mistakes + 1
        if mistakes == before:
            break
        rng.shuffle(order)
    return w, b, mistakes


@wrong("E1-TRAIN-BATCH", breaks="perceptron_train-listed_twice",
       says="You find all mistakes of an epoch with the old weights and add them together. Each mistake changes w and b at once, before the next point.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        missed = y * (X @ w + b) <= 0
        if not missed.any():
            break
        w, b, mistakes = w + y[missed] @ X[missed], b + y[missed].sum(), mistakes + missed.sum()
    return w, b, mistakes


@wrong("E1-TRAIN-ENDLESS", breaks="perceptron_train-max_epochs",
       says="Your loop waits for an epoch without mistakes and forgets max_epochs. When no line separates the points, that epoch never comes.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    clean = False
    while not clean:
        clean = True
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b, mistakes, clean = w + label * x, b + label, mistakes + 1, False
    return w, b, mistakes


@wrong("E1-TRAIN-EPOCH-TOO-MANY", breaks="perceptron_train-max_epochs",
       says="You run one epoch more than max_epochs. Count once by hand how often your outer loop runs when max_epochs is 1.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes, epoch = np.zeros(X.shape[1]), 0, 0, 0
    while epoch <= max_epochs:
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b, mistakes = w + label * x, b + label, mistakes + 1
        if mistakes == before:
            break
        epoch += 1
    return w, b, mistakes


@wrong("E1-TRAIN-EPOCH-TOO-FEW", breaks="perceptron_train-max_epochs",
       says="You run one epoch fewer than max_epochs. For example range(1, n) has only n - 1 members.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(1, max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b, mistakes = w + label * x, b + label, mistakes + 1
        if mistakes == before:
            break
    return w, b, mistakes


@wrong("E1-TRAIN-STOPS-ON-LINE", breaks="perceptron_train-max_epochs",
       says="Your training ends while a point still lies on the line. There y z is 0, a mistake: go on until an epoch is free of them.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b, mistakes = w + label * x, b + label, mistakes + 1
        if np.all(y * (X @ w + b) >= 0):
            break
    return w, b, mistakes


@wrong("E1-TRAIN-GIVES-UP", breaks="perceptron_train-max_epochs",
       says="You raise an error when the points are not separated in time. That is no error: return w, b and mistakes as they are after max_epochs.")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b, mistakes = w + label * x, b + label, mistakes + 1
        if mistakes == before:
            return w, b, mistakes
    raise ValueError("no line found")


@right("the bias as the weight of a constant input")
def perceptron_train(X, y, max_epochs):
    Z = np.column_stack([X, np.ones(len(X))]) * np.reshape(y, (-1, 1))
    theta, mistakes = np.zeros(Z.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for z in Z:
            if theta @ z <= 0:
                theta += z
                mistakes += 1
                clean = False
        if clean:
            break
    return theta[:-1], theta[-1], mistakes


@right("counting how often each point was a mistake")
def perceptron_train(X, y, max_epochs):
    counts = np.zeros(len(y))
    for _ in range(max_epochs):
        before = counts.sum()
        for i in range(len(y)):
            v = np.sum(counts * y * (X @ X[i] + 1))
            if v * y[i] <= 0:
                counts[i] += 1
        if counts.sum() == before:
            break
    return (counts * y) @ X, np.sum(counts * y), int(counts.sum())


@right("a while loop over plain numbers")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes, epoch, clean = [0.0] * len(X[0]), 0.0, 0, 0, False
    while epoch < max_epochs and not clean:
        clean = True
        epoch += 1
        for n in range(len(X)):
            v = b
            for i in range(len(w)):
                v += w[i] * X[n][i]
            if not y[n] * v > 0:
                clean = False
                mistakes += 1
                b += y[n]
                for i in range(len(w)):
                    w[i] += y[n] * X[n][i]
    return np.array(w), b, mistakes


@right("one long walk through the points")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes, streak = 0 * X[0], 0, 0, 0
    for step in range(max_epochs * len(y)):
        n = step % len(y)
        if n == 0 and streak >= len(y):
            break
        streak += 1
        if y[n] * (np.dot(X[n], w) + b) <= 0:
            w, b, mistakes, streak = w + y[n] * X[n], b + y[n], mistakes + 1, 0
    return w, b, mistakes


@right("asking all points at the end of each epoch")
def perceptron_train(X, y, max_epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        for i, x in enumerate(X):
            if y[i] * (np.sum(w * x) + b) <= 0:
                w = w + y[i] * x
                b += y[i]
                mistakes += 1
        if np.all(y * (X @ w + b) > 0):
            break
    return w, b, mistakes


# 6 predict


@wrong("E1-PREDICT-SIGN", breaks="predict-visible",
       says="You answer 0 for a point on the line, as np.sign does. The unit fires there: the answer is +1.")
def predict(X, w, b):
    return np.sign(X @ w + b)


@wrong("E1-PREDICT-STRICT", breaks="predict-visible",
       says="You answer -1 for a point on the line. The unit fires for z >= 0, zero included.")
def predict(X, w, b):
    return np.where(X @ w + b > 0, 1, -1)


@wrong("E1-PREDICT-BOOLEAN", breaks="predict-visible",
       says="You return true and false. The answers of a unit are the numbers +1 and -1.")
def predict(X, w, b):
    return X @ w + b >= 0


@wrong("E1-PREDICT-RAW", breaks="predict-visible",
       says="You return the values z. The answers are only on which side of zero each z lies: +1 or -1.")
def predict(X, w, b):
    return X @ w + b


@wrong("E1-PREDICT-NO-BIAS", breaks="predict-visible",
       says="Your answers do not depend on b. Add the bias to every z before you compare with 0.")
def predict(X, w, b):
    return np.where(X @ w >= 0, 1, -1)


@wrong("E1-PREDICT-BIAS-SIGN", breaks="predict-visible",
       says="You compare w·x with b, which is the same as subtracting b. Here b is a bias: it is added, and z is compared with 0.")
def predict(X, w, b):
    return np.where(X @ w >= b, 1, -1)


@wrong("E1-PREDICT-ORDER", breaks="predict-visible",
       says="You multiply w @ X, which runs over the points instead of the coordinates. Points are rows: X comes first.")
def predict(X, w, b):
    return np.where(w @ X + b >= 0, 1, -1)


@wrong("E1-PREDICT-COLUMN", breaks="predict-visible",
       says="You return a column of shape (N, 1). Leave w as it is, of shape (D,), and the answers have shape (N,).")
def predict(X, w, b):
    return np.where(X @ np.reshape(w, (-1, 1)) + b >= 0, 1, -1)


@wrong("E1-PREDICT-IN-PLACE", breaks="predict-visible",
       says="Your function writes into the caller's X when it multiplies by the weights. Make a new array instead of using *=.")
def predict(X, w, b):
    X *= w
    return np.where(X.sum(axis=1) + b >= 0, 1, -1)


@wrong("E1-PREDICT-TRUNCATED", breaks="predict-whole_and_fraction",
       says="You bring z to whole numbers before you compare, so -0.5 becomes 0 and fires. Keep z as it is.")
def predict(X, w, b):
    v = np.zeros(len(X), dtype=int)
    for n in range(len(X)):
        v[n] = X[n] @ w + b
    return np.where(v >= 0, 1, -1)


@wrong("E1-PREDICT-ARRAY-LIKE-X", breaks="predict-whole_and_fraction",
       says="Your z lands in an array of whole numbers, which cuts the fraction off, so -0.5 becomes 0 and fires. Make that array with "
            "np.zeros(len(X)), or compare before you store.")
def predict(X, w, b):
    v = np.zeros_like(X[:, 0])
    for i, x in enumerate(X):
        v[i] = w @ x + b
    return np.where(v >= 0, 1, -1)


@wrong("E1-PREDICT-ADDS-IN-PLACE", breaks="predict-whole_and_fraction",
       says="You add the bias with +=, and an array of whole numbers cannot take in a fraction. Make a new array: z = X @ w + b.")
def predict(X, w, b):
    v = X @ w
    v += b
    return np.where(v >= 0, 1, -1)


@wrong("E1-PREDICT-SQUEEZED", breaks="predict-whole_and_fraction",
       says="For a single point you return a number instead of an array of shape (1,). The answers have shape (N,) for every N.")
def predict(X, w, b):
    return np.squeeze(np.where(X @ w + b >= 0, 1, -1))


@right("a list comprehension")
def predict(X, w, b):
    return np.array([1 if np.dot(x, w) + b >= 0 else -1 for x in X])


@right("ones, then the silent points set to -1")
def predict(X, w, b):
    answers = np.ones(X.shape[0])
    answers[(X * w).sum(axis=1) < -b] = -1
    return answers


@right("einsum and a Boolean as a number")
def predict(X, w, b):
    return 2 * (np.einsum("nd,d->n", X, w) + b >= 0).astype(int) - 1


# 7 crossing_certificate


@wrong("E1-CROSS-QUARTERS", breaks="crossing_certificate-visible",
       says="Your four numbers are always one quarter. That fits XOR, where the segments cross in their middles; elsewhere find the crossing point first.")
def crossing_certificate(P, Q):
    return np.full(4, 0.25)


@wrong("E1-CROSS-ENDS-SWAPPED", breaks="crossing_certificate-visible",
       says="You have exchanged the two ends of each segment. A quarter of the way from p1 to p2, the share of p1 is three quarters.")
def crossing_certificate(P, Q):
    (p1, p2), (q1, q2) = P, Q
    s, t = np.linalg.solve(np.column_stack([p2 - p1, q1 - q2]), q1 - p1)
    return np.array([s, 1 - s, t, 1 - t]) / 2


@wrong("E1-CROSS-Q-SWAPPED", breaks="crossing_certificate-any_crossing",
       says="You have exchanged the two numbers for the q. The nearer end of a segment gets the larger share, so near q1 the share of q1 is large.")
def crossing_certificate(P, Q):
    (p1, p2), (q1, q2) = P, Q
    s, t = np.linalg.solve(np.column_stack([p2 - p1, q1 - q2]), q1 - p1)
    return np.array([1 - s, s, t, 1 - t]) / 2


@wrong("E1-CROSS-ORDER", breaks="crossing_certificate-any_crossing",
       says="Your numbers come in the order p1, q1, p2, q2. The contract wants both p first, then both q.")
def crossing_certificate(P, Q):
    (p1, p2), (q1, q2) = P, Q
    s, t = np.linalg.solve(np.column_stack([p2 - p1, q1 - q2]), q1 - p1)
    return np.array([1 - s, 1 - t, s, t]) / 2


@wrong("E1-CROSS-ONE-SHARE", breaks="crossing_certificate-any_crossing",
       says="You use the share of the first segment for the second one too. The crossing point divides the two segments differently: s and t.")
def crossing_certificate(P, Q):
    (p1, p2), (q1, q2) = P, Q
    s, t = np.linalg.solve(np.column_stack([p2 - p1, q1 - q2]), q1 - p1)
    return np.array([1 - s, s, 1 - s, s]) / 2


@wrong("E1-CROSS-HALF-OF-Q", breaks="crossing_certificate-any_crossing",
       says="Your numbers for the q are always one quarter. The crossing point need not be the middle of their segment: find t as well as s.")
def crossing_certificate(P, Q):
    (p1, p2), (q1, q2) = P, Q
    s, t = np.linalg.solve(np.column_stack([p2 - p1, q1 - q2]), q1 - p1)
    return np.array([1 - s, s, 0.5, 0.5]) / 2


@wrong("E1-CROSS-T-SIGN", breaks="crossing_certificate-any_crossing",
       says="The second column of your system has the wrong sign. Bring t (q2 - q1) to the left side, and it is subtracted.")
def crossing_certificate(P, Q):
    (p1, p2), (q1, q2) = P, Q
    s, t = np.linalg.solve(np.column_stack([p2 - p1, q2 - q1]), q1 - p1)
    return np.array([1 - s, s, 1 - t, t]) / 2


@wrong("E1-CROSS-ROWS", breaks="crossing_certificate-visible",
       says="The two direction vectors stand in the rows of your matrix. In A @ (s, t) each unknown multiplies a column.")
def crossing_certificate(P, Q):
    (p1, p2), (q1, q2) = P, Q
    s, t = np.linalg.solve(np.array([p2 - p1, q1 - q2]), q1 - p1)
    return np.array([1 - s, s, 1 - t, t]) / 2


@wrong("E1-CROSS-DISTANCES", breaks="crossing_certificate-any_crossing",
       says="You weigh all four points by one over their distance and divide by the total. Each segment by itself must get one half.")
def crossing_certificate(P, Q):
    (p1, p2), (q1, q2) = P, Q
    s, _ = np.linalg.solve(np.column_stack([p2 - p1, q1 - q2]), q1 - p1)
    near = 1 / np.linalg.norm(np.vstack([P, Q]) - (p1 + s * (p2 - p1)), axis=1)
    return near / near.sum()


@wrong("E1-CROSS-SLOPES", breaks="crossing_certificate-any_crossing",
       says="You work with slopes, and a vertical segment has none. Walk along both segments with s and t: then no direction is special.")
def crossing_certificate(P, Q):
    (p1, p2), (q1, q2) = P, Q
    slope_p = (p2[1] - p1[1]) / (p2[0] - p1[0])
    slope_q = (q2[1] - q1[1]) / (q2[0] - q1[0])
    x = (q1[1] - p1[1] + slope_p * p1[0] - slope_q * q1[0]) / (slope_p - slope_q)
    s, t = (x - p1[0]) / (p2[0] - p1[0]), (x - q1[0]) / (q2[0] - q1[0])
    return np.array([1 - s, s, 1 - t, t]) / 2


@wrong("E1-CROSS-SUM-TWO", breaks="crossing_certificate-visible",
       says="Your numbers add up to 2, one for each segment. Halve them.")
def crossing_certificate(P, Q):
    (p1, p2), (q1, q2) = P, Q
    s, t = np.linalg.solve(np.column_stack([p2 - p1, q1 - q2]), q1 - p1)
    return np.array([1 - s, s, 1 - t, t])


@wrong("E1-CROSS-SIGNED", breaks="crossing_certificate-visible",
       says="Your numbers for the q are negative. The labels carry the signs already, and a proof needs all four numbers to be at least 0.")
def crossing_certificate(P, Q):
    (p1, p2), (q1, q2) = P, Q
    s, t = np.linalg.solve(np.column_stack([p2 - p1, q1 - q2]), q1 - p1)
    return np.array([1 - s, s, t - 1, -t]) / 2


@wrong("E1-CROSS-POINT", breaks="crossing_certificate-visible",
       says="You return the point where the segments cross. The certificate is the four shares of the points that make it up.")
def crossing_certificate(P, Q):
    (p1, p2), (q1, q2) = P, Q
    s, t = np.linalg.solve(np.column_stack([p2 - p1, q1 - q2]), q1 - p1)
    return p1 + s * (p2 - p1)


@right("one system of four equations")
def crossing_certificate(P, Q):
    signed = np.column_stack([np.vstack([P, Q]), np.ones(4)]) * np.array([[1], [1], [-1], [-1]])
    return np.linalg.solve(np.vstack([signed.T, np.ones(4)]), [0, 0, 0, 1])


@right("Cramer's rule")
def crossing_certificate(P, Q):
    (a, c), (d, e) = P[1] - P[0], Q[1] - Q[0]
    f, g = Q[0] - P[0]
    det = c * d - a * e
    s, t = (g * d - f * e) / det, (a * g - c * f) / det
    return np.array([(1 - s) / 2, s / 2, (1 - t) / 2, t / 2])


@right("areas of triangles")
def crossing_certificate(P, Q):
    def area(a, b, c):
        return abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
    p = np.array([area(P[1], *Q), area(P[0], *Q)])
    q = np.array([area(Q[1], *P), area(Q[0], *P)])
    return np.concatenate([p / p.sum(), q / q.sum()]) / 2


# The arguments on which a student's function is compared with the wrong answers above.

SQUARE = np.array([[-1.0, 1.0], [1.0, -1.0]]), np.array([[-1.0, -1.0], [1.0, 1.0]])
SLANTED = np.array([[0.0, 0.0], [4.0, 1.0]]), np.array([[0.5, -1.0], [2.0, 2.0]])
UPRIGHT = np.array([[0.0, 0.0], [0.0, 4.0]]), np.array([[-1.0, 0.0], [3.0, 2.0]])
POINTS = np.array([[5, 1], [3, 1], [4, 3], [6, 2], [2, 2], [5, 3]])
LABELS = np.array([1, -1, -1, 1, -1, -1])

PROBES = {
    "threshold_unit": [
        (np.array([3, 1, 1]), np.array([1, 1, 1]), -3),
        (np.array([3, 1, 1]), np.array([1, 1, 1]), -7),
        (np.array([1.0, -2.0]), np.array([4.0, 1.0]), -2.0),
        (np.array([1.0, 1.0]), np.array([1.0, 1.0]), 3.0),
        (np.array([1.0, 1.0]), np.array([1.0, 1.0]), -2.5),
    ],
    "truth_table": [
        (np.array([2, 4, -1]), -2),
        (np.array([1, 1]), 0),
        (np.array([0.5, -2.0, 1.0]), 0.25),
    ],
    "gate": [(name, n) for name in ("OR", "AND", "NAND") for n in (2, 3, 5)],
    "xor_net": [(-1, 1), (0, 1), (2, 5)],
    "perceptron_train": [
        (POINTS, LABELS, 100),
        (POINTS, LABELS, 1),
        (POINTS, LABELS, 2),
        (POINTS - [5, 2], -LABELS, 100),
        (np.array([[-2], [0]]), np.array([1, -1]), 100),
        (np.array([[0.1], [-0.1]]), np.array([1, -1]), 100),
    ],
    "predict": [
        (np.array([[2.0, 1.0], [0.0, 4.0], [2.0, 2.0]]), np.array([3.0, -2.0]), -2.0),
        (np.array([[1, 1], [1, 2], [-2, 3]]), np.array([1, -1]), -0.5),
        (np.array([[1.0, 1.0]]), np.array([1.0, -1.0]), 2.0),
        (np.array([[1.0, 0.0], [2.0, 1.0]]), np.array([1.0, -3.0]), 0.5),
        (np.array([[0.0, 4.0], [2.0, 1.0]]), np.array([3.0, -2.0]), 12.0),
    ],
    "crossing_certificate": [SQUARE, SLANTED, UPRIGHT],
}
