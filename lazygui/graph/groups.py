"""Groups: the dotted prefixes of ids. What lies in each, what crosses its border, and which are alike. Pure."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lazygui.graph import rules
from lazygui.graph.memory import remembered
from lazygui.graph.model import Graph, Node, Port, divided


@dataclass(frozen=True, slots=True)
class Contents:
    """What lies in a group: all nodes, however deep, in document order, and the groups right in it."""

    path: str
    members: tuple[str, ...]
    children: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crossing:
    """A port of a group: one tensor that crosses its border.

    `inside` are the ports of members: all inputs that the tensor feeds, or the one output that it comes from.
    `outside` is the output that it comes from, or the inputs that it feeds; empty where nothing is connected yet.
    """

    name: str
    inside: tuple[Port, ...]
    outside: tuple[Port, ...] = ()


@dataclass(frozen=True, slots=True)
class Border:
    """The ports of a group, in the order of its members: those that edges cross, and those that are still free."""

    inputs: tuple[Crossing, ...]
    outputs: tuple[Crossing, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """What makes two groups alike: members by relative ids with types, arguments and ties, the edges among them, and
    which of their ports are ports of the group."""

    members: tuple[object, ...]
    edges: tuple[tuple[str, int, str, int], ...]
    inputs: tuple[tuple[Port, ...], ...]
    outputs: tuple[tuple[Port, ...], ...]


def parent(path: str) -> str:
    """Return the group that a node or a group lies in, or "" at the top."""
    return path.rpartition(".")[0]


def short_name(path: str) -> str:
    """Return what a node or a group is called where its path is seen: its last name, with the one before a number."""
    parts = path.split(".")
    return ".".join(parts[-2:]) if parts[-1].isdigit() else parts[-1]


def prefixes(path: str) -> Iterator[str]:
    """Yield the groups that a node or a group lies in, the outermost first."""
    end = path.find(".")
    while end > 0:
        yield path[:end]
        end = path.find(".", end + 1)


@remembered("nodes")
def groups(graph: Graph) -> Mapping[str, Contents]:
    """Return all groups by their paths, in document order, each before those in it."""
    found: dict[str, list[str]] = {}
    around: dict[str, list[list[str]]] = {"": []}
    for node in graph.nodes:
        above = parent(node)
        if above not in around:
            around[above] = [found.setdefault(path, []) for path in prefixes(node)]
        for nodes in around[above]:
            nodes.append(node)
    children: dict[str, list[str]] = {path: [] for path in found}
    for path in found:
        if parent(path):
            children[parent(path)].append(path)
    return {path: Contents(path, tuple(nodes), tuple(children[path])) for path, nodes in found.items()}


def members(graph: Graph, path: str) -> tuple[str, ...]:
    """Return all nodes in a group, in document order; none for what is no group."""
    found = groups(graph).get(path)
    return found.members if found else ()


def children(graph: Graph, path: str) -> tuple[str, ...]:
    """Return the groups right in a group, or those at the top for ""."""
    return groups(graph)[path].children if path else tuple(one for one in groups(graph) if not parent(one))


def expanded(graph: Graph, chosen: Iterable[str]) -> frozenset[str]:
    """Return the nodes of a selection that may name groups: a group stands for all nodes in it."""
    return frozenset(node for one in chosen for node in ((one,) if one in graph.nodes else members(graph, one)))


def border(graph: Graph, path: str) -> Border:
    """Return the ports of a group."""
    known = _borders(graph)
    if path not in known:
        known[path] = border_of(graph, members(graph, path), path)
    return known[path]


def border_of(graph: Graph, nodes: Iterable[str], path: str = "", within: Container[str] | None = None) -> Border:
    """Return the ports that a set of nodes would have as one, named relative to a group.

    A tensor is one port, though it may feed several members. A required input that nothing feeds, and every output of a
    member whose outputs nobody reads, is a port too, for edges can be drawn to it. `within` is the whole set where only
    some of its nodes can be at the border.
    """
    looked_at = tuple(nodes)
    inside = frozenset(looked_at) if within is None else within
    fed: dict[Port, list[Port]] = {}
    read: dict[Port, list[Port]] = {}
    for key in looked_at:
        entering, leaving = graph.inputs.get(key, ()), graph.outputs.get(key, ())
        for source, target in entering:
            if source.node not in inside:
                fed.setdefault(source, []).append(target)
        if len(entering) < len(graph.nodes[key].input_names):
            fed.update((port, [port]) for port in _free_inputs(graph, key))
        for source, target in leaving:
            if target.node not in inside:
                read.setdefault(source, []).append(target)
        if not leaving:
            read.update((Port(key, index), []) for index in range(graph.output_count(key)))
    return Border(
        tuple(
            Crossing(_name(graph, targets[0], path, True), tuple(targets), () if source.node in inside else (source,))
            for source, targets in fed.items()
        ),
        tuple(Crossing(_name(graph, one, path, False), (one,), tuple(targets)) for one, targets in read.items()),
    )


def signature(graph: Graph, path: str) -> Signature:
    """Return what a group is, whatever it is called and wherever it stands: alike groups have equal signatures."""
    known = _signatures(graph)
    if path not in known:
        known[path] = _signature(graph, path)
    return known[path]


def alike(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return the groups that have others like them, those that are alike together, in document order."""
    found: dict[tuple[str, ...], list[list[str]]] = {}
    for path, group in groups(graph).items():
        # Arguments of unknown layers may hold anything, so a signature has no hash; the names and types have.
        kinds = tuple(f"{key[len(path) :]} {graph.nodes[key].type}" for key in sorted(group.members))
        same = next(
            (one for one in found.setdefault(kinds, []) if signature(graph, one[0]) == signature(graph, path)), None
        )
        if same is None:
            found[kinds].append([path])
        else:
            same.append(path)
    return tuple(tuple(paths) for classes in found.values() for paths in classes if len(paths) > 1)


def repeats(graph: Graph, path: str = "") -> tuple[tuple[str, ...], ...]:
    """Return the runs of groups right in a group (at the top for "") that are alike and follow one another."""
    return tuple(run for run in runs(graph, children(graph, path)) if len(run) > 1)


def runs(graph: Graph, paths: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return sibling groups in runs: a group follows another like it if it alone reads what that one gives.

    What else it reads must come from where the other reads it: a mask that all blocks of an encoder take.
    """
    candidates = dict.fromkeys(paths)
    following = {one: after for one in candidates if (after := _follower(graph, one, candidates))}
    followers = frozenset(following.values())
    found: list[tuple[str, ...]] = []
    for start in (one for one in candidates if one not in followers):
        run = [start]
        while run[-1] in following:
            run.append(following[run[-1]])
        found += [(one,) for one in run] if _reads_from(graph, start, run) else [tuple(run)]
    # Groups that feed one another in a circle have no first; each stands alone.
    in_runs = {one for run in found for one in run}
    return (*found, *((one,) for one in candidates if one not in in_runs))


def _reads_from(graph: Graph, path: str, others: Collection[str]) -> bool:
    return any(_sibling(path, port.node) in others for one in border(graph, path).inputs for port in one.outside)


def _follower(graph: Graph, path: str, candidates: Mapping[str, None]) -> str | None:
    """Return the one candidate that reads all that a group gives, if it is alike and reads nothing else of its own."""
    own = border(graph, path)
    readers = {_sibling(path, target.node) for one in own.outputs for target in one.outside}
    after = readers.pop() if len(readers) == 1 else None
    if after is None or after not in candidates or after == path:
        return None
    if signature(graph, after) != signature(graph, path):
        return None
    before = {_relative(one.inside, path): one.outside for one in own.inputs}
    given = {one.inside for one in own.outputs}
    is_chained = all(
        one.outside in given or one.outside == before[_relative(one.inside, after)]
        for one in border(graph, after).inputs
    )
    return after if is_chained else None


def _sibling(path: str, node: str) -> str:
    """Return the name beside a group that a node is, or lies in."""
    above = path.rfind(".") + 1
    return node[:above] + node[above:].partition(".")[0]


@remembered("nodes", "edges")
def _borders(graph: Graph) -> dict[str, Border]:
    """The borders that were asked for, to be filled."""
    return {}


@remembered("nodes", "edges")
def _signatures(graph: Graph) -> dict[str, Signature]:
    """The signatures that were asked for, to be filled."""
    return {}


def _signature(graph: Graph, path: str) -> Signature:
    inside = members(graph, path)
    known = frozenset(inside)
    ports = border(graph, path)
    cut = len(path)
    edges = [
        (source.node[cut:], source.index, target.node[cut:], target.index)
        for key in inside
        for source, target in graph.inputs.get(key, ())
        if source.node in known
    ]
    return Signature(
        tuple(_told(graph.nodes[key], path, known) for key in sorted(inside)),
        tuple(sorted(edges)),
        tuple(sorted(_relative(one.inside, path) for one in ports.inputs)),
        tuple(sorted(_relative(one.inside, path) for one in ports.outputs)),
    )


def _told(node: Node, path: str, inside: frozenset[str]) -> tuple[object, ...]:
    """What a member is, apart from what the group is called."""

    def tie(target: str) -> str:
        return target[len(path) :] if divided(target, inside)[0] in inside else target

    told = (node.id[len(path) :], node.type, node.arguments, node.extra)
    if not node.shares and not node.ties:
        return told
    shares = node.shares[len(path) :] if node.shares in inside else node.shares
    return (*told, shares, {own: tie(target) for own, target in node.ties.items()})


def _relative(ports: Iterable[Port], path: str) -> tuple[Port, ...]:
    return tuple(Port(port.node[len(path) :], port.index) for port in ports)


def _free_inputs(graph: Graph, key: str) -> Iterator[Port]:
    """Give the inputs of a node that must be fed and are not."""
    node = graph.nodes[key]
    names = rules.missing_inputs(node, graph.inputs.get(key, ()))
    return (Port(key, node.input_names.index(name)) for name in names)


def _name(graph: Graph, port: Port, path: str, is_input: bool) -> str:
    """Return what a port of a group is called: its member, and the port where that has several."""
    node = graph.nodes[port.node]
    names = node.input_names if is_input else node.output_names
    relative = port.node[len(path) + 1 :] if path else port.node
    return f"{relative}.{names[port.index]}" if len(names) > 1 and port.index < len(names) else relative
