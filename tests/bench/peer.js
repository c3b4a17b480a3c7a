#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// What a user would write in JavaScript instead: peer.js PROCESS.YAML FOLDER
// js-yaml; Markdown, a Freeplane map and the draft workbook through exceljs, streaming. It does less than presale does (no checks, no
// references, no formatting beyond bold heads), so the comparison leans its way.
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

async function workbook(process, path) {
  const book = new excel.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false });
  const sheet = (name, heads, rows) => {
    const page = book.addWorksheet(name);
    const head = page.addRow(heads);
    head.font = { bold: true };
    head.commit();
    for (const row of rows) page.addRow(row).commit();
    page.commit();
  };
  const keys = ["name", "description", "deadline", "goal", "responsible", "steps", "result", "criteria", "recommendations", "variants", "id"];
  sheet("Stages", keys, process.stages.map((stage) =>
    keys.map((key) => (key === "steps" ? stage.steps.map((step) => step.name) : texts(stage[key])).join("\n"))));
  sheet("Roles", ["name", "duties", "deadline_control"], Object.values(process.roles).map((role) =>
    ["name", "duties", "deadline_control"].map((key) => texts(role[key]).join("\n"))));
  sheet("Glossary", ["letter", "term", "definition"], Object.keys(process.glossary).sort().map((term) => [term[0], term, process.glossary[term]]));
  const stepKeys = ["name", "role", "deadline", "result", "description"];
  sheet("Steps", ["stage", ...stepKeys], process.stages.flatMap((stage) =>
    stage.steps.map((step) => [stage.name, ...stepKeys.map((key) => String(step[key] || ""))])));
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
