# SPDX-License-Identifier: MIT
"""A slow planner, from the words of docs/format.md («Times, exactly») alone: what the quick one of src/plan is compared with. Everything is
found by repeated sweeps until nothing changes."""
from slow_parts import Parts

# Parts of a week, as many in the working week of five days of eight hours as in the seven of the calendar.
MINUTE, CLOCK_MINUTE = 10080, 2400
DAY = 480 * MINUTE
UNITS = {"h": 60 * MINUTE, "d": DAY, "cd": 1440 * CLOCK_MINUTE, "ch": 60 * CLOCK_MINUTE}


def lengths(text):
    """Best and at most, of a span such as 2..4d."""
    parts = text.split("..")
    name = parts[-1].lstrip("0123456789")
    values = [int(part.rstrip("cdh")) * UNITS[part.lstrip("0123456789") or name] for part in parts]
    return [values[0], values[-1]]


def until_same(step, value):
    """What a step makes of a value, and of that, until nothing changes."""
    for _ in range(1000):
        before, value = value, step(value)
        if value == before:
            return value
    raise RuntimeError("goes round and round")


class Slow(Parts):
    """The plan of a variant (of a process without variants: None), at best (0) or at most (1)."""

    def __init__(self, process, variant, estimate):
        super().__init__(process, variant)
        self.estimate = estimate
        self.deadlines = {task: self.deadline(self.things[task].get("deadline")) for task in self.tasks}
        self.length = {task: self.length_of(self.deadlines[task]) for task in self.tasks}
        self.asides, self.ways, self.known_passed = {}, {}, {}
        self.way = Way(self, None)
        self.begin, self.end = self.run({})
        self.total = self.total_if({})

    def deadline(self, written):
        """As a mapping, that of the variant."""
        if isinstance(written, dict) and self.variants and set(written) <= {*self.variants, "others"}:
            written = written.get(self.variant, written.get("others"))
        return written if isinstance(written, dict) else {"most": written} if written else {}

    def length_of(self, deadline):
        """least alone is both, else best is no shorter."""
        least = [max(lengths(deadline["least"])) * share for share in (1, 0)] if "least" in deadline else [0, 0]
        if "most" not in deadline:
            return max(least) if "least" in deadline else None
        return max(lengths(deadline["most"])[self.estimate], least[self.estimate])

    def run(self, delay):
        """When each part of the usual path begins and ends, where some begin or end later."""
        return self.way.times(self.way.members, delay)

    def total_if(self, delay):
        return self.way.latest(self.way.members, self.run(delay)[1])

    def is_held(self, task, time):
        """True if the process ends later when the part begins and ends so much later."""
        return self.total_if({task: self.begin[task] + time, task + " end": self.end[task] + time}) > self.total

    def chain(self, frame):
        """The longest way through the steps."""
        return self.way_of(frame).chain(frame)

    def counts_within(self, frame):
        """False if something in it counts from something outside: its length is no length of its own."""
        starts = [self.deadlines[one].get("from") for one in self.within(frame) if one != frame]
        return all(start not in {"process", *self.tasks} or start in self.within(frame) for start in starts)

    def is_usual(self, task):
        return task in self.way.members

    # ---- exceptions

    def exceptions(self):
        """What each unusual outcome adds, by part and number; maybe nothing."""
        return {(task, outcome.number): max(self.again(task, outcome) if outcome.back else 0, self.aside(task, outcome).length())
                for task in self.order for outcome in self.unusual(task)}

    def unusual(self, task):
        """None of what is not left by its own."""
        return [outcome for outcome in self.outcomes[task] if outcome != self.usual(task)] if self.way_of(task).is_left_by_own(task) else []

    def way_of(self, task):
        """The usual path, or that within the exception that it is part of."""
        way = self.way
        for one in reversed([*self.around(task)]):
            if one not in way.members:
                way = self.entered(one)
        return way

    def entered(self, task):
        """The way within a part that is on no usual path, and on from it."""
        if task not in self.ways:
            self.ways[task] = Way(self, {task})
        return self.ways[task]

    def aside(self, task, outcome):
        """The way from an outcome that leads forward until a part of the usual path, or of that of the exception it lies in, or its end."""
        place = task, outcome.number
        if place not in self.asides:
            around = list(self.around(self.outer[task]))
            known = {None, *self.way.members, *around}
            for one in around:
                if not self.is_usual(one):
                    known |= {inner for inner in self.way_of(one).members if self.inside(inner, one)}
            self.asides[place] = Way(self, set(outcome.to) - {"end", *outcome.back} - known, known,
                                     gone=(task, [to for to in outcome.to if to not in outcome.back]))
        return self.asides[place]

    # ---- what has gone before an exception

    def departure(self, task, targets):
        """When a part is left by an outcome that is not usual: when it has ended, and what it is the last step of, from the start of the
        process."""
        return max((self.passed_at(left) for left in self.left_together(task, targets)), default=0)

    def left_together(self, task, targets):
        """A part, and what it is the last step of, as far as outcomes lead out of that."""
        last = {self.left_by(task, to, self.tasks) for to in targets if to != "end"}
        return [one for one in self.around(task) if any(self.inside(one, left) for left in last)]

    def passed_at(self, task):
        """When others go on behind a part, from the start of the process; what is aside comes after all exceptions that lead to it."""
        if self.is_usual(task):
            return self.way.over(task, self.begin, self.end)
        if task not in self.known_passed:
            self.known_passed[task] = 0
            led = [(one, [to for to in outcome.to if to not in outcome.back], self.aside(one, outcome)) for one in self.order
                   for outcome in self.unusual(one)]
            self.known_passed[task] = max(self.departure(one, to) + way.over(task, *way.times(way.members)) for one, to, way in led
                                           if task in way.members and self.is_led_aside(one))
        return self.known_passed[task]

    def is_led_aside(self, task):
        """True if it is passed by usual paths, or by some exception to which they lead."""
        led = until_same(lambda led: {*led, *(inner for one in led for outcome in self.unusual(one)
                                              for inner in self.aside(one, outcome).members)}, self.way.members)
        return task in led

    def has_gone(self, start, task, targets):
        """True if something comes usually beside a part, before it on an exception, or is left with it; nothing does where nothing leads
        to that."""
        if not self.is_led_aside(task) or not self.is_led_aside(start):
            return False
        around = [*self.around(self.outer[task])]
        beside = self.way.members.union(*({inner for inner in self.way_of(one).members if self.inside(inner, one)}
                                          for one in around if not self.is_usual(one))) - {*around}
        return start in beside or start in self.left_together(task, targets) or self.is_passed_before(start, task)

    def is_passed_before(self, start, task):
        """True if exceptions come past something to the end of a part, themselves or by others that begin on them."""
        left_by = [(one, outcome) for one, outcome in self.exceptions_with(task) if self.is_led_aside(one)]
        ends = {task, *(one for one, _ in left_by)}
        return any(start in self.left_together(one, set(outcome.to) - set(outcome.back)) or any(
            start in self.aside(one, outcome).ended_with(end) for end in ends) for one, outcome in left_by)

    def again(self, task, outcome):
        """The longest time from one of its targets to the end of the part; where no way leads there, the targets alone are passed again."""
        times = [self.passed(task, to) for to in outcome.back]
        return max((time for is_way, time in times if is_way), default=max(time for _, time in times))

    def passed(self, task, to):
        """By usual paths, and by the exceptions that the part lies on."""
        frames = {None, *(one for one in self.around(self.outer[to]) if self.inside(task, one) and one != task)}
        way = Way(self, {to}, frames, self.exceptions_with(task), set(self.around(self.outer[task])), (task, [to]))
        begin, end = way.times(way.members)
        if task in way.members and not self.is_usual(task) and len(self.written(task)) == 1 and "if" not in self.written(task)[0]:
            # What led to an exception that always leads back counts it already: passed again is what comes before that leaves.
            before = Way(self, {to}, frames, (), set(self.around(self.outer[task])), (task, [to]))
            return True, before.left_at(self.exceptions_with(task))
        if task not in way.members and self.is_ahead(task, to):
            return False, 0
        return task in way.members, way.over(self.left_by(task, to, way.members) if task in way.members else to, begin, end)

    def is_ahead(self, task, to):
        """True if it begins only after the exceptions have left the usual path that lead to the part: it is not passed again."""
        left = [(one, led) for one in self.order for outcome in self.unusual(one) if task in self.aside(one, outcome).members
                for led in outcome.to if led not in {"end", *outcome.back}]
        return bool(left) and not self.is_usual(task) and self.is_usual(to) and all(
            self.is_usual(one) and self.departure(one, [led]) <= self.begin[to] for one, led in left)

    def left_by(self, task, to, members):
        """The source, and what it is the last step of, as far as the target lies outside and that is passed again."""
        while (outer := self.outer[task]) in members and not self.is_ongoing(outer) and not self.inside(to,
            outer) and self.children(outer)[-1] == task:
            task = outer
        return task

    def exceptions_with(self, task):
        """The outcomes by which a part is reached that is on no usual path, those of exceptions within exceptions too."""
        aside = [(one, outcome, self.aside(one, outcome).members) for one in self.order for outcome in self.unusual(one)]
        return until_same(lambda found: [(one, outcome) for one, outcome, members in aside
                                         if members & {task, *(source for source, _ in found)}], [])


class Together:
    """The plans of a variant or of all of them, whichever ends latest (at best: earliest)."""

    def __init__(self, process, variant, estimate):
        self.estimate, self.latest = estimate, (min, max)[estimate]
        variants = [variant] if variant else list(process.get("variants", {})) or [None]
        self.slows = [Slow(process, one, estimate) for one in variants]
        self.adds = [slow.exceptions() for slow in self.slows]
        self.total = self.latest(slow.total for slow in self.slows)

    def usual(self, task):
        return [slow for slow in self.slows if slow.is_usual(task)]

    def end(self, task):
        return self.latest(slow.end[task] for slow in self.usual(task))

    def begins(self, task):
        """Of the variants that end together any."""
        return {slow.begin[task] for slow in self.usual(task) if slow.end[task] == self.end(task)}

    def exceptions(self, most=None):
        """Of the variants in which one takes time at most (most: the plans at most)."""
        adds = {}
        for own, known in zip(self.adds, (most or self).adds):
            for place, length in own.items():
                if known[place] > 0:
                    adds[place] = self.latest(length, adds.get(place, length))
        return adds

    def with_exceptions(self):
        return self.latest(slow.total + sum(adds.values()) for slow, adds in zip(self.slows, self.adds))

    def is_entered_in_places(self):
        """True if what is entered in several places keeps its own deadline: which of them it begins with may change with every delay."""
        return any(slow.way.is_entered_in_places(task) for slow in self.slows for task in slow.tasks)

    def said(self):
        """As tests/plan_examples.py says it, in days."""
        tasks = [task for task in self.slows[0].order if self.usual(task)] + [task for slow in self.slows[1:] for task in slow.order
                                                                              if self.usual(task)]
        said = {task: f"{min(self.begins(task)) / DAY:g}-" + ("" if self.slows[0].things[task].get("ongoing")
                                                              else f"{self.end(task) / DAY:g}") for task in tasks}
        said |= {f"{task}#{number}": length / DAY for (task, number), length in self.exceptions().items()}
        return said | {"total": self.total / DAY, "all": self.with_exceptions() / DAY}


class Way:
    """The parts that usual paths, and some exceptions, lead to from where they begin (None: from the start of the process), and times on
    them. Frames are no parts of it and go on, as does what is around its end until it is reached. What has gone before is told by the
    part and the places that its outcome leads to."""

    def __init__(self, slow, seeds, frames=frozenset({None}), exceptions=(), around=frozenset(), gone=None):
        self.slow, self.whole, self.seeds = slow, seeds is None, seeds or set()
        self.frames, self.exceptions, self.going_on = set(frames), exceptions, frames | around
        self.begun, self.members, self.led, self.gone = set(), set(), {}, gone
        until_same(self.sweep, None)

    # ---- what is on it

    def sweep(self, _):
        self.led = self.leads()
        led = self.seeds | set(self.led)
        entered = {around for one in led for around in self.slow.around(self.slow.outer[one]) if one in self.seeds or not all(
            self.slow.inside(source, around) for source, _ in self.led[one])} - self.frames
        self.begun = {task for task in self.slow.order if task not in self.frames and (task in led or self.begins(task))}
        self.members = self.begun | entered
        return self.begun, self.members, self.led

    def leads(self):
        """By part the parts whose outcomes lead to it on this way, and whether by the usual one."""
        led = {}
        pairs = [(task, self.taken(task), True) for task in self.slow.order if task in self.members]
        for task, outcome, usual in pairs + [(task, outcome, False) for task, outcome in self.exceptions if task in self.members]:
            for to in outcome.to if outcome else []:
                if to not in {"end", *outcome.back, *self.frames}:
                    led.setdefault(to, []).append((task, usual))
        return led

    def taken(self, task):
        return self.slow.usual(task) if self.is_left_by_own(task) else None

    def is_left_by_own(self, task):
        """False if an outcome of something within leads out, or its last step leads nowhere on."""
        inner = [one for one in self.slow.order if one in self.members and self.slow.outer[one] == task and not self.slow.is_ongoing(one)]
        return not self.led_out(task) and not (inner and self.is_dead_end(inner[-1]))

    def is_dead_end(self, task):
        if not self.is_left_by_own(task):
            return not self.led_out(task)
        return bool(self.slow.outcomes[task]) and not self.slow.goes_on(task) and not self.slow.usual(task)

    def led_out(self, task):
        """Where usual outcomes of what is within lead out of the part."""
        return [to for inner in self.slow.within(task) if inner != task and inner in self.members and self.taken(inner)
                for to in self.taken(inner).to if to == "end" or not self.slow.inside(to, task)]

    def begins(self, task):
        """With what contains it, or because it waits."""
        slow, outer = self.slow, self.slow.outer[task]
        if outer not in self.members | self.going_on:
            return False
        is_begun = outer in (self.begun | {None} if self.whole else self.begun)
        if not slow.after[task]:
            return is_begun and not slow.is_led_to(task)
        waits = [wait for wait in slow.after[task] if wait in self.members]
        if not waits and not self.whole and is_begun:
            return not any(slow.inside(wait, outer) for wait in slow.after[task]) and any(
                slow.is_usual(wait) and slow.way.is_left_to_waits(wait) for wait in slow.after[task])
        if outer in self.members and outer not in self.begun:
            near = any(slow.inside(wait, outer) for wait in waits)
        else:
            near = outer is None or any(slow.inside(task, self.frame(wait)) for wait in waits)
        left = [wait for wait in waits if self.is_left_to_waits(wait)]
        known = left + ([outer] if outer in self.members else [])
        return bool(left) and near and all(any(self.comes_from(one, wait, task) for one in known) for wait in waits if self.leads_on(wait))

    def leads_on(self, task):
        """By usual outcomes."""
        return bool(self.led_out(task) or self.taken(task))

    def comes_from(self, task, source, waiter):
        """True if a usual path leads from the source to the task, so that the source leads nowhere else, and not through what asks
        or waits for that."""
        met, stack = set(), [task]
        while stack:
            one = stack.pop()
            if self.slow.inside(one, source):
                return True
            before = [*self.slow.after[one], *(led for inner in self.slow.within(one) for led, _ in self.led.get(inner, [])),
                      *self.slow.around(self.slow.outer[one])]
            stack += [other for other in before if other in self.members and other not in met and not self.slow.inside(other, waiter)
                      and not self.slow.reaches(other, waiter)]
            met.update(before)
        return False

    def frame(self, task):
        return next((one for one in self.slow.around(task) if one not in self.members), None)

    def is_left_to_waits(self, task):
        """What outcomes lead out of, or leave no usual path, is left by nothing else."""
        if self.slow.is_ongoing(task):
            return not self.led_out(task) and not self.slow.usual(task)
        return self.is_left_by_own(task) and (not self.slow.outcomes[task] or self.slow.goes_on(task))

    # ---- times

    def times(self, parts, delay=None):
        """When parts of it begin and end; a part may be delayed, and its end ("PART end")."""
        order = [task for task in self.slow.order if task in parts]
        return until_same(lambda times: self.retime(order, *times, delay or {}), (dict.fromkeys(order, 0), dict.fromkeys(order, 0)))

    def retime(self, order, begin, end, delay):
        begin, end = dict(begin), dict(end)
        for task in order:
            begin[task] = max([0, delay.get(task, 0), begin.get(self.slow.outer[task], 0), *self.before(task, begin, end)])
            if task not in self.begun:
                begin[task] = max(begin[task], min(self.entries(task, begin, end).values(), default=0))
            end[task] = max(self.ended(task, begin, end), delay.get(task + " end", 0))
        return begin, end

    def over(self, task, begin, end):
        """When others go on: nobody waits for the end of what is ongoing."""
        return begin[task] if self.slow.is_ongoing(task) else end[task]

    def before(self, task, begin, end):
        """The times that it begins after."""
        for wait in self.slow.after[task]:
            if wait in begin:
                yield self.over(wait, begin, end)
        yield from (time for _, time in self.arrivals(task, begin, end))
        for other in begin:
            deadline = self.slow.deadlines[other]
            if deadline.get("before") == task:
                yield end[other] + lengths(deadline["ahead"])[self.slow.estimate]

    def arrivals(self, task, begin, end):
        """By outcomes: when the outermost part has ended that contains the source and not the target; by one that is not usual, when the
        source has."""
        for source, usual in self.led.get(task, []):
            if not usual and source in begin:
                yield source, self.over(self.slow.left_by(source, task, begin), begin, end)
                continue
            left = [one for one in self.slow.around(source) if one in begin and (one == source or not self.slow.inside(task, one))]
            if left:
                last = [one for one in left if not self.slow.is_ongoing(one)][-1:] or left[:1]
                yield source, self.over(last[0], begin, end)

    def entries(self, task, begin, end):
        """When outcomes from outside lead to parts within."""
        found = {one: 0 for one in self.seeds if one != task and self.slow.inside(one, task)}
        for one in self.led:
            if one in begin and one != task and self.slow.inside(one, task):
                times = [time for source, time in self.arrivals(one, begin, end) if not self.slow.inside(source, task)]
                if times:
                    found[one] = max([found.get(one, 0), *times])
        return found

    def is_entered_in_places(self, task):
        return task in self.members - self.begun and self.slow.length[task] is not None and len(self.entries(task, *self.slow.run({}))) > 1

    def ended(self, task, begin, end):
        steps = max([begin[task]] + [end[one] for one in self.slow.children(task) if one in begin and not self.slow.is_ongoing(one)])
        if self.slow.length[task] is None:
            return steps
        time = self.after_deadline(task, begin[task], begin, end)
        if "most" not in self.slow.deadlines[task]:
            return max(time, steps)
        for inner in self.slow.within(task):
            if inner != task and inner in begin and not self.slow.is_ongoing(inner):
                time = max([time] + [late + self.own(inner) for late in self.late(task, inner, begin, end)])
                start = self.counted_from(inner)
                if start and (start == "process" or not self.slow.inside(start, task)):
                    time = max(time, end[inner])
        return time

    def counted_from(self, task):
        """What its deadline counts from, if anything: on the way, or gone before."""
        start = self.slow.deadlines[task].get("from") if self.slow.length[task] is not None else None
        if start in self.members or (start == "process" and (self.whole or (self.gone and self.slow.is_led_aside(self.gone[0])))):
            return start
        return start if self.gone and start in self.slow.tasks and self.slow.has_gone(start, *self.gone) else None

    def own(self, task):
        """How long it takes by itself."""
        length = 0 if self.counted_from(task) else self.slow.length[task] or 0
        return length if "most" in self.slow.deadlines[task] else max(length, self.chain(task))

    def late(self, task, inner, begin, end):
        """When a part within may begin because of something outside, where the task does not begin itself with its being entered."""
        for wait in self.slow.after[inner]:
            if wait in begin and not self.slow.inside(wait, task):
                yield self.over(wait, begin, end)
        for other in begin:
            if self.slow.deadlines[other].get("before") == inner and not self.slow.inside(other, task):
                yield end[other] + lengths(self.slow.deadlines[other]["ahead"])[self.slow.estimate]
        first = -1 if task in self.begun else min(self.entries(task, begin, end).values(), default=0)
        yield from (time for source, time in self.arrivals(inner, begin, end) if not self.slow.inside(source, task) and time > first)

    def after_deadline(self, task, time, begin, end):
        """The end of what begins then; in the chain of something nothing counts that counts from outside of it."""
        start, length = self.counted_from(task), self.slow.length[task]
        if start in begin:
            return max(time, self.over(start, begin, end) + length)
        if start is None:
            return time + length
        if len(begin) < len(self.members):
            return time
        before = self.slow.departure(*self.gone) if self.gone else 0
        return max(time, length - before + (0 if start == "process" else self.slow.passed_at(start)))

    def chain(self, frame):
        inner = {task for task in self.members if task != frame and self.slow.inside(task, frame)}
        end = self.times(inner)[1]
        return max((end[task] for task in inner if not any(one in inner and self.slow.is_ongoing(one) for one in self.slow.around(task))),
                   default=0)

    def left_at(self, exceptions):
        """When the last of some exceptions leaves it."""
        begin, end = self.times(self.members)
        return max((self.over(left, begin, end) for task, outcome in exceptions if task in self.members
                    for left in self.slow.left_together(task, set(outcome.to) - set(outcome.back)) if left in self.members), default=0)

    def ended_with(self, task):
        """What has ended of it when a part has."""
        met, stack = set(), [(task, True)]
        while stack:
            one, ended = stack.pop()
            if one in self.members and (one, ended) not in met:
                met.add((one, ended))
                stack += self.ended_before(one) if ended else self.begun_before(one)
        return {one for one, ended in met if ended or self.slow.is_ongoing(one)}

    def begun_before(self, task):
        """What must have begun or ended (True) when a part begins."""
        led = [source for one in self.slow.within(task) if one == task or task not in self.begun for source, _ in self.led.get(one, [])
               if not self.slow.inside(source, task)]
        return [(self.slow.outer[task], False), *((one, not self.slow.is_ongoing(one)) for one in (*self.slow.after[task], *led)),
                *((one, True) for one in self.slow.tasks if self.slow.deadlines[one].get("before") == task)]

    def ended_before(self, task):
        """The same when it ends."""
        start = self.counted_from(task)
        return [(task, False), *((one, True) for one in self.slow.children(task) if not self.slow.is_ongoing(one)),
                *([(start, not self.slow.is_ongoing(start))] if start in self.members else [])]

    def latest(self, parts, end):
        """Of what no other part of the way contains."""
        return max((end[task] for task in parts if self.slow.outer[task] not in parts and not self.slow.is_ongoing(task)), default=0)

    def length(self):
        return self.latest(self.members, self.times(self.members)[1])
