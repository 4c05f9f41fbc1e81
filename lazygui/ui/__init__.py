"""What a person sees and touches: Qt and pyqtgraph. Knows no torch and no file layout."""
