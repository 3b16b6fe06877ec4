"""How fast the library is, beside its peers and beside the bare arithmetic. Timing belongs here and never into a test."""
import os

# One core for everybody, and before NumPy is there to read it: threads would measure the machine's mood.
for variable in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(variable, "1")
