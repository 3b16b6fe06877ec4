"""Neural networks in plain NumPy, written as the lectures write them: Z = X @ W + b, rows are samples."""
