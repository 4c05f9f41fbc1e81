"""Where the files are that are not Python: fonts, icons, translations, examples. Knows the standard library alone."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
# A wheel carries the folder inside the package; a checkout has it beside the package.
_PLACES = (_PACKAGE / "assets", _PACKAGE.parent / "assets")


def path(name: str) -> Path:
    """Return the file or folder of the assets called `name`, such as `fonts` or `icons/lazygui.svg`.

    Raises FileNotFoundError, which names the places looked at, when the installation is not whole.
    """
    for place in _PLACES:
        if (place / name).exists():
            return place / name
    places = " nor ".join(str(place) for place in _PLACES)
    raise FileNotFoundError(f"{name!r} is neither in {places}: install LazyGUI again")
