"""The pictures of the lectures: each function takes data and returns a Picture."""
from course_lib.notebook.plots.gates import gate, gate_lines, sixteen
from course_lib.notebook.plots.learning import mistakes_and_bounds, perceptron_path
from course_lib.notebook.plots.neuron import neuron
from course_lib.notebook.plots.start import course_map, switch
from course_lib.notebook.plots.xor import crossing_segments, hidden_space, parity_correlations, stacking

__all__ = ["course_map", "crossing_segments", "gate", "gate_lines", "hidden_space", "mistakes_and_bounds", "neuron",
           "parity_correlations", "perceptron_path", "sixteen", "stacking", "switch"]
