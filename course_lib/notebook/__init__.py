"""What a notebook shows: pictures with words, widgets, predictions and checkpoints."""
