// SPDX-License-Identifier: MIT
// Reads BPMN with the libraries that others draw and judge it with: bpmn.js FILE… prints {file: {warnings, lint, drawn, texts, labels}}:
// what bpmn-moddle warns of, what bpmnlint's recommended rules find, how many shapes and lines bpmn-js draws in Chromium, texts that
// are higher than their task, and where the labels beside shapes and lines lie as they are drawn. With PICTURES set, a picture of each is
// put in that folder.
"use strict";
const fs = require("fs");
const path = require("path");
const BpmnModdle = require("bpmn-moddle");
const { Linter } = require("bpmnlint");
const NodeResolver = require("bpmnlint/lib/resolver/node-resolver");
const { chromium } = require("playwright-core");

const show = async (xml) => {
	document.body.innerHTML = '<div id="canvas" style="width:2400px;height:1300px"></div>';
	const viewer = new BpmnJS({ container: "#canvas" });
	const { warnings } = await viewer.importXML(xml);
	viewer.get("canvas").zoom("fit-viewport");
	const drawn = viewer.get("elementRegistry").filter((element) => element.type !== "label").length;
	const scale = viewer.get("canvas").zoom();
	const texts = [];
	for (const element of viewer.get("elementRegistry").filter((e) => /Task$/.test(e.type))) {
		const group = viewer.get("elementRegistry").getGraphics(element);
		const text = group.querySelector("text");
		if (text && text.getBoundingClientRect().height / scale > element.height) texts.push(element.id);
	}
	const labels = {};
	for (const element of viewer.get("elementRegistry").filter((e) => e.type === "label")) {
		const text = viewer.get("elementRegistry").getGraphics(element).querySelector("text").getBBox();
		labels[element.businessObject.id] = [element.x + text.x, element.y + text.y, text.width, text.height];
	}
	return { drawn, texts, labels, drawing: warnings.map((warning) => warning.message) };
};

(async () => {
	const root = path.dirname(require.resolve("bpmn-js/package.json"));
	const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
	const page = await browser.newPage({ viewport: { width: 2400, height: 1300 } });
	await page.addScriptTag({ path: path.join(root, "dist/bpmn-viewer.development.js") });
	for (const name of ["diagram-js.css", "bpmn-js.css"]) await page.addStyleTag({ path: path.join(root, "dist/assets", name) });
	const found = {};
	for (const file of process.argv.slice(2)) {
		const xml = fs.readFileSync(file, "utf8");
		const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
		const linter = new Linter({ config: { extends: "bpmnlint:recommended" }, resolver: new NodeResolver() });
		found[file] = { warnings: warnings.map((warning) => warning.message), lint: await linter.lint(rootElement) };
		Object.assign(found[file], await page.evaluate(show, xml));
		if (process.env.PICTURES) await page.screenshot({ path: path.join(process.env.PICTURES, path.basename(file) + ".png") });
	}
	await browser.close();
	console.log(JSON.stringify(found));
})();
