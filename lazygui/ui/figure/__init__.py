"""Figures of a drawing, as people print them: SVG, PDF and PNG, painted by what paints the canvas."""
