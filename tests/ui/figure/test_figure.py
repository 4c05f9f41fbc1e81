"""Figures as files: vector with real text, the same bytes for the same drawing, and nothing on them but the drawing."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lazygui.catalog.spec import Family
from lazygui.graph.findings import Finding
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.graph.problems import Problem, Refused
from lazygui.graph.results import Histogram, Inference, NodeResult, NodeShapes, Results, State, TensorStatistics
from lazygui.ui import fonts
from lazygui.ui.canvas.face import Face
from lazygui.ui.figure.choices import Choices, Format, Subject
from lazygui.ui.figure.figure import LONGEST_PAGE, Figure, sheet
from lazygui.ui.figure.scene import dressed
from lazygui.ui.figure.svg import tidied
from lazygui.ui.theme import DARK, LIGHT

SVG = "{http://www.w3.org/2000/svg}"
GRAPH = Graph(
    {
        "x": Node("x", "Input", {"shape": (2, 20)}),
        "net.fc": Node("net.fc", "nn.LazyLinear", {"out_features": 256}),
        "net.relu": Node("net.relu", "nn.ReLU"),
        "输出层": Node("输出层", "nn.LazyLinear", {"out_features": 10}),
    },
    {Port("net.fc"): Port("x"), Port("net.relu"): Port("net.fc"), Port("输出层"): Port("net.relu")},
    {"x": Point(0, 0), "net.fc": Point(336, 0), "net.relu": Point(672, 0), "输出层": Point(1008, 96)},
)
TITLES = {"x", "fc", "relu", "输出层"}


@pytest.fixture(autouse=True)
def our_fonts(qapp: QApplication) -> None:
    fonts.load()


def inferred() -> Results:
    results = Results()
    shapes = {
        "x": NodeShapes("Input", ((2, 20),), ("float32",)),
        "net.fc": NodeShapes("nn.Linear", ((2, 256),), ("float32",), (("weight", (256, 20)), ("bias", (256,)))),
        "net.relu": NodeShapes("nn.ReLU", ((2, 256),), ("float32",)),
        "输出层": NodeShapes("nn.Linear", ((2, 10),), ("float32",), (("weight", (10, 256)), ("bias", (10,)))),
    }
    results.infer(Inference(shapes))
    return results


def after_a_run() -> Results:
    results = inferred()
    counts = Histogram(-0.25, 0.25, (1, 4, 9, 4, 1))
    weight = TensorStatistics("weight", (256, 20), "float32", 5120, 0.0, 0.1, -0.25, 0.25, 0, 0, 0, counts)
    results.finish("net.fc", NodeResult("nn.Linear", ((2, 256),), ("float32",), (weight,), 0.1))
    return results


def figure(choices: Choices | None = None, results: Results | None = None, **how: frozenset[str]) -> Figure:
    return Figure(Subject(GRAPH, results or inferred(), "A net & more", **how), choices or Choices())


def texts(svg: bytes) -> list[str]:
    """The texts of a figure, in the order in which they were drawn."""
    return [(text.text or "").strip() for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def drawn(svg: bytes) -> set[str]:
    return {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(svg).iter()}


# SVG


def test_an_svg_has_each_name_as_text_and_no_bitmap() -> None:
    svg = figure(results=after_a_run()).svg()
    assert set(texts(svg)) >= TITLES
    assert "image" not in drawn(svg)
    assert ElementTree.fromstring(svg).findtext(f"{SVG}title") == "A net & more"


def test_the_same_drawing_gives_the_same_bytes() -> None:
    for format in Format:
        assert figure().data(format) == figure().data(format), format


def test_a_figure_tells_no_time_and_no_place() -> None:
    svg, pdf = figure().svg(), figure().pdf()
    assert not re.search(rb"(Creation|Mod)Date|xmp:", pdf)
    assert not re.search(rb"20\d\d-\d\d|/(home|tmp|root)/", svg)


def test_texts_name_our_fonts_and_others_behind_them() -> None:
    families = {text.get("font-family") or "" for text in ElementTree.fromstring(figure().svg()).iter(f"{SVG}text")}
    assert {"Inter,sans-serif", "JetBrains Mono,monospace"} <= families
    assert any("CJK" in family and family.startswith("Inter,") for family in families), "who draws the Chinese name?"
    assert all(family.endswith((",sans-serif", ",monospace")) for family in families)


def test_a_text_is_as_wide_in_any_font() -> None:
    wide = {
        (text.text or "").strip(): float(text.get("textLength") or 0)
        for text in ElementTree.fromstring(figure().svg()).iter(f"{SVG}text")
    }
    assert all(length > 0 for length in wide.values())
    assert wide["uninitialized"] > wide["relu"]


def test_what_says_nothing_is_not_in_the_file() -> None:
    assert tidied("<svg><g fill='red' >\n</g>\n\n<g fill='red'>\n<path/>\n</g></svg>").count("<g") == 1


def test_qt_draws_the_svg_as_it_draws_the_png() -> None:
    plain = figure(Choices(has_shapes=False, scale=1.0))
    renderer, size = QSvgRenderer(QByteArray(plain.svg())), plain.size
    assert renderer.isValid()
    assert renderer.defaultSize() == size
    picture = QImage(size, QImage.Format.Format_ARGB32)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    # A place within each card, away from its words and its shadow.
    for x in (100, 436, 772):
        at = (24 + x, 24 + 4)
        assert picture.pixelColor(*at) == plain.image(1.0).pixelColor(*at)


def test_both_themes_have_their_colours() -> None:
    light, dark = figure().svg().decode(), figure(Choices(is_dark=True)).svg().decode()
    assert DARK.text.lower() in dark
    assert DARK.text.lower() not in light
    assert LIGHT.text.lower() in light


def test_a_vector_figure_has_no_shadows_and_a_picture_has() -> None:
    after = figure(results=after_a_run())
    assert not re.search(r'fill="#000000"', after.svg().decode())
    below = after.image(1.0).pixelColor(24 + 336 + 116, 24 + 166 + 4)
    assert below != QColor("white")


# What is on it


def test_shapes_stand_on_edges_and_cards() -> None:
    told = texts(figure().svg())
    assert told.count("256") >= 3
    assert "bias 256" in told


def test_without_shapes_there_is_no_pill_and_no_shape_of_a_weight() -> None:
    with_shapes, without = figure().svg(), figure(Choices(has_shapes=False)).svg()
    assert set(texts(without)) >= TITLES
    assert not {"20", "256", "bias 256"} & set(texts(without))
    assert with_shapes.count(b"<path") > without.count(b"<path")


def test_histograms_come_after_a_run_and_can_be_left_out() -> None:
    assert "-0.25" in " ".join(texts(figure(results=after_a_run()).svg())).replace("\u2212", "-")
    told = texts(figure(Choices(has_histograms=False), after_a_run()).svg())
    assert "initialized" in told
    assert not any("0.25" in text for text in told)


FACE = Face("fc", "Linear", "Linear", Family.LINEAR, State.INITIALIZED, "initialized", 1, 1, ("4", "2"), "bias 4")


def test_a_card_without_its_shape_keeps_the_room_of_its_histogram() -> None:
    plot = replace(FACE, histogram=Histogram(0, 1, (1, 2)))
    bare = dressed(plot, Choices(has_shapes=False))
    assert bare.has_body
    assert bare.histogram == plot.histogram
    assert (bare.side_note, "".join(bare.shape)) == ("", "")
    assert not dressed(plot, Choices(has_shapes=False, has_histograms=False)).has_body
    assert dressed(plot, Choices()) is plot


def test_what_is_chosen_has_no_ring() -> None:
    assert figure(chosen=frozenset({"x"})).svg() == figure().svg()


def test_a_selection_is_drawn_with_what_connects_it() -> None:
    chosen = figure(Choices(of_selection=True), chosen=frozenset({"x", "net.fc"}))
    told = texts(chosen.svg())
    assert {"x", "fc"} <= set(told)
    assert not {"relu", "输出层", "net"} & set(told)
    assert chosen.size.width() < figure().size.width()
    edges = [text for text in told if text == "\u00d7"]
    assert len(edges) == 2, "one on the edge between them, one on the card"


def test_a_group_that_is_chosen_whole_keeps_its_frame() -> None:
    assert "net" in texts(figure(Choices(of_selection=True), chosen=frozenset({"net.fc", "net.relu"})).svg())


def test_without_a_selection_all_is_drawn() -> None:
    assert figure(Choices(of_selection=True)).svg() == figure().svg()


def test_a_collapsed_group_is_one_card() -> None:
    told = set(texts(figure(collapsed=frozenset({"net"})).svg()))
    assert {"net", "2 layers"} <= told
    assert "relu" not in told


def test_the_band_of_a_failure_stays_within_its_card() -> None:
    results = inferred()
    results.fail(GRAPH, "net.relu", Finding(Problem("cycle", "net.relu")))
    svg = figure(results=results).svg().decode()
    (band,) = re.findall(rf'<g fill="{LIGHT.error_ground.lower()}"[^>]*>\s*<(\w+)', svg)
    assert band == "path", "a rectangle would stick out of the card's corners"


def test_a_drawing_without_nodes_is_no_figure() -> None:
    with pytest.raises(Refused) as refusal:
        Figure(Subject(Graph(), Results(), ""), Choices())
    assert refusal.value.problem.code == "figure_empty"


def test_results_are_left_as_they_were() -> None:
    results = after_a_run()
    figure(results=results).svg()
    assert results.state("net.fc") is State.INITIALIZED
    assert results.inferred("x") is not None


# Sizes


def test_paper_begins_and_ends_on_its_grid() -> None:
    paper = sheet(QRectF(-3.5, 0.2, 100.1, 50), 24)
    assert (paper.left(), paper.top()) == (-28, -24)
    assert paper.width() % 4 == paper.height() % 4 == 0
    assert QRectF(paper).contains(QRectF(-27.5, -23.8, 148.1, 98))


def test_a_pdf_is_one_page_of_the_size_of_the_figure() -> None:
    made = figure()
    pdf = made.pdf()
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1
    (box,) = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert (float(box[0]), float(box[1])) == (made.size.width() * 0.75, made.size.height() * 0.75)
    assert b"/Subtype /Image" not in pdf


def test_the_fonts_of_a_pdf_are_in_it() -> None:
    assert {name.partition(b"+")[2] for name in re.findall(rb"/FontName /(\S+)", figure().pdf())} >= {
        b"Inter-SemiBold",
        b"JetBrainsMono-Regular",
    }


def test_a_page_is_never_longer_than_readers_allow() -> None:
    graph = Graph(
        {"a": Node("a", "nn.ReLU"), "b": Node("b", "nn.ReLU")}, {Port("b"): Port("a")}, {"b": Point(60_000, 0)}
    )
    pdf = Figure(Subject(graph, Results(), ""), Choices()).pdf()
    (width,) = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ", pdf)
    assert float(width) == LONGEST_PAGE


@pytest.mark.parametrize("scale", [0.5, 1.25, 1.5, 2.0])
def test_a_png_has_the_size_of_the_figure_times_its_scale(scale: float) -> None:
    made = figure(Choices(scale=scale))
    picture = QImage.fromData(made.png())
    assert (picture.width(), picture.height()) == (round(made.size.width() * scale), round(made.size.height() * scale))
    assert picture.text("Title") == "A net & more"


@pytest.mark.parametrize("scale", [1.25, 1.5, 1.75, 2.0])
def test_cards_are_sharp_at_fractional_scales(scale: float) -> None:
    """The first pixel of a card is all border, and no mixture of it with what is beside it."""
    results = Results()
    results.finish("b", NodeResult("nn.ReLU", (), (), (), 0.1))
    graph = Graph({"a": Node("a", "nn.ReLU"), "b": Node("b", "nn.ReLU")}, {}, {"a": Point(0, 0), "b": Point(336, 48)})
    picture = Figure(Subject(graph, results, ""), Choices(is_dark=True)).image(scale)
    left, below = round((24 + 336) * scale), round((24 + 48 + 44) * scale)
    assert picture.pixelColor(left, below) == QColor(DARK.border)
    assert picture.pixelColor(left + 3, below) == QColor(DARK.card)


def test_a_picture_is_drawn_at_its_scale_and_not_stretched() -> None:
    once, twice = figure().image(1.0), figure().image(2.0)
    stretched = once.scaled(twice.size(), mode=Qt.TransformationMode.SmoothTransformation)
    assert contrast(twice) > 1.2 * contrast(stretched)


def contrast(picture: QImage) -> int:
    """How much pixels differ from those on their right, along lines through the words of the cards."""
    middle = picture.height() // 2
    return sum(
        abs(picture.pixelColor(x, y).lightness() - picture.pixelColor(x + 1, y).lightness())
        for x in range(picture.width() - 1)
        for y in range(middle - 20, middle + 20)
    )


def test_the_name_of_a_frame_shrinks_with_the_figure() -> None:
    """On the screen it keeps its size when one zooms out, to stay readable; on paper that would be another drawing."""
    assert 0 < width_of_the_name(0.5) <= 0.6 * width_of_the_name(1.0)


def width_of_the_name(scale: float) -> int:
    """How many columns of pixels the word in the frame's tab takes."""
    picture = figure().image(scale)
    columns, rows = (range(round(low * scale), round(high * scale)) for low, high in ((372, 440), (28, 46)))
    return sum(any(picture.pixelColor(x, y).lightness() < 190 for y in rows) for x in columns)


def test_a_picture_may_be_transparent() -> None:
    assert figure(Choices(is_transparent=True)).image(1.0).pixelColor(0, 0).alpha() == 0
    assert figure().image(1.0).pixelColor(0, 0) == QColor("white")
    assert figure(Choices(is_dark=True)).image(1.0).pixelColor(0, 0) == QColor(DARK.canvas)


def test_a_margin_is_room_around_the_drawing() -> None:
    assert figure(Choices(margin=64)).size.width() - figure(Choices(margin=24)).size.width() == 80


def test_chinese_has_glyphs(qtbot: QtBot) -> None:
    """A box in the place of each sign would be the same for all signs."""
    signs = [Graph({sign: Node(sign, "nn.ReLU")}, {}, {sign: Point(0, 0)}) for sign in "层卷"]
    pictures = [Figure(Subject(graph, Results(), ""), Choices()).image(1.0) for graph in signs]
    assert pictures[0] != pictures[1]


def test_a_thousand_nodes_are_drawn() -> None:
    names = [f"relu{number}" for number in range(1000)]
    graph = Graph(
        {name: Node(name, "nn.ReLU") for name in names},
        {Port(after): Port(before) for before, after in pairwise(names)},
        {name: Point(number % 40 * 336, number // 40 * 144) for number, name in enumerate(names)},
    )
    assert graph.nodes.keys() <= set(texts(Figure(Subject(graph, Results(), ""), Choices()).svg()))
