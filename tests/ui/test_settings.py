"""Settings come back as what they were, also from a file that somebody has written by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from lazygui.ui.settings import ALLOWED_LIMIT, RECENT_LIMIT, Settings


def reopened(store: QSettings) -> Settings:
    store.sync()
    return Settings(QSettings(store.fileName(), QSettings.Format.IniFormat))


def test_nothing_stored_gives_the_defaults(store: QSettings) -> None:
    settings = Settings(store)
    assert (settings.theme, settings.language, settings.seed) == ("system", "", 0)
    assert settings.recent_files == ()
    assert settings.layout("window").isEmpty()
    assert settings.is_shown("palette")


def test_values_keep_their_types_in_the_file(store: QSettings) -> None:
    settings = Settings(store)
    settings.theme, settings.language, settings.seed = "dark", "zh_CN", 42
    settings.recent_files = ("/家/甲.lazygui.json",)
    settings.set_layout("rows", QByteArray(b"\x00\xff"))
    settings.set_shown("inspector", False)
    again = reopened(store)
    assert (again.theme, again.language, again.seed) == ("dark", "zh_CN", 42)
    assert again.recent_files == ("/家/甲.lazygui.json",)
    assert again.layout("rows") == QByteArray(b"\x00\xff")
    assert not again.is_shown("inspector")


@pytest.mark.parametrize("text", ["{", "3", '{"a": 1}', "[1, null]"])
def test_recent_files_that_are_no_list_of_paths_are_none(store: QSettings, text: str) -> None:
    store.setValue("recent_files", text)
    assert reopened(store).recent_files == ()


def test_a_seed_and_a_theme_that_make_no_sense_are_not_taken(store: QSettings) -> None:
    store.setValue("seed", "-x")
    store.setValue("theme", "pink")
    settings = reopened(store)
    assert (settings.seed, settings.theme) == (0, "system")


def test_the_latest_file_is_the_first_and_none_is_there_twice(store: QSettings) -> None:
    settings = Settings(store)
    for number in range(RECENT_LIMIT + 3):
        settings.add_recent(f"/{number}")
    settings.add_recent("/5")
    assert settings.recent_files[0] == "/5"
    assert len(settings.recent_files) == len(set(settings.recent_files)) == RECENT_LIMIT
    settings.drop_recent("/5")
    assert "/5" not in settings.recent_files


def test_without_a_store_the_file_of_the_user_is_taken(tmp_path: Path) -> None:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    Settings().seed = 7
    assert Settings().seed == 7
    assert list(tmp_path.rglob("LazyGUI.ini"))


def test_the_system_is_asked_about_motion_until_somebody_chooses(store: QSettings) -> None:
    assert Settings(store).reduces_motion is None
    for choice in (True, False):
        Settings(store).reduces_motion = choice
        assert Settings(store).reduces_motion is choice


def test_overview_and_grid_are_on_until_somebody_switches_them_off(store: QSettings) -> None:
    assert (Settings(store).has_minimap, Settings(store).snaps_to_grid) == (True, True)
    Settings(store).has_minimap = Settings(store).snaps_to_grid = False
    assert (Settings(store).has_minimap, Settings(store).snaps_to_grid) == (False, False)


def test_live_shapes_are_on_until_somebody_switches_them_off(store: QSettings) -> None:
    assert Settings(store).has_live_shapes
    Settings(store).has_live_shapes = False
    assert not Settings(store).has_live_shapes
    Settings(store).has_live_shapes = True
    assert Settings(store).has_live_shapes


def test_code_that_was_allowed_stays_so_and_no_other_is(store: QSettings) -> None:
    Settings(store).allow_to_run("a")
    Settings(store).allow_to_run("b")
    Settings(store).allow_to_run("a")
    assert [Settings(store).may_run(code) for code in ("a", "b", "c", "")] == [True, True, False, False]


@pytest.mark.parametrize("stored", ["nonsense", "{}", '[1, ["a"]]', '"a"'])
def test_a_damaged_list_of_allowed_code_allows_nothing(store: QSettings, stored: str) -> None:
    store.setValue("allowed_code", stored)
    assert not Settings(store).may_run("a")


def test_the_oldest_of_very_many_is_forgotten(store: QSettings) -> None:
    for number in range(ALLOWED_LIMIT + 1):
        Settings(store).allow_to_run(str(number))
    assert not Settings(store).may_run("0")
    assert Settings(store).may_run("1")
