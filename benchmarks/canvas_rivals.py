"""The canvases that `bench_canvas.py` compares, each in a process of its own, on one graph.

`python canvas_rivals.py NAME COUNT` reads the name of an operation a line, does it until all of it is painted, and
answers with JSON: seconds, or bytes.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

SIZE = (1600, 1000)
COLUMNS = 40
STEP_X, STEP_Y = 336.0, 192.0


def places(count: int) -> list[tuple[float, float]]:
    return [(STEP_X * (number % COLUMNS), STEP_Y * (number // COLUMNS)) for number in range(count)]


def edges(count: int) -> list[tuple[int, int]]:
    """A chain, and from every fifth node an edge that skips four: 6 edges for 5 nodes."""
    chain = [(number, number + 1) for number in range(count - 1)]
    return chain + [(number, number + 5) for number in range(0, count - 5, 5)]


def paint(app: Any) -> None:
    """Have all painted that has changed: what is painted may ask for more."""
    app.processEvents()
    app.processEvents()


class Rival(Protocol):
    """Every operation is one step of the rival's own undo, where it has one, and ends with the whole view painted."""

    def build(self) -> None: ...
    def move_one(self) -> None: ...
    def move_all(self) -> None: ...
    def delete_all(self) -> None: ...
    def undo(self) -> None: ...
    def clear(self) -> None: ...


class LazyGUI:
    def __init__(self, count: int) -> None:
        import tempfile

        from PySide6.QtWidgets import QApplication

        from lazygui.testing.stage import Stage
        from lazygui.ui.engine_client import EngineClient

        self._app = QApplication([])
        self._collector = as_the_program_collects(self._app)
        self._folder = tempfile.TemporaryDirectory()
        stage = Stage(Waits(), Path(self._folder.name), EngineClient())  # type: ignore[arg-type]
        self.robot = stage.open(size=SIZE, live_shapes=False)
        self.window = self.robot.window
        for panel in ("palette", "inspector", "bottom"):
            self.window.workspace.show_panel(panel, False)  # type: ignore[arg-type]
        self.editor, self.view = self.window.editor, self.window.canvas
        self._all = drawing(count)
        self._names = [node.id for node in self._all.nodes]

    def clear(self) -> None:
        from lazygui.graph.model import Graph

        self.editor.open_graph(Graph())
        self.paint()

    def build(self) -> None:
        assert self.editor.do(self._all)
        self.view.fit_all()
        self.paint()

    def move_one(self) -> None:
        self._move(self._names[len(self._names) // 2 : len(self._names) // 2 + 1])

    def move_all(self) -> None:
        self._move(self._names)

    def _move(self, names: list[str]) -> None:
        from lazygui.graph.edits import MoveNodes
        from lazygui.graph.model import Point

        graph = self.editor.graph
        self.editor.do(MoveNodes({n: Point(graph.place(n).x + 24, graph.place(n).y + 24) for n in names}))
        self.paint()

    def delete_all(self) -> None:
        self.editor.select_all()
        self.editor.delete_selection()
        self.paint()

    def undo(self) -> None:
        self.editor.undo()
        self.paint()

    def paint(self) -> None:
        paint(self._app)


def drawing(count: int) -> Any:
    """Return the edit that adds all nodes and edges: linear layers, and sums where two edges end."""
    from types import MappingProxyType

    from lazygui.graph.edits import AddNodes
    from lazygui.graph.model import Edge, Node, Point, Port

    names = [f"n{number}" for number in range(count)]
    layer, nothing = MappingProxyType({"out_features": 64}), MappingProxyType({})
    nodes = tuple(
        Node(name, "torch.add", nothing) if n % 5 == 0 and n else Node(name, "nn.LazyLinear", layer)
        for n, name in enumerate(names)
    )
    layout = {name: Point(*place) for name, place in zip(names, places(count), strict=True)}
    links = tuple(Edge(Port(names[a]), Port(names[b], int(b - a > 1))) for a, b in edges(count))
    return AddNodes(nodes, layout, links)


def as_the_program_collects(app: Any) -> Any:
    """Have garbage collected as in the program: between frames, not within them."""
    import gc

    from lazygui.app import Collector

    gc.disable()
    collector = Collector(app)
    collector.begin()
    return collector


class Waits:
    """The two waits that a stage needs, without pytest."""

    def waitUntil(self, is_true: Callable[[], bool], timeout: int = 0) -> None:
        from PySide6.QtWidgets import QApplication

        while not is_true():
            QApplication.processEvents()

    def waitExposed(self, widget: Any) -> None:
        self.waitUntil(widget.isVisible)


class NodeGraph:
    """NodeGraphQt, in the fork that runs on PySide6."""

    def __init__(self, count: int) -> None:
        import NodeGraphQt
        from qtpy import QtWidgets

        class Layer(NodeGraphQt.BaseNode):  # type: ignore[misc]
            __identifier__ = "bench"
            NODE_NAME = "layer"

            def __init__(self) -> None:
                super().__init__()
                self.add_input("input")
                self.add_input("other")
                self.add_output("output")

        self._app = QtWidgets.QApplication.instance() or QtWidgets.QApplication([])
        self._graph = NodeGraphQt.NodeGraph()
        self._graph.register_node(Layer)
        self._widget = self._graph.widget
        self._widget.resize(*SIZE)
        self._widget.show()
        self._count = count
        self._nodes: list[Any] = []

    def clear(self) -> None:
        self._graph.clear_session()
        self._paint()

    def build(self) -> None:
        graph = self._graph
        graph.begin_undo("build")
        self._nodes = [
            graph.create_node("bench.Layer", name=f"n{n}", pos=place, selected=False)
            for n, place in enumerate(places(self._count))
        ]
        for a, b in edges(self._count):
            self._nodes[a].set_output(0, self._nodes[b].input(int(b - a > 1)))
        graph.end_undo()
        graph.viewer().zoom_to_nodes([node.view for node in self._nodes])
        self._paint()

    def move_one(self) -> None:
        self._move(self._nodes[self._count // 2 : self._count // 2 + 1])

    def move_all(self) -> None:
        self._move(self._nodes)

    def _move(self, nodes: list[Any]) -> None:
        self._graph.begin_undo("move")
        for node in nodes:
            x, y = node.pos()
            node.set_property("pos", [x + 24, y + 24])
        self._graph.end_undo()
        self._paint()

    def delete_all(self) -> None:
        self._graph.select_all()
        self._graph.delete_nodes(self._graph.selected_nodes())
        self._paint()

    def undo(self) -> None:
        self._graph.undo_stack().undo()
        self._paint()

    def _paint(self) -> None:
        paint(self._app)


class Orange:
    """orange-canvas-core: its scheme and the widget that edits it, with undo."""

    def __init__(self, count: int) -> None:
        from AnyQt.QtWidgets import QApplication
        from orangecanvas.document.schemeedit import SchemeEditWidget
        from orangecanvas.registry import CategoryDescription, WidgetDescription, WidgetRegistry
        from orangecanvas.registry.description import InputSignal, OutputSignal
        from orangecanvas.registry.qt import QtWidgetRegistry
        from orangecanvas.scheme import Scheme

        self._app = QApplication.instance() or QApplication([])
        registry = WidgetRegistry()
        registry.register_category(CategoryDescription("bench"))
        self._layer = WidgetDescription(
            "layer",
            "bench.layer",
            "bench",
            qualified_name="orangecanvas.registry.WidgetDescription",
            inputs=[InputSignal("input", "builtins.object", "set"), InputSignal("other", "builtins.object", "set2")],
            outputs=[OutputSignal("output", "builtins.object")],
        )
        registry.register_widget(self._layer)
        self._widget = SchemeEditWidget()
        self._widget.setRegistry(QtWidgetRegistry(registry))
        self._widget.setScheme(Scheme())
        self._widget.resize(*SIZE)
        self._widget.show()
        self._count = count
        self._nodes: list[Any] = []

    def clear(self) -> None:
        from orangecanvas.scheme import Scheme

        self._widget.setScheme(Scheme())
        self._paint()

    def build(self) -> None:
        from orangecanvas.document import commands
        from orangecanvas.scheme import SchemeLink, SchemeNode

        scheme, stack = self._widget.scheme(), self._widget.undoStack()
        self._nodes = [SchemeNode(self._layer, f"n{n}", place) for n, place in enumerate(places(self._count))]
        stack.beginMacro("build")
        for node in self._nodes:
            stack.push(commands.AddNodeCommand(scheme, node))
        for a, b in edges(self._count):
            one, other = self._nodes[a], self._nodes[b]
            link = SchemeLink(
                one, one.output_channel("output"), other, other.input_channel("other" if b - a > 1 else "input")
            )
            stack.push(commands.AddLinkCommand(scheme, link))
        stack.endMacro()
        view = self._widget.view()
        view.fitInView(view.scene().itemsBoundingRect())
        self._paint()

    def move_one(self) -> None:
        self._move(self._nodes[self._count // 2 : self._count // 2 + 1])

    def move_all(self) -> None:
        self._move(self._nodes)

    def _move(self, nodes: list[Any]) -> None:
        from orangecanvas.document import commands

        scheme, stack = self._widget.scheme(), self._widget.undoStack()
        stack.beginMacro("move")
        for node in nodes:
            x, y = node.position
            stack.push(commands.MoveNodeCommand(scheme, node, (x, y), (x + 24, y + 24)))
        stack.endMacro()
        self._paint()

    def delete_all(self) -> None:
        self._widget.selectAll()
        self._widget.removeSelected()
        self._paint()

    def undo(self) -> None:
        self._widget.undoStack().undo()
        self._paint()

    def _paint(self) -> None:
        paint(self._app)


class Flowchart:
    """pyqtgraph.flowchart, which has no undo."""

    def __init__(self, count: int) -> None:
        import pyqtgraph as pg
        from pyqtgraph.flowchart import Flowchart as Chart

        self._app = pg.mkQApp()
        self._make = lambda: Chart(terminals={})
        self._count = count
        self._chart = self._make()
        self._show()

    def _show(self) -> None:
        self._widget = self._chart.widget().chartWidget
        self._view = self._widget.view
        self._widget.resize(*SIZE)
        self._widget.show()

    def clear(self) -> None:
        self._chart.clear()
        self._paint()

    def build(self) -> None:
        from pyqtgraph.flowchart import Node

        terminals = {"input": {"io": "in"}, "other": {"io": "in"}, "output": {"io": "out"}}
        self._nodes = []
        for number, place in enumerate(places(self._count)):
            node = Node(f"n{number}", terminals=terminals)
            self._chart.addNode(node, node.name(), pos=place)
            self._nodes.append(node)
        for a, b in edges(self._count):
            self._chart.connectTerminals(self._nodes[a]["output"], self._nodes[b]["other" if b - a > 1 else "input"])
        self._view.viewBox().autoRange()
        self._paint()

    def move_one(self) -> None:
        self._move(self._nodes[self._count // 2 : self._count // 2 + 1])

    def move_all(self) -> None:
        self._move(self._nodes)

    def _move(self, nodes: list[Any]) -> None:
        for node in nodes:
            item = node.graphicsItem()
            item.setPos(item.pos().x() + 24, item.pos().y() + 24)
        self._paint()

    def delete_all(self) -> None:
        for node in self._nodes:
            node.close()
        self._paint()

    def undo(self) -> None:
        raise NotImplementedError("pyqtgraph.flowchart has no undo")

    def _paint(self) -> None:
        paint(self._app)


def resident() -> int:
    """Return how much memory the process has, in bytes."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


RIVALS: dict[str, Callable[[int], Rival]] = {
    "LazyGUI": LazyGUI,
    "NodeGraphQt": NodeGraph,
    "orange": Orange,
    "flowchart": Flowchart,
}


def main() -> None:
    import gc

    name, count = sys.argv[1], int(sys.argv[2])
    rival = RIVALS[name](count)
    rival.clear()
    print(json.dumps({"ready": name}), flush=True)
    for line in sys.stdin:
        operation = line.strip()
        if operation == "memory":
            gc.collect()
            print(json.dumps({"value": resident()}), flush=True)
            continue
        begin = time.perf_counter()
        getattr(rival, operation)()
        print(json.dumps({"value": time.perf_counter() - begin}), flush=True)


if __name__ == "__main__":
    main()
