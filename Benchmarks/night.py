#!/usr/bin/env python3
"""What a nightly check of an unchanged site costs beside the first one; a table on standard output.

    Benchmarks/night.py .build/release/oitcheck [--pages 2000] [--nights 4]

The rig's synthetic town (scenario 0) answers 304 to whoever shows its ETag; `oitcheck night` looks at it night after
night, each as of the next day of June 2023. Bytes are those of bodies as received, CPU is that of the program and the
converters it starts, history is the growth of the file with its log. Promised for an unchanged night: at most 5 % of
the bytes, 35 % of the CPU, 200 KB of history. Needs the rig (../shared or $OITCHECK_SHARED); loopback only; each run is
ended after ten minutes. CPU of a debug build says nothing.
"""

import argparse
import datetime
import json
import pathlib
import resource
import subprocess
import sys
import tempfile

import site_rig

FIRST = datetime.date(2023, 6, 15)


def cpu_seconds():
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def size(data):
    return sum(file.stat().st_size for file in data.glob("history.sqlite*") if not file.name.endswith("-shm"))


def measured(program, folder, number):
    """One night: its exit code, CPU seconds, growth of the history, and the manifest of its recording."""
    data = folder / "data"
    before, history = cpu_seconds(), size(data) if data.exists() else 0
    day = FIRST + datetime.timedelta(days=number)
    run = subprocess.run(
        [program, "night", "--config", str(folder / "oitcheck.yml"), "--as-of", day.isoformat(), "--quiet"],
        cwd=site_rig.PROJECT, capture_output=True, timeout=600)  # fmt: skip
    if run.returncode not in (0, 1, 2, 3):
        raise RuntimeError(run.stderr.decode())
    night = sorted((data / "town").iterdir())[-1]
    manifest = json.loads((night / "snapshot" / "manifest.json").read_text())
    return run.returncode, cpu_seconds() - before, size(data) - history, manifest


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("program", type=lambda path: str(pathlib.Path(path).resolve()))
    options.add_argument("--pages", type=int, default=2000)
    options.add_argument("--nights", type=int, default=4)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="oitcheck-night-") as name:
        folder = pathlib.Path(name)
        site = site_rig.generate(str(folder / "site"), chosen.pages, 0)
        with site_rig.served(site, str(folder / "log.tsv")) as server:
            (folder / "oitcheck.yml").write_text(
                "town: {key: town, name: เทศบาลสมมุติ, url: '%s', edition: 2566}\n"
                "crawl: {delay: 0, ownSite: true}\nalarms: {reminderDays: []}\ndataFolder: data\n" % server.url
            )
            print("%d pages\n" % chosen.pages)
            print("night  exit  requests    304  bodies MB  of first  CPU s  of first  recording MB  history KB")
            first = None
            for number in range(chosen.nights):
                code, cpu, growth, manifest = measured(chosen.program, folder, number)
                traffic = manifest["traffic"]
                first = first or (traffic["bodyBytes"], cpu)
                print("%5d  %4d  %8d  %5d  %9.2f  %7.1f%%  %5.1f  %7.0f%%  %12.2f  %10.0f" % (
                    number + 1, code, traffic["requests"], traffic["notModified"], traffic["bodyBytes"] / 1e6,
                    100 * traffic["bodyBytes"] / first[0], cpu, 100 * cpu / first[1],
                    manifest["archive"]["bytes"] / 1e6, growth / 1e3))  # fmt: skip
                sys.stdout.flush()


if __name__ == "__main__":
    main()
