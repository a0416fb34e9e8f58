#!/usr/bin/env python3
"""Serves the invented town of Nong Sai on loopback, so that oitcheck can record it. Standard library only.

    python3 serve.py --port 0        prints the port it got, then serves until SIGTERM or Ctrl-C
    python3 serve.py --list          prints every address the site answers with 200, one a line

It answers for www.nongsai-sample.example whatever the Host header says, also as an HTTP proxy
(`http_proxy=http://127.0.0.1:PORT`): then the recorded addresses carry the town's own name, and every other host
is refused with 502, so that nothing leaves the machine.

A file below `site/` is a page or a paper; the first lines of a text file are `key: value` facts about it:
`address` (default: the file's path without .html or .txt), `title`, `trail` (bread crumbs, parted by >), `date`
(last change, Gregorian), `status`, `as` (scan: only a picture of a page; cut: only the first third of the file).
A page is a body that `frame.html` surrounds; a paper ends in .pdf.txt, .docx.txt or .xlsx.txt and is made by pdf.py
or office.py.
"""

import argparse
import hashlib
import html
import signal
import sys
import threading
from datetime import date, datetime, timezone
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from office import docx, xlsx
from pdf import pdf, scan

HOST = "www.nongsai-sample.example"
SITE = Path(__file__).resolve().parent / "site"
MEDIA = {
    ".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml", ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8", ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MAKERS = {".pdf": pdf, ".docx": docx, ".xlsx": xlsx}
REDIRECTS = {"/index.php": (301, "/"), "/ita2566": (302, "/ita/2566")}
LAST_CHANGE = date(2023, 5, 2)
MADE_UP = "\nเอกสารนี้สมมุติขึ้นเพื่อใช้ทดสอบ เทศบาล บุคคล และตัวเลข ไม่มีอยู่จริง\n"
MONTHS = ("ตุลาคม 2565", "พฤศจิกายน 2565", "ธันวาคม 2565", "มกราคม 2566", "กุมภาพันธ์ 2566", "มีนาคม 2566")


class Answer:
    """What one address delivers: status, media type, bytes, the day of its last change."""

    def __init__(self, body, media, changed=LAST_CHANGE, status=200):
        self.body, self.media, self.changed, self.status = body, media, changed, status
        self.etag = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'


def facts(text):
    """The `key: value` lines before the first empty line, and the text after it."""
    head, _, rest = text.partition("\n\n")
    return dict(line.split(": ", 1) for line in head.splitlines()), rest


def framed(frame, title, trail, body):
    crumbs = " &gt; ".join(html.escape(step.strip()) for step in ["หน้าหลัก", *filter(None, trail.split(">")), title])
    return (
        frame.replace("{{title}}", html.escape(title)).replace("{{crumbs}}", crumbs).replace("{{body}}", body)
    ).encode()


def calendar(frame):
    """Six months of an events calendar, each linked with the next and the one before."""
    for number, name in enumerate(MONTHS):
        links = []
        if number > 0:
            links.append(f'<a href="/calendar.php?m={number}">&laquo; เดือนก่อน</a>')
        if number < len(MONTHS) - 1:
            links.append(f'<a href="/calendar.php?m={number + 2}">เดือนถัดไป &raquo;</a>')
        body = f"<h1>ปฏิทินกิจกรรม {name}</h1>\n<p>ไม่มีกิจกรรมที่กำหนดไว้ในเดือนนี้</p>\n<p>{' | '.join(links)}</p>"
        page = framed(frame, f"ปฏิทินกิจกรรม {name}", "", body)
        yield f"/calendar.php?m={number + 1}", Answer(page, MEDIA[".html"])


def answer_of(path, frame):
    """The address of a file below site/ and what is served there."""
    shown = "/" + path.relative_to(SITE).as_posix()
    if path.suffix not in (".html", ".txt") or shown == "/robots.txt":
        return shown, Answer(path.read_bytes(), MEDIA[path.suffix])
    about, text = facts(path.read_text(encoding="utf-8"))
    changed = date.fromisoformat(about.get("date", LAST_CHANGE.isoformat()))
    shown = about.get("address", shown.removesuffix(path.suffix))
    if path.suffix == ".html":
        page = framed(frame, about["title"], about.get("trail", ""), text)
        return shown, Answer(page, MEDIA[".html"], changed, int(about.get("status", "200")))
    kind = Path(shown).suffix
    made = scan() if about.get("as") == "scan" else MAKERS[kind](text + MADE_UP)
    if about.get("as") == "cut":
        made = made[: len(made) // 3]
    return shown, Answer(made, MEDIA[kind], changed)


def site():
    """Every answer of the town by decoded path and query."""
    frame = (SITE / "frame.html").read_text(encoding="utf-8")
    answers = dict(calendar(frame))
    for path in sorted(SITE.rglob("*")):
        if path.is_file() and path.name != "frame.html":
            address, answer = answer_of(path, frame)
            if address in answers:
                raise ValueError(f"{path}: {address} is taken")
            answers[address] = answer
    return answers


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    answers = {}

    def version_string(self):
        return "nongsai-sample"

    def do_GET(self):
        target = self.path
        if not target.startswith("/"):
            parts = urlsplit(target)
            if parts.hostname != HOST:
                return self.refuse()
            target = (parts.path or "/") + ("?" + parts.query if parts.query else "")
        address = unquote(target.encode("latin-1").decode("utf-8", "replace"))
        if address in REDIRECTS:
            status, location = REDIRECTS[address]
            return self.deliver(Answer(b"", MEDIA[".html"], status=status), location)
        self.deliver(self.answers.get(address) or self.answers["/404"])

    do_HEAD = do_GET

    def do_CONNECT(self):
        self.refuse()

    def refuse(self):
        self.close_connection = True
        self.deliver(Answer(b"only " + HOST.encode() + b" is served here\n", MEDIA[".txt"], status=502))

    def deliver(self, answer, location=None):
        fresh = answer.status == 200 and self.headers.get("If-None-Match") == answer.etag
        self.send_response(304 if fresh else answer.status)
        if location:
            self.send_header("Location", location)
        if answer.status == 200:
            changed = datetime(answer.changed.year, answer.changed.month, answer.changed.day, 2, 0, tzinfo=timezone.utc)
            self.send_header("Last-Modified", format_datetime(changed, usegmt=True))
            self.send_header("ETag", answer.etag)
        if not fresh:
            self.send_header("Content-Type", answer.media)
            self.send_header("Content-Length", str(len(answer.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if not fresh and self.command != "HEAD":
            self.wfile.write(answer.body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--port", type=int, default=0, help="0 takes any free port")
    options.add_argument("--list", action="store_true", help="print the addresses and stop")
    chosen = options.parse_args()
    Handler.answers = site()
    if chosen.list:
        print("\n".join(sorted(a for a, answer in Handler.answers.items() if answer.status == 200)))
        return
    server = Server(("127.0.0.1", chosen.port), Handler)
    for wanted in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wanted, lambda *_: threading.Thread(target=server.shutdown).start())
    print(server.server_address[1], flush=True)
    server.serve_forever(poll_interval=0.1)
    server.server_close()


if __name__ == "__main__":
    sys.exit(main())
