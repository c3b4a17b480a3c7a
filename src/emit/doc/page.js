// SPDX-License-Identifier: MIT
// The behaviour of the HTML regulation: search, filters, terms on a card, the current section in the contents. All of it works on
// what the page says; without scripts nothing is missing but comfort.
"use strict";
(() => {
	const main = document.getElementById("main");
	const form = document.querySelector(".tools");
	const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
	const fold = (text) => text.toLowerCase().replace(/ё/g, "е").replace(/[\s\u00a0]+/g, " ").trim();
	const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, n) => values[n - 1]);

	// Contents: closed on a phone, and the section being read is marked.
	const contents = document.querySelector(".contents details");
	const wide = matchMedia("(min-width: 64rem)");
	const print = matchMedia("print");
	const openContents = () => { contents.open = wide.matches || print.matches; };
	wide.addEventListener("change", openContents);
	openContents();
	addEventListener("beforeprint", () => { contents.open = true; });
	addEventListener("afterprint", openContents);
	const entries = all(".contents a").map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))]);
	let waiting = false;
	const markCurrent = () => {
		waiting = false;
		const read = entries.filter(([, heading]) => heading && heading.offsetParent && heading.getBoundingClientRect().top < innerHeight / 3);
		const current = read.length ? read[read.length - 1][0] : null;
		for (const [link] of entries)
			if (link !== current) link.removeAttribute("aria-current");
		if (!current || current.hasAttribute("aria-current")) return;
		current.setAttribute("aria-current", "location");
		if (wide.matches) current.scrollIntoView({ block: "nearest" });
	};
	const soon = () => { if (!waiting) { waiting = true; requestAnimationFrame(markCurrent); } };
	addEventListener("scroll", soon, { passive: true });
	addEventListener("resize", soon);
	soon();

	// Terms: a card beside the link, which the pointer may enter and Escape closes.
	const card = document.createElement("div");
	card.className = "card";
	card.id = "term-card";
	card.setAttribute("role", "tooltip");
	card.hidden = true;
	document.body.append(card);
	let opener = null, leaving = 0;
	const hideCard = () => {
		if (opener) opener.removeAttribute("aria-describedby");
		opener = null;
		card.hidden = true;
	};
	const termOf = (link) => {
		const target = link.hash && document.getElementById(decodeURIComponent(link.hash.slice(1)));
		return target && target.classList.contains("term") && !target.contains(link) ? target : null;
	};
	const showCard = (link) => {
		const term = termOf(link);
		if (!term) return;
		clearTimeout(leaving);
		hideCard();
		opener = link;
		card.replaceChildren(...Array.from(term.childNodes, (node) => node.cloneNode(true)));
		card.hidden = false;
		link.setAttribute("aria-describedby", card.id);
		const at = link.getBoundingClientRect(), below = at.bottom + card.offsetHeight + 8 < innerHeight;
		card.style.left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8)) + scrollX + "px";
		card.style.top = (below ? at.bottom + 6 : at.top - card.offsetHeight - 6) + scrollY + "px";
	};
	const leave = () => { clearTimeout(leaving); leaving = setTimeout(hideCard, 250); };
	const linkUnder = (event) => event.target.closest && event.target.closest("main a[href^='#']");
	document.addEventListener("pointerover", (event) => {
		const link = event.pointerType === "touch" ? null : linkUnder(event);
		if (link && link !== opener) showCard(link);
		else if (link || card.contains(event.target)) clearTimeout(leaving);
		else if (opener) leave();
	});
	document.addEventListener("focusin", (event) => {
		const link = linkUnder(event);
		if (link) showCard(link);
		else if (!card.contains(event.target)) hideCard();
	});
	document.addEventListener("keydown", (event) => { if (event.key === "Escape") hideCard(); });

	if (!form) return;
	form.hidden = false;
	const status = form.querySelector(".status"), results = form.querySelector(".results");
	const search = form.elements.search;

	// Filters: what is about a stage, a role or a variant says so in data attributes.
	const marked = all("[data-roles], [data-stage], [data-only]", main);
	const has = (list, wanted) => list.split(" ").includes(wanted);
	const steps = all(".steps > li", main);
	const chosen = (name) => (form.elements[name] ? form.elements[name].value : "");
	const isOfOthers = (element, variant) => Boolean(variant && element.dataset.only !== undefined && !has(element.dataset.only, variant));
	const concerns = (element, role, variant) => {
		if (has(element.dataset.roles, role)) return true;
		return element.tagName === "SECTION" && all(".steps [data-roles]", element)
			.some((inner) => has(inner.dataset.roles, role) && !isOfOthers(inner, variant));
	};
	const filter = () => {
		const role = chosen("role"), stage = chosen("stage"), variant = chosen("variant");
		for (const element of marked) {
			const { roles, stage: of } = element.dataset;
			element.hidden = Boolean((role && roles !== undefined && !concerns(element, role, variant)) ||
				(stage && of !== undefined && of !== stage) || isOfOthers(element, variant));
		}
		const shown = steps.filter((step) => step.offsetParent).length;
		status.textContent = role || stage || variant ? fill(form.dataset.shown, shown, steps.length) : "";
		soon();
	};

	// Search: every word must occur, in any case, with е for ё.
	let texts = null;
	const headingOf = (element) => {
		const section = element.closest("section");
		return section && section.firstElementChild;
	};
	const gather = () => all("h2, h3, p, li, td, th, dt, dd", main)
		.filter((element) => !form.contains(element) && !element.querySelector("p, li, td"))
		.map((element) => ({ element, text: element.textContent.replace(/\s+/g, " ").trim() }))
		.filter((entry) => entry.text)
		.map((entry) => ({ ...entry, folded: fold(entry.text) }));
	const snippet = (text, word) => {
		const at = Math.max(0, fold(text).indexOf(word)), from = Math.max(0, at - 60);
		const line = document.createElement("span"), found = document.createElement("mark");
		found.textContent = text.slice(at, at + word.length);
		line.append((from ? "…" : "") + text.slice(from, at), found, text.slice(at + word.length, at + word.length + 100));
		return line;
	};
	const show = (element) => {
		for (const old of all(".here")) old.classList.remove("here");
		element.classList.add("here");
		element.tabIndex = -1;
		element.focus({ preventScroll: true });
		element.scrollIntoView({ block: "center" });
	};
	const find = () => {
		const words = fold(search.value).split(" ").filter(Boolean);
		results.replaceChildren();
		if (!words.length || words.join("").length < 2) { filter(); return; }
		texts = texts || gather();
		const found = texts.filter((entry) => words.every((word) => entry.folded.includes(word)) && entry.element.offsetParent);
		status.textContent = found.length ? fill(form.dataset.found, found.length) : form.dataset.nothing;
		for (const { element, text } of found.slice(0, 30)) {
			const item = document.createElement("li"), link = document.createElement("a"), heading = headingOf(element);
			link.href = "#" + (heading ? heading.id : "main");
			if (heading && heading !== element) {
				const where = document.createElement("small");
				where.textContent = heading.textContent;
				link.append(where);
			}
			link.append(snippet(text, words[0]));
			link.addEventListener("click", (event) => { event.preventDefault(); show(element); });
			item.append(link);
			results.append(item);
		}
	};
	search.addEventListener("input", find);
	form.addEventListener("change", (event) => { if (event.target !== search) { filter(); if (search.value) find(); } });
	form.addEventListener("reset", () => setTimeout(() => { results.replaceChildren(); filter(); }));
	form.addEventListener("submit", (event) => { event.preventDefault(); const first = results.querySelector("a"); if (first) first.click(); });
	form.addEventListener("keydown", (event) => {
		const links = all("a", results), at = links.indexOf(document.activeElement);
		const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
		if (event.key === "Escape" && (search.value || at >= 0)) { search.value = ""; find(); search.focus(); }
		if (!step || !links.length || document.activeElement.tagName === "SELECT") return;
		event.preventDefault();
		(links[at + step] || search).focus();
	});
	document.addEventListener("keydown", (event) => {
		if (event.key === "/" && !event.ctrlKey && !event.metaKey && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) {
			event.preventDefault();
			search.focus();
		}
	});
	filter();
})();
