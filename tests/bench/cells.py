#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Lists the cells of a workbook for floor_xlsx.c to write again: cells.py WORKBOOK >cells

A record begins with its letter and ends with a line end; texts follow their record, their length in bytes in it:
S length: a sheet. R row height level. T column format length: a text. X column format count: a text of so many runs, each a record
of its own: P bold length. N column format value: a number. B column format: a blank.
"""
import sys
import zipfile
import xml.etree.ElementTree as tree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def column(reference):
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - 64
    return number - 1


def put(out, record, text):
    data = text.encode()
    out.write(b"%s %d\n%s\n" % (record, len(data), data))


def put_string(out, place, item):
    runs = item.findall(MAIN + "r")
    if not runs:
        put(out, b"T " + place, item.findtext(MAIN + "t") or "")
        return
    out.write(b"X %s %d\n" % (place, len(runs)))
    for run in runs:
        put(out, b"P %d" % (run.find(f"{MAIN}rPr/{MAIN}b") is not None), run.findtext(MAIN + "t"))


def put_cell(out, cell, strings):
    place = b"%d %d" % (column(cell.get("r")), int(cell.get("s", 0)))
    value = cell.findtext(MAIN + "v")
    if cell.get("t") == "s":
        put_string(out, place, strings[int(value)])
    elif cell.get("t") == "inlineStr":
        put_string(out, place, cell.find(MAIN + "is"))
    elif value is None:
        out.write(b"B %s\n" % place)
    else:
        out.write(b"N %s %s\n" % (place, value.encode()))


def main(path, out):
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        strings = tree.fromstring(archive.read("xl/sharedStrings.xml")).findall(MAIN + "si") if "xl/sharedStrings.xml" in names else []
        for number, sheet in enumerate(tree.fromstring(archive.read("xl/workbook.xml")).iter(MAIN + "sheet"), 1):
            put(out, b"S", sheet.get("name"))
            for _, row in tree.iterparse(archive.open(f"xl/worksheets/sheet{number}.xml")):
                if row.tag != MAIN + "row":
                    continue
                out.write(b"R %d %s %d\n" % (int(row.get("r")) - 1, row.get("ht", "15").encode(), int(row.get("outlineLevel", 0))))
                for cell in row:
                    put_cell(out, cell, strings)
                row.clear()


main(sys.argv[1], sys.stdout.buffer)
