# SPDX-License-Identifier: MIT
"""The house's style as far as a script can see it: what functions are called. The suite `layers` runs each test with the rest of its
rules; docs/architecture.md says why."""
import re

from sources import code_of, sources, text_of

# First words of a header's functions that are none of its nouns: the command line's arguments, what rules do, characters that need no
# table of Unicode, and what a book consists of.
OTHER_NOUNS = {"src/cli/call/call.h": "args", "src/check/checker.h": "report", "src/support/utf8.h": "ascii", "src/view/book/book.h": "sheet"}


def functions_of(path):
    """Yields (name, all of the prototype) of the functions that a header declares, or makes itself."""
    code = re.sub(r"^\s*#(?:.*\\\n)*.*", "", "\n".join(code_of(path)), flags=re.M)
    for match in re.finditer(r"^(?!return|typedef|extern|struct \w+ \{)[a-z][\w *]*?[\s*](\w+)\([^;{]*?\)[^;{()]*(?:__attribute__[^;]*)?[;{]",
                             code, re.M):
        yield match.group(1), match.group()


def nouns_of(path, prototype):
    """What a function's name may begin with: its header, the folder, a struct or enum that it takes or gives or that its header makes,
    a kind of thing in the model."""
    *_, folder, file = path.removesuffix(".h").split("/")
    made = re.findall(r"^(?:struct|enum|union) (\w+) \{", "\n".join(code_of(path)), re.M)
    taken = re.findall(r"\b(?:struct|enum) (\w+)", prototype)
    kinds = re.findall(r"^KIND\(\w+, (\w+)", text_of("src/model/kinds.def"), re.M)
    nouns = {file, file.split("_")[0], folder, *kinds, *made, *taken, *(name.split("_")[-1] for name in made + taken)}
    return nouns | {noun.removesuffix("s") for noun in nouns} | {noun + "s" for noun in nouns} | {OTHER_NOUNS.get(path)}


def called():
    """A function is called for what it is about, so that whoever reads its name knows the header."""
    faults, count = [], 0
    for path in sources():
        for name, prototype in functions_of(path) if path.endswith(".h") else ():
            count += 1
            if not any(noun and (name == noun or name.startswith(noun + "_")) for noun in nouns_of(path, prototype)):
                faults.append(f"{path}: {name} begins with no noun of its header")
    assert count > 900, count
    return faults
