#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Makes everything fail that can, one thing at a time, and looks at what a build leaves behind.

usage: run.py PRESALE PRESALE-WITH-FAILING-ALLOCATIONS [--write docs/reliability.md] [--quick]

Before each try the output folder holds an earlier build, marked. Afterwards either the status is 0 and every file is the new
one, or it is another and every file is the old one, byte for byte; in both cases nothing else is in the folder or in the
temporary folder. A build that was killed outright is followed by an ordinary one, which must sweep up.
"""
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SYSCALLS = {"write": "ENOSPC", "pwrite64": "ENOSPC", "openat": "EMFILE", "close": "EIO", "rename": "EACCES", "link": "EPERM",
            "mkdir": "EACCES", "fcntl": "EINVAL", "fstat": "EIO", "newfstatat": "EIO", "read": "EIO", "lseek": "EIO",
            "unlink": "EIO", "getdents64": "EIO", "flock": "EWOULDBLOCK", "clone3": "EAGAIN", "mmap": "ENOMEM"}
OUTPUTS = "all"
OLD = b"an earlier build\n"
LOADER = 127  # the dynamic loader gave up before the program's first line


class Bench:
    def __init__(self, presale, failing, source):
        self.presale, self.failing, self.source = presale, failing, source
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="faults-"))
        self.out, self.tmp = self.scratch / "out", self.scratch / "tmp"
        self.tmp.mkdir()
        self.environment = {"PATH": os.environ["PATH"], "TMPDIR": str(self.tmp), "LC_ALL": "C.UTF-8"}
        done = self.build()
        if done.returncode:
            sys.exit("the build without faults fails: " + done.stderr.decode())
        self.new = self.read()
        self.old = {name: OLD for name in self.new}
        self.add_left()
        self.failures = []

    def add_left(self):
        """To the earlier build: a file that this one makes no more, and the manifest that has it removed."""
        manifest = pathlib.Path(".presale-manifest")
        words = next(line for line in self.new[manifest].decode().splitlines() if "\trole\t" in line).split("\t")
        gone = pathlib.Path(words[2]).with_name("role-gone.md")
        mark = 0xCBF29CE484222325
        for byte in OLD:
            mark = (mark ^ byte) * 0x100000001B3 % 2**64
        self.old[gone] = OLD
        self.old[manifest] = "\t".join([*words[:2], str(gone), f"{mark:016x}\n"]).encode()

    def command(self):
        return [self.presale, "build", "-t", OUTPUTS, "-o", str(self.out), str(self.source)]

    def build(self, prefix=(), command=None, environment=None, **more):
        return subprocess.run([*prefix, *(command or self.command())], env={**self.environment, **(environment or {})},
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, **more)

    def read(self):
        return {path.relative_to(self.out): path.read_bytes() for path in self.out.rglob("*") if path.is_file()}

    def reset(self):
        shutil.rmtree(self.out, ignore_errors=True)
        self.out.mkdir()
        for name, text in self.old.items():
            (self.out / name).parent.mkdir(parents=True, exist_ok=True)
            (self.out / name).write_bytes(text)
        for left in self.tmp.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()

    def judge(self, what, status, defined=(0, 1, 2), killed=False, screen=False):
        """After a kill the folder may still hold a staging folder; files must be whole all the same. With screen, what failed may have been
        the list of what was written, which is shown when everything is in place."""
        now = self.read()
        staged = {name for name in now if re.fullmatch(r"\.presale-\w{6}", name.parts[0])}
        if killed:
            now = {name: text for name, text in now.items() if name not in staged}
            fine = set(self.new) <= set(now) <= set(self.old) and all(text in (self.old[name], self.new.get(name))
                                                                      for name, text in now.items())
        else:
            expected = self.new if status == 0 or (screen and status == 2 and now == self.new) else self.old
            fine = status in defined and now == expected and not any(self.tmp.iterdir())
        if not fine:
            self.failures.append(f"{what}: status {status}, folder {sorted(map(str, now))}, "
                                 f"temporary {[path.name for path in self.tmp.iterdir()]}")
        return fine


def calls_of(bench, name):
    """How often the program makes a call before and after it opens its source: the loader's own calls are not ours."""
    trace = bench.scratch / "trace"
    bench.build(["strace", "-f", "-qq", "-o", str(trace), "-e", f"trace={name},openat"])
    count, first = {}, None
    for line in trace.read_text(errors="replace").splitlines():
        task, _, call = line.partition(" ")
        if re.match(rf"\s*{name}\(", call):
            count[task] = count.get(task, 0) + 1
        if bench.source.name in call and first is None:
            first = count.get(task, 0)
    trace.unlink()
    return (1 if name != "openat" else first or 1), max(count.values(), default=0)


def fault_calls(bench, quick):
    tried = 0
    for name, error in SYSCALLS.items():
        bench.reset()
        first, last = calls_of(bench, name)
        if name in ("read", "close", "fstat", "newfstatat", "mmap", "openat"):
            # Calls made by the dynamic loader end the program before its first line; they are skipped by trying and looking.
            first = first_own_call(bench, name, error, last)
        step = max(1, (last - first) // (12 if quick else 250))
        for number in range(first, last + 1, step):
            bench.reset()
            done = bench.build(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={name}:error={error}:when={number}"])
            if done.returncode == LOADER:
                continue
            bench.judge(f"{name} number {number} gives {error}", done.returncode, screen=name == "write")
            tried += 1
    return "a system call fails (" + ", ".join(SYSCALLS) + ")", tried


def fault_from_then_on(bench, quick):
    """As on a disk that is full or a process that may open nothing more: a library may stand one failure and not the next."""
    names, tried = ("write", "openat", "mkdir", "lseek", "mmap"), 0
    for name in names:
        bench.reset()
        first, last = calls_of(bench, name)
        if name in ("openat", "mmap"):
            first = first_own_call(bench, name, SYSCALLS[name], last)
        for number in range(first, last + 1, max(1, (last - first) // (8 if quick else 100))):
            bench.reset()
            done = bench.build(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={name}:error={SYSCALLS[name]}:when={number}+"])
            if done.returncode != LOADER:
                bench.judge(f"{name} number {number} and later give {SYSCALLS[name]}", done.returncode, screen=name == "write")
                tried += 1
    return "a system call and all later ones of its name fail (" + ", ".join(names) + ")", tried


def first_own_call(bench, name, error, last):
    for number in range(1, last + 1):
        bench.reset()
        done = bench.build(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={name}:error={error}:when={number}"])
        if b"shared libraries" not in done.stderr and b"cannot" not in done.stderr.split(b"presale:")[0] and done.returncode not in (LOADER,
            -signal.SIGSEGV):
            return number
    return last + 1


def fault_allocations(bench, quick):
    count_file = bench.scratch / "count"
    command = [bench.failing, *bench.command()[1:]]
    bench.build(command=command, environment={"PRESALE_COUNT_TO": str(count_file)})
    last, tried = int(count_file.read_text()), 0
    step = max(1, last // (60 if quick else 3000))
    for number in range(1, last + 1, step):
        bench.reset()
        done = bench.build(command=command, environment={"PRESALE_FAIL_AT": str(number)})
        bench.judge(f"allocation {number} of {last}", done.returncode, (0, 2), screen=True)
        tried += 1
    return f"an allocation fails (every {step}. of {last})", tried


def fault_sizes(bench, quick):
    tried = 0
    largest = max(map(len, bench.new.values()))
    for size in range(0, largest + 4096, max(512, largest // (8 if quick else 60))):
        bench.reset()
        done = bench.build(["prlimit", f"--fsize={size}"])
        bench.judge(f"file size limited to {size}", done.returncode)
        tried += 1
    return "a file-size limit", tried


def fault_disks(bench, quick):
    """Needs the right to mount; a tmpfs of every size from nothing to enough."""
    tried = 0
    need = sum(map(len, bench.new.values())) * 3
    for name, texts in (("old", bench.old), ("new", bench.new)):
        for path, text in texts.items():
            (bench.scratch / name / path).parent.mkdir(parents=True, exist_ok=True)
            (bench.scratch / name / path).write_bytes(text)
    places = {name.upper(): str(bench.scratch / name) for name in ("old", "new", "out")}
    for where in ("out", "tmp"):
        for size in range(4096, need + 65536, max(4096, need // (5 if quick else 40))):
            bench.reset()
            script = f'mount -t tmpfs -o size={size} tmpfs "$1" || exit 99; shift; '
            script += 'cp -R "$OLD/." "$OUT" 2>/dev/null || exit 98; ' if where == "out" else ""
            script += '"$@"; status=$?; '
            if where == "out":
                script += 'for state in "$OLD" "$NEW"; do diff -r "$state" "$OUT" >/dev/null && echo "as ${state##*/}" >&2; done; '
            script += "exit $status"
            done = bench.build(command=["unshare", "-m", "sh", "-c", script, "sh", str(bench.scratch / where), *bench.command()],
                               environment=places)
            if done.returncode == 99:
                return "a full disk (not tried: mounting is not allowed here)", 0
            if done.returncode == 98:  # too small for the earlier build
                continue
            tried += 1
            if where == "tmp":
                bench.judge(f"temporary disk of {size} bytes", done.returncode)
            elif (b"as new" if done.returncode == 0 else b"as old") not in done.stderr or done.returncode not in (0, 2):
                bench.failures.append(f"output disk of {size} bytes: status {done.returncode}, {done.stderr.decode()}")
    return "a full disk, of the outputs and of the temporary folder", tried


def fault_folders(bench, quick):
    tried = 0
    user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    os.chmod(bench.scratch, 0o755)
    for mode in (0o555, 0o000, 0o111, 0o444):
        bench.reset()
        os.chmod(bench.out, mode)
        done = bench.build(user)
        os.chmod(bench.out, 0o755)
        bench.judge(f"output folder of mode {mode:o}", done.returncode, (2,))
        tried += 1
    bench.reset()
    os.chmod(bench.tmp, 0o000)
    os.chmod(bench.out, 0o777)
    done = bench.build(user)
    os.chmod(bench.tmp, 0o755)
    bench.judge("temporary folder of mode 0", done.returncode)
    bench.reset()
    (bench.out / next(iter(bench.new))).unlink()
    (bench.out / next(iter(bench.new))).mkdir()
    done = bench.build()
    left = bench.read()
    if done.returncode != 2 or any(text != bench.old[name]
                                   for name, text in left.items()) or len(left) != len(bench.old) - 1 or list(
                                       bench.out.glob(".presale-??????")):
        bench.failures.append("a folder under an output's name")
    return "a folder that cannot be written or read", tried + 2


def fault_screens(bench, quick):
    tried = 0
    for stream in ("stdout", "stderr"):
        for words in (["build", "-t", "md", "-o", "-", str(bench.source)], ["help"], ["check", "/none"], ["version"]):
            for kind in ("full", "closed"):
                command = " ".join([f'exec "$@"', ("1" if stream == "stdout" else "2") + (">/dev/full" if kind == "full" else ">&-")])
                done = bench.build(command=["sh", "-c", command, "sh", bench.presale, *words])
                says_something = (stream == "stdout") == (words[0] in ("build", "help", "version"))
                fine = done.returncode == 2 if says_something else done.returncode in (0, 2)
                if not fine:
                    bench.failures.append(f"{stream} {kind}: {words}: status {done.returncode}")
                tried += 1
    return "a full or closed standard output or error", tried


def fault_signals(bench, quick):
    tried = 0
    random.seed(1)
    started = time.monotonic()
    bench.build()
    usual = time.monotonic() - started
    for number, count in ((signal.SIGINT, 60), (signal.SIGTERM, 60), (signal.SIGHUP, 20)):
        for _ in range(8 if quick else count):
            bench.reset()
            process = subprocess.Popen(bench.command(), env=bench.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.random() * usual)
            process.send_signal(number)
            status = process.wait(60)
            now = bench.read()
            whole = now == bench.new or now == bench.old
            if status not in (0, -number) or not whole:
                bench.failures.append(f"{number.name}: status {status}, {sorted(map(str, now))}")
            tried += 1
    return "SIGINT, SIGTERM, SIGHUP at a random moment", tried


def fault_kills(bench, quick):
    random.seed(2)
    started = time.monotonic()
    bench.build()
    usual = time.monotonic() - started
    count = 20 if quick else 200
    for _ in range(count):
        bench.reset()
        process = subprocess.Popen(bench.command(), env=bench.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.random() * usual)
        process.kill()
        bench.judge("SIGKILL", process.wait(60), killed=True)
        done = bench.build()
        if done.returncode or bench.read() != bench.new:
            bench.failures.append("the build after SIGKILL does not sweep up")
    return "SIGKILL at a random moment, then a build", count


def fault_races(bench, quick):
    count = 5 if quick else 40
    for _ in range(count):
        bench.reset()
        both = [subprocess.Popen(bench.command(), env=bench.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                for _ in range(2)]
        statuses = [process.wait(60) for process in both]
        for process in both:
            process.stderr.close()
        if statuses != [0, 0] or bench.read() != bench.new:
            bench.failures.append(f"two builds at once: {statuses}")
    return "two builds into one folder at once", count


def write_table(path, rows):
    page = pathlib.Path(path)
    table = "| fault | tried | survived |\n| --- | ---: | ---: |\n" + "".join(
        f"| {name} | {tried} | {survived} |\n" for name, tried, survived in rows)
    text = re.sub(r"(<!-- faults -->\n).*(<!-- end -->)", lambda m: m[1] + table + m[2], page.read_text(), flags=re.S)
    page.write_text(text)


def main():
    quick = "--quick" in sys.argv
    bench = Bench(sys.argv[1], sys.argv[2], ROOT / "tests/cases/fuller/input.yaml")
    rows = []
    for fault in (fault_calls, fault_from_then_on, fault_allocations, fault_sizes, fault_disks, fault_folders, fault_screens, fault_signals,
                  fault_kills,
                  fault_races):
        before = len(bench.failures)
        name, tried = fault(bench, quick)
        failed = len(bench.failures) - before
        print(f"{'FAILED' if failed else 'ok'} faults: {name}: {tried - failed} of {tried}", flush=True)
        for failure in bench.failures[before:before + 10]:
            print("   ", failure)
        rows.append((name, tried, tried - failed))
    shutil.rmtree(bench.scratch)
    if "--write" in sys.argv:
        write_table(sys.argv[sys.argv.index("--write") + 1], rows)
    sys.exit(bool(bench.failures))


main()
