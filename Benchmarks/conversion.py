#!/usr/bin/env python3
"""What reading documents costs: the 30 real Thai PDF files of ../shared, each as the one document of a small site.

    Benchmarks/conversion.py .build/release/oitcheck

Writes Benchmarks/conversion.txt. Each file is imported and judged by itself (`oitcheck judge site.warc.gz`); the same site
without the file is taken off, so that what is left is the conversion. Processor time is that of the program and of all
programs it starts. Python's standard library only; no network; every program it starts is bounded in time.
"""

import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import site_rig

HERE = pathlib.Path(__file__).resolve().parent
HOME = "http://www.town.example/"
SECONDS = 120
TEXT_GOAL_MS, OCR_GOAL_S, FILE_GOAL_S = 15, 4, 20


def record(address, media, body):
    """One WARC response record."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (media.encode(), len(body)) + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>\r\n"
        "WARC-Date: 2023-06-15T00:00:00Z\r\nWARC-Target-URI: %s\r\n"
        "Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
        % (len(body) % 10**12, address, len(http))
    )
    return head.encode() + http + b"\r\n\r\n"


def site(folder, title, body):
    """A home page that names the document, and the document where there is one."""
    page = '<html><head><title>Town</title></head><body><a href="d.pdf">%s</a></body></html>' % title
    archive = folder / "site.warc"
    records = record(HOME, "text/html; charset=utf-8", page.encode())
    archive.write_bytes(records + (record(HOME + "d.pdf", "application/pdf", body) if body else b""))
    return archive


def judged(program, title, body):
    """Processor seconds and seconds of one import and judging, and the conversions it stored."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        archive = site(folder, title, body)
        command = [program, "judge", str(archive), "--as-of", "2023-06-15", "--rules", str(HERE.parent / "Rules"),
                   "--format", "json", "--output", str(folder / "out"), "--quiet"]  # fmt: skip
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        stored = conversions(folder / "out/snapshot/site.warc.gz")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.monotonic() - start, stored


def conversions(archive):
    """The JSON bodies of a snapshot's conversion records."""
    import gzip

    if not archive.is_file():
        return []
    found = []
    for part in gzip.decompress(archive.read_bytes()).split(b"WARC-Type: conversion")[1:]:
        body = part.split(b"\r\n\r\n", 1)[1].split(b"\r\n\r\nWARC/", 1)[0]
        try:
            found.append(json.JSONDecoder().raw_decode(body.decode("utf-8", "replace").lstrip())[0])
        except ValueError:
            continue
    return found


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = str(pathlib.Path(sys.argv[1]).resolve())
    shared = site_rig.shared_folder()
    folder = shared / "data/peer/pdf-thai" if shared else None
    if folder is None or not folder.is_dir():
        sys.exit("the real documents are not beside this checkout")
    files = json.loads((folder / "index.json").read_text())["files"]
    # A name that the rules seek, so that scans are read as those of a town would be.
    name = "รายงานผลการดำเนินงานประจำปี 2565"
    empty = min(judged(program, name, b"")[0] for _ in range(5))
    rows, text_ms, text_pages, ocr_s, ocr_pages, slowest = [], 0.0, 0, 0.0, 0, 0.0
    for file in files:
        cpu, wall, stored = judged(program, name, (folder / file["file"]).read_bytes())
        cost = max(0.0, cpu - empty)
        read = [c for c in stored if c.get("method") == "ocr"]
        # A page of pictures that OCR looked at in vain costs as one that it read.
        pages = sum(max(1, sum(1 for page in c.get("pages", []) if page)) for c in read)
        outcome = ", ".join("%s %s" % (c.get("method"), c.get("outcome")) for c in stored) or "none"
        if pages:
            ocr_s, ocr_pages = ocr_s + cost, ocr_pages + pages
        else:
            text_ms, text_pages = text_ms + 1000 * cost, text_pages + file["pages"]
        slowest = max(slowest, wall)
        each = "%.2f s" % (cost / pages) if pages else "%.1f ms" % (1000 * cost / file["pages"])
        rows.append("| %s | %d | %d | %.2f | %.2f | %s | %s |" % (file["file"], file["pages"], pages, cost, wall, each, outcome))
    lines = ["# Conversion of %d real Thai PDF files" % len(files), "", "| measure | value | goal |", "|---|---:|---:|"]
    lines.append("| processor time per page, where the text layer sufficed | %.1f ms | ≤ %d ms |" % (text_ms / max(1, text_pages), TEXT_GOAL_MS))
    lines.append("| processor time per page that OCR looked at | %.2f s | ≤ %d s |" % (ocr_s / max(1, ocr_pages), OCR_GOAL_S))
    lines.append("| slowest file, with judging | %.1f s | < %d s |" % (slowest, FILE_GOAL_S))
    lines.append("| program start and judging, taken off | %.2f s | |" % empty)
    lines += ["", "| file | pages | seen by OCR | processor s | s | a page | conversions |", "|---|---:|---:|---:|---:|---:|---|"]
    text = "\n".join(lines + rows) + "\n"
    (HERE / "conversion.txt").write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
