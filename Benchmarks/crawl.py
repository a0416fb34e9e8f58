#!/usr/bin/env python3
"""Our crawler beside wget, wget2, Scrapy and linkchecker, on one synthetic site, in one run; tables on standard output.

    Benchmarks/crawl.py .build/release/oitcheck [--parts compare,polite,memory,order] [--pages 2000] [--seconds 240]

The peers, each left out with a word where it is not installed:

    apt-get install wget wget2
    python3 -m venv peers && peers/bin/pip install scrapy linkchecker && PATH=$PWD/peers/bin:$PATH Benchmarks/crawl.py ...

compare  2,000 pages, scenario 0, no Crawl-delay: speed, CPU, memory, requests to 50/80/95 % of the items, traps, manners
polite   200 pages served with Crawl-delay 1: every gap must be a second or more
memory   20,000 pages, exhaustive: memory as the crawl goes on
order    scenarios --scenarios: requests to 50/80/95 % of the items, ours against wget's (breadth-first)

The machine's load changes the seconds, hardly the CPU: compare CPU figures of one run. "own" is the crawler's process;
"all" adds the programs it started (ours converts PDF and scans, which no peer does). Needs the rig (../shared or
$OITCHECK_SHARED) and Python's standard library; loopback only; each crawler is ended after --seconds.
"""

import argparse
import collections
import dataclasses
import math
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import site_rig

RULES = site_rig.PROJECT / "Rules"
TICKS = os.sysconf("SC_CLK_TCK")

SPIDER = '''
import scrapy
from scrapy.linkextractors import LinkExtractor


class Town(scrapy.Spider):
    name = "town"
    allowed_domains = ["127.0.0.1"]
    links = LinkExtractor(canonicalize=True, deny_extensions=[], tags=("a", "area", "iframe", "frame"), attrs=("href", "src"))
    custom_settings = dict(
        ROBOTSTXT_OBEY=True, CONCURRENT_REQUESTS=16, CONCURRENT_REQUESTS_PER_DOMAIN=16, DOWNLOAD_DELAY=0,
        DEPTH_PRIORITY=1, SCHEDULER_DISK_QUEUE="scrapy.squeues.PickleFifoDiskQueue",
        SCHEDULER_MEMORY_QUEUE="scrapy.squeues.FifoMemoryQueue", DEPTH_LIMIT=12, DOWNLOAD_TIMEOUT=10, RETRY_TIMES=1,
        DOWNLOAD_MAXSIZE=50000000, LOG_LEVEL="ERROR", TELNETCONSOLE_ENABLED=False, COOKIES_ENABLED=True,
    )

    def start_requests(self):
        yield scrapy.Request(self.start_url)

    async def start(self):
        yield scrapy.Request(self.start_url)

    def parse(self, response):
        if isinstance(response, scrapy.http.HtmlResponse):
            for link in self.links.extract_links(response):
                yield scrapy.Request(link.url, self.parse)
'''

LINKCHECKER_SETTINGS = "[checking]\nthreads=10\nmaxrequestspersecond=1000\ntimeout=10\n[output]\nlog=none\n"


@dataclasses.dataclass
class Crawler:
    """A program under test: what it is called in the table and how it is started in an empty folder."""

    name: str
    command: list


@dataclasses.dataclass
class Run:
    """What one crawl cost, seen from outside, and what the server's log says of it."""

    seconds: float
    own_cpu: float
    all_cpu: float
    peak_mb: float
    ended: str
    memory: list  # (requests so far, resident MB)
    score: dict

    @property
    def pages(self):
        """Addresses of the site that were answered with a page or document; traps count, repetitions do not."""
        return self.score["distinct_urls"]


def crawlers(program, url, folder, pages):
    """Ours and the peers that are installed."""
    ours = [program, "record", url, "snapshot", "--delay", "0", "--rules", str(RULES), "--quiet"]
    whole = ["--exhaustive", "--max-pages", str(pages * 2)]
    wget = ["wget", "-r", "-l", "inf", "-q", "--tries=1", "--timeout=10", "--warc-file=site", "--warc-tempdir=."]
    told = "--reject-regex=calendar|/info.php|/cctv/|/files/big|/err/"
    (folder / "spider.py").write_text(SPIDER)
    (folder / "linkchecker.ini").write_text(LINKCHECKER_SETTINGS)
    everybody = [
        Crawler("oitcheck", ours),
        Crawler("oitcheck --exhaustive", ours + whole),
        Crawler("wget --warc-file", wget + [url]),
        Crawler("wget, told of the traps", wget + [told, url]),
        Crawler("wget2", ["wget2", "-r", "-l", "inf", "-q", "--tries=1", "--timeout=10", "--max-threads=4", url]),
        Crawler("Scrapy, tuned", ["scrapy", "runspider", str(folder / "spider.py"), "-a", "start_url=" + url]),
        Crawler("linkchecker", ["linkchecker", "-f", str(folder / "linkchecker.ini"), "-q", url]),
    ]
    for crawler in everybody:
        if shutil.which(crawler.command[0]):
            yield crawler
        else:
            print("%s is not installed: left out" % crawler.command[0], file=sys.stderr)


def process_figures(pid):
    """CPU seconds of a process, of what it started and has ended, its resident and peak memory in MB."""
    fields = pathlib.Path("/proc/%d/stat" % pid).read_text().rpartition(")")[2].split()
    own, children = int(fields[11]) + int(fields[12]), int(fields[13]) + int(fields[14])
    status = pathlib.Path("/proc/%d/status" % pid).read_text()
    memory = dict(line.split(":", 1) for line in status.splitlines() if line.startswith(("VmHWM", "VmRSS")))
    megabytes = {name: int(text.split()[0]) / 1024 for name, text in memory.items()}
    return own / TICKS, children / TICKS, megabytes.get("VmRSS", 0), megabytes.get("VmHWM", 0)


def crawl(crawler, server, folder, seconds, sampling=None, crawl_delay=1):
    """Runs one crawler to its end, or to the end of its time; memory every `sampling` seconds where wanted."""
    place = pathlib.Path(tempfile.mkdtemp(dir=folder))
    server.begin_log(place / "access.tsv")
    start = time.monotonic()
    with open(place / "errors.txt", "w") as errors:
        child = subprocess.Popen(
            crawler.command, cwd=place, stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True
        )
    own = children = peak = 0
    memory, next_sample, ended = [], start, "itself"
    while True:
        # Waited for without being reaped, so that the last figures can still be read.
        if os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is not None:
            break
        own, children, resident, high = process_figures(child.pid)
        peak = max(peak, high)
        now = time.monotonic()
        if sampling and now >= next_sample:
            memory.append((server.requests(), resident))
            next_sample = now + sampling
        if now - start > seconds:
            ended = "cut at %d s" % seconds
            os.killpg(child.pid, signal.SIGINT if now - start < seconds + 10 else signal.SIGKILL)
            time.sleep(1)
        time.sleep(0.05)
    duration = time.monotonic() - start
    own, children = process_figures(child.pid)[:2]
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    own = max(own, usage.ru_utime + usage.ru_stime - children)
    if child.returncode not in (0, 1, 2, 3, 8) and ended == "itself":
        ended = "exit %d" % child.returncode
    time.sleep(1)
    score = server.score(crawl_delay=crawl_delay)["log"]
    shutil.rmtree(place)
    return Run(duration, own, own + children, peak, ended, memory, score)


# ------------------------------------------------------------------ tables


def table(head, rows):
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for cells in rows:
        print("| " + " | ".join(map(str, cells)) + " |")
    print(flush=True)


def told(number):
    return "–" if number is None else str(number)


def compare(options, folder):
    site = site_rig.generate(folder / "site", options.pages, 0)
    runs = {}
    with site_rig.served(site, folder / "access.tsv") as server:
        for crawler in crawlers(options.program, server.url, folder, options.pages):
            runs[crawler.name] = crawl(crawler, server, folder, options.seconds)
            print("%s: %.0f s" % (crawler.name, runs[crawler.name].seconds), file=sys.stderr)
    print("## One site of %d pages, scenario 0\n" % options.pages)
    head = ["crawler", "requests", "addresses", "pages/s", "CPU ms/page own", "all", "peak MB", "ended by"]
    table(head, [
        [name, run.score["requests"], run.pages, "%.1f" % (run.pages / run.seconds), "%.2f" % (run.own_cpu * 1e3 / run.pages),
         "%.2f" % (run.all_cpu * 1e3 / run.pages), "%.0f" % run.peak_mb, run.ended]
        for name, run in runs.items() if run.pages
    ])  # fmt: skip
    head = ["crawler", "items", "requests to 50/80/95 %", "HTML", "PDF", "robots violations", "off-site", "most into one trap", "traps"]
    rows = []
    for name, run in runs.items():
        score = run.score
        traps = collections.Counter(score["traps"])
        rows.append([
            name, "%d of %d" % (score["items_evidence_fetched"], score["items_evidence_fetchable"]),
            "/".join(map(told, score["requests_to_50_80_95pct_items"])), "%d of %d" % (score["html_reached"], score["html_linked"]),
            "%d of %d" % (score["pdf_reached"], score["pdf_total"]), score["robots_violations"], score["offsite"],
            max(traps.values(), default=0), " ".join("%s %d" % (kind[5:], count) for kind, count in traps.most_common()),
        ])  # fmt: skip
    table(head, rows)
    ratios(runs)


def ratios(runs):
    """Our CPU against the peers', pages with pages."""
    ours = runs["oitcheck --exhaustive"]
    own, whole = ours.own_cpu / ours.pages, ours.all_cpu / ours.pages
    rows = []
    for name, run in runs.items():
        if name.startswith("oitcheck") or not run.pages:
            continue
        theirs = run.all_cpu / run.pages
        goal = "≤ 3 times" if name == "wget --warc-file" else "≤ 1/7 (0.14) times" if name.startswith("Scrapy") else ""
        rows.append([name, "%.2f" % (own / theirs), "%.2f" % (whole / theirs), goal])
    table(["our CPU a page, in times of", "own process", "with converters", "goal"], rows)


def polite(options, folder):
    site = site_rig.generate(folder / "site", 200, 0)
    with site_rig.served(site, folder / "access.tsv", crawl_delay=1) as server:
        command = [options.program, "record", server.url, "snapshot", "--delay", "0", "--max-pages", "150"]
        command += ["--exhaustive", "--rules", str(RULES), "--quiet"]
        run = crawl(Crawler("oitcheck", command), server, folder, max(options.seconds, 240))
    spacing = run.score["spacing_s"]
    print("## Crawl-delay 1, 200 pages\n")
    head = ["requests", "shortest gap s", "median s", "gaps under 1 s", "robots violations", "goal"]
    cells = [run.score["requests"], "%.3f" % spacing["min"], "%.3f" % spacing["p50"], spacing["under_crawl_delay"]]
    table(head, [cells + [run.score["robots_violations"], "none under 1 s"]])


def memory(options, folder):
    pages = 20_000
    site = site_rig.generate(folder / "site", pages, 0)
    with site_rig.served(site, folder / "access.tsv") as server:
        command = [options.program, "record", server.url, "snapshot", "--delay", "0", "--exhaustive"]
        command += ["--max-pages", "40000", "--max-time", "%ds" % options.memory_seconds]
        command += ["--rules", str(RULES), "--quiet"]
        crawler = Crawler("oitcheck", command)
        run = crawl(crawler, server, folder, options.memory_seconds + 60, sampling=1)
    print("## %d pages, exhaustive\n" % pages)
    rows = []
    for wanted in (500, 1_000, 2_000, 5_000, 10_000, 15_000, 20_000):
        reached = [sample for sample in run.memory if sample[0] >= wanted]
        if reached:
            rows.append([wanted, "%.0f" % reached[0][1]])
    table(["requests", "resident MB"], rows)
    cells = [run.score["requests"], "%.0f" % run.seconds, "%.2f" % (run.own_cpu * 1e3 / run.pages), "%.0f" % run.peak_mb]
    table(["requests", "seconds", "CPU ms/page own", "peak MB", "goal"], [cells + ["≤ 120 MB, flat from 10,000"]])


def order(options, folder):
    first, _, last = options.scenarios.partition("-")
    rows, pairs = [], {}
    for scenario in range(int(first), int(last or first) + 1):
        site = site_rig.generate(folder / ("site-%d" % scenario), options.pages, scenario)
        with site_rig.served(site, folder / "access.tsv") as server:
            by_name = {each.name: each for each in crawlers(options.program, server.url, folder, options.pages)}
            ours, wget = [
                crawl(by_name[name], server, folder, options.seconds) for name in ("oitcheck", "wget, told of the traps")
            ]
        shutil.rmtree(site)
        reached = [run.score["requests_to_50_80_95pct_items"] for run in (ours, wget)]
        items = "%d of %d" % (ours.score["items_evidence_fetched"], ours.score["items_evidence_fetchable"])
        cells = ["/".join(map(told, requests)) for requests in reached]
        rows.append([scenario, *cells, items, ours.score["requests"], ours.score["robots_violations"]])
        print("scenario %d: %s beside %s" % (scenario, *cells), file=sys.stderr)
        if scenario:
            pairs[scenario] = reached
    drawn = "%d-%d" % (min(pairs), max(pairs)) if pairs else ""
    for name, measure in (("median", statistics.median), ("mean", statistics.fmean), ("worst", max)):
        if pairs:
            rows.append(["%s of %s" % (name, drawn), *summary(pairs.values(), measure), "", "", ""])
    print("## Requests to 50/80/95 %% of the items, scenarios %s of %d pages\n" % (options.scenarios, options.pages))
    table(["scenario", "oitcheck", "wget (breadth-first)", "items found", "requests in all", "robots violations"], rows)
    if pairs:
        both = [reached for reached in pairs.values() if reached[0][2] and reached[1][2]]
        ours, wget = [sum(reached[each][2] for reached in both) for each in (0, 1)]
        print("To 95 %%, over the %d scenarios where both got there in %d s: %.2f of breadth-first; goal ≤ 0.5.\n" % (
            len(both), options.seconds, ours / max(1, wget)))  # fmt: skip


def summary(reached, measure):
    """One measure over all scenarios, ours and wget's: a share that was never reached counts as endless."""
    for each in (0, 1):
        columns = zip(*[[math.inf if number is None else number for number in both[each]] for both in reached])
        yield "/".join("never" if math.isinf(figure) else "%.0f" % figure for figure in map(measure, columns))


def version_of(program):
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60).stdout
    return (answer.strip().splitlines() or [""])[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the release binary")
    parser.add_argument("--parts", default="compare,polite,memory,order")
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--scenarios", default="0-10", help="of the part order")
    parser.add_argument("--seconds", type=int, default=240, help="at most, for each crawler")
    parser.add_argument("--memory-seconds", type=int, default=900, help="at most, for the 20,000 pages")
    options = parser.parse_args()
    options.program = str(pathlib.Path(options.program).resolve())
    parts = dict(compare=compare, polite=polite, memory=memory, order=order)
    wanted = options.parts.split(",")
    if not set(wanted) <= set(parts):
        parser.error("--parts takes %s" % ", ".join(parts))
    if not site_rig.is_present():
        sys.exit("the measuring rig is not there: put it beside the checkout or name it in OITCHECK_SHARED")
    print("# Crawlers on the rig\n")
    print("%d cores, load %.1f %.1f %.1f" % (os.cpu_count(), *os.getloadavg()))
    names = [options.program] + [name for name in ("wget", "wget2", "linkchecker") if shutil.which(name)]
    print("; ".join(version_of(name) for name in names) + "\n")
    for part in wanted:
        with tempfile.TemporaryDirectory() as folder:
            parts[part](options, pathlib.Path(folder))


if __name__ == "__main__":
    main()
