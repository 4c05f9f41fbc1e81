"""The shelf of the person's own blocks: kept in a folder, found by what the palette asks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from lazygui.graph.grouping import Block, block
from lazygui.graph.model import Graph, Node, Port
from lazygui.ui.blocks import BlockShelf, block_type


@pytest.fixture
def shelf(qapp: QApplication, tmp_path: Path) -> BlockShelf:
    return BlockShelf(tmp_path / "blocks")


def small_block(name: str = "mlp") -> Block:
    nodes = {"fc": Node("fc", "nn.LazyLinear", {"out_features": 8}), "act": Node("act", "nn.ReLU")}
    return block(Graph(nodes, {Port("act"): Port("fc")}), frozenset(nodes), name)


def test_an_empty_shelf_has_no_folder_yet(shelf: BlockShelf) -> None:
    assert shelf.blocks == ()
    assert not shelf.folder.exists()


def test_a_block_is_kept_told_and_found_again_by_another_shelf(shelf: BlockShelf) -> None:
    changed = QSignalSpy(shelf.changed)
    assert shelf.add(small_block()) is None
    assert changed.count() == 1
    found = BlockShelf(shelf.folder).find(block_type("mlp"))
    assert found is not None
    assert [node.id for node in found.piece.nodes] == ["fc", "act"]


def test_a_layer_is_no_block(shelf: BlockShelf) -> None:
    shelf.add(small_block("nn.Linear"))
    assert shelf.find("nn.Linear") is None


def test_a_taken_name_is_a_problem_and_keeps_the_first(shelf: BlockShelf) -> None:
    shelf.add(small_block())
    problem = shelf.add(replace(small_block(), name="MLP"))
    assert problem is not None
    assert [one.name for one in shelf.blocks] == ["mlp"]


def test_a_block_is_renamed(shelf: BlockShelf) -> None:
    shelf.add(small_block())
    assert shelf.rename("mlp", "head") is None
    assert [one.name for one in shelf.blocks] == ["head"]


def test_a_block_keeps_its_name_where_the_new_one_is_taken(shelf: BlockShelf) -> None:
    shelf.add(small_block())
    shelf.add(small_block("head"))
    assert shelf.rename("mlp", "head") is not None
    assert [one.name for one in shelf.blocks] == ["head", "mlp"]


def test_a_block_that_has_gone_cannot_be_deleted_and_the_reason_is_told(shelf: BlockShelf) -> None:
    shelf.add(small_block())
    assert shelf.remove("mlp") is None
    assert shelf.blocks == ()
    problem = shelf.remove("mlp")
    assert problem is not None
    assert problem.code == "block_missing"


def test_another_folder_has_other_blocks(shelf: BlockShelf, tmp_path: Path) -> None:
    shelf.add(small_block())
    shelf.move_to(tmp_path / "elsewhere")
    assert shelf.blocks == ()
