"""Edits of groups: made, renamed, dissolved, and put in from a block of the person's own. All change names alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lazygui.graph import edits, groups, naming, placement, rules
from lazygui.graph.edits import AddNodes, BaseEdit, Clip, EditTitle
from lazygui.graph.model import Edge, Graph, Point, Port
from lazygui.graph.problems import Refused, refuse


@dataclass(frozen=True)
class Group(BaseEdit):
    """Put nodes into a new group called `name`, within the innermost group that holds them all."""

    nodes: frozenset[str]
    name: str

    @property
    def title(self) -> EditTitle:
        return EditTitle("group", len(self.nodes), self.name)

    def renames(self, graph: Graph) -> Mapping[str, str]:
        around = common_group(self.nodes)
        path = joined(around, self.name)
        return {node: f"{path}.{node[len(around) :].removeprefix('.')}" for node in self.nodes}

    def apply(self, graph: Graph) -> Graph:
        if not self.nodes:
            raise refuse("empty_group")
        for node in sorted(self.nodes - graph.nodes.keys()):
            raise refuse("missing_node", node)
        return _renamed(graph, self.renames(graph), joined(common_group(self.nodes), self.name))


@dataclass(frozen=True)
class RenameGroup(BaseEdit):
    """Give a group another path: another name, or another group around it."""

    old: str
    new: str

    @property
    def title(self) -> EditTitle:
        return EditTitle("rename_group", 1, self.old)

    def renames(self, graph: Graph) -> Mapping[str, str]:
        return {node: self.new + node[len(self.old) :] for node in groups.members(graph, self.old)}

    def apply(self, graph: Graph) -> Graph:
        _demand_group(graph, self.old)
        return graph if self.old == self.new else _renamed(graph, self.renames(graph), self.new)


@dataclass(frozen=True)
class Dissolve(BaseEdit):
    """Take one group away and leave what is in it; a name that is taken outside becomes another."""

    path: str

    @property
    def title(self) -> EditTitle:
        return EditTitle("dissolve", 1, self.path)

    def renames(self, graph: Graph) -> Mapping[str, str]:
        inside = groups.members(graph, self.path)
        taken = naming.Taken(graph.nodes.keys() - frozenset(inside))
        names: dict[str, str] = {}
        for child in dict.fromkeys(_child(self.path, node) for node in inside):
            wanted = joined(groups.parent(self.path), child[len(self.path) + 1 :])
            names[child] = naming.unique(wanted, taken)
            taken.add(names[child])
        return {node: names[_child(self.path, node)] + node[len(_child(self.path, node)) :] for node in inside}

    def apply(self, graph: Graph) -> Graph:
        _demand_group(graph, self.path)
        return graph.renamed(self.renames(graph))


@dataclass(frozen=True)
class Block:
    """A piece of a network that can be put into drawings as a group.

    `inputs` are its free inputs: those that one tensor feeds go together, as the two ends of a residual connection.
    """

    name: str
    piece: Clip
    inputs: tuple[tuple[Port, ...], ...] = ()


def block(graph: Graph, nodes: frozenset[str], name: str) -> Block:
    """Return nodes of a drawing as a block, without the groups that hold them all."""
    cut = len(f"{common_group(nodes)}.") if common_group(nodes) else 0
    short = {node: node[cut:] for node in graph.nodes if node in nodes}
    alone = graph.without_nodes(graph.nodes.keys() - nodes).renamed(short)
    inputs = groups.border_of(graph, short).inputs
    ports = tuple(tuple(Port(short[port.node], port.index) for port in one.inside) for one in inputs)
    return Block(name, edits.clip(alone, frozenset(alone.nodes)), ports)


def insert_block(graph: Graph, inserted: Block, at: Point | None = None, after: str | None = None) -> AddNodes:
    """Return the edit that puts a copy of a block into a drawing, as a group under a fresh name.

    It stands at a place, or behind the node `after`, which feeds it where both have one port for that.
    """
    path = naming.unique(_word(inserted.name), graph.nodes)
    names = {node.id: f"{path}.{node.id}" for node in inserted.piece.nodes}
    nodes = edits.copied(inserted.piece.nodes, names, graph.nodes)
    inner = tuple(Edge(Port(names[s.node], s.index), Port(names[t.node], t.index)) for s, t in inserted.piece.edges)
    entering: tuple[Edge, ...] = ()
    if after is not None and after in graph.nodes and graph.output_count(after) and len(inserted.inputs) == 1:
        entering = tuple(Edge(Port(after), Port(names[port.node], port.index)) for port in inserted.inputs[0])
    places = _places(graph, inserted.piece, names, at, after)
    return AddNodes(nodes, places, (*inner, *entering), verb="insert_block", subject=path)


def common_group(paths: Iterable[str]) -> str:
    """Return the innermost group that holds all of these nodes or groups, or "" for none."""
    shared: list[str] | None = None
    for path in paths:
        around = path.split(".")[:-1]
        if shared is None:
            shared = around
        same = (number for number, (a, b) in enumerate(zip(shared, around, strict=False)) if a != b)
        shared = shared[: next(same, min(len(shared), len(around)))]
        if not shared:
            break
    return ".".join(shared or [])


def joined(group: str, name: str) -> str:
    """Return the path of a name in a group, or at the top for ""."""
    return f"{group}.{name}" if group else name


def fresh_name(graph: Graph, nodes: Iterable[str], word: str = "block1") -> str:
    """Return a name for a new group of these nodes that is free where it would stand."""
    around = common_group(nodes)
    return naming.unique(joined(around, word), graph.nodes)[len(around) :].removeprefix(".")


def _demand_group(graph: Graph, path: str) -> None:
    if path not in groups.groups(graph):
        raise refuse("missing_group", path)


def _renamed(graph: Graph, names: Mapping[str, str], path: str) -> Graph:
    """Return the graph with nodes in a group of this path, which must be a new one."""
    others = graph.nodes.keys() - names.keys()
    # One look at the path stands for all that is to lie in it: nothing else is in a group that is new.
    problem = rules.check_name(path, others) or rules.check_name(max(names.values(), key=len), ())
    if problem is not None and problem.code == "name_nested" and str(problem.details["other"]).startswith(f"{path}."):
        raise refuse("group_taken", path)
    if problem is not None:
        raise Refused(problem)
    return graph.renamed(names)


def _child(path: str, node: str) -> str:
    """Return the node or the group right in a group that a node of it belongs to."""
    return path + "." + node[len(path) + 1 :].partition(".")[0]


def _word(name: str) -> str:
    """Return what the group of a block is called: its name as far as an attribute can be called so."""
    word = re.sub(r"\W+", "_", name).strip("_")
    return word if rules.check_name(word, ()) is None else "block"


def _places(
    graph: Graph, piece: Clip, names: Mapping[str, str], at: Point | None, after: str | None
) -> dict[str, Point]:
    if at is None and after is not None and after in graph.nodes:
        at = placement.behind(graph, after)
    if at is None:
        right = max((place.x for place in graph.layout.values()), default=-placement.COLUMN)
        at = Point(right + placement.COLUMN, 0)
    places = {key: piece.layout.get(key, Point(0, 0)) for key in names}
    left, top = (min((place[axis] for place in places.values()), default=0.0) for axis in (0, 1))
    return {names[key]: Point(at.x + place.x - left, at.y + place.y - top) for key, place in places.items()}
