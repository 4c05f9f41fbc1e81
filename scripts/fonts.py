"""Cut the interface fonts of assets/fonts from the whole ones. Run by hand; needs `pip install fonttools`.

    python scripts/fonts.py FOLDER

FOLDER holds the static fonts Inter-{Regular,Medium,SemiBold}.otf and JetBrainsMono-{Regular,Medium}.ttf, at any depth.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = (
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
    "JetBrainsMono-Regular.ttf",
    "JetBrainsMono-Medium.ttf",
)
RANGES = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x017F),  # Latin-1 and Latin Extended-A
    (0x02B0, 0x02DD),  # modifier letters, as in the accents that stand alone
    (0x0370, 0x03FF),  # Greek
    (0x2000, 0x206F),  # punctuation: dashes, quotes, ellipsis, thin spaces
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20AC, 0x20AC),  # euro
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2318, 0x2318),  # command key
    (0x2500, 0x257F),  # lines of a table, in the code panel
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2713, 0x2717),  # ticks and crosses
)
STYLE_NAME = 17


def cut(source: Path, target: Path) -> None:
    """Keep RANGES and every layout feature (tabular figures among them) of one font."""
    font = TTFont(source)
    options = Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID == STYLE_NAME:
            # Inter 3 says "Semi Bold", its later versions and JetBrains Mono "SemiBold".
            record.string = record.toUnicode().replace("Semi Bold", "SemiBold")
    font.save(target)


def main() -> None:
    folder = Path(sys.argv[1])
    target = Path(__file__).parent.parent / "assets" / "fonts"
    for name in FONTS:
        cut(next(folder.rglob(name)), target / name)


if __name__ == "__main__":
    main()
