"""Edits have names for the menu."""

import ast
from pathlib import Path

import pytest

import lazygui
from lazygui.graph.edits import EditTitle
from lazygui.words.edits import NAMES, edit_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (EditTitle("move", 3), "move of 3 nodes"),
        (EditTitle("move", 1, "fc1"), "move of fc1"),
        (EditTitle("remove", 1, "fc1"), "deletion of fc1"),
        (EditTitle("disconnect"), "deletion of an edge"),
        (EditTitle("disconnect", 2), "deletion of 2 edges"),
        (EditTitle("set_argument", 1, "fc1.out_features"), "change of fc1.out_features"),
        (EditTitle("rename", 1, "{count}"), "renaming of {count}"),
        (EditTitle("share", 1, "fc2"), "sharing of the parameters of fc2"),
        (EditTitle("untie", 1, "head.weight"), "end of the tie of head.weight"),
        (EditTitle("group", 3, "hidden"), "grouping as hidden"),
        (EditTitle("insert_block", 5, "residual"), "insertion of the block residual"),
    ],
)
def test_an_edit_is_called_by_what_it_does(title, name):
    assert edit_name(title) == name


def test_a_name_is_translated():
    chinese = {"move of {count} nodes": "移动 {count} 个节点"}
    assert edit_name(EditTitle("move", 3), lambda context, text: chinese[text]) == "移动 3 个节点"


def test_every_code_of_an_edit_has_names():
    def is_code(node: ast.AST) -> bool:
        return isinstance(node, ast.keyword) and node.arg == "verb" and isinstance(node.value, ast.Constant)

    trees = [ast.parse(file.read_text("utf-8")) for file in Path(lazygui.__file__).parent.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    titles = [n for n in nodes if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "EditTitle"]
    codes = {
        c.value for n in titles for c in ast.walk(n.args[0]) if isinstance(c, ast.Constant) and c.value is not None
    }
    codes |= {node.value.value for node in nodes if is_code(node)} | {"add", "paste"}
    assert codes == set(NAMES)
