"""Makes NotoSans-Regular.ttf and NotoSans-Bold.ttf, the fonts that peil carries inside itself.

Usage: python subset.py FOLDER, the folder with the Noto fonts as Debian's package fonts-noto-core installs them.
Needs fonttools. Noto Sans itself has no minus sign, arrows, comparison signs or tick; they come from its sisters
Noto Sans Math, Symbols and Symbols 2 (same licence, same design grid). No sister but Symbols is bold: the bold minus
is the bar of the bold plus, the other signs are the regular ones.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

NOTO = Path(sys.argv[1])
HERE = Path(__file__).parent
KEPT = (
    "U+0020-007E,U+00A0-024F,U+0259,U+02BB-02BC,U+02C6-02DD,U+0300-0304,U+0306-030C,U+0323,U+0326-0328,U+1E80-1E85,"
    "U+1E9E,U+1EF2-1EF3,U+2007-2015,U+2018-201E,U+2020-2022,U+2026,U+202F-2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,"
    "U+2116,U+2122,U+2190-2193,U+2212,U+2248,U+2260,U+2264-2265,U+2713"
)
BORROWED = {
    "NotoSansSymbols-{weight}": (0x2190, 0x2191, 0x2192, 0x2193),
    "NotoSansMath-Regular": (0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
    "NotoSansSymbols2-Regular": (0x2713,),
}


def add(font, code, glyph, advance):
    name = f"uni{code:04X}"
    glyph.recalcBounds(font["glyf"])
    font.setGlyphOrder(font.getGlyphOrder() + [name])
    font["glyf"][name] = glyph
    font["hmtx"][name] = (advance, glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def borrow(font, sister, code):
    name = sister.getBestCmap()[code]
    pen = TTGlyphPen(None)
    sister.getGlyphSet()[name].draw(pen)
    add(font, code, pen.glyph(), sister["hmtx"][name][0])


def bar_of_the_plus(font):
    """The minus whose stroke and width are those of the plus of the same font."""
    name = font.getBestCmap()[ord("+")]
    points = font["glyf"][name].coordinates
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    bottom, top = sorted(y for x, y in points if x == left)
    pen = TTGlyphPen(None)
    pen.moveTo((left, bottom))
    for point in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph(), font["hmtx"][name][0]


for weight in ("Regular", "Bold"):
    font = TTFont(NOTO / f"NotoSans-{weight}.ttf", recalcTimestamp=False)
    for file, codes in BORROWED.items():
        sister = TTFont(NOTO / f"{file.format(weight=weight)}.ttf")
        for code in codes:
            if code == 0x2212:
                add(font, code, *bar_of_the_plus(font))
            else:
                borrow(font, sister, code)
    options = subset.Options(hinting=False, layout_features=["kern", "mark", "mkmk", "ccmp", "locl"])
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(KEPT))
    subsetter.subset(font)
    font.save(HERE / f"NotoSans-{weight}.ttf")
