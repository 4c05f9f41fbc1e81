"""The code panel: it follows every edit, marks the chosen node, and gives its text away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from lazygui.catalog.spec import AUTO, Family
from lazygui.codegen.source import source
from lazygui.graph.edits import AddNodes
from lazygui.graph.model import Edge, Node, Point, Port
from lazygui.graph.results import Inference, NodeShapes
from lazygui.ui.appearance import Appearance
from lazygui.ui.code_panel import CodePanel, difference
from lazygui.ui.editor import Editor


@pytest.fixture
def panel(qtbot: QtBot, editor: Editor, appearance: Appearance) -> CodePanel:
    panel = CodePanel(editor, appearance)
    qtbot.addWidget(panel)
    panel.resize(420, 160)
    panel.show()
    return panel


def marked(panel: CodePanel) -> list[str]:
    return [band.cursor.block().text().strip() for band in panel.text.extraSelections()]


def test_it_shows_the_code_of_the_drawing(panel: CodePanel, editor: Editor) -> None:
    assert panel.text.toPlainText() == source(editor.graph, 0)
    assert panel.text.isReadOnly()


def test_it_follows_every_edit_and_undo(panel: CodePanel, editor: Editor, qtbot: QtBot) -> None:
    editor.set_argument("fc1", "out_features", 77)
    qtbot.waitUntil(lambda: "nn.LazyLinear(77)" in panel.text.toPlainText())
    editor.undo()
    qtbot.waitUntil(lambda: "nn.LazyLinear(77)" not in panel.text.toPlainText())


def test_many_edits_of_one_turn_are_written_once(panel: CodePanel, editor: Editor, qtbot: QtBot) -> None:
    shown: list[str] = []
    panel.text.textChanged.connect(lambda: shown.append(panel.text.toPlainText()))
    for number in range(1, 6):
        editor.set_argument("fc1", "out_features", number)
    qtbot.waitUntil(lambda: "nn.LazyLinear(5)" in panel.text.toPlainText())
    assert set(shown) == {source(editor.graph, 0)}


def test_it_stays_where_it_was_scrolled_to(panel: CodePanel, editor: Editor, qtbot: QtBot) -> None:
    panel.text.verticalScrollBar().setValue(5)
    panel.text.horizontalScrollBar().setValue(20)
    editor.set_argument("fc1", "out_features", 77)
    qtbot.waitUntil(lambda: "77" in panel.text.toPlainText())
    assert (panel.text.verticalScrollBar().value(), panel.text.horizontalScrollBar().value()) == (5, 20)


def test_copy_puts_the_newest_code_on_the_clipboard_and_says_so(panel: CodePanel, editor: Editor, qtbot: QtBot) -> None:
    editor.set_argument("fc1", "out_features", 77)
    qtbot.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == source(editor.graph, 0)
    assert panel.copy_button.text() == "Copied"
    qtbot.waitUntil(lambda: panel.copy_button.text() == "Copy")


def test_save_gives_the_script_away(panel: CodePanel, editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.save_requested) as asked:
        qtbot.mouseClick(panel.save_button, Qt.MouseButton.LeftButton)
    assert asked.args == [source(editor.graph, 0)]


def test_the_seed_is_the_one_of_the_run(panel: CodePanel, editor: Editor, qtbot: QtBot) -> None:
    panel.set_seed(42)
    qtbot.waitUntil(lambda: panel.text.toPlainText() == source(editor.graph, 42))


def test_the_line_of_the_chosen_node_is_marked(panel: CodePanel, editor: Editor, qtbot: QtBot) -> None:
    editor.select(["relu"])
    qtbot.waitUntil(lambda: marked(panel) == ["nn.ReLU(),"])
    editor.select(["x"])
    qtbot.waitUntil(lambda: [line.rpartition(" = ")[2][:10] for line in marked(panel)] == ["torch.rand"])
    editor.select()
    qtbot.waitUntil(lambda: marked(panel) == [])


def test_in_a_module_both_lines_of_a_node_are_its_own(panel: CodePanel, editor: Editor, qtbot: QtBot) -> None:
    editor.select(["x"])
    editor.append_layer("nn.LazyLinear")
    editor.select(["fc1"])
    qtbot.waitUntil(lambda: marked(panel) == ["self.fc1 = nn.LazyLinear(256)", "fc1 = self.fc1(x)"])


def test_an_empty_drawing_has_a_word_for_it(qtbot: QtBot, appearance: Appearance) -> None:
    panel = CodePanel(Editor(), appearance)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.text.toPlainText().startswith("#")


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_layer_has_the_color_of_its_family(panel: CodePanel, appearance: Appearance, choice: str) -> None:
    appearance.set_choice(choice)
    block = next(b for b in _blocks(panel) if "nn.LazyLinear(256)" in b.text())
    start = block.text().index("nn.LazyLinear")
    span = next(f for f in block.layout().formats() if f.start == start)
    assert span.length == len("nn.LazyLinear")
    assert span.format.foreground().color() == appearance.theme.family(Family.LINEAR)


def _blocks(panel: CodePanel) -> list:  # type: ignore[type-arg]
    document = panel.text.document()
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]


def test_the_buttons_speak_the_language_of_the_window(panel: CodePanel, other_language: object) -> None:
    assert panel.copy_button.text() == "[Copy]"
    assert panel.text.accessibleName() == "[PyTorch code]"


def test_a_new_drawing_is_read_from_its_start(panel: CodePanel, editor: Editor, qtbot: QtBot) -> None:
    editor.add_layer("nn.ReLU", Point(0, 300))
    qtbot.waitUntil(lambda: "class Net" in panel.text.toPlainText())


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("", "abc", (0, 0, "abc")),
        ("abc", "", (0, 3, "")),
        ("abc", "abc", (3, 3, "")),
        ("aXc", "aYYc", (1, 2, "YY")),
        ("aa", "aaa", (2, 2, "a")),
        ("aaa", "aa", (2, 3, "")),
    ],
)
def test_only_what_differs_is_written_again(old: str, new: str, part: tuple[int, int, str]) -> None:
    start, end, text = difference(old, new)
    assert (start, end, text) == part
    assert old[:start] + text + old[end:] == new


def test_a_panel_that_is_not_seen_writes_when_it_is_shown_again(panel: CodePanel, editor: Editor, qtbot: QtBot) -> None:
    panel.hide()
    before = panel.text.toPlainText()
    editor.set_argument("fc1", "out_features", 77)
    qtbot.waitUntil(lambda: not panel.is_late)
    assert panel.text.toPlainText() == before
    assert "LazyLinear(77)" in panel.code, "what is copied and saved is never old"
    panel.show()
    assert panel.text.toPlainText() == panel.code


def test_signs_of_four_bytes_are_written_whole(panel: CodePanel, editor: Editor, qtbot: QtBot) -> None:
    source_of_node = 'def smile(input):\n    """\U0001f600 one"""\n    return input\n'
    editor.do(AddNodes((Node("smile", "Custom", {"source": source_of_node}),), {}))
    qtbot.waitUntil(lambda: panel.text.toPlainText() == panel.code)
    editor.set_argument("smile", "source", source_of_node.replace("one", "two"))
    qtbot.waitUntil(lambda: panel.text.toPlainText() == panel.code)


def test_a_size_that_is_filled_in_is_written_as_a_number(panel: CodePanel, editor: Editor, qtbot: QtBot) -> None:
    edge = Edge(Port("fc2"), Port("norm"))
    assert editor.do(AddNodes((Node("norm", "nn.LayerNorm", {"normalized_shape": AUTO}),), {}, (edge,)))
    shapes = NodeShapes("nn.LayerNorm", ((2, 10),), ("float32",), sizes={"normalized_shape": (10,)})
    editor.results.infer(Inference({"norm": shapes}))
    qtbot.waitUntil(lambda: "LayerNorm((10,))" in panel.text.toPlainText())
    assert "auto" not in panel.code
