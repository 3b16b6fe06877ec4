"""The rest of the errata table in words: notation, the three rows that are no errors, and what was clean on checking."""
from __future__ import annotations

from course_lib.notebook.errata_claims import Row

NOTATION = {
    5: Row("D0, L08",
           "∇f_θ = [∂f/∂w, ∂f/∂b, ∂f/∂x]",
           "x is data, not a parameter: two entries",
           "wx + b has {parameters} parameters, the print {printed} entries; the third, {third:.0f} where w = 2, is a slope in the "
           "datum"),
    9: Row("D0, D3, L02",
           "sigmoid to [0, 1] on one deck, (0, 1) on another",
           "(0, 1) in the real numbers; float64 reaches both ends",
           "Exactly 1 from z = {first:.2f} on (theory: 53 ln 2 = {theory:.2f}); at z = −800 it is {below:.0f}"),
    11: Row("D0, L07",
            "until Δθ < ε",
            "‖Δθ‖ < ε; and a small step need not mean a small gradient",
            "lr 0.0001, ε = 0.001: stopped after {steps} steps, {distance:.1f} from the minimum"),
    15: Row("D0, L02",
            "tanh: z = 100 “very close” to z = 10000; “+ +” and “Multip” †",
            "In float64 an exact tie",
            "tanh(100) = tanh(10000): {tie}; tanh is 1 from about z = {from:.0f} on"),
    18: Row("D1, L02",
            "tanh′ = 1 − g(z)² = sech²(x)",
            "sech²(z)",
            "At x = 1, z = 1.5: slope {measured:.4f}, sech²(z) {of_z:.4f}, sech²(x) {of_x:.4f}"),
    20: Row("D1, L02",
            "“mean squared error” ½‖f − y‖²; ∂L(f(x; θ, y)) †; ReLU “increasing”; softmax has “full support”; ReLU “the first "
            "activation that allowed training deep nets without unsupervised pre-training”",
            "Half the squared error of a sample; non-decreasing; in float64 it can be 0; a contested history: Cireșan and others did it "
            "in 2010 with tanh units",
            "(3, 1) against (1, 1): {half:.0f}, and {whole:.0f} without the half. ReLU(−2) = {relu[0]:.0f}, ReLU(−1) = {relu[1]:.0f}. "
            "The second of softmax(0, −800) is {softmax:.0f}"),
    23: Row("D1, D2, D4, L10",
            "the batch gradient is a mean on D1, a sum on D2 and D4",
            "A convention, but lr means another thing (and a ½ counts too). D2's loss has 1/N, its batch no 1/B",
            "32 samples, one network, over our gradient in length: D1 {D1:.0f}, D2 {D2:.0f}, D4 {D4:.0f}"),
    26: Row("D3, L10",
            "i = 1 … n beside N samples; “sample X_j”, yet the update has i, and j is the coordinate; E(w) is a sum, its update has 1/N",
            "One letter for one thing: sample i of N, coordinate j of d + 1",
            "The slope of the printed E is {ratio:.0f} times the bracket of the update: there are {people} people, each of "
            "{coordinates} coordinates"),
    31: Row("D4, L10",
            "w γ∇e for w − γ∇e †; e^(i_k) beside j_k; rates for k = 1 … K, loop k = 0 … K; “max epochs K”, one sample each; w⁰ ∈ ℝᵈ "
            "with inputs in ℝᵈ",
            "Other slides of the deck show the minus. K + 1 updates; an epoch is a pass over all samples; w has an entry for each "
            "weight, not for each input",
            "K = 10: {updates} updates for {rates} rates, and ten epochs on four samples are {epochs}. A network 2, 3, 1 has {weights} "
            "weights and {inputs} inputs"),
    32: Row("D4, L06",
            "d(x, x) = 0, “identity of indistinguishables”; [0, ∞) and [0, ∞]",
            "d(x, y) = 0 exactly when x = y (indiscernibles); a distance is finite",
            "d = 0 for all pairs obeys the printed rules: {nothing_obeys}. KL of (¼, ¾) from itself {itself:.0f}, from (½, ½) "
            "{another:.3f}, from (1, 0) {left_out}"),
    33: Row("D4, L06",
            "e: Y × Y → [0, +∞) compares label and prediction",
            "Y × ℝ, or Y × probabilities: a prediction is of another kind",
            "A sigmoid at z = 1 says {said:.3f}; is that a label 0 or 1: {is_a_label}. A softmax says {vector[0]:.3f}, {vector[1]:.3f}, "
            "{vector[2]:.3f}"),
}
BESIDE = {
    34: Row("D4, L09",
            "‖∇W e‖ ≤ a product of three norms",
            "Correct, and loose: the gradient of one sample has rank one, its norm is a product of two lengths",
            "Layer 1: rank {rank}; norm by SVD {svd:.3f}, by two lengths {lengths:.3f}, bound {bound:.3f}. Over all layers the bound is "
            "up to {loosest:.2f} times the norm"),
    35: Row("D1, L05",
            "playground: tanh ends with test loss 0.416, ReLU with 0.340",
            "An anecdote, and the slide claims no more. One run of each kind says next to nothing about the next",
            "{runs} runs of each on our spiral: {tanh} tanh runs and {relu} ReLU runs end lower than the slide's. ReLU is ahead in "
            "{ahead} of {runs} pairs (95 % interval {interval[0]:.0%} to {interval[1]:.0%})"),
    36: Row("CS231n, L08",
            "“gradient checking the ReLU at x=-1e6” with h above 10⁻⁶",
            "x = −10⁻⁶: even a classic may lose a minus",
            "h = 0.0001, measured slope at −10⁶: {far:.0f}, at −10⁻⁶: {near:.3f}"),
}
CLEAN = {       # function in topics.errata.clean: what is printed, where it is shown, what the number says
    "table_3_6": ("table 3.6, a threshold unit (D1)", "L01", "{0} of 8 rows"),
    "xor_network": ("the XOR network of example 3.6 (D1)", "L01", "{0} of 4 rows"),
    "softmax_of_four": ("softmax of 5, 2, −1, 3: .842, .042, .002, .114 (D3)", "L06", "{0[0]:.3f}, {0[1]:.3f}, {0[2]:.3f}, {0[3]:.3f}"),
    "two_networks": ("NN1 .33, .25, .38 and NN2 .33, .71, 1.06 (D3)", "L06",
                     "{0[0][0]:.2f}, {0[0][1]:.2f}, {0[0][2]:.2f} and {0[1][0]:.2f}, {0[1][1]:.2f}, {0[1][2]:.2f}"),
    "graph_slopes": ("(x + y) z at −2, 5, −4: slopes −4, −4, 3 (D3)", "L08", "{0[0]:.0f}, {0[1]:.0f}, {0[2]:.0f}"),
    "two_paths": ("the slope of t²(3t + 1) is 9t² + 2t (D1)", "L08", "error {0:.0e} at t = 1.7"),
    "sigmoid_from_tanh": ("σ(z) = (1 + tanh(z/2)) / 2 (D1)", "L02", "largest error {0:.0e}"),
    "kl_from_cross_entropy": ("KL is cross-entropy plus negative entropy (D4)", "L06", "error {0:.0e} in 1,000 pairs"),
    "v_recursion": ("the recursion of V matrices (D4)", "L09", "gradient, error {0:.0e}"),
    "d3_recursion": ("the recursion of deltas (D3)", "L09", "gradient, error {0:.0e}"),
    "robbins_monro_sums": ("Σγ = ∞ and Σγ² < ∞ for γ = 1/(k + 1) (D4)", "L10",
                           "a million terms: {0[0]:.1f} and growing, {0[1]:.4f} of π²/6 = 1.6449"),
}
