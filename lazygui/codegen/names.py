"""What nodes and groups are called in code: identifiers for attributes, variables and classes. Pure functions."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Final

from lazygui.graph import naming

RESERVED: Final = naming.RESERVED | {"F", "_", "math", "nn", "range", "self", "torch"}
"""What classes and functions of exported code need themselves, besides the attributes of `nn.Module`."""
SCRIPT: Final = frozenset(
    {
        *("Net", "OrderedDict", "generator", "init", "initialized", "isinstance", "layer", "list", "map", "net"),
        *("output", "parameters"),
        *("print", "shapes", "show", "sum", "super", "tuple", "type"),
    }
)
"""What the lines outside of these need."""


def identifiers(names: Iterable[str], reserved: Collection[str] = ()) -> dict[str, str]:
    """Return an identifier for every name. All differ, and none hides a name that the code needs."""
    found: dict[str, str] = {}
    forbidden = RESERVED | set(reserved)
    taken = set(forbidden)
    for name in names:
        found[name] = free(identifier(name), taken, forbidden)
        taken.add(found[name])
    return found


def identifier(name: str) -> str:
    """Return the name as an identifier. Python reads these in NFKC, where two different names can become one."""
    text = re.sub(r"\W", "_", unicodedata.normalize("NFKC", name)).strip("_")
    if not f"a{text}".isidentifier():
        text = re.sub(r"[^A-Za-z0-9_]", "_", text)
    # A leading underscore would be mangled, or hide what nn.Module keeps for itself.
    text = text if text.isidentifier() else f"layer{text}"
    return f"{text}_" if keyword.iskeyword(text) else text


def free(wanted: str, taken: Collection[str], forbidden: Collection[str] = ()) -> str:
    """Return the wanted name, or the same with a number; what is forbidden gets an underscore first."""
    name, number = wanted, 2
    if name in forbidden:
        name = f"{name}_"
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    return name


def camel(name: str) -> str:
    """Return the name as a class is called: `dense_blk` becomes `DenseBlk`; "" where no letter is left."""
    words = [word for word in re.split(r"[\W_]+", unicodedata.normalize("NFKC", name)) if word]
    text = "".join(word[0].upper() + word[1:] for word in words)
    return text if text.isidentifier() and not keyword.iskeyword(text) else ""


def class_name(wanted: str, taken: Collection[str]) -> str:
    """Return the wanted name of a class, or the same with the next free number."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}{number}", number + 1
    return name
