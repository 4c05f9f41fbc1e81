"""The summary of every example agrees with PyTorch: parameters, bytes and multiply-adds, before a run and after it."""

from __future__ import annotations

import pytest

from lazygui.engine.infer import infer
from lazygui.graph.results import Results
from lazygui.graph.summary import summary, total
from lazygui.storage.examples import Example, examples


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.id)
def test_the_sums_are_those_that_pytorch_gives(example: Example) -> None:
    graph, results = example.open(), Results()
    known = infer(graph)
    results.infer(known.inference())
    rows = summary(graph, results)
    whole = total(rows)
    nodes = [row.path for _, row in total(rows).walk() if row.path in graph.nodes]
    assert sorted(nodes) == sorted(graph.nodes), "every node has one row"
    if known.totals.unknown:
        assert whole.parameters is None
    else:
        assert (whole.parameters, whole.bytes) == (known.totals.parameters, known.totals.bytes)
    if all(shapes.macs is not None for shapes in known.shapes.values()) and not known.totals.unknown:
        assert whole.macs == known.totals.macs
    else:
        assert whole.macs is None, "nobody can count what a source of the document does"
