"""What an edge says of its tensor: the shape of a run, else the inferred one, with the letters of its axes."""

from __future__ import annotations

from lazygui.graph.edits import AddNodes, Connect
from lazygui.graph.model import Node, Point, Port
from lazygui.graph.results import Inference, NodeResult, NodeShapes
from lazygui.testing.canvas import CanvasRobot
from lazygui.ui.canvas.labels import NO_LABEL, EdgeLabels, Label
from lazygui.ui.editor import Editor


def english(_context: str, text: str) -> str:
    return text


def foretell(editor: Editor, **outputs: tuple[int, ...] | None) -> None:
    shapes = {name: NodeShapes("any", (shape,), ("float32",)) for name, shape in outputs.items()}
    editor.results.infer(Inference(nodes=shapes))


def run(editor: Editor, node: str, shape: tuple[int, ...]) -> None:
    editor.results.finish(node, NodeResult("any", (shape,), ("float32",), (), 0.0))


def test_an_edge_of_which_nothing_is_known_says_nothing(editor: Editor) -> None:
    label = EdgeLabels(editor).of(Port("x"))
    assert label is NO_LABEL
    assert (label.text, label.notes(english)) == ("", "")


def test_an_edge_carries_its_inferred_shape_until_a_run_shows_the_true_one(editor: Editor) -> None:
    foretell(editor, x=(2, 20))
    assert EdgeLabels(editor).of(Port("x")) == Label((2, 20), ("N", "F"), is_inferred=True)
    run(editor, "x", (2, 20))
    assert EdgeLabels(editor).of(Port("x")) == Label((2, 20), ("N", "F"))


def test_a_shape_that_only_a_run_can_tell_is_a_question_mark(editor: Editor) -> None:
    foretell(editor, x=None)
    label = EdgeLabels(editor).of(Port("x"))
    assert label.text == "?"
    assert label.notes(english) == "Only a run can tell this shape."


def test_the_batch_is_told_apart_from_the_other_axes() -> None:
    assert Label((2, 20), ("N", "F")).parts == (("2", True), ("\u00d7", False), ("20", False))
    assert Label((5, 2), ("T", "N")).parts == (("5", False), ("\u00d7", False), ("2", True))
    assert Label((), ()).parts == (("()", False),)
    assert Label((2, 20)).parts[0] == ("2", False)


def test_the_notes_tell_the_letters_and_what_they_mean() -> None:
    lines = Label((2, 3, 20), ("N", "", "F"), is_inferred=True).notes(english).splitlines()
    assert lines[0] == "N 2 \u00b7 3 \u00b7 F 20"
    assert "not part of any weight" in lines[1]
    assert "Inferred" in lines[2]
    assert Label((2, 3)).notes(english) == "2 \u00d7 3"


def test_a_new_reader_tells_the_letters_of_an_edge_that_was_there_before(editor: Editor) -> None:
    editor.select(["fc1"])
    editor.delete_selection()
    foretell(editor, x=(2, 20))
    labels = EdgeLabels(editor)
    assert labels.of(Port("x")).letters == ("", "")
    editor.do(Connect(Port("x"), Port("fc2")))
    assert labels.of(Port("x")).letters == ("N", "F")


def test_only_a_new_shape_can_change_what_other_edges_say(editor: Editor) -> None:
    labels = EdgeLabels(editor)
    labels.of(Port("x"))
    foretell(editor, x=(2, 20))
    assert labels.follow(["x"])
    run(editor, "x", (2, 20))
    assert not labels.follow(["x"]), "the same shape, now in a true voice"


def test_the_canvas_shows_inferred_shapes_and_then_true_ones(editor: Editor, canvas: CanvasRobot) -> None:
    edge = canvas.view.canvas_scene.edges[Port("fc1")]
    assert edge.label == ""
    foretell(editor, x=(2, 20))
    assert (edge.label, edge.carries.is_inferred) == ("2\u00d720", True)
    assert "N 2" in edge.toolTip()
    run(editor, "x", (2, 20))
    assert (edge.label, edge.carries.is_inferred) == ("2\u00d720", False)


def test_an_argument_that_names_axes_changes_the_letters(editor: Editor) -> None:
    editor.do(AddNodes((Node("swap", "torch.transpose", {"dim0": 0, "dim1": 0}),), {"swap": Point(0, 0)}))
    editor.do(Connect(Port("fc1"), Port("swap")))
    foretell(editor, x=(2, 20), fc1=(2, 256), swap=(2, 256))
    labels = EdgeLabels(editor)
    assert labels.of(Port("swap")).letters == ("N", "F")
    editor.set_argument("swap", "dim1", 1)
    assert labels.follow(["swap"])
    assert labels.of(Port("swap")).letters == ("F", "N")


def test_an_argument_that_names_no_axis_leaves_all_letters(editor: Editor) -> None:
    foretell(editor, x=(2, 20))
    labels = EdgeLabels(editor)
    labels.of(Port("x"))
    editor.set_argument("fc1", "out_features", 99)
    assert not labels.follow(["fc1"])
