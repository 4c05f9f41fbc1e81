"""What a node is called in code: one identifier for its attribute and its variable. Pure functions."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Final

from lazygui.graph import naming
from lazygui.graph.model import Graph
from lazygui.graph.topology import order

RESERVED: Final = naming.RESERVED | {
    *("F", "Net", "net", "nn", "self", "super", "torch"),
    *("generator", "layer", "output", "parameters", "print", "show", "sum", "tuple"),
}
"""What the exported code itself calls so, besides the attributes of `nn.Module`."""


def identifiers(graph: Graph) -> Mapping[str, str]:
    """Return an identifier for every node, in running order. All differ, and none hides a name that the code needs."""
    names: dict[str, str] = {}
    taken = set(RESERVED)
    for node in order(graph):
        names[node] = _free(_identifier(node), taken)
        taken.add(names[node])
    return names


def _identifier(name: str) -> str:
    """Python reads identifiers in NFKC, where two different names can become one."""
    text = re.sub(r"\W", "_", unicodedata.normalize("NFKC", name)).strip("_")
    if not f"a{text}".isidentifier():
        text = re.sub(r"[^A-Za-z0-9_]", "_", text)
    # A leading underscore would be mangled, or hide what nn.Module keeps for itself.
    text = text if text.isidentifier() else f"layer{text}"
    return f"{text}_" if keyword.iskeyword(text) else text


def _free(wanted: str, taken: Collection[str]) -> str:
    name, number = wanted, 2
    if name in taken and name in RESERVED:
        name = f"{name}_"
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    return name
