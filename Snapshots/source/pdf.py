"""A paper as PDF (ISO 32000-1), small, uncomplicated, and always the same bytes for the same text.

The text layer is what `pdftotext` reads letter by letter. No font is embedded: a viewer shows the paper with the Thai
font it has. Standard library only.
"""

import io
import zlib

from paper import BREAK, HEADING, ROW, parse, tables

# One byte a character: ASCII, a few marks of Windows-1252, and Thai where TIS-620 has it.
PUNCTUATION = {"–": 0x96, "“": 0x93, "”": 0x94, "•": 0x95}
ABOVE_AND_BELOW = {chr(point) for point in (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))}


def code(character):
    """The character's byte in the font of the PDF; a character outside the font is a mistake of the source."""
    point = ord(character)
    if 0x20 <= point <= 0x7E:
        return point
    if 0x0E01 <= point <= 0x0E3A or 0x0E3F <= point <= 0x0E5B:
        return point - 0x0E00 + 0xA0
    if character in PUNCTUATION:
        return PUNCTUATION[character]
    raise ValueError(f"U+{point:04X} is not in the font of the PDF")


# Widths in thousandths of an em, near those of the Thai sans-serif fonts that Linux systems carry.
WIDTHS = {
    width: set(characters)
    for width, characters in {
        280: ".,:;/|!'[]fijlt",
        335: " เ()-r",
        430: "าำโใไ",
        510: "งจธรวะฐ",
        700: "ABCDEGHKNOPQRSUVXY%&",
        800: "ฆฌญฑฒณMW@mw",
    }.items()
}


def advance(character):
    """How far a character moves the pen; vowel and tone marks above and below the line do not."""
    if character in ABOVE_AND_BELOW:
        return 0
    for width, characters in WIDTHS.items():
        if character in characters:
            return width
    return 630 if character >= "\u0e01" else 556


def width(text, size):
    return sum(advance(c) for c in text) * size / 1000


def wrapped(text, size, room):
    """Lines no wider than the room; broken at spaces only, so that no word of the text layer is cut in two."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size) > room:
            yield line
            line = word
        else:
            line = longer
    yield line


def literal(text):
    body = bytes(code(c) for c in text)
    return b"(" + body.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def page_contents(source):
    """Content streams, one a page, and the size of a page (A4, turned when a table is wide)."""
    blocks = tables(parse(source))
    widest = max((sum(columns(rows)) for kind, rows in blocks if kind == ROW), default=0)
    paper = (842, 595) if widest * 0.008 > 495 else (595, 842)
    left, top, room = 50, paper[1] - 60, paper[0] - 100
    pages, y = [[]], top

    def put(text, x, size):
        pages[-1].append(b"BT /F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm %s Tj ET" % (size, x, y, literal(text)))

    def down(step):
        nonlocal y
        y -= step
        if y < 50:
            pages.append([])
            y = top

    for kind, value in blocks:
        if kind == BREAK:
            pages.append([])
            y = top
        elif kind == ROW:
            wide = columns(value)
            size = min(11, room / (sum(wide) / 1000))
            for row in value:
                x = left
                for cell, column in zip(row, wide):
                    put(cell, x, size)
                    x += column * size / 1000
                down(size * 1.6)
            down(6)
        else:
            size = 14 if kind == HEADING else 11
            for line in wrapped(value, size, room):
                put(line, left, size)
                down(size * 1.35)
            down(4)
    return [b"\n".join(page) + b"\n" for page in pages if page], paper


def columns(rows):
    """Width of each column of a table at one point, in thousandths, with a gap between columns."""
    count = max(len(row) for row in rows)
    return [max(sum(map(advance, row[i])) if i < len(row) else 0 for row in rows) + 1200 for i in range(count)]


TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /ThaiBytes def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
3 beginbfrange <20> <7E> <0020> <A1> <DA> <0E01> <DF> <FB> <0E3F> endbfrange
4 beginbfchar <93> <201C> <94> <201D> <95> <2022> <96> <2013> endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end
"""


def differences():
    """Glyph names, so that a viewer may replace the font, which is not embedded, by any Thai one."""
    first = " ".join(f"/uni{point:04X}" for point in range(0x0E01, 0x0E3B))
    second = " ".join(f"/uni{point:04X}" for point in range(0x0E3F, 0x0E5C))
    return f"161 {first} 223 {second}"


def stream(data, entries=b""):
    packed = zlib.compress(data, 9)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (entries, len(packed), packed)


def assembled(objects):
    """A PDF file of numbered objects; the first is the catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for offset in offsets:
        out.write(b"%010d 00000 n \n" % offset)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def pdf(source):
    """A PDF with a text layer that `pdftotext` reads letter by letter."""
    contents, paper = page_contents(source)
    first_page = 7
    kids = b" ".join(b"%d 0 R" % (first_page + 2 * i) for i in range(len(contents)))
    characters = {code(c): c for c in map(chr, [*range(0x20, 0x7F), *range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)])}
    widths = " ".join(str(advance(characters.get(byte, "–"))) for byte in range(32, 252))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (th) >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Garuda /FirstChar 32 /LastChar 251 /Widths [%s] "
        b"/FontDescriptor 4 0 R /Encoding 5 0 R /ToUnicode 6 0 R >>" % widths.encode(),
        b"<< /Type /FontDescriptor /FontName /Garuda /Flags 32 /FontBBox [-500 -400 1200 1000] /ItalicAngle 0 "
        b"/Ascent 850 /Descent -250 /CapHeight 600 /StemV 80 >>",
        b"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [%s] >>" % differences().encode(),
        stream(TO_UNICODE),
    ]
    for i, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (paper[0], paper[1], first_page + 2 * i + 1)
        )
        objects.append(stream(content))
    return assembled(objects)


def scan():
    """A PDF that is only a picture of a page: grey bars for lines of print, no text at all."""
    across, down = 120, 170
    rows = bytearray()
    for y in range(down):
        printed = 20 < y < 150 and y % 9 in (0, 1, 2)
        for x in range(across):
            rows.append(90 + (x * 7 + y * 3) % 40 if printed and 14 < x < 104 - (y // 9 % 4) * 9 else 243)
    image = stream(bytes(rows), b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray "
                   b"/BitsPerComponent 8" % (across, down))
    return assembled([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im1 5 0 R >> >> "
        b"/Contents 4 0 R >>",
        stream(b"q 595 0 0 842 0 0 cm /Im1 Do Q\n"),
        image,
    ])
