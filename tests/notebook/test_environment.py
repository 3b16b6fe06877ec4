from importlib.metadata import PackageNotFoundError

import pytest

from course_lib.notebook import environment


def test_this_environment_is_in_place():
    assert repr(environment.check_environment()).startswith("Everything is in place")


@pytest.mark.parametrize("found, says", [("0.1", "numpy is 0.1, needed is >=2.0"), (None, "numpy is not installed")])
def test_what_is_missing_is_named_with_the_cure(monkeypatch, found, says):
    real = environment.version

    def version(name):
        if name != "numpy":
            return real(name)
        if found is None:
            raise PackageNotFoundError(name)
        return found
    monkeypatch.setattr(environment, "version", version)
    message = repr(environment.check_environment())
    assert says in message and "python start.py" in message
