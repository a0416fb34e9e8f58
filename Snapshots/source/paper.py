"""The source of one of the town's papers: plain text read line by line.

    # words          a heading
    | a | b |        a row of a table; consecutive rows are one table
    == name          a new sheet (XLSX), a new page (PDF, DOCX)
    words            a paragraph
"""

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
