"""The family of layers for tokens and time steps."""

from __future__ import annotations

from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Family, Kind, LayerSpec, ParameterSpec

# _weight and _freeze are left out: they take a tensor, and belong to training.
_EMBEDDING_ARGUMENTS: Final = (
    ArgumentSpec(
        "num_embeddings",
        Kind.INTEGER,
        QT_TRANSLATE_NOOP("Catalog", "Vocabulary size"),
        QT_TRANSLATE_NOOP("Catalog", "Number of vectors. Every index of the input must be less than this."),
        initial=100,
        minimum=1,
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

LAYERS: Final = (
    LayerSpec(
        "nn.Embedding",
        QT_TRANSLATE_NOOP("Catalog", "Embedding"),
        Family.SEQUENCE,
        _EMBEDDING_ARGUMENTS,
        parameters=(ParameterSpec("weight", ("num_embeddings", "embedding_dim")),),
        face=("num_embeddings", "embedding_dim"),
        search=("lookup", "token", "word", "vocabulary", "nlp", "嵌入", "词嵌入", "词向量", "词元", "查表"),
        help=QT_TRANSLATE_NOOP("Catalog", "Looks up a learned vector for every integer of the input."),
        sample_dtype="int64",
    ),
)
