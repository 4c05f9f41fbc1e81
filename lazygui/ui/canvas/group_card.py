"""The card of a collapsed group: what it shows, decided purely, and the item that looks like a pile and opens."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from lazygui.catalog.spec import QT_TRANSLATE_NOOP, Family
from lazygui.graph import groups
from lazygui.graph.grouping import Block
from lazygui.graph.model import Graph
from lazygui.graph.results import Results, State
from lazygui.graph.ties import owner
from lazygui.graph.view import Card
from lazygui.ui import theme as tokens
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.face import STATE_WORDS, TIMES, Face
from lazygui.ui.canvas.frames import paint_chevron
from lazygui.ui.canvas.items import SIMPLE_BELOW, NodeItem
from lazygui.words.numbers import count_words
from lazygui.words.problems import Translate, sentence

TILE = QRectF(12, geo.PORT_Y - 17, 34, 34)
"""Where a card has its family's tile; that of a group is the button that opens it."""
PILE = (8.0, 4.0)
"""How far the cards of a pile look out below the first, the lowest first."""

_LOUDEST = (
    State.RUNNING,
    State.FAILED,
    State.WAITING,
    State.LEFT,
    State.REACHED,
    State.UNINITIALIZED,
    State.INITIALIZED,
)
"""A group is in the first of these states that one of its members is in: initialized if all are."""


def group_face(graph: Graph, results: Results, card: Card, translate: Translate) -> Face:
    """Return what the card of a collapsed group shows now."""
    members = card.members
    state = group_state(results.state(member) for member in members)
    return Face(
        title=group_title(card),
        path=card.id.removesuffix(groups.short_name(card.id)),
        layer=translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "group")),
        subtitle=layer_words(members, translate),
        family=Family.BLOCK,
        state=state,
        state_word=translate("Canvas", STATE_WORDS[state]),
        inputs=len(card.border.inputs),
        outputs=len(card.border.outputs),
        input_names=tuple(crossing.name for crossing in card.border.inputs),
        output_names=tuple(crossing.name for crossing in card.border.outputs),
        message=_message(results, members, state, translate),
        **_body(graph, results, card, state, translate),
    )


def group_state(states: Iterable[State]) -> State:
    """Return the state that tells most of several."""
    return min(states, key=_LOUDEST.index)


def group_title(card: Card) -> str:
    """Return what a card calls its groups: `encoder`, or where blocks repeat `blks.0\u20133 \u00d7 4`."""
    if card.count == 1:
        return groups.short_name(card.id)
    return f"{groups.short_name(card.id)}\u2013{card.paths[-1].rpartition('.')[2]} {TIMES} {card.count}"


def parameter_count(graph: Graph, results: Results, members: Iterable[str]) -> int | None:
    """Return how many numbers the members learn, shared ones once; None where a member's are not known yet."""
    total = 0
    for node in {owner(graph, member) for member in members}:
        result, inferred = results.result(node), results.inferred(node)
        if result is not None:
            total += result.parameter_count
        elif inferred is not None:
            total += sum(math.prod(shape) for _, shape in inferred.parameters)
        else:
            return None
    return total


def layer_words(members: tuple[str, ...], translate: Translate) -> str:
    """Return how many layers there are, in words."""
    one = QT_TRANSLATE_NOOP("Canvas", "1 layer")
    many = QT_TRANSLATE_NOOP("Canvas", "{n} layers")
    return translate("Canvas", one if len(members) == 1 else many).format(n=len(members))


def _body(graph: Graph, results: Results, card: Card, state: State, translate: Translate) -> dict[str, Any]:
    """How much the group learns, once that is known, and what is in it."""
    count = parameter_count(graph, results, card.members)
    if not count:
        return {}
    parameters = translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "{n} params")).format(n=count_words(count))
    inside = dict.fromkeys(member[len(card.id) + 1 :].partition(".")[0] for member in groups.members(graph, card.id))
    is_inferred = state is not State.INITIALIZED
    return {"shape": (parameters,), "side_note": " \u00b7 ".join(inside), "is_inferred": is_inferred}


def _message(results: Results, members: tuple[str, ...], state: State, translate: Translate) -> str:
    """Name the member that failed, or for whom the group waits."""
    for member in members:
        failure, waits_for = results.failure(member), results.waits_for(member)
        if state is State.FAILED and failure is not None:
            text = QT_TRANSLATE_NOOP("Canvas", "In {node}: {problem}")
            return translate("Canvas", text).format(node=member, problem=sentence(failure.problem, translate))
        if state is State.WAITING and waits_for is not None:
            return translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "Waits for {node}.")).format(node=waits_for)
    return ""


def block_face(block: Block, translate: Translate) -> Face:
    """Return what the card of a block of the person's own would show, while it is on its way to the canvas."""
    members = tuple(node.id for node in block.piece.nodes)
    return Face(
        title=block.name,
        layer=translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "group")),
        subtitle=layer_words(members, translate),
        family=Family.BLOCK,
        state=State.UNINITIALIZED,
        state_word=translate("Canvas", STATE_WORDS[State.UNINITIALIZED]),
        inputs=len(block.inputs),
        outputs=1,
    )


class GroupItem(NodeItem):
    """A card on a pile; its tile bears the chevron that opens it."""

    @property
    def is_plain(self) -> bool:
        return False

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = self._painting.theme
        is_far = painter.worldTransform().m11() < SIMPLE_BELOW
        painter.setPen(QPen(QColor(theme.border_strong), 1.0))
        painter.setBrush(QColor(theme.card))
        for out in () if is_far else PILE:
            place = self.card.adjusted(out, out, -out, out)
            painter.drawRoundedRect(place, tokens.RADIUS, tokens.RADIUS)
        super().paint(painter, option, widget)
        if not is_far:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tint(Family.BLOCK))
            painter.drawRoundedRect(TILE, 7.5, 7.5)
            paint_chevron(painter, TILE.center(), theme.family(Family.BLOCK), is_open=False)
