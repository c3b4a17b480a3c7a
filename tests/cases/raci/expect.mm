==== test-rolei-detailed.mm
<map version="freeplane 1.6.0">
<attribute_registry SHOW_ATTRIBUTES="selected"/>
<node TEXT="Тест ролей" ID="ID_12638153115695167455" FOLDED="false" VGAP="32" COLOR="#ffffff" BACKGROUND_COLOR="#263238" STYLE="bubble" PRESALE="ve.qC 1 detailed test-rolei">
<font NAME="SansSerif" SIZE="18" BOLD="true"/>
<node TEXT="Процесс" ID="ID_2834767369796997956" POSITION="right" PRESALE="QA.Yv">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Владелец: РП" ID="ID_385739967980807609" COLOR="#1565c0" LINK="#ID_3291336176767370271" PRESALE="Kz"/>
</node>
<node TEXT="Анализ" ID="ID_13022411125758960371" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#ad1457" STYLE="bubble" PRESALE="K3.MU">
<edge COLOR="#ad1457" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<attribute NAME="Срок" VALUE="5 дней"/>
<attribute NAME="Ответственный" VALUE="Аналитик"/>
<attribute NAME="Утверждает" VALUE="РП"/>
<attribute NAME="Консультирует" VALUE="Клиент"/>
<arrowlink DESTINATION="ID_17668295889750064504" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Срок: 5 дней" ID="ID_14904471053414824389" PRESALE="45">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Аналитик" ID="ID_12791298504322339639" COLOR="#ad1457" LINK="#ID_18194683039258420433" PRESALE="aX"/>
<node TEXT="Утверждает: РП" ID="ID_15126255770094671086" COLOR="#1565c0" LINK="#ID_3291336176767370271" PRESALE="X3"/>
<node TEXT="Консультирует: Клиент" ID="ID_2626091635127354720" COLOR="#6a1b9a" LINK="#ID_7748957366543067244" PRESALE="QL"/>
<node TEXT="Что делаем на этом этапе" ID="ID_15137084444881274098" PRESALE="F9.zz">
<node TEXT="1.1 Опрос" ID="ID_12030312777100049305" FOLDED="true" COLOR="#ad1457" PRESALE="rB.vR">
<attribute NAME="Роль" VALUE="Аналитик"/>
<attribute NAME="Утверждает" VALUE="РП"/>
<attribute NAME="Информируется" VALUE="Инженер"/>
<attribute NAME="Срок" VALUE="2 дня"/>
<arrowlink DESTINATION="ID_6537018527832573474" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль: Аналитик" ID="ID_17089330437419742655" COLOR="#ad1457" LINK="#ID_18194683039258420433" PRESALE="To"/>
<node TEXT="Утверждает: РП" ID="ID_14337866882804977728" COLOR="#1565c0" LINK="#ID_3291336176767370271" PRESALE="X3"/>
<node TEXT="Информируется: Инженер" ID="ID_9835031157281335111" COLOR="#29702d" LINK="#ID_16960820693780155417" PRESALE="vt"/>
<node TEXT="Срок: 2 дня" ID="ID_9881978699412783131" PRESALE="L~">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Результат: Список" ID="ID_367537466404465864" PRESALE="Wb">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="1.2 Разбор" ID="ID_6537018527832573474" FOLDED="true" COLOR="#29702d" PRESALE="_S.8K">
<attribute NAME="Роль" VALUE="Инженер"/>
<attribute NAME="Утверждает" VALUE="Аналитик"/>
<attribute NAME="Консультирует" VALUE=""/>
<arrowlink DESTINATION="ID_20918264625057788" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль: Инженер" ID="ID_8755540528764077702" COLOR="#29702d" LINK="#ID_16960820693780155417" PRESALE="k7"/>
<node TEXT="Утверждает: Аналитик" ID="ID_3332529993657214999" COLOR="#ad1457" LINK="#ID_18194683039258420433" PRESALE="Mc"/>
<node TEXT="Критерии: Без вопросов" ID="ID_1155895082120810457" PRESALE="u1">
<icon BUILTIN="list"/>
</node>
<node TEXT="Подшаги" ID="ID_12422339028818640843" PRESALE="3u.eA">
<node TEXT="1.2.1 Собрать" ID="ID_7815907513229247914" FOLDED="true" COLOR="#29702d" PRESALE="3F.OV">
<arrowlink DESTINATION="ID_1763916242670035598" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль: Инженер" ID="ID_7891268006416458046" COLOR="#29702d" LINK="#ID_16960820693780155417" PRESALE="k7"/>
</node>
<node TEXT="1.2.2 Сверить" ID="ID_1763916242670035598" FOLDED="true" COLOR="#ad1457" PRESALE="oO.oZ">
<attribute NAME="Роль" VALUE="Аналитик"/>
<attribute NAME="Консультирует" VALUE="РП"/>
<node TEXT="Роль: Аналитик" ID="ID_4087924539238713858" COLOR="#ad1457" LINK="#ID_18194683039258420433" PRESALE="To"/>
<node TEXT="Консультирует: РП" ID="ID_14500641134959900481" COLOR="#1565c0" LINK="#ID_3291336176767370271" PRESALE="XJ"/>
</node>
</node>
</node>
<node TEXT="1.3 Молчит" ID="ID_20918264625057788" FOLDED="true" COLOR="#1565c0" PRESALE="3S.d7">
<arrowlink DESTINATION="ID_4958387528367223862" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль: РП" ID="ID_15775754337082644524" COLOR="#1565c0" LINK="#ID_3291336176767370271" PRESALE="p_"/>
</node>
<node TEXT="1.4 Клиент смотрит" ID="ID_4958387528367223862" FOLDED="true" COLOR="#6a1b9a" PRESALE="As.RK">
<attribute NAME="Роль" VALUE="Клиент"/>
<node TEXT="Роль: Клиент" ID="ID_6213311779462557466" COLOR="#6a1b9a" LINK="#ID_7748957366543067244" PRESALE="RQ"/>
</node>
</node>
<node TEXT="Результат: Задание" ID="ID_15715195031958273326" PRESALE="zK">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Критерии качества этапа: За 5 дней" ID="ID_2187426522205746370" PRESALE="~A">
<icon BUILTIN="list"/>
</node>
</node>
<node TEXT="Сдача" ID="ID_17668295889750064504" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#29702d" STYLE="bubble" PRESALE="5g.o1">
<edge COLOR="#29702d" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<attribute NAME="Срок" VALUE="2 дня"/>
<attribute NAME="Ответственный" VALUE="Инженер, Аналитик"/>
<attribute NAME="Утверждает" VALUE="Аналитик"/>
<arrowlink DESTINATION="ID_7132503326589679900" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Срок: 2 дня" ID="ID_2403127711031235556" PRESALE="L~">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный" ID="ID_96516770424374168" FOLDED="true" PRESALE="Ej.Vf">
<node TEXT="Инженер" ID="ID_1861725490288816481" COLOR="#29702d" LINK="#ID_16960820693780155417" PRESALE="Bq"/>
<node TEXT="Аналитик" ID="ID_1862682065405170826" COLOR="#ad1457" LINK="#ID_18194683039258420433" PRESALE="R4"/>
</node>
<node TEXT="Утверждает: Аналитик" ID="ID_12534360986878685625" COLOR="#ad1457" LINK="#ID_18194683039258420433" PRESALE="Mc"/>
<node TEXT="Результат: Акт" ID="ID_18339923281146492883" PRESALE="1R">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Критерии качества этапа: За 2 дня" ID="ID_16213718382188961471" PRESALE="jJ">
<icon BUILTIN="list"/>
</node>
</node>
<node TEXT="Проверка" ID="ID_7132503326589679900" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#29702d" STYLE="bubble" PRESALE="6d.k5">
<edge COLOR="#29702d" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-3"/>
<attribute NAME="Срок" VALUE="1 день"/>
<attribute NAME="Ответственный" VALUE="Инженер"/>
<attribute NAME="Утверждает" VALUE="Инженер"/>
<arrowlink DESTINATION="ID_187800324771964861" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Срок: 1 день" ID="ID_3687251674863921984" PRESALE="ng">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Инженер" ID="ID_15950037214608266756" COLOR="#29702d" LINK="#ID_16960820693780155417" PRESALE="3~"/>
<node TEXT="Утверждает: Инженер" ID="ID_8619083037073311869" COLOR="#29702d" LINK="#ID_16960820693780155417" PRESALE="AJ"/>
<node TEXT="Результат: Отметка" ID="ID_16361698025982652607" PRESALE="WC">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Критерии качества этапа: За день" ID="ID_837384315953851643" PRESALE="7i">
<icon BUILTIN="list"/>
</node>
</node>
<node TEXT="Архив" ID="ID_187800324771964861" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="D0.8U">
<edge COLOR="#1565c0" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-4"/>
<attribute NAME="Срок" VALUE="1 день"/>
<attribute NAME="Утверждает" VALUE="РП"/>
<node TEXT="Срок: 1 день" ID="ID_5932374287928275655" PRESALE="ng">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Утверждает: РП" ID="ID_9151973893034180948" COLOR="#1565c0" LINK="#ID_3291336176767370271" PRESALE="X3"/>
<node TEXT="Результат: Папка" ID="ID_7228350599981598916" PRESALE="qg">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Критерии качества этапа: За 1 день" ID="ID_9509576329474228668" PRESALE="R4">
<icon BUILTIN="list"/>
</node>
</node>
<node TEXT="Роли и ответственность" ID="ID_3074383160831264312" POSITION="left" FOLDED="true" PRESALE="Oq.Yh">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="РП" ID="ID_3291336176767370271" FOLDED="true" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="ED.ar">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
<node TEXT="Основные обязанности: Ведёт проект" ID="ID_8847537741581505193" PRESALE="uZ"/>
</node>
<node TEXT="Аналитик" ID="ID_18194683039258420433" FOLDED="true" COLOR="#ffffff" BACKGROUND_COLOR="#ad1457" STYLE="bubble" PRESALE="R4.Kt">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
<node TEXT="Основные обязанности: Пишет" ID="ID_13367765166801895755" PRESALE="g3"/>
</node>
<node TEXT="Инженер" ID="ID_16960820693780155417" FOLDED="true" COLOR="#ffffff" BACKGROUND_COLOR="#29702d" STYLE="bubble" PRESALE="Bq.Y~">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
<node TEXT="Основные обязанности: Строит" ID="ID_7364614749241952339" PRESALE="4s"/>
</node>
<node TEXT="Клиент" ID="ID_7748957366543067244" FOLDED="true" COLOR="#ffffff" BACKGROUND_COLOR="#6a1b9a" STYLE="bubble" PRESALE="fy.zk">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
<node TEXT="Внешняя роль" ID="ID_1938233031486144801" PRESALE="xI"/>
</node>
</node>
</node>
</map>

==== test-rolei-general.mm
<map version="freeplane 1.6.0">
<attribute_registry SHOW_ATTRIBUTES="selected"/>
<node TEXT="Тест ролей" ID="ID_12638153115695167455" FOLDED="false" VGAP="32" COLOR="#ffffff" BACKGROUND_COLOR="#263238" STYLE="bubble" PRESALE="ve.DD 1 general test-rolei">
<font NAME="SansSerif" SIZE="18" BOLD="true"/>
<node TEXT="Анализ" ID="ID_13022411125758960371" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#ad1457" STYLE="bubble" PRESALE="K3.dN">
<edge COLOR="#ad1457" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<attribute NAME="Срок" VALUE="5 дней"/>
<attribute NAME="Ответственный" VALUE="Аналитик"/>
<attribute NAME="Утверждает" VALUE="РП"/>
<attribute NAME="Консультирует" VALUE="Клиент"/>
<node TEXT="Срок: 5 дней" ID="ID_14904471053414824389" PRESALE="45">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Аналитик" ID="ID_12791298504322339639" COLOR="#ad1457" LINK="#ID_18194683039258420433" PRESALE="aX"/>
<node TEXT="Утверждает: РП" ID="ID_15126255770094671086" COLOR="#1565c0" LINK="#ID_3291336176767370271" PRESALE="X3"/>
<node TEXT="Результат: Задание" ID="ID_15715195031958273326" PRESALE="zK">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Критерии качества этапа: За 5 дней" ID="ID_2187426522205746370" PRESALE="~A">
<icon BUILTIN="list"/>
</node>
</node>
<node TEXT="Сдача" ID="ID_17668295889750064504" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#29702d" STYLE="bubble" PRESALE="5g.o1">
<edge COLOR="#29702d" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<attribute NAME="Срок" VALUE="2 дня"/>
<attribute NAME="Ответственный" VALUE="Инженер, Аналитик"/>
<attribute NAME="Утверждает" VALUE="Аналитик"/>
<node TEXT="Срок: 2 дня" ID="ID_2403127711031235556" PRESALE="L~">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный" ID="ID_96516770424374168" FOLDED="true" PRESALE="Ej.Vf">
<node TEXT="Инженер" ID="ID_1861725490288816481" COLOR="#29702d" LINK="#ID_16960820693780155417" PRESALE="Bq"/>
<node TEXT="Аналитик" ID="ID_1862682065405170826" COLOR="#ad1457" LINK="#ID_18194683039258420433" PRESALE="R4"/>
</node>
<node TEXT="Утверждает: Аналитик" ID="ID_12534360986878685625" COLOR="#ad1457" LINK="#ID_18194683039258420433" PRESALE="Mc"/>
<node TEXT="Результат: Акт" ID="ID_18339923281146492883" PRESALE="1R">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Критерии качества этапа: За 2 дня" ID="ID_16213718382188961471" PRESALE="jJ">
<icon BUILTIN="list"/>
</node>
</node>
<node TEXT="Проверка" ID="ID_7132503326589679900" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#29702d" STYLE="bubble" PRESALE="6d.k5">
<edge COLOR="#29702d" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-3"/>
<attribute NAME="Срок" VALUE="1 день"/>
<attribute NAME="Ответственный" VALUE="Инженер"/>
<attribute NAME="Утверждает" VALUE="Инженер"/>
<node TEXT="Срок: 1 день" ID="ID_3687251674863921984" PRESALE="ng">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Инженер" ID="ID_15950037214608266756" COLOR="#29702d" LINK="#ID_16960820693780155417" PRESALE="3~"/>
<node TEXT="Утверждает: Инженер" ID="ID_8619083037073311869" COLOR="#29702d" LINK="#ID_16960820693780155417" PRESALE="AJ"/>
<node TEXT="Результат: Отметка" ID="ID_16361698025982652607" PRESALE="WC">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Критерии качества этапа: За день" ID="ID_837384315953851643" PRESALE="7i">
<icon BUILTIN="list"/>
</node>
</node>
<node TEXT="Архив" ID="ID_187800324771964861" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="D0.8U">
<edge COLOR="#1565c0" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-4"/>
<attribute NAME="Срок" VALUE="1 день"/>
<attribute NAME="Утверждает" VALUE="РП"/>
<node TEXT="Срок: 1 день" ID="ID_5932374287928275655" PRESALE="ng">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Утверждает: РП" ID="ID_9151973893034180948" COLOR="#1565c0" LINK="#ID_3291336176767370271" PRESALE="X3"/>
<node TEXT="Результат: Папка" ID="ID_7228350599981598916" PRESALE="qg">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Критерии качества этапа: За 1 день" ID="ID_9509576329474228668" PRESALE="R4">
<icon BUILTIN="list"/>
</node>
</node>
<node TEXT="Роли и ответственность" ID="ID_3074383160831264312" POSITION="left" PRESALE="Oq.Yh">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="РП" ID="ID_3291336176767370271" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="ED">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
<node TEXT="Аналитик" ID="ID_18194683039258420433" COLOR="#ffffff" BACKGROUND_COLOR="#ad1457" STYLE="bubble" PRESALE="R4">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
<node TEXT="Инженер" ID="ID_16960820693780155417" COLOR="#ffffff" BACKGROUND_COLOR="#29702d" STYLE="bubble" PRESALE="Bq">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
<node TEXT="Клиент" ID="ID_7748957366543067244" COLOR="#ffffff" BACKGROUND_COLOR="#6a1b9a" STYLE="bubble" PRESALE="fy">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
</node>
</node>
</map>

