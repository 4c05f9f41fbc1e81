"""What is copied, as text: a small document, so that it can be read, mailed and pasted into a file. Pure.

What comes back may have been written or cut out by a person: comments may be there, and what is only form missing.
"""

from __future__ import annotations

import re
from typing import Final

from lazygui.graph.edits import Clip, clip
from lazygui.graph.model import Edge, Graph
from lazygui.storage.format import dump, load_edges, load_fragment

_STRING_OR_COMMENT: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|#[^\n]*|/\*.*?\*/', re.DOTALL)
_TRAILING_COMMA: Final = re.compile(r'("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])')
_LOOKS_LIKE_JSON: Final = re.compile(r'\s*(?:\{|\[\s*\[?\s*"|"[^"\n]+"\s*:)')


def to_text(piece: Clip) -> str:
    """Return the document of a copied piece."""
    return dump(
        Graph(
            {node.id: node for node in piece.nodes},
            {edge.target: edge.source for edge in piece.edges},
            piece.layout,
            comments={comment.id: comment for comment in piece.comments},
        )
    )


def from_text(text: str) -> Clip:
    """Return the piece that a text holds, every node with a place. Raises FormatError for any other text.

    A list of edges is a piece without nodes: they join nodes that are there already.
    """
    text = _whole(_without_comments(text))
    if text.lstrip().startswith("["):
        return Clip((), tuple(Edge(*ends) for ends in load_edges(text)))
    graph = load_fragment(text)
    return clip(graph, frozenset(graph.nodes), graph.comments)


def is_meant(text: str) -> bool:
    """Say whether a text looks like JSON, so that what is wrong with it is worth a sentence."""
    return _LOOKS_LIKE_JSON.match(_without_comments(text)) is not None


def _without_comments(text: str) -> str:
    """Return the text with spaces in the place of comments, so that every line and column stays."""

    def blank(found: re.Match[str]) -> str:
        piece = found[0]
        return piece if piece.startswith('"') else re.sub(r"[^\n]", " ", piece)

    return _STRING_OR_COMMENT.sub(blank, text)


def _whole(text: str) -> str:
    """Return lines that were cut out of a document as a whole value: nodes in braces, edges in brackets."""
    text = _TRAILING_COMMA.sub(lambda found: found[1] or " ", text)
    bare = text.strip()
    if re.match(r'"[^"\n]+"\s*:', bare):
        return "{" + text.rstrip().removesuffix(",") + "}"
    if re.match(r'\[\s*"', bare):
        return "[" + text.rstrip().removesuffix(",") + "]"
    return text
