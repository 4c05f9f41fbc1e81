"""One worker process: lines in, lines out, its last words and its end. Knows no message and no torch."""

from __future__ import annotations

import os
from collections import deque
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import lazygui

STDERR_LINES: Final = 12
MEMORY: Final = {"MALLOC_MMAP_THRESHOLD_": str(256 << 20), "MALLOC_TRIM_THRESHOLD_": str(256 << 20)}
"""glibc hands the memory of a large tensor back when it is freed, and the system clears each page for the next one: a
tenth of a pass through ResNet-50. So up to 256 MiB stay with the worker. Other systems do not read these."""


class Worker(QObject):
    """One process and the lines that it has said and nobody has read yet."""

    spoke = Signal()
    ended = Signal(object)
    """The process is over, however that came; carries this worker, once."""

    def __init__(self, command: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.lines: deque[bytes] = deque()
        self.errors: deque[str] = deque(maxlen=STDERR_LINES)
        self.torch_version = ""
        self._rest = b""
        self._is_killed = False
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        self._process.setProcessEnvironment(_environment())
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_errors)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._process.start()

    @property
    def is_ready(self) -> bool:
        return bool(self.torch_version)

    @property
    def pid(self) -> int:
        return int(self._process.processId())

    def send(self, line: bytes) -> None:
        """Write a line that ends with a newline, at once as far as the pipe takes it: the worker shall not wait for a
        window that goes on to paint."""
        self._process.write(line)
        self._process.waitForBytesWritten(0)

    def kill(self) -> None:
        """End the process; nothing that it said before or says now is heard any more."""
        self._is_killed = True
        self.lines.clear()
        self._process.kill()

    def wait(self, milliseconds: int) -> None:
        """Block until the process has ended. For the end of the program alone."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.waitForFinished(milliseconds)

    def _on_output(self) -> None:
        said = self._rest + bytes(self._process.readAllStandardOutput().data())
        *lines, self._rest = said.split(b"\n")
        if lines and not self._is_killed:
            self.lines.extend(lines)
            self.spoke.emit()

    def _on_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self.errors.extend(line for line in text.splitlines() if line.strip())

    def _on_error(self, error: QProcess.ProcessError) -> None:
        # Every other error is followed by `finished`.
        if error == QProcess.ProcessError.FailedToStart:
            self.errors.append(self._process.errorString())
            # In a later turn, for this one may still be inside `start`.
            QTimer.singleShot(0, self, lambda: self.ended.emit(self))

    def _on_finished(self) -> None:
        self._on_errors()
        self.ended.emit(self)


def _environment() -> QProcessEnvironment:
    """Return this process's environment, with the package importable for the worker too."""
    environment = QProcessEnvironment.systemEnvironment()
    parts = (str(Path(lazygui.__file__).parents[1]), environment.value("PYTHONPATH"))
    environment.insert("PYTHONPATH", os.pathsep.join(part for part in parts if part))
    for name, value in MEMORY.items():
        environment.insert(name, environment.value(name, value))
    return environment
