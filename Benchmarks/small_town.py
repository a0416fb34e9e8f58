"""The town that comes with the project, served on loopback from its recording, with faults that can be switched on."""

import contextlib
import gzip
import hashlib
import http.server
import io
import pathlib
import threading

PROJECT = pathlib.Path(__file__).resolve().parent.parent
SNAPSHOT = PROJECT / "Snapshots" / "nongsai" / "2026-11-21"
HOST = b"www.nongsai-sample.example"


def recorded_answers():
    """Path and query -> (status, content type, location, body) of every answer in the recording."""
    with gzip.open(SNAPSHOT / "site.warc.gz") as file:
        warc = file.read()
    answers = {}
    place = 0
    while place < len(warc):
        end = warc.index(b"\r\n\r\n", place)
        fields = dict(line.split(b": ", 1) for line in warc[place:end].split(b"\r\n")[1:])
        length = int(fields[b"Content-Length"])
        block = warc[end + 4 : end + 4 + length]
        place = end + 4 + length + 4
        if fields[b"WARC-Type"] != b"response":
            continue
        target = fields[b"WARC-Target-URI"].decode().split("/", 3)[3]
        head, body = block.split(b"\r\n\r\n", 1)
        lines = head.split(b"\r\n")
        http_fields = {name.lower(): value for name, value in (line.split(b": ", 1) for line in lines[1:])}
        if http_fields.get(b"content-encoding") == b"gzip":
            body = gzip.GzipFile(fileobj=io.BytesIO(body)).read()
        answers["/" + target] = (
            int(lines[0].split()[1]), http_fields.get(b"content-type", b"").decode(),
            http_fields.get(b"location", b"").decode(), body,
        )  # fmt: skip
    return answers


class Town:
    """The site. `gone` are paths that answer 404, `failing` those that answer 500; `down` lets no connection through."""

    def __init__(self):
        self.answers = recorded_answers()
        self.gone, self.failing, self.down = set(), set(), False
        self.requests = self.unchanged = 0
        self.before_request = lambda: None

    def answer(self, path, match, own_host):
        """Status, fields and body for one request."""
        if path in self.failing:
            return 500, {}, b"out of order"
        if path in self.gone or path not in self.answers:
            return 404, {"Content-Type": "text/html; charset=utf-8"}, "<h1>ไม่พบหน้าที่ต้องการ</h1>".encode()
        status, kind, location, body = self.answers[path]
        if kind.startswith("text/"):
            body = body.replace(HOST, own_host)
        tag = '"%s"' % hashlib.sha256(body).hexdigest()[:20]
        fields = {"ETag": tag} | ({"Content-Type": kind} if kind else {})
        if location:
            fields["Location"] = location.replace(HOST.decode(), own_host.decode())
        if status == 200 and match == tag:
            return 304, fields, b""
        return status, fields, body


@contextlib.contextmanager
def served(town):
    """Serves the town on a free loopback port while the block runs; yields its address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            town.requests += 1
            town.before_request()
            if town.down:
                self.close_connection = True
                return
            own = ("127.0.0.1:%d" % self.server.server_port).encode()
            status, fields, body = town.answer(self.path, self.headers.get("If-None-Match"), own)
            town.unchanged += status == 304
            self.send_response(status)
            for name, value in fields.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # a visitor that was killed
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield "http://127.0.0.1:%d/" % server.server_port
    finally:
        server.shutdown()
        server.server_close()
