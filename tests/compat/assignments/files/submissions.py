# %% [markdown]
# # by_hand
# Right, with open, read and split.

# %% read_planets
def read_planets(path="planets.csv"):
    planets = {}
    file = open(path)
    file.readline()
    for line in file:
        name, diameter, *rest = line.strip().split(",")
        planets[name] = int(diameter)
    file.close()
    return planets

# %% save
def save(planets, path):
    with open(path, "w") as file:
        json.dump(planets, file, indent=2)

# %% report
lines = [name + ": " + str(int(planets[name])) for name in planets]
lines.sort(key=lambda line: int(line.split()[-1]))
file = open("report.txt", "w")
file.write("\n".join(lines))
file.close()

# %% count_lines
def count_lines(file):
    return len(file.readlines())

# %% load_table
def load_table(path):
    with open(path) as file:
        rows = list(csv.DictReader(file))
    return np.array([[float(row["diameter"]), float(row["moons"])] for row in rows])

# %% [markdown]
# # pathlib
# Right, with a file of the student's own in between.

# %% read_planets
def read_planets(path="planets.csv"):
    lines = Path(path).read_text().split()[1:]
    return dict((line.split(",")[0], float(line.split(",")[1])) for line in lines)

# %% biggest
Path("sizes.txt").write_text("\n".join(f"{planets[name]:09.1f} {name}" for name in planets))
biggest = sorted(Path("sizes.txt").read_text().splitlines())[-1].split()[1]

# %% load_table
def load_table(path):
    return np.genfromtxt(path, delimiter=",", names=True, usecols=(1, 2)).view(float).reshape(-1, 2)

# %% [markdown]
# # fixed_path
# The path that was given is not used.
#
# Loses: read-other, read-missing, save-written, save-path, table-saved

# %% read_planets
def read_planets(path="planets.csv"):
    with open("planets.csv") as file:
        return {row["name"]: float(row["diameter"]) for row in csv.DictReader(file)}

# %% save
def save(planets, path):
    with open("planets.json", "w") as file:
        json.dump(planets, file)

# %% load_table
def load_table(path="planets.csv"):
    return np.loadtxt("planets.csv", delimiter=",", skiprows=1, usecols=(1, 2))

# %% [markdown]
# # texts
# Diameters are left as texts, so that the largest is another one.
#
# Loses: read-shipped, read-other, biggest-name, report-lines, table-array, table-saved

# %% read_planets
def read_planets(path="planets.csv"):
    with open(path) as file:
        return {row["name"]: row["diameter"] for row in csv.DictReader(file)}

# %% load_table
def load_table(path):
    return np.loadtxt(path, delimiter=",", skiprows=1, usecols=(1, 2), dtype=str)

# %% [markdown]
# # not_written
# Printed, not written.
#
# Loses: report-lines, save-written, save-path

# %% report
for name in sorted(planets, key=planets.get):
    print(f"{name}: {planets[name]:.0f}")

# %% save
def save(planets, path):
    print(json.dumps(planets))

# %% [markdown]
# # not_closed
# The file is never closed, and the text stays in the buffer; for a function the interpreter closes it.
#
# Loses: report-lines

# %% report
file = open("report.txt", "w")
for name in sorted(planets, key=planets.get):
    file.write(f"{name}: {planets[name]:.0f}\n")

# %% save
def save(planets, path):
    open(path, "w").write(json.dumps(planets))

# %% [markdown]
# # home_folder
# A path on the student's own computer.
#
# Loses: read-shipped, biggest-name, report-lines, lines-open

# %% read_planets
def read_planets(path="C:/Users/me/Downloads/planets.csv"):
    with open(path, newline="") as file:
        return {row["name"]: float(row["diameter"]) for row in csv.DictReader(file)}

# %% count_lines
def count_lines(file):
    return len(open(file).readlines())
