"""A front for the rig's server on loopback: it takes pages away, breaks them, falls silent, and counts the requests.

Everything else passes through byte for byte, faults included. The rig stands on 127.0.0.3 and the front on 127.0.0.1
with the same port, so that the addresses in its pages lead through the front.
"""

import contextlib
import socket
import struct
import threading
import urllib.parse

BACK, FRONT = b"127.0.0.3", b"127.0.0.1"  # of equal length: no page changes its size
LONGEST_HEAD = 65_536
NOT_FOUND = "<html><body><h1>ไม่พบหน้าที่ต้องการ</h1></body></html>".encode()


class Front:
    """`gone` are targets that answer 404, `failing` those that answer 500 (path and query, decoded); `down` answers nobody."""

    def __init__(self):
        self.gone, self.failing, self.down = set(), set(), False
        self.requests = self.unchanged = 0
        self.before_request = lambda: None

    def answered_here(self, target):
        """A whole answer for a target that is not the rig's tonight, else None."""
        target = urllib.parse.unquote(target)
        if target in self.failing:
            return b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 12\r\nConnection: close\r\n\r\nout of order"
        if target in self.gone:
            head = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n" % len(NOT_FOUND)
            return head.encode() + b"Connection: close\r\n\r\n" + NOT_FOUND
        return None

    def serve(self, visitor, port):
        """One connection: one request, and the answer to its end."""
        with visitor:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = visitor.recv(65_536)
                if not piece or len(head) > LONGEST_HEAD:
                    return
                head += piece
            self.requests += 1
            self.before_request()
            if self.down:
                return
            lines = head.split(b"\r\n\r\n")[0].split(b"\r\n")
            answer = self.answered_here(lines[0].split(b" ")[1].decode("latin-1"))
            if answer:
                visitor.sendall(answer)
                return
            kept = [line for line in lines if not line.lower().startswith(b"connection:")]
            with socket.create_connection((BACK.decode(), port), timeout=60) as rig:
                rig.sendall(b"\r\n".join(kept + [b"Connection: close", b"", b""]).replace(FRONT, BACK))
                self.pass_on(rig, visitor)

    def pass_on(self, rig, visitor):
        held = b""
        is_first = True
        try:
            while piece := rig.recv(65_536):
                if is_first:
                    self.unchanged += piece.startswith(b"HTTP/1.1 304")
                    is_first = False
                held = (held + piece).replace(BACK, FRONT)
                # The beginning of an address may stand at the end of a piece.
                keep = next((n for n in range(len(BACK) - 1, 0, -1) if held.endswith(BACK[:n])), 0)
                visitor.sendall(held[: len(held) - keep])
                held = held[len(held) - keep :]
            visitor.sendall(held)
        except ConnectionResetError:
            # The rig breaks some connections off: so does the front.
            visitor.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        except OSError:
            pass  # a visitor that was killed or had enough


@contextlib.contextmanager
def standing_before(port):
    """A front for the rig on this port, while the block runs."""
    front = Front()
    listener = socket.create_server((FRONT.decode(), port), backlog=256)

    def serve(visitor):
        with contextlib.suppress(OSError):
            front.serve(visitor, port)

    def accept():
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield front
    finally:
        listener.close()
