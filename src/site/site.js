// What pages of a site do: the search over everything, the choice of rows in the register, the map. Without scripts all of it can be read.
(() => {
	"use strict";
	const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
	const make = (tag, text, properties) => Object.assign(document.createElement(tag), { textContent: text }, properties);
	const fill = (sentence, ...values) => values.reduce((text, value, at) => text.replace(`{${at + 1}}`, value), sentence);

	// Pieces of the index: scripts, each of which hands over what it has. From a disk nothing else may be loaded.
	const form = document.querySelector(".find");
	const pieces = new Map();
	window.presaleSearch = (key, value) => pieces.get(key).take(value);
	const load = (key) => {
		if (!pieces.has(key)) {
			const piece = {};
			piece.ready = new Promise((take) => { piece.take = take; });
			pieces.set(key, piece);
			const script = make("script", "", { src: `${form.dataset.up}search/${key}.js` });
			script.addEventListener("error", () => piece.take(null));
			document.head.append(script);
		}
		return pieces.get(key).ready;
	};

	// Words as the index has them: small letters, е for ё.
	const fold = (text) => text.normalize("NFC").toLowerCase().replace(/ё/g, "е");
	const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) || [];
	const endings = new RegExp("(?:иями|ями|ами|ыми|ими|ого|его|ому|ему|иях|иям|ах|ях|ов|ев|ей|ий|ый|ой|ая|яя|ое|ее|ые|ие|ую|юю|ом|ем|ам|"
		+ "ям|ия|ию|ии|ing|ed|es|[аяоеыиуюьйs])$");
	const stemOf = (word) => {
		const stem = word.replace(endings, "");
		return stem.length < 3 || /\d/.test(word) ? word : stem;
	};
	const keyOf = (word) => {
		const [first, second] = Array.from(word);
		return (first.codePointAt(0) * 65536) + (second ? second.codePointAt(0) & 65535 : 0);
	};

	// Where a word stands: place → weight. A form that the index knows counts for more than one that it only begins.
	const EXACT = 2, BEGUN = 1, TITLE = 5;
	const placesOf = async (word, known) => {
		const found = new Map(), key = keyOf(word);
		const piece = known.has(key) ? await load(`w${key.toString(16)}`) : null;
		if (!piece) return found;
		const [forms, lists] = piece, weights = new Map();
		// A form that occurs nowhere has lost or gained a vowel before its end: «карточек» of «карточка».
		for (let stem = stemOf(word), cut = 0; !weights.size && cut < 3 && (!cut || stem.length > 4); cut++) {
			const begins = stem.slice(0, stem.length - cut);
			for (const [form, stems] of Object.entries(forms)) {
				const weight = form === word ? EXACT : form.startsWith(begins) ? BEGUN : 0;
				for (const at of weight ? stems : []) weights.set(at, Math.max(weight, weights.get(at) || 0));
			}
		}
		for (const [at, weight] of weights) {
			for (const one of lists[at].split(";")) {
				const [document, places] = one.split(":");
				for (const place of places.split(",")) {
					const title = place.endsWith("!"), id = `${document}:${title ? place.slice(0, -1) : place}`;
					const worth = weight * (title ? TITLE : 1) * (title && place === "0!" ? 2 : 1);
					found.set(id, Math.max(worth, found.get(id) || 0));
				}
			}
		}
		return found;
	};
	const everywhere = (maps) => {
		const both = new Map();
		for (const [id, weight] of maps[0]) {
			const others = maps.slice(1).map((map) => map.get(id));
			if (others.every(Boolean)) both.set(id, others.reduce((sum, other) => sum + other, weight));
		}
		return both;
	};
	// Where no place has all the words, a document may: it is found at the place that has the weightiest.
	const byDocument = (maps) => {
		const best = new Map();
		const sums = maps.map((map) => {
			const sum = new Map();
			for (const [id, weight] of map) {
				const document = id.slice(0, id.indexOf(":"));
				if (weight > (sum.get(document) || 0)) sum.set(document, weight);
				if (weight > (best.get(document) || [0])[0]) best.set(document, [weight, id]);
			}
			return sum;
		});
		return new Map(Array.from(everywhere(sums), ([document, weight]) => [best.get(document)[1], weight]));
	};

	// The first few are shown while the others are still being loaded.
	const FIRST = 5, MOST = 20;
	const search = async (words, show) => {
		const index = await load("index");
		if (!index) return;
		const known = index.known || (index.known = new Set(index.pieces));
		const maps = await Promise.all(words.map((word) => placesOf(word, known)));
		let found = everywhere(maps);
		if (!found.size && maps.length > 1) found = byDocument(maps);
		const order = Array.from(found).sort((one, other) => other[1] - one[1]).slice(0, MOST);
		const answerOf = async ([id]) => {
			const [document, place] = id.split(":"), places = await load(`d${document}`);
			const [page, name] = index.documents[parseInt(document, 16)], [address, title, text] = places[parseInt(place, 16)];
			return { href: form.dataset.up + page + address, name: name === title ? "" : name, title, text };
		};
		const first = await Promise.all(order.slice(0, FIRST).map(answerOf));
		show(found.size, first);
		if (order.length > FIRST) show(found.size, [...first, ...await Promise.all(order.slice(FIRST).map(answerOf))]);
	};

	const marked = (text, words) => {
		const line = document.createElement("span");
		const hit = Array.from(fold(text).matchAll(/[\p{L}\p{N}\p{M}]+/gu)).find(([one]) => words.some((word) => one.startsWith(stemOf(word))));
		if (!hit || fold(text).length !== text.length) { line.append(text.slice(0, 150)); return line; }
		const from = Math.max(0, hit.index - 60), end = hit.index + hit[0].length;
		line.append((from ? "…" : "") + text.slice(from, hit.index), make("mark", text.slice(hit.index, end)), text.slice(end, end + 100));
		return line;
	};

	if (form) {
		const input = form.elements.words, told = form.querySelector(".told"), list = form.querySelector(".answers");
		let asked = 0;
		const show = (answers, words) => list.replaceChildren(...answers.map(({ href, name, title, text }) => {
			const item = make("li", ""), link = make("a", "", { href }), first = make("strong", "");
			if (name) link.append(make("small", name));
			first.append(marked(title, words));
			link.append(first);
			if (text) link.append(marked(text, words));
			item.append(link);
			return item;
		}));
		const find = async () => {
			const words = wordsOf(input.value), mine = ++asked;
			if (words.join("").length < 2) { told.textContent = ""; list.replaceChildren(); return; }
			await search(words, (count, answers) => {
				if (mine !== asked) return;
				told.textContent = count ? fill(form.dataset.found, count) : form.dataset.nothing;
				show(answers, words);
			});
		};
		form.hidden = false;
		input.addEventListener("focus", () => load("index"), { once: true });
		input.addEventListener("input", find);
		form.addEventListener("submit", (event) => { event.preventDefault(); const first = list.querySelector("a"); if (first) first.click(); });
		const close = () => { asked++; list.replaceChildren(); told.textContent = ""; };
		form.addEventListener("keydown", (event) => {
			const links = all("a", list), at = links.indexOf(document.activeElement);
			const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
			if (event.key === "Escape") { input.value = ""; close(); input.focus(); }
			if (!step || !links.length) return;
			event.preventDefault();
			(links[at + step] || input).focus();
		});
		document.addEventListener("click", (event) => { if (!form.contains(event.target)) close(); });
		document.addEventListener("keydown", (event) => {
			if (event.key !== "/" || event.ctrlKey || event.metaKey || /INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) return;
			if (document.querySelector(".tools")) return; // the page's own search is meant
			event.preventDefault();
			input.focus();
		});
	}

	// The register: rows of one owner, of one status.
	const register = document.querySelector(".register");
	if (register) {
		const rows = all("tbody tr", register), choices = make("div", "", { className: "choose" });
		const shown = make("p", ""), chosen = [];
		shown.setAttribute("role", "status");
		const choose = () => {
			for (const row of rows)
				row.hidden = chosen.some(([select, of]) => select.value && of(row) !== select.value);
			shown.textContent = chosen.some(([select]) => select.value)
				? fill(register.dataset.shown, rows.filter((row) => !row.hidden).length, rows.length) : "";
		};
		for (const name of ["owner", "status"]) {
			const of = (row) => { const cell = row.querySelector(`.${name}`); return cell ? cell.textContent : ""; };
			const values = Array.from(new Set(rows.map(of))).filter(Boolean).sort((one, other) => one.localeCompare(other));
			if (values.length < 2) continue;
			const label = make("label", ""), select = make("select", "");
			select.append(make("option", register.dataset.all, { value: "" }), ...values.map((value) => make("option", value, { value })));
			label.append(make("span", rows[0].querySelector(`.${name}`).dataset.title), select);
			choices.append(label);
			chosen.push([select, of]);
			select.addEventListener("change", choose);
		}
		choices.append(shown);
		if (chosen.length) register.before(choices);
	}

	// The map: what a line has to do with stands out.
	const picture = document.querySelector(".picture");
	if (picture) {
		const arcs = all(".arc", picture), lines = all(".line", picture);
		const ask = (line) => {
			const at = line && line.dataset.line, near = new Set([at]);
			picture.classList.toggle("asked", Boolean(line));
			for (const arc of arcs) {
				const mine = Boolean(line) && (arc.dataset.from === at || arc.dataset.to === at);
				arc.classList.toggle("near", mine);
				if (mine) near.add(arc.dataset.from).add(arc.dataset.to);
			}
			for (const other of lines) other.classList.toggle("near", Boolean(line) && near.has(other.dataset.line));
		};
		for (const line of lines) {
			line.addEventListener("pointerenter", () => ask(line));
			line.addEventListener("pointerleave", () => ask(null));
			line.addEventListener("focusin", () => ask(line));
			line.addEventListener("focusout", () => ask(null));
		}
	}
})();
