"""Code of the book's pages, read: the parameters are those that plain PyTorch makes of the same code."""

from __future__ import annotations

import ast
import inspect
import math
import runpy
import types
from pathlib import Path
from typing import Any

import pytest
import torch
from book_pages import PAGES, Page
from torch import nn

from lazygui.codegen.reading import Reading, read
from lazygui.engine import infer, plan


def _book() -> types.SimpleNamespace:
    """The few things of the book's package that these pages use, as the book defines them."""

    class Module(nn.Module):
        def forward(self, x: torch.Tensor) -> Any:
            return self.net(x)

        def save_hyperparameters(self) -> None:
            frame = inspect.currentframe()
            assert frame is not None
            assert frame.f_back is not None
            for name, value in frame.f_back.f_locals.items():
                if name not in ("self", "__class__"):
                    setattr(self, name, value)

    def add_to_class(cls: type) -> Any:
        return lambda function: setattr(cls, function.__name__, function) or function

    def masked_softmax(x: torch.Tensor, _valid_lens: object) -> torch.Tensor:
        return nn.functional.softmax(x, dim=-1)

    return types.SimpleNamespace(
        Module=Module,
        Classifier=Module,
        add_to_class=add_to_class,
        init_cnn=lambda _module: None,
        masked_softmax=masked_softmax,
    )


def _eager(page: Page, folder: Path) -> int:
    """How many parameters plain PyTorch has after the page's classes were made and called once."""
    tree = ast.parse(page.code)
    tree.body = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    path = folder / "page.py"
    path.write_text(f"{ast.unparse(tree)}\nnetwork = {page.network}\n", encoding="utf-8")
    names = {"torch": torch, "nn": nn, "F": nn.functional, "d2l": _book(), "math": math}
    net = runpy.run_path(str(path), names)["network"].eval()
    with torch.no_grad():
        net(*(torch.randint(page.high, s) if page.high else torch.ones(s) for s in page.shapes))
    return sum(parameter.numel() for parameter in net.parameters())


def _drawn(reading: Reading) -> int:
    made = plan.make(reading.graph, 0)
    assert made.fault is None, made.fault
    values = plan.Values()
    for step in made.steps:
        passed = plan.perform(step, values)
        assert isinstance(passed, plan.Passed), passed
    modules = [step.module for step in made.steps if step.module is not None]
    return sum({id(p): p.numel() for module in modules for p in module.parameters()}.values())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_book_has_the_parameters_that_torch_has(name: str, tmp_path: Path) -> None:
    reading = read(PAGES[name].code)
    assert isinstance(reading, Reading), reading
    assert infer.infer(reading.graph).findings == []
    assert _drawn(reading) == _eager(PAGES[name], tmp_path)


def test_nodes_are_called_as_the_attributes_of_the_code() -> None:
    reading = read(PAGES["resnet18"].code)
    assert isinstance(reading, Reading)
    names = set(reading.graph.nodes)
    assert {"net.0.0", "net.b2.0.conv1", "net.b3.0.conv3", "net.last.2"} <= names
    assert reading.graph.nodes["X"].arguments["shape"] == (1, 1, 96, 96)


def test_what_says_nothing_of_the_network_is_told() -> None:
    reading = read(PAGES["lenet"].code)
    assert isinstance(reading, Reading)
    lines = PAGES["lenet"].code.split("\n")
    said = [lines[number - 1].strip() for number in reading.left_out]
    assert "trainer.fit(model, data)" in said
    assert '"""The LeNet-5 model."""' in said
