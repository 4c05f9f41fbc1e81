"""The list of everything that is wrong or strange in the drawing, with what would mend it."""

from lazygui.ui.problems.panel import ProblemsPanel as ProblemsPanel
