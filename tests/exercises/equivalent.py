"""Mutants that lose nothing: by set, why they do the same as far as the contract speaks, and the changes of which that is so."""
EQUIVALENT = {
    "E1": {
        "the dot product of two vectors does not care about their order": [
            "threshold_unit: return 1 if w @ x + b >= 0 else -1  =>  return 1 if x @ w + b >= 0 else -1",
            "perceptron_train: if label * (w @ x + b) <= 0:  =>  if label * (x @ w + b) <= 0:",
        ],
        "sums of n answers are 2 apart, and a threshold may lie anywhere between two of them": [
            "gate: return (w, n - 1)  =>  return (w, n - 2)",
            "gate: return (w, 1 - n)  =>  return (w, 0 - n)",
            "gate: return (-w, n - 1)  =>  return (-w, n - 2)",
        ],
        "the two hidden answers sum to 0 or 2, and at 0 a unit fires": [
            "xor_net: return (W, b, np.array([1, 1]), -1)  =>  return (W, b, np.array([1, 1]), -2)",
        ],
        "there are as many labels as points": [
            "perceptron_train: for x, label in zip(X, y, strict=True):  =>  for x, label in zip(X, y):",
            "perceptron_train: for x, label in zip(X, y, strict=True):  =>  for x, label in zip(X, y, strict=False):",
        ],
        "an epoch without mistakes changes nothing, nor do those after it": [
            "perceptron_train: if mistakes == before:  =>  nothing",
            "perceptron_train: break  =>  nothing",
        ],
    },
    "E3": {
        "a column has one entry in each row, the first and the last": [
            "masked_cross_entropy: loss = np.mean(np.log(mass[:, 0]) - S[np.arange(N), y])  =>  loss = np.mean(np.log(mass[:, -1]) - S[np.arange(N), y])",
        ],
        "this logarithm is multiplied by a probability of 0": [
            "kl_from_scores: log_p = np.log(np.where(P > 0, P, 1))  =>  log_p = np.log(np.where(P > 0, P, 2))",
        ],
        "another r that is far from p in the class where q is small: a certificate too": [
            "detour: r = q * (1 - (1 - 1e-09) * corner)  =>  r = 1 - (1 - 1e-09) * corner",
            "detour: r = q * (1 - (1 - 1e-09) * corner)  =>  r = q * (1 - (1 - 2e-09) * corner)",
        ],
    },
    "E5": {
        "a middle with lambda 0 or 1 is an end, and not above itself": [
            "is_violation: return (lam >= 0) & (lam <= 1) & (margin > 1e-06 * (1 + largest))  =>  return (lam > 0) & (lam <= 1) & (margin > 1e-06 * (1 + largest))",
            "is_violation: return (lam >= 0) & (lam <= 1) & (margin > 1e-06 * (1 + largest))  =>  return (lam >= 0) & (lam < 1) & (margin > 1e-06 * (1 + largest))",
        ],
        "a margin of a real land is never exactly its limit": [
            "find_violation: return (x1[k], x2[k], lam[k]) if above[k] > 0 else None  =>  return (x1[k], x2[k], lam[k]) if above[k] >= 0 else None",
        ],
        "the first unit has none before it, and halfway there is halfway back": [
            "twin: for i in range(len(b1)):  =>  for i in range(1, len(b1)):",
            "twin: return loss(*[(p + q) / 2 for p, q in zip(other, (W1, b1, W2, b2))], X, Y)  =>  return loss(*[(p + q) / 2 for p, q in zip((W1, b1, W2, b2), other)], X, Y)",
        ],
        "the dot product of two vectors does not care about their order": [
            "curvature_bounds: q.append(2 * (F[j] - F[i] - G[i] @ v) / (v @ v))  =>  q.append(2 * (F[j] - F[i] - v @ G[i]) / (v @ v))",
        ],
        "along this direction nothing changes, either way": [
            "two_minimisers: return (first, first + np.append(c, -1))  =>  return (first, first - np.append(c, -1))",
        ],
        "no number has both labels, says the contract": [
            "no_minimum: if ones.min() > zeros.max():  =>  if ones.min() >= zeros.max():",
            "no_minimum: if ones.max() < zeros.min():  =>  if ones.max() <= zeros.min():",
        ],
    },
    "E2": {
        "any draw of a thousand pairs has dozens of witnesses, says the contract": [
            "affine_witness: P, Q = np.random.default_rng(0).uniform(low, high, (2, 1000, len(low)))  =>  P, Q = np.random.default_rng(0).uniform(low, high, (2, 1001, len(low)))",
            "affine_witness: P, Q = np.random.default_rng(0).uniform(low, high, (2, 1000, len(low)))  =>  P, Q = np.random.default_rng(0).uniform(low, high, (2, 999, len(low)))",
            "affine_witness: P, Q = np.random.default_rng(0).uniform(low, high, (2, 1000, len(low)))  =>  P, Q = np.random.default_rng(1).uniform(low, high, (2, 1000, len(low)))",
        ],
        "a gap is rounding or far above the limit, says the contract": [
            "affine_witness: size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))  =>  size = np.abs([at_p, at_q, at_m]).min(axis=(0, 2))",
            "affine_witness: size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))  =>  size = np.abs([at_p, at_q, at_m]).max()",
            "affine_witness: above = gap - 1e-06 * size  =>  above = gap - 2e-06 * size",
        ],
        "at 0 both branches are 0": [
            "activation: return np.where(z > 0, z, c * z)  =>  return np.where(z >= 0, z, c * z)",
            "activation: return np.where(z > 0, z, c * np.expm1(np.minimum(z, 0)))  =>  return np.where(z >= 0, z, c * np.expm1(np.minimum(z, 0)))",
        ],
        "the minimum only keeps the branch that is not taken from overflowing": [
            "activation: return np.where(z > 0, z, c * np.expm1(np.minimum(z, 0)))  =>  return np.where(z > 0, z, c * np.expm1(np.minimum(z, 1)))",
            "derivative: return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))  =>  return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 1)))",
        ],
        "no pre-activation at x is 0, says the contract": [
            "collapse_at: on = x @ W + b > 0  =>  on = x @ W + b >= 0",
        ],
    },
    "E4": {
        "there are as many names as hidden layers, and zip ends with them": [
            "forward: for (W, b), name in zip(layers[:-1], names):  =>  for (W, b), name in zip(layers[:], names):",
        ],
        "a steeper bump is nearer to the box": [
            "bump_net: s = np.log(2 * abs(height) / error) / margin  =>  s = np.log2(2 * abs(height) / error) / margin",
            "bump_net: s = np.log(2 * abs(height) / error) / margin  =>  s = np.log(3 * abs(height) / error) / margin",
        ],
        "one place more or less on a grid of ten thousand": [
            "smallest_width: x = np.linspace(left, right, 10007)  =>  x = np.linspace(left, right, 10008)",
            "smallest_width: x = np.linspace(left, right, 10007)  =>  x = np.linspace(left, right, 10006)",
        ],
        "one segment too many is allowed, and with none nothing is near": [
            "smallest_width: f, K = (polynomial(c, x), 1)  =>  f, K = (polynomial(c, x), 2)",
            "smallest_width: f, K = (polynomial(c, x), 1)  =>  f, K = (polynomial(c, x), 0)",
            "smallest_width: knots = np.linspace(left, right, K + 1)  =>  knots = np.linspace(left, right, K)",
            "smallest_width: knots = np.linspace(left, right, K + 1)  =>  knots = np.linspace(left, right, K + 0)",
            "smallest_width: K += 1  =>  K += 2",
        ],
        "an error is never exactly eps": [
            "smallest_width: if np.abs(np.interp(x, knots, polynomial(c, knots)) - f).max() < eps:  =>  if np.abs(np.interp(x, knots, polynomial(c, knots)) - f).max() <= eps:",
        ],
        "to multiply by 1 or -1 is to divide by it": [
            "zigzag_net: v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]  =>  v = 2.0 * m / (-1.0) ** np.arange(m)[:, None]",
        ],
        "a column times a row is their table of products, either way": [
            "zigzag_net: return [(F, b)] + [(v @ F, b)] * (d - 1) + [(v, np.zeros(1))]  =>  return [(F, b)] + [(v * F, b)] * (d - 1) + [(v, np.zeros(1))]",
        ],
    },
    "E7": {
        "the matrix is symmetric": [
            "best_step: slope, curvature = (np.sum(d * (A @ x - b)), np.sum(d * (A @ d)))  =>  slope, curvature = (np.sum(d * (A @ x - b)), np.sum(d * (d @ A)))",
            "best_step: slope, curvature = (np.sum(d * (A @ x - b)), np.sum(d * (A @ d)))  =>  slope, curvature = (np.sum(d * (x @ A - b)), np.sum(d * (A @ d)))",
        ],
        "a negative slope divided by a curvature of 0 is minus infinity in NumPy too": [
            "best_step: if curvature <= 0:  =>  if curvature < 0:",
        ],
        "the number 0 times anything, plus an array, has the array's shape": [
            "momentum_step: memory = [0 * g for g in grads]  =>  memory = [0 for g in grads]",
        ],
        "any c from 1/mu to 2/mu keeps the repaired promise": [
            "refute: return (k, 1 / mu)  =>  return (k, 2 / mu)",
        ],
    },
    "E8": {
        "another training that reaches the goal, as any may that the contract allows: other steps, one epoch less": [
            "fit: velocities = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]  =>  velocities = [(np.zeros_like(W), np.ones_like(b)) for W, b in layers]",
            "fit: for _ in range(epochs):  =>  for _ in range(epochs - 1):",
            "fit: for _ in range(epochs):  =>  for _ in range(1, epochs):",
            "fit: gradient = (a.T @ delta, delta.sum(axis=0))  =>  gradient = (a.T @ delta, delta.mean(axis=0))",
            "fit: gradient = (a.T @ delta, delta.sum(axis=0))  =>  gradient = (a.T @ delta, delta.sum())",
            "fit: v += g - 0.1 * v  =>  v += g - 0.2 * v",
            "fit: p -= 0.2 * v  =>  p -= 0.4 * v",
        ],
        "a softmax does not change when all scores of a row move together, and no score is huge on a spiral": [
            "fit: P = np.exp(S - S.max(axis=1, keepdims=True))  =>  P = np.exp(S + S.max(axis=1, keepdims=True))",
            "fit: P = np.exp(S - S.max(axis=1, keepdims=True))  =>  P = np.exp(S)",
            "fit: P = np.exp(S - S.max(axis=1, keepdims=True))  =>  P = np.exp(S - S.min(axis=1, keepdims=True))",
            "fit: P = np.exp(S - S.max(axis=1, keepdims=True))  =>  P = np.exp(S - S.max(keepdims=True))",
        ],
        "other small cases, in which the same mistakes show": [
            "accepts: rng, widths = (np.random.default_rng(0), range(2, 6))  =>  rng, widths = (np.random.default_rng(1), range(2, 6))",
            "accepts: for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 6, 1000)]:  =>  for sizes, N, size in [(widths, 7, 1), (widths, 1, 1), (widths[2:], 6, 1000)]:",
            "accepts: for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 6, 1000)]:  =>  for sizes, N, size in [(widths, 5, 1), (widths, 1, 1), (widths[2:], 6, 1000)]:",
            "accepts: for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 6, 1000)]:  =>  for sizes, N, size in [(widths, 6, 2), (widths, 1, 1), (widths[2:], 6, 1000)]:",
            "accepts: for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 6, 1000)]:  =>  for sizes, N, size in [(widths, 6, 0), (widths, 1, 1), (widths[2:], 6, 1000)]:",
            "accepts: for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 6, 1000)]:  =>  for sizes, N, size in [(widths, 6, 1), (widths, 1, 2), (widths[2:], 6, 1000)]:",
            "accepts: for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 6, 1000)]:  =>  for sizes, N, size in [(widths, 6, 1), (widths, 1, 0), (widths[2:], 6, 1000)]:",
            "accepts: for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 6, 1000)]:  =>  for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 7, 1000)]:",
            "accepts: for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 6, 1000)]:  =>  for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 5, 1000)]:",
            "accepts: for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 6, 1000)]:  =>  for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 6, 1001)]:",
            "accepts: for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 6, 1000)]:  =>  for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 6, 999)]:",
            "accepts: X, y = (rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N))  =>  X, y = (rng.uniform(size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N))",
            "accepts: X, y = (rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N))  =>  X, y = (rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[1], size=N))",
            "accepts: X, y = (rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N))  =>  X, y = (rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-2], size=N))",
            "accepts: X, y = (rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N))  =>  X, y = (rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-0], size=N))",
            "accepts: for _ in range(2):  =>  for _ in range(3):",
        ],
        "any limit between the rounding of right candidates and the errors of wrong ones": [
            "accepts: if not np.linalg.norm(error) <= 1e-05 * (1 + np.linalg.norm(expected)):  =>  if not np.linalg.norm(error) < 1e-05 * (1 + np.linalg.norm(expected)):",
            "accepts: if not np.linalg.norm(error) <= 1e-05 * (1 + np.linalg.norm(expected)):  =>  if not np.linalg.norm(error) <= 1e-05:",
            "accepts: if not np.linalg.norm(error) <= 1e-05 * (1 + np.linalg.norm(expected)):  =>  if not np.linalg.norm(error) <= 2e-05 * (1 + np.linalg.norm(expected)):",
            "accepts: if not np.linalg.norm(error) <= 1e-05 * (1 + np.linalg.norm(expected)):  =>  if not np.linalg.norm(error) <= 1e-05 * 1:",
            "accepts: if not np.linalg.norm(error) <= 1e-05 * (1 + np.linalg.norm(expected)):  =>  if not np.linalg.norm(error) <= 1e-05 * np.linalg.norm(expected):",
            "accepts: if not np.linalg.norm(error) <= 1e-05 * (1 + np.linalg.norm(expected)):  =>  if not np.linalg.norm(error) <= 1e-05 * (2 + np.linalg.norm(expected)):",
            "accepts: if not np.linalg.norm(error) <= 1e-05 * (1 + np.linalg.norm(expected)):  =>  if not np.linalg.norm(error) <= 1e-05 * (0 + np.linalg.norm(expected)):",
        ],
        "to be equal does not care about the order": [
            "accepts: if not np.array_equal(flat([*layers, (X, y)]), before):  =>  if not np.array_equal(before, flat([*layers, (X, y)])):",
        ],
        "weights that are 0 stay 0, and others do not become 0, says the contract": [
            "diagnose: if record['weights'][0] == 0:  =>  if record['weights'][1] == 0:",
            "diagnose: if record['weights'][0] == 0:  =>  if record['weights'][-1] == 0:",
        ],
        "the contract leaves gaps, and no value lies exactly on a limit inside one": [
            "diagnose: if gradient[-1] > 0.6 * gradient[0]:  =>  if gradient[-1] >= 0.6 * gradient[0]:",
            "diagnose: if train[-1] > 0.5 * np.log(record['classes']):  =>  if train[-1] >= 0.5 * np.log(record['classes']):",
            "diagnose: return 'too few samples' if record['test'][-1] > 12 * train[-1] else 'healthy'  =>  return 'too few samples' if record['test'][-1] >= 12 * train[-1] else 'healthy'",
            "diagnose: if train.max() > 1.3 * train[0]:  =>  if train.max() >= 1.3 * train[0]:",
        ],
        "in these runs two looks that follow each other are alike, at the start and at the end": [
            "diagnose: if gradient[-1] > 0.6 * gradient[0]:  =>  if gradient[-2] > 0.6 * gradient[0]:",
            "diagnose: if gradient[-1] > 0.6 * gradient[0]:  =>  if gradient[-1] > 0.6 * gradient[1]:",
            "diagnose: return 'too few samples' if record['test'][-1] > 12 * train[-1] else 'healthy'  =>  return 'too few samples' if record['test'][-2] > 12 * train[-1] else 'healthy'",
        ],
        "any limit inside the gap that the contract leaves, from 8 to 15 times": [
            "diagnose: return 'too few samples' if record['test'][-1] > 12 * train[-1] else 'healthy'  =>  return 'too few samples' if record['test'][-1] > 13 * train[-1] else 'healthy'",
            "diagnose: return 'too few samples' if record['test'][-1] > 12 * train[-1] else 'healthy'  =>  return 'too few samples' if record['test'][-1] > 11 * train[-1] else 'healthy'",
        ],
        "units that never fire stay so, and in no run all units fall silent later": [
            "diagnose: if record['silent'][0] == 1:  =>  if record['silent'][1] == 1:",
            "diagnose: if record['silent'][0] == 1:  =>  if record['silent'][-1] == 1:",
        ],
    },
}
