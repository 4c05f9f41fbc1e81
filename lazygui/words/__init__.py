"""Codes and numbers turned into words, in English or a shipped translation. Pure Python; knows no Qt and no torch."""
