# SPDX-License-Identifier: MIT
"""A copy of the source in which tables and functions are changed, and the program that it makes."""
import os
import shutil
import subprocess

ROOT, BUILD = os.environ["ROOT"], os.environ["BUILD"]
NAME = os.path.relpath(BUILD, ROOT)  # what objects are made of is known by this name


def make(copy):
    """A copy of the source, with what `make` has compiled of it: only what is changed afterwards is compiled again."""
    for folder in ("src", "include"):
        shutil.copytree(f"{ROOT}/{folder}", f"{copy}/{folder}")
    for folder in ("tools", "tests"):
        os.symlink(f"{ROOT}/{folder}", f"{copy}/{folder}")
    if is_known_by_name():
        for folder in ("release", "assets"):
            shutil.copytree(f"{BUILD}/{folder}", f"{copy}/{NAME}/{folder}")


def is_known_by_name():
    """Whether the objects' lists of headers hold in the copy, too."""
    with open(f"{BUILD}/release/src/cli/main.d", encoding="utf-8") as needs:
        return needs.read().startswith(f"{NAME}/release/")


def compile_program(copy):
    """The path of the program."""
    name = NAME if is_known_by_name() else "build"
    compiler = ["CC=ccache gcc"] if shutil.which("ccache") else []
    done = subprocess.run(["make", "-s", "-j2", "-f", f"{ROOT}/Makefile", f"BUILD={name}", "CFLAGS=-O0", "DEPS=skip", f"{name}/presale",
                           *compiler],
                          cwd=copy, env=dict(os.environ, DEPS="skip"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, done.stdout[-3000:]
    return f"{copy}/{name}/presale"
