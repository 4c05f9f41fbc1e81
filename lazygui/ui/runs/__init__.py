"""The latest runs: looked at again, and compared."""
