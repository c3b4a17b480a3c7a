#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A believable company for tests: random_company.py FOLDER [PROCESSES [SEED]] writes presale.yaml, with the roles and terms that all
share, and so many processes below processes/, each in a folder of its own. Processes name those that they hand over to; some are drafts,
some were never approved, the reviews of some are overdue on TODAY. The same numbers give the same bytes."""
import datetime
import json
import os
import random
import sys

TODAY = datetime.date(2026, 12, 1)

FIRST = ["Анна", "Мария", "Ольга", "Елена", "Ирина", "Дарья", "Софья", "Вера", "Нина", "Юлия"]
LAST = ["Орлова", "Белова", "Лебедева", "Ковалёва", "Зайцева", "Морозова", "Крылова", "Фомина", "Щукина", "Ермакова",
        "Жукова", "Третьякова"]
FIRST_HE = ["Иван", "Пётр", "Сергей", "Алексей", "Фёдор", "Михаил", "Андрей", "Егор", "Роман", "Тимур"]
LAST_HE = ["Орлов", "Белов", "Лебедев", "Ковалёв", "Зайцев", "Морозов", "Крылов", "Фомин", "Щукин", "Ермаков", "Жуков",
           "Третьяков"]

# Department: its code, who leads it, who works there, and what it works on: in the genitive.
DEPARTMENTS = {
    "Продажи": ("ПР", "Руководитель продаж", ["Менеджер по продажам", "Аналитик продаж"],
                ["коммерческого предложения", "договора поставки", "заявки клиента", "скидки для клиента", "плана продаж"]),
    "Закупки": ("ЗК", "Руководитель закупок", ["Закупщик", "Специалист по тендерам"],
                ["заказа поставщику", "договора закупки", "тендера", "рекламации поставщику", "перечня поставщиков"]),
    "Склад": ("СК", "Начальник склада", ["Кладовщик", "Комплектовщик"],
              ["партии товара", "заказа на сборку", "инвентаризации склада", "брака", "возврата на склад"]),
    "Доставка": ("ДС", "Руководитель доставки", ["Диспетчер", "Водитель"],
                 ["маршрута доставки", "транспортной накладной", "срочной доставки", "путевого листа", "страхового случая"]),
    "Производство": ("ПЗ", "Начальник производства", ["Мастер смены", "Технолог"],
                     ["производственного заказа", "технологической карты", "сменного задания", "пробной партии", "плана производства"]),
    "Качество": ("КЧ", "Руководитель качества", ["Инженер по качеству", "Лаборант"],
                 ["протокола испытаний", "несоответствия", "жалобы на качество", "сертификата качества", "внутреннего аудита"]),
    "Персонал": ("ПС", "Руководитель персонала", ["Специалист по подбору", "Кадровик"],
                 ["кандидата", "трудового договора", "отпуска", "адаптации сотрудника", "командировки"]),
    "Бухгалтерия": ("БХ", "Главный бухгалтер", ["Бухгалтер", "Расчётчик зарплаты"],
                    ["счёта на оплату", "авансового отчёта", "акта сверки", "отчётного периода", "основного средства"]),
    "Финансы": ("ФН", "Финансовый директор", ["Экономист", "Казначей"],
                ["бюджета отдела", "платёжного календаря", "заявки на платёж", "кредитной линии", "финансовой модели"]),
    "Юристы": ("ЮР", "Руководитель юристов", ["Юрист", "Делопроизводитель"],
               ["типового договора", "претензии", "доверенности", "судебного дела", "обращения госоргана"]),
    "ИТ": ("ИТ", "Руководитель ИТ", ["Системный администратор", "Разработчик"],
           ["учётной записи", "инцидента", "изменения в системе", "резервной копии", "рабочего места"]),
    "Безопасность": ("БЗ", "Руководитель безопасности", ["Специалист по доступу", "Дежурный"],
                     ["пропуска", "доступа к данным", "инцидента безопасности", "проверки контрагента", "утечки данных"]),
    "Маркетинг": ("МК", "Руководитель маркетинга", ["Маркетолог", "Редактор"],
                  ["рекламной кампании", "новости для сайта", "выставки", "рассылки", "макета упаковки"]),
    "Поддержка": ("ПД", "Руководитель поддержки", ["Оператор поддержки", "Выездной инженер"],
                  ["обращения клиента", "гарантийного ремонта", "возврата денег", "отзыва клиента", "базы знаний"]),
    "Хозяйство": ("ХЗ", "Начальник хозяйства", ["Комендант", "Электрик"],
                  ["ремонта помещения", "пожарного осмотра", "заявки на мебель", "аварии", "договора аренды"]),
}
DEEDS = ["Согласование", "Подготовка", "Проверка", "Приём", "Закрытие", "Регистрация", "Продление", "Разбор", "Отмена", "Архивирование"]
CITIES = ["Самара", "Казань", "Пермь", "Томск", "Тула", "Рязань", "Омск", "Калуга"]
TERMS = {
    "Заявка": "Запись в учётной системе, с которой начинается работа.",
    "Карточка": "Страница учётной системы, на которой собрано всё об одном деле.",
    "Реестр": "Общая таблица отдела: в ней видно, что сделано и что ждёт.",
    "Смета": "Расчёт того, во что обойдётся работа.",
    "Акт": "Документ о том, что работа сделана и принята.",
    "Рабочий день": "Время с девяти до шести по часам офиса.",
    "Срочное дело": "Дело, которое нельзя отложить до следующего рабочего дня.",
    "Отказ": "Письменный ответ о том, почему дело не принято.",
    "Куратор": "Сотрудник, к которому идут с вопросами по делу.",
    "Контрагент": "Организация, с которой есть договор или переговоры о нём.",
    "ЭДО": "Электронный документооборот: обмен подписанными документами без бумаги.",
    "Лимит": "Сумма, которую отдел тратит без согласования.",
}
STAGES = [
    ("Приём {of}", ["Зарегистрировать заявку", "Проверить, всё ли приложено", "Назначить куратора"],
     "Заявка в реестре, у неё есть куратор"),
    ("Проверка {of}", ["Сверить данные с карточкой", "Запросить недостающее", "Записать замечания"], "Замечания записаны в карточке"),
    ("Расчёт по {case}", ["Собрать исходные цифры", "Составить смету", "Сравнить с лимитом"], "Смета приложена к карточке"),
    ("Согласование с руководителем", ["Отправить на согласование", "Ответить на вопросы", "Получить решение"],
     "Решение записано в карточке"),
    ("Исполнение", ["Подготовить документы", "Подписать в ЭДО", "Сообщить участникам"], "Документы подписаны обеими сторонами"),
    ("Закрытие дела", ["Проверить комплект документов", "Передать в архив", "Обновить реестр"], "Акт в архиве, карточка закрыта"),
]
DEADLINES = ["1 день", "2 дня", "3 дня", "до 5 дней"]
HOURS = ["30 минут", "1 час", "2 часа"]
REVIEWS = ["квартал", "180", "год"]


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def a_person(rng):
    first, last = rng.choice([(FIRST, LAST), (FIRST_HE, LAST_HE)])
    return f"{rng.choice(last)} {rng.choice(first)}"


def day(rng, furthest):
    return TODAY - datetime.timedelta(days=rng.randrange(furthest))


def lowered(text):
    return text[0].lower() + text[1:]


def shared(rng):
    """presale.yaml: a role's people are known here, so that a page of each can be made."""
    lines = ["портфель: Торговый дом «Меридиан»", 'процессы: ["processes/*/process.yaml"]', "процесс:",
             "  организация: Торговый дом «Меридиан»", '  цвет: "#0b6e6e"', "  утверждает: Генеральный директор", "роли:",
             f"  Генеральный директор: {{сотрудники: [{a_person(rng)}], обязанности: Утверждает регламенты}}"]
    for name, (_, lead, staff, _) in DEPARTMENTS.items():
        lines.append(f"  {lead}: {{сотрудники: [{a_person(rng)}], "
                     f"обязанности: [Отвечает за работу отдела «{name}», Решает спорные случаи]}}")
        for role in staff:
            people = ", ".join(sorted({a_person(rng) for _ in range(rng.randint(1, 3))}))
            lines.append(f"  {role}: {{сотрудники: [{people}], заместитель: {lead}, обязанности: Ведёт дела отдела «{name}»}}")
    lines += ['  Клиент: {внешняя: да, обязанности: "Говорит, что ему нужно"}', "глоссарий:"]
    lines += [f"  {term}: {quoted(meaning)}" for term, meaning in TERMS.items()]
    lines += ["редакции:", "  branch: {название: Для филиалов, скрыть: [сотрудники, критерии]}"]
    return "\n".join(lines) + "\n"


def names(count):
    """So many different processes: (department, deed, what is worked on, city)."""
    found = [(name, deed, of, city) for city in [""] + CITIES for deed in DEEDS for at in range(5)
             for name, (_, _, _, works) in DEPARTMENTS.items() for of in works[at:at + 1]]
    assert count <= len(found), f"no more than {len(found)} processes"
    return found[:count]


def title(process):
    _, deed, of, city = process
    return f"{deed} {of}" + (f" ({city})" if city else "")


def steps(rng, staff, lead, deeds):
    lines = ["    шаги:"]
    for deed in deeds:
        role = rng.choice(staff + [lead])
        lines.append(f"      - {{название: {quoted(deed)}, роль: {role}, срок: {rng.choice(HOURS)}}}")
    return lines


def stages(rng, process):
    name, _, of, _ = process
    _, lead, staff, _ = DEPARTMENTS[name]
    other = DEPARTMENTS[rng.choice(list(DEPARTMENTS))]
    chosen = sorted(rng.sample(range(len(STAGES)), rng.randint(3, 5)))
    lines = ["этапы:"]
    for at in chosen:
        label, deeds, result = STAGES[at]
        lines += [f"  - название: {quoted(label.format(of=of, case='делу'))}", f"    ответственный: {rng.choice(staff)}",
                  f"    утверждает: {lead}"]
        if rng.random() < 0.4:
            lines.append(f"    консультирует: {rng.choice(other[2])}")
        lines += [f"    срок: {rng.choice(DEADLINES)}", f"    результат: {quoted(result)}",
                  f"    критерии: {quoted(result.split(',')[0] + ' в срок')}"]
        if rng.random() < 0.7:
            lines += steps(rng, staff, lead, rng.sample(deeds, rng.randint(2, 3)))
    return lines


def a_process(rng, all_of_them, at):
    process = all_of_them[at]
    name, _, of, _ = process
    code, lead, _, _ = DEPARTMENTS[name]
    status = rng.choices(["утверждён", "на согласовании", "черновик"], [7, 2, 1])[0]
    version, released = f"{rng.randint(1, 4)}.{rng.randint(0, 9)}.0", day(rng, 500)
    lines = ["процесс:", f"  название: {quoted(title(process))}", f"  код: {code}-{at + 1:03}", f"  версия: {version}",
             f"  статус: {status}",
             f"  цель: {quoted(f'Дело о том, что касается {of}, закрывается в срок, и по карточке видно, кто и что решил.')}",
             "  начало: Пришла заявка.", "  результат: Дело закрыто, документы в архиве."]
    if rng.random() < 0.95:
        lines.append(f"  владелец: {lead}")
    if status == "утверждён":
        lines.append(f"  пересмотр: {{каждый: {rng.choice(REVIEWS)}, последний: {day(rng, 420)}}}")
    others = [other for other in rng.sample(range(len(all_of_them)), min(len(all_of_them), rng.randint(1, 3))) if other != at]
    if others:
        lines.append("  связанные:")
        lines += [f"    - {{название: {quoted(title(all_of_them[other]))}, ссылка: ../{folder(other)}/process.yaml}}" for other in others]
    lines += stages(rng, process)
    if rng.random() < 0.1:
        lines += ["глоссарий:", f"  Карточка: {quoted('Папка с бумагами отдела «' + name + '».')}"]
    if status == "утверждён" and rng.random() < 0.8:
        lines += ["согласование:", f"  - {{роль: Генеральный директор, дата: {released}, версия: {version}, решение: согласовано}}"]
    lines += ["история:", f"  {version}: {{дата: {released}, изменения: {quoted('Уточнены сроки: ' + lowered(title(process)))}}}"]
    return "\n".join(lines) + "\n"


def folder(at):
    return f"p{at + 1:04}"


def company(root, count=500, seed=1):
    rng = random.Random(seed)
    all_of_them = names(count)
    os.makedirs(root, exist_ok=True)
    with open(os.path.join(root, "presale.yaml"), "w", encoding="utf-8") as file:
        file.write(shared(rng))
    for at in range(count):
        place = os.path.join(root, "processes", folder(at))
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, "process.yaml"), "w", encoding="utf-8") as file:
            file.write(a_process(rng, all_of_them, at))


if __name__ == "__main__":
    company(sys.argv[1], *map(int, sys.argv[2:]))
