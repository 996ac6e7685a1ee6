"""A level as a shape that reads in black and white: a taller block is a higher level."""

from __future__ import annotations

BLOCKS = "▁▂▃▄▅▆▇█"
FILLS = "○◔◑◕●"


def level_shape(level: int, top: int) -> str:
    """Return the block for `level` of 0 to `top`; the top one stands out from the one below it."""
    share = min(max(level / top, 0), 1) if top else 1
    return BLOCKS[int(share * (len(BLOCKS) - 1))]


def fill_shape(share: float) -> str:
    """Return a circle filled by `share` of 0 to 1; only nothing is empty and only all is full."""
    if share <= 0:
        return FILLS[0]
    if share >= 1:
        return FILLS[-1]
    return FILLS[min(max(round(share * 4), 1), 3)]
