#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What a user would write in Python instead: peer.py PROCESS.YAML FOLDER

PyYAML's C loader; Markdown, a Freeplane map and a workbook of the same sheets and rows through XlsxWriter in its constant memory mode,
formatted as a user would. It still does less than presale does (no checks, no references, no names of roles coloured within prose, no
notes, no verification of what was written), so the comparison leans its way.
"""
import os
import sys
from xml.sax.saxutils import quoteattr

import xlsxwriter
import yaml


def texts(value):
    return [str(item) if not isinstance(item, dict) else ": ".join(str(v) for v in item.values())
            for item in (value if isinstance(value, list) else [value] if value is not None else [])]


def markdown(process, out):
    out.write(f"# {process['process']['name']}\n\n")
    for number, stage in enumerate(process["stages"], 1):
        out.write(f"- [{number}. {stage['name']}](#{stage['id']})\n")
    for number, stage in enumerate(process["stages"], 1):
        out.write(f"\n## {number}. {stage['name']}\n\n{stage['description']}\n\n")
        for key in ("goal", "deadline", "responsible", "consulted", "result", "criteria", "recommendations", "problems"):
            out.write(f"**{key}**: {'; '.join(texts(stage.get(key)))}\n\n")
        for at, step in enumerate(stage["steps"], 1):
            out.write(f"{at}. **{step['name']}** ({step['role']}, {step['deadline']}) {step.get('description', '')}. {step['result']}\n")
    out.write("\n## Roles\n")
    for role in process["roles"].values():
        out.write(f"\n### {role['name']}\n\n" + "".join(f"- {duty}\n" for duty in texts(role.get("duties"))))
    out.write("\n## Glossary\n\n")
    for term, definition in sorted(process["glossary"].items()):
        out.write(f"- **{term}**: {definition}\n")


def freeplane(process, out):
    out.write('<map version="freeplane 1.6.0">\n<node TEXT=%s FOLDED="false">\n' % quoteattr(process["process"]["name"]))
    for stage in process["stages"]:
        out.write(f'<node TEXT={quoteattr(stage["name"])} ID="ID_{stage["id"]}" FOLDED="true">\n')
        for key in ("responsible", "result", "criteria", "recommendations", "problems", "deadline"):
            for text in texts(stage.get(key)):
                out.write(f"<node TEXT={quoteattr(text)}/>\n")
        for step in stage["steps"]:
            out.write(f'<node TEXT={quoteattr(step["name"])}><node TEXT={quoteattr(step["role"])}/></node>\n')
        out.write("</node>\n")
    out.write("</node>\n</map>\n")


COLORS = ["#1565C0", "#C62828", "#29702D", "#6A1B9A", "#00695C", "#AD1457", "#283593", "#696012", "#9C4A00", "#37474F"]


def hours(text):
    """The most that a time says: 3h, 1d..4d."""
    last = str(text).split("..")[-1]
    return int(last[:-1]) * (8 if last.endswith("d") else 1)


class Book:
    """Sheets alike: heads, widths, bands, borders, heights that show the whole text, panes, filter, print setup."""

    def __init__(self, path, roles):
        self.book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_urls": False})
        cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#CBD5E1", "font_name": "Arial", "font_size": 10,
                "indent": 1}
        self.head = self.book.add_format({**cell, "bold": True, "font_color": "#FFFFFF", "bg_color": "#22304A", "valign": "vcenter"})
        self.bands = [self.book.add_format({**cell, "bg_color": "#F5F8FC"}), self.book.add_format(cell)]
        self.names = [self.book.add_format({**cell, "bold": True, "bg_color": "#F5F8FC"}), self.book.add_format({**cell, "bold": True})]
        self.colored = {role: self.book.add_format({"font_name": "Arial", "font_size": 10, "font_color": COLORS[at % len(COLORS)]})
                        for at, role in enumerate(roles)}

    def sheet(self, name, columns, rows, choices=None):
        page = self.book.add_worksheet(name)
        page.freeze_panes(1, 1)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        for at, (title, width) in enumerate(columns):
            page.set_column(at, at, width, self.bands[1])
            page.write_string(0, at, title, self.head)
        count = 0
        for count, row in enumerate(rows, 1):
            self.row(page, count, row, columns)
        page.autofilter(0, 0, count, len(columns) - 1)
        for at, source in (choices or {}).items():
            page.data_validation(1, at, count + 200, at, {"validate": "list", "source": source, "error_type": "warning"})

    def row(self, page, at, row, columns):
        band = at % 2
        plain = ["".join(part for part in cell if isinstance(part, str)) if isinstance(cell, list) else str(cell) for cell in row]
        page.set_row(at, max(sum(1 + int(len(line) * 1.1 / width) for line in text.split("\n"))
                             for text, (_, width) in zip(plain, columns)) * 12.75 + 4.5)
        for column, cell in enumerate(row):
            form = self.bands[band] if column else self.names[band]
            if cell == "":
                page.write_blank(at, column, None, form)
            elif isinstance(cell, (int, float)):
                page.write_number(at, column, cell, form)
            elif isinstance(cell, tuple):
                page.write_url(at, column, cell[0], form, cell[1])
            elif isinstance(cell, list) and len(cell) > 2:
                page.write_rich_string(at, column, *cell, form)
            else:
                page.write_string(at, column, plain[column], form)


def step_list(stage, roles, book):
    """The steps of a stage in one cell, the names of roles in their colours."""
    parts = []
    for number, step in enumerate(stage["steps"], 1):
        lead = f"{number}. {step['name']} – "
        parts += [("\n" if parts else "") + lead, book.colored[step["role"]], roles[step["role"]]["name"], f", {step['deadline']}"]
    return parts


def stage_rows(process, book):
    roles = process["roles"]
    for stage in process["stages"]:
        names = "\n".join(roles[role]["name"] for role in stage["responsible"])
        yield [stage["name"], stage["description"], hours(stage["deadline"]) / 8, stage["goal"], names, step_list(stage, roles, book),
               stage["result"], "\n".join("• " + text for text in texts(stage["criteria"])), "\n".join(texts(stage["recommendations"])),
               "\n".join(f"{key}: {text}" for key, text in stage["variants"].items()), roles[stage["consulted"]]["name"],
               "\n".join(texts(stage["problems"])), stage["id"]]


def step_rows(process):
    for number, stage in enumerate(process["stages"], 1):
        yield [(f"internal:'Stages'!A{number + 1}", stage["name"]), str(number), "", "", "", "", stage["deadline"], stage["result"],
               stage["id"]]
        before = ""
        for at, step in enumerate(stage["steps"], 1):
            own = f"{number}.{at} {step['name']}"
            yield [stage["name"], f"{number}.{at}", before, step["name"], step.get("description", ""),
                   process["roles"][step["role"]]["name"],
                   step["deadline"], step["result"], f"{stage['id']}/{at}"]
            before = own


def matrix_rows(process):
    for number, stage in enumerate(process["stages"], 1):
        yield [f"{number}. {stage['name']}"] + ["A" if role in stage["responsible"] else "C" if role == stage["consulted"] else ""
                                                for role in process["roles"]]
        for at, step in enumerate(stage["steps"], 1):
            yield [f"{number}.{at} {step['name']}"] + ["R" if role == step["role"] else "" for role in process["roles"]]


def schedule_rows(process):
    start = 0
    for number, stage in enumerate(process["stages"], 1):
        end = start + hours(stage["deadline"])
        yield [stage["name"], str(number), start / 8, end / 8, (end - start) / 8, "critical"]
        at = start
        for index, step in enumerate(stage["steps"], 1):
            yield [step["name"], f"{number}.{index}", at / 8, (at + hours(step["deadline"])) / 8, hours(step["deadline"]) / 8, ""]
            at += hours(step["deadline"])
        start = end


def handover_rows(process):
    given = {}
    for stage in process["stages"]:
        for one, other in zip(stage["steps"], stage["steps"][1:]):
            if one["role"] != other["role"]:
                given.setdefault((one["role"], other["role"]), []).append(one["result"])
    for (one, other), results in sorted(given.items()):
        yield [process["roles"][one]["name"], process["roles"][other]["name"], len(results), "\n".join(results[:30])]


def workbook(process, path):
    roles = process["roles"]
    book = Book(path, roles)
    names = "='Roles'!$A$2:$A$%d" % (len(roles) + 1)
    book.sheet("Process", [("field", 24), ("value", 80)], ([key, str(value)] for key, value in process["process"].items()))
    book.sheet("Stages", [(title, width) for title, width in zip(
        ("name", "description", "deadline, days", "goal", "responsible", "steps", "result", "criteria", "recommendations", "variants",
         "consulted", "problems", "id"), (34, 30, 9, 24, 24, 42, 24, 30, 30, 30, 18, 30, 14))], stage_rows(process, book), {4: names})
    book.sheet("Roles", [("name", 30), ("duties", 60), ("deadline control", 40)],
               ([role["name"], "\n".join("• " + duty for duty in role["duties"]), role["deadline_control"]] for role in roles.values()))
    book.sheet("Glossary", [("letter", 8), ("term", 24), ("definition", 60)],
               ([term[0], term, text] for term, text in sorted(process["glossary"].items())))
    book.sheet("Steps", [("stage", 30), ("number", 7), ("after", 24), ("name", 32), ("description", 30), ("role", 24), ("deadline", 11),
                         ("result", 30), ("id", 18)], step_rows(process), {5: names})
    book.sheet("Responsibility", [("what", 50)] + [(role["name"], 9) for role in roles.values()], matrix_rows(process))
    book.sheet("Handover", [("from", 24), ("to", 24), ("times", 9), ("what", 60)], handover_rows(process))
    book.sheet("Schedule", [("what", 50), ("number", 8), ("start, day", 10), ("end, day", 10), ("days", 8), ("path", 12)],
               schedule_rows(process))
    book.book.close()


def main():
    with open(sys.argv[1], encoding="utf-8") as source:
        process = yaml.load(source, Loader=yaml.CSafeLoader)
    os.makedirs(sys.argv[2], exist_ok=True)
    with open(sys.argv[2] + "/peer.md", "w", encoding="utf-8") as out:
        markdown(process, out)
    with open(sys.argv[2] + "/peer.mm", "w", encoding="utf-8") as out:
        freeplane(process, out)
    workbook(process, sys.argv[2] + "/peer.xlsx")


main()
