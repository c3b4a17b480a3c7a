// SPDX-License-Identifier: MIT
// What Mermaid's pictures say: mermaid.js FILE… draws each diagram in Chromium and prints {file: {texts, alive}}: the texts of nodes,
// subgraphs and edges, with line ends where the picture has them, and how many elements give a text a look, a link or a picture.
"use strict";
const fs = require("fs");
const { chromium } = require("playwright-core");

const draw = async (page, text) => page.evaluate(async (source) => {
	mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
	const { svg } = await mermaid.render("map", source);
	document.body.innerHTML = svg;
	const words = (shown) => {
		const one = shown.cloneNode(true);
		for (const line of one.querySelectorAll("br")) line.replaceWith("\n");
		for (const paragraph of one.querySelectorAll("p")) paragraph.append("\n");
		return one.textContent.replace(/\u2060/g, "").trim();
	};
	return {
		texts: [...document.querySelectorAll("g.node, g.mindmap-node, g.cluster-label, g.edgeLabel")].map(words),
		alive: document.querySelectorAll("svg :is(strong, em, i, b, code, del, a, img, li, h1, h2, math, script)").length,
	};
}, text);

(async () => {
	const browser = await chromium.launch({
		executablePath: "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
	});
	const found = {};
	try {
		const page = await browser.newPage();
		await page.setContent("<!DOCTYPE html><body></body>");
		await page.addScriptTag({ path: require.resolve("mermaid/dist/mermaid.min.js") });
		for (const file of process.argv.slice(2)) found[file] = await draw(page, fs.readFileSync(file, "utf8"));
	} finally {
		await browser.close();
	}
	console.log(JSON.stringify(found));
})().catch((error) => {
	console.error(error);
	process.exit(1);
});
