# SPDX-License-Identifier: MIT
"""everything.py LIBRARY PROCESS FOLDER: the library from Python, by ctypes; writes what it builds in memory into the folder."""
import base64
import ctypes
import os
import sys
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_size_t, c_uint32, c_void_p


class Finding(Structure):
    _fields_ = [*((name, c_char_p) for name in ("rule", "nature", "message", "help", "path", "file", "related_file")), ("severity", c_int),
                *((name, c_uint32) for name in ("line", "column", "end_line", "end_column", "related_line", "related_column"))]


class File(Structure):
    _fields_ = [("name", c_char_p), ("output", c_char_p), ("bytes", c_void_p), ("length", c_size_t)]


class Word(Structure):
    _fields_ = [("word", c_char_p), ("about", c_char_p * 2), ("plain", c_int)]


class Question(Structure):
    _fields_ = [("part", c_int), *((name, c_char_p) for name in ("process", "role", "stage", "rule", "text"))]


class Key(Structure):
    _fields_ = [*((name, c_char_p * 2) for name in ("kind", "key", "others", "about", "takes", "holds", "line", "example")),
                ("required", c_int)]


presale = ctypes.CDLL(sys.argv[1])
presale.presale_open.restype = c_void_p
for name, result in {"presale_error": c_char_p, "presale_version": c_char_p, "presale_findings": POINTER(Finding),
                     "presale_list": POINTER(Word), "presale_keys": POINTER(Key)}.items():
    getattr(presale, name).restype = result
process, folder = (os.fsencode(path) for path in sys.argv[2:])
context = c_void_p(presale.presale_open())
count, length, text, files = c_size_t(), c_size_t(), c_char_p(), POINTER(File)()


def must(fine, what):
    if not fine:
        print("not so:", what, presale.presale_error(context).decode())


def findings():
    first = presale.presale_findings(context, byref(count))
    return first[:count.value] if count.value else []


must(presale.presale_set(context, b"today", b"2026-11-25") == 0, "a day is taken")
must(presale.presale_set(context, b"out", folder) == 0, "a folder is taken")
must(presale.presale_load(context, process) == 0 and presale.presale_check(context) == 0, "the example is sound")
part = os.path.join(os.path.dirname(process), b"roles.yaml")
must(presale.presale_put(context, part, b"roles: [", c_size_t(8)) == 0 and presale.presale_load(context, process) == 1,
     "an overlay is read")
must({one.rule for one in findings() if one.file == part} >= {b"yaml/syntax"}, "its fault is found")
must(presale.presale_put(context, part, None, c_size_t(0)) == 0 and presale.presale_load(context, process) == 0, "it is taken away")
must(presale.presale_report(context, b"json", byref(text), byref(length)) == 0 and len(text.value) == length.value, "there is a report")
must(presale.presale_schema(context, b"yaml", byref(text), byref(length)) == 0 and text.value[:1] == b"{", "there is a schema")
words = presale.presale_list(context, 0, byref(count))
must({b"md", b"xlsx"} <= {word.word for word in words[:count.value] if word.plain}, "there are outputs")
keys = presale.presale_keys(context, byref(count))
named = {(key.kind[0], key.key[0]): key for key in keys[:count.value]}
must(named[b"file", b"stages"].holds[0] == b"stage" and named[b"stage", b"name"].required, "there are keys")
questions = POINTER(Question)()
must(presale.presale_questions(context, byref(questions), byref(count)) == 0 and count.value > 20 and b"?" in questions[1].text,
     "there are questions")
told = []
tell = ctypes.CFUNCTYPE(None, c_void_p, c_char_p)(lambda data, output: told.append(output))
presale.presale_tell(context, tell, None)
must(presale.presale_build(context, b"all", byref(files), byref(count)) == 0, "everything is built")
must(set(told) == {file.output for file in files[:count.value]}, "it is told what is made")
for file in files[:count.value]:
    path = os.path.join(folder, file.name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as out:
        out.write(ctypes.string_at(file.bytes, file.length))
source, logo = b"process: {name: T, owner: A, logo: logo.svg}\nroles: [A]\nstages: [S]\n", b'<svg xmlns="http://www.w3.org/2000/svg"/>'
unsaved = [os.path.join(folder, name) for name in (b"unsaved.yaml", b"logo.svg")]
must(presale.presale_put(context, unsaved[0], source, c_size_t(len(source))) == 0 and presale.presale_load(context, unsaved[0]) == 0 and
     presale.presale_check(context) == 1 and b"ref/no-file" in {one.rule for one in findings()}, "a logo that is not there is found")
must(presale.presale_put(context, unsaved[1], logo, c_size_t(len(logo))) == 0 and presale.presale_load(context, unsaved[0]) == 0 and
     presale.presale_check(context) == 0, "a logo that is on no disk is read")
must(presale.presale_build(context, b"html", byref(files), byref(count)) == 0 and
     base64.b64encode(logo) in ctypes.string_at(files[0].bytes, files[0].length), "and shown")
must(presale.presale_set(context, b"flavour", b"red") == 2, "there is no such option")
presale.presale_close(context)
