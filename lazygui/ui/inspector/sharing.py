"""What a node shares with others: its bonds to read, and the buttons that make and end them. The rules decide which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu, QPushButton

from lazygui.graph import rules, ties
from lazygui.graph.edits import Edit
from lazygui.graph.model import Node
from lazygui.graph.problems import Problem
from lazygui.graph.ties import Bond, BondKind, Place
from lazygui.graph.tying import Share, Tie, Unshare, Untie
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.inspector.parts import Section, label, selectable
from lazygui.ui.theme import TINY
from lazygui.ui.words import sentence
from lazygui.words.numbers import shape_words


class SharingSection(Section):
    """Bonds of one node. The menus are filled when they are opened: who may share is asked of every node."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__(appearance, "inspector.sharing")
        self._editor = editor
        self._node: Node | None = None
        self.bonds = selectable(label(size=TINY, is_mono=True))
        self.bonds.setObjectName("inspector.bonds")
        self.share, self.tie = QPushButton(), QPushButton()
        self.unshare, self.untie = QPushButton(), QPushButton()
        self.body.addWidget(self.bonds)
        buttons = {"share": self.share, "tie": self.tie, "unshare": self.unshare, "untie": self.untie}
        for name, button in buttons.items():
            button.setObjectName(f"inspector.{name}")
            self.body.addWidget(button)
        for button, fill in (
            (self.share, self._fill_share),
            (self.tie, self._fill_tie),
            (self.untie, self._fill_untie),
        ):
            menu = QMenu(button)
            # A drawing has more nodes than a screen has rows.
            menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
            menu.aboutToShow.connect(fill)
            button.setMenu(menu)
        self.unshare.clicked.connect(self._on_unshare_clicked)
        self.retranslate()

    def show_node(self, node: Node) -> None:
        self._node = node
        bonds = ties.bonds_of(self._editor.graph, node.id)
        names = tuple(ties.shapes_of(node))
        self.setVisible(ties.is_shareable(node) and bool(names))
        self.bonds.setText("\n".join(line for bond in bonds for line in self._lines(bond)))
        self.bonds.setVisible(bool(bonds))
        self.unshare.setVisible(any(bond.kind is BondKind.MODULE for bond in bonds))
        self.untie.setVisible(bool(self._tied()))
        text = self.tr("Tie {parameter} to\u2026") if len(names) == 1 else self.tr("Tie a parameter to\u2026")
        self.tie.setText(text.format(parameter=names[0] if names else ""))

    def retranslate(self) -> None:
        self.set_title(self.tr("Sharing"))
        self.share.setText(self.tr("Share parameters with\u2026"))
        self.unshare.setText(self.tr("Use parameters of its own"))
        self.untie.setText(self.tr("Untie\u2026"))
        if self._node is not None and self._node.id in self._editor.graph.nodes:
            self.show_node(self._node)

    def _lines(self, bond: Bond) -> Iterator[str]:
        """Say who is one, and what that means for the shapes: `weight (8, ?) = (8, ?)`."""
        graph = self._editor.graph
        yield f"{bond.number}  {' = '.join('.'.join(filter(None, place)) for place in bond.places)}"
        for name, shapes in ties.tied_shapes(graph, bond).items():
            yield f"   {name} {' = '.join(f'({shape_words(shape)})' for shape in shapes)}"

    def _tied(self) -> tuple[str, ...]:
        """The parameters of the node that are another's, or another's that are its own."""
        if self._node is None:
            return ()
        bonds = ties.bonds_of(self._editor.graph, self._node.id)
        places = (place for bond in bonds if bond.kind is BondKind.PARAMETER for place in bond.places)
        return tuple(dict.fromkeys(place.parameter for place in places if place.node == self._node.id))

    def _fill_share(self) -> None:
        node, graph = self._node, self._editor.graph
        others = [] if node is None else [key for key in graph.nodes if rules.check_share(graph, node.id, key) is None]
        self._fill(self.share.menu(), {key: Share(node.id, key) for key in others if node is not None})

    def _fill_tie(self) -> None:
        menu, node = self.tie.menu(), self._node
        names = tuple(ties.shapes_of(node)) if node else ()
        menu.clear()
        for name in names:
            inside = menu if len(names) == 1 else menu.addMenu(name)
            found = {path: Tie(node.id, name, path) for path in self._partners(name) if node is not None}
            self._fill(inside, found)
            self._add_unfit(inside, name)

    def _partners(self, parameter: str) -> Iterator[str]:
        """Yield the paths of all parameters that one of the node could be: `embed.weight`."""
        graph, node = self._editor.graph, self._node
        places = (Place(key, name) for key, other in graph.nodes.items() for name in ties.shapes_of(other))
        for place in places:
            if node is not None and rules.check_tie(graph, node.id, parameter, *place) is None:
                yield ".".join(place)

    def _add_unfit(self, menu: QMenu, parameter: str) -> None:
        """List greyed what cannot be tied for its shape alone: `embed.weight   100 × 16 \u2260 10 × 32`."""
        menu.setToolTipsVisible(True)
        for place, theirs, own, problem in self._unfit(parameter):
            action = menu.addAction(f"{'.'.join(place)}   {shape_words(theirs)} \u2260 {shape_words(own)}")
            action.setToolTip(sentence(problem))
            action.setEnabled(False)

    def _unfit(self, parameter: str) -> Iterator[tuple[Place, ties.Shape, ties.Shape, Problem]]:
        """Yield the parameters with as many axes but other lengths, both shapes, and why they cannot be one."""
        graph, node = self._editor.graph, self._node
        own = ties.shapes_of(node)[parameter] if node else ()
        shapes = {key: ties.shapes_of(other) for key, other in graph.nodes.items() if node and key != node.id}
        places = {Place(key, name): shape for key, known in shapes.items() for name, shape in known.items()}
        for place, theirs in places.items():
            problem = rules.check_tie(graph, node.id, parameter, *place) if node else None
            if problem is not None and problem.code == "tie_widths" and len(theirs) == len(own):
                yield place, theirs, own, problem

    def open(self, name: str) -> None:
        """Open one of the menus, `share` or `tie`, at its button."""
        button = {"share": self.share, "tie": self.tie}[name]
        button.setFocus()
        button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _fill_untie(self) -> None:
        node = self._node
        found = {name: Untie(node.id, name) for name in self._tied() if node is not None}
        self._fill(self.untie.menu(), found)

    def _fill(self, menu: QMenu, edits: Mapping[str, Edit]) -> None:
        menu.clear()
        for words, edit in edits.items():
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, edit=edit: self._editor.do(edit))
        if not edits:
            menu.addAction(self.tr("No other fits")).setEnabled(False)

    def _on_unshare_clicked(self) -> None:
        if self._node is not None:
            self._editor.do(Unshare(self._node.id))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
