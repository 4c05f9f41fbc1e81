"""Order and reach."""

from drawings import CHAIN, DIAMOND, drawing

from lazygui.graph import topology


def test_order_follows_the_edges_and_then_the_document():
    assert topology.order(drawing("fc2 fc1 x", ["x > fc1", "fc1 > fc2"])) == ("x", "fc1", "fc2")
    assert topology.order(DIAMOND) == ("x", "fc1", "fc2", "add")
    assert topology.order(drawing("fc2 x fc1")) == ("fc2", "x", "fc1")


def test_order_does_not_depend_on_the_order_of_edges():
    assert topology.order(drawing("x fc1 fc2", ["x > fc2", "x > fc1"])) == ("x", "fc1", "fc2")


def test_a_layer_fed_twice_by_one_output_comes_once():
    assert topology.order(drawing("x add", ["x > add", "x > add:1"])) == ("x", "add")


def test_downstream_holds_the_starts_and_all_behind_them():
    assert topology.downstream(DIAMOND, ["fc1"]) == {"fc1", "add"}
    assert topology.downstream(DIAMOND, []) == frozenset()


def test_nodes_on_a_cycle_and_behind_it_are_named():
    graph = drawing("x fc1 relu fc2 fc3", ["fc1 > relu", "relu > fc1", "relu > fc2", "x > fc3"])
    assert topology.cyclic_nodes(graph) == ("fc1", "relu", "fc2")
    assert topology.cyclic_nodes(DIAMOND) == ()


def test_a_chain_is_one_line():
    assert topology.chain(CHAIN) == ("x", "fc1", "relu", "fc2")
    assert topology.chain(drawing("x")) == ("x",)


def test_anything_but_one_line_is_no_chain():
    assert topology.chain(drawing("")) is None
    assert topology.chain(DIAMOND) is None
    assert topology.chain(drawing("x fc")) is None
    assert topology.chain(drawing("x fc1 fc2", ["x > fc1", "x > fc2"])) is None
    assert topology.chain(drawing("x add", ["x > add", "x > add:1"])) is None
    assert topology.chain(drawing("odd fc", ["odd:1 > fc"])) is None


def test_upstream_is_all_that_a_tensor_comes_from():
    assert topology.upstream(DIAMOND, ["fc1"]) == {"x", "fc1"}
    assert topology.upstream(DIAMOND, ["add"]) == {"x", "fc1", "fc2", "add"}
    assert topology.upstream(DIAMOND, []) == frozenset()
