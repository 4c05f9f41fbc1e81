"""The family of operations that make one tensor of several."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import DIM
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Call, Family, Kind, LayerSpec

_ALPHA: Final = ArgumentSpec(
    "alpha",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Factor"),
    QT_TRANSLATE_NOOP("Catalog", "The second tensor is multiplied by this first."),
    default=1,
)
_PRODUCT_BETA: Final = ArgumentSpec(
    "beta",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Factor of the sum"),
    QT_TRANSLATE_NOOP("Catalog", "The tensor that is added is multiplied by this first."),
    default=1,
)
_PRODUCT_ALPHA: Final = ArgumentSpec(
    "alpha",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Factor of the product"),
    QT_TRANSLATE_NOOP("Catalog", "The matrix product is multiplied by this first."),
    default=1,
)
_ROUNDING: Final = ArgumentSpec(
    "rounding_mode",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Rounding"),
    QT_TRANSLATE_NOOP("Catalog", "trunc rounds the quotient towards zero, floor down; None keeps it as it is."),
    default=None,
    choices=("trunc", "floor"),
    optional=True,
)
_EQUATION: Final = ArgumentSpec(
    "equation",
    Kind.TEXT,
    QT_TRANSLATE_NOOP("Catalog", "Equation"),
    QT_TRANSLATE_NOOP(
        "Catalog",
        "A letter for each axis of each input, then those of the output; letters that are left out are summed over. "
        "bij,bjk->bik multiplies batches of matrices.",
    ),
    initial="bij->bji",
)
_FILL_VALUE: Final = ArgumentSpec(
    "value",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Value"),
    QT_TRANSLATE_NOOP("Catalog", "The number that is written where the mask is true."),
    initial=-1e9,
)
_DROPOUT_P: Final = ArgumentSpec(
    "dropout_p",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Dropout probability"),
    QT_TRANSLATE_NOOP("Catalog", "Probability that an attention weight is dropped; as a function it drops always."),
    default=0.0,
    minimum=0,
    maximum=1,
)
_IS_CAUSAL: Final = ArgumentSpec(
    "is_causal",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Causal"),
    QT_TRANSLATE_NOOP("Catalog", "Let each position attend to itself and to earlier ones only."),
    default=False,
)
_SCALE: Final = ArgumentSpec(
    "scale",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Scale"),
    QT_TRANSLATE_NOOP("Catalog", "What the scores are multiplied by; None is one over the root of the query's length."),
    default=None,
    optional=True,
)
_ENABLE_GQA: Final = ArgumentSpec(
    "enable_gqa",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Grouped queries"),
    QT_TRANSLATE_NOOP("Catalog", "Let several heads of the query share one head of key and value."),
    default=False,
)


def _operation(
    function: str,
    title: str,
    text: str,
    *arguments: ArgumentSpec,
    search: tuple[str, ...],
    inputs: tuple[str, ...] = ("input", "other"),
    optional: tuple[str, ...] = (),
    sample: tuple[tuple[int, ...], ...] = ((2, 8), (2, 8)),
    sample_dtype: str | tuple[str, ...] = "float32",
    call: Call | None = None,
    is_variadic: bool = False,
    axes: str = "",
    passes_values: tuple[str, ...] = (),
    floating: bool = False,
    sizes: str = "",
    broadcasts: bool = False,
    unlike_meta: bool = False,
) -> LayerSpec:
    return LayerSpec(
        function,
        title,
        Family.MERGE,
        arguments,
        inputs=inputs,
        is_variadic=is_variadic,
        call=call or Call(function),
        face=tuple(argument.name for argument in arguments[:3]),
        search=search,
        help=text,
        sample=sample,
        sample_dtype=sample_dtype,
        optional=optional,
        axes=axes,
        floating=floating,
        sizes=sizes,
        broadcasts=broadcasts,
        passes_values=passes_values,
        unlike_meta=unlike_meta,
    )


LAYERS: Final = (
    _operation(
        "torch.add",
        QT_TRANSLATE_NOOP("Catalog", "Addition"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Adds two tensors element by element, with broadcasting: the end of a residual connection."
        ),
        _ALPHA,
        search=("+", "sum", "plus", "residual", "skip", "shortcut", "加", "相加", "残差", "跳跃连接", "求和"),
        axes="=",
        broadcasts=True,
    ),
    _operation(
        "torch.sub",
        QT_TRANSLATE_NOOP("Catalog", "Subtraction"),
        QT_TRANSLATE_NOOP("Catalog", "Takes the second tensor from the first, element by element, with broadcasting."),
        _ALPHA,
        search=("-", "minus", "difference", "减", "相减", "差"),
        axes="=",
        broadcasts=True,
    ),
    _operation(
        "torch.mul",
        QT_TRANSLATE_NOOP("Catalog", "Multiplication"),
        QT_TRANSLATE_NOOP("Catalog", "Multiplies two tensors element by element, with broadcasting."),
        search=("*", "times", "product", "hadamard", "gate", "乘", "相乘", "按元素", "点乘", "哈达玛积"),
        axes="=",
        broadcasts=True,
    ),
    _operation(
        "torch.div",
        QT_TRANSLATE_NOOP("Catalog", "Division"),
        QT_TRANSLATE_NOOP("Catalog", "Divides the first tensor by the second, element by element, with broadcasting."),
        _ROUNDING,
        search=("/", "quotient", "ratio", "除", "相除", "商"),
        axes="=",
        broadcasts=True,
    ),
    _operation(
        "torch.maximum",
        QT_TRANSLATE_NOOP("Catalog", "Larger of two"),
        QT_TRANSLATE_NOOP("Catalog", "Takes the larger of two tensors, element by element."),
        search=("max", "elementwise", "最大", "较大", "按元素"),
        axes="=",
        broadcasts=True,
    ),
    _operation(
        "torch.minimum",
        QT_TRANSLATE_NOOP("Catalog", "Smaller of two"),
        QT_TRANSLATE_NOOP("Catalog", "Takes the smaller of two tensors, element by element."),
        search=("min", "elementwise", "最小", "较小", "按元素"),
        axes="=",
        broadcasts=True,
    ),
    _operation(
        "torch.matmul",
        QT_TRANSLATE_NOOP("Catalog", "Matrix multiplication"),
        QT_TRANSLATE_NOOP("Catalog", "Multiplies matrices over the last two axes; the axes before them are broadcast."),
        search=("@", "bmm", "dot", "product", "attention", "矩阵乘法", "点积", "内积", "注意力"),
        sizes="... t c, ... c l -> ... t l | c, c -> | ... t c, c -> ... t | c, ... c l -> ... l",
        sample=((2, 8), (8, 3)),
    ),
    _operation(
        "torch.bmm",
        QT_TRANSLATE_NOOP("Catalog", "Batch matrix multiplication"),
        QT_TRANSLATE_NOOP("Catalog", "Multiplies the matrices of two batches of equal length, pair by pair."),
        search=("@", "matmul", "attention", "批量矩阵乘法", "小批量", "点积", "注意力"),
        inputs=("input", "mat2"),
        sizes="n t c, n c l -> n t l",
        sample=((2, 3, 8), (2, 8, 4)),
    ),
    _operation(
        "torch.baddbmm",
        QT_TRANSLATE_NOOP("Catalog", "Batch product and sum"),
        QT_TRANSLATE_NOOP("Catalog", "Adds the batch matrix product of the second and third tensor to the first."),
        _PRODUCT_BETA,
        _PRODUCT_ALPHA,
        search=("matmul", "bias", "批量矩阵乘法", "偏置"),
        inputs=("input", "batch1", "batch2"),
        sizes="? ? ?, n t c, n c l -> n t l",
        sample=((2, 3, 4), (2, 3, 8), (2, 8, 4)),
    ),
    _operation(
        "torch.addmm",
        QT_TRANSLATE_NOOP("Catalog", "Matrix product and sum"),
        QT_TRANSLATE_NOOP("Catalog", "Adds the matrix product of the second and third tensor to the first."),
        _PRODUCT_BETA,
        _PRODUCT_ALPHA,
        search=("matmul", "linear", "affine", "矩阵乘法", "仿射", "偏置"),
        inputs=("input", "mat1", "mat2"),
        sizes="... ?, t c, c l -> t l",
        sample=((3, 4), (3, 8), (8, 4)),
        # Meta lets the product stretch to the first tensor.
        unlike_meta=True,
    ),
    _operation(
        "torch.outer",
        QT_TRANSLATE_NOOP("Catalog", "Outer product"),
        QT_TRANSLATE_NOOP("Catalog", "Multiplies every element of one vector with every element of another."),
        search=("vector", "product", "外积", "向量"),
        inputs=("input", "vec2"),
        sizes="t, l -> t l",
        sample=((4,), (3,)),
    ),
    _operation(
        "torch.einsum",
        QT_TRANSLATE_NOOP("Catalog", "Einstein sum"),
        QT_TRANSLATE_NOOP("Catalog", "Products and sums over axes that carry letters, for any number of tensors."),
        _EQUATION,
        search=("einstein", "contraction", "tensordot", "爱因斯坦", "求和约定", "张量"),
        inputs=("operand",),
        sample=((2, 3, 4),),
        call=Call("torch.einsum", leads=("equation",)),
        is_variadic=True,
    ),
    _operation(
        "torch.cat",
        QT_TRANSLATE_NOOP("Catalog", "Concatenation"),
        QT_TRANSLATE_NOOP("Catalog", "Joins any number of tensors along one axis; their other axes must agree."),
        replace(DIM, default=0),
        search=("concatenate", "join", "inception", "densenet", "连结", "拼接", "连接", "级联"),
        call=Call("torch.cat", gathers=True),
        is_variadic=True,
        axes="=",
        passes_values=("input", "other"),
    ),
    _operation(
        "torch.stack",
        QT_TRANSLATE_NOOP("Catalog", "Stack"),
        QT_TRANSLATE_NOOP("Catalog", "Lays any number of tensors of one shape along a new axis."),
        replace(DIM, default=0),
        search=("join", "concatenate", "堆叠", "叠加", "连结"),
        call=Call("torch.stack", gathers=True),
        is_variadic=True,
        passes_values=("input", "other"),
        axes="insert dim",
    ),
    _operation(
        "torch.where",
        QT_TRANSLATE_NOOP("Catalog", "Where"),
        QT_TRANSLATE_NOOP("Catalog", "Takes the second tensor where the first is true, and the third elsewhere."),
        search=("if", "mask", "choose", "条件", "选择", "掩码", "掩蔽"),
        inputs=("condition", "input", "other"),
        sample=((2, 8), (2, 8), (2, 8)),
        sample_dtype=("bool", "float32", "float32"),
        axes="=",
        broadcasts=True,
        passes_values=("input", "other"),
    ),
    _operation(
        "torch.masked_fill",
        QT_TRANSLATE_NOOP("Catalog", "Fill where masked"),
        QT_TRANSLATE_NOOP("Catalog", "Writes a number wherever the mask is true."),
        _FILL_VALUE,
        search=("mask", "attention", "causal", "掩码", "掩蔽", "遮盖", "填充"),
        inputs=("input", "mask"),
        sample_dtype=("float32", "bool"),
        axes="=",
        broadcasts=True,
    ),
    _operation(
        "F.scaled_dot_product_attention",
        QT_TRANSLATE_NOOP("Catalog", "Scaled dot-product attention"),
        QT_TRANSLATE_NOOP(
            "Catalog",
            "Weighs the values by how well their keys fit each query: softmax(QKᵀ / √d) V, on the last two axes.",
        ),
        _DROPOUT_P,
        _IS_CAUSAL,
        _SCALE,
        _ENABLE_GQA,
        search=("sdpa", "flash", "self-attention", "heads", "缩放点积注意力", "注意力", "自注意力"),
        inputs=("query", "key", "value", "attn_mask"),
        optional=("attn_mask",),
        sizes="... t c, ... s c, ... s v -> ... t v",
        sample=((2, 4, 8), (2, 6, 8), (2, 6, 8), (4, 6)),
        floating=True,
        # Meta lets the mask have more rows than the query.
        unlike_meta=True,
    ),
)
