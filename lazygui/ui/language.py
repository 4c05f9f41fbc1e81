"""The language of the window: English, which is the text of the source, or one of the shipped translations.

A switch installs other translators; Qt then sends LanguageChange to every widget, and each writes its words anew.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from lazygui import resources
from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.ui.settings import Settings

AVAILABLE: Final = ("en", "zh_CN")

MISSING_IN_QT: Final = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
"""Words of Qt's own that its translations lack. Qt finds them in ours, for it asks every translator."""


def of_locale(locale: QLocale) -> str:
    """Return the shipped language for a locale, English where there is none."""
    return "zh_CN" if locale.language() == QLocale.Language.Chinese else "en"


class Language(QObject):
    """The translators of the application. Starts with the chosen language, or the system's."""

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._translators: tuple[QTranslator, ...] = ()
        self._code = "en"
        stored = settings.language if settings else ""
        self._install(stored if stored in AVAILABLE else of_locale(QLocale.system()))

    @property
    def code(self) -> str:
        return self._code

    def set(self, code: str) -> None:
        """Switch to one of the AVAILABLE languages and remember it."""
        if code not in AVAILABLE:
            raise ValueError(code)
        if self._settings:
            self._settings.language = code
        if code != self._code:
            self._install(code)

    def _install(self, code: str) -> None:
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._code = code
        self._translators = () if code == "en" else self._load(code)
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        QLocale.setDefault(QLocale(code))

    def _load(self, code: str) -> tuple[QTranslator, ...]:
        """Return the translators of Qt's own words and of ours; ours is asked first, as it is installed last."""
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        found = []
        for file in (f"{qt_folder}/qtbase_{code}.qm", _shipped(code)):
            translator = QTranslator(self)
            if translator.load(file):
                found.append(translator)
        return tuple(found)


def _shipped(code: str) -> str:
    """Return our translation's file, or "" in a checkout where `make translations` has not run: then English stands."""
    try:
        return str(resources.path(f"translations/lazygui_{code}.qm"))
    except FileNotFoundError:
        return ""
