"""Remedies for data types, for indices, and for arguments that exclude each other. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from lazygui.catalog.spec import AUTO, Value
from lazygui.engine.remedies.patient import Patient, maker_of_dtype, there
from lazygui.graph import bounds
from lazygui.graph.findings import Fix
from lazygui.graph.model import Node, Port


def _cast(p: Patient, dtype: str) -> Iterator[Fix]:
    """Let the sample be of that type, or turn what arrives into it."""
    source = p.graph.edges.get(Port(p.node.id, p.port))
    made = maker_of_dtype(p.graph, p.shapes, source) if source else None
    if made is not None:
        yield Fix("set_arguments", made, {"dtype": dtype, **_fitting_fill(p.graph.nodes[made], dtype)})
    yield p.insert("torch.Tensor.to", dtype=dtype)


def _fitting_fill(node: Node, dtype: str) -> dict[str, Value]:
    """Return the fill that a data type needs in the place of one that it cannot have."""
    fill = node.arguments.get("fill")
    return {"fill": "randint"} if "float" not in dtype and fill in ("rand", "randn") and dtype != "bool" else {}


def mend_floats(p: Patient) -> Iterator[Fix]:
    yield from _cast(p, p.text("expected") or "float32")
    if p.finding.problem.code == "not_floating":
        yield p.insert("block.one_hot_float", num_classes=AUTO)


def mend_integers(p: Patient) -> Iterator[Fix]:
    return _cast(p, "int64")


def mend_mask(p: Patient) -> Iterator[Fix]:
    return _cast(p, "bool")


def mend_mixed(p: Patient) -> Iterator[Fix]:
    return _cast(p, p.text("first"))


def mend_batch(p: Patient) -> Iterator[Fix]:
    """A batch of two has a variance."""
    made = p.origin(0, 0)
    yield from there(p, made, 2)
    if len(p.node.input_names) == 1:
        yield Fix("remove", p.node.id)


def mend_indices(p: Patient) -> Iterator[Fix]:
    """Make room for the largest index that comes, or let none be larger than there is room for."""
    argument, bound = p.text("argument"), p.number("bound")
    needed = bounds.auto_bound(p.graph, p.node.id) if argument else None
    if needed is not None and needed > bound:
        yield p.set(**{argument: needed})
    source = p.graph.edges.get(Port(p.node.id, p.port))
    made = maker_of_dtype(p.graph, p.shapes, source) if source else None
    node = p.graph.nodes[made] if made else None
    if node is not None and node.spec and node.spec.argument("high") and node.value("fill") != "values":
        yield Fix("set_arguments", node.id, {"fill": "randint", "high": bound})


def mend_either(p: Patient) -> Iterator[Fix]:
    """Of two that exclude each other leave one out, or set the one that is simplest to tell."""
    one, other = p.text("argument"), p.text("instead")
    if p.node.value(one) is not None:
        yield p.set(**{one: None})
        yield p.set(**{other: None})
    else:
        yield p.set(**{other: 2.0 if other == "scale_factor" else 0.5})


def mend_fill(p: Patient) -> Iterator[Fix]:
    yield p.set(fill="randint")
    yield p.set(dtype="float32")


def mend_values(p: Patient) -> Iterator[Fix]:
    yield p.set(shape=p.numbers("got"))


def mend_shared(p: Patient) -> Iterator[Fix]:
    """A module has one set of arguments; a fix changes them at every node that uses it."""
    argument = p.text("argument")
    for node in (p.graph.nodes[p.text("other")], p.node):
        yield p.set(**{argument: node.value(argument)})
