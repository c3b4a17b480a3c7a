#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What a user would write in Python instead: peer.py PROCESS.YAML FOLDER

PyYAML's C loader; Markdown, a Freeplane map and the draft workbook through XlsxWriter in its constant memory mode. It does less than
presale does (no checks, no references, no formatting beyond bold heads), so the comparison leans its way.
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


def workbook(process, path):
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_urls": False})
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})

    def sheet(name, heads, rows):
        page = book.add_worksheet(name)
        for column, head in enumerate(heads):
            page.write_string(0, column, head, bold)
        for at, row in enumerate(rows, 1):
            for column, text in enumerate(row):
                page.write_string(at, column, text, wrap)

    keys = ("name", "description", "deadline", "goal", "responsible", "steps", "result", "criteria", "recommendations", "variants", "id")
    sheet("Stages", keys, (["\n".join(texts(stage.get(key))) if key != "steps" else "\n".join(step["name"] for step in stage["steps"])
                            for key in keys] for stage in process["stages"]))
    sheet("Roles", ("name", "duties", "deadline_control"),
          (["\n".join(texts(role.get(key))) for key in ("name", "duties", "deadline_control")] for role in process["roles"].values()))
    sheet("Glossary", ("letter", "term", "definition"), ([term[0], term, text] for term, text in sorted(process["glossary"].items())))
    step_keys = ("name", "role", "deadline", "result", "description")
    sheet("Steps", ("stage",) + step_keys, ([stage["name"], *(str(step.get(key, "")) for key in step_keys)]
                                            for stage in process["stages"] for step in stage["steps"]))
    book.close()


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
