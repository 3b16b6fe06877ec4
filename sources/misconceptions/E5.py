"""E5: wrong answers that students write, with the sentence that helps, and right ones in other styles."""

import numpy as np

from course_lib.grading.misconceptions import right, wrong

# 1 is_violation


@wrong("E5-JUDGE-REVERSED", breaks="is_violation-visible",
       says="Your inequality is turned round: you accept triples whose graph lies below the chord, as it may on convex land.")
def is_violation(f1, f2, f_mid, lam):
    margin = lam * f1 + (1 - lam) * f2 - f_mid
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return (lam >= 0) & (lam <= 1) & (margin > 1e-6 * (1 + largest))


@wrong("E5-JUDGE-LAMBDA", breaks="is_violation-visible",
       says="Your chord weighs f2 with lam and f1 with 1 - lam. In this course lam belongs to x1, so also to f1.")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - ((1 - lam) * f1 + lam * f2)
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return (lam >= 0) & (lam <= 1) & (margin > 1e-6 * (1 + largest))


@wrong("E5-JUDGE-MIDPOINT", breaks="is_violation-visible",
       says="Your chord is always the mean of f1 and f2. That is its height in the middle only; elsewhere it is lam f1 + (1 - lam) f2.")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - (f1 + f2) / 2
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return (lam >= 0) & (lam <= 1) & (margin > 1e-6 * (1 + largest))


@wrong("E5-JUDGE-BOTH-SIDES", breaks="is_violation-visible",
       says="You take the margin's absolute value, so a chord far above the graph counts as well. Only a graph above its chord is a violation.")
def is_violation(f1, f2, f_mid, lam):
    margin = np.abs(f_mid - (lam * f1 + (1 - lam) * f2))
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return (lam >= 0) & (lam <= 1) & (margin > 1e-6 * (1 + largest))


@wrong("E5-JUDGE-MARGINS", breaks="is_violation-visible",
       says="You return the margins themselves. The answer is whether each of them is above its limit, True or False.")
def is_violation(f1, f2, f_mid, lam):
    return f_mid - (lam * f1 + (1 - lam) * f2)


@wrong("E5-JUDGE-ONE-ANSWER", breaks="is_violation-visible",
       says="You return one answer for all triples together. Each triple is judged by itself: an array of shape (M,).")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return np.any((lam >= 0) & (lam <= 1) & (margin > 1e-6 * (1 + largest)))


@wrong("E5-JUDGE-AND", breaks="is_violation-visible",
       says="`and` and chained comparisons want a single True or False, and you have arrays. Join the conditions entry by entry: (...) & (...).")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return 0 <= lam <= 1 and margin > 1e-6 * (1 + largest)


@wrong("E5-JUDGE-NO-LIMIT", breaks="is_violation-small_margins",
       says="You accept every margin above 0. Rounding makes such margins on a plane: a proof needs more than 1e-6 (1 + h).")
def is_violation(f1, f2, f_mid, lam):
    return (lam >= 0) & (lam <= 1) & (f_mid > lam * f1 + (1 - lam) * f2)


@wrong("E5-JUDGE-LOOSE", breaks="is_violation-small_margins",
       says="Your limit stands on the wrong side: you accept margins a little below 0, so every plane is declared not convex.")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return (lam >= 0) & (lam <= 1) & (margin > -1e-6 * (1 + largest))


@wrong("E5-JUDGE-ABSOLUTE", breaks="is_violation-small_margins",
       says="Your limit is the same at every height. Rounding errors grow with the heights, and so does the limit: 1e-6 (1 + h).")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    return (lam >= 0) & (lam <= 1) & (margin > 1e-6)


@wrong("E5-JUDGE-RELATIVE", breaks="is_violation-small_margins",
       says="Your limit is 1e-6 h without the 1. On land near height 0 it all but vanishes: it is 1e-6 (1 + h).")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return (lam >= 0) & (lam <= 1) & (margin > 1e-6 * largest)


@wrong("E5-JUDGE-SHARED-H", breaks="is_violation-small_margins",
       says="You use one h for all triples, the largest height of all. Each triple has its own h: the largest of its three, along axis 0.")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    largest = np.nanmax(np.abs([f1, f2, f_mid]))
    return (lam >= 0) & (lam <= 1) & (margin > 1e-6 * (1 + largest))


@wrong("E5-JUDGE-SIGNED-H", breaks="is_violation-small_margins",
       says="Your h is the largest height and not the largest absolute height. At height -1000 rounding is as coarse as at 1000.")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    largest = np.max([f1, f2, f_mid], axis=0)
    return (lam >= 0) & (lam <= 1) & (margin > 1e-6 * (1 + largest))


@wrong("E5-JUDGE-SUM-H", breaks="is_violation-small_margins",
       says="You add up the three absolute heights, so your limit is too large. h is the largest of the three.")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    return (lam >= 0) & (lam <= 1) & (margin > 1e-6 * (1 + np.abs(f1) + np.abs(f2) + np.abs(f_mid)))


@wrong("E5-JUDGE-ANY-LAMBDA", breaks="is_violation-refused",
       says="You do not look whether lam lies between 0 and 1. Beyond the ends of the chord every bent land gives false proofs.")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return margin > 1e-6 * (1 + largest)


@wrong("E5-JUDGE-ONE-END", breaks="is_violation-refused",
       says="You refuse a lam above 1, but not one below 0. Both lie outside the chord.")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return (lam <= 1) & (margin > 1e-6 * (1 + largest))


@wrong("E5-JUDGE-CLIPPED", breaks="is_violation-refused",
       says="You push lam into 0 to 1 and go on. But then the chord is taken at another place than the middle: refuse such a triple.")
def is_violation(f1, f2, f_mid, lam):
    lam = np.clip(lam, 0, 1)
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return margin > 1e-6 * (1 + largest)


@wrong("E5-JUDGE-NOT-AT-MOST", breaks="is_violation-refused",
       says="You ask that the margin be not at most the limit. With NaN every comparison is False, so that accepts NaN: ask that it be larger.")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return (lam >= 0) & (lam <= 1) & ~(margin <= 1e-6 * (1 + largest))


@wrong("E5-JUDGE-NAN-IS-ZERO", breaks="is_violation-refused",
       says="You turn NaN into 0 and judge on. A height that is not known proves nothing, so such a triple is refused.")
def is_violation(f1, f2, f_mid, lam):
    f1, f2, f_mid, lam = np.nan_to_num(f1), np.nan_to_num(f2), np.nan_to_num(f_mid), np.nan_to_num(lam)
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return (lam >= 0) & (lam <= 1) & (margin > 1e-6 * (1 + largest))


@wrong("E5-JUDGE-ALL-OR-NOTHING", breaks="is_violation-refused",
       says="One bad triple makes you refuse all of them. Each triple stands for itself: combine the conditions entry by entry, with &.")
def is_violation(f1, f2, f_mid, lam):
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    if np.any(lam < 0) or np.any(lam > 1) or not np.all(np.isfinite(margin)):
        return np.zeros(len(lam), dtype=bool)
    return margin > 1e-6 * (1 + largest)


@right("a loop over the triples")
def is_violation(f1, f2, f_mid, lam):
    answers = []
    for a, b, c, t in zip(f1, f2, f_mid, lam):
        known = np.isfinite(a) and np.isfinite(b) and np.isfinite(c) and 0 <= t <= 1
        answers.append(bool(known and c - t * a - (1 - t) * b > 1e-6 * (1 + max(abs(a), abs(b), abs(c)))))
    return np.array(answers)


@right("the chord from f2 towards f1")
def is_violation(f1, f2, f_mid, lam):
    chord = f2 + lam * (f1 - f2)
    h = np.maximum(np.maximum(np.abs(f1), np.abs(f2)), np.abs(f_mid))
    return np.logical_and(np.abs(lam - 0.5) <= 0.5, f_mid > chord + 1e-6 + 1e-6 * h)


@right("refusing first, then judging the rest")
def is_violation(f1, f2, f_mid, lam):
    table = np.column_stack([f1, f2, f_mid, lam])
    good = np.isfinite(table).all(axis=1) & (lam >= 0) & (lam <= 1)
    answers = np.full(len(table), False)
    a, b, c, t = table[good].T
    answers[good] = (c - (t * a + (1 - t) * b)) / (1 + np.max(np.abs(table[good, :3]), axis=1)) > 1e-6
    return answers


# 2 find_violation


@wrong("E5-FIND-REVERSED", breaks="find_violation-visible",
       says="Your inequality is turned round: you return triples whose graph lies below the chord, which even a square has.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = lam * f1 + (1 - lam) * f2 - f_mid > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-LAMBDA", breaks="find_violation-visible",
       says="In the middle lam stands on x2, in the chord on f1. Graph and chord must be compared at the same place: lam belongs to x1.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, (1 - lam[:, None]) * x1 + lam[:, None] * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-CHORD-MIDDLE", breaks="find_violation-visible",
       says="Your chord is always the mean of f1 and f2, though lam is not one half. Weigh f1 with lam and f2 with 1 - lam.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (f1 + f2) / 2 > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-GIVES-UP", breaks="find_violation-visible",
       says="You return None as soon as one triple is no violation. Go on until the budget is used up: return None after the loop, not in it.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
        else:
            return None


@wrong("E5-FIND-BEST-ANYWAY", breaks="find_violation-visible",
       says="You always return the triple with the largest margin. If even that is not above the limit, the answer is None.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    k = np.argmax(f_mid - (lam * f1 + (1 - lam) * f2))
    return x1[k], x2[k], lam[k]


@wrong("E5-FIND-FIRST-ANYWAY", breaks="find_violation-visible",
       says="np.argmax of an array of truth values is 0 also when none is True, so you return the first triple on convex land. Ask found.any() first.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    k = np.argmax(found)
    return x1[k], x2[k], lam[k]


@wrong("E5-FIND-ENDS-ONLY", breaks="find_violation-visible",
       says="Your lam is only ever 0 or 1, and there graph and chord always agree. Draw numbers between: rng.random(n).")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.integers(0, 2, n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-LAMBDA-EVERYWHERE", breaks="find_violation-visible",
       says="You draw lam between low and high, as if it were a point. It is a number from 0 to 1, or the middle lies outside the chord.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.uniform(low[0], high[0], n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-LAMBDA-ROW", breaks="find_violation-visible",
       says="Your lam has shape (n,) where it multiplies rows, so each triple meets the lam of others. Make it a column there: lam[:, None].")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam * x1 + (1 - lam) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-MIDDLE-RETURNED", breaks="find_violation-visible",
       says="You return the middle itself in the place of lam. Whoever checks the proof needs the number lam; the middle follows from it.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    middle = lam[:, None] * x1 + (1 - lam[:, None]) * x2
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, middle)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], middle[k]
    return None


@wrong("E5-FIND-RETURNED-ORDER", breaks="find_violation-visible",
       says="You return lam first. The contract's order is x1, x2, lam.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return lam[k], x1[k], x2[k]
    return None


@wrong("E5-FIND-ALL-OF-THEM", breaks="find_violation-visible",
       says="You return all violations at once. One is a proof already: return a single x1, x2 and lam.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    if found.any():
        return x1[found], x2[found], lam[found]
    return None


@wrong("E5-FIND-WHOLE-ARRAYS", breaks="find_violation-visible",
       says="You ask `if` about whole arrays, and it wants a single True or False. In the loop look at one triple: margin[k] and its own limit.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    limit = 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if margin > limit:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-NO-ROWS", breaks="find_violation-visible",
       says="You hand single points of shape (d,) to heights, which wants rows. Draw all points at once, or turn a point x into a row: x[None].")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    for _ in range(budget // 3):
        x1, x2, lam = rng.uniform(low, high), rng.uniform(low, high), rng.random()
        f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam * x1 + (1 - lam) * x2)
        if f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + max(abs(f1), abs(f2), abs(f_mid))):
            return x1, x2, lam
    return None


@wrong("E5-FIND-COARSE", breaks="find_violation-one_coordinate",
       says="You accept only margins above 0.01. Some lands are shallow: the limit is 1e-6 (1 + h).")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 0.01 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-STANDARD-BOX", breaks="find_violation-one_coordinate",
       says="You draw points around 0, wherever the box lies. Draw each coordinate between low and high.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(-3, 3, size=(n, len(low)))
    x2 = rng.uniform(-3, 3, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-FIRST-CORNER", breaks="find_violation-many_coordinates",
       says="You use low[0] and high[0] for every coordinate. Each coordinate has its own range: rng.uniform takes low and high as arrays.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low[0], high[0], size=(n, len(low)))
    x2 = rng.uniform(low[0], high[0], size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-DIAGONAL", breaks="find_violation-many_coordinates",
       says="All coordinates of your points come from the same random number, so you look along one diagonal only. Draw n times d numbers.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = low + (high - low) * rng.random((n, 1))
    x2 = low + (high - low) * rng.random((n, 1))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-ONE-AXIS", breaks="find_violation-many_coordinates",
       says="Your two points differ in one coordinate only. A land may be convex along every axis and still not be convex: draw all coordinates anew.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = x1.copy()
    x2[:, 0] = rng.uniform(low[0], high[0], size=n)
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-NO-LIMIT", breaks="find_violation-convex",
       says="You accept every margin above 0. On a plane rounding alone makes such margins: a proof needs more than 1e-6 (1 + h).")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid > lam * f1 + (1 - lam) * f2
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-ABSOLUTE", breaks="find_violation-convex",
       says="Your limit is 1e-6 at every height. On very high land rounding is larger than that: the limit is 1e-6 (1 + h).")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-RELATIVE", breaks="find_violation-convex",
       says="Your limit is 1e-6 h without the 1. On land near height 0 it all but vanishes, and ripples too small to count pass it: 1e-6 (1 + h).")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * np.abs([f1, f2, f_mid]).max(axis=0)
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-LOOSE", breaks="find_violation-convex",
       says="Your limit has the wrong sign: you accept margins a little below 0, so every plane is declared not convex.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > -1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-BUDGET-TRIPLES", breaks="find_violation-budget",
       says="You draw budget triples, but the budget counts rows: a triple needs three heights, so it costs three.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-BUDGET-HALVES", breaks="find_violation-budget",
       says="You count two rows for each triple. The height in the middle has to be asked for as well: a triple costs three.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = budget // 2
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@wrong("E5-FIND-NO-BUDGET", breaks="find_violation-budget",
       says="You try a thousand triples whatever the budget is. It allows budget rows in all, three for each triple.")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = 1000
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    found = f_mid - (lam * f1 + (1 - lam) * f2) > 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    for k in range(n):
        if found[k]:
            return x1[k], x2[k], lam[k]
    return None


@right("triple by triple, until the budget is used up")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    left = budget
    while left >= 3:
        a, b, t = rng.uniform(low, high), rng.uniform(low, high), rng.random()
        fa, fb, fm = heights(f, a[None])[0], heights(f, b[None])[0], heights(f, (t * a + (1 - t) * b)[None])[0]
        left -= 3
        if fm - t * fa - (1 - t) * fb > 1e-6 * (1 + max(abs(fa), abs(fb), abs(fm))):
            return a, b, float(t)


@right("midpoints only, all rows in one call")
def find_violation(f, low, high, budget, seed):
    n, d = budget // 3, len(low)
    ends = low + (high - low) * np.random.default_rng(seed).random((2, n, d))
    h = heights(f, np.concatenate([ends[0], ends[1], ends.mean(axis=0)])).reshape(3, n)
    good = np.flatnonzero(h[2] - (h[0] + h[1]) / 2 > 1e-6 * (1 + np.abs(h).max(axis=0)))
    return (ends[0, good[0]], ends[1, good[0]], 0.5) if len(good) else None


@right("the triple that is furthest above its limit")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    n = int(budget / 3)
    lam = rng.random((n, 1))
    x1, x2 = rng.uniform(low, high, (n, len(low))), rng.uniform(low, high, (n, len(low)))
    a, b, c = (heights(f, x) for x in (x1, x2, x2 + lam * (x1 - x2)))
    excess = c - lam[:, 0] * a - (1 - lam[:, 0]) * b - 1e-6 * (1 + np.maximum.reduce([abs(a), abs(b), abs(c)]))
    best = int(np.argmax(excess))
    if excess[best] <= 0:
        return None
    return [x1[best], x2[best], lam[best, 0]]


@right("in small batches")
def find_violation(f, low, high, budget, seed):
    rng = np.random.default_rng(seed)
    while budget >= 3:
        n = min(10, budget // 3)
        budget -= 3 * n
        x1, x2, lam = rng.uniform(low, high, (n, len(low))), rng.uniform(low, high, (n, len(low))), rng.uniform(0, 1, n)
        mid = np.array([t * p + (1 - t) * q for t, p, q in zip(lam, x1, x2)])
        f1, f2, fm = heights(f, x1), heights(f, x2), heights(f, mid)
        for p, q, t, a, b, c in zip(x1, x2, lam, f1, f2, fm):
            if c > t * a + (1 - t) * b + 1e-6 * (1 + max(abs(a), abs(b), abs(c))):
                return p, q, t
    return None


# 3 twin


@wrong("E5-TWIN-W1-ONLY", breaks="twin-visible",
       says="You exchange columns of W1 and nothing else. A unit's bias and its outgoing weights, the row of W2, go with it.")
def twin(W1, b1, W2, b2, X, Y):
    here = loss(W1, b1, W2, b2, X, Y)
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            order = list(range(len(b1)))
            order[i], order[j] = j, i
            other = W1[:, order], b1.copy(), W2.copy(), b2.copy()
            if loss((W1 + other[0]) / 2, (b1 + other[1]) / 2, (W2 + other[2]) / 2, b2, X, Y) > here + 1e-6 * (1 + here):
                return other


@wrong("E5-TWIN-NO-BIAS", breaks="twin-visible",
       says="Columns of W1 and rows of W2 move, but the biases b1 stay. A unit takes its bias with it: b1[order].")
def twin(W1, b1, W2, b2, X, Y):
    here = loss(W1, b1, W2, b2, X, Y)
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            order = list(range(len(b1)))
            order[i], order[j] = j, i
            other = W1[:, order], b1.copy(), W2[order], b2.copy()
            if loss((W1 + other[0]) / 2, (b1 + other[1]) / 2, (W2 + other[2]) / 2, b2, X, Y) > here + 1e-6 * (1 + here):
                return other


@wrong("E5-TWIN-NO-W2", breaks="twin-visible",
       says="The units change places, but what goes out of them does not. The rows of W2 move with the columns of W1.")
def twin(W1, b1, W2, b2, X, Y):
    here = loss(W1, b1, W2, b2, X, Y)
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            order = list(range(len(b1)))
            order[i], order[j] = j, i
            other = W1[:, order], b1[order], W2.copy(), b2.copy()
            if loss((W1 + other[0]) / 2, (b1 + other[1]) / 2, (W2 + other[2]) / 2, b2, X, Y) > here + 1e-6 * (1 + here):
                return other


@wrong("E5-TWIN-W1-ROWS", breaks="twin-visible",
       says="You exchange rows of W1, which belong to the inputs. In X @ W1 a hidden unit is a column: W1[:, order].")
def twin(W1, b1, W2, b2, X, Y):
    here = loss(W1, b1, W2, b2, X, Y)
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            order = list(range(len(b1)))
            order[i], order[j] = j, i
            other = W1[order], b1[order], W2[order], b2.copy()
            if loss((W1 + other[0]) / 2, (b1 + other[1]) / 2, (W2 + other[2]) / 2, b2, X, Y) > here + 1e-6 * (1 + here):
                return other


@wrong("E5-TWIN-W2-COLUMNS", breaks="twin-visible",
       says="You exchange columns of W2, which belong to the outputs. What goes out of a hidden unit is a row: W2[order].")
def twin(W1, b1, W2, b2, X, Y):
    here = loss(W1, b1, W2, b2, X, Y)
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            order = list(range(len(b1)))
            order[i], order[j] = j, i
            other = W1[:, order], b1[order], W2[:, order], b2.copy()
            if loss((W1 + other[0]) / 2, (b1 + other[1]) / 2, (W2 + other[2]) / 2, b2, X, Y) > here + 1e-6 * (1 + here):
                return other


@wrong("E5-TWIN-B2-TOO", breaks="twin-visible",
       says="You reorder b2 as well. It belongs to the outputs, which keep their places.")
def twin(W1, b1, W2, b2, X, Y):
    here = loss(W1, b1, W2, b2, X, Y)
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            order = list(range(len(b1)))
            order[i], order[j] = j, i
            other = W1[:, order], b1[order], W2[order], b2[order]
            if loss((W1 + other[0]) / 2, (b1 + other[1]) / 2, (W2 + other[2]) / 2, b2, X, Y) > here + 1e-6 * (1 + here):
                return other


@wrong("E5-TWIN-VIEWS", breaks="twin-visible",
       says="V1[:, i], V1[:, j] = V1[:, j], V1[:, i] overwrites one column before it is read: arrays give views, not copies. Use V1 = W1[:, order].")
def twin(W1, b1, W2, b2, X, Y):
    here = loss(W1, b1, W2, b2, X, Y)
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            V1, c1, V2 = W1.copy(), b1.copy(), W2.copy()
            V1[:, i], V1[:, j] = V1[:, j], V1[:, i]
            c1[i], c1[j] = c1[j], c1[i]
            V2[i], V2[j] = V2[j], V2[i]
            if loss((W1 + V1) / 2, (b1 + c1) / 2, (W2 + V2) / 2, b2, X, Y) > here + 1e-6 * (1 + here):
                return V1, c1, V2, b2.copy()


@wrong("E5-TWIN-IN-PLACE", breaks="twin-visible",
       says="You exchange the units inside W1, b1 and W2 themselves, and the caller's network is changed. Make new arrays: W1[:, order].")
def twin(W1, b1, W2, b2, X, Y):
    here, old = loss(W1, b1, W2, b2, X, Y), (W1.copy(), b1.copy(), W2.copy())
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            W1[:, [i, j]], b1[[i, j]], W2[[i, j]] = W1[:, [j, i]], b1[[j, i]], W2[[j, i]]
            if loss((W1 + old[0]) / 2, (b1 + old[1]) / 2, (W2 + old[2]) / 2, b2, X, Y) > here + 1e-6 * (1 + here):
                return W1, b1, W2, b2
            W1[:, [i, j]], b1[[i, j]], W2[[i, j]] = W1[:, [j, i]], b1[[j, i]], W2[[j, i]]


@wrong("E5-TWIN-ITSELF", breaks="twin-visible",
       says="You return the given parameters once more. They compute the same, but halfway to themselves nothing is worse.")
def twin(W1, b1, W2, b2, X, Y):
    return W1.copy(), b1.copy(), W2.copy(), b2.copy()


@wrong("E5-TWIN-HALFWAY", breaks="twin-visible",
       says="You return the parameters halfway. The certificate is the other end: the network with two units exchanged.")
def twin(W1, b1, W2, b2, X, Y):
    here = loss(W1, b1, W2, b2, X, Y)
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            order = list(range(len(b1)))
            order[i], order[j] = j, i
            halfway = (W1 + W1[:, order]) / 2, (b1 + b1[order]) / 2, (W2 + W2[order]) / 2, b2.copy()
            if loss(*halfway, X, Y) > here + 1e-6 * (1 + here):
                return halfway


@wrong("E5-TWIN-OUTPUTS-HALFWAY", breaks="twin-visible",
       says="You take the mean of the two networks' outputs, which are equal. Halfway means the mean of the parameters.")
def twin(W1, b1, W2, b2, X, Y):
    here = loss(W1, b1, W2, b2, X, Y)
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            order = list(range(len(b1)))
            order[i], order[j] = j, i
            other = W1[:, order], b1[order], W2[order], b2.copy()
            outputs = (network(W1, b1, W2, b2, X) + network(*other, X)) / 2
            if ((outputs - Y) ** 2).sum(axis=1).mean() > here + 1e-6 * (1 + here):
                return other
    return None


@wrong("E5-TWIN-BETTER", breaks="twin-visible",
       says="You look for a halfway with a smaller loss. The proof needs one that is worse than both its ends.")
def twin(W1, b1, W2, b2, X, Y):
    here = loss(W1, b1, W2, b2, X, Y)
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            order = list(range(len(b1)))
            order[i], order[j] = j, i
            other = W1[:, order], b1[order], W2[order], b2.copy()
            if loss((W1 + other[0]) / 2, (b1 + other[1]) / 2, (W2 + other[2]) / 2, b2, X, Y) < here - 1e-6 * (1 + here):
                return other
    return None


@wrong("E5-TWIN-ONE-OUTPUT", breaks="twin-same_outputs",
       says="You treat W2 as a single column, so networks with several outputs lose all but one. Its whole rows move: W2[order].")
def twin(W1, b1, W2, b2, X, Y):
    here = loss(W1, b1, W2, b2, X, Y)
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            order = list(range(len(b1)))
            order[i], order[j] = j, i
            other = W1[:, order], b1[order], W2[:, 0][order].reshape(-1, 1), b2.copy()
            if loss((W1 + other[0]) / 2, (b1 + other[1]) / 2, (W2 + other[2]) / 2, b2, X, Y) > here + 1e-6 * (1 + here):
                return other


@wrong("E5-TWIN-OUTPUTS-TURNED", breaks="twin-same_outputs",
       says="np.flip without an axis turns W2 round both ways, so the outputs change places too. Only its rows move: axis=0.")
def twin(W1, b1, W2, b2, X, Y):
    here = loss(W1, b1, W2, b2, X, Y)
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            V1, c1, V2 = W1.copy(), b1.copy(), W2.copy()
            V1[:, [i, j]] = np.flip(W1[:, [i, j]], axis=1)
            c1[[i, j]] = np.flip(b1[[i, j]])
            V2[[i, j]] = np.flip(W2[[i, j]])
            if loss((W1 + V1) / 2, (b1 + c1) / 2, (W2 + V2) / 2, b2, X, Y) > here + 1e-6 * (1 + here):
                return V1, c1, V2, b2.copy()


@wrong("E5-TWIN-NO-LIMIT", breaks="twin-equal_units",
       says="You are content with any loss above the given one. Two units that are almost equal pass that by a hair: ask for 1e-6 (1 + loss) more.")
def twin(W1, b1, W2, b2, X, Y):
    here = loss(W1, b1, W2, b2, X, Y)
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            order = list(range(len(b1)))
            order[i], order[j] = j, i
            other = W1[:, order], b1[order], W2[order], b2.copy()
            if loss((W1 + other[0]) / 2, (b1 + other[1]) / 2, (W2 + other[2]) / 2, b2, X, Y) > here:
                return other


@wrong("E5-TWIN-FIRST-TWO", breaks="twin-equal_units",
       says="You always exchange the first two units. They may be equal, or the network halfway may be better: look at the loss there, and try others.")
def twin(W1, b1, W2, b2, X, Y):
    order = [1, 0, *range(2, len(b1))]
    return W1[:, order], b1[order], W2[order], b2.copy()


@wrong("E5-TWIN-LAST-TWO", breaks="twin-equal_units",
       says="You always exchange the last two units. They may be equal, or the network halfway may be better: look at the loss there, and try others.")
def twin(W1, b1, W2, b2, X, Y):
    order = [*range(len(b1) - 2), len(b1) - 1, len(b1) - 2]
    return W1[:, order], b1[order], W2[order], b2.copy()


@wrong("E5-TWIN-REVERSED", breaks="twin-equal_units",
       says="You always turn the order of all units round. With equal units that may change nothing: look at the loss halfway, and try other orders.")
def twin(W1, b1, W2, b2, X, Y):
    return W1[:, ::-1].copy(), b1[::-1].copy(), W2[::-1].copy(), b2.copy()


@wrong("E5-TWIN-ROLLED", breaks="twin-any_height",
       says="You always move every unit on by one place. Halfway such a network may be better than the given one: look at the loss, and try other orders.")
def twin(W1, b1, W2, b2, X, Y):
    return np.roll(W1, 1, axis=1), np.roll(b1, 1), np.roll(W2, 1, axis=0), b2.copy()


@wrong("E5-TWIN-FIRST-DIFFERENT", breaks="twin-any_height",
       says="You exchange the first two units that differ and never look at the loss. Halfway a network with errors may improve: compare the losses.")
def twin(W1, b1, W2, b2, X, Y):
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            if not np.allclose(W1[:, i], W1[:, j]):
                order = list(range(len(b1)))
                order[i], order[j] = j, i
                return W1[:, order], b1[order], W2[order], b2.copy()


@wrong("E5-TWIN-ABOVE-ZERO", breaks="twin-any_height",
       says="You ask only that the loss halfway be above 0. It has to be above the loss of the given network, which may have errors itself.")
def twin(W1, b1, W2, b2, X, Y):
    for i in range(len(b1)):
        for j in range(i + 1, len(b1)):
            order = list(range(len(b1)))
            order[i], order[j] = j, i
            other = W1[:, order], b1[order], W2[order], b2.copy()
            if loss((W1 + other[0]) / 2, (b1 + other[1]) / 2, (W2 + other[2]) / 2, b2, X, Y) > 1e-6:
                return other


@right("copies and two assignments each, the pair with the highest ridge")
def twin(W1, b1, W2, b2, X, Y):
    best, highest = None, -np.inf
    for j in range(1, len(b1)):
        for i in range(j):
            V1, c1, V2 = np.copy(W1), np.copy(b1), np.copy(W2)
            V1[:, i], V1[:, j] = W1[:, j], W1[:, i]
            c1[i], c1[j] = b1[j], b1[i]
            V2[i], V2[j] = W2[j], W2[i]
            ridge = loss(0.5 * (W1 + V1), 0.5 * (b1 + c1), 0.5 * (W2 + V2), b2, X, Y)
            if ridge > highest:
                best, highest = (V1, c1, V2, np.copy(b2)), ridge
    return best


@right("all orders of the units")
def twin(W1, b1, W2, b2, X, Y):
    from itertools import permutations
    here = np.mean(np.sum((np.tanh(X @ W1 + b1) @ W2 + b2 - Y) ** 2, axis=1))
    for order in map(list, permutations(range(W1.shape[1]))):
        A, a, B = (W1 + W1[:, order]) / 2, (b1 + b1[order]) / 2, (W2 + W2[order]) / 2
        if np.mean(np.sum((np.tanh(X @ A + a) @ B + b2 - Y) ** 2, axis=1)) - here > 1e-6 * (1 + here):
            return [W1[:, order], b1[order], W2[order], 1.0 * b2]
    return None


@right("matrices that exchange")
def twin(W1, b1, W2, b2, X, Y):
    H = b1.size
    given, limit = (W1, b1, W2, b2), loss(W1, b1, W2, b2, X, Y) * (1 + 1e-6) + 1e-6
    for i in reversed(range(H)):
        for j in range(H):
            P = np.eye(H)
            P[[i, j]] = P[[j, i]]
            other = W1 @ P, b1 @ P, P @ W2, b2 + 0
            if i != j and loss(*[p + (q - p) / 2 for p, q in zip(given, other)], X, Y) > limit:
                return other
    raise ValueError("no exchange makes the loss worse halfway")


@right("tanh is odd: turn the signs of one unit, or else exchange two")
def twin(W1, b1, W2, b2, X, Y):
    here, H = loss(W1, b1, W2, b2, X, Y), len(b1)
    candidates = [(W1 * s, b1 * s, W2 * s[:, None], b2.copy()) for s in 1 - 2 * np.eye(H)]
    for i in range(H):
        for j in range(i):
            order = np.arange(H)
            order[[i, j]] = j, i
            candidates.append((W1[:, order], b1[order], W2[order], b2.copy()))
    return max(candidates, key=lambda other: loss(*[(p + q) / 2 for p, q in zip((W1, b1, W2, b2), other)], X, Y) - here)


# 4 curvature_bounds


@wrong("E5-RECORD-NO-TWO", breaks="curvature_bounds-visible",
       says="The factor 2 is missing: q is twice the gap between height and tangent, divided by the squared length.")
def curvature_bounds(X, F, G):
    q = [(F[j] - F[i] - G[i] @ (X[j] - X[i])) / ((X[j] - X[i]) @ (X[j] - X[i]))
         for i in range(len(X)) for j in range(len(X)) if i != j]
    return min(q), max(q)


@wrong("E5-RECORD-ONE-WAY", breaks="curvature_bounds-visible",
       says="You look at each pair one way round only. The tangent at x and the tangent at y give two different numbers, and both count.")
def curvature_bounds(X, F, G):
    q = [2 * (F[j] - F[i] - G[i] @ (X[j] - X[i])) / ((X[j] - X[i]) @ (X[j] - X[i]))
         for i in range(len(X)) for j in range(i + 1, len(X))]
    return min(q), max(q)


@wrong("E5-RECORD-GRADIENT", breaks="curvature_bounds-visible",
       says="You use the gradient at the point where the step ends. In q(x, y) it is the gradient at x, where the step begins.")
def curvature_bounds(X, F, G):
    q = [2 * (F[j] - F[i] - G[j] @ (X[j] - X[i])) / ((X[j] - X[i]) @ (X[j] - X[i]))
         for i in range(len(X)) for j in range(len(X)) if i != j]
    return min(q), max(q)


@wrong("E5-RECORD-DIRECTION", breaks="curvature_bounds-visible",
       says="Your step runs from y to x while your heights run from x to y. Both differences are end minus start: F[j] - F[i] and X[j] - X[i].")
def curvature_bounds(X, F, G):
    q = [2 * (F[j] - F[i] - G[i] @ (X[i] - X[j])) / ((X[j] - X[i]) @ (X[j] - X[i]))
         for i in range(len(X)) for j in range(len(X)) if i != j]
    return min(q), max(q)


@wrong("E5-RECORD-NO-TANGENT", breaks="curvature_bounds-visible",
       says="You leave out the gradient. q measures how far the height lies above the tangent, not above the starting point.")
def curvature_bounds(X, F, G):
    q = [2 * (F[j] - F[i]) / ((X[j] - X[i]) @ (X[j] - X[i])) for i in range(len(X)) for j in range(len(X)) if i != j]
    return min(q), max(q)


@wrong("E5-RECORD-LENGTH", breaks="curvature_bounds-visible",
       says="You divide by the length of the step. Below stands its square, |y - x|^2.")
def curvature_bounds(X, F, G):
    q = [2 * (F[j] - F[i] - G[i] @ (X[j] - X[i])) / np.linalg.norm(X[j] - X[i])
         for i in range(len(X)) for j in range(len(X)) if i != j]
    return min(q), max(q)


@wrong("E5-RECORD-GRADIENT-CHANGE", breaks="curvature_bounds-visible",
       says="You compare two gradients, as in the definition of L-smooth. That is a good bound on L too, but the contract asks for q, from heights and tangents.")
def curvature_bounds(X, F, G):
    q = [np.linalg.norm(G[j] - G[i]) / np.linalg.norm(X[j] - X[i]) for i in range(len(X)) for j in range(len(X)) if i != j]
    return min(q), max(q)


@wrong("E5-RECORD-ORDER", breaks="curvature_bounds-visible",
       says="You return the largest first. The contract asks for the smallest q, then the largest.")
def curvature_bounds(X, F, G):
    q = [2 * (F[j] - F[i] - G[i] @ (X[j] - X[i])) / ((X[j] - X[i]) @ (X[j] - X[i]))
         for i in range(len(X)) for j in range(len(X)) if i != j]
    return max(q), min(q)


@wrong("E5-RECORD-ITSELF", breaks="curvature_bounds-visible",
       says="Your pairs contain each point with itself, which gives 0/0, and NaN spoils the smallest and the largest. Leave out i == j.")
def curvature_bounds(X, F, G):
    V = X[None] - X[:, None]
    q = 2 * (F[None] - F[:, None] - (G[:, None] * V).sum(axis=2)) / (V ** 2).sum(axis=2)
    return q.min(), q.max()


@wrong("E5-RECORD-EACH-COORDINATE", breaks="curvature_bounds-visible",
       says="You divide coordinate by coordinate and get arrays. A step has one squared length, v @ v, and a pair has one q.")
def curvature_bounds(X, F, G):
    q = np.array([2 * (F[j] - F[i] - G[i] @ (X[j] - X[i])) / ((X[j] - X[i]) * (X[j] - X[i]))
                  for i in range(len(X)) for j in range(len(X)) if i != j])
    return q.min(axis=0), q.max(axis=0)


@wrong("E5-RECORD-NEIGHBOURS", breaks="curvature_bounds-every_pair",
       says="You compare neighbours in the record only. All pairs of points count, however far apart.")
def curvature_bounds(X, F, G):
    q = [2 * (F[j] - F[i] - G[i] @ (X[j] - X[i])) / ((X[j] - X[i]) @ (X[j] - X[i]))
         for i in range(len(X)) for j in (i - 1, i + 1) if 0 <= j < len(X)]
    return min(q), max(q)


@wrong("E5-RECORD-FROM-FIRST", breaks="curvature_bounds-every_pair",
       says="All your pairs contain the first point. Every two points of the record make a pair.")
def curvature_bounds(X, F, G):
    q = [2 * (F[j] - F[i] - G[i] @ (X[j] - X[i])) / ((X[j] - X[i]) @ (X[j] - X[i]))
         for k in range(1, len(X)) for i, j in ((0, k), (k, 0))]
    return min(q), max(q)


@wrong("E5-RECORD-ABSOLUTE", breaks="curvature_bounds-not_convex",
       says="You take absolute values. A negative q is what shows that the land is not convex: keep its sign.")
def curvature_bounds(X, F, G):
    q = [abs(2 * (F[j] - F[i] - G[i] @ (X[j] - X[i])) / ((X[j] - X[i]) @ (X[j] - X[i])))
         for i in range(len(X)) for j in range(len(X)) if i != j]
    return min(q), max(q)


@wrong("E5-RECORD-FROM-ZERO", breaks="curvature_bounds-not_convex",
       says="Your smallest q is never below 0. On land that is not convex it is negative, and that is the news.")
def curvature_bounds(X, F, G):
    q = [2 * (F[j] - F[i] - G[i] @ (X[j] - X[i])) / ((X[j] - X[i]) @ (X[j] - X[i]))
         for i in range(len(X)) for j in range(len(X)) if i != j]
    return max(0, min(q)), max(q)


@wrong("E5-RECORD-LARGEST-FROM-ZERO", breaks="curvature_bounds-not_convex",
       says="Your search for the largest q starts at 0, so it never ends below. If all q are negative, the largest is negative too.")
def curvature_bounds(X, F, G):
    smallest, largest = np.inf, 0.0
    for i in range(len(X)):
        for j in range(len(X)):
            if i != j:
                v = X[j] - X[i]
                q = 2 * (F[j] - F[i] - G[i] @ v) / (v @ v)
                smallest, largest = min(smallest, q), max(largest, q)
    return smallest, largest


@right("all pairs at once")
def curvature_bounds(X, F, G):
    V = X[None, :, :] - X[:, None, :]
    gap = F[None, :] - F[:, None] - np.einsum("id,ijd->ij", G, V)
    apart = ~np.eye(len(X), dtype=bool)
    q = 2 * gap[apart] / (V ** 2).sum(axis=2)[apart]
    return q.min(), q.max()


@right("NaN on the diagonal, left out by nanmin")
def curvature_bounds(X, F, G):
    steps = [X - x for x in X]
    q = np.array([2 * (F - f - v @ g) / np.sum(v * v, axis=1) for v, f, g in zip(steps, F, G)])
    np.fill_diagonal(q, np.nan)
    return np.nanmin(q), np.nanmax(q)


@right("plain numbers, keeping the extremes")
def curvature_bounds(X, F, G):
    smallest, largest = float("inf"), -float("inf")
    for i in range(len(X)):
        for j in range(len(X)):
            if i == j:
                continue
            slope, square = 0.0, 0.0
            for k in range(len(X[0])):
                step = X[j][k] - X[i][k]
                slope += G[i][k] * step
                square += step ** 2
            q = (F[j] - F[i] - slope) / (square / 2)
            smallest, largest = min(q, smallest), max(q, largest)
    return [smallest, largest]


# 5 two_minimisers


@wrong("E5-TWO-SAME", breaks="two_minimisers-visible",
       says="Your two vectors are the same. From the first, walk in a direction that changes no output: it is made of c and a weight for the last column.")
def two_minimisers(X, y, c):
    A = X[:, :-1]
    first = np.append(np.linalg.solve(A.T @ A, A.T @ y), 0)
    return first, first.copy()


@wrong("E5-TWO-DIRECTION-SIGN", breaks="two_minimisers-visible",
       says="Your direction has a plus where a minus belongs. The last column is the others times c, so c for the others needs -1 for the last.")
def two_minimisers(X, y, c):
    A = X[:, :-1]
    first = np.append(np.linalg.solve(A.T @ A, A.T @ y), 0)
    return first, first + np.append(c, 1)


@wrong("E5-TWO-DIRECTION-TURNED", breaks="two_minimisers-visible",
       says="In your direction the -1 stands first. It belongs to the last column, and c to the others.")
def two_minimisers(X, y, c):
    A = X[:, :-1]
    first = np.append(np.linalg.solve(A.T @ A, A.T @ y), 0)
    return first, first + np.append(-1, c)


@wrong("E5-TWO-NOT-BEST", breaks="two_minimisers-visible",
       says="Your two vectors give the same outputs, all zero, but not the least error. Begin at a minimiser: solve the normal equations without the last column.")
def two_minimisers(X, y, c):
    return np.zeros(len(c) + 1), np.append(c, -1)


@wrong("E5-TWO-SCALED", breaks="two_minimisers-visible",
       says="Your second vector is twice the first, and so are its outputs. Add a direction that changes no output instead.")
def two_minimisers(X, y, c):
    A = X[:, :-1]
    first = np.append(np.linalg.solve(A.T @ A, A.T @ y), 0)
    return first, 2 * first


@wrong("E5-TWO-SHIFTED", breaks="two_minimisers-visible",
       says="You add 1 to every weight, which changes the outputs. Only directions with X @ direction = 0 are free.")
def two_minimisers(X, y, c):
    A = X[:, :-1]
    first = np.append(np.linalg.solve(A.T @ A, A.T @ y), 0)
    return first, first + 1


@wrong("E5-TWO-CLOSE", breaks="two_minimisers-visible",
       says="Your two minimisers are too close to each other. The direction may be followed as far as you like: at least 1.")
def two_minimisers(X, y, c):
    A = X[:, :-1]
    first = np.append(np.linalg.solve(A.T @ A, A.T @ y), 0)
    return first, first + 1e-3 * np.append(c, -1)


@wrong("E5-TWO-SINGULAR", breaks="two_minimisers-visible",
       says="You solve the normal equations of the whole X, but X.T @ X is singular: they have many solutions. Leave out the last column first.")
def two_minimisers(X, y, c):
    first = np.linalg.solve(X.T @ X, X.T @ y)
    return first, first + np.append(c, -1)


@wrong("E5-TWO-SHORT", breaks="two_minimisers-visible",
       says="Your vectors have no weight for the last column. Append a 0 for it: shape (d,).")
def two_minimisers(X, y, c):
    A = X[:, :-1]
    first = np.linalg.solve(A.T @ A, A.T @ y)
    return first, first + c


@wrong("E5-TWO-ALWAYS-TWICE", breaks="two_minimisers-any_combination",
       says="Your direction is always (2, -1), as in the example. In general it is made of c, which tells how the last column is combined.")
def two_minimisers(X, y, c):
    A = X[:, :-1]
    first = np.append(np.linalg.solve(A.T @ A, A.T @ y), 0)
    direction = np.zeros(len(first))
    direction[0], direction[-1] = 2, -1
    return first, first + direction


@wrong("E5-TWO-FIRST-COLUMN", breaks="two_minimisers-any_combination",
       says="Your first vector uses the first column only. With more columns the best weights use all but the last: solve the normal equations for those.")
def two_minimisers(X, y, c):
    first = np.zeros(X.shape[1])
    first[0] = X[:, 0] @ y / (X[:, 0] @ X[:, 0])
    return first, first + np.append(c, -1)


@wrong("E5-TWO-LAST-ALONE", breaks="two_minimisers-any_combination",
       says="Your second vector uses the last column alone. That column can replace the others only if there is just one of them.")
def two_minimisers(X, y, c):
    A, last = X[:, :-1], X[:, -1]
    first, second = np.append(np.linalg.solve(A.T @ A, A.T @ y), 0), np.zeros(X.shape[1])
    second[-1] = last @ y / (last @ last)
    return first, second


@wrong("E5-TWO-EACH-BY-ITSELF", breaks="two_minimisers-any_combination",
       says="You fit each column by itself. Columns that are not at right angles share what they explain: solve the normal equations for all together.")
def two_minimisers(X, y, c):
    A = X[:, :-1]
    first = np.append((A.T @ y) / (A ** 2).sum(axis=0), 0)
    return first, first + np.append(c, -1)


@right("the shortest minimiser, and a long way along the valley")
def two_minimisers(X, y, c):
    w = np.linalg.lstsq(X, y, rcond=None)[0]
    return w, w - 3 * np.append(c, -1.0)


@right("the course's least squares: singular vectors")
def two_minimisers(X, y, c):
    U, sizes, Vt = np.linalg.svd(X)
    rank = X.shape[1] - 1
    w = Vt[:rank].T @ (U[:, :rank].T @ y / sizes[:rank])
    return np.array([w, w + 2 * Vt[rank]])


@right("QR of the other columns, one step to either side")
def two_minimisers(X, y, c):
    Q, R = np.linalg.qr(X[:, :-1])
    w = np.zeros(X.shape[1])
    w[:-1] = np.linalg.solve(R, Q.T @ y)
    return [w + np.array([*c, -1]), w - np.array([*c, -1])]


# 6 no_minimum


@wrong("E5-CLAIM-ONE-SIDE", breaks="no_minimum-either_side",
       says="You look only for class 1 above class 0. It may lie below as well: then u1 is negative.")
def no_minimum(x, y):
    ones, zeros = x[y == 1], x[y == 0]
    if ones.min() > zeros.max():
        return np.array([1, -(ones.min() + zeros.max()) / 2])
    return None


@wrong("E5-CLAIM-SAME-SIGN", breaks="no_minimum-either_side",
       says="When class 1 lies below, your u is positive for class 0. Turn the signs of both its numbers.")
def no_minimum(x, y):
    ones, zeros = x[y == 1], x[y == 0]
    if ones.min() > zeros.max():
        return np.array([1, -(ones.min() + zeros.max()) / 2])
    if ones.max() < zeros.min():
        return np.array([1, -(ones.max() + zeros.min()) / 2])
    return None


@wrong("E5-CLAIM-HALF-TURNED", breaks="no_minimum-either_side",
       says="When class 1 lies below, you turn the sign of u1 only. Both numbers change their signs: (-1, t).")
def no_minimum(x, y):
    ones, zeros = x[y == 1], x[y == 0]
    if ones.min() > zeros.max():
        return np.array([1, -(ones.min() + zeros.max()) / 2])
    if ones.max() < zeros.min():
        return np.array([-1, -(ones.max() + zeros.min()) / 2])
    return None


@wrong("E5-CLAIM-TABLE", breaks="no_minimum-either_side",
       says="Your certificate is always (1, -29), which fits the income table. Compute the place between the classes from x and y.")
def no_minimum(x, y):
    if x[y == 1].min() > x[y == 0].max() or x[y == 1].max() < x[y == 0].min():
        return np.array([1, -29])
    return None


@wrong("E5-CLAIM-WHOLE", breaks="no_minimum-either_side",
       says="You round the place between the classes to a whole number with //. It may lie between two numbers that are close: divide with /.")
def no_minimum(x, y):
    ones, zeros = x[y == 1], x[y == 0]
    if ones.min() > zeros.max():
        return np.array([1, -((ones.min() + zeros.max()) // 2)])
    if ones.max() < zeros.min():
        return np.array([-1, (ones.max() + zeros.min()) // 2])
    return None


@wrong("E5-CLAIM-LABELS", breaks="no_minimum-visible",
       says="You look for labels -1, but here the labels are 0 and 1, so your second class is empty.")
def no_minimum(x, y):
    ones, zeros = x[y == 1], x[y == -1]
    if ones.min() > zeros.max():
        return np.array([1, -(ones.min() + zeros.max()) / 2])
    if ones.max() < zeros.min():
        return np.array([-1, (ones.max() + zeros.min()) / 2])
    return None


@wrong("E5-CLAIM-SIGN", breaks="no_minimum-visible",
       says="Your second number has the wrong sign. u1 x + u2 changes its sign at x = t if u = (1, -t).")
def no_minimum(x, y):
    ones, zeros = x[y == 1], x[y == 0]
    if ones.min() > zeros.max():
        return np.array([1, (ones.min() + zeros.max()) / 2])
    if ones.max() < zeros.min():
        return np.array([-1, -(ones.max() + zeros.min()) / 2])
    return None


@wrong("E5-CLAIM-TOUCHES", breaks="no_minimum-visible",
       says="Your u is exactly 0 at the nearest point of class 1. It has to be above 0 there: put the place half way between the classes.")
def no_minimum(x, y):
    ones, zeros = x[y == 1], x[y == 0]
    if ones.min() > zeros.max():
        return np.array([1, -ones.min()])
    if ones.max() < zeros.min():
        return np.array([-1, ones.max()])
    return None


@wrong("E5-CLAIM-MEANS", breaks="no_minimum-visible",
       says="Your place lies half way between the means of the classes, and some points are on the wrong side of it. Half way between the nearest two is safe.")
def no_minimum(x, y):
    ones, zeros = x[y == 1], x[y == 0]
    t = (ones.mean() + zeros.mean()) / 2
    if ones.min() > zeros.max():
        return np.array([1, -t])
    if ones.max() < zeros.min():
        return np.array([-1, t])
    return None


@wrong("E5-CLAIM-TURNED", breaks="no_minimum-visible",
       says="Your u begins with the number for the bias. u1 multiplies x, and u2 is added.")
def no_minimum(x, y):
    ones, zeros = x[y == 1], x[y == 0]
    if ones.min() > zeros.max():
        return np.array([-(ones.min() + zeros.max()) / 2, 1])
    if ones.max() < zeros.min():
        return np.array([(ones.max() + zeros.min()) / 2, -1])
    return None


@wrong("E5-CLAIM-ALWAYS", breaks="no_minimum-visible",
       says="You return a certificate even where the classes overlap, and it is none. There the loss has a minimum: None.")
def no_minimum(x, y):
    ones, zeros = x[y == 1], x[y == 0]
    if ones.mean() > zeros.mean():
        return np.array([1, -(ones.min() + zeros.max()) / 2])
    return np.array([-1, (ones.max() + zeros.min()) / 2])


@wrong("E5-CLAIM-BELIEVED", breaks="no_minimum-visible",
       says="You believe the slides: always None. Where the classes can be told apart the loss falls for ever, and u proves it.")
def no_minimum(x, y):
    return None


@wrong("E5-CLAIM-THRESHOLD", breaks="no_minimum-visible",
       says="You return the place between the classes. The certificate is the array u of two numbers, so that signs tell the classes apart.")
def no_minimum(x, y):
    ones, zeros = x[y == 1], x[y == 0]
    if ones.min() > zeros.max():
        return (ones.min() + zeros.max()) / 2
    if ones.max() < zeros.min():
        return (ones.max() + zeros.min()) / 2
    return None


@wrong("E5-CLAIM-OTHER-CLASS", breaks="no_minimum-visible",
       says="Your u is positive for class 0 and negative for class 1. It is class 1 that should lie above 0.")
def no_minimum(x, y):
    ones, zeros = x[y == 1], x[y == 0]
    if ones.min() > zeros.max():
        return np.array([-1, (ones.min() + zeros.max()) / 2])
    if ones.max() < zeros.min():
        return np.array([1, -(ones.max() + zeros.min()) / 2])
    return None


@wrong("E5-CLAIM-TURNED-ROUND", breaks="no_minimum-visible",
       says="You return None where the classes can be told apart and something else where they overlap. It is the other way round: overlap makes a minimum.")
def no_minimum(x, y):
    ones, zeros = x[y == 1], x[y == 0]
    if ones.min() > zeros.max() or ones.max() < zeros.min():
        return None
    return np.array([1, -(ones.mean() + zeros.mean()) / 2])


@right("every place between two neighbours, both ways")
def no_minimum(x, y):
    signs = 2 * y - 1
    places = np.sort(x)
    for t in (places[1:] + places[:-1]) / 2:
        for u in (np.array([1, -t]), np.array([-1, t])):
            if np.all(signs * (u[0] * x + u[1]) > 0):
                return u
    return None


@right("sorted labels change only once")
def no_minimum(x, y):
    order = np.argsort(x)
    change = np.flatnonzero(np.diff(y[order]))
    if len(change) > 1:
        return None
    k = change[0]
    t = x[order[k]] + (x[order[k + 1]] - x[order[k]]) / 2
    return [2.0, -2 * t] if y[order[-1]] == 1 else [-2.0, 2 * t]


@right("turn class 1 to the right first")
def no_minimum(x, y):
    side = 1.0 if np.mean(x[y == 1]) > np.mean(x[y == 0]) else -1.0
    right, left = min(side * x[y == 1]), max(side * x[y == 0])
    if right <= left:
        return None
    return np.array([side, -left - 0.5 * (right - left)])


# The arguments on which a student's function is compared with the wrong answers above.

TRIPLES = np.array([[0.0, 4.0, 2.25, 0.25], [3.0, -1.0, 0.75, 0.25], [4.0, 0.0, 2.0, 0.75], [0.0, 8.0, 2.5, 0.75], [0.0, 8.0, 6.5, 0.75],
                    [1e6, 1e6, 1e6 + 0.5, 0.5], [-1e6, -1e6, -1e6 + 0.5, 0.5], [-1e6, -1e6, -1e6 + 1.5, 0.5], [2.0, 2.0, 2.0, 0.5],
                    [0.0, 0.0, 5e-7, 0.5], [0.0, 0.0, 1e-3, 0.5], [-5e5, -5e5, -5e5 + 0.8, 0.5]])
ODD = np.array([[0.0, 0.0, 1.0, 0.5], [1.0, 0.0, 4.0, 2.0], [0.0, 1.0, 4.0, -1.0], [np.nan, 0.0, 1.0, 0.5], [0.0, np.nan, 1.0, 0.5],
                [0.0, 0.0, np.nan, 0.5], [0.0, 0.0, 1.0, np.nan], [1.0, 0.0, 1.5, 2.0]])
LINE, PLANE = (np.array([-3.0]), np.array([3.0])), (np.array([-2.0, 1.0]), np.array([3.0, 9.0]))
FAR, HIGH = (np.array([20.0, 20.0]), np.array([30.0, 40.0])), (np.array([-4e8, 1e8]), np.array([3e8, 9e8]))
DRAWN = np.random.default_rng(5)


def sample_network(D, H, C, copies=None, order=None):
    W1, b1, W2, b2 = (np.round(DRAWN.normal(0, 1.5, shape), 2) for shape in ((D, H), (H,), (H, C), (C,)))
    if copies:
        W1, b1, W2 = W1[:, copies], b1[copies] + 1e-5 * np.arange(len(copies)), W2[copies]
    X = np.round(DRAWN.standard_normal((8, D)), 2)
    V1, c1, V2 = (W1, b1, W2) if order is None else ((W1 + W1[:, order]) / 2, (b1 + b1[order]) / 2, (W2 + W2[order]) / 2)
    return W1, b1, W2, b2, X, np.tanh(X @ V1 + c1) @ V2 + b2


AGES, HIGH_INCOME = np.array([35, 40, 25, 50, 30, 28, 45, 60, 20]), np.array([1, 1, 0, 1, 1, 0, 1, 1, 0])
CUBE = np.array([-2.0, -1.5, 1.0, 3.0])
BOWL = np.array([[1.0, 2.0], [4.0, 1.0], [0.0, -1.0], [2.0, 2.5]])

PROBES = {
    "is_violation": [tuple(TRIPLES.T), tuple(ODD.T), tuple(TRIPLES[:4].T)],
    "find_violation": [("two wells", *LINE, 300, 0), ("square", *PLANE, 300, 1), ("saddle", *PLANE, 300, 2), ("plane", *PLANE, 300, 3),
                       ("plane", *HIGH, 300, 4), ("ripples", *LINE, 300, 5), ("ripples", LINE[0] / 200, LINE[1] / 200, 300, 8), ("dome", *FAR, 300, 6), ("saddle", *PLANE, 3, 7)],
    "twin": [(np.array([[2.0, -1.0]]), np.array([0.0, 1.0]), np.array([[1.0], [3.0]]), np.array([5.0]),
              np.array([[-1.0], [0.0], [2.0]]), np.tanh([[-2.0], [0.0], [4.0]]) + 3 * np.tanh([[2.0], [1.0], [-1.0]]) + 5),
             sample_network(3, 3, 3), sample_network(2, 3, 1, copies=[0, 0, 1, 2]), sample_network(2, 3, 1, copies=[0, 1, 1, 0]),
             sample_network(2, 3, 1, copies=[0, 1, 2, 2]), sample_network(2, 3, 1, order=[1, 0, 2]), sample_network(2, 4, 1, order=[3, 0, 1, 2])],
    "curvature_bounds": [(np.array([[0.0], [1.0]]), np.array([0.0, 1.0]), np.array([[0.0], [3.0]])),
                         (CUBE[:, None], CUBE ** 3, 3 * CUBE[:, None] ** 2), (-CUBE[2:, None] - 1, (-CUBE[2:] - 1) ** 3, 3 * (CUBE[2:, None] + 1) ** 2),
                         (BOWL, BOWL[:, 0] ** 2 / 2 + 5 * BOWL[:, 1] ** 2, BOWL * [1.0, 10.0])],
    "two_minimisers": [(np.array([[1.0, 2.0], [2.0, 4.0], [2.0, 4.0]]), np.array([1.0, 2.0, 4.0]), np.array([2.0])),
                       (np.array([[1.0, 0.0, 2.0], [0.0, 2.0, -2.0], [1.0, 2.0, 0.0], [1.0, 0.0, 2.0]]), np.array([1.0, 0.0, 5.0, 2.0]),
                        np.array([2.0, -1.0]))],
    "no_minimum": [(AGES, HIGH_INCOME), (np.append(AGES, 33), np.append(HIGH_INCOME, 0)), (AGES, 1 - HIGH_INCOME),
                   (np.array([0.5, 0.25, -3.0]), np.array([1, 0, 0]))],
}
