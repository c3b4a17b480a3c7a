#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Whether the tests would notice: makes small wrong changes to the sources (mutate.py), builds each and runs the suites that matter
(the table `suites`) until one fails.

usage: run.py BUILD [--files GLOB…] [--count N] [--minutes N] [--seed N] [--jobs N] [--write docs/reliability.md]

--minutes begins no mutant later than that: those judged are as mixed as all, so the score of an evening is a score.

A mutant is killed when a suite fails or does not end, survives when all pass, is void when it does not compile or makes the same
machine code. Those that change nothing anybody can see are listed with the reason in the table `equivalent`.
"""
import argparse
import collections
import concurrent.futures
import glob
import os
import pathlib
import queue
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time

from mutate import mutants_of

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
LONGEST = 90  # seconds of the processor that a process of a suite may have: an endless loop is noticed, a busy machine does not count
WAITED = 300  # seconds until a suite that waits for something is taken to wait for ever
SURVIVED, KILLED, VOID, EQUIVALENT = "survived", "killed", "void", "equivalent"


def rows(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def suites_of(path, table=rows("suites")):
    return next(suites.split() for start, suites in table if path.startswith(start))


def key(mutant, source):
    return (mutant.path, " => ".join(mutant.shown(source)))


def choose(files, count, seed):
    """As many mutants of each rule as of any other, so far as there are."""
    by_rule = collections.defaultdict(list)
    for path in files:
        source = (ROOT / path).read_text(encoding="utf-8")
        for mutant in mutants_of(path, source):
            by_rule[mutant.rule].append((mutant, source))
    order = random.Random(seed)
    for found in by_rule.values():
        order.shuffle(found)
    chosen = []
    while len(chosen) < count and any(by_rule.values()):
        for rule in sorted(by_rule):
            if by_rule[rule] and len(chosen) < count:
                chosen.append(by_rule[rule].pop())
    return chosen


def limit_processor():
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))


class Tree:
    """A copy of the checkout, in which one mutant at a time is built and tried."""

    def __init__(self, build, number):
        self.path = build / "mutants" / str(number)
        self.said = build / f"mutants/{number}.said"
        shutil.rmtree(self.path, ignore_errors=True)
        shutil.copytree(ROOT, self.path, symlinks=True, ignore=lambda folder, names: [
            name for name in names if name in (".git", "out") or pathlib.Path(folder, name) == build])
        (self.path / "build").mkdir()
        (self.path / "build/node").symlink_to(build / "node")
        self.code, self.proved, self.unfit = {}, set(), set()
        if not self.make():
            sys.exit(f"the sources do not build: see `make` in {self.path}")

    def run(self, words):
        environment = {**os.environ, "DEPS": "skip", "ASAN_OPTIONS": "hard_rss_limit_mb=2500:detect_leaks=1"}
        environment.pop("SEED", None)  # which mutants are chosen is no matter of the suites
        with open(self.said, "wb") as said:
            process = subprocess.Popen(words, cwd=self.path, env=environment, start_new_session=True, stdout=said, stderr=said,
                                       preexec_fn=limit_processor)
        try:
            return process.wait(timeout=WAITED)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return None

    def make(self):
        return self.run(["make", "-s", "DEV=1", "WARN=-w", "build/presale", "build/presale-sanitized"]) == 0

    def fails(self, suite):
        """Twice: what fails once may have been disturbed by what else runs on the machine."""
        words = ["env", f"ONLY={suite}", "sh", "tests/run.sh", "build"]
        return self.run(words) != 0 and self.run(words) != 0

    def prove(self, suite):
        """A suite that fails anyway would kill everything. Asked when it has killed for the first time."""
        if suite not in self.proved and (not self.make() or self.fails(suite)):
            print(f"the suite {suite} fails without a mutant, so it is left out, in {self.path}; it says:\n{self.said.read_text()}",
                  flush=True)
            self.unfit.add(suite)
        self.proved.add(suite)
        return suite not in self.unfit

    def object(self, path, kind="sanitized"):
        return self.path / "build" / kind / path.replace(".c", ".o")

    def stripped(self, path):
        """The machine code of a file without what says where it came from."""
        made = self.path / "build/code"
        subprocess.run(["objcopy", "--strip-debug", self.object(path), made], check=True)
        return made.read_bytes()

    def judge(self, mutant, source):
        """What became of a mutant, and who noticed."""
        path, killer = self.path / mutant.path, None
        if mutant.path not in self.code:
            self.code[mutant.path] = self.stripped(mutant.path)
        path.write_text(mutant.apply(source), encoding="utf-8")
        try:
            if not self.make() or self.stripped(mutant.path) == self.code[mutant.path]:
                return VOID, ""
            killer = next((suite for suite in suites_of(mutant.path) if suite not in self.unfit and self.fails(suite)), None)
        finally:
            path.write_text(source, encoding="utf-8")
            self.object(mutant.path).unlink(missing_ok=True)
            self.object(mutant.path, "release").unlink(missing_ok=True)
        if not killer:
            return SURVIVED, ""
        return (KILLED, killer) if self.prove(killer) else self.judge(mutant, source)


def judge_all(trees, chosen, known, minutes):
    """Those begun within the minutes, as they are judged."""
    free, end = queue.SimpleQueue(), time.monotonic() + 60 * minutes
    for tree in trees:
        free.put(tree)

    def judge(pair):
        if key(*pair) in known:
            return pair, EQUIVALENT, known[key(*pair)]
        tree = free.get()
        try:
            if time.monotonic() > end:
                return None
            return (pair, *tree.judge(*pair))
        finally:
            free.put(tree)

    with concurrent.futures.ThreadPoolExecutor(len(trees)) as pool:
        for future in concurrent.futures.as_completed([pool.submit(judge, pair) for pair in chosen]):
            if future.result():
                yield future.result()


def table(counts):
    lines = ["| folder | killed | survived | equivalent | of those that matter |", "| --- | ---: | ---: | ---: | ---: |"]
    for folder in sorted(counts):
        killed, survived, equivalent = (counts[folder][fate] for fate in (KILLED, SURVIVED, EQUIVALENT))
        share = f"{100 * killed // (killed + survived)} %" if killed + survived else "–"
        lines.append(f"| `{folder}/` | {killed} | {survived} | {equivalent} | {share} |")
    return "\n".join(lines)


def write(path, text):
    """Between the marks in a document."""
    page = pathlib.Path(path).read_text(encoding="utf-8")
    begin, end = "<!-- mutants -->\n", "<!-- end of mutants -->"
    if begin not in page or end not in page:
        sys.exit(f"{path} has no place for the table: {begin.strip()} … {end.strip()}")
    pathlib.Path(path).write_text(re.sub(f"(?s){begin}.*{end}", lambda _: begin + text + "\n" + end, page), encoding="utf-8")


def main():
    options = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--files", nargs="+", default=["src/*/*.c", "src/*/*/*.c"])
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--minutes", type=float, default=float("inf"))
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=os.cpu_count())
    options.add_argument("--write")
    args = options.parse_args()
    files = sorted({path for pattern in args.files for path in glob.glob(pattern, root_dir=ROOT)})
    known = {(path, change): reason for path, change, reason in rows("equivalent")}
    chosen = choose(files, args.count, args.seed)
    trees = [Tree(args.build.resolve(), number) for number in range(args.jobs)]
    counts, failed = collections.defaultdict(collections.Counter), []
    for (mutant, source), fate, why in judge_all(trees, chosen, known, args.minutes):
        before, after = mutant.shown(source)
        counts[os.path.dirname(mutant.path)][fate] += 1
        counts["all"][fate] += 1
        if fate != VOID:
            print(f"{fate}\t{mutant.path}:{mutant.line(source)}\t{mutant.rule}\t{why}\n\t{before}\n\t{after}", flush=True)
    print(table(counts))
    if any(tree.unfit for tree in trees):
        sys.exit("some suites were left out: the score is of the others")
    if args.write:
        write(args.write, table(counts))


if __name__ == "__main__":
    main()
