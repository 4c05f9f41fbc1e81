"""The family of activation functions; all but PReLU learn nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import DIM, INPLACE
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Auto, Call, Family, Kind, LayerSpec, ParameterSpec

# torch's default None guesses the axis from the rank of the input, and warns that it does.
_SOFTMAX_DIM: Final = replace(DIM, default=None, initial=-1, optional=True)

_NEGATIVE_SLOPE: Final = ArgumentSpec(
    "negative_slope",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Negative slope"),
    QT_TRANSLATE_NOOP("Catalog", "Slope of the function below zero."),
    default=0.01,
)
_LOWER: Final = ArgumentSpec(
    "lower",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Smallest slope"),
    QT_TRANSLATE_NOOP("Catalog", "Lower end of the range from which the slope below zero is drawn in training."),
    default=1 / 8,
)
_UPPER: Final = ArgumentSpec(
    "upper",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Largest slope"),
    QT_TRANSLATE_NOOP("Catalog", "Upper end of the range from which the slope below zero is drawn in training."),
    default=1 / 3,
)
_ALPHA: Final = ArgumentSpec(
    "alpha",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Alpha"),
    QT_TRANSLATE_NOOP("Catalog", "Depth of the saturation: far below zero the output tends to minus alpha."),
    default=1.0,
)
_APPROXIMATE: Final = ArgumentSpec(
    "approximate",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Approximation"),
    QT_TRANSLATE_NOOP("Catalog", "none computes the exact function, tanh a faster approximation of it."),
    default="none",
    choices=("none", "tanh"),
)
_BETA: Final = ArgumentSpec(
    "beta",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Beta"),
    QT_TRANSLATE_NOOP(
        "Catalog", "Sharpness of the bend at zero; the larger it is, the closer the function is to ReLU."
    ),
    default=1.0,
    minimum=0,
    exclusive=True,
)
_LINEAR_ABOVE: Final = ArgumentSpec(
    "threshold",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Linear above"),
    QT_TRANSLATE_NOOP("Catalog", "Where beta times the input exceeds this, the function is the input itself."),
    default=20.0,
)
_LAMBDA: Final = ArgumentSpec(
    "lambd",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Lambda"),
    QT_TRANSLATE_NOOP("Catalog", "Values whose magnitude does not exceed this become zero."),
    default=0.5,
    minimum=0,
)
_MIN_VAL: Final = ArgumentSpec(
    "min_val",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Smallest value"),
    QT_TRANSLATE_NOOP("Catalog", "Smaller values become this one."),
    default=-1.0,
)
_MAX_VAL: Final = ArgumentSpec(
    "max_val",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Largest value"),
    QT_TRANSLATE_NOOP("Catalog", "Larger values become this one. It must exceed the smallest value."),
    default=1.0,
)
_THRESHOLD: Final = ArgumentSpec(
    "threshold",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Threshold"),
    QT_TRANSLATE_NOOP("Catalog", "Values above this pass unchanged."),
    initial=0.0,
)
_VALUE: Final = ArgumentSpec(
    "value",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Replacement"),
    QT_TRANSLATE_NOOP("Catalog", "What the values at or below the threshold become."),
    initial=0.0,
)


def _activation(
    name: str,
    title: str,
    text: str,
    *arguments: ArgumentSpec,
    face: tuple[str, ...] = (),
    search: tuple[str, ...] = (),
    sample: tuple[int, ...] = (2, 8),
    floating: bool = True,
) -> LayerSpec:
    return LayerSpec(
        f"nn.{name}",
        title,
        Family.ACTIVATION,
        arguments,
        face=face,
        search=("activation", "nonlinearity", "激活函数", "激活", *search),
        help=text,
        sample=(sample,),
        axes="=",
        floating=floating,
    )


_RELU_SEARCH: Final = ("rectifier", "整流", "修正线性单元", "线性整流")

LAYERS: Final = (
    _activation(
        "ReLU",
        QT_TRANSLATE_NOOP("Catalog", "Rectified linear unit (ReLU)"),
        QT_TRANSLATE_NOOP("Catalog", "Keeps what is positive and makes the rest zero: max(0, x)."),
        INPLACE,
        search=_RELU_SEARCH,
        floating=False,
    ),
    LayerSpec(
        "F.relu",
        QT_TRANSLATE_NOOP("Catalog", "ReLU as a function"),
        Family.ACTIVATION,
        (INPLACE,),
        call=Call("F.relu"),
        search=("activation", "nonlinearity", "functional", "激活函数", "激活", "函数", *_RELU_SEARCH),
        help=QT_TRANSLATE_NOOP("Catalog", "Computes max(0, x) in the forward function, with no module of its own."),
        axes="=",
    ),
    _activation(
        "LeakyReLU",
        QT_TRANSLATE_NOOP("Catalog", "Leaky ReLU"),
        QT_TRANSLATE_NOOP("Catalog", "ReLU with a small slope below zero, so that no unit dies."),
        _NEGATIVE_SLOPE,
        INPLACE,
        face=("negative_slope",),
        search=("泄漏", "带泄露", "渗漏"),
    ),
    LayerSpec(
        "nn.PReLU",
        QT_TRANSLATE_NOOP("Catalog", "Parametric ReLU (PReLU)"),
        Family.ACTIVATION,
        (
            ArgumentSpec(
                "num_parameters",
                Kind.INTEGER,
                QT_TRANSLATE_NOOP("Catalog", "Slopes"),
                QT_TRANSLATE_NOOP("Catalog", "1 learns one slope for everything, the number of channels one for each."),
                default=1,
                minimum=1,
                auto=Auto(axis=1),
            ),
            ArgumentSpec(
                "init",
                Kind.FLOAT,
                QT_TRANSLATE_NOOP("Catalog", "First slope"),
                QT_TRANSLATE_NOOP("Catalog", "Slope below zero before anything is learned."),
                default=0.25,
            ),
        ),
        parameters=(ParameterSpec("weight", ("num_parameters",)),),
        face=("num_parameters",),
        search=("activation", "nonlinearity", "learned", "激活函数", "激活", "参数化", "可学习", *_RELU_SEARCH),
        help=QT_TRANSLATE_NOOP("Catalog", "ReLU with a slope below zero that is learned, one or one for each channel."),
        axes="=",
        floating=True,
    ),
    _activation(
        "RReLU",
        QT_TRANSLATE_NOOP("Catalog", "Randomized leaky ReLU"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Leaky ReLU whose slope below zero is random in training and fixed in prediction."
        ),
        _LOWER,
        _UPPER,
        INPLACE,
        face=("lower", "upper"),
        search=("random", "随机"),
    ),
    _activation(
        "ReLU6",
        QT_TRANSLATE_NOOP("Catalog", "ReLU up to 6"),
        QT_TRANSLATE_NOOP("Catalog", "Limits values to between 0 and 6."),
        INPLACE,
        search=("mobile", "截断"),
        floating=False,
    ),
    _activation(
        "ELU",
        QT_TRANSLATE_NOOP("Catalog", "Exponential linear unit (ELU)"),
        QT_TRANSLATE_NOOP("Catalog", "The input above zero, and alpha (exp(x) - 1) below."),
        _ALPHA,
        INPLACE,
        face=("alpha",),
        search=("指数线性单元",),
    ),
    _activation(
        "SELU",
        QT_TRANSLATE_NOOP("Catalog", "Scaled exponential linear unit (SELU)"),
        QT_TRANSLATE_NOOP("Catalog", "ELU with fixed constants that keep mean 0 and variance 1 through deep networks."),
        INPLACE,
        search=("self-normalizing", "自归一化", "自规范化"),
    ),
    _activation(
        "CELU",
        QT_TRANSLATE_NOOP("Catalog", "Continuously differentiable ELU (CELU)"),
        QT_TRANSLATE_NOOP("Catalog", "ELU with exp(x / alpha), which is smooth at zero for every alpha."),
        replace(_ALPHA, minimum=0, exclusive=True),
        INPLACE,
        face=("alpha",),
        search=("连续可微", "指数线性单元"),
    ),
    _activation(
        "GELU",
        QT_TRANSLATE_NOOP("Catalog", "Gaussian error linear unit (GELU)"),
        QT_TRANSLATE_NOOP("Catalog", "The input times the probability that a normal variable is below it."),
        _APPROXIMATE,
        face=("approximate",),
        search=("transformer", "bert", "gpt", "高斯误差线性单元"),
    ),
    _activation(
        "SiLU",
        QT_TRANSLATE_NOOP("Catalog", "Sigmoid linear unit (SiLU)"),
        QT_TRANSLATE_NOOP("Catalog", "The input times its sigmoid, also known as Swish."),
        INPLACE,
        search=("swish",),
    ),
    _activation(
        "Mish",
        QT_TRANSLATE_NOOP("Catalog", "Mish"),
        QT_TRANSLATE_NOOP("Catalog", "The input times the hyperbolic tangent of its softplus."),
        INPLACE,
    ),
    _activation(
        "Hardswish",
        QT_TRANSLATE_NOOP("Catalog", "Hard Swish"),
        QT_TRANSLATE_NOOP("Catalog", "Swish in straight pieces, cheap enough for small devices."),
        INPLACE,
        search=("mobile", "分段线性"),
    ),
    _activation(
        "Sigmoid",
        QT_TRANSLATE_NOOP("Catalog", "Sigmoid"),
        QT_TRANSLATE_NOOP("Catalog", "Squeezes values into (0, 1): 1 / (1 + exp(-x))."),
        search=("logistic", "s形", "逻辑函数"),
        floating=False,
    ),
    _activation(
        "LogSigmoid",
        QT_TRANSLATE_NOOP("Catalog", "Log sigmoid"),
        QT_TRANSLATE_NOOP("Catalog", "The logarithm of the sigmoid, computed stably."),
        search=("对数",),
    ),
    _activation(
        "Hardsigmoid",
        QT_TRANSLATE_NOOP("Catalog", "Hard sigmoid"),
        QT_TRANSLATE_NOOP("Catalog", "Sigmoid in straight pieces: 0 below -3, 1 above 3."),
        INPLACE,
        search=("分段线性",),
    ),
    _activation(
        "Tanh",
        QT_TRANSLATE_NOOP("Catalog", "Hyperbolic tangent"),
        QT_TRANSLATE_NOOP("Catalog", "Squeezes values into (-1, 1)."),
        search=("双曲正切",),
        floating=False,
    ),
    _activation(
        "Hardtanh",
        QT_TRANSLATE_NOOP("Catalog", "Hard hyperbolic tangent"),
        QT_TRANSLATE_NOOP("Catalog", "Limits values to between two bounds."),
        # min_value and max_value are torch's deprecated second names for these two.
        _MIN_VAL,
        _MAX_VAL,
        INPLACE,
        face=("min_val", "max_val"),
        search=("clamp", "clip", "双曲正切", "截断"),
        floating=False,
    ),
    _activation(
        "Tanhshrink",
        QT_TRANSLATE_NOOP("Catalog", "Tanh shrinkage"),
        QT_TRANSLATE_NOOP("Catalog", "The input less its hyperbolic tangent."),
        search=("收缩",),
        floating=False,
    ),
    _activation(
        "Softshrink",
        QT_TRANSLATE_NOOP("Catalog", "Soft shrinkage"),
        QT_TRANSLATE_NOOP("Catalog", "Moves every value towards zero by lambda, and stops at zero."),
        _LAMBDA,
        face=("lambd",),
        search=("收缩", "软阈值"),
    ),
    _activation(
        "Hardshrink",
        QT_TRANSLATE_NOOP("Catalog", "Hard shrinkage"),
        QT_TRANSLATE_NOOP("Catalog", "Makes values near zero exactly zero and keeps the others."),
        _LAMBDA,
        face=("lambd",),
        search=("收缩", "硬阈值"),
    ),
    _activation(
        "Softplus",
        QT_TRANSLATE_NOOP("Catalog", "Softplus"),
        QT_TRANSLATE_NOOP("Catalog", "A smooth ReLU: log(1 + exp(beta x)) / beta."),
        _BETA,
        _LINEAR_ABOVE,
        face=("beta",),
        search=("平滑",),
    ),
    _activation(
        "Softsign",
        QT_TRANSLATE_NOOP("Catalog", "Softsign"),
        QT_TRANSLATE_NOOP("Catalog", "Squeezes values into (-1, 1): x / (1 + |x|)."),
        search=("软符号",),
        floating=False,
    ),
    _activation(
        "Threshold",
        QT_TRANSLATE_NOOP("Catalog", "Threshold"),
        QT_TRANSLATE_NOOP("Catalog", "Keeps values above a threshold and replaces the others."),
        _THRESHOLD,
        _VALUE,
        INPLACE,
        face=("threshold", "value"),
        search=("阈值",),
        floating=False,
    ),
    _activation(
        "GLU",
        QT_TRANSLATE_NOOP("Catalog", "Gated linear unit (GLU)"),
        QT_TRANSLATE_NOOP("Catalog", "Halves an axis: the first half times the sigmoid of the second."),
        replace(DIM, default=-1),
        face=("dim",),
        search=("gate", "门控"),
    ),
    _activation(
        "Softmax",
        QT_TRANSLATE_NOOP("Catalog", "Softmax"),
        QT_TRANSLATE_NOOP("Catalog", "Turns the values along an axis into probabilities that sum to 1."),
        _SOFTMAX_DIM,
        face=("dim",),
        search=("probability", "概率", "归一化指数", "分类"),
    ),
    _activation(
        "LogSoftmax",
        QT_TRANSLATE_NOOP("Catalog", "Log softmax"),
        QT_TRANSLATE_NOOP("Catalog", "The logarithm of softmax along an axis, computed stably."),
        _SOFTMAX_DIM,
        face=("dim",),
        search=("probability", "对数", "概率"),
    ),
    _activation(
        "Softmin",
        QT_TRANSLATE_NOOP("Catalog", "Softmin"),
        QT_TRANSLATE_NOOP("Catalog", "Softmax of the negated input: the smallest value gets the largest probability."),
        _SOFTMAX_DIM,
        face=("dim",),
        search=("probability", "概率"),
    ),
    _activation(
        "Softmax2d",
        QT_TRANSLATE_NOOP("Catalog", "Softmax over channels"),
        QT_TRANSLATE_NOOP("Catalog", "Softmax over the channels of every pixel of a (N, C, H, W) or (C, H, W) input."),
        search=("probability", "pixel", "概率", "像素", "通道"),
        sample=(2, 3, 4, 5),
    ),
)
