"""The town's papers: one plain source text becomes a PDF, DOCX or XLSX file.

A source is read line by line:

    # words          a heading
    | a | b |        a row of a table; consecutive rows are one table
    == name          a new sheet (XLSX), a new page (PDF, DOCX)
    words            a paragraph

The same text always gives the same bytes: no clock, no random numbers, fixed dates inside the ZIP containers.
Standard library only.
"""

import io
import zipfile
import zlib
from xml.sax.saxutils import escape

HEADING, PARAGRAPH, ROW, BREAK = "heading", "paragraph", "row", "break"


def parse(source):
    """The lines of a source as (kind, value); the value of a row is its list of cells."""
    lines = []
    for raw in source.splitlines():
        line = raw.strip()
        if line.startswith("== "):
            lines.append((BREAK, line[3:]))
        elif line.startswith("# "):
            lines.append((HEADING, line[2:]))
        elif line.startswith("|"):
            lines.append((ROW, [cell.strip() for cell in line.strip("|").split("|")]))
        elif line:
            lines.append((PARAGRAPH, line))
    return lines


def tables(lines):
    """The same lines with consecutive rows joined: a table is (ROW, list of rows)."""
    joined = []
    for kind, value in lines:
        if kind == ROW and joined and joined[-1][0] == ROW:
            joined[-1][1].append(value)
        else:
            joined.append((kind, [value] if kind == ROW else value))
    return joined


# ---------------------------------------------------------------- PDF (ISO 32000-1)

# One byte a character: ASCII, a few marks of Windows-1252, and Thai where TIS-620 has it.
PUNCTUATION = {"–": 0x96, "“": 0x93, "”": 0x94, "•": 0x95}
ABOVE_AND_BELOW = set("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e")


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


def advance(character):
    """Width in thousandths of an em; vowel and tone marks above and below the line have none."""
    if character in ABOVE_AND_BELOW:
        return 0
    return 300 if character in " .,:;-()/|il" else 470


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
            size = 16 if kind == HEADING else 13
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
    widths = " ".join(
        str(advance(bytes([i]).decode("tis-620", "replace"))) if i < 0x7F or i >= 0xA1 else "470" for i in range(32, 252)
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (th) >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        b"<< /Type /Font /Subtype /TrueType /BaseFont /THSarabunNew /FirstChar 32 /LastChar 251 /Widths [%s] "
        b"/FontDescriptor 4 0 R /Encoding 5 0 R /ToUnicode 6 0 R >>" % widths.encode(),
        b"<< /Type /FontDescriptor /FontName /THSarabunNew /Flags 32 /FontBBox [-500 -400 1200 1000] /ItalicAngle 0 "
        b"/Ascent 850 /Descent -250 /CapHeight 600 /StemV 80 >>",
        b"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [%s] >>" % differences().encode(),
        stream(TO_UNICODE),
    ]
    for i, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % (paper[0], paper[1], first_page + 2 * i + 1)
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
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im1 5 0 R >> >> /Contents 4 0 R >>",
        stream(b"q 595 0 0 842 0 0 cm /Im1 Do Q\n"),
        image,
    ])


# ---------------------------------------------------------------- Office Open XML (ECMA-376)

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FORMATS = "application/vnd.openxmlformats-officedocument"


def container(parts):
    """A ZIP of the parts in the given order, every entry dated 1 January 2023."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts:
            entry = zipfile.ZipInfo(name, (2023, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, DECLARATION + text)
    return out.getvalue()


def content_types(overrides):
    parts = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def relationships(targets):
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def docx(source):
    """A Word document: headings, paragraphs and bordered tables."""

    def paragraph(text, bold=False):
        weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
        return f'<w:p><w:r>{weight}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'

    body = []
    for kind, value in tables(parse(source)):
        if kind == ROW:
            rows = "".join(
                "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in value
            )
            grid = '<w:gridCol w:w="1800"/>' * max(len(row) for row in value)
            edges = "".join(
                f'<w:{edge} w:val="single" w:sz="4"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
            )
            body.append(
                f"<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
            )
        elif kind == BREAK:
            body.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        else:
            body.append(paragraph(value, bold=kind == HEADING))
    return container([
        ("[Content_Types].xml", content_types([("/word/document.xml", f"{FORMATS}.wordprocessingml.document.main+xml")])),
        ("_rels/.rels", relationships([("officeDocument", "word/document.xml")])),
        ("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{"".join(body)}</w:body></w:document>'),
    ])


def xlsx(source):
    """A workbook: each `== name` starts a sheet; texts are shared strings, plain numbers are numbers."""
    sheets, strings = [], {}
    for kind, value in parse(source):
        if kind == BREAK:
            sheets.append((value, []))
        else:
            if not sheets:
                sheets.append(("Sheet1", []))
            sheets[-1][1].append(value if kind == ROW else [value])

    def cell(text, row, column):
        place = f"{chr(ord('A') + column)}{row}"
        number = text.replace(",", "")
        if number.isascii() and number.isdigit() and len(number) < 12 and (number == "0" or number[0] != "0"):
            return f'<c r="{place}"><v>{number}</v></c>'
        return f'<c r="{place}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'

    def sheet(rows):
        data = "".join(
            f'<row r="{r}">' + "".join(cell(text, r, c) for c, text in enumerate(row) if text) + "</row>"
            for r, row in enumerate(rows, start=1)
        )
        return f'<worksheet xmlns="{SHEET}"><sheetData>{data}</sheetData></worksheet>'

    pages = [(f"xl/worksheets/sheet{i}.xml", sheet(rows)) for i, (_, rows) in enumerate(sheets, start=1)]
    names = "".join(
        f'<sheet name="{escape(name)}" sheetId="{i}" r:id="rId{i}"/>' for i, (name, _) in enumerate(sheets, start=1)
    )
    shared = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    kinds = [(f"/{name}", f"{FORMATS}.spreadsheetml.worksheet+xml") for name, _ in pages]
    return container([
        ("[Content_Types].xml", content_types([
            ("/xl/workbook.xml", f"{FORMATS}.spreadsheetml.sheet.main+xml"),
            ("/xl/sharedStrings.xml", f"{FORMATS}.spreadsheetml.sharedStrings+xml"), *kinds])),
        ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", relationships(
            [("worksheet", name.removeprefix("xl/")) for name, _ in pages] + [("sharedStrings", "sharedStrings.xml")])),
        *pages,
        ("xl/sharedStrings.xml", f'<sst xmlns="{SHEET}" count="{len(strings)}" uniqueCount="{len(strings)}">{shared}</sst>'),
    ])
