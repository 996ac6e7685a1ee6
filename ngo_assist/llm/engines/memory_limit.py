"""A limit on how much more memory this process may take for a while. Only Linux keeps to it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "linux":
    import resource

    @contextmanager
    def memory_limit(more: int) -> Iterator[None]:
        """Let the address space grow by at most `more` bytes; more is then a `MemoryError`."""
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + more
        before, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = min([limit, *(each for each in (before, most) if each != resource.RLIM_INFINITY)])
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_AS, (before, most))

else:

    @contextmanager
    def memory_limit(more: int) -> Iterator[None]:
        """Let everything be as it is."""
        yield
