"""Leads from a wish for a layer to the popup, to the engine's opinion, and to the edit. Computes nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, Qt

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.engine.messages import Fitted
from lazygui.graph import placement
from lazygui.graph.inserting import Before, Into, Spot, place_of
from lazygui.graph.model import Point, Port
from lazygui.ui.appearance import Appearance
from lazygui.ui.blocks import block_type
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.view import CanvasView
from lazygui.ui.engine_client import EngineClient
from lazygui.ui.palette.rows import BlockRow
from lazygui.ui.quick_add.popup import Popup
from lazygui.ui.quick_add.question import Intent, Swap, candidates, question, texts

TITLES = {
    "alone": QT_TRANSLATE_NOOP("QuickAdd", "Add a layer"),
    "behind": QT_TRANSLATE_NOOP("QuickAdd", "Add behind {node}"),
    "into": QT_TRANSLATE_NOOP("QuickAdd", "Insert between {source} and {node}"),
    "before": QT_TRANSLATE_NOOP("QuickAdd", "Add what feeds {node}"),
    "swap_one": QT_TRANSLATE_NOOP("QuickAdd", "Swap {node} for"),
    "swap": QT_TRANSLATE_NOOP("QuickAdd", "Swap {count} nodes for"),
}


class QuickAdd(QObject):
    """One popup at a time over one window."""

    def __init__(self, canvas: CanvasView, client: EngineClient, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._client, self._appearance = canvas, client, appearance
        self._editor = canvas.editor
        self._generation = 0
        self.popup: Popup | None = None
        client.fitted.connect(self._on_fitted)
        canvas.letter_typed.connect(self.open_behind)
        canvas.edge_dropped.connect(self.open_at)
        # What is offered was right for the drawing as it was.
        self._editor.graph_changed.connect(self.close)

    @property
    def is_settled(self) -> bool:
        """True while no answer is to come that would change what is shown."""
        return self.popup is None or not self._client.is_fitting

    def open_behind(self, text: str = "") -> None:
        """Offer layers for behind what is chosen, with a text typed already."""
        self.open_at(self._editor.spot, text)

    def open_at(self, spot: Spot, text: str = "") -> None:
        """Offer layers for a spot."""
        place = place_of(self._editor.graph, spot)
        self.close()
        self._canvas.show_placeholder(spot, place)
        self._open(spot, self._canvas.canvas_scene.shown_place(place), text)

    def open_before(self) -> None:
        """Offer layers for what feeds the chosen node: at its first free input, else in the edge to its first one."""
        graph, node = self._editor.graph, self._editor.selected_node
        ports = [Port(node.id, index) for index in range(graph.input_count(node.id))] if node is not None else []
        free = next((port for port in ports if port not in graph.edges), None)
        if free is not None:
            here = graph.place(free.node)
            wanted = Point(here.x - placement.COLUMN, here.y)
            self.open_at(Before(free, placement.free(wanted, graph.layout.values())))
        elif ports:
            self.open_at(Into(ports[0]))

    def open_swap(self) -> None:
        """Offer layers that could stand where the chosen nodes stand."""
        nodes = tuple(node for node in self._editor.graph.nodes if node in self._editor.selected_nodes)
        if nodes:
            scene = self._canvas.canvas_scene
            card = scene.cards_of(nodes)[0]
            self.close()
            self._canvas.reveal(card)
            self._open(Swap(nodes), scene.place(card))

    def close(self) -> None:
        """Close the popup; without one, do nothing."""
        if self.popup is not None:
            self.popup.end()

    def _open(self, intent: Intent, place: Point, text: str = "") -> None:
        graph = self._editor.graph
        code, names = texts(graph, intent)
        title = QCoreApplication.translate("QuickAdd", TITLES[code]).format(**names)
        self.popup = Popup(self._canvas.window(), self._appearance, title)
        self.popup.chosen.connect(lambda layer_type: self._on_chosen(intent, layer_type))
        self.popup.closed.connect(self._on_closed)
        specs = candidates(graph, intent)
        self.popup.begin(specs, () if isinstance(intent, Swap) else self._blocks(), text, self._corner(place))
        asked = question(graph, self._editor.results, intent, specs)
        self._generation = self._client.ask_fit(asked) if asked is not None else 0

    def _blocks(self) -> tuple[BlockRow, ...]:
        blocks = self._editor.blocks.blocks
        return tuple(BlockRow(one.name, block_type(one.name), len(one.piece.nodes)) for one in blocks)

    def _corner(self, place: Point) -> QPoint:
        """Return where the popup hangs below the header of a card that stands at this place."""
        below = self._canvas.mapFromScene(QPointF(place.x, place.y + geo.HEADER))
        return self._canvas.viewport().mapTo(self._canvas.window(), below) + QPoint(0, 8)

    def _on_chosen(self, intent: Intent, layer_type: str) -> None:
        if isinstance(intent, Swap):
            self._editor.swap_selection(layer_type)
            return
        node = self._editor.insert_layer(layer_type, intent)
        if node is not None:
            self._canvas.reveal(node)

    def _on_closed(self, had_focus: bool) -> None:
        self.popup = None
        self._generation = 0
        self._client.forget_fit()
        self._canvas.hide_placeholder()
        if had_focus:
            self._canvas.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_fitted(self, answer: Fitted) -> None:
        if self.popup is not None and answer.generation == self._generation:
            self.popup.hear(answer)
