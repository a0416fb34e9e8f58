"""A paper as DOCX or XLSX (ECMA-376): the few parts a reader needs, always the same bytes for the same text.

Entries of the ZIP container carry a fixed date. Standard library only.
"""

import io
import zipfile
from xml.sax.saxutils import escape

from paper import BREAK, HEADING, ROW, parse, tables

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FORMATS = "application/vnd.openxmlformats-officedocument"
EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)


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
            borders = f"<w:tblPr><w:tblBorders>{EDGES}</w:tblBorders></w:tblPr>"
            body.append(f"<w:tbl>{borders}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
        elif kind == BREAK:
            body.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        else:
            body.append(paragraph(value, bold=kind == HEADING))
    return container([
        ("[Content_Types].xml", content_types([
            ("/word/document.xml", f"{FORMATS}.wordprocessingml.document.main+xml")])),
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
        ("xl/sharedStrings.xml", f'<sst xmlns="{SHEET}" uniqueCount="{len(strings)}">{shared}</sst>'),
    ])
