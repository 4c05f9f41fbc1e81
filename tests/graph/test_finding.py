"""What is found by a name, a layer, a shape and a state."""

from __future__ import annotations

import pytest

from lazygui.graph.search import Entry, found

ENTRIES = (
    Entry("x", ("x", "Input"), ("not run",), (("2", "1", "28", "28"),)),
    Entry(
        "net.conv1", ("net.conv1", "nn.LazyConv2d", "卷积层"), ("uninitialized", "未初始化"), (("6", "?", "5", "5"),)
    ),
    Entry(
        "net.conv2", ("net.conv2", "nn.Conv2d", "卷积层"), ("failed",), (("16", "6", "5", "5"), ("2", "16", "10", "10"))
    ),
    Entry("fc64", ("fc64", "nn.Linear"), ("initialized",), (("64", "12"), ("64",), ("2", "64"))),
    Entry("out", ("out", "nn.Linear"), ("initialized",), (("10", "640"),)),
)


@pytest.mark.parametrize(
    ("question", "nodes"),
    [
        ("conv", "net.conv1 net.conv2"),
        ("NET.CONV1", "net.conv1"),
        ("lazyconv", "net.conv1"),
        ("卷积", "net.conv1 net.conv2"),
        ("64×12", "fc64"),
        ("64x12", "fc64"),
        ("64 X 12", "fc64"),
        ("64*12", "fc64"),
        ("16x10x10", "net.conv2"),
        ("10x10", "net.conv2"),
        ("6x?x5", "net.conv1 net.conv2"),
        ("6×1×5", ""),
        ("16x?", "net.conv2"),
        ("?x?x?x?", "x net.conv1 net.conv2"),
        ("64", "fc64"),
        ("28", "x"),
        ("init", "fc64 out"),
        ("uninit", "net.conv1"),
        ("未初始", "net.conv1"),
        ("failed", "net.conv2"),
        ("conv failed", "net.conv2"),
        ("linear 10x640", "out"),
        ("conv 64x12", ""),
        ("", ""),
        ("   ", ""),
        ("nothing", ""),
        ("x", "x"),
        ("(", ""),
    ],
)
def test_what_is_typed_finds(question: str, nodes: str) -> None:
    assert " ".join(found(ENTRIES, question)) == nodes
