"""Documents on disk: the format, files, the clipboard, recovery and examples. Knows no torch and no Qt."""
