"""PyTorch itself: builds modules, runs samples, counts weights. Knows no Qt and no files of documents.

Importing this package does not import torch; `messages` and `wire` are light, the other modules are not.
"""
