"""Looking inside a tensor: its numbers as colours."""
