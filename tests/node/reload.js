// SPDX-License-Identifier: MIT
// Looks at a served page in Chromium while its source changes: reload.js ADDRESS SOURCE TEXT NEW. SOURCE holds TEXT; once it holds NEW the
// page must show NEW by itself; once it is broken the page must say so and keep NEW. Prints what the page asked for and complained of.
"use strict";
const fs = require("fs");
const { chromium } = require("playwright-core");

(async () => {
	const [address, source, text, changed] = process.argv.slice(2);
	const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
	const page = await browser.newPage();
	const found = { complaints: [], requests: [] };
	page.on("console", (message) => found.complaints.push(message.text()));
	page.on("pageerror", (error) => found.complaints.push(String(error)));
	page.on("request", (request) => found.requests.push(new URL(request.url()).pathname));
	await page.goto(address);
	const good = fs.readFileSync(source, "utf8");
	fs.writeFileSync(source, good.replace(text, changed));
	await page.getByText(changed).first().waitFor({ timeout: 60000 });
	fs.writeFileSync(source, "process: [");
	await page.getByRole("alert").waitFor({ timeout: 60000 });
	found.alert = await page.getByRole("alert").innerText();
	found.kept = await page.getByText(changed).first().isVisible();
	fs.writeFileSync(source, good.replace(text, changed));
	await page.getByRole("alert").waitFor({ state: "detached", timeout: 60000 });
	await browser.close();
	console.log(JSON.stringify(found));
})();
