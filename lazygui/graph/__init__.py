"""The document: nodes, edges, edits, history, rules, results. Pure Python; knows no torch, no Qt and no files."""
