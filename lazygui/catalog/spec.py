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
    ATTENTION = "attention"
    MERGE = "merge"
    MATH = "math"
    LOSS = "loss"
    BLOCK = "block"


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
    Family.ATTENTION: QT_TRANSLATE_NOOP("Catalog", "Attention"),
    Family.MERGE: QT_TRANSLATE_NOOP("Catalog", "Merge"),
    Family.MATH: QT_TRANSLATE_NOOP("Catalog", "Mathematics"),
    Family.LOSS: QT_TRANSLATE_NOOP("Catalog", "Loss and distance"),
    Family.BLOCK: QT_TRANSLATE_NOOP("Catalog", "Blocks"),
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
    TEXT = "text"
    """Free text, such as the equation of an einsum or the source of a custom node."""


class Required(Enum):
    """The default of an argument that the constructor demands."""

    REQUIRED = "required"


REQUIRED: Final = Required.REQUIRED


AUTO: Final = "auto"
"""The value of an argument that the program fills in from what arrives."""


@dataclass(frozen=True, slots=True)
class Auto:
    """Where a size comes from that is left AUTO: the length of one axis of what arrives at an input port.

    `is_bound` asks for the values instead of a length: one more than the largest index that an Input can draw.
    """

    input: str = "input"
    axis: int = -1
    is_bound: bool = False


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
    auto: Auto | None = None
    """How AUTO is filled in; None where the argument must be told."""
    is_axis: bool = False
    """Its numbers name axes of the first input, counted from 0, or from the end where they are negative."""
    at_call: bool = False
    """The argument goes to each call of a module, not to its constructor: `need_weights` of attention."""

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

    Each entry of `shape` is UNKNOWN, or the name of an argument (a tuple argument stands for as many axes as it has), a
    number, a product of such, or an exact quotient of two: `"4*hidden_size"`, `"in_channels/groups"`. A boolean in a
    product doubles it while it is true, `"bidirectional*hidden_size"`, and a tuple counts with all its members.
    `"kdim|embed_dim"` is the first of the two that is set and not 0. Nothing else is computed here: what torch decides
    stays unknown until torch has decided it.

    The tensor exists while each argument in `when` is true, or set and not 0, unless the same can be said of all those
    in `unless`. In both, `"kdim=embed_dim"` holds where the two agree, and also where the first is not set.

    `repeat` names arguments that say how often the tensor occurs: an integer so many times, a tuple once for each
    member, a boolean once more while it is true. Its `name` has one field for each of them, which is filled with the
    number of the occurrence, and for a boolean with nothing or `_reverse`: `"bias_ih_l{0}{1}"`. Neighbours with the
    same `repeat` take turns. `among` is where the first of the numbers begins, and before which it ends.
    """

    name: str
    shape: tuple[str, ...]
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    repeat: tuple[str, ...] = ()
    among: tuple[int, int | None] = (0, None)


@dataclass(frozen=True, slots=True)
class Call:
    """How an operation is called: `function(a, b, dim=1)`, or `function((a, b), dim=1)` when `gathers`.

    `leads` names arguments that go before the tensors (the equation of an einsum) and `follows` those that go behind
    them by position; all others are passed by keyword. A `function` that begins with `torch.Tensor.` is a method of the
    first tensor. The engine resolves it among the names of the catalogue alone, and code export writes the same names,
    so what runs is what is exported.
    """

    function: str
    gathers: bool = False
    leads: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()


class Role(Enum):
    """What a node does in the model; all but LAYER are one type each."""

    LAYER = "layer"
    """A `torch.nn` class, an operation or a block."""
    INPUT = "input"
    """A sample tensor."""
    PARAMETER = "parameter"
    """A bare `nn.Parameter`."""
    CONSTANT = "constant"
    """A tensor that is not learned: a buffer."""
    CUSTOM = "custom"
    """Python source of the document."""


@dataclass(frozen=True, slots=True)
class LayerSpec:
    """Everything that LazyGUI knows about one kind of layer.

    `type` is what a PyTorch user would write: `nn.LazyLinear`, `torch.cat`, `F.relu`; or a word of ours: `Input`.
    `title` is the term of the field, translated; `search` holds further words in both languages.
    `inputs` names the input ports as torch names what arrives there; with `is_variadic` the last one repeats as often
    as edges are connected. Ports in `optional` may stay free. Ports in `keywords`, and all optional ones, are passed by
    their name; `packs` tells which ports go together as one tuple, and under which name: `(("hx", ("h_0", "c_0")),)`.
    `outputs` names the output ports; nested tuples are told in one row: `output, h_n, c_n`. `outputs_from` names the
    argument that says how many there are: an INTEGER is the number, a tuple has as many as it is long; one number in
    the place of a tuple (the length of each part of a split) does not tell; while a boolean is false there is only the
    first.
    `becomes` is the class that torch turns a lazy module into.
    `inner` is the layer that a stack is made of, with the constructor's name for it: `("encoder_layer",
    "nn.TransformerEncoderLayer")`; the stack's arguments that the inner layer has too are the inner layer's.
    `source` is the Python function of a block, as the book defines it, for torch has no such operation.
    `like` is the index of the input whose shape the output has where only real values could tell.
    `face` names the arguments that the node shows, the most important one first.
    `sample` is one shape for each input that suits the start arguments; the test of the catalogue runs it.
    `sample_dtype` holds for all of them, or is one for each.
    `index_inputs` maps an input of integers to the argument that bounds them.
    `axes` tells the letters of the axes, see `graph.axes`: `"N C H W -> N C H W"`, or "=" where they stay as they were.
    `axes_when` names boolean arguments, each with the rule that holds while it is true.
    `sizes` tells lengths in the same way, for the sentences of errors and the way that a number came:
    `"n in_channels h w -> n out_channels h w"`. A word is an argument or a product as in `ParameterSpec`, `?` any
    length, `...` any axes; any other word is a length that is the same at every input that has it. An output that
    repeats a word of an input has it from there, unless its length is another. Without an arrow only inputs are told.
    Where it is missing, `axes` speaks for it. `sizes_when` is to it what `axes_when` is to `axes`.
    `divides` are pairs: the first must divide the second, each a product of arguments, or a length of the first input:
    `"@-3"` is its third axis from the end, `"@dim"` the one that the argument `dim` names. With a third, the name of a
    boolean argument, it must while that is true.
    `broadcasts` says that all inputs are brought to one shape, as an addition does.
    `floating` says that the layer computes with floating point numbers only, where `sample_dtype` has them: integers of
    every size are refused there, though meta may take them.
    `unrolls` says that the layer takes its first input step by step along the time axis, which is 0, or 1 with
    `batch_first`, and that its first output has as many steps.
    `passes_values` names the inputs whose values come out again, moved, copied or left out, but never computed with.
    `reads_values` says that torch looks at values on its way, so that meta cannot tell the outputs: only numbers can.
    `unlike_meta` says that meta takes, refuses or gives something else than a real device does.
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
    sample_dtype: str | tuple[str, ...] = "float32"
    role: Role = Role.LAYER
    optional: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    packs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    outputs_from: str | None = None
    inner: tuple[str, str] | None = None
    source: str = ""
    like: int | None = None
    index_inputs: tuple[tuple[str, str], ...] = ()
    axes: str = ""
    axes_when: tuple[tuple[str, str], ...] = ()
    sizes: str = ""
    sizes_when: tuple[tuple[str, str], ...] = ()
    divides: tuple[tuple[str, ...], ...] = ()
    broadcasts: bool = False
    floating: bool = False
    unrolls: bool = False
    passes_values: tuple[str, ...] = ()
    reads_values: bool = False
    unlike_meta: bool = False

    @property
    def name(self) -> str:
        """The last part of the type: `LazyLinear`, `cat`."""
        return self.type.rpartition(".")[2]

    @property
    def is_lazy(self) -> bool:
        return self.becomes is not None

    @property
    def is_input(self) -> bool:
        return self.role is Role.INPUT

    @property
    def is_module(self) -> bool:
        """True for a `torch.nn` class, false for everything else."""
        return self.role is Role.LAYER and self.call is None and not self.source

    def argument(self, name: str) -> ArgumentSpec | None:
        return next((argument for argument in self.arguments if argument.name == name), None)

    def start_arguments(self) -> dict[str, Value]:
        """The arguments that a new node is given: those that torch demands, and those it had better be told."""
        return {a.name: a.initial for a in self.arguments if a.is_required or a.initial is not None}
