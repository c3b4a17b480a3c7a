// SPDX-License-Identifier: MIT
// Ticks the first open box of the page of a run in Chromium, and opens the page again: ticks.js PAGE. Prints which boxes are ticked each
// time, and what the page complained of and asked for.
"use strict";
const { chromium } = require("playwright-core");

(async () => {
	const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
	const page = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
	const found = { complaints: [], requests: [] };
	page.on("console", (message) => found.complaints.push(message.text()));
	page.on("pageerror", (error) => found.complaints.push(String(error)));
	page.on("request", (request) => found.requests.push(request.url()));
	const address = "file://" + process.argv[2];
	const ticked = () => page.$$eval("input:checked", (boxes) => boxes.map((box) => box.dataset.key));
	await page.goto(address);
	found.before = await ticked();
	await page.locator("input:enabled").first().check();
	found.after = await ticked();
	await page.goto("about:blank");
	await page.goto(address);
	found.again = await ticked();
	found.wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
	await browser.close();
	found.requests = found.requests.filter((url) => !url.startsWith("file:") && url !== "about:blank");
	console.log(JSON.stringify(found));
})();
