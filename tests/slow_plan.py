# SPDX-License-Identifier: MIT
"""A slow planner, from the words of docs/format.md alone: what the quick one of src/plan is compared with."""

# Parts of a week, as many in the working week of five days of eight hours as in the seven of the calendar.
MINUTE, CLOCK_MINUTE = 10080, 2400
DAY = 480 * MINUTE


def lengths(text):
    """Best and at most, of the durations made above."""
    if text is None:
        return None
    parts = text.split("..")
    unit = {"h": 60 * MINUTE, "d": DAY, "cd": 1440 * CLOCK_MINUTE, "ch": 60 * CLOCK_MINUTE}
    name = parts[-1].lstrip("0123456789")
    values = []
    for part in parts:
        number = int("".join(c for c in part if c.isdigit()))
        values.append(number * unit[part.lstrip("0123456789") or name])
    return [values[0], values[-1]]


class Slow:
    """A plan by repeated sweeps until nothing changes, on names instead of indices."""

    def __init__(self, process, variant, estimate):
        self.estimate, self.variant = estimate, variant
        self.tasks, self.out, self.outer, self.waits, self.length = [], set(), {}, {}, {}
        self.add(process["stages"], None, False)
        self.after = {task: self.through(task) for task in self.tasks}
        self.delay = {}  # extra wait of a start, for tests of slack

    def add(self, things, outer, left_out):
        before = None
        for thing in things:
            path = thing["id"] if outer is None else outer + "/" + thing["id"]
            out = left_out or (self.variant is not None and "only" in thing and self.variant not in thing["only"])
            (self.out.add if out else self.tasks.append)(path)
            self.outer[path] = outer
            self.waits[path] = thing["after"] if "after" in thing else [before] if before else []
            if out and left_out and not self.waits[path]:
                self.waits[path] = [outer]
            both = lengths(thing.get("deadline"))
            self.length[path] = both[self.estimate] if both else None
            self.add(thing.get("steps", []), path, out)
            before = path

    def through(self, task):
        """What is only met through something left out goes without saying where something else waits for it."""
        found = list(dict.fromkeys(self.seen(task)))
        return [one for one in found if one in self.waits[task] or not any(
            self.reaches(other, one) and not self.reaches(one, other) for other in found if other != one)]

    def seen(self, task):
        for wait in self.waits[task]:
            if wait in self.out:
                yield from self.seen(wait)
            else:
                yield wait

    def reaches(self, task, other):
        met, stack = set(), [task]
        while stack:
            for wait in self.waits[stack.pop()]:
                if wait == other:
                    return True
                if wait not in met:
                    met.add(wait)
                    stack.append(wait)
        return False

    def children(self, task):
        return [t for t in self.tasks if self.outer[t] == task]

    def inside(self, task, outer):
        return task == outer or task.startswith(outer + "/")

    def own(self, task):
        return self.chain(task) if self.length[task] is None else self.length[task]

    def chain(self, frame):
        """Longest way through the steps, by waits inside of the frame."""
        tasks = [t for t in self.tasks if t != frame and self.inside(t, frame)]
        return max(self.sweep(tasks, frame, {}).values(), default=0)

    def sweep(self, tasks, frame, delay):
        start, finish = dict.fromkeys(tasks, 0), dict.fromkeys(tasks, 0)
        changed = True
        while changed:
            changed = False
            for task in tasks:
                s = max([finish[w] for w in self.after[task] if w in finish] + [delay.get(task, 0)])
                if self.outer[task] in start:
                    s = max(s, start[self.outer[task]])
                if self.length[task] is None:
                    f = max([s] + [finish[c] for c in self.children(task)])
                else:
                    f = s + self.length[task]
                    for inner in tasks:
                        if inner != task and self.inside(inner, task):
                            f = max([f] + [finish[w] + self.own(inner) for w in self.after[inner] if w in finish and not self.inside(w, task)])
                f = max(f, delay.get(task + " end", 0))
                if (s, f) != (start[task], finish[task]):
                    start[task], finish[task], changed = s, f, True
        self.start = start
        return finish

    def run(self, delay):
        finish = self.sweep(self.tasks, None, delay)
        return self.start, finish
