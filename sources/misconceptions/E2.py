"""E2: wrong answers that students write, with the sentence that helps, and right ones in other styles."""

import numpy as np

from course_lib.grading.misconceptions import right, wrong


# 1 collapse


@wrong("E2-COLLAPSE-BIASES-ADDED", breaks="collapse-visible",
       says="You add up all biases. A bias goes through every layer above its own: 5 (2x + 3) + 4 ends in 15 + 4, not in 3 + 4.")
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = W @ V, b + c
    return W, b


@wrong("E2-COLLAPSE-LAST-BIAS", breaks="collapse-visible",
       says="Your b is the last bias alone. The biases below it do not vanish: they go through the layers above them and are added.")
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = W @ V, c
    return W, b


@wrong("E2-COLLAPSE-NO-OUTER-BIAS", breaks="collapse-visible",
       says="Your b goes through each layer, but that layer's own bias is never added to it.")
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for V in weights[1:]:
        W, b = W @ V, b @ V
    return W, b


@wrong("E2-COLLAPSE-ORDER", breaks="collapse-visible",
       says="You multiply in the order V @ W. A row x meets W first, x @ W @ V, so the product is W @ V.")
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = V @ W, b @ V + c
    return W, b


@wrong("E2-COLLAPSE-NEW-W", breaks="collapse-visible",
       says="You compute W first and then send b through the new W. The bias goes through the next layer's weights V only: b @ V + c.")
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W = W @ V
        b = b @ W + c
    return W, b


@wrong("E2-COLLAPSE-ENTRYWISE", breaks="collapse-visible",
       says="You multiply the matrices entry by entry with *. Layers one after another need the matrix product @.")
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = W * V, b * V + c
    return W, b


@wrong("E2-COLLAPSE-BIAS-IN-W", breaks="collapse-visible",
       says="You send the identity through the whole stack to get W, biases included. What comes out in each row is W plus b: subtract b again.")
def collapse(weights, biases):
    W, b = np.eye(len(weights[0])), np.zeros(len(weights[0]))
    for V, c in zip(weights, biases):
        W, b = W @ V + c, b @ V + c
    return W, b


@wrong("E2-COLLAPSE-TRANSPOSED", breaks="collapse-visible",
       says="You return W with inputs and outputs exchanged. Its shape is (inputs, outputs), so that X @ W works.")
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = W @ V, b @ V + c
    return W.T, b


@wrong("E2-COLLAPSE-ONE-ARRAY", breaks="collapse-visible",
       says="You return weights and bias stacked in one array. Return a pair: the matrix W, and the bias b as an array of its own.")
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = W @ V, b @ V + c
    return np.vstack([W, b])


@wrong("E2-COLLAPSE-POP", breaks="collapse-visible",
       says="You take the layers out of the caller's lists with pop, so they are gone afterwards. Loop over the lists instead.")
def collapse(weights, biases):
    W, b = weights.pop(0), biases.pop(0)
    while weights:
        V, c = weights.pop(0), biases.pop(0)
        W, b = W @ V, b @ V + c
    return W, b


@wrong("E2-COLLAPSE-IN-PLACE", breaks="collapse-visible",
       says="You add to the caller's biases with +=, so they are changed afterwards. Make a new array: b @ V + c.")
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W = W @ V
        c += b @ V
        b = c
    return W, b


@wrong("E2-COLLAPSE-TWO-LAYERS", breaks="collapse-weights",
       says="You fold the first two layers and forget the others. Go on: fold the third into the result, then the fourth.")
def collapse(weights, biases):
    if len(weights) == 1:
        return weights[0], biases[0]
    return weights[0] @ weights[1], biases[0] @ weights[1] + biases[1]


@wrong("E2-COLLAPSE-SINGLE", breaks="collapse-weights",
       says="A stack may consist of one layer only; then there is nothing to fold, and your code looks for a second layer.")
def collapse(weights, biases):
    W, b = weights[0] @ weights[1], biases[0] @ weights[1] + biases[1]
    for V, c in zip(weights[2:], biases[2:]):
        W, b = W @ V, b @ V + c
    return W, b


@wrong("E2-COLLAPSE-W-NEIGHBOURS", breaks="collapse-weights",
       says="Your W is the product of the last two layers only: each step starts again from the layer before, not from the product so far.")
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for i in range(1, len(weights)):
        W = weights[i - 1] @ weights[i]
        b = b @ weights[i] + biases[i]
    return W, b


@wrong("E2-COLLAPSE-B-NEIGHBOURS", breaks="collapse-bias",
       says="Your b knows the last two layers only: each step starts again from the bias before, not from the b so far.")
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for i in range(1, len(weights)):
        W = W @ weights[i]
        b = biases[i - 1] @ weights[i] + biases[i]
    return W, b


@wrong("E2-COLLAPSE-B-NEXT-ONLY", breaks="collapse-bias",
       says="Each bias of yours goes through the next layer and is then just added. It goes through all the layers above it.")
def collapse(weights, biases):
    W, b = weights[0], biases[-1]
    for i in range(len(weights) - 1):
        W, b = W @ weights[i + 1], b + biases[i] @ weights[i + 1]
    return W, b


@wrong("E2-COLLAPSE-FIRST-BIAS", breaks="collapse-bias",
       says="Only the first and the last bias of yours arrive. Every layer adds its bias, the inner ones too.")
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for V in weights[1:]:
        W, b = W @ V, b @ V
    return W, b + biases[-1] if len(weights) > 1 else b


@right("from the last layer back")
def collapse(weights, biases):
    W, b = weights[-1], biases[-1]
    for V, c in zip(weights[-2::-1], biases[-2::-1]):
        b = c @ W + b
        W = V @ W
    return W, b


@right("the bias as the weights of a constant input")
def collapse(weights, biases):
    whole = np.eye(len(weights[0]) + 1)
    for W, b in zip(weights, biases):
        layer = np.zeros((len(W) + 1, len(b) + 1))
        layer[:-1, :-1], layer[-1, :-1], layer[-1, -1] = W, b, 1
        whole = whole @ layer
    return whole[:-1, :-1], whole[-1, :-1]


@right("what comes out for 0 and for the unit vectors")
def collapse(weights, biases):
    def stack(x):
        for W, b in zip(weights, biases):
            x = x @ W + b
        return x
    D = len(weights[0])
    b = stack(np.zeros(D))
    return np.array([stack(row) - b for row in np.eye(D)]), b


@right("recursion, sums written out")
def collapse(weights, biases):
    if len(weights) == 1:
        return weights[0].copy(), biases[0].copy()
    W, b = collapse(weights[:-1], biases[:-1])
    V, c = weights[-1], biases[-1]
    return np.einsum('ij,jk->ik', W, V), [sum(b[j] * V[j, k] for j in range(len(b))) + c[k] for k in range(len(c))]


@right("the course's own, as a list of layers")
def collapse(weights, biases):
    layers = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in zip(weights, biases)]
    (W, b), *above = layers
    for V, c in above:
        W, b = W @ V, b @ V + c
    return W, b



# 2 affine_witness


@wrong("E2-WITNESS-NO-TOLERANCE", breaks="affine_witness-visible",
       says="You take every gap above 0 for a bend. In float64 an affine function has gaps of about 1e-16 times its size: compare with 1e-6 times the size.")
def affine_witness(network, low, high):
    rng = np.random.default_rng(0)
    P = rng.uniform(low, high, (1000, len(low)))
    Q = rng.uniform(low, high, (1000, len(low)))
    at_p, at_q, at_m = run(network, P), run(network, Q), run(network, (P + Q) / 2)
    gap = np.abs(at_m - (at_p + at_q) / 2).max(axis=1)
    size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))
    for i in range(1000):
        if gap[i] > 0:
            return P[i], Q[i]
    return None


@wrong("E2-WITNESS-ABSOLUTE", breaks="affine_witness-bent_or_not",
       says="You compare the gap with 1e-6 itself, whatever the size. A network whose outputs are tiny bends all the same; large outputs have large rounding errors.")
def affine_witness(network, low, high):
    rng = np.random.default_rng(0)
    P = rng.uniform(low, high, (1000, len(low)))
    Q = rng.uniform(low, high, (1000, len(low)))
    at_p, at_q, at_m = run(network, P), run(network, Q), run(network, (P + Q) / 2)
    gap = np.abs(at_m - (at_p + at_q) / 2).max(axis=1)
    size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))
    for i in range(1000):
        if gap[i] > 1e-6:
            return P[i], Q[i]
    return None


@wrong("E2-WITNESS-FIRST-OUTPUT", breaks="affine_witness-bent_or_not",
       says="You look at the first output only. Another output may bend: the gap is the largest over all of them.")
def affine_witness(network, low, high):
    rng = np.random.default_rng(0)
    P = rng.uniform(low, high, (1000, len(low)))
    Q = rng.uniform(low, high, (1000, len(low)))
    at_p, at_q, at_m = run(network, P), run(network, Q), run(network, (P + Q) / 2)
    gap = np.abs(at_m - (at_p + at_q) / 2)[:, 0]
    size = np.abs([at_p, at_q, at_m])[:, :, 0].max(axis=0)
    for i in range(1000):
        if gap[i] > 1e-6 * size[i]:
            return P[i], Q[i]
    return None


@wrong("E2-WITNESS-MIRRORED", breaks="affine_witness-bent_or_not",
       says="Your q is the mirror image of p in the middle of the box, so all midpoints coincide. tanh around 0 shows no gap there: draw q by itself.")
def affine_witness(network, low, high):
    rng = np.random.default_rng(0)
    P = rng.uniform(low, high, (1000, len(low)))
    Q = low + high - P
    at_p, at_q, at_m = run(network, P), run(network, Q), run(network, (P + Q) / 2)
    gap = np.abs(at_m - (at_p + at_q) / 2).max(axis=1)
    size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))
    for i in range(1000):
        if gap[i] > 1e-6 * size[i]:
            return P[i], Q[i]
    return None


@wrong("E2-WITNESS-CORNERS", breaks="affine_witness-bent_or_not",
       says="You try one pair, the two corners of the box. A network can run straight between these and bend elsewhere: try many pairs.")
def affine_witness(network, low, high):
    p, q = low.astype(float), high.astype(float)
    at_p, at_q, at_m = run(network, np.array([p, q, (p + q) / 2]))
    gap, size = np.abs(at_m - (at_p + at_q) / 2).max(), np.abs([at_p, at_q, at_m]).max()
    return (p, q) if gap > 1e-6 * size else None


@wrong("E2-WITNESS-FIRST-PAIR", breaks="affine_witness-bent_or_not",
       says="Your loop gives up after the first pair: the return None stands inside it. Say None only when all pairs have been tried.")
def affine_witness(network, low, high):
    rng = np.random.default_rng(2)
    P = rng.uniform(low, high, (1000, len(low)))
    Q = rng.uniform(low, high, (1000, len(low)))
    at_p, at_q, at_m = run(network, P), run(network, Q), run(network, (P + Q) / 2)
    gap = np.abs(at_m - (at_p + at_q) / 2).max(axis=1)
    size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))
    for i in range(1000):
        if gap[i] > 1e-6 * size[i]:
            return P[i], Q[i]
        return None


@wrong("E2-WITNESS-BY-NAME", breaks="affine_witness-bent_or_not",
       says="You decide by the names of the bends. A ReLU whose units never change sides in the box is affine there: only the gap decides.")
def affine_witness(network, low, high):
    if all(bend == 'none' for _, _, bend in network):
        return None
    P, Q = np.random.default_rng(0).uniform(low, high, (2, 1000, len(low)))
    gap = np.abs(run(network, (P + Q) / 2) - (run(network, P) + run(network, Q)) / 2).max(axis=1)
    return P[np.argmax(gap)], Q[np.argmax(gap)]


@wrong("E2-WITNESS-NEVER-NONE", breaks="affine_witness-visible",
       says="You always return the pair with the widest gap, however small that is. If even the widest is no more than rounding, return None.")
def affine_witness(network, low, high):
    P, Q = np.random.default_rng(0).uniform(low, high, (2, 1000, len(low)))
    gap = np.abs(run(network, (P + Q) / 2) - (run(network, P) + run(network, Q)) / 2).max(axis=1)
    return P[np.argmax(gap)], Q[np.argmax(gap)]


@wrong("E2-WITNESS-ALWAYS-NONE", breaks="affine_witness-visible",
       says="You return None whatever the network is. For one that bends in its box, hand back the two points that show it.")
def affine_witness(network, low, high):
    return None


@wrong("E2-WITNESS-LINEAR", breaks="affine_witness-visible",
       says="You ask whether f(p + q) is f(p) + f(q). An affine function fails that too, because of its bias: take the midpoint and the mean.")
def affine_witness(network, low, high):
    rng = np.random.default_rng(0)
    P = rng.uniform(low, high, (1000, len(low)))
    Q = rng.uniform(low, high, (1000, len(low)))
    at_p, at_q, at_m = run(network, P), run(network, Q), run(network, P + Q)
    gap = np.abs(at_m - (at_p + at_q)).max(axis=1)
    size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))
    for i in range(1000):
        if gap[i] > 1e-6 * size[i]:
            return P[i], Q[i]
    return None


@wrong("E2-WITNESS-NO-HALF", breaks="affine_witness-visible",
       says="You compare f at the midpoint with the sum f(p) + f(q). An affine function takes half of that sum there.")
def affine_witness(network, low, high):
    rng = np.random.default_rng(0)
    P = rng.uniform(low, high, (1000, len(low)))
    Q = rng.uniform(low, high, (1000, len(low)))
    at_p, at_q, at_m = run(network, P), run(network, Q), run(network, (P + Q) / 2)
    gap = np.abs(at_m - (at_p + at_q)).max(axis=1)
    size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))
    for i in range(1000):
        if gap[i] > 1e-6 * size[i]:
            return P[i], Q[i]
    return None


@wrong("E2-WITNESS-DIFFERENCE", breaks="affine_witness-visible",
       says="Your point (p - q)/2 is not the midpoint. Half way from p to q lies (p + q)/2.")
def affine_witness(network, low, high):
    rng = np.random.default_rng(0)
    P = rng.uniform(low, high, (1000, len(low)))
    Q = rng.uniform(low, high, (1000, len(low)))
    at_p, at_q, at_m = run(network, P), run(network, Q), run(network, (P - Q) / 2)
    gap = np.abs(at_m - (at_p + at_q) / 2).max(axis=1)
    size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))
    for i in range(1000):
        if gap[i] > 1e-6 * size[i]:
            return P[i], Q[i]
    return None


@wrong("E2-WITNESS-OWN-BOX", breaks="affine_witness-visible",
       says="You draw the points between -3 and 3, wherever the box lies. Draw them between low and high.")
def affine_witness(network, low, high):
    rng = np.random.default_rng(0)
    P = rng.uniform(-3, 3, (1000, len(low)))
    Q = rng.uniform(-3, 3, (1000, len(low)))
    at_p, at_q, at_m = run(network, P), run(network, Q), run(network, (P + Q) / 2)
    gap = np.abs(at_m - (at_p + at_q) / 2).max(axis=1)
    size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))
    for i in range(1000):
        if gap[i] > 1e-6 * size[i]:
            return P[i], Q[i]
    return None


@wrong("E2-WITNESS-THREE-POINTS", breaks="affine_witness-visible",
       says="You return three points. The midpoint follows from p and q: return these two.")
def affine_witness(network, low, high):
    rng = np.random.default_rng(0)
    P = rng.uniform(low, high, (1000, len(low)))
    Q = rng.uniform(low, high, (1000, len(low)))
    at_p, at_q, at_m = run(network, P), run(network, Q), run(network, (P + Q) / 2)
    gap = np.abs(at_m - (at_p + at_q) / 2).max(axis=1)
    size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))
    for i in range(1000):
        if gap[i] > 1e-6 * size[i]:
            return P[i], Q[i], (P[i] + Q[i]) / 2
    return None


@wrong("E2-WITNESS-YES-NO", breaks="affine_witness-visible",
       says="You return True or False. Anyone can say that; return the two points that prove it, or None.")
def affine_witness(network, low, high):
    rng = np.random.default_rng(0)
    P = rng.uniform(low, high, (1000, len(low)))
    Q = rng.uniform(low, high, (1000, len(low)))
    at_p, at_q, at_m = run(network, P), run(network, Q), run(network, (P + Q) / 2)
    gap = np.abs(at_m - (at_p + at_q) / 2).max(axis=1)
    size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))
    return bool((gap > 1e-6 * size).any())


@right("pair by pair")
def affine_witness(network, low, high):
    rng = np.random.default_rng(5)
    for _ in range(1000):
        p, q = rng.uniform(low, high), rng.uniform(low, high)
        f = run(network, np.array([p, q, (p + q) / 2]))
        if np.abs(f[2] - (f[0] + f[1]) / 2).max() > 1e-6 * np.abs(f).max():
            return p, q


@right("the course's own, for this box")
def affine_witness(network, low, high):
    a, b = np.random.default_rng(0).uniform(low, high, (2, 1000, len(low)))
    values = np.array([run(network, points) for points in (a, b, a / 2 + b / 2)], dtype=float)
    gap = np.abs(values[2] - (values[0] + values[1]) / 2).max(axis=1)
    needed = 1e-6 * np.abs(values).max(axis=(0, 2))
    i = np.argmax(gap)
    return (a[i], b[i]) if gap[i] > needed[i] else None


@right("neighbours on many random lines through the box")
def affine_witness(network, low, high):
    rng = np.random.default_rng(7)
    for _ in range(60):
        start, end = rng.uniform(low, high, (2, len(low)))
        line = np.clip(start + np.linspace(0, 1, 41)[:, None] * (end - start), low, high)
        f = run(network, line)
        for i in range(1, 40):
            three = f[i - 1:i + 2]
            if np.abs(three[1] - (three[0] + three[2]) / 2).max() > 1.5e-6 * np.abs(three).max():
                return list(line[i - 1]), list(line[i + 1])
    return None


@right("points as lists, the widest gap for its size")
def affine_witness(network, low, high):
    rng = np.random.default_rng(11)
    P = low + (high - low) * rng.random((3000, len(low)))
    Q = low + (high - low) * rng.random((3000, len(low)))
    f, g, h = run(network, P), run(network, 0.5 * P + 0.5 * Q), run(network, Q)
    size = np.maximum(np.maximum(abs(f).max(1), abs(g).max(1)), abs(h).max(1))
    share = abs(g - 0.5 * f - 0.5 * h).max(1) / np.where(size > 0, size, 1)
    if share.max() <= 1e-6:
        return None
    best = share.argmax()
    return [P[best].tolist(), Q[best].tolist()]



# 3 two_minima


@wrong("E2-MINIMA-SAME", breaks="two_minima-visible",
       says="Your two pairs are the same minimum, so their midpoint is that minimum again. Find other factors with the same product.")
def two_minima(M):
    eye = np.eye(M.shape[1])
    return (M, eye), (M, eye)


@wrong("E2-MINIMA-ONE-MINUS", breaks="two_minima-visible",
       says="The product of your second pair is -M. One minus sign turns the product round; two cancel.")
def two_minima(M):
    eye = np.eye(M.shape[1])
    return (M, eye), (-M, eye)


@wrong("E2-MINIMA-BOTH-DOUBLED", breaks="two_minima-visible",
       says="You double both layers, so their product is 4 M. What one layer gains the other must lose.")
def two_minima(M):
    eye = np.eye(M.shape[1])
    return (M, eye), (2 * M, 2 * eye)


@wrong("E2-MINIMA-TOO-NEAR", breaks="two_minima-visible",
       says="Both your pairs are minima, but so near to each other that the midpoint is almost one as well. Move the second one far away.")
def two_minima(M):
    eye = np.eye(M.shape[1])
    return (M, eye), (1.1 * M, eye / 1.1)


@wrong("E2-MINIMA-NUMBER", breaks="two_minima-visible",
       says="Your second layers are single numbers. A layer is a matrix, here of shape (C, C): take a multiple of np.eye(C).")
def two_minima(M):
    return (M, 1.0), (-M, -1.0)


@wrong("E2-MINIMA-ONES", breaks="two_minima-visible",
       says="np.ones is no identity: M times a matrix of ones adds up the columns of M. The matrix that changes nothing is np.eye(C).")
def two_minima(M):
    ones = np.ones((M.shape[1], M.shape[1]))
    return (M, ones), (-M, -ones)


@wrong("E2-MINIMA-ONE-PAIR", breaks="two_minima-visible",
       says="You return one pair of factors. The claim falls by two minima and what lies between them.")
def two_minima(M):
    return M, np.eye(M.shape[1])


@wrong("E2-MINIMA-SWAPPED-UNITS", breaks="two_minima-visible",
       says="Exchanging the hidden units is another minimum, but too near for some M, and with a single hidden unit it changes nothing.")
def two_minima(M):
    eye = np.eye(M.shape[1])
    return (M, eye), (M[:, ::-1], eye[::-1])


@wrong("E2-MINIMA-IN-PLACE", breaks="two_minima-visible",
       says="You turn the sign of the caller's M with *=, so it is changed afterwards. Make a new array: -M.")
def two_minima(M):
    eye = np.eye(M.shape[1])
    first = (M.copy(), eye)
    M *= -1
    return first, (M, -eye)


@wrong("E2-MINIMA-EYE-FIRST", breaks="two_minima-any_matrix",
       says="In your second pair M has become the second layer. The shapes do not allow that unless M is square; and if M is the identity, both pairs are the same.")
def two_minima(M):
    eye = np.eye(M.shape[1])
    return (M, eye), (eye, M)


@wrong("E2-MINIMA-INVERSE", breaks="two_minima-any_matrix",
       says="You need the inverse of M, and most matrices have none: M may be tall, wide or of low rank. Change the sign or the scale instead.")
def two_minima(M):
    return (M, np.eye(len(M))), (M @ M, np.linalg.inv(M))


@wrong("E2-MINIMA-SHIFTED", breaks="two_minima-any_matrix",
       says="Your second pair is found by solving with M + 1, which works for some square M only. Change the sign or the scale of both layers instead.")
def two_minima(M):
    return (M, np.eye(len(M))), (M + 1.0, np.linalg.solve(M + 1.0, M))


@right("one layer four times as large, then four times as small")
def two_minima(M):
    eye = np.eye(M.shape[1])
    return (4 * M, eye / 4), (M / 4, 4 * eye)


@right("scaled and mirrored, in lists")
def two_minima(M):
    C = M.shape[1]
    identity = [[1.0 if i == j else 0.0 for j in range(C)] for i in range(C)]
    return [[(3 * M).tolist(), (np.array(identity) / 3).tolist()], [(-3 * M).tolist(), (np.array(identity) / -3).tolist()]]


@right("turned by a random rotation, and mirrored")
def two_minima(M):
    Q = np.linalg.qr(np.random.default_rng(1).normal(size=(M.shape[1], M.shape[1])))[0]
    return (M @ Q, Q.T), (-(M @ Q), -Q.T)



# 4 activation


@wrong("E2-ACT-IN-PLACE", breaks="activation-visible",
       says="Your ReLU writes its zeros into the caller's z. np.maximum or np.where makes a new array.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.logaddexp(0, c * z) / c
    if name == "relu":
        z[z < 0] = 0
        return z


@wrong("E2-ACT-LEAK-FIXED", breaks="activation-visible",
       says="Your leaky ReLU has a fixed slope of 0.01 on the left, as some libraries do. Here it is c.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, 0.01 * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.logaddexp(0, c * z) / c


@wrong("E2-ACT-LEAK-TENTH", breaks="activation-visible",
       says="Your leaky ReLU has the lecture's slope of 0.1 on the left. Here it is c.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, 0.1 * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.logaddexp(0, c * z) / c


@wrong("E2-ACT-LEAK-SIDES", breaks="activation-visible",
       says="Your leaky ReLU keeps the negative numbers and shrinks the positive ones: the two sides are exchanged.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, c * z, z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.logaddexp(0, c * z) / c


@wrong("E2-ACT-WHOLE", breaks="activation-visible",
       says="Your leaky ReLU fills an array that was made like z. If z holds whole numbers, so does that array, and -0.5 becomes 0.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.logaddexp(0, c * z) / c
    if name == "leaky_relu":
        a = np.zeros_like(z)
        a[z > 0] = z[z > 0]
        a[z <= 0] = c * z[z <= 0]
        return a


@wrong("E2-ACT-LIST", breaks="activation-visible",
       says="You return a list. An array keeps its shape and can be used in the next product: use np.where, or np.array at the end.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return [[max(v, 0) for v in row] for row in np.atleast_2d(z)]
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.logaddexp(0, c * z) / c


@wrong("E2-ACT-SCALAR", breaks="activation-visible",
       says="max(z, 0) compares single numbers and fails for an array. np.maximum(z, 0) does it entry by entry.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return max(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.logaddexp(0, c * z) / c


@wrong("E2-ACT-ELU-NO-MINUS", breaks="activation-visible",
       says="Your ELU is c e^z on the left, so it jumps at 0. The bracket is e^z - 1.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return np.logaddexp(0, c * z) / c


@wrong("E2-ACT-SOFTPLUS-NO-ONE", breaks="activation-visible",
       says="The logarithm of e^(cz) alone is cz again. Softplus has 1 + e^(cz) inside.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.log(np.exp(c * z)) / c


@wrong("E2-ACT-LEAK-MAX", breaks="activation-any_c",
       says="max(z, c z) is leaky ReLU for c <= 1 only. For c > 1 it takes the wrong line on both sides: choose by the sign of z.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.maximum(z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.logaddexp(0, c * z) / c


@wrong("E2-ACT-ELU-NO-C", breaks="activation-any_c",
       says="Your ELU leaves c out: it always ends at -1 on the left. The bracket e^z - 1 is multiplied by c.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, np.exp(np.minimum(z, 0)) - 1)
    if name == "softplus":
        return np.logaddexp(0, c * z) / c


@wrong("E2-ACT-ELU-C-FIRST", breaks="activation-any_c",
       says="Your ELU multiplies only e^z by c. The factor c belongs to the whole bracket, c (e^z - 1), or ELU jumps at 0.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * np.exp(np.minimum(z, 0)) - 1)
    if name == "softplus":
        return np.logaddexp(0, c * z) / c


@wrong("E2-ACT-ELU-C-INSIDE", breaks="activation-any_c",
       says="You put c into the exponent of ELU. It is a factor: c (e^z - 1).")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, np.exp(c * np.minimum(z, 0)) - 1)
    if name == "softplus":
        return np.logaddexp(0, c * z) / c


@wrong("E2-ACT-SOFTPLUS-NO-C", breaks="activation-any_c",
       says="Your softplus leaves c out. It stands in the exponent, and once more as 1/c in front.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.logaddexp(0, z)


@wrong("E2-ACT-SOFTPLUS-NO-DIVISION", breaks="activation-any_c",
       says="Your softplus has c in the exponent, but is not divided by c. Far to the right it should come near z, not c z.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.logaddexp(0, c * z)


@wrong("E2-ACT-SOFTPLUS-C-OUTSIDE", breaks="activation-any_c",
       says="Your softplus only divides by c. The c stands in the exponent as well.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.logaddexp(0, z) / c


@wrong("E2-ACT-ELU-MASK", breaks="activation-far_out",
       says="Your ELU multiplies each case by a mask. At z = 1000 e^z is infinite, and infinity times 0 is nan: use np.where, or keep z at most 0 in e^z.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return (z > 0) * z + (z <= 0) * c * (np.exp(z) - 1)
    if name == "softplus":
        return np.logaddexp(0, c * z) / c


@wrong("E2-ACT-SOFTPLUS-OVERFLOW", breaks="activation-far_out",
       says="You compute softplus as it is written: far to the right e^(cz) is infinite, far to the left 1 + e^(cz) is 1 and all digits are lost.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.log(1 + np.exp(c * z)) / c


@wrong("E2-ACT-SOFTPLUS-LOG1P", breaks="activation-far_out",
       says="np.log1p keeps the digits on the left, but on the right e^(cz) still overflows. Never take the exponential of a large positive number.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.log1p(np.exp(c * z)) / c


@wrong("E2-ACT-SOFTPLUS-SWITCH", breaks="activation-far_out",
       says="You switch to z on the right, which cures the overflow. On the left 1 + e^(cz) still loses the digits of a tiny e^(cz).")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.where(c * z > 40, z, np.log(1 + np.exp(np.minimum(c * z, 40))) / c)


@wrong("E2-ACT-SOFTPLUS-CUT", breaks="activation-far_out",
       says="You cut cz off at 30 and -30 to avoid overflow. Then softplus stops growing on the right: find a form that needs no cut.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.logaddexp(0, np.clip(c * z, -30, 30)) / c


@wrong("E2-ACT-SOFTPLUS-RELU", breaks="activation-far_out",
       says="Far from 0 you replace softplus by ReLU. On the left it is small there, but not 0, and its digits count.")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.where(np.abs(c * z) > 25, np.maximum(z, 0), np.logaddexp(0, c * z) / c)


@right("masks that are assigned to")
def activation(name, z, c):
    a = np.array(z, dtype=float)
    low = a <= 0
    if name == "tanh":
        a = np.tanh(a)
    elif name == "relu":
        a[low] = 0
    elif name == "leaky_relu":
        a[low] *= c
    elif name == "elu":
        a[low] = c * np.expm1(a[low])
    elif name == "softplus":
        a = np.maximum(a, 0) + np.log1p(np.exp(-c * np.abs(a))) / c
    return a


@right("tanh by the sigmoid, sums of both sides")
def activation(name, z, c):
    right, left = np.maximum(z, 0), np.minimum(z, 0)
    if name == "tanh":
        return 2 / (1 + np.exp(np.multiply(-2.0, z))) - 1
    if name == "softplus":
        return right + np.log1p(np.exp(-c * (right - left))) / c
    return {"relu": right, "leaky_relu": right + c * left, "elu": right + c * (np.exp(left) - 1)}[name]


@right("one number after the other")
def activation(name, z, c):
    def one(t):
        if name == "tanh":
            return np.tanh(t)
        if name == "softplus":
            return (np.log1p(np.exp(c * t)) if t < 0 else c * t + np.log1p(np.exp(-c * t))) / c
        if t > 0:
            return t
        return {"relu": 0.0, "leaky_relu": c * t, "elu": c * (np.exp(t) - 1)}[name]
    return np.array([one(t) for t in np.ravel(z)], dtype=float).reshape(np.shape(z))


@right("the exponential of ELU may overflow where np.where does not look")
def activation(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return z * (z > 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(z) - 1))
    if name == "softplus":
        return np.logaddexp(c * z, np.zeros_like(z)) / c



# 5 derivative


@wrong("E2-SLOPE-TANH-OF-A", breaks="derivative-visible",
       says="Your slope of tanh is 1 - z^2, as if z were the activation. Compute a = tanh(z) first: the slope is 1 - a^2.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - z ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-TANH-NO-SQUARE", breaks="derivative-visible",
       says="Your slope of tanh is 1 - tanh(z): the square is missing. It should be even in z, and at most 1.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z)
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-TANH-SECH", breaks="derivative-visible",
       says="Your slope of tanh is 1 / cosh(z). It is the square of that.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 / np.cosh(z)
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-ELU-OF-A", breaks="derivative-visible",
       says="Your slope of ELU is z + c on the left. The short form is a + c with the activation a = c (e^z - 1); z is the pre-activation.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, z + c)
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-SOFTPLUS-OF-A", breaks="derivative-visible",
       says="Your slope of softplus is 1 - e^(-z), as if z were the activation. Compute a first, or use the sigmoid of z.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 - np.exp(-c * z)


@wrong("E2-SLOPE-SIGMOID-SLOPE", breaks="derivative-visible",
       says="You return the slope of the sigmoid. The slope of softplus is the sigmoid itself.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (2 + np.exp(-c * z) + np.exp(c * z))


@wrong("E2-SLOPE-VALUES", breaks="derivative-visible",
       says="You return the activations, not their slopes.")
def derivative(name, z, c):
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * (np.exp(np.minimum(z, 0)) - 1))
    if name == "softplus":
        return np.logaddexp(0, c * z) / c


@wrong("E2-SLOPE-LEAK-FIXED", breaks="derivative-visible",
       says="Your leaky ReLU has a fixed slope of 0.01 on the left, as some libraries do. Here it is c.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, 0.01)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-WHOLE", breaks="derivative-visible",
       says="Your slopes stand in an array made like z. If z holds whole numbers, so does that array, and a slope of 0.5 becomes 0.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))
    if name == "leaky_relu":
        slope = np.ones_like(z)
        slope[z <= 0] = c
        return slope


@wrong("E2-SLOPE-IN-PLACE", breaks="derivative-visible",
       says="Your ReLU writes its slopes into the caller's z. np.where makes a new array.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))
    if name == "relu":
        z[z <= 0] = 0
        z[z > 0] = 1
        return z


@wrong("E2-SLOPE-LIST", breaks="derivative-visible",
       says="You return a list. An array keeps its shape and can be multiplied by what comes from above: use np.where.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return [[1.0 if v > 0 else 0.0 for v in row] for row in np.atleast_2d(z)]
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-MEASURED", breaks="derivative-visible",
       says="You measure the slopes from two nearby values. That leaves errors of 1e-10 and a mixture at the corner: use the formulas.")
def derivative(name, z, c):
    def f(z):
        if name == "tanh":
            return np.tanh(z)
        if name == "softplus":
            return np.logaddexp(0, c * z) / c
        left = {"relu": 0 * z, "leaky_relu": c * z, "elu": c * (np.exp(np.minimum(z, 0)) - 1)}[name]
        return np.where(z > 0, z, left)
    return (f(z + 1e-5) - f(z - 1e-5)) / 2e-5


@wrong("E2-SLOPE-ELU-NO-C", breaks="derivative-any_c",
       says="Your slope of ELU leaves c out. On the left the slope of c (e^z - 1) is c e^z.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-ELU-A-PLUS-ONE", breaks="derivative-any_c",
       says="Your slope of ELU is a + 1, which is right for c = 1 only. With a = c (e^z - 1) it is a + c.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * (np.exp(np.minimum(z, 0)) - 1) + 1)
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-SOFTPLUS-NO-C", breaks="derivative-any_c",
       says="Your slope of softplus is the sigmoid of z. It is the sigmoid of c z.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-z))


@wrong("E2-SLOPE-SOFTPLUS-TIMES-C", breaks="derivative-any_c",
       says="You have a factor c too many. Softplus is drawn c times smaller in both directions, and that leaves its slopes alone: the sigmoid of c z.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return c / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-SOFTPLUS-OVER-C", breaks="derivative-any_c",
       says="You keep the 1/c in front of softplus. The curve is c times smaller in width as well as in height, so its slopes are not divided by c.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z)) / c


@wrong("E2-SLOPE-RELU-ONE", breaks="derivative-at_zero",
       says="Your slope of ReLU at 0 is 1. In this set it is the one from the left, 0: compare with z > 0.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z >= 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-RELU-HALF", breaks="derivative-at_zero",
       says="Your slope of ReLU at 0 is one half, the mean of both sides. In this set it is the one from the left.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.heaviside(z, 0.5)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-LEAK-ONE", breaks="derivative-at_zero",
       says="Your slope of leaky ReLU at 0 is 1. In this set it is the one from the left, c: compare with z > 0.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z >= 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-LEAK-ZERO", breaks="derivative-at_zero",
       says="Your slope of leaky ReLU at 0 is 0: neither of your two masks has z = 0 in it. Here it is the slope from the left.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return 1.0 * (z > 0) + c * (z < 0)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-ELU-ONE", breaks="derivative-at_zero",
       says="Your slope of ELU at 0 is 1, the one from the right. From the left it is c.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z >= 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-ALL-ONE", breaks="derivative-at_zero",
       says="Your slopes at 0 are those from the right, for all three with a corner. In this set 0 belongs to the left side: compare with z > 0.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z >= 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z >= 0, 1.0, c)
    if name == "elu":
        return np.where(z >= 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-SOFTPLUS-NAN", breaks="derivative-far_out",
       says="You compute e^(cz) / (1 + e^(cz)): far to the right that is infinity divided by infinity. Divide both by e^(cz) first.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return np.exp(c * z) / (1 + np.exp(c * z))


@wrong("E2-SLOPE-ELU-MASK", breaks="derivative-far_out",
       says="Your ELU multiplies each case by a mask. At z = 1000 e^z is infinite, and infinity times 0 is nan: use np.where.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return (z > 0) + (z <= 0) * c * np.exp(z)
    if name == "softplus":
        return 1 / (1 + np.exp(-c * z))


@wrong("E2-SLOPE-SOFTPLUS-CUT", breaks="derivative-far_out",
       says="You cut c z off at 20 and -20. The slope there is still 2e-9 away from its end: find a form that needs no cut.")
def derivative(name, z, c):
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return 1 / (1 + np.exp(-np.clip(c * z, -20, 20)))


@right("in terms of the activation")
def derivative(name, z, c):
    if name == "tanh":
        a = np.tanh(z)
        return (1 - a) * (1 + a)
    if name == "softplus":
        return -np.expm1(-np.logaddexp(0, c * z))
    if name == "elu":
        a = np.where(z > 0, 0, c * np.expm1(np.minimum(z, 0)))
        return np.where(z > 0, 1, a + c)
    return np.where(z > 0, 1, c if name == "leaky_relu" else 0)


@right("the sigmoid from tanh, tanh from the sigmoid")
def derivative(name, z, c):
    def sigmoid(t):
        return (1 + np.tanh(t / 2)) / 2
    if name == "tanh":
        return 4 * sigmoid(2 * z) * (1 - sigmoid(2 * z))
    if name == "softplus":
        return sigmoid(c * z)
    left = {"relu": 0, "leaky_relu": c, "elu": c * np.exp(np.minimum(z, 0))}[name]
    return np.where(z > 0, 1, left)


@right("masks that are assigned to, an overflow that does no harm")
def derivative(name, z, c):
    slope = np.ones(np.shape(z))
    left = z <= 0
    if name == "relu":
        slope[left] = 0
    elif name == "leaky_relu":
        slope[left] = c
    elif name == "elu":
        slope[left] = c * np.exp(z[left])
    elif name == "tanh":
        slope = np.cosh(z) ** -2.0
    else:
        slope = 1 / (1 + np.exp(-c * z))
    return slope


@right("one number after the other")
def derivative(name, z, c):
    def one(t):
        if name == "tanh":
            return 1 - np.tanh(t) ** 2
        if name == "softplus":
            e = np.exp(-c * abs(t))
            return 1 / (1 + e) if t > 0 else e / (1 + e)
        if t > 0:
            return 1.0
        return {"relu": 0.0, "leaky_relu": c, "elu": c * np.exp(t)}[name]
    return np.array([[one(t) for t in row] for row in np.atleast_2d(z)], dtype=float).reshape(np.shape(z))



# 6 collapse_at


@wrong("E2-PATCH-NO-CUT", breaks="collapse_at-visible",
       says="You fold the stack as if there were no ReLU. Cut off the units that are silent at x before each further layer.")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = W @ V, b @ V + c
    return W, b


@wrong("E2-PATCH-ONLY-W", breaks="collapse_at-visible",
       says="You cut the silent units out of W, but their biases still take part. A silent unit hands on 0, bias included.")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        on = x @ W + b > 0
        W, b = (W * on) @ V, b @ V + c
    return W, b


@wrong("E2-PATCH-ONLY-B", breaks="collapse_at-visible",
       says="You cut the silent units out of b, but their weights still take part. A silent unit hands on 0, whatever its inputs are.")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        on = x @ W + b > 0
        W, b = W @ V, (b * on) @ V + c
    return W, b


@wrong("E2-PATCH-INVERTED", breaks="collapse_at-visible",
       says="You keep the silent units and cut off the others. ReLU keeps what is above 0.")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        on = x @ W + b < 0
        W, b = (W * on) @ V, (b * on) @ V + c
    return W, b


@wrong("E2-PATCH-CUT-BIAS-RELU", breaks="collapse_at-visible",
       says="You put W and b through ReLU by themselves. Whether a unit is silent is decided by its pre-activation x @ W + b, not by the signs of its weights.")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = np.maximum(W, 0) @ V, np.maximum(b, 0) @ V + c
    return W, b


@wrong("E2-PATCH-ROWS", breaks="collapse_at-visible",
       says="You cut rows of W, and those are inputs. A unit is a column of W: W[:, j], or W * on.")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        on = x @ W + b > 0
        W, b = (W * on[:, None]) @ V, (b * on) @ V + c
    return W, b


@wrong("E2-PATCH-VALUE", breaks="collapse_at-visible",
       says="In the place of b you return the network's answer at x. The bias is what is left of it when x @ W is taken away.")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        on = x @ W + b > 0
        W, b = (W * on) @ V, (b * on) @ V + c
    return W, x @ W + b


@wrong("E2-PATCH-SCALED", breaks="collapse_at-visible",
       says="You multiply by the values of ReLU at x. ReLU multiplies by 1 where a unit is not silent, and by 0 where it is.")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        on = np.maximum(x @ W + b, 0)
        W, b = (W * on) @ V, (b * on) @ V + c
    return W, b


@wrong("E2-PATCH-IN-PLACE", breaks="collapse_at-visible",
       says="You write zeros into the caller's weights. W * on makes a new matrix.")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        on = x @ W + b > 0
        W[:, ~on] = 0
        W, b = W @ V, (b * on) @ V + c
    return W, b


@wrong("E2-PATCH-IN-PLACE-BIAS", breaks="collapse_at-visible",
       says="You cut the silent units out of the caller's biases with *=, so they are changed afterwards. b * on makes a new array.")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        on = x @ W + b > 0
        b *= on
        W, b = (W * on) @ V, b @ V + c
    return W, b


@wrong("E2-PATCH-NO-BIAS", breaks="collapse_at-any_depth",
       says="You decide by x @ W which units are silent and leave out b. The pre-activation is x @ W + b.")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        on = x @ W > 0
        W, b = (W * on) @ V, (b * on) @ V + c
    return W, b


@wrong("E2-PATCH-LAST-RELU", breaks="collapse_at-any_depth",
       says="You cut off outputs too, where they are negative. There is no ReLU after the last layer.")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        on = x @ W + b > 0
        W, b = (W * on) @ V, (b * on) @ V + c
    on = x @ W + b > 0
    return W * on, b * on


@wrong("E2-PATCH-FIRST-LAYER", breaks="collapse_at-any_depth",
       says="You cut off silent units in the first hidden layer only. Every hidden layer has its own.")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    on = x @ W + b > 0
    W, b = W * on, b * on
    for V, c in zip(weights[1:], biases[1:]):
        W, b = W @ V, b @ V + c
    return W, b


@wrong("E2-PATCH-ONE-HIDDEN", breaks="collapse_at-any_depth",
       says="Your network has one hidden layer only: the first two layers are folded, the others forgotten.")
def collapse_at(x, weights, biases):
    on = x @ weights[0] + biases[0] > 0
    return (weights[0] * on) @ weights[1], (biases[0] * on) @ weights[1] + biases[1]


@wrong("E2-PATCH-PLAIN-SIGNAL", breaks="collapse_at-any_depth",
       says="To find the silent units you send x through the layers without ReLU. Deeper units see the activations, with the silent ones at 0.")
def collapse_at(x, weights, biases):
    W, b, signal = weights[0], biases[0], x @ weights[0] + biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        on = signal > 0
        W, b, signal = (W * on) @ V, (b * on) @ V + c, signal @ V + c
    return W, b


@right("the rows of the next layer")
def collapse_at(x, weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        V = np.where((x @ W + b > 0)[:, None], V, 0)
        W, b = W @ V, b @ V + c
    return W, b


@right("silent units taken out, then the stack folded from behind")
def collapse_at(x, weights, biases):
    kept, signal = [], x
    for W, b in zip(weights[:-1], biases[:-1]):
        z = signal @ W + b
        signal, D = np.maximum(z, 0), np.diag((z > 0).astype(float))
        kept.append((W @ D, b @ D))
    W, b = weights[-1], biases[-1]
    for V, c in reversed(kept):
        W, b = V @ W, c @ W + b
    return W, b


@right("columns set to 0 in copies, b from the answer at x")
def collapse_at(x, weights, biases):
    W, a = np.eye(len(x)), x
    for V, c in zip(weights[:-1], biases[:-1]):
        W, z = W @ V, a @ V + c
        W[:, z <= 0] = 0
        a = np.where(z > 0, z, 0)
    W = W @ weights[-1]
    return W.tolist(), a @ weights[-1] + biases[-1] - x @ W



# 7 two_states


@wrong("E2-STATES-EXCHANGED", breaks="two_states-visible",
       says="Your rows are exchanged. The first is n sigmoid(z), which grows with z.")
def two_states(z, n):
    return n / (1 + np.exp(np.array([z, -z])))


@wrong("E2-STATES-COLUMNS", breaks="two_states-visible",
       says="Your states are columns. The result has shape (2, N): a row for each state.")
def two_states(z, n):
    return n / (1 + np.exp(np.column_stack([-z, z])))


@wrong("E2-STATES-PROBABILITIES", breaks="two_states-visible",
       says="You return probabilities. Multiply them by the n molecules.")
def two_states(z, n):
    return 1 / (1 + np.exp(np.array([-z, z])))


@wrong("E2-STATES-WHOLE", breaks="two_states-visible",
       says="You round to whole molecules. These are averages: they need not be whole, and each should have 12 digits.")
def two_states(z, n):
    return np.round(n / (1 + np.exp(np.array([-z, z]))))


@wrong("E2-STATES-ONE-ROW", breaks="two_states-visible",
       says="You return the folded ones only. The open ones are the second row.")
def two_states(z, n):
    return n / (1 + np.exp(-z))


@wrong("E2-STATES-NO-ONE", breaks="two_states-visible",
       says="Your second row is n e^(-z), which is near the truth only far to the right. With the 1 in the denominator the two rows add up to n.")
def two_states(z, n):
    return n * np.array([1 / (1 + np.exp(-z)), np.exp(-z)])


@wrong("E2-STATES-IN-PLACE", breaks="two_states-visible",
       says="You turn the sign of the caller's z with *=. Make a new array, -z.")
def two_states(z, n):
    first = n / (1 + np.exp(-z))
    z *= -1
    return np.array([first, n / (1 + np.exp(-z))])


@wrong("E2-STATES-SUBTRACT", breaks="two_states-far_out",
       says="Your second row is n (1 - sigmoid(z)) as it is written. For z = 40 the sigmoid is rounded to 1, and no digit is left: use sigmoid(-z).")
def two_states(z, n):
    p = 1 / (1 + np.exp(-z))
    return n * np.array([p, 1 - p])


@wrong("E2-STATES-SUBTRACT-BOTH", breaks="two_states-far_out",
       says="You subtract in both rows, so each loses its digits on the side where it is rare. Compute each as a sigmoid of its own.")
def two_states(z, n):
    return n * np.array([1 - 1 / (1 + np.exp(z)), 1 - 1 / (1 + np.exp(-z))])


@wrong("E2-STATES-TANH", breaks="two_states-far_out",
       says="(1 + tanh(z/2)) / 2 is the sigmoid, but far to the left tanh is rounded to -1, and 1 + tanh to 0. Use exponentials here.")
def two_states(z, n):
    return n * (1 + np.tanh(np.array([z, -z]) / 2)) / 2


@wrong("E2-STATES-NAN", breaks="two_states-far_out",
       says="e^z / (1 + e^z) is infinity divided by infinity at z = 1000. Divide numerator and denominator by e^z.")
def two_states(z, n):
    t = np.array([z, -z])
    return n * np.exp(t) / (1 + np.exp(t))


@wrong("E2-STATES-CUT-Z", breaks="two_states-far_out",
       says="You cut z off at 30 and -30 against overflow. Then the rare state never falls below 1e-13, and most of its digits are wrong.")
def two_states(z, n):
    return n / (1 + np.exp(-np.clip(np.array([z, -z]), -30, 30)))


@wrong("E2-STATES-CUT-P", breaks="two_states-far_out",
       says="You keep the probabilities away from 0 and 1 by 1e-12. That invents molecules: the rare state is far rarer than that.")
def two_states(z, n):
    return n * np.clip(1 / (1 + np.exp(np.array([-z, z]))), 1e-12, 1 - 1e-12)


@wrong("E2-STATES-HALF-STABLE", breaks="two_states-far_out",
       says="Your common state is right, but the rare one is what is left of n. Left-overs have no digits: compute it from e^(-|z|).")
def two_states(z, n):
    common = n / (1 + np.exp(-np.abs(z)))
    rare = n - common
    return np.where(z > 0, [common, rare], [rare, common])


@right("as it is written, with the sign turned")
def two_states(z, n):
    return n * np.array([1 / (1 + np.exp(-z)), 1 / (1 + np.exp(z))])


@right("only exponentials of negative numbers")
def two_states(z, n):
    e = np.exp(-np.abs(z))
    common, rare = n / (1 + e), n * e / (1 + e)
    return np.where(z >= 0, [common, rare], [rare, common])


@right("one number after the other")
def two_states(z, n):
    rows = np.zeros((2, len(z)))
    for i, t in enumerate(z):
        for row, s in enumerate((t, -t)):
            rows[row, i] = n / (1 + np.exp(-s)) if s > 0 else n * np.exp(s) / (1 + np.exp(s))
    return rows


@right("the slope of softplus, by logarithms")
def two_states(z, n):
    t = np.stack([z, -z])
    return n * np.exp(-np.maximum(-t, 0) - np.log1p(np.exp(-abs(t))))



# 8 sigmoid_network


@wrong("E2-SWAP-HALVED", breaks="sigmoid_network-visible",
       says="You go the lecture's way, from sigmoid to tanh. Here tanh is given: solve the identity for it, and halves become doubles.")
def sigmoid_network(W1, b1, W2, b2):
    return W1 / 2, b1 / 2, W2 / 2, b2 + W2.sum(axis=0) / 2


@wrong("E2-SWAP-NO-SHIFT", breaks="sigmoid_network-visible",
       says="Your c2 is b2. A tanh is twice a sigmoid minus 1, and that 1 goes through W2.")
def sigmoid_network(W1, b1, W2, b2):
    return 2 * W1, 2 * b1, 2 * W2, b2


@wrong("E2-SWAP-SHIFT-UP", breaks="sigmoid_network-visible",
       says="Your shift has the wrong sign. Since tanh is twice a sigmoid minus 1, the sums of W2 are subtracted from b2.")
def sigmoid_network(W1, b1, W2, b2):
    return 2 * W1, 2 * b1, 2 * W2, b2 + W2.sum(axis=0)


@wrong("E2-SWAP-SHIFT-ONE", breaks="sigmoid_network-visible",
       says="You subtract 1 from each output. The 1 belongs to each hidden unit and goes through W2: its sums are subtracted.")
def sigmoid_network(W1, b1, W2, b2):
    return 2 * W1, 2 * b1, 2 * W2, b2 - 1


@wrong("E2-SWAP-SHIFT-DOUBLE", breaks="sigmoid_network-visible",
       says="You subtract the sums of the doubled W2. In 2 sigmoid - 1 only the sigmoid is doubled, the 1 is not.")
def sigmoid_network(W1, b1, W2, b2):
    return 2 * W1, 2 * b1, 2 * W2, b2 - 2 * W2.sum(axis=0)


@wrong("E2-SWAP-SHIFT-HALF", breaks="sigmoid_network-visible",
       says="You subtract half the sums of W2. In tanh(u) = 2 sigmoid(2u) - 1 the constant is a whole 1.")
def sigmoid_network(W1, b1, W2, b2):
    return 2 * W1, 2 * b1, 2 * W2, b2 - W2.sum(axis=0) / 2


@wrong("E2-SWAP-SHIFT-TOTAL", breaks="sigmoid_network-visible",
       says="You subtract the sum of all of W2 from every output. Each output has its own sum, over its column.")
def sigmoid_network(W1, b1, W2, b2):
    return 2 * W1, 2 * b1, 2 * W2, b2 - W2.sum()


@wrong("E2-SWAP-SHIFT-ROWS", breaks="sigmoid_network-visible",
       says="You sum over the outputs. The constants of the hidden units add up, so sum over the rows of W2: axis=0.")
def sigmoid_network(W1, b1, W2, b2):
    return 2 * W1, 2 * b1, 2 * W2, b2 - W2.sum(axis=1)


@wrong("E2-SWAP-W2-KEPT", breaks="sigmoid_network-visible",
       says="Your W2 is not doubled. A sigmoid is only half as tall as a tanh.")
def sigmoid_network(W1, b1, W2, b2):
    return 2 * W1, 2 * b1, W2, b2 - W2.sum(axis=0)


@wrong("E2-SWAP-W2-KEPT-HALF", breaks="sigmoid_network-visible",
       says="Your networks agree at 0 but not far out: a sigmoid is only half as tall as a tanh, so W2 is doubled too.")
def sigmoid_network(W1, b1, W2, b2):
    return 2 * W1, 2 * b1, W2, b2 - W2.sum(axis=0) / 2


@wrong("E2-SWAP-B2-DOUBLED", breaks="sigmoid_network-visible",
       says="You double b2 as well. Only what a sigmoid multiplies is doubled; b2 stands alone.")
def sigmoid_network(W1, b1, W2, b2):
    return 2 * W1, 2 * b1, 2 * W2, 2 * b2 - W2.sum(axis=0)


@wrong("E2-SWAP-IN-PLACE", breaks="sigmoid_network-visible",
       says="You double the caller's arrays with *=. Make new ones: 2 * W1.")
def sigmoid_network(W1, b1, W2, b2):
    shift = W2.sum(axis=0)
    W1 *= 2
    b1 *= 2
    W2 *= 2
    return W1, b1, W2, b2 - shift


@wrong("E2-SWAP-IN-PLACE-B2", breaks="sigmoid_network-visible",
       says="You take the sums away from the caller's b2 with -=, so it is changed afterwards. Make a new array.")
def sigmoid_network(W1, b1, W2, b2):
    b2 -= W2.sum(axis=0)
    return 2 * W1, 2 * b1, 2 * W2, b2


@wrong("E2-SWAP-W1-KEPT", breaks="sigmoid_network-every_input",
       says="What enters your sigmoids is what entered the tanh. tanh(u) is 2 sigmoid(2u) - 1: the input is doubled too.")
def sigmoid_network(W1, b1, W2, b2):
    return W1, b1, 2 * W2, b2 - W2.sum(axis=0)


@wrong("E2-SWAP-W1-HALVED", breaks="sigmoid_network-every_input",
       says="You halve what enters the sigmoids. That is the identity read from sigmoid to tanh; from tanh to sigmoid it is doubled.")
def sigmoid_network(W1, b1, W2, b2):
    return W1 / 2, b1 / 2, 2 * W2, b2 - W2.sum(axis=0)


@wrong("E2-SWAP-B1-KEPT", breaks="sigmoid_network-every_input",
       says="You double W1 but not b1. The whole pre-activation X W1 + b1 is doubled.")
def sigmoid_network(W1, b1, W2, b2):
    return 2 * W1, b1, 2 * W2, b2 - W2.sum(axis=0)


@right("the other branch, with all signs turned")
def sigmoid_network(W1, b1, W2, b2):
    return -2 * W1, -2 * b1, -2 * W2, b2 + W2.sum(axis=0)


@right("loops and a row of ones")
def sigmoid_network(W1, b1, W2, b2):
    c2 = [b2[j] - sum(W2[i, j] for i in range(len(W2))) for j in range(len(b2))]
    return W1 + W1, b1 + b1, (2 * W2).tolist(), c2


@right("half of the units turned round")
def sigmoid_network(W1, b1, W2, b2):
    sign = np.where(np.arange(len(b1)) % 2 == 0, 1, -1)
    V2 = 2 * W2 * sign[:, None]
    return 2 * W1 * sign, 2 * b1 * sign, V2, b2 - np.ones(len(b1)) @ (V2 / 2)


RNG = np.random.default_rng(2)


def layers(*widths):
    """Weights and biases, in halves, of a stack of these widths."""
    return ([RNG.integers(-3, 4, widths[i:i + 2]) / 2 for i in range(len(widths) - 1)], [RNG.integers(1, 4, n) / 2 for n in widths[1:]])


WHOLE = np.array([[-2, 0, 3], [1, -1, 2]])
FRACTIONS = np.array([-3.5, -1.25, -0.5, 0.0, 0.75, 2.5])
FAR = np.array([-1000.0, -100.0, 100.0, 1000.0])
NAMES = ("tanh", "relu", "leaky_relu", "elu", "softplus")

PROBES = {
    "collapse": [layers(2, 3, 1), layers(3, 3, 3, 3), layers(2, 4, 3, 2), layers(2, 2, 2, 2, 2), layers(3, 2)],
    "affine_witness": [
        ([(np.array([[1]]), np.array([-2]), "relu")], np.array([0]), np.array([4])),
        ([(np.array([[1, 2], [0, 1]]), np.array([3, 1]), "none")], np.array([-1, -1]), np.array([1, 1])),
        ([(np.array([[0.0]]), np.array([5.0]), "none")], np.array([-2.0]), np.array([2.0])),
        ([(np.array([[1.0]]), np.array([0.0]), "tanh")], np.array([-2.0]), np.array([2.0])),
        ([(np.array([[1.0]]), np.array([-0.95]), "relu")], np.array([0.0]), np.array([1.0])),
        ([(np.array([[1e-9]]), np.array([-3e-9]), "relu")], np.array([0.0]), np.array([8.0])),
        ([(np.array([[1.0]]), np.array([0.5]), "relu")], np.array([0.0]), np.array([7.0])),
        ([(np.array([[1.0, -1.0]]), np.zeros(2), "relu"), (np.array([[1.0, 1.0], [-1.0, 1.0]]), np.zeros(2), "none")], np.array([-1.0]), np.array([2.0])),
    ],
    "two_minima": [(np.array([[1, 2], [3, 4]]),), (np.array([[1.0, -2.0, 3.0], [0.5, 1.0, -1.0]]),), (np.array([[2.0], [1.0]]),)],
    "activation": [(name, z, c) for name in NAMES for z, c in [(WHOLE, 1), (FRACTIONS, 0.5), (WHOLE, 0.5), (FRACTIONS, 3.0), (FAR, 1)]]
    + [("softplus", np.array([-50.0, -35.0, -10.0, 35.0, 50.0]) / 1e-25, 1e-25)],
    "derivative": [(name, z, c) for name in NAMES for z, c in [(WHOLE, 1), (WHOLE, 0.5), (FRACTIONS, 3.0), (FAR, 1)]],
    "collapse_at": [
        (np.array([1, 2]), [np.array([[1, -1, 2], [1, 1, -2]]), np.array([[1], [2], [4]])], [np.array([0, 1, 1]), np.array([-1])]),
        (np.array([0.5, -1.25]), *layers(2, 4, 3, 2)),
        (np.array([-0.75, 0.5, 1.25]), *layers(3, 3, 3, 3)),
        (np.array([1.5, 0.75]), *layers(2, 6, 6, 6, 3)),
    ],
    "two_states": [(np.array([0, 2, -1]), 100), (np.array([-40.0, -30.0, -5.0, 5.0, 35.0, 40.0]), 1e24), (np.array([-1000.0, -700.0, 700.0, 1000.0]), 10.0)],
    "sigmoid_network": [
        (np.array([[1, 3]]), np.array([1, 2]), np.array([[3, 0, 1], [2, 1, 1]]), np.array([5, 0, 1])),
        (np.array([[1.5, -0.5], [0.25, 2.0]]), np.array([0.5, -1.0]), np.array([[1.0, -2.0], [0.5, 3.0]]), np.array([0.25, 1.0])),
    ],
}
