"""The palette: every layer of the catalogue under its family, found by a search, dragged or appended.

Knows no document: it says which layer is wanted, and where it was dragged. The drag is our own, inside the window, so
that it needs no nested event loop and shows what the canvas draws.
"""

from lazygui.ui.palette.panel import Palette

__all__ = ["Palette"]
