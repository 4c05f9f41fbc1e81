"""How weights can be initialized: every function of `torch.nn.init` as data, and recipes that people know by name."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Kind, Value

GAINS: Final = (
    *("relu", "leaky_relu", "tanh", "sigmoid", "selu", "linear", "conv1d", "conv2d", "conv3d"),
    *("conv_transpose1d", "conv_transpose2d", "conv_transpose3d"),
)
"""The nonlinearities of `torch.nn.init.calculate_gain`."""


@dataclass(frozen=True, slots=True)
class InitializerSpec:
    """One function of `torch.nn.init`: what it is called there, its arguments, and the tensors that it takes.

    `least` and `most` bound the number of axes of a tensor; None is no bound.
    `formula` tells how it finds its spread, in the letters of the documentation of `torch.nn.init`.
    """

    name: str
    title: str
    help: str
    arguments: tuple[ArgumentSpec, ...] = ()
    least: int = 0
    most: int | None = None
    formula: str = ""

    def argument(self, name: str) -> ArgumentSpec | None:
        return next((argument for argument in self.arguments if argument.name == name), None)

    def takes(self, axes: int) -> bool:
        """Say whether a tensor of so many axes can be initialized so."""
        return self.least <= axes and (self.most is None or axes <= self.most)


Call: TypeAlias = tuple[str, tuple[tuple[str, Value], ...]]
"""The name of an initializer with the arguments that are set."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """An initialization by the name that people know: what is done to weights and to biases.

    None leaves a part as the layer drew it. `kinds` are the layers that it is for; without any, all.
    """

    name: str
    title: str
    help: str
    weight: Call | None
    bias: Call | None = None
    kinds: tuple[str, ...] = ()


def _number(name: str, title: str, help: str, default: float) -> ArgumentSpec:
    return ArgumentSpec(name, Kind.FLOAT, title, help, default=default)


def _spread(default: float) -> ArgumentSpec:
    return ArgumentSpec(
        "std",
        Kind.FLOAT,
        QT_TRANSLATE_NOOP("Catalog", "Standard deviation"),
        QT_TRANSLATE_NOOP("Catalog", "How far the numbers are spread around their mean."),
        default=default,
        minimum=0,
    )


def _bounds(low: float, high: float) -> tuple[ArgumentSpec, ArgumentSpec]:
    """Return the two ends between which numbers are drawn, as torch has them by itself."""
    least = QT_TRANSLATE_NOOP("Catalog", "The least number.")
    greatest = QT_TRANSLATE_NOOP("Catalog", "The greatest number.")
    return (
        _number("a", QT_TRANSLATE_NOOP("Catalog", "Lower bound"), least, low),
        _number("b", QT_TRANSLATE_NOOP("Catalog", "Upper bound"), greatest, high),
    )


_MEAN: Final = _number(
    "mean", QT_TRANSLATE_NOOP("Catalog", "Mean"), QT_TRANSLATE_NOOP("Catalog", "The centre of the numbers."), 0.0
)
_GAIN: Final = _number(
    "gain",
    QT_TRANSLATE_NOOP("Catalog", "Gain"),
    QT_TRANSLATE_NOOP("Catalog", "A factor that makes up for the nonlinearity behind the layer: 1, or √2 for ReLU."),
    1.0,
)
_KAIMING: Final = (
    _number(
        "a",
        QT_TRANSLATE_NOOP("Catalog", "Negative slope"),
        QT_TRANSLATE_NOOP("Catalog", "The slope of leaky ReLU below zero; other nonlinearities do not look at it."),
        0.0,
    ),
    ArgumentSpec(
        "mode",
        Kind.CHOICE,
        QT_TRANSLATE_NOOP("Catalog", "Mode"),
        QT_TRANSLATE_NOOP("Catalog", "fan_in keeps the variance of activations, fan_out that of gradients."),
        default="fan_in",
        choices=("fan_in", "fan_out"),
    ),
    ArgumentSpec(
        "nonlinearity",
        Kind.CHOICE,
        QT_TRANSLATE_NOOP("Catalog", "Nonlinearity"),
        QT_TRANSLATE_NOOP("Catalog", "The function behind the layer, whose gain is made up for."),
        default="leaky_relu",
        choices=GAINS,
    ),
)

INITIALIZERS: Final = (
    InitializerSpec(
        "xavier_uniform_",
        QT_TRANSLATE_NOOP("Catalog", "Xavier, uniform"),
        QT_TRANSLATE_NOOP("Catalog", "Keeps the variance of activations and gradients; for tanh and sigmoid (Glorot)."),
        (_GAIN,),
        least=2,
        formula="a = gain · √(6 / (fan_in + fan_out))",
    ),
    InitializerSpec(
        "xavier_normal_",
        QT_TRANSLATE_NOOP("Catalog", "Xavier, normal"),
        QT_TRANSLATE_NOOP("Catalog", "Keeps the variance of activations and gradients, with normal numbers (Glorot)."),
        (_GAIN,),
        least=2,
        formula="std = gain · √(2 / (fan_in + fan_out))",
    ),
    InitializerSpec(
        "kaiming_uniform_",
        QT_TRANSLATE_NOOP("Catalog", "Kaiming, uniform"),
        QT_TRANSLATE_NOOP("Catalog", "Keeps the variance through ReLU and its kin (He)."),
        _KAIMING,
        least=2,
        formula="bound = gain · √(3 / fan)",
    ),
    InitializerSpec(
        "kaiming_normal_",
        QT_TRANSLATE_NOOP("Catalog", "Kaiming, normal"),
        QT_TRANSLATE_NOOP("Catalog", "Keeps the variance through ReLU and its kin, with normal numbers (He)."),
        _KAIMING,
        least=2,
        formula="std = gain / √fan",
    ),
    InitializerSpec(
        "orthogonal_",
        QT_TRANSLATE_NOOP("Catalog", "Orthogonal"),
        QT_TRANSLATE_NOOP("Catalog", "Rows or columns that are orthogonal and of length gain: lengths are kept."),
        (_GAIN,),
        least=2,
    ),
    InitializerSpec(
        "normal_",
        QT_TRANSLATE_NOOP("Catalog", "Normal"),
        QT_TRANSLATE_NOOP("Catalog", "Normal numbers of one mean and standard deviation."),
        (_MEAN, _spread(1.0)),
    ),
    InitializerSpec(
        "trunc_normal_",
        QT_TRANSLATE_NOOP("Catalog", "Truncated normal"),
        QT_TRANSLATE_NOOP("Catalog", "Normal numbers, none of which lies outside the bounds."),
        (
            _MEAN,
            _spread(1.0),
            *_bounds(-2.0, 2.0),
        ),
    ),
    InitializerSpec(
        "uniform_",
        QT_TRANSLATE_NOOP("Catalog", "Uniform"),
        QT_TRANSLATE_NOOP("Catalog", "All numbers between two bounds are equally likely."),
        _bounds(0.0, 1.0),
    ),
    InitializerSpec(
        "sparse_",
        QT_TRANSLATE_NOOP("Catalog", "Sparse"),
        QT_TRANSLATE_NOOP("Catalog", "Normal numbers, of which a share in each column is zero; for matrices alone."),
        (
            ArgumentSpec(
                "sparsity",
                Kind.FLOAT,
                QT_TRANSLATE_NOOP("Catalog", "Sparsity"),
                QT_TRANSLATE_NOOP("Catalog", "The share of each column that is zero, from 0 to 1."),
                initial=0.9,
                minimum=0,
                maximum=1,
            ),
            _spread(0.01),
        ),
        least=2,
        most=2,
    ),
    InitializerSpec(
        "constant_",
        QT_TRANSLATE_NOOP("Catalog", "Constant"),
        QT_TRANSLATE_NOOP("Catalog", "One number everywhere: all units of a layer then learn the same."),
        (
            ArgumentSpec(
                "val",
                Kind.FLOAT,
                QT_TRANSLATE_NOOP("Catalog", "Value"),
                QT_TRANSLATE_NOOP("Catalog", "The number."),
                initial=1,
            ),
        ),
    ),
    InitializerSpec("zeros_", QT_TRANSLATE_NOOP("Catalog", "Zeros"), QT_TRANSLATE_NOOP("Catalog", "Zero everywhere.")),
    InitializerSpec("ones_", QT_TRANSLATE_NOOP("Catalog", "Ones"), QT_TRANSLATE_NOOP("Catalog", "One everywhere.")),
    InitializerSpec(
        "eye_",
        QT_TRANSLATE_NOOP("Catalog", "Identity"),
        QT_TRANSLATE_NOOP("Catalog", "The identity matrix: what comes in goes out; for matrices alone."),
        least=2,
        most=2,
    ),
    InitializerSpec(
        "dirac_",
        QT_TRANSLATE_NOOP("Catalog", "Dirac delta"),
        QT_TRANSLATE_NOOP("Catalog", "A convolution that gives back as many channels as it can; for its kernels."),
        (
            ArgumentSpec(
                "groups",
                Kind.INTEGER,
                QT_TRANSLATE_NOOP("Catalog", "Groups"),
                QT_TRANSLATE_NOOP("Catalog", "Into how many groups the output channels are divided."),
                default=1,
                minimum=1,
            ),
        ),
        least=3,
        most=5,
    ),
)
"""All of `torch.nn.init`, the most used first."""

_BY_NAME: Final = MappingProxyType({spec.name: spec for spec in INITIALIZERS})

_ZEROS: Final = ("zeros_", ())

RECIPES: Final = (
    Recipe(
        "xavier",
        QT_TRANSLATE_NOOP("Catalog", "Xavier"),
        QT_TRANSLATE_NOOP("Catalog", "For tanh and sigmoid: uniform weights, zero biases."),
        ("xavier_uniform_", ()),
        _ZEROS,
    ),
    Recipe(
        "kaiming",
        QT_TRANSLATE_NOOP("Catalog", "Kaiming"),
        QT_TRANSLATE_NOOP("Catalog", "For ReLU: normal weights, zero biases."),
        ("kaiming_normal_", (("nonlinearity", "relu"),)),
        _ZEROS,
    ),
    Recipe(
        "lecun",
        QT_TRANSLATE_NOOP("Catalog", "LeCun"),
        QT_TRANSLATE_NOOP("Catalog", "For SELU: normal weights with a variance of 1 / fan_in, zero biases."),
        ("kaiming_normal_", (("nonlinearity", "linear"),)),
        _ZEROS,
    ),
    Recipe(
        "orthogonal",
        QT_TRANSLATE_NOOP("Catalog", "Orthogonal"),
        QT_TRANSLATE_NOOP("Catalog", "For deep and recurrent networks: lengths are kept, zero biases."),
        ("orthogonal_", ()),
        _ZEROS,
    ),
    Recipe(
        "sparse",
        QT_TRANSLATE_NOOP("Catalog", "Sparse"),
        QT_TRANSLATE_NOOP("Catalog", "Nine of ten weights are zero, for fully connected layers; zero biases."),
        ("sparse_", (("sparsity", 0.9),)),
        _ZEROS,
        ("nn.Linear",),
    ),
    Recipe(
        "normal",
        QT_TRANSLATE_NOOP("Catalog", "Normal 0.01"),
        QT_TRANSLATE_NOOP("Catalog", "Small normal weights, zero biases: the first initialization of the book."),
        ("normal_", (("std", 0.01),)),
        _ZEROS,
    ),
    Recipe(
        "constant",
        QT_TRANSLATE_NOOP("Catalog", "Constant 1"),
        QT_TRANSLATE_NOOP("Catalog", "The same number everywhere: see how no unit differs from another."),
        ("constant_", (("val", 1),)),
        _ZEROS,
    ),
    Recipe(
        "init_cnn",
        QT_TRANSLATE_NOOP("Catalog", "init_cnn of the book"),
        QT_TRANSLATE_NOOP("Catalog", "Xavier for fully connected layers and convolutions of images; biases stay."),
        ("xavier_uniform_", ()),
        None,
        ("nn.Linear", "nn.Conv2d"),
    ),
)


def find_initializer(name: str) -> InitializerSpec | None:
    """Return what is known of a function of `torch.nn.init`, or None."""
    return _BY_NAME.get(name)
