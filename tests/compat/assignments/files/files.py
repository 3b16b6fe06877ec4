# %% [markdown]
# # Files
# `planets.csv` lies beside this notebook.

# %% locked set-up
import csv
import json
import os
from pathlib import Path
import numpy as np

# %% answer read_planets
def read_planets(path="planets.csv"):
    """A dictionary: name → diameter in km."""
    ### BEGIN SOLUTION
    with open(path, newline="") as file:
        return {row["name"]: float(row["diameter"]) for row in csv.DictReader(file)}
    ### END SOLUTION

# %% test read-shipped 1
planets = read_planets()
assert len(planets) == 8 and planets["Earth"] == 12756

# %% test read-other 1
"""Any file of that form, also one that the test has written"""
Path("moons.csv").write_text("name,diameter,moons\nMoon,3475,0\n")
assert read_planets("moons.csv") == {"Moon": 3475}
os.remove("moons.csv")

# %% test read-missing 1
try:
    read_planets("no_such_file.csv")
except FileNotFoundError as error:
    assert error.filename == "no_such_file.csv"
else:
    raise AssertionError("a file that is not there should raise FileNotFoundError")

# %% answer biggest
# Put the name of the largest planet into `biggest`.
### BEGIN SOLUTION
biggest = max(planets, key=planets.get)
### END SOLUTION

# %% test biggest-name 1
assert biggest == "Jupiter"

# %% answer save
def save(planets, path):
    """Write a dictionary as JSON."""
    ### BEGIN SOLUTION
    Path(path).write_text(json.dumps(planets))
    ### END SOLUTION

# %% test save-written 1
save({"Earth": 12756.0}, "earth.json")
assert os.path.exists("earth.json")
with open("earth.json") as file:
    assert json.load(file) == {"Earth": 12756.0}

# %% test save-path 1
"""A path may be a Path, and the folder another one"""
folder = Path("results")
folder.mkdir(exist_ok=True)
save({}, folder / "empty.json")
assert json.loads((folder / "empty.json").read_text()) == {}

# %% answer report
# Write a file report.txt with one line `NAME: DIAMETER` for each planet, in order of diameter.
### BEGIN SOLUTION
with open("report.txt", "w") as file:
    for name in sorted(planets, key=planets.get):
        print(f"{name}: {planets[name]:.0f}", file=file)
### END SOLUTION

# %% test report-lines 1
lines = Path("report.txt").read_text().splitlines()
assert len(lines) == 8
assert lines[0] == "Mercury: 4879" and lines[-1] == "Jupiter: 142984"

# %% answer count_lines
def count_lines(file):
    """The number of lines in a file that is open."""
    ### BEGIN SOLUTION
    return sum(1 for _ in file)
    ### END SOLUTION

# %% test lines-open 1
with open("planets.csv") as file:
    assert count_lines(file) == 9

# %% answer load_table
def load_table(path):
    """The columns diameter and moons as an array of shape (planets, 2)."""
    ### BEGIN SOLUTION
    return np.loadtxt(path, delimiter=",", skiprows=1, usecols=(1, 2))
    ### END SOLUTION

# %% test table-array 1
table = load_table("planets.csv")
assert table.shape == (8, 2) and table[:, 1].sum() == 288

# %% test table-saved 1
np.savetxt("two.csv", [[1, 2, 3], [4, 5, 6]], delimiter=",", header="name,diameter,moons", comments="")
np.testing.assert_array_equal(load_table("two.csv"), [[2, 3], [5, 6]])
