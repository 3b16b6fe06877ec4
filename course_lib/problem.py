"""The one kind of error that the command line shows as a sentence and not as a traceback."""


class Problem(Exception):
    """Something that cannot be done; the message says what is wrong and what to do about it."""
