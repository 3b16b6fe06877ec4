"""E4: wrong answers that students write, with the sentence that helps, and right ones in other styles."""
# ruff: noqa: B007   (answers are written as students write them)
import numpy as np

from course_lib.grading.misconceptions import right, wrong

# 1 forward


@wrong("E4-FORWARD-OUTPUT-ACTIVATED", breaks="forward-visible",
       says="You apply an activation to the output as well. The last layer keeps its pre-activations: what is made of them depends on the task.")
def forward(X, layers, names):
    A = X
    for (W, b), name in zip(layers, [*names, "relu"]):
        A = ACTIVATIONS[name](A @ W + b)
    return A


@wrong("E4-FORWARD-LAST-NAME-AGAIN", breaks="forward-visible",
       says="You apply the last of the names to the output once more. The names are for the hidden layers; the last layer has no activation.")
def forward(X, layers, names):
    A = X
    for i, (W, b) in enumerate(layers):
        A = ACTIVATIONS[names[min(i, len(names) - 1)]](A @ W + b)
    return A


@wrong("E4-FORWARD-NO-OUTPUT-LAYER", breaks="forward-visible",
       says="You return what the last hidden layer puts out. The last pair of layers comes after it, without an activation.")
def forward(X, layers, names):
    A = X
    for (W, b), name in zip(layers[:-1], names):
        A = ACTIVATIONS[name](A @ W + b)
    return A


@wrong("E4-FORWARD-TRANSPOSED", breaks="forward-visible",
       says="You multiply by the transpose of W. Our W has a row for each input already, so A @ W is right; square matrices would hide the mistake.")
def forward(X, layers, names):
    A = X
    for (W, b), name in zip(layers[:-1], names):
        A = ACTIVATIONS[name](A @ W.T + b)
    W, b = layers[-1]
    return A @ W.T + b


@wrong("E4-FORWARD-TRANSPOSED-IF-IT-RUNS", breaks="forward-any_depth",
       says="You try the transpose of W first and take W only when NumPy complains. For a square W it does not, and the numbers are silently wrong: use A @ W.")
def forward(X, layers, names):
    A = X
    for i, (W, b) in enumerate(layers):
        try:
            A = A @ W.T + b
        except ValueError:
            A = A @ W + b
        if i < len(names):
            A = ACTIVATIONS[names[i]](A)
    return A


@wrong("E4-FORWARD-NO-BIAS", breaks="forward-visible",
       says="Your network does not use its biases. Each layer computes A @ W + b.")
def forward(X, layers, names):
    A = X
    for (W, b), name in zip(layers[:-1], names):
        A = ACTIVATIONS[name](A @ W)
    return A @ layers[-1][0]


@wrong("E4-FORWARD-ONE-BIAS", breaks="forward-visible",
       says="You add the first entry of b to all units, as a bias of shape (1,) would be. Each unit has a bias of its own: add all of b.")
def forward(X, layers, names):
    A = X
    for (W, b), name in zip(layers[:-1], names):
        A = ACTIVATIONS[name](A @ W + b[0])
    W, b = layers[-1]
    return A @ W + b[0]


@wrong("E4-FORWARD-BIAS-COLUMN", breaks="forward-visible",
       says="You turn b into a column, so it is added along the samples and not along the units. b of shape (m,) fits as it is.")
def forward(X, layers, names):
    A = X
    for (W, b), name in zip(layers[:-1], names):
        A = ACTIVATIONS[name](A @ W + b.reshape(-1, 1))
    W, b = layers[-1]
    return A @ W + b.reshape(-1, 1)


@wrong("E4-FORWARD-BIAS-AFTER", breaks="forward-visible",
       says="You add the bias after the activation. It belongs to the pre-activation: first A @ W + b, then the activation.")
def forward(X, layers, names):
    A = X
    for (W, b), name in zip(layers[:-1], names):
        A = ACTIVATIONS[name](A @ W) + b
    W, b = layers[-1]
    return A @ W + b


@wrong("E4-FORWARD-INPUT-ACTIVATED", breaks="forward-visible",
       says="You apply the activation to what enters a layer, so the inputs X are activated too. It comes after A @ W + b.")
def forward(X, layers, names):
    A = X
    for (W, b), name in zip(layers[:-1], names):
        A = ACTIVATIONS[name](A) @ W + b
    W, b = layers[-1]
    return A @ W + b


@wrong("E4-FORWARD-NO-ACTIVATION", breaks="forward-visible",
       says="Your hidden layers have no activation, so the network collapses to a single layer (L02). Apply it after each hidden A @ W + b.")
def forward(X, layers, names):
    A = X
    for W, b in layers:
        A = A @ W + b
    return A


@wrong("E4-FORWARD-ADDS-INTO-BIAS", breaks="forward-visible",
       says="You start with z = b and then write z += ..., which adds into the bias itself, so each sample finds another network. Write z = b + ....")
def forward(X, layers, names):
    outputs = []
    for x in X:
        for i, (W, b) in enumerate(layers):
            z = b
            z += x @ W
            x = ACTIVATIONS[names[i]](z) if i < len(names) else z
        outputs.append(x.copy())
    return np.array(outputs)


@wrong("E4-FORWARD-FIRST-NAME", breaks="forward-any_depth",
       says="All your hidden layers use the first activation. Layer i has its own name, names[i].")
def forward(X, layers, names):
    A = X
    for W, b in layers[:-1]:
        A = ACTIVATIONS[names[0]](A @ W + b)
    W, b = layers[-1]
    return A @ W + b


@wrong("E4-FORWARD-LAST-NAME", breaks="forward-any_depth",
       says="All your hidden layers use the last activation. Layer i has its own name, names[i].")
def forward(X, layers, names):
    A = X
    for W, b in layers[:-1]:
        A = ACTIVATIONS[names[-1]](A @ W + b)
    W, b = layers[-1]
    return A @ W + b


@wrong("E4-FORWARD-ALWAYS-RELU", breaks="forward-any_depth",
       says="Your hidden layers use ReLU whatever names says. Look the activation up: ACTIVATIONS[name].")
def forward(X, layers, names):
    A = X
    for W, b in layers[:-1]:
        A = np.maximum(A @ W + b, 0)
    W, b = layers[-1]
    return A @ W + b


@wrong("E4-FORWARD-NAMES-BACKWARDS", breaks="forward-any_depth",
       says="Your activations come in reverse order: the first hidden layer gets the last name. The first name belongs to the first layer.")
def forward(X, layers, names):
    A = X
    for (W, b), name in zip(layers[:-1], names[::-1]):
        A = ACTIVATIONS[name](A @ W + b)
    W, b = layers[-1]
    return A @ W + b


@wrong("E4-FORWARD-ONE-HIDDEN", breaks="forward-any_depth",
       says="Your function takes exactly one hidden layer. There may be any number, none included: go through layers[:-1] in a loop.")
def forward(X, layers, names):
    (W1, b1), (W2, b2) = layers
    return ACTIVATIONS[names[0]](X @ W1 + b1) @ W2 + b2


@wrong("E4-FORWARD-FIRST-AND-LAST", breaks="forward-any_depth",
       says="You use the first and the last layer only. Every layer in between takes what the one before put out.")
def forward(X, layers, names):
    if len(layers) == 1:
        return X @ layers[0][0] + layers[0][1]
    (W1, b1), (W2, b2) = layers[0], layers[-1]
    return ACTIVATIONS[names[0]](X @ W1 + b1) @ W2 + b2


@wrong("E4-FORWARD-NEEDS-HIDDEN", breaks="forward-smallest",
       says="Your function fails on a network without a hidden layer, because it asks for the first name before it looks whether there is one.")
def forward(X, layers, names):
    W, b = layers[0]
    A = ACTIVATIONS[names[0]](X @ W + b)
    for i in range(1, len(layers) - 1):
        A = ACTIVATIONS[names[i]](A @ layers[i][0] + layers[i][1])
    W, b = layers[-1]
    return A @ W + b


@wrong("E4-FORWARD-SQUEEZED", breaks="forward-smallest",
       says="For a single sample or a single output you return fewer axes. The shape is (N, outputs) always, also where one of them is 1.")
def forward(X, layers, names):
    A = X
    for (W, b), name in zip(layers[:-1], names):
        A = ACTIVATIONS[name](A @ W + b)
    W, b = layers[-1]
    return np.squeeze(A @ W + b)


@wrong("E4-FORWARD-FLAT-OUTPUT", breaks="forward-smallest",
       says="For a network with one output you return shape (N,). A column of shape (N, 1) is one row for each sample, and that is what (N, outputs) says.")
def forward(X, layers, names):
    A = X
    for (W, b), name in zip(layers[:-1], names):
        A = ACTIVATIONS[name](A @ W + b)
    W, b = layers[-1]
    Z = A @ W + b
    return Z[:, 0] if Z.shape[1] == 1 else Z


@wrong("E4-FORWARD-POPS", breaks="forward-unchanged",
       says="You take the last layer out of the list with pop, and it is missing from the caller's list afterwards. layers[-1] reads it and leaves it there.")
def forward(X, layers, names):
    W_last, b_last = layers.pop()
    A = X
    for (W, b), name in zip(layers, names):
        A = ACTIVATIONS[name](A @ W + b)
    return A @ W_last + b_last


@wrong("E4-FORWARD-APPENDS", breaks="forward-unchanged",
       says="You append a name for the output to the caller's list, which is longer after every call. Make a new list, or treat the last layer by itself.")
def forward(X, layers, names):
    names.append("none")
    A = X
    for (W, b), name in zip(layers, names):
        A = A @ W + b
        if name != "none":
            A = ACTIVATIONS[name](A)
    return A


@wrong("E4-FORWARD-WHOLE-NUMBERS", breaks="forward-unchanged",
       says="You store the results in an array of the type of X. If X holds whole numbers it cuts all fractions: np.zeros makes an array of floats.")
def forward(X, layers, names):
    A = X
    for i, (W, b) in enumerate(layers):
        Z = np.zeros((len(X), W.shape[1]), dtype=X.dtype)
        Z[:] = A @ W + b
        A = ACTIVATIONS[names[i]](Z) if i < len(names) else Z
    return A


@wrong("E4-FORWARD-STANDARDISED", breaks="forward-visible",
       says="You shift the inputs by their mean before the first layer. A network computes with the X that it is given, and no sample sees another.")
def forward(X, layers, names):
    A = X - X.mean(axis=0)
    for (W, b), name in zip(layers[:-1], names):
        A = ACTIVATIONS[name](A @ W + b)
    W, b = layers[-1]
    return A @ W + b


@right("sample by sample")
def forward(X, layers, names):
    rows = []
    for x in X:
        for i, (W, b) in enumerate(layers):
            x = x @ W + b
            if i < len(names):
                x = ACTIVATIONS[names[i]](x)
        rows.append(x)
    return np.array(rows)


@right("the library's way, on a list of what each layer receives")
def forward(X, layers, names):
    A = [np.asarray(X, dtype=float)]
    for i, (W, b) in enumerate(layers):
        if len(A) > 1:
            A[-1] = ACTIVATIONS[names[i - 1]](A[-1])
        Z = np.dot(A[-1], W)
        Z += b
        A.append(Z)
    return A[-1]


@right("recursion")
def forward(X, layers, names):
    (W, b), *rest = layers
    Z = np.einsum("ni,ij->nj", X, W) + b
    return forward(ACTIVATIONS[names[0]](Z), rest, names[1:]) if rest else Z


@right("samples as columns, biases as weights of a 1")
def forward(X, layers, names):
    activations = [ACTIVATIONS[name] for name in names] + [lambda z: z]
    A = np.transpose(X)
    for (W, b), activation in zip(layers, activations):
        A = activation(np.column_stack([b, W.T]) @ np.vstack([np.ones(A.shape[1]), A]))
    return A.T


# 2 shape_report


@wrong("E4-SHAPES-NO-BIASES", breaks="shape_report-visible",
       says="You count the weights and leave out the biases. Every unit has one, and it is a parameter too.")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, 0, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size
        if misfit == 0 and not (W.shape[0] == incoming and b.shape == (W.shape[1],)):
            misfit = number
        incoming = W.shape[1]
    return parameters, misfit


@wrong("E4-SHAPES-FROM-ZERO", breaks="shape_report-visible",
       says="You count the layers from 0. Here the first layer is number 1, so that 0 can say that all fit.")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, None, n
    for number, (W, b) in enumerate(layers):
        parameters += W.size + b.size
        if misfit is None and not (W.shape[0] == incoming and b.shape == (W.shape[1],)):
            misfit = number
        incoming = W.shape[1]
    return parameters, 0 if misfit is None else misfit


@wrong("E4-SHAPES-NONE", breaks="shape_report-visible",
       says="You return None where all layers fit. The contract asks for the number 0.")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, None, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + b.size
        if misfit is None and not (W.shape[0] == incoming and b.shape == (W.shape[1],)):
            misfit = number
        incoming = W.shape[1]
    return parameters, misfit


@wrong("E4-SHAPES-ROWS-AND-COLUMNS", breaks="shape_report-visible",
       says="You take the rows of W for the units and its columns for the inputs. Our W has one row for each number that comes in.")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, 0, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + b.size
        if misfit == 0 and not (W.shape[1] == incoming and b.shape == (W.shape[0],)):
            misfit = number
        incoming = W.shape[0]
    return parameters, misfit


@wrong("E4-SHAPES-BIAS-FOR-INPUTS", breaks="shape_report-visible",
       says="You compare b with the rows of W. There is one bias for each unit, that is for each column.")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, 0, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + b.size
        if misfit == 0 and not (W.shape[0] == incoming and b.shape == (W.shape[0],)):
            misfit = number
        incoming = W.shape[1]
    return parameters, misfit


@wrong("E4-SHAPES-MISSING-COMMA", breaks="shape_report-visible",
       says="You compare b.shape, a tuple, with a number, and they are never equal, so no layer fits. A tuple with one entry has a comma: (m,).")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, 0, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + b.size
        if misfit == 0 and not (W.shape[0] == incoming and b.shape == (W.shape[1])):
            misfit = number
        incoming = W.shape[1]
    return parameters, misfit


@wrong("E4-SHAPES-COUNTS-WIDTHS", breaks="shape_report-parameters",
       says="You compute the number of parameters from the shape of W alone, as if every b fitted. Count the entries that b really has.")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, 0, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += (W.shape[0] + 1) * W.shape[1]
        if misfit == 0 and not (W.shape[0] == incoming and b.shape == (W.shape[1],)):
            misfit = number
        incoming = W.shape[1]
    return parameters, misfit


@wrong("E4-SHAPES-COUNT-STOPS", breaks="shape_report-parameters",
       says="You stop counting parameters where a layer does not fit. The count covers all layers, whether they fit or not.")
def shape_report(n, layers):
    parameters, incoming = 0, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + b.size
        if not (W.shape[0] == incoming and b.shape == (W.shape[1],)):
            return parameters, number
        incoming = W.shape[1]
    return parameters, 0


@wrong("E4-SHAPES-LEN-OF-BIAS", breaks="shape_report-parameters",
       says="You count the biases with len(b), which is the first axis only. b.size counts all entries, whatever shape b has.")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, 0, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + len(b)
        if misfit == 0 and not (W.shape[0] == incoming and b.shape == (W.shape[1],)):
            misfit = number
        incoming = W.shape[1]
    return parameters, misfit


@wrong("E4-SHAPES-LAST-MISFIT", breaks="shape_report-misfit",
       says="You report the last layer that does not fit, because each later one replaces it. Keep the first.")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, 0, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + b.size
        if not (W.shape[0] == incoming and b.shape == (W.shape[1],)):
            misfit = number
        incoming = W.shape[1]
    return parameters, misfit


@wrong("E4-SHAPES-BIAS-STRETCHED", breaks="shape_report-misfit",
       says="You accept a bias of shape (1,), because NumPy stretches it. Then all units share one bias: it does not fit unless there is one unit.")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, 0, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + b.size
        if misfit == 0 and not (W.shape[0] == incoming and b.shape in ((W.shape[1],), (1,))):
            misfit = number
        incoming = W.shape[1]
    return parameters, misfit


@wrong("E4-SHAPES-BIAS-SIZE", breaks="shape_report-misfit",
       says="You ask only how many entries b has, so a column (m, 1) passes. Compare the whole shape with (m,).")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, 0, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + b.size
        if misfit == 0 and not (W.shape[0] == incoming and b.size == W.shape[1]):
            misfit = number
        incoming = W.shape[1]
    return parameters, misfit


@wrong("E4-SHAPES-BIAS-LAST-AXIS", breaks="shape_report-misfit",
       says="You compare only the last axis of b with the units, so a row (1, m) passes. Compare the whole shape with (m,).")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, 0, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + b.size
        if misfit == 0 and not (W.shape[0] == incoming and b.shape[-1:] == (W.shape[1],)):
            misfit = number
        incoming = W.shape[1]
    return parameters, misfit


@wrong("E4-SHAPES-BIAS-UNCHECKED", breaks="shape_report-misfit",
       says="You compare the W with one another and never look at b. A layer fits only if its b has the shape (m,) too.")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, 0, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + b.size
        if misfit == 0 and W.shape[0] != incoming:
            misfit = number
        incoming = W.shape[1]
    return parameters, misfit


@wrong("E4-SHAPES-INPUTS-UNUSED", breaks="shape_report-misfit",
       says="You never use n, so a first layer that does not take in the inputs passes. Its W should have n rows.")
def shape_report(n, layers):
    parameters, misfit, incoming = 0, 0, layers[0][0].shape[0]
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + b.size
        if misfit == 0 and not (W.shape[0] == incoming and b.shape == (W.shape[1],)):
            misfit = number
        incoming = W.shape[1]
    return parameters, misfit


@wrong("E4-SHAPES-COMPARED-WITH-N", breaks="shape_report-visible",
       says="You compare every W with n. Only the first layer takes in the n inputs; each other takes in what the one before puts out.")
def shape_report(n, layers):
    parameters, misfit = 0, 0
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + b.size
        if misfit == 0 and not (W.shape[0] == n and b.shape == (W.shape[1],)):
            misfit = number
    return parameters, misfit


@wrong("E4-SHAPES-EARLIER-BLAMED", breaks="shape_report-visible",
       says="Where two neighbours disagree you name the earlier layer. It is the later one whose W does not take in what comes.")
def shape_report(n, layers):
    parameters, misfit = sum(W.size + b.size for W, b in layers), 0
    for number, (W, b) in enumerate(layers, start=1):
        following = layers[number][0].shape[0] if number < len(layers) else W.shape[1]
        if misfit == 0 and not (W.shape[1] == following and b.shape == (W.shape[1],) and (number > 1 or W.shape[0] == n)):
            misfit = number
    return parameters, misfit


@wrong("E4-SHAPES-HOW-MANY", breaks="shape_report-misfit",
       says="You return how many layers do not fit, or whether one does. The contract asks for the number of the first of them.")
def shape_report(n, layers):
    parameters, misfits, incoming = 0, 0, n
    for W, b in layers:
        parameters += W.size + b.size
        misfits += not (W.shape[0] == incoming and b.shape == (W.shape[1],))
        incoming = W.shape[1]
    return parameters, misfits


@right("two walks")
def shape_report(n, layers):
    widths = [n, *(W.shape[1] for W, b in layers)]
    misfits = [i + 1 for i, (W, b) in enumerate(layers) if (W.shape, b.shape) != ((widths[i], widths[i + 1]), (widths[i + 1],))]
    return sum(W.size + b.size for W, b in layers), misfits[0] if misfits else 0


@right("a list, and products of shapes")
def shape_report(n, layers):
    report = [0, 0]
    for i in range(len(layers)):
        W, b = layers[i]
        report[0] += int(np.prod(W.shape) + np.prod(b.shape))
        comes = n if i == 0 else layers[i - 1][0].shape[1]
        good = len(W) == comes and b.ndim == 1 and len(b) == W.shape[1]
        report[1] = report[1] or (0 if good else i + 1)
    return report


@right("the last layer first")
def shape_report(n, layers):
    misfit = 0
    for i in range(len(layers) - 1, -1, -1):
        W, b = layers[i]
        rows = layers[i - 1][0].shape[1] if i else n
        if W.shape[0] != rows or b.shape != W.shape[1:]:
            misfit = i + 1
    return np.array([sum(len(W.ravel()) + len(b.ravel()) for W, b in layers), misfit])


# 3 from_columns


@wrong("E4-COLUMNS-NOT-TRANSPOSED", breaks="from_columns-visible",
       says="You take the weights over as they stand. The book has one row for each unit and we have one column: transpose.")
def from_columns(matrices):
    return [(V[:, 1:], V[:, 0]) for V in matrices]


@wrong("E4-COLUMNS-LAST-COLUMN", breaks="from_columns-visible",
       says="You take the biases from the last column. The constant 1 stands on top of the inputs, so its weights are column 0.")
def from_columns(matrices):
    return [(V[:, :-1].T, V[:, -1]) for V in matrices]


@wrong("E4-COLUMNS-FIRST-ROW", breaks="from_columns-visible",
       says="You take the biases from row 0. A row of V holds all weights of one unit; the biases of all units are column 0.")
def from_columns(matrices):
    return [(V[1:].T, V[0]) for V in matrices]


@wrong("E4-COLUMNS-RESHAPED", breaks="from_columns-visible",
       says="You reshape the weights where they should be transposed. reshape keeps the order of the numbers; .T exchanges rows and columns.")
def from_columns(matrices):
    return [(V[:, 1:].reshape(V.shape[1] - 1, V.shape[0]), V[:, 0]) for V in matrices]


@wrong("E4-COLUMNS-BIAS-STAYS", breaks="from_columns-visible",
       says="Your W still contains the biases as its first row. They belong into b alone, or they would want an input of their own.")
def from_columns(matrices):
    return [(V.T, V[:, 0]) for V in matrices]


@wrong("E4-COLUMNS-BIAS-COLUMN", breaks="from_columns-visible",
       says="Your b is a column of shape (m, 1). In our notation it has the shape (m,), and is added to each row: V[:, 0] and not V[:, :1].")
def from_columns(matrices):
    return [(V[:, 1:].T, V[:, :1]) for V in matrices]


@wrong("E4-COLUMNS-PAIR-SWAPPED", breaks="from_columns-visible",
       says="Your pairs are (b, W). In our notation the weights come first: (W, b).")
def from_columns(matrices):
    return [(V[:, 0], V[:, 1:].T) for V in matrices]


@wrong("E4-COLUMNS-BACKWARDS", breaks="from_columns-visible",
       says="Your layers come in reverse order. Only the notation inside a layer changes; the first layer stays the first.")
def from_columns(matrices):
    return [(V[:, 1:].T, V[:, 0]) for V in matrices[::-1]]


@wrong("E4-COLUMNS-LAYERS-LOST", breaks="from_columns-visible",
       says="You return the last layer only: return stands inside the loop, or the list is made anew in it.")
def from_columns(matrices):
    for V in matrices:
        layers = []
        layers.append((V[:, 1:].T, V[:, 0]))
    return layers


@wrong("E4-COLUMNS-TWO-LAYERS", breaks="from_columns-same_network",
       says="Your function takes exactly two matrices. A network may have any number of layers: loop over the list.")
def from_columns(matrices):
    V1, V2 = matrices
    return [(V1[:, 1:].T, V1[:, 0]), (V2[:, 1:].T, V2[:, 0])]


@wrong("E4-COLUMNS-SQUEEZED", breaks="from_columns-same_network",
       says="Where a layer has one input or one unit your W has lost an axis. Its shape is (n, m) always.")
def from_columns(matrices):
    return [(np.squeeze(V[:, 1:].T), V[:, 0]) for V in matrices]


@wrong("E4-COLUMNS-IN-PLACE", breaks="from_columns-same_network",
       says="You set the biases to 0 in the book's own matrix. It belongs to the caller: take what you need and leave it as it is.")
def from_columns(matrices):
    layers = []
    for V in matrices:
        b = V[:, 0].copy()
        V[:, 0] = 0
        layers.append((V[:, 1:].T, b))
    return layers


@wrong("E4-COLUMNS-SQUARE-LEFT", breaks="from_columns-same_network",
       says="You transpose only where the shape seems to ask for it, so square weights stay as they were. The transpose is always needed.")
def from_columns(matrices):
    layers, incoming = [], matrices[0].shape[1] - 1
    for V in matrices:
        W = V[:, 1:] if len(V) == V.shape[1] - 1 and len(matrices) > 2 else V[:, 1:].T
        layers.append((W, V[:, 0]))
    return layers


@right("the library's code for its slides, after a transpose")
def from_columns(matrices):
    book = [np.transpose(V) for V in matrices]
    return [(w[1:], w[0]) for w in book]


@right("entry by entry")
def from_columns(matrices):
    layers = []
    for V in matrices:
        m, n = V.shape[0], V.shape[1] - 1
        W, b = np.zeros((n, m)), np.zeros(m)
        for j in range(m):
            b[j] = V[j, 0]
            for i in range(n):
                W[i, j] = V[j, i + 1]
        layers.append((W, b))
    return layers


@right("what the book computes for zero and for each unit vector")
def from_columns(matrices):
    layers = []
    for V in matrices:
        n = V.shape[1] - 1
        b = V @ np.append(1, np.zeros(n))
        layers.append((np.delete(V, 0, axis=1).T, b))
    return tuple(layers)


# 4 bump_net


@wrong("E4-BUMP-FIXED-STEEPNESS", breaks="bump_net-any_bump",
       says="Your steepness is always the same. A small margin or a small error asks for a steeper sigmoid: compute it from both.")
def bump_net(left, right, height, margin, error):
    s = 50.0
    return [(np.array([[s, s]]), np.array([-s * left, -s * right])), (np.array([[height], [-height]]), np.zeros(1))]


@wrong("E4-BUMP-MARGIN-ONLY", breaks="bump_net-any_bump",
       says="Your steepness depends on the margin, but not on the error. The smaller the error may be, the steeper the sigmoids.")
def bump_net(left, right, height, margin, error):
    s = 10 / margin
    return [(np.array([[s, s]]), np.array([-s * left, -s * right])), (np.array([[height], [-height]]), np.zeros(1))]


@wrong("E4-BUMP-WHOLE-ERROR-EACH", breaks="bump_net-any_bump",
       says="You allow each sigmoid the whole error. In a narrow bump both are off at once, so each may have half of it.")
def bump_net(left, right, height, margin, error):
    s = np.log(abs(height) / error - 1) / margin
    return [(np.array([[s, s]]), np.array([-s * left, -s * right])), (np.array([[height], [-height]]), np.zeros(1))]


@wrong("E4-BUMP-HEIGHT-FORGOTTEN", breaks="bump_net-any_bump",
       says="Your steepness fits a bump of height 1. The height multiplies the error of the sigmoids too: compare the error with |height|.")
def bump_net(left, right, height, margin, error):
    s = np.log(2 / error) / margin
    return [(np.array([[s, s]]), np.array([-s * left, -s * right])), (np.array([[height], [-height]]), np.zeros(1))]


@wrong("E4-BUMP-NEGATIVE-HEIGHT", breaks="bump_net-any_bump",
       says="For a negative height you take the logarithm of a negative number. What matters for the steepness is the size of height: use abs.")
def bump_net(left, right, height, margin, error):
    s = np.log(2 * height / error) / margin
    return [(np.array([[s, s]]), np.array([-s * left, -s * right])), (np.array([[height], [-height]]), np.zeros(1))]


@wrong("E4-BUMP-LOG10", breaks="bump_net-any_bump",
       says="You use the logarithm to base 10. The sigmoid is made of e to the power of z, so it is np.log.")
def bump_net(left, right, height, margin, error):
    s = np.log10(2 * abs(height) / error) / margin
    return [(np.array([[s, s]]), np.array([-s * left, -s * right])), (np.array([[height], [-height]]), np.zeros(1))]


@wrong("E4-BUMP-WIDTH-FOR-MARGIN", breaks="bump_net-any_bump",
       says="Your steepness comes from the width of the bump. What counts is how near to an edge the output must be right: the margin.")
def bump_net(left, right, height, margin, error):
    s = 20 * np.log(2 * abs(height) / error) / (right - left)
    return [(np.array([[s, s]]), np.array([-s * left, -s * right])), (np.array([[height], [-height]]), np.zeros(1))]


@wrong("E4-BUMP-ABSOLUTE-HEIGHT", breaks="bump_net-any_bump",
       says="Your bump always goes up, as |height| is also its output weight. Only the steepness needs the size; the output weights keep the sign.")
def bump_net(left, right, height, margin, error):
    h = abs(height)
    s = np.log(2 * h / error) / margin
    return [(np.array([[s, s]]), np.array([-s * left, -s * right])), (np.array([[h], [-h]]), np.zeros(1))]


@wrong("E4-BUMP-HEIGHT-ONE", breaks="bump_net-visible",
       says="Your output weights are 1 and -1, so the bump has height 1. Multiply both by height.")
def bump_net(left, right, height, margin, error):
    s = np.log(2 * abs(height) / error) / margin
    return [(np.array([[s, s]]), np.array([-s * left, -s * right])), (np.array([[1.0], [-1.0]]), np.zeros(1))]


@wrong("E4-BUMP-ADDED", breaks="bump_net-visible",
       says="You add the second sigmoid, so the output climbs a second step. It is subtracted: its output weight is -height.")
def bump_net(left, right, height, margin, error):
    s = np.log(2 * abs(height) / error) / margin
    return [(np.array([[s, s]]), np.array([-s * left, -s * right])), (np.array([[height], [height]]), np.zeros(1))]


@wrong("E4-BUMP-BIAS-SIGN", breaks="bump_net-visible",
       says="Your sigmoids rise at -left and -right. A unit that rises at e computes s (x - e): its bias is -s e.")
def bump_net(left, right, height, margin, error):
    s = np.log(2 * abs(height) / error) / margin
    return [(np.array([[s, s]]), np.array([s * left, s * right])), (np.array([[height], [-height]]), np.zeros(1))]


@wrong("E4-BUMP-BIAS-UNSCALED", breaks="bump_net-visible",
       says="Your biases are minus the edges. With weight s a unit rises where s x + b = 0, so the bias is -s times the edge.")
def bump_net(left, right, height, margin, error):
    s = np.log(2 * abs(height) / error) / margin
    return [(np.array([[s, s]]), np.array([-left, -right])), (np.array([[height], [-height]]), np.zeros(1))]


@wrong("E4-BUMP-OUTPUT-BIAS", breaks="bump_net-visible",
       says="Your output bias lifts everything by height, so the output is about height outside. Outside it should be 0, and so is the bias.")
def bump_net(left, right, height, margin, error):
    s = np.log(2 * abs(height) / error) / margin
    return [(np.array([[s, s]]), np.array([-s * left, -s * right])), (np.array([[height], [-height]]), np.array([float(height)]))]


@wrong("E4-BUMP-UPSIDE-DOWN", breaks="bump_net-visible",
       says="Your bump points the wrong way: the sigmoid at left is subtracted and the one at right added. Exchange their output weights.")
def bump_net(left, right, height, margin, error):
    s = np.log(2 * abs(height) / error) / margin
    return [(np.array([[s, s]]), np.array([-s * left, -s * right])), (np.array([[-height], [height]]), np.zeros(1))]


@wrong("E4-BUMP-NEGATIVE-STEEPNESS", breaks="bump_net-visible",
       says="Your steepness is negative: the logarithm of error over height is below 0, so both sigmoids fall. Turn the fraction round.")
def bump_net(left, right, height, margin, error):
    s = np.log(error / (2 * abs(height))) / margin
    return [(np.array([[s, s]]), np.array([-s * left, -s * right])), (np.array([[height], [-height]]), np.zeros(1))]


@wrong("E4-BUMP-COLUMN", breaks="bump_net-visible",
       says="Your W1 has the shape (2, 1). There is one input and there are two units: one row, two columns.")
def bump_net(left, right, height, margin, error):
    s = np.log(2 * abs(height) / error) / margin
    return [(np.array([[s], [s]]), np.array([-s * left, -s * right])), (np.array([[height, -height]]), np.zeros(1))]


@wrong("E4-BUMP-FLAT-ARRAYS", breaks="bump_net-visible",
       says="Your W have one axis. As a layer W1 is a matrix of one row and W2 one of one column, so each needs two pairs of brackets.")
def bump_net(left, right, height, margin, error):
    s = np.log(2 * abs(height) / error) / margin
    return [(np.array([s, s]), np.array([-s * left, -s * right])), (np.array([height, -height]), np.zeros(1))]


@right("the library's steepness, the exact inverse of the sigmoid")
def bump_net(left, right, height, margin, error):
    edges, heights = np.array([left, right], dtype=float), np.array([height], dtype=float)
    steepness = float(np.log(2 * abs(height) / error - 1) / margin)
    jumps = np.diff(heights, prepend=0.0, append=0.0)
    return [(np.full((1, len(edges)), steepness), -steepness * edges), (jumps[:, None], np.zeros(1))]


@right("the right side falls by itself")
def bump_net(left, right, height, margin, error):
    s = (3 + np.log(abs(height) / error)) / margin
    return [[[[s, -s]], [-s * left, s * right]], [[[height], [height]], [-height]]]


@right("four units, twice as steep as need be")
def bump_net(left, right, height, margin, error):
    s = 2 * np.log(8 * abs(height) / error) / margin
    W1, b1 = s * np.ones((1, 4)), -s * np.array([left, right, left, right])
    return [(W1, b1), (height / 2 * np.array([[1], [-1], [1], [-1]]), np.array([0]))]


# 5 hinge_net


@wrong("E4-HINGE-SLOPES", breaks="hinge_net-visible",
       says="Each of your hinges adds the new slope in full, on top of all slopes before. Add the change only: new slope minus the one just before.")
def hinge_net(x, y):
    slopes = np.append(np.diff(y) / np.diff(x), 0.0)
    return [(np.ones((1, len(x))), -x), (slopes[:, None], y[:1])]


@wrong("E4-HINGE-PREVIOUS-NOT-UPDATED", breaks="hinge_net-visible",
       says="You subtract the same earlier slope at every knot: the variable that holds it is never updated. After each knot it becomes the new slope.")
def hinge_net(x, y):
    slopes, previous, changes = np.append(np.diff(y) / np.diff(x), 0.0), 0.0, []
    for k, slope in enumerate(slopes):
        changes.append(slope - previous)
        if k == 0:
            previous = slope
    return [(np.ones((1, len(x))), -x), (np.array(changes)[:, None], y[:1])]


@wrong("E4-HINGE-CHANGE-SIGN", breaks="hinge_net-visible",
       says="Your changes of slope have the wrong sign: you subtract the new slope from the old one. A change is the new one minus the old one.")
def hinge_net(x, y):
    changes = np.diff(np.diff(y) / np.diff(x), prepend=0.0, append=0.0)
    return [(np.ones((1, len(x))), -x), (-changes[:, None], y[:1])]


@wrong("E4-HINGE-NO-START", breaks="hinge_net-visible",
       says="Your output bias is 0, so the curve starts at height 0. Before the first hinge opens only b2 speaks: it is y[0].")
def hinge_net(x, y):
    changes = np.diff(np.diff(y) / np.diff(x), prepend=0.0, append=0.0)
    return [(np.ones((1, len(x))), -x), (changes[:, None], np.zeros(1))]


@wrong("E4-HINGE-BIAS-SIGN", breaks="hinge_net-visible",
       says="Your hinges open at -x[k]. relu(x - t) is 0 up to t, so the bias is minus the knot.")
def hinge_net(x, y):
    changes = np.diff(np.diff(y) / np.diff(x), prepend=0.0, append=0.0)
    return [(np.ones((1, len(x))), x), (changes[:, None], y[:1])]


@wrong("E4-HINGE-KNOT-LATE", breaks="hinge_net-visible",
       says="Each of your hinges opens one point too late. The slope between x[k] and x[k + 1] has to begin at x[k].")
def hinge_net(x, y):
    changes = np.diff(np.diff(y) / np.diff(x), prepend=0.0)
    return [(np.ones((1, len(x) - 1)), -x[1:]), (changes[:, None], y[:1])]


@wrong("E4-HINGE-FIRST-LOST", breaks="hinge_net-visible",
       says="You leave out the first hinge, because a change needs a slope before it. Left of the first point the slope is 0, so the first change is the first slope.")
def hinge_net(x, y):
    changes = np.diff(np.diff(y) / np.diff(x), append=0.0)
    return [(np.ones((1, len(x) - 1)), -x[1:]), (changes[:, None], y[:1])]


@wrong("E4-HINGE-COLUMN", breaks="hinge_net-visible",
       says="Your W1 is a column and your W2 a row. There is one input and one output: W1 has one row, W2 one column.")
def hinge_net(x, y):
    changes = np.diff(np.diff(y) / np.diff(x), prepend=0.0, append=0.0)
    return [(np.ones((len(x), 1)), -x), (changes[None, :], y[:1])]


@wrong("E4-HINGE-OUTPUT-FLAT", breaks="hinge_net-visible",
       says="Your W2 has one axis only. As a layer it is a matrix with one column: changes[:, None].")
def hinge_net(x, y):
    changes = np.diff(np.diff(y) / np.diff(x), prepend=0.0, append=0.0)
    return [(np.ones((1, len(x))), -x), (changes, y[:1])]


@wrong("E4-HINGE-IN-PLACE", breaks="hinge_net-visible",
       says="You subtract the first height from the caller's own y. Make a new array: y - y[0] and not y -= y[0].")
def hinge_net(x, y):
    start = np.array([float(y[0])])
    y -= y[0]
    changes = np.diff(np.diff(y) / np.diff(x), prepend=0.0, append=0.0)
    return [(np.ones((1, len(x))), -x), (changes[:, None], start)]


@wrong("E4-HINGE-RISES", breaks="hinge_net-visible",
       says="You use the rises of y as slopes. A slope is the rise divided by the gap, and only gaps of 1 hide the difference.")
def hinge_net(x, y):
    changes = np.diff(np.diff(y), prepend=0.0, append=0.0)
    return [(np.ones((1, len(x))), -x), (changes[:, None], y[:1])]


@wrong("E4-HINGE-EQUAL-GAPS", breaks="hinge_net-visible",
       says="You divide all rises by the first gap. The gaps may differ: divide each rise by its own.")
def hinge_net(x, y):
    changes = np.diff(np.diff(y) / (x[1] - x[0]), prepend=0.0, append=0.0)
    return [(np.ones((1, len(x))), -x), (changes[:, None], y[:1])]


@wrong("E4-HINGE-GRADIENT", breaks="hinge_net-visible",
       says="Your slopes are averages over both sides of a point, as np.gradient gives. Between two points it is the rise divided by the gap.")
def hinge_net(x, y):
    changes = np.diff(np.gradient(y, x)[:-1], prepend=0.0, append=0.0)
    return [(np.ones((1, len(x))), -x), (changes[:, None], y[:1])]


@wrong("E4-HINGE-NEEDS-THREE-POINTS", breaks="hinge_net-any_gaps",
       says="Your function needs at least three points, for it looks at a change of slope. Two points make a straight piece too.")
def hinge_net(x, y):
    slopes = np.diff(y) / np.diff(x)
    changes = [slopes[0], slopes[1] - slopes[0], *np.diff(slopes[1:]), -slopes[-1]]
    return [(np.ones((1, len(x))), -x), (np.array(changes)[:, None], y[:1])]


@wrong("E4-HINGE-STAIRS", breaks="hinge_net-between",
       says="Your network is a staircase: it climbs in a narrow ramp before each point and is flat elsewhere. Between two points it should be one straight line.")
def hinge_net(x, y):
    ramp, rises = np.diff(x).min() / 100, np.diff(y)
    knots = np.concatenate([(x[1:] + x[:-1] - ramp) / 2, (x[1:] + x[:-1] + ramp) / 2])
    return [(np.ones((1, len(knots))), -knots), (np.append(rises, -rises)[:, None] / ramp, y[:1])]


@wrong("E4-HINGE-WHOLE-NUMBERS", breaks="hinge_net-between",
       says="You collect the changes in an array like y. If y holds whole numbers it cuts all fractions of a slope: np.zeros(len(y)) does not.")
def hinge_net(x, y):
    changes, previous = np.zeros_like(y), 0.0
    for k in range(len(x) - 1):
        slope = (y[k + 1] - y[k]) / (x[k + 1] - x[k])
        changes[k] = slope - previous
        previous = slope
    changes[-1] = -previous
    return [(np.ones((1, len(x))), -x), (changes[:, None], y[:1])]


@wrong("E4-HINGE-WHOLE-SLOPES", breaks="hinge_net-between",
       says="You divide with //, which cuts slopes to whole numbers. A slope is a fraction: use /.")
def hinge_net(x, y):
    slopes = np.diff(y) // np.diff(x) if y.dtype.kind == "i" else np.diff(y) / np.diff(x)
    changes = np.diff(slopes, prepend=0.0, append=0.0)
    return [(np.ones((1, len(x))), -x), (changes[:, None], y[:1])]


@wrong("E4-HINGE-RUNS-ON", breaks="hinge_net-beyond",
       says="Right of the last point your network runs on with its last slope, as the lecture's does. Here a last hinge at x[K] takes this slope away.")
def hinge_net(x, y):
    changes = np.diff(np.diff(y) / np.diff(x), prepend=0.0)
    return [(np.ones((1, len(x) - 1)), -x[:-1]), (changes[:, None], y[:1])]


@wrong("E4-HINGE-LAST-ADDED", breaks="hinge_net-beyond",
       says="Your hinge at the last point adds the last slope once more. There the slope becomes 0, so the change is minus the last slope.")
def hinge_net(x, y):
    slopes = np.diff(y) / np.diff(x)
    changes = [slopes[0], *np.diff(slopes), slopes[-1]]
    return [(np.ones((1, len(x))), -x), (np.array(changes)[:, None], y[:1])]


@wrong("E4-HINGE-RUNS-ON-LEFT", breaks="hinge_net-beyond",
       says="Left of the first point your network goes on with its first slope. It should stay at y[0] there: the first slope begins with a hinge at x[0].")
def hinge_net(x, y):
    slopes = np.diff(y) / np.diff(x)
    knots = np.concatenate([x[:1], x])
    weights = np.ones((1, len(knots)))
    weights[0, 0] = -1
    bias = -knots * weights[0]
    changes = np.array([-slopes[0], *np.diff(slopes, prepend=0.0, append=0.0)])
    return [(weights, bias), (changes[:, None], y[:1])]


@right("a loop that remembers the slope before")
def hinge_net(x, y):
    previous, changes = 0.0, []
    for k in range(len(x)):
        slope = (y[k + 1] - y[k]) / (x[k + 1] - x[k]) if k + 1 < len(x) else 0.0
        changes.append([slope - previous])
        previous = slope
    return [([[1.0] * len(x)], [-float(t) for t in x]), (changes, [float(y[0])])]


@right("two hinges for each piece, a ramp that starts and stops")
def hinge_net(x, y):
    slopes = np.diff(y) / np.diff(x)
    knots = np.concatenate([x[:-1], x[1:]])
    return [(np.ones((1, len(knots))), -knots), (np.append(slopes, -slopes)[:, None], np.array([y[0]]))]


@right("from the right: hinges that look the other way")
def hinge_net(x, y):
    changes = np.diff(np.concatenate([[0.0], np.diff(y) / np.diff(x), [0.0]]))
    return [(-np.ones((1, len(x))), 1.0 * x), (changes.reshape(-1, 1), y[-1:])]


@right("hinges as steep as their piece, on the scale of the gaps")
def hinge_net(x, y):
    h = np.mean(np.diff(x))
    changes = h * np.diff(np.diff(y) / np.diff(x), prepend=0.0, append=0.0)
    return [(np.full((1, len(x)), 1 / h), -x / h), (changes[:, None], y[:1] * 1.0)]


# 6 smallest_width


@wrong("E4-WIDTH-AT-KNOTS", breaks="smallest_width-visible",
       says="You look at the knots only, where the miss is always 0, so one segment seems enough. Look at many places in between.")
def smallest_width(c, left, right, eps):
    K = 1
    while True:
        knots = np.linspace(left, right, K + 1)
        f = polynomial(c, knots)
        if np.abs(np.interp(knots, knots, f) - f).max() < eps:
            return K
        K += 1


@wrong("E4-WIDTH-FEW-PLACES", breaks="smallest_width-fresh_targets",
       says="Your grid has too few places: with many segments it meets them only near their knots, where the miss is small. Take a thousand places or more.")
def smallest_width(c, left, right, eps):
    x, K = np.linspace(left, right, 21), 1
    while True:
        knots = np.linspace(left, right, K + 1)
        if np.abs(np.interp(x, knots, polynomial(c, knots)) - polynomial(c, x)).max() < eps:
            return K
        K += 1


@wrong("E4-WIDTH-MEAN", breaks="smallest_width-visible",
       says="You compare the mean miss with eps. The sup error is the largest miss, at the worst place.")
def smallest_width(c, left, right, eps):
    x, K = np.linspace(left, right, 5001), 1
    while True:
        knots = np.linspace(left, right, K + 1)
        if np.abs(np.interp(x, knots, polynomial(c, knots)) - polynomial(c, x)).mean() < eps:
            return K
        K += 1


@wrong("E4-WIDTH-SQUARES", breaks="smallest_width-visible",
       says="You compare squared misses with eps. The sup error is the largest |f(x) - N(x)|, not its square.")
def smallest_width(c, left, right, eps):
    x, K = np.linspace(left, right, 5001), 1
    while True:
        knots = np.linspace(left, right, K + 1)
        if ((np.interp(x, knots, polynomial(c, knots)) - polynomial(c, x)) ** 2).max() < eps:
            return K
        K += 1


@wrong("E4-WIDTH-F-ABOVE", breaks="smallest_width-visible",
       says="You take the largest f - N without its absolute value, so misses where the network lies above the target do not count.")
def smallest_width(c, left, right, eps):
    x, K = np.linspace(left, right, 5001), 1
    while True:
        knots = np.linspace(left, right, K + 1)
        if (polynomial(c, x) - np.interp(x, knots, polynomial(c, knots))).max() < eps:
            return K
        K += 1


@wrong("E4-WIDTH-F-BELOW", breaks="smallest_width-fresh_targets",
       says="You take the largest N - f without its absolute value, so misses where the network lies below the target do not count.")
def smallest_width(c, left, right, eps):
    x, K = np.linspace(left, right, 5001), 1
    while True:
        knots = np.linspace(left, right, K + 1)
        if (np.interp(x, knots, polynomial(c, knots)) - polynomial(c, x)).max() < eps:
            return K
        K += 1


@wrong("E4-WIDTH-DOUBLING", breaks="smallest_width-visible",
       says="You double K until it is good enough, and may end far above the smallest. Try every K, or go back and search between the last two.")
def smallest_width(c, left, right, eps):
    x, K = np.linspace(left, right, 5001), 1
    while True:
        knots = np.linspace(left, right, K + 1)
        if np.abs(np.interp(x, knots, polynomial(c, knots)) - polynomial(c, x)).max() < eps:
            return K
        K *= 2


@wrong("E4-WIDTH-PROMISE", breaks="smallest_width-fresh_targets",
       says="You return the K for which the theorem promises the error. It is enough, but with few segments often too many: try the segments themselves.")
def smallest_width(c, left, right, eps):
    x = np.linspace(left, right, 5001)
    second = sum((k * (k - 1) * c_k * x ** (k - 2) for k, c_k in enumerate(c) if k > 1), 0 * x)
    return max(1, int(np.ceil((right - left) * np.sqrt(np.abs(second).max() / (8 * eps)))))


@wrong("E4-WIDTH-CAPPED", breaks="smallest_width-fresh_targets",
       says="Your search ends at a fixed K, even where that is not enough. Go on until the error is small enough.")
def smallest_width(c, left, right, eps):
    x = np.linspace(left, right, 5001)
    for K in range(1, 16):
        knots = np.linspace(left, right, K + 1)
        if np.abs(np.interp(x, knots, polynomial(c, knots)) - polynomial(c, x)).max() < eps:
            return K
    return 15


@wrong("E4-WIDTH-UNIT-INTERVAL", breaks="smallest_width-visible",
       says="You measure on the interval from 0 to 1 whatever left and right are. Knots and places run from left to right.")
def smallest_width(c, left, right, eps):
    x, K = np.linspace(0, 1, 5001), 1
    while True:
        knots = np.linspace(0, 1, K + 1)
        if np.abs(np.interp(x, knots, polynomial(c, knots)) - polynomial(c, x)).max() < eps:
            return K
        K += 1


@wrong("E4-WIDTH-RIGHT-END-MISSING", breaks="smallest_width-visible",
       says="Your last knot lies before the right end, and the rest of the interval is flat. K segments have K + 1 knots, both ends included.")
def smallest_width(c, left, right, eps):
    x, K = np.linspace(left, right, 5001), 1
    while K < 1000:
        knots = left + (right - left) / K * np.arange(K)
        if np.abs(np.interp(x, knots, polynomial(c, knots)) - polynomial(c, x)).max() < eps:
            return K
        K += 1
    return K


@wrong("E4-WIDTH-RELATIVE", breaks="smallest_width-visible",
       says="You divide the error by the size of the target. The sup error is compared with eps as it is.")
def smallest_width(c, left, right, eps):
    x, K = np.linspace(left, right, 5001), 1
    f = polynomial(c, x)
    while True:
        knots = np.linspace(left, right, K + 1)
        if np.abs(np.interp(x, knots, polynomial(c, knots)) - f).max() < eps * np.abs(f).max():
            return K
        K += 1


@wrong("E4-WIDTH-COEFFICIENTS-BACKWARDS", breaks="smallest_width-fresh_targets",
       says="You read the coefficients from the highest power down, as np.polyval does. Here c[0] is the constant: polynomial(c, x) does it right.")
def smallest_width(c, left, right, eps):
    x, K = np.linspace(left, right, 5001), 1
    while True:
        knots = np.linspace(left, right, K + 1)
        if np.abs(np.interp(x, knots, np.polyval(c, knots)) - np.polyval(c, x)).max() < eps:
            return K
        K += 1


@wrong("E4-WIDTH-ERROR-RETURNED", breaks="smallest_width-visible",
       says="You return the error and not the number of segments. The contract asks for K.")
def smallest_width(c, left, right, eps):
    x, K = np.linspace(left, right, 5001), 1
    while True:
        knots = np.linspace(left, right, K + 1)
        error = np.abs(np.interp(x, knots, polynomial(c, knots)) - polynomial(c, x)).max()
        if error < eps:
            return error
        K += 1


@wrong("E4-WIDTH-AT-MOST-STEP", breaks="smallest_width-visible",
       says="You ask how large the change from one knot to the next is. What counts is the miss between target and straight pieces, which is far smaller.")
def smallest_width(c, left, right, eps):
    K = 1
    while K < 5000:
        if np.abs(np.diff(polynomial(c, np.linspace(left, right, K + 1)))).max() < eps:
            return K
        K += 1
    return K


@right("forty places in every segment")
def smallest_width(c, left, right, eps):
    c = np.asarray(c, dtype=float)
    for K in range(1, 10_000):
        knots = np.linspace(left, right, K + 1)
        f = polynomial(c, knots)
        t = np.linspace(0, 1, 41)[:, None]
        miss = polynomial(c, knots[:-1] + t * np.diff(knots)) - (f[:-1] + t * np.diff(f))
        if np.max(np.abs(miss)) < eps:
            return K


@right("doubling, then halving the gap")
def smallest_width(c, left, right, eps):
    x = np.linspace(left, right, 4001)

    def good(K):
        knots = np.linspace(left, right, K + 1)
        return max(abs(np.interp(x, knots, polynomial(c, knots)) - polynomial(c, x))) < eps

    high = 1
    while not good(high):
        high *= 2
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if good(middle) else (middle, high)
    return high


@right("a network of hinges, run on a column of places")
def smallest_width(c, left, right, eps):
    x, K = np.linspace(left, right, 2001), 0
    f, error = np.polyval(c[::-1], x), np.inf
    while error >= eps:
        K = K + 1
        knots = np.linspace(left, right, K + 1)
        heights = polynomial(c, knots)
        changes = np.diff(np.diff(heights) / np.diff(knots), prepend=0.0)
        error = np.max(np.abs(heights[0] + relu(x[:, None] - knots[:-1]) @ changes - f))
    return K


@right("one too many, to be safe")
def smallest_width(c, left, right, eps):
    x, K = np.linspace(left, right, 3001), 1
    while True:
        step = (right - left) / K
        knots = left + step * np.arange(K + 1)
        if np.abs(np.interp(x, knots, polynomial(c, knots)) - polynomial(c, x)).max() < eps:
            return K + 1
        K += 1


# 7 zigzag_net


@wrong("E4-ZIGZAG-SAME-SIGN", breaks="zigzag_net-visible",
       says="All your hinges push upwards. At every second knot the slope turns down, so the changes alternate in sign.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = np.full((m, 1), 2.0 * m)
    v[0] = m
    return [(F, b)] + [(v @ F, b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-ONLY-DOWN", breaks="zigzag_net-one_layer",
       says="After the first turn your changes of slope are all -2m, which is right for a tent only. At the next knot the slope turns up again, by +2m.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = np.full((m, 1), -2.0 * m)
    v[0] = m
    return [(F, b)] + [(v @ F, b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-THREE-SIGNS", breaks="zigzag_net-one_layer",
       says="Your changes of slope alternate only at the start. They go m, -2m, +2m, -2m, +2m and so on to the last knot.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = np.full((m, 1), 2.0 * m)
    v[0], v[1] = m, -2 * m
    return [(F, b)] + [(v @ F, b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-SLOPES", breaks="zigzag_net-visible",
       says="Your output weights are the slopes m, -m, m. Hinges that are open stay open, so each adds the change of slope, which is 2m in size after the first.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = m * (-1.0) ** np.arange(m)[:, None]
    return [(F, b)] + [(v @ F, b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-FIRST-DOUBLE", breaks="zigzag_net-visible",
       says="Your first output weight is 2m, so the zigzag climbs to 2. Left of 0 the slope is 0, so the first change is m only.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    return [(F, b)] + [(v @ F, b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-TENT-SLOPES", breaks="zigzag_net-one_layer",
       says="Your slopes are 2 and -2, those of the tent, for every m. Each piece climbs by 1 over a length of 1/m: its slope is m.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = 4 * (-1.0) ** np.arange(m)[:, None]
    v[0] = 2
    return [(F, b)] + [(v @ F, b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-TENTS-ONLY", breaks="zigzag_net-visible",
       says="You build the tent whatever m is. The hidden layers should have m units, with knots at 0, 1/m, 2/m and so on.")
def zigzag_net(m, d):
    F, b, v = np.ones((1, 2)), np.array([0, -0.5]), np.array([[2.0], [-4.0]])
    return [(F, b)] + [(v @ F, b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-LINSPACE", breaks="zigzag_net-visible",
       says="Your last knot is 1, as np.linspace(0, 1, m) gives. The m knots are 0, 1/m, ..., (m - 1)/m.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.linspace(0, 1, m)
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    v[0] = m
    return [(F, b)] + [(v @ F, b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-KNOTS-FROM-ONE", breaks="zigzag_net-visible",
       says="Your first knot is 1/m. The first piece begins at 0: the knots are 0, 1/m, ..., (m - 1)/m.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(1, m + 1) / m
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    v[0] = m
    return [(F, b)] + [(v @ F, b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-BIAS-SIGN", breaks="zigzag_net-visible",
       says="Your biases are the knots themselves. A hinge opens where x + b = 0: its bias is minus its knot.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), np.arange(m) / m
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    v[0] = m
    return [(F, b)] + [(v @ F, b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-ONE-WIDE-LAYER", breaks="zigzag_net-visible",
       says="You put all m**d hinges into one layer. That draws the same zigzag, but the task is to fold: d layers of m units.")
def zigzag_net(m, d):
    n = m**d
    v = 2.0 * n * (-1.0) ** np.arange(n)[:, None]
    v[0] = n
    return [(np.ones((1, n)), -np.arange(n) / n), (v, np.zeros(1))]


@wrong("E4-ZIGZAG-LAYER-TOO-MANY", breaks="zigzag_net-visible",
       says="You have one hidden layer too many: the first one counts too, so d - 1 follow it.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    v[0] = m
    return [(F, b)] + [(v @ F, b)] * d + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-ONE-UNIT-BETWEEN", breaks="zigzag_net-visible",
       says="You put whole zigzags one after another, output layer included. Multiply its weights into the next layer: v @ F is one matrix of shape (m, m).")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    v[0] = m
    return [(F, b), (v, np.zeros(1))] * d


@wrong("E4-ZIGZAG-TRANSPOSED", breaks="zigzag_net-pieces_multiply",
       says="Your matrix between two layers is transposed. All its columns should be v: each unit gets the whole zigzag, v read along the m hinges that come in.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    v[0] = m
    return [(F, b)] + [((v @ F).T, b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-HINGES-PASSED-ON", breaks="zigzag_net-pieces_multiply",
       says="Each unit of your later layers receives one hinge of the layer before. It should receive the zigzag that they make together: all m, weighted by v.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    v[0] = m
    return [(F, b)] + [(np.eye(m), b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-HINGES-SUMMED", breaks="zigzag_net-pieces_multiply",
       says="Your later layers add up the hinges of the layer before without weights. Between the layers stand the output weights v: v @ F, not ones.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    v[0] = m
    return [(F, b)] + [(np.ones((m, m)), b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-DIAGONAL", breaks="zigzag_net-pieces_multiply",
       says="You put v on the diagonal, so each unit of a later layer hears one hinge only. It needs the sum of all of them, weighted by v.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    v[0] = m
    return [(F, b)] + [(np.diag(v[:, 0]), b)] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-NO-BIAS-BETWEEN", breaks="zigzag_net-pieces_multiply",
       says="Your later layers have no biases, so all their hinges open at 0. Every hidden layer has the same knots as the first.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    v[0] = m
    return [(F, b)] + [(v @ F, np.zeros(m))] * (d - 1) + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-FINER-KNOTS", breaks="zigzag_net-pieces_multiply",
       says="You make the knots finer from layer to layer. Each layer receives a number between 0 and 1 again, so all of them have the same knots.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    v[0] = m
    return [(F, b)] + [(v @ F, b / m**i) for i in range(1, d)] + [(v, np.zeros(1))]


@wrong("E4-ZIGZAG-ONE-FOLD", breaks="zigzag_net-pieces_multiply",
       says="You stop after two hidden layers, however large d is. Each of the d - 1 layers after the first folds once more.")
def zigzag_net(m, d):
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    v[0] = m
    return [(F, b)] + [(v @ F, b)] * (d > 1) + [(v, np.zeros(1))]


@right("loops and lists")
def zigzag_net(m, d):
    v = [[m]] + [[2 * m if k % 2 == 0 else -2 * m] for k in range(1, m)]
    b = [-k / m for k in range(m)]
    layers = [([[1.0] * m], b)]
    for _ in range(d - 1):
        layers.append(([[row[0]] * m for row in v], b))
    layers.append((v, [0.0]))
    return layers


@right("hinges of slope m, output weights 1, -2, 2")
def zigzag_net(m, d):
    F, b = np.full((1, m), float(m)), -np.arange(m, dtype=float)
    v = np.array([1.0] + [2.0 * (-1) ** k for k in range(1, m)]).reshape(-1, 1)
    return [(F, b), *[(np.outer(v, F), b) for _ in range(d - 1)], (v, np.array([0.0]))]


@right("knots from right to left, changes of slope by np.diff")
def zigzag_net(m, d):
    knots = np.arange(m)[::-1] / m
    slopes = m * (-1.0) ** np.arange(m)
    v = np.diff(slopes, prepend=0.0)[::-1].reshape(m, 1)
    middle = np.tile(v, m)
    return [(np.ones((1, m)), -knots)] + [(middle, -knots)] * (d - 1) + [(v, np.zeros(1))]


# The arguments on which a student's function is compared with the wrong answers above.

rng = np.random.default_rng(4)
SHALLOW = [(np.array([[1.0, -1.0, 2.0], [0.0, 1.0, 1.0]]), np.array([0.0, 1.0, -3.0])),
           (np.array([[1.0, 0.0], [2.0, -1.0], [-4.0, 1.0]]), np.array([0.5, 0.0]))]
SQUARE = [(rng.standard_normal((2, 2)), rng.standard_normal(2)) for _ in range(4)]
TWO = np.array([[1.0, 2.0], [-1.0, 0.0]])


def shaped(*shapes):
    return [(np.ones(W), np.ones(b)) for W, b in shapes]


PROBES = {
    "forward": [
        (TWO, SHALLOW, ["relu"]),
        (TWO, SQUARE, ["tanh", "sigmoid", "relu"]),
        (TWO, SQUARE[:1], []),
        (TWO[:1], [(np.array([[1.0], [2.0]]), np.array([-0.5]))], []),
        (TWO, [(SHALLOW[0][0], SHALLOW[0][1]), (np.array([[1.0], [0.5], [2.0]]), np.array([0.25]))], ["tanh"]),
        (np.array([[1, 2], [3, -1]]), SQUARE[:2], ["tanh"]),
    ],
    "shape_report": [
        (2, shaped(((2, 3), (3,)), ((3, 1), (1,)))),
        (2, shaped(((2, 3), (3,)), ((2, 1), (1,)))),
        (4, shaped(((3, 3), (3,)), ((3, 2), (2,)))),
        (2, shaped(((2, 2), (2,)), ((2, 3), (3,)))),
        (2, shaped(((2, 3), (3,)), ((3, 4), (1,)), ((4, 2), (2,)))),
        (2, shaped(((2, 3), (3,)), ((3, 4), (1, 4)), ((4, 2), (2,)))),
        (2, shaped(((2, 3), (3,)), ((3, 4), (4, 1)), ((4, 2), (2,)))),
        (2, shaped(((2, 3), (3,)), ((3, 4), (5,)), ((3, 2), (2,)))),
        (2, shaped(((2, 3), (2,)), ((4, 4), (4,)), ((4, 4), (3, 3)))),
    ],
    "from_columns": [
        ([np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]), np.array([[10.0, 11.0, 12.0, 13.0], [20.0, 21.0, 22.0, 23.0]])],),
        ([np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])] * 3,),
        ([np.array([[1.0, 2.0]])],),
    ],
    "bump_net": [(2, 6, 1, 0.5, 0.1), (2, 6, -3, 0.5, 0.1), (0.5, 0.75, 4.0, 0.1, 0.01)],
    "hinge_net": [
        (np.array([0.0, 1.0, 3.0, 4.0]), np.array([1.0, 3.0, 2.0, 2.0])),
        (np.array([-1.0, 1.0, 2.0, 5.0, 6.0]), np.array([2.0, 3.0, -1.0, 0.5, 4.0])),
        (np.array([1.0, 2.5]), np.array([1.0, 3.0])),
        (np.array([0, 2, 4]), np.array([0, 1, 4])),
        (np.array([0, 2, 4]), np.array([0, -1, 0])),
    ],
    "smallest_width": [
        (np.array([0, 0, 1]), -1, 1, 0.2),
        (np.array([0, 0, -5]), 0, 10, 0.9),
        (np.array([3, -2]), 0, 1, 0.001),
        (np.array([1, 0, 0, 0, 0, 0, 0, 0, 1]), 0, 2, 0.7),
        (np.array([5, 1, -40]), -3, -1, 0.05),
    ],
    "zigzag_net": [(2, 1), (3, 2), (5, 1), (2, 4)],
}
