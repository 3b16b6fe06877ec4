"""E8: wrong answers that students write, with the sentence that helps, and right ones in other styles."""
# ruff: noqa: B007, RUF005, RUF007   (answers are written as students write them)
import numpy as np

from course_lib.grading.misconceptions import right, wrong

# 1 fit


@wrong("E8-FIT-NO-SLOPE", breaks="fit-visible",
       says="Your delta passes the hidden layers without the slope of tanh. Multiply it by 1 - A ** 2 there.")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers


@wrong("E8-FIT-SLOPE-OF-SIGMOID", breaks="fit-visible",
       says="Your slope is A (1 - A), that of the sigmoid. The hidden layers are tanh, with slope 1 - A ** 2.")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * A[k] * (1 - A[k])
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers


@wrong("E8-FIT-UPHILL", breaks="fit-visible",
       says="Your steps go uphill, so the loss grows. Parameters move against their gradient.")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v += 0.2 * g
                p += v
    return layers


@wrong("E8-FIT-PAIRS", breaks="fit-visible",
       says="You shuffle the points without their labels, so each point gets another's class. Use the same row numbers for X and y.")
def fit(X, y, layers, epochs, seed):
    X = X[np.random.default_rng(seed).permutation(len(X))]
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers


@wrong("E8-FIT-SUM", breaks="fit-visible",
       says="Your gradient is the sum over all samples, and your step was made for their mean: it is N times too large. Divide delta by N.")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y])
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers


@wrong("E8-FIT-TINY-STEP", breaks="fit-visible",
       says="Your step is so small that almost nothing is learned in the epochs that there are.")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.0002 * g
                p += v
    return layers


@wrong("E8-FIT-ONE-LAYER", breaks="fit-visible",
       says="You return the last layer only. The whole network comes back: a list of pairs (W, b).")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers[-1:]


@wrong("E8-FIT-LAST-LAYER", breaks="fit-long",
       says="Only your last layer learns; the hidden ones stay at random. delta goes on to every layer below.")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in [len(layers) - 1]:
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers


@wrong("E8-FIT-TWO-CLASSES", breaks="fit-three_arms",
       says="Your one-hot labels always have two columns. Take the number of classes from the last layer.")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(2)[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers


@wrong("E8-FIT-NO-BIASES", breaks="fit-opposite_arms",
       says="Your biases stay at 0. Then tanh networks give odd scores, and opposite points of one class cannot both be right.")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W,), speeds[k], (dW,)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers


@wrong("E8-FIT-THREE-PAIRS", breaks="fit-three_hidden_layers",
       says="You count on exactly three pairs (W, b). Networks may have more: loop over the layers.")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    (W1, b1), (W2, b2), (W3, b3) = layers
    layers = [(W1, b1), (W2, b2), (W3, b3)]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers


@wrong("E8-FIT-SLOPE-ABOVE", breaks="fit-visible",
       says="You take the slope 1 - A ** 2 from the wrong layer: delta for layer k - 1 needs A[k], the output that it produced.")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[max(k - 1, 1)] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers


@wrong("E8-FIT-IN-PLACE", breaks="fit-start_kept",
       says="You train the very arrays that you were given, so the caller's start is lost. Copy W and b first.")
def fit(X, y, layers, epochs, seed):
    layers = list(layers)
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers


@wrong("E8-FIT-EPOCHS", breaks="fit-start_kept",
       says="You always train for 400 epochs, whatever is asked for. Count with the argument epochs.")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(400):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers


@wrong("E8-FIT-OWN-START", breaks="fit-start_kept",
       says="You start from layers of your own. Training begins at the layers that are given, so with 0 epochs they come back.")
def fit(X, y, layers, epochs, seed):
    layers = start([len(layers[0][0])] + [len(b) for _, b in layers], np.random.default_rng(seed))
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers


@wrong("E8-FIT-STEP-TOO-SMALL", breaks="fit-long",
       says="On the longest spiral your loss still falls when the epochs end: the step is too small for so short a training. Enlarge it, or use momentum or Adam.")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            W -= 0.2 * dW
            b -= 0.2 * db
    return layers


@wrong("E8-FIT-BLOCKS", breaks="fit-uneven",
       says="You cut the points into blocks of equal size, which works only if the size divides their number. Let the last batch be smaller.")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        halves = np.arange(len(X)).reshape(2, -1)
        X, y = X[halves].reshape(-1, X.shape[1]), y[halves].reshape(-1)
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.2 * g
                p += v
    return layers


@right("Adam, full batch, parameters in one list")
def fit(X, y, layers, epochs, seed):
    rng = np.random.default_rng(seed)
    parameters = [p.copy() for pair in layers for p in pair]
    m, v, t = [0 * p for p in parameters], [0 * p for p in parameters], 0
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for first in range(0, len(X), 1000):
            rows = order[first:first + 1000]
            H = [X[rows]]
            for k in range(0, len(parameters) - 2, 2):
                H.append(np.tanh(np.dot(H[-1], parameters[k]) + parameters[k + 1]))
            P = np.dot(H[-1], parameters[-2]) + parameters[-1]
            P = np.exp(P - P.max(axis=1)[:, None])
            P /= P.sum(axis=1)[:, None]
            P[np.arange(len(rows)), y[rows]] -= 1
            delta, gradients = P / len(rows), []
            for k in range(len(H) - 1, -1, -1):
                gradients = [H[k].T.dot(delta), np.ones(len(rows)).dot(delta)] + gradients
                delta = delta.dot(parameters[2 * k].T) * (1 - H[k]) * (1 + H[k])
            t += 1
            for p, g, a, s in zip(parameters, gradients, m, v):
                a += 0.1 * (g - a)
                s += 0.001 * (g * g - s)
                p -= 0.02 * (a / (1 - 0.9 ** t)) / (np.sqrt(s / (1 - 0.999 ** t)) + 1e-8)
    return list(zip(parameters[::2], parameters[1::2]))


@right("Adam, batches of 40 at most")
def fit(X, y, layers, epochs, seed):
    rng = np.random.default_rng(seed)
    parameters = [p.copy() for pair in layers for p in pair]
    m, v, t = [0 * p for p in parameters], [0 * p for p in parameters], 0
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for first in range(0, len(X), 40):
            rows = order[first:first + 40]
            H = [X[rows]]
            for k in range(0, len(parameters) - 2, 2):
                H.append(np.tanh(np.dot(H[-1], parameters[k]) + parameters[k + 1]))
            P = np.dot(H[-1], parameters[-2]) + parameters[-1]
            P = np.exp(P - P.max(axis=1)[:, None])
            P /= P.sum(axis=1)[:, None]
            P[np.arange(len(rows)), y[rows]] -= 1
            delta, gradients = P / len(rows), []
            for k in range(len(H) - 1, -1, -1):
                gradients = [H[k].T.dot(delta), np.ones(len(rows)).dot(delta)] + gradients
                delta = delta.dot(parameters[2 * k].T) * (1 - H[k]) * (1 + H[k])
            t += 1
            for p, g, a, s in zip(parameters, gradients, m, v):
                a += 0.1 * (g - a)
                s += 0.001 * (g * g - s)
                p -= 0.01 * (a / (1 - 0.9 ** t)) / (np.sqrt(s / (1 - 0.999 ** t)) + 1e-8)
    return list(zip(parameters[::2], parameters[1::2]))


@right("mini-batches with momentum")
def fit(X, y, layers, epochs, seed):
    rng = np.random.default_rng(seed)
    parameters = [p.copy() for pair in layers for p in pair]
    m, v, t = [0 * p for p in parameters], parameters, 0
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for first in range(0, len(X), 40):
            rows = order[first:first + 40]
            H = [X[rows]]
            for k in range(0, len(parameters) - 2, 2):
                H.append(np.tanh(np.dot(H[-1], parameters[k]) + parameters[k + 1]))
            P = np.dot(H[-1], parameters[-2]) + parameters[-1]
            P = np.exp(P - P.max(axis=1)[:, None])
            P /= P.sum(axis=1)[:, None]
            P[np.arange(len(rows)), y[rows]] -= 1
            delta, gradients = P / len(rows), []
            for k in range(len(H) - 1, -1, -1):
                gradients = [H[k].T.dot(delta), np.ones(len(rows)).dot(delta)] + gradients
                delta = delta.dot(parameters[2 * k].T) * (1 - H[k]) * (1 + H[k])
            t += 1
            for p, g, a, s in zip(parameters, gradients, m, v):
                a *= 0.9
                a += g
                p -= 0.1 * a
    return list(zip(parameters[::2], parameters[1::2]))


@right("full batch with momentum, step 0.3")
def fit(X, y, layers, epochs, seed):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = A[-1] @ layers[-1][0] + layers[-1][1]
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            dW, db = A[k].T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - A[k] ** 2)
            for p, v, g in zip((W, b), speeds[k], (dW, db)):
                v *= 0.9
                v -= 0.3 * g
                p += v
    return layers


# 2 accepts


@wrong("E8-TEST-ALL", breaks="accepts-visible",
       says="You accept every candidate. Compare with nudges, and return False as soon as something is wrong.")
def accepts(candidate):
    return True


@wrong("E8-TEST-NONE", breaks="accepts-visible",
       says="You refuse every candidate. A right one differs from nudges only by rounding.")
def accepts(candidate):
    return False


@wrong("E8-TEST-EXACT", breaks="accepts-visible",
       says="You want equality to the last digit. Differences carry rounding errors: allow 1e-6 (1 + g).")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 6, 1, 0.3), ((2, 3, 5, 4), 1, 1, 0.7), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if not np.array_equal(found, expected):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@wrong("E8-TEST-TIGHT", breaks="accepts-visible",
       says="Your limit is below the rounding of central differences, so right candidates are refused. The contract allows 1e-6 (1 + g).")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 6, 1, 0.3), ((2, 3, 5, 4), 1, 1, 0.7), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if not np.abs(found - expected).max() <= 1e-15 * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@wrong("E8-TEST-WEIGHTS-ONLY", breaks="accepts-visible",
       says="You compare the gradients of the weights only. Each layer has a db too.")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 6, 1, 0.3), ((2, 3, 5, 4), 1, 1, 0.7), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for p, _ in nudges(layers, X, y, lam)])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for p, _ in ask(candidate, layers, X, y, lam)])
            if not np.abs(found - expected).max() <= 1e-6 * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@wrong("E8-TEST-DIRECTION", breaks="accepts-visible",
       says="You compare directions only, so a gradient of another size passes. Compare the entries themselves.")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 6, 1, 0.3), ((2, 3, 5, 4), 1, 1, 0.7), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            found = found * (np.abs(expected).max() / np.abs(found).max())
            if not np.abs(found - expected).max() <= 1e-6 * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@wrong("E8-TEST-NOT-THE-MEAN", breaks="accepts-mean",
       says="All your cases have a single sample, where sum and mean are the same. Use several.")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 1, 1, 0.3), ((3, 4), 1, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if not np.abs(found - expected).max() <= 1e-6 * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@wrong("E8-TEST-SHALLOW", breaks="accepts-depth",
       says="None of your networks has more than one hidden layer, so mistakes that begin with the second are not seen.")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 2), 6, 1, 0.3), ((2, 3, 4), 1, 1, 0.7), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if not np.abs(found - expected).max() <= 1e-6 * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@wrong("E8-TEST-NO-LAMBDA", breaks="accepts-regulariser",
       says="Your lam is always 0, so the regulariser is never tested.")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 6, 1, 0), ((2, 3, 5, 4), 1, 1, 0), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if not np.abs(found - expected).max() <= 1e-6 * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@wrong("E8-TEST-ZERO-BIASES", breaks="accepts-regulariser",
       says="All your biases are 0, so a regulariser on them is not seen. Draw them at random too.")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 6, 1, 0.3), ((2, 3, 5, 4), 1, 1, 0.7), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), np.zeros(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if not np.abs(found - expected).max() <= 1e-6 * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@wrong("E8-TEST-ASKS-ONCE", breaks="accepts-asked_again",
       says="You ask only once, so a candidate that adds up over its calls passes. Ask the same again.")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 6, 1, 0.3), ((2, 3, 5, 4), 1, 1, 0.7), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(1):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if not np.abs(found - expected).max() <= 1e-6 * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@wrong("E8-TEST-NO-COPIES", breaks="accepts-asked_again",
       says="You do not notice when a candidate changes the layers. Compare them with copies made before: a second name for an array changes with it.")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 6, 1, 0.3), ((2, 3, 5, 4), 1, 1, 0.7), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        before = list(layers)
        for _ in range(2):
            expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if not np.abs(found - expected).max() <= 1e-6 * (1 + np.abs(expected).max()):
                return False
        if not all(W is V and b is c for (W, b), (V, c) in zip(layers, before)):
            return False
    return True


@wrong("E8-TEST-MANY-SAMPLES", breaks="accepts-one_sample",
       says="None of your cases has a single sample, where some gradients go wrong. Try N = 1.")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 6, 1, 0.3), ((2, 3, 5, 4), 2, 1, 0.7), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if not np.abs(found - expected).max() <= 1e-6 * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@wrong("E8-TEST-SMALL", breaks="accepts-large",
       says="All your numbers are small, so clipping and overflow are not seen. Try large X.")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 6, 1, 0.3), ((2, 3, 5, 4), 1, 1, 0.7)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if not np.abs(found - expected).max() <= 1e-6 * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@wrong("E8-TEST-NAN", breaks="accepts-large",
       says="A candidate that gives NaN passes. Either no score in your cases is above 710, or your comparison 'error > limit' is False with NaN: "
            "ask 'not error <= limit'.")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 6, 1, 0.3), ((2, 3, 5, 4), 1, 1, 0.7), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if np.abs(found - expected).max() > 1e-6 * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@wrong("E8-TEST-SIGNED", breaks="accepts-large",
       says="You take the largest difference with its sign, so a gradient that is nowhere too large passes. Compare absolute values.")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 6, 1, 0.3), ((2, 3, 5, 4), 1, 1, 0.7), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if not (found - expected).max() <= 1e-6 * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@wrong("E8-TEST-LOOSE", breaks="accepts-large",
       says="Cut-off gradients pass. Either your large case has no large entry (behind a tanh large X gives none), or your limit is looser than "
            "1e-6 (1 + g).")
def accepts(candidate):
    rng = np.random.default_rng(0)
    for sizes, N, size, lam in [((3, 4, 4, 2), 6, 1, 0.3), ((2, 3, 5, 4), 1, 1, 0.7), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if not np.abs(found - expected).max() <= (1e-6 if size == 1 else 0.999) * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@right("lists of arrays, one by one")
def accepts(candidate):
    rng = np.random.default_rng(5)
    for depth in (1, 2, 3, 4):
        for N in (1, 2, 7):
            for size, lam in ((1, 0.5), (1000, 0.0)):
                sizes = [3] * depth + [4]
                layers = start(sizes, rng)
                layers = [(3 * W, rng.uniform(-1, 1, len(b))) for W, b in layers]
                X, y = rng.uniform(-size, size, (N, 3)), rng.integers(4, size=N)
                kept = [(W.copy(), b.copy()) for W, b in layers]
                right_one = nudges(layers, X, y, lam)
                largest = max(np.abs(p).max() for pair in right_one for p in pair)
                answers = [ask(candidate, layers, X, y, lam), ask(candidate, layers, X, y, lam)]
                for answer in answers:
                    for mine, theirs in zip(right_one, answer):
                        for p, q in zip(mine, theirs):
                            if p.shape != q.shape or np.isnan(q).any() or np.any(np.abs(p - q) > 3e-6 * (1 + largest)):
                                return False
                if any((W != V).any() or (b != c).any() for (W, b), (V, c) in zip(layers, kept)):
                    return False
    return True


@right("a looser limit, other cases")
def accepts(candidate):
    rng = np.random.default_rng(11)
    for sizes, N, size, lam in [((2, 3, 3, 3, 2), 4, 2, 2), ((2, 3, 5, 4), 1, 1, 0.7), ((3, 4), 6, 1000, 0)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        expected = np.concatenate([p.ravel() for pair in nudges(layers, X, y, lam) for p in pair])
        before = [array.copy() for pair in layers for array in pair]
        for _ in range(2):
            found = np.concatenate([p.ravel() for pair in ask(candidate, layers, X, y, lam) for p in pair])
            if not np.abs(found - expected).max() <= 1e-3 * (1 + np.abs(expected).max()):
                return False
        if not all(map(np.array_equal, before, [array for pair in layers for array in pair])):
            return False
    return True


@right("fresh copies for every question")
def accepts(candidate):
    def case(seed, sizes, N, size, lam):
        rng = np.random.default_rng(seed)
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in zip(sizes, sizes[1:])]
        return layers, rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N), lam

    def flat(pairs):
        return np.concatenate([p.ravel() for pair in pairs for p in pair])

    for given in [(1, (2, 5, 4, 3), 5, 1, 1.0), (2, (4, 3), 1, 1, 0.5), (3, (3, 3), 4, 800, 0), (4, (3, 5), 2, 900, 0)]:
        expected = flat(nudges(*case(*given)))
        for _ in range(3):
            asked = case(*given)
            found = flat(ask(candidate, *asked))
            if not np.allclose(found, expected, rtol=0, atol=1e-5 * (1 + np.abs(expected).max())):
                return False
            if not np.array_equal(flat(asked[0]), flat(case(*given)[0])):
                return False
    return True


# 3 diagnose


@wrong("E8-WARD-TABLE", breaks="diagnose-steps",
       says="You look the record up among those in RUNS. The hidden records are fresh ones: ask questions about the numbers.")
def diagnose(record):
    for name, known in RUNS.items():
        if np.array_equal(known["train"], record["train"]) and known["weights"][0] == record["weights"][0]:
            return name
    return "healthy"


@wrong("E8-WARD-HEALTHY", breaks="diagnose-visible",
       says="You find every run healthy.")
def diagnose(record):
    return "healthy"


@wrong("E8-WARD-END-ONLY", breaks="diagnose-visible",
       says="You look for too large a step in the last training loss. Such a run may come down again: take the largest.")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train[-1] > 1.35 * train[0]:
        return "step too large"
    if gradient[-1] > 0.6 * gradient[0]:
        return "step too small"
    if train[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    if test[-1] > 12 * train[-1]:
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-SILENT-FIRST", breaks="diagnose-visible",
       says="With all weights 0 all units are silent too, and you call that dead units. Ask for the weights first.")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] < 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > 1.35 * train[0]:
        return "step too large"
    if gradient[-1] > 0.6 * gradient[0]:
        return "step too small"
    if train[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    if test[-1] > 12 * train[-1]:
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-GRADIENT-0", breaks="diagnose-visible",
       says="You take a run that stands still for weights of 0. Dead units stand still too; look at the weights.")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if gradient[0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > 1.35 * train[0]:
        return "step too large"
    if gradient[-1] > 0.6 * gradient[0]:
        return "step too small"
    if train[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    if test[-1] > 12 * train[-1]:
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-SMALL-BY-LOSS", breaks="diagnose-steps",
       says="You look for too small a step in the training loss, and a slow run may have come down a good part. What stays is its gradient.")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > 1.35 * train[0]:
        return "step too large"
    if train[-1] > 0.9 * train[0]:
        return "step too small"
    if train[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    if test[-1] > 12 * train[-1]:
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-FIXED-GRADIENT", breaks="diagnose-steps",
       says="You compare the last gradient with a fixed number. Runs begin with gradients of all sizes: compare with the first one.")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > 1.35 * train[0]:
        return "step too large"
    if gradient[-1] > 0.5:
        return "step too small"
    if train[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    if test[-1] > 12 * train[-1]:
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-LARGE-AT-10", breaks="diagnose-steps",
       says="You call a step too large only if the loss grows to ten times its start. It is so from 1.5 times on.")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > 10 * train[0]:
        return "step too large"
    if gradient[-1] > 0.6 * gradient[0]:
        return "step too small"
    if train[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    if test[-1] > 12 * train[-1]:
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-ANY-RISE", breaks="diagnose-steps",
       says="You call a step too large as soon as the training loss is above its start. A healthy run may rise a little: the limit lies between 1.2 and 1.5 times.")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > train[0]:
        return "step too large"
    if gradient[-1] > 0.6 * gradient[0]:
        return "step too small"
    if train[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    if test[-1] > 12 * train[-1]:
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-FIXED-LOOK", breaks="diagnose-steps",
       says="You read the entry with number 8 of each record. Records have different lengths: the last entry is [-1].")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > 1.35 * train[0]:
        return "step too large"
    if gradient[8] > 0.6 * gradient[0]:
        return "step too small"
    if train[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    if test[-1] > 12 * train[-1]:
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-LN-3", breaks="diagnose-data",
       says="You compare with ln 3, what guessing costs with three classes. Records have other numbers of classes too: np.log(record['classes']).")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > 1.35 * train[0]:
        return "step too large"
    if gradient[-1] > 0.6 * gradient[0]:
        return "step too small"
    if train[-1] > 0.75 * np.log(3):
        return "labels mixed up"
    if test[-1] > 12 * train[-1]:
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-FIXED-LOSS", breaks="diagnose-data",
       says="You compare the last training loss with 0.5, whatever the number of classes. Compare with what guessing costs: np.log(record['classes']).")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > 1.35 * train[0]:
        return "step too large"
    if gradient[-1] > 0.6 * gradient[0]:
        return "step too small"
    if train[-1] > 0.5:
        return "labels mixed up"
    if test[-1] > 12 * train[-1]:
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-GAP", breaks="diagnose-data",
       says="You ask for a difference between test and training loss. With few classes all losses are small: compare their ratio.")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > 1.35 * train[0]:
        return "step too large"
    if gradient[-1] > 0.6 * gradient[0]:
        return "step too small"
    if train[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    if test[-1] > 0.75 + train[-1]:
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-MIXED-BY-TEST", breaks="diagnose-data",
       says="You look for mixed-up labels in the test loss, which also rises with too few samples. It is the training loss that stays high.")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > 1.35 * train[0]:
        return "step too large"
    if gradient[-1] > 0.6 * gradient[0]:
        return "step too small"
    if test[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    if test[-1] > 12 * train[-1]:
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-ALL-LOOKS", breaks="diagnose-visible",
       says="You compare test and training loss over all looks. At the start they are alike in every run: look at the end.")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > 1.35 * train[0]:
        return "step too large"
    if gradient[-1] > 0.6 * gradient[0]:
        return "step too small"
    if train[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    if (test > 12 * train).all():
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-START-LN", breaks="diagnose-network",
       says="You take a start at exactly what three classes cost for dead units. Other numbers of classes start elsewhere: look at how many units are silent.")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if abs(train[0] - 1.0986) < 1e-3:
        return "dead units"
    if train.max() > 1.35 * train[0]:
        return "step too large"
    if gradient[-1] > 0.6 * gradient[0]:
        return "step too small"
    if train[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    if test[-1] > 12 * train[-1]:
        return "too few samples"
    return "healthy"


@wrong("E8-WARD-UNITS-SILENT", breaks="diagnose-network",
       says="You want 16 silent units; the record holds their share, which is 1.")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"].sum() > 8:
        return "dead units"
    if train.max() > 1.35 * train[0]:
        return "step too large"
    if gradient[-1] > 0.6 * gradient[0]:
        return "step too small"
    if train[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    if test[-1] > 12 * train[-1]:
        return "too few samples"
    return "healthy"


@right("limits in other places")
def diagnose(record):
    train, test, gradient = record["train"], record["test"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > 1.49 * train[0]:
        return "step too large"
    if gradient[-1] > 0.69 * gradient[0]:
        return "step too small"
    if train[-1] > 0.42 * np.log(record["classes"]):
        return "labels mixed up"
    if test[-1] > 9 * train[-1]:
        return "too few samples"
    return "healthy"


@right("sorting out from the healthy side")
def diagnose(record):
    start, end = ({name: float(record[name][k]) for name in ("train", "test", "gradient", "weights", "silent")} for k in (0, -1))
    guess = np.log(record["classes"])
    if end["weights"] > 0 and start["silent"] < 1 and max(record["train"]) < 1.4 * start["train"]:
        if end["gradient"] >= 0.65 * start["gradient"]:
            return "step too small"
        if end["train"] >= 0.55 * guess:
            return "labels mixed up"
        return "healthy" if end["test"] <= 10 * end["train"] else "too few samples"
    if end["weights"] == 0:
        return "all weights 0"
    return "dead units" if start["silent"] >= 1 else "step too large"


@right("a list of signs")
def diagnose(record):
    first, last = record["train"][0], record["train"][-1]
    signs = [("all weights 0", not np.any(record["weights"])),
             ("dead units", np.all(record["silent"] == 1)),
             ("step too large", np.max(record["train"] / first) > 1.3),
             ("step too small", record["gradient"][-1] / (record["gradient"][0] + 1e-300) > 0.55),
             ("labels mixed up", last / np.log(record["classes"]) > 0.5),
             ("too few samples", record["test"][-1] / last > 13)]
    return next((name for name, seen in signs if seen), "healthy")


# The probes: small trainings; candidates as text; recorded runs

SLIP = """
def gradient(layers, X, y, lam):
    return [{} for k, ((dW, db), (W, b)) in enumerate(zip(nudges(layers, X, y, lam), layers))]
"""
SLIPS = ["(dW * (1 + 2 ** -52), db)",                                               # none: the last digit
         "(len(X) * (dW - lam * W) + lam * W, len(X) * db)",                        # a sum
         "(dW * (1 + (k < len(layers) - 2)), db)",                                  # wrong below the last hidden layer
         "(dW - lam * W, db)", "(dW, db + lam * b)",                                # no regulariser; one on the biases
         "(dW * (1 + (len(X) == 1)), db)",                                          # wrong for one sample
         "(np.minimum(dW, 5), db)", "(np.maximum(dW, -5), db)", "(dW / (np.abs(X).max() < 100), db)"]          # wrong for large numbers
ADDS_UP = """
def gradient(layers, X, y, lam, last=[None]):
    now = str([X, layers])
    again, last[0] = now == last[0], None if now == last[0] else now
    return [((1 + again) * dW, (1 + again) * db) for dW, db in nudges(layers, X, y, lam)]
"""
TIDIES_UP = """
def gradient(layers, X, y, lam):
    b = layers[-1][1]
    b -= b.mean()
    return nudges(layers, X, y, lam)
"""


def patient(fault, C, doublings, seed, size=1, lr=0.2):
    rng = np.random.default_rng(seed)
    lr = {"step too large": 6.0, "step too small": 0.0002}.get(fault, lr)
    y, y_test = np.arange(4 * C if fault == "too few samples" else 240) % C, np.arange(240) % C
    X, X_test = (2.2 * np.eye(8)[labels] + rng.standard_normal((len(labels), 8)) for labels in (y, y_test))
    if fault == "labels mixed up":
        y = rng.permutation(y)
    size = 0 if fault == "all weights 0" else size
    W1, W2 = size * 0.35 * rng.standard_normal((8, 16)), size * 0.25 * rng.standard_normal((16, C))
    b1, b2 = np.full(16, -40.0 if fault == "dead units" else 0.0), np.zeros(C)
    steps, looks = [0] + [2 ** k for k in range(doublings + 1)], []
    for step in range(steps[-1] + 1):
        A = np.maximum(X @ W1 + b1, 0)
        S = A @ W2 + b2
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(C)[y]) / len(y)
        back = delta @ W2.T * (A > 0)
        if step in steps:
            S_test = np.maximum(X_test @ W1 + b1, 0) @ W2 + b2
            looks.append([cross_entropy(S, y), cross_entropy(S_test, y_test), np.linalg.norm(X.T @ back), np.linalg.norm(W1),
                          np.mean(A.max(axis=0) <= 0)])
        W1, b1, W2, b2 = W1 - lr * X.T @ back, b1 - lr * back.sum(axis=0), W2 - lr * A.T @ delta, b2 - lr * delta.sum(axis=0)
    return {"classes": C, "steps": np.array(steps)} | dict(zip(("train", "test", "gradient", "weights", "silent"), np.array(looks).T, strict=True))


def cross_entropy(S, y):
    S = S - S.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(S).sum(axis=1)) - S[np.arange(len(y)), y])


def start(sizes, seed):
    rng = np.random.default_rng(seed)
    return [(rng.standard_normal((i, o)) / np.sqrt(i), np.zeros(o)) for i, o in zip(sizes, sizes[1:], strict=False)]


def points(n, seed):
    return np.random.default_rng(seed).uniform(-2, 2, (n, 2))


IN_RUNS = {"classes": 3, "steps": np.array([0, 1, 2, 4, 8, 16, 32, 64, 128]), "train": np.full(9, 1.099), "test": np.full(9, 1.099),
           "gradient": np.zeros(9), "weights": np.full(9, 3.701), "silent": np.ones(9)}
FAULTS = ("healthy", "step too large", "step too small", "all weights 0", "dead units", "labels mixed up", "too few samples")

PROBES = {
    "fit": [(points(6, 1), np.array([0, 1, 1, 0, 1, 0]), start([2, 3, 3, 2], 1), 3, 0), (points(6, 1), np.array([0, 1, 1, 0, 1, 0]), start([2, 3, 3, 2], 1), 0, 0),
            (points(5, 2), np.array([0, 1, 2, 0, 2]), start([2, 3, 2, 3], 2), 2, 1), (points(6, 3), np.array([0, 1, 0, 1, 1, 0]), start([2, 3, 3, 3, 2], 3), 2, 1)],
    "accepts": [(candidate,) for candidate in ("nudges", "finer nudges", "twice", "no biases", *map(SLIP.format, SLIPS), ADDS_UP, TIDIES_UP)],
    "diagnose": [(IN_RUNS,), (patient("step too small", 2, 9, 8308),), (patient("step too small", 4, 7, 1, size=0.4),),
                 (patient("healthy", 2, 7, 8336, lr=0.8),), (patient("healthy", 5, 5, 1),)] + [(patient(fault, C, doublings, 40 + C),) for C, doublings in ((2, 9), (2, 7), (3, 7), (5, 8), (2, 5))
                 for fault in FAULTS if doublings > 5 or fault in ("all weights 0", "dead units", "step too small")],
}
