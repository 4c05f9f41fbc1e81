"""The document format `lazygui/1`: a graph as text and back. Pure; `docs/format.md` tells people the same.

The text is made for version control: one node, one edge and one place a line, structure apart from layout.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from lazygui.graph import placement, rules
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.graph.problems import Detail, Problem
from lazygui.graph.topology import cyclic_nodes
from lazygui.storage.errors import FormatError, wrong
from lazygui.storage.json_text import Path, parse

VERSION: Final = 1
FORMAT: Final = f"lazygui/{VERSION}"
SUFFIX: Final = ".lazygui.json"

FARTHEST: Final = 1e9
"""No node lies farther from the origin than so many pixels."""

_SECTIONS: Final = ("format", "nodes", "edges", "layout")
_KINDS: Final[Mapping[type, str]] = {dict: "object", tuple: "array"}


def dump(graph: Graph) -> str:
    """Return the document of a graph. The same graph always gives the same text, and `load` gives the graph back."""
    sections = [
        f'"format": {_json(FORMAT)}',
        _section("nodes", "{}", (f"{_json(key)}: {_node_text(node)}" for key, node in graph.nodes.items())),
        _section("edges", "[]", (_json((port_text(s), port_text(t))) for t, s in graph.edges.items())),
        _section("layout", "{}", _layout_lines(graph)),
        *(f"{_json(key)}: {_json(value)}" for key, value in graph.extra.items()),
    ]
    return "{\n  " + ",\n  ".join(sections) + "\n}\n"


def load_bytes(data: bytes) -> Graph:
    """Return the graph of a document as a file holds it. Raises FormatError, also for text that is not UTF-8."""
    try:
        return load(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise wrong("not_utf8", line=data.count(b"\n", 0, error.start) + 1) from None


def load(text: str) -> Graph:
    """Return the graph of a document, every node with a place. Raises FormatError and nothing else.

    What this version does not know (types, arguments, members) is kept as it is. A place for a node that does not
    exist is not kept: it says nothing.
    """
    return _Document(text).graph()


def port_text(port: Port) -> str:
    """Return how an edge names its end: `fc1`, or `rnn:1` for a port other than the first."""
    return f"{port.node}:{port.index}" if port.index else port.node


def _section(name: str, brackets: str, lines: Iterable[str]) -> str:
    body = ",\n    ".join(lines)
    inside = f"\n    {body}\n  " if body else ""
    return f'"{name}": {brackets[0]}{inside}{brackets[1]}'


def _node_text(node: Node) -> str:
    arguments = {"args": dict(node.arguments)} if node.arguments else {}
    return _json({"type": node.type, **arguments, **node.extra})


def _layout_lines(graph: Graph) -> Iterable[str]:
    for key in graph.nodes:
        if key in graph.layout:
            yield f"{_json(key)}: {_json([_short(number) for number in graph.layout[key]])}"


def _short(number: float) -> float:
    return int(number) if number == math.floor(number) else number


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


class _Document:
    """One text on its way to a graph. Every refusal names the line of the value that is wrong."""

    def __init__(self, text: str) -> None:
        self._value, self._places = parse(text)

    def graph(self) -> Graph:
        self._check_format()
        nodes = {key: self._node(key, value) for key, value in self._member(("nodes",), self._value, dict).items()}
        self._check_groups(nodes)
        graph = Graph(
            MappingProxyType(nodes),
            self._edges(nodes),
            self._layout(nodes),
            MappingProxyType({key: value for key, value in self._value.items() if key not in _SECTIONS}),
        )
        self._check_cycle(graph)
        return placement.completed(graph)

    def _check_format(self) -> None:
        if not isinstance(self._value, dict) or "format" not in self._value:
            raise wrong("not_a_document", line=self._places.line(()), format=FORMAT)
        found = self._value["format"]
        version = re.fullmatch(r"lazygui/([1-9][0-9]{0,8})", found) if isinstance(found, str) else None
        if version is None:
            raise self._wrong("foreign_format", ("format",), found=str(found)[:40], format=FORMAT)
        if int(version[1]) > VERSION:
            raise self._wrong("newer_format", ("format",), found=version[0], format=FORMAT)

    def _node(self, key: str, value: object) -> Node:
        path: Path = ("nodes", key)
        self._demand(rules.check_name(key, ()), path)
        if not isinstance(value, dict):
            raise self._wrong("wrong_member", path, key, member=key, expected=_KINDS[dict])
        layer_type = value.get("type")
        if not isinstance(layer_type, str) or not layer_type:
            raise self._wrong("missing_type", path, key)
        arguments = self._member((*path, "args"), value, dict, key) if "args" in value else {}
        extra = {name: member for name, member in value.items() if name not in ("type", "args")}
        node = Node(key, layer_type, MappingProxyType(arguments), MappingProxyType(extra))
        problem = rules.check_arguments(node)
        if problem:
            self._demand(problem, (*path, "args", str(problem.details["argument"])))
        return node

    def _check_groups(self, nodes: Mapping[str, Node]) -> None:
        """A name is a layer or a group, not both. (`rules.check_name` would compare every node with every other.)"""
        for key in nodes:
            ends = [end for end, letter in enumerate(key) if letter == "."]
            for group in (key[:end] for end in ends if key[:end] in nodes):
                raise self._wrong("name_nested", ("nodes", key), key, other=group)

    def _edges(self, nodes: Mapping[str, Node]) -> Mapping[Port, Port]:
        edges: dict[Port, Port] = {}
        for number, edge in enumerate(self._member(("edges",), self._value, tuple)):
            path: Path = ("edges", number)
            if not (isinstance(edge, tuple) and len(edge) == 2 and all(isinstance(end, str) for end in edge)):
                raise self._wrong("wrong_edge", path)
            source, target = (self._port(end, nodes, path) for end in edge)
            # Cycles are looked for once, when all edges are there.
            self._demand(rules.check_ends(nodes, edges, source, target), path)
            edges[target] = source
        return MappingProxyType(edges)

    def _port(self, end: str, nodes: Mapping[str, Node], path: Path) -> Port:
        node, colon, index = end.partition(":")
        if colon and not re.fullmatch("[0-9]{1,9}", index):
            raise self._wrong("wrong_port", path, end=end)
        if node not in nodes:
            raise self._wrong("missing_end", path, end=node)
        return Port(node, int(index or 0))

    def _layout(self, nodes: Mapping[str, Node]) -> Mapping[str, Point]:
        if "layout" not in self._value:
            return MappingProxyType({})
        places = self._member(("layout",), self._value, dict)
        for key, place in places.items():
            if not (isinstance(place, tuple) and len(place) == 2 and all(map(_is_coordinate, place))):
                raise self._wrong("wrong_place", ("layout", key), key)
        return MappingProxyType({key: Point(*map(float, places[key])) for key in nodes if key in places})

    def _check_cycle(self, graph: Graph) -> None:
        cycle = _cycle(graph)
        if cycle:
            ends = [(source.node, target.node) for target, source in graph.edges.items()]
            closing = max(ends.index(pair) for pair in zip(cycle, (*cycle[1:], cycle[0]), strict=True))
            raise self._wrong("cycle_in_file", ("edges", closing), cycle[0], nodes=cycle)

    def _member(self, path: Path, parent: Mapping[str, Any], kind: type, node: str | None = None) -> Any:
        """Return the member of `parent` that the path ends with, which must be there and of this kind."""
        name = str(path[-1])
        if name not in parent:
            raise self._wrong("missing_member", path, node, member=name)
        if not isinstance(parent[name], kind):
            raise self._wrong("wrong_member", path, node, member=name, expected=_KINDS[kind])
        return parent[name]

    def _demand(self, problem: Problem | None, path: Path) -> None:
        if problem is not None:
            raise self._wrong(problem.code, path, problem.node, **problem.details)

    def _wrong(self, code: str, path: Path, node: str | None = None, **details: Detail) -> FormatError:
        return wrong(code, node, line=self._places.line(path), **details)


def _is_coordinate(number: object) -> bool:
    return isinstance(number, int | float) and not isinstance(number, bool) and abs(number) <= FARTHEST


def _cycle(graph: Graph) -> tuple[str, ...]:
    """Return the nodes of one cycle, in the direction of its edges, or () where there is none."""
    rest = frozenset(cyclic_nodes(graph))
    walked: list[str] = []
    node = next((key for key in graph.nodes if key in rest), None)
    while node is not None and node not in walked:
        walked.append(node)
        node = next(edge.source.node for edge in graph.inputs[node] if edge.source.node in rest)
    return tuple(reversed(walked[walked.index(node) :])) if node else ()
