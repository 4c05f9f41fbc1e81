"""The graphics scene: keeps items in step with the graph, the results and the selection. Writes none of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QTimer
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from lazygui.graph.changes import GraphChanged
from lazygui.graph.model import Edge, Point, Port
from lazygui.graph.results import ResultsChanged, State
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.face import Face, node_face, shape_text
from lazygui.ui.canvas.items import EdgeItem, NodeItem
from lazygui.ui.canvas.picture import Pictures
from lazygui.ui.editor import Editor
from lazygui.ui.theme import Theme

WORLD = QRectF(-1e5, -1e5, 2e5, 2e5)
PICTURES_A_FRAME = 12
"""New pictures drawn in one frame while older ones of another scale can stand in for the rest."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point: a port, else a card, else an edge, else nothing."""

    node: str | None = None
    port: Port | None = None
    is_output: bool = False
    edge: Port | None = None


class CanvasScene(QGraphicsScene):
    """Items for one editor. `nodes` by node id, `edges` by the input where they end."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__(WORLD)
        self._editor = editor
        self._appearance = appearance
        self._pictures = Pictures()
        self._drawn_now = 0
        self.nodes: dict[str, NodeItem] = {}
        self.edges: dict[Port, EdgeItem] = {}
        self.splice_target: Port | None = None
        editor.graph_changed.connect(self.on_graph_changed)
        editor.results_changed.connect(self.on_results_changed)
        editor.selection_changed.connect(self.on_selection_changed)
        appearance.theme_changed.connect(self.on_theme_changed)
        self._build(editor.graph.nodes, (Edge(s, t) for t, s in editor.graph.edges.items()))

    @property
    def theme(self) -> Theme:
        return self._appearance.theme

    def hit(self, at: QPointF) -> Hit:
        """Return what a press at this point means; the card on top wins."""
        reach = geo.PORT_REACH
        near = self.items(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach))
        cards = [item for item in near if isinstance(item, NodeItem)]
        for item in cards:
            found = self._port_at(item, at)
            if found:
                return Hit(item.node_id, Port(item.node_id, found[1]), found[0])
        for item in cards:
            if item.card.contains(at - item.pos()):
                return Hit(item.node_id)
        edge = next((item for item in near if isinstance(item, EdgeItem) and item.shape().contains(at)), None)
        return Hit(edge=edge.target) if edge else Hit()

    def _port_at(self, item: NodeItem, at: QPointF) -> tuple[bool, int] | None:
        for is_output, count in ((True, item.face.outputs), (False, item.face.inputs)):
            for index in range(count):
                offset = self.port_position(Port(item.node_id, index), is_output) - at
                if abs(offset.x()) <= geo.PORT_REACH and abs(offset.y()) <= min(geo.PORT_REACH, geo.PORT_STEP / 2):
                    return is_output, index
        return None

    def port_position(self, port: Port, is_output: bool) -> QPointF:
        """Return where a port is now, also while its card is being dragged."""
        corner = self.nodes[port.node].pos()
        place = Point(corner.x(), corner.y())
        return geo.output_position(place, port.index) if is_output else geo.input_position(place, port.index)

    def drag_nodes(self, places: Mapping[str, Point]) -> None:
        """Show cards somewhere else for the time of a gesture; the graph hears of it at the end."""
        for node, place in places.items():
            self.nodes[node].setPos(place.x, place.y)
        self._lead_edges(places)

    def mark_splice(self, target: Port | None) -> None:
        """Light the edge that a layer would be spliced into."""
        before, self.splice_target = self.splice_target, target
        self._show_edges(port for port in (before, target) if port in self.edges)

    def cards_rect(self, nodes: Iterable[str] | None = None) -> QRectF:
        """Return the rectangle around these cards, or around all."""
        rect = QRectF()
        for node in self.nodes if nodes is None else nodes:
            item = self.nodes[node]
            rect = rect.united(item.card.translated(item.pos()))
        return rect

    def draw_card(self, painter: QPainter, face: Face) -> None:
        """Draw a card's picture on whole device pixels, so that its text is crisp at every zoom."""
        world = painter.worldTransform()
        device = painter.device()
        dpr = device.devicePixelRatioF() if device else 1.0
        scale = round(world.m11() * dpr, 4)
        pixmap, drawn_at = self._picture(face, scale)
        corner = world.map(QPointF(-geo.MARGIN, -geo.MARGIN))
        share = world.m11() / drawn_at
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        x, y = round(corner.x() * dpr) / dpr, round(corner.y() * dpr) / dpr
        place = QRectF(x, y, pixmap.width() * share, pixmap.height() * share)
        painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        painter.restore()

    def _picture(self, face: Face, scale: float) -> tuple[QPixmap, float]:
        """Draw the picture, or, when this frame has drawn enough, stretch one of another scale until the next."""
        if not self._pictures.has(face, scale, self.theme):
            self._drawn_now += 1
        may_draw = self._drawn_now <= PICTURES_A_FRAME
        pixmap, drawn_at = self._pictures.get(face, scale, self.theme, may_draw)
        if drawn_at != scale:
            QTimer.singleShot(0, self.update)
        return pixmap, drawn_at

    def begin_frame(self) -> None:
        """Tell that a new frame is painted; the view calls it before each."""
        self._drawn_now = 0

    def on_graph_changed(self, change: GraphChanged) -> None:
        """Follow one change with as few items as it touched."""
        self._follow_names(change)
        for edge in change.disconnected:
            self._drop(self.edges.pop(edge.target, None))
        for node in change.removed:
            self._drop(self.nodes.pop(node, None))
        self._build(change.added, change.connected)
        moved = [node for node in change.moved if node in self.nodes]
        for node in moved:
            place = change.after.place(node)
            self.nodes[node].setPos(place.x, place.y)
        ends = {edge.target.node for edge in (*change.connected, *change.disconnected)} & self.nodes.keys()
        self._show_nodes({*change.changed, *change.affected, *change.renames.values(), *ends} & self.nodes.keys())
        self._lead_edges({*moved, *change.renames.values(), *ends})
        self._show_edges(self.edges)

    def on_results_changed(self, change: ResultsChanged) -> None:
        # Results hear of an edit first, so a node that has gone may still have its item.
        nodes = change.nodes & self.nodes.keys() & self._editor.graph.nodes.keys()
        self._show_nodes(nodes)
        self._show_edges(self._edges_at(nodes))

    def on_selection_changed(self) -> None:
        chosen = self._editor.selected_nodes
        for node, item in self.nodes.items():
            if item.is_chosen != (node in chosen):
                item.choose(node in chosen)
        self._show_edges(self.edges)

    def on_theme_changed(self) -> None:
        self._pictures.clear()
        self.update()

    def retranslate(self) -> None:
        """Show every face again, in the language of now."""
        self._show_nodes(self.nodes)

    def _build(self, nodes: Iterable[str], edges: Iterable[Edge]) -> None:
        for node in nodes:
            item = NodeItem(node, self._face(node), self)
            place = self._editor.graph.place(node)
            item.setPos(place.x, place.y)
            self.nodes[node] = item
            self.addItem(item)
            item.choose(node in self._editor.selected_nodes)
        for edge in edges:
            self._drop(self.edges.pop(edge.target, None))
            self.edges[edge.target] = EdgeItem(edge.target, self)
            self.addItem(self.edges[edge.target])
            self._lead(edge.target)
        self._show_edges(self.edges)

    def _drop(self, item: QGraphicsItem | None) -> None:
        if item is not None:
            self.removeItem(item)

    def _follow_names(self, change: GraphChanged) -> None:
        for old, new in change.renames.items():
            item = self.nodes.pop(old)
            item.node_id = new
            # The selection has gone over to the new name before the items do.
            item.choose(new in self._editor.selected_nodes)
            self.nodes[new] = item
        if change.renames:
            edges, self.edges = self.edges, {}
            for port, edge in edges.items():
                edge.target = Port(change.renames.get(port.node, port.node), port.index)
                self.edges[edge.target] = edge

    def _face(self, node: str) -> Face:
        return node_face(self._editor.graph, self._editor.results, node, QCoreApplication.translate)

    def _show_nodes(self, nodes: Iterable[str]) -> None:
        for node in nodes:
            self.nodes[node].show_face(self._face(node))

    def _edges_at(self, nodes: Iterable[str]) -> Iterable[Port]:
        graph = self._editor.graph
        for node in nodes:
            for edge in (*graph.inputs.get(node, ()), *graph.outputs.get(node, ())):
                if edge.target in self.edges:
                    yield edge.target

    def _lead_edges(self, nodes: Iterable[str]) -> None:
        for target in set(self._edges_at(nodes)):
            self._lead(target)

    def _lead(self, target: Port) -> None:
        source = self._editor.graph.edges[target]
        self.edges[target].lead(self.port_position(source, True), self.port_position(target, False))

    def _show_edges(self, targets: Iterable[Port]) -> None:
        editor = self._editor
        for target in targets:
            source = editor.graph.edges.get(target)
            if source is None:
                continue
            outputs = editor.results.outputs(source.node)
            is_lit = bool({source.node, target.node} & editor.selected_nodes) or target == self.splice_target
            self.edges[target].show_state(
                shape_text(outputs[source.index]) if source.index < len(outputs) else "",
                target in editor.selected_edges,
                is_lit,
                editor.results.state(target.node) is State.FAILED,
            )
