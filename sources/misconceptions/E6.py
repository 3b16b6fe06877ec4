"""E6: wrong answers that students write, with the sentence that helps, and right ones in other styles."""
# ruff: noqa: B007, SIM108, SIM300   (answers are written as students write them)
import numpy as np

from course_lib.grading.misconceptions import right, wrong

# 1 by_hand


@wrong("E6-HAND-ONE-WAY", breaks="by_hand-all_ways",
       says="Your slope in q misses the direct way from q to f = u q. q is used twice, and the two ways add.")
def by_hand(x, y, z):
    q = x + y
    p = q * z
    u = p**2
    df_dp = q * 2 * p
    df_dq = df_dp * z
    return u * q, q, df_dp, df_dq, df_dq, df_dq, df_dp * q


@wrong("E6-HAND-LAST-WAY", breaks="by_hand-all_ways",
       says="Your slope in q is u alone: the way over p and u has been overwritten or forgotten. The two ways from q to f add.")
def by_hand(x, y, z):
    q = x + y
    p = q * z
    u = p**2
    df_dp = q * 2 * p
    return u * q, q, df_dp, u, u, u, df_dp * q


@wrong("E6-HAND-WAYS-MULTIPLIED", breaks="by_hand-all_ways",
       says="You multiply the two ways from q to f. Slopes multiply along one way; different ways add.")
def by_hand(x, y, z):
    q = x + y
    p = q * z
    u = p**2
    df_dp = q * 2 * p
    df_dq = u * df_dp * z
    return u * q, q, df_dp, df_dq, df_dq, df_dq, df_dp * q


@wrong("E6-HAND-SUM-SPLITS", breaks="by_hand-all_ways",
       says="You share the slope that arrives at q = x + y between x and y. A sum hands all of it to both: each has the local slope 1.")
def by_hand(x, y, z):
    q = x + y
    p = q * z
    u = p**2
    df_dp = q * 2 * p
    df_dq = u + df_dp * z
    return u * q, q, df_dp, df_dq, df_dq / 2, df_dq / 2, df_dp * q


@wrong("E6-HAND-X-TIMES-X", breaks="by_hand-visible",
       says="You multiply what arrives at q = x + y by x and by y, as a product would ask. The local slopes of a sum are 1.")
def by_hand(x, y, z):
    q = x + y
    p = q * z
    u = p**2
    df_dp = q * 2 * p
    df_dq = u + df_dp * z
    return u * q, q, df_dp, df_dq, df_dq * x, df_dq * y, df_dp * q


@wrong("E6-HAND-Z-LOCAL", breaks="by_hand-all_ways",
       says="Your slope in z is only the local one, q. Multiply it by what arrives at p = q z.")
def by_hand(x, y, z):
    q = x + y
    p = q * z
    u = p**2
    df_dp = q * 2 * p
    df_dq = u + df_dp * z
    return u * q, q, df_dp, df_dq, df_dq, df_dq, q


@wrong("E6-HAND-OWN-FACTOR", breaks="by_hand-visible",
       says="In the product p = q z you hand to each factor what arrives times the factor itself. It is times the other factor.")
def by_hand(x, y, z):
    q = x + y
    p = q * z
    u = p**2
    df_dp = q * 2 * p
    df_dq = u + df_dp * q
    return u * q, q, df_dp, df_dq, df_dq, df_dq, df_dp * z


@wrong("E6-HAND-NO-CHAIN", breaks="by_hand-visible",
       says="Your slope in p is that of u, 2p. To make it the slope of f, multiply by what arrives at u.")
def by_hand(x, y, z):
    q = x + y
    p = q * z
    u = p**2
    df_dp = 2 * p
    df_dq = u + df_dp * z
    return u * q, q, df_dp, df_dq, df_dq, df_dq, df_dp * q


@wrong("E6-HAND-WRONG-PLACE", breaks="by_hand-visible",
       says="You take the slope 2p of p^2 at q. It is taken at the number that is squared, p.")
def by_hand(x, y, z):
    q = x + y
    p = q * z
    u = p**2
    df_dp = q * 2 * q
    df_dq = u + df_dp * z
    return u * q, q, df_dp, df_dq, df_dq, df_dq, df_dp * q


@wrong("E6-HAND-SIX", breaks="by_hand-visible",
       says="You return the slopes without f. The first of the seven numbers is f itself.")
def by_hand(x, y, z):
    q = x + y
    p = q * z
    df_dp = q * 2 * p
    df_dq = p**2 + df_dp * z
    return q, df_dp, df_dq, df_dq, df_dq, df_dp * q


@right("formulas of the whole")
def by_hand(x, y, z):
    s = x + y
    return s**3 * z**2, s, 2 * s**2 * z, 3 * s**2 * z**2, 3 * s**2 * z**2, 3 * s**2 * z**2, 2 * s**3 * z


@right("a sweep that adds up in a dictionary")
def by_hand(x, y, z):
    v = {"x": x, "y": y, "z": z}
    v["q"] = v["x"] + v["y"]
    v["p"] = v["q"] * v["z"]
    v["u"] = v["p"] * v["p"]
    v["f"] = v["u"] * v["q"]
    g = dict.fromkeys(v, 0)
    g["f"] = 1
    g["u"] += g["f"] * v["q"]
    g["q"] += g["f"] * v["u"]
    g["p"] += g["u"] * 2 * v["p"]
    g["q"] += g["p"] * v["z"]
    g["z"] += g["p"] * v["q"]
    g["x"] += g["q"]
    g["y"] += g["q"]
    return np.array([v["f"], g["u"], g["p"], g["q"], g["x"], g["y"], g["z"]])


@right("complex steps")
def by_hand(x, y, z):
    def from_q(q, z):
        return (q * z) ** 2 * q
    q, p, e = x + y, (x + y) * z, 1e-20j
    slope_q = from_q(q + e, z).imag / 1e-20
    slope_p = ((p + e) ** 2 * q).imag / 1e-20
    return [from_q(q, z), q, slope_p, slope_q, slope_q, slope_q, from_q(q, z + e).imag / 1e-20]


# 2 program_slopes


@wrong("E6-PROGRAM-OVERWRITES", breaks="program_slopes-shared",
       says="You write = where slopes must be added, +=. A number that is used twice hears twice, and the last to speak wins in your sweep.")
def program_slopes(program, inputs):
    numbers = list(inputs)
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
    slopes = np.zeros(len(numbers))
    slopes[-1] = 1
    for k in reversed(range(len(program))):
        kind, *used = program[k]
        own, i, j = slopes[len(inputs) + k], used[0], used[-1]
        if kind == "add":
            slopes[i] = own
            slopes[j] = own
        elif kind == "mul":
            slopes[i] = own * numbers[j]
            slopes[j] = own * numbers[i]
        else:
            slopes[i] = own * (1 - np.tanh(numbers[i]) ** 2)
    return numbers[-1], slopes


@wrong("E6-PROGRAM-ONCE-EACH", breaks="program_slopes-shared",
       says="In a step such as (\"mul\", 0, 0) number 0 hears from you only once. It is used twice there, and hears twice: x times x has slope 2x.")
def program_slopes(program, inputs):
    numbers = list(inputs)
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
    slopes = np.zeros(len(numbers))
    slopes[-1] = 1
    for k in reversed(range(len(program))):
        kind, *used = program[k]
        own, i, j = slopes[len(inputs) + k], used[0], used[-1]
        if kind == "add":
            slopes[[i, j]] += own
        elif kind == "mul":
            slopes[[i, j]] += own * np.array([numbers[j], numbers[i]])
        else:
            slopes[i] += own * (1 - np.tanh(numbers[i]) ** 2)
    return numbers[-1], slopes


@wrong("E6-PROGRAM-ENDS-ARE-ONE", breaks="program_slopes-shared",
       says="You begin with 1 at every number that no step uses. Only the last number begins with 1; others without influence have the slope 0.")
def program_slopes(program, inputs):
    numbers = list(inputs)
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
    slopes = np.ones(len(numbers))
    for _, *used in program:
        for i in used:
            slopes[i] = 0
    for k in reversed(range(len(program))):
        kind, *used = program[k]
        own, i, j = slopes[len(inputs) + k], used[0], used[-1]
        if kind == "add":
            slopes[i] += own
            slopes[j] += own
        elif kind == "mul":
            slopes[i] += own * numbers[j]
            slopes[j] += own * numbers[i]
        else:
            slopes[i] += own * (1 - np.tanh(numbers[i]) ** 2)
    return numbers[-1], slopes


@wrong("E6-PROGRAM-TANH-OF-A", breaks="program_slopes-used_once",
       says="Your slope of tanh is 1 - tanh(a)^2 with a = tanh z, so tanh is taken twice. With a = tanh z it is 1 - a^2.")
def program_slopes(program, inputs):
    numbers = list(inputs)
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
    slopes = np.zeros(len(numbers))
    slopes[-1] = 1
    for k in reversed(range(len(program))):
        kind, *used = program[k]
        own, i, j = slopes[len(inputs) + k], used[0], used[-1]
        if kind == "add":
            slopes[i] += own
            slopes[j] += own
        elif kind == "mul":
            slopes[i] += own * numbers[j]
            slopes[j] += own * numbers[i]
        else:
            slopes[i] += own * (1 - np.tanh(numbers[len(inputs) + k]) ** 2)
    return numbers[-1], slopes


@wrong("E6-PROGRAM-TANH-AT-Z", breaks="program_slopes-used_once",
       says="Your slope of tanh is 1 - z^2. The rule 1 - a^2 speaks of the answer a = tanh z, not of z.")
def program_slopes(program, inputs):
    numbers = list(inputs)
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
    slopes = np.zeros(len(numbers))
    slopes[-1] = 1
    for k in reversed(range(len(program))):
        kind, *used = program[k]
        own, i, j = slopes[len(inputs) + k], used[0], used[-1]
        if kind == "add":
            slopes[i] += own
            slopes[j] += own
        elif kind == "mul":
            slopes[i] += own * numbers[j]
            slopes[j] += own * numbers[i]
        else:
            slopes[i] += own * (1 - numbers[i] ** 2)
    return numbers[-1], slopes


@wrong("E6-PROGRAM-TANH-SLIP", breaks="program_slopes-used_once",
       says="Your slope of tanh is 1 - a. It is 1 - a^2; at 0 the two agree.")
def program_slopes(program, inputs):
    numbers = list(inputs)
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
    slopes = np.zeros(len(numbers))
    slopes[-1] = 1
    for k in reversed(range(len(program))):
        kind, *used = program[k]
        own, i, j = slopes[len(inputs) + k], used[0], used[-1]
        if kind == "add":
            slopes[i] += own
            slopes[j] += own
        elif kind == "mul":
            slopes[i] += own * numbers[j]
            slopes[j] += own * numbers[i]
        else:
            slopes[i] += own * (1 - np.tanh(numbers[i]))
    return numbers[-1], slopes


@wrong("E6-PROGRAM-TANH-LOCAL", breaks="program_slopes-used_once",
       says="A tanh step in your sweep hands on its local slope alone. Multiply it by the slope that has arrived at the step.")
def program_slopes(program, inputs):
    numbers = list(inputs)
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
    slopes = np.zeros(len(numbers))
    slopes[-1] = 1
    for k in reversed(range(len(program))):
        kind, *used = program[k]
        own, i, j = slopes[len(inputs) + k], used[0], used[-1]
        if kind == "add":
            slopes[i] += own
            slopes[j] += own
        elif kind == "mul":
            slopes[i] += own * numbers[j]
            slopes[j] += own * numbers[i]
        else:
            slopes[i] += 1 - np.tanh(numbers[i]) ** 2
    return numbers[-1], slopes


@wrong("E6-PROGRAM-EVERY-WAY", breaks="program_slopes-long",
       says="A function that calls itself stops after about a thousand steps. Use a loop, from the last step to the first, and each arrow once.")
def program_slopes(program, inputs):
    numbers = list(inputs)
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
    slopes = np.zeros(len(numbers))

    def hand_on(place, arrived):
        slopes[place] += arrived
        if place >= len(inputs):
            kind, *used = program[place - len(inputs)]
            i, j = used[0], used[-1]
            if kind == "tanh":
                hand_on(i, arrived * (1 - np.tanh(numbers[i]) ** 2))
            else:
                hand_on(i, arrived * (1 if kind == "add" else numbers[j]))
                hand_on(j, arrived * (1 if kind == "add" else numbers[i]))

    hand_on(len(numbers) - 1, 1.0)
    return numbers[-1], slopes


@wrong("E6-PROGRAM-CALLS-ITSELF", breaks="program_slopes-long",
       says="A function that calls itself stops after about a thousand steps. Use a loop, from the last step to the first.")
def program_slopes(program, inputs):
    numbers, used_by = list(inputs), {}
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
        local = [1, 1] if kind == "add" else [b, a] if kind == "mul" else [1 - np.tanh(a) ** 2]
        for i, slope in zip(used, local):
            used_by.setdefault(i, []).append((len(numbers) - 1, slope))
    known = {len(numbers) - 1: 1.0}

    def slope_of(i):
        if i not in known:
            known[i] = sum(slope * slope_of(place) for place, slope in used_by.get(i, []))
        return known[i]

    return numbers[-1], [slope_of(i) for i in range(len(numbers))]


@wrong("E6-PROGRAM-FORWARD-ORDER", breaks="program_slopes-visible",
       says="Your backward sweep begins at the first step, which hands on before anything has arrived at it. Go from the last step to the first.")
def program_slopes(program, inputs):
    numbers = list(inputs)
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
    slopes = np.zeros(len(numbers))
    slopes[-1] = 1
    for k in range(len(program)):
        kind, *used = program[k]
        own, i, j = slopes[len(inputs) + k], used[0], used[-1]
        if kind == "add":
            slopes[i] += own
            slopes[j] += own
        elif kind == "mul":
            slopes[i] += own * numbers[j]
            slopes[j] += own * numbers[i]
        else:
            slopes[i] += own * (1 - np.tanh(numbers[i]) ** 2)
    return numbers[-1], slopes


@wrong("E6-PROGRAM-OWN-FACTOR", breaks="program_slopes-visible",
       says="A product in your sweep hands to each factor what arrives times that factor itself. It is times the other factor.")
def program_slopes(program, inputs):
    numbers = list(inputs)
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
    slopes = np.zeros(len(numbers))
    slopes[-1] = 1
    for k in reversed(range(len(program))):
        kind, *used = program[k]
        own, i, j = slopes[len(inputs) + k], used[0], used[-1]
        if kind == "add":
            slopes[i] += own
            slopes[j] += own
        elif kind == "mul":
            slopes[i] += own * numbers[i]
            slopes[j] += own * numbers[j]
        else:
            slopes[i] += own * (1 - np.tanh(numbers[i]) ** 2)
    return numbers[-1], slopes


@wrong("E6-PROGRAM-INPUTS-ONLY", breaks="program_slopes-visible",
       says="You return slopes for the inputs only. There is one for every number, those that steps made included.")
def program_slopes(program, inputs):
    numbers = list(inputs)
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
    slopes = np.zeros(len(numbers))
    slopes[-1] = 1
    for k in reversed(range(len(program))):
        kind, *used = program[k]
        own, i, j = slopes[len(inputs) + k], used[0], used[-1]
        if kind == "add":
            slopes[i] += own
            slopes[j] += own
        elif kind == "mul":
            slopes[i] += own * numbers[j]
            slopes[j] += own * numbers[i]
        else:
            slopes[i] += own * (1 - np.tanh(numbers[i]) ** 2)
    return numbers[-1], slopes[:len(inputs)]


@wrong("E6-PROGRAM-GROWS-INPUTS", breaks="program_slopes-visible",
       says="You append to the caller's list of inputs. Begin with a copy: numbers = list(inputs).")
def program_slopes(program, inputs):
    count, numbers = len(inputs), inputs
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
    slopes = np.zeros(len(numbers))
    slopes[-1] = 1
    for k in reversed(range(len(program))):
        kind, *used = program[k]
        own, i, j = slopes[count + k], used[0], used[-1]
        if kind == "add":
            slopes[i] += own
            slopes[j] += own
        elif kind == "mul":
            slopes[i] += own * numbers[j]
            slopes[j] += own * numbers[i]
        else:
            slopes[i] += own * (1 - np.tanh(numbers[i]) ** 2)
    return numbers[-1], slopes


@wrong("E6-PROGRAM-INPUTS-COUNT", breaks="program_slopes-visible",
       says="With numbers = inputs the caller's list of inputs grows too, so len(inputs) no longer counts the inputs. Begin with a copy: numbers = list(inputs).")
def program_slopes(program, inputs):
    numbers = inputs
    for kind, *used in program:
        a, b = numbers[used[0]], numbers[used[-1]]
        numbers.append(a + b if kind == "add" else a * b if kind == "mul" else np.tanh(a))
    slopes = np.zeros(len(numbers))
    slopes[-1] = 1
    for k in reversed(range(len(program))):
        kind, *used = program[k]
        own, i, j = slopes[len(inputs) + k], used[0], used[-1]
        if kind == "add":
            slopes[i] += own
            slopes[j] += own
        elif kind == "mul":
            slopes[i] += own * numbers[j]
            slopes[j] += own * numbers[i]
        else:
            slopes[i] += own * (1 - np.tanh(numbers[i]) ** 2)
    return numbers[-1], slopes


@right("plain lists and a chain of ifs")
def program_slopes(program, inputs):
    numbers = [float(number) for number in inputs]
    for step in program:
        if step[0] == "add":
            numbers.append(numbers[step[1]] + numbers[step[2]])
        if step[0] == "mul":
            numbers.append(numbers[step[1]] * numbers[step[2]])
        if step[0] == "tanh":
            numbers.append(float(np.tanh(numbers[step[1]])))
    slopes = [0.0] * (len(numbers) - 1) + [1.0]
    for place in range(len(numbers) - 1, len(inputs) - 1, -1):
        step = program[place - len(inputs)]
        if step[0] == "add":
            slopes[step[1]] += slopes[place]
            slopes[step[2]] += slopes[place]
        if step[0] == "mul":
            slopes[step[1]] += slopes[place] * numbers[step[2]]
            slopes[step[2]] += slopes[place] * numbers[step[1]]
        if step[0] == "tanh":
            slopes[step[1]] += slopes[place] * (1 - numbers[place] ** 2)
    return numbers[-1], slopes


@right("the lecture's objects, swept in the order in which they were made")
def program_slopes(program, inputs):
    class Number:
        def __init__(self, data, parents=(), slopes=()):
            self.data, self.parents, self.slopes, self.grad = data, parents, slopes, 0.0

        def __add__(self, other):
            return Number(self.data + other.data, (self, other), (1, 1))

        def __mul__(self, other):
            return Number(self.data * other.data, (self, other), (other.data, self.data))

        def tanh(self):
            return Number(np.tanh(self.data), (self,), (np.cosh(self.data) ** -2,))

    nodes = [Number(number) for number in inputs]
    for kind, *used in program:
        if kind == "tanh":
            nodes.append(nodes[used[0]].tanh())
        else:
            a, b = nodes[used[0]], nodes[used[1]]
            nodes.append(a + b if kind == "add" else a * b)
    nodes[-1].grad = 1.0
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return nodes[-1].data, np.array([node.grad for node in nodes])


@right("each number asks the steps that used it")
def program_slopes(program, inputs):
    numbers, used_by = list(inputs), {}
    for kind, *used in program:
        place = len(numbers)
        if kind == "add":
            numbers.append(numbers[used[0]] + numbers[used[1]])
            local = [1, 1]
        elif kind == "mul":
            numbers.append(numbers[used[0]] * numbers[used[1]])
            local = [numbers[used[1]], numbers[used[0]]]
        else:
            numbers.append(np.tanh(numbers[used[0]]))
            local = [1 - numbers[-1] ** 2]
        for i, slope in zip(used, local):
            used_by.setdefault(i, []).append((place, slope))
    slopes = {len(numbers) - 1: 1.0}
    for i in range(len(numbers) - 2, -1, -1):
        slopes[i] = sum(slope * slopes[place] for place, slope in used_by.get(i, []))
    return numbers[-1], [slopes[i] for i in range(len(numbers))]


# 3 deck_layer


@wrong("E6-DECK-BIAS-MEAN", breaks="deck_layer-visible",
       says="Your db is a mean over the samples. Whether the error is a sum or a mean is already in G: add what the samples say.")
def deck_layer(W, A, H, G):
    delta = G * (1 - H**2)
    return delta @ A.T, delta.mean(axis=1), W.T @ delta


@wrong("E6-DECK-BIAS-AXIS", breaks="deck_layer-visible",
       says="Your db adds over the units. Here samples are columns, so the samples of one unit stand side by side: axis 1.")
def deck_layer(W, A, H, G):
    delta = G * (1 - H**2)
    return delta @ A.T, delta.sum(axis=0), W.T @ delta


@wrong("E6-DECK-BIAS-KEEPDIMS", breaks="deck_layer-visible",
       says="Your db is a column of shape (m, 1). It has the shape of b, (m,): leave out keepdims.")
def deck_layer(W, A, H, G):
    delta = G * (1 - H**2)
    return delta @ A.T, delta.sum(axis=1, keepdims=True), W.T @ delta


@wrong("E6-DECK-BIAS-BEHIND", breaks="deck_layer-bias",
       says="Your db adds the slopes behind the activation. The bias acts before it, so each is multiplied by 1 - H^2 first.")
def deck_layer(W, A, H, G):
    delta = G * (1 - H**2)
    return delta @ A.T, G.sum(axis=1), W.T @ delta


@wrong("E6-DECK-BIAS-OF-SUMS", breaks="deck_layer-bias",
       says="In db you multiply the sum of G by the sum of the slopes. Each sample has its own slope: multiply first, then add.")
def deck_layer(W, A, H, G):
    delta = G * (1 - H**2)
    return delta @ A.T, G.sum(axis=1) * (1 - H**2).mean(axis=1), W.T @ delta


@wrong("E6-DECK-BIAS-SQUEEZED", breaks="deck_layer-bias",
       says="For a layer with one unit your db is a number, not an array of shape (1,). It has the shape of b for every m.")
def deck_layer(W, A, H, G):
    delta = G * (1 - H**2)
    return delta @ A.T, np.squeeze(delta.sum(axis=1)), W.T @ delta


@wrong("E6-DECK-NO-ACTIVATION", breaks="deck_layer-weights_and_inputs",
       says="You take G for the slope in Z. G is the slope behind the activation; multiply by 1 - H^2 to get before it.")
def deck_layer(W, A, H, G):
    return G @ A.T, G.sum(axis=1), W.T @ G


@wrong("E6-DECK-TANH-TWICE", breaks="deck_layer-weights_and_inputs",
       says="You take tanh of H, which is a tanh already. Its slope is 1 - H^2.")
def deck_layer(W, A, H, G):
    delta = G * (1 - np.tanh(H) ** 2)
    return delta @ A.T, delta.sum(axis=1), W.T @ delta


@wrong("E6-DECK-SLIP", breaks="deck_layer-weights_and_inputs",
       says="Your slope of tanh is 1 - H. It is 1 - H^2.")
def deck_layer(W, A, H, G):
    delta = G * (1 - H)
    return delta @ A.T, delta.sum(axis=1), W.T @ delta


@wrong("E6-DECK-SLOPE-SQUARED", breaks="deck_layer-weights_and_inputs",
       says="Your dA has the slope of the activation twice. Once is enough: from G to delta.")
def deck_layer(W, A, H, G):
    delta = G * (1 - H**2)
    return delta @ A.T, delta.sum(axis=1), W.T @ (delta * (1 - H**2))


@wrong("E6-DECK-INPUTS-BEHIND", breaks="deck_layer-weights_and_inputs",
       says="Your dA sends G itself through the weights. What A moves first is Z: send the slopes in Z.")
def deck_layer(W, A, H, G):
    delta = G * (1 - H**2)
    return delta @ A.T, delta.sum(axis=1), W.T @ G


@wrong("E6-DECK-NO-TRANSPOSE", breaks="deck_layer-visible",
       says="Your dA uses W where W.T is needed. With a square W the shapes do not tell: going back, each input collects from all units.")
def deck_layer(W, A, H, G):
    delta = G * (1 - H**2)
    return delta @ A.T, delta.sum(axis=1), W @ delta


@wrong("E6-DECK-WEIGHTS-TRANSPOSED", breaks="deck_layer-visible",
       says="Your dW is transposed, as if samples were rows. Here W has one row for each unit, and so has dW.")
def deck_layer(W, A, H, G):
    delta = G * (1 - H**2)
    return A @ delta.T, delta.sum(axis=1), W.T @ delta


@wrong("E6-DECK-WEIGHTS-MEAN", breaks="deck_layer-visible",
       says="You divide by the number of samples. Whether the error is a sum or a mean is already in G.")
def deck_layer(W, A, H, G):
    delta = G * (1 - H**2) / A.shape[1]
    return delta @ A.T, delta.sum(axis=1), W.T @ delta


@wrong("E6-DECK-IN-PLACE", breaks="deck_layer-visible",
       says="Your function writes into the caller's G. Make a new array: delta = G * (1 - H**2).")
def deck_layer(W, A, H, G):
    G *= 1 - H**2
    return G @ A.T, G.sum(axis=1), W.T @ G


@wrong("E6-DECK-WHOLE", breaks="deck_layer-weights_and_inputs",
       says="Where W or A holds whole numbers, np.zeros_like makes an array of whole numbers, and fractions are cut off. Use np.zeros(W.shape), or a product.")
def deck_layer(W, A, H, G):
    delta = G * (1 - H**2)
    dW, dA = np.zeros_like(W), np.zeros_like(A)
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            dW[i, j] = np.sum(delta[i] * A[j])
    for j in range(A.shape[0]):
        for s in range(A.shape[1]):
            dA[j, s] = np.sum(delta[:, s] * W[:, j])
    return dW, delta.sum(axis=1), dA


@wrong("E6-DECK-WHOLE-DELTA", breaks="deck_layer-bias",
       says="Where G holds whole numbers, your slopes in Z do so too, and fractions are cut off. Make a new array: delta = G * (1 - H**2).")
def deck_layer(W, A, H, G):
    delta = np.zeros_like(G)
    delta[:] = G * (1 - H**2)
    return delta @ A.T, delta.sum(axis=1), W.T @ delta


@right("sample by sample, outer products")
def deck_layer(W, A, H, G):
    dW, db, dA = np.zeros(W.shape), np.zeros(len(W)), np.zeros(A.shape)
    for s in range(A.shape[1]):
        d = G[:, s] * (1 - H[:, s] * H[:, s])
        dW += np.outer(d, A[:, s])
        db += d
        dA[:, s] = d @ W
    return dW, db, dA


@right("einsum")
def deck_layer(W, A, H, G):
    d = np.einsum("ms,ms->ms", G, (1 - H) * (1 + H))
    return np.einsum("ms,ns->mn", d, A), np.einsum("ms->m", d), np.einsum("mn,ms->ns", W, d)


@right("turned into rows and back")
def deck_layer(W, A, H, G):
    A, delta, W = A.T, (G / np.cosh(np.arctanh(H)) ** 2).T, W.T
    dW, db, dA = A.T @ delta, np.ones(len(delta)) @ delta, delta @ W.T
    return dW.T, db, dA.T


# 4 learned_leak


@wrong("E6-LEAK-CORNER", breaks="learned_leak-both_slopes",
       says="Exactly in the corner, Z = 0, you use slope 1. The contract takes the leak there: only Z > 0 is on.")
def learned_leak(Z, s, G):
    return G * np.where(Z >= 0, 1, s), np.sum(G * np.minimum(Z, 0), axis=0)


@wrong("E6-LEAK-FIXED", breaks="learned_leak-both_slopes",
       says="Your leak is the lecture's 0.1. Here each unit has its own, s.")
def learned_leak(Z, s, G):
    return G * np.where(Z > 0, 1, 0.1), np.sum(G * np.minimum(Z, 0), axis=0)


@wrong("E6-LEAK-COUNTS-ON", breaks="learned_leak-visible",
       says="Your ds adds up all samples. Where a unit is on, its answer is Z, whatever the leak is: those samples say nothing.")
def learned_leak(Z, s, G):
    return G * np.where(Z > 0, 1, s), np.sum(G * Z, axis=0)


@wrong("E6-LEAK-MEAN", breaks="learned_leak-both_slopes",
       says="Your ds is a mean over the samples. The mean is already inside G: add.")
def learned_leak(Z, s, G):
    return G * np.where(Z > 0, 1, s), np.mean(G * np.minimum(Z, 0), axis=0)


@wrong("E6-LEAK-TIMES-LEAK", breaks="learned_leak-both_slopes",
       says="Your ds has a factor s too many. The answer s Z grows by Z when s grows by 1.")
def learned_leak(Z, s, G):
    return G * np.where(Z > 0, 1, s), np.sum(G * s * np.minimum(Z, 0), axis=0)


@wrong("E6-LEAK-WITHOUT-G", breaks="learned_leak-both_slopes",
       says="Your ds adds up how A changes, and not how the loss does. Multiply by G, what arrives, before adding.")
def learned_leak(Z, s, G):
    return G * np.where(Z > 0, 1, s), np.sum(np.minimum(Z, 0), axis=0)


@wrong("E6-LEAK-MAXIMUM", breaks="learned_leak-both_slopes",
       says="You ask whether Z is larger than s Z. That finds the side only for leaks below 1; ask for the sign of Z.")
def learned_leak(Z, s, G):
    return G * np.where(Z > s * Z, 1, s), np.sum(G * np.minimum(Z, 0), axis=0)


@wrong("E6-LEAK-SQUEEZED", breaks="learned_leak-both_slopes",
       says="With a single unit or sample your arrays lose an axis. dZ has the shape of Z and ds that of s, always.")
def learned_leak(Z, s, G):
    return np.squeeze(G * np.where(Z > 0, 1, s)), np.squeeze(np.sum(G * np.minimum(Z, 0), axis=0))


@wrong("E6-LEAK-WHOLE", breaks="learned_leak-visible",
       says="You write into a copy of G, and an array of whole numbers cannot hold fractions. Make a new array with np.where.")
def learned_leak(Z, s, G):
    dZ, off = G.copy(), Z <= 0
    dZ[off] = (G * s)[off]
    return dZ, np.sum(G * np.minimum(Z, 0), axis=0)


@wrong("E6-LEAK-WHOLE-TIMES", breaks="learned_leak-visible",
       says="You multiply inside a copy of G, and NumPy refuses to put fractions into an array of whole numbers. Make a new array with np.where.")
def learned_leak(Z, s, G):
    dZ, off = G.copy(), Z <= 0
    dZ[off] *= np.broadcast_to(s, Z.shape)[off]
    return dZ, np.sum(G * np.minimum(Z, 0), axis=0)


@wrong("E6-LEAK-AXIS", breaks="learned_leak-visible",
       says="Your ds adds over the units. One leak belongs to one unit and is used by all samples: add down the column, axis 0.")
def learned_leak(Z, s, G):
    return G * np.where(Z > 0, 1, s), np.sum(G * np.minimum(Z, 0), axis=1)


@wrong("E6-LEAK-NO-SUM", breaks="learned_leak-visible",
       says="Your ds has the shape of Z. One leak is used by all samples, so what they say is added.")
def learned_leak(Z, s, G):
    return G * np.where(Z > 0, 1, s), G * np.minimum(Z, 0)


@wrong("E6-LEAK-SIDES", breaks="learned_leak-visible",
       says="You have exchanged the two sides: the leak acts where Z is not positive.")
def learned_leak(Z, s, G):
    return G * np.where(Z > 0, s, 1), np.sum(G * np.maximum(Z, 0), axis=0)


@wrong("E6-LEAK-NO-LEAK", breaks="learned_leak-visible",
       says="Your dZ is 0 where the unit is off, as for ReLU. The leak lets s times G through.")
def learned_leak(Z, s, G):
    return G * (Z > 0), np.sum(G * np.minimum(Z, 0), axis=0)


@wrong("E6-LEAK-FORWARD", breaks="learned_leak-visible",
       says="You multiply G by the activation itself. It is multiplied by the activation's slope, 1 or s.")
def learned_leak(Z, s, G):
    return G * np.where(Z > 0, Z, s * Z), np.sum(G * np.minimum(Z, 0), axis=0)


@wrong("E6-LEAK-IN-PLACE", breaks="learned_leak-visible",
       says="Your function writes into the caller's Z or G. Make new arrays, with np.where for instance.")
def learned_leak(Z, s, G):
    Z[Z > 0] = 0
    return G * np.where(Z < 0, s, 1), np.sum(G * Z, axis=0)


@right("loops")
def learned_leak(Z, s, G):
    dZ, ds = np.zeros(np.shape(Z)), np.zeros(len(s))
    for n in range(len(Z)):
        for j in range(len(s)):
            if Z[n, j] > 0:
                dZ[n, j] = G[n, j]
            else:
                dZ[n, j] = s[j] * G[n, j]
                ds[j] += G[n, j] * Z[n, j]
    return dZ, ds


@right("np.minimum and arithmetic with Booleans")
def learned_leak(Z, s, G):
    on = (Z > 0).astype(float)
    return G * (on + (1 - on) * s), np.einsum("nj,nj->j", G, np.minimum(Z, 0))


@right("a copy with assignments by mask")
def learned_leak(Z, s, G):
    slope = np.ones(Z.shape) * s
    slope[Z > 0] = 1
    share = np.array(Z, dtype=float)
    share[Z > 0] = 0
    return slope * G, np.ones(len(Z)) @ (share * G)


# 5 masked_backprop


@wrong("E6-NET-BIAS-MEAN", breaks="masked_backprop-visible",
       says="Your bias gradient is averaged over the batch; the loss already is. Sum delta over the samples.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.mean(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-BIAS-AXIS", breaks="masked_backprop-visible",
       says="Your bias gradient adds over the units. The samples are rows here: sum along axis 0.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=1)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-BIAS-KEEPDIMS", breaks="masked_backprop-visible",
       says="Your bias gradients have shape (1, units). They have the shape of b, (units,): leave out keepdims.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0, keepdims=True)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-LAST-FIRST", breaks="masked_backprop-visible",
       says="Your list begins with the last layer, in the order of the sweep. Turn it round: the first layer comes first.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.append((A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-SIGN", breaks="masked_backprop-visible",
       says="Your delta begins with Y - Z, so the whole gradient points downhill. The slope of the loss in Z is Z - Y.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Y - Z, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-NO-HALF", breaks="masked_backprop-visible",
       says="Your gradient is twice too long: the loss has a factor one half, which cancels the 2 of the square.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = 2 * np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-SUM", breaks="masked_backprop-visible",
       says="Your gradient is that of the sum over the targets. The loss is a mean: divide by the number of known ones.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-DIVIDED-TWICE", breaks="masked_backprop-visible",
       says="You divide by the number of samples in delta and again in dW and db. Once is enough.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta / len(X) + lam * W, delta.sum(axis=0) / len(X)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-OUTPUT-ACTIVATED", breaks="masked_backprop-visible",
       says="You apply the activation to the output as well. The output is linear: the last Z is compared with Y as it is.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, A[-1] - Y, 0) / np.sum(known)
    delta = delta * (1 - A[-1] ** 2 if activation == "tanh" else A[-1] > 0)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-STEPS", breaks="masked_backprop-visible",
       says="Your function moves the caller's weights. It only computes the gradient; what to do with it is for others to decide.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W, b = layers[l]
        dW, db = A[l].T @ delta + lam * W, delta.sum(axis=0)
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
        gradient.insert(0, (dW, db))
        W -= 0.1 * dW
        b -= 0.1 * db
    return gradient


@wrong("E6-NET-UPDATED-W", breaks="masked_backprop-visible",
       says="You send delta back through weights that have taken their step already. All slopes of one gradient belong to the same weights.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        dW = A[l].T @ delta
        gradient.insert(0, (dW + lam * W, delta.sum(axis=0)))
        W = W - 0.1 * dW
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-TANH-TWICE", breaks="masked_backprop-tanh",
       says="Your slope of tanh is taken at A, which is a tanh already. At Z it is 1 - tanh(Z)^2, and that is 1 - A^2.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - np.tanh(A[l]) ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-TANH-SLIP", breaks="masked_backprop-tanh",
       says="Your slope of tanh is 1 - a. It is 1 - a^2.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-NO-INNER-SLOPE", breaks="masked_backprop-tanh",
       says="Your delta passes tanh layers unchanged. On the way from A to Z it is multiplied by the slope of the activation.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-NO-TRANSPOSE", breaks="masked_backprop-visible",
       says="You leave out the transpose: delta goes back through W.T. Where W is square the shapes fit anyway, and only the numbers are wrong.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-NUDGES", breaks="masked_backprop-tanh",
       says="You measured the slopes. They are right to seven digits or so, and wrong at the corner of a ReLU: sweep back, and use nudging to check.")
def masked_backprop(layers, X, Y, known, activation, lam):
    def loss():
        Z = X
        for l, (W, b) in enumerate(changed):
            Z = Z @ W + b
            if l < len(changed) - 1:
                Z = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        return np.sum(np.where(known, Z - Y, 0) ** 2) / 2 / np.sum(known) + lam / 2 * sum(np.sum(W**2) for W, _ in changed)

    changed = [[np.array(W, dtype=float), np.array(b, dtype=float)] for W, b in layers]
    gradient = []
    for pair in changed:
        slopes = []
        for part in pair:
            slope = np.zeros(part.shape)
            for i in np.ndindex(part.shape):
                part[i] += 1e-5
                higher = loss()
                part[i] -= 2e-5
                slope[i] = (higher - loss()) / 2e-5
                part[i] += 1e-5
            slopes.append(slope)
        gradient.append(tuple(slopes))
    return gradient


@wrong("E6-NET-RELU-AT-ZERO", breaks="masked_backprop-relu",
       says="Your ReLU has slope 1 at exactly 0. The contract says 0 there: use > and not >=.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A, Zs = [X], [X]
    for W, b in layers:
        Zs.append(A[-1] @ W + b)
        A.append(np.tanh(Zs[-1]) if activation == "tanh" else np.maximum(Zs[-1], 0))
    delta = np.where(known, Zs[-1] - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else Zs[l] >= 0)
    return gradient


@wrong("E6-NET-RELU-BY-X", breaks="masked_backprop-relu",
       says="You multiply by ReLU's value where its slope belongs. The slope is 1 where the unit is on, and 0 elsewhere.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l])
    return gradient


@wrong("E6-NET-RELU-OF-DELTA", breaks="masked_backprop-visible",
       says="You ask whether what arrives is positive. Ask whether the unit was on in the forward pass.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T
        delta = delta * (1 - A[l] ** 2) if activation == "tanh" else np.maximum(delta, 0)
    return gradient


@wrong("E6-NET-L2-FORGOTTEN", breaks="masked_backprop-regulariser",
       says="Your gradient has no term for the regulariser. Its slope in a weight is lam times the weight.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-L2-ON-BIASES", breaks="masked_backprop-regulariser",
       says="You penalise the biases. The regulariser sums over the weights only.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W, b = layers[l]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0) + lam * b))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-L2-HALF", breaks="masked_backprop-regulariser",
       says="Your term for the regulariser is half of what it should be. The 2 of the square cancels the half: lam times W.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam / 2 * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-L2-DOUBLE", breaks="masked_backprop-regulariser",
       says="Your term for the regulariser is twice what it should be. The half in front cancels the 2 of the square: lam times W.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + 2 * lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-L2-DIVIDED", breaks="masked_backprop-regulariser",
       says="You divide the regulariser by the number of targets too. The mean is only over the errors; the regulariser stands beside it.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W / np.sum(known), delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-L2-LAST-ONLY", breaks="masked_backprop-regulariser",
       says="Only the last layer feels your regulariser. It sums over the weights of all layers.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W * (l == len(layers) - 1), delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-NAN", breaks="masked_backprop-unknown",
       says="You multiply the error by known, and nan times 0 is nan. Choose with np.where(known, ..., 0).")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = (Z - Y) * known / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-ASKS-NAN", breaks="masked_backprop-unknown",
       says="You take for unknown what is nan. Whether a target counts is told by known alone; an unknown one may look like any number.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.nan_to_num(Z - Y) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-COUNTS-UNKNOWN", breaks="masked_backprop-unknown",
       says="You divide by the number of all targets. Only the known ones count, in the mean as in the sum.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / Y.size
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-UNKNOWN-IS-ZERO", breaks="masked_backprop-unknown",
       says="You put 0 for an unknown target, and the network is pulled towards 0. What must be 0 there is the error.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = (Z - np.where(known, Y, 0)) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-WHOLE-ROWS", breaks="masked_backprop-unknown",
       says="You leave out every sample that has an unknown target. Its known targets count: decide for each entry, not for each row.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    known = np.all(known, axis=1, keepdims=True) & known
    delta = np.where(known, Z - Y, 0) / max(np.sum(known), 1)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-MEAN-BY-OUTPUT", breaks="masked_backprop-unknown",
       says="You divide each output by its own number of known targets. The loss has one K for all outputs together.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.maximum(known.sum(axis=0), 1) / Y.shape[1]
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-SAMPLES", breaks="masked_backprop-visible",
       says="You divide by the number of samples, as L09 does. K counts the known targets: with two outputs, all known, it is 2N.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / len(X)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-BY-COLUMN", breaks="masked_backprop-visible",
       says="You divide each column by its own number of known targets. K is one number for the whole table.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known, axis=0)
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-SAMPLES-NOT-TARGETS", breaks="masked_backprop-visible",
       says="You divide by the number of samples that have a known target. With several outputs there are more targets than samples, and K counts targets.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known.any(axis=1))
    gradient = []
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient.insert(0, (A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@wrong("E6-NET-WHOLE", breaks="masked_backprop-relu",
       says="Where W or b holds whole numbers, np.zeros_like makes an array of whole numbers, and fractions are cut off. Keep the products as they are.")
def masked_backprop(layers, X, Y, known, activation, lam):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for l in reversed(range(len(layers))):
        W = layers[l][0]
        gradient[l][0][:] = A[l].T @ delta + lam * W
        gradient[l][1][:] = delta.sum(axis=0)
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient


@right("the lecture's loop with a guard at the first layer")
def masked_backprop(layers, X, Y, known, activation, lam):
    A, Z = [X], []
    for l, (W, b) in enumerate(layers):
        Z.append(A[-1] @ W + b)
        if l < len(layers) - 1:
            A.append(np.tanh(Z[-1]) if activation == "tanh" else Z[-1] * (Z[-1] > 0))
    delta = np.zeros(Z[-1].shape)
    delta[known] = (Z[-1][known] - Y[known]) / np.count_nonzero(known)
    gradient = []
    for l in range(len(layers) - 1, -1, -1):
        dW = A[l].T @ delta
        db = np.ones(len(X)) @ delta
        gradient.insert(0, (dW + lam * layers[l][0], db))
        if l > 0:
            delta = delta @ layers[l][0].T
            if activation == "tanh":
                delta = delta * (1 - np.tanh(Z[l - 1]) ** 2)
            else:
                delta = np.where(Z[l - 1] > 0, delta, 0)
    return gradient


@right("a function that calls itself for the rest of the network")
def masked_backprop(layers, X, Y, known, activation, lam):
    def sweep(A, rest):
        (W, b), *after = rest
        Z = A @ W + b
        if after:
            H = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
            gradient, back = sweep(H, after)
            delta = back * (1 - H * H if activation == "tanh" else np.sign(H))
        else:
            gradient, delta = [], np.where(known, Z - np.where(known, Y, 0), 0) / known.sum()
        return [(np.einsum("ni,nj->ij", A, delta) + lam * W, np.einsum("nj->j", delta)), *gradient], np.einsum("nj,ij->ni", delta, W)
    return sweep(X, layers)[0]


@right("sample by sample")
def masked_backprop(layers, X, Y, known, activation, lam):
    total = [[lam * W, 0.0 * b] for W, b in layers]
    for x, y, ok in zip(X, Y, known):
        a = [x]
        for W, b in layers:
            z = W.T @ a[-1] + b
            a.append(np.tanh(z) if activation == "tanh" else np.maximum(z, 0))
        d = np.where(ok, z - y, 0) / np.sum(known)
        for l in range(len(layers))[::-1]:
            total[l][0] = total[l][0] + np.outer(a[l], d)
            total[l][1] = total[l][1] + d
            slope = 1 - a[l] ** 2 if activation == "tanh" else np.where(a[l] > 0, 1, 0)
            d = (layers[l][0] @ d) * slope
    return [tuple(pair) for pair in total]


# 6 never_moves


@wrong("E6-ZERO-FIRST-STEP", breaks="never_moves-visible",
       says="You name the parts that do not move in the first step. With W2 at 0 the others wait for one step only, until W2 has moved.")
def never_moves(zero, activation):
    stuck = []
    silent = "W1" in zero and "b1" in zero and activation != "sigmoid"
    if "W2" in zero or (silent and activation == "relu"):
        stuck += ["W1", "b1"]
    if silent:
        stuck += ["W2"]
    return stuck


@wrong("E6-ZERO-WAITS-FOR-NONE", breaks="never_moves-every_start",
       says="You name W2 whenever all hidden units are 0. If W1 and b1 move in the first step, the units wake up and W2 moves in the second.")
def never_moves(zero, activation):
    silent = "W1" in zero and "b1" in zero and activation != "sigmoid"
    if silent and ("W2" in zero or activation == "relu"):
        return ["W1", "b1", "W2"]
    return ["W2"] if silent else []


@wrong("E6-ZERO-SIGMOID", breaks="never_moves-every_start",
       says="You treat sigmoid like tanh. It answers one half to 0, so its units are not silent and W2 moves at once.")
def never_moves(zero, activation):
    silent = "W1" in zero and "b1" in zero
    return ["W1", "b1", "W2"] if silent and ("W2" in zero or activation == "relu") else []


@wrong("E6-ZERO-RELU-SLOPE", breaks="never_moves-every_start",
       says="You forget that ReLU has slope 0 at 0. With W1 and b1 at 0 nothing passes back through it, whatever W2 is.")
def never_moves(zero, activation):
    silent = "W1" in zero and "b1" in zero and activation != "sigmoid"
    return ["W1", "b1", "W2"] if silent and "W2" in zero else []


@wrong("E6-ZERO-LEAKY", breaks="never_moves-every_start",
       says="You treat leaky ReLU like ReLU. Its slope at 0 is not 0, so what arrives passes, and W1 and b1 move.")
def never_moves(zero, activation):
    silent = "W1" in zero and "b1" in zero and activation != "sigmoid"
    return ["W1", "b1", "W2"] if silent and ("W2" in zero or "relu" in activation) else []


@wrong("E6-ZERO-BIAS-IGNORED", breaks="never_moves-every_start",
       says="You look at the weights only. With b1 not 0 the hidden units are not silent, even where W1 is 0.")
def never_moves(zero, activation):
    silent = "W1" in zero and activation != "sigmoid"
    return ["W1", "b1", "W2"] if silent and ("W2" in zero or activation == "relu") else []


@wrong("E6-ZERO-EITHER", breaks="never_moves-every_start",
       says="You take the hidden units for silent when W1 or b1 is 0. It needs both: Z1 is X W1 + b1.")
def never_moves(zero, activation):
    silent = ("W1" in zero or "b1" in zero) and activation != "sigmoid"
    return ["W1", "b1", "W2"] if silent and ("W2" in zero or activation == "relu") else []


@wrong("E6-ZERO-ALL-OR-NOTHING", breaks="never_moves-every_start",
       says="You know the lecture's case only, everything at 0. The output bias plays no part in it, and ReLU can do without W2.")
def never_moves(zero, activation):
    return ["W1", "b1", "W2"] if len(zero) == 4 and activation != "sigmoid" else []


@wrong("E6-ZERO-B1-FREE", breaks="never_moves-visible",
       says="You leave out b1. Its gradient is the column sum of delta_1, so it rests whenever delta_1 is 0.")
def never_moves(zero, activation):
    silent = "W1" in zero and "b1" in zero and activation != "sigmoid"
    return ["W1", "W2"] if silent and ("W2" in zero or activation == "relu") else []


@wrong("E6-ZERO-B2", breaks="never_moves-visible",
       says="You name the output bias. Its gradient is the sum of delta_2, which random targets keep from being 0: it always learns.")
def never_moves(zero, activation):
    silent = "W1" in zero and "b1" in zero and activation != "sigmoid"
    return ["W1", "b1", "W2", "b2"] if silent and ("W2" in zero or activation == "relu") else []


@wrong("E6-ZERO-STAYS-ZERO", breaks="never_moves-visible",
       says="You return the parts that start at 0. Starting at 0 is no reason to stay there: ask whether the gradient is 0.")
def never_moves(zero, activation):
    return [name for name in zero if name != "b2"]


@wrong("E6-ZERO-WHAT-MOVES", breaks="never_moves-visible",
       says="You return the parts that do move. Asked for are those that never do.")
def never_moves(zero, activation):
    silent = "W1" in zero and "b1" in zero and activation != "sigmoid"
    return ["b2"] if silent and ("W2" in zero or activation == "relu") else ["W1", "b1", "W2", "b2"]


@right("a table of the cases")
def never_moves(zero, activation):
    first = {"W1", "b1"} <= set(zero)
    stuck = {"tanh": first and "W2" in zero, "leaky_relu": first and "W2" in zero, "relu": first, "sigmoid": False}
    return ["W2", "W1", "b1"] if stuck[activation] else []


@right("a small network that is trained")
def never_moves(zero, activation):
    f = {"tanh": np.tanh, "sigmoid": lambda z: 1 / (1 + np.exp(-z)), "relu": lambda z: np.maximum(z, 0),
         "leaky_relu": lambda z: np.maximum(z, 0.1 * z)}[activation]
    slope = {"tanh": lambda a: 1 - a**2, "sigmoid": lambda a: a * (1 - a), "relu": lambda a: a > 0,
             "leaky_relu": lambda a: np.where(a > 0, 1, 0.1)}[activation]
    rng = np.random.default_rng(0)
    parts = {"W1": rng.normal(size=(2, 20)), "b1": rng.normal(size=20), "W2": rng.normal(size=(20, 1)), "b2": rng.normal(size=1)}
    for name in zero:
        parts[name] = 0 * parts[name]
    X, Y, moved = rng.normal(size=(10, 2)), rng.normal(size=(10, 1)), set()
    for _ in range(10):
        A = f(X @ parts["W1"] + parts["b1"])
        d2 = (A @ parts["W2"] + parts["b2"] - Y) / 10
        d1 = d2 @ parts["W2"].T * slope(A)
        steps = {"W1": X.T @ d1, "b1": d1.sum(axis=0), "W2": A.T @ d2, "b2": d2.sum(axis=0)}
        for name, step in steps.items():
            parts[name] = parts[name] - 0.01 * step
            if step.any():
                moved.add(name)
    return [name for name in parts if name not in moved]


@right("what is 0, followed until nothing changes")
def never_moves(zero, activation):
    still, value_0, slope_0 = set(zero), activation != "sigmoid", activation == "relu"
    for _ in range(4):
        silent = {"W1", "b1"} <= still and value_0
        blocked = "W2" in still or ({"W1", "b1"} <= still and slope_0)
        if not silent:
            still.discard("W2")
        if not blocked:
            still -= {"W1", "b1"}
    silent = {"W1", "b1"} <= still and value_0
    return ["W1", "b1", "W2"] if silent and (slope_0 or "W2" in still) else []


# 7 way_back


@wrong("E6-BACK-ORDER", breaks="way_back-deep",
       says="Your product has the matrices in the order of the forward pass. A row g_L meets the last layer first, so its matrix stands on the left.")
def way_back(layers, x, skip):
    h, P = x, None
    for W, b in layers:
        a = np.tanh(h @ W + b)
        V = (1 - a**2)[:, None] * W.T
        if skip:
            V = V + np.eye(len(h))
        P = V if P is None else P @ V
        h = h + a if skip else a
    return P


@wrong("E6-BACK-SLOPES-ON-COLUMNS", breaks="way_back-visible",
       says="The slopes of tanh multiply the columns of your matrix. They belong to the outputs of the layer, which are the rows of W.T.")
def way_back(layers, x, skip):
    h, P = x, np.eye(len(x))
    for W, b in layers:
        a = np.tanh(h @ W + b)
        V = W.T * (1 - a**2)
        P = (V + np.eye(len(h)) if skip else V) @ P
        h = h + a if skip else a
    return P


@wrong("E6-BACK-NO-SLOPES", breaks="way_back-deep",
       says="Your product leaves out the slopes of tanh. At x = 0 they are 1; elsewhere they are not.")
def way_back(layers, x, skip):
    P = np.eye(len(x))
    for W, b in layers:
        P = (W.T + np.eye(len(W)) if skip else W.T) @ P
    return P


@wrong("E6-BACK-SLOPE-OF-H", breaks="way_back-deep",
       says="With skips you take the slope of tanh from h, which is more than the tanh. Keep a = tanh(z) by itself: the slope is 1 - a^2.")
def way_back(layers, x, skip):
    h, P = x, np.eye(len(x))
    for W, b in layers:
        h = h + np.tanh(h @ W + b) if skip else np.tanh(h @ W + b)
        V = (1 - h**2)[:, None] * W.T
        P = (V + np.eye(len(h)) if skip else V) @ P
    return P


@wrong("E6-BACK-FORWARD-NO-SKIP", breaks="way_back-deep",
       says="Your way back skips, but your forward pass does not, so the slopes are taken at the wrong numbers. h grows by the tanh.")
def way_back(layers, x, skip):
    h, P = x, np.eye(len(x))
    for W, b in layers:
        h = np.tanh(h @ W + b)
        V = (1 - h**2)[:, None] * W.T
        P = (V + np.eye(len(h)) if skip else V) @ P
    return P


@wrong("E6-BACK-ONE-SKIP", breaks="way_back-deep",
       says="You add a single skip around the whole network. Each layer has its own: add the unit matrix before multiplying.")
def way_back(layers, x, skip):
    h, P = x, np.eye(len(x))
    for W, b in layers:
        a = np.tanh(h @ W + b)
        P = (1 - a**2)[:, None] * W.T @ P
        h = h + a if skip else a
    return P + np.eye(len(x)) if skip else P


@wrong("E6-BACK-LAST-LAYER", breaks="way_back-deep",
       says="You return the matrix of the last layer alone. The way back over all layers is the product of theirs.")
def way_back(layers, x, skip):
    h = x
    for W, b in layers:
        a = np.tanh(h @ W + b)
        V = (1 - a**2)[:, None] * W.T
        h = h + a if skip else a
    return V + np.eye(len(x)) if skip else V


@wrong("E6-BACK-LAST-SLOPE", breaks="way_back-deep",
       says="You leave out the slope of the last tanh, as if the output were linear. Here every layer has its tanh, the last one too.")
def way_back(layers, x, skip):
    h, P = x, np.eye(len(x))
    for l, (W, b) in enumerate(layers):
        a = np.tanh(h @ W + b)
        V = W.T * (1 if l == len(layers) - 1 else (1 - a**2)[:, None])
        P = (V + np.eye(len(h)) if skip else V) @ P
        h = h + a if skip else a
    return P


@wrong("E6-BACK-BIAS-FORGOTTEN", breaks="way_back-deep",
       says="Your forward pass forgets the biases. They do not stand in the matrices, but they move the place where the slopes are taken.")
def way_back(layers, x, skip):
    h, P = x, np.eye(len(x))
    for W, b in layers:
        a = np.tanh(h @ W)
        V = (1 - a**2)[:, None] * W.T
        P = (V + np.eye(len(h)) if skip else V) @ P
        h = h + a if skip else a
    return P


@wrong("E6-BACK-TRANSPOSED", breaks="way_back-visible",
       says="Your P is transposed: it takes columns forward. A row g_L times P gives g_0, so P has one row for each output.")
def way_back(layers, x, skip):
    h, P = x, np.eye(len(x))
    for W, b in layers:
        a = np.tanh(h @ W + b)
        V = (1 - a**2)[:, None] * W.T
        P = (V + np.eye(len(h)) if skip else V) @ P
        h = h + a if skip else a
    return P.T


@wrong("E6-BACK-NO-SKIP", breaks="way_back-visible",
       says="Your way back does not use the skip. There are two ways from h_(l-1) to h_l, and ways add: the skip contributes the unit matrix.")
def way_back(layers, x, skip):
    h, P = x, np.eye(len(x))
    for W, b in layers:
        a = np.tanh(h @ W + b)
        P = (1 - a**2)[:, None] * W.T @ P
        h = h + a if skip else a
    return P


@wrong("E6-BACK-IN-PLACE", breaks="way_back-deep",
       says="Your h += ... writes into the caller's x, for at the first layer h is x. Make a new array: h = h + a.")
def way_back(layers, x, skip):
    h, P = x, np.eye(len(x))
    for W, b in layers:
        a = np.tanh(h @ W + b)
        V = (1 - a**2)[:, None] * W.T
        if skip:
            P = P + V @ P
            h += a
        else:
            P = V @ P
            h = a
    return P


@wrong("E6-BACK-ONES", breaks="way_back-visible",
       says="For the skip you add 1 to every entry. It joins each unit only with itself: add np.eye, 1 on the diagonal.")
def way_back(layers, x, skip):
    h, P = x, np.eye(len(x))
    for W, b in layers:
        a = np.tanh(h @ W + b)
        V = (1 - a**2)[:, None] * W.T
        P = (V + 1 if skip else V) @ P
        h = h + a if skip else a
    return P


@wrong("E6-BACK-SKIP-INSIDE", breaks="way_back-deep",
       says="You multiply the skip by the slope of tanh. The skip goes around the tanh: add the unit matrix after the slopes.")
def way_back(layers, x, skip):
    h, P = x, np.eye(len(x))
    for W, b in layers:
        a = np.tanh(h @ W + b)
        V = (1 - a**2)[:, None] * (W.T + np.eye(len(h)) if skip else W.T)
        P = V @ P
        h = h + a if skip else a
    return P


@wrong("E6-BACK-CARRIES-DELTA", breaks="way_back-visible",
       says="Your matrix is L09's V, which carries delta. Here the slopes in the h travel, so the tanh' of the layer's own answers comes first: "
            "slope[:, None] * W.T.")
def way_back(layers, x, skip):
    h, P = x, np.eye(len(x))
    for W, b in layers:
        a = np.tanh(h @ W + b)
        V = W.T * (1 - h**2)
        P = (V + np.eye(len(h)) if skip else V) @ P
        h = h + a if skip else a
    return P


@wrong("E6-BACK-MEASURED", breaks="way_back-deep",
       says="You measure the slopes with central_difference. They are right to seven digits or so: multiply the matrices, and measure to check.")
def way_back(layers, x, skip):
    def last(x):
        h = x
        for W, b in layers:
            h = np.tanh(h @ W + b) + (h if skip else 0)
        return h
    return np.array([central_difference(lambda v, i=i: last(v)[i], x) for i in range(len(layers[-1][1]))])


@right("from the last layer to the first")
def way_back(layers, x, skip):
    Vs, h = [], x
    for W, b in layers:
        a = np.tanh(np.dot(h, W) + b)
        V = np.diag(1 - a * a) @ W.T
        if skip:
            V, a = V + np.eye(len(a)), a + h
        Vs.append(V)
        h = a
    P = np.eye(len(h))
    for V in reversed(Vs):
        P = P @ V
    return P


@right("one sweep for each output")
def way_back(layers, x, skip):
    h, kept = x, []
    for W, b in layers:
        a = np.tanh(h @ W + b)
        kept.append((W, 1 - a**2))
        h = h + a if skip else a
    G = np.eye(len(h))
    for W, slope in kept[::-1]:
        back = (G * slope) @ W.T
        G = G + back if skip else back
    return G


@right("forward mode, one input at a time")
def way_back(layers, x, skip):
    columns = []
    for i in range(len(x)):
        h, t = np.array(x, dtype=float), np.zeros(len(x))
        t[i] = 1
        for W, b in layers:
            a = np.tanh(h @ W + b)
            s = (t @ W) * (1 - a**2)
            h, t = (h + a, t + s) if skip else (a, s)
        columns.append(t)
    return np.column_stack(columns)


# The arguments on which a student's function is compared with the wrong answers above.

DEEP = [(np.array([[0.5, -1.0, 0.25], [1.0, 0.5, -0.5]]), np.array([0.25, -0.5, 0.5])),
        (np.array([[0.5, 1.0, -0.25], [-1.0, 0.75, 0.5], [0.5, -0.5, 1.0]]), np.array([0.5, 0.0, -0.25])),
        (np.array([[1.0, -0.5], [0.5, 0.25], [-1.0, 2.0]]), np.array([0.5, -0.25]))]
TWO = DEEP[:1] + DEEP[2:]
# no slope of these is so small that rounding tells two measured ones apart
INPUTS = np.array([[-2.0, 0.0], [-1.5, 0.5], [1.0, 0.5]])
TARGETS = np.array([[0.0, 0.5], [1.0, 0.5], [-2.5, -0.5]])
ALL = np.ones((3, 2), dtype=bool)
SOME = np.array([[True, True], [True, False], [False, False]])
CORNER = [(np.array([[1.0, -1.0, 1.0], [0.0, 1.0, 1.0]]), np.array([-1.0, 0.0, 1.0])), (np.array([[2.0], [3.0], [-1.0]]), np.array([-1.0]))]
SQUARE = [(np.array([[0.5, -1.0], [0.25, 0.75]]), np.array([0.25, -0.5])), (np.array([[1.0, 0.5], [-0.75, 0.25]]), np.array([0.5, 0.25]))]
STEEP = np.array([[0.0125, -0.025]])

PROBES = {
    "by_hand": [(1, 1, 3), (-2, 5, -4), (0.5, 1.25, -1.5)],
    "program_slopes": [
        ([("add", 0, 1), ("mul", 3, 2)], [-2, 5, -4]),
        ([("mul", 0, 0)], [5]),
        ([("mul", 0, 1), ("tanh", 2), ("mul", 3, 1)], [0.5, 1.5]),
        ([("mul", 0, 1), ("add", 0, 1), ("tanh", 3)], [0.5, 0.25]),
        ([("mul", 0, 0), ("mul", 1, 0), ("add", 4, 2), ("mul", 3, 5)], [2.0, 3.0, 1.0]),
        ([("add", k, 0) for k in range(1, 1900)], [0.5, 2.0]),
    ],
    "deck_layer": [
        (np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 0.0, 2.0], [0.0, 1.0, -1.0]]),
         np.array([[0.5, -0.25, 0.0], [0.75, 0.5, -0.5]]), np.array([[1.0, 2.0, 3.0], [4.0, -1.0, 1.0]])),
        (np.array([[2.0, -1.0, 0.5]]), np.array([[1.0, 3.0], [2.0, 0.5], [-1.0, 1.0]]), np.array([[0.5, -0.25]]), np.array([[4.0, 2.0]])),
        (np.array([[2, -1]]), np.array([[3], [1]]), np.array([[0.5]]), np.array([[3]])),
    ],
    "learned_leak": [
        (np.array([[3.0, -2.0], [-1.0, 1.0], [-4.0, -2.0]]), np.array([0.5, 0.25]), np.array([[4.0, 8.0], [2.0, 3.0], [1.0, -4.0]])),
        (np.array([[0.0, -2.0, 1.0]]), np.array([0.5, 2.0, -0.5]), np.array([[4.0, 8.0, 2.0]])),
        (np.array([[-1, 2], [-2, -1]]), np.array([0.5, 0.25]), np.array([[3, 2], [1, 5]])),
    ],
    "masked_backprop": [
        (TWO, INPUTS, TARGETS, ALL, "tanh", 0.0),
        (DEEP, INPUTS, TARGETS, SOME, "tanh", 0.5),
        (DEEP, INPUTS, TARGETS, SOME, "relu", 0.25),
        (SQUARE, INPUTS, TARGETS, ALL, "tanh", 0.0),
        (CORNER, np.array([[1.0, 2.0]]), np.array([[2.0]]), np.array([[True]]), "relu", 0.0),
        (SQUARE, INPUTS, np.where(SOME, TARGETS, np.nan), SOME, "tanh", 0.0),
        ([(np.array([[1, 3]]), np.array([0, 1]))], np.array([[0.5]]), np.array([[-1.5, 4.5]]), np.array([[True, True]]), "relu", 0.0),
        ([(STEEP, np.zeros(2)), (np.array([[1.0], [2.0]]), np.zeros(1))], np.array([[40.0]]), np.array([[1.0]]), np.array([[True]]), "tanh", 0.0),
    ],
    "never_moves": [(zero, activation) for activation in ("tanh", "relu", "leaky_relu", "sigmoid")
                    for zero in ([], ["W2"], ["W1"], ["W1", "b1"], ["W1", "W2"], ["b1", "W2"], ["W1", "b1", "W2"], ["W1", "b1", "W2", "b2"])],
    "way_back": [
        ([(np.array([[0.5, 1.0], [0.0, 0.5]]), np.zeros(2))], np.zeros(2), True),
        (DEEP, np.array([0.5, -1.0]), False),
        (SQUARE, np.array([0.5, -1.0]), False),
        (SQUARE, np.array([0.5, -1.0]), True),
        (SQUARE[:1], np.array([0.5, -1.0]), True),
        ([(50 * SQUARE[0][0], np.array([0.5, 62.0]))], np.array([0.5, -1.0]), False),
    ],
}
