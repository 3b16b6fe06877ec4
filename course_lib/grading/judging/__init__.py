"""The judge, who runs the instructor's tests, the player, who runs a student's cells, and what they say to each other."""
