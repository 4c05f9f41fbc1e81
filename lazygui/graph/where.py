"""Where and how a run computes: beside the drawing, and no part of it. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

DTYPES: Final = ("float32", "float64", "bfloat16")
"""The precisions that a network can be run in. float32 in a drawing means the precision of the run."""


@dataclass(frozen=True, slots=True)
class Where:
    """A device of torch (`cpu`, `cuda:0`, `mps`), a precision, and how many threads the CPU may use.

    None threads are all cores but one, which is left to the window.
    """

    device: str = "cpu"
    dtype: str = "float32"
    threads: int | None = None


USUAL: Final = Where()
