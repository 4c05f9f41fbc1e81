"""The custom node: Python source of the document, for what no layer can say."""

from __future__ import annotations

from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Family, Kind, LayerSpec, Role

EXAMPLE: Final = """\
def double_if_small(X, limit):
    # The tensors come first, one for each input port; the numbers follow them.
    # torch, nn, F and math may be used. Return the output, or as many as the node has ports, as a tuple.
    if X.abs().sum() < limit:
        X = X * 2
    return X
"""
"""What a new custom node holds: control flow that depends on values."""

HALVE_UNTIL: Final = """\
def halve_until(X, limit):
    # Control flow that depends on values: how often it halves is known only when it runs.
    while X.abs().sum() > limit:
        X = X / 2
    return X
"""

SHIPPED_SOURCES: Final[frozenset[str]] = frozenset({EXAMPLE, HALVE_UNTIL})
"""Sources that come with the program. They may run without asking, for nobody else wrote them."""

_SOURCE: Final = ArgumentSpec(
    "source",
    Kind.TEXT,
    QT_TRANSLATE_NOOP("Catalog", "Source"),
    QT_TRANSLATE_NOOP(
        "Catalog",
        "One Python function. It takes the tensors of the input ports, then the numbers, and never runs unasked.",
    ),
    initial=EXAMPLE,
)
_NUMBERS: Final = ArgumentSpec(
    "numbers",
    Kind.NUMBERS,
    QT_TRANSLATE_NOOP("Catalog", "Numbers"),
    QT_TRANSLATE_NOOP("Catalog", "What the function takes behind its tensors, in order."),
    default=(),
    initial=(1.0,),
)
_LIKE: Final = ArgumentSpec(
    "like",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Shape like input"),
    QT_TRANSLATE_NOOP(
        "Catalog",
        "Until a run tells, outputs are taken to have the shape of this input, counted from 0; None leaves them open.",
    ),
    default=0,
    minimum=0,
    optional=True,
)
_OUTPUTS: Final = ArgumentSpec(
    "outputs",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Outputs"),
    QT_TRANSLATE_NOOP("Catalog", "How many tensors the function returns: with more than one, as a tuple."),
    default=1,
    minimum=1,
    maximum=100,
)

LAYERS: Final[tuple[LayerSpec, ...]] = (
    LayerSpec(
        "Custom",
        QT_TRANSLATE_NOOP("Catalog", "Custom code"),
        Family.IO,
        (_SOURCE, _NUMBERS, _LIKE, _OUTPUTS),
        outputs_from="outputs",
        role=Role.CUSTOM,
        face=("numbers",),
        search=("python", "function", "while", "if", "lambda", "自定义", "代码", "函数", "循环语句", "条件"),
        help=QT_TRANSLATE_NOOP(
            "Catalog", "A Python function of your own, for what no layer can say: loops and conditions."
        ),
    ),
)
