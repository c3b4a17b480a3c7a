==== html-odd-names-detailed.mm
<map version="freeplane 1.6.0">
<attribute_registry SHOW_ATTRIBUTES="selected"/>
<node ID="ID_12638153115695167455" FOLDED="false" VGAP="32" COLOR="#ffffff" BACKGROUND_COLOR="#263238" STYLE="bubble" PRESALE="Ui.QX 1 detailed html-odd-names">
<richcontent TYPE="NODE">
<html>
<head/>
<body><p>&lt;html&gt;&quot;odd&quot; names</p></body>
</html>
</richcontent>
<font NAME="SansSerif" SIZE="18" BOLD="true"/>
<node TEXT="=1+1" FORMAT="NO_FORMAT" ID="ID_2875352902773503131" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="og.2Z">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<arrowlink DESTINATION="ID_16469107661412786651" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Описание" ID="ID_9327696313192696909" PRESALE="WZ7t">
<richcontent TYPE="NOTE">
<html>
<head/>
<body><p>​=2+2</p>
<p>is no formula</p>
<p>in a note</p></body>
</html>
</richcontent>
</node>
<node TEXT="Что делаем на этом этапе" ID="ID_16030085302330202362" PRESALE="F9.kF">
<node TEXT="1.1 =1+1" ID="ID_4833165329178483641" PRESALE="og">
<arrowlink DESTINATION="ID_11204620554816530680" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="1.2 =1+1!" ID="ID_11204620554816530680" FOLDED="true" COLOR="#1565c0" PRESALE="1E.eT">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_6452447607759132760" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_14895623857573425654" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="\latex x" FORMAT="NO_FORMAT" ID="ID_16469107661412786651" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="zB.qr">
<edge COLOR="#1565c0" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<attribute NAME="Ответственный" VALUE="​=r &lt;x&gt;"/>
<arrowlink DESTINATION="ID_5310564335763525424" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<arrowlink DESTINATION="ID_10107538429334990052" COLOR="#1565c0" STARTARROW="None" ENDARROW="Default" MIDDLE_LABEL="​=if"/>
<node TEXT="Ответственный: =r &lt;x&gt;" ID="ID_8430753639736785855" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="GQ"/>
<node TEXT="Что делаем на этом этапе" ID="ID_9644072595926095546" PRESALE="F9.jX">
<node TEXT="2.1 \latex x" ID="ID_13281556459716394809" FOLDED="true" COLOR="#1565c0" PRESALE="zB.nN">
<arrowlink DESTINATION="ID_17284596093292451960" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_17005265632941419167" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
<node TEXT="2.2 \latex x!" ID="ID_17284596093292451960" FOLDED="true" COLOR="#1565c0" PRESALE="JH.GE">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_15282820741317654232" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_2692451482239946678" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
<node TEXT="Исходы" ID="ID_17479091895375849418" FOLDED="true" PRESALE="Ka.F~">
<icon BUILTIN="help"/>
<node TEXT="=if → Конец" FORMAT="NO_FORMAT" ID="ID_5978777715052972903" LINK="#ID_10107538429334990052" PRESALE="oS"/>
</node>
</node>
<node ID="ID_5310564335763525424" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="yj.N2">
<richcontent TYPE="NODE">
<html>
<head/>
<body><p>&lt;html&gt;&lt;b&gt;x&lt;/b&gt;</p></body>
</html>
</richcontent>
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-3"/>
<arrowlink DESTINATION="ID_18279573605176315813" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_10195798336329458761" PRESALE="F9.3A">
<node TEXT="3.1 &lt;html&gt;&lt;b&gt;x&lt;/b&gt;" ID="ID_10093045269656088905" PRESALE="yj">
<arrowlink DESTINATION="ID_7801918100537037480" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="3.2 &lt;html&gt;&lt;b&gt;x&lt;/b&gt;!" ID="ID_7801918100537037480" FOLDED="true" COLOR="#1565c0" PRESALE="7G.X5">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_4787875857320913608" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_2163540298853479307" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="&lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot; 'too'" ID="ID_18279573605176315813" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="xv.de">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-4"/>
<arrowlink DESTINATION="ID_2941591048239760428" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_17296204947954794876" PRESALE="F9.lc">
<node TEXT="4.1 &lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot; 'too'" ID="ID_9613147025744359513" PRESALE="xv">
<arrowlink DESTINATION="ID_5236100113440356120" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="4.2 &lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot; 'too'!" ID="ID_5236100113440356120" FOLDED="true" COLOR="#1565c0" PRESALE="Q9.AD">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_10780117550919001272" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_6099818430326146700" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="two&#10;lines" ID="ID_2941591048239760428" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Ru.T~">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-5"/>
<arrowlink DESTINATION="ID_10560726945789701863" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_3131036909335091733" PRESALE="F9.nn">
<node TEXT="5.1 two&#10;lines" ID="ID_14151048318206224623" PRESALE="Ru">
<arrowlink DESTINATION="ID_881661693558644842" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="5.2 two&#10;lines!" ID="ID_881661693558644842" FOLDED="true" COLOR="#1565c0" PRESALE="SN.ni">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_1111575139832790654" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_15938138872110266671" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="`code` *x* _y_ [z](w)" ID="ID_10560726945789701863" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="eo.Di">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-6"/>
<arrowlink DESTINATION="ID_16041431276332466373" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_3873684708095234518" PRESALE="F9.p1">
<node TEXT="6.1 `code` *x* _y_ [z](w)" ID="ID_7449926831726715813" PRESALE="eo">
<arrowlink DESTINATION="ID_3359012073037234700" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="6.2 `code` *x* _y_ [z](w)!" ID="ID_3359012073037234700" FOLDED="true" COLOR="#1565c0" PRESALE="CK.pP">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_12565992057098657532" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_2524924075834502714" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="- item" ID="ID_16041431276332466373" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="0J.MX">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-7"/>
<arrowlink DESTINATION="ID_1369304573295136862" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_12057773872143080028" PRESALE="F9.Zf">
<node TEXT="7.1 - item" ID="ID_14503748201736371153" PRESALE="0J">
<arrowlink DESTINATION="ID_16952455723425495744" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="7.2 - item!" ID="ID_16952455723425495744" FOLDED="true" COLOR="#1565c0" PRESALE="2I.sw">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_16038563998949239536" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_206148629982565868" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="# head" ID="ID_1369304573295136862" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Tu.6o">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-8"/>
<arrowlink DESTINATION="ID_13260966728254700552" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_6788941222384112983" PRESALE="F9.eV">
<node TEXT="8.1 # head" ID="ID_7525502676514414825" PRESALE="Tu">
<arrowlink DESTINATION="ID_3308300995762986568" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="8.2 # head!" ID="ID_3308300995762986568" FOLDED="true" COLOR="#1565c0" PRESALE="qe.s4">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_13802374827041534376" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_15115126653054809845" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="1. first" ID="ID_13260966728254700552" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="bu.cU">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-9"/>
<arrowlink DESTINATION="ID_9889094310386536712" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_12720230783724061121" PRESALE="F9.IG">
<node TEXT="9.1 1. first" ID="ID_6738776699265991455" PRESALE="bu">
<arrowlink DESTINATION="ID_14567979972867316858" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="9.2 1. first!" ID="ID_14567979972867316858" FOLDED="true" COLOR="#1565c0" PRESALE="oK.y_">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_4469584385290813326" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_16928615346280742979" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="* star" ID="ID_9889094310386536712" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Mr.DD">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-0"/>
<arrowlink DESTINATION="ID_16958320375894804691" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_4059212174136504001" PRESALE="F9.Xh">
<node TEXT="10.1 * star" ID="ID_3301629016704733661" PRESALE="Mr">
<arrowlink DESTINATION="ID_2704148276956157556" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="10.2 * star!" ID="ID_2704148276956157556" FOLDED="true" COLOR="#1565c0" PRESALE="yM.AD">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_1250282231935118292" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_3040389571896899395" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="2026-11-01" ID="ID_16958320375894804691" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="O6.R3">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-1"/>
<arrowlink DESTINATION="ID_9321159740048149425" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_16159397513356006674" PRESALE="F9.bv">
<node TEXT="11.1 2026-11-01" ID="ID_8560269683474202017" PRESALE="O6">
<arrowlink DESTINATION="ID_7960147030413578032" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="11.2 2026-11-01!" ID="ID_7960147030413578032" FOLDED="true" COLOR="#1565c0" PRESALE="7R.VA">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_5308524910051575648" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_16147756831277609422" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="1.10" ID="ID_9321159740048149425" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Mb.4x">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-2"/>
<arrowlink DESTINATION="ID_2811296139847263672" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_11348972625733710984" PRESALE="F9.2M">
<node TEXT="12.1 1.10" ID="ID_1014573901011772177" PRESALE="Mb">
<arrowlink DESTINATION="ID_10904444886684124160" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="12.2 1.10!" ID="ID_10904444886684124160" FOLDED="true" COLOR="#1565c0" PRESALE="EJ.y_">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_11633942722945087920" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_4600553961541421600" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="😀 👩‍👩‍👧 family" ID="ID_2811296139847263672" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="1J.q9">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-3"/>
<arrowlink DESTINATION="ID_3491646624394346880" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_653994490530165937" PRESALE="F9.dW">
<node TEXT="13.1 😀 👩‍👩‍👧 family" ID="ID_1530202070904381369" PRESALE="1J">
<arrowlink DESTINATION="ID_13942235812793650424" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="13.2 😀 👩‍👩‍👧 family!" ID="ID_13942235812793650424" FOLDED="true" COLOR="#1565c0" PRESALE="cy.ZH">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_299160574533174360" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_9018651078761846931" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="‮عربي" ID="ID_3491646624394346880" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="jg.xA">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-4"/>
<arrowlink DESTINATION="ID_5227966149947187753" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_11220504270964525657" PRESALE="F9.4l">
<node TEXT="14.1 ‮عربي" ID="ID_8066427020428005563" PRESALE="jg">
<arrowlink DESTINATION="ID_6674773749128336350" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="14.2 ‮عربي!" ID="ID_6674773749128336350" FOLDED="true" COLOR="#1565c0" PRESALE="j3.dS">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_12551632119790418514" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_6324843783100843387" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="end" ID="ID_5227966149947187753" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="WD._G">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-5"/>
<arrowlink DESTINATION="ID_14984420833735378384" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_12086958794341160000" PRESALE="F9.td">
<node TEXT="15.1 end" ID="ID_13351458177576028657" PRESALE="WD">
<arrowlink DESTINATION="ID_17745501114702090976" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="15.2 end!" ID="ID_17745501114702090976" FOLDED="true" COLOR="#1565c0" PRESALE="V1.mL">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_9549582851238545744" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_8613749456843040312" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="tab&#9;here" ID="ID_14984420833735378384" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="5Y.t4">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-6"/>
<arrowlink DESTINATION="ID_15279978206518289240" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_11196292716360212137" PRESALE="F9.kh">
<node TEXT="16.1 tab&#9;here" ID="ID_10076378633476784793" PRESALE="5Y">
<arrowlink DESTINATION="ID_3940885308580963160" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="16.2 tab&#9;here!" ID="ID_3940885308580963160" FOLDED="true" COLOR="#1565c0" PRESALE="WI.hp">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_9569463773029735800" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_10051085367433748587" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="a | b {c} ((d)) [[e]] ::f::" ID="ID_15279978206518289240" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="0c.XU">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-7"/>
<arrowlink DESTINATION="ID_2573888391306335678" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_18037488944803815697" PRESALE="F9.1X">
<node TEXT="17.1 a | b {c} ((d)) [[e]] ::f::" ID="ID_16886065896519663811" PRESALE="0c">
<arrowlink DESTINATION="ID_10156826873438903574" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="17.2 a | b {c} ((d)) [[e]] ::f::!" ID="ID_10156826873438903574" FOLDED="true" COLOR="#1565c0" PRESALE="O6.kL">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_13531330351677546170" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_13980540391490307187" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="~~x~~ $y$ %%" ID="ID_2573888391306335678" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="D5.dy">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-8"/>
<arrowlink DESTINATION="ID_15030084508907559496" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_12918630151408012791" PRESALE="F9.v1">
<node TEXT="18.1 ~~x~~ $y$ %%" ID="ID_8923386371691217615" PRESALE="D5">
<arrowlink DESTINATION="ID_17461996230829147338" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="18.2 ~~x~~ $y$ %%!" ID="ID_17461996230829147338" FOLDED="true" COLOR="#1565c0" PRESALE="ds.i6">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_1239972674375352734" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_2439477177790135061" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="'=quoted" FORMAT="NO_FORMAT" ID="ID_15030084508907559496" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Ml.SD">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-9"/>
<arrowlink DESTINATION="ID_9902842275180343367" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_15938779795381320065" PRESALE="F9.Sg">
<node TEXT="19.1 '=quoted" ID="ID_5666282512672667001" PRESALE="Ml">
<arrowlink DESTINATION="ID_10344249938442078392" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="19.2 '=quoted!" ID="ID_10344249938442078392" FOLDED="true" COLOR="#1565c0" PRESALE="SL.nq">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_5616337492137903000" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_7837648802429779971" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="&amp;amp; &amp;#10; %20" ID="ID_9902842275180343367" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Pk.dN">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-0"/>
<arrowlink DESTINATION="ID_14322217667189579565" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_5505182246743647862" PRESALE="F9.qz">
<node TEXT="20.1 &amp;amp; &amp;#10; %20" ID="ID_14310712646334490589" PRESALE="Pk">
<arrowlink DESTINATION="ID_10953008017193999476" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="20.2 &amp;amp; &amp;#10; %20!" ID="ID_10953008017193999476" FOLDED="true" COLOR="#1565c0" PRESALE="mW.Da">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_10291404373264252372" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_390855908582183514" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="«Ёлка» – №5" ID="ID_14322217667189579565" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="K8.5j">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-1"/>
<arrowlink DESTINATION="ID_2756008216470991109" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_4099381400042013540" PRESALE="F9.mZ">
<node TEXT="21.1 «Ёлка» – №5" ID="ID_18413588183096644105" PRESALE="K8">
<arrowlink DESTINATION="ID_9458779958718189928" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="21.2 «Ёлка» – №5!" ID="ID_9458779958718189928" FOLDED="true" COLOR="#1565c0" PRESALE="He.k2">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_14682139652349396232" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_13931031346990327764" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="left side" ID="ID_2756008216470991109" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="OJ.CP">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-2"/>
<arrowlink DESTINATION="ID_15176713363892854295" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_2284043431935078428" PRESALE="F9.Wi">
<node TEXT="22.1 left side" ID="ID_17201096105478965913" PRESALE="OJ">
<arrowlink DESTINATION="ID_15333000850556644184" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="22.2 left side!" ID="ID_15333000850556644184" FOLDED="true" COLOR="#1565c0" PRESALE="tR.Uq">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_8536741343257654648" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_9191941428958881708" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="@endmindmap" ID="ID_15176713363892854295" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Rf.t0">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-3"/>
<arrowlink DESTINATION="ID_16541578388161848669" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_2209417554243521542" PRESALE="F9.3c">
<node TEXT="23.1 @endmindmap" ID="ID_4701946583876475685" PRESALE="Rf">
<arrowlink DESTINATION="ID_12037440387205162380" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="23.2 @endmindmap!" ID="ID_12037440387205162380" FOLDED="true" COLOR="#1565c0" PRESALE="BY.ca">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_1019465882296572284" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_17536942718357415690" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT=": many;" ID="ID_16541578388161848669" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Wd.iL">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-4"/>
<arrowlink DESTINATION="ID_2626500022705824653" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_6106450487764027092" PRESALE="F9.3l">
<node TEXT="24.1 : many;" ID="ID_13059803501279285705" PRESALE="Wd">
<arrowlink DESTINATION="ID_3510760968811300648" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="24.2 : many;!" ID="ID_3510760968811300648" FOLDED="true" COLOR="#1565c0" PRESALE="BX.0o">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_17895298216132360264" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_11776959551545231780" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="--- x" ID="ID_2626500022705824653" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="OS.5p">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-5"/>
<arrowlink DESTINATION="ID_3512691276954142470" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_5514783901025026308" PRESALE="F9.NY">
<node TEXT="25.1 --- x" ID="ID_4035173897849182676" PRESALE="OS">
<arrowlink DESTINATION="ID_5648902998680556633" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="25.2 --- x!" ID="ID_5648902998680556633" FOLDED="true" COLOR="#1565c0" PRESALE="wr.pB">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_10112506948346562815" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_7504755525316655604" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="\n \&quot;" FORMAT="NO_FORMAT" ID="ID_3512691276954142470" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="08.oL">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-6"/>
<arrowlink DESTINATION="ID_1853664081352876698" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_14051636256893127871" PRESALE="F9.FJ">
<node TEXT="26.1 \n \&quot;" ID="ID_515513596194133339" PRESALE="08">
<arrowlink DESTINATION="ID_13024440197831294078" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="26.2 \n \&quot;!" ID="ID_13024440197831294078" FOLDED="true" COLOR="#1565c0" PRESALE="UT.4n">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_8477213752326874930" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_423716432508518909" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="_ under" ID="ID_1853664081352876698" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="DS.jw">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-7"/>
<arrowlink DESTINATION="ID_6988377418607128982" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_18229400135362416963" PRESALE="F9.hm">
<node TEXT="27.1 _ under" ID="ID_16475857943546839707" PRESALE="DS">
<arrowlink DESTINATION="ID_16586597858118695870" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="27.2 _ under!" ID="ID_16586597858118695870" FOLDED="true" COLOR="#1565c0" PRESALE="JZ.rX">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_8793137628895292658" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_12633071781332685369" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="**two" ID="ID_6988377418607128982" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Il.wN">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-8"/>
<arrowlink DESTINATION="ID_2625543447589470308" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_17083220250160097743" PRESALE="F9.B6">
<node TEXT="28.1 **two" ID="ID_1163653556381514899" PRESALE="Il">
<arrowlink DESTINATION="ID_16565965203209256006" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="28.2 **two!" ID="ID_16565965203209256006" FOLDED="true" COLOR="#1565c0" PRESALE="aT.gs">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_11549444855645711594" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_4962432464198197869" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="!x" ID="ID_2625543447589470308" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="rI.we">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-9"/>
<arrowlink DESTINATION="ID_3561476607888214065" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_879972804372895821" PRESALE="F9.Jv">
<node TEXT="29.1 !x" ID="ID_13754380990890615559" PRESALE="rI">
<arrowlink DESTINATION="ID_11307016364864450738" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="29.2 !x!" ID="ID_11307016364864450738" FOLDED="true" COLOR="#1565c0" PRESALE="Rh.bx">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_17201040765184070550" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_10997231143792466375" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="-1-" ID="ID_3561476607888214065" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="cg.Cn">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-3"/>
<icon BUILTIN="full-0"/>
<arrowlink DESTINATION="ID_2624586872473115963" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
<node TEXT="Что делаем на этом этапе" ID="ID_6655241908379577608" PRESALE="F9.l5">
<node TEXT="30.1 -1-" ID="ID_10989481940626725393" PRESALE="cg">
<arrowlink DESTINATION="ID_14456396895890002688" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="30.2 -1-!" ID="ID_14456396895890002688" FOLDED="true" COLOR="#1565c0" PRESALE="Cz.aE">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_5910051298975696560" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_6126746186671590304" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="+" ID="ID_2624586872473115963" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="79.E6">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-3"/>
<icon BUILTIN="full-1"/>
<node TEXT="Что делаем на этом этапе" ID="ID_686840029413216090" PRESALE="F9.8F">
<node TEXT="31.1 +" ID="ID_7250688485882722054" PRESALE="79">
<arrowlink DESTINATION="ID_13054686777562245607" COLOR="#cfd8dc" STARTARROW="None" ENDARROW="Default"/>
</node>
<node TEXT="31.2 +!" ID="ID_13054686777562245607" FOLDED="true" COLOR="#1565c0" PRESALE="sA.En">
<attribute NAME="Роль" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Роль: =r &lt;x&gt;" ID="ID_4212535367075715145" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="FC"/>
</node>
</node>
<node TEXT="Результат: x" ID="ID_12953612736189799894" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="Роли и ответственность" ID="ID_3074383160831264312" POSITION="left" FOLDED="true" PRESALE="Oq.V3">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="=r &lt;x&gt;" FORMAT="NO_FORMAT" ID="ID_14163572969172948330" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="Zf">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
</node>
<node TEXT="Конец" ID="ID_10107538429334990052" POSITION="left" PRESALE="C1">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
</node>
</node>
</map>

==== html-odd-names-general.mm
<map version="freeplane 1.6.0">
<attribute_registry SHOW_ATTRIBUTES="selected"/>
<node ID="ID_12638153115695167455" FOLDED="false" VGAP="32" COLOR="#ffffff" BACKGROUND_COLOR="#263238" STYLE="bubble" PRESALE="Ui.5U 1 general html-odd-names">
<richcontent TYPE="NODE">
<html>
<head/>
<body><p>&lt;html&gt;&quot;odd&quot; names</p></body>
</html>
</richcontent>
<font NAME="SansSerif" SIZE="18" BOLD="true"/>
<node TEXT="=1+1" FORMAT="NO_FORMAT" ID="ID_2875352902773503131" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="og.J3">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<node TEXT="Результат: x" ID="ID_14895623857573425654" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="\latex x" FORMAT="NO_FORMAT" ID="ID_16469107661412786651" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="zB.m_">
<edge COLOR="#1565c0" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<attribute NAME="Ответственный" VALUE="​=r &lt;x&gt;"/>
<node TEXT="Ответственный: =r &lt;x&gt;" ID="ID_8430753639736785855" COLOR="#1565c0" LINK="#ID_14163572969172948330" PRESALE="GQ"/>
<node TEXT="Результат: x" ID="ID_2692451482239946678" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node ID="ID_5310564335763525424" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="yj.Nh">
<richcontent TYPE="NODE">
<html>
<head/>
<body><p>&lt;html&gt;&lt;b&gt;x&lt;/b&gt;</p></body>
</html>
</richcontent>
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-3"/>
<node TEXT="Результат: x" ID="ID_2163540298853479307" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="&lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot; 'too'" ID="ID_18279573605176315813" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="xv.kC">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-4"/>
<node TEXT="Результат: x" ID="ID_6099818430326146700" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="two&#10;lines" ID="ID_2941591048239760428" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Ru.Rr">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-5"/>
<node TEXT="Результат: x" ID="ID_15938138872110266671" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="`code` *x* _y_ [z](w)" ID="ID_10560726945789701863" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="eo.sP">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-6"/>
<node TEXT="Результат: x" ID="ID_2524924075834502714" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="- item" ID="ID_16041431276332466373" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="0J.SU">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-7"/>
<node TEXT="Результат: x" ID="ID_206148629982565868" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="# head" ID="ID_1369304573295136862" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Tu.Y~">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-8"/>
<node TEXT="Результат: x" ID="ID_15115126653054809845" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="1. first" ID="ID_13260966728254700552" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="bu.jB">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-9"/>
<node TEXT="Результат: x" ID="ID_16928615346280742979" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="* star" ID="ID_9889094310386536712" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Mr.4E">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-0"/>
<node TEXT="Результат: x" ID="ID_3040389571896899395" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="2026-11-01" ID="ID_16958320375894804691" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="O6.Xw">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-1"/>
<node TEXT="Результат: x" ID="ID_16147756831277609422" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="1.10" ID="ID_9321159740048149425" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Mb.Nx">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-2"/>
<node TEXT="Результат: x" ID="ID_4600553961541421600" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="😀 👩‍👩‍👧 family" ID="ID_2811296139847263672" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="1J.Jy">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-3"/>
<node TEXT="Результат: x" ID="ID_9018651078761846931" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="‮عربي" ID="ID_3491646624394346880" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="jg.9y">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-4"/>
<node TEXT="Результат: x" ID="ID_6324843783100843387" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="end" ID="ID_5227966149947187753" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="WD.qa">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-5"/>
<node TEXT="Результат: x" ID="ID_8613749456843040312" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="tab&#9;here" ID="ID_14984420833735378384" POSITION="right" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="5Y.rB">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-6"/>
<node TEXT="Результат: x" ID="ID_10051085367433748587" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="a | b {c} ((d)) [[e]] ::f::" ID="ID_15279978206518289240" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="0c.A8">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-7"/>
<node TEXT="Результат: x" ID="ID_13980540391490307187" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="~~x~~ $y$ %%" ID="ID_2573888391306335678" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="D5.xb">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-8"/>
<node TEXT="Результат: x" ID="ID_2439477177790135061" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="'=quoted" FORMAT="NO_FORMAT" ID="ID_15030084508907559496" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Ml.uD">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="full-9"/>
<node TEXT="Результат: x" ID="ID_7837648802429779971" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="&amp;amp; &amp;#10; %20" ID="ID_9902842275180343367" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Pk.mc">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-0"/>
<node TEXT="Результат: x" ID="ID_390855908582183514" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="«Ёлка» – №5" ID="ID_14322217667189579565" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="K8.52">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-1"/>
<node TEXT="Результат: x" ID="ID_13931031346990327764" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="left side" ID="ID_2756008216470991109" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="OJ.GA">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-2"/>
<node TEXT="Результат: x" ID="ID_9191941428958881708" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="@endmindmap" ID="ID_15176713363892854295" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Rf.F~">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-3"/>
<node TEXT="Результат: x" ID="ID_17536942718357415690" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT=": many;" ID="ID_16541578388161848669" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Wd.7v">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-4"/>
<node TEXT="Результат: x" ID="ID_11776959551545231780" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="--- x" ID="ID_2626500022705824653" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="OS.SX">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-5"/>
<node TEXT="Результат: x" ID="ID_7504755525316655604" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="\n \&quot;" FORMAT="NO_FORMAT" ID="ID_3512691276954142470" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="08.aj">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-6"/>
<node TEXT="Результат: x" ID="ID_423716432508518909" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="_ under" ID="ID_1853664081352876698" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="DS.AH">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-7"/>
<node TEXT="Результат: x" ID="ID_12633071781332685369" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="**two" ID="ID_6988377418607128982" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="Il.mQ">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-8"/>
<node TEXT="Результат: x" ID="ID_4962432464198197869" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="!x" ID="ID_2625543447589470308" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="rI.E2">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-2"/>
<icon BUILTIN="full-9"/>
<node TEXT="Результат: x" ID="ID_10997231143792466375" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="-1-" ID="ID_3561476607888214065" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="cg.Uu">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-3"/>
<icon BUILTIN="full-0"/>
<node TEXT="Результат: x" ID="ID_6126746186671590304" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="+" ID="ID_2624586872473115963" POSITION="left" COLOR="#ffffff" BACKGROUND_COLOR="#455a64" STYLE="bubble" PRESALE="79.5J">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14" BOLD="true"/>
<icon BUILTIN="full-3"/>
<icon BUILTIN="full-1"/>
<node TEXT="Результат: x" ID="ID_12953612736189799894" PRESALE="GH">
<icon BUILTIN="button_ok"/>
</node>
</node>
<node TEXT="Роли и ответственность" ID="ID_3074383160831264312" POSITION="left" PRESALE="Oq.V3">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="=r &lt;x&gt;" FORMAT="NO_FORMAT" ID="ID_14163572969172948330" COLOR="#ffffff" BACKGROUND_COLOR="#1565c0" STYLE="bubble" PRESALE="Zf">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
</node>
</node>
</map>

