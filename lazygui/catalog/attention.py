"""The family of attention: multi-head attention, and what the transformer takes from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import BIAS
from lazygui.catalog.spec import AUTO, QT_TRANSLATE_NOOP, ArgumentSpec, Auto, Family, Kind, LayerSpec, ParameterSpec

EMBED_DIM: Final = ArgumentSpec(
    "embed_dim",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Model width"),
    QT_TRANSLATE_NOOP("Catalog", "Length of the last axis of input and output. The number of heads must divide it."),
    initial=AUTO,
    minimum=1,
    auto=Auto("query"),
)
NUM_HEADS: Final = ArgumentSpec(
    "num_heads",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Heads"),
    QT_TRANSLATE_NOOP("Catalog", "How many attentions look at once, each at its own part of the features."),
    initial=4,
    minimum=1,
)
_KDIM: Final = ArgumentSpec(
    "kdim",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Key features"),
    QT_TRANSLATE_NOOP("Catalog", "Length of the last axis of the keys; None where it is the model width."),
    default=None,
    minimum=1,
    optional=True,
    auto=Auto("key"),
)
_VDIM: Final = replace(
    _KDIM,
    name="vdim",
    title=QT_TRANSLATE_NOOP("Catalog", "Value features"),
    help=QT_TRANSLATE_NOOP("Catalog", "Length of the last axis of the values; None where it is the model width."),
    auto=Auto("value"),
)
DROPOUT: Final = ArgumentSpec(
    "dropout",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Dropout probability"),
    QT_TRANSLATE_NOOP("Catalog", "Probability with which an attention weight is dropped in training, from 0 to 1."),
    default=0.0,
    minimum=0,
    maximum=1,
)
BIAS_OF_ALL: Final = replace(BIAS, help=QT_TRANSLATE_NOOP("Catalog", "Learn biases in all parts of the layer."))
_ADD_BIAS_KV: Final = ArgumentSpec(
    "add_bias_kv",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Learned key and value"),
    QT_TRANSLATE_NOOP("Catalog", "Add one learned key and value at the end of the sequence."),
    default=False,
)
_ADD_ZERO_ATTN: Final = ArgumentSpec(
    "add_zero_attn",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Zero key and value"),
    QT_TRANSLATE_NOOP("Catalog", "Add a key and a value of zeros at the end of the sequence."),
    default=False,
)
BATCH_FIRST: Final = ArgumentSpec(
    "batch_first",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Batch first"),
    QT_TRANSLATE_NOOP("Catalog", "Sequences come as (batch, time, features) rather than (time, batch, features)."),
    default=False,
)
_NEED_WEIGHTS: Final = ArgumentSpec(
    "need_weights",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Give weights"),
    QT_TRANSLATE_NOOP("Catalog", "Give the attention weights as a second output; it is faster without."),
    default=True,
    at_call=True,
)
_AVERAGE: Final = ArgumentSpec(
    "average_attn_weights",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Average weights"),
    QT_TRANSLATE_NOOP("Catalog", "Give the mean of the attention weights of all heads rather than those of each."),
    default=True,
    at_call=True,
)
_CAUSAL_HELP: Final = QT_TRANSLATE_NOOP(
    "Catalog", "Promise that the mask hides the future, which lets torch compute faster; the mask must be there."
)
_CAUSAL_OR_SEEN_HELP: Final = QT_TRANSLATE_NOOP(
    "Catalog", "Promise that the mask hides the future; None lets torch look whether it does."
)


def is_causal(name: str = "is_causal", default: bool | None = False) -> ArgumentSpec:
    """Return the promise of a call that its mask is causal; where torch's default is None it looks for itself."""
    return ArgumentSpec(
        name,
        Kind.BOOLEAN,
        QT_TRANSLATE_NOOP("Catalog", "Causal"),
        _CAUSAL_HELP if default is False else _CAUSAL_OR_SEEN_HELP,
        default=default,
        optional=default is None,
        at_call=True,
    )


def learned(prefix: str, width: str) -> tuple[ParameterSpec, ...]:
    """Return what an attention learns whose queries, keys and values are all as wide as the model."""
    return (
        ParameterSpec(f"{prefix}in_proj_weight", (f"3*{width}", width)),
        ParameterSpec(f"{prefix}in_proj_bias", (f"3*{width}",), when=("bias",)),
        ParameterSpec(f"{prefix}out_proj.weight", (width, width)),
        ParameterSpec(f"{prefix}out_proj.bias", (width,), when=("bias",)),
    )


# One matrix for queries, keys and values where all are as wide as the model, else one for each.
_ONE_WIDTH: Final = ("kdim=embed_dim", "vdim=embed_dim")
_IN_PROJ_WEIGHT, _IN_PROJ_BIAS, *_OUT_PROJ = learned("", "embed_dim")

_K, _V = "kdim|embed_dim", "vdim|embed_dim"
_ONE_SEQUENCE: Final = f"t embed_dim, s {_K}, s {_V} -> t embed_dim"

SEARCH: Final = ("attention", "transformer", "注意力", "变换器", "多头注意力")
LAYERS: Final = (
    LayerSpec(
        "nn.MultiheadAttention",
        QT_TRANSLATE_NOOP("Catalog", "Multi-head attention"),
        Family.ATTENTION,
        (
            EMBED_DIM,
            NUM_HEADS,
            DROPOUT,
            BIAS_OF_ALL,
            _ADD_BIAS_KV,
            _ADD_ZERO_ATTN,
            _KDIM,
            _VDIM,
            BATCH_FIRST,
            _NEED_WEIGHTS,
            _AVERAGE,
            is_causal(),
        ),
        inputs=("query", "key", "value", "key_padding_mask", "attn_mask"),
        optional=("key_padding_mask", "attn_mask"),
        outputs=("attn_output", "attn_output_weights"),
        outputs_from="need_weights",
        parameters=(
            ParameterSpec("q_proj_weight", ("embed_dim", "embed_dim"), unless=_ONE_WIDTH),
            ParameterSpec("k_proj_weight", ("embed_dim", "kdim|embed_dim"), unless=_ONE_WIDTH),
            ParameterSpec("v_proj_weight", ("embed_dim", "vdim|embed_dim"), unless=_ONE_WIDTH),
            replace(_IN_PROJ_WEIGHT, when=_ONE_WIDTH),
            _IN_PROJ_BIAS,
            ParameterSpec("bias_k", ("1", "1", "embed_dim"), when=("add_bias_kv",)),
            ParameterSpec("bias_v", ("1", "1", "embed_dim"), when=("add_bias_kv",)),
            *_OUT_PROJ,
        ),
        face=("num_heads", "embed_dim"),
        search=("mha", "self-attention", "cross-attention", "query", "自注意力", "查询", *SEARCH),
        help=QT_TRANSLATE_NOOP(
            "Catalog", "Weighs the values by how well their keys match each query, in several heads at once."
        ),
        sample=((5, 3, 16), (7, 3, 16), (7, 3, 16), (3, 7), (5, 7)),
        sample_dtype=("float32", "float32", "float32", "bool", "bool"),
        axes="T N F, T N F, T N F -> T N F, N T T | T F, T F, T F -> T F, T T",
        axes_when=(("batch_first", "N T F, N T F, N T F -> N T F, N T T | T F, T F, T F -> T F, T T"),),
        sizes=f"t n embed_dim, s n {_K}, s n {_V} -> t n embed_dim | {_ONE_SEQUENCE}",
        sizes_when=(("batch_first", f"n t embed_dim, n s {_K}, n s {_V} -> n t embed_dim | {_ONE_SEQUENCE}"),),
        divides=(("num_heads", "embed_dim"),),
        floating=True,
    ),
)
