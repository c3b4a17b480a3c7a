// SPDX-License-Identifier: MIT
// Reads mind maps with other people's libraries: maps.js FILE… prints {file: [[depth, text], …]}; the ending of a file's name says which
// library. Mermaid and pictures need a browser: they are shown in Chromium. "FILE drawn" says how many topics Mermaid drew, or, of
// a map that takes it minutes, whether Mermaid would draw so large a one; "FILE faults" which texts of a picture leave their box or its
// edge, and which topics cover one another, in each of the fonts named.
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

const drawMermaid = async (page, text) => {
	await page.setContent("<!DOCTYPE html><body></body>");
	await page.addScriptTag({ path: require.resolve("mermaid/dist/mermaid.min.js") });
	const drawn = await page.evaluate(async (source) => {
		mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
		const large = source.length > 12000;
		const { svg } = large ? { svg: "" } : await mermaid.render("map", source);
		const diagram = await mermaid.mermaidAPI.getDiagramFromText(source);
		const drawn = large ? source.length <= mermaid.mermaidAPI.getConfig().maxTextSize : (svg.match(/class="node |class="mindmap-node/g)
			|| []).length;
		return JSON.parse(JSON.stringify({ root: diagram.db.getMindmap(), drawn }, ["root", "drawn", "descr", "children"]));
	}, text);
	// Mermaid keeps entities under cover until it draws them.
	const uncovered = (node) => decode(node.descr.replace(/ﬂ°°/g, "&#").replace(/ﬂ°/g, "&").replace(/¶ß/g, ";")).replace(/\u2060/g, "");
	return { tree: flatten(drawn.root, uncovered, (node) => node.children), drawn: drawn.drawn };
};

const lookAtSvg = async (page, text) => {
	await page.setContent(`<!DOCTYPE html><body style="margin:0">${text}</body>`);
	return page.evaluate(() => {
		const topics = [...document.querySelectorAll("g[id^=ID_]")];
		const own = (topic, selector) => [...topic.querySelectorAll(selector)].filter((one) => one.closest("g[id^=ID_]") === topic);
		const edges = (one) => {
			const box = one.getBBox();
			return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
		};
		const tree = topics.map((topic) => {
			let depth = -1;
			for (let up = topic; up; up = up.parentElement.closest("g[id^=ID_]")) depth++;
			return [depth, own(topic, "text").filter((one) => !one.matches("circle + text")).map((one) => one.textContent).join("\n")];
		});
		const faults = [];
		for (const font of ["Liberation Sans", "DejaVu Sans"]) {
			document.documentElement.insertAdjacentHTML("beforeend", `<style>text{font-family:'${font}'!important}</style>`);
			const [, , width, height] = document.querySelector("svg").getAttribute("viewBox").split(" ").map(Number);
			const cards = [];
			for (const topic of topics) {
				const box = own(topic, "rect")[0];
				const inner = own(topic, "text").map(edges);
				const parts = box ? [edges(box)] : inner;
				const whole = { left: Math.min(...parts.map((p) => p.left)), top: Math.min(...parts.map((p) => p.top)),
					right: Math.max(...parts.map((p) => p.right)), bottom: Math.max(...parts.map((p) => p.bottom)), id: topic.id };
				const within = (part, around) => part.left >= around.left - 1 && part.right <= around.right + 1 &&
					part.top >= around.top - 2 && part.bottom <= around.bottom + 2;
				if (box && !inner.every((part) => within(part, whole))) faults.push(`${font}: ${topic.id} leaves its box`);
				if (!within(whole, { left: 0, top: 0, right: width, bottom: height })) faults.push(`${font}: ${topic.id} leaves the picture`);
				cards.push(whole);
			}
			cards.sort((a, b) => a.top - b.top);
			cards.forEach((a, i) => {
				for (let j = i + 1; j < cards.length && cards[j].top < a.bottom - 2; j++)
					if (cards[j].left < a.right - 1 && cards[j].right > a.left + 1) faults.push(`${font}: ${a.id} covers ${cards[j].id}`);
			});
		}
		return { tree, faults };
	});
};

const withBrowser = async (use) => {
	const { chromium } = require("playwright-core");
	const browser = await chromium.launch({
		executablePath: "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
	});
	try {
		await use(await browser.newPage());
	} finally {
		await browser.close();
	}
};

const main = async () => {
	const result = {};
	const files = process.argv.slice(2);
	for (const file of files)
		if (readers[path.extname(file)]) result[file] = await readers[path.extname(file)](fs.readFileSync(file, "utf8"));
	await withBrowser(async (page) => {
		for (const file of files) {
			const source = fs.readFileSync(file, "utf8");
			if (file.endsWith(".mmd")) {
				const { tree, drawn } = await drawMermaid(page, source);
				result[file] = tree;
				result[`${file} drawn`] = drawn;
			} else if (file.endsWith(".svg")) {
				const { tree, faults } = await lookAtSvg(page, source);
				result[file] = tree;
				result[`${file} faults`] = faults;
			}
		}
	});
	process.stdout.write(JSON.stringify(result));
};

main().catch((error) => {
	process.stderr.write(`${error.stack || error}\n`);
	process.exit(1);
});
