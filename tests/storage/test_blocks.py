"""The person's own blocks in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from lazygui.graph.edits import clip
from lazygui.graph.grouping import Block, insert_block
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.storage import blocks
from lazygui.storage.errors import StorageError
from lazygui.storage.format import load

DRAWN = Graph(
    {"fc": Node("fc", "nn.LazyLinear", {"out_features": 8}), "add": Node("add", "torch.add")},
    {Port("add"): Port("fc")},
    {"fc": Point(0, 0), "add": Point(336, 0)},
)
RESIDUAL = Block("Residual", clip(DRAWN, frozenset(DRAWN.nodes)), ((Port("fc"), Port("add", 1)),))


def named(name: str) -> Block:
    return Block(name, RESIDUAL.piece, RESIDUAL.inputs)


def refusal(folder: Path, block: Block) -> str:
    with pytest.raises(StorageError) as caught:
        blocks.add(folder, block)
    return caught.value.problem.code


def test_a_block_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    path = blocks.add(tmp_path / "blocks", RESIDUAL)
    assert blocks.load(path) == RESIDUAL
    assert blocks.shelf(tmp_path / "blocks") == blocks.Shelf((RESIDUAL,))


def test_a_saved_block_is_a_document_that_can_be_opened(tmp_path: Path) -> None:
    opened = load(blocks.add(tmp_path, RESIDUAL).read_text("utf-8"))
    assert (opened.nodes, opened.edges) == (DRAWN.nodes, DRAWN.edges)


def test_without_a_folder_there_are_no_blocks(tmp_path: Path) -> None:
    assert blocks.shelf(tmp_path / "nowhere") == blocks.Shelf()


def test_blocks_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "A", "c"):
        blocks.add(tmp_path, named(name))
    assert [one.name for one in blocks.shelf(tmp_path).blocks] == ["A", "b", "c"]


@pytest.mark.parametrize("name", ["../../etc/x", "a/b\\c:d*?", "残差块", "  spaced  ", "x" * 500, "con", "é"])
def test_any_name_becomes_a_file_of_the_folder(tmp_path: Path, name: str) -> None:
    path = blocks.add(tmp_path, named(name))
    assert path.parent == tmp_path
    assert path.is_file()
    assert blocks.load(path).name == name


def test_two_names_with_one_file_name_get_two_files(tmp_path: Path) -> None:
    assert blocks.add(tmp_path, named("a b")) != blocks.add(tmp_path, named("a/b"))
    assert [one.name for one in blocks.shelf(tmp_path).blocks] == ["a b", "a/b"]


def test_a_name_is_given_once(tmp_path: Path) -> None:
    blocks.add(tmp_path, RESIDUAL)
    assert refusal(tmp_path, named("residual")) == "block_taken"
    assert refusal(tmp_path, named(" !? ")) == "block_name"


def test_a_removed_block_is_gone(tmp_path: Path) -> None:
    blocks.add(tmp_path, RESIDUAL)
    blocks.remove(tmp_path, "Residual")
    assert blocks.shelf(tmp_path) == blocks.Shelf()
    with pytest.raises(StorageError) as caught:
        blocks.remove(tmp_path, "Residual")
    assert caught.value.problem.code == "block_missing"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nn.ReLU()", "not_json"),
        ('{"format": "lazygui/1", "nodes": {"a": {"type": "nn.ReLU"}}, "edges": []}', "not_a_block"),
        ('{"format": "lazygui/1", "nodes": {}, "edges": [], "block": {"name": "empty"}}', "not_a_block"),
        (
            '{"format": "lazygui/1", "nodes": {"a": {"type": "nn.ReLU"}}, "edges": [], "block": {"name": " "}}',
            "not_a_block",
        ),
    ],
)
def test_a_broken_file_is_told_and_hides_no_other(tmp_path: Path, text: str, code: str) -> None:
    blocks.add(tmp_path, RESIDUAL)
    broken = tmp_path / "broken.lazygui.json"
    broken.write_text(text, "utf-8")
    found = blocks.shelf(tmp_path)
    assert found.blocks == (RESIDUAL,)
    assert [(path, problem.code) for path, problem in found.faults] == [(broken, code)]


@pytest.mark.parametrize(
    ("told", "inputs"),
    [
        ("", ((Port("fc"),), (Port("add", 1),))),
        (', "inputs": [["fc", "add:1"]]', ((Port("fc"), Port("add", 1)),)),
        (', "inputs": [["fc", "add", "ghost", "fc:9", 3], [], "fc"]', ((Port("fc"),),)),
        (', "inputs": null', ()),
    ],
)
def test_what_is_no_free_input_says_nothing(tmp_path: Path, told: str, inputs: tuple[tuple[Port, ...], ...]) -> None:
    path = blocks.add(tmp_path, RESIDUAL)
    text = path.read_text("utf-8")
    start = text.index(', "inputs"')
    path.write_text(text[:start] + told + text[text.index("}", start) :], "utf-8")
    assert blocks.load(path).inputs == inputs


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert refusal(tmp_path / "file" / "blocks", RESIDUAL) == "cannot_write"


def test_a_block_from_a_file_can_be_put_in(tmp_path: Path) -> None:
    block = blocks.load(blocks.add(tmp_path, RESIDUAL))
    drawn = Graph({"x": Node("x", "Input", {"shape": (2, 20)})})
    grown = insert_block(drawn, block, after="x").apply(drawn)
    assert grown.edges == {
        Port("Residual.add"): Port("Residual.fc"),
        Port("Residual.fc"): Port("x"),
        Port("Residual.add", 1): Port("x"),
    }
