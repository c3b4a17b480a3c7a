#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// What a user would write in JavaScript instead: peer.js PROCESS.YAML FOLDER
// js-yaml; Markdown, a Freeplane map and a workbook of the same sheets and rows through exceljs, streaming, formatted as a user would. It
// still does less than presale does (no checks, no references, no names of roles coloured within prose, no notes, no verification of what
// was written), so the comparison leans its way.
const fs = require("fs");
const yaml = require("js-yaml");
const excel = require("exceljs");

const list = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const texts = (value) => list(value).map((item) => (typeof item === "object" ? Object.values(item).join(": ") : String(item)));
const attribute = (text) =>
  '"' + String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;") + '"';

function markdown(process) {
  const out = [`# ${process.process.name}\n\n`];
  process.stages.forEach((stage, i) => out.push(`- [${i + 1}. ${stage.name}](#${stage.id})\n`));
  process.stages.forEach((stage, i) => {
    out.push(`\n## ${i + 1}. ${stage.name}\n\n${stage.description}\n\n`);
    for (const key of ["goal", "deadline", "responsible", "consulted", "result", "criteria", "recommendations", "problems"])
      out.push(`**${key}**: ${texts(stage[key]).join("; ")}\n\n`);
    stage.steps.forEach((step, at) =>
      out.push(`${at + 1}. **${step.name}** (${step.role}, ${step.deadline}) ${step.description || ""}. ${step.result}\n`));
  });
  out.push("\n## Roles\n");
  for (const role of Object.values(process.roles))
    out.push(`\n### ${role.name}\n\n`, ...texts(role.duties).map((duty) => `- ${duty}\n`));
  out.push("\n## Glossary\n\n");
  for (const term of Object.keys(process.glossary).sort()) out.push(`- **${term}**: ${process.glossary[term]}\n`);
  return out.join("");
}

function freeplane(process) {
  const out = [`<map version="freeplane 1.6.0">\n<node TEXT=${attribute(process.process.name)} FOLDED="false">\n`];
  for (const stage of process.stages) {
    out.push(`<node TEXT=${attribute(stage.name)} ID="ID_${stage.id}" FOLDED="true">\n`);
    for (const key of ["responsible", "result", "criteria", "recommendations", "problems", "deadline"])
      for (const text of texts(stage[key])) out.push(`<node TEXT=${attribute(text)}/>\n`);
    for (const step of stage.steps) out.push(`<node TEXT=${attribute(step.name)}><node TEXT=${attribute(step.role)}/></node>\n`);
    out.push("</node>\n");
  }
  out.push("</node>\n</map>\n");
  return out.join("");
}

const COLORS = ["1565C0", "C62828", "29702D", "6A1B9A", "00695C", "AD1457", "283593", "696012", "9C4A00", "37474F"];
const EDGE = { style: "thin", color: { argb: "FFCBD5E1" } };
const BORDER = { top: EDGE, left: EDGE, bottom: EDGE, right: EDGE };
const FILL = (color) => ({ type: "pattern", pattern: "solid", fgColor: { argb: "FF" + color } });
const BODY = { font: { name: "Arial", size: 10 }, border: BORDER, alignment: { wrapText: true, vertical: "top", indent: 1 } };
const STYLES = [{ ...BODY, fill: FILL("F5F8FC") }, BODY];
const NAMES = STYLES.map((style) => ({ ...style, font: { ...style.font, bold: true } }));
const HEAD = { ...BODY, font: { name: "Arial", size: 10, bold: true, color: { argb: "FFFFFFFF" } }, fill: FILL("22304A") };

// The most that a time says: 3h, 1d..4d.
function hours(text) {
  const last = String(text).split("..").pop();
  return parseInt(last, 10) * (last.endsWith("d") ? 8 : 1);
}

const plain = (cell) => (cell.richText ? cell.richText.map((run) => run.text).join("") : cell.text || String(cell));

// Sheets alike: heads, widths, bands, borders, heights that show the whole text, panes, filter, print setup.
function sheet(book, name, columns, rows, choices) {
  const page = book.addWorksheet(name, {
    views: [{ state: "frozen", xSplit: 1, ySplit: 1 }],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "1:1" },
  });
  page.columns = columns.map(([header, width]) => ({ header, width }));
  const head = page.getRow(1);
  head.eachCell((cell) => { cell.style = HEAD; });
  head.commit();
  let count = 1;
  for (const values of rows) {
    const row = page.addRow(values);
    const band = ++count % 2;
    row.height = 4.5 + 12.75 * Math.max(...values.map((cell, at) => plain(cell).split("\n")
      .reduce((lines, line) => lines + 1 + Math.floor((line.length * 1.1) / columns[at][1]), 0)));
    for (let at = 1; at <= columns.length; at++) {
      const cell = row.getCell(at);
      cell.style = at > 1 ? STYLES[band] : NAMES[band];
      if (choices && choices[at]) cell.dataValidation = { type: "list", allowBlank: true, formulae: [choices[at]] };
    }
    row.commit();
  }
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: count, column: columns.length } };
  page.commit();
}

const role = (process, key) => process.roles[key].name;

// The steps of a stage in one cell, the names of roles in their colours.
function stepList(process, stage, fonts) {
  const richText = [];
  stage.steps.forEach((step, at) => richText.push(
    { font: BODY.font, text: `${at ? "\n" : ""}${at + 1}. ${step.name} – ` },
    { font: fonts[step.role], text: role(process, step.role) },
    { font: BODY.font, text: `, ${step.deadline}` }));
  return { richText };
}

function* stageRows(process) {
  const fonts = {};
  Object.keys(process.roles).forEach((key, at) => { fonts[key] = { ...BODY.font, color: { argb: "FF" + COLORS[at % COLORS.length] } }; });
  for (const stage of process.stages)
    yield [stage.name, stage.description, hours(stage.deadline) / 8, stage.goal, stage.responsible.map((key) => role(process,
        key)).join("\n"),
      stepList(process, stage, fonts), stage.result, texts(stage.criteria).map((text) => "• " + text).join("\n"),
      texts(stage.recommendations).join("\n"), Object.entries(stage.variants).map((pair) => pair.join(": ")).join("\n"),
      role(process, stage.consulted), texts(stage.problems).join("\n"), stage.id];
}

function* stepRows(process) {
  for (const [i, stage] of process.stages.entries()) {
    yield [{ text: stage.name, hyperlink: `#'Stages'!A${i + 2}` }, String(i + 1), "", "", "", "", stage.deadline, stage.result, stage.id];
    let before = "";
    for (const [j, step] of stage.steps.entries()) {
      yield [stage.name, `${i + 1}.${j + 1}`, before, step.name, step.description || "", role(process, step.role), step.deadline,
          step.result,
        `${stage.id}/${j + 1}`];
      before = `${i + 1}.${j + 1} ${step.name}`;
    }
  }
}

function* matrixRows(process) {
  const keys = Object.keys(process.roles);
  for (const [i, stage] of process.stages.entries()) {
    yield [`${i + 1}. ${stage.name}`, ...keys.map((key) => (stage.responsible.includes(key) ? "A" : key === stage.consulted ? "C" : ""))];
    for (const [j, step] of stage.steps.entries())
      yield [`${i + 1}.${j + 1} ${step.name}`, ...keys.map((key) => (key === step.role ? "R" : ""))];
  }
}

function* scheduleRows(process) {
  let start = 0;
  for (const [i, stage] of process.stages.entries()) {
    const end = start + hours(stage.deadline);
    yield [stage.name, String(i + 1), start / 8, end / 8, (end - start) / 8, "critical"];
    let at = start;
    for (const [j, step] of stage.steps.entries()) {
      const length = hours(step.deadline);
      yield [step.name, `${i + 1}.${j + 1}`, at / 8, (at + length) / 8, length / 8, ""];
      at += length;
    }
    start = end;
  }
}

function* handoverRows(process) {
  const given = new Map();
  for (const stage of process.stages)
    stage.steps.slice(1).forEach((step, at) => {
      const before = stage.steps[at];
      const key = before.role + " " + step.role;
      if (before.role === step.role) return;
      if (!given.has(key)) given.set(key, []);
      given.get(key).push(before.result);
    });
  for (const [key, results] of [...given].sort()) {
    const [from, to] = key.split(" ");
    yield [role(process, from), role(process, to), results.length, results.slice(0, 30).join("\n")];
  }
}

async function workbook(process, path) {
  const book = new excel.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false });
  const roles = Object.values(process.roles);
  const names = `'Roles'!$A$2:$A$${roles.length + 1}`;
  sheet(book, "Process", [["field", 24], ["value", 80]], Object.entries(process.process).map(([key, value]) => [key, String(value)]));
  sheet(book, "Stages", [["name", 34], ["description", 30], ["deadline, days", 9], ["goal", 24], ["responsible", 24], ["steps", 42],
    ["result", 24], ["criteria", 30], ["recommendations", 30], ["variants", 30], ["consulted", 18], ["problems", 30], ["id", 14]],
    stageRows(process), { 5: names });
  sheet(book, "Roles", [["name", 30], ["duties", 60], ["deadline control", 40]],
    roles.map((one) => [one.name, one.duties.map((duty) => "• " + duty).join("\n"), one.deadline_control]));
  sheet(book, "Glossary", [["letter", 8], ["term", 24], ["definition", 60]],
    Object.keys(process.glossary).sort().map((term) => [term[0], term, process.glossary[term]]));
  sheet(book, "Steps", [["stage", 30], ["number", 7], ["after", 24], ["name", 32], ["description", 30], ["role", 24], ["deadline", 11],
    ["result", 30], ["id", 18]], stepRows(process), { 6: names });
  sheet(book, "Responsibility", [["what", 50], ...roles.map((one) => [one.name, 9])], matrixRows(process));
  sheet(book, "Handover", [["from", 24], ["to", 24], ["times", 9], ["what", 60]], handoverRows(process));
  sheet(book, "Schedule", [["what", 50], ["number", 8], ["start, day", 10], ["end, day", 10], ["days", 8], ["path", 12]],
    scheduleRows(process));
  await book.commit();
}

async function main([source, folder]) {
  const process = yaml.load(fs.readFileSync(source, "utf8"));
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(folder + "/peer.md", markdown(process));
  fs.writeFileSync(folder + "/peer.mm", freeplane(process));
  await workbook(process, folder + "/peer.xlsx");
}

main(process.argv.slice(2));
