#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Processes whose maps are hard to draw, for the pictures in docs/process-map.md: shapes.py FOLDER writes a file for each."""
import json
import pathlib
import sys

LONG = "Согласование коммерческого предложения с юридической службой, финансами и руководителем направления до отправки заказчику"
ROLES = {"a": "Аналитик", "m": "Менеджер", "l": "Юрист"}


def process(name, stages, roles=None):
    return {"process": {"name": name, "lang": "ru"}, "roles": roles or ROLES, "stages": stages}


fork = [{"name": "Разослать запросы", "role": "a"}]
fork += [{"id": f"f{i}", "name": f"Ответ отдела {i + 1}", "role": "aml"[i % 3], "after": ["Разослать запросы"]} for i in range(15)]
fork += [{"name": "Собрать ответы", "role": "a", "after": [f"f{i}" for i in range(15)]}]
loops = [{"id": f"s{i}", "name": f"Этап {i + 1}", "deadline": "2d", "steps": [
    {"id": "work", "name": f"Выполнить работу {i + 1}", "role": "aml"[i % 3]},
    {"id": "judge", "name": "Принять", "role": "m", "outcomes": [
        {"if": "Принято", "to": f"s{i + 1}" if i < 4 else "end"}, {"if": "Доработать", "to": "work"}, {"if": "Всё заново", "to": "s0"}]}]}
    for i in range(5)]
SHAPES = {
    "fork": process("Широкое ветвление", [{"name": "Опрос", "steps": fork}]),
    "loops": process("Длинные возвраты", loops),
    "lane": process("Сорок шагов одной роли", [{"name": "Проверка", "steps": [{"name": f"Шаг {i + 1}", "role": "a"} for i in range(40)]}]),
    "names": process("Названия по 120 знаков", [{"name": LONG, "deadline": "3d", "steps": [
        {"name": f"{LONG} {i + 1}", "role": "aml"[i % 3], "deadline": "1d", "attachments": [{"title": LONG}]} for i in range(6)]}],
        {"a": LONG, "m": "Менеджер", "l": "Юрист"}),
}
for key, content in SHAPES.items():
    content["process"]["id"] = key
    (pathlib.Path(sys.argv[1]) / f"{key}.yaml").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
