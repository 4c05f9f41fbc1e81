"""What a press on the canvas means: what it chooses, and the gesture that it begins. Paints nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from lazygui.graph.inserting import Spot
from lazygui.ui.canvas.comment_gestures import begin_on_comment
from lazygui.ui.canvas.gestures import BandGesture, ConnectGesture, CopyGesture, Gesture, MoveGesture
from lazygui.ui.canvas.hits import Hit
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.canvas.shown import members
from lazygui.ui.editor import Editor


@dataclass(frozen=True, slots=True)
class Held:
    """What the keys that are held make of a press: it adds to what is chosen (or takes away), or it copies."""

    extends: bool = False
    copies: bool = False

    @staticmethod
    def of(keys: Qt.KeyboardModifier) -> Held:
        extends = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        return Held(bool(keys & extends), bool(keys & Qt.KeyboardModifier.AltModifier))


def begin(
    scene: CanvasScene, editor: Editor, at: QPointF, held: Held, on_loose_end: Callable[[Spot], None]
) -> Gesture | None:
    """Do what a press of the left button means here, and return the gesture that it starts."""
    extends = held.extends
    hit = scene.hit(at)
    if hit.is_chevron:
        toggle(editor, hit)
        return None
    if hit.comment is not None:
        return begin_on_comment(scene, editor, at, hit.comment, extends)
    if hit.port is not None:
        return ConnectGesture(scene, editor, hit.port, hit.is_output, on_loose_end)
    if hit.card is not None:
        return _on_card(scene, editor, at, hit.card, held)
    if hit.group is not None:
        return _on_group(scene, editor, at, hit.group, held)
    if hit.edge is not None or hit.bond is not None:
        choose_line(scene, editor, hit, extends)
        return None
    if not extends:
        editor.select()
    return BandGesture(scene, editor, at, extends)


def toggle(editor: Editor, hit: Hit) -> None:
    """Open the collapsed card under the pointer, or collapse the group on whose tab it is, and choose the group."""
    if hit.group is not None:
        editor.collapse(hit.group)
        editor.select_group(hit.group)
    elif hit.card is not None:
        editor.expand(hit.card)
        editor.select_group(hit.card)


def choose_line(scene: CanvasScene, editor: Editor, hit: Hit, extends: bool) -> None:
    """Choose an edge, or the nodes at both ends of a bond."""
    if hit.edge is not None:
        edges = scene.same_edges(hit.edge)
        nodes, comments = (editor.selected_nodes, editor.selected_comments) if extends else ((), ())
        editor.select(nodes, editor.selected_edges ^ edges if extends else edges, comments)
    elif hit.bond is not None:
        editor.select((*hit.bond.link.nodes, *(editor.selected_nodes if extends else ())))


def choose_for_menu(scene: CanvasScene, editor: Editor, hit: Hit) -> None:
    """Choose what the context menu is to be about, unless it is chosen already."""
    if hit.card is not None and not editor.selected_nodes.issuperset(members(scene.view, hit.card)):
        editor.select_card(hit.card)
    elif hit.group is not None:
        editor.select_group(hit.group)
    elif hit.comment is not None:
        if hit.comment.id not in editor.selected_comments:
            editor.select((), (), (hit.comment.id,))
    elif hit.edge is not None:
        editor.select((), scene.same_edges(hit.edge))


def _on_card(scene: CanvasScene, editor: Editor, at: QPointF, card: str, held: Held) -> Gesture | None:
    nodes = frozenset(members(scene.view, card))
    is_chosen = nodes <= editor.selected_nodes
    if held.extends:
        others = editor.selected_nodes - nodes if is_chosen else editor.selected_nodes | nodes
        editor.select(others, editor.selected_edges, editor.selected_comments)
    elif not is_chosen:
        editor.select_card(card)
    return _carry(scene, editor, at, card, held) if nodes <= editor.selected_nodes else None


def _on_group(scene: CanvasScene, editor: Editor, at: QPointF, group: str, held: Held) -> Gesture | None:
    """The tab of a frame moves all that the frame holds."""
    cards = scene.view.frames[group]
    if held.extends:
        nodes = (node for card in cards for node in members(scene.view, card))
        editor.select(editor.selected_nodes.union(nodes), editor.selected_edges, editor.selected_comments)
    else:
        editor.select_group(group)
    return _carry(scene, editor, at, cards[0], held)


def _carry(scene: CanvasScene, editor: Editor, at: QPointF, card: str, held: Held) -> Gesture:
    return (CopyGesture if held.copies else MoveGesture)(scene, editor, at, card)
