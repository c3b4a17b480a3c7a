# SPDX-License-Identifier: MIT
"""An editor as `presale lsp` sees one: texts are opened, typed into and asked about."""
import json
import os
import resource
import subprocess

WAIT = 60


class Editor:
    """A server under way, with what it has told of each file."""

    def __init__(self, folder, encodings=None, words=(), environment=None, capabilities=None, begin=True, program=None, memory=None):
        self.process = subprocess.Popen([program or os.environ["PRESALE"], "lsp", *words], cwd=folder, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **(environment or {})},
                                        preexec_fn=memory and (
                                            lambda: resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))))
        self.folder, self.last, self.told, self.texts, self.versions = folder, 0, {}, {}, {}
        if begin:
            known = {**(capabilities or {}), **({"general": {"positionEncodings": encodings}} if encodings else {})}
            self.about = self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": known})
            self.tell("initialized", {})

    def raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def tell(self, method, params=None):
        self.send({"method": method, **({} if params is None else {"params": params})})

    def next(self):
        """The next message of the server, None at its end."""
        length = None
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if length is None:
            return None
        message = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]
        return message

    def request(self, method, params=None):
        """Asks without waiting; gives the number of the question."""
        self.last += 1
        self.send({"id": self.last, "method": method, **({} if params is None else {"params": params})})
        return self.last

    def answer(self, number):
        while message := self.next():
            if message.get("id") == number and "method" not in message:
                return message
        raise AssertionError(f"no answer to {number}: {self.process.stderr.read().decode()[:2000]}")

    def ask(self, method, params=None):
        message = self.answer(self.request(method, params))
        assert "error" not in message, message
        return message["result"]

    def fault(self, method, params=None):
        """The code of the error that a question gives."""
        return self.answer(self.request(method, params))["error"]["code"]

    def uri(self, name):
        return "file://" + os.path.join(os.path.realpath(self.folder), name)

    def open(self, name, text=None):
        if text is None:
            with open(os.path.join(self.folder, name), encoding="utf-8", newline="") as file:
                text = file.read()
        self.texts[name], self.versions[name] = text, 1
        self.tell("textDocument/didOpen", {"textDocument": {"uri": self.uri(name), "languageId": "yaml", "version": 1, "text": text}})

    def change(self, name, *changes):
        self.versions[name] += 1
        self.tell("textDocument/didChange", {"textDocument": {"uri": self.uri(name), "version": self.versions[name]},
                                             "contentChanges": list(changes)})

    def put(self, name, text):
        self.texts[name] = text
        self.change(name, {"text": text})

    def place(self, name, words, behind=0, occurrence=0):
        """Where words stand in an open text, as the protocol says it: UTF-16."""
        text = self.texts[name]
        at = -1
        for _ in range(occurrence + 1):
            at = text.index(words, at + 1)
        return self.at(text, at + behind)

    @staticmethod
    def at(text, offset):
        head = text[:offset].replace("\r\n", "\n")
        return {"line": head.count("\n"), "character": len(head.rsplit("\n", 1)[-1].encode("utf-16-le")) // 2}

    def here(self, name, words, behind=0, occurrence=0, **more):
        return {"textDocument": {"uri": self.uri(name)}, "position": self.place(name, words, behind, occurrence), **more}

    def findings(self, name, of=None):
        """What is told of a file (of an open one as it is now), when all is told of that text of an open one."""
        uri = self.uri(name)
        while self.told.get(uri, {}).get("version") != self.versions[name]:
            assert self.next(), self.process.stderr.read().decode()[:3000]
        self.answer(self.request("$/nothing"))
        return self.told.get(self.uri(of or name), {"diagnostics": []})["diagnostics"]

    def close(self):
        """Ends as the protocol has it; gives the exit status."""
        self.ask("shutdown")
        self.tell("exit")
        return self.end()

    def end(self):
        self.process.stdin.close()
        status = self.process.wait(WAIT)
        errors = self.process.stderr.read().decode()
        assert "Sanitizer" not in errors and "runtime error" not in errors, errors[:3000]
        return status
