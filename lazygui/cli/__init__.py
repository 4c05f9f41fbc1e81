"""The command line: opens the window, or runs, prints and examines without one. Torch and Qt come only when needed."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import lazygui
from lazygui import resources
from lazygui.cli.documents import FAILED, RAN, WRONG, WrongError, load
from lazygui.words.problems import Translate, english
from lazygui.words.translations import language, read

INTERRUPTED: Final = 130

# What argparse prints is English: its own words are, and a help in two languages at once helps nobody.
_USAGE: Final = """lazygui [FILE ...]
       lazygui run FILE [--input NODE=SHAPE] [--seed N] [--train] [--allow-code] [--json]
       lazygui check FILE [--input NODE=SHAPE] [--train] [--json]
       lazygui figure FILE OUT [--theme light|dark] [--scale N] [--no-shapes] [--no-histograms] [--select A,B] [--run]
       lazygui code FILE
       lazygui import FILE.py [OUT]
       lazygui doctor"""
_VERBS: Final = """verbs:
  run     run a sample and print what every node became
  check   print all shapes and problems, without a run: nothing is initialized
  figure  draw a network into an SVG, PDF or PNG file
  code    print the PyTorch code of a network
  import  turn PyTorch code into a document, without running it
  doctor  say what this machine lacks, and the line that installs it

For run, check, figure, code and import, FILE may be -: the text is read from stdin. A file called run is opened
as ./run."""


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
    verbs: Mapping[str, Callable[[list[str], Translate], int]] = {
        "run": _run,
        "check": _check,
        "figure": _figure,
        "code": _code,
        "import": _import,
        "doctor": _doctor,
    }
    if words and words[0] in verbs:
        return verbs[words[0]](words[1:], translate)
    return _open_window(words, translate)


def _run(words: list[str], translate: Translate) -> int:
    from lazygui.cli import run

    return run.main(words, translate)


def _check(words: list[str], translate: Translate) -> int:
    from lazygui.cli import check

    return check.main(words, translate)


def _figure(words: list[str], translate: Translate) -> int:
    from lazygui.cli import figure

    return figure.main(words, translate)


def _import(words: list[str], translate: Translate) -> int:
    from lazygui.cli import importing

    return importing.main(words, translate)


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


def _files_to_open(words: list[str]) -> list[str]:
    """Return the files of `lazygui [FILE ...]`. Without words no parser is made: its import is felt at the start."""
    if not words:
        return []
    import argparse

    parser = argparse.ArgumentParser(
        prog="lazygui",
        usage=_USAGE,
        description="Draw a PyTorch network, run a sample, and see every weight find its shape.",
        epilog=_VERBS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", metavar="FILE", nargs="*", help="a document to open, each in a window of its own")
    parser.add_argument("--version", action="version", version=f"lazygui {lazygui.__version__}")
    files: list[str] = parser.parse_args(words).files
    return files


def _open_window(words: list[str], translate: Translate) -> int:
    files = _files_to_open(words)
    # What a start makes is there to stay; the window collects garbage in turns of its own once it is painted.
    gc.disable()
    from lazygui.cli import desktop

    code: int = desktop.app_for_window(translate).main(*files)
    return code


def _doctor(words: list[str], translate: Translate) -> int:
    from lazygui import doctor

    return doctor.main(words, translate)


def _code(words: list[str], translate: Translate) -> int:
    import argparse

    parser = argparse.ArgumentParser(prog="lazygui code", description="Print the PyTorch code of a network.")
    parser.add_argument("file", metavar="FILE", help="a document, or - for stdin")
    graph = load(parser.parse_args(words).file, translate)
    from lazygui.codegen.source import source
    from lazygui.graph import filling

    if filling.needs_filling(graph):
        # The one case where code asks torch: sizes that were left to be filled in.
        from lazygui.engine import infer

        graph = filling.filled(graph, infer.sizes(infer.Inferer().infer(graph, should_explain=False)))
    sys.stdout.write(source(graph))
    return RAN
