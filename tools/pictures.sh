#!/bin/sh
# SPDX-License-Identifier: MIT
# The pictures of the README and of docs/: what examples/presale becomes, maps that are hard to draw, and how an edited book comes back:
# pictures.sh BUILD FOLDER.
# Sheets go through an office suite to paper, the page and the drawings through a browser.
set -eu
build=${1:?build folder} out=${2:?folder of pictures}
case $build in /*) ;; *) build=$PWD/$build ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out" "$work/pdf" "$work/png"
export PRESALE_TODAY=2026-11-25
process=examples/presale/process.yaml
"$build/presale" build -t all -o "$work/all" "$process" >"$work/list"

# A book of one sheet each, so that the sheet's first page is the picture.
for sheet in stages steps responsibility; do
	"$build/presale" build -t xlsx --sheets "$sheet" -o "$work/$sheet" "$process" >/dev/null
	mv "$work/$sheet/presale.xlsx" "$work/pdf/sheet-$sheet.xlsx"
done
HOME=$work soffice --headless --convert-to pdf --outdir "$work/pdf" "$work"/pdf/*.xlsx >/dev/null 2>&1
for pdf in "$work"/pdf/*.pdf; do
	pdftoppm -png -r 110 -f 1 -l 1 -singlefile "$pdf" "$work/png/$(basename "$pdf" .pdf)"
done

# The process of the README comes back from an edited book.
for lang in en ru; do
	readme=README.md
	[ "$lang" = en ] || readme=README.$lang.md
	mkdir -p "$work/back/$lang"
	awk '/^```yaml/ && !done {inside = 1; next} /^```/ && inside {inside = 0; done = 1} inside' "$readme" >"$work/back/$lang/process.yaml"
	(
		cd "$work/back/$lang"
		export PRESALE_LANG=$lang
		"$build/presale" build --no-check -t xlsx --sheets stages -o . process.yaml >/dev/null
		book=$(ls ./*.xlsx)
		/usr/bin/python3 "$OLDPWD/tools/edited.py" "$book"
		/usr/bin/python3 "$OLDPWD/tools/terminal.py" "$build/presale" merge --dry-run process.yaml "${book#./}" >"../way-back-merge-$lang.html"
		HOME=$work soffice --headless --convert-to pdf --outdir . "$book" >/dev/null 2>&1
		pdftoppm -png -r 130 -f 1 -l 1 -singlefile -x 20 -y 80 -W 880 -H 300 ./*.pdf "$work/png/way-back-sheet-$lang"
	)
done

# The map of examples/incident downwards and as BPMN, and hard shapes; of a map in pages the second one is shown.
mkdir "$work/more" "$work/shapes"
"$build/presale" build -t svg --vertical -o "$work/more" examples/incident/process.yaml >/dev/null
mv "$work/more/incident-process.svg" "$work/more/map-down.svg"
"$build/presale" build -t bpmn -o "$work/more" examples/incident/process.yaml >/dev/null
python3 tools/shapes.py "$work/shapes"
for shape in "$work"/shapes/*.yaml; do
	"$build/presale" build --no-check -t svg --pages a4 -o "$work/shapes" "$shape" >/dev/null
	name=$(basename "$shape" .yaml)
	mv "$work/shapes/$name-process-02.svg" "$work/more/shape-$name.svg" 2>/dev/null ||
		mv "$work/shapes/$name-process.svg" "$work/more/shape-$name.svg"
done

export NODE_PATH=$build/node/node_modules
node tools/pictures.js "$work/all" "$work/png"
node tools/pictures.js "$work/more" "$work/png"
node tools/pictures.js "$work/back" "$work/png"
rm -f "$out"/*.png
for png in "$work"/png/*.png; do
	pngquant --force --strip --speed 1 --quality 60-95 --output "$work/small.png" 128 "$png" || cp "$png" "$work/small.png"
	mv "$work/small.png" "$out/$(basename "$png")"
done
ls -l "$out" | awk '{sum += $5} END {printf "%d pictures, %d KB\n", NR - 1, sum / 1024}'
