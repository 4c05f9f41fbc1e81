"""Operations of torch on the values of a tensor, element by element: functions, comparisons, numbers."""

from __future__ import annotations

from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Call, Family, Kind, LayerSpec

_ACTIVATION: Final = ("functional", "nonlinearity", "激活", "激活函数", "函数")

_FACTOR: Final = ArgumentSpec(
    "factor",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Factor"),
    QT_TRANSLATE_NOOP("Catalog", "What every element is multiplied by."),
    initial=2.0,
)
_SUMMAND: Final = ArgumentSpec(
    "value",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Number"),
    QT_TRANSLATE_NOOP("Catalog", "What is added to every element."),
    initial=1.0,
)
_EXPONENT: Final = ArgumentSpec(
    "exponent",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Exponent"),
    QT_TRANSLATE_NOOP("Catalog", "What every element is raised to; 2 squares it, 0.5 takes the root."),
    initial=2.0,
)
_LEAST: Final = ArgumentSpec(
    "min",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Smallest value"),
    QT_TRANSLATE_NOOP("Catalog", "Smaller values become this one; None sets no bound."),
    default=None,
    initial=0.0,
    optional=True,
)
_MOST: Final = ArgumentSpec(
    "max",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Largest value"),
    QT_TRANSLATE_NOOP("Catalog", "Larger values become this one; None sets no bound."),
    default=None,
    optional=True,
)
_APPROXIMATE: Final = ArgumentSpec(
    "approximate",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Approximation"),
    QT_TRANSLATE_NOOP("Catalog", "none computes the exact function, tanh a faster approximation of it."),
    default="none",
    choices=("none", "tanh"),
)
_DTYPE: Final = ArgumentSpec(
    "dtype",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Data type"),
    QT_TRANSLATE_NOOP("Catalog", "The type that the elements are turned into."),
    initial="float32",
    choices=("float32", "float64", "float16", "bfloat16", "int64", "int32", "uint8", "bool"),
)
_DIAGONAL: Final = ArgumentSpec(
    "diagonal",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Diagonal"),
    QT_TRANSLATE_NOOP("Catalog", "The diagonal that still belongs to it: 0 is the main one, 1 the one above."),
    default=0,
)


def _function(
    function: str,
    title: str,
    text: str,
    *arguments: ArgumentSpec,
    search: tuple[str, ...],
    type: str = "",
    follows: tuple[str, ...] = (),
    inputs: tuple[str, ...] = ("input",),
    sample_dtype: str = "float32",
    passes_values: tuple[str, ...] = (),
) -> LayerSpec:
    """Return a function of each element alone, so that the axes stay as they were."""
    return LayerSpec(
        type or function,
        title,
        Family.MATH,
        arguments,
        inputs=inputs,
        call=Call(function, follows=follows),
        face=tuple(argument.name for argument in arguments),
        search=search,
        help=text,
        sample=((2, 8),) * len(inputs),
        sample_dtype=sample_dtype,
        axes="=",
        broadcasts=len(inputs) > 1,
        passes_values=passes_values,
    )


_TWO: Final = ("input", "other")

LAYERS: Final = (
    _function(
        "torch.mul",
        QT_TRANSLATE_NOOP("Catalog", "Multiply by a number"),
        QT_TRANSLATE_NOOP("Catalog", "Multiplies every element by one number."),
        _FACTOR,
        search=("scalar", "times", "constant", "数乘", "缩放", "乘以", "标量"),
        type="Scale",
        follows=("factor",),
    ),
    _function(
        "torch.add",
        QT_TRANSLATE_NOOP("Catalog", "Add a number"),
        QT_TRANSLATE_NOOP("Catalog", "Adds one number to every element."),
        _SUMMAND,
        search=("scalar", "plus", "constant", "offset", "加数", "加上", "标量"),
        type="AddNumber",
        follows=("value",),
    ),
    _function(
        "F.gelu",
        QT_TRANSLATE_NOOP("Catalog", "GELU as a function"),
        QT_TRANSLATE_NOOP("Catalog", "The input times the probability that a normal variable is smaller than it."),
        _APPROXIMATE,
        search=_ACTIVATION,
    ),
    _function(
        "F.silu",
        QT_TRANSLATE_NOOP("Catalog", "SiLU as a function"),
        QT_TRANSLATE_NOOP("Catalog", "The input times its sigmoid, also known as swish."),
        search=("swish", *_ACTIVATION),
    ),
    _function(
        "torch.tanh",
        QT_TRANSLATE_NOOP("Catalog", "Tanh as a function"),
        QT_TRANSLATE_NOOP("Catalog", "Squashes each value into (-1, 1)."),
        search=("hyperbolic tangent", "双曲正切", *_ACTIVATION),
    ),
    _function(
        "torch.sigmoid",
        QT_TRANSLATE_NOOP("Catalog", "Sigmoid as a function"),
        QT_TRANSLATE_NOOP("Catalog", "Squashes each value into (0, 1)."),
        search=("logistic", "gate", "门控", *_ACTIVATION),
    ),
    _function(
        "torch.exp",
        QT_TRANSLATE_NOOP("Catalog", "Exponential"),
        QT_TRANSLATE_NOOP("Catalog", "Raises e to each element."),
        search=("e", "exponential", "指数"),
    ),
    _function(
        "torch.log",
        QT_TRANSLATE_NOOP("Catalog", "Logarithm"),
        QT_TRANSLATE_NOOP("Catalog", "The natural logarithm of each element; of zero or less it is no number."),
        search=("ln", "natural", "对数"),
    ),
    _function(
        "torch.sqrt",
        QT_TRANSLATE_NOOP("Catalog", "Square root"),
        QT_TRANSLATE_NOOP("Catalog", "The square root of each element."),
        search=("root", "平方根", "开方"),
    ),
    _function(
        "torch.rsqrt",
        QT_TRANSLATE_NOOP("Catalog", "Inverse square root"),
        QT_TRANSLATE_NOOP("Catalog", "One over the square root of each element, as norms need it."),
        search=("root", "reciprocal", "平方根", "倒数"),
    ),
    _function(
        "torch.pow",
        QT_TRANSLATE_NOOP("Catalog", "Power"),
        QT_TRANSLATE_NOOP("Catalog", "Raises each element to a power."),
        _EXPONENT,
        search=("**", "square", "exponent", "幂", "平方", "乘方"),
    ),
    _function(
        "torch.abs",
        QT_TRANSLATE_NOOP("Catalog", "Absolute value"),
        QT_TRANSLATE_NOOP("Catalog", "The magnitude of each element."),
        search=("magnitude", "modulus", "绝对值"),
    ),
    _function(
        "torch.neg",
        QT_TRANSLATE_NOOP("Catalog", "Negation"),
        QT_TRANSLATE_NOOP("Catalog", "Turns the sign of each element around."),
        search=("minus", "sign", "negative", "取负", "相反数"),
    ),
    _function(
        "torch.reciprocal",
        QT_TRANSLATE_NOOP("Catalog", "Reciprocal"),
        QT_TRANSLATE_NOOP("Catalog", "One over each element."),
        search=("inverse", "倒数"),
    ),
    _function(
        "torch.sin",
        QT_TRANSLATE_NOOP("Catalog", "Sine"),
        QT_TRANSLATE_NOOP("Catalog", "The sine of each element, in radians."),
        search=("trigonometric", "正弦", "三角函数"),
    ),
    _function(
        "torch.cos",
        QT_TRANSLATE_NOOP("Catalog", "Cosine"),
        QT_TRANSLATE_NOOP("Catalog", "The cosine of each element, in radians."),
        search=("trigonometric", "余弦", "三角函数"),
    ),
    _function(
        "torch.sign",
        QT_TRANSLATE_NOOP("Catalog", "Sign"),
        QT_TRANSLATE_NOOP("Catalog", "-1, 0 or 1 for each element."),
        search=("signum", "符号"),
    ),
    _function(
        "torch.clamp",
        QT_TRANSLATE_NOOP("Catalog", "Clamp"),
        QT_TRANSLATE_NOOP("Catalog", "Keeps each element between two bounds."),
        _LEAST,
        _MOST,
        search=("clip", "limit", "截断", "裁剪", "限制"),
    ),
    _function(
        "torch.eq",
        QT_TRANSLATE_NOOP("Catalog", "Equal"),
        QT_TRANSLATE_NOOP("Catalog", "Says of each pair of elements whether they are equal."),
        search=("==", "compare", "等于", "相等", "比较"),
        inputs=_TWO,
    ),
    _function(
        "torch.ne",
        QT_TRANSLATE_NOOP("Catalog", "Not equal"),
        QT_TRANSLATE_NOOP("Catalog", "Says of each pair of elements whether they differ."),
        search=("!=", "compare", "不等", "比较"),
        inputs=_TWO,
    ),
    _function(
        "torch.lt",
        QT_TRANSLATE_NOOP("Catalog", "Less than"),
        QT_TRANSLATE_NOOP("Catalog", "Says of each pair of elements whether the first is smaller."),
        search=("<", "compare", "小于", "比较"),
        inputs=_TWO,
    ),
    _function(
        "torch.gt",
        QT_TRANSLATE_NOOP("Catalog", "Greater than"),
        QT_TRANSLATE_NOOP("Catalog", "Says of each pair of elements whether the first is larger."),
        search=(">", "compare", "大于", "比较"),
        inputs=_TWO,
    ),
    _function(
        "torch.logical_not",
        QT_TRANSLATE_NOOP("Catalog", "Logical not"),
        QT_TRANSLATE_NOOP("Catalog", "Turns true into false and false into true; zero counts as false."),
        search=("invert", "~", "mask", "非", "取反", "掩码"),
        sample_dtype="bool",
    ),
    _function(
        "torch.logical_and",
        QT_TRANSLATE_NOOP("Catalog", "Logical and"),
        QT_TRANSLATE_NOOP("Catalog", "True where both tensors are true; zero counts as false."),
        search=("&", "mask", "与", "并且", "掩码"),
        inputs=_TWO,
        sample_dtype="bool",
    ),
    _function(
        "torch.logical_or",
        QT_TRANSLATE_NOOP("Catalog", "Logical or"),
        QT_TRANSLATE_NOOP("Catalog", "True where either tensor is true; zero counts as false."),
        search=("|", "mask", "或", "或者", "掩码"),
        inputs=_TWO,
        sample_dtype="bool",
    ),
    _function(
        "torch.tril",
        QT_TRANSLATE_NOOP("Catalog", "Lower triangle"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Sets all above a diagonal of the last two axes to zero: the shape of a causal mask."
        ),
        _DIAGONAL,
        search=("causal", "mask", "triangular", "下三角", "因果", "掩码"),
    ),
    _function(
        "torch.triu",
        QT_TRANSLATE_NOOP("Catalog", "Upper triangle"),
        QT_TRANSLATE_NOOP("Catalog", "Sets all below a diagonal of the last two axes to zero."),
        _DIAGONAL,
        search=("causal", "mask", "triangular", "上三角", "因果", "掩码"),
    ),
    _function(
        "torch.Tensor.to",
        QT_TRANSLATE_NOOP("Catalog", "Change the data type"),
        QT_TRANSLATE_NOOP("Catalog", "Turns the elements into another data type."),
        _DTYPE,
        search=("cast", "float", "int", "astype", "convert", "类型转换", "转换", "数据类型"),
        passes_values=("input",),
    ),
)
