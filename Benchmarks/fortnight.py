#!/usr/bin/env python3
"""A simulated fortnight: the built program watches a small town on loopback through the turn of the fiscal year.

    Benchmarks/fortnight.py .build/release/oitcheck > Benchmarks/fortnight.txt

Each night prints what happened on the site, what `oitcheck night` printed, what arrived at the webhook (its signature
checked), and why something was or was not sent. Exits with 1 where what was sent is not what the rule says. Needs only
Python's standard library; everything is on loopback; each run is ended after five minutes.
"""

import datetime
import hashlib
import hmac
import http.server
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading

import small_town

FIRST = datetime.date(2023, 9, 24)
KEY = "a key for the rehearsal"
PLAN = "/files/acp-2566-2570.pdf"
ETHICS = "/ethics/drive"


class Webhook:
    """Takes messages; `deaf` answers 503. Remembers what came with a right signature."""

    def __init__(self):
        self.deaf, self.taken, self.wrong = False, [], 0
        hook = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if hook.deaf:
                    self.send_response(503)
                else:
                    hook.take(self.headers, body)
                    self.send_response(204)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = "http://127.0.0.1:%d/hook" % self.server.server_port

    def take(self, fields, body):
        signed = fields.get("X-Oitcheck-Timestamp", "").encode() + b"." + body
        right = "sha256=" + hmac.new(KEY.encode(), signed, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(fields.get("X-Oitcheck-Signature", ""), right):
            self.wrong += 1
            return
        self.taken.append(json.loads(body))


class Night:
    """One night of the plan: what is done to the site, which kinds of news must arrive, and why."""

    def __init__(self, happens, sent, why, act=lambda town, hook: None, kill=None):
        self.happens, self.sent, self.why, self.act, self.kill = happens, sent, why, act, kill


def change(**state):
    def act(town, hook):
        for name, value in state.items():
            setattr(hook if name == "deaf" else town, name, value)

    return act


NIGHTS = [
    Night("the watch begins", [], "the first night is the baseline: gaps that are there already are no news"),
    Night("the anti-corruption plan (%s) is taken off the site" % PLAN, [],
          "one night may be a fault of the moment: two of three nights must agree", change(gone={PLAN})),
    Night("it is still gone", ["new-gaps"], "two of the last three nights agree: told once"),
    Night("it is still gone, and the page on ethics (%s) answers 500 for this night" % ETHICS, [],
          "what was told is not told again; the second fault is one night old", change(failing={ETHICS})),
    Night("both are back", [], "a recovery is told once it has held for three nights", change(gone=set(), failing=set())),
    Night("nothing", [], "the second good night"),
    Night("nothing; the last day of fiscal year 2566", ["recovered"], "the third good night: told once"),
    Night("fiscal year 2567 begins; the site is as it was", ["judged-differently"],
          "the last three nights are judged again for the new year: what differs only by that is one calm line, no alarm"),
    Night("the run gets SIGTERM in the middle of its recording, and is started again", [],
          "a run that was cut short is not kept and tells nothing; the second goes on with its recording", kill=signal.SIGTERM),
    Night("the run is killed (kill -9) in the middle of its recording, and is started again", [],
          "as above: nothing is lost, nothing is told twice", kill=signal.SIGKILL),
    Night("the server gives no answer", [], "nothing could be judged; one night is no outage", change(down=True)),
    Night("still no answer", [], "the second silent night"),
    Night("still no answer, and the webhook does not work either", [],
          "three silent nights are told, but nobody takes the message: it waits in the outbox", change(deaf=True)),
    Night("everything answers again", ["outage"],
          "the message of the night before is delivered; the end of an outage is told after two nights",
          change(down=False, deaf=False)),
    Night("nothing", ["outage-ended"], "the second night with an answer: told once"),
]  # fmt: skip


def configure(folder, site, hook):
    (folder / "key").write_text(KEY + "\n")
    os.chmod(folder / "key", 0o600)
    (folder / "oitcheck.yml").write_text(
        "town:\n  key: nongsai\n  name: เทศบาลตำบลหนองทรายสมมุติ\n  url: %s\n  notify: [clerk]\n"
        "  crawl: {delay: 0, ownSite: true}\n"
        "targets:\n  - {name: clerk, language: en, webhook: {url: '%s', secret: {file: key}}}\n"
        "alarms: {reminderDays: []}\nlanguage: en\ndataFolder: data\n" % (site, hook.url)
    )


def run(program, folder, day, town, kill=None):
    """One start of the program; with `kill`, ended by that signal in the middle of its requests."""
    command = [program, "night", "--config", str(folder / "oitcheck.yml"), "--as-of", day.isoformat()]
    process = subprocess.Popen(command, cwd=small_town.PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if kill:
        until = town.requests + 40

        def disturb():
            if town.requests >= until and process.poll() is None:
                town.before_request = lambda: None
                process.send_signal(kill)

        town.before_request = disturb
    output, errors = process.communicate(timeout=300)
    town.before_request = lambda: None
    return process.returncode, output.decode(), errors.decode()


def shown(text, folder):
    return [line.replace(str(folder) + "/", "") for line in text.splitlines()]


def kinds(message):
    return [part["kind"] for part in message["message"]["parts"]]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    town, hook = small_town.Town(), Webhook()
    faults = 0
    with tempfile.TemporaryDirectory(prefix="oitcheck-fortnight-") as name, small_town.served(town) as site:
        folder = pathlib.Path(name)
        configure(folder, site, hook)
        for number, night in enumerate(NIGHTS):
            day = FIRST + datetime.timedelta(days=number)
            night.act(town, hook)
            print("\n%s  night %d: %s" % (day.isoformat(), number + 1, night.happens))
            before = len(hook.taken)
            town.requests = town.unchanged = 0
            starts = ([night.kill] if night.kill else []) + [None]
            for kill in starts:
                code, output, errors = run(program, folder, day, town, kill)
                print("  oitcheck night -> %d" % code)
                for line in shown(output, folder) + shown(errors, folder):
                    print("    | " + line.replace(site, "http://town/"))
            print("  requests %d, answered 304: %d" % (town.requests, town.unchanged))
            arrived = hook.taken[before:]
            for message in arrived:
                print("  SENT to the webhook: " + message["subject"])
                for line in message["body"].splitlines()[2:]:
                    print("    > " + line.replace(site, "http://town/"))
            if not arrived:
                print("  nothing sent")
            print("  why: " + night.why)
            if [kind for message in arrived for kind in kinds(message)] != night.sent:
                faults += 1
                print("  NOT AS EXPECTED: %s" % night.sent)
            sys.stdout.flush()
    print("\n%d nights, %d messages, %d with a wrong signature, %d nights not as expected"
          % (len(NIGHTS), len(hook.taken), hook.wrong, faults))  # fmt: skip
    return 1 if faults or hook.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
