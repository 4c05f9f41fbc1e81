"""Any sequence of edits, good and bad, with undo and redo in between: undoing all gives back the very drawing."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from lazygui import catalog
from lazygui.graph import edits, topology
from lazygui.graph.document import Document
from lazygui.graph.edits import Connect, Edit, MoveNodes, Remove, RenameNode, SetArgument, SpliceNode
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.graph.results import NodeResult, Results, State
from lazygui.graph.rules import check_name

LAYERS = [catalog.CATALOG[layer] for layer in ("Input", "nn.LazyLinear", "nn.ReLU", "torch.add", "torch.cat")]
NAMES = ["x", "fc1", "fc2", "relu", "add", "cat", "b.fc1", "b", "0", "odd", "a b", "class", ""]
names = st.sampled_from(NAMES)
ports = st.builds(Port, names, st.integers(-1, 3))
points = st.builds(Point, st.integers(-3, 3).map(float), st.integers(-3, 3).map(float))
gestures = st.integers(0, 2)
START = Graph({"x": Node("x", "Input", {"shape": (2, 20)}), "odd": Node("odd", "my.Odd")}, {}, {"x": Point(0.0, 0.0)})


def contents(graph: Graph) -> tuple[list[object], ...]:
    """All that a file would hold, with every order."""
    arguments = [(node.id, node.type, list(node.arguments.items())) for node in graph.nodes.values()]
    return arguments, list(graph.nodes), list(graph.edges.items()), list(graph.layout.items())


class Editing(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.document = Document(START)
        self.results = Results()
        self.document.subscribe(self.results.on_graph_changed)
        self.before: list[tuple[list[object], ...]] = []

    def attempt(self, edit: Edit) -> None:
        before = self.document.graph
        copy = contents(before)
        problem = self.document.do(edit)
        assert contents(before) == copy
        if problem is not None:
            assert self.document.graph is before

    @rule(spec=st.sampled_from(LAYERS), place=points)
    def add(self, spec, place):
        self.attempt(edits.add_at(self.document.graph, spec, place))

    @rule(spec=st.sampled_from(LAYERS), data=st.data())
    def append(self, spec, data):
        after = data.draw(st.sampled_from([None, *self.document.graph.nodes]))
        self.attempt(edits.append_behind(self.document.graph, spec, after))

    @precondition(lambda self: self.document.graph.edges)
    @rule(spec=st.sampled_from(LAYERS), data=st.data())
    def splice_new(self, spec, data):
        target = data.draw(st.sampled_from(list(self.document.graph.edges)))
        self.attempt(edits.splice_new(self.document.graph, spec, target))

    @rule(node=names, end=ports)
    def splice(self, node, end):
        self.attempt(SpliceNode(node, end))

    @rule(source=ports, end=ports, instead=st.none() | ports)
    def connect(self, source, end, instead):
        self.attempt(Connect(source, end, instead))

    @rule(nodes=st.frozensets(names, max_size=3), ends=st.frozensets(ports, max_size=3))
    def remove(self, nodes, ends):
        self.attempt(Remove(nodes, ends))

    @rule(layout=st.dictionaries(names, points, max_size=3), gesture=gestures)
    def move(self, layout, gesture):
        self.attempt(MoveNodes(layout, gesture))

    @rule(old=names, new=names)
    def rename(self, old, new):
        self.attempt(RenameNode(old, new))

    @rule(node=names, name=st.sampled_from(["out_features", "bias", "dim"]), value=st.integers(-1, 3) | st.booleans())
    def set_argument(self, node, name, value):
        self.attempt(SetArgument(node, name, value, gesture=1))

    @rule(nodes=st.frozensets(names, max_size=4), offset=points)
    def paste(self, nodes, offset):
        piece = edits.clip(self.document.graph, nodes)
        assert self.document.do(edits.paste(self.document.graph, piece, offset)) is None

    @rule()
    def undo(self):
        self.document.undo()

    @rule()
    def redo(self):
        self.document.redo()

    @rule()
    def run_sample(self):
        self.results.begin()
        for node in self.document.graph.nodes:
            self.results.finish(node, NodeResult("", (), (), (), 0.0))

    @invariant()
    def the_drawing_can_be(self):
        graph = self.document.graph
        assert topology.cyclic_nodes(graph) == ()
        assert graph.layout.keys() <= graph.nodes.keys()
        for target, source in graph.edges.items():
            assert 0 <= target.index < graph.input_count(target.node)
            assert 0 <= source.index < graph.output_count(source.node)
        for name, node in graph.nodes.items():
            assert node.id == name
            assert check_name(name, graph.nodes.keys() - {name}) is None

    @invariant()
    def a_result_stands_on_results(self):
        graph = self.document.graph
        for target, source in graph.edges.items():
            if self.results.state(target.node) is State.INITIALIZED:
                assert self.results.state(source.node) is State.INITIALIZED

    def teardown(self) -> None:
        while self.document.redo_title:
            self.document.redo()
        final = contents(self.document.graph)
        seen = []
        while self.document.undo_title:
            seen.append(contents(self.document.graph))
            self.document.undo()
        assert contents(self.document.graph) == contents(START)
        assert not self.document.is_modified
        while self.document.redo_title:
            self.document.redo()
            assert contents(self.document.graph) == seen.pop()
        assert contents(self.document.graph) == final


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
