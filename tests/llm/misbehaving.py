"""A worker that goes wrong on cue. Knows the wire only from its description, on purpose.

`misbehaving.py FAULT [FILE]`: what it hears is written into the file, one type a line.
"""

import json
import os
import signal
import sys
from pathlib import Path

FAULT = sys.argv[1]
DEATHS = {"crash over the file": signal.SIGABRT, "killed over the file": signal.SIGKILL}


def say(**record):
    os.write(1, json.dumps(record).encode() + b"\n")


def hear():
    line = sys.stdin.buffer.readline()
    if not line:
        return None
    command = json.loads(line)
    if len(sys.argv) > 2:
        with Path(sys.argv[2]).open("a") as heard:
            heard.write(f"{command['type']}\n")
    return command


def wait_for_ever():
    while True:
        signal.pause()


def finish(number, reason="line"):
    say(
        type="finished",
        number=number,
        finished={"reason": reason, "prompt_tokens": 9, "evaluated": 9, "generated": 2, "seconds": 0.5},
    )


def load():
    if FAULT == "crash at start":
        os._exit(3)
    hear()
    if FAULT == "crash while loading":
        os._exit(4)
    if FAULT == "no model":
        say(type="failed", number=0, kind="model", detail="it is a cat")
    if FAULT == "hang while loading":
        say(type="progress", number=0, done=os.getpid(), total=1 << 40)
        wait_for_ever()
    say(type="progress", number=0, done=5, total=10)
    if FAULT in DEATHS:
        say(type="progress", number=0, done=10, total=10)
        os.kill(os.getpid(), DEATHS[FAULT])
    say(type="ready", engine="fake 1", n_ctx=64, sha256="0" * 64)


def write(number):
    if FAULT == "flood on the error stream":
        os.write(2, b"llama_kv_cache: " * 500_000)
    if FAULT == "reads for ever":
        while True:
            say(type="progress", number=number, done=1, total=9)
    if FAULT == "reads slowly":
        for done in range(3):
            say(type="progress", number=number, done=done, total=3)
    say(type="piece", number=number, text="Copy ")
    if FAULT == "crash in the text":
        os._exit(7)
    if FAULT == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if FAULT == "illegal instruction":
        os.kill(os.getpid(), signal.SIGILL)
    if FAULT == "hang":
        wait_for_ever()
    if FAULT == "stubborn":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        wait_for_ever()
    if FAULT == "garbage":
        os.write(1, b"llama_model_loader: loaded meta data\n")
    if FAULT == "not a message":
        say(type="piece", number=number, text="x", markup=True)
    if FAULT == "another's answer":
        say(type="piece", number=number + 1, text="x")
    if FAULT == "half a line":
        os.write(1, b'{"type":"piece","numb')
        os._exit(0)
    if FAULT == "flood without a line end":
        try:
            while True:
                os.write(1, b"x" * 65536)
        except BrokenPipeError:
            os._exit(0)
    if FAULT == "closes its output":
        os.close(1)
        wait_for_ever()
    if FAULT == "engine error" and number == 1:
        say(type="failed", number=number, kind="engine", detail="RuntimeError")
        return
    if FAULT == "obeys a stop":
        while hear() != {"type": "stop", "number": number}:
            pass
        say(type="piece", number=number, text="late ")
        finish(number, "stopped")
        return
    say(type="piece", number=number, text="the files.")
    finish(number)


load()
while (command := hear()) is not None:
    if command["type"] == "write":
        write(command["number"])
