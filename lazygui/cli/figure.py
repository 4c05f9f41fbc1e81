"""`lazygui figure`: a drawing as SVG, PDF or PNG, without a window. Without --run nothing is initialized."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.cli.documents import FAILED, RAN, WrongError, load
from lazygui.graph import groups
from lazygui.graph.findings import Finding
from lazygui.graph.model import Graph
from lazygui.graph.problems import Refused
from lazygui.graph.results import Results
from lazygui.words.problems import Translate, sentence

if TYPE_CHECKING:
    import argparse

    from lazygui.ui.figure.choices import Choices

LANGUAGES: Final = ("en", "zh_CN")
_NO_NODE: Final = QT_TRANSLATE_NOOP("Cli", "--select: there is no node and no group called “{name}”.")


def main(words: list[str], translate: Translate) -> int:
    """Draw a figure into a file; return 1 when a run that was asked for failed, which the figure then shows."""
    import sys

    options = _parser().parse_args(words)
    try:
        failure, graph = _draw(options, translate)
    except Refused as refusal:
        raise WrongError(sentence(refusal.problem, translate)) from None
    if failure is None:
        return RAN
    from lazygui.cli.run import why

    print("lazygui:", "\n  ".join(why(failure, graph, translate)), file=sys.stderr)
    return FAILED


def _draw(options: argparse.Namespace, translate: Translate) -> tuple[Finding | None, Graph]:
    from lazygui.cli import desktop
    from lazygui.storage.errors import StorageError
    from lazygui.storage.files import write
    from lazygui.ui.figure.choices import Subject, format_of

    format = format_of(options.out)
    graph = load(options.file, translate)
    chosen = _chosen(options.select, graph, translate)
    app = desktop.app_for_figures(translate)
    results, failure = _results(graph, options)
    subject = Subject(graph, results, _title(options.file), _collapsed(graph, options), chosen)
    data = app.figure(subject, _choices(options), format, options.language or _language(translate))
    try:
        write(data, options.out)
    except StorageError as error:
        raise WrongError(sentence(error.problem, translate)) from None
    return failure, graph


def _results(graph: Graph, options: argparse.Namespace) -> tuple[Results, Finding | None]:
    """Return all that can be told without a run, and what the run shows where one is asked for."""
    from lazygui.cli.run import followed
    from lazygui.engine import infer

    results = Results()
    results.infer(infer.infer(graph).inference())
    if not options.run:
        return results, None
    return results, followed(graph, options.seed, may_run_code=options.allow_code, results=results).failure


def _chosen(names: str | None, graph: Graph, translate: Translate) -> frozenset[str]:
    """Return the nodes that are named, those of a named group included."""
    found: set[str] = set()
    for name in filter(None, (names or "").split(",")):
        inside = (name,) if name in graph.nodes else groups.members(graph, name)
        if not inside:
            raise WrongError(translate("Cli", _NO_NODE).format(name=name))
        found.update(inside)
    return frozenset(found)


def _collapsed(graph: Graph, options: argparse.Namespace) -> frozenset[str]:
    return frozenset(groups.groups(graph)) if options.collapse else frozenset()


def _choices(options: argparse.Namespace) -> Choices:
    from lazygui.ui.figure.choices import Choices

    return Choices(
        is_dark=options.theme == "dark",
        has_shapes=not options.no_shapes,
        has_histograms=not options.no_histograms,
        of_selection=options.select is not None,
        is_transparent=options.transparent,
        margin=options.margin,
        scale=options.scale,
    )


def _title(file: str) -> str:
    from lazygui.storage.format import SUFFIX

    return "LazyGUI" if file == "-" else Path(file).name.removesuffix(SUFFIX)


def _language(translate: Translate) -> str:
    """Return the language that the sentences are in: the cards speak it too."""
    return LANGUAGES[0] if translate("Cli", _NO_NODE) == _NO_NODE else LANGUAGES[1]


def _parser() -> argparse.ArgumentParser:
    import argparse

    from lazygui.cli.run import add_options
    from lazygui.ui.figure.choices import Choices

    made = argparse.ArgumentParser(prog="lazygui figure", description="Draw a network into an SVG, PDF or PNG file.")
    made.add_argument("file", metavar="FILE", help="a document, or - for stdin")
    made.add_argument("out", metavar="OUT", help="the picture: its ending, .svg, .pdf or .png, says which kind")
    made.add_argument("--theme", choices=("light", "dark"), default="light", help="the colours (default light)")
    made.add_argument("--scale", metavar="N", type=_scale, default=Choices().scale, help="of a PNG (default 2)")
    made.add_argument("--margin", metavar="N", type=_margin, default=Choices().margin, help="in pixels (default 24)")
    made.add_argument("--transparent", action="store_true", help="without a ground")
    made.add_argument("--no-shapes", action="store_true", help="without shapes on edges and cards")
    made.add_argument("--no-histograms", action="store_true", help="without the histograms of weights")
    made.add_argument("--select", metavar="A,B", help="these nodes and groups alone, and what connects them")
    made.add_argument("--collapse", action="store_true", help="each group as one card")
    made.add_argument("--language", choices=LANGUAGES, help="of the cards (default: that of the system)")
    made.add_argument("--run", action="store_true", help="run a sample first: true weights, with histograms")
    add_options(made)
    return made


def _scale(text: str) -> float:
    from lazygui.ui.figure.choices import SCALES

    return _within(text, *SCALES, what="a scale")


def _margin(text: str) -> int:
    from lazygui.ui.figure.choices import MARGINS

    return round(_within(text, *MARGINS, what="a margin"))


def _within(text: str, low: float, high: float, what: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f"{what} is a number from {low:g} to {high:g}, not {text}")
    return value
