"""From an edit to its shapes on the screen: in the real window, with a warm engine, at sizes that people know.

Every round makes the same edits in all rivals in turn. One edit changes a few shapes (a bias comes and goes), one those
of everything behind it, between two values that the engine has seen and with a value that is new each time. The clock
runs from the call of the edit to the end of the paint that shows the answer. Beside it: the same edit with live shapes
switched off, to the end of its own paint, and `torchinfo.summary` on the meta device, what others call after an edit.
Needs the extra `bench`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

from lazygui.graph import placement
from lazygui.graph.model import Graph
from lazygui.storage import files

ROOT = Path(__file__).parents[1]
ROUNDS: Final = 30
REST_SECONDS: Final = 0.12
"""Long enough for what the window puts off on purpose: code, problems, cards of groups."""
TARGETS: Final = {"100 nodes": 16.0, "ResNet-152": 50.0, "GPT-2-XL": 50.0}
"""Milliseconds, for the median."""
EDITS: Final = ("few", "all", "new")
ZOOMS: Final = ("fit", "100 %")
WORDS: Final = {"few": "a bias on or off", "all": "all shapes behind it", "new": "all shapes, never seen"}

CHILD = """
import sys
sys.path.insert(0, {here!r})
import bench_edit
bench_edit.{function}({about!r})
"""


def main() -> int:
    names = sys.argv[1:] or tuple(TARGETS)
    return 0 if all(tuple(map(check, names))) else 1


def check(name: str) -> bool:
    """Measure one network and print its table; return whether the target is met."""
    with tempfile.TemporaryDirectory() as home:
        own = {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        environment = {**os.environ, **own}
        document = Path(home) / f"{name}.lazy.json"
        files.save(placement.completed(drawn(name)), document)
        window, torchinfo = Child("window", str(document), environment), Child("summaries", name, environment)
        asked = [(kind, zoom, is_live) for kind in EDITS for zoom in ZOOMS for is_live in (True, False)]
        told: dict[tuple[Any, ...], list[dict[str, float]]] = {key: [] for key in asked}
        summaries = []
        for number in range(ROUNDS + 1):
            # Who goes first changes from round to round. The first round is for warmth.
            for key in asked if number % 2 else asked[::-1]:
                told[key].append(window.ask(*key))
            summaries.append(torchinfo.ask()["ms"])
        nodes = window.ask("nodes")["nodes"]
        window.end()
        torchinfo.end()
    print(f"\n{name}: {nodes} nodes, {ROUNDS} rounds, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(
        f"{'':24} {'zoom':6} {'median':>8} {'p95':>7} {'worst':>7}   {'shapes off':>10} {'standstill':>10}  torchinfo"
    )
    rows = [_row(name, kind, zoom, told, summaries[1:]) for kind in EDITS for zoom in ZOOMS]
    return all(rows)


def _row(name: str, kind: str, zoom: str, told: dict[tuple[Any, ...], Any], summaries: list[float]) -> bool:
    live, off = ([one["ms"] for one in told[kind, zoom, is_live][1:]] for is_live in (True, False))
    still = [one["still"] for one in told[kind, zoom, True][1:]]
    print(
        f"{WORDS[kind]:24} {zoom:6} {median(live):8.1f} {quantiles(live, n=20)[-1]:7.1f} {max(live):7.1f}"
        f"   {median(off):10.1f} {median(still):10.1f}  {median(summaries):6.0f} ms,"
        f" {median(b / a for a, b in zip(live, summaries, strict=True)):.0f} x"
    )
    return kind != "few" or median(live) < TARGETS[name]


def drawn(name: str) -> Graph:
    """Return the drawing of a network, its Input called `x` with a batch of one."""
    import networks

    if name == "GPT-2-XL":
        return networks.drawn_gpt2(*networks.GPT2_XL)
    return networks.drawn_resnet(networks.RESNET_152 if name == "ResNet-152" else networks.HUNDRED_NODES, 1)


class Child:
    """A process that answers one line of JSON with another."""

    def __init__(self, function: str, about: str, environment: dict[str, str]) -> None:
        code = CHILD.format(here=str(Path(__file__).parent), function=function, about=about)
        command = [sys.executable, "-c", code]
        self._process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, *words: object) -> dict[str, float]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(words), file=self._process.stdin, flush=True)
        answer: dict[str, float] = json.loads(self._process.stdout.readline())
        return answer

    def end(self) -> None:
        self._process.communicate()


# What follows runs in processes of its own.


def window(document: str) -> None:
    """Start the program as it is and make the edits that are asked for on stdin."""
    from lazygui import app

    start = app.start

    def begin(window: Any, client: Any, path: str | None) -> None:
        start(window, client, path)
        window.probe = Probe(window, client)

    app.start = begin
    app.main(document)


def summaries(name: str) -> None:
    """Call torchinfo as often as one is asked to on stdin, on a module that is built anew, as after an edit."""
    import networks
    import torch
    from torchinfo import summary

    def built() -> Any:
        if name == "GPT-2-XL":
            return networks.Gpt2(*networks.GPT2_XL), torch.zeros((1, 64), dtype=torch.int64)
        stages = networks.RESNET_152 if name == "ResNet-152" else networks.HUNDRED_NODES
        return networks.plain_resnet(stages), torch.zeros((1, 3, 224, 224))

    for _ in sys.stdin:
        begin = time.perf_counter()
        with torch.device("meta"):
            net, x = built()
        summary(net.eval(), input_data=x, device="meta", verbose=0)
        print(json.dumps({"ms": (time.perf_counter() - begin) * 1e3}), flush=True)


class Probe:
    """Makes one edit at a time and tells how long it took until its answer was painted."""

    def __init__(self, window: Any, client: Any) -> None:
        from PySide6.QtCore import QSocketNotifier, Qt, QTimer

        self._window, self._client = window, client
        self._values: dict[str, Iterator[Any]] = {}
        self._begin = self._still = 0.0
        self._is_answered = self._is_live = False
        self._clock = QTimer(window, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self._paint = window.canvas.paintEvent
        window.canvas.paintEvent = self._on_paint
        window.inference.changed.connect(self._on_answer)
        self._requests = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)
        self._requests.activated.connect(self._on_request)
        self._requests.setEnabled(False)
        self._when(lambda: client.has_standby and self._rests(), self._prepare)

    def _prepare(self) -> None:
        from lazygui.graph.topology import order

        graph = self._window.editor.graph
        biased = [key for key in order(graph) if "Lazy" in (node := graph.nodes[key]).type and "Batch" not in node.type]
        self._targets = {"few": biased[len(biased) // 2], "all": "x", "new": "x"}
        self._values = {
            "few": _toggling(graph, self._targets["few"]),
            "all": _batches(graph, (1, 2)),
            "new": _batches(graph),
        }
        self._requests.setEnabled(True)

    def _on_request(self) -> None:
        line = sys.stdin.readline()
        if not line:
            self._window.editor.document.mark_saved()
            self._window.close()
            return
        kind, *rest = json.loads(line)
        if kind == "nodes":
            self._say(nodes=len(self._window.editor.graph.nodes))
            return
        zoom, self._is_live = rest
        self._window.inference.is_on = self._is_live
        self._look_at(self._targets[kind], zoom)
        self._when(self._rests, partial(self._edit, kind))

    def _look_at(self, node: str, zoom: str) -> None:
        canvas = self._window.canvas
        canvas.fit_all()
        if zoom != "fit":
            canvas.zoom_reset()
        # Not even the smallest zoom shows all of a long drawing.
        canvas.reveal(node)

    def _edit(self, kind: str) -> None:
        name, value = next(self._values[kind])
        self._is_answered, self._still = not self._is_live, 0.0
        self._clock.start()
        self._begin = self._last = time.perf_counter()
        problem = self._window.editor.set_argument(self._targets[kind], name, value)
        assert problem is None, problem

    def _on_answer(self) -> None:
        self._is_answered = True

    def _on_paint(self, event: Any) -> None:
        self._paint(event)
        if self._begin and self._is_answered:
            took, self._begin = time.perf_counter() - self._begin, 0.0
            self._tick()
            self._clock.stop()
            self._when(self._rests, partial(self._say, ms=took * 1e3, still=self._still * 1e3))

    def _tick(self) -> None:
        now = time.perf_counter()
        self._still, self._last = max(self._still, now - self._last), now

    def _rests(self) -> bool:
        return bool(self._window.inference.is_settled)

    def _when(self, is_so: Callable[[], bool], then: Callable[[], None]) -> None:
        """Call a function when something is so, and nothing that was put off is still to come."""
        from PySide6.QtCore import QTimer

        def look() -> None:
            then() if is_so() else self._when(is_so, then)

        QTimer.singleShot(round(REST_SECONDS * 1e3), self._window, look)

    def _say(self, **told: float) -> None:
        print(json.dumps(told), flush=True)


def _toggling(graph: Graph, node: str) -> Iterator[tuple[str, bool]]:
    has_bias = graph.nodes[node].value("bias")
    while True:
        has_bias = not has_bias
        yield "bias", has_bias


def _batches(graph: Graph, sizes: tuple[int, ...] = ()) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Give the shape of the input with one batch after another: those sizes in turn, or ever larger ones."""
    _, *rest = graph.nodes["x"].value("shape")
    number = 0
    while True:
        number += 1
        yield "shape", (sizes[number % len(sizes)] if sizes else number + 2, *rest)


if __name__ == "__main__":
    sys.exit(main())
