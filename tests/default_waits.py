# SPDX-License-Identifier: MIT
"""A process in which every stage and step that waits for nothing though it does not say so says it, from the words of docs/format.md: one
outcome from above has it begin at once with the one before it, or leads to it while the one before is left by outcomes to elsewhere."""
import copy


def written(thing):
    found = thing.get("outcomes", [])
    return [one if isinstance(one, dict) else {"to": one} for one in (found if isinstance(found, list) else [found])]


def places(outcome):
    to = outcome.get("else", outcome.get("to", []))
    return [to] if isinstance(to, str) else list(to or [])


def goes_on(thing):
    outcomes = written(thing)
    return not outcomes or (len(outcomes) == 1 and "if" in outcomes[0])


def left_by(thing):
    """Whose outcomes a thing is left by: its own, or its last step's; or None."""
    if not goes_on(thing):
        return thing
    steps = thing.get("steps") or []
    return steps[-1] if steps and not goes_on(steps[-1]) else None


def walk(things, outer=""):
    """(path, thing, the one before it and its path) in the order of the file."""
    before = None
    for thing in things:
        path = outer + thing["id"]
        yield path, thing, before
        yield from walk(thing.get("steps") or [], path + "/")
        before = path, thing


def leads_elsewhere(before, path):
    source = left_by(before)
    return source is not None and not any(
        one == path or one.startswith(path + "/") for outcome in written(source) for one in places(outcome))


def settle(process):
    process = copy.deepcopy(process)
    parts = list(walk(process.get("stages") or []))
    order = {path: at for at, (path, _, _) in enumerate(parts)}
    led, together = set(), set()
    for at, (_, thing, _) in enumerate(parts):
        for outcome in written(thing):
            to = places(outcome)
            for one in to:
                if order.get(one, -1) > at:
                    led.add(one)
                    before = parts[order[one]][2]
                    if before and before[0] in to:
                        together.add(one)
    for path, thing, before in parts:
        if "after" not in thing and before and path in led and (path in together or leads_elsewhere(before[1], path)):
            thing["after"] = []
    return process
