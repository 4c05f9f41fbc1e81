"""PyTorch source text from a graph. Pure; knows no torch, no Qt and no files."""
