"""The family of layers for tokens and time steps."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Auto, Family, Kind, LayerSpec, ParameterSpec

# _weight and _freeze are left out: they take a tensor, and belong to training.
_EMBEDDING_ARGUMENTS: Final = (
    ArgumentSpec(
        "num_embeddings",
        Kind.INTEGER,
        QT_TRANSLATE_NOOP("Catalog", "Vocabulary size"),
        QT_TRANSLATE_NOOP("Catalog", "Number of vectors. Every index of the input must be less than this."),
        initial=100,
        minimum=1,
        auto=Auto(is_bound=True),
    ),
    ArgumentSpec(
        "embedding_dim",
        Kind.INTEGER,
        QT_TRANSLATE_NOOP("Catalog", "Embedding size"),
        QT_TRANSLATE_NOOP("Catalog", "Length of each vector: a new last axis of the output."),
        initial=32,
        minimum=1,
    ),
    ArgumentSpec(
        "padding_idx",
        Kind.INTEGER,
        QT_TRANSLATE_NOOP("Catalog", "Padding index"),
        QT_TRANSLATE_NOOP("Catalog", "Index whose vector is zero at the start and never learns; None for none."),
        default=None,
        optional=True,
    ),
    ArgumentSpec(
        "max_norm",
        Kind.FLOAT,
        QT_TRANSLATE_NOOP("Catalog", "Largest norm"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Vectors whose norm is larger are shortened to it when used; None leaves them alone."
        ),
        default=None,
        minimum=0,
        exclusive=True,
        optional=True,
    ),
    ArgumentSpec(
        "norm_type",
        Kind.FLOAT,
        QT_TRANSLATE_NOOP("Catalog", "Order of the norm"),
        QT_TRANSLATE_NOOP("Catalog", "The p of the p-norm that the largest norm speaks of; 2 is the length."),
        default=2.0,
        minimum=0,
        exclusive=True,
    ),
    ArgumentSpec(
        "scale_grad_by_freq",
        Kind.BOOLEAN,
        QT_TRANSLATE_NOOP("Catalog", "Scale gradient by frequency"),
        QT_TRANSLATE_NOOP("Catalog", "Divide the gradient of a vector by how often its index occurs in the minibatch."),
        default=False,
    ),
    ArgumentSpec(
        "sparse",
        Kind.BOOLEAN,
        QT_TRANSLATE_NOOP("Catalog", "Sparse gradient"),
        QT_TRANSLATE_NOOP("Catalog", "Keep gradients only for the vectors used. Few optimizers take such gradients."),
        default=False,
    ),
)

_NUM_EMBEDDINGS, _EMBEDDING_DIM, _PADDING_IDX, *_LOOKUP = _EMBEDDING_ARGUMENTS
_MAX_NORM, _NORM_TYPE, _SCALE_GRAD_BY_FREQ, _SPARSE = _LOOKUP
_MODE: Final = ArgumentSpec(
    "mode",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Mode"),
    QT_TRANSLATE_NOOP("Catalog", "What becomes of the vectors of a bag: their sum, their mean or their maximum."),
    default="mean",
    choices=("sum", "mean", "max"),
)
_INCLUDE_LAST_OFFSET: Final = ArgumentSpec(
    "include_last_offset",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Last offset included"),
    QT_TRANSLATE_NOOP("Catalog", "The offsets have one more entry, which says where the last bag ends."),
    default=False,
)
_BAG_PADDING_IDX: Final = replace(
    _PADDING_IDX,
    help=QT_TRANSLATE_NOOP("Catalog", "Index whose vector counts for nothing and never learns; None for none."),
)
_WEIGHT: Final = ParameterSpec("weight", ("num_embeddings", "embedding_dim"))
_BOUNDED: Final = (("input", "num_embeddings"),)
_FACE: Final = ("num_embeddings", "embedding_dim")
_SEARCH: Final = ("lookup", "token", "word", "vocabulary", "nlp", "嵌入", "词嵌入", "词向量", "词元", "查表")

LAYERS: Final = (
    LayerSpec(
        "nn.Embedding",
        QT_TRANSLATE_NOOP("Catalog", "Embedding"),
        Family.SEQUENCE,
        _EMBEDDING_ARGUMENTS,
        parameters=(_WEIGHT,),
        face=_FACE,
        search=_SEARCH,
        help=QT_TRANSLATE_NOOP("Catalog", "Looks up a learned vector for every integer of the input."),
        sample=((3, 5),),
        sample_dtype="int64",
        axes="N T -> N T F | ... -> ... F",
        sizes="... -> ... embedding_dim",
        index_inputs=_BOUNDED,
    ),
    LayerSpec(
        "nn.EmbeddingBag",
        QT_TRANSLATE_NOOP("Catalog", "Embedding of bags"),
        Family.SEQUENCE,
        (
            _NUM_EMBEDDINGS,
            _EMBEDDING_DIM,
            _MAX_NORM,
            _NORM_TYPE,
            _SCALE_GRAD_BY_FREQ,
            _MODE,
            _SPARSE,
            _INCLUDE_LAST_OFFSET,
            _BAG_PADDING_IDX,
        ),
        inputs=("input", "offsets", "per_sample_weights"),
        optional=("offsets", "per_sample_weights"),
        parameters=(_WEIGHT,),
        face=(*_FACE, "mode"),
        search=("bag of words", "average", "词袋", *_SEARCH),
        help=QT_TRANSLATE_NOOP("Catalog", "Looks up the vectors of a bag of integers and takes their mean or sum."),
        sample=((3, 5), (2,), (3, 5)),
        sample_dtype=("int64", "int64", "float32"),
        axes="N T -> N F",
        index_inputs=_BOUNDED,
    ),
)
