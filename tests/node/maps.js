// SPDX-License-Identifier: MIT
// Reads mind maps with other people's libraries: maps.js FILE… prints {file: [[depth, text], …]}; the ending of a file's name says which
// library. Mermaid needs a browser: it runs in Chromium.
"use strict";
const fs = require("fs");
const path = require("path");

const decode = (html) => {
	const text = html.replace(/<br\s*\/?>/g, "\n").replace(/<\/?(a|strong|em|code)\b[^>]*>/g, "");
	return text.replace(/&(#\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos|nbsp);/gi, (whole, name) => {
		const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };
		if (name[0] !== "#") return named[name];
		return String.fromCodePoint(name[1] === "x" ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
	});
};

const flatten = (root, text, children) => {
	const found = [];
	const walk = (node, depth) => {
		found.push([depth, text(node)]);
		for (const child of children(node) || []) walk(child, depth + 1);
	};
	walk(root, 0);
	return found;
};

const readers = {
	".opml": (source) =>
		new Promise((resolve, reject) => {
			require("opml").parse(source, (error, document) => {
				if (error) return reject(error);
				const roots = document.opml.body.subs;
				if (roots.length !== 1) return reject(new Error(`${roots.length} roots`));
				resolve(flatten(roots[0], (node) => node.text, (node) => node.subs));
			});
		}),
	".md": async (source) => {
		const { Transformer } = require("markmap-lib");
		return flatten(new Transformer().transform(source).root, (node) => decode(node.content), (node) => node.children);
	},
};

const inBrowser = async (sources) => {
	const { chromium } = require("playwright-core");
	const browser = await chromium.launch({
		executablePath: "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
	});
	try {
		const page = await browser.newPage();
		await page.setContent("<!DOCTYPE html><body></body>");
		await page.addScriptTag({ path: require.resolve("mermaid/dist/mermaid.min.js") });
		return await page.evaluate(async (texts) => {
			mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
			const results = [];
			for (const [i, text] of texts.entries()) {
				const { svg } = await mermaid.render(`map${i}`, text);
				const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
				results.push({ root: diagram.db.getMindmap(), drawn: (svg.match(/class="node |class="mindmap-node/g) || []).length });
			}
			return JSON.parse(JSON.stringify(results, ["root", "drawn", "descr", "children"]));
		}, sources);
	} finally {
		await browser.close();
	}
};

const main = async () => {
	const result = {};
	const mermaids = [];
	for (const file of process.argv.slice(2)) {
		const ending = path.extname(file);
		if (ending === ".mmd") mermaids.push(file);
		else result[file] = await readers[ending](fs.readFileSync(file, "utf8"));
	}
	if (mermaids.length) {
		const drawn = await inBrowser(mermaids.map((file) => fs.readFileSync(file, "utf8")));
		drawn.forEach((one, i) => {
			// Mermaid keeps entities under cover until it draws them.
			const text = (node) => decode(node.descr.replace(/ﬂ°°/g, "&#").replace(/ﬂ°/g, "&").replace(/¶ß/g, ";"));
			result[mermaids[i]] = flatten(one.root, text, (node) => node.children);
			result[mermaids[i] + " drawn"] = one.drawn;
		});
	}
	process.stdout.write(JSON.stringify(result));
};

main().catch((error) => {
	process.stderr.write(`${error.stack || error}\n`);
	process.exit(1);
});
