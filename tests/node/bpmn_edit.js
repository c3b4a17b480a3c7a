// SPDX-License-Identifier: MIT
// Edits charts in the modeler of bpmn.io as people do: bpmn_edit.js FILE… reads from each FILE.edits a list of [what, …] and saves the
// chart in its place; without that file it is opened and saved. Shapes are named by their id.
"use strict";
const fs = require("fs");
const path = require("path");
const { chromium } = require("playwright-core");

const edit = async ([xml, edits]) => {
	document.body.innerHTML = '<div id="canvas" style="width:2400px;height:1300px"></div>';
	const modeler = new BpmnJS({ container: "#canvas" });
	await modeler.importXML(xml);
	const all = modeler.get("elementRegistry");
	const modeling = modeler.get("modeling");
	const create = modeler.get("elementFactory");
	const made = {};
	const find = (id) => made[id] || all.get(id) || all.find((element) => element.businessObject && element.businessObject.id === id);
	const middle = (lane) => lane.y + lane.height / 2;
	const doing = {
		name: (id, text) => modeling.updateLabel(find(id), text),
		document: (id, text) => {
			const documentation = modeler.get("bpmnFactory").create("bpmn:Documentation", { text });
			modeling.updateProperties(find(id), { documentation: [documentation] });
		},
		lane: (id, lane) => {
			const shape = find(id);
			modeling.moveElements([shape], { x: 0, y: middle(find(lane)) - shape.y - shape.height / 2 }, find(lane).parent);
		},
		append: (id, text, key, dx) => {
			const from = find(id);
			const shape = create.createShape({ type: "bpmn:UserTask" });
			made[key] = modeling.appendShape(from, shape, { x: from.x + from.width / 2 + dx, y: from.y + from.height / 2 }, from.parent);
			modeling.updateLabel(made[key], text);
		},
		gate: (id, text, key, dx) => {
			const from = find(id);
			const shape = create.createShape({ type: "bpmn:ExclusiveGateway" });
			made[key] = modeling.appendShape(from, shape, { x: from.x + from.width / 2 + dx, y: from.y + from.height / 2 }, from.parent);
			modeling.updateLabel(made[key], text);
		},
		insert: (id, text, key) => {
			const flow = find(id);
			const points = flow.waypoints;
			const shape = create.createShape({ type: "bpmn:UserTask" });
			const at = { x: (points[0].x + points[1].x) / 2, y: (points[0].y + points[1].y) / 2 };
			made[key] = modeling.createShape(shape, at, flow);
			modeling.updateLabel(made[key], text);
		},
		addLane: (id, text, key) => {
			made[key] = modeling.addLane(find(id), "bottom");
			modeling.updateLabel(made[key], text);
		},
		connect: (from, to, text) => {
			const flow = modeling.connect(find(from), find(to), { type: "bpmn:SequenceFlow" });
			if (text) modeling.updateLabel(flow, text);
		},
		remove: (id) => modeling.removeElements([find(id)]),
		move: (id, x, y) => modeling.moveElements([find(id)], { x, y }),
	};
	for (const [what, ...rest] of edits) doing[what](...rest);
	return (await modeler.saveXML({ format: true })).xml;
};

(async () => {
	const root = path.dirname(require.resolve("bpmn-js/package.json"));
	const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
	for (const file of process.argv.slice(2)) {
		const page = await browser.newPage({ viewport: { width: 2400, height: 1300 } });
		await page.addScriptTag({ path: path.join(root, "dist/bpmn-modeler.development.js") });
		for (const name of ["diagram-js.css", "bpmn-js.css"]) await page.addStyleTag({ path: path.join(root, "dist/assets", name) });
		const edits = fs.existsSync(file + ".edits") ? JSON.parse(fs.readFileSync(file + ".edits", "utf8")) : [];
		fs.writeFileSync(file, await page.evaluate(edit, [fs.readFileSync(file, "utf8"), edits]));
		await page.close();
	}
	await browser.close();
})();
