"""The catalogue: every fact about a layer kind, as data, found by type, by family or by a search.

Knows the standard library alone. A layer is added in the file of its family and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from lazygui.catalog import (
    activation,
    attention,
    block,
    classification,
    convolution,
    custom,
    io,
    linear,
    loss,
    math,
    merge,
    normalization,
    padding,
    pooling,
    recurrent,
    reduction,
    regularization,
    selection,
    sequence,
    shape,
    transformer,
    upsampling,
)
from lazygui.catalog.spec import Family, LayerSpec

_FAMILIES: Final[Mapping[Family, tuple[LayerSpec, ...]]] = {
    Family.IO: (*io.LAYERS, *custom.LAYERS),
    Family.LINEAR: linear.LAYERS,
    Family.CONVOLUTION: convolution.LAYERS,
    Family.NORMALIZATION: normalization.LAYERS,
    Family.ACTIVATION: activation.LAYERS,
    Family.POOLING: (*pooling.LAYERS, *upsampling.LAYERS),
    Family.SHAPE: (*shape.LAYERS, *selection.LAYERS, *padding.LAYERS),
    Family.REGULARIZATION: regularization.LAYERS,
    Family.SEQUENCE: (*sequence.LAYERS, *recurrent.LAYERS),
    Family.ATTENTION: (*attention.LAYERS, *transformer.LAYERS),
    Family.MERGE: merge.LAYERS,
    Family.MATH: (*math.LAYERS, *reduction.LAYERS),
    Family.LOSS: (*classification.LAYERS, *loss.LAYERS),
    Family.BLOCK: block.LAYERS,
}

CATALOG: Final[Mapping[str, LayerSpec]] = MappingProxyType(
    {spec.type: spec for layers in _FAMILIES.values() for spec in layers}
)
"""Every layer kind by its type, in the order of the palette."""


OTHER_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "torch.relu": "F.relu",
        "torch.softmax": "F.softmax",
        "torch.log_softmax": "F.log_softmax",
        "F.tanh": "torch.tanh",
        "F.sigmoid": "torch.sigmoid",
        "torch.concat": "torch.cat",
        "torch.concatenate": "torch.cat",
        "torch.subtract": "torch.sub",
        "torch.multiply": "torch.mul",
        "torch.divide": "torch.div",
        "torch.negative": "torch.neg",
        "torch.absolute": "torch.abs",
        "torch.clip": "torch.clamp",
        "torch.moveaxis": "torch.movedim",
    }
)
"""What torch has under a second name: a document may use either."""


def find(type: str) -> LayerSpec | None:
    """Return the layer kind that a document calls so, or None where the catalogue has none."""
    return CATALOG.get(type) or CATALOG.get(OTHER_NAMES.get(type, ""))


def by_family() -> tuple[tuple[Family, tuple[LayerSpec, ...]], ...]:
    """Return the families with their layers, both in the order of the palette."""
    return tuple(_FAMILIES.items())


def _identity(text: str) -> str:
    return text


def search(query: str, translate: Callable[[str], str] = _identity) -> tuple[LayerSpec, ...]:
    """Return the layers that a query finds, the best first, and all of them for an empty query.

    A layer's names are its torch name, its title, and its title translated. An exact name comes before a name that
    begins with the query, that before a torch name with a word that does (`norm` in `BatchNorm2d`), that before a name
    that holds it, that before an exact search word, and that before layers whose names and search words together hold
    every word of the query. Within a rank the order of the palette stands. Case does not count.
    """
    wanted = query.casefold().strip()
    if not wanted:
        return tuple(CATALOG.values())
    ranked = ((_rank(wanted, spec, translate(spec.title)), spec) for spec in CATALOG.values())
    return tuple(spec for rank, spec in sorted(ranked, key=lambda pair: pair[0]) if rank < _UNFIT)


_EXACT, _PREFIX, _INNER, _SUBSTRING, _KEYWORD, _WORDS, _UNFIT = range(7)
_INNER_WORD: Final = re.compile("(?<=[a-z0-9])(?=[A-Z])|[_.]")
"""Where a word begins within a name of torch's: `Batch|Norm2d`, `cross|entropy`."""


def _rank(wanted: str, spec: LayerSpec, translated: str) -> int:
    names = [text.casefold() for text in (spec.name, spec.type, spec.title, translated)]
    # "conv" should bring up LazyConv2d with Conv2d, not behind all explicit layers.
    starts = [*names, (spec.becomes or "").rpartition(".")[2].casefold()]
    if wanted in names:
        return _EXACT
    if any(name.startswith(wanted) for name in starts):
        return _PREFIX
    if any(spec.name[word.end() :].casefold().startswith(wanted) for word in _INNER_WORD.finditer(spec.name)):
        return _INNER
    if any(wanted in name for name in names):
        return _SUBSTRING
    words = [word.casefold() for word in spec.search]
    if wanted in words:
        return _KEYWORD
    texts = [*names, *words]
    return _WORDS if all(any(part in text for text in texts) for part in wanted.split()) else _UNFIT
