# %% [markdown]
# # Pictures

# %% locked set-up
# %matplotlib inline
import numpy as np
import matplotlib.pyplot as plt
from matplotlib.figure import Figure

x = np.linspace(0, 1, 5)

# %% answer draw_line
def draw_line(x, y, label):
    """Draw y over x into new axes, with a legend and a title "A line"; return the axes."""
    ### BEGIN SOLUTION
    figure, axes = plt.subplots()
    axes.plot(x, y, label=label)
    axes.set_title("A line")
    axes.legend()
    return axes
    ### END SOLUTION

# %% test line-axes 2
axes = draw_line(x, x ** 2, "square")
assert len(axes.lines) == 1
np.testing.assert_allclose(axes.lines[0].get_xdata(), x)
np.testing.assert_allclose(axes.lines[0].get_ydata(), x ** 2)
assert axes.get_title() == "A line"
plt.close("all")

# %% test line-legend 1
axes = draw_line(x, x, "identity")
legend = axes.get_legend()
assert legend is not None, "there is no legend"
assert [text.get_text() for text in legend.get_texts()] == ["identity"]

# %% answer draw_bars
def draw_bars(heights, colour="tab:blue"):
    """Bars of these heights, in the current figure, labelled `height` on the y-axis."""
    ### BEGIN SOLUTION
    plt.bar(range(len(heights)), heights, color=colour)
    plt.ylabel("height")
    ### END SOLUTION

# %% test bars-heights 2
plt.figure()
draw_bars([3, 1, 2])
axes = plt.gcf().axes[0]
assert [bar.get_height() for bar in axes.patches] == [3, 1, 2]
assert plt.gca().get_ylabel() == "height"
plt.close()

# %% test bars-colour 1
draw_bars([1.0], colour="red")
assert plt.gca().patches[0].get_facecolor() == (1.0, 0.0, 0.0, 1.0)
plt.close("all")

# %% answer decorate
def decorate(axes):
    """Label the axes that are given: `time` and `value`, from 0 to 10 on both."""
    ### BEGIN SOLUTION
    axes.set(xlabel="time", ylabel="value", xlim=(0, 10), ylim=(0, 10))
    ### END SOLUTION

# %% test decorate-axes 1
figure, axes = plt.subplots()
decorate(axes)
assert (axes.get_xlabel(), axes.get_ylabel()) == ("time", "value")
assert axes.get_xlim() == axes.get_ylim() == (0, 10)
plt.close(figure)

# %% answer picture
# Draw a scatter plot of `np.random.default_rng(0).normal(size=(20, 2))`, equal scales on both axes, and keep figure and axes as `fig` and `ax`.
### BEGIN SOLUTION
points = np.random.default_rng(0).normal(size=(20, 2))
fig, ax = plt.subplots(figsize=(3, 3))
ax.scatter(*points.T)
ax.set_aspect("equal")
plt.show()
### END SOLUTION

# %% test picture-points 1
assert isinstance(fig, Figure) and fig.axes == [ax]
offsets = ax.collections[0].get_offsets()
np.testing.assert_allclose(offsets, np.random.default_rng(0).normal(size=(20, 2)))

# %% test picture-aspect 1
assert ax.get_aspect() in ("equal", 1)

# %% test picture-open 1
"""The inline backend closes what a cell has shown: a fresh figure is empty"""
assert plt.gcf().axes == []
