"""Blocks that the book defines and torch does not have, each with its source."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import DIM
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Auto, Family, Kind, LayerSpec

_MASKED_SOFTMAX: Final = """\
def masked_softmax(X, valid_lens=None):
    # Softmax over the last axis; what lies at and beyond the valid length counts for nothing.
    # X: (batch, queries, keys); valid_lens: (batch,) or (batch, queries)
    if valid_lens is None:
        return F.softmax(X, dim=-1)
    if valid_lens.dim() == 1:
        valid_lens = valid_lens.unsqueeze(-1)
    positions = torch.arange(X.shape[-1], device=X.device)
    is_beyond = positions >= valid_lens.unsqueeze(-1)
    return F.softmax(X.masked_fill(is_beyond, -1e6), dim=-1)
"""
_SPLIT_HEADS: Final = """\
def split_heads(X, num_heads):
    # (batch, steps, heads * width) -> (batch * heads, steps, width)
    X = X.reshape(X.shape[0], X.shape[1], num_heads, -1)
    return X.permute(0, 2, 1, 3).flatten(0, 1)
"""
_MERGE_HEADS: Final = """\
def merge_heads(X, num_heads):
    # (batch * heads, steps, width) -> (batch, steps, heads * width)
    X = X.reshape(-1, num_heads, X.shape[1], X.shape[2])
    return X.permute(0, 2, 1, 3).flatten(2)
"""
_POSITIONAL_ENCODING: Final = """\
def positional_encoding(X):
    # X: (batch, steps, width). Column 2j is a sine, column 2j + 1 a cosine, of step / 10000^(2j / width).
    steps, width = X.shape[-2:]
    step = torch.arange(steps, dtype=torch.float32, device=X.device).reshape(-1, 1)
    column = torch.arange(0, width, 2, dtype=torch.float32, device=X.device)
    angles = step / torch.pow(10000, column / width)
    table = torch.stack((torch.sin(angles), torch.cos(angles)), dim=-1).flatten(1)
    return X + table[:, :width].to(X.dtype)
"""
_EXPAND_BATCH: Final = """\
def expand_batch(a, b):
    # (1, ...) -> (batch, ...): as many copies of a as b has samples, without copying memory.
    return a.expand(b.shape[0], *a.shape[1:])
"""
_NARROW_LIKE: Final = """\
def narrow_like(a, b, dim=1):
    # The beginning of a, as long along one axis as b is.
    return a.narrow(dim, 0, b.shape[dim])
"""
_GATHER_POSITIONS: Final = """\
def gather_positions(X, pos):
    # X: (batch, steps, width), pos: (batch, picked) -> (batch, picked, width)
    batch = torch.arange(X.shape[0], device=X.device).unsqueeze(-1)
    return X[batch, pos]
"""
_ONE_HOT_FLOAT: Final = """\
def one_hot_float(X, num_classes):
    # One-hot rows as the numbers that the next layer computes with.
    return F.one_hot(X, num_classes).to(torch.float32)
"""

_ATTENTION_SEARCH: Final = ("attention", "multi-head", "transformer", "注意力", "多头注意力")

_NUM_HEADS: Final = ArgumentSpec(
    "num_heads",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Heads"),
    QT_TRANSLATE_NOOP("Catalog", "Number of attention heads. It must divide the last axis of what is split."),
    initial=4,
    minimum=1,
)
_NUM_CLASSES: Final = ArgumentSpec(
    "num_classes",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Classes"),
    QT_TRANSLATE_NOOP("Catalog", "Length of the new axis: the size of the vocabulary. Every index must be less."),
    initial=10,
    minimum=1,
    auto=Auto("X", is_bound=True),
)


def _block(
    source: str,
    title: str,
    text: str,
    *arguments: ArgumentSpec,
    search: tuple[str, ...],
    sample: tuple[tuple[int, ...], ...],
    inputs: tuple[str, ...] = ("X",),
    optional: tuple[str, ...] = (),
    sample_dtype: str | tuple[str, ...] = "float32",
    axes: str = "",
    passes_values: tuple[str, ...] = (),
    index_inputs: tuple[tuple[str, str], ...] = (),
    divides: tuple[tuple[str, str], ...] = (),
    sizes: str = "",
    floating: bool = False,
) -> LayerSpec:
    """Return the block of a source; its type is the name of the function."""
    name = source.partition("def ")[2].partition("(")[0]
    return LayerSpec(
        f"block.{name}",
        title,
        Family.BLOCK,
        arguments,
        inputs,
        face=tuple(argument.name for argument in arguments),
        search=search,
        help=text,
        sample=sample,
        sample_dtype=sample_dtype,
        optional=optional,
        source=source,
        index_inputs=index_inputs,
        axes=axes,
        divides=divides,
        sizes=sizes,
        floating=floating,
        passes_values=passes_values,
    )


LAYERS: Final[tuple[LayerSpec, ...]] = (
    _block(
        _MASKED_SOFTMAX,
        QT_TRANSLATE_NOOP("Catalog", "Masked softmax"),
        QT_TRANSLATE_NOOP("Catalog", "Softmax over the last axis, in which nothing beyond the valid length counts."),
        search=("attention weights", "valid lens", "mask", "掩蔽softmax", "掩码", "有效长度", "遮蔽", "注意力权重"),
        inputs=("X", "valid_lens"),
        optional=("valid_lens",),
        sample=((2, 4, 6), (2,)),
        sample_dtype=("float32", "int64"),
        axes="... F, ... -> ... F",
        sizes="n t f, n -> n t f | n t f, n t -> n t f | ... -> ...",
        floating=True,
    ),
    _block(
        _SPLIT_HEADS,
        QT_TRANSLATE_NOOP("Catalog", "Split heads"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Cuts the last axis into heads and lays them into the batch, so that all run at once."
        ),
        _NUM_HEADS,
        search=("transpose_qkv", "拆分", "头", *_ATTENTION_SEARCH),
        sample=((2, 6, 8),),
        axes="N T F -> N T F",
        divides=(("num_heads", "@2"),),
        passes_values=("X",),
    ),
    _block(
        _MERGE_HEADS,
        QT_TRANSLATE_NOOP("Catalog", "Merge heads"),
        QT_TRANSLATE_NOOP("Catalog", "Takes heads out of the batch again and joins them along the last axis."),
        _NUM_HEADS,
        search=("transpose_output", "合并", "头", *_ATTENTION_SEARCH),
        sample=((8, 6, 2),),
        axes="N T F -> N T F",
        divides=(("num_heads", "@0"),),
        passes_values=("X",),
    ),
    _block(
        _POSITIONAL_ENCODING,
        QT_TRANSLATE_NOOP("Catalog", "Positional encoding"),
        QT_TRANSLATE_NOOP("Catalog", "Adds sines and cosines, from which the network can tell where a token stands."),
        search=("sinusoidal", "position", "transformer", "位置编码", "位置", "正弦"),
        sample=((2, 6, 8),),
        axes="N T F -> N T F",
        floating=True,
    ),
    _block(
        _EXPAND_BATCH,
        QT_TRANSLATE_NOOP("Catalog", "Expand to the batch"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Repeats the first tensor for every sample of the second: a class token for each image."
        ),
        search=("expand", "broadcast", "class token", "扩展", "批量", "广播"),
        inputs=("a", "b"),
        sample=((1, 1, 8), (3, 6, 8)),
        axes="N T F, N T F -> N T F",
        passes_values=("a",),
    ),
    _block(
        _NARROW_LIKE,
        QT_TRANSLATE_NOOP("Catalog", "Cut to the same length"),
        QT_TRANSLATE_NOOP("Catalog", "Keeps of the first tensor as much as the second is long."),
        replace(DIM, default=1),
        search=("crop", "position embedding", "slice", "裁剪", "截取", "位置嵌入"),
        inputs=("a", "b"),
        sample=((1, 9, 8), (2, 6, 8)),
        passes_values=("a",),
    ),
    _block(
        _GATHER_POSITIONS,
        QT_TRANSLATE_NOOP("Catalog", "Pick positions"),
        QT_TRANSLATE_NOOP("Catalog", "Takes from each sample the steps that are named, as masked language models do."),
        search=("gather", "bert", "masked language model", "index", "选取", "位置", "索引", "掩蔽语言模型"),
        inputs=("X", "pos"),
        sample=((2, 6, 8), (2, 3)),
        sample_dtype=("float32", "int64"),
        axes="N T F, N T -> N T F",
        passes_values=("X",),
    ),
    _block(
        _ONE_HOT_FLOAT,
        QT_TRANSLATE_NOOP("Catalog", "One-hot vectors"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Turns each index into a row of zeros with a single one, as floating point numbers."
        ),
        _NUM_CLASSES,
        search=("onehot", "categorical", "rnn", "独热", "独热编码", "词元"),
        sample=((2, 5),),
        sample_dtype="int64",
        axes="... -> ... F",
        index_inputs=(("X", "num_classes"),),
    ),
)
