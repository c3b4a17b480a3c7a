#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Edits the stages of a book as a person would, for a picture of the way back: edited.py BOOK. What is edited is marked, columns that say
nothing are hidden, and what is left is laid out for one page of paper."""
import copy
import sys

import openpyxl
from openpyxl.styles import PatternFill

DEADLINE, ROLE, RESULT = 3, 5, 7
NEW = {"Review": ("Lessons", "Proofreading", "Editor", "A text without errors"),
       "Разбор": ("Уроки", "Вычитка", "Редактор", "Текст без ошибок")}
WIDTHS = {1: 20, DEADLINE: 12, ROLE: 18, RESULT: 34}

book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
marker = PatternFill("solid", fgColor="FFF2A8")


def put(row, column, value):
    """Types a value into a cell that looks like those of the stage above."""
    cell, like = sheet.cell(row, column), sheet.cell(3, column)
    cell.value, cell.font, cell.border, cell.alignment = value, *map(copy.copy, (like.font, like.border, like.alignment))
    cell.fill = marker


renamed, added, role, result = NEW[sheet.cell(6, 1).value]
put(3, DEADLINE, 3)
put(6, 1, renamed)
sheet.insert_rows(5)
for column, value in ((1, added), (DEADLINE, 1), (ROLE, role), (RESULT, result)):
    put(5, column, value)
for column in range(1, sheet.max_column + 1):
    letter = openpyxl.utils.get_column_letter(column)
    sheet.column_dimensions[letter].hidden = column not in WIDTHS
    sheet.column_dimensions[letter].width = WIDTHS.get(column, 10)
for row in range(2, sheet.max_row + 1):
    sheet.row_dimensions[row].height = 20
sheet.row_dimensions[1].height = 32
sheet.print_area = f"A1:{openpyxl.utils.get_column_letter(RESULT)}{sheet.max_row}"
sheet.page_setup.paperSize, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 11, 1, 1  # A5
book.save(sys.argv[1])
