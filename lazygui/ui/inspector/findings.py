"""What is wrong with a node, or strange: the sentence, where its numbers come from, what would mend it, torch's words.

Decides nothing: causes and fixes were found, and tried, by the engine.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from lazygui.graph.findings import Cause, Finding, Fix
from lazygui.graph.fixes import ApplyFix
from lazygui.graph.results import State
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.inspector.parts import label, selectable
from lazygui.ui.state_icon import paint_state_icon, paint_warning
from lazygui.ui.theme import CONTROL_RADIUS, S1, S2, S3, S4, SMALL, TINY, mixed, mono_font
from lazygui.ui.words import sentence, shapes
from lazygui.words.findings import cause_words, fix_words

MOST_LINES = 10
ICON = 22
"""Room for the sign at the left of the sentence."""
MOST_FIXES = 3


class WordsBox(QPlainTextEdit):
    """A text to select and copy, as high as it needs. A label breaks lines at spaces alone; torch has long words."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self.setFont(mono_font(TINY))
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Take the height of the text, up to MOST_LINES."""
        # Qt counts the height of a plain text in lines.
        lines = max(int(self.document().size().height()), 1)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > MOST_LINES else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(min(lines, MOST_LINES) * (self.fontMetrics().lineSpacing() + 1) + S1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class WordyButton(QPushButton):
    """A button whose text takes as many lines as it needs."""

    def __init__(self, words: str, is_flat: bool = False) -> None:
        super().__init__()
        self._words = label("link" if is_flat else "", SMALL)
        self._words.setText(words)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)
        self.setProperty("flat", "true" if is_flat else "false")
        # The style sheet's own least height is for buttons of one line.
        self.setStyleSheet("min-height: 0px; padding: 0px;")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        inside = QVBoxLayout(self)
        self._sides = S1 if is_flat else S2
        self._least = 24 if is_flat else 30
        self.setMinimumHeight(self._least)
        inside.setContentsMargins(self._sides, S1, self._sides, S1)
        inside.addWidget(self._words)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        return self._words.text()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._words.heightForWidth(width - 2 * self._sides) + 2 * S1 + 2, self._least)

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._least)


class CauseLink(WordyButton):
    """Where one number comes from. Under the pointer, or with the focus, it lights the way; pressed, it goes there."""

    lit = Signal(object)

    def __init__(self, cause: Cause) -> None:
        super().__init__(cause_words(cause, QCoreApplication.translate), is_flat=True)
        self.cause = cause

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._light()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.lit.emit(())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._light()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.lit.emit(())

    def _light(self) -> None:
        self.lit.emit(self.cause.path or (self.cause.node,))


class FindingBox(QWidget):
    """One finding, in the colour of its weight."""

    def __init__(self, editor: Editor, appearance: Appearance, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._editor, self._appearance = editor, appearance
        self._finding: Finding | None = None
        self.causes: list[CauseLink] = []
        self.fixes: list[WordyButton] = []
        self.sentence = selectable(label("error", SMALL))
        self.received = selectable(label("muted", TINY, is_mono=True))
        self.origin = label("muted", TINY)
        self.remedy = label("muted", TINY)
        self.disclosure = QToolButton()
        self.disclosure.setObjectName(f"{name}.disclosure")
        self.disclosure.setCheckable(True)
        self.disclosure.toggled.connect(self._on_disclosed)
        self.disclosure.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.words = WordsBox()
        self.words.setObjectName(f"{name}.words")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(S4 + S3 + ICON, S3, S4 + S3, S3 + S3)
        self._box.setSpacing(S1)
        for widget in (self.sentence, self.received, self.origin, self.remedy, self.disclosure, self.words):
            self._box.addWidget(widget)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, from top to bottom."""
        return (*self.causes, *self.fixes, self.disclosure, self.words)

    def show_finding(self, finding: Finding | None) -> None:
        """Show a finding; nothing for None. What was disclosed, or has the focus, stays so while the finding stays."""
        if finding != self._finding:
            self._finding = finding
            self.disclosure.setChecked(False)
            self._fill(finding)
        self.setVisible(finding is not None)
        if finding is not None:
            self._tell(finding)

    def _tell(self, finding: Finding) -> None:
        self.sentence.setText(sentence(finding.problem))
        self.sentence.setProperty("role", "error" if _is_loud(finding) else "")
        self.sentence.style().unpolish(self.sentence)
        self.sentence.style().polish(self.sentence)
        told = [self.tr("Received: {shapes}").format(shapes=shapes(finding.received))] if finding.received else []
        self.received.setText("\n".join([*told, *filter(None, [finding.arithmetic])]))
        self.received.setVisible(bool(self.received.text()))
        self._show_words(finding.words)
        for widget in (self, self.words):
            widget.setAccessibleName(self.sentence.text())

    def _fill(self, finding: Finding | None) -> None:
        """Make the links and buttons anew; a light that one of them has lit goes out."""
        causes, fixes = (finding.causes, finding.fixes[:MOST_FIXES]) if finding else ((), ())
        if self.isVisible() and any(link.hasFocus() or link.underMouse() for link in self.causes):
            self._editor.highlighted.emit(())
        for old in (*self.causes, *self.fixes):
            # Out of the tree at once: a key or a reader must not find what is about to go.
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self.causes = [self._link(cause, number) for number, cause in enumerate(causes)]
        self.fixes = [self._button(fix, number) for number, fix in enumerate(fixes)]
        self.origin.setText(self.tr("Where the numbers come from"))
        self.origin.setVisible(bool(causes))
        self.remedy.setText(self.tr("What would mend it"))
        self.remedy.setVisible(bool(fixes))

    def _link(self, cause: Cause, number: int) -> CauseLink:
        link = CauseLink(cause)
        link.setObjectName(f"{self.objectName()}.cause.{number}")
        link.lit.connect(self._editor.highlighted)
        link.clicked.connect(lambda: self._editor.select((cause.node,)))
        self._box.insertWidget(self._box.indexOf(self.origin) + 1 + number, link)
        link.show()  # else the layout shows it a turn of the event loop later
        return link

    def _button(self, fix: Fix, number: int) -> WordyButton:
        button = WordyButton(fix_words(fix, self._editor.graph, QCoreApplication.translate))
        button.setObjectName(f"{self.objectName()}.fix.{number}")
        button.clicked.connect(lambda: self._editor.do(ApplyFix(fix)))
        self._box.insertWidget(self._box.indexOf(self.remedy) + 1 + number, button)
        button.show()
        return button

    def _show_words(self, words: str) -> None:
        self.disclosure.setText(self.tr("What PyTorch says"))
        self.disclosure.setVisible(bool(words))
        self.words.setPlainText(words)
        self.words.fit()
        self._on_disclosed(self.disclosure.isChecked())

    def _on_disclosed(self, is_open: bool) -> None:
        self.disclosure.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.words.setVisible(is_open and bool(self.words.toPlainText()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        is_loud = self._finding is not None and _is_loud(self._finding)
        amber = mixed(QColor(theme.panel), QColor(theme.warning), 0.12)
        painter.setBrush(QColor(theme.error_ground) if is_loud else amber)
        ground = self.rect().adjusted(S4, 0, -S4, -S3)
        painter.drawRoundedRect(ground, CONTROL_RADIUS, CONTROL_RADIUS)
        place = QPointF(S4 + S2 + 10, self.sentence.y() + 9)
        if is_loud:
            paint_state_icon(painter, place, State.FAILED, theme)
        else:
            paint_warning(painter, place, theme)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            finding, self._finding = self._finding, None
            self.show_finding(finding)
        super().changeEvent(event)


class FindingList(QWidget):
    """The findings of a node besides the one that its card tells."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__()
        self._editor, self._appearance = editor, appearance
        self.boxes: list[FindingBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        for number in range(len(self.boxes), len(findings)):
            self.boxes.append(FindingBox(self._editor, self._appearance, f"inspector.finding.{number}"))
            self._column.addWidget(self.boxes[-1])
        for number, box in enumerate(self.boxes):
            box.show_finding(findings[number] if number < len(findings) else None)
        self.setVisible(bool(findings))


def _is_loud(finding: Finding) -> bool:
    """An error is red, but not what every drawing has while it is being drawn."""
    return finding.is_error and not finding.is_unfinished
