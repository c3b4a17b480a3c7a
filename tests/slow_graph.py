# SPDX-License-Identifier: MIT
"""The graph of a process reckoned slowly, from the words of src/plan/graph/flow.h: who goes where and past which gateways, for processes of
dictionaries whose things all have ids and whose references are whole paths."""
import collections

import default_waits
from slow_plan import Slow

START, END = ("start", ""), ("end", "")
OTHERWISE = "иначе"


def goes_on(outcomes):
    """Whether what only waits follows in spite of them: a single one with a condition leaves open what is done otherwise."""
    return not outcomes or (len(outcomes) == 1 and outcomes[0][0] is not None)


class Links:
    """Of one level: the points of stages and steps (outer is None) or of a step's sub-steps, and what leads from point to point."""

    def __init__(self, graph, outer):
        self.graph, self.slow, self.outer = graph, graph.slow, outer
        self.heads, self.tails, self.points = {}, {}, [START]
        self.outcomes, self.goes, self.waits = {}, {START: True}, []
        self.bodies, self.stops, self.within, self.closing, self.parted = set(), set(), {}, set(), {}
        if outer:
            self.add_steps(outer)
        for task in self.slow.tasks:
            if not outer and "/" not in task:
                self.add_stage(task)
        self.points.append(END)
        self.add_waits()
        self.branches, self.followers = self.link()

    def add(self, point, outcomes=(), goes=True):
        self.points.append(point)
        self.outcomes[point], self.goes[point] = list(outcomes), goes

    def put_aside(self, task):
        """Who waits for what goes on for ever waits for its beginning."""
        if self.graph.things[task].get("ongoing"):
            self.add(("aside", task))
            self.waits.append((("aside", task), self.heads[task]))
            self.bodies.add(self.waits[-1])
            self.within[task] = self.heads[task]
            self.heads[task] = self.tails[task] = ("aside", task)

    def add_stage(self, stage):
        if self.slow.children(stage):
            self.add_steps(stage)
        else:
            self.heads[stage] = self.tails[stage] = ("task", stage)
            self.add(("task", stage))
        end, own = self.tails[stage], self.graph.outcomes(stage)
        if own and end[0] == "task" and end[1] != stage and self.goes[end] and self.is_awaited(end[1]):
            tail = self.tails[stage] = ("tail", stage)
            self.add(tail, self.outcomes[end], self.goes[end])
            self.outcomes[end] = []
            self.waits.append((end, tail))
            self.closing.add((end, tail))
            end = tail
        if own and self.goes[end]:
            self.outcomes[end] += own
            self.goes[end] = goes_on(self.outcomes[end])
        self.put_aside(stage)

    def drawn_waits(self, task):
        """What a step waits for, each with the step that it is drawn as."""
        stage = task.split("/")[0]
        for wait in self.slow.after[task]:
            other = self.lift(wait)
            if other and other not in (task, self.slow.outer[task]) and (
                    other.split("/")[0] == stage or not self.follows(stage, other.split("/")[0])):
                yield wait, other

    def is_left_to_waits(self, task):
        return self.graph.things[task].get("ongoing") or goes_on(self.graph.outcomes(task))

    def part(self, step):
        """Who waits for a sub-step that is left to it follows the step, however that is left: its outcomes lead on behind."""
        point, tail = self.heads[step], ("tail", step)
        if self.outer or self.graph.things[step].get("ongoing") or not any(
                other == step != wait and self.is_left_to_waits(wait) for task in self.slow.tasks if task.count("/") == 1
                for wait, other in self.drawn_waits(task)):
            return
        self.parted[step], self.tails[step] = point, tail
        self.add(tail, self.outcomes[point], self.goes[point])
        self.outcomes[point], self.goes[point] = [], True
        self.waits.append((point, tail))
        self.closing.add((point, tail))

    def is_awaited(self, step):
        """A step of another stage waits for it, and the stage is left by outcomes of its own."""
        stage = step.split("/")[0]
        return any(self.lift(wait) == step for task in self.slow.tasks if task.count("/") == 1 and task.split("/")[0] != stage
                   and not self.follows(task.split("/")[0], stage) for wait in self.slow.after[task])

    def add_steps(self, parent):
        steps = self.slow.children(parent)
        waits = {step: {self.lift(w) for w in self.slow.after[step]} & set(steps) - {step} for step in steps}
        begin = [step for step in steps if not waits[step]]
        firsts = [step for step in begin if not self.graph.entered(step)] or begin[:1]
        lasts = [step for step in steps if not any(step in waits[other] for other in steps)]
        if len(firsts) > 1:
            self.add(("head", parent))
        for step in steps:
            point = self.heads[step] = self.tails[step] = ("task", step)
            self.add(point, *self.outcomes_of(step))
            self.part(step)
            self.put_aside(step)
            if step in firsts and len(firsts) > 1:
                self.waits.append((("head", parent), self.heads[step]))
        self.heads[parent] = ("head", parent) if len(firsts) > 1 else self.heads[firsts[0]]
        self.tails[parent] = last = self.tails[lasts[-1]]
        if len(lasts) > 1:
            tail = self.tails[parent] = ("tail", parent)
            self.add(tail, self.outcomes[last], self.goes[last])
            self.outcomes[last] = []
            self.waits += [(self.tails[step], tail) for step in lasts]
            self.closing.add((last, tail))

    def outcomes_of(self, step):
        """And whether what only waits follows. Those of sub-steps that lead out of the step are its own."""
        own = self.graph.outcomes(step)
        inner = self.slow.children(step)
        if own or not inner:
            return own, goes_on(own)
        out = {one: [o for o in self.graph.outcomes(one) if not all(self.slow.inside(to, step) for to in o[1])] for one in inner}
        last = self.graph.outcomes(inner[-1])
        return [o for one in inner for o in out[one]], goes_on(last) or len(out[inner[-1]]) < len(last)

    def goes_on_for_ever(self, point):
        task = self.slow.outer[point[1]] if point[0] == "aside" else point[1]
        while task and task != self.outer and not self.graph.things[task].get("ongoing"):
            task = self.slow.outer[task]
        return bool(task) and task != self.outer

    def lift(self, task):
        """What stands for a task on this level."""
        if self.outer:
            return task if self.slow.outer.get(task) == self.outer else None
        return "/".join(task.split("/")[:2])

    def follows(self, stage, other):
        while stage:
            after = self.slow.after[stage]
            if other in after:
                return True
            stage = after[0] if len(after) == 1 else None
        return False

    def add_waits(self):
        for task in self.slow.tasks:
            if "/" not in task and not self.outer:
                self.waits += [(self.tails[other], self.heads[task]) for other in self.slow.after[task]] or ([] if self.graph.entered(task)
                    else [(START, self.heads[task])])
            elif self.lift(task) == task:
                self.waits += [(self.tails[other] if other == wait else self.parted.get(other, self.tails[other]), self.heads[task])
                               for wait, other in self.drawn_waits(task) if other == wait or self.is_left_to_waits(wait)]
        if self.outer:
            self.waits.append((START, self.heads[self.outer]))

    def target(self, to, source):
        """Who goes back to what goes on for ever goes into it: what began beside it does not begin again."""
        if to == "end" or (self.outer and self.slow.outer.get(to) != self.outer):
            return END
        place = to if self.outer else self.lift(to)
        order = self.slow.order.index
        back = self.slow.inside(source, place) or self.slow.inside(place, source) or order(source) > order(place)
        return self.within[place] if back and place in self.within else self.heads[place]

    def places(self, point, named):
        return list(dict.fromkeys(self.target(to, point[1]) for to in named))

    def is_followed(self, point):
        return any(a == point and b not in (point, END) for a, b in set(self.waits) - self.bodies)

    def is_begun(self, point):
        """Goes on for ever, and where it begins, or what it begins with, other things do that end: the end waits for those."""
        waits = {(a, b) for a, b in set(self.waits) - self.bodies
                 if (self.goes[a] or (a, b) in self.closing) and not (a[0] == "aside" and b[0] == "tail")}

        def ends(other):
            return not self.goes_on_for_ever(other) and (other[0] != "aside" or any(a == other and b not in (other, END) for a, b in waits))
        led = [places for one in self.points[1:-1] for _, named in self.outcomes[one] for places in [self.places(one, named)]
               if point in places]
        begun = [any(a == before and b != point and ends(b) for a, b in waits) or self.is_begun(before)
                 for before, at in waits if at == point]
        return point[0] == "aside" and all(begun) and all(any(ends(one) for one in places if one != point) for places in led)

    def drop_trailing(self):
        """Nor does the end of a stage or step with several last ones wait for that."""
        trailing = [(a, b) for a, b in self.waits if a[0] == "aside" and b[0] == "tail"]
        dropped = [one for one in trailing if self.is_begun(one[0]) and any(b == one[1] and (a, b) not in trailing for a, b in self.waits)]
        self.waits = [one for one in self.waits if one not in dropped]

    def link(self):
        """By point its branches, each a list of a condition (None: it is always taken) and places, and those that only wait."""
        branches, followers = collections.defaultdict(list), collections.defaultdict(list)
        begun = {point for point in self.points if self.is_begun(point)}
        followed = {point for point in self.points if self.is_followed(point)}
        self.drop_trailing()
        for point in self.points[1:-1]:
            alone = len(self.outcomes[point]) == 1
            for label, named in self.outcomes[point]:
                places = self.places(point, named)
                label = label or (None if alone else OTHERWISE)
                known = next((one for one in branches[point] if len(named) == 1 and one[2] == 1 and one[1] == places), None)
                if known and known[0] != label:
                    known[0] = f"{known[0]} / {label}"
                elif not known:
                    branches[point].append([label, places, len(named)])
            if self.goes[point] and point not in followed | begun:
                self.waits.append((point, END))
                self.stops |= {point} if self.goes_on_for_ever(point) else set()
        for a, b in self.waits:
            if (a != b and (self.goes[a] or (a, b) in self.closing) and b not in followers[a]
                    and not any(b in places for _, places, _ in branches[a])):
                followers[a].append(b)
        return branches, followers

    def reached(self, past=()):
        """What the start leads to, but by some of what only waits."""
        found, stack = {START}, [START]
        while stack:
            at = stack.pop()
            followers = [to for to in self.followers[at] if (at, to) not in past]
            for to in [*(to for _, places, _ in self.branches[at] for to in places), *followers]:
                if to not in found:
                    found.add(to)
                    stack.append(to)
        return found

    def successions(self):
        """(task, what is passed, task): S a split, F a fork, and conditions."""
        found = set()
        # What only goes on from what goes on for ever: nobody waits for its end.
        by_itself = self.reached() - self.reached(self.bodies)

        def fork(passed, places):
            return passed + ("F",) if len(places) > 1 and passed[-1:] != ("F",) else passed

        def go(source, point, passed, over=()):
            if point in over:
                return
            branches, followers = self.branches[point], self.followers[point]
            if len(branches) + bool(followers) > 1:
                passed += ("S",)
            arrive = [(to, fork(passed + ((label,) if label else ()), places), label is not None or "S" in passed[-1:])
                      for label, places, _ in branches for to in places]
            if branches and followers:
                passed += (OTHERWISE,)
            for to, way, branch in arrive + [(to, fork(passed, followers), point in self.stops) for to in followers]:
                branch = branch or point in by_itself
                if to[0] in ("head", "tail", "aside"):
                    go(source, to, way, (*over, point))
                else:
                    found.add((source, way, "stop" if to == END and branch else "end" if to == END else to[1]))
        for point in self.points:
            if point[0] in ("start", "task"):
                go(point[1] or "start", point, ())
        return found


class Graph:
    def __init__(self, process):
        process = default_waits.settle(process)
        self.process, self.slow, self.things = process, Slow(process, None, 0), {}
        self.collect(process["stages"], "")

    def collect(self, things, before):
        for thing in things:
            self.things[before + thing["id"]] = thing
            self.collect(thing.get("steps", []), before + thing["id"] + "/")

    def outcomes(self, task):
        """The condition, None of the default, and where it leads; what is in the air is left out."""
        found = []
        for outcome in self.things[task].get("outcomes", []):
            named = outcome.get("else", outcome.get("to"))
            known = [to for to in ([named] if isinstance(named, str) else named) if to in self.things or to == "end"]
            found += [(outcome.get("if"), known)] if known else []
        return found

    def entered(self, task):
        """By an outcome of an earlier one, where it says that it waits for nothing."""
        place = self.slow.tasks.index
        first = next(one for one in self.slow.tasks if self.slow.outer[one] == self.slow.outer[task])
        return self.things[task].get("after") == [] and task != first and any(
            task in to and place(one) < place(task) for one in self.slow.tasks for _, to in self.outcomes(one))

    def known(self, roles):
        return [role for role in dict.fromkeys(roles) if role in self.process.get("roles", {})]

    def roles(self, task):
        stage = self.things[task.split("/")[0]]
        answers = self.known([stage.get("accountable")]) or self.known(stage.get("responsible", []))[:1]
        if "/" not in task:
            return self.known(stage.get("responsible", [])) or answers
        while "/" in task:
            if "role" in self.things[task]:
                return self.known(self.things[task]["role"])
            task = task.rsplit("/", 1)[0]
        return answers
