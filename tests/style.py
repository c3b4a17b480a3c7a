# SPDX-License-Identifier: MIT
"""The house's style as far as a script can see it: names, words, the order of includes. The suite `layers` runs each test with the rest
of its rules; docs/architecture.md says why."""
import os
import re

from sources import code_of, includes, sources, text_of

# First words of a header's functions that are none of its nouns: the command line's arguments, what rules do, characters that need no
# table of Unicode, and what a book consists of.
OTHER_NOUNS = {"src/cli/call/call.h": "args", "src/check/checker.h": "report", "src/support/utf8.h": "ascii",
               "src/view/book/book.h": "sheet"}

# The project's own words (docs/architecture.md, «Words»): what is not said in names and comments, what is, and where the word means
# something else: a circle that is drawn, space on paper.
SETTLED = {
    r"circles?|circular|knots?": ("cycle", ["src/emit/flow/plantuml.c"]),
    r"rooms?": ("capacity", ["src/draw/", "src/emit/", "src/view/book/"]),
    r"ways?": ("edge, route or path; the usual way", ["src/plan/time/", "src/check/usual_way.c"]),
    r"fine|okay|alright": ("ok", []),
}
# As anybody says it, of no route.
IDIOMS = (r"under[ _]way|usual[ _]ways?|gives?[ _]way|(on|in) the way|the other way round|(in|the) (a|one|several|two|another|same) ways?"
          r"|the ways an outcome")
# Names that users know: of rules, and of what a finding of theirs is about.
KNOWN_NAMES = r"(RULE_)?(FLOW_CIRCLE|ROLE_DEPUTY_CIRCLE|GLOSSARY_CIRCULAR_SEE|FLOW_NO_WAY_OUT)|SAY_\w+|PHRASE_\w+"


def functions_of(path):
    """Yields (name, all of the prototype) of the functions that a header declares, or makes itself."""
    code = re.sub(r"^\s*#(?:.*\\\n)*.*", "", "\n".join(code_of(path)), flags=re.M)
    for match in re.finditer(
        r"^(?!return|typedef|extern|struct \w+ \{)[a-z][\w *]*?[\s*](\w+)\([^;{]*?\)[^;{()]*(?:__attribute__[^;]*)?[;{]",
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


def words_of(path):
    """Yields (line, word or comment) of the names in a file and of its comments."""
    text = text_of(path)
    for number, line in enumerate(code_of(path), 1):
        if not line.startswith("#include"):
            yield from ((number, name) for name in re.findall(r"[A-Za-z_]\w*", line) if not re.fullmatch(KNOWN_NAMES, name))
    for match in re.finditer(r"/\*.*?\*/", text, re.S):
        yield text[:match.start()].count("\n") + 1, re.sub(r"\s+\*?\s*", " ", match.group())


def settled():
    """One thing has one word, in names and comments."""
    faults = []
    for path in sources():
        for number, said in words_of(path):
            said = re.sub(IDIOMS, "", said, flags=re.I)
            for pattern, (instead, elsewhere) in SETTLED.items():
                match = re.search(rf"(?<![^\W_])({pattern})(?![^\W_])", said, re.I)
                if match and not path.startswith(tuple(elsewhere)):
                    faults.append(f"{path}:{number}: {match.group()} (say: {instead})")
    return faults


def ordered():
    """A source includes its own header first, which so proves that it needs no other; then the house's, then the system's."""
    faults = []
    for path in sources():
        found = [(place, kind, name) for place, kind, name in includes(path) if name.endswith(".h")]
        own = path.removeprefix("src/")[:-1] + "h"
        if path.endswith(".c") and os.path.exists("src/" + own) and (not found or found[0][2] != own):
            faults.append(f"{path}: {own} does not come first")
        faults += [f"{place}: {name} comes after the system's" for at, (place, kind, name) in enumerate(found)
                   if kind == '"' and any(kind == "<" for _, kind, _ in found[:at])]
    return faults


def told():
    """Each function of a header is told what it takes and gives, by itself or together with those right above."""
    faults = []
    for path in sources():
        lines = text_of(path).split("\n") if path.endswith(".h") else []
        for number, line in enumerate(lines):
            match = re.match(r"([a-z]\w*)\(", line)
            if not match or not re.match(r"[a-z][\w *]*$", lines[number - 1]):
                continue
            above = number - 2
            while lines[above].startswith("#define"):
                above -= 1
            if not lines[above].endswith(("*/", ";", "}")):
                faults.append(f"{path}:{number + 1}: {match.group(1)} is not told of")
    return faults
