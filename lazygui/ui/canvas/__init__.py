"""The canvas: what a node shows (pure), how it is drawn, and the gestures that turn into edits."""
