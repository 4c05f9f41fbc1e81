"""Collects the texts of the program for translation, compiles the translations, and checks that none is missing.

Run without arguments it updates `assets/translations/*.ts` from the sources and compiles them to `.qm` beside.
"""

from __future__ import annotations

import argparse
import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
LANGUAGES = ("zh_CN",)
BIN = Path(sys.executable).parent

MARKERS = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""Names of the functions that mark a text, and which argument the text is."""


def main(argv: Sequence[str] | None = None) -> int:
    """Update, or check, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail when something is missing or stale")
    parser.add_argument(
        "--fill",
        metavar="FILE.json",
        nargs="+",
        type=Path,
        default=[],
        help="take missing translations from these tables",
    )
    options = parser.parse_args(argv)
    if not options.check:
        for language in LANGUAGES:
            write(language, options.fill)
    faults = [*unseen(), *(fault for language in LANGUAGES for fault in check(language))]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def write(language: str, tables: Sequence[Path]) -> None:
    """Bring the texts of a language up to date, fill what the tables know, and compile."""
    ts = FOLDER / f"lazygui_{language}.ts"
    collect(ts, language)
    if tables:
        fill(ts, [json.loads(table.read_text("utf-8")) for table in tables])
        collect(ts, language)
    release(ts, ts.with_suffix(".qm"))


def collect(ts: Path, language: str) -> None:
    """Let Qt find the texts in the sources. Without places and guesses: a diff shows what changed, and nothing else."""
    sources = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "lazygui").rglob("*.py"))
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as names:
        names.write("\n".join(sources))
        names.flush()
        options = (
            "-silent",
            "-locations",
            "none",
            "-no-obsolete",
            "-source-language",
            "en",
            "-target-language",
            language,
        )
        guesses = ("-disable-heuristic", "sametext", "-disable-heuristic", "similartext")
        _qt("lupdate", *options, *guesses, f"@{names.name}", "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    """Compile translations to what Qt loads."""
    _qt("lrelease", "-silent", str(ts), "-qm", str(qm))


def fill(ts: Path, tables: Sequence[Mapping[str, object]]) -> None:
    """Fill missing translations. A table is `{context: {English: translation}}` or `{English: translation}`."""
    tree = ElementTree.parse(ts)
    for context, message in _messages(tree.getroot()):
        translation = message.find("translation")
        source = message.findtext("source", "")
        found = _found(tables, context, source)
        if translation is not None and translation.get("type") == "unfinished" and found:
            del translation.attrib["type"]
            translation.text = found
    tree.write(ts, encoding="utf-8", xml_declaration=True)


def check(language: str) -> Iterator[str]:
    """Tell what is missing or stale in a language."""
    ts = FOLDER / f"lazygui_{language}.ts"
    if not ts.exists():
        yield f"{ts.name}: missing; run scripts/translations.py"
        return
    messages = list(_messages(ElementTree.parse(ts).getroot()))
    for context, message in messages:
        for fault in message_faults(message):
            yield f"{ts.name}: {context}: {message.findtext('source', '')!r}: {fault}"
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / ts.name
        fresh.write_bytes(ts.read_bytes())
        collect(fresh, language)
        if _keys(messages) != _keys(_messages(ElementTree.parse(fresh).getroot())):
            yield f"{ts.name}: stale against the sources; run scripts/translations.py"
        release(ts, fresh.with_suffix(".qm"))
        compiled = ts.with_suffix(".qm")
        if not compiled.exists() or compiled.read_bytes() != fresh.with_suffix(".qm").read_bytes():
            yield f"{compiled.name}: stale against {ts.name}; run scripts/translations.py"


def message_faults(message: Element) -> Iterator[str]:
    """Tell why a message is not translated, or wrongly."""
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        yield "not translated"
        return
    source = message.findtext("source", "")
    for text in [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]:
        if not text.strip():
            yield "the translation is empty"
        elif placeholders(text) != placeholders(source):
            yield f"other placeholders in {text!r}"


def placeholders(text: str) -> set[str]:
    """Return the names in braces, and Qt's own marks."""
    try:
        names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        # A lone brace is a text that nobody formats.
        names = set()
    return names | {mark for mark in ("%n", "%1", "%2") if mark in text}


def unseen() -> Iterator[str]:
    """Tell of marked texts that Qt's tool would not find: it reads Python only roughly, and no f-strings."""
    seen = {
        message.findtext("source", "")
        for language in LANGUAGES
        if (FOLDER / f"lazygui_{language}.ts").exists()
        for _, message in _messages(ElementTree.parse(FOLDER / f"lazygui_{language}.ts").getroot())
    }
    for file in sorted((ROOT / "lazygui").rglob("*.py")):
        for line, text in marked(ast.parse(file.read_text("utf-8"))):
            if text is None:
                yield f"{file.relative_to(ROOT)}:{line}: an f-string cannot be translated; use placeholders"
            elif text not in seen:
                yield f"{file.relative_to(ROOT)}:{line}: not collected: {text!r}"


def marked(tree: ast.AST) -> Iterator[tuple[int, str | None]]:
    """Yield the line and the text of each call that marks one; the text is None for an f-string."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        position = MARKERS.get(name, sys.maxsize)
        if position >= len(call.args):
            continue
        argument = call.args[position]
        if isinstance(argument, ast.JoinedStr):
            yield call.lineno, None
        elif isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
            yield call.lineno, argument.value


def _found(tables: Sequence[Mapping[str, object]], context: str, source: str) -> str | None:
    for table in tables:
        inner = table.get(context)
        for candidate in (inner.get(source) if isinstance(inner, dict) else None, table.get(source)):
            if isinstance(candidate, str):
                return candidate
    return None


def _messages(root: Element) -> Iterator[tuple[str, Element]]:
    for context in root.iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def _keys(messages: Iterator[tuple[str, Element]] | list[tuple[str, Element]]) -> set[tuple[str, str, str]]:
    return {(context, m.findtext("source", ""), m.findtext("comment", "")) for context, m in messages}


def _qt(tool: str, *arguments: str) -> None:
    subprocess.run([BIN / f"pyside6-{tool}", *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    raise SystemExit(main())
