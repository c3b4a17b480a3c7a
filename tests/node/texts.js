// SPDX-License-Identifier: MIT
// How wide and high every text of SVG files is in a browser, in the text's own coordinates: texts.js FOLDER FILE… prints a list
// of [x, y, width, height] for each file, as JSON. FOLDER holds the browser's own files.
const { chromium } = require("playwright-core");
const path = require("path");

async function main(folder, files) {
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  const page = await browser.newPage();
  const all = [];
  for (const file of files) {
    await page.goto("file://" + path.resolve(file));
    all.push(await page.evaluate(() => Array.from(document.querySelectorAll("text"), (text) => {
      const box = text.getBBox();
      return [box.x, box.y, box.width, box.height];
    })));
  }
  console.log(JSON.stringify(all));
  await browser.close();
}

main(process.argv[2], process.argv.slice(3));
