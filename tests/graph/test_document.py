"""The open drawing: its history, what its steps are called, and whether it is saved."""

from drawings import CHAIN, drawing, node, port

from lazygui.graph.changes import GraphChanged
from lazygui.graph.document import Document
from lazygui.graph.edits import AddNodes, Connect, EditTitle, MoveNodes, Remove, RenameNode, SetArgument
from lazygui.graph.model import Graph, Point


def test_a_new_document_is_empty_and_saved():
    document = Document()
    assert document.graph == Graph()
    assert not document.is_modified
    assert (document.undo_title, document.redo_title) == (None, None)


def test_undo_and_redo_without_steps_do_nothing():
    document = Document(CHAIN)
    heard: list[GraphChanged] = []
    document.subscribe(heard.append)
    document.undo()
    document.redo()
    assert document.graph is CHAIN
    assert heard == []


def test_undo_restores_the_very_snapshot():
    document = Document(CHAIN)
    document.do(Remove(frozenset({"fc1"})))
    document.undo()
    assert document.graph is CHAIN


def test_undo_restores_the_order_of_nodes_and_edges():
    document = Document(CHAIN)
    document.do(Remove(frozenset({"x"}), frozenset({port("relu")})))
    document.undo()
    assert list(document.graph.nodes) == ["x", "fc1", "relu", "fc2"]
    assert list(document.graph.edges) == [port("fc1"), port("relu"), port("fc2")]


def test_steps_are_called_by_their_edits():
    document = Document(CHAIN)
    document.do(SetArgument("fc1", "out_features", 9))
    document.do(Remove(frozenset({"relu"})))
    assert document.undo_title == EditTitle("remove", 1, "relu")
    document.undo()
    assert document.undo_title == EditTitle("set_argument", 1, "fc1.out_features")
    assert document.redo_title == EditTitle("remove", 1, "relu")


def test_a_refused_edit_gives_its_problem_and_changes_nothing():
    document = Document(CHAIN)
    heard: list[GraphChanged] = []
    document.subscribe(heard.append)
    problem = document.do(Connect(port("fc2"), port("fc1")))
    assert problem is not None
    assert problem.code == "input_taken"
    assert document.graph is CHAIN
    assert document.undo_title is None
    assert heard == []


def test_a_refused_edit_keeps_what_can_be_redone():
    document = Document(CHAIN)
    document.do(Remove(frozenset({"relu"})))
    document.undo()
    document.do(RenameNode("x", "fc1"))
    assert document.redo_title == EditTitle("remove", 1, "relu")


def test_an_edit_that_changes_nothing_is_no_step():
    document = Document(CHAIN)
    assert document.do(RenameNode("fc1", "fc1")) is None
    assert document.do(SetArgument("fc1", "out_features", 8)) is None
    assert document.do(MoveNodes({"x": Point(0, 0)})) is None
    assert document.do(AddNodes((), {})) is None
    assert document.undo_title is None


def test_a_new_edit_forgets_what_was_undone():
    document = Document(CHAIN)
    document.do(Remove(frozenset({"relu"})))
    document.undo()
    document.do(Remove(frozenset({"fc1"})))
    assert document.redo_title is None


def test_steps_of_one_gesture_are_undone_at_once():
    document = Document(CHAIN)
    for x in (8, 16, 24):
        document.do(MoveNodes({"x": Point(x, 0)}, gesture=1))
    document.undo()
    assert document.graph == CHAIN
    document.redo()
    assert document.graph.layout["x"] == (24, 0)


def test_another_gesture_another_field_or_other_nodes_are_steps_of_their_own():
    for second in (
        MoveNodes({"x": Point(16, 0)}, gesture=2),
        MoveNodes({"fc1": Point(16, 0)}, gesture=1),
        SetArgument("fc1", "bias", False, gesture=1),
        MoveNodes({"x": Point(16, 0)}),
    ):
        document = Document(CHAIN)
        document.do(MoveNodes({"x": Point(8, 0)}, gesture=1))
        after_first = document.graph
        document.do(second)
        document.undo()
        assert document.graph is after_first


def test_edits_without_a_gesture_never_merge():
    document = Document(CHAIN)
    document.do(SetArgument("fc1", "out_features", 1))
    document.do(SetArgument("fc1", "out_features", 2))
    document.undo()
    assert document.graph.nodes["fc1"].value("out_features") == 1


def test_a_gesture_that_comes_back_to_where_it_began_leaves_no_step():
    document = Document(CHAIN)
    document.do(RenameNode("fc1", "hidden"))
    document.do(MoveNodes({"x": Point(8, 0)}, gesture=1))
    document.do(MoveNodes({"x": Point(0, 0)}, gesture=1))
    assert document.undo_title == EditTitle("rename", 1, "fc1")
    document.undo()
    assert document.graph == CHAIN


def test_a_document_is_modified_until_it_is_as_saved():
    document = Document(CHAIN)
    document.do(Remove(frozenset({"relu"})))
    assert document.is_modified
    document.undo()
    assert not document.is_modified
    document.redo()
    document.mark_saved()
    assert not document.is_modified
    document.undo()
    assert document.is_modified


def test_an_edit_that_brings_back_what_was_saved_is_no_modification():
    document = Document(CHAIN)
    document.do(SetArgument("fc1", "out_features", 9))
    document.do(SetArgument("fc1", "out_features", 8))
    assert not document.is_modified


def test_replacing_shows_another_drawing_as_saved_and_without_history():
    document = Document(CHAIN)
    heard: list[GraphChanged] = []
    document.do(Remove(frozenset({"relu"})))
    document.do(Remove(frozenset({"fc1"})))
    document.undo()
    document.subscribe(heard.append)
    other = drawing("x fc")
    document.replace(other)
    assert document.graph is other
    assert not document.is_modified
    assert (document.undo_title, document.redo_title) == (None, None)
    assert [change.is_replacement for change in heard] == [True]


def test_observers_hear_each_change_once_in_the_order_they_came():
    document = Document(CHAIN)
    heard: list[str] = []
    document.subscribe(lambda change: heard.append("first"))
    leave = document.subscribe(lambda change: heard.append("second"))
    document.do(AddNodes((node("fc3"),), {}))
    leave()
    document.undo()
    assert heard == ["first", "second", "first"]


def test_a_change_tells_of_before_and_after_when_the_document_already_shows_it():
    document = Document(CHAIN)
    seen: list[bool] = []
    document.subscribe(lambda change: seen.append(change.before is CHAIN and change.after is document.graph))
    document.do(Remove(frozenset({"relu"})))
    assert seen == [True]


def test_undo_of_a_renaming_tells_the_names_the_other_way_round():
    document = Document(CHAIN)
    heard: list[GraphChanged] = []
    document.subscribe(heard.append)
    document.do(RenameNode("fc1", "hidden"))
    document.undo()
    document.redo()
    assert [dict(change.renames) for change in heard] == [{"fc1": "hidden"}, {"hidden": "fc1"}, {"fc1": "hidden"}]


def test_an_edit_can_be_checked_without_being_done():
    document = Document(CHAIN)
    assert document.check(Remove(frozenset({"relu"}))) is None
    assert document.check(Remove(frozenset({"ghost"}))).code == "missing_node"
    assert document.graph is CHAIN
    assert document.undo_title is None


def stepped() -> tuple[Document, list[Graph]]:
    """A document after four steps, and the drawing after each number of them."""
    document = Document(CHAIN)
    seen = [document.graph]
    steps = (RenameNode("fc1", "a"), RenameNode("a", "b"), Remove(frozenset({"relu"})), RenameNode("fc2", "relu"))
    for edit in steps:
        assert document.do(edit) is None
        seen.append(document.graph)
    return document, seen


def test_any_step_can_be_gone_to():
    document, seen = stepped()
    for position in (0, 3, 1, 4, 2, 0, 4):
        document.go_to(position)
        assert document.graph is seen[position]
        assert document.position == position
    assert [title.code for title in document.titles] == ["rename", "rename", "remove", "rename"]


def test_every_renaming_on_the_way_is_heard_of_alone():
    document, seen = stepped()
    heard: list[GraphChanged] = []
    document.subscribe(heard.append)
    document.go_to(0)
    assert [dict(change.renames) for change in heard] == [{"relu": "fc2"}, {}, {"b": "a"}, {"a": "fc1"}]
    assert [change.after for change in heard] == seen[3::-1]


def test_steps_that_rename_nothing_are_one_change():
    document = Document(CHAIN)
    for place in (Point(0, 500), Point(24, 500), Point(48, 500)):
        document.do(MoveNodes({"x": place}))
    heard: list[GraphChanged] = []
    document.subscribe(heard.append)
    document.go_to(0)
    document.go_to(3)
    assert [change.after.place("x") for change in heard] == [(0, 0), (48, 500)]


def test_out_of_range_and_here_nothing_happens():
    document, seen = stepped()
    heard: list[GraphChanged] = []
    document.subscribe(heard.append)
    for position in (-1, 4, 5):
        document.go_to(position)
    assert heard == []
    assert document.graph is seen[4]


def test_the_saved_step_is_known_until_it_is_overwritten():
    document, _ = stepped()
    assert document.saved_position == 0
    document.mark_saved()
    assert document.saved_position == 4
    document.go_to(2)
    assert document.saved_position == 4
    assert document.do(RenameNode("b", "c")) is None
    assert document.saved_position is None
    document.mark_unsaved()
    assert document.saved_position is None
