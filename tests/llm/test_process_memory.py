import os
import subprocess
import sys

import pytest

from ngo_assist.llm.process_memory import memory_of

MB = 1_000_000


def test_the_memory_of_a_process_is_told_while_it_runs():
    took = memory_of(os.getpid())
    if took is None:
        pytest.skip("not run: this system tells nobody")
    assert 5 * MB < took < 100_000 * MB


def test_more_memory_is_more():
    script = "import sys; x = b'x' * int(sys.argv[1]); print(len(x), flush=True); sys.stdin.read()"
    found = []
    for size in (1, 80 * MB):
        child = subprocess.Popen(
            [sys.executable, "-c", script, str(size)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        child.stdout.readline()
        found.append(memory_of(child.pid))
        child.communicate()
    if None in found:
        pytest.skip("not run: this system tells nobody")
    assert found[1] - found[0] > 70 * MB


def test_a_process_that_is_gone_takes_none():
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    assert memory_of(child.pid) is None
