"""A graph is a snapshot: its methods return new ones, and keep the order of the document."""

from drawings import CHAIN, DIAMOND, drawing, node, port

from lazygui.graph.model import Edge, Graph, Node, Point, is_same


def test_a_method_leaves_the_graph_as_it_was():
    before = (dict(CHAIN.nodes), dict(CHAIN.edges), dict(CHAIN.layout))
    CHAIN.without_nodes(["fc1"]).with_nodes([node("add")]).renamed({"x": "y"})
    assert (dict(CHAIN.nodes), dict(CHAIN.edges), dict(CHAIN.layout)) == before


def test_inputs_come_by_index_and_outputs_in_document_order():
    graph = drawing("x fc add", ["fc > add:1", "x > fc", "x > add"])
    assert [edge.source.node for edge in graph.inputs["add"]] == ["x", "fc"]
    assert [edge.target.node for edge in graph.outputs["x"]] == ["fc", "add"]
    assert "x" not in graph.inputs
    assert "add" not in graph.outputs


def test_adjacency_is_that_of_the_new_edges_after_each_method():
    assert DIAMOND.inputs["add"]
    assert "add" not in DIAMOND.without_nodes(["fc1", "fc2"]).inputs
    assert len(DIAMOND.without_edges([port("add:1")]).inputs["add"]) == 1
    assert DIAMOND.renamed({"fc1": "left"}).inputs["add"][0].source.node == "left"
    grown = DIAMOND.with_nodes([node("fc3")]).with_edges([Edge(port("add"), port("fc3"))])
    assert grown.outputs["add"] == (Edge(port("add"), port("fc3")),)


def test_moving_keeps_the_adjacency_that_was_computed():
    inputs = DIAMOND.inputs
    assert DIAMOND.with_layout({"x": Point(5, 5)}).inputs is inputs


def test_removing_a_node_takes_its_edges_and_its_place():
    graph = CHAIN.without_nodes(["relu"])
    assert list(graph.nodes) == ["x", "fc1", "fc2"]
    assert list(graph.edges) == [port("fc1")]
    assert "relu" not in graph.layout


def test_renaming_keeps_every_order_and_every_edge():
    graph = CHAIN.renamed({"fc1": "hidden"})
    assert list(graph.nodes) == ["x", "hidden", "relu", "fc2"]
    assert list(graph.layout) == ["x", "hidden", "relu", "fc2"]
    assert list(graph.edges.items())[:2] == [(port("hidden"), port("x")), (port("relu"), port("hidden"))]
    assert graph.nodes["hidden"].id == "hidden"


def test_a_variadic_layer_shows_a_free_port_behind_its_last_edge():
    assert drawing("cat").input_count("cat") == 2
    full = drawing("x cat", ["x > cat", "x > cat:1"])
    assert full.input_count("cat") == 3
    assert full.without_edges([port("cat")]).input_count("cat") == 3


def test_an_unknown_layer_shows_the_ports_that_its_edges_need():
    graph = drawing("x odd fc", ["x > odd:2", "odd:1 > fc"])
    assert (graph.input_count("odd"), graph.output_count("odd")) == (3, 2)
    assert (drawing("odd").input_count("odd"), drawing("odd").output_count("odd")) == (1, 1)
    assert (node("odd").input_names, node("odd").output_names) == (("input",), ("output",))


def test_a_known_layer_shows_the_ports_of_the_catalogue():
    assert CHAIN.input_count("x") == 0
    assert CHAIN.input_count("fc1") == 1
    assert DIAMOND.input_count("add") == 2
    assert DIAMOND.output_count("add") == 1


def test_the_value_of_an_argument_is_what_was_set_else_torchs_default():
    linear = node("fc1")
    assert linear.value("out_features") == 8
    assert linear.value("bias") is True
    assert linear.value("no_such_argument") is None
    assert node("odd").value("anything") is None


def test_an_argument_equal_to_torchs_default_is_left_out():
    changed = node("fc1").with_argument("bias", False)
    assert changed.arguments == {"out_features": 8, "bias": False}
    assert changed.with_argument("bias", True).arguments == {"out_features": 8}


def test_a_required_argument_is_always_written():
    assert Node("fc", "nn.LazyLinear").with_argument("out_features", 3).arguments == {"out_features": 3}


def test_equality_tells_true_from_one():
    assert is_same(1, 1)
    assert not is_same(1, True)
    assert not is_same(1, 1.0)


def test_a_node_without_a_place_is_at_the_origin():
    assert drawing("fc").place("fc") == Point(0, 0)
    assert Graph().nodes == {}
