#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Measures presale beside the least its libraries could take and what a user would write instead: run.py BUILD [--write docs/benchmarks.md]

Whole processes, in turn (A B C A B C …) so that a machine that slows down slows them all, medians of wall time, processor time and peak
memory from the system's own accounting. Nothing here fails: it reports.
"""
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SIZES = {10: 15, 100: 9, 1000: 5, 2000: 5, 4000: 3, 10000: 3}
DOUBLED = 1000, 2000, 4000  # a rule that is quadratic would show here
OUTPUTS = "md", "xlsx", "mm"


class Run:
    def __init__(self, build):
        self.build = pathlib.Path(build).resolve()
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=self.build))
        self.presale = str(self.build / "presale")
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "NODE_PATH": str(self.build / "node/node_modules")}
        self.inputs = {}
        self.figures = {}

    def compile(self, name, libraries):
        program = self.scratch / name
        subprocess.run(["gcc", "-O2", "-w", "-I", str(ROOT / "src"), "-o", program, str(ROOT / "tests/bench" / (name + ".c")), *libraries], check=True)
        return str(program)

    def input(self, size):
        if size not in self.inputs:
            path = self.scratch / f"p{size}.yaml"
            with open(path, "wb") as out:
                subprocess.run([sys.executable, str(ROOT / "tests/bench/generate.py"), str(size)], stdout=out, check=True)
            self.inputs[size] = path
        return str(self.inputs[size])

    def cells(self, size):
        """The cells of our workbook, for libxlsxwriter to write again."""
        folder, path = self.scratch / f"cells{size}", self.scratch / f"cells{size}.txt"
        subprocess.run([self.presale, "build", "--no-check", "-t", "xlsx", "-o", folder, self.input(size)], stdout=subprocess.DEVNULL,
                       env=self.environment, check=True)
        with open(path, "wb") as out:
            subprocess.run([sys.executable, str(ROOT / "tests/bench/cells.py"), str(next(folder.glob("*.xlsx")))], stdout=out, check=True)
        return str(path)

    def once(self, command):
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):  # 1: findings
            sys.exit(f"status {process.returncode}: {' '.join(command)}")
        return time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

    def compare(self, size, commands, rounds):
        taken = {name: [] for name in commands}
        for turn in range(rounds + 1):
            for name, command in commands.items():
                figures = self.once(command)
                if turn:  # the first is a warm-up
                    taken[name].append(figures)
        for name, figures in taken.items():
            self.figures[size, name] = tuple(statistics.median(column) for column in zip(*figures))
            print(f"{size:6} {name:28} " + "{:8.4f} s wall {:8.4f} s cpu {:8.1f} MiB".format(*self.figures[size, name]), flush=True)

    def commands(self, size, floors):
        source, out = self.input(size), str(self.scratch / "out")
        commands = {"empty program": ["true"], "libyaml and a copy": [floors["floor_yaml"], source],
                    "presale check": [self.presale, "check", source]}
        cells = self.cells(size)
        for kind in ("rich", "plain"):
            commands[f"libxlsxwriter, {kind} texts"] = [floors["floor_xlsx"], kind, cells, str(self.scratch / "floor.xlsx")]
        for kind in OUTPUTS:
            commands["presale build " + kind] = [self.presale, "build", "-t", kind, "-o", out, source]
        commands["presale build md,xlsx,mm"] = [self.presale, "build", "-t", ",".join(OUTPUTS), "-o", out, source]
        commands["the same on one core"] = ["taskset", "-c", "0", *commands["presale build md,xlsx,mm"]]
        if size <= 1000:
            commands["presale build all"] = [self.presale, "build", "-t", "all", "-o", out, source]
        commands["Python"] = [sys.executable, str(ROOT / "tests/bench/peer.py"), source, str(self.scratch / "python")]
        commands["Node.js"] = ["node", str(ROOT / "tests/bench/peer.js"), source, str(self.scratch / "node")]
        return commands

    def ratio(self, size, name, other, column=0):
        return self.figures[size, name][column] / self.figures[size, other][column]


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((line.split(":")[1].strip() for line in info if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores in use, {memory:.0f} GiB, Linux {platform.release().split('-')[0]}, {platform.libc_ver()[0]} {platform.libc_ver()[1]}"


def table(run):
    lines = ["| stages | what | wall, s | processor, s | peak, MiB | to libyaml and a copy | to the best peer |", "| --: | --- | --: | --: | --: | --: | --: |"]
    for (size, name), (wall, cpu, peak) in run.figures.items():
        peer = min(("Python", "Node.js"), key=lambda other: run.figures[size, other][0])
        lines.append(f"| {size} | {name} | {wall:.4f} | {cpu:.4f} | {peak:.1f} | {run.ratio(size, name, 'libyaml and a copy', 1):.2f} "
                     f"| {run.ratio(size, name, peer):.3f} |")
    return lines


def growth(run):
    lines = ["| processor time | 1,000 → 2,000 stages | 2,000 → 4,000 |", "| --- | --: | --: |"]
    for name in ("libyaml and a copy", "presale check", "presale build md,xlsx,mm"):
        first, second, third = (run.figures[size, name][1] for size in DOUBLED)
        lines.append(f"| {name} | × {second / first:.2f} | × {third / second:.2f} |")
    return lines


def write(run, path):
    text = path.read_text(encoding="utf-8")
    head, _, rest = text.partition("<!-- figures -->")
    tail = rest.partition("<!-- end of figures -->")[2]
    body = [f"Measured on {machine()}.", "", *table(run), "", *growth(run)]
    path.write_text(head + "<!-- figures -->\n\n" + "\n".join(body) + "\n\n<!-- end of figures -->" + tail, encoding="utf-8")


def main():
    run = Run(sys.argv[1])
    try:
        floors = {"floor_yaml": run.compile("floor_yaml", ["-lyaml"]), "floor_xlsx": run.compile("floor_xlsx", ["-lxlsxwriter"])}
        for size, rounds in SIZES.items():
            run.compare(size, run.commands(size, floors), rounds)
        if "--write" in sys.argv:
            write(run, pathlib.Path(sys.argv[sys.argv.index("--write") + 1]))
        else:
            print("\n".join(table(run) + growth(run)))
    finally:
        shutil.rmtree(run.scratch)


main()
