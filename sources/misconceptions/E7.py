"""E7: wrong answers that students write, with the sentence that helps, and right ones in other styles."""
# ruff: noqa: B006, B007   (answers are written as students write them)
import numpy as np

from course_lib.grading.misconceptions import right, wrong

# 1 descend


@wrong("E7-DESCEND-UPHILL", breaks="descend-visible",
       says="You add the gradient, so you walk uphill. A step of descent goes against it: theta - lr * gradient.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        path.append(path[-1] + lr * gradient_at(f, path[-1]))
        if np.linalg.norm(path[-1] - path[-2]) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-DESCEND-NO-START", breaks="descend-visible",
       says="Your path begins after the first step. The start belongs to it.")
def descend(f, theta, lr, max_steps, tol):
    path = []
    for _ in range(max_steps):
        new = theta - lr * gradient_at(f, theta)
        path.append(new)
        if np.linalg.norm(new - theta) <= tol:
            return np.array(path), True
        theta = new
    return np.array(path), False


@wrong("E7-DESCEND-ONLY-END", breaks="descend-visible",
       says="You return only the last point. The contract wants the whole path, one point per row.")
def descend(f, theta, lr, max_steps, tol):
    for _ in range(max_steps):
        new = theta - lr * gradient_at(f, theta)
        change, theta = np.linalg.norm(new - theta), new
        if change <= tol:
            return theta, True
    return theta, False


@wrong("E7-DESCEND-ALIASED", breaks="descend-visible",
       says="All rows of your path are the last point: the list holds one array many times, and theta -= ... changes it. Append a copy.")
def descend(f, theta, lr, max_steps, tol):
    theta = np.array(theta, dtype=float)
    path = [theta]
    for _ in range(max_steps):
        step = lr * gradient_at(f, theta)
        theta -= step
        path.append(theta)
        if np.linalg.norm(step) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-DESCEND-IN-PLACE", breaks="descend-visible",
       says="Your function moves the caller's theta with it. theta -= ... writes into the array that was handed in; work on a copy.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta.copy()]
    for _ in range(max_steps):
        step = lr * gradient_at(f, theta)
        theta -= step
        path.append(theta.copy())
        if np.linalg.norm(step) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-DESCEND-ONE-MORE", breaks="descend-visible",
       says="You make one step too many when nothing stops the walk: max_steps steps, not max_steps + 1.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps + 1):
        path.append(path[-1] - lr * gradient_at(f, path[-1]))
        if np.linalg.norm(path[-1] - path[-2]) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-DESCEND-ONE-LESS", breaks="descend-visible",
       says="You make one step too few: you count points, and the start is no step. A walk of max_steps steps has max_steps + 1 points.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps - 1):
        path.append(path[-1] - lr * gradient_at(f, path[-1]))
        if np.linalg.norm(path[-1] - path[-2]) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-DESCEND-UNIT-STEPS", breaks="descend-visible",
       says="You divide the gradient by its length, so every step has the length lr. A step of gradient descent is lr times the gradient as it is.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        g = gradient_at(f, path[-1])
        path.append(path[-1] - lr * g / max(np.linalg.norm(g), 1e-300))
        if np.linalg.norm(path[-1] - path[-2]) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-DESCEND-START-SLOPE", breaks="descend-visible",
       says="You take the gradient once, at the start, and walk straight on. Every step asks for the gradient where it starts.")
def descend(f, theta, lr, max_steps, tol):
    g = gradient_at(f, theta)
    path = [theta]
    for _ in range(max_steps):
        path.append(path[-1] - lr * g)
        if np.linalg.norm(path[-1] - path[-2]) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-STOP-BEFORE", breaks="descend-stop_rules",
       says="Your path ends before the short step. Here a step is made first and judged afterwards, so the step that ends the walk belongs to the path.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        step = lr * gradient_at(f, path[-1])
        if np.linalg.norm(step) <= tol:
            return np.array(path), True
        path.append(path[-1] - step)
    return np.array(path), False


@wrong("E7-STOP-GRADIENT", breaks="descend-stop_rules",
       says="You compare the gradient with tol. The contract judges how far theta moved, which is lr times as much.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        g = gradient_at(f, path[-1])
        path.append(path[-1] - lr * g)
        if np.linalg.norm(g) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-STOP-NEXT-GRADIENT", breaks="descend-stop_rules",
       says="You compare the gradient at the new point with tol. The contract judges how far the step just made has moved theta.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        path.append(path[-1] - lr * gradient_at(f, path[-1]))
        if np.linalg.norm(gradient_at(f, path[-1])) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-STOP-STRICT", breaks="descend-stop_rules",
       says="You go on when a step is exactly as long as tol. The contract says at most tol: use <=. At rest, with tol = 0, it matters.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        path.append(path[-1] - lr * gradient_at(f, path[-1]))
        if np.linalg.norm(path[-1] - path[-2]) < tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-STOP-LARGEST", breaks="descend-stop_rules",
       says="You judge a step by its largest coordinate. The contract asks for the Euclidean length, in which all coordinates count.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        path.append(path[-1] - lr * gradient_at(f, path[-1]))
        if np.max(np.abs(path[-1] - path[-2])) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-STOP-SUM", breaks="descend-stop_rules",
       says="You add up the absolute changes of the coordinates. The Euclidean length is the root of the sum of their squares.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        path.append(path[-1] - lr * gradient_at(f, path[-1]))
        if np.sum(np.abs(path[-1] - path[-2])) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-STOP-SIGNED", breaks="descend-stop_rules",
       says="You compare the change itself with tol, and a change downwards is negative: it looks small however long it is. Take its length.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        path.append(path[-1] - lr * gradient_at(f, path[-1]))
        if np.all(path[-1] - path[-2] <= tol):
            return np.array(path), True
    return np.array(path), False


@wrong("E7-STOP-SQUARE", breaks="descend-stop_rules",
       says="You compare the square of the length with tol. Take the root, or square tol as well.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        path.append(path[-1] - lr * gradient_at(f, path[-1]))
        if np.sum((path[-1] - path[-2]) ** 2) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-STOP-RELATIVE", breaks="descend-stop_rules",
       says="You compare the change with tol times the size of theta. Here tol is a length by itself.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        path.append(path[-1] - lr * gradient_at(f, path[-1]))
        if np.linalg.norm(path[-1] - path[-2]) <= tol * np.linalg.norm(path[-2]):
            return np.array(path), True
    return np.array(path), False


@wrong("E7-STOP-LENGTHS", breaks="descend-stop_rules",
       says="You compare the lengths of the last two points. Points that lie far apart can be equally far from the origin: take the length of the difference.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        path.append(path[-1] - lr * gradient_at(f, path[-1]))
        if abs(np.linalg.norm(path[-1]) - np.linalg.norm(path[-2])) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-STOP-LAST-ALLOWED", breaks="descend-stop_rules",
       says="When the last allowed step is a short one you say False. settled speaks of the last step's length, whichever rule ended the walk.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    while len(path) <= max_steps:
        path.append(path[-1] - lr * gradient_at(f, path[-1]))
        if np.linalg.norm(path[-1] - path[-2]) <= tol:
            break
    return np.array(path), len(path) <= max_steps


@wrong("E7-STOP-NEVER", breaks="descend-stop_rules",
       says="Your walk always makes max_steps steps. It should stop right after the first step that is at most tol long.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        path.append(path[-1] - lr * gradient_at(f, path[-1]))
    return np.array(path), bool(np.linalg.norm(path[-1] - path[-2]) <= tol)


@wrong("E7-DESCEND-WHOLE-NUMBERS", breaks="descend-stop_rules",
       says="theta may hold whole numbers, into which theta -= ... cannot write fractions. Begin with a float copy, or write theta = theta - ...")
def descend(f, theta, lr, max_steps, tol):
    theta = theta.copy()
    path = [theta.copy()]
    for _ in range(max_steps):
        step = lr * gradient_at(f, theta)
        theta -= step
        path.append(theta.copy())
        if np.linalg.norm(step) <= tol:
            return np.array(path), True
    return np.array(path), False


@wrong("E7-DESCEND-NAMES-ONLY", breaks="descend-stop_rules",
       says="You look f up among the names in SLOPES, but f may be a function as well: ask gradient_at(f, theta), which knows what to do with both.")
def descend(f, theta, lr, max_steps, tol):
    path = [theta]
    for _ in range(max_steps):
        path.append(path[-1] - lr * SLOPES[f](path[-1]))
        if np.linalg.norm(path[-1] - path[-2]) <= tol:
            return np.array(path), True
    return np.array(path), False


@right("one array for the path")
def descend(f, theta, lr, max_steps, tol):
    path = np.zeros((max_steps + 1, len(theta)))
    path[0] = theta
    for k in range(1, max_steps + 1):
        step = lr * gradient_at(f, path[k - 1])
        path[k] = path[k - 1] - step
        if np.sqrt(np.sum((path[k] - path[k - 1]) ** 2)) <= tol:
            return path[:k + 1], True
    return path, False


@right("a while loop and lists of numbers")
def descend(f, theta, lr, max_steps, tol):
    path, length, steps = [[float(x) for x in theta]], np.inf, 0
    while steps < max_steps and length > tol:
        g = gradient_at(f, path[-1])
        path.append([x - lr * slope for x, slope in zip(path[-1], g)])
        length = sum((x - z) ** 2 for x, z in zip(path[-1], path[-2])) ** 0.5
        steps += 1
    return path, length <= tol


@right("the library's loop")
def descend(f, theta, lr, max_steps, tol):
    path = [np.array(theta, dtype=float)]
    while len(path) <= max_steps:
        g = gradient_at(f, path[-1])
        path.append(path[-1] - lr * g)
        if np.linalg.norm(path[-1] - path[-2]) <= tol:
            return np.array(path), True
    return np.array(path), False


# 2 best_step


@wrong("E7-LINE-SIGN", breaks="best_step-visible",
       says="A minus sign is missing: slope + alpha * curvature = 0 gives alpha = -slope / curvature.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope >= 0 else slope / curvature


@wrong("E7-LINE-SQUARED", breaks="best_step-visible",
       says="You return the square of the best step.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope >= 0 else (slope / curvature) ** 2


@wrong("E7-LINE-UPSIDE-DOWN", breaks="best_step-visible",
       says="Your fraction is upside down: the slope stands above, the curvature below.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope >= 0 else -curvature / slope


@wrong("E7-LINE-HALF", breaks="best_step-visible",
       says="Your gradient has kept the half of f. The slope of half a square is the whole thing: A x - b.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x / 2 - b), d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope >= 0 else -slope / curvature


@wrong("E7-LINE-DOUBLE", breaks="best_step-visible",
       says="Your step is twice as long as the best one: it reaches the far side, at the same height. The half in f belongs to both, slope and curvature.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope >= 0 else -2 * slope / curvature


@wrong("E7-LINE-BACKWARDS", breaks="best_step-visible",
       says="Your step is negative where the land rises along d. Only alpha >= 0 counts, and there the best one is 0.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope == 0 else -slope / curvature


@wrong("E7-LINE-ABSOLUTE", breaks="best_step-visible",
       says="You take the absolute value, so you also walk where the land rises. There the best step is 0.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope == 0 else abs(slope) / curvature


@wrong("E7-LINE-ENTRIES", breaks="best_step-visible",
       says="You multiply entry by entry and get a step for every coordinate. Slope and curvature are sums: d @ v instead of d * v.")
def best_step(A, b, x, d):
    return np.maximum(-d * (A @ x - b) / (d * (A @ d)), 0)


@wrong("E7-LINE-NO-B", breaks="best_step-bowls",
       says="Your gradient forgets b. The gradient of x·Ax/2 - b·x is A x - b.")
def best_step(A, b, x, d):
    slope, curvature = d @ A @ x, d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope >= 0 else -slope / curvature


@wrong("E7-LINE-PLUS-B", breaks="best_step-bowls",
       says="Your gradient adds b. In f the term b·x is subtracted, so the gradient is A x - b.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x + b), d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope >= 0 else -slope / curvature


@wrong("E7-LINE-STEEPEST", breaks="best_step-bowls",
       says="You put |d|^2 in the place of the slope. That is right only for d = -gradient; for any d the slope is d·(Ax - b).")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope >= 0 else d @ d / curvature


@wrong("E7-LINE-OWN-DIRECTION", breaks="best_step-bowls",
       says="You compute the lecture's g·g / g·Ag, the best step against the gradient. Here the direction is the d that is handed in.")
def best_step(A, b, x, d):
    g = A @ x - b
    slope, curvature = d @ g, d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope >= 0 else g @ g / (g @ A @ g)


@wrong("E7-LINE-LECTURE", breaks="best_step-visible",
       says="You compute the lecture's g·g / g·Ag whatever d is. It is the best step against the gradient only; with the slope d·(Ax - b) your formula would see d.")
def best_step(A, b, x, d):
    g = A @ x - b
    return g @ g / (g @ A @ g)


@wrong("E7-LINE-LECTURE-IN-D", breaks="best_step-visible",
       says="You compute d·d / d·Ad, which is the same for d and for -d. The slope d·(Ax - b) tells whether d goes up or down, and d·d is minus the slope only for d = -gradient.")
def best_step(A, b, x, d):
    return d @ d / (d @ A @ d)


@wrong("E7-LINE-UNIT", breaks="best_step-visible",
       says="You make d a unit vector first, so your alpha counts in units of length. It should count in units of the d that is handed in.")
def best_step(A, b, x, d):
    if np.any(d != 0):
        d = d / np.linalg.norm(d)
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope >= 0 else -slope / curvature


@wrong("E7-LINE-DIAGONAL", breaks="best_step-bowls",
       says="You look at the diagonal of A only. The curvature along d is d·Ad, with all entries of A.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), np.sum(np.diag(A) * d * d)
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope >= 0 else -slope / curvature


@wrong("E7-LINE-AT-MOST-ONE", breaks="best_step-bowls",
       says="Your steps never exceed 1. If d is short, the best alpha is large: nothing limits it.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope >= 0 else min(-slope / curvature, 1.0)


@wrong("E7-LINE-ALWAYS-A-BOWL", breaks="best_step-no_best",
       says="You divide by the curvature whatever it is. Where it is negative you return a highest point, and where it is 0 no number at all.")
def best_step(A, b, x, d):
    alpha = -(d @ (A @ x - b)) / (d @ A @ d)
    return 0.0 if alpha < 0 else alpha


@wrong("E7-LINE-RISE-FIRST", breaks="best_step-no_best",
       says="Where the land rises at first you answer 0. If the line bends down, it comes back and falls below every bound: np.inf.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if slope >= 0:
        return 0.0
    return np.inf if curvature <= 0 else -slope / curvature


@wrong("E7-LINE-LEVEL-START", breaks="best_step-no_best",
       says="At a place where the slope along d is 0 you answer 0. If the line bends down there, it is a summit, not a valley: np.inf.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if slope == 0:
        return 0.0
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope > 0 else -slope / curvature


@wrong("E7-LINE-FLAT-INFINITE", breaks="best_step-no_best",
       says="You answer np.inf whenever the curvature is not positive. A line that does not bend falls for ever only if its slope is negative.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if curvature <= 0:
        return np.inf
    return max(0.0, -slope / curvature)


@wrong("E7-LINE-FLAT-ZERO", breaks="best_step-no_best",
       says="You answer 0 wherever the line does not bend. With a negative slope such a line falls for ever: np.inf.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if curvature < 0:
        return np.inf
    return 0.0 if curvature == 0 or slope >= 0 else -slope / curvature


@wrong("E7-LINE-STAYS-AT-REST", breaks="best_step-no_best",
       says="On a level line 0 divided by 0 gives nan. Every alpha is equally good there, and the smallest is 0.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope > 0 else np.float64(-slope) / curvature


@wrong("E7-LINE-WHOLE-MATRIX", breaks="best_step-no_best",
       says="You answer np.inf as soon as the land bends down anywhere. What counts is the line: along some lines a saddle is a bowl.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if np.linalg.eigvalsh(A)[0] < -1e-9 or (curvature == 0 and slope < 0):
        return np.inf
    return 0.0 if slope >= 0 else -slope / curvature


@wrong("E7-LINE-NO-INFINITY", breaks="best_step-no_best",
       says="You return None where there is no best step. The contract asks for np.inf, which is a number.")
def best_step(A, b, x, d):
    slope, curvature = d @ (A @ x - b), d @ A @ d
    if curvature < 0 or (curvature == 0 and slope < 0):
        return None
    return 0.0 if slope >= 0 else -slope / curvature


@right("sums in loops")
def best_step(A, b, x, d):
    n = len(x)
    slope = sum(d[i] * (sum(A[i][j] * x[j] for j in range(n)) - b[i]) for i in range(n))
    curvature = sum(d[i] * A[i][j] * d[j] for i in range(n) for j in range(n))
    if curvature > 0:
        return max(0.0, -slope / curvature)
    if curvature < 0:
        return float("inf")
    return float("inf") if slope < 0 else 0


@right("einsum and nested conditions")
def best_step(A, b, x, d):
    Ad = np.einsum("ij,j->i", A, d)
    slope = np.einsum("i,i->", Ad, x) - np.dot(b, d)
    curvature = Ad @ d
    if curvature == 0:
        return np.inf if slope < 0 else 0.0
    if curvature < 0:
        return np.inf
    return np.maximum(-slope / curvature, 0)


@right("the library's formula where d is downhill")
def best_step(A, b, x, d):
    g = A @ x - b
    if d @ A @ d > 0:
        return -(g @ d) / (d @ (A @ d)) if g @ d < 0 else 0.0
    if d @ A @ d == 0 and g @ d >= 0:
        return 0.0
    return np.inf


# 3 minibatches


@wrong("E7-BATCH-DROPS-LAST", breaks="minibatches-visible",
       says="You drop the last batch when it is not full, so some samples are left out of every epoch. It may have fewer samples.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        order = rng.permutation(len(y))
        result.append([(X[order[k * size:(k + 1) * size]], y[order[k * size:(k + 1) * size]]) for k in range(len(y) // size)])
    return result


@wrong("E7-BATCH-FILLS-UP", breaks="minibatches-visible",
       says="You fill up the last batch with samples from the beginning. The last batch has the rest, so that each sample occurs once.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        order = rng.permutation(len(y))
        epoch = []
        for start in range(0, len(y), size):
            rows = np.take(order, range(start, start + size), mode="wrap")
            epoch.append((X[rows], y[rows]))
        result.append(epoch)
    return result


@wrong("E7-BATCH-EVEN-PIECES", breaks="minibatches-each_once",
       says="You cut the samples into pieces of nearly equal length. All batches but the last have exactly size samples.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        order = rng.permutation(len(y))
        pieces = np.array_split(order, -(-len(y) // size))
        result.append([(X[rows], y[rows]) for rows in pieces])
    return result


@wrong("E7-BATCH-ONE-TOO-MANY", breaks="minibatches-each_once",
       says="When size divides the number of samples you add an empty batch. Its mean would be nan. Count in steps: range(0, N, size).")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        order = rng.permutation(len(y))
        pieces = [order[k * size:(k + 1) * size] for k in range(len(y) // size + 1)]
        result.append([(X[rows], y[rows]) for rows in pieces])
    return result


@wrong("E7-BATCH-FLAT", breaks="minibatches-visible",
       says="You return one long list of batches. The contract has a list of epochs, each a list of batches.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), size):
            rows = order[start:start + size]
            result.append((X[rows], y[rows]))
    return result


@wrong("E7-BATCH-ONE-EPOCH", breaks="minibatches-visible",
       says="Your function returns in the middle of the loop, after one epoch. The return belongs behind the loop.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        order = rng.permutation(len(y))
        result.append([(X[order[k:k + size]], y[order[k:k + size]]) for k in range(0, len(y), size)])
        return result


@wrong("E7-BATCH-SAME-EPOCH-LIST", breaks="minibatches-visible",
       says="You never begin a new epoch list, so every epoch holds the batches of all. Make an empty list inside the loop over epochs.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result, epoch = [], []
    for _ in range(epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), size):
            rows = order[start:start + size]
            epoch.append((X[rows], y[rows]))
        result.append(epoch)
    return result


@wrong("E7-BATCH-ROW-NUMBERS", breaks="minibatches-visible",
       says="You return row numbers. The batches here are pairs of the rows themselves and their targets: (X[rows], y[rows]).")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    return [[order[start:start + size] for start in range(0, len(y), size)] for order in [rng.permutation(len(y)) for _ in range(epochs)]]


@wrong("E7-BATCH-SHUFFLES-CALLER", breaks="minibatches-visible",
       says="You shuffle the caller's X and y themselves. Shuffle row numbers, and leave the table alone.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        order = rng.permutation(len(y))
        X[:], y[:] = X[order], y[order]
        result.append([(X[k:k + size].copy(), y[k:k + size].copy()) for k in range(0, len(y), size)])
    return result


@wrong("E7-BATCH-TORN-PAIRS", breaks="minibatches-each_once",
       says="You shuffle X and y each with an order of its own, so samples get the targets of others. Use one order for both.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        X, y = rng.permutation(X), rng.permutation(y)
        result.append([(X[k:k + size], y[k:k + size]) for k in range(0, len(y), size)])
    return result


@wrong("E7-BATCH-ONLY-X", breaks="minibatches-each_once",
       says="You shuffle the rows of X and leave y in its old order. Both must be moved by the same order.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        order = rng.permutation(len(y))
        result.append([(X[order[k:k + size]], y[k:k + size]) for k in range(0, len(y), size)])
    return result


@wrong("E7-BATCH-REPLACEMENT", breaks="minibatches-each_once",
       says="You draw row numbers with replacement, so some samples come twice and others not at all. Shuffle them: rng.permutation.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        order = rng.integers(len(y), size=len(y))
        result.append([(X[order[k:k + size]], y[order[k:k + size]]) for k in range(0, len(y), size)])
    return result


@wrong("E7-BATCH-EACH-DRAWN-ALONE", breaks="minibatches-each_once",
       says="You draw every batch from all samples, so two batches of an epoch can share some. Shuffle once an epoch, then cut.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        epoch = []
        for start in range(0, len(y), size):
            rows = rng.permutation(len(y))[:min(size, len(y) - start)]
            epoch.append((X[rows], y[rows]))
        result.append(epoch)
    return result


@wrong("E7-BATCH-RESEEDED", breaks="minibatches-fresh",
       says="All your epochs have the same order: you make the generator anew in every epoch, or shuffle only once. Make it once, before the loop, and shuffle inside.")
def minibatches(X, y, size, epochs, seed):
    result = []
    for _ in range(epochs):
        order = np.random.default_rng(seed).permutation(len(y))
        result.append([(X[order[k:k + size]], y[order[k:k + size]]) for k in range(0, len(y), size)])
    return result


@wrong("E7-BATCH-SEED-PLUS-EPOCH", breaks="minibatches-fresh",
       says="You seed epoch e with seed + e, so run 0's second epoch is run 1's first. One generator serves all epochs.")
def minibatches(X, y, size, epochs, seed):
    result = []
    for e in range(epochs):
        order = np.random.default_rng(seed + e).permutation(len(y))
        result.append([(X[order[k:k + size]], y[order[k:k + size]]) for k in range(0, len(y), size)])
    return result


@wrong("E7-BATCH-SEED-IGNORED", breaks="minibatches-fresh",
       says="Your order does not depend on the seed. Use the seed that is handed in: np.random.default_rng(seed).")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(0)
    result = []
    for _ in range(epochs):
        order = rng.permutation(len(y))
        result.append([(X[order[k:k + size]], y[order[k:k + size]]) for k in range(0, len(y), size)])
    return result


@wrong("E7-BATCH-UNSHUFFLED", breaks="minibatches-fresh",
       says="You cut the table as it stands. Without a shuffle, a table sorted by class gives batches of one class each.")
def minibatches(X, y, size, epochs, seed):
    return [[(X[k:k + size], y[k:k + size]) for k in range(0, len(y), size)] for _ in range(epochs)]


@wrong("E7-BATCH-BATCHES-SHUFFLED", breaks="minibatches-fresh",
       says="You cut first and shuffle the batches, so neighbours in the table always stay together. Shuffle all samples, then cut.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result, full = [], len(y) // size * size
    for _ in range(epochs):
        starts = list(rng.permutation(range(0, full, size))) + ([full] if full < len(y) else [])
        result.append([(X[k:k + size], y[k:k + size]) for k in starts])
    return result


@wrong("E7-BATCH-SORTED", breaks="minibatches-fresh",
       says="Within each batch your samples are in the order of the table. The order is random, inside the batches too: leave it as it was drawn.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        order = rng.permutation(len(y))
        pieces = [np.sort(order[k:k + size]) for k in range(0, len(y), size)]
        result.append([(X[rows], y[rows]) for rows in pieces])
    return result


@wrong("E7-BATCH-ROTATED", breaks="minibatches-fresh",
       says="You only choose where to begin and go round the table from there. Neighbours stay together; shuffle all samples.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        order = np.roll(np.arange(len(y)), rng.integers(len(y)))
        result.append([(X[order[k:k + size]], y[order[k:k + size]]) for k in range(0, len(y), size)])
    return result


@wrong("E7-BATCH-SHUFFLED-ONCE", breaks="minibatches-fresh",
       says="You shuffle and cut once, and after that you only change the order of the finished batches. Shuffle all samples in each epoch, then cut.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    order, result = rng.permutation(len(y)), []
    for _ in range(epochs):
        full = [order[k:k + size] for k in range(0, len(y), size)]
        js = [*rng.permutation(len(full) - 1), len(full) - 1]
        result.append([(X[full[j]], y[full[j]]) for j in js])
    return result


@wrong("E7-BATCH-ROTATED-ORDER", breaks="minibatches-fresh",
       says="You shuffle once, and after that you only begin elsewhere in the same row of samples. Neighbours stay together in all epochs: shuffle all samples in each.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    order, result = rng.permutation(len(y)), []
    for _ in range(epochs):
        order = np.roll(order, rng.integers(len(y)))
        result.append([(X[order[k:k + size]], y[order[k:k + size]]) for k in range(0, len(y), size)])
    return result


@wrong("E7-BATCH-SAME-MEMBERS", breaks="minibatches-fresh",
       says="You cut once and shuffle inside each batch, so every batch holds the same samples in all epochs. Shuffle all samples in each epoch, then cut.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    order, result = rng.permutation(len(y)), []
    for _ in range(epochs):
        pieces = [rng.permutation(order[k:k + size]) for k in range(0, len(y), size)]
        result.append([(X[rows], y[rows]) for rows in pieces])
    return result


@wrong("E7-BATCH-REST-STAYS", breaks="minibatches-fresh",
       says="You shuffle only as many samples as fill whole batches; the rest is the last batch in every epoch. Shuffle all samples.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    order, full, result = np.arange(len(y)), len(y) // size * size, []
    for _ in range(epochs):
        order[:full] = rng.permutation(full)
        result.append([(X[order[k:k + size]], y[order[k:k + size]]) for k in range(0, len(y), size)])
    return result


@wrong("E7-BATCH-VIEWS", breaks="minibatches-fresh",
       says="Your batches are slices of one array, and a slice is a view: the next shuffle rewrites the batches of all epochs before it. Copy them, or shuffle row numbers.")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    Z, result = np.column_stack([X, y]), []
    for _ in range(epochs):
        rng.shuffle(Z)
        result.append([(Z[k:k + size, :-1], Z[k:k + size, -1]) for k in range(0, len(y), size)])
    return result


@right("shuffling a list of row numbers")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    order, result = np.arange(len(X)), []
    for _ in range(epochs):
        rng.shuffle(order)
        epoch, start = [], 0
        while start < len(X):
            rows = order[start:start + size].copy()
            epoch.append((X[rows], y[rows]))
            start += size
        result.append(epoch)
    return result


@right("sorting random numbers")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    orders = np.argsort(rng.random((epochs, len(y))), axis=1)
    return [[(X[rows], y[rows]) for rows in np.split(order, range(size, len(y), size))] for order in orders]


@right("the library's generator")
def minibatches(X, y, size, epochs, seed):
    def batches(samples, batch_size, rng):
        rng = np.random.default_rng(rng)
        order = rng.permutation(samples)
        for start in range(0, samples, batch_size):
            yield order[..., start:start + batch_size]
    rng = np.random.default_rng(seed)
    return [[(X.take(rows, 0), y.take(rows, 0)) for rows in batches(len(X), size, rng)] for _ in range(epochs)]


@right("a generator for each pair of seed and epoch")
def minibatches(X, y, size, epochs, seed):
    result = []
    for e in range(epochs):
        order = np.random.default_rng((seed, e)).permutation(len(y))
        result.append([(X[order[k:k + size]], y[order[k:k + size]]) for k in range(0, len(y), size)])
    return result


@right("a shuffled table, and copies of its rows")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    Z, result = np.column_stack([X, y]), []
    for _ in range(epochs):
        rng.shuffle(Z)
        result.append([(Z[k:k + size, :-1].copy(), Z[k:k + size, -1].copy()) for k in range(0, len(y), size)])
    return result


@right("taking from a pile")
def minibatches(X, y, size, epochs, seed):
    rng = np.random.default_rng(seed)
    result = ()
    for _ in range(epochs):
        pile, epoch = [int(n) for n in rng.choice(len(y), len(y), replace=False)], []
        while pile:
            rows, pile = pile[:size], pile[size:]
            epoch.append([np.array([X[n] for n in rows]), np.array([y[n] for n in rows])])
        result += (epoch,)
    return list(result)


# 4 sgd


@wrong("E7-SGD-SUM", breaks="sgd-visible",
       says="You sum over the batch. The loss is a mean, so divide by the number of samples in the batch; else lr changes its meaning with it.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches):
        e, step = X[rows] @ w + b - y[rows], 2 * lr / (1 + decay * k)
        w, b = w - step * (e @ X[rows]), b - step * np.sum(e)
    return w, b


@wrong("E7-SGD-NO-TWO", breaks="sgd-visible",
       says="Your slopes have lost the 2 of the square: the loss has no half in front.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches):
        e, step = X[rows] @ w + b - y[rows], lr / (1 + decay * k)
        w, b = w - step * (e @ X[rows]) / len(rows), b - step * np.mean(e)
    return w, b


@wrong("E7-SGD-UPHILL", breaks="sgd-visible",
       says="You walk uphill. The errors are f - y, and a step goes against the slope.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches):
        e, step = X[rows] @ w + b - y[rows], 2 * lr / (1 + decay * k)
        w, b = w + step * (e @ X[rows]) / len(rows), b + step * np.mean(e)
    return w, b


@wrong("E7-SGD-IN-TURN", breaks="sgd-visible",
       says="You change w first and compute the slope in b with the new w. Both slopes belong to the old place: compute the errors once.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches):
        step = 2 * lr / (1 + decay * k)
        w = w - step * ((X[rows] @ w + b - y[rows]) @ X[rows]) / len(rows)
        b = b - step * np.mean(X[rows] @ w + b - y[rows])
    return w, b


@wrong("E7-SGD-IN-PLACE", breaks="sgd-visible",
       says="w -= ... writes into the caller's w. Make a new array with w = w - step.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches):
        e, step = X[rows] @ w + b - y[rows], 2 * lr / (1 + decay * k)
        w -= step * (e @ X[rows]) / len(rows)
        b -= step * np.mean(e)
    return w, b


@wrong("E7-SGD-ALL-ROWS", breaks="sgd-visible",
       says="You take the gradient over all samples in every step. A step uses only the rows of its batch.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches):
        e, step = X @ w + b - y, 2 * lr / (1 + decay * k)
        w, b = w - step * (e @ X) / len(y), b - step * np.mean(e)
    return w, b


@wrong("E7-SGD-COUNTS-FROM-ONE", breaks="sgd-visible",
       says="You shorten the very first step. k counts from 0, and step 0 has the full lr.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches, start=1):
        e, step = X[rows] @ w + b - y[rows], 2 * lr / (1 + decay * k)
        w, b = w - step * (e @ X[rows]) / len(rows), b - step * np.mean(e)
    return w, b


@wrong("E7-SGD-FROZEN-BIAS", breaks="sgd-visible",
       says="Your b never changes. It is learnt as well; its slope is twice the mean error.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches):
        e, step = X[rows] @ w + b - y[rows], 2 * lr / (1 + decay * k)
        w = w - step * (e @ X[rows]) / len(rows)
    return w, b


@wrong("E7-SGD-DECAY-TWICE", breaks="sgd-many_steps",
       says="You shorten lr again and again: lr = lr / (1 + decay * k) starts from an lr that is short already. Give the step size a name of its own.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches):
        lr = lr / (1 + decay * k)
        e = X[rows] @ w + b - y[rows]
        w, b = w - 2 * lr * (e @ X[rows]) / len(rows), b - 2 * lr * np.mean(e)
    return w, b


@wrong("E7-SGD-NO-DECAY", breaks="sgd-many_steps",
       says="All your steps have the same lr. Step k has lr / (1 + decay * k).")
def sgd(X, y, w, b, batches, lr, decay):
    for rows in batches:
        e = X[rows] @ w + b - y[rows]
        w, b = w - 2 * lr * (e @ X[rows]) / len(rows), b - 2 * lr * np.mean(e)
    return w, b


@wrong("E7-SGD-GEOMETRIC", breaks="sgd-many_steps",
       says="You divide by (1 + decay) to the power k. The contract divides by 1 + decay * k, which shrinks much more slowly.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches):
        e, step = X[rows] @ w + b - y[rows], 2 * lr / (1 + decay) ** k
        w, b = w - step * (e @ X[rows]) / len(rows), b - step * np.mean(e)
    return w, b


@wrong("E7-SGD-LINEAR-DECAY", breaks="sgd-many_steps",
       says="You multiply by 1 - decay * k, which becomes negative after a while. Divide by 1 + decay * k.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches):
        e, step = X[rows] @ w + b - y[rows], 2 * lr * (1 - decay * k)
        w, b = w - step * (e @ X[rows]) / len(rows), b - step * np.mean(e)
    return w, b


@wrong("E7-SGD-FIRST-LENGTH", breaks="sgd-many_steps",
       says="You divide by the length of the first batch in every step. Each batch is a mean over its own samples.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches):
        e, step = X[rows] @ w + b - y[rows], 2 * lr / (1 + decay * k)
        w, b = w - step * (e @ X[rows]) / len(batches[0]), b - step * np.sum(e) / len(batches[0])
    return w, b


@wrong("E7-SGD-START-ERRORS", breaks="sgd-many_steps",
       says="You compute the errors once, with the w and b of the start. Every step looks from where it stands.")
def sgd(X, y, w, b, batches, lr, decay):
    e = X @ w + b - y
    for k, rows in enumerate(batches):
        step = 2 * lr / (1 + decay * k)
        w, b = w - step * (e[rows] @ X[rows]) / len(rows), b - step * np.mean(e[rows])
    return w, b


@wrong("E7-SGD-TRUNCATED", breaks="sgd-many_steps",
       says="You keep w in an array of whole numbers, which cuts off the fractions. Start from a float copy.")
def sgd(X, y, w, b, batches, lr, decay):
    w = w.copy()
    for k, rows in enumerate(batches):
        e, step = X[rows] @ w + b - y[rows], 2 * lr / (1 + decay * k)
        w[:], b = w - step * (e @ X[rows]) / len(rows), b - step * np.mean(e)
    return w, b


@wrong("E7-SGD-ROWS-ONCE", breaks="sgd-many_steps",
       says="A row that occurs twice in a batch counts once with you. It is two draws, and both count.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches):
        rows = np.unique(rows)
        e, step = X[rows] @ w + b - y[rows], 2 * lr / (1 + decay * k)
        w, b = w - step * (e @ X[rows]) / len(rows), b - step * np.mean(e)
    return w, b


@wrong("E7-SGD-FIRST-BATCH-ONLY", breaks="sgd-many_steps",
       says="You return after the first batch. The return belongs behind the loop.")
def sgd(X, y, w, b, batches, lr, decay):
    for k, rows in enumerate(batches):
        e, step = X[rows] @ w + b - y[rows], 2 * lr / (1 + decay * k)
        w, b = w - step * (e @ X[rows]) / len(rows), b - step * np.mean(e)
        return w, b


@wrong("E7-SGD-COUNTS-SAMPLES", breaks="sgd-many_steps",
       says="You count k by samples. It counts steps: one for each batch, however long.")
def sgd(X, y, w, b, batches, lr, decay):
    k = 0
    for rows in batches:
        e, step = X[rows] @ w + b - y[rows], 2 * lr / (1 + decay * k)
        w, b = w - step * (e @ X[rows]) / len(rows), b - step * np.mean(e)
        k += len(rows)
    return w, b


@wrong("E7-SGD-WHOLE-NUMBERS", breaks="sgd-many_steps",
       says="w may hold whole numbers, into which w -= ... cannot write fractions. Begin with a float copy, or write w = w - step.")
def sgd(X, y, w, b, batches, lr, decay):
    w = np.array(w)
    for k, rows in enumerate(batches):
        e, step = X[rows] @ w + b - y[rows], 2 * lr / (1 + decay * k)
        w -= step * (e @ X[rows]) / len(rows)
        b = b - step * np.mean(e)
    return w, b


@right("the bias as the weight of a constant input")
def sgd(X, y, w, b, batches, lr, decay):
    Z, theta = np.column_stack([X, np.ones(len(X))]), np.append(w, b).astype(float)
    for k in range(len(batches)):
        rows = batches[k]
        theta -= lr / (1 + k * decay) * 2 * np.mean((Z[rows] @ theta - y[rows])[:, None] * Z[rows], axis=0)
    return theta[:-1], theta[-1]


@right("sums over single samples")
def sgd(X, y, w, b, batches, lr, decay):
    w, k = [float(value) for value in w], 0
    for rows in batches:
        slope_w, slope_b = [0.0] * len(w), 0.0
        for n in rows:
            error = sum(X[n, i] * w[i] for i in range(len(w))) + b - y[n]
            slope_b += 2 * error
            for i in range(len(w)):
                slope_w[i] += 2 * error * X[n, i]
        step = lr / (1 + decay * k) / len(rows)
        w, b, k = [w[i] - step * slope_w[i] for i in range(len(w))], b - step * slope_b, k + 1
    return np.array(w), b


@right("a gradient function inside, and einsum")
def sgd(X, y, w, b, batches, lr, decay):
    def slopes(rows, w, b):
        error = np.einsum("nd,d->n", X[rows], w) + b - y[rows]
        return 2 * X[rows].T @ error / len(error), 2 * error.mean()
    for k, rows in enumerate(batches):
        slope_w, slope_b = slopes(rows, w, b)
        w, b = w - lr * slope_w / (decay * k + 1), b - lr * slope_b / (decay * k + 1)
    return w, b


# 5 momentum_step


@wrong("E7-MOMENTUM-BALL", breaks="momentum_step-visible",
       says="You keep a sum, the heavy ball. Here momentum is an average: the gradient comes in with 1 - beta.")
def momentum_step(params, grads, memory, lr, beta):
    memory = memory or [0 * g for g in grads]
    memory = [beta * m + g for m, g in zip(memory, grads)]
    return [theta - lr * m for theta, m in zip(params, memory)], memory


@wrong("E7-MOMENTUM-BETA-SWAPPED", breaks="momentum_step-visible",
       says="You have exchanged beta and 1 - beta. The old average counts with beta, the new gradient with 1 - beta.")
def momentum_step(params, grads, memory, lr, beta):
    memory = memory or [0 * g for g in grads]
    memory = [(1 - beta) * m + beta * g for m, g in zip(memory, grads)]
    return [theta - lr * m for theta, m in zip(params, memory)], memory


@wrong("E7-MOMENTUM-UPHILL", breaks="momentum_step-visible",
       says="You add the average. A step goes against it: theta - lr * m.")
def momentum_step(params, grads, memory, lr, beta):
    memory = memory or [0 * g for g in grads]
    memory = [beta * m + (1 - beta) * g for m, g in zip(memory, grads)]
    return [theta + lr * m for theta, m in zip(params, memory)], memory


@wrong("E7-MOMENTUM-FIRST-GRADIENT", breaks="momentum_step-visible",
       says="Your average starts with the first gradient. The contract starts it at zero, so the first average is 1 - beta times that gradient.")
def momentum_step(params, grads, memory, lr, beta):
    memory = memory or grads
    memory = [beta * m + (1 - beta) * g for m, g in zip(memory, grads)]
    return [theta - lr * m for theta, m in zip(params, memory)], memory


@wrong("E7-MOMENTUM-CORRECTED", breaks="momentum_step-visible",
       says="You correct the first average as Adam does. Plain momentum is not corrected.")
def momentum_step(params, grads, memory, lr, beta):
    if memory is None:
        return [theta - lr * g for theta, g in zip(params, grads)], [(1 - beta) * g for g in grads]
    memory = [beta * m + (1 - beta) * g for m, g in zip(memory, grads)]
    return [theta - lr * m for theta, m in zip(params, memory)], memory


@wrong("E7-MOMENTUM-PLAIN-STEP", breaks="momentum_step-visible",
       says="You keep an average and then step with the gradient. The step is made with the new average.")
def momentum_step(params, grads, memory, lr, beta):
    memory = memory or [0 * g for g in grads]
    memory = [beta * m + (1 - beta) * g for m, g in zip(memory, grads)]
    return [theta - lr * g for theta, g in zip(params, grads)], memory


@wrong("E7-MOMENTUM-OLD-AVERAGE", breaks="momentum_step-visible",
       says="You step with the average of the step before. First the new average, then the step with it.")
def momentum_step(params, grads, memory, lr, beta):
    memory = memory or [0 * g for g in grads]
    params = [theta - lr * m for theta, m in zip(params, memory)]
    return params, [beta * m + (1 - beta) * g for m, g in zip(memory, grads)]


@wrong("E7-MOMENTUM-NO-MEMORY", breaks="momentum_step-visible",
       says="You return the parameters only. The next step needs the averages: return params, memory.")
def momentum_step(params, grads, memory, lr, beta):
    memory = memory or [0 * g for g in grads]
    return [theta - lr * (beta * m + (1 - beta) * g) for theta, m, g in zip(params, memory, grads)]


@wrong("E7-MOMENTUM-FORGETS", breaks="momentum_step-walk",
       says="You set the averages to zero in every step, so nothing is remembered. Only None means the beginning.")
def momentum_step(params, grads, memory, lr, beta):
    memory = [0 * g for g in grads]
    memory = [beta * m + (1 - beta) * g for m, g in zip(memory, grads)]
    return [theta - lr * m for theta, m in zip(params, memory)], memory


@wrong("E7-MOMENTUM-REMEMBERS-GRADIENT", breaks="momentum_step-visible",
       says="You remember the last gradient instead of the average. The average is made of all gradients so far.")
def momentum_step(params, grads, memory, lr, beta):
    memory = memory or [0 * g for g in grads]
    averages = [beta * m + (1 - beta) * g for m, g in zip(memory, grads)]
    return [theta - lr * m for theta, m in zip(params, averages)], [1 * g for g in grads]


@wrong("E7-MOMENTUM-REMEMBERS-STEP", breaks="momentum_step-visible",
       says="Your memory holds lr times the average. The contract returns the averages m themselves.")
def momentum_step(params, grads, memory, lr, beta):
    memory = memory or [0 * g for g in grads]
    memory = [beta * m + (1 - beta) * lr * g for m, g in zip(memory, grads)]
    return [theta - m for theta, m in zip(params, memory)], memory


@wrong("E7-MOMENTUM-NESTEROV", breaks="momentum_step-visible",
       says="You look ahead like Nesterov, with the average taken one step further. Here the step is lr times the average.")
def momentum_step(params, grads, memory, lr, beta):
    memory = memory or [0 * g for g in grads]
    memory = [beta * m + (1 - beta) * g for m, g in zip(memory, grads)]
    return [theta - lr * (beta * m + (1 - beta) * g) for theta, m, g in zip(params, memory, grads)], memory


@wrong("E7-MOMENTUM-SUM-LATER", breaks="momentum_step-walk",
       says="From the second step on you add the old average in full. It counts with beta, so that it fades.")
def momentum_step(params, grads, memory, lr, beta):
    memory = memory or [0 * g for g in grads]
    memory = [m + (1 - beta) * g for m, g in zip(memory, grads)]
    return [theta - lr * m for theta, m in zip(params, memory)], memory


@wrong("E7-MOMENTUM-WRITES-MEMORY", breaks="momentum_step-own_memory",
       says="You write the new averages into the old memory. Whoever kept it can no longer go back: make new arrays and a new list.")
def momentum_step(params, grads, memory, lr, beta):
    memory = memory or [0.0 * g for g in grads]
    for i, g in enumerate(grads):
        memory[i] = beta * memory[i] + (1 - beta) * g
    return [theta - lr * m for theta, m in zip(params, memory)], list(memory)


@wrong("E7-MOMENTUM-SHARED-DEFAULT", breaks="momentum_step-own_memory",
       says="Your averages live in a default argument or a global list, which all calls share. The memory is what is handed in and returned.")
def momentum_step(params, grads, memory, lr, beta, averages=[]):
    if memory is None:
        averages[:] = [0 * g for g in grads]
    averages[:] = [beta * m + (1 - beta) * g for m, g in zip(averages, grads)]
    return [theta - lr * m for theta, m in zip(params, averages)], list(averages)


@wrong("E7-MOMENTUM-ONE-AVERAGE", breaks="momentum_step-own_memory",
       says="Your average runs on from one array into the next. Each array has its own, made of its own gradients only.")
def momentum_step(params, grads, memory, lr, beta):
    new, averages, m = [], [], 0.0
    for i in range(len(params)):
        if memory is not None:
            m = memory[i]
        elif np.shape(m) != np.shape(grads[i]):
            m = 0 * grads[i]
        m = beta * m + (1 - beta) * grads[i]
        new.append(params[i] - lr * m)
        averages.append(m)
    return new, averages


@wrong("E7-MOMENTUM-TRUNCATED", breaks="momentum_step-own_memory",
       says="Zeros made like whole numbers cut off every fraction that is written into them. Let the average be a new array of floats.")
def momentum_step(params, grads, memory, lr, beta):
    new, averages = [], []
    for i in range(len(params)):
        m = np.zeros_like(grads[i])
        m[...] = (0 if memory is None else beta * memory[i]) + (1 - beta) * grads[i]
        averages.append(m)
        new.append(params[i] - lr * m)
    return new, averages


@wrong("E7-MOMENTUM-WHOLE-NUMBERS", breaks="momentum_step-own_memory",
       says="params may hold whole numbers, into which theta -= ... cannot write fractions. Make new arrays: theta - lr * m.")
def momentum_step(params, grads, memory, lr, beta):
    memory = memory or [0 * g for g in grads]
    memory = [beta * m + (1 - beta) * g for m, g in zip(memory, grads)]
    params = [theta.copy() for theta in params]
    for theta, m in zip(params, memory):
        theta -= lr * m
    return params, memory


@right("zip and zeros")
def momentum_step(params, grads, memory, lr, beta):
    if memory is None:
        memory = [np.zeros(np.shape(theta)) for theta in params]
    new, averages = [], []
    for theta, g, m in zip(params, grads, memory):
        averages.append(m + (1 - beta) * (g - m))
        new.append(theta - lr * averages[-1])
    return new, averages


@right("the library's update on copies")
def momentum_step(params, grads, memory, lr, beta):
    params = [np.array(theta, dtype=float) for theta in params]
    memory = [np.zeros_like(theta) if memory is None else np.array(m) for theta, m in zip(params, memory or params)]
    for theta, g, m in zip(params, grads, memory):
        m *= beta
        m += (1 - beta) * g
        theta -= lr * m
    return params, memory


@right("a heavy ball in disguise")
def momentum_step(params, grads, memory, lr, beta):
    speeds = [(0 if memory is None else beta * memory[i] / (1 - beta)) + grads[i] for i in range(len(grads))]
    return ([theta - lr * (1 - beta) * v for theta, v in zip(params, speeds)],
            [np.asarray((1 - beta) * v) for v in speeds])


# 6 rmsprop_step


@wrong("E7-RMS-NO-SQUARE", breaks="rmsprop_step-visible",
       says="You average the gradients themselves. v remembers their squares.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = beta * v + (1 - beta) * g
    return theta - lr * g / np.sqrt(v + eps), v


@wrong("E7-RMS-NO-ROOT", breaks="rmsprop_step-visible",
       says="You divide by v itself. Its root has the size of a gradient.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = beta * v + (1 - beta) * g**2
    return theta - lr * g / (v + eps), v


@wrong("E7-RMS-BETA-SWAPPED", breaks="rmsprop_step-visible",
       says="You have exchanged beta and 1 - beta. The old average counts with beta, the new square with 1 - beta.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = (1 - beta) * v + beta * g**2
    return theta - lr * g / np.sqrt(v + eps), v


@wrong("E7-RMS-SUM", breaks="rmsprop_step-visible",
       says="You add the whole square. In a moving average it counts with 1 - beta.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = beta * v + g**2
    return theta - lr * g / np.sqrt(v + eps), v


@wrong("E7-RMS-OLD-AVERAGE", breaks="rmsprop_step-visible",
       says="You divide by the root of the old average, which is 0 at the start. First the new average, then the step.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    return theta - lr * g / np.sqrt(v + eps), beta * v + (1 - beta) * g**2


@wrong("E7-RMS-UPHILL", breaks="rmsprop_step-visible",
       says="You add the step. Descent goes against the gradient.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = beta * v + (1 - beta) * g**2
    return theta + lr * g / np.sqrt(v + eps), v


@wrong("E7-RMS-IN-PLACE", breaks="rmsprop_step-visible",
       says="v *= beta writes into the caller's v. Make a new array instead.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v[:] = beta * v + (1 - beta) * g**2
    return theta - lr * g / np.sqrt(v + eps), v


@wrong("E7-RMS-CORRECTED", breaks="rmsprop_step-visible",
       says="You correct the first average as Adam does. RMSprop has no correction: its first step is longer than lr.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    new = beta * v + (1 - beta) * g**2
    return theta - lr * g / np.sqrt(np.where(v == 0, new / (1 - beta), new) + eps), new


@wrong("E7-RMS-EPS-OUTSIDE", breaks="rmsprop_step-sizes",
       says="Your eps stands outside the root, as in PyTorch. In this contract it stands inside; for gradients of 1e-6 that is a factor of 300.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = beta * v + (1 - beta) * g**2
    return theta - lr * g / (np.sqrt(v) + eps), v


@wrong("E7-RMS-NO-EPS", breaks="rmsprop_step-sizes",
       says="Your step has no eps. It belongs under the root, and tiny gradients feel it.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = beta * v + (1 - beta) * g**2
    return theta - lr * g / np.sqrt(v), v


@wrong("E7-RMS-EPS-KEPT", breaks="rmsprop_step-sizes",
       says="You add eps to the average that is remembered, so it piles up. Add it under the root only.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = beta * v + (1 - beta) * g**2 + eps
    return theta - lr * g / np.sqrt(v), v


@wrong("E7-RMS-EPS-SQUARED", breaks="rmsprop_step-sizes",
       says="You square eps under the root. It stands there as it is.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = beta * v + (1 - beta) * g**2
    return theta - lr * g / np.sqrt(v + eps**2), v


@wrong("E7-RMS-EPS-AT-LEAST", breaks="rmsprop_step-sizes",
       says="You use eps as a lower limit for v. The contract adds it.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = beta * v + (1 - beta) * g**2
    return theta - lr * g / np.sqrt(np.maximum(v, eps)), v


@wrong("E7-RMS-NORM", breaks="rmsprop_step-sizes",
       says="You average the squared length of the whole gradient, one number for all. Each coordinate has its own average.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = beta * v + (1 - beta) * np.sum(g**2)
    return theta - lr * g / np.sqrt(v + eps), v


@wrong("E7-RMS-MEAN", breaks="rmsprop_step-sizes",
       says="You divide every coordinate by the same root, that of the mean average. Each coordinate is divided by its own.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = beta * v + (1 - beta) * g**2
    return theta - lr * g / np.sqrt(np.mean(v) + eps), v


@wrong("E7-RMS-FORGETS", breaks="rmsprop_step-sizes",
       says="Your new average forgets the old one. It counts with beta.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = (1 - beta) * g**2
    return theta - lr * g / np.sqrt(v + eps), v


@wrong("E7-RMS-BETA-SQUARED", breaks="rmsprop_step-sizes",
       says="You square the old average once more. It is an average of squares already; only the new gradient is squared.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    v = beta * v**2 + (1 - beta) * g**2
    return theta - lr * g / np.sqrt(v + eps), v


@wrong("E7-RMS-TRUNCATED", breaks="rmsprop_step-sizes",
       says="You write the new average into an array of whole numbers, and the fractions are cut off. Make a new array.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    new = np.zeros_like(v)
    new[:] = beta * v + (1 - beta) * g**2
    return theta - lr * g / np.sqrt(new + eps), new


@right("one coordinate after the other")
def rmsprop_step(theta, g, v, lr, beta, eps):
    new, averages = [], []
    for i in range(len(theta)):
        averages.append(beta * v[i] + (1 - beta) * g[i] ** 2)
        new.append(theta[i] - lr * g[i] / (averages[i] + eps) ** 0.5)
    return np.array(new), np.array(averages)


@wrong("E7-RMS-WHOLE-NUMBERS", breaks="rmsprop_step-sizes",
       says="theta and v may hold whole numbers, into which -= and *= cannot write fractions. Begin with float copies, or make new arrays.")
def rmsprop_step(theta, g, v, lr, beta, eps):
    theta, v = theta.copy(), v.copy()
    v *= beta
    v += (1 - beta) * g**2
    theta -= lr * g / np.sqrt(v + eps)
    return theta, v


@right("a change of the average, and a power")
def rmsprop_step(theta, g, v, lr, beta, eps):
    average = beta * v + np.square(g) * (1 - beta)
    return theta - (lr * g) * np.power(average + eps, -0.5), average


@right("the library's update on copies")
def rmsprop_step(theta, g, v, lr, beta, eps):
    theta, v = np.array(theta, dtype=float), np.array(v, dtype=float)
    v *= beta
    v += (1 - beta) * (g * g)
    theta -= lr * g / np.sqrt(v + eps)
    return theta, v


# 7 adam_step


@wrong("E7-ADAM-NO-CORRECTION", breaks="adam_step-visible",
       says="You leave out the bias correction, so the first steps have the wrong length, most often several times too long. Divide m and v by 1 - beta^t.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * m / (np.sqrt(v) + eps), (m, v, t)


@wrong("E7-ADAM-T-FROM-ZERO", breaks="adam_step-visible",
       says="You correct with the t of the steps already made, so the first one divides by 0. The step that you make is number t + 1.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
    return theta - lr * np.divide(m, 1 - beta1**t) / (np.sqrt(np.divide(v, 1 - beta2**t)) + eps), (m, v, t + 1)


@wrong("E7-ADAM-T-TOO-LARGE", breaks="adam_step-walk",
       says="You correct the first step as if it were the second. With t steps made, this is number t + 1, and no more.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * (m / (1 - beta1 ** (t + 1))) / (np.sqrt(v / (1 - beta2 ** (t + 1))) + eps), (m, v, t)


@wrong("E7-ADAM-BETAS-SWAPPED", breaks="adam_step-visible",
       says="You have exchanged beta1 and beta2. beta1 belongs to m and beta2 to v.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    beta1, beta2 = beta2, beta1
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)


@wrong("E7-ADAM-ONE-BETA", breaks="adam_step-walk",
       says="You correct both averages with beta1. The correction of v is made with beta2.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta1**t)) + eps), (m, v, t)


@wrong("E7-ADAM-EPS-INSIDE", breaks="adam_step-sizes",
       says="Your eps stands inside the root, as in the lecture's RMSprop. In Adam it stands outside; a gradient of 1e-6 feels the difference.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * (m / (1 - beta1**t)) / np.sqrt(v / (1 - beta2**t) + eps), (m, v, t)


@wrong("E7-ADAM-EPS-TOO-EARLY", breaks="adam_step-sizes",
       says="You add eps to the root of the uncorrected v. Correct first: eps is added to the root of the corrected one.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * np.sqrt(1 - beta2**t) / (1 - beta1**t) * m / (np.sqrt(v) + eps), (m, v, t)


@wrong("E7-ADAM-NO-EPS", breaks="adam_step-sizes",
       says="Your step has no eps. It is added to the root of the corrected v.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * (m / (1 - beta1**t)) / np.sqrt(v / (1 - beta2**t)), (m, v, t)


@wrong("E7-ADAM-NORM", breaks="adam_step-sizes",
       says="Your v is made of the length of the whole gradient, so coordinates share it. Square each coordinate by itself.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * np.sum(g**2), t + 1
    return theta - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)


@wrong("E7-ADAM-MEAN-ROOT", breaks="adam_step-sizes",
       says="You divide all coordinates by one number, the root of the mean v. Each is divided by its own.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * (m / (1 - beta1**t)) / (np.sqrt(np.mean(v) / (1 - beta2**t)) + eps), (m, v, t)


@wrong("E7-ADAM-TRUNCATED", breaks="adam_step-sizes",
       says="You write theta or the averages into arrays of whole numbers, and fractions are cut off. Make new arrays.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t, new = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1, np.zeros_like(theta)
    new[:] = theta - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return new, (m, v, t)


@wrong("E7-ADAM-M-UNCORRECTED", breaks="adam_step-visible",
       says="You correct v and step with the uncorrected m. Both are corrected.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * m / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)


@wrong("E7-ADAM-V-UNCORRECTED", breaks="adam_step-visible",
       says="You correct m and divide by the root of the uncorrected v. Both are corrected.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * (m / (1 - beta1**t)) / (np.sqrt(v) + eps), (m, v, t)


@wrong("E7-ADAM-NO-MOMENTUM", breaks="adam_step-walk",
       says="You step with the gradient itself instead of the corrected average m.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * g / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)


@wrong("E7-ADAM-NO-SQUARE", breaks="adam_step-walk",
       says="Your v averages the gradients without squaring them. It is an average of squares, g**2.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * np.abs(g), t + 1
    return theta - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)


@wrong("E7-ADAM-NO-ROOT", breaks="adam_step-walk",
       says="You divide by the corrected v itself. Take its root, which has the size of a gradient.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * (m / (1 - beta1**t)) / (v / (1 - beta2**t) + eps), (m, v, t)


@wrong("E7-ADAM-V-OF-M", breaks="adam_step-walk",
       says="Your v averages the squares of m. It averages the squares of the gradient.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, t = beta1 * m + (1 - beta1) * g, t + 1
    v = beta2 * v + (1 - beta2) * m**2
    return theta - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)


@wrong("E7-ADAM-KEEPS-CORRECTED", breaks="adam_step-visible",
       says="You put the corrected averages into the state, so they are corrected again and again. Keep the averages as they were before.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    t = t + 1
    m = (beta1 * m + (1 - beta1) * g) / (1 - beta1**t)
    v = (beta2 * v + (1 - beta2) * g**2) / (1 - beta2**t)
    return theta - lr * m / (np.sqrt(v) + eps), (m, v, t)


@wrong("E7-ADAM-CORRECTED-BY-T-ONE", breaks="adam_step-walk",
       says="You correct with 1 - beta in every step. The correction fades: it is 1 - beta to the power t.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * (m / (1 - beta1)) / (np.sqrt(v / (1 - beta2)) + eps), (m, v, t)


@wrong("E7-ADAM-T-TIMES", breaks="adam_step-walk",
       says="You correct with 1 - beta * t. It is beta to the power t: beta**t.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * (m / (1 - beta1 * t)) / (np.sqrt(np.abs(v / (1 - beta2 * t))) + eps), (m, v, t)


@wrong("E7-ADAM-FORGETS", breaks="adam_step-walk",
       says="Your averages start from zero in every step. The old ones stand in the state.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = (1 - beta1) * g, (1 - beta2) * g**2, state[2] + 1
    return theta - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)


@wrong("E7-ADAM-UPHILL", breaks="adam_step-visible",
       says="You add the step. Descent goes against the average of the gradients.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta + lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)


@wrong("E7-ADAM-IN-PLACE", breaks="adam_step-visible",
       says="m *= beta1 writes into the state that was handed in, so nobody can go back to it. Make new arrays.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m[:], v[:], t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)


@wrong("E7-ADAM-T-STANDS", breaks="adam_step-visible",
       says="The t that you return has not grown. Every step adds 1 to it.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
    return theta - lr * (m / (1 - beta1 ** (t + 1))) / (np.sqrt(v / (1 - beta2 ** (t + 1))) + eps), (m, v, t)


@wrong("E7-ADAM-WHOLE-NUMBERS", breaks="adam_step-sizes",
       says="theta and the averages may hold whole numbers, into which -= and *= cannot write fractions. Begin with float copies, or make new arrays.")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    theta, (m, v, t) = theta.copy(), state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    theta -= lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return theta, (m, v, t)


@right("the library's rearranged fraction")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    theta, (m, v, t) = np.array(theta, dtype=float), state
    m, v = np.array(m, dtype=float), np.array(v, dtype=float)
    t += 1
    m *= beta1
    m += (1 - beta1) * g
    v *= beta2
    v += (1 - beta2) * (g * g)
    m_scale, v_scale = 1 - beta1**t, 1 - beta2**t
    root = v_scale**0.5
    step = np.sqrt(v)
    step += eps * root
    np.divide(m, step, out=step)
    step *= lr * root / m_scale
    theta -= step
    return theta, (m, v, t)


@right("one coordinate after the other")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    new, averages, squares, t = [], [], [], state[2] + 1
    for i in range(len(theta)):
        averages.append(state[0][i] * beta1 + g[i] * (1 - beta1))
        squares.append(state[1][i] * beta2 + g[i] * g[i] * (1 - beta2))
        down = (squares[i] / (1 - beta2**t)) ** 0.5 + eps
        new.append(theta[i] - lr * averages[i] / (1 - beta1**t) / down)
    return np.array(new), (np.array(averages), np.array(squares), t)


@right("the correction as a geometric sum")
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    m, v, t = state
    ages = np.arange(t + 1)
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * np.square(g)
    m_hat = m / ((1 - beta1) * np.sum(beta1**ages))
    v_hat = v / ((1 - beta2) * np.sum(beta2**ages))
    return theta - lr * m_hat / (v_hat**0.5 + eps), [m, v, t + 1]


# 8 refute


@wrong("E7-CLAIM-OFF-BY-ONE", breaks="refute-visible",
       says="Your k is one too small: you count the steps before the last one. x_k is the point after k steps.")
def refute(mu, C):
    x, k = 1.0, 0
    while True:
        x *= 1 - mu / (k + 1)
        if (k + 1) * x > C:
            return k, 1 / mu
        k += 1


@wrong("E7-CLAIM-FIRST-STEP", breaks="refute-visible",
       says="Your first step has the size 1/2. gamma_0 is 1: step k, counted from 1, multiplies x by 1 - mu/k.")
def refute(mu, C):
    x, k = 1.0, 0
    while k * x <= C:
        k += 1
        x *= 1 - mu / (k + 1)
    return k, 1 / mu


@wrong("E7-CLAIM-SLOPE", breaks="refute-visible",
       says="You use 2 mu x for the slope. The function is mu/2 times x squared, so its slope is mu x.")
def refute(mu, C):
    x, k = 1.0, 0
    while k * x <= C and k < 1000:
        k += 1
        x *= 1 - 2 * mu / k
    return k, 1 / mu


@wrong("E7-CLAIM-FIXED-STEP", breaks="refute-visible",
       says="Your steps do not shrink: every one has the size 1. Step k has 1/k.")
def refute(mu, C):
    x, k = 1.0, 0
    while k * x <= C and k < 1000:
        k += 1
        x *= 1 - mu
    return k, 1 / mu


@wrong("E7-CLAIM-HALF-STEP", breaks="refute-visible",
       says="Your c is 1/(2 mu). Beyond it the noise dies out at the rate 1/k, but without noise x goes like k^(-c mu): c mu has to be at least 1, and c mu = 1 does it.")
def refute(mu, C):
    x, k = 1.0, 0
    while k * x <= C:
        k += 1
        x *= 1 - mu / k
    return k, 1 / (2 * mu)


@wrong("E7-CLAIM-C-IS-MU", breaks="refute-visible",
       says="Your c is mu itself. A flat bowl, with a small mu, needs longer steps, not shorter ones.")
def refute(mu, C):
    x, k = 1.0, 0
    while k * x <= C:
        k += 1
        x *= 1 - mu / k
    return k, mu


@wrong("E7-CLAIM-C-FIVE", breaks="refute-any_promise",
       says="Your c is 5, the lecture's choice for mu = 1/5. It has to fit the curvature that is handed in.")
def refute(mu, C):
    x, k = 1.0, 0
    while k * x <= C:
        k += 1
        x *= 1 - mu / k
    return k, 5.0


@wrong("E7-CLAIM-NEARLY", breaks="refute-any_promise",
       says="Your c is a little below 1/mu. Then k |x_k| still grows, like k^(1 - c mu), and breaks the promise after very many steps: c mu has to be at least 1.")
def refute(mu, C):
    x, k = 1.0, 0
    while k * x <= C:
        k += 1
        x *= 1 - mu / k
    return k, 0.99 / mu


@wrong("E7-CLAIM-AT-LEAST", breaks="refute-any_promise",
       says="You stop where k x_k is exactly C. The promise says at most C, so it is broken only above C.")
def refute(mu, C):
    x, k = 1 - mu, 1
    while k * x < C:
        k += 1
        x *= 1 - mu / k
    return k, 1 / mu


@wrong("E7-CLAIM-FROM-TWO", breaks="refute-any_promise",
       says="You never look at k = 1. A small promise is broken by the first step already.")
def refute(mu, C):
    x, k = (1 - mu) * (1 - mu / 2), 2
    while k * x <= C:
        k += 1
        x *= 1 - mu / k
    return k, 1 / mu


@wrong("E7-CLAIM-SHORT-WALK", breaks="refute-any_promise",
       says="You give up after a few steps. Some promises are broken only after thousands: walk until it happens.")
def refute(mu, C):
    k = np.arange(1, 1001)
    return int(np.argmax(k * np.cumprod(1 - mu / k) > C)) + 1, 1 / mu


@wrong("E7-CLAIM-POWER", breaks="refute-visible",
       says="You use x_k = k^(-mu), which tells the rate but not the point. The first k needs the product of the factors 1 - mu/k itself.")
def refute(mu, C):
    k = 1
    while k ** (1 - mu) <= C and k < 30_000:
        k += 1
    return k, 1 / mu


@wrong("E7-CLAIM-NOT-TIMES-K", breaks="refute-visible",
       says="You compare x_k with C instead of C/k. Multiply by k: the promise is about k times x_k.")
def refute(mu, C):
    x, k = 1 - mu, 1
    while x > C and k < 30_000:
        k += 1
        x *= 1 - mu / k
    return k, 1 / mu


@right("all points at once")
def refute(mu, C):
    k = np.arange(1, 30_001)
    return np.argmax(k * np.cumprod(1 - mu / k) > C) + 1, 1 / mu


@right("another repaired step, and k x_k itself as the quantity")
def refute(mu, C):
    k, scaled = 1, 1 - mu
    while not scaled > C:
        scaled *= 1 + (1 - mu) / k
        k += 1
    return k, 2 / mu


@right("gradient steps as they are")
def refute(mu, C):
    x = 1.0
    for k in range(100_000):
        x = x - 1 / (k + 1) * (mu * x)
        if abs(x) > C / (k + 1):
            return k + 1, 1.5 / mu


# The arguments on which a student's function is compared with the wrong answers above.

BOWL, SADDLE, VALLEY = np.array([[3.0, 1.0, 0.0], [1.0, 2.0, -1.0], [0.0, -1.0, 4.0]]), np.array([[2, 0], [0, -3]]), np.array([[1, -1], [-1, 1]])
HERE, THERE = np.array([1.0, -2.0, 0.5]), np.array([0.5, 1.0, -1.0])
TABLE, TARGETS = np.array([[1, 2], [3, -1], [0, 4], [2, 2], [-1, 5], [6, 0], [7, 3]]), np.array([10, 11, 12, 13, 14, 15, 16])
ROWS = [np.array([0, 1]), np.array([2]), np.array([3, 4, 3]), np.array([6, 5])]
LAYERS = [np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 0.5]]), np.array([0.5, -2.0]), np.array(1.0)]
GRADIENTS = [np.array([[0.5, -1.0], [2.0, 0.25], [1.0, 1.0]]), np.array([3.0, -0.5]), np.array(-2.0)]
AVERAGES = [np.array([[0.25, 1.0], [-1.0, 0.5], [0.0, 2.0]]), np.array([1.0, 1.5]), np.array(0.75)]
WHOLE = [np.array([1, -2]), np.array([3, 4])]

PROBES = {
    "descend": [(0, np.array([8.0]), 0.5, 3, 1.0), ("round bowl", np.array([8]), 0.5, 3, 1.0), ("round bowl", np.array([8.0]), 0.5, 10, 1.0), ("round bowl", np.array([8.0]), 0.5, 3, 1.0), ("round bowl", np.array([64.0, 48.0]), 0.5, 20, 2.25),
                ("round bowl", np.array([64.0, 48.0]), 0.5, 20, 1.5),
                ("narrow bowl", np.array([8.0, 1.0]), 0.1875, 12, 0.4), ("slide", np.array([-900.0, 2.0]), 0.5, 5, 1.0), ("hills", np.array([1.0, -0.5]), 0.3, 25, 0.02)],
    "best_step": [(np.diag([1.0, 10.0]), np.zeros(2), np.array([10.0, 1.0]), np.array([-10.0, -10.0])), (BOWL, HERE, THERE, np.array([0.5, -0.25, 0.25])),
                  (BOWL, HERE, THERE, np.array([-0.5, 0.25, -0.25])), (BOWL, HERE, THERE, np.array([0.0, -0.125, 0.0])),
                  (SADDLE, np.zeros(2), np.array([1, 1]), np.array([0, -1])), (SADDLE, np.zeros(2), np.array([0, 0]), np.array([1, 1])),
                  (SADDLE, np.zeros(2), np.array([4, 1]), np.array([-2, 0])), (SADDLE, np.zeros(2), np.array([1, 1]), np.array([0, 1])),
                  (VALLEY, np.array([1, 0]), np.array([0, 0]), np.array([2, 2])), (VALLEY, np.array([1, 0]), np.array([0, 0]), np.array([-2, -2])),
                  (VALLEY, np.array([0, 0]), np.array([1, 3]), np.array([2, 2]))],
    "minibatches": [(TABLE, TARGETS, 3, 3, 0), (TABLE[:6], TARGETS[:6], 2, 2, 1), (TABLE, TARGETS, 5, 2, 1), (TABLE, TARGETS, 4, 2, 2)],
    "sgd": [(TABLE / 4, TARGETS / 8, np.array([0.5, -0.25]), 0.25, ROWS, 0.05, 0.5), (TABLE, TARGETS, np.array([1, -1]), 1, ROWS, 0.0625, 0.25),
            (TABLE, TARGETS, np.array([1, -1]), 1, ROWS[:1], 0.0625, 0.25)],
    "momentum_step": [(LAYERS, GRADIENTS, None, 0.5, 0.75), (LAYERS, GRADIENTS, AVERAGES, 0.5, 0.75), (WHOLE, WHOLE[::-1], None, 0.5, 0.75),
                      (WHOLE, WHOLE[::-1], [np.array([1.0, -0.5]), np.array([2.0, 0.0])], 0.5, 0.75), (LAYERS, GRADIENTS, None, 0.5, 0.75)],
    "rmsprop_step": [(np.array([1.0, 2.0]), np.array([3.0, -0.3]), np.array([0.0, 0.0]), 0.1, 0.75, 1e-8), (np.array([1, 2]), np.array([2, -4]), np.array([1, 3]), 1, 0.5, 0.5),
                     (np.array([0.0, 1.0]), np.array([1e-6, -1.0]), np.array([4e-12, 2.0]), 0.1, 0.9, 1e-8)],
    "adam_step": [(np.array([1.0, 2.0]), np.array([2.0, -0.5]), (np.zeros(2), np.zeros(2), 0), 0.1, 0.9, 0.75, 1e-8),
                  (np.array([1.0, 2.0]), np.array([-1.0, 3.0]), (np.array([0.5, -0.25]), np.array([2.0, 0.5]), 3), 0.1, 0.9, 0.75, 1e-3),
                  (np.array([1, 2]), np.array([1e-6, 3.0]), (np.zeros(2), np.zeros(2), 0), 0.1, 0.5, 0.99, 1e-8)],
    "refute": [(0.2, 2.0), (0.5, 0.5), (0.5, 0.03), (0.25, 60.0), (0.2, 900.0), (0.8, 1.5)],
}
