"""What the window remembers between two starts. Typed, because an INI file gives back '3' and 'true' for 3 and True."""

from __future__ import annotations

import json
from typing import Final, Literal, get_args

from PySide6.QtCore import QByteArray, QSettings

ThemeChoice = Literal["light", "dark", "system"]
THEME_CHOICES: Final[tuple[ThemeChoice, ...]] = get_args(ThemeChoice)

RECENT_LIMIT: Final = 10
ALLOWED_LIMIT: Final = 200


class Settings:
    """Settings of one user, read and written at once. Without a store, the INI file of the user is taken."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "LazyGUI", "LazyGUI")

    @property
    def theme(self) -> ThemeChoice:
        stored = self._text("theme")
        return stored if stored in THEME_CHOICES else "system"

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", choice)

    @property
    def language(self) -> str:
        """The code of the chosen language, or "" while nobody has chosen and the system's counts."""
        return self._text("language")

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def seed(self) -> int:
        stored = self._text("seed")
        return int(stored) if stored.isascii() and stored.isdigit() else 0

    @seed.setter
    def seed(self, seed: int) -> None:
        self._store.setValue("seed", str(seed))

    @property
    def has_live_shapes(self) -> bool:
        """Whether shapes are inferred after every edit; they are, unless somebody wants to be surprised by the run."""
        return self._text("live_shapes") != "off"

    @has_live_shapes.setter
    def has_live_shapes(self, is_on: bool) -> None:
        self._store.setValue("live_shapes", "on" if is_on else "off")

    @property
    def reduces_motion(self) -> bool | None:
        """Whether nothing is to be animated; None while nobody has chosen and the system's wish counts."""
        return {"on": True, "off": False}.get(self._text("reduce_motion"))

    @reduces_motion.setter
    def reduces_motion(self, is_on: bool) -> None:
        self._store.setValue("reduce_motion", "on" if is_on else "off")

    @property
    def has_minimap(self) -> bool:
        """Whether the overview is shown where a drawing is larger than the canvas."""
        return self._text("minimap") != "off"

    @has_minimap.setter
    def has_minimap(self, is_on: bool) -> None:
        self._store.setValue("minimap", "on" if is_on else "off")

    @property
    def snaps_to_grid(self) -> bool:
        return self._text("snap_to_grid") != "off"

    @snaps_to_grid.setter
    def snaps_to_grid(self, is_on: bool) -> None:
        self._store.setValue("snap_to_grid", "on" if is_on else "off")

    @property
    def figure(self) -> str:
        """The choices of the last figure, as `ui.figure.choices` writes them."""
        return self._text("figure")

    @figure.setter
    def figure(self, choices: str) -> None:
        self._store.setValue("figure", choices)

    @property
    def closed_families(self) -> tuple[str, ...]:
        """What is closed in the palette, by the names of its headings."""
        return self._list("closed_families")

    @closed_families.setter
    def closed_families(self, families: tuple[str, ...]) -> None:
        self._store.setValue("closed_families", json.dumps(families))

    def may_run(self, fingerprint: str) -> bool:
        """Return whether the person has allowed the source code with this fingerprint to run."""
        return fingerprint in self._list("allowed_code")

    def allow_to_run(self, fingerprint: str) -> None:
        """Remember that the source code with this fingerprint may run."""
        others = tuple(other for other in self._list("allowed_code") if other != fingerprint)
        self._store.setValue("allowed_code", json.dumps((fingerprint, *others)[:ALLOWED_LIMIT]))

    @property
    def recent_files(self) -> tuple[str, ...]:
        """Paths of documents, the latest first."""
        return self._list("recent_files")

    @recent_files.setter
    def recent_files(self, paths: tuple[str, ...]) -> None:
        self._store.setValue("recent_files", json.dumps(paths[:RECENT_LIMIT], ensure_ascii=True))

    def add_recent(self, path: str) -> None:
        """Put a path first among the recent files."""
        self.recent_files = (path, *(other for other in self.recent_files if other != path))

    def drop_recent(self, path: str) -> None:
        self.recent_files = tuple(other for other in self.recent_files if other != path)

    def layout(self, part: str) -> QByteArray:
        """Return the stored geometry of a part of the window; empty when there is none."""
        stored = self._store.value(f"layout/{part}")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def set_layout(self, part: str, state: QByteArray) -> None:
        self._store.setValue(f"layout/{part}", state)

    def is_shown(self, panel: str) -> bool:
        """Return whether a panel is open; panels are, unless somebody has closed them."""
        return self._text(f"panels/{panel}") != "hidden"

    def set_shown(self, panel: str, is_shown: bool) -> None:
        self._store.setValue(f"panels/{panel}", "shown" if is_shown else "hidden")

    def _text(self, key: str) -> str:
        stored = self._store.value(key)
        return stored if isinstance(stored, str) else ""

    def _list(self, key: str) -> tuple[str, ...]:
        try:
            stored = json.loads(self._text(key) or "[]")
        except ValueError:
            return ()
        return tuple(text for text in stored if isinstance(text, str)) if isinstance(stored, list) else ()
