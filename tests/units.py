# SPDX-License-Identifier: MIT
"""Small programs that try a part of presale, linked with what `make` has compiled, wherever its sources lie."""
import glob
import os
import subprocess

ROOT, BUILD, SCRATCH = os.environ["ROOT"], os.environ["BUILD"], os.environ["SCRATCH"]
FLAGS = {"sanitized": ["-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"], "release": []}


def program(name, *sources, kind="sanitized", without=("cli",), flags=()):
    """Builds tests/units/NAME.c, or the sources given, with everything but some folders and files of src and with more flags for the
    linker; gives the program's path."""
    path = f"{SCRATCH}/unit-{name}-{kind}"
    # Of the sources there are: an object may outlive a source that moved.
    sources_now = [path[:-2] for path in sorted(glob.glob("src/**/*.c", root_dir=ROOT, recursive=True))]
    objects = [f"{BUILD}/{kind}/{path}.o" for path in sources_now
               if not any(f"{path}/".startswith(f"src/{part}/") for part in without)]
    libraries = subprocess.check_output(["make", "-s", "--eval", "libraries:;@echo $(LIBS)", "libraries"], cwd=ROOT, text=True).split()
    subprocess.run(["gcc", "-std=c11", "-D_XOPEN_SOURCE=700", "-Iinclude", "-Isrc", "-O1", "-Wall", "-Werror", *FLAGS[kind], *flags, "-o",
                    path,
                    *(sources or [f"tests/units/{name}.c"]), *objects, *libraries], cwd=ROOT, check=True)
    return path
