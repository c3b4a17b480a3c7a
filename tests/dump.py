#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Shows a folder of outputs as text, for golden files: every file under its name; of an archive every part under its own."""
import pathlib
import sys
import zipfile


def show(name, data):
    print("==== " + name)
    text = data.decode("utf-8", "backslashreplace")
    print(text if text.endswith("\n") else text + "\n(no line end)")


folder = pathlib.Path(sys.argv[1])
sys.stdout.reconfigure(newline="\n", encoding="utf-8")
for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
    if not path.is_file():
        continue
    name = path.relative_to(folder).as_posix()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for part in archive.namelist():
                data = archive.read(part)
                # A tag a line, so that a difference can be read.
                show(name + " " + part, data if part.endswith(".json") else data.replace(b"><", b">\n<"))
    else:
        show(name, path.read_bytes())
