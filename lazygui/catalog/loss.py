"""The family of losses that compare numbers, and of distances: how far two tensors are apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import DIM, EPS
from lazygui.catalog.spec import (
    QT_TRANSLATE_NOOP,
    ArgumentSpec,
    Family,
    Kind,
    LayerSpec,
)

# size_average and reduce are left out, for torch has put reduction in their place; weight and pos_weight are tensors.
REDUCTION: Final = ArgumentSpec(
    "reduction",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Reduction"),
    QT_TRANSLATE_NOOP("Catalog", "What becomes of the losses of all elements: their mean, their sum, or nothing."),
    default="mean",
    choices=("mean", "sum", "none"),
)
MARGIN: Final = ArgumentSpec(
    "margin",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Margin"),
    QT_TRANSLATE_NOOP("Catalog", "How far apart things must be before they cost nothing."),
    default=1.0,
)
_NO_MARGIN: Final = replace(MARGIN, default=0.0)
_FULL: Final = ArgumentSpec(
    "full",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Full loss"),
    QT_TRANSLATE_NOOP("Catalog", "Add the part that does not depend on the prediction."),
    default=False,
)
_LOG_INPUT: Final = ArgumentSpec(
    "log_input",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Input in logarithms"),
    QT_TRANSLATE_NOOP("Catalog", "The input holds the logarithm of the rate rather than the rate itself."),
    default=True,
)
_DELTA: Final = ArgumentSpec(
    "delta",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Delta"),
    QT_TRANSLATE_NOOP("Catalog", "Difference at which the loss changes from a square to a straight line."),
    default=1.0,
    minimum=0,
    exclusive=True,
)
_BETA: Final = replace(
    _DELTA,
    name="beta",
    title=QT_TRANSLATE_NOOP("Catalog", "Beta"),
    exclusive=False,
)
_SMALL: Final = replace(EPS, help=QT_TRANSLATE_NOOP("Catalog", "Small number that keeps the result finite."))
_SWAP: Final = ArgumentSpec(
    "swap",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Distance swap"),
    QT_TRANSLATE_NOOP("Catalog", "Count the negative from the positive where that is nearer than from the anchor."),
    default=False,
)
_NORM: Final = ArgumentSpec(
    "p",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Order of the norm"),
    QT_TRANSLATE_NOOP("Catalog", "The p of the p-norm of the difference; 2 is its length."),
    default=2.0,
)
_KEEPDIM: Final = ArgumentSpec(
    "keepdim",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Keep axis"),
    QT_TRANSLATE_NOOP("Catalog", "Keep the last axis, with length 1."),
    default=False,
)
SEARCH: Final = ("loss", "criterion", "objective", "损失", "损失函数", "目标函数")
_REGRESSION_SEARCH: Final = ("regression", "回归", "误差")
_RANKING_SEARCH: Final = ("metric learning", "ranking", "contrastive", "度量学习", "排序", "对比")
_DISTANCE_SEARCH: Final = ("distance", "similarity", "距离", "相似度")


def loss(
    name: str,
    title: str,
    text: str,
    *arguments: ArgumentSpec,
    search: tuple[str, ...],
    inputs: tuple[str, ...] = ("input", "target"),
    sample: tuple[tuple[int, ...], ...] = ((3, 5), (3, 5)),
    sample_dtype: str | tuple[str, ...] = "float32",
    floating: bool = True,
    sizes: str = "",
    unlike_meta: bool = False,
) -> LayerSpec:
    """Return a loss, which has one output: a number, or a tensor where nothing is reduced."""
    return LayerSpec(
        f"nn.{name}",
        title,
        Family.LOSS,
        arguments,
        inputs=inputs,
        face=("reduction",),
        search=(*search, *SEARCH),
        help=text,
        sample=sample,
        sample_dtype=sample_dtype,
        floating=floating,
        sizes=sizes,
        broadcasts=not sizes and len(set(sample)) == 1,
        unlike_meta=unlike_meta,
    )


_TRIPLET: Final = ("anchor", "positive", "negative")


LAYERS: Final = (
    loss(
        "MSELoss",
        QT_TRANSLATE_NOOP("Catalog", "Mean squared error"),
        QT_TRANSLATE_NOOP("Catalog", "The square of the difference between input and target."),
        REDUCTION,
        search=("l2", "均方误差", "平方损失", *_REGRESSION_SEARCH),
    ),
    loss(
        "L1Loss",
        QT_TRANSLATE_NOOP("Catalog", "Mean absolute error"),
        QT_TRANSLATE_NOOP("Catalog", "The absolute difference between input and target."),
        REDUCTION,
        search=("mae", "平均绝对误差", "绝对值", *_REGRESSION_SEARCH),
    ),
    loss(
        "SmoothL1Loss",
        QT_TRANSLATE_NOOP("Catalog", "Smooth L1 loss"),
        QT_TRANSLATE_NOOP("Catalog", "Absolute difference with a square at zero, so that it is smooth there."),
        REDUCTION,
        _BETA,
        search=("detection", "平滑", "目标检测", *_REGRESSION_SEARCH),
    ),
    loss(
        "HuberLoss",
        QT_TRANSLATE_NOOP("Catalog", "Huber loss"),
        QT_TRANSLATE_NOOP("Catalog", "A square for small differences and a straight line for large ones."),
        REDUCTION,
        _DELTA,
        search=("robust", "稳健", *_REGRESSION_SEARCH),
    ),
    replace(
        loss(
            "GaussianNLLLoss",
            QT_TRANSLATE_NOOP("Catalog", "Gaussian negative log-likelihood loss"),
            QT_TRANSLATE_NOOP(
                "Catalog", "For targets from a normal distribution whose mean and variance are predicted."
            ),
            _FULL,
            replace(_SMALL, default=1e-6),
            REDUCTION,
            inputs=("input", "target", "var"),
            sample=((3, 5), (3, 5), (3, 5)),
            search=("uncertainty", "高斯", "负对数似然", *_REGRESSION_SEARCH),
        ),
        reads_values=True,
    ),
    loss(
        "PoissonNLLLoss",
        QT_TRANSLATE_NOOP("Catalog", "Poisson negative log-likelihood loss"),
        QT_TRANSLATE_NOOP("Catalog", "For targets that are counts, whose rate is predicted."),
        _LOG_INPUT,
        _FULL,
        replace(_SMALL, default=1e-8),
        REDUCTION,
        inputs=("log_input", "target"),
        search=("count", "泊松", "计数", "负对数似然", *_REGRESSION_SEARCH),
        floating=False,
    ),
    loss(
        "CosineEmbeddingLoss",
        QT_TRANSLATE_NOOP("Catalog", "Cosine embedding loss"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Wants two inputs to point the same way where the target is 1, apart where it is -1."
        ),
        _NO_MARGIN,
        REDUCTION,
        inputs=("input1", "input2", "target"),
        sample=((3, 5), (3, 5), (3,)),
        search=("cosine", "siamese", "余弦", *_RANKING_SEARCH),
        floating=False,
    ),
    loss(
        "HingeEmbeddingLoss",
        QT_TRANSLATE_NOOP("Catalog", "Hinge embedding loss"),
        QT_TRANSLATE_NOOP("Catalog", "Wants distances small where the target is 1 and above a margin where it is -1."),
        MARGIN,
        REDUCTION,
        search=("hinge", "合页", *_RANKING_SEARCH),
    ),
    loss(
        "MarginRankingLoss",
        QT_TRANSLATE_NOOP("Catalog", "Margin ranking loss"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Wants the first input above the second where the target is 1, below where it is -1."
        ),
        _NO_MARGIN,
        REDUCTION,
        inputs=("input1", "input2", "target"),
        sample=((3, 5), (3, 5), (3, 5)),
        search=_RANKING_SEARCH,
        floating=False,
    ),
    loss(
        "TripletMarginLoss",
        QT_TRANSLATE_NOOP("Catalog", "Triplet margin loss"),
        QT_TRANSLATE_NOOP("Catalog", "Wants an anchor nearer to the positive than to the negative by a margin."),
        MARGIN,
        _NORM,
        replace(_SMALL, default=1e-6),
        _SWAP,
        REDUCTION,
        inputs=_TRIPLET,
        sample=((3, 5), (3, 5), (3, 5)),
        search=("triplet", "三元组", *_RANKING_SEARCH),
        floating=False,
    ),
    loss(
        "TripletMarginWithDistanceLoss",
        QT_TRANSLATE_NOOP("Catalog", "Triplet margin loss by distance"),
        QT_TRANSLATE_NOOP("Catalog", "Triplet margin loss with the plain Euclidean distance."),
        # distance_function is left out: it is code, not a setting.
        MARGIN,
        _SWAP,
        REDUCTION,
        inputs=_TRIPLET,
        sample=((3, 5), (3, 5), (3, 5)),
        search=("triplet", "三元组", *_RANKING_SEARCH),
        floating=False,
    ),
    LayerSpec(
        "nn.CosineSimilarity",
        QT_TRANSLATE_NOOP("Catalog", "Cosine similarity"),
        Family.LOSS,
        (replace(DIM, default=1), replace(_SMALL, default=1e-8)),
        inputs=("x1", "x2"),
        face=("dim",),
        search=("angle", "cosine", "余弦", "夹角", *_DISTANCE_SEARCH),
        help=QT_TRANSLATE_NOOP("Catalog", "The cosine of the angle between two tensors along an axis, which goes."),
        sample=((3, 5, 2), (3, 5, 2)),
        floating=True,
    ),
    LayerSpec(
        "nn.PairwiseDistance",
        QT_TRANSLATE_NOOP("Catalog", "Pairwise distance"),
        Family.LOSS,
        (_NORM, replace(_SMALL, default=1e-6), _KEEPDIM),
        inputs=("x1", "x2"),
        face=("p",),
        search=("euclidean", "norm", "欧氏", "范数", *_DISTANCE_SEARCH),
        help=QT_TRANSLATE_NOOP(
            "Catalog", "The p-norm of the difference of two tensors along the last axis, which goes."
        ),
        sample=((3, 5), (3, 5)),
        axes="... F, ... F -> ...",
    ),
)
