"""The groups of a drawing as a tree of scopes: what is called in which order, what crosses each border. Pure.

A group of nodes can become one module only if its nodes can be called together. One that cannot, or that would draw
random weights in another order than a run of the program, is dissolved: its nodes belong to the scope around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heapify, heappop, heappush
from itertools import pairwise, takewhile
from typing import TypeAlias

from lazygui.codegen import expressions
from lazygui.codegen.drawing import Drawing
from lazygui.graph import naming
from lazygui.graph.model import Graph, Node, Port


@dataclass(eq=False)
class Scope:
    """A group, or the whole network at path ""."""

    drawing: Drawing
    path: str = ""
    children: list[Node | Scope] = field(default_factory=list)

    @cached_property
    def members(self) -> Mapping[str, Node]:
        """All nodes in it and in the scopes inside."""
        found: dict[str, Node] = {}
        for child in self.children:
            found |= {child.id: child} if isinstance(child, Node) else child.members
        return found

    @cached_property
    def homes(self) -> Mapping[str, Item]:
        """For each node in it the child that it is, or is in."""
        return {name: child for child in self.children for name in names_of(child)}

    @cached_property
    def holders(self) -> tuple[Item, ...]:
        """The children that are attributes, in the order in which they are constructed."""
        found = [child for child in self.children if isinstance(child, Scope) or self.drawing.is_built(child)]
        return tuple(sorted(found, key=self._rank))

    @property
    def has_modules(self) -> bool:
        return any(isinstance(child, Scope) or not self.drawing.is_given(child) for child in self.holders)

    def _rank(self, item: Item) -> int:
        rank = self.drawing.rank
        if isinstance(item, Node):
            return rank[item.id]
        built = [rank[node.id] for node in item.members.values() if self.drawing.is_built(node)]
        return min(built or [rank[key] for key in item.members])

    @cached_property
    def is_numbered(self) -> bool:
        """True if the attributes are called 0, 1, 2 and so on, in the order in which they are constructed."""
        return [child_name(self, child) for child in self.elements] == [str(n) for n in range(len(self.elements))]

    @cached_property
    def is_list(self) -> bool:
        """True for numbered modules that are not one chain: its children are called from the scope around it."""
        are_modules = all(not isinstance(c, Node) or (c.spec and c.spec.is_module) for c in self.children)
        is_all = len(self.holders) == len(self.children)
        return bool(self.path and is_all and self.is_numbered and are_modules and not self.is_chain)

    @cached_property
    def is_chain(self) -> bool:
        """True if every child is a module that takes what the one before gives, and nothing else."""
        return bool(self.elements) and len(self.elements) == len(self.children) and self._is_line(self.elements)

    @cached_property
    def elements(self) -> tuple[Item, ...]:
        """What its `nn.Sequential` or list holds: what is constructed, and in a whole network shared layers again."""
        if self.path or len(self.holders) == len(self.children):
            return self.holders
        return self.calls if all(map(self._may_come_again, self.calls)) and self._is_line(self.calls) else self.holders

    def _may_come_again(self, item: Item) -> bool:
        """Say whether an item may be constructed before all others: one that draws no weights before it is called."""
        if isinstance(item, Scope) or not item.spec or not item.spec.is_module or item.id in self.drawing.unbuilt:
            return isinstance(item, Scope)
        owner = self.drawing.owner(item)
        return owner == item.id or (owner in map(path_of, self.children) and not _draws_early(item))

    def _is_line(self, items: tuple[Item, ...]) -> bool:
        if not all(map(self._is_link, items)):
            return False
        return all(
            self.sources_of(after) == self.outputs_of(before) and self._readers(before) <= names_of(after)
            for before, after in pairwise(items)
        )

    def _is_link(self, item: Item) -> bool:
        if isinstance(item, Scope):
            is_single = len(item.inputs) == 1 and [port.index for port in item.outputs] == [0]
            return is_single and not item.is_list and not any(key in self.drawing.faults for key in item.members)
        if item.id in self.drawing.faults or self.drawing.has_tuple(item):
            return False
        is_first = [index for index, _ in self.drawing.reads(item)] == [0]
        return is_first and item.spec is not None and item.spec.is_module and expressions.is_plain_call(item)

    def _readers(self, item: Item) -> Set[str]:
        graph, inside = self.drawing.graph, names_of(item)
        return {edge.target.node for key in inside for edge in graph.outputs.get(key, ())} - inside

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What is called here: the children, and in the place of a list what is in it."""
        return tuple(item for child in self.children for item in _unfolded(child))

    @cached_property
    def calls(self) -> tuple[Item, ...]:
        """The items in calling order; those that wait for each other are left out, see `stuck`."""
        return self._sorted[0]

    @cached_property
    def stuck(self) -> tuple[Scope, ...]:
        """The scopes that would have to be called before each other."""
        return tuple(item for item in self._sorted[1] if isinstance(item, Scope))

    @cached_property
    def _sorted(self) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        items = self.items
        home = {key: number for number, item in enumerate(items) for key in names_of(item)}
        first = [min(self.drawing.rank[key] for key in names_of(item)) for item in items]
        before = [{home[port.node] for port in self.sources_of(item) if port.node in home} for item in items]
        behind: dict[int, list[int]] = {}
        for number, needed in enumerate(before):
            for one in needed:
                behind.setdefault(one, []).append(number)
        ready = [(first[number], number) for number, needed in enumerate(before) if not needed]
        heapify(ready)
        done: list[Item] = []
        while ready:
            number = heappop(ready)[1]
            done.append(items[number])
            for one in behind.get(number, ()):
                before[one].discard(number)
                if not before[one]:
                    heappush(ready, (first[one], one))
        return tuple(done), tuple(item for number, item in enumerate(items) if before[number])

    @cached_property
    def sources(self) -> tuple[Port, ...]:
        """The ports outside that are read in here, in no order that matters."""
        read = (port for node in self.members.values() for _, port in self.drawing.reads(node))
        return tuple(dict.fromkeys(port for port in read if port.node not in self.members))

    @cached_property
    def inputs(self) -> tuple[Port, ...]:
        """The ports outside that are read in here, in the order of their first use."""
        read = (port for item in self.calls for _, port in self.arriving(item))
        return tuple(dict.fromkeys(port for port in read if port.node not in self.members))

    @cached_property
    def outputs(self) -> tuple[Port, ...]:
        """The ports in here that are read outside, and what nobody reads, in calling order."""
        return tuple(port for item in self.calls for port in self.outputs_of(item) if self._leaves(port))

    def arriving(self, item: Item) -> tuple[tuple[int, Port], ...]:
        """Return the ports that an item takes, each with the number of its own port or argument."""
        return self.drawing.reads(item) if isinstance(item, Node) else tuple(enumerate(item.inputs))

    def sources_of(self, item: Item) -> tuple[Port, ...]:
        """Return the distinct ports that an item reads, in no order that matters."""
        if isinstance(item, Scope):
            return item.sources
        return tuple(dict.fromkeys(port for _, port in self.drawing.reads(item)))

    def outputs_of(self, item: Item) -> tuple[Port, ...]:
        """Return the ports of an item that somebody reads, and what nobody reads."""
        return item.outputs if isinstance(item, Scope) else self.drawing.gives(item)

    def _leaves(self, port: Port) -> bool:
        edges = self.drawing.graph.outputs.get(port.node, ())
        return not edges or any(edge.source == port and edge.target.node not in self.members for edge in edges)


Item: TypeAlias = "Node | Scope"


def names_of(item: Item) -> Set[str]:
    """Return the ids of the nodes in an item."""
    return {item.id} if isinstance(item, Node) else item.members.keys()


def path_of(item: Item) -> str:
    return item.id if isinstance(item, Node) else item.path


def child_name(scope: Scope, item: Item) -> str:
    """Return the name of an item as seen from a scope around it."""
    return path_of(item)[len(scope.path) + 1 :] if scope.path else path_of(item)


def walk(scope: Scope) -> Iterator[Scope]:
    """Yield a scope and all scopes in it, the inner ones first."""
    for child in scope.children:
        if isinstance(child, Scope):
            yield from walk(child)
    yield scope


@dataclass(frozen=True, slots=True)
class Tree:
    """The scopes of a drawing, and the groups that could not be kept, each with the reason."""

    root: Scope
    dissolved: Mapping[str, str]


CANNOT_CALL = "its nodes cannot be called together"
OTHER_ORDER = "its weights would be drawn in another order"


def tree(graph: Graph) -> Tree:
    """Return the scopes of a graph. Weights are drawn in them in the order in which a run of the program draws them."""
    drawing = Drawing(graph)
    dissolved: dict[str, str] = {}
    while True:
        root = _planted(drawing, dissolved)
        stuck = [one.path for scope in walk(root) for one in scope.stuck]
        late = [] if stuck else _out_of_order(root)
        if not stuck and not late:
            return Tree(root, dissolved)
        dissolved |= dict.fromkeys(stuck, CANNOT_CALL) | dict.fromkeys(late, OTHER_ORDER)


def _planted(drawing: Drawing, dissolved: Mapping[str, str]) -> Scope:
    """Return the scopes that the dotted names of the nodes spell, without the dissolved ones."""
    scopes = {"": Scope(drawing)}
    for node in drawing.nodes:
        if not drawing.is_input(node):
            _scope_of(node.id, scopes, dissolved).children.append(node)
    return scopes[""]


def _scope_of(name: str, scopes: dict[str, Scope], dissolved: Mapping[str, str]) -> Scope:
    if not naming.is_valid(name):
        return scopes[""]
    path, _, _ = name.rpartition(".")
    while path in dissolved:
        path, _, _ = path.rpartition(".")
    if path not in scopes:
        parent = _scope_of(path, scopes, dissolved)
        scopes[path] = Scope(parent.drawing, path)
        parent.children.append(scopes[path])
    return scopes[path]


def _unfolded(child: Item) -> Iterator[Item]:
    if isinstance(child, Scope) and child.is_list:
        for one in child.children:
            yield from _unfolded(one)
    else:
        yield child


def _out_of_order(root: Scope) -> list[str]:
    """Return groups that make weights be drawn in another order than the program draws them, or none.

    An explicit layer draws its weights when it is constructed, a lazy one when it is called first.
    """
    drawing = root.drawing
    users = [drawing.graph.nodes[key] for key in dict.fromkeys(map(drawing.owner, drawing.nodes))]
    eager = _numbered(node.id for node in users if drawing.is_built(node) and _draws_early(node))
    lazy = _numbered(node.id for node in users if drawing.is_built(node) and node.spec and node.spec.is_lazy)
    built = [node.id for node in _constructed(root)]
    called = dict.fromkeys(drawing.owner(node) for node in _called(root))
    torn = [one.path for one in walk(root) if _is_torn(one, eager) or (not one.is_list and _is_torn(one, lazy))]
    culprit = None if torn else _culprit(root, eager, built) or _culprit(root, lazy, list(called))
    return [*torn, *([culprit] if culprit else [])]


def _is_torn(scope: Scope, wanted: Mapping[str, int]) -> bool:
    """Say whether weights outside of a group are drawn between its own: then it can be no module of its own."""
    places = [wanted[key] for key in scope.members if key in wanted]
    return bool(scope.path and places) and max(places) - min(places) >= len(places)


def _draws_early(node: Node) -> bool:
    """Say whether building the node may draw random numbers: not if it is lazy or has no parameters."""
    spec = node.spec
    return spec is not None and not spec.is_lazy and bool(spec.parameters or spec.inner or not spec.is_module)


def _constructed(scope: Scope) -> Iterator[Node]:
    for child in scope.holders:
        if isinstance(child, Node):
            yield child
        else:
            yield from _constructed(child)


def _called(scope: Scope) -> Iterator[Node]:
    for item in scope.calls:
        if isinstance(item, Node):
            yield item
        else:
            yield from _called(item)


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _culprit(root: Scope, wanted: Mapping[str, int], found: list[str]) -> str | None:
    """Return the outermost group that moves a node away from its place, or None."""
    have = [name for name in found if name in wanted]
    for want, have_instead in zip(wanted, have, strict=False):
        if want != have_instead:
            apart = _group_apart(root, have_instead, want) or _group_apart(root, want, have_instead)
            return apart or _delaying(root, want, have_instead)
    return None


def _delaying(root: Scope, name: str, other: str) -> str | None:
    """Return the first group that is called before a node, in the scope that holds it beside the other one."""
    scope = root
    while inner := next((c for c in scope.children if isinstance(c, Scope) and {name, other} <= names_of(c)), None):
        scope = inner
    before = takewhile(lambda item: name not in names_of(item), scope.calls)
    return next((item.path for item in before if isinstance(item, Scope)), None)


def _group_apart(root: Scope, name: str, other: str) -> str | None:
    """Return the outermost group around one node that does not hold the other."""
    scope = root
    while True:
        inside = next((c for c in scope.children if isinstance(c, Scope) and name in c.members), None)
        if inside is None:
            return None
        if other not in inside.members:
            return inside.path
        scope = inside
