// SPDX-License-Identifier: MIT
// What `presale build --serve` adds to a page: it is loaded again after each build, and shows what stood in the way of one.
"use strict";
(() => {
	const { build, title } = document.currentScript.dataset;
	let notice = null;
	const show = (findings) => {
		if (notice) notice.remove();
		notice = null;
		if (!findings) return;
		notice = document.createElement("section");
		notice.setAttribute("role", "alert");
		notice.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;z-index:99;padding:1rem 1.25rem;" +
			"color:#fff;background:#7a1020;font:14px/1.5 ui-monospace,Consolas,monospace;border-top:4px solid #ffb3bd";
		const heading = document.createElement("strong");
		const text = document.createElement("pre");
		heading.textContent = title;
		text.textContent = findings;
		text.style.cssText = "margin:.5rem 0 0;padding:0;white-space:pre-wrap;background:none;max-width:none;color:inherit;font:inherit";
		notice.append(heading, text);
		document.body.append(notice);
	};
	const source = new EventSource("/.presale/news");
	source.addEventListener("message", ({ data }) => {
		const end = data.indexOf("\n");
		const number = end < 0 ? data : data.slice(0, end);
		if (number === build) show(end < 0 ? "" : data.slice(end + 1));
		else location.reload();
	});
	addEventListener("pagehide", () => source.close());
})();
