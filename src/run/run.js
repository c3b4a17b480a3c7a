// SPDX-License-Identifier: MIT
// The boxes of a run: what is ticked stays ticked in this browser until the file says that it is done.
"use strict";
(() => {
	const key = (box) => "presale-run " + box.dataset.key;
	const store = {
		get: (name) => { try { return localStorage.getItem(name); } catch { return null; } },
		set: (name, on) => { try { if (on) localStorage.setItem(name, "1"); else localStorage.removeItem(name); } catch { /* a box is a box without it */ } },
	};
	for (const box of document.querySelectorAll("input[data-key]")) {
		const item = box.closest("li");
		if (box.checked) { store.set(key(box), false); continue; }
		const show = () => item.classList.toggle("ticked", box.checked);
		box.checked = store.get(key(box)) === "1";
		show();
		box.addEventListener("change", () => { store.set(key(box), box.checked); show(); });
	}
})();
