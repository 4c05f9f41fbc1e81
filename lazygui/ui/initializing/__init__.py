"""Choosing how weights are initialized after the dry run."""
