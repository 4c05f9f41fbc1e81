"""The family of layers that bring values to mean 0 and variance 1, or to a root mean square of 1."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import BIAS, EPS, NUM_FEATURES
from lazygui.catalog.spec import (
    AUTO,
    QT_TRANSLATE_NOOP,
    UNKNOWN,
    ArgumentSpec,
    Auto,
    Family,
    Kind,
    LayerSpec,
    ParameterSpec,
)

_MOMENTUM: Final = ArgumentSpec(
    "momentum",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Momentum"),
    QT_TRANSLATE_NOOP(
        "Catalog",
        "Share of the newest batch in the running mean and variance; None takes the plain mean over all batches.",
    ),
    default=0.1,
    minimum=0,
    maximum=1,
    optional=True,
)
_INSTANCE_MOMENTUM: Final = replace(
    _MOMENTUM,
    help=QT_TRANSLATE_NOOP("Catalog", "Share of the newest batch in the running mean and variance."),
    optional=False,
)
_AFFINE: Final = ArgumentSpec(
    "affine",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Learned scale"),
    QT_TRANSLATE_NOOP("Catalog", "Learn a scale, and with it a shift, for every channel."),
    default=True,
)
_ELEMENTWISE_AFFINE: Final = ArgumentSpec(
    "elementwise_affine",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Learned scale"),
    QT_TRANSLATE_NOOP("Catalog", "Learn a scale for every element of the normalized shape."),
    default=True,
)
_TRACK_RUNNING_STATS: Final = ArgumentSpec(
    "track_running_stats",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Running statistics"),
    QT_TRANSLATE_NOOP("Catalog", "Keep a running mean and variance in training and use them in prediction."),
    default=True,
)
_SHIFT: Final = replace(BIAS, help=QT_TRANSLATE_NOOP("Catalog", "Learn a shift as well, where a scale is learned."))
_NORMALIZED_SHAPE: Final = ArgumentSpec(
    "normalized_shape",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Normalized shape"),
    QT_TRANSLATE_NOOP("Catalog", "Lengths of the last axes of the input, over which it is normalized."),
    initial=AUTO,
    minimum=1,
    auto=Auto(),
)
_NUM_GROUPS: Final = ArgumentSpec(
    "num_groups",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Groups"),
    QT_TRANSLATE_NOOP("Catalog", "Into how many groups the channels are split. It must divide their number."),
    initial=4,
    minimum=1,
)
_NUM_CHANNELS: Final = ArgumentSpec(
    "num_channels",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Channels"),
    QT_TRANSLATE_NOOP("Catalog", "Number of channels of the input. The number of groups must divide it."),
    initial=AUTO,
    minimum=1,
    auto=Auto(axis=1),
)

_RESPONSE: Final = (
    ArgumentSpec(
        "size",
        Kind.INTEGER,
        QT_TRANSLATE_NOOP("Catalog", "Channels of a window"),
        QT_TRANSLATE_NOOP("Catalog", "Over how many neighbouring channels the mean is taken."),
        initial=3,
        minimum=1,
    ),
    ArgumentSpec(
        "alpha",
        Kind.FLOAT,
        QT_TRANSLATE_NOOP("Catalog", "Alpha"),
        QT_TRANSLATE_NOOP("Catalog", "Factor of the mean of squares."),
        default=1e-4,
    ),
    ArgumentSpec(
        "beta",
        Kind.FLOAT,
        QT_TRANSLATE_NOOP("Catalog", "Beta"),
        QT_TRANSLATE_NOOP("Catalog", "Exponent of the divisor."),
        default=0.75,
    ),
    ArgumentSpec(
        "k",
        Kind.FLOAT,
        QT_TRANSLATE_NOOP("Catalog", "Offset"),
        QT_TRANSLATE_NOOP("Catalog", "Number added to the mean of squares."),
        default=1.0,
    ),
)

_BATCH: Final = (EPS, _MOMENTUM, _AFFINE, _TRACK_RUNNING_STATS, _SHIFT)
_LAZY_INSTANCE: Final = (EPS, _INSTANCE_MOMENTUM, _AFFINE, _TRACK_RUNNING_STATS, _SHIFT)
# InstanceNorm learns and remembers nothing by default, and its lazy twin does both.
_INSTANCE: Final = (
    EPS,
    _INSTANCE_MOMENTUM,
    replace(_AFFINE, default=False),
    replace(_TRACK_RUNNING_STATS, default=False),
    _SHIFT,
)

_SAMPLES: Final = {1: (2, 8, 16), 2: (2, 8, 4, 5), 3: (2, 8, 4, 5, 6)}
_BATCHES: Final = {1: "n num_features | n num_features l", 2: "n num_features h w", 3: "n num_features d h w"}
_INSTANCES: Final = {
    1: "n num_features l | num_features l",
    2: "n num_features h w | num_features h w",
    3: "n num_features d h w | num_features d h w",
}
_SEARCH: Final = ("norm", "规范化", "归一化", "标准化")
_LAZY_SEARCH: Final = ("deferred", "延后初始化", "惰性")
_BATCH_SEARCH: Final = ("bn", "批归一化", "批量归一化", "批标准化")
_INSTANCE_SEARCH: Final = ("in", "style transfer", "实例归一化", "风格迁移")
_BATCH_HELP: Final = QT_TRANSLATE_NOOP(
    "Catalog", "Brings every channel to mean 0 and variance 1 over the batch, then scales and shifts it."
)
_INSTANCE_HELP: Final = QT_TRANSLATE_NOOP(
    "Catalog", "Brings every channel of every example by itself to mean 0 and variance 1."
)


def _learned(size: str, scale: str) -> tuple[ParameterSpec, ...]:
    """Return a scale and a shift of one size, which are learned while the argument `scale` is true."""
    return ParameterSpec("weight", (size,), when=(scale,)), ParameterSpec("bias", (size,), when=(scale, "bias"))


def _lazy_batch(axes: int, title: str) -> LayerSpec:
    return LayerSpec(
        f"nn.LazyBatchNorm{axes}d",
        title,
        Family.NORMALIZATION,
        _BATCH,
        parameters=_learned(UNKNOWN, "affine"),
        becomes=f"nn.BatchNorm{axes}d",
        search=(*_LAZY_SEARCH, *_BATCH_SEARCH, *_SEARCH),
        help=_BATCH_HELP,
        sample=(_SAMPLES[axes],),
        axes="=",
        sizes=_BATCHES[axes].replace("num_features", UNKNOWN),
        floating=True,
    )


def _num_features(axis: int) -> ArgumentSpec:
    return replace(NUM_FEATURES, initial=AUTO, auto=Auto(axis=axis))


def _batch(axes: int, title: str) -> LayerSpec:
    return LayerSpec(
        f"nn.BatchNorm{axes}d",
        title,
        Family.NORMALIZATION,
        (_num_features(1), *_BATCH),
        parameters=_learned("num_features", "affine"),
        face=("num_features",),
        search=(*_BATCH_SEARCH, *_SEARCH),
        help=_BATCH_HELP,
        sample=(_SAMPLES[axes],),
        axes="=",
        sizes=_BATCHES[axes],
        floating=True,
    )


def _lazy_instance(axes: int, title: str) -> LayerSpec:
    return LayerSpec(
        f"nn.LazyInstanceNorm{axes}d",
        title,
        Family.NORMALIZATION,
        _LAZY_INSTANCE,
        parameters=_learned(UNKNOWN, "affine"),
        becomes=f"nn.InstanceNorm{axes}d",
        search=(*_LAZY_SEARCH, *_INSTANCE_SEARCH, *_SEARCH),
        help=_INSTANCE_HELP,
        sample=(_SAMPLES[axes],),
        axes="=",
        sizes=_INSTANCES[axes].replace("num_features", UNKNOWN),
        floating=True,
    )


def _instance(axes: int, title: str) -> LayerSpec:
    return LayerSpec(
        f"nn.InstanceNorm{axes}d",
        title,
        Family.NORMALIZATION,
        # One example without a batch axis has its channels in front, so they are counted from the end.
        (_num_features(-1 - axes), *_INSTANCE),
        parameters=_learned("num_features", "affine"),
        face=("num_features",),
        search=(*_INSTANCE_SEARCH, *_SEARCH),
        help=_INSTANCE_HELP,
        sample=(_SAMPLES[axes],),
        axes="=",
        sizes=_INSTANCES[axes],
        floating=True,
    )


LAYERS: Final = (
    _lazy_batch(1, QT_TRANSLATE_NOOP("Catalog", "Batch normalization 1-D, lazy")),
    _lazy_batch(2, QT_TRANSLATE_NOOP("Catalog", "Batch normalization 2-D, lazy")),
    _lazy_batch(3, QT_TRANSLATE_NOOP("Catalog", "Batch normalization 3-D, lazy")),
    _lazy_instance(1, QT_TRANSLATE_NOOP("Catalog", "Instance normalization 1-D, lazy")),
    _lazy_instance(2, QT_TRANSLATE_NOOP("Catalog", "Instance normalization 2-D, lazy")),
    _lazy_instance(3, QT_TRANSLATE_NOOP("Catalog", "Instance normalization 3-D, lazy")),
    _batch(1, QT_TRANSLATE_NOOP("Catalog", "Batch normalization 1-D")),
    _batch(2, QT_TRANSLATE_NOOP("Catalog", "Batch normalization 2-D")),
    _batch(3, QT_TRANSLATE_NOOP("Catalog", "Batch normalization 3-D")),
    _instance(1, QT_TRANSLATE_NOOP("Catalog", "Instance normalization 1-D")),
    _instance(2, QT_TRANSLATE_NOOP("Catalog", "Instance normalization 2-D")),
    _instance(3, QT_TRANSLATE_NOOP("Catalog", "Instance normalization 3-D")),
    LayerSpec(
        "nn.LayerNorm",
        QT_TRANSLATE_NOOP("Catalog", "Layer normalization"),
        Family.NORMALIZATION,
        (_NORMALIZED_SHAPE, EPS, _ELEMENTWISE_AFFINE, _SHIFT),
        parameters=_learned("normalized_shape", "elementwise_affine"),
        face=("normalized_shape",),
        search=("ln", "transformer", "层归一化", *_SEARCH),
        help=QT_TRANSLATE_NOOP("Catalog", "Brings every example to mean 0 and variance 1 over its last axes."),
        sample=((2, 3, 8),),
        axes="=",
        sizes="... normalized_shape",
        floating=True,
    ),
    LayerSpec(
        "nn.GroupNorm",
        QT_TRANSLATE_NOOP("Catalog", "Group normalization"),
        Family.NORMALIZATION,
        (_NUM_GROUPS, _NUM_CHANNELS, EPS, _AFFINE, _SHIFT),
        parameters=_learned("num_channels", "affine"),
        face=("num_groups", "num_channels"),
        search=("gn", "组归一化", *_SEARCH),
        help=QT_TRANSLATE_NOOP("Catalog", "Brings groups of channels of every example to mean 0 and variance 1."),
        sample=((2, 8, 4, 5),),
        axes="=",
        sizes="n num_channels ...",
        divides=(("num_groups", "num_channels"),),
        floating=True,
    ),
    LayerSpec(
        "nn.RMSNorm",
        QT_TRANSLATE_NOOP("Catalog", "Root mean square normalization"),
        Family.NORMALIZATION,
        (
            _NORMALIZED_SHAPE,
            replace(
                EPS,
                help=QT_TRANSLATE_NOOP(
                    "Catalog",
                    "Small number added to the mean square, so that nothing is divided by zero; None takes the "
                    "smallest step of the data type at 1.",
                ),
                default=None,
                optional=True,
            ),
            _ELEMENTWISE_AFFINE,
        ),
        parameters=(ParameterSpec("weight", ("normalized_shape",), when=("elementwise_affine",)),),
        face=("normalized_shape",),
        search=("rms", "llama", "transformer", "均方根归一化", *_SEARCH),
        help=QT_TRANSLATE_NOOP("Catalog", "Divides every example by its root mean square over its last axes."),
        sample=((2, 3, 8),),
        axes="=",
        sizes="... normalized_shape",
        floating=True,
    ),
    LayerSpec(
        "nn.LocalResponseNorm",
        QT_TRANSLATE_NOOP("Catalog", "Local response normalization"),
        Family.NORMALIZATION,
        _RESPONSE,
        face=("size",),
        search=("lrn", "alexnet", "局部响应归一化", *_SEARCH),
        help=QT_TRANSLATE_NOOP("Catalog", "Divides every element by a mean over the channels beside its own."),
        sample=((2, 8, 4, 5),),
        axes="=",
    ),
    LayerSpec(
        "nn.CrossMapLRN2d",
        QT_TRANSLATE_NOOP("Catalog", "Local response normalization of images"),
        Family.NORMALIZATION,
        _RESPONSE,
        face=("size",),
        search=("lrn", "alexnet", "caffe", "局部响应归一化", *_SEARCH),
        help=QT_TRANSLATE_NOOP(
            "Catalog", "Local response normalization of (N, C, H, W) inputs, in an older form that agrees with Caffe."
        ),
        sample=((2, 8, 4, 5),),
        axes="=",
        floating=True,
    ),
)
