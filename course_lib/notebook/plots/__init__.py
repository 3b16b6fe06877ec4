"""The pictures of the lectures: each function takes data and returns a Picture."""
from course_lib.notebook.plots.accuracy_curves import accuracy_curves
from course_lib.notebook.plots.activations import activation_gallery, saturation, silent_units
from course_lib.notebook.plots.approximation_errors import built_and_trained, errors_against_width, rival_errors
from course_lib.notebook.plots.batch_noise import batch_noise, noise_ball
from course_lib.notebook.plots.bowls import bowl_paths, bowl_walk
from course_lib.notebook.plots.breakers import breakers
from course_lib.notebook.plots.chords import certificates, chord
from course_lib.notebook.plots.collapse import bottleneck, one_from_three, two_factors
from course_lib.notebook.plots.construction import bump_sum, hinge_sum
from course_lib.notebook.plots.cosine_images import function_images
from course_lib.notebook.plots.curvature import curvature_map
from course_lib.notebook.plots.dead_units import dead_units
from course_lib.notebook.plots.deep_surface import deep_surface
from course_lib.notebook.plots.delta_places import delta_places
from course_lib.notebook.plots.descent_rates import descent_rates
from course_lib.notebook.plots.difference_errors import difference_errors
from course_lib.notebook.plots.digit_readings import digit_readings, pen_reading
from course_lib.notebook.plots.divergences import divergences
from course_lib.notebook.plots.double_descent import double_descent, features_and_noise
from course_lib.notebook.plots.endless_fit import endless_fit
from course_lib.notebook.plots.errata import printed_inequality, promised_and_walked
from course_lib.notebook.plots.fair_comparison import tuned_race, tuning_curves
from course_lib.notebook.plots.features import feature_space, learned_features
from course_lib.notebook.plots.gates import gate, gate_lines, sixteen
from course_lib.notebook.plots.gradient_checks import gradient_checks
from course_lib.notebook.plots.gradient_cloud import gradient_cloud
from course_lib.notebook.plots.gradient_costs import gradient_costs
from course_lib.notebook.plots.gradient_flow import gain_and_depth, gradient_flow
from course_lib.notebook.plots.graph import graph, graph_stepper
from course_lib.notebook.plots.hidden import hidden_weights
from course_lib.notebook.plots.interval_walks import interval_walks
from course_lib.notebook.plots.land_gallery import land_gallery
from course_lib.notebook.plots.landscape_slices import landscape_slices
from course_lib.notebook.plots.learning import mistakes_and_bounds, perceptron_path
from course_lib.notebook.plots.loss_bands import loss_bands
from course_lib.notebook.plots.lunch import lunch
from course_lib.notebook.plots.margin_losses import margin_losses
from course_lib.notebook.plots.momentum_map import momentum_map
from course_lib.notebook.plots.network import network
from course_lib.notebook.plots.neuron import neuron
from course_lib.notebook.plots.noisy_walks import noisy_walk, three_walks
from course_lib.notebook.plots.outer_products import outer_products
from course_lib.notebook.plots.pieces import pieces_on_a_line, tents
from course_lib.notebook.plots.playground_film import playground_run
from course_lib.notebook.plots.playground_runs import losses_compared, slides_among_runs, training_runs, width_and_depth
from course_lib.notebook.plots.region_counts import depth_bounds, one_layer_counts, random_counts
from course_lib.notebook.plots.region_maps import random_regions, region_maps
from course_lib.notebook.plots.relay import relay
from course_lib.notebook.plots.saddles import saddle_passage
from course_lib.notebook.plots.score_bars import score_bars
from course_lib.notebook.plots.scores import votes_and_scores
from course_lib.notebook.plots.shortest_fits import shortest_fits
from course_lib.notebook.plots.simplex import simplex
from course_lib.notebook.plots.slopes import gradient_rose
from course_lib.notebook.plots.staircase import staircase
from course_lib.notebook.plots.start import course_map, switch
from course_lib.notebook.plots.step_lengths import step_lengths
from course_lib.notebook.plots.step_schedules import step_schedules
from course_lib.notebook.plots.surprises import surprises
from course_lib.notebook.plots.symmetric_starts import symmetric_starts
from course_lib.notebook.plots.three_scores import three_scores
from course_lib.notebook.plots.training_strip import training_strip
from course_lib.notebook.plots.twins import twins
from course_lib.notebook.plots.two_passes import two_passes
from course_lib.notebook.plots.two_paths import two_paths
from course_lib.notebook.plots.two_wells import two_wells
from course_lib.notebook.plots.valleys import valleys
from course_lib.notebook.plots.ward import ward
from course_lib.notebook.plots.weights import weight_matrix
from course_lib.notebook.plots.width_meter import width_meter
from course_lib.notebook.plots.xor import crossing_segments, hidden_space, parity_correlations, stacking
from course_lib.notebook.plots.zigzag import zigzag

__all__ = ["accuracy_curves", "activation_gallery", "batch_noise", "bottleneck", "bowl_paths", "bowl_walk", "breakers", "built_and_trained",
           "bump_sum", "certificates", "chord", "course_map", "crossing_segments", "curvature_map", "dead_units", "deep_surface",
           "delta_places", "depth_bounds", "descent_rates", "difference_errors", "digit_readings", "divergences", "double_descent",
           "endless_fit", "errors_against_width", "feature_space", "features_and_noise", "function_images", "gain_and_depth", "gate",
           "gate_lines", "gradient_checks", "gradient_cloud", "gradient_costs", "gradient_flow", "gradient_rose", "graph", "graph_stepper",
           "hidden_space", "hidden_weights", "hinge_sum", "interval_walks", "land_gallery", "landscape_slices", "learned_features",
           "loss_bands", "losses_compared", "lunch", "margin_losses", "mistakes_and_bounds", "momentum_map", "network", "neuron",
           "noise_ball", "noisy_walk", "one_from_three", "one_layer_counts", "outer_products", "parity_correlations", "pen_reading",
           "perceptron_path", "pieces_on_a_line", "playground_run", "printed_inequality", "promised_and_walked", "random_counts",
           "random_regions", "region_maps", "relay", "rival_errors", "saddle_passage", "saturation", "score_bars", "shortest_fits",
           "silent_units", "simplex", "sixteen", "slides_among_runs", "stacking", "staircase", "step_lengths", "step_schedules",
           "surprises", "switch", "symmetric_starts", "tents", "three_scores", "three_walks", "training_runs", "training_strip",
           "tuned_race", "tuning_curves", "twins", "two_factors", "two_passes", "two_paths", "two_wells", "valleys", "votes_and_scores",
           "ward", "weight_matrix", "width_and_depth", "width_meter", "zigzag"]
