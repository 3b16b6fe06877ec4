"""E3: wrong answers that students write, with the sentence that helps, and right ones in other styles."""
# ruff: noqa: RUF059   (answers are written as students write them)
import numpy as np

from course_lib.grading.misconceptions import right, wrong

# 1 squared_loss


@wrong("E3-MSE-HALF", breaks="squared_loss-visible",
       says="Your squared error has a half in front. In this contract it is the plain mean of the squares, and only the regulariser has a half.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.mean(e**2) / 2 + lam / 2 * np.sum(w**2), X.T @ e / len(y) + lam * w, np.mean(e)


@wrong("E3-MSE-SUM", breaks="squared_loss-visible",
       says="Your loss is the sum of the squared errors. The contract divides by the number of samples, in the loss and in its slopes.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.sum(e**2) + lam / 2 * np.sum(w**2), 2 * X.T @ e + lam * w, 2 * np.sum(e)


@wrong("E3-MSE-ROOT", breaks="squared_loss-visible",
       says="You return the length of the error vector. The mean squared error is its square, divided by N.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.linalg.norm(e) / len(y) + lam / 2 * np.sum(w**2), 2 / len(y) * X.T @ e + lam * w, 2 * np.mean(e)


@wrong("E3-MSE-NO-BIAS", breaks="squared_loss-visible",
       says="Your model leaves out b. Its answers are X @ w + b.")
def squared_loss(X, y, w, b, lam):
    e = X @ w - y
    return np.mean(e**2) + lam / 2 * np.sum(w**2), 2 / len(y) * X.T @ e + lam * w, 2 * np.mean(e)


@wrong("E3-MSE-SIGN", breaks="squared_loss-visible",
       says="Your slopes point the other way. The square does not mind the order of f and y, but the slope is made of f - y.")
def squared_loss(X, y, w, b, lam):
    e = y - (X @ w + b)
    return np.mean(e**2) + lam / 2 * np.sum(w**2), 2 / len(y) * X.T @ e + lam * w, 2 * np.mean(e)


@wrong("E3-MSE-PRINTED-SLOPE", breaks="squared_loss-visible",
       says="Your slopes are those printed on the slides, 2 grad f + 2 grad f f: a y and a sign were lost there. The repaired one is 2 (f - y) grad f.")
def squared_loss(X, y, w, b, lam):
    f = X @ w + b
    return np.mean((f - y) ** 2) + lam / 2 * np.sum(w**2), 2 / len(y) * X.T @ (1 + f) + lam * w, 2 * np.mean(1 + f)


@wrong("E3-MSE-COLUMN", breaks="squared_loss-visible",
       says="A column of shape (N, 1) minus targets of shape (N,) gives a table of N times N differences. Keep the model's answers in shape (N,).")
def squared_loss(X, y, w, b, lam):
    e = X @ w.reshape(-1, 1) + b - y
    return np.mean(e**2) + lam / 2 * np.sum(w**2), 2 / len(y) * X.T @ e.mean(axis=1) + lam * w, 2 * np.mean(e)


@wrong("E3-MSE-NO-SUM", breaks="squared_loss-visible",
       says="You return a slope for each sample. Sum over the samples: one slope for each weight.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.mean(e**2) + lam / 2 * np.sum(w**2), 2 / len(y) * X * e[:, None] + lam * w, 2 * np.mean(e)


@wrong("E3-MSE-IN-PLACE", breaks="squared_loss-visible",
       says="You multiply the errors into X itself, so the caller's table is changed. Make a new array.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    X *= e[:, None]
    return np.mean(e**2) + lam / 2 * np.sum(w**2), 2 * X.mean(axis=0) + lam * w, 2 * np.mean(e)


@wrong("E3-MSE-SLOPE-OF-SUM", breaks="squared_loss-any_table",
       says="Your slopes belong to the sum of the squared errors, your loss to their mean. Divide the slopes by the number of samples too.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.mean(e**2) + lam / 2 * np.sum(w**2), 2 * X.T @ e + lam * w, 2 * np.sum(e)


@wrong("E3-MSE-SLOPE-NO-TWO", breaks="squared_loss-any_table",
       says="Your slopes lack the factor 2 that a square leaves behind. Without it they belong to half the squared error.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.mean(e**2) + lam / 2 * np.sum(w**2), X.T @ e / len(y) + lam * w, np.mean(e)


@wrong("E3-MSE-BIAS-SLOPE-SUM", breaks="squared_loss-any_table",
       says="Your slope in the bias is a sum over the samples, while the loss is a mean. It is twice the mean error.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.mean(e**2) + lam / 2 * np.sum(w**2), 2 / len(y) * X.T @ e + lam * w, 2 * np.sum(e)


@wrong("E3-MSE-MEAN-OVER-INPUTS", breaks="squared_loss-any_table",
       says="Your slope in w takes the mean over inputs as well as samples, or divides by their number. Only the number of samples belongs there.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.mean(e**2) + lam / 2 * np.sum(w**2), 2 / X.size * X.T @ e + lam * w, 2 * np.mean(e)


@wrong("E3-MSE-WHOLE-SLOPES", breaks="squared_loss-any_table",
       says="You make the array of slopes like w, and when w holds whole numbers it cuts every slope to one. np.zeros(len(w)) holds fractions.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    grad_w = np.zeros_like(w)
    for i in range(len(w)):
        grad_w[i] = 2 * np.mean(e * X[:, i]) + lam * w[i]
    return np.mean(e**2) + lam / 2 * np.sum(w**2), grad_w, 2 * np.mean(e)


@wrong("E3-MSE-PENALISES-BIAS", breaks="squared_loss-regulariser",
       says="Your regulariser also holds the bias back. Its sum runs over the weights only.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.mean(e**2) + lam / 2 * (np.sum(w**2) + b**2), 2 / len(y) * X.T @ e + lam * w, 2 * np.mean(e) + lam * b


@wrong("E3-MSE-LAM-NOT-HALVED", breaks="squared_loss-regulariser",
       says="Your regulariser is lam times the sum of squares, with slope 2 lam w. The contract has half of that.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.mean(e**2) + lam * np.sum(w**2), 2 / len(y) * X.T @ e + 2 * lam * w, 2 * np.mean(e)


@wrong("E3-MSE-LAM-SLOPE-MISSING", breaks="squared_loss-regulariser",
       says="The regulariser is in your loss but not in its slope. The slope of lam / 2 times w squared is lam times w.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.mean(e**2) + lam / 2 * np.sum(w**2), 2 / len(y) * X.T @ e, 2 * np.mean(e)


@wrong("E3-MSE-LAM-SLOPE-HALVED", breaks="squared_loss-regulariser",
       says="The slope of your regulariser still has the half. The square's factor 2 cancels it: the slope is lam times w.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.mean(e**2) + lam / 2 * np.sum(w**2), 2 / len(y) * X.T @ e + lam / 2 * w, 2 * np.mean(e)


@wrong("E3-MSE-LAM-LOSS-MISSING", breaks="squared_loss-regulariser",
       says="The regulariser is in your slope but not in your loss. Add lam / 2 times the sum of the squared weights.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.mean(e**2), 2 / len(y) * X.T @ e + lam * w, 2 * np.mean(e)


@wrong("E3-MSE-LAM-OVER-N", breaks="squared_loss-regulariser",
       says="You divide the regulariser by the number of samples. Only the data term is a mean; the regulariser knows nothing of the samples.")
def squared_loss(X, y, w, b, lam):
    e, N = X @ w + b - y, len(y)
    return (np.sum(e**2) + lam / 2 * np.sum(w**2)) / N, (2 * X.T @ e + lam * w) / N, 2 * np.mean(e)


@wrong("E3-MSE-LAM-LENGTH", breaks="squared_loss-regulariser",
       says="Your regulariser has the length of w, not its square. The contract sums the squares.")
def squared_loss(X, y, w, b, lam):
    e = X @ w + b - y
    return np.mean(e**2) + lam / 2 * np.linalg.norm(w), 2 / len(y) * X.T @ e + lam * w, 2 * np.mean(e)


@right("loops over samples and weights")
def squared_loss(X, y, w, b, lam):
    N, D = X.shape
    loss, grad_w, grad_b = 0.0, [lam * v for v in w], 0.0
    for n in range(N):
        e = sum(X[n, i] * w[i] for i in range(D)) + b - y[n]
        loss += e * e / N
        grad_b += 2 * e / N
        for i in range(D):
            grad_w[i] += 2 * e * X[n, i] / N
    return loss + lam / 2 * sum(v * v for v in w), np.array(grad_w), grad_b


@right("the bias as the weight of a constant input, and lengths")
def squared_loss(X, y, w, b, lam):
    A, theta = np.column_stack([X, np.ones(len(X))]), np.append(w, b)
    e, spare = A @ theta - y, np.append(w, 0)
    slope = 2 * e @ A / len(y) + lam * spare
    return np.linalg.norm(e) ** 2 / len(y) + lam / 2 * np.linalg.norm(spare) ** 2, slope[:-1], slope[-1]


@right("the square multiplied out")
def squared_loss(X, y, w, b, lam):
    f, N = np.einsum("nd,d->n", X, w) + b, len(y)
    loss = (y @ y - 2 * y @ f + f @ f) / N + 0.5 * lam * (w @ w)
    return loss, 2 * ((f - y)[:, None] * X).mean(axis=0) + lam * np.array(w), 2 * (f.mean() - y.mean())


@right("the library's mean squared error, pasted")
def squared_loss(X, y, w, b, lam):
    def half_squared_error(Z, Y):
        delta = np.subtract(Z, Y) * 1.0
        samples = delta.shape[-2]
        loss = np.dot(delta.ravel(), delta.ravel()) / (2 * samples)
        delta /= samples
        return loss, delta
    half, delta = half_squared_error((X @ w + b)[:, None], y[:, None])
    return 2 * half + lam * np.dot(w, w) / 2, 2 * (X.T @ delta)[:, 0] + lam * w, 2 * delta.sum()


# 2 counterexamples


@wrong("E3-MISPRINT-SIGN", breaks="counterexamples-visible",
       says="You have taken true minus printed. The printed value shall exceed the true one by gap.")
def counterexamples(f, slope, gap):
    return 1 - gap / (2 * f), -1 - gap / (2 * slope)


@wrong("E3-MISPRINT-SWAPPED", breaks="counterexamples-visible",
       says="Your two targets come in the other order. The one for the square is first, the one for the slope second.")
def counterexamples(f, slope, gap):
    return -1 + gap / (2 * slope), 1 + gap / (2 * f)


@wrong("E3-MISPRINT-HALVED", breaks="counterexamples-visible",
       says="You have lost a factor 2: both differences are two times something. Multiply them out once more.")
def counterexamples(f, slope, gap):
    return 1 + gap / f, -1 + gap / slope


@wrong("E3-MISPRINT-SLOPE-PLUS-ONE", breaks="counterexamples-visible",
       says="Your target for the slope is 2 too large. With a gap of 0 printed and true slope agree, and f - y is 1 + f at y = -1.")
def counterexamples(f, slope, gap):
    return 1 + gap / (2 * f), 1 + gap / (2 * slope)


@wrong("E3-MISPRINT-SLOPE-SIGN", breaks="counterexamples-visible",
       says="For the true slope you have used 2 (y - f) grad f. It is 2 (f - y) grad f: when f rises above y, the square grows.")
def counterexamples(f, slope, gap):
    return 1 + gap / (2 * f), 1 + 2 * f - gap / (2 * slope)


@wrong("E3-MISPRINT-WRONG-SQUARE", breaks="counterexamples-visible",
       says="You have taken (y - f) squared to be y squared minus y f plus f squared. The middle term is 2 y f.")
def counterexamples(f, slope, gap):
    return 2 + gap / f, -1 + gap / (2 * slope)


@wrong("E3-MISPRINT-LECTURE-ONLY", breaks="counterexamples-visible",
       says="You return the lecture's target whatever is asked. Solve printed minus true = gap for y, with f, slope and gap as letters.")
def counterexamples(f, slope, gap):
    return 3, 3


@wrong("E3-MISPRINT-F-FOR-SLOPE", breaks="counterexamples-any_gap",
       says="Your second target divides by f. The difference of the slopes is 2 (1 + y) times the slope of f, so the slope belongs there.")
def counterexamples(f, slope, gap):
    return 1 + gap / (2 * f), -1 + gap / (2 * f)


@wrong("E3-MISPRINT-ABS", breaks="counterexamples-any_gap",
       says="Your targets depend only on the size of gap. It has a sign: below 0 the printed value shall be too small.")
def counterexamples(f, slope, gap):
    return 1 + abs(gap) / (2 * f), -1 + abs(gap) / (2 * slope)


@wrong("E3-MISPRINT-WHOLE", breaks="counterexamples-any_gap",
       says="You divide with //, which cuts the result to a whole number. Targets may be fractions: use /.")
def counterexamples(f, slope, gap):
    return 1 + gap // (2 * f), -1 + gap // (2 * slope)


@wrong("E3-MISPRINT-PRECEDENCE", breaks="counterexamples-visible",
       says="gap / 2 * f divides by 2 and then multiplies by f. Put 2 * f in brackets.")
def counterexamples(f, slope, gap):
    return 1 + gap / 2 * f, -1 + gap / 2 * slope


@right("printed minus true as a straight line through two points")
def counterexamples(f, slope, gap):
    def square(y):
        return (y * y - 2 * f + f * f) - (y - f) ** 2

    def gradient(y):
        return 2 * slope + 2 * slope * f - 2 * (f - y) * slope
    return tuple((gap - off(0)) / (off(1) - off(0)) for off in (square, gradient))


@right("a common fraction")
def counterexamples(f, slope, gap):
    return [(gap + 2 * f) / (2 * f), (gap - 2 * slope) / (2 * slope)]


@right("np.linalg.solve for both at once")
def counterexamples(f, slope, gap):
    y = np.linalg.solve(np.diag([2.0 * f, 2.0 * slope]), [gap + 2 * f, gap - 2 * slope])
    return y[0], y[1]


@right("the gap in units of twice f and twice the slope")
def counterexamples(f, slope, gap):
    half = gap * 0.5
    return half / f + 1, half / slope - 1


# 3 grouped_logistic


@wrong("E3-LOGISTIC-SUM", breaks="grouped_logistic-visible",
       says="Your loss is the sum over all people, as in the lecture's formula. This contract wants the mean: divide by their number.")
def grouped_logistic(X, n, k, w, b):
    z = X @ w + b
    delta = n / (1 + np.exp(-z)) - k
    return np.sum(k * np.logaddexp(0, -z) + (n - k) * np.logaddexp(0, z)), X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-BITS", breaks="grouped_logistic-visible",
       says="Your loss is in bits. Losses here use the natural logarithm, and then the slope is p minus the label without a factor.")
def grouped_logistic(X, n, k, w, b):
    z, people = X @ w + b, np.sum(n)
    delta = (n / (1 + np.exp(-z)) - k) / people
    loss = np.sum(k * np.logaddexp(0, -z) + (n - k) * np.logaddexp(0, z)) / people
    return loss / np.log(2), X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-LABELS-EXCHANGED", breaks="grouped_logistic-visible",
       says="You charge people of label 1 with -log(1 - p) and those of label 0 with -log p. It is the other way round: p belongs to label 1.")
def grouped_logistic(X, n, k, w, b):
    z, people = X @ w + b, np.sum(n)
    delta = (n / (1 + np.exp(-z)) - (n - k)) / people
    return np.sum(k * np.logaddexp(0, z) + (n - k) * np.logaddexp(0, -z)) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-SLOPE-SIGN", breaks="grouped_logistic-visible",
       says="Your slopes are label minus p. It is p minus the label: if p is too high, a higher score makes the loss larger.")
def grouped_logistic(X, n, k, w, b):
    z, people = X @ w + b, np.sum(n)
    delta = (k - n / (1 + np.exp(-z))) / people
    return np.sum(k * np.logaddexp(0, -z) + (n - k) * np.logaddexp(0, z)) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-HALF-A-LOSS", breaks="grouped_logistic-visible",
       says="You count only the people with label 1. Those with label 0 cost -log(1 - p).")
def grouped_logistic(X, n, k, w, b):
    z, people = X @ w + b, np.sum(n)
    delta = (n / (1 + np.exp(-z)) - k) / people
    return np.sum(k * np.logaddexp(0, -z)) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-NO-BIAS", breaks="grouped_logistic-visible",
       says="Your scores leave out b. They are X @ w + b.")
def grouped_logistic(X, n, k, w, b):
    z, people = X @ w, np.sum(n)
    delta = (n / (1 + np.exp(-z)) - k) / people
    return np.sum(k * np.logaddexp(0, -z) + (n - k) * np.logaddexp(0, z)) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-IN-PLACE", breaks="grouped_logistic-visible",
       says="You subtract k from the caller's n. Write n - k, which makes a new array, instead of n -= k.")
def grouped_logistic(X, n, k, w, b):
    z, people = X @ w + b, np.sum(n)
    delta = (n / (1 + np.exp(-z)) - k) / people
    n -= k
    return np.sum(k * np.logaddexp(0, -z) + n * np.logaddexp(0, z)) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-MEAN-OF-GROUPS", breaks="grouped_logistic-people",
       says="You divide by the number of groups. The mean is over people: divide by the sum of n.")
def grouped_logistic(X, n, k, w, b):
    z, groups = X @ w + b, len(n)
    delta = (n / (1 + np.exp(-z)) - k) / groups
    return np.sum(k * np.logaddexp(0, -z) + (n - k) * np.logaddexp(0, z)) / groups, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-GROUPS-ALIKE", breaks="grouped_logistic-people",
       says="In your mean every group has the same weight, whether it has one person or fifty. Every person should have the same weight.")
def grouped_logistic(X, n, k, w, b):
    keep = n > 0
    X, share = X[keep], k[keep] / n[keep]
    z = X @ w + b
    delta = (1 / (1 + np.exp(-z)) - share) / len(z)
    return np.mean(share * np.logaddexp(0, -z) + (1 - share) * np.logaddexp(0, z)), X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-SLOPE-NOT-COUNTED", breaks="grouped_logistic-people",
       says="Your slopes take p once for each group. A group of n people has the slope n p - k.")
def grouped_logistic(X, n, k, w, b):
    z, people = X @ w + b, np.sum(n)
    delta = (1 / (1 + np.exp(-z)) - k) / people
    return np.sum(k * np.logaddexp(0, -z) + (n - k) * np.logaddexp(0, z)) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-LABEL-ZERO-IS-ONE", breaks="grouped_logistic-people",
       says="You count one minus k people with label 0. A group of n people, k of them with label 1, has n - k with label 0.")
def grouped_logistic(X, n, k, w, b):
    z, people = X @ w + b, np.sum(n)
    delta = (n / (1 + np.exp(-z)) - k) / people
    return np.sum(k * np.logaddexp(0, -z) + (1 - k) * np.logaddexp(0, z)) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-EMPTY-GROUP", breaks="grouped_logistic-people",
       says="You divide k by n in each group, and an empty group gives 0 / 0. Counts do the same without a division.")
def grouped_logistic(X, n, k, w, b):
    z, people, share = X @ w + b, np.sum(n), k / n
    delta = n * (1 / (1 + np.exp(-z)) - share) / people
    return np.sum(n * (share * np.logaddexp(0, -z) + (1 - share) * np.logaddexp(0, z))) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-SQUARED-SLOPE", breaks="grouped_logistic-people",
       says="Your slopes have a factor p (1 - p) too many. It belongs to squared error after a sigmoid; in the logistic loss it cancels.")
def grouped_logistic(X, n, k, w, b):
    z, people = X @ w + b, np.sum(n)
    p = 1 / (1 + np.exp(-z))
    delta = (n * p - k) * p * (1 - p) / people
    return np.sum(k * np.logaddexp(0, -z) + (n - k) * np.logaddexp(0, z)) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-SLOPES-NOT-MEAN", breaks="grouped_logistic-people",
       says="Your loss is a mean and your slopes belong to the sum. Divide the slopes by the number of people too.")
def grouped_logistic(X, n, k, w, b):
    z = X @ w + b
    delta = n / (1 + np.exp(-z)) - k
    return np.sum(k * np.logaddexp(0, -z) + (n - k) * np.logaddexp(0, z)) / np.sum(n), X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-LOG-OF-P", breaks="grouped_logistic-sure",
       says="You take the logarithm of p. For large scores p is exactly 0 or 1 in float64, and what the loss needs is lost: use softplus of the score.")
def grouped_logistic(X, n, k, w, b):
    p, people = 1 / (1 + np.exp(-(X @ w + b))), np.sum(n)
    delta = (n * p - k) / people
    return -np.sum(k * np.log(p) + (n - k) * np.log(1 - p)) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-ADDS-TO-P", breaks="grouped_logistic-sure",
       says="You add a small number inside the logarithm. That hides the infinity but changes the loss, and a sure mistake costs too little: use softplus.")
def grouped_logistic(X, n, k, w, b):
    p, people = 1 / (1 + np.exp(-(X @ w + b))), np.sum(n)
    delta = (n * p - k) / people
    return -np.sum(k * np.log(p + 1e-12) + (n - k) * np.log(1 - p + 1e-12)) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-CLIPS", breaks="grouped_logistic-sure",
       says="You clip p away from 0 and 1, which puts a ceiling on the loss. A sure mistake costs |z|, without limit: use softplus of the score.")
def grouped_logistic(X, n, k, w, b):
    p, people = np.clip(1 / (1 + np.exp(-(X @ w + b))), 1e-15, 1 - 1e-15), np.sum(n)
    delta = (n * p - k) / people
    return -np.sum(k * np.log(p) + (n - k) * np.log(1 - p)) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-CLIPS-Z", breaks="grouped_logistic-sure",
       says="You cut the scores off before the exponential. Beyond that the loss stops growing, though it should be about |z|.")
def grouped_logistic(X, n, k, w, b):
    z, people = np.clip(X @ w + b, -500, 500), np.sum(n)
    delta = (n / (1 + np.exp(-z)) - k) / people
    return np.sum(k * np.logaddexp(0, -z) + (n - k) * np.logaddexp(0, z)) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-OVERFLOWS", breaks="grouped_logistic-sure",
       says="log(1 + exp(z)) overflows for large z, and 0 times infinity is nan. np.logaddexp(0, z) is the same number without that fault.")
def grouped_logistic(X, n, k, w, b):
    z, people = X @ w + b, np.sum(n)
    delta = (n / (1 + np.exp(-z)) - k) / people
    return np.sum(k * np.log(1 + np.exp(-z)) + (n - k) * np.log(1 + np.exp(z))) / people, X.T @ delta, np.sum(delta)


@wrong("E3-LOGISTIC-SIGMOID-NAN", breaks="grouped_logistic-sure",
       says="Your sigmoid exp(z) / (1 + exp(z)) is infinity over infinity for large z. Divide through by exp(z): 1 / (1 + exp(-z)).")
def grouped_logistic(X, n, k, w, b):
    z, people = X @ w + b, np.sum(n)
    delta = (n * (np.exp(z) / (1 + np.exp(z))) - k) / people
    return np.sum(k * np.logaddexp(0, -z) + (n - k) * np.logaddexp(0, z)) / people, X.T @ delta, np.sum(delta)


@right("one row for each person")
def grouped_logistic(X, n, k, w, b):
    rows = np.repeat(X, n, axis=0)
    y = np.concatenate([[1] * ones + [0] * (size - ones) for size, ones in zip(n, k)])
    z = rows @ w + b
    delta = (1 / (1 + np.exp(-z)) - y) / len(y)
    return np.logaddexp(0, np.where(y == 1, -z, z)).mean(), rows.T @ delta, delta.sum()


@right("the library's softplus and sigmoid, pasted")
def grouped_logistic(X, n, k, w, b):
    def sigmoid(z):
        e = np.exp(np.where(z > 0, -z, z))
        return np.where(z > 0, 1, e) / (1 + e)

    def softplus(z):
        return np.maximum(z, 0) + np.log1p(np.exp(np.where(z > 0, -z, z)))
    z = X @ w + b
    delta = (n * sigmoid(z) - k) / n.sum()
    return (k @ softplus(-z) + (n - k) @ softplus(z)) / n.sum(), delta @ X, delta.sum()


@right("a loop over the groups")
def grouped_logistic(X, n, k, w, b):
    people, loss, grad_w, grad_b = sum(n), 0.0, np.zeros(X.shape[1]), 0.0
    for x, size, ones in zip(X, n, k):
        z = float(np.dot(w, x) + b)
        p = 0.5 * (1 + np.tanh(z / 2))
        loss += ones * np.logaddexp(0, -z) + (size - ones) * np.logaddexp(0, z)
        grad_w += (size * p - ones) * x
        grad_b += size * p - ones
    return loss / people, grad_w / people, grad_b / people


@right("both kinds of people in one list")
def grouped_logistic(X, n, k, w, b):
    A = np.column_stack([X, np.ones(len(X))])
    signs, counts = np.repeat([-1, 1], len(n)), np.concatenate([k, n - k]) / np.sum(n)
    s = signs * np.tile(A @ np.append(w, b), 2)
    slopes = (counts * signs / (1 + np.exp(-s))) @ np.vstack([A, A])
    return counts @ np.logaddexp(0, s), slopes[:-1], slopes[-1]


# 4 softmax


@wrong("E3-SOFTMAX-COLUMNS", breaks="softmax-visible",
       says="You divide by the sums of the columns. Each row is one sample, so the sum runs along axis 1.")
def softmax(Z, T):
    E = np.exp(Z / T[:, None] - (Z / T[:, None]).max(axis=1, keepdims=True))
    return E / E.sum(axis=0)


@wrong("E3-SOFTMAX-WHOLE-TABLE", breaks="softmax-visible",
       says="You divide by the sum of the whole table. Each row adds up to 1 by itself.")
def softmax(Z, T):
    E = np.exp(Z / T[:, None] - (Z / T[:, None]).max(axis=1, keepdims=True))
    return E / E.sum()


@wrong("E3-SOFTMAX-COLUMN-MAX", breaks="softmax-visible",
       says="You take out the largest of each column, so the scores of a row are shifted by different amounts. Take out the largest of each row.")
def softmax(Z, T):
    S = Z / T[:, None]
    E = np.exp(S - S.max(axis=0))
    return E / E.sum(axis=1, keepdims=True)


@wrong("E3-SOFTMAX-NO-KEEPDIMS", breaks="softmax-visible",
       says="A number for each row, of shape (N,), meets the columns of your table. Make it a column with keepdims=True or [:, None].")
def softmax(Z, T):
    S = Z / T[:, None]
    E = np.exp(S - S.max(axis=1, keepdims=True))
    return E / E.sum(axis=1)


@wrong("E3-SOFTMAX-T-BY-COLUMN", breaks="softmax-visible",
       says="Z / T divides the columns by the temperatures, if it divides at all. T[:, None] is a column, one temperature for each row.")
def softmax(Z, T):
    S = Z / T
    E = np.exp(S - S.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@wrong("E3-SOFTMAX-NO-SHIFT", breaks="softmax-visible",
       says="You exponentiate the scores as they are, and e to the power of 1000 is too large for a float. Take each row's largest score out first.")
def softmax(Z, T):
    E = np.exp(Z / T[:, None])
    return E / E.sum(axis=1, keepdims=True)


@wrong("E3-SOFTMAX-NO-TEMPERATURE", breaks="softmax-visible",
       says="Your probabilities do not depend on T. Divide the scores of each row by its temperature first.")
def softmax(Z, T):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@wrong("E3-SOFTMAX-T-AFTER-EXP", breaks="softmax-visible",
       says="You divide the probabilities by the temperature. It divides the scores, before the exponential.")
def softmax(Z, T):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True) / T[:, None]


@wrong("E3-SOFTMAX-T-MULTIPLIED", breaks="softmax-visible",
       says="You multiply by the temperature. Scores are divided by it: high temperatures make them milder.")
def softmax(Z, T):
    S = Z * T[:, None]
    E = np.exp(S - S.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@wrong("E3-SOFTMAX-ONE-TEMPERATURE", breaks="softmax-visible",
       says="You use the first row's temperature for all rows. Each row has its own.")
def softmax(Z, T):
    S = Z / T[0]
    E = np.exp(S - S.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@wrong("E3-SOFTMAX-SHIFT-NOT-DIVIDED", breaks="softmax-visible",
       says="You subtract the undivided maximum from divided scores. The exponents can then be far from 0: divide first, then take the maximum.")
def softmax(Z, T):
    E = np.exp(Z / T[:, None] - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@wrong("E3-SOFTMAX-LOG", breaks="softmax-visible",
       says="You return the logarithms of the probabilities. Exponentiate them, or leave the logarithm out.")
def softmax(Z, T):
    S = Z / T[:, None]
    S = S - S.max(axis=1, keepdims=True)
    return S - np.log(np.exp(S).sum(axis=1, keepdims=True))


@wrong("E3-SOFTMAX-IN-PLACE", breaks="softmax-visible",
       says="Your function writes into the caller's Z. Z = Z - ... makes a new array, Z -= ... does not.")
def softmax(Z, T):
    Z -= Z.max(axis=1, keepdims=True)
    E = np.exp(Z / T[:, None])
    return E / E.sum(axis=1, keepdims=True)


@wrong("E3-SOFTMAX-GLOBAL-MAX", breaks="softmax-rows",
       says="You take out the largest score of the whole table. In a row far below it every exponential is 0, and 0 / 0 is left: each row has its own maximum.")
def softmax(Z, T):
    S = Z / T[:, None]
    E = np.exp(S - S.max())
    return E / E.sum(axis=1, keepdims=True)


@wrong("E3-SOFTMAX-GLOBAL-MAX-RESCUED", breaks="softmax-rows",
       says="You take out the largest score of the whole table, and rows far below it come out even or empty. Each row has its own maximum.")
def softmax(Z, T):
    S = Z / T[:, None]
    E = np.exp(S - S.max())
    return np.nan_to_num(E / E.sum(axis=1, keepdims=True))


@wrong("E3-SOFTMAX-WHOLE-NUMBERS", breaks="softmax-rows",
       says="You fill an array made like Z. When Z holds whole numbers it cuts every probability to 0 or 1: np.zeros(Z.shape) holds fractions.")
def softmax(Z, T):
    P = np.zeros_like(Z)
    for n in range(len(Z)):
        E = np.exp((Z[n] - Z[n].max()) / T[n])
        P[n] = E / E.sum()
    return P


@wrong("E3-SOFTMAX-ADDS", breaks="softmax-digits",
       says="You add a small number to be safe, and tiny probabilities become that number. With the largest score taken out the sum is at least 1: nothing is needed.")
def softmax(Z, T):
    S = Z / T[:, None]
    E = np.exp(S - S.max(axis=1, keepdims=True)) + 1e-8
    return E / E.sum(axis=1, keepdims=True)


@wrong("E3-SOFTMAX-ADDS-TO-SUM", breaks="softmax-digits",
       says="You add a small number to the sum, so the probabilities add up to a little less than 1. The sum is at least 1 already: nothing is needed.")
def softmax(Z, T):
    S = Z / T[:, None]
    E = np.exp(S - S.max(axis=1, keepdims=True))
    return E / (E.sum(axis=1, keepdims=True) + 1e-8)


@wrong("E3-SOFTMAX-CLIPS", breaks="softmax-digits",
       says="You clip the probabilities, which makes all tiny ones equal. They are good as they are.")
def softmax(Z, T):
    S = Z / T[:, None]
    E = np.exp(S - S.max(axis=1, keepdims=True))
    return np.clip(E / E.sum(axis=1, keepdims=True), 1e-10, 1)


@wrong("E3-SOFTMAX-CLIPS-SCORES", breaks="softmax-digits",
       says="You cut the shifted scores off, so all that are far behind get the same probability. The exponential of -600 is a small number, not an error.")
def softmax(Z, T):
    S = Z / T[:, None]
    E = np.exp(np.maximum(S - S.max(axis=1, keepdims=True), -20))
    return E / E.sum(axis=1, keepdims=True)


@wrong("E3-SOFTMAX-SINGLE-PRECISION", breaks="softmax-digits",
       says="You compute in float32, which has seven digits and nothing below 1e-45. Keep float64.")
def softmax(Z, T):
    S = Z / T[:, None]
    E = np.exp((S - S.max(axis=1, keepdims=True)).astype(np.float32))
    return (E / E.sum(axis=1, keepdims=True)).astype(float)


@wrong("E3-SOFTMAX-ROUNDS", breaks="softmax-digits",
       says="You round the probabilities. Tiny ones become 0: leave all digits in place.")
def softmax(Z, T):
    S = Z / T[:, None]
    E = np.exp(S - S.max(axis=1, keepdims=True))
    return np.round(E / E.sum(axis=1, keepdims=True), 10)


@wrong("E3-SOFTMAX-MEAN-SHIFT", breaks="softmax-digits",
       says="You take out the mean of the row. If its scores lie far apart, the largest can still overflow: take out the largest.")
def softmax(Z, T):
    S = Z / T[:, None]
    E = np.exp(S - S.mean(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@wrong("E3-SOFTMAX-MIN-SHIFT", breaks="softmax-digits",
       says="You take out the smallest score of the row, so all exponents are 0 or above and large leads overflow. Take out the largest.")
def softmax(Z, T):
    S = Z / T[:, None]
    E = np.exp(S - S.min(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@right("row by row")
def softmax(Z, T):
    rows = []
    for z, t in zip(Z, T):
        e = np.exp((z - z.max()) / t)
        rows.append(e / e.sum())
    return np.array(rows)


@right("transposed, so that rows become columns")
def softmax(Z, T):
    S = Z.T / T
    E = np.exp(S - S.max(axis=0))
    return (E / E.sum(axis=0)).T


@right("the library's softmax, pasted, on divided scores")
def softmax(Z, T):
    Z = np.asarray(Z) / np.reshape(T, (-1, 1))
    P = np.exp(Z - Z.max(-1, keepdims=True))
    return P / P.sum(-1, keepdims=True)


@right("one over a sum of differences")
def softmax(Z, T):
    return 1 / np.exp((Z[:, None, :] - Z[:, :, None]) / T[:, None, None]).sum(axis=2)


@right("the exponential of the logarithm")
def softmax(Z, T):
    S = (Z - np.max(Z, axis=1)[:, None]) / T[:, None]
    return np.exp(S - np.log(np.einsum("nc->n", np.exp(S)))[:, None])


# 5 masked_cross_entropy


@wrong("E3-MASK-IGNORED", breaks="masked_cross_entropy-visible",
       says="Your loss lets all classes take part. Only the allowed ones enter the sum of exponentials.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), (E / mass - np.eye(C)[y]) / N


@wrong("E3-MASK-INT", breaks="masked_cross_entropy-any_scores",
       says="Z.copy() of whole numbers is an array of whole numbers, and has no place for minus infinity. np.where(allowed, Z, -np.inf) makes a table that has.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = Z.copy()
    S[~allowed] = -np.inf
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), (E / mass - np.eye(C)[y]) / N


@wrong("E3-MASK-SCORE-ZERO", breaks="masked_cross_entropy-visible",
       says="You give forbidden classes the score 0, and e to the power of 0 is 1. To take no part in the sum they need minus infinity.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = Z * allowed
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), (E / mass - np.eye(C)[y]) / N * allowed


@wrong("E3-MASK-REVERSED", breaks="masked_cross_entropy-visible",
       says="You leave out the allowed classes and keep the others. allowed is True where a class takes part.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, -np.inf, Z)
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), (E / mass - np.eye(C)[y]) / N


@wrong("E3-MASK-SUM", breaks="masked_cross_entropy-visible",
       says="Your loss is the sum over the samples. The contract wants the mean, in the loss and in the slopes.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.sum(np.log(mass[:, 0]) - S[np.arange(N), y]), E / mass - np.eye(C)[y]


@wrong("E3-MASK-MEAN-OF-CELLS", breaks="masked_cross_entropy-visible",
       says="You divide by the number of allowed cells. The mean is over the samples, one cost for each row.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.sum(np.log(mass[:, 0]) - S[np.arange(N), y]) / allowed.sum(), (E / mass - np.eye(C)[y]) / allowed.sum()


@wrong("E3-MASK-BITS", breaks="masked_cross_entropy-visible",
       says="Your loss is in bits. Losses here use the natural logarithm.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]) / np.log(2), (E / mass - np.eye(C)[y]) / N


@wrong("E3-MASK-LABEL-OFF-BY-ONE", breaks="masked_cross_entropy-visible",
       says="You read label 1 as the first class. Classes are counted from 0, so the label is the column's own number.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y - 1]), (E / mass - np.eye(C)[y - 1]) / N


@wrong("E3-MASK-ALL-LABELS", breaks="masked_cross_entropy-visible",
       says="Z[:, y] takes the columns of all labels for every row. Z[np.arange(N), y] takes one score from each row.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    largest = S.max(axis=1, keepdims=True)
    E = np.exp(S - largest)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass) + largest - Z[:, y]), (E / mass - np.eye(C)[y]) / N


@wrong("E3-MASK-SHIFT-LOST", breaks="masked_cross_entropy-visible",
       says="You take the largest score out before the exponential and never give it back. Add it after the logarithm, or take it from the label's score too.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    E = np.exp(S - S.max(axis=1, keepdims=True))
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - Z[np.arange(N), y]), (E / mass - np.eye(C)[y]) / N


@wrong("E3-MASK-SLOPE-SIGN", breaks="masked_cross_entropy-visible",
       says="Your slopes are y - p. They are p - y: the score of the label should rise, so its slope is negative.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), (np.eye(C)[y] - E / mass) / N


@wrong("E3-MASK-SLOPE-AT-LABEL-ONLY", breaks="masked_cross_entropy-visible",
       says="Your slope is 0 except at the labels. The other classes have a slope too: their probability.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), (E / mass - 1) * np.eye(C)[y] / N


@wrong("E3-MASK-IN-PLACE", breaks="masked_cross_entropy-visible",
       says="You write minus infinity into the caller's Z. np.where(allowed, Z, -np.inf) makes a new table.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    Z[~allowed] = -np.inf
    S = Z - Z.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), (E / mass - np.eye(C)[y]) / N


@wrong("E3-MASK-SLOPE-OF-SUM", breaks="masked_cross_entropy-any_scores",
       says="Your slopes are p - y, those of the sum. The loss is a mean, so divide them by the number of samples.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), E / mass - np.eye(C)[y]


@wrong("E3-MASK-SLOPE-OVER-CELLS", breaks="masked_cross_entropy-any_scores",
       says="You divide the slopes by the number of all cells. The loss is a mean over the samples, so divide by N only.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), (E / mass - np.eye(C)[y]) / Z.size


@wrong("E3-MASK-NO-SHIFT", breaks="masked_cross_entropy-any_scores",
       says="You exponentiate the scores as they are, which overflows for large ones. Take each row's largest allowed score out first.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    E = np.exp(np.where(allowed, Z, -np.inf))
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - Z[np.arange(N), y]), (E / mass - np.eye(C)[y]) / N


@wrong("E3-MASK-LOG-OF-P", breaks="masked_cross_entropy-any_scores",
       says="You compute the label's probability and then its logarithm. Far behind it is 0 in float64 and the loss infinite: let the logarithm undo the exponential first.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    E = np.exp(S - S.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(N), y])), (P - np.eye(C)[y]) / N


@wrong("E3-MASK-ADDS-TO-P", breaks="masked_cross_entropy-any_scores",
       says="You add a small number inside the logarithm, which puts a ceiling on the loss. Use log-sum-exp minus the label's score: it needs no help.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    E = np.exp(S - S.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(N), y] + 1e-12)), (P - np.eye(C)[y]) / N


@wrong("E3-MASK-GLOBAL-MAX", breaks="masked_cross_entropy-any_scores",
       says="You take out the largest score of the whole table. Rows far below it lose all their exponentials: each row has its own maximum.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    S = S - S.max()
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), (E / mass - np.eye(C)[y]) / N


@wrong("E3-MASK-FORBIDDEN-MAX", breaks="masked_cross_entropy-forbidden",
       says="You take out the largest of all scores of the row. If a forbidden one is far above, every allowed exponential is 0: search among the allowed.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    E = np.exp(S) * allowed
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), (E / mass - np.eye(C)[y]) / N


@wrong("E3-MASK-LOWERED", breaks="masked_cross_entropy-forbidden",
       says="You lower forbidden scores by a fixed amount. A forbidden score may be larger than that, and then it takes part: put minus infinity in its place.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = Z - 1000 * (1 - allowed)
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), (E / mass - np.eye(C)[y]) / N


@wrong("E3-MASK-REPLACED-BY-FIXED", breaks="masked_cross_entropy-forbidden",
       says="You put -1000 in place of forbidden scores. If all allowed scores are below that, the forbidden ones win: use minus infinity.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -1000)
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), (E / mass - np.eye(C)[y]) / N


@wrong("E3-MASK-INFINITY-TIMES-ZERO", breaks="masked_cross_entropy-forbidden",
       says="You set forbidden exponentials to 0 by multiplying, and infinity times 0 is nan. Replace the forbidden scores before the exponential.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = Z - np.where(allowed, Z, -np.inf).max(axis=1, keepdims=True)
    E = np.exp(S) * allowed
    mass = E.sum(axis=1, keepdims=True)
    return np.mean(np.log(mass[:, 0]) - S[np.arange(N), y]), (E / mass - np.eye(C)[y]) / N


@wrong("E3-MASK-SLOPE-NOT-MASKED", breaks="masked_cross_entropy-forbidden",
       says="Your loss leaves forbidden classes out, but your slopes are those of the softmax over all classes. The same p belongs in both.")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    S = S - S.max(axis=1, keepdims=True)
    loss = np.mean(np.log(np.exp(S).sum(axis=1)) - S[np.arange(N), y])
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    G = (P / P.sum(axis=1, keepdims=True) - np.eye(C)[y]) / N
    return loss, G


@right("row by row over the allowed scores")
def masked_cross_entropy(Z, y, allowed):
    N, loss, grad = len(Z), 0.0, np.zeros(Z.shape)
    for n in range(N):
        scores = Z[n][allowed[n]]
        e = np.exp(scores - scores.max())
        loss += np.log(e.sum()) + scores.max() - Z[n, y[n]]
        grad[n, allowed[n]] = e / e.sum()
        grad[n, y[n]] -= 1
    return loss / N, grad / N


@right("np.logaddexp.reduce")
def masked_cross_entropy(Z, y, allowed):
    N = len(Z)
    S = np.where(allowed, Z, -np.inf)
    log_p = S - np.logaddexp.reduce(S, axis=1, keepdims=True)
    grad = np.exp(log_p)
    grad[np.arange(N), y] -= 1
    return -np.mean(log_p[np.arange(N), y]), grad / N


@right("the library's cross-entropy, pasted, on a table with very low scores")
def masked_cross_entropy(Z, y, allowed):
    Y = np.eye(Z.shape[1])[y]
    Z = np.where(allowed, Z, -1e9)
    Z = Z - np.maximum.reduce(Z, -1, keepdims=True)
    P = np.exp(Z)
    mass = np.add.reduce(P, -1, keepdims=True)
    samples = P.shape[-2]
    loss = (np.add.reduce(np.log(mass), (-2, -1)) - np.dot(Y.ravel(), Z.ravel())) / samples
    P /= mass
    P -= Y
    P /= samples
    return loss, P


@right("how far every allowed score leads the label's")
def masked_cross_entropy(Z, y, allowed):
    N, C = Z.shape
    lead = np.where(allowed, Z - Z[np.arange(N), y][:, None], -np.inf)
    cost = np.logaddexp.reduce(lead, axis=1)
    return cost.sum() / N, (np.exp(lead - cost[:, None]) - (np.arange(C) == y[:, None])) / N


# 6 three_scores


@wrong("E3-SCORES-ACCURACY", breaks="three_scores-visible",
       says="Your first number is the share of right answers. The error rate is the share of wrong ones.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean((true[:, None] <= P).sum(axis=1) == 1), np.sum((P - np.eye(C)[y]) ** 2) / N, -np.mean(np.log(true))


@wrong("E3-SCORES-COUNT", breaks="three_scores-visible",
       says="Your first number counts the errors. Divide by the number of samples to make it a share.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.sum((true[:, None] <= P).sum(axis=1) > 1), np.sum((P - np.eye(C)[y]) ** 2) / N, -np.mean(np.log(true))


@wrong("E3-SCORES-MEAN-OVER-CLASSES", breaks="three_scores-visible",
       says="Your mean squared error takes the mean over the classes too. The contract sums over the classes and takes the mean over the samples.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), np.mean((P - np.eye(C)[y]) ** 2), -np.mean(np.log(true))


@wrong("E3-SCORES-HALF", breaks="three_scores-visible",
       says="Your mean squared error has a half in front. In this contract it has none.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), np.sum((P - np.eye(C)[y]) ** 2) / (2 * N), -np.mean(np.log(true))


@wrong("E3-SCORES-TRUE-CLASS-ONLY", breaks="three_scores-visible",
       says="Your mean squared error looks at the true class only. The others should be 0, and what they got counts as well.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), np.mean((1 - true) ** 2), -np.mean(np.log(true))


@wrong("E3-SCORES-ONE-HOT-OFF-BY-ONE", breaks="three_scores-visible",
       says="Your one-hot codes are one class off. Classes are counted from 0, so label 0 is the first column.")
def three_scores(P, y):
    N, C = P.shape
    Y = np.eye(C)[y - 1]
    true = (P * Y).sum(axis=1)
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), np.sum((P - Y) ** 2) / N, -np.mean(np.log(true))


@wrong("E3-SCORES-SUM", breaks="three_scores-visible",
       says="Your cross-entropy is the sum over the samples. The contract wants the mean.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), np.sum((P - np.eye(C)[y]) ** 2) / N, -np.sum(np.log(true))


@wrong("E3-SCORES-BITS", breaks="three_scores-visible",
       says="Your cross-entropy is in bits, with the logarithm to the base 2. In nats it uses the natural logarithm.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), np.sum((P - np.eye(C)[y]) ** 2) / N, -np.mean(np.log2(true))


@wrong("E3-SCORES-PLUS", breaks="three_scores-visible",
       says="Your cross-entropy lacks the minus. Logarithms of probabilities are negative, and the loss is not.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), np.sum((P - np.eye(C)[y]) ** 2) / N, np.mean(np.log(true))


@wrong("E3-SCORES-BOTH-SIDES", breaks="three_scores-visible",
       says="You add the cost -log(1 - p) of the classes that are not true. That is the loss for separate sigmoids; for a softmax only the true class counts.")
def three_scores(P, y):
    N, C = P.shape
    true, Y = P[np.arange(N), y], np.eye(C)[y]
    ce = -np.sum(np.where(Y == 1, np.log(P), np.log(1 - P))) / N
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), np.sum((P - Y) ** 2) / N, ce


@wrong("E3-SCORES-LOG-OF-MEAN", breaks="three_scores-visible",
       says="You take the logarithm of the mean probability. Take the logarithm of each first, then the mean: one sure mistake must count.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), np.sum((P - np.eye(C)[y]) ** 2) / N, -np.log(np.mean(true))


@wrong("E3-SCORES-IN-PLACE", breaks="three_scores-visible",
       says="You subtract 1 at the true classes in the caller's P. Subtract the one-hot codes from it instead: P - Y is a new array.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    wrong = (true[:, None] <= P).sum(axis=1) > 1
    P[np.arange(N), y] -= 1
    return np.mean(wrong), np.sum(P**2) / N, -np.mean(np.log(true))


@wrong("E3-SCORES-ARGMAX", breaks="three_scores-ties_and_digits",
       says="argmax takes the first of several largest, so a tie counts as right or wrong by the order of the classes. Here a tie at the top is always an error.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean(P.argmax(axis=1) != y), np.sum((P - np.eye(C)[y]) ** 2) / N, -np.mean(np.log(true))


@wrong("E3-SCORES-TIES-RIGHT", breaks="three_scores-ties_and_digits",
       says="You count a tie at the top as right. The true class has to be the single largest.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean(true < P.max(axis=1)), np.sum((P - np.eye(C)[y]) ** 2) / N, -np.mean(np.log(true))


@wrong("E3-SCORES-ABOVE-HALF", breaks="three_scores-ties_and_digits",
       says="You ask for a probability above one half. With three classes or more, 0.4 can be the largest: compare with the other classes.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean(true <= 0.5), np.sum((P - np.eye(C)[y]) ** 2) / N, -np.mean(np.log(true))


@wrong("E3-SCORES-TWO-CLASSES", breaks="three_scores-ties_and_digits",
       says="Your mean squared error is twice the square of what the true class lacks. With two classes the other one lacks the same, with more it does not.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), 2 * np.mean((1 - true) ** 2), -np.mean(np.log(true))


@wrong("E3-SCORES-HALF-FOR-TWO", breaks="three_scores-ties_and_digits",
       says="Your mean squared error is twice the mean over all cells, which is the sum over the classes only when there are two.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), 2 * np.mean((P - np.eye(C)[y]) ** 2), -np.mean(np.log(true))


@wrong("E3-SCORES-ADDS-TO-P", breaks="three_scores-ties_and_digits",
       says="You add 1e-8 inside the logarithm, and every loss comes out a little too small, a large one very much so. No probability of a true class is 0 here.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), np.sum((P - np.eye(C)[y]) ** 2) / N, -np.mean(np.log(true + 1e-8))


@wrong("E3-SCORES-ADDS-LITTLE", breaks="three_scores-ties_and_digits",
       says="You add a tiny number inside the logarithm, which is not tiny beside a probability of 1e-20. No probability of a true class is 0 here.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), np.sum((P - np.eye(C)[y]) ** 2) / N, -np.mean(np.log(true + 1e-15))


@wrong("E3-SCORES-CLIPS", breaks="three_scores-ties_and_digits",
       says="You clip the probabilities before the logarithm, so a sure mistake costs too little. No probability of a true class is 0 here.")
def three_scores(P, y):
    N, C = P.shape
    true = P[np.arange(N), y]
    return np.mean((true[:, None] <= P).sum(axis=1) > 1), np.sum((P - np.eye(C)[y]) ** 2) / N, -np.mean(np.log(np.clip(true, 1e-12, 1)))


@right("a loop over the samples")
def three_scores(P, y):
    N, errors, squares, cost = len(y), 0, 0.0, 0.0
    for row, label in zip(P, y):
        others = [p for c, p in enumerate(row) if c != label]
        if others and max(others) >= row[label]:
            errors += 1
        squares += sum(p * p for p in others) + (1 - row[label]) ** 2
        cost -= np.log(row[label])
    return errors / N, squares / N, cost / N


@right("the true class taken out before the maximum")
def three_scores(P, y):
    Y = np.arange(P.shape[1]) == y[:, None]
    true = P[Y]
    rival = np.where(Y, -np.inf, P).max(axis=1)
    return np.mean(rival >= true), np.mean(np.linalg.norm(P - Y, axis=1) ** 2), np.mean(-np.log(true))


@right("the library's functions, pasted, on one-hot codes")
def three_scores(P, y):
    def times_log(p, q):
        return np.multiply(p, np.log(np.where(p > 0, q, 1)))
    Y = np.eye(P.shape[1])[np.asarray(y).astype(int)]
    true = Y > 0
    tied = np.where(true, -np.inf, P).max(-1) >= np.where(true, P, -np.inf).max(-1)
    delta = np.subtract(P, Y)
    return tied.mean(-1), 2 * np.dot(delta.ravel(), delta.ravel()) / (2 * len(P)), -times_log(Y, P).sum(-1).mean()


@right("the square multiplied out")
def three_scores(P, y):
    true = np.take_along_axis(P, y.reshape(-1, 1), axis=1)[:, 0]
    single = np.sum(true[:, None] > P, axis=1) == P.shape[1] - 1
    return 1 - single.mean(), np.mean(np.sum(P * P, axis=1) - 2 * true + 1), -np.log(true).sum() / len(y)


# 7 kl_from_scores


@wrong("E3-KL-EXCHANGED", breaks="kl_from_scores-visible",
       says="You compute KL(q, p). The truth p comes first and weighs the logarithms, for it is p that happens.")
def kl_from_scores(P, Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    Q = E / E.sum(axis=1, keepdims=True)
    return np.sum(Q * np.log(Q / P), axis=1)


@wrong("E3-KL-SIGN", breaks="kl_from_scores-visible",
       says="Your divergence is negative: you take log q - log p. It is log p - log q, weighted by p.")
def kl_from_scores(P, Z):
    S = Z - Z.max(axis=1, keepdims=True)
    log_q = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return np.sum(P * (log_q - np.log(np.where(P > 0, P, 1))), axis=1)


@wrong("E3-KL-BITS", breaks="kl_from_scores-visible",
       says="Your divergence is in bits. In nats it uses the natural logarithm throughout.")
def kl_from_scores(P, Z):
    S = Z - Z.max(axis=1, keepdims=True)
    log_q = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return np.sum(P * (np.log(np.where(P > 0, P, 1)) - log_q), axis=1) / np.log(2)


@wrong("E3-KL-NO-ENTROPY", breaks="kl_from_scores-visible",
       says="You return the cross-entropy. KL is what is paid too much: the entropy of p, which nobody can avoid, is taken off.")
def kl_from_scores(P, Z):
    S = Z - Z.max(axis=1, keepdims=True)
    log_q = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -np.sum(P * log_q, axis=1)


@wrong("E3-KL-ENTROPY-ADDED", breaks="kl_from_scores-visible",
       says="You add the entropy of p to the cross-entropy. It is taken off: KL = cross-entropy - entropy.")
def kl_from_scores(P, Z):
    S = Z - Z.max(axis=1, keepdims=True)
    log_q = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -np.sum(P * (np.log(np.where(P > 0, P, 1)) + log_q), axis=1)


@wrong("E3-KL-SCORES-AS-LOGS", breaks="kl_from_scores-visible",
       says="You use the scores as if they were log q. They are so only up to a number in each row: subtract the row's log-sum-exp.")
def kl_from_scores(P, Z):
    return np.sum(P * (np.log(np.where(P > 0, P, 1)) - Z), axis=1)


@wrong("E3-KL-TOTAL", breaks="kl_from_scores-visible",
       says="You add up all rows. There is one divergence for each row: sum along the classes only.")
def kl_from_scores(P, Z):
    S = Z - Z.max(axis=1, keepdims=True)
    log_q = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return np.sum(P * (np.log(np.where(P > 0, P, 1)) - log_q))


@wrong("E3-KL-AXIS", breaks="kl_from_scores-visible",
       says="You sum down the columns. Classes run along each row: sum with axis=1.")
def kl_from_scores(P, Z):
    S = Z - Z.max(axis=1, keepdims=True)
    log_q = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return np.sum(P * (np.log(np.where(P > 0, P, 1)) - log_q), axis=0)


@wrong("E3-KL-MEAN-OVER-CLASSES", breaks="kl_from_scores-visible",
       says="You take the mean over the classes. The probabilities are the weights already: sum.")
def kl_from_scores(P, Z):
    S = Z - Z.max(axis=1, keepdims=True)
    log_q = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return np.mean(P * (np.log(np.where(P > 0, P, 1)) - log_q), axis=1)


@wrong("E3-KL-IN-PLACE", breaks="kl_from_scores-visible",
       says="You subtract the maximum from the caller's Z. Z - ... makes a new array, Z -= ... does not.")
def kl_from_scores(P, Z):
    Z -= Z.max(axis=1, keepdims=True)
    log_q = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return np.sum(P * (np.log(np.where(P > 0, P, 1)) - log_q), axis=1)


@wrong("E3-KL-ZERO-LOG-ZERO", breaks="kl_from_scores-zeros_and_far_scores",
       says="Where p is 0 you compute 0 times minus infinity, which is nan. Such a term is 0: give the logarithm a 1 there.")
def kl_from_scores(P, Z):
    S = Z - Z.max(axis=1, keepdims=True)
    log_q = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return np.sum(P * (np.log(P) - log_q), axis=1)


@wrong("E3-KL-Q-FIRST", breaks="kl_from_scores-zeros_and_far_scores",
       says="You compute q and then its logarithm. A q too small for a float becomes 0, and its logarithm minus infinity: compute log q from the scores.")
def kl_from_scores(P, Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    Q = E / E.sum(axis=1, keepdims=True)
    return np.sum(P * (np.log(np.where(P > 0, P, 1)) - np.log(np.where(P > 0, Q, 1))), axis=1)


@wrong("E3-KL-FORMULA", breaks="kl_from_scores-zeros_and_far_scores",
       says="You use p log(p / q) as it stands. With p = 0 it is nan, and with a q too small for a float infinite: take logarithms apart, log q from the scores.")
def kl_from_scores(P, Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    Q = E / E.sum(axis=1, keepdims=True)
    return np.sum(P * np.log(P / Q), axis=1)


@wrong("E3-KL-NAN-TO-NUM", breaks="kl_from_scores-zeros_and_far_scores",
       says="np.nan_to_num turns nan into 0, but also infinity into a huge number. Do not repair the terms: compute log q from the scores.")
def kl_from_scores(P, Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    Q = E / E.sum(axis=1, keepdims=True)
    return np.sum(np.nan_to_num(P * np.log(P / Q)), axis=1)


@wrong("E3-KL-ADDS", breaks="kl_from_scores-zeros_and_far_scores",
       says="You add a small number to p and q. A q far smaller than that is changed beyond recognition: compute log q from the scores.")
def kl_from_scores(P, Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    Q = E / E.sum(axis=1, keepdims=True)
    return np.sum(P * np.log((P + 1e-12) / (Q + 1e-12)), axis=1)


@wrong("E3-KL-CLIPS", breaks="kl_from_scores-zeros_and_far_scores",
       says="You clip q from below, which puts a ceiling on the divergence. Compute log q from the scores: then nothing needs to be clipped.")
def kl_from_scores(P, Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    Q = np.maximum(E / E.sum(axis=1, keepdims=True), 1e-300)
    return np.sum(P * (np.log(np.where(P > 0, P, 1)) - np.log(Q)), axis=1)


@wrong("E3-KL-CLIPS-P", breaks="kl_from_scores-zeros_and_far_scores",
       says="You lift the zeros of p to a small number, and with scores far apart even that times log q counts. Leave p as it is, and make only its logarithm harmless.")
def kl_from_scores(P, Z):
    P = np.maximum(P, 1e-12)
    S = Z - Z.max(axis=1, keepdims=True)
    log_q = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return np.sum(P * (np.log(P) - log_q), axis=1)


@wrong("E3-KL-NO-SHIFT", breaks="kl_from_scores-zeros_and_far_scores",
       says="Your log-sum-exp takes no maximum out, so large scores overflow. Take out each row's largest score first.")
def kl_from_scores(P, Z):
    log_q = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return np.sum(P * (np.log(np.where(P > 0, P, 1)) - log_q), axis=1)


@wrong("E3-KL-GLOBAL-MAX", breaks="kl_from_scores-zeros_and_far_scores",
       says="You take out the largest score of the whole table. Rows far below it lose all their exponentials: each row has its own maximum.")
def kl_from_scores(P, Z):
    S = Z - Z.max()
    log_q = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return np.sum(P * (np.log(np.where(P > 0, P, 1)) - log_q), axis=1)


@wrong("E3-KL-SUPPORT-ONLY", breaks="kl_from_scores-zeros_and_far_scores",
       says="Your softmax leaves out the classes with p = 0, so its q is too large. What is given to classes that never happen is paid for: q runs over all classes.")
def kl_from_scores(P, Z):
    S = np.where(P > 0, Z, -np.inf)
    S = S - S.max(axis=1, keepdims=True)
    log_q = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return np.sum(P * np.where(P > 0, np.log(np.where(P > 0, P, 1)) - np.where(P > 0, log_q, 0), 0), axis=1)


@right("cross-entropy minus entropy")
def kl_from_scores(P, Z):
    S = Z - Z.max(axis=1, keepdims=True)
    cross = np.log(np.exp(S).sum(axis=1)) - (P * S).sum(axis=1)
    entropy = -(P * np.log(P, out=np.zeros(P.shape), where=P > 0)).sum(axis=1)
    return cross - entropy


@right("row by row over the classes that happen")
def kl_from_scores(P, Z):
    values = []
    for p, z in zip(P, Z):
        some = p > 0
        level = z.max() + np.log(np.sum(np.exp(z - z.max())))
        values.append(np.sum(p[some] * (np.log(p[some]) + level - z[some])))
    return np.array(values)


@right("nan counted as nothing")
def kl_from_scores(P, Z):
    S = Z - Z.max(axis=1)[:, None]
    return np.nansum(P * (np.log(P) - S + np.log(np.sum(np.exp(S), axis=1))[:, None]), axis=1)


@right("np.logaddexp.reduce and einsum")
def kl_from_scores(P, Z):
    log_q = Z - np.logaddexp.reduce(np.asarray(Z, dtype=float), axis=1)[:, None]
    log_p = np.log(P + (P == 0))
    return np.einsum("nc,nc->n", P, log_p - log_q)


@right("the library's functions, pasted, with log q from its log_sum_exp")
def kl_from_scores(P, Z):
    def log_sum_exp(Z):
        largest = Z.max(-1, keepdims=True)
        return np.log(np.exp(Z - largest).sum(-1)) + largest[..., 0]

    def times_log(p, q):
        return np.multiply(p, np.log(np.where(p > 0, q, 1)))
    Z = np.asarray(Z, float)
    return times_log(P, P).sum(-1) - (P * (Z - log_sum_exp(Z)[:, None])).sum(-1)


# 8 detour


@wrong("E3-DETOUR-EXCHANGED", breaks="detour-visible",
       says="Your start and end have changed places: the end has to have almost nothing of the class, and the start more than q.")
def detour(q):
    corner = np.eye(len(q))[np.argmin(q)]
    r = q * (1 - (1 - 1e-6) * corner)
    return r / r.sum(), (q + corner) / 2


@wrong("E3-DETOUR-LECTURE", breaks="detour-visible",
       says="The lecture's own start and end save less than a nat, and only for q in the middle. Take an end that has almost nothing of one class.")
def detour(q):
    return np.array([0.9, 0.1]), np.array([0.1, 0.9])


@wrong("E3-DETOUR-ZERO", breaks="detour-visible",
       says="An entry of your r is exactly 0. Then the direct way and the detour are both infinite, and neither is shorter: make it tiny instead.")
def detour(q):
    corner = np.eye(len(q))[np.argmin(q)]
    r = q * (1 - corner)
    return (q + corner) / 2, r / r.sum()


@wrong("E3-DETOUR-NOT-ONE", breaks="detour-visible",
       says="Your r no longer adds up to 1 after you shrink an entry. Divide it by its sum.")
def detour(q):
    corner = np.eye(len(q))[np.argmin(q)]
    return (q + corner) / 2, q * (1 - (1 - 1e-6) * corner)


@wrong("E3-DETOUR-TOO-SHORT", breaks="detour-visible",
       says="Your r is hardly smaller than q in the class you chose, so little is saved. Divide by a million, not by two.")
def detour(q):
    corner = np.eye(len(q))[np.argmin(q)]
    r = q * (1 - 0.5 * corner)
    return (q + corner) / 2, r / r.sum()


@wrong("E3-DETOUR-START-IS-STOP", breaks="detour-visible",
       says="Your start is q itself. Then the detour is the direct way, and nothing is saved.")
def detour(q):
    corner = np.eye(len(q))[np.argmin(q)]
    r = q * (1 - (1 - 1e-6) * corner)
    return q.copy(), r / r.sum()


@wrong("E3-DETOUR-SAME-SIDE", breaks="detour-visible",
       says="Your start has less of the class than q, and your end too. They have to lie on different sides of q.")
def detour(q):
    corner = np.eye(len(q))[np.argmin(q)]
    r = q * (1 - (1 - 1e-6) * corner)
    p = q * (1 - 0.5 * corner)
    return p / p.sum(), r / r.sum()


@wrong("E3-DETOUR-IN-PLACE", breaks="detour-visible",
       says="You shrink an entry of the caller's q. Write r = q.copy() first: r = q is the same array under another name.")
def detour(q):
    k = np.argmin(q)
    p = (q + np.eye(len(q))[k]) / 2
    r = q
    r[k] *= 1e-6
    r /= r.sum()
    return p, r


@wrong("E3-DETOUR-THREE", breaks="detour-visible",
       says="You return q as well. The answer is a pair: start and end.")
def detour(q):
    corner = np.eye(len(q))[np.argmin(q)]
    r = q * (1 - (1 - 1e-6) * corner)
    return (q + corner) / 2, q, r / r.sum()


@wrong("E3-DETOUR-FIXED", breaks="detour-any_stop",
       says="Your start and end do not depend on q. They fit q in the middle; for another one start and end have to lie on its two sides.")
def detour(q):
    return np.array([0.9, 0.1]), np.array([0.001, 0.999])


@wrong("E3-DETOUR-FIRST-CLASS", breaks="detour-any_stop",
       says="You always choose the first class. If q has nearly all of it already, p cannot have much more: choose a class of which q has little.")
def detour(q):
    corner = np.eye(len(q))[0]
    r = q * (1 - (1 - 1e-6) * corner)
    return (q + corner) / 2, r / r.sum()


@wrong("E3-DETOUR-LARGEST-CLASS", breaks="detour-any_stop",
       says="You choose the class of which q has most, so p can hardly have more of it. Choose one of which q has little.")
def detour(q):
    corner = np.eye(len(q))[np.argmax(q)]
    r = q * (1 - (1 - 1e-6) * corner)
    return (q + corner) / 2, r / r.sum()


@wrong("E3-DETOUR-LAST-CLASS", breaks="detour-any_stop",
       says="You always choose the last class. If q has nearly all of it already, p cannot have much more: choose a class of which q has little.")
def detour(q):
    corner = np.eye(len(q))[-1]
    r = q * (1 - (1 - 1e-6) * corner)
    return (q + corner) / 2, r / r.sum()


@wrong("E3-DETOUR-TWO-CLASSES", breaks="detour-any_stop",
       says="Your start and end have two classes. They need as many as q has.")
def detour(q):
    p0 = (1 + q[0]) / 2 if q[0] < 0.5 else q[0] / 2
    r0 = 1e-12 if q[0] < 0.5 else 1 - 1e-12
    return np.array([p0, 1 - p0]), np.array([r0, 1 - r0])


@wrong("E3-DETOUR-FIXED-END", breaks="detour-any_stop",
       says="Your end has a fixed share of 0.01 in the chosen class. Where q itself has hardly more than that, nothing is saved: measure the share against q.")
def detour(q):
    k = np.argmin(q)
    corner = np.eye(len(q))[k]
    r = np.where(corner == 1, 0.01, q * 0.99 / (1 - q[k]))
    return 0.1 * q + 0.9 * corner, r


@wrong("E3-DETOUR-SMALL-STEP", breaks="detour-any_stop",
       says="Your start has a fixed amount more of the class than q, taken evenly from all others. Some of them have less than that to give: move towards the corner instead.")
def detour(q):
    k, C = np.argmin(q), len(q)
    p = q - 0.4 / (C - 1)
    p[k] = q[k] + 0.4
    r = q * np.where(np.arange(C) == k, 1e-6, 1)
    return p, r / r.sum()


@right("nearly the whole way to the corner")
def detour(q):
    k = int(np.argmin(q))
    p, r = q * 0.01, q.copy()
    p[k] += 0.99
    r[k] = q[k] * 1e-8
    r[np.arange(len(q)) != k] *= (1 - r[k]) / (1 - q[k])
    return p, r


@right("on from p through q and beyond")
def detour(q):
    k = min(range(len(q)), key=lambda c: q[c])
    p = [0.5 * v + 0.5 * (c == k) for c, v in enumerate(q)]
    r = [v * v / w for v, w in zip(q, p)]
    r[k] *= 1e-9
    total = sum(r)
    return p, [v / total for v in r]


@right("make the entry smaller until it is enough")
def detour(q):
    corner = np.zeros(len(q))
    corner[q.argmin()] = 1
    p, tiny = 0.3 * q + 0.7 * corner, 0.5
    while True:
        r = np.where(corner > 0, tiny * q, q)
        r = r / r.sum()
        if (p - q) @ (np.log(q) - np.log(r)) > 1.5:
            return p, r
        tiny /= 2


@right("softmax of shifted logarithms")
def detour(q):
    def tilt(amount):
        z = np.log(q)
        z[np.argsort(q)[0]] += amount
        e = np.exp(z - z.max())
        return e / e.sum()
    return tilt(10.0), tilt(-12.0)


# The arguments on which a student's function is compared with the wrong answers above.

TABLE = np.array([[1.0, 2.0], [3.0, 0.0], [2.0, 1.0]]), np.array([1.0, 2.0, 5.0])
SCORES = np.array([[5.0, 2.0, -1.0, 3.0], [40.0, -900.0, 10.0, 0.0]])
MOVES = np.array([[True, True, True], [True, True, False]])

PROBES = {
    "squared_loss": [
        (*TABLE, np.array([1.0, -1.0]), 1.0, 0.0),
        (*TABLE, np.array([1.0, -1.5]), 0.5, 0.5),
        (np.array([[1, 2], [3, 0], [2, 2]]), np.array([1, 2, 4]), np.array([3, -1]), 1, 0.25),
    ],
    "counterexamples": [(2, 2, 4), (3.5, 1.5, -1), (-2, 4, 3), (1.5, -0.5, 0)],
    "grouped_logistic": [
        (np.array([[1.0, 0.0], [2.0, 1.0], [0.0, 3.0]]), np.array([1, 1, 1]), np.array([1, 0, 1]), np.array([1.0, -1.0]), 0.5),
        (np.array([[1.0], [-1.0]]), np.array([4, 2]), np.array([1, 2]), np.array([2.0]), -1.0),
        (np.array([[1.0], [0.5]]), np.array([3, 0]), np.array([2, 0]), np.array([0.5]), 0.25),
        (np.array([[1000.0]]), np.array([1]), np.array([0]), np.array([1.0]), 0.0),
        (np.array([[20.0]]), np.array([1]), np.array([1]), np.array([1.0]), 0.0),
        (np.array([[30.0]]), np.array([1]), np.array([0]), np.array([1.0]), 0.0),
        (np.array([[38.0]]), np.array([1]), np.array([0]), np.array([1.0]), 0.0),
        (np.array([[18.0]]), np.array([1]), np.array([1]), np.array([1.0]), 0.0),
    ],
    "softmax": [
        (SCORES, np.array([1.0, 2.0])),
        (np.array([[5.0, 2.0], [0.0, 1.0]]), np.array([0.5, 4.0])),
        (np.array([[3000.0, 3001.0, 2999.0], [-3000.0, -3001.0, -2999.0]]), np.array([2.0, 1.0])),
        (np.array([[3, 1, 2]]), np.array([2])),
        (np.array([[0.0, 16.0, 21.0]]), np.array([1.0])),
        (np.array([[0.0, 2000.0, 1.0]]), np.array([1.0])),
        (np.array([[0.0, 950.0, 10.0]]), np.array([1.0])),
    ],
    "masked_cross_entropy": [
        (np.array([[1.0, 2.0, 3.0], [2.0, 0.0, 9.0]]), np.array([2, 0]), MOVES),
        (np.array([[1.0, 40.0, 3.0], [2.0, 0.0, 2000.0]]), np.array([2, 0]), MOVES),
        (np.array([[1000.0, 2000.0, 3.0], [-2000.0, -2001.0, 1.0]]), np.array([2, 0]), MOVES),
        (np.array([[3, 1, 2], [5, 7, 9]]), np.array([1, 0]), MOVES),
    ],
    "three_scores": [
        (np.array([[0.9, 0.1], [0.1, 0.9], [0.4, 0.6]]), np.array([0, 1, 0])),
        (np.array([[0.4, 0.4, 0.2], [0.25, 0.375, 0.375], [0.4, 0.3, 0.3]]), np.array([0, 2, 0])),
        (np.array([[0.75, 0.25, 1e-20], [0.5, 0.25, 0.25]]), np.array([2, 0])),
    ],
    "kl_from_scores": [
        (np.array([[0.25, 0.75], [0.5, 0.5], [0.75, 0.25]]), np.array([[0.0, 0.0], [0.0, 1.0], [2.0, 1.0]])),
        (np.array([[1.0, 0.0], [0.5, 0.5]]), np.array([[0.0, 1.0], [3.0, 1.0]])),
        (np.array([[0.5, 0.5], [0.25, 0.75]]), np.array([[2000.0, 0.0], [0.0, 1.0]])),
        (np.array([[0.5, 0.5], [0.25, 0.75]]), np.array([[-2000.0, -2001.0], [0.0, 1.0]])),
        (np.array([[1.0, 0.0]]), np.array([[3000.0, 0.0]])),
    ],
    "detour": [
        (np.array([0.5, 0.5]),),
        (np.array([0.9, 0.1]),),
        (np.array([0.2, 0.7, 0.1]),),
    ],
}
