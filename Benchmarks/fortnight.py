#!/usr/bin/env python3
"""A simulated fortnight: the built program watches the rig's town through the turn of the fiscal year.

    Benchmarks/fortnight.py .build/release/oitcheck > Benchmarks/fortnight.txt

Scenario 6 of the rig stands behind a front that takes pages away, breaks them and falls silent; after the first night
the town hands in the answer sheet that the program wrote. Each night prints what happened on the site, what
`oitcheck night` printed, what arrived at the webhook (its signature checked), and why something was or was not sent.
Exits with 1 where what was sent is not what the rule says. Needs the rig (../shared or $OITCHECK_SHARED) and Python's
standard library; everything is on loopback; each run is ended after ten minutes.
"""

import contextlib
import csv
import datetime
import hashlib
import hmac
import http.server
import io
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import urllib.parse

import site_front
import site_rig

FIRST = datetime.date(2023, 9, 23)
KEY = "a key for the rehearsal"
PAGES, SCENARIO = 300, 6
# Traps of the rig that only take time, made short.
BRIEFLY = ("--hang-s", 2, "--stream-s", 1, "--slow-ms", 200, "--big-mb", 5)
LOST, FLAPPING, FAILING, UNSHEETED = "O1", "O33", "O28", "O6"


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

    def __init__(self, happens, sent, why, gone=(), failing=(), down=False, deaf=False, without=None, kill=None):
        self.happens, self.sent, self.why, self.kill = happens, sent, why, kill
        self.gone, self.failing, self.down, self.deaf, self.without = gone, failing, down, deaf, without


NIGHTS = [
    Night("the watch begins", [], "the first night is the baseline: gaps that are there already are no news"),
    Night("the town hands in its answers: the sheet is configured", [],
          "the first night of the sheet is its baseline"),
    Night("the page of %s is taken off the site; so is the file of %s" % (LOST, FLAPPING), [],
          "one night may be a fault of the moment: two of three nights must agree", gone=(LOST, FLAPPING)),
    Night("%s is still gone, %s is back" % (LOST, FLAPPING), ["new-gaps", "answers-lost"],
          "two of the last three nights agree about %s: told once, with the declared address that went with it" % LOST,
          gone=(LOST,)),
    Night("%s is still gone, and the page of %s answers 500 for this night" % (LOST, FAILING), [],
          "what was told is not told again; the second fault is one night old", gone=(LOST,), failing=(FAILING,)),
    Night("%s is back; the file of %s is away again" % (LOST, FLAPPING), [],
          "a recovery is told once it has held for three nights; %s was away one night of the last three" % FLAPPING,
          gone=(FLAPPING,)),
    Night("%s is back" % FLAPPING, [], "the second good night of %s" % LOST),
    Night("nothing; the last day of fiscal year 2566", ["recovered", "answers-regained"], "the third good night: told once"),
    Night("fiscal year 2567 begins; the site is as it was", ["judged-differently"],
          "the last three nights are judged again for the new year: what differs only by that is one calm line, no alarm;"
          " the sheet of last year is judged again too, and nothing of it is news"),
    Night("the run gets SIGTERM in the middle of its recording, and is started again", [],
          "a run that was cut short is not kept and tells nothing; the second goes on with its recording",
          kill=signal.SIGTERM),
    Night("somebody takes the row of %s off the sheet; the run is killed (kill -9), and is started again" % UNSHEETED, [],
          "as above: nothing is lost, nothing is told twice; the missing row is one night old",
          without=UNSHEETED, kill=signal.SIGKILL),
    Night("nothing", ["newly-undeclared"], "two nights agree: %s is on the site and on no sheet" % UNSHEETED,
          without=UNSHEETED),
    Night("the server gives no answer", [], "nothing could be judged; one night is no outage", down=True, without=UNSHEETED),
    Night("still no answer", [], "the second silent night", down=True, without=UNSHEETED),
    Night("still no answer, and the webhook does not work either", [],
          "three silent nights are told, but nobody takes the message: it waits in the outbox",
          down=True, deaf=True, without=UNSHEETED),
    Night("everything answers again; the row of %s is back on the sheet" % UNSHEETED, ["outage"],
          "the message of the night before is delivered; the end of an outage is told after two nights"),
    Night("nothing", ["outage-ended"], "the second night with an answer: told once"),
    Night("nothing", ["declared-again"], "the third night with the row on the sheet: told once"),
]  # fmt: skip


def configure(folder, site, hook, has_sheet):
    (folder / "key").write_text(KEY + "\n")
    os.chmod(folder / "key", 0o600)
    (folder / "oitcheck.yml").write_text(
        "town:\n  key: rig\n  name: เทศบาลตำบลสมมุติ\n  url: %s\n  edition: 2566\n  notify: [clerk]\n%s"
        "  crawl: {delay: 0, ownSite: true}\n"
        "targets:\n  - {name: clerk, language: en, webhook: {url: '%s', secret: {file: key}}}\n"
        "alarms: {reminderDays: []}\nlanguage: en\ndataFolder: data\n"
        % (site, "  answers: sheet.csv\n" if has_sheet else "", hook.url)
    )


class Answers:
    """What the program found on the first night: the sheet the town hands in, and where each item stands."""

    def __init__(self, folder):
        night = sorted((folder / "data" / "rig").iterdir())[0]
        self.rows = list(csv.reader(io.StringIO((night / "answers.csv").read_text(encoding="utf-8-sig"))))
        self.places = {}
        for item in json.loads((night / "report.json").read_text())["items"]:
            whole = [proof["url"] for proof in item["evidence"] if not proof["element"]]
            parts = [urllib.parse.urlsplit(url) for url in whole]
            self.places[item["number"]] = {
                urllib.parse.unquote(part.path + ("?" + part.query if part.query else "")) for part in parts
            }

    def hand_in(self, folder, without):
        with open(folder / "sheet.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(row for row in self.rows if row[0] != without)

    def targets(self, items):
        return set().union(*(self.places[item] for item in items))


def run(program, folder, day, front, kill=None):
    """One start of the program; with `kill`, ended by that signal in the middle of its requests."""
    command = [program, "night", "--config", str(folder / "oitcheck.yml"), "--as-of", day.isoformat()]
    process = subprocess.Popen(command, cwd=site_rig.PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if kill:
        until = front.requests + 120

        def disturb():
            if front.requests >= until and process.poll() is None:
                front.before_request = lambda: None
                process.send_signal(kill)

        front.before_request = disturb
    try:
        output, errors = process.communicate(timeout=600)
    finally:
        if process.poll() is None:
            process.kill()
    front.before_request = lambda: None
    return process.returncode, output.decode(), errors.decode()


def shown(text, folder):
    return [line.replace(str(folder) + "/", "") for line in text.splitlines()]


def kinds(message):
    return [part["kind"] for part in message["message"]["parts"]]


def told(program, folder, number, night, front, hook, site):
    """Runs one night and prints it; gives the kinds of news that arrived."""
    day = FIRST + datetime.timedelta(days=number)
    print("\n%s  night %d: %s" % (day.isoformat(), number + 1, night.happens))
    before = len(hook.taken)
    front.requests = front.unchanged = 0
    for kill in ([night.kill] if night.kill else []) + [None]:
        code, output, errors = run(program, folder, day, front, kill)
        print("  oitcheck night -> %d" % code)
        for line in shown(output, folder) + shown(errors, folder):
            print("    | " + line.replace(site, "http://town/"))
    print("  requests %d, answered 304: %d" % (front.requests, front.unchanged))
    arrived = hook.taken[before:]
    for message in arrived:
        print("  SENT to the webhook: " + message["subject"])
        for line in message["body"].splitlines()[2:]:
            print("    > " + line.replace(site, "http://town/"))
    if not arrived:
        print("  nothing sent")
    print("  why: " + night.why)
    return [kind for message in arrived for kind in kinds(message)]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    hook = Webhook()
    faults = 0
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="oitcheck-fortnight-")))
        generated = site_rig.generate(str(folder / "site"), PAGES, SCENARIO)
        rig = stack.enter_context(
            site_rig.served(generated, str(folder / "log.tsv"), host=site_front.BACK.decode(), options=BRIEFLY)
        )
        front = stack.enter_context(site_front.standing_before(rig.port))
        site = "http://%s:%d/" % (site_front.FRONT.decode(), rig.port)
        print("The rig's scenario %d with %d pages, from %s on" % (SCENARIO, PAGES, FIRST.isoformat()))
        answers = None
        for number, night in enumerate(NIGHTS):
            configure(folder, site, hook, has_sheet=answers is not None)
            if answers:
                answers.hand_in(folder, night.without)
                front.gone, front.failing = answers.targets(night.gone), answers.targets(night.failing)
            front.down, hook.deaf = night.down, night.deaf
            if told(program, folder, number, night, front, hook, site) != night.sent:
                faults += 1
                print("  NOT AS EXPECTED: %s" % night.sent)
            sys.stdout.flush()
            answers = answers or Answers(folder)
    print("\n%d nights, %d messages, %d with a wrong signature, %d nights not as expected"
          % (len(NIGHTS), len(hook.taken), hook.wrong, faults))  # fmt: skip
    return 1 if faults or hook.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
