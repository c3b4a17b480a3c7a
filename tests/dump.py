#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Shows a folder of outputs as text, for golden files: every file under its name; of an archive every part under its own."""
import pathlib
import re
import sys
import zipfile


def show(name, data):
    print("==== " + name)
    text = data.decode("utf-8", "backslashreplace")
    print(text if text.endswith("\n") else text + "\n(no line end)")


def without_assets(page):
    """A page without what is the same in every one: page.css and page.js, which stand in the repository themselves."""
    page = re.sub(rb"(<style>\n)/.*?(?=\n\.c[0-9a-f]{6}|</style>)|(<script>).*?(?=</script>)", rb"\1\2(as built in)", page, flags=re.S)
    return re.sub(rb"sha256-[A-Za-z0-9+/]{43}=", b"sha256-(of page.js)", page)


# The same in every document, but for the colour and language, which tests/suites/docx looks at.
BUILT_IN = {"word/styles.xml", "word/fontTable.xml", "[Content_Types].xml", "_rels/.rels"}
folder = pathlib.Path(sys.argv[1])
sys.stdout.reconfigure(newline="\n", encoding="utf-8")
for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
    if not path.is_file() or path.name == ".presale-manifest":
        continue
    name = path.relative_to(folder).as_posix()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for part in archive.namelist():
                data = archive.read(part)
                if name.endswith(".docx") and part in BUILT_IN:
                    continue
                # A tag a line, so that a difference can be read; documents have a paragraph a line.
                show(name + " " + part, data if part.endswith(".json") or name.endswith(".docx") else data.replace(b"><", b">\n<"))
    else:
        data = path.read_bytes()
        if name.endswith(".bpmn"):
            data = data.replace(b"><", b">\n<")
        show(name, without_assets(data) if name.endswith(".html") else data)
