// SPDX-License-Identifier: MIT
// Where the links of files lead: addresses.js FILE... writes an object of FILE to a list of [address, path], as a browser's rules for
// addresses
// have it; the path is null for what is no file. Markdown is read by two readers, of which each finds all links.
const fs = require("fs");
const { pathToFileURL, fileURLToPath } = require("url");
const parse5 = require("parse5");
const sax = require("sax");

function fromHtml(text) {
  const found = [];
  const visit = (node) => {
    for (const { name, value } of node.attrs || []) if (name === "href") found.push(value);
    (node.childNodes || []).forEach(visit);
  };
  visit(parse5.parse(text));
  return found;
}

function fromXml(text) {
  const found = [];
  const parser = sax.parser(true);
  parser.onerror = (error) => { throw error; };
  parser.onattribute = ({ name, value }) => { if (["href", "LINK", "url"].includes(name)) found.push(value); };
  parser.write(text).close();
  return found;
}

function fromMarkdown(text) {
  const body = text.replace(/^---\n[^]*?\n---\n/, "");
  return [require("markdown-it")({ linkify: false }).render(body), require("marked").marked.parse(body)].map(fromHtml);
}

function fromJson(value) {
  return Object.entries(value || {}).flatMap(([key, one]) => key === "href" ? [one] : typeof one === "object" ? fromJson(one) : []);
}

function addresses(file) {
  const text = fs.readFileSync(file, "utf8");
  if (file.endsWith(".md")) return fromMarkdown(text);
  return [file.endsWith(".html") ? fromHtml(text) : file.endsWith(".json") ? fromJson(JSON.parse(text)) : fromXml(text)];
}

const led = (file, address) => {
  const url = new URL(address, pathToFileURL(file));
  return [address, url.protocol === "file:" && !address.startsWith("#") ? fileURLToPath(url) : null];
};
console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map((file) => [file, addresses(file).map((list) => list.map((one) =>
    led(file, one)))]))));
