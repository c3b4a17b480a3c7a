// SPDX-License-Identifier: MIT
// The behaviour of the HTML regulation: search, filters, terms on a card, the map at any size, the current section in the contents. All
// of it works on what the page says; without scripts nothing is missing but comfort.
"use strict";
(() => {
	const main = document.getElementById("main");
	const form = document.querySelector(".tools");
	const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
	const make = (tag, text, props) => Object.assign(document.createElement(tag), { textContent: text }, props);
	const fold = (text) => text.toLowerCase().replace(/ё/g, "е").replace(/[\s\u00a0]+/g, " ").trim();
	const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, n) => values[n - 1]);

	// Contents: closed on a phone, and the section being read is marked.
	const contents = document.querySelector(".contents details");
	const wide = matchMedia("(min-width: 64rem)");
	const print = matchMedia("print");
	const openContents = () => { if (contents) contents.open = wide.matches || print.matches; };
	wide.addEventListener("change", openContents);
	openContents();
	addEventListener("beforeprint", () => { if (contents) contents.open = true; });
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

	// Headings: each leads to itself, so that its address can be copied.
	for (const heading of all("h2[id], h3[id]", main)) {
		const link = make("a", "#", { className: "self", href: "#" + heading.id });
		link.setAttribute("aria-label", fill(main.dataset.self || "{1}", heading.textContent));
		heading.append(link);
	}

	// The map: as broad as the page, larger at will; it is dragged, and the wheel with Ctrl makes it larger where the pointer is.
	for (const chart of all(".chart")) {
		const figure = chart.querySelector(".map"), svg = figure.querySelector("svg"), bar = chart.querySelector(".zoom");
		const width = Number(svg.getAttribute("width")), height = Number(svg.getAttribute("height"));
		let scale = 1;
		const least = () => Math.min(1, figure.clientWidth / width, Math.max(figure.clientHeight, 240) / height);
		const fitting = () => Math.min(1, figure.clientWidth / width);
		const zoom = (wanted, x, y) => {
			const old = scale, left = figure.scrollLeft + x, top = figure.scrollTop + y;
			scale = Math.max(least(), Math.min(wanted, 2));
			svg.style.width = width * scale + "px";
			figure.scrollLeft = left * scale / old - x;
			figure.scrollTop = top * scale / old - y;
		};
		const fit = () => zoom(document.fullscreenElement === chart ? least() : fitting(), 0, 0);
		const middle = (factor) => zoom(scale * factor, figure.clientWidth / 2, figure.clientHeight / 2);
		const acts = { out: () => middle(1 / 1.5), in: () => middle(1.5), fit, full: () =>
			(document.fullscreenElement ? document.exitFullscreen() : chart.requestFullscreen()) };
		bar.hidden = false;
		bar.addEventListener("click", (event) => { if (acts[event.target.name]) acts[event.target.name](); });
		chart.addEventListener("fullscreenchange", () => requestAnimationFrame(fit));
		figure.addEventListener("wheel", (event) => {
			if (!event.ctrlKey) return;
			event.preventDefault();
			const box = figure.getBoundingClientRect();
			zoom(scale * (event.deltaY < 0 ? 1.2 : 1 / 1.2), event.clientX - box.left, event.clientY - box.top);
		}, { passive: false });
		let from = null;
		figure.addEventListener("pointerdown", (event) => {
			if (event.pointerType === "mouse" && event.button === 0) from = { x: event.clientX, y: event.clientY, moved: false };
		});
		addEventListener("pointermove", (event) => {
			if (!from || (!from.moved && Math.hypot(event.clientX - from.x, event.clientY - from.y) < 4)) return;
			figure.scrollBy(from.x - event.clientX, from.y - event.clientY);
			from = { x: event.clientX, y: event.clientY, moved: true };
		});
		addEventListener("pointerup", () => { setTimeout(() => { from = null; }); });
		figure.addEventListener("dragstart", (event) => event.preventDefault());
		figure.addEventListener("click", (event) => { if (from && from.moved) event.preventDefault(); }, true);
		figure.addEventListener("dblclick", (event) => {
			const box = figure.getBoundingClientRect();
			zoom(scale * 2, event.clientX - box.left, event.clientY - box.top);
		});
		fit();
	}

	// The matrix of responsibility by role, for screens on which it has no room.
	const matrix = document.querySelector("section[aria-labelledby^=responsibility] table");
	if (matrix && matrix.querySelector("th.middle")) {
		const list = make("div", "", { className: "by-role" });
		const rows = all("tbody tr", matrix);
		all("thead th.middle", matrix).forEach((head, column) => {
			const role = make("details", ""), items = make("ul", "");
			for (const row of rows) {
				const letters = row.cells[column + 1].textContent.trim();
				if (!letters) continue;
				const item = make("li", "");
				item.append(...Array.from(row.cells[column + 1].childNodes, (node) => node.cloneNode(true)), " ",
					...Array.from(row.cells[0].childNodes, (node) => node.cloneNode(true)));
				items.append(item);
			}
			role.append(make("summary", head.textContent.trim()), items);
			if (items.firstChild) list.append(role);
		});
		matrix.closest(".scroll").classList.add("told");
		matrix.closest(".scroll").after(list);
	}

	// Terms: a card beside the link, which the pointer may enter and Escape closes.
	const card = make("div", "", { className: "card", id: "term-card", hidden: true });
	card.setAttribute("role", "tooltip");
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
	form.addEventListener("click", (event) => {
		if (event.target.name !== "more") return;
		const open = form.classList.toggle("open");
		event.target.setAttribute("aria-expanded", open);
	});

	// Places: what a search finds and a filter lists, each once: a section, a term, a step, a row of a table.
	const bare = (element) => all(".self, .mark", element).reduce((text, self) => text.replace(self.textContent, ""),
		element.textContent).replace(/\s+/g, " ").trim();
	const wordsOf = (text) => fold(text).split(/[^\p{L}\p{N}.]+/u).map((word) => word.replace(/^\.+|\.+$/g, "")).filter(Boolean);
	const placeOf = (element) => element.closest("li:has(> .name), .term, tbody tr") || headingOf(element);
	const headingOf = (element) => {
		const section = element.closest("section");
		return section && section.firstElementChild;
	};
	const nameOf = (place) => place.querySelector(":scope > .name, dfn, :scope > :is(th, td)") || (/^H\d$/.test(place.tagName) ? place : null);
	const weigh = (place) => (place.matches(".term") ? 4 : place.matches("li") ? 4 : place.matches("tr") ? 1
		: place.parentElement.dataset.stage !== undefined ? 5 : 3);
	let places = null;
	const gather = () => {
		const found = new Map();
		for (const element of all("h2, h3, p, li, td, th, dt, dd", main)) {
			if (form.contains(element) || element.closest(".by-role, .start") || element.querySelector("p, li, td")) continue;
			const place = placeOf(element), text = bare(element);
			if (!text || !place) continue;
			// A row that is about something with a place of its own is found by what else it says.
			const named = element.matches("tr > :first-child") && element.querySelector("a[href^='#']");
			if (!found.has(place)) found.set(place, { place, weight: weigh(place), title: bare(nameOf(place) || element), words: [], texts: [] });
			const entry = found.get(place);
			if (named) continue;
			entry.texts.push(text);
			entry.words.push(...wordsOf(text));
		}
		return Array.from(found.values(), (entry) => ({ ...entry, titled: wordsOf(entry.title) }));
	};

	// Every word must occur, in any of its forms: what is left of it without its ending begins a word of the place.
	const endings = new RegExp("(?:иями|ями|ами|ыми|ими|ого|его|ому|ему|иях|иям|ах|ях|ов|ев|ей|ий|ый|ой|ая|яя|ое|ее|ые|ие|ую|юю|ом|ем|ам|ям|"
		+ "ия|ию|ии|ing|ed|es|[аяоеыиуюьйs])$");
	const stemOf = (word) => {
		const stem = word.replace(endings, "");
		return stem.length < 3 || /\d/.test(word) ? word : stem;
	};
	const rank = (entry, stems, phrase) => {
		if (!stems.every((stem) => entry.words.some((word) => word.startsWith(stem)))) return 0;
		const named = stems.every((stem) => entry.titled.some((word) => word.startsWith(stem)));
		return entry.weight + (named ? 10 : 0) + (named && fold(entry.title).includes(phrase) ? 3 : 0);
	};
	const marked = (text, stems) => {
		const line = document.createElement("span"), folded = text.toLowerCase().replace(/ё/g, "е");
		const hit = Array.from(folded.matchAll(/[\p{L}\p{N}.]+/gu)).find(([word]) => stems.some((stem) => word.startsWith(stem)));
		if (!hit) { line.append(text.slice(0, 140)); return line; }
		const at = hit.index, from = Math.max(0, at - 60), end = at + hit[0].length;
		line.append((from ? "…" : "") + text.slice(from, at), make("mark", text.slice(at, end)), text.slice(end, end + 100));
		return line;
	};
	const show = (element) => {
		for (const old of all(".here")) old.classList.remove("here");
		element.classList.add("here");
		element.tabIndex = -1;
		element.focus({ preventScroll: true });
		element.scrollIntoView({ block: "center" });
		results.replaceChildren();
	};
	const list = (found, stems) => {
		results.replaceChildren(...found.slice(0, 30).map(({ place, title, texts }) => {
			const item = document.createElement("li"), heading = headingOf(place), link = make("a", "", { href: "#" + (place.id
				|| (heading ? heading.id : "main")) });
			if (heading && heading !== place) link.append(make("small", bare(heading)));
			const hit = stems.length && texts.find((text) => stems.some((stem) => wordsOf(text).some((word) => word.startsWith(stem))));
			const first = make("strong", "");
			first.append(marked(title, stems));
			link.append(first);
			if (hit && hit !== title && !title.includes(hit)) link.append(" ", marked(hit, stems));
			link.addEventListener("click", (event) => { event.preventDefault(); show(place); });
			item.append(link);
			return item;
		}));
	};
	const find = () => {
		const phrase = fold(search.value), stems = wordsOf(phrase).map(stemOf);
		results.replaceChildren();
		if (stems.join("").length < 2) { filter(); return; }
		places = places || gather();
		const found = places.map((entry) => ({ ...entry, rank: entry.place.offsetParent ? rank(entry, stems, phrase) : 0 }))
			.filter((entry) => entry.rank).sort((one, other) => other.rank - one.rank);
		status.textContent = found.length ? fill(form.dataset.found, found.length) : form.dataset.nothing;
		list(found, stems);
	};

	// Filters: what is about a stage, a role or a variant says so in data attributes. What is left is listed at once.
	const sorted = all("[data-roles], [data-stage], [data-only]", main);
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
		const role = chosen("role"), stage = chosen("stage"), variant = chosen("variant"), any = role || stage || variant;
		for (const element of sorted) {
			const { roles, stage: of } = element.dataset;
			element.hidden = Boolean((role && roles !== undefined && !concerns(element, role, variant)) ||
				(stage && of !== undefined && of !== stage) || isOfOthers(element, variant));
		}
		for (const [link, heading] of entries) link.parentElement.hidden = Boolean(heading && heading.closest("[hidden]"));
		form.classList.toggle("filtered", Boolean(any));
		status.textContent = any ? fill(form.dataset.shown, steps.filter((step) => step.offsetParent).length, steps.length) : "";
		soon();
	};
	const listSteps = () => {
		if (!form.classList.contains("filtered")) { results.replaceChildren(); return; }
		places = places || gather();
		list(places.filter(({ place }) => place.matches(".steps > li") && place.offsetParent), []);
	};
	search.addEventListener("input", find);
	form.addEventListener("change", (event) => {
		if (event.target === search) return;
		filter();
		if (search.value) find();
		else listSteps();
	});
	form.addEventListener("reset", () => setTimeout(() => { results.replaceChildren(); filter(); }));
	form.addEventListener("submit", (event) => { event.preventDefault(); const first = results.querySelector("a"); if (first) first.click(); });
	form.addEventListener("keydown", (event) => {
		const links = all("a", results), at = links.indexOf(document.activeElement);
		const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
		if (event.key === "Escape" && (search.value || at >= 0 || links.length)) { search.value = ""; find(); search.focus(); }
		if (!step || !links.length || document.activeElement.tagName === "SELECT") return;
		event.preventDefault();
		(links[at + step] || search).focus();
	});
	document.addEventListener("click", (event) => { if (!form.contains(event.target)) results.replaceChildren(); });
	document.addEventListener("keydown", (event) => {
		if (event.key === "/" && !event.ctrlKey && !event.metaKey && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) {
			event.preventDefault();
			search.focus();
		}
	});

	// What a link leads to stands below the bar, however tall that is.
	new ResizeObserver(() => {
		document.documentElement.style.scrollPaddingTop = form.offsetHeight + 16 + "px";
	}).observe(form);

	// «Start here»: who chooses a role sees its steps alone.
	for (const link of all(".start a[data-role]"))
		link.addEventListener("click", () => { if (form.elements.role) { form.elements.role.value = link.dataset.role; filter(); } });
	filter();
})();
