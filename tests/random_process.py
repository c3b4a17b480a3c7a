# SPDX-License-Identifier: MIT
"""Random processes, made by the table of fields itself: whatever the language can say, they say, and a new row needs nothing here. Every
text holds a word of its own, so that it is found again wherever it went. And the smallest process that still fails: shrink."""
import copy
import os
import re

ROOT = os.environ.get("ROOT") or os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Field:
    def __init__(self, row):
        self.kind, self.name, self.type, self.of, english, russian, _, _, flags = row
        self.keys = [[key.strip() for key in keys.split("|")] for keys in (english, russian)]
        self.flags = set(re.findall(r"F_\w+", flags))


class Own:
    """A field that the author made."""

    def __init__(self, kind, name):
        self.kind, self.name = kind, name


def read_rows(path, words):
    """The rows of a table as lists of texts, quotes taken off."""
    with open(f"{ROOT}/{path}", encoding="utf-8") as file:
        for line in file:
            if line.startswith(words):
                yield [cell.strip().strip('"') for cell in re.findall(r'"[^"]*"|[^,()"]+', line[line.index("(") + 1:line.rindex(")")])
                       if cell.strip()]


def read_table():
    fields, choices, beside = {}, {}, set()
    for row in read_rows("src/model/fields.def", ("FIELD(", "RARE(")):
        field = Field(row)
        if "F_BESIDE" in field.flags:
            beside.add((field.kind, field.name))
        else:
            fields.setdefault(row[0], []).append(field)
    for row in read_rows("src/model/choices.def", "CHOICE("):
        choices.setdefault(row[0], []).append(row[-1].split("|"))
    return fields, choices, beside


FIELDS, CHOICES, BESIDE = read_table()  # of several under one key the first
PLACED = {"STAGE": "stages", "ROLE": "roles", "STEP": "steps"}  # what may have columns of the author's
LISTED = {"VARIANT": "variants", "ROLE": "roles", "TERM": "glossary", "STAGE": "stages"}
# What is no text of a process, or not at random: settings of the program and what it writes for itself, what would change what others
# mean, and a file that must be there.
LEFT_OUT = {"EDITION", "SETTING", "COLUMNS", "CALENDAR", "RUN"}
NOT_RANDOM = {("DOCUMENT", "include"), ("DOCUMENT", "portfolio"), ("DOCUMENT", "processes"),
              ("PROCESS", "lang"), ("PROCESS", "logo"), ("PROCESS", "material"), ("PROCESS", "editorial"),
              ("TERM", "letter"), ("OUTCOME", "usual"),
              ("OUTCOME", "otherwise"), ("APPROVAL", "parts"), ("ACKNOWLEDGEMENT", "parts"), ("REVISION", "parts")}


def by_variant(kind, name):
    """Whether a field may say something of each variant."""
    return (kind, f"{name}_by_variant") in BESIDE


def is_own(key):
    """Whether a key is a column's of the author."""
    return str(key).startswith("own_")


class Maker:
    """full: how likely a field is given. Steps and stages wait for earlier ones alone."""

    def __init__(self, random, full=0.5):
        self.random, self.full, self.count = random, full, 0
        self.known = {kind: [f"{kind[0].lower()}{n}" for n in range(4)] for kind in LISTED}
        self.made, self.routes = [], []  # stages, and whatever may be waited for, so far
        self.words = {}  # each text's own word: (kind, field)
        self.own = {kind: [f"own_{kind.lower()}{n}" for n in range(random.choice([0, 1, 4]))] for kind in PLACED}

    def word(self, field):
        self.count += 1
        word = f"mk{self.count:05}"
        self.words[word] = (field.kind, field.name)
        return word

    def text(self, field):
        return f"{self.word(field)} текст" if "PROSE" in field.type else f"Имя {self.word(field)}"

    def value(self, field, path):
        """Some values differ by variant: of a few, and perhaps of the others."""
        if not by_variant(field.kind, field.name) or self.random.random() < 0.7:
            return self.plain(field, path)
        said = [*self.random.sample(self.known["VARIANT"], self.random.randrange(1, 4)), *self.random.choice([[], ["others"]])]
        return {variant: value for variant in said if (value := self.plain(field, path)) is not None} or None

    def plain(self, field, path):
        pick = self.random.choice
        if field.type in ("TEXT", "PROSE"):
            return f"https://example.org/{self.word(field)}" if "F_LINK" in field.flags else self.text(field)
        if field.type in ("TEXTS", "PROSES"):
            return [self.text(field) for _ in range(self.random.randrange(1, 4))]
        if field.type in ("REF", "REFS", "NOTES"):
            known = [one for one in self.others(field) if one != path[-1]]
            known = sorted(self.random.sample(known, min(len(known), self.random.randrange(1, 3))))
            if len(known) > 1 and "end" in known:  # which stands alone
                known.remove("end")
            if field.type == "NOTES":
                return {one: self.text(field) for one in known} or None
            return (known[0] if field.type == "REF" else known) if known else None
        if field.type in ("ONE", "MANY"):
            return self.things(field, path)
        if field.type in ("CHOICE", "CHOICES"):
            return pick(CHOICES[field.of])[0]
        return {"DURATION": lambda: pick(["1d", "2d..4d", "3h", "90m", "1w", "5cd", "2 дня"]),
                "DATE": lambda: f"2026-0{pick('123456789')}-1{pick('0123456789')}",
                "DATES": lambda: ["2026-05-01"], "FLAG": lambda: pick([True, False]), "NUMBER": lambda: self.random.randrange(1, 9),
                "PERIOD": lambda: pick(["month", "quarter", 10]), "COLOR": lambda: pick(["#123456", "red"])}[field.type]()

    def others(self, field):
        """What a reference may lead to; nothing waits for what comes later."""
        if field.name == "after":
            return self.made if field.of == "STAGE" else self.routes
        return [*self.routes, "end"] if field.of == "ROUTE" else self.known.get(field.of, [])

    def things(self, field, path):
        if field.of in LEFT_OUT or (field.of == "STEP" and len(path) > 2):
            return None
        count = 1 if field.type == "ONE" else self.random.randrange(2, 5)
        name = "tu"[len(path) - 1] if field.of == "STEP" else field.name
        made = [self.thing(field.of, [*path, f"{name}{n}"]) for n in range(count)]
        return made[0] if field.type == "ONE" else made

    def thing(self, kind, path):
        made = {}
        if any(field.name == "id" for field in FIELDS[kind]):
            made["id"] = path[-1] if kind in ("STEP", "STAGE") else "-".join(path)
        for field in FIELDS[kind]:
            if field.name == "id" or (kind, field.name) in NOT_RANDOM:
                continue
            needed = {"F_REQUIRED", "F_NAME"} & field.flags or (kind, field.name) == ("OUTCOME", "to")
            if needed or self.random.random() < self.full:
                value = self.value(field, path)
                if value is not None:
                    made[field.keys[0][0]] = value
        for key in self.own.get(kind, ()):
            if self.random.random() < self.full:
                made[key] = [f"текст {self.word(Own(kind, key))}" for _ in range(self.random.randrange(1, 3))]
        if kind in ("STAGE", "STEP"):
            self.routes.append("/".join(path))
        if kind == "STAGE":
            self.made.append(made["id"])
        return made

    def columns(self):
        """Some stand behind a field, some behind an earlier one of them."""
        made = {}
        for kind, keys in self.own.items():
            for n, key in enumerate(keys):
                after = self.random.choice([None, *keys[:n], *keys[:n], self.random.choice(FIELDS[kind]).keys[0][0]])
                column = {"key": key, "title": f"Столбец {key[4:]}" if self.random.random() < 0.7 else None, "after": after}
                made.setdefault(PLACED[kind], []).append({name: value for name, value in column.items() if value})
        return made

    def process(self):
        """The sections that others refer to are always there."""
        document = {"columns": self.columns()} if any(self.own.values()) else {}
        rows = {field.name: field for field in FIELDS["DOCUMENT"]}
        for kind, name in LISTED.items():
            document[name] = [self.thing(kind, [one]) for one in self.known[kind]]
        for field in FIELDS["DOCUMENT"]:
            if field.name not in document and "F_SETTING" not in field.flags and field.of not in LEFT_OUT:
                value = self.value(field, [field.name])
                if value is not None:
                    document[field.name] = value
        let_happen(document["stages"], {variant["id"] for variant in document["variants"]})
        return document


def let_happen(things, variants):
    """A step that no variant has is in no output: it is for all that its stage is for."""
    for thing in things:
        only = thing.get("only", [])
        left = variants & set(only if isinstance(only, list) else [only])
        if only and not left:
            del thing["only"]
        let_happen(thing.get("steps", []), left or variants)


def places(value, path=()):
    """Every part of a process that may be left out, the largest first."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from places(inner, (*path, key))


def without(value, path):
    value = copy.deepcopy(value)
    at = value
    for key in path[:-1]:
        at = at[key]
    del at[path[-1]]
    return value


def shrink(process, fails, tries=400):
    """The process without what the failure does not need, the largest parts first. fails must take any process, also one that does not
    load."""
    while tries > 0:
        before = process
        for path in sorted(places(process), key=len):
            try:
                smaller = without(process, path)
            except (KeyError, IndexError, TypeError):
                continue  # it went with what held it
            tries -= 1
            if tries >= 0 and fails(smaller):
                process = smaller
        if process == before:
            break
    return process


def in_russian(value, kind="DOCUMENT"):
    """The same with the keys of the other language."""
    if isinstance(value, list):
        return [in_russian(item, kind) for item in value]
    if not isinstance(value, dict):
        return value
    known = {field.keys[0][0]: field for field in FIELDS.get(kind, [])}
    return {known[key].keys[1][0] if key in known else key:
            in_russian(inner, known[key].of if key in known and known[key].type in ("ONE", "MANY") else "NONE")
            for key, inner in value.items()}


def shuffled(value, random, kind="DOCUMENT"):
    """The same with the keys of every thing in another order. Notes by variant are a list: their order is the author's."""
    if isinstance(value, list):
        return [shuffled(item, random, kind) for item in value]
    if not isinstance(value, dict) or kind == "NONE":
        return value
    inner = {field.keys[0][0]: field.of if field.type in ("ONE", "MANY") else "NONE" for field in FIELDS[kind]}
    keys = list(value)
    random.shuffle(keys)
    return {key: shuffled(value[key], random, inner.get(key, "NONE")) for key in keys}
