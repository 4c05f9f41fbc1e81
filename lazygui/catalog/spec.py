"""What a layer kind is, as data. Knows the standard library alone: no torch, no Qt, no graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias

Value: TypeAlias = "bool | int | float | str | tuple[Value, ...] | None"
"""What an argument can hold. Lists of a document are tuples here, so that every value is hashable and frozen."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for lupdate, which finds the call by this very name, and return it unchanged."""
    return text


class Family(Enum):
    """The family of a layer: its colour and glyph on the canvas and its heading in the palette."""

    IO = "io"
    LINEAR = "linear"
    CONVOLUTION = "convolution"
    NORMALIZATION = "normalization"
    ACTIVATION = "activation"
    POOLING = "pooling"
    SHAPE = "shape"
    REGULARIZATION = "regularization"
    SEQUENCE = "sequence"
    MERGE = "merge"


FAMILY_TITLES: Final[Mapping[Family, str]] = {
    Family.IO: QT_TRANSLATE_NOOP("Catalog", "Input"),
    Family.LINEAR: QT_TRANSLATE_NOOP("Catalog", "Linear"),
    Family.CONVOLUTION: QT_TRANSLATE_NOOP("Catalog", "Convolution"),
    Family.NORMALIZATION: QT_TRANSLATE_NOOP("Catalog", "Normalization"),
    Family.ACTIVATION: QT_TRANSLATE_NOOP("Catalog", "Activation"),
    Family.POOLING: QT_TRANSLATE_NOOP("Catalog", "Pooling"),
    Family.SHAPE: QT_TRANSLATE_NOOP("Catalog", "Shape"),
    Family.REGULARIZATION: QT_TRANSLATE_NOOP("Catalog", "Regularization"),
    Family.SEQUENCE: QT_TRANSLATE_NOOP("Catalog", "Sequence"),
    Family.MERGE: QT_TRANSLATE_NOOP("Catalog", "Merge"),
}


class Kind(Enum):
    """The kind of value an argument takes; the inspector has one field for each."""

    INTEGER = "integer"
    FLOAT = "float"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    SIZE = "size"
    """One integer for all axes, or one for each of `axes` axes: `3` or `(3, 5)`."""
    SHAPE = "shape"
    """Any number of integers: `(2, 20)`."""
    NUMBERS = "numbers"
    """Nested rows of numbers, the literal values of a small tensor."""


class Required(Enum):
    """The default of an argument that the constructor demands."""

    REQUIRED = "required"


REQUIRED: Final = Required.REQUIRED


@dataclass(frozen=True, slots=True)
class ArgumentSpec:
    """One setting of a layer: how torch names it, what it may be, and how the form asks for it.

    `default` is torch's own default, or REQUIRED; an argument equal to it is not written to documents or code.
    `initial` is what a new node is given where torch has no default, or none that runs well: `nn.Softmax()` warns that
    it guesses the axis.
    `minimum` and `maximum` are inclusive and hold for each number of a SIZE or SHAPE.
    `exclusive` says that `minimum` itself is not allowed (a float that must be positive).
    """

    name: str
    kind: Kind
    title: str
    help: str
    default: Value | Required = REQUIRED
    initial: Value = None
    minimum: float | None = None
    maximum: float | None = None
    exclusive: bool = False
    axes: int = 1
    choices: tuple[Value, ...] = ()
    optional: bool = False
    """None is allowed, and means what torch says it means."""
    optional_axes: bool = False
    """A SIZE may hold None for an axis: `(None, 7)` of adaptive pooling keeps the first axis."""
    words: tuple[str, ...] = ()
    """Words that a SIZE takes in place of numbers, as `padding="same"` does."""

    @property
    def is_required(self) -> bool:
        return self.default is REQUIRED

    @property
    def start(self) -> Value:
        """The value where none is set: torch's default, or `initial` where torch has none."""
        return self.initial if isinstance(self.default, Required) else self.default


UNKNOWN: Final = "?"
"""A dimension that only a run can tell."""


@dataclass(frozen=True, slots=True)
class ParameterSpec:
    """A tensor that a layer learns, with its shape in terms of the arguments, for a layer that has not run.

    Each entry of `shape` is one of: the name of an argument (a tuple argument stands for as many axes as it has),
    `"name/other"` for an exact quotient of two integer arguments, or UNKNOWN. Nothing else is computed here: what torch
    decides stays unknown until torch has decided it.
    `when` names boolean arguments: the tensor exists only while each of them is true.
    """

    name: str
    shape: tuple[str, ...]
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """How an operation is called: `function(a, b, dim=1)`, or `function((a, b), dim=1)` when `gathers`.

    Arguments of the layer are passed by keyword. The engine resolves `function` among the names of the catalogue alone,
    and code export writes the same names, so what runs is what is exported.
    """

    function: str
    gathers: bool = False


@dataclass(frozen=True, slots=True)
class LayerSpec:
    """Everything that LazyGUI knows about one kind of layer.

    `type` is what a PyTorch user would write: `nn.LazyLinear`, `torch.cat`, `F.relu`, or `Input`.
    `title` is the term of the field, translated; `search` holds further words in both languages.
    `inputs` names the input ports; with `is_variadic` the last one repeats as often as edges are connected.
    `becomes` is the class that torch turns a lazy module into.
    `face` names the arguments that the node shows, the most important one first.
    `sample` is one shape for each input that suits the start arguments; the test of the catalogue runs it.
    """

    type: str
    title: str
    family: Family
    arguments: tuple[ArgumentSpec, ...] = ()
    inputs: tuple[str, ...] = ("input",)
    outputs: tuple[str, ...] = ("output",)
    is_variadic: bool = False
    parameters: tuple[ParameterSpec, ...] = ()
    becomes: str | None = None
    call: Call | None = None
    face: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    help: str = ""
    sample: tuple[tuple[int, ...], ...] = ((2, 8),)
    sample_dtype: str = "float32"

    @property
    def name(self) -> str:
        """The last part of the type: `LazyLinear`, `cat`."""
        return self.type.rpartition(".")[2]

    @property
    def is_lazy(self) -> bool:
        return self.becomes is not None

    @property
    def is_input(self) -> bool:
        return not self.inputs

    @property
    def is_module(self) -> bool:
        """True for a `torch.nn` class, false for an operation or an input."""
        return self.call is None and not self.is_input

    def argument(self, name: str) -> ArgumentSpec | None:
        return next((argument for argument in self.arguments if argument.name == name), None)

    def start_arguments(self) -> dict[str, Value]:
        """The arguments that a new node is given: those that torch demands, and those it had better be told."""
        return {a.name: a.initial for a in self.arguments if a.is_required or a.initial is not None}
