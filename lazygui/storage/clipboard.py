"""What is copied, as text: a small document, so that it can be read, mailed and pasted into a file. Pure."""

from __future__ import annotations

from lazygui.graph.edits import Clip, clip
from lazygui.graph.model import Graph
from lazygui.storage.format import dump, load


def to_text(piece: Clip) -> str:
    """Return the document of a copied piece."""
    return dump(
        Graph(
            {node.id: node for node in piece.nodes},
            {edge.target: edge.source for edge in piece.edges},
            piece.layout,
        )
    )


def from_text(text: str) -> Clip:
    """Return the piece that a text holds, every node with a place. Raises FormatError for any other text."""
    graph = load(text)
    return clip(graph, frozenset(graph.nodes))
