"""One node as an expression of Python: how it is built, how it is called, what its tensor is. Pure.

What is built and called, `graph.calling` decides, for the engine too; here it only becomes text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from lazygui import catalog
from lazygui.catalog.spec import ArgumentSpec, Kind, LayerSpec, Value
from lazygui.codegen.layout import Expression
from lazygui.graph import rules, samples
from lazygui.graph.calling import Construction, Setting, Tensor, calling, construction
from lazygui.graph.model import Graph, Node

Write: TypeAlias = Callable[[str, Value], str]
"""From an argument and its value to the text that stands for it."""

_OPERATORS: Final[Mapping[str, str]] = {
    "torch.add": "+",
    "torch.sub": "-",
    "torch.mul": "*",
    "torch.div": "/",
    "torch.matmul": "@",
}
_METHOD: Final = "torch.Tensor."


def literal(name: str, value: Value) -> str:
    """Return the value of an argument as people write it: `"same"`, `(3, 5)`, `torch.int64`."""
    if isinstance(value, str):
        return f"torch.{value}" if name == "dtype" and value.isidentifier() else _quoted(value)
    if isinstance(value, tuple):
        parts = ", ".join(literal("", part) for part in value)
        return f"({parts},)" if len(value) == 1 else f"({parts})"
    return repr(value)


def constructor(node: Node, write: Write = literal) -> Expression:
    """Return the module of a node: `nn.Conv2d(6, 16, kernel_size=5)`. What is required comes first and has no name."""
    return _built(construction(node), node, write)


def written(node: Node) -> tuple[Setting, ...]:
    """Return the settings that the constructor writes, in its order, those of an inner layer first."""
    found: list[Setting] = []

    def note(name: str, value: Value) -> str:
        found.append(Setting(name, value))
        return ""

    constructor(node, note)
    return tuple(found)


def call(node: Node, tensors: Mapping[int, str], target: str) -> str:
    """Return the call of a node; `tensors` are the expressions that arrive at its ports, `target` what is called.

    Two tensors that are added are `a + b`, and a method of torch.Tensor is one of its first tensor.
    """
    plan = calling(node, tuple(tensors))
    positional = [_argument(part, tensors) for part in plan.positional]
    keywords = [
        f"{part.name}={literal(part.name, part.value)}"
        if isinstance(part, Setting)
        else f"{part[0]}={_argument(part[1], tensors)}"
        for part in plan.keywords
    ]
    sign = _OPERATORS.get(target)
    if sign and len(positional) == 2 and not keywords:
        return _operation(positional[0], sign, positional[1])
    if target.startswith(_METHOD) and positional:
        target = f"{positional.pop(0)}.{target.removeprefix(_METHOD)}"
        if len(plan.keywords) == 1 and isinstance(plan.keywords[0], Setting):
            keywords = [_spread(plan.keywords[0])]
    return f"{target}({', '.join((*positional, *keywords))})"


def is_plain_call(node: Node) -> bool:
    """Say whether the node's module takes one tensor and nothing else, as the children of `nn.Sequential` do."""
    plan = calling(node, (0,))
    return plan.positional == (Tensor(0),) and not plan.keywords


def sample(graph: Graph, node: Node) -> str:
    """Return the call that draws the sample of an Input. Only what differs from torch's default is written."""
    fill, dtype = samples.fill(node), f"torch.{node.value('dtype')}"
    if fill == "randint":
        high = 2 if dtype == "torch.bool" else samples.high(graph, node)
        sizes = rules.sample_shape(node)
        return f"torch.randint({high}, {sizes}, generator=generator{_unless('torch.int64', dtype)})"
    return _tensor(node, fill, ", generator=generator" if fill in ("rand", "randn") else "")


def constant(node: Node) -> str:
    """Return the tensor of a Constant. Random ones draw from torch's own generator, as the weights do."""
    return _tensor(node, str(node.value("fill")), "")


def parameter(node: Node) -> str:
    """Return the learned tensor of an nn.Parameter node."""
    init = str(node.value("init"))
    size = _size(node)
    if init in ("zeros", "ones", "rand", "randn"):
        return f"nn.Parameter(torch.{init}({size}))"
    return f"nn.Parameter(nn.init.{init}_(torch.empty({size})))"


def _built(plan: Construction, node: Node, write: Write) -> Expression:
    spec = catalog.find(plan.type)
    assert spec is not None
    inner = (_built(plan.inner[1], node, write),) if plan.inner else ()
    values = {setting.name: setting.value for setting in plan.settings}
    is_positional = True
    parts: list[Expression] = [*inner]
    for argument in spec.arguments:
        is_positional = is_positional and not inner and argument.is_required and argument.kind is not Kind.SIZE
        if argument.name in values or (not inner and not argument.at_call and _is_ambiguous(spec, argument)):
            text = write(argument.name, values.get(argument.name, argument.start))
            parts.append(Expression(text if is_positional else f"{argument.name}={text}"))
    return Expression(f"{plan.type}(", tuple(parts), ")", (node.id,))


def _is_ambiguous(spec: LayerSpec, argument: ArgumentSpec) -> bool:
    """Say whether the lazy class and the one it becomes differ in this default, as LazyInstanceNorm2d's affine does."""
    twin = catalog.find(spec.becomes) if spec.becomes else None
    other = twin.argument(argument.name) if twin else None
    return other is not None and other.default != argument.default


def _argument(part: Tensor | tuple[Tensor, ...] | Setting, tensors: Mapping[int, str]) -> str:
    if isinstance(part, Setting):
        return literal(part.name, part.value)
    if isinstance(part, Tensor):
        return tensors[part.index]
    inside = ", ".join(tensors[one.index] for one in part)
    return f"({inside},)" if len(part) == 1 else f"({inside})"


def _spread(setting: Setting) -> str:
    """Return the one setting of a method, which needs no name: `x.expand(2, 3)`."""
    values = setting.value if isinstance(setting.value, tuple) and setting.value else (setting.value,)
    return ", ".join(literal(setting.name, value) for value in values)


def _operation(left: str, sign: str, right: str) -> str:
    """Adding -1 is taking 1 away, also for the last bit."""
    if right.startswith("-"):
        sign, right = {"+": ("-", right[1:]), "-": ("+", right[1:])}.get(sign, (sign, right))
    return f"{left} {sign} {right}"


def _tensor(node: Node, fill: str, generator: str) -> str:
    dtype = f"torch.{node.value('dtype')}"
    sizes = rules.sample_shape(node)
    match fill:
        case "values":
            return f"torch.tensor({_rows(node.value('values'))}, dtype={dtype})"
        case "arange":
            count = 1
            for length in sizes:
                count *= length if isinstance(length, int) else 1
            return f"torch.arange({count}{_unless('torch.int64', dtype)}).reshape({_size(node)})"
    return f"torch.{fill}({_size(node)}{generator}{_unless('torch.float32', dtype)})"


def _size(node: Node) -> str:
    return ", ".join(map(str, rules.sample_shape(node))) or "()"


def _unless(default: str, dtype: str) -> str:
    return "" if dtype == default else f", dtype={dtype}"


def _rows(values: Value) -> str:
    return f"[{', '.join(map(_rows, values))}]" if isinstance(values, tuple) else repr(values)


def _quoted(text: str) -> str:
    """Return the text in double quotes where nothing in it needs care; repr escapes all that does not print."""
    return f'"{text}"' if repr(text) == f"'{text}'" and '"' not in text else repr(text)
