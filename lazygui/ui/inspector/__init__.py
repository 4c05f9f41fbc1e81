"""The inspector: what the chosen node is, its arguments to edit, its parameters and its output. Computes no shape."""

from lazygui.ui.inspector.panel import Inspector

__all__ = ["Inspector"]
