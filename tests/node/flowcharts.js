// SPDX-License-Identifier: MIT
// Reads Mermaid flowcharts with Mermaid, in Chromium: flowcharts.js FILE… prints {file: {vertices, edges, drawn}}: texts by id, edges as
// [from, to, label], and what the picture shows: its texts, how many nodes and edges, whatever of it is alive. With PICTURES set to a
// folder, a picture of each goes there.
"use strict";
const fs = require("fs");
const path = require("path");
const { chromium } = require("playwright-core");

const read = async (page, text) => {
	await page.setContent("<!DOCTYPE html><body></body>");
	await page.addScriptTag({ path: require.resolve("mermaid/dist/mermaid.min.js") });
	return page.evaluate(async (source) => {
		mermaid.initialize({ startOnLoad: false, securityLevel: "strict", maxTextSize: 5000000, maxEdges: 50000 });
		const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
		const vertices = {};
		for (const [id, vertex] of db.getVertices()) vertices[id] = vertex.text;
		const edges = db.getEdges().map((edge) => [edge.start, edge.end, edge.text]);
		const { svg } = await mermaid.render("map", source);
		document.body.innerHTML = svg;
		const all = (selector) => [...document.querySelectorAll(selector)];
		const words = (shown) => {
			const one = shown.cloneNode(true);
			for (const line of one.querySelectorAll("br")) line.replaceWith("\n");
			return one.textContent.replace(/\u2060/g, "");
		};
		const drawn = {
			nodes: Object.fromEntries(all("g.node").map((one) => [one.id.replace(/^.*?flowchart-(.*)-\d+$/, "$1"), words(one)])),
			clusters: all("g.cluster").map(words),
			labels: all("g.edgeLabel").map(words).filter((label) => label.trim()),
			edges: all("path.flowchart-link").length,
			alive: all("svg :is(script, img, a, iframe, [onclick], [onerror])").length,
		};
		return { vertices, edges, drawn };
	}, text);
};

(async () => {
	const browser = await chromium.launch({
		executablePath: "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
	});
	const found = {};
	try {
		const page = await browser.newPage();
		for (const file of process.argv.slice(2)) {
			found[file] = await read(page, fs.readFileSync(file, "utf8"));
			if (process.env.PICTURES) await page.locator("svg").screenshot({ path: path.join(process.env.PICTURES, path.basename(file) + ".png") });
		}
	} finally {
		await browser.close();
	}
	console.log(JSON.stringify(found));
})().catch((error) => {
	console.error(error);
	process.exit(1);
});
