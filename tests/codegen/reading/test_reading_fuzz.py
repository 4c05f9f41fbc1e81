"""Whatever the text is, the reader gives a drawing or a problem with a sentence, and soon."""

from __future__ import annotations

import ast
import copy
import random
import re
import time
import warnings
from pathlib import Path

import pytest
from book_pages import PAGES

from lazygui.codegen.reading import Reading, read
from lazygui.storage.format import dump, load
from lazygui.words.problems import sentence

GOLDEN = sorted((Path(__file__).parent.parent / "golden").glob("*.py"))
TEXTS = [*(page.code for page in PAGES.values()), *(path.read_text("utf-8") for path in GOLDEN)]
TREES = [ast.parse(text) for text in TEXTS]
WORDS = [
    "0",
    "-1",
    "None",
    "self",
    "x",
    "X",
    "(",
    ")",
    "[",
    "]",
    ":",
    ",",
    "*",
    "**",
    "=",
    "==",
    "@",
    "~",
    "...",
    "_",
    "del",
    "yield",
    "await",
    "lambda",
    "while",
    "net",
    "nn.Linear",
    "nn.Sequential()",
    "range(10**9)",
    "10**100",
    "1e308",
    ".shape",
    ".size(0)",
    ".T",
    "[0]",
    "[:,0]",
    "[::2]",
    "{}",
    "()",
    "super()",
    "self.self",
    "import",
    "with",
    "if",
    "for",
    "in",
    "not",
    "f'{x}'",
    "**{}",
    "*x",
]
EXPRESSIONS = (
    """
0|-1|None|[]|()|{}|10**9|range(-5,1000)|lambda: 0|self|X|net|x.shape|x.size(0)|x[0]|[x]*999|nn.Linear|nn.Linear(2,3)
nn.Sequential()|nn.ModuleList([])|torch.rand(2,3)|1e300*1e300|...|f'{x}'|{**{}}|[*x]|x if x else y|x.T|x[None]|x[::2]
super()|self.net|net[-1]|net[0:2]|net[0].weight|sum([1,2])|max()|dict(a=1)|torch.cat([])|x.view(-1)|x.chunk(2)|x.split(2)
nn.LSTM(2,3)(x)|list(net.modules())|nn.Parameter(x)|math.sqrt(-1)|5%0|(-2)**0.5|1<<5|1<2<3|x in [1]|type(x)|eval('1')
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
STATEMENTS = (
    """
while True: pass|class A(A): pass|net.net = net|net.append(net)|x = [1]; x.append(x)|x += x|a, *b = x|break|continue
global x|del x|from x import *|import os|assert x|x: int = 5|self.x = self|with open('f') as f: pass|raise X
def f(x): return f(x)|for net.x in net: pass|net = nn.Sequential(net, net)|async def f(): pass|try: x\nexcept E: pass
""".strip("\n")
    .replace("\\n", "\n")
    .split("|")
)


def tokens_changed(luck: random.Random) -> str:
    """A text with a few words lost, doubled, moved or replaced."""
    tokens = re.findall(r"\w+|\s+|[^\w\s]", luck.choice(TEXTS))
    for _ in range(luck.choice((1, 1, 2, 3, 8))):
        at = luck.randrange(len(tokens))
        match luck.randrange(4):
            case 0 if len(tokens) > 40:
                del tokens[at : at + luck.choice((1, 2, 20))]
            case 1:
                tokens[at] = luck.choice(WORDS)
            case 2:
                tokens.insert(at, luck.choice(WORDS))
            case _:
                start = luck.randrange(len(tokens))
                tokens[at:at] = tokens[start : start + luck.choice((1, 3, 10))]
    return "".join(tokens)


class Changed(ast.NodeTransformer):
    """Puts other expressions and statements into a text that can still be parsed."""

    def __init__(self, luck: random.Random) -> None:
        self.luck, self.often = luck, luck.choice((0.003, 0.01, 0.03))
        whole = [node for tree in TREES for node in ast.walk(tree)]
        self.expressions = [node for node in whole if isinstance(node, ast.expr)]
        self.statements = [node for node in whole if isinstance(node, ast.stmt)]

    def generic_visit(self, node: ast.AST) -> ast.AST | list[ast.AST]:  # type: ignore[override]
        super().generic_visit(node)
        is_read = not isinstance(getattr(node, "ctx", None), ast.Store | ast.Del)
        if self.luck.random() >= self.often or not is_read:
            return node
        if isinstance(node, ast.expr):
            own = ast.parse(self.luck.choice(EXPRESSIONS), mode="eval").body
            return self.luck.choice((own, copy.deepcopy(self.luck.choice(self.expressions))))
        if isinstance(node, ast.stmt):
            own_lines = ast.parse(self.luck.choice(STATEMENTS)).body
            other = copy.deepcopy(self.luck.choice(self.statements))
            return self.luck.choice(([node, *own_lines], [*own_lines], [node, other], [node, copy.deepcopy(node)]))
        return node


def tree_changed(luck: random.Random) -> str:
    tree = Changed(luck).visit(copy.deepcopy(luck.choice(TREES)))
    return ast.unparse(ast.fix_missing_locations(tree))


def check(text: str) -> str:
    """Read a text; return the code of its problem, or "read"."""
    start = time.process_time()
    found = read(text)
    assert time.process_time() - start < 5, text
    if isinstance(found, Reading):
        assert load(dump(found.graph)).nodes.keys() == found.graph.nodes.keys()
        return "read"
    assert "line" in found.details or found.code == "code_no_layers", text
    assert sentence(found)
    return found.code


@pytest.mark.parametrize("seed", range(20))
def test_a_text_with_changed_words_gives_a_drawing_or_a_problem(seed: int) -> None:
    luck = random.Random(seed)
    codes = {check(tokens_changed(luck)) for _ in range(15)}
    assert "code_syntax" in codes


@pytest.mark.parametrize("seed", range(20))
def test_a_text_with_changed_parts_gives_a_drawing_or_a_problem(seed: int) -> None:
    luck = random.Random(seed)
    with warnings.catch_warnings():
        # Python warns of what it can see to be nonsense, such as calling a number.
        warnings.simplefilter("ignore", SyntaxWarning)
        codes = [check(tree_changed(luck)) for _ in range(8)]
    assert len(codes) == 8
