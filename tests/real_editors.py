#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Real editors drive `presale lsp` with what editors/ holds for them: Neovim, without a screen. real_editors.py PROGRAM"""
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROCESS = """\
process: {name: 😀 Продажа}
roles: [{name: Менеджер, duties: [Ведёт сделку]}]
stages:
  - {name: Бриф, deadline: 2d, responsible: Менедджер}
  - {name: Договор, deadline: 3d, responsible: Менеджер}
"""
EXPECTED = {"found 3:48-66 ref/unknown", "hover **Менеджер** · роль", "completion Менеджер",
            "renamed   - {name: Договор, deadline: 3d, responsible: Юрист}"}

if not shutil.which("nvim"):
    sys.exit("Neovim is not here: on Debian and Ubuntu it is the package neovim")
with tempfile.TemporaryDirectory() as folder:
    os.symlink(os.path.abspath(sys.argv[1]), f"{folder}/presale")
    with open(f"{folder}/process.yaml", "w", encoding="utf-8") as file:
        file.write(PROCESS)
    environment = {**os.environ, "HOME": folder, "PATH": f"{folder}:{os.environ['PATH']}", "PRESALE_TODAY": "2026-11-25",
                   "SETTINGS": f"{ROOT}/editors/neovim.lua", "ANSWERS": f"{folder}/answers"}
    subprocess.run(["nvim", "--headless", "-u", "NONE", "-c", f"luafile {ROOT}/tests/neovim.lua"], cwd=folder, env=environment,
                   timeout=60, check=True, stdin=subprocess.DEVNULL)
    with open(f"{folder}/answers", encoding="utf-8") as file:
        answers = set(file.read().splitlines())
missing = EXPECTED - answers
print(f"FAILED neovim: {missing} of {answers}" if missing else "ok neovim")
sys.exit(bool(missing))
