"""The letters of axes: forward along the edges, backward to the inputs, and nothing where nobody tells."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from lazygui import catalog
from lazygui.catalog.spec import ArgumentSpec, Family, Kind, LayerSpec, Role
from lazygui.graph.axes import letters, rule
from lazygui.graph.findings import Shape
from lazygui.graph.model import Graph, Node, Port

DIMS = tuple(ArgumentSpec(name, Kind.SHAPE, name, "") for name in ("dim", "dim0", "dim1", "dims", "start", "end"))
SWITCH = ArgumentSpec("batch_first", Kind.BOOLEAN, "", "", default=False)


def toy(name: str, axes: str, **facts: object) -> LayerSpec:
    return LayerSpec(f"toy.{name}", name, Family.SHAPE, DIMS, axes=axes, **facts)  # type: ignore[arg-type]


TOYS = (
    LayerSpec("toy.x", "x", Family.IO, inputs=(), role=Role.INPUT),
    LayerSpec("toy.learned", "learned", Family.IO, inputs=(), role=Role.PARAMETER),
    toy("conv", "N C H W -> N C H W | C H W -> C H W"),
    toy("linear", "N F -> N F | ... F -> ... F"),
    toy("embed", "N T -> N T F | ... -> ... F"),
    toy("same", "="),
    toy("add", "=", inputs=("input", "other")),
    toy("mystery", ""),
    toy("rnn", "T N F, L N F -> T N F, L N F", inputs=("input", "h_0"), outputs=("output", "h_n"),
        axes_when=(("batch_first", "N T F, L N F -> N T F, L N F"),)),
    toy("swap", "swap dim0 dim1"),
    toy("permute", "permute dims"),
    toy("insert", "insert dim"),
    toy("drop", "drop dim"),
    toy("flatten", "flatten start end"),
)  # fmt: skip


@pytest.fixture(autouse=True)
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of a few layers that are all alike but for their axes."""
    monkeypatch.setattr(catalog, "CATALOG", MappingProxyType({spec.type: spec for spec in TOYS}))


def chain(*layers: str | tuple[str, dict[str, object]]) -> Graph:
    """A drawing in one line; its nodes are called by their numbers."""
    told = [(layer, {}) if isinstance(layer, str) else layer for layer in layers]
    nodes = [Node(str(number), f"toy.{name}", arguments) for number, (name, arguments) in enumerate(told)]
    ports = [Port(node.id) for node in nodes]
    return Graph({node.id: node for node in nodes}, dict(zip(ports[1:], ports, strict=False)))


def read(graph: Graph, *shapes: Shape) -> list[str]:
    """Return the letters of each node's first output, with a dot where there is none."""
    known = {Port(str(number)): shape for number, shape in enumerate(shapes)}
    found = letters(graph, known)
    return [" ".join(letter or "." for letter in found[Port(str(number))]) for number in range(len(shapes))]


def test_what_a_layer_reads_and_gives_has_its_letters() -> None:
    assert read(chain("x", "conv"), (2, 3, 8, 8), (2, 16, 8, 8)) == ["N C H W", "N C H W"]
    assert read(chain("x", "conv"), (3, 8, 8), (16, 8, 8)) == ["C H W", "C H W"]


def test_an_input_learns_its_letters_through_layers_that_keep_them() -> None:
    assert read(chain("x", "same", "conv"), (2, 3, 8, 8), (2, 3, 8, 8), (2, 4, 8, 8))[0] == "N C H W"


def test_dots_carry_what_was_known_before() -> None:
    shapes = (2, 5), (2, 5, 7), (2, 5, 9)
    assert read(chain("x", "embed", "linear"), *shapes) == ["N T", "N T F", "N T F"]


def test_readers_further_on_choose_the_alternative() -> None:
    shapes = (5, 2), (5, 2, 7), (5, 2, 9)
    assert read(chain("x", "embed", "rnn"), *shapes) == ["T N", "T N F", "T N F"]


def test_a_switch_changes_what_the_axes_mean() -> None:
    graph = chain("x", ("rnn", {"batch_first": True}))
    assert read(graph, (2, 5, 7), (2, 5, 9)) == ["N T F", "N T F"]


def test_every_output_has_letters_of_its_own() -> None:
    found = letters(chain("x", "rnn"), {Port("0"): (5, 2, 7), Port("1", 0): (5, 2, 9), Port("1", 1): (1, 2, 9)})
    assert found[Port("1", 1)] == ("L", "N", "F")


def test_nobody_guesses() -> None:
    assert read(chain("x", "mystery"), (2, 3), (2, 3)) == [". .", ". ."]
    assert read(chain("x", "linear"), (2, 3, 4), (2, 3, 9)) == [". . F", ". . F"]
    assert letters(chain("x", "mystery"), {}) == {}


def test_readers_that_disagree_tell_nothing_of_that_axis() -> None:
    graph = chain("x", "linear")
    graph = graph.with_nodes([Node("t", "toy.rnn")]).with_edges([*graph.inputs["1"]])
    both = Graph(graph.nodes, {**graph.edges, Port("t"): Port("0")})
    assert letters(both, {Port("0"): (5, 2, 7)})[Port("0")] == ("T", "N", "F")
    wrong = Graph({**both.nodes, "1": Node("1", "toy.rnn", {"batch_first": True})}, both.edges)
    assert letters(wrong, {Port("0"): (5, 2, 7)})[Port("0")] == ("", "", "F")


def test_what_nobody_tells_of_is_what_its_reader_takes_it_for() -> None:
    assert read(chain("x", "mystery", "conv"), (2, 48), (2, 3, 4, 4), (2, 8, 4, 4)) == [". .", "N C H W", "N C H W"]


def test_what_is_learned_belongs_to_no_batch() -> None:
    graph = Graph(
        {name: Node(name, f"toy.{kind}") for name, kind in (("x", "x"), ("p", "learned"), ("a", "add"), ("c", "conv"))},
        {Port("a", 0): Port("p"), Port("a", 1): Port("x"), Port("c"): Port("a")},
    )
    found = letters(graph, {Port(name): (2, 3, 4, 4) for name in "xpac"})
    assert found[Port("p")] == ("", "", "", "")
    assert found[Port("x")] == found[Port("a")] == ("N", "C", "H", "W")


IMAGE = (2, 3, 4, 5)


@pytest.mark.parametrize(
    ("layer", "shape", "expected"),
    [
        (("swap", {"dim0": 1, "dim1": -1}), (2, 5, 4, 3), "N W H C"),
        (("permute", {"dims": (0, 2, 3, 1)}), (2, 4, 5, 3), "N H W C"),
        (("permute", {"dims": (0, 1)}), (2, 3, 4, 5), ". . . ."),
        (("insert", {"dim": 1}), (2, 1, 3, 4, 5), "N . C H W"),
        (("insert", {"dim": -1}), (2, 3, 4, 5, 1), "N C H W ."),
        (("drop", {"dim": (2, 3)}), (2, 3), "N C"),
        (("drop", {"dim": -1}), (2, 3, 4), "N C H"),
        (("drop", {"dim": (2, 3)}), (2, 3, 1, 1), "N C H W"),
        (("drop", {"dim": None}), (), ""),
        (("flatten", {"start": 1, "end": -1}), (2, 60), "N F"),
        (("flatten", {"start": 2, "end": 3}), (2, 3, 20), "N C ."),
        (("flatten", {"start": 0, "end": 1}), (6, 4, 5), ". H W"),
        (("flatten", {"start": 1, "end": 9}), (2, 60), ". ."),
    ],
)
def test_axes_go_where_the_arguments_send_them(
    layer: tuple[str, dict[str, object]], shape: Shape, expected: str
) -> None:
    assert read(chain("x", "conv", layer), IMAGE, IMAGE, shape)[2] == expected


def test_axes_that_changed_places_are_read_backward_too() -> None:
    graph = chain("x", ("permute", {"dims": (0, 3, 1, 2)}), "conv")
    assert read(graph, (2, 4, 5, 3), IMAGE, IMAGE)[0] == "N H W C"
    assert read(chain("x", ("flatten", {"start": 1, "end": -1}), "linear"), IMAGE, (2, 60), (2, 9)) == [
        "N . . .",
        "N F",
        "N F",
    ]


def test_every_text_of_the_catalogue_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    for spec in catalog.CATALOG.values():
        for text in (spec.axes, *(text for _, text in spec.axes_when)):
            assert rule(text), spec.type


def test_a_text_without_an_arrow_is_none() -> None:
    with pytest.raises(ValueError, match="N C"):
        rule("N C")
