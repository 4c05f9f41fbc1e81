"""What cannot be read is refused with its line and a sentence, quickly, and nothing is ever executed."""

from __future__ import annotations

import time

import pytest

from lazygui.codegen.reading import LONGEST, Reading, read
from lazygui.graph.problems import Problem
from lazygui.words.problems import sentence

FORWARD = """\
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.LazyLinear(4)

    def forward(self, x):
"""


def refusal(text: str) -> Problem:
    found = read(text)
    assert isinstance(found, Problem), found
    return found


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("while x.sum() > 1: x = x / 2", "code_statement"),
        ("if x.sum() > 1: x = -x", "code_value"),
        ("for part in x: pass", "code_not_a_loop"),
        ("for i in range(10**9): x = self.fc(x)", "code_loop"),
        ("x = [x] * 10**9", "code_statement"),
        ("x = x.view(x.shape[1], x.shape[0])", "code_size"),
        ("x = torch.fft.fft(x)", "code_unknown_layer"),
        ("x = x.cumprod(0)", "code_unknown_layer"),
        ("x = helper(x)", "code_not_defined"),
        ("x = self.fd(x)", "code_not_defined"),
        ("x = nn.Linear(2)(x)", "argument_missing"),
        ("x = nn.Linear(2, 3.5)(x)", "not_integer"),
        ("x = nn.Linear(2, 3, groups=4)(x)", "code_argument"),
        ("x = nn.ReLU(1, 2, 3)(x)", "code_too_many"),
        ("x = torch.cat(x)", "code_not_a_tensor"),
        ("x = F.relu(2)", "code_not_a_tensor"),
        ("a, b = (x,)", "code_unpack"),
        ("x = [x][3]", "code_no_element"),
        ("x = 1 / 0", "code_no_number"),
        ("x = 9 ** 9 ** 9", "code_no_number"),
        ("x = (lambda f: f(f))(lambda f: f(f))", "code_too_deep"),
        ("x = x + " + "+".join(["x"] * 400), "code_too_deep"),
        ("try: x = self.fc(x)\n        except ValueError: pass", "code_statement"),
        ("x = eval('x')", "code_not_defined"),
        ("x = __import__('os').getcwd()", "code_not_defined"),
        ("x = '{0.__class__}'.format(x)", "code_not_defined"),
        ("x = x.__class__.__mro__", "code_not_defined"),
        ("x = (await x)", "code_statement"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str, code: str) -> None:
    problem = refusal(f"{FORWARD}        {line}\n        return x\n")
    assert (problem.code, problem.details["line"]) == (code, 7)
    assert sentence(problem).startswith("Line 7: ")


def test_the_sentence_says_what_where_and_how_to_mend_it() -> None:
    problem = refusal(f"{FORWARD}        while True:\n            x = self.fc(x)\n        return x\n")
    assert sentence(problem) == (
        "Line 7: LazyGUI cannot read “while True:”: it reads layers, calls and for loops over known ranges. "
        "Write it with these, or leave it out."
    )


@pytest.mark.parametrize("text", ["", "# a comment", "x = 1", "print('hello')", "X = torch.rand(2, 20)\nprint(X)\n"])
def test_a_text_without_layers_says_so(text: str) -> None:
    found = read(text)
    if isinstance(found, Reading):
        assert [node.type for node in found.graph.nodes.values()] == ["Input"]
    else:
        assert found.code == "code_no_layers"


def test_a_class_that_needs_numbers_asks_for_them() -> None:
    problem = refusal(
        "class A(nn.Module):\n    def __init__(self, width, *, depth):\n        self.fc = nn.Linear(width, depth)\n"
    )
    assert (problem.code, problem.details["arguments"], problem.details["line"]) == (
        "code_class_needs",
        "width, depth",
        2,
    )


def test_what_python_cannot_parse_is_named() -> None:
    problem = refusal("net = nn.Sequential(\n    nn.ReLU(),\n    nn.Linear(2 3),\n)\n")
    assert (problem.code, problem.details["line"]) == ("code_syntax", 3)


def test_a_line_outside_that_a_layer_needs_is_named() -> None:
    problem = refusal("width = config.width\nnet = nn.LazyLinear(width)\n")
    assert (problem.code, problem.details["name"], problem.details["line"]) == ("code_not_defined", "config", 1)


def test_what_a_module_would_have_become_is_not_taken_for_whole() -> None:
    problem = refusal("net = nn.Sequential(nn.ReLU())\nwhile grows:\n    net.append(nn.ReLU())\n")
    assert (problem.code, problem.details["line"]) == ("code_statement", 2)


@pytest.mark.parametrize(
    "text",
    [
        "x" * (LONGEST + 1),
        "x = (1, 2)\n" + "x = (*x, *x)\n" * 60 + "torch.tensor(x)",
        "x = [1]\n" + "x = [x, x]\n" * 60 + "net = nn.ReLU()\nnet(torch.tensor(x))\n",
        "x = 9\n" + "x = x ** 9\n" * 60 + "nn.Linear(x, 3)",
        "def f(x): return f(x)\nclass N(nn.Module):\n    def forward(self, x): return f(x)\n",
        "class N(nn.Module):\n def forward(self, x):\n  for i in range(999):\n   for j in range(999): i\n",
        "(" * 5000 + ")" * 5000,
        "x" + ".a" * 40_000,
        "net = nn.Sequential(nn.ReLU())\nnet.append(net)\nnet(torch.rand(2, 2))\n",
        "nn.Linear(0x" + "f" * 20_000 + ", 3)",
    ],
)
def test_a_text_that_would_never_end_ends(text: str) -> None:
    start = time.process_time()
    found = read(text)
    assert isinstance(found, Problem) or len(found.graph.nodes) < 5
    assert time.process_time() - start < 5


def test_nothing_is_executed(tmp_path: object) -> None:
    text = f"open({str(tmp_path)!r} + '/made', 'w')\nimport os\nos.mkdir({str(tmp_path)!r} + '/made')\nnn.ReLU()\n"
    found = read(text)
    assert isinstance(found, Reading)
    assert not list(tmp_path.iterdir())  # type: ignore[attr-defined]
    assert found.left_out == (1, 3)
