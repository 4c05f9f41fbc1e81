"""Networks of the reference format as graphs.

As a script it writes documents: `convert.py REFERENCE.json FOLDER` for each network of a file, and without arguments
the examples of the program anew.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import arrange

from lazygui.catalog import CATALOG
from lazygui.catalog.custom import HALVE_UNTIL
from lazygui.catalog.spec import LayerSpec, Role, Value
from lazygui.graph.model import Graph, Node, Port
from lazygui.storage.files import save

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "assets" / "examples"
NAMES: Mapping[str, Mapping[str, str]] = {"lazy_init": {"X": "x", "0": "fc1", "1": "relu", "2": "fc2"}}
"""Names that read better on the canvas than the positions in an `nn.Sequential`."""

OPERATIONS = {
    "scale": "Scale",
    "add_scalar": "AddNumber",
    "mean_all": "torch.mean",
    "one_hot": "block.one_hot_float",
    "softmax": "F.softmax",
    "norm": "torch.linalg.vector_norm",
    "cast": "torch.Tensor.to",
}
"""Operations that are called otherwise here; all others are found by their name in one of `SPACES`."""
SPACES = ("block", "torch", "F", "torch.Tensor")
ARGUMENTS = {
    "axis": ("dim",),
    "axes": ("dims", "dim"),
    "shape": ("shape", "size", "sizes", "repeats"),
    "size": ("size", "sizes", "shape", "repeats"),
    "sizes": ("sizes", "repeats", "size", "shape", "split_size_or_sections"),
    "sections": ("split_size_or_sections", "chunks"),
    "value": ("value", "factor", "other"),
    "factor": ("factor", "value"),
}
"""Other words for arguments, each with those that it may stand for."""


class ConversionError(ValueError):
    """What the reference holds and no document can say, in a sentence."""


def networks(file: Path = HERE / "networks.json") -> dict[str, dict[str, Any]]:
    """Return the reference networks by their id, each with what plain torch found of it."""
    data = json.loads(file.read_text(encoding="utf-8"))
    return {network["id"]: network for network in data["networks"]}


def graph(network: Mapping[str, Any]) -> Graph:
    """Return a reference network as a graph, laid out. Raises ConversionError."""
    nodes = [_node(network, entry) for entry in network["graph"]["nodes"]]
    drawn = {node.id: node for node in nodes}
    edges = {target: source for edge in network["graph"]["edges"] for target, source in _edges(network, drawn, edge)}
    found = Graph(drawn, edges)
    return found.with_layout(arrange.arranged(found))


def name(network: Mapping[str, Any], reference: str) -> str:
    """Return what the example calls a node of the reference."""
    return NAMES.get(network["id"], {}).get(reference, reference)


def _node(network: Mapping[str, Any], entry: Mapping[str, Any]) -> Node:
    node_id = name(network, entry["id"])
    match entry["kind"]:
        case "input" | "constant":
            layer_type = "Input" if entry["kind"] == "input" else "Constant"
            return Node(node_id, layer_type, _tensor(entry))
        case "parameter":
            return Node(node_id, "nn.Parameter", {"shape": tuple(entry["shape"]), "init": entry["init"]})
        case "op" if entry["type"] == "halve_until":
            return Node(node_id, "Custom", {"source": HALVE_UNTIL, "numbers": (entry["kwargs"]["limit"],)})
        case "op" | "module" as kind:
            spec = _operation(entry) if kind == "op" else _module(entry)
            shares = name(network, entry["share"]) if entry.get("share") else ""
            return Node(node_id, spec.type, _arguments(spec, entry), shares=shares)
        case other:
            raise ConversionError(f"{node_id}: no node can be of kind {other!r}")


def _tensor(entry: Mapping[str, Any]) -> dict[str, Value]:
    """Return the arguments of an Input or a Constant."""
    fill = entry.get("gen") or entry.get("init") or "values"
    spec = CATALOG["Input" if entry["kind"] == "input" else "Constant"]
    fills = spec.argument("fill")
    if fills is None or fill not in fills.choices:
        raise ConversionError(f"{entry['id']}: a tensor cannot be filled by {fill!r}")
    told = {"shape": entry["shape"], "dtype": entry.get("dtype", "float32"), "fill": fill}
    told |= {key: entry[key] for key in ("high", "values") if key in entry}
    return {key: _frozen(value) for key, value in told.items()}


def _operation(entry: Mapping[str, Any]) -> LayerSpec:
    word = entry["type"]
    types = (OPERATIONS.get(word, word), *(f"{space}.{word}" for space in SPACES))
    found = next((CATALOG[one] for one in types if one in CATALOG), None)
    if found is None or (found.role is not Role.LAYER or found.is_module):
        raise ConversionError(f"{entry['id']}: no operation is called {word!r}")
    return found


def _module(entry: Mapping[str, Any]) -> LayerSpec:
    found = CATALOG.get(entry["type"])
    if found is None or not found.is_module:
        raise ConversionError(f"{entry['id']}: no layer is called {entry['type']!r}")
    return found


def _arguments(spec: LayerSpec, entry: Mapping[str, Any]) -> dict[str, Value]:
    return {_argument(spec, entry["id"], key): _frozen(value) for key, value in entry.get("kwargs", {}).items()}


def _argument(spec: LayerSpec, node: str, word: str) -> str:
    """Return what the layer calls an argument."""
    names = (word, *(ARGUMENTS.get(word, ()) if not spec.is_module else ()))
    found = next((one for one in names if spec.argument(one)), None)
    if found is None:
        raise ConversionError(f"{node}: {spec.type} has no argument {word!r}")
    return found


def _edges(
    network: Mapping[str, Any], nodes: Mapping[str, Node], edge: Mapping[str, Any]
) -> Iterator[tuple[Port, Port]]:
    """Yield the edges, target first. The state of an LSTM is one value there, and two ports here."""
    source = Port(name(network, edge["from"]), edge.get("from_port") or 0)
    target = Port(name(network, edge["to"]), edge.get("to_port") or 0)
    for port in (source, target):
        if port.node not in nodes:
            raise ConversionError(f"an edge names {port.node!r}, which is no node")
    yield target, source
    is_state = source.index == target.index == 1
    if is_state and nodes[source.node].type == nodes[target.node].type == "nn.LSTM":
        yield Port(target.node, 2), Port(source.node, 2)


def _frozen(value: Any) -> Value:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def write(found: Mapping[str, Mapping[str, Any]], folder: Path) -> None:
    """Write a document for each network. Raises ConversionError for the first that has none."""
    folder.mkdir(parents=True, exist_ok=True)
    for key, network in found.items():
        try:
            save(graph(network), folder / f"{key}.lazygui.json")
        except ConversionError as error:
            raise ConversionError(f"{key}: {error}") from error


def main(arguments: list[str]) -> int:
    """Return the exit status: 0 when every network was written, 1 when one cannot be, 2 for other arguments."""
    if len(arguments) not in (0, 2):
        print("usage: convert.py [REFERENCE.json FOLDER]", file=sys.stderr)
        return 2
    try:
        write(networks(*map(Path, arguments[:1])), Path(arguments[1]) if arguments else EXAMPLES)
    except ConversionError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
