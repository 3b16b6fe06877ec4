# %% [markdown]
# # pyplot
# Right, all by pyplot.

# %% draw_line
def draw_line(x, y, label):
    plt.figure()
    plt.plot(x, y, "o--", color="k", label=label)
    plt.title("A line")
    plt.legend()
    return plt.gca()

# %% draw_bars
def draw_bars(heights, colour="tab:blue"):
    for place, height in enumerate(heights):
        plt.bar(place, height, color=colour)
    plt.gca().set_ylabel("height")

# %% decorate
def decorate(axes):
    plt.sca(axes)
    plt.xlabel("time"), plt.ylabel("value")
    plt.axis([0, 10, 0, 10])

# %% [markdown]
# # figure_objects
# Right, without pyplot where that can be.

# %% draw_line
def draw_line(x, y, label):
    axes = Figure().add_subplot()
    line, = axes.plot(x, y)
    line.set_label(label)
    axes.legend(loc="upper left")
    axes.set_title("A line")
    return axes

# %% picture
fig = plt.figure(figsize=(4, 4))
ax = fig.add_subplot(1, 1, 1, aspect="equal")
generator = np.random.default_rng(0)
points = generator.normal(size=(20, 2))
ax.scatter(points[:, 0], points[:, 1], s=10)
fig

# %% after picture
plt.hist([1, 2, 2, 3])
plt.show()

# %% [markdown]
# # no_legend
# Loses: line-legend

# %% draw_line
def draw_line(x, y, label):
    fig, axes = plt.subplots()
    axes.plot(x, y, label=label)
    axes.set_title("A line")
    return axes

# %% [markdown]
# # returns_lines
# What plot returns are lines, not axes.
#
# Loses: line-axes, line-legend

# %% draw_line
def draw_line(x, y, label):
    fig, axes = plt.subplots()
    return axes.plot(x, y, label=label)

# %% [markdown]
# # new_figure
# The bars go where they were not asked for, in a colour of their own.
#
# Loses: bars-heights, bars-colour

# %% draw_bars
def draw_bars(heights, colour="tab:blue"):
    figure = Figure()
    figure.add_subplot().bar(range(len(heights)), heights)

# %% [markdown]
# # swapped
# Loses: line-axes, decorate-axes, picture-points

# %% draw_line
def draw_line(x, y, label):
    fig, axes = plt.subplots()
    axes.plot(y, x, label=label)
    axes.set_title("A line")
    axes.legend()
    return axes

# %% decorate
def decorate(axes):
    axes.set_xlabel("value")
    axes.set_ylabel("time")

# %% picture
points = np.random.default_rng(0).normal(size=(20, 2))
fig, ax = plt.subplots()
ax.scatter(points[:, 1], points[:, 0])
ax.axis("equal")

# %% [markdown]
# # no_aspect
# Loses: picture-aspect

# %% picture
points = np.random.default_rng(0).normal(size=(20, 2))
fig, ax = plt.subplots(figsize=(3, 3))
ax.scatter(*points.T)

# %% [markdown]
# # not_kept
# A picture without a name.
#
# Loses: picture-points, picture-aspect

# %% picture
plt.scatter(*np.random.default_rng(0).normal(size=(20, 2)).T)
plt.axis("equal");
