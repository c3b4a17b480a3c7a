# SPDX-License-Identifier: MIT
"""The graph of a process reckoned slowly, from the words of src/plan/flow.h: who goes where and past which gateways, for processes of
dictionaries whose things all have ids and whose references are whole paths."""
import collections

from slow_plan import Slow

START, END = ("start", ""), ("end", "")
OTHERWISE = "иначе"


class Links:
    """Of one level: the points of stages and steps (outer is None) or of a step's sub-steps, and what leads from point to point."""

    def __init__(self, graph, outer):
        self.graph, self.slow, self.outer = graph, graph.slow, outer
        self.heads, self.tails, self.points = {}, {}, [START]
        self.outcomes, self.goes, self.waits = {}, {START: True}, []
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

    def add_stage(self, stage):
        if self.slow.children(stage):
            self.add_steps(stage)
        else:
            self.heads[stage] = self.tails[stage] = ("task", stage)
            self.add(("task", stage))
        end, own = self.tails[stage], self.graph.outcomes(stage)
        self.outcomes[end] += own
        self.goes[end] = self.goes[end] and not own

    def add_steps(self, parent):
        steps = self.slow.children(parent)
        waits = {step: {self.lift(w) for w in self.slow.after[step]} & set(steps) - {step} for step in steps}
        firsts = [step for step in steps if not waits[step]]
        lasts = [step for step in steps if not any(step in waits[other] for other in steps)]
        if len(firsts) > 1:
            self.add(("head", parent))
        for step in steps:
            point = self.heads[step] = self.tails[step] = ("task", step)
            self.add(point, *self.outcomes_of(step))
            if step in firsts and len(firsts) > 1:
                self.waits.append((("head", parent), point))
        self.heads[parent] = ("head", parent) if len(firsts) > 1 else ("task", firsts[0])
        self.tails[parent] = last = ("task", lasts[-1])
        if len(lasts) > 1:
            tail = self.tails[parent] = ("tail", parent)
            self.add(tail, self.outcomes[last], self.goes[last])
            self.outcomes[last], self.goes[last] = [], True
            self.waits += [(("task", step), tail) for step in lasts]

    def outcomes_of(self, step):
        """And whether what only waits follows. Those of sub-steps that lead out of the step are its own."""
        own = self.graph.outcomes(step)
        inner = self.slow.children(step)
        if own or not inner:
            return own, not own
        out = {one: [o for o in self.graph.outcomes(one) if not self.slow.inside(o[1], step)] for one in inner}
        last = self.graph.outcomes(inner[-1])
        return [o for one in inner for o in out[one]], not last or len(out[inner[-1]]) < len(last)

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
            after, stage = self.slow.after[task], task.split("/")[0]
            if "/" not in task and not self.outer:
                self.waits += [(self.tails[other], self.heads[task]) for other in after] or [(START, self.heads[task])]
            elif self.lift(task) == task:
                for other in (self.lift(wait) for wait in after):
                    if not other or other in (task, self.slow.outer[task]):
                        continue
                    if other.split("/")[0] != stage and self.follows(stage, other.split("/")[0]):
                        continue
                    self.waits.append((self.tails[other], self.heads[task]))
        if self.outer:
            self.waits.append((START, self.heads[self.outer]))

    def target(self, to):
        if to == "end" or (self.outer and self.slow.outer.get(to) != self.outer):
            return END
        return self.heads[to if self.outer else self.lift(to)]

    def leads_on(self, point):
        """To a later step of the same parent, or nothing comes after it there."""
        kind, task = point
        if kind != "task" or self.slow.outer[task] is None or self.tails[self.slow.outer[task]] == point:
            return True
        tasks = self.slow.tasks
        return any(to != "end" and self.slow.outer[to] == self.slow.outer[task] and tasks.index(to) > tasks.index(task)
                   for _, to in self.outcomes[point])

    def link(self):
        branches, followers = collections.defaultdict(dict), collections.defaultdict(list)
        for point in self.points[1:-1]:
            if self.outcomes[point] and not self.goes[point]:
                self.goes[point] = not self.leads_on(point)
            for label, to in self.outcomes[point]:
                known = branches[point].get(self.target(to))
                branches[point][self.target(to)] = f"{known} / {label}" if known is not None else label
            if self.goes[point] and not any(a == point and b != point for a, b in self.waits):
                self.waits.append((point, END))
        for a, b in self.waits:
            if a != b and self.goes[a] and b not in branches[a] and b not in followers[a]:
                followers[a].append(b)
        return branches, followers

    def reached(self):
        found, stack = {START}, [START]
        while stack:
            at = stack.pop()
            for to in [*self.branches[at], *self.followers[at]]:
                if to not in found:
                    found.add(to)
                    stack.append(to)
        return found

    def successions(self):
        """(task, what is passed, task): S a split, F a fork, and conditions."""
        found = set()

        def go(source, point, passed):
            branches, followers = self.branches[point], self.followers[point]
            if len(branches) + bool(followers) > 1 and branches:
                passed += ("S",)
            arrive = [(to, passed + ((label,) if label else ()), True) for to, label in branches.items()]
            if branches and followers:
                passed += (OTHERWISE,)
            if len(followers) > 1 and passed[-1:] != ("F",):
                passed += ("F",)
            for to, way, branch in arrive + [(to, passed, False) for to in followers]:
                if to[0] in ("head", "tail"):
                    go(source, to, way)
                else:
                    found.add((source, way, "stop" if to == END and branch else "end" if to == END else to[1]))
        for point in self.points:
            if point[0] in ("start", "task"):
                go(point[1] or "start", point, ())
        return found


class Graph:
    def __init__(self, process):
        self.process, self.slow, self.things = process, Slow(process, None, 0), {}
        self.collect(process["stages"], "")

    def collect(self, things, before):
        for thing in things:
            self.things[before + thing["id"]] = thing
            self.collect(thing.get("steps", []), before + thing["id"] + "/")

    def outcomes(self, task):
        return [(outcome["if"], outcome["to"]) for outcome in self.things[task].get("outcomes", [])
                if outcome["to"] in self.things or outcome["to"] == "end"]

    def known(self, roles):
        return [role for role in dict.fromkeys(roles) if role in self.process.get("roles", {})]

    def roles(self, task):
        stage = self.things[task.split("/")[0]]
        answers = self.known([stage.get("accountable")]) or self.known(stage.get("responsible", []))[:1]
        if "/" not in task:
            return self.known(answers + stage.get("responsible", []))
        while "/" in task:
            if "role" in self.things[task]:
                return self.known(self.things[task]["role"])
            task = task.rsplit("/", 1)[0]
        return answers
