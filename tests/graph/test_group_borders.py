"""Groups are the dotted prefixes of names: what is in them, what crosses their borders, which are alike."""

from drawings import RESIDUAL, drawing, port, stack

from lazygui.graph import groups
from lazygui.graph.groups import Crossing
from lazygui.graph.model import Edge, Graph, Node


def test_groups_are_told_with_all_that_is_in_them():
    found = groups.groups(RESIDUAL)
    assert list(found) == ["b1", "b1.conv"]
    assert found["b1"].members == ("b1.conv.fc1", "b1.conv.relu", "b1.add")
    assert found["b1"].children == ("b1.conv",)
    assert groups.members(RESIDUAL, "b1.conv") == ("b1.conv.fc1", "b1.conv.relu")
    assert groups.members(RESIDUAL, "fc") == ()
    assert groups.children(RESIDUAL, "") == ("b1",)
    assert groups.children(RESIDUAL, "b1") == ("b1.conv",)


def test_a_selection_may_name_groups():
    assert groups.expanded(RESIDUAL, ["b1.conv", "fc", "ghost"]) == {"b1.conv.fc1", "b1.conv.relu", "fc"}


def test_the_parent_of_a_name_is_the_group_around_it():
    assert groups.parent("b1.conv.fc1") == "b1.conv"
    assert groups.parent("fc") == ""
    assert list(groups.prefixes("b1.conv.fc1")) == ["b1", "b1.conv"]


def test_a_tensor_that_feeds_two_members_crosses_once():
    found = groups.border(RESIDUAL, "b1")
    assert found.inputs == (Crossing("conv.fc1", (port("b1.conv.fc1"), port("b1.add:1")), (port("x"),)),)
    assert found.outputs == (Crossing("add", (port("b1.add"),), (port("fc"),)),)


def test_two_tensors_cross_in_the_order_of_the_members():
    found = groups.border(stack(1, mask=True), "net.0")
    assert [(one.name, one.outside) for one in found.inputs] == [("fc", (port("x"),)), ("add.other", (port("x2"),))]


def test_an_output_with_several_readers_crosses_once():
    drawn = drawing("b.fc relu fc add", ["b.fc > relu", "b.fc > fc", "b.fc > add"])
    assert groups.border(drawn, "b").outputs == (
        Crossing("fc", (port("b.fc"),), (port("relu"), port("fc"), port("add"))),
    )


def test_an_output_that_is_read_inside_too_crosses_all_the_same():
    drawn = drawing("b.fc b.relu fc", ["b.fc > b.relu", "b.fc > fc"])
    assert [one.inside for one in groups.border(drawn, "b").outputs] == [(port("b.fc"),), (port("b.relu"),)]


def test_what_nothing_is_connected_to_is_a_port_too():
    found = groups.border(drawing("b.fc b.add", ["b.fc > b.add"]), "b")
    assert [(one.name, one.inside, one.outside) for one in found.inputs] == [
        ("fc", (port("b.fc"),), ()),
        ("add.other", (port("b.add:1"),), ()),
    ]
    assert [(one.name, one.outside) for one in found.outputs] == [("add", ())]


def test_groups_are_alike_whatever_they_are_called():
    drawn = stack(3)
    assert groups.signature(drawn, "net.0") == groups.signature(drawn, "net.2")
    assert groups.alike(drawn) == (("net.0", "net.1", "net.2"),)
    renamed = drawn.renamed({"net.1.fc": "other.fc", "net.1.add": "other.add"})
    assert groups.alike(renamed) == (("net.0", "other", "net.2"),)


def test_groups_differ_by_arguments_types_names_edges_and_borders():
    drawn = stack(2)
    fc, add = drawn.nodes["net.1.fc"], drawn.nodes["net.1.add"]
    for other in (
        drawn.with_nodes([fc.with_argument("out_features", 9)]),
        drawn.with_nodes([Node("net.1.add", "torch.mul")]),
        drawn.renamed({"net.1.fc": "net.1.linear"}),
        drawn.without_edges([port("net.1.add")]),
        drawn.without_edges([port("net.1.add:1")]),
        drawn.with_nodes([Node("net.1.fc", fc.type, fc.arguments, shares="net.0.fc")]),
        drawn.with_nodes([Node(add.id, add.type, {}, {"note": 1})]),
    ):
        assert groups.alike(other) == ()


def test_a_share_within_a_group_leaves_it_alike():
    nodes = {name: Node(name, "nn.ReLU", shares=shares) for name, shares in SHARES.items()}
    assert groups.alike(Graph(nodes)) == (("a", "b"),)


SHARES = {"a.one": "", "a.two": "a.one", "b.one": "", "b.two": "b.one"}


def test_blocks_that_follow_one_another_are_repeats():
    assert groups.repeats(stack(4), "net") == (("net.0", "net.1", "net.2", "net.3"),)
    assert groups.repeats(stack(4)) == ()


def test_what_all_blocks_read_does_not_part_them():
    assert groups.repeats(stack(3, mask=True), "net") == (("net.0", "net.1", "net.2"),)


def test_another_block_between_parts_a_run():
    drawn = stack(5)
    odd = drawn.with_nodes([drawn.nodes["net.2.fc"].with_argument("bias", False)])
    assert groups.repeats(odd, "net") == (("net.0", "net.1"), ("net.3", "net.4"))


def test_a_tensor_that_leaves_between_two_blocks_parts_a_run():
    drawn = stack(3)
    drawn = drawn.with_nodes([Node("fc", "nn.ReLU")]).with_edges([Edge(port("net.1.add"), port("fc"))])
    assert groups.repeats(drawn, "net") == (("net.0", "net.1"),)


def test_blocks_side_by_side_are_alike_and_no_repeats():
    drawn = drawing("x a.fc b.fc add", ["x > a.fc", "x > b.fc", "a.fc > add", "b.fc > add:1"])
    assert groups.alike(drawn) == (("a", "b"),)
    assert groups.repeats(drawn) == ()


def test_groups_that_feed_one_another_in_a_circle_stand_alone():
    drawn = drawing("a.fc b.fc a.fc2 b.fc2", ["a.fc > b.fc", "b.fc > a.fc2", "a.fc2 > b.fc2"])
    assert groups.runs(drawn, ["a", "b"]) == (("a",), ("b",))
    circle = ["b.fc > a.relu", "a.fc > b.relu", "x > a.fc", "x > b.fc"]
    assert groups.runs(drawing("x a.fc a.relu b.fc b.relu", circle), ["a", "b"]) == (("a",), ("b",))


def test_a_run_does_not_ask_for_the_order_of_the_document():
    drawn = stack(3)
    backwards = Graph({key: drawn.nodes[key] for key in reversed(drawn.nodes)}, drawn.edges)
    assert groups.repeats(backwards, "net") == (("net.0", "net.1", "net.2"),)
