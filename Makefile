# Each target sets up .venv first; start.py does nothing when that is up to date.
#
#   make lab         open the lectures in JupyterLab
#   make demo        grade a made-up class of 30, from release to report
#   make test        everything that must hold
#   make proof       slow proofs: the library equals PyTorch to 1e-12 (installs PyTorch, scikit-learn and JAX), the lectures say the same
#                    on another CPU and without their optional parts, gradebooks hold what stock nbgrader's hold, attacks win without defences,
#                    every catalogued answer, a class of 200 and every mutant of the reference lose what they should, a class is graded as
#                    well with PostgreSQL, on a Dask cluster, and by runs that are killed
#   make bench       how fast the library is, beside them
#   make notebooks   rebuild lectures/, solutions/ and exercises/ from sources/
#   make lock        choose the versions in constraints.txt again

PYTHON ?= python3
PROOFS = $(addprefix tests/,exercises/before_a_judge.py exercises/every_mutant.py lectures/core_alone.py \
	browser/validate.py compat/as_users_know_it.py attacks/controls.py grading/killed.py grading/on_postgresql.py grading/on_a_cluster.py)
DOORS = quickstart quickstart_autotest helpers midterm magics
# compiled once, not at every start, also where the shell says otherwise
export PYTHONDONTWRITEBYTECODE =

.PHONY: lab demo test proof bench notebooks lock

lab:
	@"$(PYTHON)" start.py

demo:
	@"$(PYTHON)" start.py --setup
	@.venv/bin/course demo

test:
	@"$(PYTHON)" start.py --setup test
	@.venv/bin/ruff check .
	@.venv/bin/python -m pytest -n 2 --dist loadscope --no-loadscope-reorder

proof:
	@"$(PYTHON)" start.py --setup test
	@"$(PYTHON)" start.py --setup peers
	@.venv/bin/python -m pytest -q tests/peers
	@.venv/bin/python -m pytest -q -n 2 --dist worksteal $(PROOFS) $(DOORS:%="tests/compat/through_the_doors.py::test_same_grades[%]")
	@NPY_DISABLE_CPU_FEATURES=X86_V3 OPENBLAS_CORETYPE=Nehalem .venv/bin/python -m pytest -q -n 2 --dist loadscope lectures

bench:
	@"$(PYTHON)" start.py --setup peers
	@.venv/bin/python -m benchmarks.library

notebooks:
	@"$(PYTHON)" start.py --setup
	@.venv/bin/course build
	@.venv/bin/course release --all

lock:
	@"$(PYTHON)" start.py --setup
	@echo uv | .venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --extra test --extra site --extra dask --extra postgres --no-header --no-annotate pyproject.toml - -o constraints.txt
