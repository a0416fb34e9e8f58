#!/usr/bin/env python3
"""How right the rules are: on labelled lists of link texts, and on whole sites of the measuring rig.

    Benchmarks/accuracy.py .build/release/oitcheck [LIST.jsonl ...]     (what `make accuracy [LIST=...]` runs)

Writes Benchmarks/accuracy.txt (own list, ../shared/data/labelled-links.jsonl where present, the lists given; rows are
named by their ids, never by their texts) and Benchmarks/accuracy-sites.txt (rig scenarios 1-10, where the rig is present).
Python's standard library only; loopback only; every program it starts is bounded in time.
"""

import pathlib
import statistics
import subprocess
import sys
import tempfile

import site_rig

HERE = pathlib.Path(__file__).resolve().parent
OWN_LIST = HERE.parent / "Tests/AuditCoreTests/Fixtures/titles.jsonl"
SCENARIOS = range(1, 11)
PAGES = 200
AS_OF = "2023-06-15"
AUDIT_SECONDS = 300

# Column, measure of the rig's score, what must be reached.
MEASURES = [
    ("exact", lambda score: score["accuracy"], "≥ 0.93"),
    ("gap precision", lambda score: score["gap"]["precision"], "≥ 0.95"),
    ("gap recall", lambda score: score["gap"]["recall"], "≥ 0.95"),
    ("evidence hit", lambda score: score["evidence_hit_rate"], "≥ 0.97"),
    ("unknown", lambda score: score["unknown_rate"], "≤ 0.12"),
    ("missing elements named", lambda score: score["missing_elements_named"], "≥ 0.85"),
]


def measure_lists(program, given):
    """The accuracy tables of all lists there are."""
    shared = site_rig.shared_folder()
    lists = [OWN_LIST] + ([shared / "data/labelled-links.jsonl"] if shared else []) + given
    present = [str(path) for path in lists if path.is_file()]
    command = [program, "rules", "accuracy", *present, "--rules", str(HERE.parent / "Rules")]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout


def audit_scenario(program, scenario, folder):
    """The rig's score of one audit; None where the audit gave no report in time."""
    site = site_rig.generate(folder / "site", PAGES, scenario)
    output = folder / "audit"
    with site_rig.served(site, folder / "access.tsv") as server:
        command = [
            program, "audit", server.url, "--delay", "0", "--as-of", AS_OF, "--output", str(output),
            "--rules", str(HERE.parent / "Rules"), "--format", "json", "--quiet",
        ]  # fmt: skip
        try:
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=AUDIT_SECONDS)
        except subprocess.TimeoutExpired:
            return None
        report = output / "report.json"
        return server.score(report) if report.is_file() else None


def row(cells):
    return "| " + " | ".join(cells) + " |"


def shown(value):
    return "–" if value is None else "%.3f" % value


def measure_sites(program):
    """The table of all scenarios, and the items judged otherwise than the truth."""
    names = [name for name, _, _ in MEASURES]
    lines = [
        "# Whole sites: rig scenarios %d-%d, %d pages, --as-of %s --delay 0" % (SCENARIOS[0], SCENARIOS[-1], PAGES, AS_OF),
        "",
        row(["scenario", *names, "requests"]),
        row(["---"] + ["---:"] * (len(names) + 1)),
    ]
    scores, differing = [], []
    for scenario in SCENARIOS:
        with tempfile.TemporaryDirectory() as folder:
            result = audit_scenario(program, scenario, pathlib.Path(folder))
        print("scenario %d of %d" % (scenario, SCENARIOS[-1]), file=sys.stderr)
        if result is None:
            lines.append(row([str(scenario)] + ["no report"] * len(names) + [""]))
            continue
        score = result["report"]
        scores.append(score)
        figures = [shown(measure(score)) for _, measure, _ in MEASURES]
        lines.append(row([str(scenario), *figures, str(result["log"]["requests"])]))
        differing += [(scenario, item) for item in score["per_item"] if not item["exact"] or item["evidence"] is False]
    means = []
    for _, measure, _ in MEASURES:
        values = [value for value in map(measure, scores) if value is not None]
        means.append(shown(statistics.fmean(values)) if values else "–")
    lines += [row(["mean", *means, ""]), row(["goal", *[goal for _, _, goal in MEASURES], ""])]
    lines += ["", "Judged otherwise than the truth, or on other evidence:", ""]
    lines += [row(["scenario", "item", "expected", "given", "evidence", "placed", "how", "kind"]), row(["---"] * 8)]
    for scenario, item in differing:
        hit = {True: "hit", False: "other", None: ""}[item["evidence"]]
        lines.append(
            row([str(scenario), item["id"], "/".join(item["expected"]), item["got"], hit, item["via"], item["mode"], item["kind"]])
        )
    return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = str(pathlib.Path(sys.argv[1]).resolve())
    lists = measure_lists(program, [pathlib.Path(name) for name in sys.argv[2:]])
    (HERE / "accuracy.txt").write_text(lists, encoding="utf-8")
    print(lists, end="")
    if not site_rig.is_present():
        print("the measuring rig is not beside this checkout: whole sites were not measured", file=sys.stderr)
        return
    sites = measure_sites(program)
    (HERE / "accuracy-sites.txt").write_text(sites, encoding="utf-8")
    print(sites, end="")


if __name__ == "__main__":
    main()
