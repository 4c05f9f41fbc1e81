"""Names of nodes: what is allowed, and a free one when the person did not choose. Pure functions."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from lazygui.catalog.spec import LayerSpec

LONGEST = 200
"""The most characters that a name may have."""

_ATTRIBUTES = """
T_destination _apply _backward_hooks _backward_pre_hooks _buffers _call_impl _compiled_call_impl _forward_hooks
_forward_hooks_always_called _forward_hooks_with_kwargs _forward_pre_hooks _forward_pre_hooks_with_kwargs
_get_backward_hooks _get_backward_pre_hooks _get_item_by_idx _get_name _is_full_backward_hook _load_from_state_dict
_load_state_dict_post_hooks _load_state_dict_pre_hooks _maybe_warn_non_full_backward_hook _modules _named_members
_non_persistent_buffers_set _parameters _register_load_state_dict_pre_hook _register_state_dict_hook
_replicate_for_data_parallel _save_to_state_dict _slow_forward _state_dict_hooks _state_dict_pre_hooks _version
_wrapped_call_impl add_module append apply bfloat16 buffers call_super_init children compile cpu cuda double
dump_patches eval extend extra_repr float forward get_buffer get_extra_state get_parameter get_submodule half insert
ipu load_state_dict modules mtia named_buffers named_children named_modules named_parameters parameters pop
register_backward_hook register_buffer register_forward_hook register_forward_pre_hook register_full_backward_hook
register_full_backward_pre_hook register_load_state_dict_post_hook register_load_state_dict_pre_hook register_module
register_parameter register_state_dict_post_hook register_state_dict_pre_hook requires_grad_ set_extra_state
set_submodule share_memory state_dict to to_empty train training type xpu zero_grad
"""
RESERVED = frozenset(_ATTRIBUTES.split())
"""What `nn.Module` and `nn.Sequential` call their own attributes: a layer of that name would hide them."""

STEMS = (
    ("Linear", "fc"),
    ("Input", "x"),
    ("Embedding", "embed"),
    ("ConvTranspose", "deconv"),
    ("Conv", "conv"),
    ("BatchNorm", "bn"),
    ("InstanceNorm", "norm"),
    ("MaxPool", "pool"),
    ("AvgPool", "pool"),
    ("Adaptive", "pool"),
)
"""How the short names begin that people write for layers; the first fitting entry counts."""


def is_valid(name: str) -> bool:
    """Say whether the name is an attribute path: parts like `b2`, `conv1` or `0`, joined by dots."""
    return len(name) <= LONGEST and all(_is_part(part) for part in name.split("."))


def _is_part(part: str) -> bool:
    """An identifier, or a number as the children of `nn.Sequential` have."""
    # Python reads identifiers in NFKC: written otherwise, two names of a document could be one attribute.
    is_identifier = part.isidentifier() and unicodedata.normalize("NFKC", part) == part
    return is_identifier or (part.isascii() and part.isdigit())


class Taken(Collection[str]):
    """Names that are taken, for whoever asks for many: a group knows one name in it, so that nobody looks at all."""

    def __init__(self, names: Iterable[str]) -> None:
        self._inside: dict[str, str] = {}
        self._names: set[str] = set()
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        self._names.add(name)
        for end in _dots(name):
            self._inside.setdefault(name[:end], name)

    def inside(self, group: str) -> str | None:
        return self._inside.get(group)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def rival(name: str, taken: Collection[str]) -> str | None:
    """Return the taken name that leaves no room for this one: the same, or one of the two would lie inside the other.

    A layer `b` and a layer `b.conv1` exclude each other, as `b` cannot be a layer and a group at once.
    """
    if name in taken:
        return name
    around = next((name[:end] for end in _dots(name) if name[:end] in taken), None)
    if around is not None:
        return around
    if isinstance(taken, Taken):
        return taken.inside(name)
    return next((other for other in taken if other.startswith(f"{name}.")), None)


def _dots(name: str) -> list[int]:
    return [end for end, letter in enumerate(name) if letter == "."]


def stem(spec: LayerSpec | None, layer_type: str) -> str:
    """Return the word that names of this layer start with: `fc` for Linear, `conv` for every convolution."""
    name = (spec.name if spec else layer_type.rpartition(".")[2]).removeprefix("Lazy")
    short = next((short for start, short in STEMS if name.startswith(start)), None)
    return short or re.sub(r"\W|\dd$", "", name).lower() or "node"


def unique(wanted: str, taken: Collection[str]) -> str:
    """Return the wanted name, or the same with the next free number: `fc`, `fc2`, `fc3`; `b.conv1` gives `b.conv2`."""
    base, digits = re.fullmatch(r"(.*?)([0-9]{0,9})", wanted, re.DOTALL).groups()  # type: ignore[union-attr]
    name, number = wanted, int(digits or 1)
    while rival(name, taken) is not None:
        number += 1
        name = f"{base}{number}"
    return name


def fresh(spec: LayerSpec | None, layer_type: str, taken: Collection[str]) -> str:
    """Return a free name for a new node. Layers with parameters count from 1, as people write `fc1`, `fc2`.

    So does an operation whose own name no attribute may have, such as `to`.
    """
    word = stem(spec, layer_type)
    is_counted = (spec and spec.parameters) or word in RESERVED or keyword.iskeyword(word)
    return unique(f"{word}1" if is_counted else word, taken)
