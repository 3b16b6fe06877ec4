"""What several attacks begin with."""

LIBC = """
import ctypes
libc = ctypes.CDLL(None)
"""

WIRE = '''
import gc, os, struct
from course_lib.grading.judging.protocol import Wire
wire = next(thing for thing in gc.get_objects() if isinstance(thing, Wire))
def say(value, how="done", buffers=(), aside={}):
    wire.send([[how, "", value, [], [], False], aside], buffers)
    os._exit(0)
def shout_out(header):
    wire.sock.sendall(struct.pack("<I", len(header)) + header)
    os._exit(0)
def double(x): pass
'''
