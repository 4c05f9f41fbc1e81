"""Code that a drawing brings: it is shown and asked about before a run, once, and again when it is another one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from lazygui.catalog.custom import SHIPPED_SOURCES
from lazygui.graph.model import Graph, Node
from lazygui.testing import events
from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.ui.consent import Consent, fingerprint, foreign_sources
from lazygui.ui.consent_dialog import ConsentDialog, visible
from lazygui.ui.files import QtDialogs
from lazygui.ui.settings import Settings

HALVE = "def halve(input):\n    return input / 2\n"
THIRD = "def third(input):\n    return input / 3\n"


def drawing(*sources: str) -> Graph:
    nodes = [Node(f"custom{number}", "Custom", {"source": source}) for number, source in enumerate(sources)]
    return Graph({"x": Node("x", "Input", {"shape": (2, 20)}), **{node.id: node for node in nodes}})


class Asking:
    """A consent with what came of it."""

    def __init__(self, store: QSettings, dialogs: ScriptedDialogs) -> None:
        self.dialogs = dialogs
        self.runs: list[bool] = []
        self.declined = 0
        self._consent = Consent(Settings(store), dialogs)

    def run(self, graph: Graph) -> None:
        self._consent.ask(lambda: graph, self.runs.append, self._on_declined)

    def _on_declined(self) -> None:
        self.declined += 1


@pytest.fixture
def asking(store: QSettings, dialogs: ScriptedDialogs) -> Asking:
    return Asking(store, dialogs)


def test_a_drawing_without_code_runs_unasked_and_nothing_of_it_may(asking: Asking) -> None:
    asking.run(drawing())
    assert (asking.runs, asking.dialogs.code) == ([False], [])


def test_code_that_comes_with_the_program_is_not_asked_about(asking: Asking) -> None:
    assert SHIPPED_SOURCES
    asking.run(drawing(*SHIPPED_SOURCES))
    assert (asking.runs, asking.dialogs.code) == ([False], [])


def test_a_no_runs_nothing_and_is_asked_again(asking: Asking) -> None:
    asking.run(drawing(HALVE))
    asking.run(drawing(HALVE))
    assert (asking.runs, asking.declined) == ([], 2)
    assert asking.dialogs.code == [(("custom0", HALVE),)] * 2


def test_a_yes_is_remembered_for_this_code_also_by_the_next_window(asking: Asking, store: QSettings) -> None:
    asking.dialogs.allows = True
    asking.run(drawing(HALVE))
    again = Asking(store, ScriptedDialogs())
    again.run(drawing(HALVE))
    assert (asking.runs, again.runs, again.dialogs.code) == ([True], [True], [])


@pytest.mark.parametrize("changed", [drawing(HALVE + "\n"), drawing(HALVE, THIRD), drawing(THIRD)])
def test_other_code_is_asked_about_again(asking: Asking, changed: Graph) -> None:
    asking.dialogs.allows = True
    asking.run(drawing(HALVE))
    asking.dialogs.allows = False
    asking.run(changed)
    assert (asking.runs, asking.declined) == ([True], 1)


def test_two_sources_are_not_one_that_reads_like_both() -> None:
    assert fingerprint((("a", "x"), ("b", "y"))) != fingerprint((("a", "xy"),))
    assert fingerprint((("a", "x"), ("b", "y"))) == fingerprint((("c", "y"), ("d", "x"), ("e", "x")))


def test_the_nodes_are_told_in_the_order_of_the_document() -> None:
    assert foreign_sources(drawing(THIRD, HALVE)) == (("custom0", THIRD), ("custom1", HALVE))


def test_a_yes_is_no_yes_to_what_the_drawing_has_become_meanwhile(store: QSettings) -> None:
    drawings = [drawing(HALVE), drawing(THIRD)]
    asked: list[tuple[tuple[str, str], ...]] = []
    ran: list[bool] = []

    class Slow(ScriptedDialogs):
        def ask_run_code(self, sources: tuple[tuple[str, str], ...], then: Callable[[bool], None]) -> None:
            asked.append(sources)
            shown = drawings.pop(0) if len(drawings) > 1 else drawings[0]
            then(shown == drawing(HALVE))

    Consent(Settings(store), Slow()).ask(lambda: drawings[0], ran.append, lambda: ran.append(False))
    assert asked == [(("custom0", HALVE),), (("custom0", THIRD),)]
    assert ran == [False]


def test_a_source_that_many_nodes_use_is_shown_once(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ConsentDialog((("one", HALVE), ("two", THIRD), ("three", HALVE)), parent)
    tabs = dialog.findChild(QTabWidget, "consent.nodes")
    assert [tabs.tabText(index) for index in range(tabs.count())] == ["one \u00b7 2 nodes", "two"]
    assert tabs.tabToolTip(0) == "one, three"


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ConsentDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = ConsentDialog((("halve", HALVE), ("third", THIRD)), parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.open()
    qtbot.waitExposed(dialog)
    yield dialog
    # Held until here: the dialog goes with its parent.
    parent.close()


def test_the_question_shows_all_of_the_code(dialog: ConsentDialog) -> None:
    tabs = dialog.findChild(QTabWidget, "consent.nodes")
    pages = [tabs.widget(index) for index in range(tabs.count())]
    assert [tabs.tabText(index) for index in range(tabs.count())] == ["halve", "third"]
    assert [page.toPlainText() for page in pages if isinstance(page, QPlainTextEdit)] == [HALVE, THIRD]
    assert all(page.isReadOnly() for page in pages if isinstance(page, QPlainTextEdit))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_keys_that_are_pressed_without_reading_mean_no(dialog: ConsentDialog, key: Qt.Key) -> None:
    events.key(dialog.focusWidget() or dialog, key)
    assert (dialog.isVisible(), dialog.result()) == (False, ConsentDialog.DialogCode.Rejected)


def test_the_button_that_allows_means_yes(dialog: ConsentDialog) -> None:
    allow = dialog.findChild(QPushButton, "consent.allow")
    events.click(allow, allow.rect().center())
    assert dialog.result() == ConsentDialog.DialogCode.Accepted


def test_signs_that_hide_or_turn_the_writing_round_are_shown_as_numbers() -> None:
    assert visible("a\u202eb\u200bc\td\n") == "a\\u202eb\\u200bc\td\n"
    assert visible("# 中文 é") == "# 中文 é"


@pytest.mark.parametrize(("button", "answer"), [("consent.allow", True), ("consent.cancel", False)])
def test_the_windows_own_question_gives_the_answer_back(qtbot: QtBot, button: str, answer: bool) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    answers: list[bool] = []
    QtDialogs(parent).ask_run_code((("halve", HALVE),), answers.append)
    pressed = parent.findChild(QPushButton, button)
    qtbot.waitUntil(pressed.isVisible)
    events.click(pressed, pressed.rect().center())
    assert answers == [answer]
