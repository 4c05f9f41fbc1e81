"""Cards as pictures: their heights, what differs between states, and the bounded store."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from lazygui.catalog.spec import Family
from lazygui.graph.results import Histogram, State
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.face import Face
from lazygui.ui.canvas.picture import Pictures, card_height, histogram_path, paint_far_card, render
from lazygui.ui.glyphs import paint_glyph
from lazygui.ui.theme import DARK, LIGHT

PLAIN = Face("relu", "ReLU", "ReLU", Family.ACTIVATION, State.UNINITIALIZED, "not run", 1, 1)
LINEAR = replace(PLAIN, title="fc1", family=Family.LINEAR, shape=("256", "?"), side_note="bias 256")
RUN = replace(
    LINEAR, shape=("256", "20"), state=State.INITIALIZED, histogram=Histogram(-0.2, 0.2, (1, 4, 9, 4, 1)), count="5,376"
)


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Pixmaps need an application."""


def image(face: Face, scale: float = 1.0) -> QImage:
    return render(face, scale, LIGHT).toImage()


def test_a_card_grows_with_what_it_has_to_show() -> None:
    failed = replace(LINEAR, state=State.FAILED, message="fc1 expects 128 features and received 256.")
    heights = [card_height(face) for face in (PLAIN, LINEAR, failed, RUN)]
    assert heights == sorted(set(heights))
    assert card_height(replace(PLAIN, inputs=4)) > card_height(PLAIN)


@pytest.mark.parametrize("scale", [0.5, 1.0, 1.25, 2.0])
def test_a_picture_has_the_size_of_its_card_at_every_scale(scale: float) -> None:
    picture = image(RUN, scale)
    assert abs(picture.width() - (geo.WIDTH + 2 * geo.MARGIN) * scale) <= 1
    assert abs(picture.height() - (card_height(RUN) + 2 * geo.MARGIN) * scale) <= 1


def test_every_state_looks_different() -> None:
    pictures = [image(replace(PLAIN, state=state)) for state in State]
    assert all(a != b for index, a in enumerate(pictures) for b in pictures[index + 1 :])


def far_colour(state: State, family: Family = Family.LINEAR) -> str:
    """The colour in the middle of a card that is seen from afar."""
    picture = QImage(40, 20, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor(LIGHT.canvas))
    painter = QPainter(picture)
    paint_far_card(painter, QRectF(0, 0, 40, 20), replace(PLAIN, state=state, family=family), LIGHT)
    painter.end()
    return picture.pixelColor(20, 10).name()


def test_a_card_tells_from_afar_whether_the_sample_has_been_there() -> None:
    colours = [far_colour(state) for state in (State.UNINITIALIZED, State.RUNNING, State.INITIALIZED, State.FAILED)]
    assert len(set(colours)) == len(colours)
    assert far_colour(State.INITIALIZED, Family.POOLING) != far_colour(State.INITIALIZED)


def test_the_unknown_dimension_has_its_own_colour() -> None:
    unknown = QColor(LIGHT.unknown)

    def has_it(face: Face) -> bool:
        picture = image(face, 2.0)
        points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return any(picture.pixelColor(*point).rgb() == unknown.rgb() for point in points)

    assert has_it(LINEAR)
    assert not has_it(replace(LINEAR, shape=("256", "20")))


def test_what_is_inferred_looks_lighter_than_what_is_true() -> None:
    known = replace(LINEAR, shape=("256", "20"))
    assert image(replace(known, is_inferred=True)) != image(known)


def colours(face: Face) -> set[str]:
    picture = image(face, 2.0)
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_a_warning_is_amber_and_not_red() -> None:
    amber, red = QColor(LIGHT.warning).name(), QColor(LIGHT.error).name()
    assert amber not in colours(PLAIN)
    assert amber in colours(replace(PLAIN, warning="It broadcasts."))
    assert red not in colours(replace(PLAIN, warning="It broadcasts."))


def test_badges_of_bonds_and_names_of_ports_are_on_the_card() -> None:
    assert image(replace(LINEAR, bonds=(1,))) != image(LINEAR)
    assert image(replace(LINEAR, bonds=(1,))) != image(replace(LINEAR, bonds=(2,)))
    ports = replace(PLAIN, inputs=3, outputs=3)
    assert image(replace(ports, output_names=("output", "h_n", "c_n"))) != image(ports)
    assert image(replace(ports, optional=frozenset({1, 2}))) != image(ports)


def test_every_family_has_a_glyph_of_its_own() -> None:
    pictures = []
    for family in Family:
        picture = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        paint_glyph(painter, QRectF(0, 0, 40, 40), family, QColor("black"))
        painter.end()
        pictures.append(picture)
    assert all(a != b for index, a in enumerate(pictures) for b in pictures[index + 1 :])


def test_the_store_gives_the_same_picture_again_and_stays_within_its_bytes(qtbot: QtBot) -> None:
    one = image(PLAIN).sizeInBytes()
    store = Pictures(limit=3 * one)
    first, _ = store.get(PLAIN, 1.0, LIGHT)
    assert store.get(PLAIN, 1.0, LIGHT)[0] is first
    for number in range(8):
        store.get(replace(PLAIN, title=f"n{number}"), 1.0, LIGHT)
    assert store.known(PLAIN, 1.0, LIGHT) is None
    assert store.known(replace(PLAIN, title="n7"), 1.0, LIGHT) is not None
    assert store.known(replace(PLAIN, title="n7"), 1.0, DARK) is None


def test_a_picture_of_another_scale_stands_in_when_nothing_may_be_drawn() -> None:
    store = Pictures()
    first, _ = store.get(PLAIN, 1.0, LIGHT)
    assert store.get(PLAIN, 2.0, LIGHT, may_draw=False) == (first, 1.0)
    assert store.get(LINEAR, 2.0, LIGHT, may_draw=False)[1] == 2.0, "without any picture one must be drawn"


def test_a_histogram_keeps_its_tallest_bar_at_the_top() -> None:
    path = histogram_path(geo.card_rect(50), (0, 2, 8, 2))
    assert path.boundingRect().top() == 0
    assert path.boundingRect().bottom() == 50
