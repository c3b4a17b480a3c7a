==== presale-book-detailed.mm
<map version="freeplane 1.6.0">
<attribute_registry SHOW_ATTRIBUTES="selected"/>
<node TEXT="Регламент пресейла" ID="ID_12638153115695167455" FOLDED="false" VGAP="32" COLOR="#ffffff" BACKGROUND_COLOR="#263238" STYLE="bubble" PRESALE="qC.sb 1 detailed presale-book">
<font NAME="SansSerif" SIZE="18" BOLD="true"/>
<node TEXT="Процесс" ID="ID_2834767369796997956" POSITION="right" PRESALE="QA.ik">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Код: РГ-07" ID="ID_9258465398778699939" PRESALE="dw"/>
<node TEXT="Версия: 1.2.0" ID="ID_8926557369773558280" PRESALE="vp"/>
<node TEXT="Статус: пилот" ID="ID_8262850426295330026" PRESALE="Qg"/>
<node TEXT="Владелец: Руководитель пресейла" ID="ID_385739967980807609" COLOR="#1565c0" LINK="#ID_2655630478123326250" PRESALE="Wc"/>
<node TEXT="Действует с: 01.11.2026" ID="ID_9960873462241584739" PRESALE="6F"/>
<node TEXT="Цель" ID="ID_5777554507426552253" PRESALE="pcc6">
<icon BUILTIN="flag-green"/>
<richcontent TYPE="NOTE">
<html>
<head/>
<body><p>Прозрачный путь <strong>от запроса клиента до подписанного договора</strong>:</p>
<ul>
<li>каждый знает, что делает и к какому сроку;</li>
<li>ни один запрос не теряется.</li>
</ul></body>
</html>
</richcontent>
</node>
<node TEXT="Область применения: Все запросы на digital-проекты от 500 тыс. ₽" ID="ID_2561420013002706784" PRESALE="YM"/>
<node TEXT="Начало: Клиент прислал запрос или бриф" ID="ID_6785324395344904888" PRESALE="m3"/>
<node TEXT="Результат: Подписанный договор или обоснованный отказ" ID="ID_4247175423041462887" PRESALE="10">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Срок: 12 дней" ID="ID_10021084399861166024" PRESALE="Uv">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Пересмотр" ID="ID_9794071522977865576" FOLDED="true" PRESALE="bl.GU">
<node TEXT="Как часто: ежемесячно" ID="ID_16737042361998814545" PRESALE="1G"/>
<node TEXT="Последний пересмотр: 01.11.2026" ID="ID_11487822720955869944" PRESALE="CT"/>
<node TEXT="Затем: ежеквартально" ID="ID_948810684055361749" PRESALE="1l"/>
<node TEXT="После скольких пересмотров: 3" ID="ID_16515693209348188854" PRESALE="Ly"/>
</node>
<node TEXT="Показатели" ID="ID_10411185072745045163" FOLDED="true" PRESALE="2f.WG">
<node TEXT="Доля выигранных тендеров: не менее 35% (28%)" ID="ID_17295092674503827360" PRESALE="xo"/>
<node TEXT="Срок подготовки КП: не более 10 дней (13 дней)" ID="ID_17297962399852890395" PRESALE="5P"/>
</node>
<node TEXT="Связанные документы: Положение о тендерах" ID="ID_15093213543759736461" LINK="https://example.org/tenders" PRESALE="cM"/>
</node>
<node TEXT="Получение запроса" ID="ID_4131259068088107563" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#ad1457" STYLE="bubble" PRESALE="gk.f4">
<edge COLOR="#ad1457" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<attribute NAME="Срок" VALUE="4 ч"/>
<attribute NAME="Ответственный" VALUE="Аккаунт-менеджер"/>
<attribute NAME="Информируется" VALUE="Руководитель пресейла"/>
<arrowlink DESTINATION="ID_15013798816441652187" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Описание: Фиксируем запрос в CRM и отвечаем клиенту в тот же день." ID="ID_14807474079080504093" PRESALE="kn"/>
<node TEXT="Срок: 4 ч" ID="ID_2300377811706496797" PRESALE="N7">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Цель: Ни один запрос не потерян" ID="ID_12154637532704399804" PRESALE="ZP">
<icon BUILTIN="flag-green"/>
</node>
<node TEXT="Ответственный: Аккаунт-менеджер" ID="ID_11263151184345022223" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="4g"/>
<node TEXT="Информируется: Руководитель пресейла" ID="ID_13593131922004489677" COLOR="#1565c0" LINK="#ID_2655630478123326250" PRESALE="Ne"/>
<node TEXT="Что делаем на этом этапе" ID="ID_2495650366397082634" PRESALE="F9.Wp">
<node TEXT="1.1 Занести запрос в CRM" ID="ID_7023045611388573864" FOLDED="true" COLOR="#ad1457" PRESALE="5U.jX">
<attribute NAME="Срок" VALUE="1 ч"/>
<arrowlink DESTINATION="ID_8503557403780314694" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль: Аккаунт-менеджер" ID="ID_14953263046916586696" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="Bx"/>
<node TEXT="Срок: 1 ч" ID="ID_9462124160749582964" PRESALE="ZB">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Результат: Карточка сделки" ID="ID_4788806872752790051" PRESALE="py">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="1.2 Подписать NDA" ID="ID_8503557403780314694" FOLDED="true" COLOR="#00695c" PRESALE="JI.Oh">
<attribute NAME="Роль" VALUE="Юрист, Аккаунт-менеджер"/>
<attribute NAME="Срок" VALUE="2–3 ч"/>
<node TEXT="Роль" ID="ID_12145178528491789034" FOLDED="true" PRESALE="X_.V8">
<node TEXT="Юрист" ID="ID_2541711638617390087" COLOR="#00695c" LINK="#ID_4770839951105902312" PRESALE="6R"/>
<node TEXT="Аккаунт-менеджер" ID="ID_2538841913268327052" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="hV"/>
</node>
<node TEXT="Срок: 2–3 ч" ID="ID_10861587244162804674" PRESALE="yq">
<icon BUILTIN="hourglass"/>
</node>
</node>
</node>
<node TEXT="Результат: Запрос в CRM" ID="ID_17882842019059319526" PRESALE="Pp">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Критерии качества этапа: Ответ клиенту в течение 4 часов" ID="ID_17936357559918208810" PRESALE="mF">
<icon BUILTIN="list"/>
</node>
<node TEXT="Рекомендации по улучшению процесса: Настроить автоответ" ID="ID_10338499822828199047" PRESALE="nT">
<icon BUILTIN="idea"/>
</node>
</node>
<node TEXT="Квалификация и решение об участии" ID="ID_15013798816441652187" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="D5.MZ">
<edge COLOR="#1565c0" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="bookmark"/>
<icon BUILTIN="stop-sign"/>
<attribute NAME="Срок" VALUE="1–2 дня"/>
<attribute NAME="Ответственный" VALUE="Руководитель пресейла, Аккаунт-менеджер"/>
<attribute NAME="Консультирует" VALUE="Финансовый менеджер, Юрист"/>
<arrowlink DESTINATION="ID_5472610800271006901" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Описание" ID="ID_3151983314949585677" PRESALE="WZXv">
<richcontent TYPE="NOTE">
<html>
<head/>
<body><p>Решаем, стоит ли участвовать в тендере. Аккаунт-менеджер проверяет клиента, аналитик – рынок.</p>
<ol>
<li>Проверяем деньги и сроки.</li>
<li>Смотрим на конкурентов.</li>
</ol></body>
</html>
</richcontent>
</node>
<node TEXT="Срок: 1–2 дня" ID="ID_10263051371391693613" PRESALE="xe">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Цель: Не тратить силы на запросы без перспективы" ID="ID_11922849629682467276" PRESALE="_2">
<icon BUILTIN="flag-green"/>
</node>
<node TEXT="Ответственный" ID="ID_9394286862699400639" FOLDED="true" PRESALE="Ej.69">
<node TEXT="Руководитель пресейла" ID="ID_16570742854598026524" COLOR="#1565c0" LINK="#ID_2655630478123326250" PRESALE="FT"/>
<node TEXT="Аккаунт-менеджер" ID="ID_16573612579947089559" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="hV"/>
</node>
<node TEXT="Консультирует" ID="ID_8993750334557275832" FOLDED="true" PRESALE="jW.h~">
<node TEXT="Финансовый менеджер" ID="ID_4575510300310666625" COLOR="#a14b1b" LINK="#ID_10150759440526368730" PRESALE="2F"/>
<node TEXT="Юрист" ID="ID_4576466875427020970" COLOR="#00695c" LINK="#ID_4770839951105902312" PRESALE="6R"/>
</node>
<node TEXT="Что делаем на этом этапе" ID="ID_4402467621305645242" PRESALE="F9.tx">
<node TEXT="2.1 Проверить клиента по базе" ID="ID_3008972473624997215" FOLDED="true" COLOR="#1565c0" PRESALE="4C.5v">
<arrowlink DESTINATION="ID_14778689285195412390" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль: Руководитель пресейла" ID="ID_8053581445901683761" COLOR="#1565c0" LINK="#ID_2655630478123326250" PRESALE="UA"/>
</node>
<node TEXT="2.2 Провести бриф" ID="ID_14778689285195412390" FOLDED="true" COLOR="#ad1457" PRESALE="kK.1u">
<attribute NAME="Роль" VALUE="Аккаунт-менеджер"/>
<attribute NAME="Срок" VALUE="4 ч"/>
<arrowlink DESTINATION="ID_9314442940588541390" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль: Аккаунт-менеджер" ID="ID_3023359873004112138" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="Bx"/>
<node TEXT="Срок: 4 ч" ID="ID_6037829513005864162" PRESALE="N7">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Результат" ID="ID_9867386831571449821" FOLDED="true" PRESALE="gS.E2">
<icon BUILTIN="button_ok"/>
<node TEXT="Заполненный бриф" ID="ID_16843894220065311526" PRESALE="ZH"/>
<node TEXT="Запись встречи" ID="ID_16842937644948957181" PRESALE="_Y"/>
</node>
<node TEXT="Критерии: Бриф заполнен: не менее 90% полей (доля заполненных полей)" ID="ID_12393278300292830821" PRESALE="XW">
<icon BUILTIN="list"/>
</node>
<node TEXT="Материалы: Чек-лист брифа" ID="ID_18367763544915589616" LINK="../source/brief.md" PRESALE="eE">
<icon BUILTIN="attach"/>
</node>
<node TEXT="Подшаги" ID="ID_3683869001426779167" PRESALE="3u.k4">
<node TEXT="2.2.1 Подготовить вопросы" ID="ID_13799889962151706747" FOLDED="true" COLOR="#ad1457" PRESALE="Ar.qK">
<arrowlink DESTINATION="ID_14897687311046878578" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль: Аккаунт-менеджер" ID="ID_695847295782286189" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="Bx"/>
</node>
<node TEXT="2.2.2 Провести встречу" ID="ID_14897687311046878578" FOLDED="true" COLOR="#ad1457" PRESALE="XK.Vn">
<arrowlink DESTINATION="ID_4124175396582366063" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль: Аккаунт-менеджер" ID="ID_2555311784213576406" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="Bx"/>
</node>
<node TEXT="2.2.3 Отправить протокол" ID="ID_4124175396582366063" FOLDED="true" COLOR="#ad1457" PRESALE="LK.Sg">
<node TEXT="Роль: Аккаунт-менеджер" ID="ID_17113349500459537665" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="Bx"/>
</node>
</node>
</node>
<node TEXT="2.3 Решение об участии" ID="ID_9314442940588541390" FOLDED="true" COLOR="#1565c0" PRESALE="ZP.fv">
<icon BUILTIN="bookmark"/>
<icon BUILTIN="stop-sign"/>
<attribute NAME="Роль" VALUE="Руководитель пресейла"/>
<arrowlink DESTINATION="ID_5472610800271006901" COLOR="#1565c0" STARTARROW="None" ENDARROW="Default" MIDDLE_LABEL="Участвуем"/>
<arrowlink DESTINATION="ID_10107538429334990052" COLOR="#1565c0" STARTARROW="None" ENDARROW="Default" MIDDLE_LABEL="Отказываемся"/>
<node TEXT="Роль: Руководитель пресейла" ID="ID_4133959484394238146" COLOR="#1565c0" LINK="#ID_2655630478123326250" PRESALE="UA"/>
<node TEXT="Ключевой шаг" ID="ID_12823768483243326351" PRESALE="VW"/>
<node TEXT="Блокирующий" ID="ID_12103460753370933207" PRESALE="6a"/>
<node TEXT="Исходы" ID="ID_13704293805040609569" FOLDED="true" PRESALE="Ka.to">
<icon BUILTIN="help"/>
<node TEXT="Участвуем → 3. Аудит и анализ" ID="ID_8087585293809780338" LINK="#ID_5472610800271006901" PRESALE="zG"/>
<node TEXT="Отказываемся → Конец" ID="ID_8086628718693425993" LINK="#ID_10107538429334990052" PRESALE="Q1"/>
</node>
</node>
</node>
<node TEXT="Результат: Записанное решение об участии" ID="ID_6811574275358315958" PRESALE="fa">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Критерии качества этапа" ID="ID_7312239590552365786" FOLDED="true" PRESALE="50.mI">
<icon BUILTIN="list"/>
<node TEXT="Бриф заполнен: не менее 90% полей" ID="ID_5748473251401882679" PRESALE="tf"/>
<node TEXT="Решение принято: за 2 дня" ID="ID_5745603526052819644" PRESALE="Pu"/>
</node>
<node TEXT="Рекомендации по улучшению процесса" ID="ID_4671882258954879447" FOLDED="true" PRESALE="is.pE">
<icon BUILTIN="idea"/>
<node TEXT="Вести список стоп-факторов" ID="ID_4028196561720859652" PRESALE="uH"/>
<node TEXT="Раз в квартал пересматривать критерии отказа" ID="ID_4031066287069922687" PRESALE="EN"/>
</node>
<node TEXT="Потенциальные проблемы" ID="ID_2847568072281151313" FOLDED="true" PRESALE="QK.6w">
<icon BUILTIN="messagebox_warning"/>
<node TEXT="Клиент не раскрывает бюджет" ID="ID_14042242610523609954" PRESALE="IF"/>
<node TEXT="Бриф заполняет не тот, кто решает" ID="ID_14041286035407255609" PRESALE="LO"/>
</node>
<node TEXT="Особенности: Ключевой клиент, Неключевой клиент" ID="ID_9735826610636421575" FOLDED="true" PRESALE="81.6v">
<node TEXT="Ключевой клиент: Решение принимает руководитель пресейла лично." ID="ID_10561075532243514420" PRESALE="B2"/>
<node TEXT="Неключевой клиент: Решение принимает аккаунт-менеджер." ID="ID_10563945257592577455" PRESALE="v1"/>
</node>
<node TEXT="Ключевой этап" ID="ID_4379213516757987622" PRESALE="GO"/>
<node TEXT="Блокирующий" ID="ID_15179296254772494252" PRESALE="6a"/>
</node>
<node TEXT="Аудит и анализ" ID="ID_5472610800271006901" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#6a1b9a" STYLE="bubble" PRESALE="wK.7t">
<edge COLOR="#6a1b9a" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-3"/>
<attribute NAME="Срок" VALUE="3 дня"/>
<attribute NAME="Ответственный" VALUE="Аналитик"/>
<attribute NAME="Консультирует" VALUE="Стратег"/>
<arrowlink DESTINATION="ID_16615180093157554455" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Описание: Аналитик проверяет площадки клиента, метрики и ёмкость рынка." ID="ID_8266407943675979323" PRESALE="Lp"/>
<node TEXT="Срок: 3 дня" ID="ID_150172815427176063" PRESALE="7l">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Аналитик" ID="ID_484601446079936425" COLOR="#6a1b9a" LINK="#ID_16307297081485209618" PRESALE="aX"/>
<node TEXT="Консультирует: Стратег" ID="ID_13648683407043604170" COLOR="#29702d" LINK="#ID_2052286776101048158" PRESALE="Ec"/>
<node TEXT="Что делаем на этом этапе" ID="ID_12852834234572237324" PRESALE="F9.2Y">
<node TEXT="3.1 Получить доступы" ID="ID_13919752167304983737" FOLDED="true" COLOR="#6a1b9a" PRESALE="8s.T1">
<attribute NAME="Роль" VALUE="Аналитик, Клиент"/>
<attribute NAME="Срок" VALUE="1 день"/>
<arrowlink DESTINATION="ID_10290758555961992542" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль" ID="ID_4048413339569249055" FOLDED="true" PRESALE="X_.I0">
<node TEXT="Аналитик" ID="ID_9307221487803664892" COLOR="#6a1b9a" LINK="#ID_16307297081485209618" PRESALE="R4"/>
<node TEXT="Клиент" ID="ID_9310091213152727927" COLOR="#5d4037" LINK="#ID_4392418359108023557" PRESALE="fy"/>
</node>
<node TEXT="Срок: 1 день" ID="ID_3885471489195278203" PRESALE="ng">
<icon BUILTIN="hourglass"/>
</node>
</node>
<node TEXT="3.2 Провести аудит" ID="ID_10290758555961992542" FOLDED="true" COLOR="#6a1b9a" PRESALE="4T.7R">
<attribute NAME="Роль" VALUE="Аналитик"/>
<attribute NAME="Срок" VALUE="3 дня"/>
<node TEXT="Роль: Аналитик" ID="ID_5313718689376894674" COLOR="#6a1b9a" LINK="#ID_16307297081485209618" PRESALE="To"/>
<node TEXT="Срок: 3 дня" ID="ID_6489106297473373946" PRESALE="7l">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Результат: Отчёт об аудите" ID="ID_14575158016877325813" PRESALE="NX">
<icon BUILTIN="button_ok"/>
</node>
</node>
</node>
<node TEXT="Результат: Отчёт об аудите" ID="ID_231849989564970940" PRESALE="NX">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Потенциальные проблемы: Клиент задерживает доступы" ID="ID_6253924841550264535" PRESALE="Eo">
<icon BUILTIN="messagebox_warning"/>
</node>
</node>
<node TEXT="Стратегия, медиаплан и смета" ID="ID_16615180093157554455" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#29702d" STYLE="bubble" PRESALE="7K.qh">
<edge COLOR="#29702d" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-4"/>
<attribute NAME="Срок" VALUE="3–5 дней"/>
<attribute NAME="Ответственный" VALUE="Стратег"/>
<attribute NAME="Консультирует" VALUE="Аналитик, Финансовый менеджер"/>
<attribute NAME="Информируется" VALUE="Аккаунт-менеджер"/>
<arrowlink DESTINATION="ID_1510281981686689884" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Срок: 3–5 дней" ID="ID_17947278178283957729" PRESALE="ug">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Стратег" ID="ID_12509393063147475475" COLOR="#29702d" LINK="#ID_2052286776101048158" PRESALE="xx"/>
<node TEXT="Консультирует" ID="ID_5767489795493148652" FOLDED="true" PRESALE="jW.~u">
<node TEXT="Аналитик" ID="ID_5372503351691312509" COLOR="#6a1b9a" LINK="#ID_16307297081485209618" PRESALE="R4"/>
<node TEXT="Финансовый менеджер" ID="ID_5373459926807666854" COLOR="#a14b1b" LINK="#ID_10150759440526368730" PRESALE="2F"/>
</node>
<node TEXT="Информируется: Аккаунт-менеджер" ID="ID_1865625822702253393" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="CJ"/>
<node TEXT="Что делаем на этом этапе" ID="ID_17019210810744033030" PRESALE="F9.Vt">
<node TEXT="4.1 Разработать стратегию" ID="ID_12593881439095868546" FOLDED="true" COLOR="#29702d" PRESALE="5Y.kA">
<attribute NAME="Срок" VALUE="2–3 дня"/>
<arrowlink DESTINATION="ID_13750777152649993021" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль: Стратег" ID="ID_5638883418808250278" COLOR="#29702d" LINK="#ID_2052286776101048158" PRESALE="q1"/>
<node TEXT="Срок: 2–3 дня" ID="ID_2541413400635473718" PRESALE="cm">
<icon BUILTIN="hourglass"/>
</node>
</node>
<node TEXT="4.2 Собрать медиаплан" ID="ID_13750777152649993021" FOLDED="true" COLOR="#29702d" PRESALE="25.~7">
<attribute NAME="Срок" VALUE="1 день"/>
<arrowlink DESTINATION="ID_423864856179669078" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль: Стратег" ID="ID_8430219557301840035" COLOR="#29702d" LINK="#ID_2052286776101048158" PRESALE="q1"/>
<node TEXT="Срок: 1 день" ID="ID_14809623685829428551" PRESALE="ng">
<icon BUILTIN="hourglass"/>
</node>
</node>
<node TEXT="4.3 Проверить смету" ID="ID_423864856179669078" FOLDED="true" COLOR="#a14b1b" PRESALE="dq.hP">
<icon BUILTIN="stop-sign"/>
<attribute NAME="Роль" VALUE="Финансовый менеджер"/>
<attribute NAME="Срок" VALUE="4 ч"/>
<node TEXT="Роль: Финансовый менеджер" ID="ID_4103105245848551034" COLOR="#a14b1b" LINK="#ID_10150759440526368730" PRESALE="gn"/>
<node TEXT="Срок: 4 ч" ID="ID_2870573476965718578" PRESALE="N7">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Блокирующий" ID="ID_11706108497229990847" PRESALE="6a"/>
</node>
</node>
<node TEXT="Результат" ID="ID_16137578871851778058" FOLDED="true" PRESALE="gS.gL">
<icon BUILTIN="button_ok"/>
<node TEXT="Стратегия" ID="ID_6186747841268497959" PRESALE="cW"/>
<node TEXT="Медиаплан" ID="ID_6183878115919434924" PRESALE="~E"/>
<node TEXT="Смета" ID="ID_6184834691035789269" PRESALE="BG"/>
</node>
<node TEXT="Критерии качества этапа: Смета проверена финансовым менеджером" ID="ID_14598091285698540430" PRESALE="eb">
<icon BUILTIN="list"/>
</node>
<node TEXT="Материалы: Шаблон КП" ID="ID_6631054038109987737" LINK="https://example.org/offer?x=1&amp;y=%D1%82%D0%B5%D1%81%D1%82" PRESALE="Uv">
<icon BUILTIN="attach"/>
</node>
</node>
<node TEXT="Внутренняя защита" ID="ID_1510281981686689884" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="T7.xf">
<edge COLOR="#1565c0" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-5"/>
<attribute NAME="Срок" VALUE="1 день"/>
<attribute NAME="Ответственный" VALUE="Руководитель пресейла"/>
<arrowlink DESTINATION="ID_14636860944393380318" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Срок: 1 день" ID="ID_2644265549808669184" PRESALE="ng">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Руководитель пресейла" ID="ID_4681709171900617156" COLOR="#1565c0" LINK="#ID_2655630478123326250" PRESALE="UW"/>
<node TEXT="Что делаем на этом этапе" ID="ID_9360691496941196613" PRESALE="F9.a1">
<node TEXT="5.1 Защита КП" ID="ID_15825680736499134890" FOLDED="true" COLOR="#29702d" PRESALE="4~.i9">
<attribute NAME="Роль" VALUE="Стратег, Руководитель пресейла"/>
<arrowlink DESTINATION="ID_16615180093157554455" COLOR="#c62828" STARTARROW="None" ENDARROW="Default" MIDDLE_LABEL="Нужны правки" DASH="6 4"/>
<arrowlink DESTINATION="ID_14636860944393380318" COLOR="#1565c0" STARTARROW="None" ENDARROW="Default" MIDDLE_LABEL="КП принято"/>
<node TEXT="Роль" ID="ID_8776033445313504574" FOLDED="true" PRESALE="X_.sC">
<node TEXT="Стратег" ID="ID_12620587834692647459" COLOR="#29702d" LINK="#ID_2052286776101048158" PRESALE="D9"/>
<node TEXT="Руководитель пресейла" ID="ID_12617718109343584424" COLOR="#1565c0" LINK="#ID_2655630478123326250" PRESALE="FT"/>
</node>
<node TEXT="Исходы" ID="ID_17043350215196884885" FOLDED="true" PRESALE="Ka.6y">
<icon BUILTIN="help"/>
<node TEXT="КП принято → 6. Переговоры и договор" ID="ID_7768399310565357774" LINK="#ID_14636860944393380318" PRESALE="1f"/>
<node TEXT="Нужны правки → 4. Стратегия, медиаплан и смета" ID="ID_7767442735449003429" LINK="#ID_16615180093157554455" PRESALE="jy"/>
</node>
</node>
</node>
<node TEXT="Результат: Согласованное КП" ID="ID_3304566966235765887" PRESALE="6q">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="Переговоры и договор" ID="ID_14636860944393380318" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#ad1457" STYLE="bubble" PRESALE="e2.EW">
<edge COLOR="#ad1457" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-6"/>
<attribute NAME="Срок" VALUE="5 дней"/>
<attribute NAME="Ответственный" VALUE="Аккаунт-менеджер"/>
<attribute NAME="Утверждает" VALUE="Руководитель пресейла"/>
<attribute NAME="Консультирует" VALUE="Юрист"/>
<node TEXT="Срок: 5 дней" ID="ID_15291837671739184250" PRESALE="45">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Аккаунт-менеджер" ID="ID_1222449857150352174" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="4g"/>
<node TEXT="Утверждает: Руководитель пресейла" ID="ID_1907675981679030451" COLOR="#1565c0" LINK="#ID_2655630478123326250" PRESALE="VA"/>
<node TEXT="Консультирует: Юрист" ID="ID_17807115399615911921" COLOR="#00695c" LINK="#ID_4770839951105902312" PRESALE="XY"/>
<node TEXT="Что делаем на этом этапе" ID="ID_6270539673631390423" PRESALE="F9.Gs">
<node TEXT="6.1 Отправить КП" ID="ID_2783456959730695178" FOLDED="true" COLOR="#ad1457" PRESALE="~V.F6">
<attribute NAME="Роль" VALUE="Аккаунт-менеджер"/>
<attribute NAME="Срок" VALUE="1 день"/>
<arrowlink DESTINATION="ID_7856825208277659685" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль: Аккаунт-менеджер" ID="ID_11286009502318157406" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="Bx"/>
<node TEXT="Срок: 1 день" ID="ID_8858675306759913342" PRESALE="ng">
<icon BUILTIN="hourglass"/>
</node>
</node>
<node TEXT="6.2 Согласовать договор" ID="ID_7856825208277659685" FOLDED="true" COLOR="#00695c" PRESALE="Te.fr">
<attribute NAME="Роль" VALUE="Юрист, Клиент"/>
<attribute NAME="Срок" VALUE="3 дня"/>
<node TEXT="Роль" ID="ID_11125570459307125339" FOLDED="true" PRESALE="X_.Yi">
<node TEXT="Юрист" ID="ID_14978960752986029840" COLOR="#00695c" LINK="#ID_4770839951105902312" PRESALE="6R"/>
<node TEXT="Клиент" ID="ID_14981830478335092875" COLOR="#5d4037" LINK="#ID_4392418359108023557" PRESALE="fy"/>
</node>
<node TEXT="Срок: 3 дня" ID="ID_8262409842990979023" PRESALE="7l">
<icon BUILTIN="hourglass"/>
</node>
</node>
</node>
<node TEXT="Результат: Подписанный договор" ID="ID_3253760181193994101" PRESALE="9w">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="Варианты" ID="ID_2459619252693638747" POSITION="left" FOLDED="true" PRESALE="iz.34">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Ключевой клиент" ID="ID_15503810328768038296" PRESALE="bc"/>
<node TEXT="Неключевой клиент" ID="ID_10500423451920202769" PRESALE="Bc"/>
</node>
<node TEXT="Роли и ответственность" ID="ID_3074383160831264312" POSITION="left" FOLDED="true" PRESALE="Oq.cE">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Руководитель пресейла" ID="ID_2655630478123326250" FOLDED="true" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="FT.ww">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
<node TEXT="Сотрудники: Анна К." ID="ID_1488077089207035179" PRESALE="ht"/>
<node TEXT="Заместитель: Аккаунт-менеджер" ID="ID_10817881799947800455" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="th"/>
<node TEXT="Основные обязанности" ID="ID_1581121979252465994" FOLDED="true" PRESALE="t5.5H">
<node TEXT="Назначает команду и отвечает за срок подачи предложения" ID="ID_17812592147399521255" PRESALE="9J"/>
<node TEXT="Ведёт внутреннюю защиту" ID="ID_17809722422050458220" PRESALE="9C"/>
</node>
<node TEXT="Обязанности при проведении аудита: Утверждает объём аудита" ID="ID_5549242509922344495" PRESALE="PS"/>
<node TEXT="Действия при отказах и просрочках" ID="ID_6770075116667651222" FOLDED="true" PRESALE="_7.lY">
<node TEXT="Поднимает риск до директора" ID="ID_12703060454162027723" PRESALE="uZ"/>
<node TEXT="Согласует перенос срока с клиентом" ID="ID_12700190728812964688" PRESALE="mx"/>
</node>
<node TEXT="Различия в работе: Ключевой клиент, Неключевой клиент" ID="ID_15346920212670473192" FOLDED="true" PRESALE="7K.7N">
<node TEXT="Ключевой клиент: Ведёт переговоры лично." ID="ID_4762026864342939505" PRESALE="uN"/>
<node TEXT="Неключевой клиент: Подключается только к защите." ID="ID_4762983439459293850" PRESALE="VK"/>
</node>
<node TEXT="Роли и ответственность в контроле сроков: Раз в день сверяет план и факт; за день до срока поднимает риск." ID="ID_6132109058063371744" PRESALE="0E"/>
<node TEXT="Точки контроля" ID="ID_9500409413109886935" FOLDED="true" PRESALE="hD.cC">
<node TEXT="Квалификация и решение об участии: Решение «участвуем / отказываемся» принято и записано" ID="ID_15032218951406753284" LINK="#ID_15013798816441652187" PRESALE="I7"/>
<node TEXT="Внутренняя защита: КП прошло внутреннюю защиту" ID="ID_15035088676755816319" LINK="#ID_1510281981686689884" PRESALE="sv"/>
</node>
</node>
<node TEXT="Аккаунт-менеджер" ID="ID_7695368674332675093" FOLDED="true" COLOR="#ffffff" BACKGROUND_COLOR="#ad1457" STYLE="bubble" PRESALE="hV.a4">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
<node TEXT="Другие названия: Аккаунт" ID="ID_2700545740549305949" PRESALE="tv"/>
<node TEXT="Сотрудники" ID="ID_15072831672725594138" FOLDED="true" PRESALE="nr.Z0">
<node TEXT="Пётр С." ID="ID_734781903020371447" PRESALE="AN"/>
<node TEXT="Мария Л." ID="ID_731912177671308412" PRESALE="py"/>
</node>
<node TEXT="Основные обязанности" ID="ID_7754700850338244359" FOLDED="true" PRESALE="t5.OH">
<node TEXT="Держит связь с клиентом" ID="ID_7884633435713859060" PRESALE="yB"/>
<node TEXT="Собирает бриф" ID="ID_7887503161062922095" PRESALE="Yk"/>
<node TEXT="Отправляет КП" ID="ID_7886546585946567750" PRESALE="YN"/>
</node>
<node TEXT="Роли и ответственность в контроле сроков: Напоминает участникам за день до срока." ID="ID_17914850335592141945" PRESALE="8J"/>
<node TEXT="Точки контроля: Получение запроса: Запрос занесён в CRM в день обращения" ID="ID_2024834157236854876" LINK="#ID_4131259068088107563" PRESALE="fA"/>
</node>
<node TEXT="Стратег" ID="ID_2052286776101048158" FOLDED="true" COLOR="#ffffff" BACKGROUND_COLOR="#29702d" STYLE="bubble" PRESALE="D9.Ym">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
<node TEXT="Сотрудники: Олег Д." ID="ID_15258763560254426327" PRESALE="0A"/>
<node TEXT="Основные обязанности: Готовит стратегию и медиаплан" ID="ID_17648808052448006582" PRESALE="IB"/>
</node>
<node TEXT="Аналитик" ID="ID_16307297081485209618" FOLDED="true" COLOR="#ffffff" BACKGROUND_COLOR="#6a1b9a" STYLE="bubble" PRESALE="R4.v3">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
<node TEXT="Основные обязанности: Проводит аудит" ID="ID_7655046266111074770" PRESALE="_g"/>
<node TEXT="Обязанности при проведении аудита" ID="ID_11980717586475717511" FOLDED="true" PRESALE="Ha.4F">
<node TEXT="Собирает доступы" ID="ID_14631469651766273908" PRESALE="tU"/>
<node TEXT="Считает показатели" ID="ID_14634339377115336943" PRESALE="cD"/>
</node>
</node>
<node TEXT="Финансовый менеджер" ID="ID_10150759440526368730" FOLDED="true" COLOR="#ffffff" BACKGROUND_COLOR="#a14b1b" STYLE="bubble" PRESALE="2F.Ng">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
<node TEXT="Основные обязанности: Проверяет смету" ID="ID_8453734115193647546" PRESALE="jV"/>
</node>
<node TEXT="Юрист" ID="ID_4770839951105902312" COLOR="#ffffff" BACKGROUND_COLOR="#00695c" STYLE="bubble" PRESALE="6R">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
<node TEXT="Клиент" ID="ID_4392418359108023557" FOLDED="true" COLOR="#ffffff" BACKGROUND_COLOR="#5d4037" STYLE="bubble" PRESALE="fy.RS">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
<node TEXT="Внешняя роль" ID="ID_3641799486951286622" PRESALE="xI"/>
</node>
</node>
<node TEXT="Глоссарий" ID="ID_10467879927381057233" POSITION="left" FOLDED="true" PRESALE="jE.oo">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="КП: Коммерческое предложение, которое получает клиент." ID="ID_6541357071091525480" PRESALE="d0"/>
<node TEXT="Бриф: Документ с целями, аудиторией и ограничениями клиента." ID="ID_6898846900079987528" FOLDED="true" PRESALE="x4.NE">
<node TEXT="Также: опросник" ID="ID_3749984604943557888" PRESALE="LP"/>
</node>
<node TEXT="Тендер: Конкурс подрядчиков, который проводит клиент." ID="ID_4245517218672164247" PRESALE="AJ"/>
<node TEXT="Медиаплан: План размещений с бюджетами и прогнозом." ID="ID_7562218841056671270" FOLDED="true" PRESALE="Zg.EE">
<node TEXT="См.: КП" ID="ID_15416910750366015443" LINK="#ID_6541357071091525480" PRESALE="Pl"/>
</node>
<node TEXT="NDA: Соглашение о неразглашении." ID="ID_3441956871622612616" PRESALE="cy"/>
<node TEXT="Ёмкость рынка: Сколько товара рынок может купить за период." ID="ID_3662455820878525236" PRESALE="Fv"/>
<node TEXT="Единица работ: Наименьшая оцениваемая часть сметы." ID="ID_12479201658957519257" PRESALE="51"/>
<node TEXT="CRM: Система учёта клиентов и сделок." ID="ID_14770543567279285331" PRESALE="kp"/>
</node>
<node TEXT="Материалы" ID="ID_11974010349133210961" POSITION="left" FOLDED="true" PRESALE="XV.0h">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Чек-лист брифа" ID="ID_14554032531507754338" LINK="../source/brief.md" PRESALE="FY"/>
<node TEXT="Шаблон КП" ID="ID_14553075956391399993" LINK="https://example.org/offer?x=1&amp;y=%D1%82%D0%B5%D1%81%D1%82" PRESALE="aE"/>
</node>
<node TEXT="Ретроспектива" ID="ID_1258093218645558344" POSITION="left" FOLDED="true" PRESALE="PY.wy">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Понравилось" ID="ID_9437135170636524215" FOLDED="true" PRESALE="TB.vE">
<node TEXT="Единый бриф" ID="ID_4915859158833373028" PRESALE="Vz"/>
<node TEXT="Ежедневные сверки" ID="ID_4918728884182436063" PRESALE="NT"/>
</node>
<node TEXT="Узнали: Защиту лучше назначать заранее" ID="ID_13772167872543747757" PRESALE="mR"/>
<node TEXT="Не хватало: Шаблонов смет" ID="ID_16913093025473563636" PRESALE="T5"/>
<node TEXT="Хотелось: Автоматического медиаплана" ID="ID_4865496711197053189" PRESALE="Yf"/>
<node TEXT="Проблемы" ID="ID_16419429598779986380" FOLDED="true" PRESALE="fU.Mt">
<icon BUILTIN="messagebox_warning"/>
<node TEXT="Срыв срока КП" ID="ID_743865112201083869" FOLDED="true" PRESALE="IN.3u">
<node TEXT="Этап: Стратегия, медиаплан и смета" ID="ID_11757454775476082607" LINK="#ID_16615180093157554455" PRESALE="Mz"/>
<node TEXT="Причина: Поздний аудит" ID="ID_14645899202848764664" PRESALE="Db"/>
<node TEXT="Решение: Начинать аудит до решения" ID="ID_14659328623351222016" PRESALE="qY"/>
</node>
</node>
</node>
<node TEXT="Пилоты" ID="ID_15488266602584818920" POSITION="left" FOLDED="true" PRESALE="jk.P8">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Пилот с банком" ID="ID_430793262706164337" FOLDED="true" PRESALE="HC.u7">
<node TEXT="Вариант: Ключевой клиент" ID="ID_5083048494030468262" LINK="#ID_15503810328768038296" PRESALE="Vr"/>
<node TEXT="Начат: 01.09.2026" ID="ID_11336697699567752326" PRESALE="_L"/>
<node TEXT="Завершён: 20.09.2026" ID="ID_15537444576388733773" PRESALE="LJ"/>
<node TEXT="Отзывы: Клиент доволен скоростью" ID="ID_8844307469594736314" PRESALE="cS"/>
<node TEXT="Внесённые изменения: Добавили внутреннюю защиту" ID="ID_5142004112892887730" PRESALE="tR"/>
<node TEXT="Этапы" ID="ID_8709663822260086378" FOLDED="true" PRESALE="OQ.Rs">
<node TEXT="Квалификация и решение об участии: 2 дня" ID="ID_4179923475424864903" FOLDED="true" PRESALE="xp.b0">
<node TEXT="План: 1–2 дня" ID="ID_11910434624191685761" PRESALE="uu"/>
</node>
<node TEXT="Стратегия, медиаплан и смета: 6 дней" ID="ID_4177053750075801868" FOLDED="true" PRESALE="WT.Qk">
<node TEXT="План: 3–5 дней" ID="ID_1488241147785514822" PRESALE="W4"/>
<node TEXT="Результат: опоздали" ID="ID_9906440532450034639" PRESALE="HG">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Отзывы: Смету считали дважды" ID="ID_10117964777486773593" PRESALE="Dm"/>
</node>
</node>
</node>
</node>
<node TEXT="Согласование" ID="ID_7788215819295750471" POSITION="left" FOLDED="true" PRESALE="sJ.04">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Руководитель пресейла: Анна К." ID="ID_17335430715278778036" FOLDED="true" PRESALE="2o.vn">
<node TEXT="Дата: 20.10.2026" ID="ID_8350472460215186800" PRESALE="uX"/>
<node TEXT="Версия: 1.2.0" ID="ID_9718356575328291480" PRESALE="vp"/>
<node TEXT="Решение: согласовано" ID="ID_5094159647929372750" PRESALE="9N"/>
</node>
<node TEXT="Финансовый менеджер" ID="ID_17338300440627841071" FOLDED="true" PRESALE="2F.Xj">
<node TEXT="Дата: 01.10.2026" ID="ID_14085532326778125137" PRESALE="wi"/>
<node TEXT="Версия: 1.1.0" ID="ID_16086314745739429955" PRESALE="mL"/>
<node TEXT="Решение: отклонено" ID="ID_4497329058555774031" PRESALE="hs"/>
<node TEXT="Примечание: =1+1 нужна сноска" ID="ID_7549244299678938509" PRESALE="Zs"/>
</node>
</node>
<node TEXT="Ознакомление" ID="ID_16034893410954407226" POSITION="left" FOLDED="true" PRESALE="QF.dw">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Аккаунт-менеджер: Пётр С." ID="ID_9845417150710021271" FOLDED="true" PRESALE="6X.jD">
<node TEXT="Дата: 25.10.2026" ID="ID_12698235235173405449" PRESALE="LQ"/>
<node TEXT="Версия: 1.2.0" ID="ID_356353654429593787" PRESALE="vp"/>
</node>
</node>
<node TEXT="Лист изменений" ID="ID_14886459003652770483" POSITION="left" FOLDED="true" PRESALE="rq.FB">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="1.2.0" ID="ID_3137443797599726040" FOLDED="true" PRESALE="hE.xw">
<node TEXT="Дата: 20.10.2026" ID="ID_17471438792137954788" PRESALE="uX"/>
<node TEXT="Изменения" ID="ID_10680622742581096603" FOLDED="true" PRESALE="nb.1U">
<node TEXT="Добавлена внутренняя защита" ID="ID_16145176402603355088" PRESALE="OT"/>
<node TEXT="Уточнены сроки" ID="ID_16148046127952418123" PRESALE="x~"/>
</node>
<node TEXT="Автор: Анна К." ID="ID_3939191171764497809" PRESALE="Gm"/>
</node>
<node TEXT="1.0.0: Первая редакция" ID="ID_3140313522948789075" FOLDED="true" PRESALE="KK.Ku">
<node TEXT="Дата: 01.08.2026" ID="ID_11055364630530243333" PRESALE="c2"/>
<node TEXT="Автор: Анна К." ID="ID_476361671521783476" PRESALE="Gm"/>
</node>
</node>
<node TEXT="Конец" ID="ID_10107538429334990052" POSITION="left" PRESALE="C1">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
</node>
</node>
</map>

==== presale-book-general.mm
<map version="freeplane 1.6.0">
<attribute_registry SHOW_ATTRIBUTES="selected"/>
<node TEXT="Регламент пресейла" ID="ID_12638153115695167455" FOLDED="false" VGAP="32" COLOR="#ffffff" BACKGROUND_COLOR="#263238" STYLE="bubble" PRESALE="qC.lK 1 general presale-book">
<font NAME="SansSerif" SIZE="18" BOLD="true"/>
<node TEXT="Процесс" ID="ID_2834767369796997956" POSITION="right" PRESALE="QA.Oo">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Цель" ID="ID_5777554507426552253" PRESALE="pcc6">
<icon BUILTIN="flag-green"/>
<richcontent TYPE="NOTE">
<html>
<head/>
<body><p>Прозрачный путь <strong>от запроса клиента до подписанного договора</strong>:</p>
<ul>
<li>каждый знает, что делает и к какому сроку;</li>
<li>ни один запрос не теряется.</li>
</ul></body>
</html>
</richcontent>
</node>
<node TEXT="Результат: Подписанный договор или обоснованный отказ" ID="ID_4247175423041462887" PRESALE="10">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Срок: 12 дней" ID="ID_10021084399861166024" PRESALE="Uv">
<icon BUILTIN="hourglass"/>
</node>
</node>
<node TEXT="Получение запроса" ID="ID_4131259068088107563" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#ad1457" STYLE="bubble" PRESALE="gk.9N">
<edge COLOR="#ad1457" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<attribute NAME="Срок" VALUE="4 ч"/>
<attribute NAME="Ответственный" VALUE="Аккаунт-менеджер"/>
<attribute NAME="Информируется" VALUE="Руководитель пресейла"/>
<node TEXT="Срок: 4 ч" ID="ID_2300377811706496797" PRESALE="N7">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Аккаунт-менеджер" ID="ID_11263151184345022223" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="4g"/>
<node TEXT="Результат: Запрос в CRM" ID="ID_17882842019059319526" PRESALE="Pp">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Критерии качества этапа: Ответ клиенту в течение 4 часов" ID="ID_17936357559918208810" PRESALE="mF">
<icon BUILTIN="list"/>
</node>
<node TEXT="Рекомендации по улучшению процесса: Настроить автоответ" ID="ID_10338499822828199047" PRESALE="nT">
<icon BUILTIN="idea"/>
</node>
</node>
<node TEXT="Квалификация и решение об участии" ID="ID_15013798816441652187" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="D5.o4">
<edge COLOR="#1565c0" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="bookmark"/>
<icon BUILTIN="stop-sign"/>
<attribute NAME="Срок" VALUE="1–2 дня"/>
<attribute NAME="Ответственный" VALUE="Руководитель пресейла, Аккаунт-менеджер"/>
<attribute NAME="Консультирует" VALUE="Финансовый менеджер, Юрист"/>
<node TEXT="Срок: 1–2 дня" ID="ID_10263051371391693613" PRESALE="xe">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный" ID="ID_9394286862699400639" FOLDED="true" PRESALE="Ej.69">
<node TEXT="Руководитель пресейла" ID="ID_16570742854598026524" COLOR="#1565c0" LINK="#ID_2655630478123326250" PRESALE="FT"/>
<node TEXT="Аккаунт-менеджер" ID="ID_16573612579947089559" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="hV"/>
</node>
<node TEXT="Результат: Записанное решение об участии" ID="ID_6811574275358315958" PRESALE="fa">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Критерии качества этапа" ID="ID_7312239590552365786" FOLDED="true" PRESALE="50.mI">
<icon BUILTIN="list"/>
<node TEXT="Бриф заполнен: не менее 90% полей" ID="ID_5748473251401882679" PRESALE="tf"/>
<node TEXT="Решение принято: за 2 дня" ID="ID_5745603526052819644" PRESALE="Pu"/>
</node>
<node TEXT="Рекомендации по улучшению процесса" ID="ID_4671882258954879447" FOLDED="true" PRESALE="is.pE">
<icon BUILTIN="idea"/>
<node TEXT="Вести список стоп-факторов" ID="ID_4028196561720859652" PRESALE="uH"/>
<node TEXT="Раз в квартал пересматривать критерии отказа" ID="ID_4031066287069922687" PRESALE="EN"/>
</node>
<node TEXT="Потенциальные проблемы" ID="ID_2847568072281151313" FOLDED="true" PRESALE="QK.6w">
<icon BUILTIN="messagebox_warning"/>
<node TEXT="Клиент не раскрывает бюджет" ID="ID_14042242610523609954" PRESALE="IF"/>
<node TEXT="Бриф заполняет не тот, кто решает" ID="ID_14041286035407255609" PRESALE="LO"/>
</node>
</node>
<node TEXT="Аудит и анализ" ID="ID_5472610800271006901" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#6a1b9a" STYLE="bubble" PRESALE="wK.j0">
<edge COLOR="#6a1b9a" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-3"/>
<attribute NAME="Срок" VALUE="3 дня"/>
<attribute NAME="Ответственный" VALUE="Аналитик"/>
<attribute NAME="Консультирует" VALUE="Стратег"/>
<node TEXT="Срок: 3 дня" ID="ID_150172815427176063" PRESALE="7l">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Аналитик" ID="ID_484601446079936425" COLOR="#6a1b9a" LINK="#ID_16307297081485209618" PRESALE="aX"/>
<node TEXT="Результат: Отчёт об аудите" ID="ID_231849989564970940" PRESALE="NX">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Потенциальные проблемы: Клиент задерживает доступы" ID="ID_6253924841550264535" PRESALE="Eo">
<icon BUILTIN="messagebox_warning"/>
</node>
</node>
<node TEXT="Стратегия, медиаплан и смета" ID="ID_16615180093157554455" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#29702d" STYLE="bubble" PRESALE="7K.95">
<edge COLOR="#29702d" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-4"/>
<attribute NAME="Срок" VALUE="3–5 дней"/>
<attribute NAME="Ответственный" VALUE="Стратег"/>
<attribute NAME="Консультирует" VALUE="Аналитик, Финансовый менеджер"/>
<attribute NAME="Информируется" VALUE="Аккаунт-менеджер"/>
<node TEXT="Срок: 3–5 дней" ID="ID_17947278178283957729" PRESALE="ug">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Стратег" ID="ID_12509393063147475475" COLOR="#29702d" LINK="#ID_2052286776101048158" PRESALE="xx"/>
<node TEXT="Результат" ID="ID_16137578871851778058" FOLDED="true" PRESALE="gS.gL">
<icon BUILTIN="button_ok"/>
<node TEXT="Стратегия" ID="ID_6186747841268497959" PRESALE="cW"/>
<node TEXT="Медиаплан" ID="ID_6183878115919434924" PRESALE="~E"/>
<node TEXT="Смета" ID="ID_6184834691035789269" PRESALE="BG"/>
</node>
<node TEXT="Критерии качества этапа: Смета проверена финансовым менеджером" ID="ID_14598091285698540430" PRESALE="eb">
<icon BUILTIN="list"/>
</node>
</node>
<node TEXT="Внутренняя защита" ID="ID_1510281981686689884" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="T7.Ov">
<edge COLOR="#1565c0" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-5"/>
<attribute NAME="Срок" VALUE="1 день"/>
<attribute NAME="Ответственный" VALUE="Руководитель пресейла"/>
<node TEXT="Срок: 1 день" ID="ID_2644265549808669184" PRESALE="ng">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Руководитель пресейла" ID="ID_4681709171900617156" COLOR="#1565c0" LINK="#ID_2655630478123326250" PRESALE="UW"/>
<node TEXT="Результат: Согласованное КП" ID="ID_3304566966235765887" PRESALE="6q">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="Переговоры и договор" ID="ID_14636860944393380318" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#ad1457" STYLE="bubble" PRESALE="e2.uc">
<edge COLOR="#ad1457" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-6"/>
<attribute NAME="Срок" VALUE="5 дней"/>
<attribute NAME="Ответственный" VALUE="Аккаунт-менеджер"/>
<attribute NAME="Утверждает" VALUE="Руководитель пресейла"/>
<attribute NAME="Консультирует" VALUE="Юрист"/>
<node TEXT="Срок: 5 дней" ID="ID_15291837671739184250" PRESALE="45">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Аккаунт-менеджер" ID="ID_1222449857150352174" COLOR="#ad1457" LINK="#ID_7695368674332675093" PRESALE="4g"/>
<node TEXT="Утверждает: Руководитель пресейла" ID="ID_1907675981679030451" COLOR="#1565c0" LINK="#ID_2655630478123326250" PRESALE="VA"/>
<node TEXT="Результат: Подписанный договор" ID="ID_3253760181193994101" PRESALE="9w">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="Роли и ответственность" ID="ID_3074383160831264312" POSITION="left" PRESALE="Oq.cE">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Руководитель пресейла" ID="ID_2655630478123326250" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="FT">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
<node TEXT="Аккаунт-менеджер" ID="ID_7695368674332675093" COLOR="#ffffff" BACKGROUND_COLOR="#ad1457" STYLE="bubble" PRESALE="hV">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
<node TEXT="Стратег" ID="ID_2052286776101048158" COLOR="#ffffff" BACKGROUND_COLOR="#29702d" STYLE="bubble" PRESALE="D9">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
<node TEXT="Аналитик" ID="ID_16307297081485209618" COLOR="#ffffff" BACKGROUND_COLOR="#6a1b9a" STYLE="bubble" PRESALE="R4">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
<node TEXT="Финансовый менеджер" ID="ID_10150759440526368730" COLOR="#ffffff" BACKGROUND_COLOR="#a14b1b" STYLE="bubble" PRESALE="2F">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
<node TEXT="Юрист" ID="ID_4770839951105902312" COLOR="#ffffff" BACKGROUND_COLOR="#00695c" STYLE="bubble" PRESALE="6R">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
<node TEXT="Клиент" ID="ID_4392418359108023557" COLOR="#ffffff" BACKGROUND_COLOR="#5d4037" STYLE="bubble" PRESALE="fy">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
</node>
</node>
</map>

