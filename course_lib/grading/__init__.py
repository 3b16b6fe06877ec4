"""What an instructor runs. It moves values and cells; it knows no mathematics."""
