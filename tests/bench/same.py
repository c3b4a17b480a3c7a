#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The least that Python takes for the same outputs: same.py PROCESS.YAML CELLS FOLDER TEXT…

PyYAML's C loader reads the process; XlsxWriter, in its constant memory mode, writes the very cells of presale's workbook, laid out
beforehand (CELLS is what cells.py lists); the other outputs are written as they are. Whoever did the whole of it in Python would have to
lay out, too, and to make the other outputs from what was read."""
import pathlib
import sys

import xlsxwriter
import yaml


class Book:
    def __init__(self, path):
        self.book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_urls": False})
        self.looks = {b"1": self.book.add_format({"bold": True}), b"0": self.book.add_format({"font_color": "#1565C0"})}
        self.formats = {}
        self.page = None
        self.row = 0

    def format(self, number):
        if number not in self.formats:
            color = "#%06X" % (0xFF0000 + int(number))
            self.formats[number] = self.book.add_format({"text_wrap": True, "border": 1, "bg_color": color})
        return self.formats[number]

    def record(self, kind, numbers, cells):
        if kind == b"S":
            self.page = self.book.add_worksheet(text(cells, numbers[0]))
        elif kind == b"R":
            self.row = int(numbers[0])
            self.page.set_row(self.row, float(numbers[1]), None, {"level": int(numbers[2])})
        elif kind == b"T":
            self.page.write_string(self.row, int(numbers[0]), text(cells, numbers[2]), self.format(numbers[1]))
        elif kind == b"X":
            self.rich(int(numbers[0]), int(numbers[2]), self.format(numbers[1]), cells)
        elif kind == b"N":
            self.page.write_number(self.row, int(numbers[0]), float(numbers[2]), self.format(numbers[1]))
        else:
            self.page.write_blank(self.row, int(numbers[0]), None, self.format(numbers[1]))

    def rich(self, column, count, form, cells):
        runs = []
        for _ in range(count):
            _, heavy, length = cells.readline().split()
            runs += [self.looks[heavy], text(cells, length)]
        if count > 1:
            self.page.write_rich_string(self.row, column, *runs, form)
        else:  # what the library calls rich begins with two
            self.page.write_string(self.row, column, runs[1], form)


def text(cells, length):
    """A text of so many bytes; its line end is dropped."""
    return cells.read(int(length) + 1)[:-1].decode()


def main(source, listed, folder, *texts):
    with open(source, encoding="utf-8") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
    folder = pathlib.Path(folder)
    folder.mkdir(exist_ok=True)
    for path in map(pathlib.Path, texts):
        (folder / path.name).write_bytes(path.read_bytes())
    book = Book(str(folder / "same.xlsx"))
    with open(listed, "rb") as cells:
        while line := cells.readline():
            kind, *numbers = line.split()
            book.record(kind, numbers, cells)
    book.book.close()


main(*sys.argv[1:])
