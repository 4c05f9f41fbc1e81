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

from lazygui.graph import initializing, layered, rules, ties
from lazygui.graph.comments import COLORS, LONGEST_TEXT, Comment, CommentKind, Rect
from lazygui.graph.initialization import Rules, WeightEdit, with_rule
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.graph.problems import Detail, Problem
from lazygui.graph.topology import cyclic_nodes
from lazygui.storage.errors import FormatError, wrong
from lazygui.storage.init_rules import read_rule, read_weight, rule_text, weight_text
from lazygui.storage.json_text import Path, parse

VERSION: Final = 1
FORMAT: Final = f"lazygui/{VERSION}"
SUFFIX: Final = ".lazygui.json"

FARTHEST: Final = 1e9
"""No node lies farther from the origin than so many pixels."""

_SECTIONS: Final = ("format", "nodes", "edges", "layout", "comments", "init", "weights")
_COMMENT: Final[Mapping[str, object]] = {"kind": None, "text": "", "color": COLORS[0]}
_KINDS_OF_COMMENTS: Final = tuple(kind.value for kind in CommentKind)
_MEMBERS: Final = ("type", "args", "shares", "ties")
_KINDS: Final[Mapping[type, str]] = {dict: "object", tuple: "array", str: "string"}


def dump(graph: Graph) -> str:
    """Return the document of a graph. The same graph always gives the same text, and `load` gives the graph back."""
    sections = [
        f'"format": {_json(FORMAT)}',
        _section("nodes", "{}", (f"{_json(key)}: {_node_text(node, graph)}" for key, node in graph.nodes.items())),
        _section("edges", "[]", (_json((port_text(s), port_text(t))) for t, s in graph.edges.items())),
        _section("layout", "{}", _layout_lines(graph)),
        *([_section("comments", "{}", map(_comment_text, graph.comments.values()))] if graph.comments else []),
        *([_section("init", "[]", map(rule_text, graph.initialization))] if graph.initialization else []),
        *([_section("weights", "[]", map(weight_text, graph.weights))] if graph.weights else []),
        *(f"{_json(key)}: {_json(value)}" for key, value in graph.extra.items()),
    ]
    return "{\n  " + ",\n  ".join(sections) + "\n}\n"


def load_bytes(data: bytes) -> Graph:
    """Return the graph of a document as a file holds it. Raises FormatError, also for text that is not UTF-8."""
    return load(text_of(data))


def text_of(data: bytes) -> str:
    """Return bytes as text, without the mark that some editors put before it. Raises FormatError for all but UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise wrong("not_utf8", line=data.count(b"\n", 0, error.start) + 1) from None


def load(text: str) -> Graph:
    """Return the graph of a document, every node with a place. Raises FormatError and nothing else.

    What this version does not know (types, arguments, members) is kept as it is. A place for a node that does not
    exist is not kept: it says nothing.
    """
    return _Document(text).graph()


def load_fragment(text: str) -> Graph:
    """Return the graph of what a person has cut out of a document, or written: what is only form may be missing.

    It may be a document without its format or its edges, or the object of its nodes alone. Raises FormatError.
    """
    document = _Document(text)
    document.complete()
    return document.graph()


def load_edges(text: str) -> tuple[tuple[Port, Port], ...]:
    """Return the edges that a text lists, each from and to; nodes are not looked for. Raises FormatError."""
    return _Document(text).loose_edges()


def port_text(port: Port) -> str:
    """Return how an edge names its end: `fc1`, or `rnn:1` for a port other than the first."""
    return f"{port.node}:{port.index}" if port.index else port.node


def _section(name: str, brackets: str, lines: Iterable[str]) -> str:
    body = ",\n    ".join(lines)
    inside = f"\n    {body}\n  " if body else ""
    return f'"{name}": {brackets[0]}{inside}{brackets[1]}'


def _node_text(node: Node, graph: Graph) -> str:
    owner = graph.nodes.get(node.shares)
    # Left out, they would be read as the owner's.
    is_told = node.arguments or (owner is not None and (owner.arguments or owner.shares))
    arguments = {"args": dict(node.arguments)} if is_told else {}
    shares = {"shares": node.shares} if node.shares else {}
    ties = {"ties": dict(node.ties)} if node.ties else {}
    return _json({"type": node.type, **arguments, **shares, **ties, **node.extra})


def _layout_lines(graph: Graph) -> Iterable[str]:
    for key in graph.nodes:
        if key in graph.layout:
            yield f"{_json(key)}: {_json([_short(number) for number in graph.layout[key]])}"


def _comment_text(comment: Comment) -> str:
    rect = [_short(number) for number in comment.rect]
    value = {"kind": comment.kind.value, "text": comment.text, "rect": rect, "color": comment.color}
    return f"{_json(comment.id)}: {_json(value)}"


def _short(number: float) -> float:
    return int(number) if number == math.floor(number) else number


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


class _Document:
    """One text on its way to a graph. Every refusal names the line of the value that is wrong."""

    def __init__(self, text: str) -> None:
        self._value, self._places = parse(text)

    def complete(self) -> None:
        """Add what a fragment lacks."""
        if not isinstance(self._value, dict):
            return
        is_bare = "nodes" not in self._value and "format" not in self._value
        if is_bare and all(isinstance(one, dict) for one in self._value.values()):
            self._value = {"nodes": self._value}
        self._value = {"format": FORMAT, "edges": (), **self._value}

    def loose_edges(self) -> tuple[tuple[Port, Port], ...]:
        edges = self._value if isinstance(self._value, tuple) else ()
        if not edges:
            raise wrong("not_a_document", line=self._places.line(()), format=FORMAT)
        return tuple(self._loose_edge(number, edge) for number, edge in enumerate(edges))

    def _loose_edge(self, number: int, edge: object) -> tuple[Port, Port]:
        if not (isinstance(edge, tuple) and len(edge) == 2 and all(isinstance(end, str) for end in edge)):
            raise self._wrong("wrong_edge", (number,))
        ends = [end.partition(":") for end in edge]
        for (node, colon, index), end in zip(ends, edge, strict=True):
            if not node or (colon and not re.fullmatch("[0-9]{1,9}", index)):
                raise self._wrong("wrong_port", (number,), end=end)
        source, target = (Port(node, int(index or 0)) for node, _, index in ends)
        return source, target

    def graph(self) -> Graph:
        self._check_format()
        written = self._member(("nodes",), self._value, dict)
        nodes = {key: self._node(key, _with_lent(value, written)) for key, value in written.items()}
        self._check_groups(nodes)
        graph = Graph(
            MappingProxyType(nodes),
            self._edges(nodes),
            self._layout(nodes),
            MappingProxyType({key: value for key, value in self._value.items() if key not in _SECTIONS}),
            self._comments(),
            self._rules(nodes),
            self._weights(nodes),
        )
        self._check_cycle(graph)
        return layered.completed(ties.normalised(graph))

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
        extra = {name: member for name, member in value.items() if name not in _MEMBERS}
        shares = self._member((*path, "shares"), value, str, key) if "shares" in value else ""
        bound = self._member((*path, "ties"), value, dict, key) if "ties" in value else {}
        if not all(isinstance(other, str) and re.fullmatch(r".+\..+", other, re.DOTALL) for other in bound.values()):
            raise self._wrong("wrong_tie", (*path, "ties"), key)
        frozen = (MappingProxyType(arguments), MappingProxyType(extra), shares, MappingProxyType(bound))
        node = Node(key, layer_type, *frozen)
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

    def _comments(self) -> Mapping[str, Comment]:
        if "comments" not in self._value:
            return MappingProxyType({})
        found: dict[str, Comment] = {}
        for key, value in self._member(("comments",), self._value, dict).items():
            path: Path = ("comments", key)
            comment = _comment(key, value)
            if comment is None:
                raise self._wrong("wrong_comment", path, comment=key[:40])
            if len(comment.text) > LONGEST_TEXT:
                raise self._wrong("comment_too_long", path, most=LONGEST_TEXT, length=len(comment.text))
            if comment.color not in COLORS:
                raise self._wrong("comment_color", path, color=comment.color[:40], expected=", ".join(COLORS))
            found[key] = comment
        return MappingProxyType(found)

    def _rules(self, nodes: Mapping[str, Node]) -> Rules:
        if "init" not in self._value:
            return ()
        rules: Rules = ()
        for number, value in enumerate(self._member(("init",), self._value, tuple)):
            path: Path = ("init", number)
            rule = read_rule(value)
            if rule is None:
                raise self._wrong("wrong_init", path)
            self._demand(initializing.check_rule(rule, nodes), path)
            rules = with_rule(rules, rule)
        return rules

    def _weights(self, nodes: Mapping[str, Node]) -> tuple[WeightEdit, ...]:
        if "weights" not in self._value:
            return ()
        found: dict[object, WeightEdit] = {}
        for number, value in enumerate(self._member(("weights",), self._value, tuple)):
            edit = read_weight(value, nodes)
            if edit is None:
                raise self._wrong("wrong_weight", ("weights", number))
            self._demand(initializing.check_weight(edit, nodes), ("weights", number))
            found[edit.place] = edit
        return tuple(found.values())

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


def _with_lent(value: Any, nodes: Mapping[str, Any]) -> Any:
    """Return a node as written, with the type and the arguments that it leaves out because it shares them."""
    owner, steps = value, 0
    while isinstance(owner, dict) and isinstance(owner.get("shares"), str) and steps < len(nodes):
        owner, steps = nodes.get(owner["shares"]), steps + 1
    if owner is value or not isinstance(owner, dict):
        return value
    lent = {name: owner[name] for name in ("type", "args") if name in owner}
    return {**lent, **value}


def _comment(id: str, value: object) -> Comment | None:
    """Return a comment as it is written, or None where it is none."""
    if not isinstance(value, dict):
        return None
    kind, text, color = (value.get(name, default) for name, default in _COMMENT.items())
    rect = value.get("rect")
    is_rect = isinstance(rect, tuple) and len(rect) == 4 and all(map(_is_coordinate, rect))
    if kind not in _KINDS_OF_COMMENTS or not isinstance(text, str) or not isinstance(color, str) or not is_rect:
        return None
    assert isinstance(rect, tuple)
    place = Rect(*map(float, rect))
    return Comment(id, CommentKind(kind), place.sized(place.width, place.height), text, color)


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
