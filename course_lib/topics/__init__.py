"""One module for each lecture's own idea."""
