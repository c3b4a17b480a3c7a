# SPDX-License-Identifier: MIT
"""Random processes for plans: waits, deadlines and variants of every kind, and outcomes to everywhere."""
from random_process import ROOT


with open(ROOT + "/src/model/fields.def", encoding="utf-8") as rows:
    BY_VARIANT = "остальные" in rows.read()


class Maker:
    """Whatever waits, waits for something earlier. Without ways nothing has outcomes, is ongoing, or has more to say of its deadline."""

    def __init__(self, random, variants=True, ways=True):
        self.random, self.variants, self.ways = random, variants, ways
        self.things = {}  # by path, in the order of the file

    def chance(self, share):
        return self.random.random() < share

    def process(self):
        stages = []
        for s in range(self.random.randrange(1, 7 if self.ways else 9)):
            stage = {"id": f"s{s}", "name": f"S {s}"}
            earlier = list(self.things)
            self.things[f"s{s}"] = stage
            if self.chance(0.6):
                self.add_deadline(stage, earlier)
            if self.chance(0.4):
                stage["after"] = sorted({f"s{self.random.randrange(s)}" for _ in range(self.random.randrange(4))} if s else set())
            if self.variants and self.chance(0.3):
                stage["only"] = [self.random.choice("uv")]
            if self.chance(0.6):
                stage["steps"] = self.steps(f"s{s}", self.random.randrange(1, 5), earlier, True)
            stages.append(stage)
        if self.ways:
            self.add_ways()
        return {"process": "П", **({"variants": {"u": "U", "v": "V"}} if self.variants else {}), "stages": stages}

    def steps(self, outer, count, earlier, deep):
        steps = []
        for n in range(count):
            step, path = {"id": f"t{n}", "name": f"T {n}"}, f"{outer}/t{n}"
            before = earlier + [f"{outer}/t{m}" for m in range(n)]
            self.things[path] = step
            self.add_deadline(step, before)
            if self.chance(0.4):
                known = before[len(earlier):] + (self.random.sample(earlier, min(len(earlier), 2)) if self.chance(0.3) else [])
                step["after"] = sorted({self.random.choice(known) for _ in range(self.random.randrange(4))} if known else set())
            if self.variants and self.chance(0.2):
                step["only"] = [self.random.choice("uv")]
            if deep and self.chance(0.3):
                step["steps"] = self.steps(path, self.random.randrange(1, 4), before, False)
            steps.append(step)
        return steps

    def add_deadline(self, thing, earlier):
        span = self.span()
        if self.ways and self.chance(0.05):
            thing["ongoing"] = True
        elif self.ways and BY_VARIANT and span and self.variants and self.chance(0.05):
            thing["deadline"] = {"u": span, "others": self.span() or "1d"}
        elif self.ways and span and self.chance(0.15):
            thing["deadline"] = {"most": span}
            if self.chance(0.3):
                thing["deadline"]["least"] = span.split("..")[-1]
            if self.chance(0.7):
                thing["deadline"]["from"] = self.random.choice([*earlier, "process", "событие"])
        elif span:
            thing["deadline"] = span

    def span(self):
        kind, best = self.random.randrange(7), self.random.randrange(0, 6)
        return {0: None, 1: f"{best + 1}h", 2: f"{best}..{best + self.random.randrange(1, 4)}d", 3: f"{best + 1}d", 4: f"{best + 1}cd",
                5: f"{best}h..1d", 6: f"{best + 1}ch"}[kind]

    # ---- ways

    def add_ways(self):
        paths = list(self.things)
        for path, thing in self.things.items():
            if self.chance(0.35):
                thing["outcomes"] = self.outcomes(path, paths)
            later = [one for one in paths[paths.index(path):] if not one.startswith(path)]
            if later and "ongoing" not in thing and self.chance(0.03):
                thing["deadline"] = {"most": self.span() or "1d", "before": self.random.choice(later), "ahead": "1d"}
        targets = {to for thing in self.things.values() for outcome in thing.get("outcomes", []) for to in outcome.get("to", [])}
        for path in sorted(targets & set(paths)):
            if self.chance(0.4):
                self.things[path]["after"] = []

    def outcomes(self, path, paths):
        count = self.random.choice([1, 1, 2, 2, 2, 3])
        otherwise = self.random.choice([None, count - 1])
        made = []
        for n in range(count):
            to = self.targets(path, paths)
            made.append({"to": to} if n == otherwise else {"if": f"Если {n}", "to": to})
        if self.chance(0.25):
            self.random.choice(made)["usual"] = True
        return made

    def targets(self, path, paths):
        """Mostly onward, seldom back, to what contains it or to its own parts."""
        near = paths[paths.index(path) + 1:] if self.chance(0.8) else paths
        if not near or self.chance(0.1):
            return ["end"]
        return sorted({self.random.choice(near) for _ in range(self.random.choice([1, 1, 1, 2]))})
