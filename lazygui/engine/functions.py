"""The functions of blocks and custom nodes: Python source turned into something to call.

The one place where text becomes code. The source of a block comes with the program; that of a document comes here only
after `plan` was told that it may, and in the process of the engine alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from lazygui.graph import custom


@lru_cache(maxsize=256)
def function(source: str) -> Callable[..., Any]:
    """Return the one function that the source defines; it may use torch, nn, F and math.

    Raises ValueError for a source that does not define one plain function, and whatever its lines raise.
    """
    found = custom.signature(source)
    if found is None:
        raise ValueError("the source must define one function")
    names: dict[str, Any] = {"torch": torch, "nn": nn, "F": functional, "math": math}
    exec(compile(source, f"<{found.name}>", "exec"), names)
    defined: Callable[..., Any] = names[found.name]
    return defined
