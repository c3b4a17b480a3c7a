// SPDX-License-Identifier: MIT
// Reads Markdown as GitHub does (markdown-it with tables and raw HTML, github-slugger): markdown.js FILE… prints {file: {headings, names,
// links, tables, text, tags, attributes}}. `markdown.js - ` reads a list of texts as JSON and prints each as HTML, with
// tables, struck text and bare addresses as GitHub has them.
"use strict";
const fs = require("fs");
const MarkdownIt = require("markdown-it");
const cheerio = require("cheerio");

const page = new MarkdownIt({ html: true });
const plain = new MarkdownIt({ html: false, linkify: true });
plain.linkify.set({ fuzzyLink: false });

const read = (file, slug) => {
	const source = fs.readFileSync(file, "utf8");
	const html = page.render(source);
	const $ = cheerio.load(html, null, false);
	const all = $("*").toArray();
	const text = (node) => $(node).text().replace(/\s+/g, " ").trim();
	return {
		source,
		html,
		headings: $("h1,h2,h3,h4,h5,h6").toArray().map((node) => ({
			level: Number(node.name[1]), text: text(node), slug: slug($(node).text()), name: $(node).find("a[name]").attr("name") || null,
		})),
		names: $("a[name]").toArray().map((node) => node.attribs.name),
		links: $("a[href]").toArray().map((node) => node.attribs.href),
		tables: $("table").toArray().map((table) => $(table).find("tr").toArray().map((row) => $(row).find("th,td").toArray().map(text))),
		text: text($.root()),
		tags: [...new Set(all.map((node) => node.name))],
		attributes: [...new Set(all.flatMap((node) => Object.keys(node.attribs)))],
	};
};

const main = async () => {
	const { default: Slugger } = await import(require.resolve("github-slugger"));
	if (process.argv[2] === "-") {
		const texts = JSON.parse(fs.readFileSync(0, "utf8"));
		console.log(JSON.stringify(texts.map((text) => plain.render(text))));
		return;
	}
	const found = {};
	for (const file of process.argv.slice(2)) {
		const slugger = new Slugger();
		found[file] = read(file, (text) => slugger.slug(text));
	}
	console.log(JSON.stringify(found));
};

main();
