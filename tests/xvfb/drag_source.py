"""A stranger's window with one file in it, to be dragged elsewhere, as a file manager offers it. Run as a process."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Begins a real drag of the system at the first press."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


def main() -> None:
    app = QApplication(sys.argv[:1])
    source = Source("file")
    source.setWindowFlag(Qt.WindowType.BypassWindowManagerHint)
    source.setGeometry(int(sys.argv[2]), int(sys.argv[3]), 80, 60)
    source.show()
    print("shown", flush=True)
    app.exec()


if __name__ == "__main__":
    main()
