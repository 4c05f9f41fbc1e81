"""Messages as lines of JSON, one message a line. Knows the message types; knows no torch and no pipes.

A JSON object always has one key. `{"NodeStarted": [3, "fc1"]}` is a message with its fields in order, and `{"": {...}}`
is a mapping, so a key that a document brings can never be taken for the name of a message. Lists are tuples.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from lazygui.engine.messages import (
    BackwardDone,
    BackwardRequest,
    EngineReady,
    Event,
    FitRequest,
    Fitted,
    Inferred,
    InferRequest,
    InitializationApplied,
    Looked,
    LookRequest,
    NodeFailed,
    NodeFinished,
    NodeInitialized,
    NodePassed,
    NodeStarted,
    RunFinished,
    RunRequest,
)
from lazygui.graph.findings import Cause, Finding, Fix
from lazygui.graph.initialization import Initializer, InitReport, InitRule, WeightEdit
from lazygui.graph.model import Node
from lazygui.graph.pictures import TensorPicture
from lazygui.graph.problems import Problem
from lazygui.graph.results import (
    Activations,
    Dead,
    Gradients,
    Histogram,
    Inference,
    NodeResult,
    NodeShapes,
    TensorStatistics,
    Totals,
)
from lazygui.graph.where import Where

Message: TypeAlias = RunRequest | InferRequest | FitRequest | LookRequest | BackwardRequest | Event

_MESSAGES: Final = (
    *(RunRequest, InferRequest, FitRequest, LookRequest, Looked, BackwardRequest, BackwardDone, NodePassed),
    *(Inferred, Fitted, EngineReady, NodeStarted, NodeFinished, NodeFailed, RunFinished),
    *(NodeInitialized, InitializationApplied),
)
_CLASSES: Final = {
    cls.__name__: cls
    for cls in (
        *(*_MESSAGES, Node, NodeResult, TensorStatistics, Histogram, NodeShapes, Totals, Inference),
        *(
            Finding,
            Cause,
            Fix,
            Problem,
            InitRule,
            Initializer,
            InitReport,
            WeightEdit,
            TensorPicture,
            Activations,
            Gradients,
            Dead,
        ),
        Where,
    )
}
_FIELDS: Final = {cls: tuple(field.name for field in fields(cls)) for cls in _CLASSES.values()}
PART: Final = 64
"""Of so many items at most is a part of a message."""
_MAPPING: Final = ""
_ATOMS: Final = frozenset({str, int, float, bool, type(None)})


def encode(message: Message) -> bytes:
    """Return the message as one line of ASCII that ends with a newline. NaN and infinities are kept."""
    return "".join(parts(message)).encode("ascii")


def parts(message: Message) -> Iterator[str]:
    """Yield what `encode` returns, a short time's work in each part: a drawing may have thousands of nodes."""
    kind = type(message)
    yield f'{{"{kind.__name__}":['
    for number, name in enumerate(_FIELDS[kind]):
        yield "," if number else ""
        value = getattr(message, name)
        if isinstance(value, tuple) and len(value) > PART:
            yield "["
            for start in range(0, len(value), PART):
                yield "," if start else ""
                yield _text(value[start : start + PART])[1:-1]
            yield "]"
        else:
            yield _text(value)
    yield "]}\n"


def decode(line: bytes) -> Message:
    """Return the message that a line holds, or raise ValueError for a line that holds none."""
    try:
        message = _unpack(json.loads(line))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"not a message: {line[:80]!r}") from error
    if not isinstance(message, _MESSAGES):
        raise ValueError(f"not a message: {line[:80]!r}")
    return message


def _text(value: object) -> str:
    return json.dumps(_pack(value), separators=(",", ":"))


def _pack(value: object) -> Any:
    kind = type(value)
    if kind in _ATOMS:
        return value
    if isinstance(value, tuple | list):
        return [item if type(item) in _ATOMS else _pack(item) for item in value]
    if kind in _FIELDS:
        return {kind.__name__: [_pack(getattr(value, name)) for name in _FIELDS[kind]]}
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("the keys of a mapping must be strings")
        return {_MAPPING: {key: _pack(item) for key, item in value.items()}}
    raise TypeError(f"{kind.__name__} cannot cross the border")


def _unpack(value: Any) -> Any:
    if isinstance(value, list):
        return tuple([item if type(item) in _ATOMS else _unpack(item) for item in value])
    if not isinstance(value, dict):
        return value
    ((name, content),) = value.items()
    if name == _MAPPING:
        return MappingProxyType({key: _unpack(item) for key, item in content.items()})
    cls = _CLASSES.get(name)
    if cls is None or not isinstance(content, list):
        raise ValueError(f"unknown message {name!r}")
    return cls(*_unpack(content))
