"""The language is the system's until somebody chooses one, and a switch reaches every widget at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QSettings
from PySide6.QtWidgets import QApplication

from lazygui.ui.language import MISSING_IN_QT, Language, of_locale
from lazygui.ui.settings import Settings


@pytest.fixture
def language(qapp: QApplication, store: QSettings) -> Iterator[Language]:
    settings = Settings(store)
    settings.language = "en"
    language = Language(settings, qapp)
    yield language
    language.set("en")


@pytest.mark.parametrize(
    ("locale", "code"), [("zh_CN", "zh_CN"), ("zh_TW", "zh_CN"), ("en_GB", "en"), ("de_DE", "en"), ("C", "en")]
)
def test_a_first_start_speaks_the_languages_of_the_system(locale: str, code: str) -> None:
    assert of_locale(QLocale(locale)) == code


def test_a_switch_translates_our_words_and_those_of_qt(language: Language) -> None:
    language.set("zh_CN")
    assert QCoreApplication.translate("Actions", "&Edit") != "&Edit"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"
    assert all(QCoreApplication.translate("QFileDialog", text) != text for text in MISSING_IN_QT)
    language.set("en")
    assert QCoreApplication.translate("Actions", "&Edit") == "&Edit"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_choice_is_remembered(language: Language, qapp: QApplication, store: QSettings) -> None:
    language.set("zh_CN")
    again = Language(Settings(store), qapp)
    assert again.code == "zh_CN"
    again.set("en")


def test_a_stored_language_that_is_not_shipped_is_not_taken(qapp: QApplication, store: QSettings) -> None:
    settings = Settings(store)
    settings.language = "xx"
    assert Language(settings, qapp).code in ("en", "zh_CN")


def test_no_other_language_can_be_set(language: Language) -> None:
    with pytest.raises(ValueError, match="fr"):
        language.set("fr")
