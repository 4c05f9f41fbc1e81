"""What names of pasted Python mean: names of libraries, torch's orders of parameters, what says nothing of a network.

The catalogue is the source of types and arguments. Here stands only where torch's own order or name is another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from lazygui import catalog
from lazygui.catalog.spec import LayerSpec

ALIASES: Final[Mapping[str, str]] = {
    "torch.nn.functional": "F",
    "nn.functional": "F",
    "torch.nn": "nn",
    "torch.nn.modules": "nn",
    "d2l.torch": "d2l",
    "collections.OrderedDict": "OrderedDict",
    "nn.parameter.Parameter": "nn.Parameter",
    "nn.NonDynamicallyQuantizableLinear": "nn.Linear",
}
"""The one name of what Python has under several."""

KNOWN: Final = ("torch", "nn", "F", "d2l", "math", "OrderedDict", "np")
"""Names of libraries that a fragment without its imports may use."""

METHODS: Final[Mapping[str, str]] = {
    "view": "torch.reshape",
    "swapaxes": "torch.transpose",
    "swapdims": "torch.transpose",
    "type": "torch.Tensor.to",
    "multiply": "torch.mul",
    "permute_dims": "torch.permute",
    "mm": "torch.matmul",
}
"""Methods and functions of torch that the catalogue has under another name."""

CASTS: Final[Mapping[str, str]] = {
    "float": "float32",
    "double": "float64",
    "half": "float16",
    "bfloat16": "bfloat16",
    "long": "int64",
    "int": "int32",
    "bool": "bool",
}
"""Methods that turn a tensor into another data type."""

TYPES: Final[Mapping[str, str]] = {
    **{name: name for name in ("float32", "float64", "float16", "bfloat16", "int64", "int32", "uint8", "bool")},
    **{"float": "float32", "double": "float64", "half": "float16", "long": "int64", "int": "int32"},
}
"""torch's names of data types."""

SAME: Final = frozenset({"contiguous", "detach", "clone", "requires_grad_", "cuda", "cpu", "retain_grad", "data"})
"""Methods that give the tensor as it is."""

IGNORED_METHODS: Final = frozenset(
    {
        *("train", "eval", "to", "cuda", "cpu", "float", "double", "half", "apply", "apply_init", "requires_grad_"),
        *("zero_grad", "register_forward_hook", "load_state_dict", "compile", "save_hyperparameters", "type"),
        *("init_weights", "reset_parameters", "_init_weights"),
    }
)
"""Methods of modules that change no structure; a class of the text that defines one of them is asked first."""

MUTATORS: Final = frozenset({"append", "extend", "insert", "add_module", "register_module", "pop", "update"})
"""Methods after whose failure their object is not what it would have been."""

IGNORED_ARGUMENTS: Final = frozenset(
    {"device", "generator", "training", "out", "_stacklevel", "requires_grad", "non_blocking", "memory_format", "dtype"}
)
"""Arguments that say nothing of the network, where the catalogue does not know them either."""

OTHER_ARGUMENTS: Final[Mapping[str, str]] = {"axis": "dim", "keepdims": "keepdim", "dtype_": "dtype", "unbiased": ""}
"""Second names that torch gives arguments."""

_NORM: Final = ("eps", "momentum", "affine", "track_running_stats", "device", "dtype")
_LOSS: Final = ("size_average", "reduce", "reduction")
ORDERS: Final[Mapping[str, tuple[str, ...]]] = {
    **{f"nn.Lazy{kind}Norm{n}d": _NORM for kind in ("Batch", "Instance") for n in (1, 2, 3)},
    **{f"nn.{kind}Norm{n}d": ("num_features", *_NORM) for kind in ("Batch", "Instance") for n in (1, 2, 3)},
    "nn.GroupNorm": ("num_groups", "num_channels", "eps", "affine", "device", "dtype"),
    "nn.EmbeddingBag": (
        *("num_embeddings", "embedding_dim", "max_norm", "norm_type", "scale_grad_by_freq", "mode", "sparse"),
        *("_weight", "include_last_offset", "padding_idx", "device", "dtype"),
    ),
    "nn.TransformerEncoder": ("encoder_layer", "num_layers", "norm", "enable_nested_tensor", "mask_check"),
    "nn.TransformerDecoder": ("decoder_layer", "num_layers", "norm"),
    "nn.Transformer": (
        *("d_model", "nhead", "num_encoder_layers", "num_decoder_layers", "dim_feedforward", "dropout", "activation"),
        *("custom_encoder", "custom_decoder", "layer_norm_eps", "batch_first", "norm_first", "bias"),
    ),
    "nn.CrossEntropyLoss": ("weight", "size_average", "ignore_index", "reduce", "reduction", "label_smoothing"),
    "nn.NLLLoss": ("weight", "size_average", "ignore_index", "reduce", "reduction"),
    "nn.LinearCrossEntropyLoss": ("in_features", "num_classes"),
    "nn.BCELoss": ("weight", *_LOSS),
    "nn.BCEWithLogitsLoss": ("weight", *_LOSS, "pos_weight"),
    "nn.MultiLabelSoftMarginLoss": ("weight", *_LOSS),
    "nn.MultiLabelMarginLoss": _LOSS,
    "nn.MultiMarginLoss": ("p", "margin", "weight", *_LOSS),
    "nn.SoftMarginLoss": _LOSS,
    "nn.KLDivLoss": (*_LOSS, "log_target"),
    "nn.MSELoss": _LOSS,
    "nn.L1Loss": _LOSS,
    "nn.SmoothL1Loss": (*_LOSS, "beta"),
    "nn.GaussianNLLLoss": (),
    "nn.PoissonNLLLoss": ("log_input", "full", "size_average", "eps", "reduce", "reduction"),
    "nn.CosineEmbeddingLoss": ("margin", *_LOSS),
    "nn.HingeEmbeddingLoss": ("margin", *_LOSS),
    "nn.MarginRankingLoss": ("margin", *_LOSS),
    "nn.TripletMarginLoss": ("margin", "p", "eps", "swap", *_LOSS),
    "nn.TripletMarginWithDistanceLoss": (),
    "torch.index_select": ("input", "dim", "index"),
    "torch.gather": ("input", "dim", "index"),
    "F.softmax": ("input", "dim", "_stacklevel", "dtype"),
    "F.log_softmax": ("input", "dim", "_stacklevel", "dtype"),
}
"""The parameters that torch takes by position, where the catalogue's order is another or goes on."""

CALL_ORDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "nn.MultiheadAttention": (
        *("query", "key", "value", "key_padding_mask", "need_weights", "attn_mask", "average_attn_weights"),
        "is_causal",
    ),
}
"""The same for the call of a module."""

FUNCTIONAL_ORDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "F.dropout": ("p", "training", "inplace"),
    "F.dropout1d": ("p", "training", "inplace"),
    "F.dropout2d": ("p", "training", "inplace"),
    "F.dropout3d": ("p", "training", "inplace"),
    "F.alpha_dropout": ("p", "training", "inplace"),
    "F.max_pool1d": ("kernel_size", "stride", "padding", "dilation", "ceil_mode", "return_indices"),
    "F.max_pool2d": ("kernel_size", "stride", "padding", "dilation", "ceil_mode", "return_indices"),
    "F.max_pool3d": ("kernel_size", "stride", "padding", "dilation", "ceil_mode", "return_indices"),
    "F.rrelu": ("lower", "upper", "training", "inplace"),
    "F.glu": ("dim",),
    "F.softmin": ("dim", "_stacklevel", "dtype"),
}
"""The same for functions that are drawn as the module that does the same."""


def canonical(path: str) -> str:
    """Return the one name of a library's thing: `nn.Linear` for `torch.nn.Linear`."""
    for long in sorted(ALIASES, key=len, reverse=True):
        if path == long or path.startswith(f"{long}."):
            return canonical(ALIASES[long] + path[len(long) :])
    return path


def is_known(path: str) -> bool:
    """Say whether a name is of a library that the reader knows, or of Python's own."""
    return path.partition(".")[0] in ("torch", "nn", "F", "math", "np") or "." not in path or path in _D2L


_D2L: Final = frozenset(f"d2l.{spec.name}" for spec in catalog.CATALOG.values() if spec.source)
"""Functions of the book that the catalogue has as blocks."""


def functions(path: str) -> tuple[LayerSpec, ...]:
    """Return the operations that a function of torch may be; which of them, the tensors that it is given tell."""
    found = _by_function().get(path)
    if found is None:
        other = METHODS.get(path.rpartition(".")[2]) or catalog.OTHER_NAMES.get(path)
        found = _by_function().get(other or "", ())
    return found


def methods(name: str) -> tuple[LayerSpec, ...]:
    """Return the operations that a method of a tensor may be."""
    wanted = METHODS.get(name)
    paths = (wanted,) if wanted else (f"torch.Tensor.{name}", f"torch.{name}", f"F.{name}")
    return next((found for path in paths if (found := functions(path))), ())


def twin(path: str) -> LayerSpec | None:
    """Return the module without weights that does what a function of torch.nn.functional does: `F.max_pool2d`."""
    head, _, name = path.rpartition(".")
    return _by_lower_name().get(name.replace("_", "")) if head in ("F", "torch") else None


@cache
def _by_function() -> Mapping[str, tuple[LayerSpec, ...]]:
    found: dict[str, tuple[LayerSpec, ...]] = {}
    for spec in catalog.CATALOG.values():
        if spec.call is not None:
            found[spec.call.function] = (*found.get(spec.call.function, ()), spec)
    return found


@cache
def _by_lower_name() -> Mapping[str, LayerSpec]:
    return dict(_weightless())


def _weightless() -> Iterator[tuple[str, LayerSpec]]:
    for spec in catalog.CATALOG.values():
        if spec.is_module and not spec.parameters:
            name = spec.name.lower()
            yield name, spec
            if name.endswith("loss"):
                yield name.removesuffix("loss"), spec
