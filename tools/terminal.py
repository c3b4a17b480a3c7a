#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A terminal as a page: terminal.py WORDS… runs them, and writes what they say as HTML."""
import html
import subprocess
import sys

COLORS = {"-": "#ff9b93", "+": "#7ee2a8", "@": "#8ab4f8"}
done = subprocess.run(sys.argv[1:], capture_output=True, text=True, check=False)
lines = [f'<b>$ presale {html.escape(" ".join(sys.argv[2:]))}</b>']
for line in (done.stderr.rstrip() + "\n\n" + done.stdout.rstrip()).split("\n"):
    color = COLORS.get(line[:1], "#e6e6e6")
    lines.append(f'<span style="color:{color}">{html.escape(line)}</span>')
print('<meta charset="utf-8"><body style="margin:0;background:#1b1f27"><pre id="terminal" style="display:inline-block;margin:0;'
      'padding:18px 22px;color:#e6e6e6;font:14px/1.5 DejaVu Sans Mono,monospace">' + "\n".join(lines) + "</pre>")
