"""The window: how soon it is painted, how long it ever stands still, and how soon a click shows what it did.

The first is measured in cold processes that take turns with a bare `QMainWindow`, from the start of the interpreter to
the end of the first paint. The other two are measured inside the program as it is started by `lazygui`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from interleave import interleaved, milliseconds, ratio

ROOT = Path(__file__).parents[1]
START_ROUNDS = 11
CLICK_ROUNDS = 40
START_TARGET = 3.0
GAP_TARGET = CLICK_TARGET = 50.0
RUN_P99_TARGET = 16.0
AS_IT_OPENS = "as it opens"
LARGE_RUN = "runs ResNet-50"
RESNET_50_FILE = "LAZYGUI_BENCH_RESNET_50"
STAMP = "LAZYGUI_BENCH_STAMP"

PYTHON = """
import os, time
print(time.monotonic() - float(os.environ["LAZYGUI_BENCH_STAMP"]))
"""

BARE = """
import os, time
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def event(self, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, painted)
        return super().event(event)

def painted():
    print(time.monotonic() - float(os.environ["LAZYGUI_BENCH_STAMP"]), flush=True)
    os._exit(0)

app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

LAZYGUI = """
import os, time
from lazygui import cli

def painted(window, client, path):
    print(time.monotonic() - float(os.environ["LAZYGUI_BENCH_STAMP"]), flush=True)
    os._exit(0)

def open_window():
    from lazygui import app
    app.start = painted
    cli.main([])

open_window()
"""

INSIDE = """
import sys
sys.path.insert(0, {here!r})
import bench_window
bench_window.inside()
"""


def main() -> int:
    platforms = ["offscreen", *(["xcb"] if os.environ.get("DISPLAY") else [])]
    results = [check(platform) for platform in platforms]
    return 0 if all(results) else 1


def check(platform: str) -> bool:
    """Measure on one platform of Qt and print the tables; return whether all targets are met."""
    with tempfile.TemporaryDirectory() as home:
        environment = _environment(platform, home)
        print(f"\n{platform}, {START_ROUNDS} starts each")
        start = measure_start(environment)
        # As above: an installed program has the bytecode of what it imports after the first paint, too.
        _python("import lazygui.engine.worker, pyqtgraph", environment)
        environment[RESNET_50_FILE] = _resnet_50(home)
        told = json.loads(_python(INSIDE.format(here=str(Path(__file__).parent)), environment))
    print(f"{'event loop':20} {'turns':>7} {'p99 ms':>8} {'largest ms':>10}")
    for phase, (turns, p99, largest) in told["gaps"].items():
        print(f"{phase:20} {turns:7} {p99:8.1f} {largest:10.1f}")
    for shown, clicks in told["clicks"].items():
        p95 = quantiles(clicks, n=20)[-1]
        print(f"click to painted {shown}: median {median(clicks):.1f} ms, p95 {p95:.1f} ms, {len(clicks)} clicks")
    largest = max(largest for _, _, largest in told["gaps"].values())
    if told["gaps"][LARGE_RUN][1] > RUN_P99_TARGET:
        return False
    return start <= START_TARGET and largest < GAP_TARGET and median(told["clicks"][AS_IT_OPENS]) < CLICK_TARGET


def _resnet_50(folder: str) -> str:
    """Write the drawing of a ResNet-50 to a file and return its path: the window itself imports no torch."""
    from networks import RESNET_50, drawn_resnet

    from lazygui.storage.format import dump

    path = Path(folder) / "resnet50.lazygui.json"
    path.write_text(dump(drawn_resnet(RESNET_50, 4)), encoding="utf-8")
    return str(path)


def measure_start(environment: dict[str, str]) -> float:
    """Return how many times as long our window takes as a bare one."""
    stamps: dict[str, list[float]] = {"python": [], "bare QMainWindow": [], "lazygui": []}

    def child(name: str, code: str) -> Callable[[], None]:
        return lambda: stamps[name].append(float(_python(code, {**environment, STAMP: str(time.monotonic())})))

    rivals = zip(stamps, (PYTHON, BARE, LAZYGUI), strict=True)
    interleaved({name: child(name, code) for name, code in rivals}, START_ROUNDS)
    # The first call of each only wrote the bytecode that an installed program has.
    python, bare, ours = (stamps[name][1:] for name in stamps)
    for name, seconds in (("python", python), ("bare QMainWindow", bare), ("lazygui", ours)):
        print(f"{name:18} {milliseconds(seconds)}")
    print(f"lazygui is painted after {ratio(ours, bare):.2f} x the time of a bare QMainWindow")
    return ratio(ours, bare)


def _environment(platform: str, home: str) -> dict[str, str]:
    """Return an environment with settings and bytecode of its own, so that nothing of the user's is read or written."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    own = {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "PYTHONPYCACHEPREFIX": f"{home}/bytecode"}
    return {**kept, **own, "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT)}


def _python(code: str, environment: dict[str, str]) -> str:
    done = subprocess.run([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


# What follows runs inside the program, in a process of its own.


def inside() -> None:
    """Start the program as it is, lead it through all phases, and print what was measured as JSON."""
    from lazygui import app

    start = app.start

    def begin(window: Any, client: Any, path: str | None) -> None:
        probe = Probe(window, client)
        probe.gaps.begin("engine starts")
        start(window, client, path)

    app.start = begin
    app.main()


class Gaps:
    """How long the event loop was away between two turns of a timer of 1 ms, phase by phase."""

    def __init__(self, parent: Any) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.phases: dict[str, list[float]] = {}
        self._phase: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(parent, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def begin(self, phase: str) -> None:
        self._phase = self.phases.setdefault(phase, [])
        self._last = time.perf_counter()

    def table(self) -> dict[str, tuple[int, float, float]]:
        return {
            phase: (len(gaps), quantiles(gaps, n=100)[-1] * 1e3, max(gaps) * 1e3) for phase, gaps in self.phases.items()
        }

    def _tick(self) -> None:
        now = time.perf_counter()
        self._phase.append(now - self._last)
        self._last = now


class Probe:
    """Leads the window through its day, one step when the one before it is over; every step is a generator's yield."""

    def __init__(self, window: Any, client: Any) -> None:
        from PySide6.QtCore import QTimer

        self.window, self.client = window, client
        self.gaps = Gaps(window)
        self.clicks: dict[str, list[float]] = {}
        self._day = self.day()
        self._until: Callable[[], bool] = next(self._day)
        window.probe = self
        self._timer = QTimer(window, interval=2)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def day(self) -> Iterator[Callable[[], bool]]:
        from lazygui.storage.examples import example

        runs, client, window = self.window.runs, self.client, self.window
        yield self.after(3.0, lambda: client.has_standby)
        self.gaps.begin("first run")
        self.click("run.sample")
        yield self.after(0.5, lambda: not runs.is_running)
        for shown, nodes in ((AS_IT_OPENS, []), ("with fc1 in the inspector", ["fc1"])):
            self.gaps.begin("clicks" if not nodes else "clicks, inspector")
            window.editor.select(nodes)
            self.click("run.sample")
            yield self.after(0.3, lambda: not runs.is_running)
            for _ in range(CLICK_ROUNDS):
                begin = time.perf_counter()
                self.click("run.sample")
                yield lambda: not runs.is_running
                self.clicks.setdefault(shown, []).append((self.painted() - begin) * 1e3)
                self.click("run.reset")
                yield self.after(0.05)
        self.gaps.begin("opens ResNet-18")
        window.show_example(example("resnet18"))
        yield self.after(0.5)
        self.gaps.begin("runs ResNet-18")
        self.click("run.sample")
        yield self.after(1.0, lambda: not runs.is_running)
        window.files.open_path(os.environ[RESNET_50_FILE])
        yield self.after(2.0, lambda: window.inference.is_settled)
        self.gaps.begin(LARGE_RUN)
        self.click("run.sample")
        yield self.after(2.0, lambda: not runs.is_running)
        window.show_example(example("resnet18"))
        yield self.after(0.5)
        self.gaps.begin("cancels")
        self.click("run.sample")
        yield self.after(0.05)
        self.click("run.cancel")
        yield self.after(3.0, lambda: client.has_standby)
        self.gaps.begin("dies while it runs")
        self.click("run.sample")
        yield self.after(0.05)
        os.kill(client.worker_pid, 9)
        yield self.after(3.0, lambda: client.has_standby)
        self.gaps.begin("dies while idle")
        os.kill(client.worker_pid, 9)
        yield self.after(3.0, lambda: client.has_standby)

    def after(self, seconds: float, is_done: Callable[[], bool] = lambda: True) -> Callable[[], bool]:
        end = time.perf_counter() + seconds
        return lambda: time.perf_counter() > end and is_done()

    def click(self, name: str) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QPushButton

        QTest.mouseClick(self.window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)

    def painted(self) -> float:
        """Paint what is still to be painted and return when that was done."""
        from PySide6.QtWidgets import QApplication

        QApplication.sendPostedEvents()
        self.window.canvas.viewport().repaint()
        return time.perf_counter()

    def _look(self) -> None:
        if not self._until():
            return
        try:
            self._until = next(self._day)
        except StopIteration:
            self._timer.stop()
            print(json.dumps({"gaps": self.gaps.table(), "clicks": self.clicks}))
            self.window.editor.document.mark_saved()
            # The last window that is closed ends the program.
            self.window.close()


if __name__ == "__main__":
    sys.exit(main())
