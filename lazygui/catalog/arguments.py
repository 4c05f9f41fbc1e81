"""Arguments that many layers share, each written once. Knows only the form of a specification."""

from __future__ import annotations

from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Kind

# Sizes of features and channels.

IN_FEATURES: Final = ArgumentSpec(
    "in_features",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Input features"),
    QT_TRANSLATE_NOOP("Catalog", "Length of the last axis of the input. The lazy layer finds it by itself."),
    initial=8,
    minimum=1,
)
OUT_FEATURES: Final = ArgumentSpec(
    "out_features",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Output features"),
    QT_TRANSLATE_NOOP("Catalog", "Length of the last axis of the output: the number of units of the layer."),
    initial=256,
    # torch accepts LazyLinear(0), which computes nothing.
    minimum=1,
)
IN_CHANNELS: Final = ArgumentSpec(
    "in_channels",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Input channels"),
    QT_TRANSLATE_NOOP("Catalog", "Number of channels of the input. The lazy layer finds it by itself."),
    initial=4,
    minimum=1,
)
OUT_CHANNELS: Final = ArgumentSpec(
    "out_channels",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Output channels"),
    QT_TRANSLATE_NOOP("Catalog", "Number of channels of the output: how many filters the layer learns."),
    initial=16,
    minimum=1,
)
NUM_FEATURES: Final = ArgumentSpec(
    "num_features",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Features"),
    QT_TRANSLATE_NOOP("Catalog", "Number of channels of the input. The lazy layer finds it by itself."),
    initial=8,
    minimum=1,
)
BIAS: Final = ArgumentSpec(
    "bias",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Bias"),
    QT_TRANSLATE_NOOP("Catalog", "Learn a bias that is added to the output."),
    default=True,
)


# Sliding windows.


def image_axes(axes: int, outputs: int = 1) -> str:
    """Return the letters of a batch of images with so many axes, of one image, and of what a window makes of either.

    `"N C L -> N C L | C L -> C L"` for one axis and one output.
    """
    one = " ".join(("C", *{1: "L", 2: "HW", 3: "DHW"}[axes]))
    return " | ".join(f"{image} -> {', '.join([image] * outputs)}" for image in (f"N {one}", one))


def image_sizes(axes: int, taken: str, given: str) -> str:
    """Return the lengths of a batch of images and of one image, whose channels are `taken` and `given`.

    `"n in_channels l -> n out_channels l | in_channels l -> out_channels l"` for one axis.
    """
    window = " ".join({1: "l", 2: "hw", 3: "dhw"}[axes])
    return f"n {taken} {window} -> n {given} {window} | {taken} {window} -> {given} {window}"


def kernel_size(axes: int) -> ArgumentSpec:
    """Return the size of a convolution kernel or a pooling window over so many axes."""
    return ArgumentSpec(
        "kernel_size",
        Kind.SIZE,
        QT_TRANSLATE_NOOP("Catalog", "Kernel size"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Size of the sliding window in elements: one number for all axes, or one for each."
        ),
        initial=3,
        minimum=1,
        axes=axes,
    )


def stride(axes: int) -> ArgumentSpec:
    return ArgumentSpec(
        "stride",
        Kind.SIZE,
        QT_TRANSLATE_NOOP("Catalog", "Stride"),
        QT_TRANSLATE_NOOP("Catalog", "How many elements the window moves at each step; 2 halves the resolution."),
        default=1,
        minimum=1,
        axes=axes,
    )


def padding(axes: int) -> ArgumentSpec:
    return ArgumentSpec(
        "padding",
        Kind.SIZE,
        QT_TRANSLATE_NOOP("Catalog", "Padding"),
        QT_TRANSLATE_NOOP("Catalog", "Number of elements added at both ends of each axis."),
        default=0,
        minimum=0,
        axes=axes,
    )


OUTPUT_SIZE: Final = ArgumentSpec(
    "output_size",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Output size"),
    QT_TRANSLATE_NOOP("Catalog", "Size of each axis behind the channels; None computes it from the other arguments."),
    default=None,
    minimum=1,
    optional=True,
    at_call=True,
)


def dilation(axes: int) -> ArgumentSpec:
    return ArgumentSpec(
        "dilation",
        Kind.SIZE,
        QT_TRANSLATE_NOOP("Catalog", "Dilation"),
        QT_TRANSLATE_NOOP("Catalog", "Distance between neighbouring elements of the window; 1 leaves no gaps."),
        default=1,
        minimum=1,
        axes=axes,
    )


# Normalization.

EPS: Final = ArgumentSpec(
    "eps",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Epsilon"),
    QT_TRANSLATE_NOOP("Catalog", "Small number added to the variance, so that nothing is divided by zero."),
    default=1e-5,
    minimum=0,
    exclusive=True,
)


# Axes. They count from 0, or from the end when negative.

DIM: Final = ArgumentSpec(
    "dim",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Axis"),
    QT_TRANSLATE_NOOP("Catalog", "The axis to work along, counted from 0; -1 is the last one."),
    is_axis=True,
)
START_DIM: Final = ArgumentSpec(
    "start_dim",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "First axis"),
    QT_TRANSLATE_NOOP("Catalog", "The first axis to join, counted from 0; 1 keeps the batch apart."),
    default=1,
    is_axis=True,
)
END_DIM: Final = ArgumentSpec(
    "end_dim",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Last axis"),
    QT_TRANSLATE_NOOP("Catalog", "The last axis to join, itself included; -1 is the last one."),
    default=-1,
    is_axis=True,
)


# Memory.

INPLACE: Final = ArgumentSpec(
    "inplace",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "In place"),
    QT_TRANSLATE_NOOP("Catalog", "Overwrite the input to save memory. Other readers of the input see the new values."),
    default=False,
)
