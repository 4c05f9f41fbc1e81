"""The family of attention: the layers of the transformer, encoders and decoders, and their stacks."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import EPS
from lazygui.catalog.attention import (
    BATCH_FIRST,
    BIAS_OF_ALL,
    DROPOUT,
    EMBED_DIM,
    NUM_HEADS,
    SEARCH,
    is_causal,
    learned,
)
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Auto, Family, Kind, LayerSpec, ParameterSpec

_D_MODEL: Final = replace(EMBED_DIM, name="d_model", auto=Auto("src"))
_DECODER_D_MODEL: Final = replace(_D_MODEL, auto=Auto("tgt"))
_NHEAD: Final = replace(NUM_HEADS, name="nhead")
_DIM_FEEDFORWARD: Final = ArgumentSpec(
    "dim_feedforward",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Hidden units"),
    QT_TRANSLATE_NOOP("Catalog", "Width of the hidden layer of the feedforward network behind the attention."),
    default=2048,
    minimum=1,
)
_NUM_LAYERS: Final = ArgumentSpec(
    "num_layers",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Layers"),
    QT_TRANSLATE_NOOP("Catalog", "How many equal layers are stacked."),
    initial=2,
    minimum=1,
)
_NUM_ENCODER_LAYERS: Final = replace(
    _NUM_LAYERS,
    name="num_encoder_layers",
    title=QT_TRANSLATE_NOOP("Catalog", "Encoder layers"),
    default=6,
    initial=2,
)
_NUM_DECODER_LAYERS: Final = replace(
    _NUM_ENCODER_LAYERS, name="num_decoder_layers", title=QT_TRANSLATE_NOOP("Catalog", "Decoder layers")
)

_DROPOUT: Final = replace(
    DROPOUT,
    help=QT_TRANSLATE_NOOP("Catalog", "Probability with which an element is dropped in training, from 0 to 1."),
    default=0.1,
)
_ACTIVATION: Final = ArgumentSpec(
    "activation",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Activation"),
    QT_TRANSLATE_NOOP("Catalog", "The activation function of the feedforward network."),
    default="relu",
    choices=("relu", "gelu"),
)
_NORM_FIRST: Final = ArgumentSpec(
    "norm_first",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Normalize first"),
    QT_TRANSLATE_NOOP("Catalog", "Normalize before each part rather than behind its residual connection."),
    default=False,
)
_ENABLE_NESTED_TENSOR: Final = ArgumentSpec(
    "enable_nested_tensor",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Nested tensors"),
    QT_TRANSLATE_NOOP("Catalog", "Leave padding out of the computation in prediction, where torch knows how to."),
    default=True,
    # torch warns where it cannot, as with its own default of the batch axis.
    initial=False,
)
_MASK_CHECK: Final = ArgumentSpec(
    "mask_check",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Check the mask"),
    QT_TRANSLATE_NOOP("Catalog", "Look whether the padding is all at the right before nested tensors are used."),
    default=True,
)
_TARGET_IS_CAUSAL: Final = replace(is_causal("tgt_is_causal"), title=QT_TRANSLATE_NOOP("Catalog", "Target causal"))
_MEMORY_IS_CAUSAL: Final = replace(is_causal("memory_is_causal"), title=QT_TRANSLATE_NOOP("Catalog", "Memory causal"))

_LAYER: Final = (
    _NHEAD,
    _DIM_FEEDFORWARD,
    _DROPOUT,
    _ACTIVATION,
    replace(EPS, name="layer_norm_eps"),
    BATCH_FIRST,
    _NORM_FIRST,
    BIAS_OF_ALL,
)


def _norm(name: str) -> tuple[ParameterSpec, ...]:
    return ParameterSpec(f"{name}.weight", ("d_model",)), ParameterSpec(f"{name}.bias", ("d_model",), when=("bias",))


def _layer_parameters(*attentions: str) -> tuple[ParameterSpec, ...]:
    """Return what an encoder or decoder layer learns; there is one norm more than there are attentions."""
    return (
        *(one for name in attentions for one in learned(f"{name}.", "d_model")),
        ParameterSpec("linear1.weight", ("dim_feedforward", "d_model")),
        ParameterSpec("linear1.bias", ("dim_feedforward",), when=("bias",)),
        ParameterSpec("linear2.weight", ("d_model", "dim_feedforward")),
        ParameterSpec("linear2.bias", ("d_model",), when=("bias",)),
        *(one for number in range(len(attentions) + 1) for one in _norm(f"norm{number + 1}")),
    )


def _repeated(parameters: tuple[ParameterSpec, ...], times: str, prefix: str = "") -> tuple[ParameterSpec, ...]:
    """Return the parameters of a stack of equal layers; the argument `times` says how many there are."""
    return tuple(replace(one, name=f"{prefix}layers.{{0}}.{one.name}", repeat=(times,)) for one in parameters)


_ENCODER_PARAMETERS: Final = _layer_parameters("self_attn")
_DECODER_PARAMETERS: Final = _layer_parameters("self_attn", "multihead_attn")
_DECODER_INPUTS: Final = (
    "tgt",
    "memory",
    "tgt_mask",
    "memory_mask",
    "tgt_key_padding_mask",
    "memory_key_padding_mask",
)
_DECODER_SAMPLE: Final = ((5, 3, 16), (7, 3, 16), (5, 5), (5, 7), (3, 5), (3, 7))
_DECODER_DTYPES: Final = ("float32", "float32", "bool", "bool", "bool", "bool")
_AXES: Final = "T N F -> T N F | T F -> T F"
_AXES_WHEN: Final = (("batch_first", "N T F -> N T F | T F -> T F"),)
_SIZES: Final = "t n d_model -> t n d_model | t d_model -> t d_model"
_SIZES_WHEN: Final = (("batch_first", "n t d_model -> n t d_model | t d_model -> t d_model"),)
_TWO_SIZES: Final = "t n d_model, s n d_model -> t n d_model | t d_model, s d_model -> t d_model"
_TWO_SIZES_WHEN: Final = (
    ("batch_first", "n t d_model, n s d_model -> n t d_model | t d_model, s d_model -> t d_model"),
)
_DIVIDES: Final = (("nhead", "d_model"),)
_ENCODER_SEARCH: Final = ("bert", "vit", "encoder", "self-attention", "编码器", "自注意力", *SEARCH)
_DECODER_SEARCH: Final = ("gpt", "decoder", "cross-attention", "解码器", "交叉注意力", *SEARCH)

_ENCODER_LAYER: Final = LayerSpec(
    "nn.TransformerEncoderLayer",
    QT_TRANSLATE_NOOP("Catalog", "Transformer encoder layer"),
    Family.ATTENTION,
    (_D_MODEL, *_LAYER, is_causal()),
    inputs=("src", "src_mask", "src_key_padding_mask"),
    optional=("src_mask", "src_key_padding_mask"),
    parameters=_ENCODER_PARAMETERS,
    face=("nhead", "dim_feedforward", "d_model"),
    search=_ENCODER_SEARCH,
    help=QT_TRANSLATE_NOOP(
        "Catalog", "Self-attention and a feedforward network, each with a residual connection and a normalization."
    ),
    sample=((5, 3, 16), (5, 5), (3, 5)),
    sample_dtype=("float32", "bool", "bool"),
    axes=_AXES,
    axes_when=_AXES_WHEN,
    sizes=_SIZES,
    sizes_when=_SIZES_WHEN,
    divides=_DIVIDES,
    floating=True,
)
_DECODER_LAYER: Final = LayerSpec(
    "nn.TransformerDecoderLayer",
    QT_TRANSLATE_NOOP("Catalog", "Transformer decoder layer"),
    Family.ATTENTION,
    (_DECODER_D_MODEL, *_LAYER, _TARGET_IS_CAUSAL, _MEMORY_IS_CAUSAL),
    inputs=_DECODER_INPUTS,
    optional=_DECODER_INPUTS[2:],
    parameters=_DECODER_PARAMETERS,
    face=("nhead", "dim_feedforward", "d_model"),
    search=_DECODER_SEARCH,
    help=QT_TRANSLATE_NOOP(
        "Catalog", "Self-attention, attention to the memory of an encoder, and a feedforward network."
    ),
    sample=_DECODER_SAMPLE,
    sample_dtype=_DECODER_DTYPES,
    axes=_AXES,
    axes_when=_AXES_WHEN,
    sizes=_TWO_SIZES,
    sizes_when=_TWO_SIZES_WHEN,
    divides=_DIVIDES,
    floating=True,
)

# norm, custom_encoder and custom_decoder are left out: they take a module, and a node for it stands behind the stack.
LAYERS: Final = (
    _ENCODER_LAYER,
    _DECODER_LAYER,
    replace(
        _ENCODER_LAYER,
        type="nn.TransformerEncoder",
        title=QT_TRANSLATE_NOOP("Catalog", "Transformer encoder"),
        arguments=(
            _D_MODEL,
            *_LAYER,
            _NUM_LAYERS,
            _ENABLE_NESTED_TENSOR,
            _MASK_CHECK,
            is_causal(default=None),
        ),
        inputs=("src", "mask", "src_key_padding_mask"),
        optional=("mask", "src_key_padding_mask"),
        parameters=_repeated(_ENCODER_PARAMETERS, "num_layers"),
        inner=("encoder_layer", "nn.TransformerEncoderLayer"),
        face=("num_layers", "nhead", "dim_feedforward"),
        search=("stack", "层叠", *_ENCODER_SEARCH),
        help=QT_TRANSLATE_NOOP("Catalog", "A stack of equal transformer encoder layers."),
    ),
    replace(
        _DECODER_LAYER,
        type="nn.TransformerDecoder",
        title=QT_TRANSLATE_NOOP("Catalog", "Transformer decoder"),
        arguments=(
            _DECODER_D_MODEL,
            *_LAYER,
            _NUM_LAYERS,
            replace(is_causal("tgt_is_causal", None), title=_TARGET_IS_CAUSAL.title),
            _MEMORY_IS_CAUSAL,
        ),
        parameters=_repeated(_DECODER_PARAMETERS, "num_layers"),
        inner=("decoder_layer", "nn.TransformerDecoderLayer"),
        face=("num_layers", "nhead", "dim_feedforward"),
        search=("stack", "层叠", *_DECODER_SEARCH),
        help=QT_TRANSLATE_NOOP("Catalog", "A stack of equal transformer decoder layers."),
    ),
    LayerSpec(
        "nn.Transformer",
        QT_TRANSLATE_NOOP("Catalog", "Transformer"),
        Family.ATTENTION,
        (
            replace(_D_MODEL, default=512),
            replace(_NHEAD, default=8),
            _NUM_ENCODER_LAYERS,
            _NUM_DECODER_LAYERS,
            *(replace(one, initial=True) if one.name == "batch_first" else one for one in _LAYER[1:]),
            replace(is_causal("src_is_causal", None), title=QT_TRANSLATE_NOOP("Catalog", "Source causal")),
            replace(is_causal("tgt_is_causal", None), title=_TARGET_IS_CAUSAL.title),
            _MEMORY_IS_CAUSAL,
        ),
        inputs=(
            "src",
            "tgt",
            "src_mask",
            "tgt_mask",
            "memory_mask",
            "src_key_padding_mask",
            "tgt_key_padding_mask",
            "memory_key_padding_mask",
        ),
        optional=(
            "src_mask",
            "tgt_mask",
            "memory_mask",
            "src_key_padding_mask",
            "tgt_key_padding_mask",
            "memory_key_padding_mask",
        ),
        parameters=(
            *_repeated(_ENCODER_PARAMETERS, "num_encoder_layers", "encoder."),
            *_norm("encoder.norm"),
            *_repeated(_DECODER_PARAMETERS, "num_decoder_layers", "decoder."),
            *_norm("decoder.norm"),
        ),
        face=("num_encoder_layers", "num_decoder_layers", "nhead"),
        search=("encoder-decoder", "seq2seq", "translation", "编码器", "解码器", "机器翻译", *SEARCH),
        help=QT_TRANSLATE_NOOP("Catalog", "A stack of encoder layers and a stack of decoder layers that reads it."),
        sample=((3, 7, 16), (3, 5, 16), (7, 7), (5, 5), (5, 7), (3, 7), (3, 5), (3, 7)),
        sample_dtype=("float32", "float32", "bool", "bool", "bool", "bool", "bool", "bool"),
        axes=_AXES,
        axes_when=_AXES_WHEN,
        sizes="s n d_model, t n d_model -> ? n d_model | s d_model, t d_model -> ? d_model",
        sizes_when=(("batch_first", "n s d_model, n t d_model -> n ? d_model | s d_model, t d_model -> ? d_model"),),
        divides=_DIVIDES,
        floating=True,
    ),
)
