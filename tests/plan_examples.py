# SPDX-License-Identifier: MIT
"""Small processes whose times were worked out by hand from the words of docs/format.md, in days at most. What stands on the usual path has
when it begins and ends there, what an unusual outcome (PART#NUMBER) adds stands beside it; all is «with every exception once»."""

EXAMPLES = [
    # A late decision is escalated: an exception, five days, which the shortest process has nothing to do with.
    ("an exception is no rule", """
- {id: fix, deadline: 1d, outcomes: [{if: in time, to: close}, {if: late, to: escalate}]}
- {id: escalate, deadline: 5d, after: [fix], outcomes: [{if: settled, to: close}, {else: end}]}
- {id: close, deadline: 1d, after: [fix]}
""", "{fix: 0-1, close: 1-2, total: 2, fix#2: 5, all: 7}"),

    # The mark says which way is usual, not the place in the list: c begins when b has ended.
    ("the marked outcome is the usual one", """
- {id: a, deadline: 1d, outcomes: [{if: small, to: c}, {if: large, to: b, usual: true}]}
- {id: b, deadline: 2d, after: []}
- {id: c, deadline: 4d, after: [b]}
""", "{a: 0-1, b: 1-3, c: 3-7, total: 7, all: 7}"),

    # A lone condition: what waits goes on. x is the exception; y waits for x alone, so it is one too, and belongs to the same.
    ("a lone condition is the exception", """
- {id: a, deadline: 1d, outcomes: [{if: doubts, to: x}]}
- {id: b, deadline: 2d}
- {id: x, deadline: 3d, after: []}
- {id: y, deadline: 4d}
""", "{a: 0-1, b: 1-3, total: 3, a#1: 7, all: 10}"),

    # All that an outcome lists begin at once: the one that stands second waits for nothing either.
    ("a list begins at once", """
- {id: a, deadline: 1d, outcomes: [{to: [b, c]}]}
- {id: b, deadline: 3d}
- {id: c, deadline: 5d}
- {id: d, deadline: 1d, after: [b, c]}
""", "{a: 0-1, b: 1-4, c: 1-6, d: 6-7, total: 7, all: 7}"),

    # What an outcome leads to does not wait for the one before it, which is left by an outcome to the end: passed again is a alone.
    ("what stands last is no part of the way", """
- {id: a, deadline: 1d, outcomes: [{if: whole, to: b}, {if: not whole, to: back}]}
- {id: b, deadline: 3d}
- {id: c, deadline: 5d, outcomes: end}
- {id: back, deadline: 2d, outcomes: a}
""", "{a: 0-1, b: 1-4, c: 4-9, total: 9, a#2: 2, back#1: 1, all: 12}"),

    # Marked it is the way: b, which only waits for a, is left to nobody, and c waits for b.
    ("a lone condition that is marked is the way", """
- {id: a, deadline: 1d, outcomes: [{if: doubts, to: x, usual: true}]}
- {id: b, deadline: 2d}
- {id: c, deadline: 2d}
- {id: x, deadline: 3d, after: []}
""", "{a: 0-1, x: 1-4, total: 4, all: 4}"),

    # The only outcome without a condition is a way that is no decision; what it leads to needs no `after`.
    ("then go there", """
- {id: a, deadline: 1d, outcomes: c}
- {id: b, deadline: 9d, after: [], outcomes: c}
- {id: c, deadline: 1d, after: []}
""", "{a: 0-1, b: 0-9, c: 9-10, total: 10, all: 10}"),

    # Both begin at once, and d begins when both have ended.
    ("all of a list begin", """
- {id: a, deadline: 1d, outcomes: {to: [b, c]}}
- {id: b, deadline: 2d, after: []}
- {id: c, deadline: 5d, after: []}
- {id: d, deadline: 1d, after: [b, c]}
""", "{a: 0-1, b: 1-3, c: 1-6, d: 6-7, total: 7, all: 7}"),

    # Back from c to a: a, b and c are passed again (1 + 2 + 3); d, beside them, is not.
    ("a loop is passed once", """
- {id: a, deadline: 1d}
- {id: b, deadline: 2d}
- {id: d, deadline: 9d, after: []}
- {id: c, deadline: 3d, after: [b, d], outcomes: [{if: wrong, to: a}, {else: e}]}
- {id: e, deadline: 1d}
""", "{a: 0-1, b: 1-3, d: 0-9, c: 9-12, e: 12-13, total: 13, c#1: 6, all: 19}"),

    # From a step of a step back to an earlier stage, whose number is the greater.
    ("back from a step of a step", """
- {id: a, deadline: 1d}
- {id: b, deadline: 2d}
- {id: c, steps: [{id: s, steps: [{id: t, deadline: 3d, outcomes: [{if: wrong, to: b}, {if: right, to: d}]}]}]}
- {id: d, deadline: 4d}
""", "{a: 0-1, b: 1-3, c: 3-6, c/s: 3-6, c/s/t: 3-6, d: 6-10, total: 10, c/s/t#1: 5, all: 15}"),

    # Without a mark the usual outcome is the first that does not lead back: c.
    ("going back is an exception", """
- {id: a, deadline: 2d, outcomes: [{if: wrong, to: a}, {if: right, to: c}]}
- {id: b, deadline: 4d, after: []}
- {id: c, deadline: 1d, after: []}
""", "{a: 0-2, b: 0-4, c: 2-3, total: 4, a#1: 2, all: 6}"),

    # With one on it no usual path leads on, and c is an exception as well.
    ("going back is an exception where it is marked too", """
- {id: a, deadline: 2d, outcomes: [{if: wrong, to: a, usual: true}, {if: right, to: c}]}
- {id: b, deadline: 4d, after: []}
- {id: c, deadline: 1d, after: []}
""", "{a: 0-2, b: 0-4, total: 4, a#1: 2, a#2: 1, all: 7}"),

    # The exception always leads back: x after a, then a again; x is counted by what led to it.
    ("an exception that leads back", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: b}, {if: refused, to: x}]}
- {id: x, deadline: 3d, after: [], outcomes: a}
- {id: b, deadline: 2d, after: []}
""", "{a: 0-1, b: 1-3, total: 3, a#2: 3, x#1: 1, all: 7}"),

    # x stands behind b and leads to it, but b was not there yet: nothing is passed again, whatever the order in the file.
    ("an exception that joins what follows", """
- {id: a, deadline: 1d, outcomes: [{if: whole, to: b}, {if: not whole, to: x}]}
- {id: b, deadline: 9d, after: [], outcomes: end}
- {id: x, deadline: 1d, after: [], outcomes: b}
""", "{a: 0-1, b: 1-10, total: 10, a#2: 1, all: 11}"),

    # The same where b is not first there: c leads to x, after b.
    ("an exception that joins what was passed", """
- {id: a, deadline: 1d}
- {id: b, deadline: 9d, after: a}
- {id: c, deadline: 2d, after: a, outcomes: [{if: whole, to: d}, {if: not whole, to: x}]}
- {id: d, deadline: 1d, after: [b]}
- {id: x, deadline: 1d, after: [], outcomes: b}
""", "{a: 0-1, b: 1-10, c: 1-3, d: 10-11, total: 11, c#2: 1, x#1: 9, all: 21}"),

    # An exception within an exception: x leads usually to y (3 + 1), seldom to z (7).
    ("an exception of an exception", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: b}, {if: refused, to: x}]}
- {id: x, deadline: 3d, after: [], outcomes: [{if: small, to: y}, {if: large, to: z}]}
- {id: y, deadline: 1d, after: []}
- {id: z, deadline: 7d, after: [], outcomes: b}
- {id: b, deadline: 2d, after: []}
""", "{a: 0-1, b: 1-3, total: 3, a#2: 4, x#2: 7, all: 14}"),

    # The refusal leads to what stands on the usual path anyway: nothing is added.
    ("a short cut adds nothing", """
- {id: a, deadline: 1d, outcomes: [{if: large, to: b}, {if: small, to: c}, {else: end}]}
- {id: b, deadline: 2d, after: []}
- {id: c, deadline: 3d}
""", "{a: 0-1, b: 1-3, c: 3-6, total: 6, all: 6}"),

    # c waits for x, which is an exception, and for b: it begins when b has ended.
    ("what waits for an exception too", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: b}, {if: refused, to: x}]}
- {id: b, deadline: 2d, after: []}
- {id: x, deadline: 8d, after: []}
- {id: c, deadline: 1d, after: [b, x]}
""", "{a: 0-1, b: 1-3, c: 3-4, total: 4, a#2: 8, all: 12}"),

    # Steps: the second is left out, the stage lasts 1 + 4, and d waits for it. r is the exception: 2 days until t, which is usual.
    ("exceptions among steps", """
- id: s
  steps:
    - {id: q, deadline: 1d, outcomes: [{if: ok, to: s/t}, {if: gaps, to: s/r}]}
    - {id: r, deadline: 2d, after: []}
    - {id: t, deadline: 4d}
- {id: d, deadline: 1d}
""", "{s: 0-5, s/q: 0-1, s/t: 1-5, d: 5-6, total: 6, s/q#2: 2, all: 8}"),

    # An exceptional step that nothing follows in its stage: its own time, not the time of what follows the stage.
    ("an exceptional last step", """
- id: s
  steps:
    - {id: q, deadline: 1d, outcomes: [{if: ok, to: s/t}, {if: gaps, to: s/r}]}
    - {id: t, deadline: 1d, after: []}
    - {id: r, deadline: 2d, after: []}
- {id: d, deadline: 5d}
""", "{s: 0-2, s/q: 0-1, s/t: 1-2, d: 2-7, total: 7, s/q#2: 2, all: 9}"),

    # The last step leads out: the stage is left by that alone. Its own outcome (to c) is not used, d does not follow by waiting, and b
    # begins
    # when the stage has ended, at 3, not when its step has, at 1.
    ("a step leads out of its stage", """
- id: s
  outcomes: c
  steps:
    - {id: q, deadline: 3d}
    - {id: r, deadline: 1d, after: [], outcomes: b}
- {id: d, deadline: 5d, after: [s]}
- {id: b, deadline: 1d, after: []}
- {id: c, deadline: 7d, after: []}
""", "{s: 0-3, s/q: 0-3, s/r: 0-1, b: 3-4, total: 4, all: 4}"),

    # Out of a sub-step to the next step but one: the step that holds it has to end first (2 days), its stage goes on.
    ("a sub-step leads out of its step", """
- id: s
  steps:
    - {id: q, deadline: 2d, steps: [{id: x, deadline: 1d, outcomes: s/t}]}
    - {id: r, deadline: 8d}
    - {id: t, deadline: 1d, after: []}
""", "{s: 0-3, s/q: 0-2, s/q/x: 0-1, s/t: 2-3, total: 3, all: 3}"),

    # The last step has no outcomes, so that the stage is left by its own; and b, which waits for the stage, by nothing.
    ("a stage is left by its own outcomes", """
- {id: s, outcomes: [{if: ok, to: c}, {else: b}], steps: [{id: q, deadline: 1d}, {id: r, deadline: 1d}]}
- {id: b, deadline: 5d}
- {id: c, deadline: 1d, after: []}
""", "{s: 0-2, s/q: 0-1, s/r: 1-2, c: 2-3, total: 3, s#2: 5, all: 8}"),

    # Into the middle: the stage, left to nobody else, begins with r at 1; q is not done, nor p, which would begin with the stage.
    ("into the middle of a stage", """
- {id: a, deadline: 1d, outcomes: s/r}
- id: s
  steps: [{id: q, deadline: 8d}, {id: p, deadline: 9d, after: []}, {id: r, deadline: 2d, after: [s/q]}, {id: t, deadline: 1d}]
- {id: b, deadline: 1d}
""", "{a: 0-1, s: 1-4, s/r: 1-3, s/t: 3-4, b: 4-5, total: 5, all: 5}"),

    # Its first step is no other: p does not begin.
    ("to the first step of a stage", """
- {id: a, deadline: 1d, outcomes: s/q}
- {id: s, steps: [{id: q, deadline: 1d}, {id: p, deadline: 9d, after: []}]}
- {id: b, deadline: 1d}
""", "{a: 0-1, s: 1-2, s/q: 1-2, b: 2-3, total: 3, all: 3}"),

    # Of an exceptional stage entered in the middle what is left of it counts …
    ("into the middle of an exceptional stage", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: b}, {if: refused, to: x/r}]}
- {id: x, steps: [{id: q, deadline: 3d}, {id: r, deadline: 1d}, {id: t, deadline: 1d}]}
- {id: b, deadline: 1d, after: []}
""", "{a: 0-1, b: 1-2, total: 2, a#2: 2, all: 4}"),

    # … but of its own deadline the whole.
    ("into the middle of an exceptional stage with a deadline", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: b}, {if: refused, to: x/r}]}
- {id: x, deadline: 4d, steps: [{id: q, deadline: 3d}, {id: r, deadline: 1d}, {id: t, deadline: 1d}]}
- {id: b, deadline: 1d, after: []}
""", "{a: 0-1, b: 1-2, total: 2, a#2: 4, all: 6}"),

    # x is left as its step says, to y (1 + 2); z only waits for it.
    ("an exceptional stage that its step leads out of", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: b}, {if: refused, to: x}]}
- {id: x, steps: [{id: q, deadline: 1d, outcomes: y}]}
- {id: z, deadline: 8d}
- {id: y, deadline: 2d, after: []}
- {id: b, deadline: 1d, after: []}
""", "{a: 0-1, b: 1-2, total: 2, a#2: 3, all: 5}"),

    # b is on the usual path, x is not.
    ("an unusual list of which one is usual", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: b}, {if: doubts, to: [b, x]}]}
- {id: b, deadline: 5d}
- {id: x, deadline: 2d, after: []}
""", "{a: 0-1, b: 1-6, total: 6, a#2: 2, all: 8}"),

    # The usual path ends with a; going on is the exception: b and c.
    ("the end is usual", """
- {id: a, deadline: 1d, outcomes: [{if: no, to: end, usual: true}, {if: yes, to: b}]}
- {id: b, deadline: 2d}
- {id: c, deadline: 3d}
""", "{a: 0-1, total: 1, a#2: 5, all: 6}"),

    # Both ways lead back and nobody wrote what else: nothing follows, each adds one more pass.
    ("a gap", """
- {id: a, deadline: 1d, outcomes: [{if: wrong, to: a}, {if: missing, to: a}]}
- {id: b, deadline: 2d}
""", "{a: 0-1, total: 1, a#1: 1, a#2: 1, all: 3}"),

    # b waits for the end of the stage, z for the end of its step, which the deadline does not hold.
    ("a stage keeps to its deadline", """
- {id: s, deadline: 1d, steps: [{id: q, deadline: 3d}]}
- {id: b, deadline: 1d}
- {id: c, after: [], steps: [{id: z, deadline: 1d, after: [s/q]}]}
""", "{s: 0-1, s/q: 0-3, b: 1-2, c: 0-4, c/z: 3-4, total: 4, all: 4}"),

    # r cannot begin before 5, nor the stage end before r.
    ("a step that waits for something outside", """
- {id: a, deadline: 5d}
- {id: s, deadline: 2d, after: [], steps: [{id: q, deadline: 1d}, {id: r, deadline: 1d, after: [a]}]}
- {id: b, deadline: 1d}
""", "{a: 0-5, s: 0-6, s/q: 0-1, s/r: 5-6, b: 6-7, total: 7, all: 7}"),

    # Nor when an outcome leads to r.
    ("a step that something outside leads to", """
- {id: a, deadline: 5d, outcomes: s/r}
- {id: s, deadline: 2d, after: [], steps: [{id: q, deadline: 1d}, {id: r, deadline: 1d, after: []}]}
- {id: b, deadline: 1d}
""", "{a: 0-5, s: 0-6, s/q: 0-1, s/r: 5-6, b: 6-7, total: 7, all: 7}"),

    # What is passed again: q, r, t (1 + 2 + 1). The stage is left by its last step.
    ("a loop among steps", """
- id: s
  steps: [{id: q, deadline: 1d}, {id: r, deadline: 2d}, {id: t, deadline: 1d, outcomes: [{if: wrong, to: s/q}, {else: b}]}]
- {id: b, deadline: 1d}
""", "{s: 0-4, s/q: 0-1, s/r: 1-3, s/t: 3-4, b: 4-5, total: 5, s/t#1: 4, all: 9}"),

    # Back to what contains it: from its beginning to the end of t, whatever the deadline.
    ("back to the stage of a step", """
- id: s
  deadline: 10d
  steps: [{id: q, deadline: 1d}, {id: r, deadline: 2d}, {id: t, deadline: 1d, outcomes: [{if: wrong, to: s}, {else: b}]}]
- {id: b, deadline: 1d}
""", "{s: 0-10, s/q: 0-1, s/r: 1-3, s/t: 3-4, b: 10-11, total: 11, s/t#1: 4, all: 15}"),

    # Its end comes after r, so that this is a way back: r again.
    ("a stage that leads back to its own step", """
- {id: s, outcomes: [{if: wrong, to: s/r}, {else: b}], steps: [{id: q, deadline: 1d}, {id: r, deadline: 2d}]}
- {id: b, deadline: 1d}
""", "{s: 0-3, s/q: 0-1, s/r: 1-3, b: 3-4, total: 4, s#1: 2, all: 6}"),

    # From c back into the middle of s: r, then c.
    ("back into the middle of a stage", """
- {id: s, steps: [{id: q, deadline: 5d}, {id: r, deadline: 2d}]}
- {id: c, deadline: 1d, outcomes: [{if: wrong, to: s/r}, {else: end}]}
""", "{s: 0-7, s/q: 0-5, s/r: 5-7, c: 7-8, total: 8, c#1: 3, all: 11}"),

    # b waits for the beginning of w alone, and nobody for its end.
    ("what is ongoing", """
- {id: a, deadline: 1d}
- {id: w, ongoing: true, steps: [{id: x, deadline: 9d}]}
- {id: b, deadline: 2d}
""", "{a: 0-1, w: 1-, w/x: 1-10, b: 1-3, total: 3, all: 3}"),

    # Nor does the stage.
    ("an ongoing step", """
- {id: s, steps: [{id: q, deadline: 1d}, {id: w, ongoing: true, after: [], steps: [{id: x, deadline: 9d}]},
    {id: r, deadline: 1d,
    after: [s/q]}]}
- {id: b, deadline: 2d}
""", "{s: 0-2, s/q: 0-1, s/w: 0-, s/w/x: 0-9, s/r: 1-2, b: 2-4, total: 4, all: 4}"),

    # Its outcome is the alarm: an exception, and b goes on from its beginning.
    ("the outcome of what is ongoing", """
- {id: w, ongoing: true, outcomes: x}
- {id: b, deadline: 1d}
- {id: x, deadline: 3d, after: []}
""", "{w: 0-, b: 0-1, total: 1, w#1: 3, all: 4}"),

    # b's five days count from the end of a; c's from the start of the process; d begins only when its time is over.
    ("deadlines that count from something", """
- {id: a, deadline: 2d}
- {id: b, deadline: {most: 5d, from: a}, after: []}
- {id: c, deadline: {most: 5d, from: process}, after: [a]}
- {id: d, deadline: {most: 4d, from: a}, after: [b]}
- {id: e, deadline: {most: 4d, from: the claim}, after: [a]}
""", "{a: 0-2, b: 0-7, c: 2-5, d: 7-7, e: 2-6, total: 7, all: 7}"),

    # x is on no usual path: nothing counts from it.
    ("a deadline that counts from an exception", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: b}, {if: refused, to: x}]}
- {id: x, deadline: 3d, after: []}
- {id: b, deadline: {most: 2d, from: x}, after: []}
""", "{a: 0-1, b: 1-3, total: 3, a#2: 3, all: 6}"),

    # It begins after a day: nine of the ten are left. Back from c to a all is over by then, and what is passed again takes no time.
    ("an exception's deadline that counts from the start of the process", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: c}, {if: refused, to: b}]}
- {id: b, deadline: {most: 10d, from: process}, after: []}
- {id: c, deadline: {most: 5d, from: process}, after: [], outcomes: [{if: wrong, to: a}, {else: end}]}
""", "{a: 0-1, c: 1-5, total: 5, a#2: 9, c#1: 1, all: 15}"),

    # Two days of b's five have gone with x; z has lost none to the exception y, which did not come before it.
    ("exceptions' deadlines that count from what has gone before", """
- {id: x, deadline: 1d}
- {id: a, deadline: 2d, outcomes: [{if: ok, to: c}, {if: refused, to: b}, {if: late, to: y}, {if: lost, to: z}]}
- {id: b, deadline: {most: 5d, from: x}, after: [], outcomes: [{if: settled, to: c}, {if: not settled, to: d}]}
- {id: d, deadline: {most: 9d, from: process}, after: []}
- {id: y, deadline: 4d, after: []}
- {id: z, deadline: {most: 3d, from: y}, after: []}
- {id: c, deadline: 1d, after: []}
""", "{x: 0-1, a: 1-3, c: 3-4, total: 4, a#2: 3, a#3: 4, a#4: 3, b#2: 3, all: 17}"),

    # The exception leaves s with the step q, one day in; back from it to s costs that day and its own, not the five of s.
    ("back from where a step left its stage", """
- {id: s, deadline: 5d, steps: [{id: q, deadline: 1d, outcomes: [{if: ok, to: s/r}, {if: refused, to: x}]}, {id: r, deadline: 1d,
    after: []}]}
- {id: b, deadline: 1d}
- {id: x, deadline: {most: 4d, from: process}, after: [], outcomes: [{if: again, to: s}, {else: end, usual: true}]}
""", "{s: 0-5, s/q: 0-1, s/r: 1-2, b: 5-6, total: 6, s/q#2: 3, x#1: 1, all: 10}"),

    # d begins seven days after r, and nothing is held up by x, which is an exception.
    ("so long before something", """
- {id: r, deadline: {most: 1d, before: d, ahead: 7d}}
- {id: a, deadline: 2d, after: [], outcomes: [{if: ok, to: d}, {if: refused, to: x}]}
- {id: x, deadline: {most: 1d, before: d, ahead: 30d}, after: []}
- {id: d, deadline: 1d, after: [a]}
""", "{r: 0-1, a: 0-2, d: 8-9, total: 9, a#2: 1, all: 10}"),

    # A mark on a lone condition that leads back changes nothing: when it is right, b follows.
    ("a lone condition that leads back, marked", """
- {id: a, deadline: 1d, outcomes: [{if: wrong, to: a, usual: true}]}
- {id: b, deadline: 1d}
""", "{a: 0-1, b: 1-2, total: 2, a#1: 1, all: 3}"),

    # c waits for a, which leads to c by way of b.
    ("what waits for the source and the target of an outcome", """
- {id: a, deadline: 1d, outcomes: b}
- {id: b, deadline: 1d, after: []}
- {id: c, deadline: 1d, after: [a, b]}
""", "{a: 0-1, b: 1-2, c: 2-3, total: 3, all: 3}"),

    # e waits for a, which leads to d instead: that it waits for b, too, puts it on no usual path.
    ("an exception that waits for something usual", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: d}, {if: late, to: e}]}
- {id: b, deadline: 2d, after: []}
- {id: e, deadline: 5d, after: [a, b]}
- {id: d, deadline: 1d, after: [a, b]}
""", "{a: 0-1, b: 0-2, d: 2-3, total: 3, a#2: 5, all: 8}"),

    # From c back to b, which nothing else leads to, and by waiting to c again: 2 + 4.
    ("a loop through what is reached by going back alone", """
- {id: a, deadline: 1d, outcomes: c}
- {id: b, deadline: 2d}
- {id: c, deadline: 4d, outcomes: [{if: ok, to: d}, {if: wrong, to: b}]}
- {id: d, deadline: 1d}
""", "{a: 0-1, c: 1-5, d: 5-6, total: 6, c#2: 6, all: 12}"),

    # The same with a step: r ends the stage, whose last step has no outcomes, and c waits for the stage.
    ("a loop through a step that is reached by going back alone", """
- {id: s, steps: [{id: q, deadline: 1d, outcomes: c}, {id: r, deadline: 2d}]}
- {id: c, deadline: 4d, outcomes: [{if: ok, to: end}, {if: wrong, to: s/r}]}
""", "{s: 0-1, s/q: 0-1, c: 1-5, total: 5, c#2: 6, all: 11}"),

    # The stage is entered at r; back to q it is q and r.
    ("back to what was not done", """
- {id: a, deadline: 1d, outcomes: s/r}
- {id: s, steps: [{id: q, deadline: 2d}, {id: r, deadline: 1d, outcomes: [{if: ok, to: b}, {if: wrong, to: s/q}]}]}
- {id: b, deadline: 1d}
""", "{a: 0-1, s: 1-2, s/r: 1-2, b: 2-3, total: 3, s/r#2: 3, all: 6}"),

    # Of the deadline of a stage that is entered in the middle again the whole counts: 3 + 1.
    ("back into the middle of a stage with a deadline", """
- {id: s, deadline: 3d, steps: [{id: q, deadline: 1d}, {id: r, deadline: 1d}]}
- {id: c, deadline: 1d, outcomes: [{if: ok, to: end}, {if: wrong, to: s/r}]}
""", "{s: 0-3, s/q: 0-1, s/r: 1-2, c: 3-4, total: 4, c#2: 4, all: 8}"),

    # Of the step's as well.
    ("into the middle of an exceptional step with a deadline", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: b}, {if: refused, to: s/t/y}]}
- {id: s, steps: [{id: t, deadline: 4d, steps: [{id: x, deadline: 1d}, {id: y, deadline: 1d}]}]}
- {id: b, deadline: 1d, after: []}
""", "{a: 0-1, b: 1-2, total: 2, a#2: 4, all: 6}"),

    # x keeps to its deadline, as a usual stage does.
    ("an exceptional stage keeps to its deadline", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: b}, {if: refused, to: x}]}
- {id: x, deadline: 1d, steps: [{id: q, deadline: 3d}]}
- {id: b, deadline: 1d, after: []}
""", "{a: 0-1, b: 1-2, total: 2, a#2: 1, all: 3}"),

    # r is usual: y alone is added, and so is t alone before c.
    ("an exception that leads out to a usual step", """
- id: s
  steps:
    - {id: q, steps: [{id: x, deadline: 1d, outcomes: [{if: ok, to: s/r}, {if: gaps, to: s/q/y}]}, {id: y, deadline: 2d, after: [],
        outcomes: s/r}]}
    - {id: r, deadline: 5d}
""", "{s: 0-6, s/q: 0-1, s/q/x: 0-1, s/r: 1-6, total: 6, s/q/x#2: 2, all: 8}"),
    ("an exception that leads out to a usual stage", """
- {id: s, steps: [{id: q, outcomes: [{if: doubts, to: s/t}]}, {id: r}, {id: t, after: [], deadline: 1d, outcomes: c}]}
- {id: c, deadline: 5d}
""", "{s: 0-0, s/q: 0-0, s/r: 0-0, c: 0-5, total: 5, s/q#1: 1, all: 6}"),

    # Within the exception t1, t2 and t4 are usual (1 + 2 + 7); t3 is an exception of it, until t4.
    ("an exceptional step of an exceptional stage", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: b}, {if: refused, to: x}]}
- id: x
  steps:
    - {id: t1, deadline: 1d, outcomes: [{if: small, to: x/t2}, {if: large, to: x/t3}]}
    - {id: t2, deadline: 2d}
    - {id: t3, deadline: 5d, after: []}
    - {id: t4, deadline: 7d, after: [x/t2, x/t3]}
- {id: b, deadline: 1d, after: []}
""", "{a: 0-1, b: 1-2, total: 2, a#2: 10, x/t1#2: 5, all: 17}"),

    # q/x and m until r, which is usual.
    ("an exception begins at a sub-step", """
- {id: a, outcomes: [{if: ok, to: s/r}, {if: gaps, to: s/q/x}]}
- {id: s, steps: [{id: q, steps: [{id: x, deadline: 1d}]}, {id: m, deadline: 2d}, {id: r}]}
""", "{a: 0-0, s: 0-0, s/r: 0-0, total: 0, a#2: 3, all: 3}"),

    # An exception of b, which is one: t stands in a usual stage.
    ("an exception leads to an exceptional step of a usual stage", """
- {id: a, outcomes: [{if: ok, to: s/q}, {if: refused, to: b}]}
- {id: b, after: [], outcomes: [{if: small, to: end}, {if: large, to: s/t}]}
- {id: s, after: [a], steps: [{id: q}, {id: r, outcomes: c}, {id: t, deadline: 3d}]}
- {id: c}
""", "{a: 0-0, s: 0-0, s/q: 0-0, s/r: 0-0, c: 0-0, total: 0, b#2: 3, all: 3}"),

    # The report waits for x alone: 2 + 3.
    ("a step that waits for an exception", """
- {id: a, outcomes: [{if: ok, to: b}, {if: refused, to: x}]}
- {id: x, deadline: 2d}
- {id: b, after: [], steps: [{id: q, deadline: 1d}, {id: report, deadline: 3d, after: [x]}]}
""", "{a: 0-0, b: 0-1, b/q: 0-1, total: 1, a#2: 5, all: 6}"),

    # Both begin, but c waits for b: on the usual path as in an exception.
    ("of a list one waits for the other", """
- {id: a, outcomes: {to: [b, c]}}
- {id: b, deadline: 2d, after: [], outcomes: d}
- {id: c, deadline: 1d, after: [b]}
- {id: d, after: []}
""", "{a: 0-0, b: 0-2, c: 2-3, d: 2-2, total: 3, all: 3}"),
    ("of a list in an exception one waits for the other", """
- {id: a, outcomes: [{if: ok, to: d}, {if: refused, to: [b, c]}]}
- {id: b, deadline: 2d, after: [], outcomes: d}
- {id: c, deadline: 1d, after: [b]}
- {id: d, after: []}
""", "{a: 0-0, d: 0-0, total: 0, a#2: 3, all: 3}"),

    # Back and on at once is going back: the loop is a and b (3), x beside it takes longer.
    ("back and on at once", """
- {id: a, deadline: 1d}
- {id: b, deadline: 2d, outcomes: [{if: wrong, to: [a, x]}, {else: c}]}
- {id: x, deadline: 4d, after: []}
- {id: c, deadline: 1d, after: []}
""", "{a: 0-1, b: 1-3, c: 3-4, total: 4, b#1: 4, all: 8}"),

    # The last step leads back in any case, and nobody wrote what else.
    ("a gap at the end of a stage", """
- {id: s, steps: [{id: q, deadline: 1d, outcomes: [{if: wrong, to: s/q}, {if: missing, to: s/q}]}]}
- {id: b, deadline: 1d}
""", "{s: 0-1, s/q: 0-1, total: 1, s/q#1: 1, s/q#2: 1, all: 3}"),

    # What an exception's deadline counts from has ended before it begins.
    ("a deadline of an exception that counts from something usual", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: b}, {if: refused, to: x}]}
- {id: x, deadline: {most: 3d, from: a}, after: []}
- {id: b, deadline: 2d, after: []}
""", "{a: 0-1, b: 1-3, total: 3, a#2: 3, all: 6}"),

    # Time that has to pass is both.
    ("at least", """
- {id: a, deadline: {least: 3d}}
- {id: b, deadline: {most: 5d, least: 2d}}
""", "{a: 0-3, b: 3-8, total: 8, all: 8}"),

    # It begins with the first of them: q does not wait for b.
    ("a stage that is entered in two places", """
- {id: a, deadline: 1d, outcomes: s/q}
- {id: b, deadline: 5d, after: [], outcomes: s/r}
- {id: s, after: [a], steps: [{id: q, deadline: 1d}, {id: r, deadline: 1d, after: []}]}
""", "{a: 0-1, b: 0-5, s: 1-6, s/q: 1-2, s/r: 5-6, total: 6, all: 6}"),

    # Its two days count from there, too, but it does not end before r, which begins at 5.
    ("a stage with a deadline that is entered in two places", """
- {id: a, deadline: 1d, outcomes: s/q}
- {id: b, deadline: 5d, after: [], outcomes: s/r}
- {id: s, deadline: 2d, after: [a], steps: [{id: q, deadline: 1d}, {id: r, deadline: 1d, after: []}]}
- {id: c, deadline: 1d}
""", "{a: 0-1, b: 0-5, s: 1-6, s/q: 1-2, s/r: 5-6, c: 6-7, total: 7, all: 7}"),

    # The entry that it begins with holds nothing up: s keeps to its deadline, as with `outcomes: s`.
    ("a stage that is entered keeps to its deadline", """
- {id: a, deadline: 1d, outcomes: s/q}
- {id: s, deadline: 2d, steps: [{id: q, deadline: 3d}]}
- {id: b, deadline: 1d}
""", "{a: 0-1, s: 1-3, s/q: 1-4, b: 3-4, total: 4, all: 4}"),

    # q cannot begin before 4, nor the stage end before q.
    ("so long before a step", """
- {id: a, deadline: {most: 1d, before: s/q, ahead: 3d}}
- {id: s, deadline: 2d, after: [], steps: [{id: q, deadline: 1d}]}
""", "{a: 0-1, s: 0-5, s/q: 4-5, total: 5, all: 5}"),
    ("so long before a sub-step", """
- {id: a, deadline: {most: 1d, before: s/q/x, ahead: 3d}}
- {id: s, after: [], steps: [{id: q, deadline: 2d, steps: [{id: x, deadline: 1d}]}]}
""", "{a: 0-1, s: 0-5, s/q: 0-5, s/q/x: 4-5, total: 5, all: 5}"),

    # q's three days begin with the end of a, which is outside of s.
    ("a step that counts from something outside of its stage", """
- {id: a, deadline: 2d}
- {id: s, deadline: 1d, after: [], steps: [{id: q, deadline: {most: 3d, from: a}}]}
""", "{a: 0-2, s: 0-5, s/q: 0-5, total: 5, all: 5}"),

    # The stage lasts three days at least, and its step two: x runs over both.
    ("at least so long, with steps that keep their own deadlines", """
- {id: s, deadline: {least: 3d}, steps: [{id: q, deadline: 2d, steps: [{id: x, deadline: 6d}]}]}
""", "{s: 0-3, s/q: 0-2, s/q/x: 0-6, total: 3, all: 3}"),

    # Nobody wrote what follows b when it is right: c, which waits for a as well, begins when both have ended. From a no way leads back to
    # b.
    ("what waits for a gap too", """
- {id: a, deadline: 1d}
- {id: b, deadline: 2d, after: [], outcomes: [{if: wrong, to: a}, {if: missing, to: b}]}
- {id: c, deadline: 1d, after: [a, b]}
""", "{a: 0-1, b: 0-2, c: 2-3, total: 3, b#1: 1, b#2: 2, all: 6}"),

    # r leads out of s, so that t, which waits for q as well, does not follow; that t leads to v within s changes nothing.
    ("what waits for a way out of its stage", """
- {id: s, steps: [{id: q, deadline: 1d}, {id: r, deadline: 2d, outcomes: b}, {id: t, deadline: 4d, after: [s/q, s/r], outcomes: s/v},
    {id: v, deadline: 8d, after: []}]}
- {id: b, after: []}
""", "{s: 0-3, s/q: 0-1, s/r: 1-3, b: 3-3, total: 3, all: 3}"),

    # Within x r follows q anyway: that it is doubtful adds nothing, wherever x is entered.
    ("what is usual within an exception", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: end}, {if: refused, to: x/t}]}
- {id: x, steps: [{id: q, deadline: 1d, outcomes: [{if: doubts, to: x/r}]}, {id: r, deadline: 2d}, {id: t, deadline: 3d, after: []}]}
""", "{a: 0-1, total: 1, a#2: 3, all: 4}"),

    # Back from y lead both exceptions that lead there: a, x, y.
    ("back from an exception of an exception", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: end}, {if: refused, to: x}]}
- {id: x, deadline: 2d, after: [], outcomes: [{if: small, to: end}, {if: large, to: y}]}
- {id: y, deadline: 4d, after: [], outcomes: [{if: fine, to: end}, {if: wrong, to: a}]}
""", "{a: 0-1, total: 1, a#2: 2, x#2: 4, y#2: 7, all: 14}"),

    # Entered behind the step that leads out of x: nothing leads to y.
    ("an exceptional stage entered behind its way out", """
- {id: a, outcomes: [{if: ok, to: end}, {if: refused, to: x/r}]}
- {id: x, steps: [{id: q, outcomes: y}, {id: r}]}
- {id: y, deadline: 6d, after: []}
""", "{a: 0-0, total: 0, all: 0}"),

    # q leads to c, so that r, which waits for a as well, does not follow, in the loop neither.
    ("a loop past a step that does not follow", """
- {id: a}
- {id: s, steps: [{id: q, deadline: 1d, outcomes: c}, {id: r, deadline: 5d, after: [a, s/q]}]}
- {id: c, outcomes: [{if: wrong, to: a}, {else: end}]}
""", "{a: 0-0, s: 0-1, s/q: 0-1, c: 1-1, total: 1, c#1: 1, all: 2}"),

    # Back from c, which is usual, leads the usual path alone: a and c, not x.
    ("a loop beside an exception", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: c}, {if: refused, to: x}]}
- {id: x, deadline: 5d, after: [], outcomes: c}
- {id: c, deadline: 1d, after: [], outcomes: [{if: wrong, to: a}, {else: end}]}
""", "{a: 0-1, c: 1-2, total: 2, a#2: 5, c#1: 2, all: 9}"),

    # d begins by waiting for c, and x leads to its last step as well: back to a it is y and z again.
    ("a loop from a step that two ways lead to", """
- id: s
  steps:
    - {id: a}
    - {id: b, steps: [{id: x, outcomes: {to: [s/c, s/d/z]}}]}
    - {id: c}
    - {id: d, steps: [{id: y, deadline: 5d}, {id: z, outcomes: [{if: wrong, to: s/a}, {else: end}]}]}
""", "{s: 0-5, s/a: 0-0, s/b: 0-0, s/b/x: 0-0, s/c: 0-0, s/d: 0-5, s/d/y: 0-5, s/d/z: 5-5, total: 5, s/d/z#1: 5, all: 10}"),

    # y leads out of its stage to z, which is an exception, too: 1 + 4.
    ("an exceptional sub-step leads out of its stage", """
- {id: s, steps: [{id: q, steps: [{id: x, outcomes: [{if: ok, to: c}, {if: gaps, to: s/q/y}]}, {id: y, after: [], deadline: 1d,
    outcomes: z}]}]}
- {id: c, after: []}
- {id: z, after: [], deadline: 4d}
""", "{s: 0-0, s/q: 0-0, s/q/x: 0-0, c: 0-0, total: 0, s/q/x#2: 5, all: 5}"),

    # c follows b, so that it begins as a whole: q, and r with x after it. On the usual path as in an exception.
    ("a list of which one leads to the stage of the other", """
- {id: a, outcomes: {to: [b, c/r/x]}}
- {id: b, after: []}
- {id: c, steps: [{id: q, deadline: 3d}, {id: r, steps: [{id: x}]}]}
""", "{a: 0-0, b: 0-0, c: 0-3, c/q: 0-3, c/r: 3-3, c/r/x: 3-3, total: 3, all: 3}"),
    ("a list in an exception of which one leads to the stage of the other", """
- {id: a, outcomes: [{if: ok, to: end}, {if: refused, to: [b, c/r/x]}]}
- {id: b, after: []}
- {id: c, steps: [{id: q, deadline: 3d}, {id: r, steps: [{id: x}]}]}
""", "{a: 0-0, total: 0, a#2: 3, all: 3}"),

    # a/q, then y by the exception that leads to its step.
    ("back from a sub-step of an exception", """
- {id: a, steps: [{id: q, outcomes: [{if: ok, to: end}, {if: refused, to: x/r}]}]}
- {id: x, steps: [{id: r, steps: [{id: y, deadline: 6d, outcomes: [{if: wrong, to: a/q}, {else: end}]}]}]}
""", "{a: 0-0, a/q: 0-0, total: 0, a/q#2: 6, x/r/y#1: 6, all: 12}"),

    # a, b and c/q are passed again (1 + 1 + 2), though x waits for b itself.
    ("a loop to a step that waits for something outside", """
- {id: a, deadline: 1d}
- {id: b, deadline: 1d}
- {id: c, steps: [{id: q, steps: [{id: x, after: [b]}, {id: y, deadline: 2d}], outcomes: [{if: wrong, to: a}, {else: end}]}]}
""", "{a: 0-1, b: 1-2, c: 2-4, c/q: 2-4, c/q/x: 2-2, c/q/y: 2-4, total: 4, c/q#1: 4, all: 8}"),

    # No way leads from t back to q: the target alone is passed again, and that takes no time.
    ("back where no way leads here", """
- {id: s, steps: [{id: q, outcomes: t/r}]}
- {id: t, steps: [{id: x, deadline: 2d, outcomes: [{if: wrong, to: s/q}, {else: end}]}, {id: r, after: []}]}
""", "{s: 0-0, s/q: 0-0, t: 0-0, t/r: 0-0, total: 0, all: 0}"),

    # What goes on for ever is no part of the row: repair begins by the outcome of receive alone, and not with watch.
    ("what goes on for ever stands between", """
- {id: receive, deadline: 1d, outcomes: [{if: real, to: repair}, {if: false, to: end}]}
- {id: watch, ongoing: true, after: []}
- {id: repair, deadline: 2d}
""", "{receive: 0-1, watch: 0-, repair: 1-3, total: 3, all: 3}"),

    # Nor does b begin with w: its fault is an exception.
    ("what goes on for ever leads to the next", """
- {id: w, ongoing: true, outcomes: [{if: fault, to: b}]}
- {id: b, deadline: 2d, outcomes: w}
- {id: c, deadline: 4d, after: [w]}
""", "{w: 0-, c: 0-4, total: 4, w#1: 2, all: 6}"),

    # y always leads back to x: x#2 has counted y, and a#2 has counted x once, which is passed once more.
    ("an exception of an exception that leads back to it", """
- {id: a, deadline: 1d, outcomes: [{if: fine, to: c}, {if: poor, to: x}]}
- {id: x, deadline: 3d, after: [], outcomes: [{if: fine, to: c}, {if: worse, to: y}]}
- {id: y, deadline: 1d, after: [], outcomes: x}
- {id: c, deadline: 1d, after: []}
""", "{a: 0-1, c: 1-2, total: 2, a#2: 3, x#2: 1, y#1: 3, all: 9}"),

    # z always leads back to a. Who comes there from a passes a again, who comes from b passes a and b: that takes longest.
    ("an exception that leads back, reached from two places", """
- {id: a, deadline: 2d, outcomes: [{if: fine, to: b}, {else: x}]}
- {id: b, deadline: 3d, after: [], outcomes: [{if: fine, to: c}, {else: y}]}
- {id: c, deadline: 1d, after: []}
- {id: x, deadline: 1d, after: [], outcomes: z}
- {id: y, deadline: 1d, after: [], outcomes: z}
- {id: z, deadline: 1d, after: [], outcomes: a}
""", "{a: 0-2, b: 2-5, c: 5-6, total: 6, a#2: 2, b#2: 2, z#1: 5, all: 15}"),

    # b leads aside as well, two days later, but not to x: passed again is a alone.
    ("an exception that leads back, beside another", """
- {id: a, deadline: 2d, outcomes: [{if: fine, to: b}, {else: x}]}
- {id: b, deadline: 2d, after: [], outcomes: [{if: fine, to: c}, {else: y}]}
- {id: c, deadline: 1d, after: []}
- {id: x, deadline: 1d, after: [], outcomes: a}
- {id: y, deadline: 4d, after: []}
""", "{a: 0-2, b: 2-4, c: 4-5, total: 5, a#2: 1, b#2: 4, x#1: 2, all: 12}"),

    # When k is left for r, w has not gone, though it lies on the same exception: nine days from when r begins.
    ("counted from what stands behind the source", """
- {id: a, deadline: 1d, outcomes: [{if: fine, to: end}, {if: complaint, to: k}]}
- {id: k, deadline: 1d, after: [], outcomes: [{if: forgotten, to: r}]}
- {id: w, deadline: 5d}
- {id: r, deadline: {most: 9d, from: w}, after: []}
""", "{a: 0-1, total: 1, a#2: 6, k#1: 9, all: 16}"),

    # q has ended on day 3, t on day 5: eight of the ten days are left. The usual path of s leads neither to q nor to t.
    ("counted from a step of an exception before", """
- id: s
  steps:
    - {id: p, deadline: 1d, outcomes: [{if: fine, to: end}, {else: s/q}]}
    - {id: q, deadline: 2d, after: [], outcomes: s/r}
    - {id: r, deadline: 1d, after: [], outcomes: t}
- {id: t, deadline: 1d, after: [], outcomes: [{if: good, to: end}, {if: late, to: u}]}
- {id: u, deadline: {most: 10d, from: s/q}, after: []}
""", "{s: 0-1, s/p: 0-1, total: 1, s/p#2: 4, t#2: 8, all: 13}"),

    # x is the last step of r, which ends on day 6 and is left with it: from there t has its four days.
    ("counted from what was left with a last step", """
- id: s
  steps:
    - {id: q, deadline: 1d, outcomes: [{if: odd, to: s/r}]}
    - {id: r, deadline: 5d, after: [], steps: [{id: x, outcomes: [{if: fine, to: t}, {else: z}]}]}
- {id: z, after: []}
- {id: t, deadline: {most: 4d, from: s/r}}
""", "{s: 0-1, s/q: 0-1, total: 1, s/q#1: 9, s/r/x#2: 4, all: 14}"),

    # q leads out before s has ended: x counts from there.
    ("counted from the stage that is left before its end", """
- {id: s, steps: [{id: q, deadline: 1d, outcomes: [{if: fine, to: s/r}, {else: x}]}, {id: r, deadline: 4d}]}
- {id: t, deadline: 1d}
- {id: x, deadline: {most: 2d, from: s}, after: []}
""", "{s: 0-5, s/q: 0-1, s/r: 1-5, t: 5-6, total: 6, s/q#2: 2, all: 8}"),
]

# Of all variants together the latest ends; otherwise of one.
IN_VARIANTS = [
    ("alternatives", """
- {id: a, deadline: 1d, outcomes: [{if: light, to: m}, {if: severe, to: n}]}
- {id: m, deadline: 2d, only: [u], after: [a]}
- {id: n, deadline: 4d, only: [v], after: [a]}
- {id: c, deadline: 1d, after: [m, n]}
""", {"u": "{a: 0-1, m: 1-3, c: 3-4, total: 4, all: 4}", "v": "{a: 0-1, n: 1-5, c: 5-6, total: 6, all: 6}",
      None: "{a: 0-1, m: 1-3, n: 1-5, c: 5-6, total: 6, all: 6}"}),

    # v has no m, and nothing beside it: the way goes on to b, which waits for m.
    ("an outcome to what the variant lacks", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: m}, {if: refused, to: end}]}
- {id: m, deadline: 2d, only: [u]}
- {id: b, deadline: 1d}
""", {"u": "{a: 0-1, m: 1-3, b: 3-4, total: 4, all: 4}", "v": "{a: 0-1, b: 1-2, total: 2, all: 2}"}),

    # r is the last step of its stage: what follows the stage.
    ("an outcome to a last step that the variant lacks", """
- {id: s, steps: [{id: q, deadline: 1d, outcomes: [{if: ok, to: s/r}, {else: end}]}, {id: r, deadline: 2d, only: [u]}]}
- {id: b, deadline: 1d}
""", {"u": "{s: 0-3, s/q: 0-1, s/r: 1-3, b: 3-4, total: 4, all: 4}", "v": "{s: 0-1, s/q: 0-1, b: 1-2, total: 2, all: 2}"}),

    # Nothing waits for m: without it the process is at its end, and c stays the exception.
    ("an outcome to something last that the variant lacks", """
- {id: a, deadline: 1d, outcomes: [{if: ok, to: m}, {if: refused, to: c}]}
- {id: c, deadline: 3d, after: []}
- {id: m, deadline: 2d, only: [u], after: []}
""", {"u": "{a: 0-1, m: 1-3, total: 3, a#2: 3, all: 6}", "v": "{a: 0-1, total: 1, a#2: 3, all: 4}"}),

    # In v it leads to r alone, so that the stage is left by nothing and b follows; in u to x as well, when the stage has ended.
    ("an outcome to several places of which the variant lacks the last", """
- {id: s, steps: [{id: q, deadline: 1d, outcomes: {to: [s/r, x]}}, {id: r, deadline: 2d}]}
- {id: b, deadline: 1d}
- {id: x, deadline: 5d, only: [u], after: []}
""", {"u": "{s: 0-3, s/q: 0-1, s/r: 1-3, x: 3-8, total: 8, all: 8}", "v": "{s: 0-3, s/q: 0-1, s/r: 1-3, b: 3-4, total: 4, all: 4}",
      None: "{s: 0-3, s/q: 0-1, s/r: 1-3, x: 3-8, b: 3-4, total: 8, all: 8}"}),

    # In v the sub-step is an exception: u's time counts, where it waits for nothing.
    ("usual in one variant alone", """
- {id: s, only: [v], steps: [{id: q, outcomes: s/r/x}, {id: r, steps: [{id: x, deadline: 4d}]}]}
- {id: t, steps: [{id: r, steps: [{id: y, after: [s/q]}]}]}
""", {"u": "{t: 0-0, t/r: 0-0, t/r/y: 0-0, total: 0, all: 0}",
         "v": "{s: 0-4, s/q: 0-0, s/r: 0-4, s/r/x: 0-4, t: 4-4, t/r: 4-4, total: 4, all: 4}",
      None: "{s: 0-4, s/q: 0-0, s/r: 0-4, s/r/x: 0-4, t: 4-4, t/r: 4-4, t/r/y: 0-0, total: 4, all: 4}"}),

    ("deadlines by variant", """
- {id: a, deadline: {u: 1d, others: 3d}}
- {id: b, deadline: {u: 9d}}
""", {"u": "{a: 0-1, b: 1-10, total: 10, all: 10}", "v": "{a: 0-3, b: 3-3, total: 3, all: 3}",
         None: "{a: 0-3, b: 1-10, total: 10, all: 10}"}),
]
