#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Measures presale beside the least its libraries could take and what a user would write instead: run.py BUILD [--quick]
[--write docs/benchmarks.md]. Quick is one round of each instead of several, where the machine has other work.

Whole processes, in turn (A B C A B C …) so that a machine that slows down slows them all, medians of wall time, processor time and peak
memory from the system's own accounting. Nothing here fails: it reports.
"""
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SIZES = {10: 15, 100: 7, 1000: 3, 2000: 3, 4000: 3, 10000: 3}
EACH = 1000  # stages up to which every output is built alone
STARTS = 100
SMALL = "examples/draft/process.yaml"
DOUBLED = 1000, 2000, 4000  # a rule that is quadratic would show here
STREAMED = {"html": 5, "svg": 4, "bpmn": 4, "mindmap": 4}  # how much memory each may take to what is added to its source
EXAMPLE = "examples/presale"
SAVES, LOST = 15, 60  # seconds after which a save counts as lost
MANY = 2000
OUTPUTS = "md", "xlsx", "mm"
SAME, LESS = ", the same outputs", ", less"


class Run:
    def __init__(self, build):
        self.build = pathlib.Path(build).resolve()
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=self.build))
        self.presale = str(self.build / "presale")
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "NODE_PATH": str(self.build / "node/node_modules")}
        self.inputs = {}
        self.figures = {}
        self.instructions = {}  # by size: of loading, of a check, of the floor
        self.quick = "--quick" in sys.argv

    def compile(self, name, libraries):
        program = self.scratch / name
        subprocess.run(["gcc", "-O2", "-w", "-I", str(ROOT / "src"), "-o", program, str(ROOT / "tests/bench" / (name + ".c")), *libraries],
                       check=True)
        return str(program)

    def input(self, size):
        if size not in self.inputs:
            path = self.scratch / f"p{size}.yaml"
            with open(path, "wb") as out:
                subprocess.run([sys.executable, str(ROOT / "tests/bench/generate.py"), str(size)], stdout=out, check=True)
            self.inputs[size] = path
        return str(self.inputs[size])

    def cells(self, size):
        """The cells of our workbook, for libraries to write again, and our other outputs."""
        folder, path = self.scratch / f"cells{size}", self.scratch / f"cells{size}.txt"
        subprocess.run([self.presale, "build", "--no-check", "-t", ",".join(OUTPUTS), "-o", folder, self.input(size)],
                       stdout=subprocess.DEVNULL, env=self.environment, check=True)
        with open(path, "wb") as out:
            subprocess.run([sys.executable, str(ROOT / "tests/bench/cells.py"), str(next(folder.glob("*.xlsx")))], stdout=out, check=True)
        return str(path), [str(text) for text in sorted(folder.glob("*.m*"))]

    def once(self, command):
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in ((0, 1) if self.presale in command else (0,)):  # 1: findings
            sys.exit(f"status {process.returncode}: {' '.join(command)}")
        return time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

    def compare(self, size, commands, rounds):
        taken = {name: [] for name in commands}
        for turn in range(1 if self.quick else rounds + 1):
            for name, command in commands.items():
                figures = self.once(command)
                if turn or self.quick:  # the first is a warm-up
                    taken[name].append(figures)
        for name, figures in taken.items():
            self.note(size, name, tuple(statistics.median(column) for column in zip(*figures)))

    def note(self, size, name, figures):
        self.figures[size, name] = figures
        print(f"{size:6} {name:28} " + "{:8.4f} s wall {:8.4f} s cpu {:8.1f} MiB".format(*figures), flush=True)

    def commands(self, size, floors):
        source, out = self.input(size), str(self.scratch / "out")
        commands = {"libyaml and a copy": [floors["floor_yaml"], source],
                    "presale check": [self.presale, "check", source]}
        cells, texts = self.cells(size)
        (self.scratch / "bytes").mkdir(exist_ok=True)
        for kind in ("rich", "plain"):
            commands[f"libxlsxwriter, {kind} texts"] = [floors["floor_xlsx"], kind, cells, str(self.scratch / "floor.xlsx")]
        commands["the bytes of md and mm"] = ["cp", *texts, str(self.scratch / "bytes")]
        for kind in OUTPUTS:
            commands["presale build " + kind] = [self.presale, "build", "-t", kind, "-o", out, source]
        commands["presale build md,xlsx,mm"] = [self.presale, "build", "-t", ",".join(OUTPUTS), "-o", out, source]
        commands["the same on one core"] = ["taskset", "-c", "0", *commands["presale build md,xlsx,mm"]]
        if size <= EACH:
            for kind in self.outputs():
                if kind not in OUTPUTS:
                    commands["presale build " + kind] = [self.presale, "build", "-t", kind, "-o", out, source]
            commands["presale build all"] = [self.presale, "build", "-t", "all", "-o", out, source]
        elif size in DOUBLED:
            for kind in STREAMED:
                commands["presale build " + kind] = [self.presale, "build", "-t", kind, "-o", out, source]
        for name, (program, suffix) in {"Python": (sys.executable, "py"), "Node.js": ("node", "js")}.items():
            peer, same = (str(ROOT / f"tests/bench/{kind}.{suffix}") for kind in ("peer", "same"))
            commands[name + SAME] = [program, same, source, cells, str(self.scratch / name), *texts]
            commands[name + LESS] = [program, peer, source, str(self.scratch / name)]
        return commands

    def best(self, size, kind):
        """The faster of the peers that do the same, or less."""
        return min((name + kind for name in ("Python", "Node.js")), key=lambda name: self.figures[size, name][0])

    def ratio_of_sizes(self, size, other, name):
        return self.figures[size, name][1] / self.figures[other, name][1]

    def outputs(self):
        """The names of all outputs, from their table."""
        rows = re.findall(r'^EMITTER\((\w+)|^NAMED_EMITTER\(\w+, "([\w-]+)"', (ROOT / "src/emit/emitters.def").read_text(), re.MULTILINE)
        return [one or other for one, other in rows]

    def starts(self):
        """The small example beside an empty program, as size 0."""
        empty = self.scratch / "empty"
        subprocess.run(["gcc", "-O2", "-x", "c", "-o", empty, "-"], input=b"int main(void) { return 0; }", check=True)
        starter, small, out = self.compile("start", []), str(ROOT / SMALL), str(self.scratch / "small")
        commands = {"empty program in C": [str(empty)], "presale --version": [self.presale, "--version"],
                    "presale check": [self.presale, "check", small],
                    "presale build all": [self.presale, "build", "-t", "all", "-o", out, small],
                    EXAMPLE + ", plain build": [self.presale, "build", "-o", out, str(ROOT / EXAMPLE / "process.yaml")]}
        words = [word for command in commands.values() for word in ("--", *command)][1:]
        os.sync()  # what was compiled just before would be written meanwhile
        medians = subprocess.run([starter, str(STARTS), *words], stdout=subprocess.PIPE, env=self.environment, text=True, check=True).stdout
        for name, line in zip(commands, medians.splitlines()):
            self.note(0, name, tuple(map(float, line.split())))

    def watched(self):
        """From a save of the example to its finished page, as size 0. A draft of it: what is signed may not change."""
        folder, out = self.scratch / "watched", self.scratch / "watched/out"
        shutil.copytree(ROOT / EXAMPLE, folder)
        source, taken = folder / "process.yaml", []
        text = source.read_text(encoding="utf-8").replace("статус: утверждён", "статус: черновик")
        source.write_text(text, encoding="utf-8")
        watch = subprocess.Popen([self.presale, "build", "--watch", "-t", "html", "-o", str(out), str(source)],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment)
        try:
            pages, before = [], None
            while not pages:
                time.sleep(0.05)
                pages = list(out.glob("*.html"))
            for turn in range(SAVES):
                time.sleep(0.3)
                before = pages[0].stat().st_ino
                (folder / "saved").write_text(re.sub(r"версия: \S+", f"версия: {turn}.0", text, count=1), encoding="utf-8")
                started = time.monotonic()
                os.replace(folder / "saved", source)
                while pages[0].stat().st_ino == before:
                    if time.monotonic() - started > LOST:
                        sys.exit("no page came of a save")
                    time.sleep(0.0002)
                taken.append(time.monotonic() - started)
        finally:
            watch.terminate()
            watch.wait()
        self.note(0, "save to page", (statistics.median(taken), 0, 0))

    def many(self):
        """A check of many small files in one call, on all cores and on one, as size 0."""
        folder = self.scratch / "many"
        folder.mkdir()
        for number in range(MANY):
            (folder / f"p{number}.yaml").write_bytes((ROOT / SMALL).read_bytes())
        files = [str(path) for path in sorted(folder.glob("*.yaml"))]
        commands = {f"{MANY:,} files": [self.presale, "check", *files],
                    f"{MANY:,} files on one core": ["taskset", "-c", "0", self.presale, "check", *files]}
        self.compare(0, commands, 5)

    def count(self, program, *words):
        """Instructions in all, and of loading a model."""
        profile = str(self.scratch / "callgrind")
        subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=" + profile, program, *words],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment, check=False)  # 1: findings
        said = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", profile], stdout=subprocess.PIPE, text=True,
                              check=True).stdout
        counts = [re.search(r"([\d,]+) .*" + what, said) for what in ("PROGRAM TOTALS", "load_model")]
        return [int(found[1].replace(",", "")) if found else 0 for found in counts]

    def count_all(self, floor):
        for size in DOUBLED:
            whole, loading = self.count(self.presale, "check", self.input(size))
            self.instructions[size] = loading, whole, self.count(floor, self.input(size))[0]
            print(f"{size:6} instructions", *self.instructions[size], flush=True)

    def megabytes(self, size):
        return self.inputs[size].stat().st_size / 2**20

    def ratio(self, size, name, other, column=0):
        return self.figures[size, name][column] / self.figures[size, other][column]


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((line.split(":")[1].strip() for line in info if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    linux, libc = platform.release().split("-")[0], " ".join(platform.libc_ver())
    return f"{model}, {os.cpu_count()} cores in use, {memory:.0f} GiB, Linux {linux}, {libc}"


def table(run):
    lines = ["| stages | what | wall, s | processor, s | peak, MiB | to libyaml and a copy | to the best peer |",
             "| --: | --- | --: | --: | --: | --: | --: |"]
    for (size, name), (wall, cpu, peak) in run.figures.items():
        if not size:
            continue
        peer = run.best(size, SAME)
        lines.append(f"| {size} | {name} | {wall:.4f} | {cpu:.4f} | {peak:.1f} | {run.ratio(size, name, 'libyaml and a copy', 1):.2f} "
                     f"| {run.ratio(size, name, peer):.3f} |")
    return lines


def counted(run):
    lines = ["Counts do not depend on what else the machine does. Of `valgrind --tool=callgrind`, in millions:", "",
             "| stages | loading (`load_model`) | `presale check` | libyaml and a copy | loading to it | a check to it |",
             "| --: | --: | --: | --: | --: | --: |"]
    for size, (loading, whole, floor) in run.instructions.items():
        lines.append(f"| {size:,} | {loading / 1e6:,.0f} | {whole / 1e6:,.0f} | {floor / 1e6:,.0f} | {loading / floor:.2f} | "
                     f"{whole / floor:.2f} |")
    return lines


def growth(run):
    lines = ["| processor time | 1,000 → 2,000 stages | 2,000 → 4,000 |", "| --- | --: | --: |"]
    for name in ("libyaml and a copy", "presale check", "presale build md,xlsx,mm"):
        first, second, third = (run.figures[size, name][1] for size in DOUBLED)
        lines.append(f"| {name} | × {second / first:.2f} | × {third / second:.2f} |")
    return lines


def started(run):
    lines = [f"`{SMALL}`, medians of {STARTS} runs:", "", "| what | wall, ms | above the empty program, ms | processor, ms |",
             "| --- | --: | --: | --: |"]
    empty = run.figures[0, "empty program in C"][0]
    for (size, name), (wall, cpu, _) in run.figures.items():
        if not size and cpu:
            lines.append(f"| {name} | {wall * 1e3:.2f} | {(wall - empty) * 1e3:.2f} | {cpu * 1e3:.2f} |")
    return lines


def goals(run):
    """Yields what is aimed at, the limit and the figure, both as numbers of which less is better."""
    big = max(SIZES)
    both = "presale build md,xlsx,mm"
    for size, times in ((10, 12), (100, 8), (1000, 6), (big, 4)):
        best = run.best(size, SAME)
        yield f"md, xlsx, mm at {size:,} stages to the best peer, {best}", 1 / times, run.ratio(size, both, best)
    for size in (1000, big):
        yield f"check at {size:,} stages to libyaml and a copy, time", 1.5, run.ratio(size, "presale check", "libyaml and a copy", 1)
    yield "everything at 1,000 stages, s", 1, run.figures[1000, "presale build all"][0]
    for name, kind in (("check", "presale check"), ("md, xlsx, mm", both)):
        yield f"memory of {name} at {big:,} stages to the input", 3, run.figures[big, kind][2] / run.megabytes(big)
    low, high = DOUBLED[1:]
    for kind, most in STREAMED.items():
        name = "presale build " + kind
        yield f"memory of {kind} to the input, from {low:,} to {high:,} stages", most, \
            (run.figures[high, name][2] - run.figures[low, name][2]) / (run.megabytes(high) - run.megabytes(low))
    yield "save to page with --watch, " + EXAMPLE + ", ms", 20, run.figures[0, "save to page"][0] * 1e3
    yield "check of the small example above an empty program, ms", 1, \
        (run.figures[0, "presale check"][0] - run.figures[0, "empty program in C"][0]) * 1e3
    yield "plain build of " + EXAMPLE + ", ms", 20, run.figures[0, EXAMPLE + ", plain build"][0] * 1e3
    yield f"{MANY:,} small files in one call, all cores to one", 0.6, \
        run.figures[0, f"{MANY:,} files"][0] / run.figures[0, f"{MANY:,} files on one core"][0]
    for name in ("presale check", both, *("presale build " + kind for kind in STREAMED)):
        for before, after in zip(DOUBLED, DOUBLED[1:]):
            yield f"{name}, {before:,} to {after:,} stages, times", 2.2, run.ratio_of_sizes(after, before, name)


# Where the time goes when a target is missed, by the words it begins with: said beside it then. docs/benchmarks.md has the profiles.
REASONS = {
    "md, xlsx, mm": "the workbook, half of it the library's: rows that are printed into files, and deflate",
    "check": "the floor stays within the caches; a model is built, walked and kept, and every text folded and cut into words",
    "everything": "documents for Word, the workbook and their deflate are the half of it",
    "memory of check": "the model, the source and the places of all that is in it",
    "memory of": "what the picture is laid out in stands beside the model until it is written",
    "save": "a look 10 ms after the last event, and a build from nothing",
    "plain build": "loading libxlsxwriter, which brings in libcrypto, takes 5 ms of it, and the workbook is what the others wait for",
    "2,000": "one thread reads the files",
    "presale": "a busy machine",
}


def reason(goal):
    words = re.sub(r" at [\d,]+ stages", "", goal)
    return next(text for beginning, text in REASONS.items() if words.startswith(beginning))


def lesser(run):
    """Beside whom a user may put us as well: who does less."""
    sizes = [size for size in (10, 100, 1000, max(SIZES)) if (size, "presale check") in run.figures]
    ahead = (f"{1 / run.ratio(size, 'presale build md,xlsx,mm', run.best(size, LESS)):.1f} times at {size:,} stages "
             f"({run.best(size, LESS)})"
             for size in sizes)
    return ["", "Ahead of the best of those who do less: " + ", ".join(ahead) + "."]


def judged(run):
    lines = ["| target | at most | measured | |", "| --- | --: | --: | --- |"]
    for goal, limit, figure in goals(run):
        verdict = "met" if figure <= limit else f"missed by {(figure / limit - 1) * 100:.0f} %: {reason(goal)}"
        lines.append(f"| {goal} | {limit:.3g} | {figure:.3g} | {verdict} |")
    return lines + lesser(run)


def write(run, path):
    text = path.read_text(encoding="utf-8")
    head, _, rest = text.partition("<!-- figures -->")
    tail = rest.partition("<!-- end of figures -->")[2]
    body = [f"Measured on {machine()}.", "", "### Targets", "", *judged(run), "", "### Start", "", *started(run), "", "### By size", "",
            *table(run), "", "### Instructions", "", *counted(run), "", "### Growth", "", *growth(run)]
    path.write_text(head + "<!-- figures -->\n\n" + "\n".join(body) + "\n\n<!-- end of figures -->" + tail, encoding="utf-8")


def main():
    run = Run(sys.argv[1])
    try:
        floors = {"floor_yaml": run.compile("floor_yaml", ["-lyaml"]), "floor_xlsx": run.compile("floor_xlsx", ["-lxlsxwriter"])}
        run.starts()
        run.watched()
        run.many()
        run.count_all(floors["floor_yaml"])
        for size, rounds in SIZES.items():
            run.compare(size, run.commands(size, floors), rounds)
        if "--write" in sys.argv:
            write(run, pathlib.Path(sys.argv[sys.argv.index("--write") + 1]))
        else:
            print("\n".join(judged(run) + started(run) + table(run) + counted(run) + growth(run)))
    finally:
        shutil.rmtree(run.scratch)


main()
