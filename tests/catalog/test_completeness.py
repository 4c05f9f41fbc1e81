"""All of torch.nn that takes tensors and gives tensors is in the catalogue."""

from __future__ import annotations

from torch import nn
from torch.nn.modules import activation, dropout
from torch.nn.modules.lazy import LazyModuleMixin

from lazygui.catalog import CATALOG

NOT_LAYERS = {
    "Module": "what all layers are made from",
    "Container": "an old name of it",
    "Sequential": "a group of nodes",
    "ModuleList": "holds layers and computes nothing",
    "ModuleDict": "holds layers and computes nothing",
    "ParameterList": "holds tensors and computes nothing; a parameter is a node of its own",
    "ParameterDict": "holds tensors and computes nothing; a parameter is a node of its own",
    "RNNBase": "what the recurrent layers are made from",
    "RNNCellBase": "what their cells are made from",
    "DataParallel": "a way to run a network, not a layer of one",
    "SyncBatchNorm": "runs in several processes on GPUs only",
    "NLLLoss2d": "a deprecated name of NLLLoss",
}
CLASSES = {name: kind for name, kind in vars(nn).items() if isinstance(kind, type) and issubclass(kind, nn.Module)}


def test_every_layer_of_torch_is_in_the_catalogue() -> None:
    assert {name for name in CLASSES if f"nn.{name}" not in CATALOG} == NOT_LAYERS.keys()


def test_every_module_of_the_catalogue_is_a_layer_of_torch() -> None:
    assert {spec.name for spec in CATALOG.values() if spec.is_module} == CLASSES.keys() - NOT_LAYERS.keys()


def test_all_lazy_classes_of_torch_and_their_twins_are_told_as_such() -> None:
    classes = [kind for kind in CLASSES.values() if issubclass(kind, LazyModuleMixin)]
    lazy = {f"nn.{kind.__name__}": f"nn.{kind.cls_to_become.__name__}" for kind in classes if kind.cls_to_become}
    assert len(lazy) == 13
    assert {spec.type: spec.becomes for spec in CATALOG.values() if spec.is_lazy} == lazy


def test_all_activations_and_dropouts_of_torch_are_in_their_families() -> None:
    elsewhere = {"MultiheadAttention"}
    names = {*activation.__all__, *dropout.__all__} - elsewhere
    assert {CATALOG[f"nn.{name}"].family.value for name in names} == {"activation", "regularization"}
