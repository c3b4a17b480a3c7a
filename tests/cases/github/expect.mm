==== podkliuchenie-abonenta-detailed.mm
<map version="freeplane 1.6.0">
<attribute_registry SHOW_ATTRIBUTES="selected"/>
<node TEXT="Подключение абонента" ID="ID_12638153115695167455" FOLDED="false" VGAP="32" COLOR="#ffffff" BACKGROUND_COLOR="#263238" STYLE="bubble" PRESALE="AY.4O 1 detailed podkliuchenie-abonenta">
<font NAME="SansSerif" SIZE="18" BOLD="true"/>
<node TEXT="Процесс" ID="ID_2834767369796997956" POSITION="right" PRESALE="QA.G~">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Владелец: Менеджер" ID="ID_385739967980807609" COLOR="#1565c0" LINK="#ID_11976198172735416921" PRESALE="iJ"/>
<node TEXT="Цель: Срок был ~~10~~ 5 дней, теперь ~3 дня; см. https://example.org/регламент_2.html." ID="ID_5777554507426552253" PRESALE="oS">
<icon BUILTIN="flag-green"/>
</node>
</node>
<node TEXT="Приём заявки" ID="ID_3587918601609615307" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="n9.Hq">
<edge COLOR="#1565c0" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<attribute NAME="Срок" VALUE="5 дней"/>
<attribute NAME="Ответственный" VALUE="Менеджер"/>
<arrowlink DESTINATION="ID_7132503326589679900" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Описание" ID="ID_10464395892729334141" LINK="https://example.org/a" PRESALE="WZla">
<richcontent TYPE="NOTE">
<html>
<head/>
<body><p>Тарифы</p>
<div class="scroll" tabindex="0">
<table>
<thead>
<tr>
<th>Тариф</th><th class="right">Цена, руб.</th><th class="center">СЛА</th><th>Что входит</th>
</tr>
</thead>
<tbody>
<tr>
<td>Базовый</td><td class="right"><s>900</s> 800</td><td class="center">3 дня</td><td>Линия, <code>a|b</code></td>
</tr>
<tr>
<td>Деловой</td><td class="right">2 500</td><td class="center"></td><td>Линия, <strong>СЛА</strong> | <a href="https://example.org/a">договор</a></td>
</tr>
</tbody>
</table>
</div>
<ul>
<li><span class="box">☑</span> Паспорт</li>
<li><span class="box">☐</span> Договор
<ol>
<li><span class="box">☐</span> Приложение, см. [x]</li>
<li>[x] не задача</li>
</ol>
</li>
</ul>
<blockquote>
<div class="scroll" tabindex="0">
<table>
<thead>
<tr>
<th>Кому</th><th>Когда</th>
</tr>
</thead>
<tbody>
<tr>
<td>клиенту</td><td>сразу</td>
</tr>
</tbody>
</table>
</div>
</blockquote></body>
</html>
</richcontent>
</node>
<node TEXT="Срок: 5 дней" ID="ID_7609995612428318205" PRESALE="45">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Менеджер" ID="ID_12479646513418574191" COLOR="#1565c0" LINK="#ID_11976198172735416921" PRESALE="Sc"/>
<node TEXT="Что делаем на этом этапе" ID="ID_15692531290198309994" PRESALE="F9.dW">
<node TEXT="1.1 Позвонить" ID="ID_8007287584358549809" FOLDED="true" COLOR="#1565c0" PRESALE="Ep.9p">
<node TEXT="Роль: Менеджер" ID="ID_12934431734234299047" COLOR="#1565c0" LINK="#ID_11976198172735416921" PRESALE="aM"/>
<node TEXT="Результат" ID="ID_10400520437973968544" FOLDED="true" PRESALE="gS.H~">
<icon BUILTIN="button_ok"/>
<node TEXT="~~Отказ~~ Согласие" ID="ID_13943973059925998969" PRESALE="FF"/>
<node TEXT="Да | нет" ID="ID_13944929635042353314" PRESALE="Wb"/>
</node>
</node>
</node>
<node TEXT="Результат" ID="ID_8633715961430526918" PRESALE="gSwP">
<icon BUILTIN="button_ok"/>
<richcontent TYPE="NOTE">
<html>
<head/>
<body><div class="scroll" tabindex="0">
<table>
<thead>
<tr>
<th>Документ</th><th>Где</th>
</tr>
</thead>
<tbody>
<tr>
<td>Договор</td><td><a href="https://example.org/d">https://example.org/d</a></td>
</tr>
</tbody>
</table>
</div></body>
</html>
</richcontent>
</node>
<node TEXT="Критерии качества этапа: Ответ за день: ~~90~~ 95% заявок" ID="ID_11272818392293886730" PRESALE="t2">
<icon BUILTIN="list"/>
</node>
</node>
<node TEXT="Проверка" ID="ID_7132503326589679900" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="6d.fm">
<edge COLOR="#1565c0" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<attribute NAME="Срок" VALUE="1 день"/>
<attribute NAME="Ответственный" VALUE="Менеджер"/>
<node TEXT="Срок: 1 день" ID="ID_3687251674863921984" PRESALE="ng">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Менеджер" ID="ID_15950037214608266756" COLOR="#1565c0" LINK="#ID_11976198172735416921" PRESALE="Sc"/>
<node TEXT="Результат" ID="ID_16361698025982652607" FOLDED="true" PRESALE="gS.XB">
<icon BUILTIN="button_ok"/>
<node TEXT="• Документ: Акт …" ID="ID_17279498828150212124" PRESALE="ur9R">
<richcontent TYPE="NOTE">
<html>
<head/>
<body><div class="scroll" tabindex="0">
<table>
<thead>
<tr>
<th>Документ</th><th>Где</th>
</tr>
</thead>
<tbody>
<tr>
<td>Акт</td><td>в папке</td>
</tr>
</tbody>
</table>
</div></body>
</html>
</richcontent>
</node>
<node TEXT="☑ подпись" ID="ID_17282368553499275159" PRESALE="WE"/>
<node TEXT="Письмо" ID="ID_17281411978382920814" PRESALE="NT"/>
</node>
<node TEXT="Критерии качества этапа: Ответ за день: 95% заявок" ID="ID_837384315953851643" PRESALE="By">
<icon BUILTIN="list"/>
</node>
</node>
<node TEXT="Роли и ответственность" ID="ID_3074383160831264312" POSITION="left" FOLDED="true" PRESALE="Oq.JI">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Менеджер" ID="ID_11976198172735416921" FOLDED="true" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="9E.QV">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
<node TEXT="Основные обязанности: Отвечает на письма в sales@example.org" ID="ID_290195586822561043" PRESALE="t4"/>
</node>
</node>
<node TEXT="Глоссарий" ID="ID_10467879927381057233" POSITION="left" FOLDED="true" PRESALE="jE.tV">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="СЛА: Срок ответа, описан на www.example.org/sla" ID="ID_8128304231102274749" PRESALE="nL"/>
</node>
</node>
</map>

==== podkliuchenie-abonenta-general.mm
<map version="freeplane 1.6.0">
<attribute_registry SHOW_ATTRIBUTES="selected"/>
<node TEXT="Подключение абонента" ID="ID_12638153115695167455" FOLDED="false" VGAP="32" COLOR="#ffffff" BACKGROUND_COLOR="#263238" STYLE="bubble" PRESALE="AY.1u 1 general podkliuchenie-abonenta">
<font NAME="SansSerif" SIZE="18" BOLD="true"/>
<node TEXT="Процесс" ID="ID_2834767369796997956" POSITION="right" PRESALE="QA.q1">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Цель: Срок был ~~10~~ 5 дней, теперь ~3 дня; см. https://example.org/регламент_2.html." ID="ID_5777554507426552253" PRESALE="oS">
<icon BUILTIN="flag-green"/>
</node>
</node>
<node TEXT="Приём заявки" ID="ID_3587918601609615307" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="n9.4U">
<edge COLOR="#1565c0" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<attribute NAME="Срок" VALUE="5 дней"/>
<attribute NAME="Ответственный" VALUE="Менеджер"/>
<node TEXT="Срок: 5 дней" ID="ID_7609995612428318205" PRESALE="45">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Менеджер" ID="ID_12479646513418574191" COLOR="#1565c0" LINK="#ID_11976198172735416921" PRESALE="Sc"/>
<node TEXT="Результат" ID="ID_8633715961430526918" PRESALE="gSwP">
<icon BUILTIN="button_ok"/>
<richcontent TYPE="NOTE">
<html>
<head/>
<body><div class="scroll" tabindex="0">
<table>
<thead>
<tr>
<th>Документ</th><th>Где</th>
</tr>
</thead>
<tbody>
<tr>
<td>Договор</td><td><a href="https://example.org/d">https://example.org/d</a></td>
</tr>
</tbody>
</table>
</div></body>
</html>
</richcontent>
</node>
<node TEXT="Критерии качества этапа: Ответ за день: ~~90~~ 95% заявок" ID="ID_11272818392293886730" PRESALE="t2">
<icon BUILTIN="list"/>
</node>
</node>
<node TEXT="Проверка" ID="ID_7132503326589679900" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="6d.fm">
<edge COLOR="#1565c0" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<attribute NAME="Срок" VALUE="1 день"/>
<attribute NAME="Ответственный" VALUE="Менеджер"/>
<node TEXT="Срок: 1 день" ID="ID_3687251674863921984" PRESALE="ng">
<icon BUILTIN="hourglass"/>
</node>
<node TEXT="Ответственный: Менеджер" ID="ID_15950037214608266756" COLOR="#1565c0" LINK="#ID_11976198172735416921" PRESALE="Sc"/>
<node TEXT="Результат" ID="ID_16361698025982652607" FOLDED="true" PRESALE="gS.XB">
<icon BUILTIN="button_ok"/>
<node TEXT="• Документ: Акт …" ID="ID_17279498828150212124" PRESALE="ur9R">
<richcontent TYPE="NOTE">
<html>
<head/>
<body><div class="scroll" tabindex="0">
<table>
<thead>
<tr>
<th>Документ</th><th>Где</th>
</tr>
</thead>
<tbody>
<tr>
<td>Акт</td><td>в папке</td>
</tr>
</tbody>
</table>
</div></body>
</html>
</richcontent>
</node>
<node TEXT="☑ подпись" ID="ID_17282368553499275159" PRESALE="WE"/>
<node TEXT="Письмо" ID="ID_17281411978382920814" PRESALE="NT"/>
</node>
<node TEXT="Критерии качества этапа: Ответ за день: 95% заявок" ID="ID_837384315953851643" PRESALE="By">
<icon BUILTIN="list"/>
</node>
</node>
<node TEXT="Роли и ответственность" ID="ID_3074383160831264312" POSITION="left" PRESALE="Oq.JI">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Менеджер" ID="ID_11976198172735416921" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="9E">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
</node>
</node>
</map>

