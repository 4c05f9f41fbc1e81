"""LazyGUI: draw a PyTorch network, run a sample, and see every weight find its shape."""

__version__ = "0.1.0"
