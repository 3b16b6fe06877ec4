"""Confusing the judge, by what is said on the line to it."""
# ruff: noqa: E401, F821, I001, UP   (cells are written as eve writes them)
from .attack import attack
from .preludes import WIRE

CELLS = ("outputs are checked",)        # what is said so answers the first cell too


@attack("answers with binary junk", only="no message, no belief", besides=CELLS,
        before=WIRE, wins="judge")
def junk():
    shout_out(bytes(range(256)))


@attack("answers with JSON that is nested a hundred thousand deep", only="no message, no belief", besides=CELLS,
        before=WIRE, wins="judge")
def deep_json():
    shout_out(b"[" * 100_000)


@attack("answers with a number of a million digits", only="no message, no belief", besides=CELLS,
        before=WIRE, wins="judge")
def long_number():
    shout_out(b"[" + b"1" * 1_000_000 + b",[]]")


@attack("answers with half a message, in another form than the protocol's", only="no message, no belief", besides=CELLS,
        before=WIRE, wins="judge")
def other_form():
    shout_out(b'{"done": true}')


@attack("sends a message that is longer than messages may be", only="message bounds", besides=CELLS,
        before=WIRE, wins="judge")
def long_message():
    import json
    shout_out(json.dumps([[["done", "", "x" * 9_000_000, [], [], False], {}], []]).encode())


@attack("announces eight megabytes and says nothing for a while", only="deadline of a cell", before=WIRE, wins="boast",
        seconds=(0.3, 6, 0.5))
def silent_after_a_lie():
    import json, time
    def root(x): pass
    stream = ["list", ["dict", "output_type", "stream", "name", "stdout", "text", "GOTCHA"]]
    wire.sock.sendall(struct.pack("<I", 8_000_000))
    time.sleep(0.8)
    wire.sock.sendall(json.dumps([[["done", "", stream, [], [], False], {}], []]).rjust(8_000_000).encode())
    os._exit(0)


@attack("never answers", only="deadline of a cell", before=WIRE, wins="boast", seconds=(0.3, 6, 0.5))
def silent():
    import time
    def root(x): pass
    time.sleep(0.8)
    say(["list", ["dict", "output_type", "stream", "name", "stdout", "text", "GOTCHA"]])


@attack("sends a pickle that leaves a file where the instructor is", only="no pickle", before=WIRE, wins="files")
def pickled_command():
    import pickle
    class Command:
        def __reduce__(self): return exec, ("open('/ROOT/gotcha', 'w').close()",)
    def double(x): say(["pickle", 0], buffers=[pickle.dumps(Command())])


@attack("sends a pickle that is equal to everything", only="no pickle", before=WIRE)
def pickled_friend():
    import pickle
    class Friend:
        def __reduce__(self): return eval, ("type('Friend', (), {'__eq__': lambda *_: True})()",)
    def shout(x): say(["pickle", 0], buffers=[pickle.dumps(Friend())])


@attack("says that its cell has left what no notebook can hold", only="outputs are checked", before=WIRE, wins="crash")
def junk_outputs():
    say(["list", 3, None, ["dict", "output_type", "stream"]])


@attack("tells of prints and warnings in a form that they do not have", only="asides are checked", besides=CELLS,
        before=WIRE, wins="judge")
def junk_aside():
    say(["list"], aside={"printed": 3, "warned": [[]]})


@attack("tells of a mode for NumPy's errors that there is not", only="asides are checked", besides=CELLS,
        before=WIRE, wins="judge")
def junk_error_mode():
    say(["list"], aside={"errors": {"all": "forgive"}})


@attack("tells of itself what nobody has asked", only="asides are checked", besides=CELLS,
        before=WIRE, wins="judge")
def unknown_aside():
    say(["list"], aside={"score": 13})


@attack("has the judge write a file where the instructor is", only="files stay in their folder", before=WIRE, wins="files")
def file_elsewhere():
    say(["list"], aside={"files": {"../../ROOT/gotcha": "eA=="}})


@attack("has the judge look at objects where there are none, between two of them", only="no pointers", before=WIRE, wins="judge")
def pointers():
    def double(x):
        say(["tuple", ["objects", [3], 1, 2, 3], ["view", 1, 4, [1], [8]]])


@attack("sends an array that has fewer bytes than its shape wants", only="values are read with care", besides=CELLS,
        before=WIRE, wins="judge")
def junk_array():
    say(["array", "<f8", [10**12], "C", True, 0], buffers=[bytes(8)])


@attack("sends an object of a class that no name can name", only="values are read with care", besides=CELLS,
        before=WIRE, wins="judge")
def junk_name():
    say(["held", 1_000_000, "error", "\0\ud800", ["ValueError"], None])


@attack("changes what it was never given", only="values are read with care", besides=CELLS,
        before=WIRE, wins="judge")
def junk_change():
    wire.send([["done", "", ["list"], [[4711, ["list", 1]]], [], False], {}])
    os._exit(0)


@attack("sends a dict whose keys cannot be keys", only="values are read with care", besides=CELLS,
        before=WIRE, wins="judge")
def junk_dict():
    say(["dict", ["list"], 1])


@attack("answers a cell with an exception", only="outputs are checked", before=WIRE, wins="judge")
def raises_instead():
    say(["error", 1_000_000, None, ["ValueError"], ["tuple"], "", "", None], "raised")


@attack("says that its cell has left outputs that JSON cannot hold", only="outputs are checked", before=WIRE, wins="judge")
def outputs_that_are_no_json():
    data = ["dict", "output_type", "display_data", "data", ["dict", "text/plain", ["list", ["set", 1]]]]
    say(["list", data])
