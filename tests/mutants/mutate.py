# SPDX-License-Identifier: MIT
"""Small wrong changes to C files, such as a tired programmer makes. A mutant is a place in a file and what stands there instead; where
it is found, and that it means something, is judged from the text alone, so a mutant need not compile."""
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    path: str
    rule: str
    start: int
    end: int
    text: str  # instead of source[start:end]

    def apply(self, source):
        return source[:self.start] + self.text + source[self.end:]

    def line(self, source):
        return source.count("\n", 0, self.start) + 1

    def shown(self, source):
        """The lines it touches, before and after: it is known by them when the file has moved on."""
        first, last = source.rfind("\n", 0, self.start) + 1, source.find("\n", self.end)
        before, after = source[first:last], source[first:self.start] + self.text + source[self.end:last]
        return " ".join(before.split()), " ".join(after.split())


def masked(source):
    """The source at the same offsets with comments and lines of the preprocessor as blanks, and what is between quotes as ~."""
    def mask(match):
        return match[0][0] + "~" * (len(match[0]) - 2) + match[0][0] if match[0][0] in "\"'" else re.sub(r"[^\n]", " ", match[0])
    tokens = r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])+'|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*"
    return re.sub(tokens, mask, source, flags=re.S | re.M)


def operand_end(code, at):
    """Where the operand that begins at `at` ends: at an operator of the same or a looser binding, or where its brackets close."""
    depth = 0
    for i in range(at, len(code)):
        if code[i] in "([{":
            depth += 1
        elif code[i] in ")]}":
            depth -= 1
        if depth < 0 or (depth == 0 and re.match(r" (\|\||&&|\?|:) |[;,]|\s+(\|\||&&)", code[i:i + 12])):
            return i
    return len(code)


def relations(code, source):
    other = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
    for match in re.finditer(r"(?<= )(<=|>=|==|!=|<|>)(?= )", code):
        yield "relation", match.start(), match.end(), other[match[0]]


def logic(code, source):
    for match in re.finditer(r"(\|\||&&)(?=\s)", code):
        yield "and-or", match.start(), match.end(), "&&" if match[0] == "||" else "||"
        before = len(code[:match.start()].rstrip())
        yield "half", before, operand_end(code, match.end() + 1), ""


def numbers(code, source):
    for match in re.finditer(r" [+-] 1\b(?!\w|\.)", code):
        yield "one-off", match.start(), match.end(), ""
    for match in re.finditer(r"(?<=[=<>] )(\d+)\b(?=[,;)\s])", code):
        if int(match[0]) > 1:
            yield "limit", match.start(), match.end(), str(int(match[0]) + 1)


def negations(code, source):
    for match in re.finditer(r"\b(if|while) \(", code):
        end = operand_end(code, match.end())
        while end < len(code) and code[end] != ")":
            end = operand_end(code, end + 1)
        yield "negation", match.end(), end, "!(" + source[match.end():end] + ")"
    for match in re.finditer(r"(?<![=!])!(?=[a-zA-Z(])", code):
        yield "negation", match.start(), match.end(), ""


def statements(code, source):
    for match in re.finditer(r"^(\t+)([a-z_]\w*(?:(?:->|\.)\w+|\[[^\];]*\])*(?:\(.*\)| [-+|&]?= .*|\+\+|--));$", code, re.M):
        if not match[2].startswith(("return", "struct ", "const ", "static ")):
            yield "statement", match.start(2), match.end(2), "(void)0"


def checks(code, source):
    for match in re.finditer(r"\bif \((?=.*\)\n\t+(?:return|break|continue|goto)\b)", code):
        end = code.rfind(")", match.end(), code.find("\n", match.end()))
        yield "check", match.end(), end, "(" + source[match.end():end] + ") && 0"


def arguments(code, source):
    for match in re.finditer(r"(?<=\()([a-z_]\w*(?:(?:->|\.)\w+)*), ([a-z_]\w*(?:(?:->|\.)\w+)*)(?=[,)])", code):
        if match[1] != match[2]:
            yield "swap", match.start(), match.end(), match[2] + ", " + match[1]


def sets(_, source):
    """Signs of a set in a text, and rows of a table in the code."""
    for match in re.finditer(r"(?:str(?:chr|pbrk|spn|cspn)|memchr)\([^\"\n]*\"|\[\] = \"", source):
        at = match.end()
        while source[at] != '"' and source[at] != "\n":
            sign = re.match(r"\\x[0-9A-Fa-f]{2}|\\.|.", source[at:])[0]
            yield "set", at, at + len(sign), ""
            at += len(sign)
    for match in re.finditer(r"^\t+case '?[^:\n]+:\n(?=\t+case )", source, re.M):
        yield "set", match.start(), match.end(), ""
    for match in re.finditer(r"(?<=[\[=|&] )rune [!=]= 0x[0-9A-F]+(?: \|\| )", source):
        yield "set", match.start(), match.end(), ""


RULES = (relations, logic, numbers, negations, statements, checks, arguments, sets)


def mutants_of(path, source):
    """Every mutant of a file, in order of place."""
    code = masked(source)
    found = {Mutant(path, *row) for rule in RULES for row in rule(code, source)}
    return sorted((m for m in found if m.apply(source) != source), key=lambda m: (m.start, m.rule, m.text))
