"""The list that opens on the canvas: what comes next, ranked by what fits there, or what takes a layer's place."""

from lazygui.ui.quick_add.controller import QuickAdd

__all__ = ["QuickAdd"]
