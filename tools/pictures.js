// SPDX-License-Identifier: MIT
// Screenshots of the HTML page, the drawings and BPMN: pictures.js FOLDER_OF_OUTPUTS FOLDER_OF_PICTURES.
const fs = require("fs");
const path = require("path");
const { chromium } = require("playwright-core");

const [outputs, pictures] = process.argv.slice(2).map((name) => path.resolve(name));
const FLAGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
	"--disable-sync"];
const SCREENS = [
	{ name: "desk", width: 1280, height: 860 },
	{ name: "phone", width: 390, height: 844 },
];
const WIDTH = 1800, HEIGHT = 1200; // of a drawing at most
// Drawings too large for a screen show their beginning, at this scale; those that show a shape, its whole.
const CUT = { process: 0.7 }, WHOLE = { detailed: 0.5 };
const SCHEMES = { page: ["light"], shape: ["light"], drawing: ["light", "dark"] };

const url = (name) => "file://" + path.join(outputs, name);

async function inPage(browser, options, work) {
	const context = await browser.newContext(options);
	await work(await context.newPage());
	await context.close();
}

async function shootPage(browser, name) {
	for (const screen of SCREENS)
		for (const colorScheme of SCHEMES.page)
			await inPage(browser, { viewport: screen, colorScheme }, async (page) => {
				await page.goto(url(name));
				await page.waitForTimeout(200);
				await page.screenshot({ path: path.join(pictures, `html-${screen.name}-${colorScheme}.png`) });
			});
}

// What a terminal says.
async function shootTerminal(browser, name) {
	await inPage(browser, { viewport: { width: 1100, height: 700 } }, async (page) => {
		await page.goto(url(name));
		await (await page.$("#terminal")).screenshot({ path: path.join(pictures, path.basename(name, ".html") + ".png") });
	});
}

// A drawing at its own size, scaled down where it is wider than a screen.
async function shootDrawing(browser, name) {
	const source = fs.readFileSync(path.join(outputs, name), "utf8");
	const box = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(source);
	const stem = path.basename(name, ".svg").replace(/^presale-?/, "") || "map";
	const scale = CUT[stem] || WHOLE[stem] || Math.min(1, WIDTH / box[1]);
	const whole = { width: Math.ceil(box[1] * scale), height: Math.ceil(box[2] * scale) };
	const size = CUT[stem] ? { width: Math.min(whole.width, WIDTH), height: Math.min(whole.height, HEIGHT) } : whole;
	for (const colorScheme of stem.startsWith("shape-") ? SCHEMES.shape : SCHEMES.drawing)
		await inPage(browser, { viewport: size, colorScheme }, async (page) => {
			const paper = colorScheme === "dark" ? "#0d1117" : "#ffffff";
			await page.setContent(`<body style="margin:0;background:${paper}"><img width="${whole.width}" src="data:image/svg+xml;base64,` +
				`${Buffer.from(source).toString("base64")}">`);
			await page.waitForTimeout(200);
			await page.screenshot({ path: path.join(pictures, `${stem}-${colorScheme}.png`) });
		});
}

// BPMN as bpmn-js draws it, which knows paper only.
async function shootBpmn(browser, name) {
	const root = path.dirname(require.resolve("bpmn-js/package.json"));
	await inPage(browser, { viewport: { width: WIDTH, height: HEIGHT } }, async (page) => {
		await page.setContent('<body style="margin:0"><div id="canvas" style="height:100vh"></div>');
		await page.addScriptTag({ path: path.join(root, "dist/bpmn-viewer.production.min.js") });
		for (const file of ["diagram-js.css", "bpmn-js.css"]) await page.addStyleTag({ path: path.join(root, "dist/assets", file) });
		const box = await page.evaluate(async (xml) => {
			const viewer = new BpmnJS({ container: "#canvas" });
			await viewer.importXML(xml);
			viewer.get("canvas").zoom("fit-viewport");
			const { inner, scale } = viewer.get("canvas").viewbox();
			return { width: inner.width * scale, height: inner.height * scale };
		}, fs.readFileSync(path.join(outputs, name), "utf8"));
		const clip = { x: 0, y: 0, width: WIDTH, height: Math.ceil(box.height) + 12 };
		await page.screenshot({ path: path.join(pictures, "bpmn.png"), clip });
	});
}

(async () => {
	const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", chromiumSandbox: false, args: FLAGS });
	for (const name of fs.readdirSync(outputs).sort()) {
		if (name === "presale.html") await shootPage(browser, name);
		if (name.startsWith("way-back-merge-")) await shootTerminal(browser, name);
		if (name.endsWith(".svg")) await shootDrawing(browser, name);
		if (name === "incident.bpmn") await shootBpmn(browser, name);
	}
	await browser.close();
})();
