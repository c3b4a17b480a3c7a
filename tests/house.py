#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""house.py BUILD [--write PAGE]: prints the figures of the source as it is now, the last column of the tables «Before and after» of
docs/architecture.md, or writes them into the page. BUILD has the program and its sanitized twin."""
import collections
import glob
import importlib.machinery
import importlib.util
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.abspath(sys.argv[1])
WIDE = 100


def suite(name):
    """A suite as a module: it runs nothing by being read."""
    loader = importlib.machinery.SourceFileLoader(name, os.path.join(ROOT, "tests", "suites", name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


os.environ.update(ROOT=ROOT, BUILD=BUILD)
layers = suite("layers")


def room(path):
    return layers.folder_of(path.removeprefix("src/"))


def count(number):
    return f"{number:,}"


def lines_by_room():
    lines, files = collections.Counter(), collections.Counter()
    for path in layers.sources():
        if path.endswith((".c", ".h")):
            lines[room(path)] += layers.text_of(path).count("\n")
            files[room(path)] += 1
    return lines, files


def compiled_again():
    """Sources that a new row of fields.def has compiled again, and all."""
    rules = glob.glob(f"{BUILD}/release/src/**/*.d", recursive=True)
    known = {path for path in layers.sources() if path.endswith(".c")}
    texts = {}
    for path in rules:
        source = os.path.relpath(path, f"{BUILD}/release")[:-1] + "c"
        if source in known:
            with open(path, encoding="utf-8") as file:
                texts[source] = file.read()
    assert len(texts) == len(known), "build the program first"
    return sum("src/model/fields.def" in text for text in texts.values()), len(texts)


def wide(ending):
    rows = [(path, line) for path in layers.sources() if path.endswith(ending) for line in layers.text_of(path).split("\n")
            if len(line.expandtabs(8)) > WIDE]
    return len(rows), {path for path, _ in rows}


def figures():
    """The cells of the first table, by the name of their row; and the lines of each room."""
    lines, files = lines_by_room()
    largest, amount = lines.most_common(1)[0]
    lengths = sorted(length for _, _, length, _ in layers.functions())
    again, sources = compiled_again()
    tables, places = wide(".def")
    typed = {fault.split(":")[0] for fault in layers.fields(frozenset()) if "field's type" in fault}
    return {
        "largest folder": f"`{largest}`: {files[largest]} files, {count(amount)} lines, {amount * 100 // sum(lines.values())} %",
        "folders of sources": count(len(lines)),
        "groups of files that need one another in a circle, by `nm`": count(len(layers.cycles())),
        "includes from a lower floor to a higher one": count(len(layers.folders())),
        "lines of a function: median, 90th percentile, 99th, longest":
            ", ".join(str(lengths[min(len(lengths) * part // 100, len(lengths) - 1)]) for part in (50, 90, 99, 100)),
        "files that ask for a field's type": count(len(typed)),
        "structs and enums that share a name with another": count(len(layers.tags())),
        "lines wider than 100 columns: sources, tables": f"{count(wide(('.c', '.h'))[0])}, {count(tables)}"
                                                         + (", all of them rows of fields" if places == {"src/model/fields.def"} else ""),
        "sources compiled again for it": f"{again} of {sources}",
    }, lines


def with_cells(page, now):
    """The page with the last cell of each row of the first table as it is now; every row has to be there."""
    for name, cell in now.items():
        row = re.compile(rf"^(\| {re.escape(name)}(?:, by the floors of today)? \|.*\|)[^|\n]*\|$", re.M)
        if not row.search(page):
            sys.exit(f"no row for {name}")
        page = row.sub(lambda found, cell=cell: f"{found.group(1)} {cell} |", page, count=1)
    return page


def with_rooms(page, lines):
    """The page with the table of rooms in the order of the floors: those that are gone keep what they were."""
    rows = re.compile(r"(?<=\n\| --- \| --- \| --- \| --- \|\n)(?:\| `[\w/]+` \|.*\n)+(?=\| all \|)")
    table = rows.search(page)
    known = dict(re.findall(r"^\| `([\w/]+)` \|(.*)\|[^|\n]*\|$", table.group(), re.M))
    order = sorted({*known, *lines}, key=lambda name: (layers.RANK.get(name, -1), name))
    rooms = "".join(f"| `{name}` |{known.get(name, '  |  ')}| {count(lines[name]) if name in lines else ''} |\n" for name in order)
    return page[:table.start()] + rooms + page[table.end():]


def written(page, first, lines):
    start, end = page.index("## Before and after"), page.index("## Tests")
    part = with_rooms(with_cells(page[start:end], first | {"all": count(sum(lines.values()))}), lines)
    return re.sub(r"\d+ of \d+(?= sources are\s+compiled again)", first["sources compiled again for it"], page[:start]) + part + page[end:]


def main():
    first, lines = figures()
    if sys.argv[2:3] != ["--write"]:
        for name, cell in [*first.items(), *sorted(lines.items())]:
            print(f"| {name} | {cell} |")
        return
    with open(sys.argv[3], encoding="utf-8") as file:
        page = file.read()
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        file.write(written(page, first, lines))


main()
