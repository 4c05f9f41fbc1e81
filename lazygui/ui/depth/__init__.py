"""Activations and gradients by depth: what vanishes, what explodes, and what is dead."""
