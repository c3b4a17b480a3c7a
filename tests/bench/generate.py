#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Writes a process of any size in Russian prose: generate.py STAGES [SEED] >process.yaml

Eight steps a stage, 3.4 KB a stage: 10,000 stages are 34 MB. The same numbers give the same bytes.
"""
import random
import sys

SUBJECTS = ["Аккаунт-менеджер", "Аналитик", "Стратег", "Финансовый менеджер", "Руководитель пресейла", "Юрист", "Дизайнер", "Медиапланер",
            "Технический директор", "Проектный менеджер"]
VERBS = ["сверяет", "готовит", "согласует", "проверяет", "уточняет", "передаёт", "описывает", "считает", "собирает", "фиксирует"]
OBJECTS = ["смету по статьям", "бриф с ограничениями", "список рисков", "медиаплан на квартал", "выгрузку из CRM", "протокол встречи",
           "карту конкурентов", "расчёт трудозатрат", "черновик договора", "план коммуникаций", "отчёт об аудите", "состав команды"]
WHENS = ["до конца рабочего дня", "за день до срока", "в течение двух часов", "до начала защиты", "после ответа клиента", "перед отправкой",
         "на утренней сверке", "по итогам встречи"]
WHYS = ["чтобы ни один запрос не потерялся", "чтобы смета совпала с планом", "чтобы клиент получил ответ в срок",
        "чтобы команда видела объём работ", "чтобы риск был виден заранее", "чтобы договор не задержался"]
ACTIONS = ["Подготовить", "Проверить", "Согласовать", "Собрать", "Уточнить", "Передать", "Описать", "Посчитать"]


class Prose:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, words):
        return self.random.choice(words)

    def sentence(self):
        return f"{self.pick(SUBJECTS)} {self.pick(VERBS)} {self.pick(OBJECTS)} {self.pick(WHENS)}, {self.pick(WHYS)}."


def head(out, stages):
    out.write(f"""process:
  name: Регламент на {stages} этапов
  version: 1.0.0
  status: draft
  owner: Руководитель пресейла
  goal: Прозрачный путь от запроса клиента до подписанного договора.
variants: {{key: Ключевой клиент, regular: Неключевой клиент}}
roles:
""")
    for number, name in enumerate(SUBJECTS):
        out.write(f"""  r{number}:
    name: {name}
    duties:
      - Отвечает за {OBJECTS[number]}
      - Ведёт журнал решений по своей части
    deadline_control: Раз в день сверяет план и факт по своим шагам.
""")
    out.write("glossary:\n")
    for word in OBJECTS:
        out.write(f"  {word.split()[0].capitalize()}: Документ процесса – {word}.\n")
    out.write("stages:\n")


def stage(out, prose, number):
    role = number % len(SUBJECTS)
    out.write(f"""  - id: s{number}
    name: Этап {number} – {prose.pick(OBJECTS)}
    description: {prose.sentence()}
    deadline: 1d..{2 + number % 4}d
    goal: {prose.sentence()}
    responsible: [r{role}, r{(role + 3) % 10}]
    consulted: r{(role + 5) % 10}
    steps:
""")
    for step in range(8):
        out.write(f"""      - name: {ACTIONS[step]} {prose.pick(OBJECTS)} – {number}.{step + 1}
        role: r{(role + step) % 10 if step % 2 else role}
        deadline: {1 + step % 3}h
        result: Готово – {prose.pick(OBJECTS)}
""")
        if step % 3 == 0:
            out.write(f"        description: {prose.sentence()}\n")
    out.write(f"""    result: Записан итог этапа {number} – {prose.pick(OBJECTS)}
    criteria:
      - {{name: Заполнено полей, target: не менее {80 + number % 20}%}}
      - {{name: Ответ клиенту, target: за {1 + number % 3} дня}}
    recommendations:
      - {prose.sentence()}
    problems:
      - {prose.sentence()}
    variants:
      key: {prose.sentence()}
      regular: {prose.sentence()}
""")


def main():
    count = int(sys.argv[1])
    prose = Prose(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    head(sys.stdout, count)
    for number in range(1, count + 1):
        stage(sys.stdout, prose, number)


main()
