# SPDX-License-Identifier: MIT
"""What the suites that read our own source share: the files, their code without comments and strings, what they include."""
import functools
import glob
import re


@functools.cache
def sources():
    return sorted(glob.glob("src/**/*.[ch]", recursive=True) + glob.glob("src/**/*.def", recursive=True))


@functools.cache
def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


@functools.cache
def code_of(path):
    """The lines of a file, comments and strings made blank."""
    text = text_of(path)
    pattern = r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"

    def blank(match):
        return "".join("\n" if c == "\n" else " " for c in match.group())
    kept = re.sub(pattern, lambda m: m.group() if line_of(text, m.start()).startswith("#include") else blank(m), text, flags=re.S)
    return kept.split("\n")


def line_of(text, at):
    return text[text.rfind("\n", 0, at) + 1:text.find("\n", at)]


def includes(path):
    for number, line in enumerate(code_of(path), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)', line)
        if match:
            yield f"{path}:{number}", match.group(1), match.group(2)
