"""Cards and edges as items: what they say under the pointer, and in which voice an edge speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from lazygui.catalog.spec import Family
from lazygui.graph.model import Port
from lazygui.graph.results import State
from lazygui.ui.canvas.face import Face
from lazygui.ui.canvas.items import NodeItem
from lazygui.ui.canvas.labels import NO_LABEL, Label
from lazygui.ui.canvas.lines import EdgeItem
from lazygui.ui.theme import LIGHT

FACE = Face("lstm", "LSTM", "LSTM", Family.SEQUENCE, State.UNINITIALIZED, "uninitialized", 3, 3)
NAMES = replace(FACE, input_names=("input", "h_0", "c_0"), output_names=("output", "h_n", "c_n"))
TRUE = Label((2, 20), ("N", "F"))


class Painting:
    """A scene that paints no card."""

    theme = LIGHT

    def draw_card(self, painter: QPainter, face: Face, before: Face | None = None) -> Face:
        """Cards are the business of other tests."""
        return face


@pytest.fixture
def edge(qapp: object) -> EdgeItem:
    edge = EdgeItem(Port("fc1"), Painting())
    edge.lead(QPointF(0, 40), QPointF(200, 40))
    return edge


def paint(edge: EdgeItem) -> QImage:
    picture = QImage(200, 80, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    edge.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    return picture


def test_a_card_says_all_its_sentences_under_the_pointer(qapp: object) -> None:
    item = NodeItem("lstm", replace(NAMES, warning="It broadcasts.", link="shared with a"), Painting())
    assert item.toolTip().splitlines() == ["It broadcasts.", "shared with a"]
    item.show_face(replace(NAMES, message="Waits for fc1."))
    assert item.toolTip() == "Waits for fc1."


def test_a_port_says_its_name_under_the_pointer(qapp: object) -> None:
    item = NodeItem("lstm", replace(NAMES, message="Waits for fc1."), Painting())
    item.highlight_port((True, 2))
    assert item.toolTip() == "c_n"
    item.highlight_port((False, 1))
    assert item.toolTip() == "h_0"
    item.highlight_port(None)
    assert item.toolTip() == "Waits for fc1."


def test_an_edge_speaks_softly_of_what_is_inferred(edge: EdgeItem) -> None:
    pictures = []
    for label in (NO_LABEL, TRUE, replace(TRUE, is_inferred=True), replace(TRUE, letters=())):
        edge.show_state(label, False, False, False)
        pictures.append(paint(edge))
    assert all(a != b for index, a in enumerate(pictures) for b in pictures[index + 1 :])


def test_a_wrong_edge_is_red_whether_it_is_inferred_or_not(edge: EdgeItem) -> None:
    edge.show_state(replace(TRUE, is_inferred=True), False, False, True)
    assert edge.color(LIGHT) == QColor(LIGHT.error)


def test_an_edge_says_its_letters_under_the_pointer(edge: EdgeItem) -> None:
    edge.show_state(TRUE, False, False, False)
    assert edge.toolTip().splitlines() == ["N 2 \u00b7 F 20", "N is the batch: not part of any weight."]
    assert edge.label == "2\u00d720"
