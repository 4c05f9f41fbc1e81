"""The family of losses that compare scores or probabilities of classes with the right ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import BIAS, IN_FEATURES
from lazygui.catalog.loss import MARGIN, REDUCTION, SEARCH, loss
from lazygui.catalog.spec import (
    AUTO,
    QT_TRANSLATE_NOOP,
    UNKNOWN,
    ArgumentSpec,
    Auto,
    Family,
    Kind,
    LayerSpec,
    ParameterSpec,
)

_KL_REDUCTION: Final = replace(
    REDUCTION,
    help=QT_TRANSLATE_NOOP(
        "Catalog", "batchmean divides the sum by the batch size, as the divergence is defined; mean by all elements."
    ),
    # torch warns of its own default that it is not the divergence.
    initial="batchmean",
    choices=("batchmean", "mean", "sum", "none"),
)
_IGNORE_INDEX: Final = ArgumentSpec(
    "ignore_index",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Ignored class"),
    QT_TRANSLATE_NOOP("Catalog", "Targets with this index count for nothing, such as padding."),
    default=-100,
)
_LABEL_SMOOTHING: Final = ArgumentSpec(
    "label_smoothing",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Label smoothing"),
    QT_TRANSLATE_NOOP("Catalog", "Part of each target that is spread evenly over all classes, from 0 to 1."),
    default=0.0,
    minimum=0,
    maximum=1,
)
_LOG_TARGET: Final = ArgumentSpec(
    "log_target",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Target in logarithms"),
    QT_TRANSLATE_NOOP("Catalog", "The target holds logarithms of probabilities, as the input does."),
    default=False,
)
_POWER: Final = ArgumentSpec(
    "p",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Exponent"),
    QT_TRANSLATE_NOOP("Catalog", "What each violation of the margin is raised to."),
    default=1,
    choices=(1, 2),
)
_BLANK: Final = ArgumentSpec(
    "blank",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Blank class"),
    QT_TRANSLATE_NOOP("Catalog", "Index of the class that means no symbol."),
    default=0,
    minimum=0,
)
_ZERO_INFINITY: Final = ArgumentSpec(
    "zero_infinity",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Infinity to zero"),
    QT_TRANSLATE_NOOP("Catalog", "Count a target that is too long for its input as nothing rather than infinite."),
    default=False,
)
_NUM_CLASSES: Final = ArgumentSpec(
    "num_classes",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Classes"),
    QT_TRANSLATE_NOOP("Catalog", "Number of classes. Every index of the target must be less than this."),
    initial=10,
    minimum=1,
)
_IN_FEATURES: Final = replace(
    IN_FEATURES,
    help=QT_TRANSLATE_NOOP("Catalog", "Length of the last axis of the input."),
    initial=AUTO,
    auto=Auto(),
)
_OUT_FEATURES: Final = ArgumentSpec(
    "out_features",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Further axes"),
    QT_TRANSLATE_NOOP("Catalog", "Lengths of the axes that each example has targets for; empty for one target."),
    default=(),
    minimum=1,
)
_CUTOFFS: Final = ArgumentSpec(
    "cutoffs",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Cutoffs"),
    QT_TRANSLATE_NOOP("Catalog", "Indices at which a cluster of rarer classes begins, in increasing order."),
    initial=(4,),
    minimum=1,
)
_DIV_VALUE: Final = ArgumentSpec(
    "div_value",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Divisor"),
    QT_TRANSLATE_NOOP("Catalog", "By how much the features shrink from one cluster to the next."),
    default=4.0,
    minimum=0,
    exclusive=True,
)
_HEAD_BIAS: Final = replace(
    BIAS,
    name="head_bias",
    help=QT_TRANSLATE_NOOP("Catalog", "Learn a bias for the frequent classes and the clusters."),
    default=False,
)

_CLASS_SEARCH: Final = ("classification", "softmax", "nll", "分类", "交叉熵")
_CLASSES: Final = ((3, 5), (3,))
_CLASSES_DTYPE: Final = ("float32", "int64")
_CLASSES_SIZES: Final = "n c, n | n c l, n l | n c h w, n h w | n c d h w, n d h w | c,"

LAYERS: Final = (
    loss(
        "CrossEntropyLoss",
        QT_TRANSLATE_NOOP("Catalog", "Cross-entropy loss"),
        QT_TRANSLATE_NOOP("Catalog", "Compares scores for classes, not yet probabilities, with the right classes."),
        _IGNORE_INDEX,
        REDUCTION,
        _LABEL_SMOOTHING,
        search=_CLASS_SEARCH,
        sample=_CLASSES,
        sample_dtype=_CLASSES_DTYPE,
        sizes=_CLASSES_SIZES,
        unlike_meta=True,
    ),
    loss(
        "NLLLoss",
        QT_TRANSLATE_NOOP("Catalog", "Negative log-likelihood loss"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Compares logarithms of probabilities, as log softmax gives, with the right classes."
        ),
        _IGNORE_INDEX,
        REDUCTION,
        search=("负对数似然", *_CLASS_SEARCH),
        sample=_CLASSES,
        sample_dtype=_CLASSES_DTYPE,
        sizes=_CLASSES_SIZES,
        unlike_meta=True,
    ),
    replace(
        loss(
            "LinearCrossEntropyLoss",
            QT_TRANSLATE_NOOP("Catalog", "Linear layer with cross-entropy loss"),
            QT_TRANSLATE_NOOP("Catalog", "A fully connected layer and the cross-entropy of its scores in one step."),
            _IN_FEATURES,
            _NUM_CLASSES,
            _OUT_FEATURES,
            replace(BIAS, default=False),
            REDUCTION,
            replace(
                _IGNORE_INDEX,
                help=QT_TRANSLATE_NOOP("Catalog", "Targets with this index count for nothing; None stands for -100."),
                default=None,
                optional=True,
            ),
            _LABEL_SMOOTHING,
            search=("vocabulary", "head", "词表", *_CLASS_SEARCH),
            sample=((3, 8), (3,)),
            sample_dtype=_CLASSES_DTYPE,
            sizes="n in_features, n | in_features,",
        ),
        parameters=(
            ParameterSpec("linear.weight", ("num_classes*out_features", "in_features")),
            ParameterSpec("linear.bias", ("num_classes*out_features",), when=("bias",)),
        ),
        face=("num_classes", "reduction"),
        index_inputs=(("target", "num_classes"),),
    ),
    LayerSpec(
        "nn.AdaptiveLogSoftmaxWithLoss",
        QT_TRANSLATE_NOOP("Catalog", "Adaptive log softmax with loss"),
        Family.LOSS,
        (
            replace(_IN_FEATURES, auto=Auto("input_")),
            replace(_NUM_CLASSES, name="n_classes"),
            _CUTOFFS,
            _DIV_VALUE,
            _HEAD_BIAS,
        ),
        inputs=("input_", "target_"),
        outputs=("output", "loss"),
        parameters=(
            ParameterSpec("head.weight", (UNKNOWN, "in_features")),
            ParameterSpec("head.bias", (UNKNOWN,), when=("head_bias",)),
            ParameterSpec("tail.{0}.0.weight", (UNKNOWN, "in_features"), repeat=("cutoffs",)),
            ParameterSpec("tail.{0}.1.weight", (UNKNOWN, UNKNOWN), repeat=("cutoffs",)),
        ),
        face=("n_classes", "cutoffs"),
        search=("vocabulary", "hierarchical", "词表", "层序", *_CLASS_SEARCH, *SEARCH),
        help=QT_TRANSLATE_NOOP(
            "Catalog", "Cross-entropy over very many classes: rare ones share clusters that are looked at when needed."
        ),
        sample=((3, 8), (3,)),
        sample_dtype=_CLASSES_DTYPE,
        sizes="n in_features, n | in_features,",
        index_inputs=(("target_", "n_classes"),),
        floating=True,
        reads_values=True,
    ),
    loss(
        "BCELoss",
        QT_TRANSLATE_NOOP("Catalog", "Binary cross-entropy loss"),
        QT_TRANSLATE_NOOP("Catalog", "Compares probabilities, as a sigmoid gives, with targets between 0 and 1."),
        REDUCTION,
        search=("binary", "二分类", "二元", *_CLASS_SEARCH),
    ),
    loss(
        "BCEWithLogitsLoss",
        QT_TRANSLATE_NOOP("Catalog", "Binary cross-entropy loss of scores"),
        QT_TRANSLATE_NOOP("Catalog", "A sigmoid and the binary cross-entropy in one step, computed stably."),
        REDUCTION,
        search=("binary", "sigmoid", "logits", "二分类", "二元", *_CLASS_SEARCH),
    ),
    loss(
        "MultiLabelSoftMarginLoss",
        QT_TRANSLATE_NOOP("Catalog", "Multi-label soft margin loss"),
        QT_TRANSLATE_NOOP("Catalog", "Binary cross-entropy of scores, averaged over the classes of each example."),
        REDUCTION,
        search=("multilabel", "多标签", *_CLASS_SEARCH),
    ),
    loss(
        "MultiLabelMarginLoss",
        QT_TRANSLATE_NOOP("Catalog", "Multi-label margin loss"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Wants every right class a margin above every wrong one; -1 ends a row of targets."
        ),
        REDUCTION,
        search=("multilabel", "hinge", "多标签", "合页", *_CLASS_SEARCH),
        sample_dtype=_CLASSES_DTYPE,
        unlike_meta=True,
    ),
    loss(
        "MultiMarginLoss",
        QT_TRANSLATE_NOOP("Catalog", "Multi-class margin loss"),
        QT_TRANSLATE_NOOP("Catalog", "Wants the score of the right class a margin above all others."),
        _POWER,
        MARGIN,
        REDUCTION,
        search=("hinge", "svm", "合页", "支持向量机", *_CLASS_SEARCH),
        sample=_CLASSES,
        sample_dtype=_CLASSES_DTYPE,
        sizes=_CLASSES_SIZES,
    ),
    loss(
        "SoftMarginLoss",
        QT_TRANSLATE_NOOP("Catalog", "Soft margin loss"),
        QT_TRANSLATE_NOOP("Catalog", "The logistic loss: log(1 + exp(-y x)) for targets y of 1 and -1."),
        REDUCTION,
        search=("logistic", "逻辑", "二分类", *_CLASS_SEARCH),
        unlike_meta=True,
    ),
    loss(
        "KLDivLoss",
        QT_TRANSLATE_NOOP("Catalog", "Kullback-Leibler divergence"),
        QT_TRANSLATE_NOOP(
            "Catalog", "How much the distribution of the target differs from that of the input, in logarithms."
        ),
        _KL_REDUCTION,
        _LOG_TARGET,
        search=("kl", "distillation", "vae", "相对熵", "散度", "蒸馏"),
    ),
    replace(
        loss(
            "CTCLoss",
            QT_TRANSLATE_NOOP("Catalog", "Connectionist temporal classification loss (CTC)"),
            QT_TRANSLATE_NOOP(
                "Catalog", "Compares a long sequence of class probabilities with a short one of symbols."
            ),
            _BLANK,
            REDUCTION,
            _ZERO_INFINITY,
            inputs=("log_probs", "targets", "input_lengths", "target_lengths"),
            search=("ctc", "speech", "ocr", "alignment", "语音识别", "对齐", "连接时序分类"),
            sample=((7, 3, 5), (3, 4), (3,), (3,)),
            sample_dtype=("float32", "int64", "int64", "int64"),
        ),
        reads_values=True,
    ),
)
