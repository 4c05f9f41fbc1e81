"""The command line: opens the window, or runs, prints and examines without one. Torch and Qt come only when needed."""

from __future__ import annotations

import gc
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, assert_never

import lazygui
from lazygui import resources
from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.edits import SetArgument
from lazygui.graph.model import Graph, Node
from lazygui.graph.problems import Problem, Refused
from lazygui.graph.results import Failure, Results, State
from lazygui.graph.rules import LARGEST
from lazygui.graph.topology import order
from lazygui.words.columns import filled, width
from lazygui.words.numbers import shape_words
from lazygui.words.problems import Translate, english, sentence
from lazygui.words.translations import language, read

if TYPE_CHECKING:
    import argparse

    from lazygui.doctor import Report

RAN, FAILED, WRONG = 0, 1, 2
"""The exit codes: it ran, the network failed, the file or an argument is wrong."""
INTERRUPTED: Final = 130

_STATES: Final[Mapping[State, str]] = {
    State.FAILED: QT_TRANSLATE_NOOP("Cli", "failed"),
    State.WAITING: QT_TRANSLATE_NOOP("Cli", "waits for {node}"),
    State.UNINITIALIZED: QT_TRANSLATE_NOOP("Cli", "not run"),
}
_COLUMNS: Final = (
    QT_TRANSLATE_NOOP("Cli", "node"),
    QT_TRANSLATE_NOOP("Cli", "layer"),
    QT_TRANSLATE_NOOP("Cli", "output"),
    QT_TRANSLATE_NOOP("Cli", "parameters"),
    QT_TRANSLATE_NOOP("Cli", "count"),
)
_TOTAL: Final = QT_TRANSLATE_NOOP("Cli", "total")
_RECEIVED: Final = QT_TRANSLATE_NOOP("Cli", "received: {shapes}")
_TORCH_SAYS: Final = QT_TRANSLATE_NOOP("Cli", "PyTorch: {words}")
_BAD_INPUT: Final = QT_TRANSLATE_NOOP("Cli", "--input {text}: write a node and its shape, as in x=2,20.")
_NO_INPUT: Final = QT_TRANSLATE_NOOP("Cli", "--input {text}: “{node}” is no Input. Inputs are: {names}.")
_CANNOT_OPEN: Final = QT_TRANSLATE_NOOP("Cli", "the window cannot open, for something is missing:")
_NO_DISPLAY: Final = QT_TRANSLATE_NOOP(
    "Cli", "there is no display to open the window on: set DISPLAY. lazygui run, code and doctor need none."
)

# What argparse prints is English: its own words are, and a help in two languages at once helps nobody.
_USAGE: Final = """lazygui [FILE]
       lazygui run FILE [--input NODE=SHAPE] [--seed N] [--train] [--json]
       lazygui code FILE
       lazygui doctor"""
_VERBS: Final = """verbs:
  run     run a sample and print what every node became
  code    print the PyTorch code of a network
  doctor  say what this machine lacks, and the line that installs it

For run and code, FILE may be -: the document is read from stdin. A file that is called run is opened as ./run."""


class WrongError(Exception):
    """The file or an argument is wrong; the text is a translated sentence."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for and return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    translate = _translator(os.environ)
    _make_writable(sys.stdout)
    try:
        code = _dispatch(words, translate)
        sys.stdout.flush()
    except WrongError as error:
        print(f"lazygui: {error}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        # Nobody reads any more, as in `lazygui run FILE | head -1`. The interpreter must not flush into the pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _dispatch(words: list[str], translate: Translate) -> int:
    verbs: Mapping[str, Callable[[list[str], Translate], int]] = {"run": _run, "code": _code, "doctor": _doctor}
    if words and words[0] in verbs:
        return verbs[words[0]](words[1:], translate)
    return _open_window(words, translate)


def _translator(environment: Mapping[str, str]) -> Translate:
    """Return the translation for the language that the environment asks for, or English where there is none."""
    if not language(environment).startswith("zh"):
        return english
    try:
        table = read(resources.path("translations/lazygui_zh_CN.ts").read_text("utf-8"))
    except FileNotFoundError:
        return english
    return lambda context, text: table.get((context, text), text)


def _make_writable(stream: object) -> None:
    """A file or a pipe gets UTF-8, which code and JSON are written in; a terminal shows what it can."""
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8")


def _file_to_open(words: list[str]) -> str | None:
    """Return the FILE of `lazygui [FILE]`. Without words no parser is made: its import is felt at the start."""
    if not words:
        return None
    import argparse

    parser = argparse.ArgumentParser(
        prog="lazygui",
        usage=_USAGE,
        description="Draw a PyTorch network, run a sample, and see every weight find its shape.",
        epilog=_VERBS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", nargs="?", help="the document to open in the window")
    parser.add_argument("--version", action="version", version=f"lazygui {lazygui.__version__}")
    file: str | None = parser.parse_args(words).file
    return file


def _open_window(words: list[str], translate: Translate) -> int:
    file = _file_to_open(words)
    from lazygui import doctor

    _demand_a_desktop(translate)
    # What a start makes is there to stay; the window collects garbage in turns of its own once it is painted.
    gc.disable()
    from lazygui import app

    if doctor.crashes(app.PYSIDE_VERSION, sys.version_info[:2]):
        raise _cannot_open(doctor.examine({doctor.Purpose.PACKAGE}), translate)
    return app.main(file)


def _demand_a_desktop(translate: Translate) -> None:
    """Say what is missing while it can be said: Qt aborts the process when a library or the display is not there."""
    from lazygui import doctor

    platform = os.environ.get("QT_QPA_PLATFORM") or ("wayland" if os.environ.get("WAYLAND_DISPLAY") else "xcb")
    purposes = {doctor.Purpose.DRAWING}
    if platform.startswith("xcb"):
        purposes |= {doctor.Purpose.WINDOW, doctor.Purpose.DISPLAY}
    if not doctor.has_packages():
        purposes.add(doctor.Purpose.PACKAGE)
    report = doctor.examine(purposes)
    if report.missing:
        raise _cannot_open(report, translate)
    if any(item.state is not doctor.State.OK for item in report.items):
        raise WrongError(translate("Cli", _NO_DISPLAY))


def _cannot_open(report: Report, translate: Translate) -> WrongError:
    from lazygui import doctor

    return WrongError(f"{translate('Cli', _CANNOT_OPEN)}\n{doctor.describe(report, translate)}")


def _doctor(words: list[str], translate: Translate) -> int:
    from lazygui import doctor

    return doctor.main(words, translate)


def _code(words: list[str], translate: Translate) -> int:
    import argparse

    parser = argparse.ArgumentParser(prog="lazygui code", description="Print the PyTorch code of a network.")
    parser.add_argument("file", metavar="FILE", help="a document, or - for stdin")
    graph = _load(parser.parse_args(words).file, translate)
    from lazygui.codegen.source import source

    sys.stdout.write(source(graph))
    return RAN


def _run(words: list[str], translate: Translate) -> int:
    options = _run_parser().parse_args(words)
    graph = _load(options.file, translate)
    for text in options.input:
        graph = _with_input(graph, text, translate)
    run = _followed(graph, options.seed, options.train)
    print(_as_json(run, translate) if options.json else _as_table(run, translate))
    if run.failure is None:
        return RAN
    if not options.json:
        print("lazygui:", "\n  ".join(_explained(run.failure, translate)), file=sys.stderr)
    return FAILED


def _run_parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(prog="lazygui run", description="Run a sample and print what every node became.")
    parser.add_argument("file", metavar="FILE", help="a document, or - for stdin")
    parser.add_argument(
        "--input", metavar="NODE=SHAPE", action="append", default=[], help="another shape, as in x=2,20; repeatable"
    )
    parser.add_argument("--seed", metavar="N", type=_seed, default=0, help="of the weights and the sample (default 0)")
    parser.add_argument("--train", action="store_true", help="run in training mode: Dropout and BatchNorm act")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _seed(text: str) -> int:
    if not re.fullmatch("[0-9]{1,19}", text) or int(text) > LARGEST:
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f"a seed is a whole number from 0 to {LARGEST}")
    return int(text)


def _load(file: str, translate: Translate) -> Graph:
    from lazygui.storage.errors import StorageError
    from lazygui.storage.files import open_file
    from lazygui.storage.format import load_bytes

    try:
        return load_bytes(sys.stdin.buffer.read()) if file == "-" else open_file(file)
    except StorageError as error:
        name = "stdin" if file == "-" else file
        said = sentence(error.problem, translate)
        raise WrongError(said if "path" in error.problem.details else f"{name}: {said}") from None


def _with_input(graph: Graph, text: str, translate: Translate) -> Graph:
    """Give an Input the shape of `NODE=SHAPE`."""
    name, _, shape = text.partition("=")
    if not re.fullmatch(r"[0-9]{1,18}(,[0-9]{1,18})*", shape):
        raise WrongError(translate("Cli", _BAD_INPUT).format(text=text))
    inputs = [node.id for node in graph.nodes.values() if node.spec and node.spec.is_input]
    if name not in inputs:
        raise WrongError(translate("Cli", _NO_INPUT).format(text=text, node=name, names=", ".join(inputs) or "–"))
    try:
        return SetArgument(name, "shape", tuple(map(int, shape.split(",")))).apply(graph)
    except Refused as refusal:
        raise WrongError(f"--input {text}: {sentence(refusal.problem, translate)}") from None


@dataclass
class _Run:
    """A run as far as it came."""

    graph: Graph
    results: Results = field(default_factory=Results)
    failure: Failure | None = None
    parameter_count: int | None = None
    """Shared parameters counted once; None when the run failed."""


def _followed(graph: Graph, seed: int, is_training: bool) -> _Run:
    """Run a sample in this process."""
    from lazygui.engine.messages import NodeFailed, NodeFinished, NodeStarted, RunFinished, RunRequest
    from lazygui.engine.run import run

    followed = _Run(graph)
    followed.results.begin()
    for event in run(RunRequest.of(graph, 0, seed, is_training)):
        match event:
            case NodeStarted(_, node):
                followed.results.start(node)
            case NodeFinished(_, node, result):
                followed.results.finish(node, result)
            case NodeFailed(_, failed, failure):
                followed.failure = failure
                if failed is not None:
                    followed.results.fail(graph, failed, failure)
            case RunFinished(_, parameter_count):
                followed.parameter_count = parameter_count
                followed.results.end()
            case _:
                assert_never(event)
    return followed


def _as_json(run: _Run, translate: Translate) -> str:
    nodes = {name: _node_json(run.graph.nodes[name], run.results) for name in order(run.graph)}
    told: dict[str, Any] = {"ok": run.failure is None, "nodes": nodes, "total_parameters": run.parameter_count}
    if run.failure:
        problem = run.failure.problem
        message = "\n".join(_explained(run.failure, translate))
        told["error"] = {"node": problem.node, "code": problem.code, "message": message}
    return json.dumps(told, ensure_ascii=False)


def _node_json(node: Node, results: Results) -> dict[str, Any]:
    """What became of a node. What no run has shown is null."""
    result, outputs = results.result(node.id), results.outputs(node.id)
    return {
        "state": results.state(node.id).value,
        "type": result.type if result else node.type,
        "output": (outputs[0] if len(outputs) == 1 else outputs) if outputs else None,
        "parameters": {tensor.name: tensor.shape for tensor in result.parameters} if result else None,
    }


def _as_table(run: _Run, translate: Translate) -> str:
    """One row for each node in running order, and the total below."""
    rows = [tuple(translate("Cli", title) for title in _COLUMNS)]
    rows += [_row(run.graph.nodes[name], run.results, translate) for name in order(run.graph)]
    if run.parameter_count is not None:
        rows.append((translate("Cli", _TOTAL), "", "", "", f"{run.parameter_count:,}"))
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _row(node: Node, results: Results, translate: Translate) -> tuple[str, ...]:
    result, state = results.result(node.id), results.state(node.id)
    shapes = _shapes(results.outputs(node.id))
    told = translate("Cli", _STATES[state]).format(node=results.waits_for(node.id)) if state in _STATES else shapes
    if result is None:
        return (node.id, node.type, told, "", "")
    parameters = ", ".join(f"{tensor.name} {shape_words(tensor.shape)}" for tensor in result.parameters)
    return (node.id, result.type, told, parameters, f"{result.parameter_count:,}" if result.parameters else "")


def _shapes(shapes: Iterable[Sequence[int]]) -> str:
    return ", ".join(map(shape_words, shapes))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Cells in their columns; the last one, a number, ends where its column ends."""
    *texts, last = cells
    gap = " " * (widths[-1] - width(last))
    return "  ".join((*map(filled, texts, widths), gap + last)).rstrip()


def _explained(failure: Failure, translate: Translate) -> list[str]:
    """The lines that tell of a failure: our sentence, what arrived, and torch's own words."""
    lines = [_located(failure.problem, translate)]
    if failure.received:
        lines.append(translate("Cli", _RECEIVED).format(shapes=_shapes(failure.received)))
    if failure.words:
        lines.append(translate("Cli", _TORCH_SAYS).format(words=" ".join(failure.words.split())))
    return lines


def _located(problem: Problem, translate: Translate) -> str:
    """The sentence, behind the node's name where it does not tell it: those on arguments are made for a form."""
    said = sentence(problem, translate)
    return said if problem.node is None or f"“{problem.node}”" in said else f"{problem.node}: {said}"
