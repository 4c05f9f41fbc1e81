"""The form of the inspector, and the walk over the catalogue: every entry keeps what the program promises of it.

Seven things hold for every entry. Its defaults build, its constructor has those arguments, and a sample runs:
`tests/catalog/test_against_torch.py`. Its exported code runs to the same shapes: `tests/codegen/test_source.py`. It
survives save and open, the form shows and returns its arguments, and its Chinese title exists: here.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from lazygui import resources
from lazygui.catalog import CATALOG
from lazygui.catalog.spec import FAMILY_TITLES, ArgumentSpec, Kind, LayerSpec, Value
from lazygui.graph import rules
from lazygui.graph.model import Graph, Node, Point, is_same
from lazygui.storage import files
from lazygui.testing import events
from lazygui.testing.robots import AppRobot, InspectorRobot, PaletteRobot, find
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.inspector import Inspector
from lazygui.ui.inspector.values import show
from lazygui.ui.language import Language
from lazygui.ui.palette import Palette
from lazygui.words.translations import read

each_layer = pytest.mark.parametrize("spec", CATALOG.values(), ids=CATALOG.keys())


# The form


def chosen(lazygui: AppRobot, layer: str) -> InspectorRobot:
    lazygui.palette.enter(layer)
    return lazygui.inspector


def value(lazygui: AppRobot, argument: str) -> Value:
    node = lazygui.window.editor.selected_node
    assert node is not None
    return node.value(argument)


@pytest.mark.parametrize(
    ("layer", "argument", "text", "expected", "field"),
    [
        ("LazyLinear", "out_features", "64", 64, QLineEdit),
        ("Dropout", "p", "0.25", 0.25, QLineEdit),
        ("LazyLinear", "bias", "False", False, QCheckBox),
        ("LazyConv2d", "padding_mode", "reflect", "reflect", QComboBox),
        ("LazyConv2d", "kernel_size", "3, 5", (3, 5), QLineEdit),
        ("LazyConv2d", "padding", "same", "same", QLineEdit),
        ("AdaptiveAvgPool2d", "output_size", "None, 7", (None, 7), QLineEdit),
        ("Input", "shape", "2 3 28 28", (2, 3, 28, 28), QLineEdit),
        ("Input", "dtype", "float64", "float64", QComboBox),
        ("Input", "values", "[[1, 2], [3, 4.5]]", ((1, 2), (3, 4.5)), QLineEdit),
        ("Upsample", "align_corners", "True", True, QComboBox),
        ("Upsample", "size", "8", (8,), QLineEdit),
    ],
)
def test_every_kind_of_argument_has_its_field(
    lazygui: AppRobot, layer: str, argument: str, text: str, expected: Value, field: type
) -> None:
    form = chosen(lazygui, layer)
    assert isinstance(form.field(argument), field)
    form.set(argument, text)
    assert is_same(value(lazygui, argument), expected)
    assert form.problem(argument) == ""
    lazygui.choose("edit.undo")
    assert value(lazygui, argument) != expected
    lazygui.choose("edit.redo")
    assert is_same(value(lazygui, argument), expected)


@pytest.mark.parametrize(
    ("layer", "argument", "text", "reason"),
    [
        ("LazyLinear", "out_features", "0", "at least 1"),
        ("LazyLinear", "out_features", "1.5", "whole number"),
        ("LazyLinear", "out_features", "", "needs a value"),
        ("LazyLinear", "out_features", "99999999999999999999", "at most"),
        ("Dropout", "p", "1.5", "at most 1"),
        ("Dropout", "p", "half", "must be a number"),
        ("Dropout", "p", "inf", "finite"),
        ("LazyBatchNorm1d", "eps", "0", "greater than 0"),
        ("LazyConv2d", "kernel_size", "3, 5, 7", "2 of them"),
        ("LazyConv2d", "kernel_size", "three", "whole number"),
        ("LazyConv2d", "stride", "0", "at least 1"),
        ("Input", "shape", "2, many", "whole numbers"),
        ("Input", "shape", "-1, 20", "at least"),
        ("Input", "values", "[[1, 2], [3]]", "same length"),
    ],
)
def test_a_bad_value_is_said_at_once_and_never_reaches_the_document(
    lazygui: AppRobot, layer: str, argument: str, text: str, reason: str
) -> None:
    form = chosen(lazygui, layer)
    heard: list[Value] = []
    lazygui.window.editor.graph_changed.connect(lambda _change: heard.append(value(lazygui, argument)))
    form.type_into(argument, text)
    assert reason in form.problem(argument)
    spec = next(spec for spec in CATALOG.values() if spec.name == layer).argument(argument)
    assert spec is not None
    assert all(rules.check_argument(spec, found) is None for found in heard)
    lazygui.keys("Escape")
    assert form.problem(argument) == ""
    assert form.value(argument) == show(spec, value(lazygui, argument)), "the field shows what holds"


def test_typing_a_number_is_one_step_of_undo(lazygui: AppRobot) -> None:
    form = chosen(lazygui, "LazyLinear")
    form.set("out_features", "1024")
    assert lazygui.words("edit.undo") == "Undo change of fc3.out_features"
    lazygui.choose("edit.undo")
    assert value(lazygui, "out_features") == 256
    assert form.value("out_features") == "256"
    assert lazygui.words("edit.undo") == "Undo addition of fc3"


def test_what_differs_from_the_default_goes_back_by_a_button(lazygui: AppRobot) -> None:
    form = chosen(lazygui, "LazyConv2d")
    form.set("stride", "2")
    reset = find(lazygui.window, QToolButton, "inspector.reset.stride")
    assert reset.isVisible()
    events.click(reset, reset.rect().center())
    assert value(lazygui, "stride") == 1
    assert form.value("stride") == "1"
    assert not reset.isVisible()


def test_a_tooltip_tells_the_help_and_the_bounds(lazygui: AppRobot) -> None:
    tip = chosen(lazygui, "Dropout").tooltip("p")
    spec = CATALOG["nn.Dropout"].argument("p")
    assert spec is not None
    assert spec.help in tip
    assert "0" in tip
    assert "1" in tip
    assert "p" in tip


# The walk


class Walk:
    """One palette, one inspector and one drawing, for all layers."""

    def __init__(self) -> None:
        self.editor = Editor()
        self._appearance = Appearance()
        self._window = QWidget()
        self._box = QHBoxLayout(self._window)
        self._box.addWidget(Palette(self._appearance))
        self._box.addWidget(Inspector(self.editor, self._appearance))
        self._window.resize(640, 900)
        self._window.show()
        self._window.activateWindow()
        QTest.qWaitForWindowActive(self._window)
        self.palette = PaletteRobot(self._window)
        self.form = InspectorRobot(self._window)

    def begin(self, spec: LayerSpec) -> None:
        """Begin a drawing with this layer alone, chosen."""
        self.editor.open_graph(Graph())
        self.editor.add_layer(spec.type, Point(0, 0))
        QCoreApplication.processEvents()

    @property
    def node(self) -> Node:
        node = self.editor.selected_node
        assert node is not None
        return node

    def close(self) -> None:
        self._window.close()
        self._window.deleteLater()
        self._appearance.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def walk(qapp: object) -> Iterator[Walk]:
    walk = Walk()
    yield walk
    walk.close()


MIX = "def mix(a, b, c, d, low, high):\n    return torch.clamp(a + b + c + d, low, high)\n"


def another_value(argument: ArgumentSpec) -> Value:
    """Return a value that the argument takes and that a new node does not have."""
    candidates: dict[Kind, tuple[Value, ...]] = {
        Kind.INTEGER: (3, 2, -2),
        Kind.FLOAT: (0.25, 0.75, 2.5),
        Kind.BOOLEAN: (True, False),
        Kind.CHOICE: argument.choices,
        Kind.SIZE: (tuple(range(2, 2 + argument.axes)), 5),
        Kind.SHAPE: ((2, 3), (4,)),
        Kind.NUMBERS: (((1, 2.5), (3, 4))),
        Kind.TEXT: (MIX,) if "\n" in str(argument.start) else ("ab,bc->ac",),
    }
    if argument.name == "numbers":
        # What the function of the source takes behind its tensors.
        return (1, 2.5)
    fitting = [v for v in candidates[argument.kind] if rules.check_argument(argument, v) is None]
    return next(v for v in fitting if not is_same(v, argument.start) and not is_same(v, argument.default))


def set_all(walk: Walk, spec: LayerSpec) -> dict[str, Value]:
    """Type or choose another value for every argument; return what was meant."""
    walk.begin(spec)
    wanted = {argument.name: another_value(argument) for argument in spec.arguments}
    for argument in spec.arguments:
        walk.form.set(argument.name, show(argument, wanted[argument.name]))
    return wanted


def assert_survives(walk: Walk, folder: Path) -> None:
    """Save and open the drawing: it is the same, and so is the kind of every number."""
    files.save(walk.editor.graph, folder / "net.lazygui.json")
    opened = files.open_file(folder / "net.lazygui.json")
    assert opened == walk.editor.graph
    arguments = opened.nodes[walk.node.id].arguments
    assert all(is_same(arguments[name], value) for name, value in walk.node.arguments.items())


@each_layer
def test_the_form_shows_every_argument_of_a_new_node_which_survives_save_and_open(
    walk: Walk, spec: LayerSpec, tmp_path: Path
) -> None:
    walk.begin(spec)
    assert walk.form.arguments() == [argument.name for argument in spec.arguments]
    for argument in spec.arguments:
        shown = walk.form.value(argument.name)
        is_choice = isinstance(walk.form.field(argument.name), QComboBox)
        assert shown == (show(argument, walk.node.value(argument.name)) or ("None" if is_choice else "")), argument.name
        assert walk.form.problem(argument.name) == "", argument.name
        assert argument.help in unescape(walk.form.tooltip(argument.name)), argument.name
    assert_survives(walk, tmp_path)


@each_layer
def test_what_is_typed_or_chosen_arrives_in_the_document_unchanged_and_survives(
    walk: Walk, spec: LayerSpec, tmp_path: Path
) -> None:
    wanted = set_all(walk, spec)
    assert {name: walk.node.value(name) for name in wanted} == wanted
    assert all(is_same(walk.node.value(name), value) for name, value in wanted.items())
    assert set(walk.node.arguments) == set(wanted)
    assert {name: problem for name in wanted if (problem := walk.form.problem(name))} == {}
    assert_survives(walk, tmp_path)


@each_layer
def test_the_palette_lists_it_once(walk: Walk, spec: LayerSpec) -> None:
    walk.palette.search_field.clear()
    assert walk.palette.names().count(spec.name) == sum(other.name == spec.name for other in CATALOG.values())
    walk.palette.search_field.setText(spec.type)
    assert walk.palette.names()[0] == spec.name


# Chinese


@pytest.fixture(scope="module")
def chinese() -> dict[tuple[str, str], str]:
    return read(resources.path("translations/lazygui_zh_CN.ts").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def chinese_walk(walk: Walk) -> Iterator[Walk]:
    language = Language()
    language.set("zh_CN")
    QCoreApplication.processEvents()
    yield walk
    language.set("en")
    language.deleteLater()
    QCoreApplication.processEvents()


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


@each_layer
def test_its_chinese_title_exists_and_is_what_the_palette_shows(
    chinese_walk: Walk, chinese: dict[tuple[str, str], str], spec: LayerSpec
) -> None:
    title = chinese["Catalog", spec.title]
    assert is_chinese(title) or title.casefold() == spec.name.casefold(), "only a proper name stays as it is"
    chinese_walk.palette.search_field.clear()
    assert chinese_walk.palette.spoken(spec.name) == f"{spec.name}, {title}"
    chinese_walk.palette.search_field.setText(title)
    assert spec.name in chinese_walk.palette.names()


@each_layer
def test_its_form_speaks_chinese(chinese_walk: Walk, chinese: dict[tuple[str, str], str], spec: LayerSpec) -> None:
    chinese_walk.begin(spec)
    for argument in spec.arguments:
        assert chinese_walk.form.field(argument.name).accessibleName() == chinese["Catalog", argument.title]
        assert is_chinese(chinese["Catalog", argument.help]), argument.name


def test_every_family_has_a_chinese_heading(chinese_walk: Walk, chinese: dict[tuple[str, str], str]) -> None:
    chinese_walk.palette.search_field.clear()
    assert chinese_walk.palette.headings() == [chinese["Catalog", title] for title in FAMILY_TITLES.values()]
