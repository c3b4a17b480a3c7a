# SPDX-License-Identifier: MIT
"""A process in which every stage and step that waits for nothing though it does not say so says it, from the words of docs/format.md: one
outcome from above has it begin at once with the one before it, or leads to it while the one before is left by outcomes to elsewhere. What
goes on for ever is beside the row: its beginning is no way to what an outcome of it leads to, nor to what comes behind a fork past it."""
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
        inside(one, path) for outcome in written(source) for one in places(outcome))


def inside(place, path):
    return place == path or place.startswith(path + "/")


def row_before(things, outer=""):
    """By path the paths of what goes on for ever right before a thing, and then the one before those with its path, or None."""
    found = {}
    for at, thing in enumerate(things):
        first = at
        while first and things[first - 1].get("ongoing"):
            first -= 1
        beside = [outer + one["id"] for one in things[first:at]]
        found[outer + thing["id"]] = beside, (outer + things[first - 1]["id"], things[first - 1]) if first else None
        found |= row_before(thing.get("steps") or [], outer + thing["id"] + "/")
    return found


def forks_past(beside, last):
    """True if outcomes leave the last one of the row and lead to nothing of what goes on beside it."""
    source = left_by(last[1]) if beside and last else None
    return source is not None and not any(inside(to, one) for outcome in written(source) for to in places(outcome) for one in beside)


def settle(process):
    process = copy.deepcopy(process)
    parts = list(walk(process.get("stages") or []))
    order = {path: at for at, (path, _, _) in enumerate(parts)}
    led, together, rows = set(), set(), row_before(process.get("stages") or [])
    for at, (path, thing, _) in enumerate(parts):
        for outcome in written(thing):
            to = places(outcome)
            for one in to:
                if order.get(one, -1) > at:
                    led.add(one)
                    before = parts[order[one]][2]
                    if before and before[0] in to or any(inside(path, other) for other in rows[one][0]):
                        together.add(one)
    for path, thing, before in parts:
        if "after" not in thing and before and path in led and (
                path in together or leads_elsewhere(before[1], path) or forks_past(*rows[path])):
            thing["after"] = []
    return process
