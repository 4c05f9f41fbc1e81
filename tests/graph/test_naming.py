"""Names are attribute paths that PyTorch can take."""

import pytest
from torch import nn

from lazygui import catalog
from lazygui.graph import naming, rules


@pytest.mark.parametrize("name", ["fc1", "b2.conv1", "0", "seq.0", "层", "_conv_stem", "a.b.c", "x" * 200])
def test_an_attribute_path_is_valid(name):
    assert naming.is_valid(name)
    assert rules.check_name(name, ()) is None


@pytest.mark.parametrize(
    "name", ["", ".", "a.", ".a", "a..b", "1a", "a b", "a-b", "x²", "a\n", "٣", "ﬁ", "x" * 201, "0_2", "a:1"]
)
def test_anything_else_is_not(name):
    assert not naming.is_valid(name)
    assert rules.check_name(name, ()).code == "name_invalid"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("lambda", "name_keyword"),
        ("b.None", "name_keyword"),
        ("train", "name_reserved"),
        ("b.forward", "name_reserved"),
        ("_modules", "name_reserved"),
        ("__init__", "name_reserved"),
        ("fc1", "name_taken"),
        ("b", "name_nested"),
        ("fc1.weight", "name_nested"),
    ],
)
def test_a_name_is_refused_with_the_reason(name, code):
    problem = rules.check_name(name, ("fc1", "b.conv1"))
    assert (problem.code, problem.node) == (code, name)


def test_a_name_that_only_begins_like_another_is_free():
    assert rules.check_name("b", ("b2.conv1", "bc")) is None
    assert rules.check_name("b.conv2", ("b.conv1",)) is None


def test_the_reserved_names_are_those_of_torch():
    own = {name for module in (nn.Module(), nn.Sequential()) for name in dir(module) if not name.startswith("__")}
    assert own <= naming.RESERVED


@pytest.mark.parametrize(
    ("wanted", "taken", "free"),
    [
        ("fc", (), "fc"),
        ("fc", ("fc",), "fc2"),
        ("fc1", ("fc1", "fc2"), "fc3"),
        ("fc9", ("fc9",), "fc10"),
        ("b2.conv1", ("b2.conv1",), "b2.conv2"),
        ("0", ("0",), "1"),
        ("seq.0", ("seq.0", "seq.1"), "seq.2"),
        ("b", ("b.conv1",), "b2"),
        ("b1", ("b1.conv1", "b2"), "b3"),
        ("1" * 99, ("1" * 99,), "1" * 98 + "2"),
    ],
)
def test_a_taken_name_gets_the_next_free_number(wanted, taken, free):
    assert naming.unique(wanted, taken) == free


@pytest.mark.parametrize(
    ("layer", "names"),
    [
        ("nn.LazyLinear", ["fc1", "fc2"]),
        ("nn.ReLU", ["relu", "relu2"]),
        ("nn.LazyConv2d", ["conv1", "conv2"]),
        ("nn.ConvTranspose2d", ["deconv1", "deconv2"]),
        ("nn.LazyBatchNorm1d", ["bn1", "bn2"]),
        ("nn.AdaptiveAvgPool2d", ["pool", "pool2"]),
        ("nn.Dropout2d", ["dropout", "dropout2"]),
        ("torch.cat", ["cat", "cat2"]),
        ("Input", ["x", "x2"]),
    ],
)
def test_new_nodes_are_called_as_people_write_them(layer, names):
    taken: list[str] = []
    for _ in names:
        taken.append(naming.fresh(catalog.find(layer), layer, taken))
    assert taken == names


@pytest.mark.parametrize("layer", catalog.CATALOG)
def test_every_layer_gets_names_that_the_rules_allow(layer):
    first = naming.fresh(catalog.find(layer), layer, ())
    second = naming.fresh(catalog.find(layer), layer, (first,))
    assert rules.check_name(first, ()) is None
    assert rules.check_name(second, (first,)) is None


def test_an_unknown_layer_is_named_after_its_type():
    assert naming.fresh(None, "my.Gate", ()) == "gate"
    assert naming.fresh(None, "???", ()) == "node"


@pytest.mark.parametrize("name", ["a", "a.b", "a.b.c", "a.b.c.d", "a.x", "b", "ab", "a.bc"])
def test_many_names_are_asked_as_one_by_one(name):
    names = ("a.b.c", "b", "a.x.y")
    assert (naming.rival(name, naming.Taken(names)) is None) == (naming.rival(name, names) is None)


def test_taken_names_can_be_added():
    taken = naming.Taken(["fc1"])
    taken.add("b.fc")
    assert sorted(taken) == ["b.fc", "fc1"]
    assert len(taken) == 2
    assert naming.rival("b", taken) == "b.fc"
    assert naming.unique("fc1", taken) == "fc2"


def test_an_operation_named_as_no_attribute_may_be_counts_from_one():
    assert naming.fresh(None, "torch.float", ()) == "float1"
    assert naming.fresh(None, "torch.lambda", ("lambda1",)) == "lambda2"
