# SPDX-License-Identifier: MIT
"""The parts of a process (stages, steps, sub-steps) that a variant has, by paths: what waits for what and where outcomes lead, from the
words of docs/format.md. Things have ids, and refer by whole paths."""
import collections

import default_waits

Outcome = collections.namedtuple("Outcome", "number condition to usual back")


class Parts:
    def __init__(self, process, variant):
        process = default_waits.settle(process)
        self.variant, self.variants = variant, list(process.get("variants", {}))
        self.things, self.outer, self.waits = {}, {}, {}
        self.tasks, self.out = [], set()
        self.add(process["stages"], None, False)
        self.after = {task: self.through(task) for task in self.tasks}
        self.order = self.ordered()
        self.outcomes = {task: self.outcomes_of(task) for task in self.tasks}

    def add(self, things, outer, left_out):
        before = None
        for thing in things:
            path = thing["id"] if outer is None else outer + "/" + thing["id"]
            out = left_out or (self.variant is not None and "only" in thing and self.variant not in thing["only"])
            (self.out.add if out else self.tasks.append)(path)
            self.things[path], self.outer[path] = thing, outer
            self.waits[path] = thing["after"] if "after" in thing else [before] if before else []
            if out and left_out and not self.waits[path]:
                self.waits[path] = [outer]
            self.add(thing.get("steps", []), path, out)
            before = path

    # ---- waits

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

    def ordered(self):
        """Again and again the first in the file that waits for nothing left."""
        order, left = [], list(self.tasks)
        while left:
            free = (task for task in left if self.outer[task] not in left and not any(
                one in left and not self.inside(task, wait) for wait in self.after[task] for one in self.within(wait)))
            order.append(next(free, left[0]))
            left.remove(order[-1])
        return order

    # ---- what contains what

    def children(self, task):
        return [t for t in self.tasks if self.outer[t] == task]

    def inside(self, task, outer):
        """True if they are the same, too."""
        return task == outer or outer is None or task.startswith(outer + "/")

    def within(self, task):
        return [one for one in self.tasks if self.inside(one, task)]

    def around(self, task):
        """What contains the task, the task first."""
        while task is not None:
            yield task
            task = self.outer[task]

    # ---- outcomes

    def outcomes_of(self, task):
        """Those that the variant has, with the number that they have in the file."""
        found = []
        for number, written in enumerate(self.written(task), 1):
            to = [self.led(task, one) for one in self.named(written)]
            to = list(dict.fromkeys(one for one in to if one is not None))
            to = [one for one in to if one != "end"] or to
            if to:
                back = [one for one in to if one != "end" and self.is_back(task, one)]
                found.append(Outcome(number, "if" in written, to, written.get("usual", False), back))
        return found

    def written(self, task):
        """One stands without a list, and where it goes without a key."""
        written = self.things[task].get("outcomes", [])
        return [one if isinstance(one, dict) else {"to": one} for one in (written if isinstance(written, list) else [written])]

    def named(self, written):
        to = written.get("else", written.get("to"))
        return [to] if isinstance(to, str) else to

    def is_back(self, task, to):
        return self.inside(task, to) or self.inside(to, task) or self.order.index(to) < self.order.index(task)

    def led(self, task, to):
        """To what follows there instead of what the variant lacks; None where an alternative stands beside it."""
        if to not in self.out:
            return to
        if any(self.is_alternative(one) for written in self.written(task) for one in self.named(written)):
            return None
        while to is not None:
            follower = next((one for one in self.things if self.outer[one] == self.outer[to] and to in self.waits[one]), None)
            if follower and follower not in self.out:
                return follower
            to = follower or self.outer[to]
        return "end"

    def is_alternative(self, task):
        """True if the variant has it and another has not."""
        return task in self.tasks and any("only" in self.things[one] and set(self.variants) - set(self.things[one]["only"])
                                          for one in self.around(task))

    def is_ongoing(self, task):
        return self.things[task].get("ongoing", False)

    def goes_on(self, task):
        """True if a lone condition leaves what only waits to follow usually."""
        written = self.written(task)
        return len(written) == 1 and "if" in written[0] and not any(outcome.usual and not outcome.back for outcome in self.outcomes[task])

    def usual(self, task):
        """The outcome that is taken usually, if any: going back is an exception, also where it is marked."""
        marked = [outcome for outcome in self.outcomes[task] if outcome.usual]
        if marked or self.goes_on(task) or self.is_ongoing(task):
            return next((outcome for outcome in marked if not outcome.back), None)
        return next((outcome for outcome in self.outcomes[task] if not outcome.back), None)

    def is_led_to(self, task):
        """By an outcome of an earlier part, where it says that it waits for nothing: it does not begin with what contains it."""
        first = self.children(self.outer[task])[0]
        return task != first and any(task in outcome.to for one in self.order[:self.order.index(task)] for outcome in self.outcomes[one])
