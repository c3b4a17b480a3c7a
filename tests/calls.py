# SPDX-License-Identifier: MIT
"""Functions of the program called one by one, through a program of tests/units that offers them (calls.h): tables of what they give."""
import os
import subprocess

import units

SCRATCH = os.environ["SCRATCH"]


class Calls:
    """What a program of tests/units offers; NAME is also that of the suite."""

    def __init__(self, name):
        self.name, self.path = name, units.program(name, "tests/units/calls.c", f"tests/units/{name}.c")

    def raw(self, calls, cwd=SCRATCH):
        """What each call gave, as bytes: a call is a name and its arguments, which are texts, bytes or numbers."""
        def word(argument):
            return "." + (argument if isinstance(argument, bytes) else str(argument).encode("utf-8", "surrogateescape")).hex()
        lines = "".join(" ".join([name, *map(word, arguments)]) + "\n" for name, *arguments in calls)
        done = subprocess.run([self.path], input=lines, capture_output=True, text=True, cwd=cwd)
        if done.returncode:
            print(f"FAILED {self.name} {calls[0][0]}: status {done.returncode} {done.stderr[-2000:]}")
            return [b""] * len(calls)
        return [bytes.fromhex(line) for line in done.stdout.splitlines()]

    def call(self, *words):
        return self.raw([words])[0].decode("utf-8", "surrogateescape")

    def check(self, what, found, wanted=True):
        print(f"ok {self.name} {what}" if found == wanted else f"FAILED {self.name} {what}: {found!r}, not {wanted!r}"[:3000])

    def holds(self, function, table, cwd=SCRATCH):
        """A table of arguments and what each gives."""
        rows = [(key if isinstance(key, tuple) else (key,), value) for key, value in table.items()]
        found = [one.decode("utf-8", "surrogateescape") for one in self.raw([(function, *key) for key, _ in rows], cwd)]
        what = f"{function}, {len(rows)} rows" if len(rows) > 1 else f"{function} {rows[0][0]}"[:90]
        self.check(what, {key: one for (key, value), one in zip(rows, found) if one != value}, {})
