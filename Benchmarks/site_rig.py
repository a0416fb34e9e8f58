"""The measuring rig of ../shared (or $OITCHECK_SHARED): generates synthetic sites, serves them on loopback, scores."""

import contextlib
import json
import os
import pathlib
import socket
import subprocess
import sys
import urllib.request

PROJECT = pathlib.Path(__file__).resolve().parent.parent


def shared_folder():
    """The shared material, or None where it is not beside the checkout."""
    named = os.environ.get("OITCHECK_SHARED")
    folder = pathlib.Path(named) if named else PROJECT.parent / "shared"
    return folder if folder.is_dir() else None


def is_present():
    folder = shared_folder()
    return folder is not None and (folder / "rig" / "rig.py").is_file()


def _call(*words, **options):
    """The rig's program with some arguments; it leaves no compiled files beside itself."""
    command = [sys.executable, "-B", str(shared_folder() / "rig" / "rig.py"), *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options)


def _answer(*words, timeout):
    process = _call(*words)
    try:
        text, _ = process.communicate(timeout=timeout)
    finally:
        if process.poll() is None:
            process.kill()
    if process.returncode != 0:
        raise RuntimeError("rig.py %s ended with %d" % (words[0], process.returncode))
    return text


def generate(folder, pages, scenario):
    """Writes the site of a scenario; the same arguments give the same site."""
    _answer("generate", "--pages", pages, "--scenario", scenario, "--dir", folder, timeout=600)
    return folder


def score(folder, log=None, report=None, crawl_delay=1):
    """The rig's measures of an access log (`log`), of a report.json (`report`), or of both."""
    words = ["score", "--dir", folder, "--json", "--crawl-delay", crawl_delay]
    words += ["--log", log] if log else []
    words += ["--report", report] if report else []
    return json.loads(_answer(*words, timeout=300))


def _free_port():
    """A port free together with the next one, which the rig takes for its control."""
    first = os.getpid() % 500  # runs side by side begin their search apart
    for port in (8900 + 2 * ((first + step) % 500) for step in range(500)):
        with contextlib.ExitStack() as stack:
            try:
                wanted = [("127.0.0.1", port), ("127.0.0.1", port + 1), ("127.0.0.2", port)]
                for address in wanted + [("127.0.0.3", port), ("127.0.0.3", port + 1)]:
                    probe = stack.enter_context(socket.socket())
                    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                    probe.bind(address)
            except OSError:
                continue
            return port
    raise RuntimeError("no free port on loopback")


class Server:
    """A generated site being served; its access log can be begun anew for each visitor."""

    def __init__(self, folder, port, log, host="127.0.0.1"):
        self.folder, self.port, self.log, self.host = folder, port, log, host
        self.url = "http://%s:%d/" % (host, port)

    def control(self, request):
        with urllib.request.urlopen("http://%s:%d/%s" % (self.host, self.port + 1, request), timeout=30) as answer:
            return json.load(answer)

    def begin_log(self, log):
        """Starts an empty access log for the next visitor."""
        self.control("reset?log=%s" % log)
        self.log = log

    def requests(self):
        """How many requests came since the log was begun."""
        return self.control("stats")["requests"]

    def score(self, report=None, crawl_delay=1):
        self.control("stats")  # writes out what the log still holds back
        return score(self.folder, self.log, report, crawl_delay)


@contextlib.contextmanager
def served(folder, log, crawl_delay=0, host="127.0.0.1", options=()):
    """Serves a site on loopback while the block runs; ends the server it started, and only that."""
    port = _free_port()
    process = _call("serve", "--dir", folder, "--host", host, "--port", port, "--log", log,
                    "--crawl-delay", crawl_delay, *options, stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        if not process.stdout.readline().startswith("serving"):
            raise RuntimeError("the rig did not start to serve %s" % folder)
        yield Server(folder, port, log, host)
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
