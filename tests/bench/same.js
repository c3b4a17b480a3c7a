#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// The least that Node.js takes for the same outputs: same.js PROCESS.YAML CELLS FOLDER TEXT…
// js-yaml reads the process; exceljs, streaming, writes the very cells of presale's workbook, laid out beforehand (CELLS is what cells.py
// lists); the other outputs are written as they are. Whoever did the whole of it in JavaScript would have to lay out, too, and to make
// the other outputs from what was read.
const fs = require("fs");
const path = require("path");
const yaml = require("js-yaml");
const excel = require("exceljs");

const EDGE = { style: "thin" };
const BORDER = { top: EDGE, left: EDGE, bottom: EDGE, right: EDGE };
const BOLD = { bold: true };
const BLUE = { color: { argb: "FF1565C0" } };
const styles = new Map();

function style(number) {
  if (!styles.has(number))
    styles.set(number, {
      alignment: { wrapText: true },
      border: BORDER,
      fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FF" + (0xff0000 + Number(number)).toString(16).toUpperCase() } },
    });
  return styles.get(number);
}

class Cells {
  constructor(file) {
    this.bytes = fs.readFileSync(file);
    this.at = 0;
  }
  record() {
    if (this.at >= this.bytes.length) return null;
    const end = this.bytes.indexOf(10, this.at);
    const words = this.bytes.latin1Slice(this.at, end).split(" ");
    this.at = end + 1;
    return words;
  }
  text(length) {
    const text = this.bytes.utf8Slice(this.at, this.at + Number(length));
    this.at += Number(length) + 1;
    return text;
  }
  runs(count) {
    const richText = [];
    for (let i = 0; i < Number(count); i++) {
      const [, heavy, length] = this.record();
      richText.push({ font: heavy === "1" ? BOLD : BLUE, text: this.text(length) });
    }
    return { richText };
  }
}

function value(kind, words, cells) {
  return kind === "T" ? cells.text(words[2]) : kind === "X" ? cells.runs(words[2]) : kind === "N" ? Number(words[2]) : null;
}

async function write(cells, file) {
  const book = new excel.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: false });
  let page, row;
  for (let record; (record = cells.record()); ) {
    const [kind, ...words] = record;
    if (row && (kind === "R" || kind === "S")) row.commit();
    if (kind === "S") {
      if (page) page.commit();
      page = book.addWorksheet(cells.text(words[0]));
      row = null;
    } else if (kind === "R") {
      row = page.getRow(Number(words[0]) + 1);
      row.height = Number(words[1]);
      row.outlineLevel = Number(words[2]);
    } else {
      const cell = row.getCell(Number(words[0]) + 1);
      cell.style = style(words[1]);
      cell.value = value(kind, words, cells);
    }
  }
  row.commit();
  page.commit();
  await book.commit();
}

async function main([source, listed, folder, ...texts]) {
  yaml.load(fs.readFileSync(source, "utf8"));
  fs.mkdirSync(folder, { recursive: true });
  for (const text of texts) fs.writeFileSync(path.join(folder, path.basename(text)), fs.readFileSync(text));
  await write(new Cells(listed), path.join(folder, "same.xlsx"));
}

main(process.argv.slice(2));
