"""The functions that a script brings along: each once, under a name of its own, and the document's own marked so."""

from __future__ import annotations

import ast

import pytest
from code_drawings import graph

from lazygui.codegen.functions import OWN_COMMENT, functions
from lazygui.codegen.source import source
from lazygui.graph.model import Edge, Graph, Node, Port


def custom(name: str, text: str) -> Node:
    return Node(name, "Custom", {"source": text})


def drawing(*texts: str) -> Graph:
    """Return a network of one custom node for each source, all behind one input."""
    nodes = {f"node{number}": ("Custom", {"source": text}) for number, text in enumerate(texts)}
    return graph({"x": ("Input", {"shape": (2, 3)}), **nodes}, *(("x", name) for name in nodes))


def defined(code: str) -> list[str]:
    return [part.name for part in ast.parse(code).body if isinstance(part, ast.FunctionDef)]


def test_a_source_that_two_nodes_use_is_written_once() -> None:
    code = source(drawing("def f(x):\n    return x", "def f(x):\n    return x"))
    assert defined(code) == ["f"]
    assert "node0 = f(x)\n        node1 = f(x)\n" in code


def test_two_sources_of_one_name_get_two_names() -> None:
    code = source(drawing("def f(x):\n    return x", "def f(x):\n    return f(x) if x.sum() > 0 else x + 1"))
    assert defined(code) == ["f", "f_2"]
    assert "    return f_2(x) if x.sum() > 0 else x + 1\n" in code


@pytest.mark.parametrize("head", ["def \\\n  f(x):", "def ｆ(x):"])
def test_a_function_is_renamed_however_its_name_is_spelled(head: str) -> None:
    code = source(drawing("def f(x):\n    return x", f"{head}\n    return f(x) if x.sum() > 0 else ｆ(x + 1)"))
    assert defined(code) == ["f", "f_2"]
    assert "    return f_2(x) if x.sum() > 0 else f_2(x + 1)\n" in code


def test_a_name_on_a_line_of_its_own_stays_there() -> None:
    code = source(drawing("def \\\n  f(x):\n    return x  # as it came"))
    assert "def \\\n  f(x):\n    return x  # as it came\n" in code


def test_a_function_hides_nothing_that_the_script_needs() -> None:
    texts = [f"def {name}(x):\n    return x" for name in ("torch", "Net", "print", "nn", "F")]
    assert defined(source(drawing(*texts))) == ["torch_", "Net_", "print_", "nn_", "F_"]


def test_a_node_called_as_its_function_does_not_hide_it() -> None:
    drawn = graph({"x": ("Input", {"shape": (2,)}), "f": ("Custom", {"source": "def f(x):\n    return x"})}, ("x", "f"))
    assert "f_ = f(x)\n" in source(drawn)


def test_only_what_the_document_brings_is_called_its_own() -> None:
    block = Node("heads", "block.split_heads", {"num_heads": 2})
    own, shipped = (
        functions([node]).definitions[0][0].text for node in (custom("f", "def f(x):\n    return x"), block)
    )
    assert own == OWN_COMMENT
    assert shipped.startswith("def split_heads(")


def test_imports_come_first_and_once() -> None:
    text = "from __future__ import annotations\nimport math, numpy\nimport torch\n\n\ndef f(x):\n    return x * math.pi"
    code = source(drawing(text))
    assert code.startswith("import math\n\nimport torch\nfrom torch import nn\nimport math, numpy\n")
    assert code.count("import torch\n") == 1
    assert "__future__" not in code


def test_the_ends_of_lines_and_letters_of_any_script_are_kept() -> None:
    code = source(
        drawing(
            "def 减半(x):\r\n    # 两次\r\n    return x if x.sum() < 1 else 减半(x / 2)\r\n",
            "def 减半(x):\n    return 减半(x)",
        )
    )
    ast.parse(code)
    assert "\r" not in code
    assert "    # 两次\n    return x if x.sum() < 1 else 减半(x / 2)\n" in code
    assert "def 减半_2(x):\n    return 减半_2(x)\n" in code


def test_a_decorator_stays_with_its_function() -> None:
    assert "@torch.no_grad()\ndef f(x):\n" in source(drawing("import torch\n@torch.no_grad()\ndef f(x):\n    return x"))


@pytest.mark.parametrize("text", ["", "x = 1", "def f(x): return x\nprint(1)", "def f(*x): return x", "def f(x:"])
def test_what_is_no_plain_function_is_a_fault_and_not_code(text: str) -> None:
    code = source(drawing(text))
    assert defined(code) == []
    assert "'node0': its source does not define exactly one plain function" in code


def test_a_function_of_the_document_gives_one_tensor_or_a_tuple_as_its_node_says() -> None:
    two = "def two(X):\n    return X, X.sum(0)\n"
    nodes = [Node("x", "Input", {"shape": (2, 3)}), Node("f", "Custom", {"source": two, "numbers": (), "outputs": 2})]
    nodes.append(Node("relu", "nn.ReLU"))
    drawn = Graph({n.id: n for n in nodes}, {Port("f"): Port("x"), Port("relu"): Port("f", 1)})
    assert "relu = self.relu(f[1])" in source(drawn)
    one = drawn.with_nodes((Node("f", "Custom", {"source": "def one(X):\n    return X\n", "numbers": ()}),))
    one = one.without_edges((Port("relu"),)).with_edges((Edge(Port("f"), Port("relu")),))
    assert "relu = self.relu(f)" in source(one)
