"""The script that keeps the translations whole finds what is missing, wrong or stale."""

import ast
import importlib.util
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "translations.py"
SOURCE = """
class Window:
    def title(self):
        return self.tr("A window"), translate("Cli", "{n} nodes"), QT_TRANSLATE_NOOP("Cli", "two " "parts")
"""


@pytest.fixture
def tool(tmp_path, monkeypatch):
    """The script, at work on a small program in a folder of its own."""
    spec = importlib.util.spec_from_file_location("translations_tool", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "lazygui").mkdir()
    (tmp_path / "lazygui" / "window.py").write_text(SOURCE)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    return module


@pytest.fixture
def table(tmp_path):
    """Write a table of translations and return its path."""

    def write(content):
        path = tmp_path / "table.json"
        path.write_text(json.dumps(content))
        return str(path)

    return write


ALL = {"Window": {"A window": "窗口"}, "Cli": {"{n} nodes": "{n} 个节点"}, "two parts": "两部分"}


def test_texts_are_collected_filled_and_compiled(tool, table, tmp_path):
    assert tool.main(["--fill", table(ALL)]) == 0
    assert tool.main(["--check"]) == 0
    assert (tmp_path / "lazygui_zh_CN.qm").stat().st_size > 100


def test_collecting_again_changes_nothing(tool, table, tmp_path):
    tool.main(["--fill", table(ALL)])
    ts = tmp_path / "lazygui_zh_CN.ts"
    before = ts.read_bytes()
    tool.main([])
    assert ts.read_bytes() == before
    assert b"<location" not in before


def test_a_missing_translation_is_told(tool, table, capsys):
    assert tool.main(["--fill", table({"A window": "窗口", "two parts": "两部分"})]) == 1
    assert capsys.readouterr().err == "lazygui_zh_CN.ts: Cli: '{n} nodes': not translated\n"


def test_a_missing_file_is_told(tool, capsys):
    assert tool.main(["--check"]) == 1
    assert "lazygui_zh_CN.ts: missing" in capsys.readouterr().err


def test_a_new_text_makes_the_translations_stale(tool, table, tmp_path, capsys):
    tool.main(["--fill", table(ALL)])
    (tmp_path / "lazygui" / "more.py").write_text('translate("Cli", "new")')
    assert tool.main(["--check"]) == 1
    said = capsys.readouterr().err
    assert "lazygui/more.py:1: not collected: 'new'" in said
    assert "stale against the sources" in said


def test_a_text_that_has_gone_makes_the_translations_stale(tool, table, tmp_path, capsys):
    tool.main(["--fill", table(ALL)])
    (tmp_path / "lazygui" / "window.py").write_text("")
    assert tool.main(["--check"]) == 1
    assert "stale against the sources" in capsys.readouterr().err


def test_an_edited_translation_must_be_compiled(tool, table, tmp_path, capsys):
    tool.main(["--fill", table(ALL)])
    ts = tmp_path / "lazygui_zh_CN.ts"
    ts.write_text(ts.read_text("utf-8").replace("窗口", "视窗"), "utf-8")
    assert tool.main(["--check"]) == 1
    assert "lazygui_zh_CN.qm: stale" in capsys.readouterr().err


def test_a_table_does_not_touch_what_is_translated(tool, table, tmp_path):
    tool.main(["--fill", table(ALL)])
    tool.main(["--fill", table({"A window": "别的"})])
    assert "窗口" in (tmp_path / "lazygui_zh_CN.ts").read_text("utf-8")


@pytest.mark.parametrize(
    ("translation", "faults"),
    [
        ("<translation>{n} 个</translation>", []),
        ('<translation type="unfinished">{n} 个</translation>', ["not translated"]),
        ("<translation> </translation>", ["the translation is empty"]),
        ("<translation>{m} 个</translation>", ["other placeholders in '{m} 个'"]),
        ("<translation>个</translation>", ["other placeholders in '个'"]),
        (
            "<translation><numerusform>{n} 个</numerusform><numerusform>个</numerusform></translation>",
            ["other placeholders in '个'"],
        ),
    ],
)
def test_a_wrong_translation_is_told(tool, translation, faults):
    message = ElementTree.fromstring(f"<message><source>{{n}} nodes</source>{translation}</message>")
    assert list(tool.message_faults(message)) == faults


def test_a_lone_brace_is_no_placeholder(tool):
    assert tool.placeholders("{ is a brace, 50 %") == set()
    assert tool.placeholders("%n of {total}") == {"%n", "total"}


def test_an_f_string_is_told(tool, tmp_path, capsys):
    (tmp_path / "lazygui" / "window.py").write_text('def f(n): return tr(f"{n} nodes")')
    assert tool.main([]) == 1
    assert "lazygui/window.py:1: an f-string cannot be translated" in capsys.readouterr().err


def test_texts_from_tables_are_left_to_who_marks_them(tool):
    assert list(tool.marked(ast.parse('translate("Cli", text); x.tr(name); tr(); translate("Cli")'))) == []
