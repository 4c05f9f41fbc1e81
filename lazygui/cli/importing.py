"""`lazygui import`: the network of a Python file as a document."""

from __future__ import annotations

import sys
from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.cli.documents import RAN, WrongError, load_code
from lazygui.words.numbers import spans
from lazygui.words.problems import Translate, sentence

_LEFT_OUT: Final = QT_TRANSLATE_NOOP("Cli", "lines that say nothing of the network were left out: {lines}")


def main(words: list[str], translate: Translate) -> int:
    """Write the document to the file that is named, or print it; lines that were left out are told on stderr."""
    import argparse

    parser = argparse.ArgumentParser(
        prog="lazygui import", description="Turn PyTorch code into a document. The code is read, and never run."
    )
    parser.add_argument("file", metavar="FILE", help="a Python file, or - for stdin")
    parser.add_argument("out", metavar="OUT", nargs="?", help="the document to write; without it, it is printed")
    options = parser.parse_args(words)
    found = load_code(options.file, translate)
    from lazygui.storage.errors import StorageError
    from lazygui.storage.files import save
    from lazygui.storage.format import dump

    try:
        if options.out is None:
            sys.stdout.write(dump(found.graph))
        else:
            save(found.graph, options.out)
    except StorageError as error:
        raise WrongError(sentence(error.problem, translate)) from None
    if found.left_out:
        print(f"lazygui: {translate('Cli', _LEFT_OUT).format(lines=spans(found.left_out))}", file=sys.stderr)
    return RAN
