"""The errata table in words, first the claims that are wrong or too strong: what is printed, what holds, and a sentence that the
computed evidence fills in.

A dagger marks what may be damage of the text extraction by which the slides were read. Formulas are Unicode text: tables do not set LaTeX.
"""
from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One row: its deck and lecture, a few printed words, what holds instead, and the evidence with places for its numbers."""

    where: str
    printed: str
    holds: str
    evidence: str


WRONG = {
    1: Row("D0, L07",
           "λf(x₁) + (1 λ)f(x₂) ≤ λx₁ + (1 λ)x₂",
           "f(λx₁ + (1−λ)x₂) ≤ λf(x₁) + (1−λ)f(x₂): an f on both sides, and the chord is the larger. (The lost minus may be damage †.)",
           "10,000 random triples. x²: the print holds for {square_printed:.1%}, the right one for {square_right:.0%}. A dome, which is "
           "not convex: {dome_printed:.0%} and {dome_right:.0%}"),
    3: Row("D0, L06",
           "y² − 2f + f² for (y − f)²",
           "y² − 2yf + f²",
           "y = 3, f = 3.5: {square}, as printed {printed}"),
    4: Row("D0, L06",
           "∇L = Σ [2∇f + 2∇f·f] / n",
           "(2/n) Σ (f(xᵢ) − yᵢ) ∇f(xᵢ): a sign and the y. (One line has no n, another an L below; xᵢ stands as x: † perhaps.)",
           "One sample, y = 3, f = 3.5, ∇f = 1.5: measured {measured:.2f}, repaired {repaired:.2f}, printed {printed:.2f}. The printed "
           "square has slope {of_printed_square:.2f}, so the two lines are two slips"),
    12: Row("D0, L06",
            "0/1 loss: “Gradient is only non-zero when changing a θ has an impact on output predictions”",
            "Where predictions change the loss jumps and has no gradient; elsewhere the gradient is 0. It is never a useful number.",
            "{of:,} random units, 50 points, a nudge of ±0.0001: {changed} rates change, and the quotient, {one_point:.0f} for one "
            "point, tells only of the nudge"),
    16: Row("D1, L05",
            "regions: O(C(K, D)^(D(L−1)) K^D) with a binomial, “therefore, for fixed K, deeper networks are exponentially more "
            "expressive”",
            "Read as an upper bound, which is what O means, it says nothing for depth; as a lower bound it is false. Some weights give "
            "at least Π ⌊nᵢ/D⌋^D · Σ C(n_L, j), i < L, j ≤ D: a fraction, rounded down, which grows with depth from K ≥ 2D on",
            "D = 2, K = 4, L = 2: printed {printed}, but there are {patterns} patterns and no network has more than {cap} regions; the "
            "theorem gives {theorem}. One layer more multiplies the print by {print_grows:g}, the regions by {regions_grow} at most. With "
            "K = 3 the theorem gives {three_units[0]} at depth 1 and {three_units[1]} at depth 5"),
    19: Row("D1, L09",
            "backpropagation “for ℓ from L + 1 to 1”, every round ending with g′(z^(ℓ−1))",
            "Pass on only while ℓ > 1: h⁽⁰⁾ is the data x and has no pre-activation",
            "Three layers: the last round asks for z number {missing}, which does not exist. With the guard the gradient is right, off "
            "by {error:.0e}"),
    24: Row("D3, L07",
            "logistic regression: “E(w) is convex, so there is one global minimum”",
            "Convex: every minimum is global. Whether there is one, and only one, are other questions; on separable data there is none",
            "The deck's own table: low income up to age {oldest_low}, high from {youngest_high}, so age − 29 separates {separated} of "
            "9. Descent with lr 1: w has length {lengths[0]:.1f}, {lengths[1]:.1f}, {lengths[2]:.1f} after 10², 10³, 10⁴ steps, loss "
            "{losses[0]:.2f}, {losses[1]:.2f}, {losses[2]:.2f}"),
    25: Row("D4, L06",
            "Y = {+1, −1} with a sigmoid output and squared error",
            "A sigmoid stays above 0, so every −1 costs more than 1. Labels 0 and 1, or tanh",
            "Four points with {negatives} negative, 6,561 pairs of weights: least error {signs:.4f}; with labels 0 and 1 "
            "{zero_one:.0e}, with tanh and ±1 {tanh:.0e}"),
    29: Row("D4, L09",
            "V^ℓ … V^L once for V^(ℓ+1) … V^L; δ once as ∂e/∂z, elsewhere as ∂e/∂a; V^(ℓ+1) V^(ℓ+2) … V^ℓ δ^ℓ †",
            "The product begins at V^(ℓ+1), and δ = ∂e/∂a: with ∂e/∂z the slope φ′ would count twice",
            "Network 5, 7, 6, 4, 3, against the complex step: right form, error {right:.0e}; φ′ twice, {twice:.3f}. From V¹ on the "
            "product has {from_v1} numbers for {units} units"),
}
TOO_STRONG = {
    2: Row("D0, L07",
           "the chord “will always be above the function”",
           "On or above, between the two points; strictly above only for strictly convex functions",
           "In the middle of 0 and 2 the chord is {line:.0f} above 1 + x and {square:.0f} above x²; drawn on to 3, x²'s is {beyond:.0f} "
           "below"),
    6: Row("D0, D1, D2, L04",
           "“For any function, there exists a neural network”",
           "Continuous functions on a compact set, within ε everywhere, if the activation is continuous and no polynomial. (D1 says "
           "“continuous”.)",
           "100 hinges on the sine: error {inside:.3f} on [−10, 10], {outside:.0f} on [−100, 100]; on 1/x down to 10⁻⁶: "
           "{reciprocal:,.0f}. A steep sigmoid on a jump: {jump} at worst, {jump_mean:.4f} on average"),
    7: Row("D0, L04",
           "trees of infinite depth “can fit any function with 100% accuracy”; piecewise polynomials: “think Taylor expansions”",
           "Any finite set of distinct points. Splines and Weierstrass; Taylor knows one point only",
           "exp(−1/x²) on [−1, 1]: Taylor errs by {taylor:.3f} at any degree, a polynomial through 33 points by {through_points:.0e}. A "
           "tree with 128 leaves misses the sine by {tree:.3f}; hinges through 20 points: error {on_points:.0e}"),
    8: Row("D0, L02",
           "without activations “just a Linear Regression”",
           "The same functions, or fewer behind a bottleneck; but the loss is not convex in the factors, and training differs",
           "5, 2, 4 units: straight, error {gap:.0e}, and of rank {rank}. (w₁w₂ − 1)² at 0: slope {slope:.0f}, curvatures {lowest:.0f} "
           "and +{highest:.0f}, a saddle"),
    10: Row("D0, L10",
            "“It can (and pretty much always does) get stuck in local minima”",
            "On a convex loss small steps find the minimum if there is one; wide networks often come near 0; saddles and conditioning "
            "matter",
            "100 walks on a bowl: all within {farthest:.0e} of the minimum. 256 networks on the spiral, median training loss: "
            "{small:.3f} ({small_interval[0]:.3f} to {small_interval[1]:.3f}) with 4 and 2 tanh units, {wide:.3f} ("
            "{wide_interval[0]:.3f} to {wide_interval[1]:.3f}) with 8 and 8"),
    13: Row("D0, L07",
            "linear regression “only had one point” with gradient 0",
            "One point if the columns are linearly independent",
            "Free directions among the minimisers: {full} with two different columns, {twice}, a whole line, where the second is twice "
            "the first"),
    14: Row("D0, L05",
            "“may need 2^n piecewise functions”",
            "2ⁿ is a cap over all weights; one layer with D inputs has at most Σ C(n, j), j ≤ D, regions",
            "Two inputs: {cap} of {patterns:,} patterns for n = 10 ({counted} counted in the best of 20 random networks), {cap_20} of "
            "{patterns_20:,} for n = 20"),
    17: Row("D1, L01",
            "“each hidden unit needs to be connected to all inputs”",
            "At least one: parity of n inputs is orthogonal to every product of fewer",
            "XOR with {local} of 3 hidden units seeing one input: {rows_right} of 4 rows right. Parity against all shorter products, n "
            "up to 6: largest inner product {overlap}"),
    21: Row("D2, D4, L04",
            "ŷ = wᵀg(Wx), a “universal approximator”, without biases",
            "With biases, or with a 1 among the inputs",
            "N(0) = {at_0:.0f} for tanh, ReLU and ELU; for tanh N(−t) + N(t) is {odd:.0e}. Fitting a cosine with 50 tanh units: error "
            "{alone:.3f}, with (x, 1) {with_one:.3f}"),
    22: Row("D2, D4, L07, L10",
            "“no convergence guarantees” and, elsewhere, “converges asymptotically”",
            "Both, of different things: with Robbins–Monro steps, a smooth f bounded below and noise of mean 0 and bounded variance, "
            "liminf ‖∇f‖ = 0 with probability 1: places as flat as you like. Which ones, nobody promises",
            "1,000 noisy walks into a tilted double well: the median slope falls from {before:.2f} to {after:.3f}; {deeper:.0%} end in "
            "the deeper well, {other:.0%} in the other"),
    27: Row("D4, L10",
            "α = argmin E(w + αd) over α > 0; stop if ‖∇E‖ = 0",
            "A minimiser need not exist, and a computed gradient is hardly ever exactly 0: ask for a small one",
            "E on the four points at α = 1, 10, 100, 1000: {errors[0]:.2f}, {errors[1]:.0e}, {errors[2]:.0e}, {errors[3]:.0f} (too "
            "small for float64). 20 least squares problems, 2,000 steps: a gradient of exactly 0 in {exact_zeros} of them"),
    28: Row("D4, L06",
            "softmax of “arbitrary activations” of the output layer",
            "Of the scores z. After a sigmoid no probability exceeds e/(e + C − 1)",
            "Largest for C = 2, 3, 10: {sigmoid[0]:.3f}, {sigmoid[1]:.3f}, {sigmoid[2]:.3f} after sigmoids, {tanh[0]:.3f}, "
            "{tanh[1]:.3f}, {tanh[2]:.3f} after tanh"),
    30: Row("D4, L10",
            "“For smooth functions, O(1/k) convergence possible”, “Typical choice: γ = 1/(k+1)”",
            "The usual guarantee asks for strong convexity μ, and steps c/(k+1) with c above 1/(2μ), here 2.5; with noise and mere "
            "convexity it is O(1/√k)",
            "x²/10 from 1 with 1/(k+1): x = {x[0]:.3f}, {x[2]:.3f}, {x[5]:.3f} at k = 10, 10³, 10⁶, so f falls like k^{power:.2f}; with "
            "2.5/(k+1) like k^{power_longer:.2f}"),
}
