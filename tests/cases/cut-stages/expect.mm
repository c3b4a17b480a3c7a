==== cut.roles-detailed.mm
<map version="freeplane 1.6.0">
<attribute_registry SHOW_ATTRIBUTES="selected"/>
<node TEXT="Cut – Roles only" ID="ID_12638153115695167455" FOLDED="false" VGAP="32" COLOR="#ffffff" BACKGROUND_COLOR="#263238" STYLE="bubble">
<font NAME="SansSerif" SIZE="18" BOLD="true"/>
<node TEXT="Process" ID="ID_2834767369796997956" POSITION="right">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Goal: Kept goal" ID="ID_5777554507426552253">
<icon BUILTIN="flag-green"/>
</node>
<node TEXT="Deadline: 3 days" ID="ID_10021084399861166024">
<icon BUILTIN="hourglass"/>
</node>
</node>
<node TEXT="Variants" ID="ID_2459619252693638747" POSITION="right" FOLDED="true">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Key" ID="ID_9939318779138929242"/>
</node>
<node TEXT="Roles and responsibility" ID="ID_3074383160831264312" POSITION="right" FOLDED="true">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Lead" ID="ID_2655630478123326250" FOLDED="true" COLOR="#ffffff" BACKGROUND_COLOR="#c62828" STYLE="bubble">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
<node TEXT="Main duties: Kept duty" ID="ID_1581121979252465994"/>
</node>
<node TEXT="Help" ID="ID_13955512063146252993" FOLDED="true" COLOR="#ffffff" BACKGROUND_COLOR="#ad1457" STYLE="bubble">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
<node TEXT="Deputy: Lead" ID="ID_16788496791980902370" COLOR="#c62828" LINK="#ID_2655630478123326250"/>
<node TEXT="Main duties: Kept help" ID="ID_9683468646488958907"/>
</node>
</node>
<node TEXT="Glossary" ID="ID_10467879927381057233" POSITION="left" FOLDED="true">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Brief: Kept term" ID="ID_15870948117691522927"/>
</node>
<node TEXT="Materials: Kept material" ID="ID_11974010349133210961" POSITION="left" LINK="https://example.org">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
</node>
<node TEXT="Pilots" ID="ID_15488266602584818920" POSITION="left" FOLDED="true">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Kept pilot" ID="ID_430793262706164337"/>
</node>
</node>
</map>

==== cut.roles-general.mm
<map version="freeplane 1.6.0">
<attribute_registry SHOW_ATTRIBUTES="selected"/>
<node TEXT="Cut – Roles only" ID="ID_12638153115695167455" FOLDED="false" VGAP="32" COLOR="#ffffff" BACKGROUND_COLOR="#263238" STYLE="bubble">
<font NAME="SansSerif" SIZE="18" BOLD="true"/>
<node TEXT="Process" ID="ID_2834767369796997956" POSITION="right">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Goal: Kept goal" ID="ID_5777554507426552253">
<icon BUILTIN="flag-green"/>
</node>
<node TEXT="Deadline: 3 days" ID="ID_10021084399861166024">
<icon BUILTIN="hourglass"/>
</node>
</node>
<node TEXT="Roles and responsibility" ID="ID_3074383160831264312" POSITION="left">
<edge COLOR="#78909c" STYLE="bezier" WIDTH="2"/>
<font NAME="SansSerif" SIZE="14"/>
<node TEXT="Lead" ID="ID_2655630478123326250" COLOR="#ffffff" BACKGROUND_COLOR="#c62828" STYLE="bubble">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
<node TEXT="Help" ID="ID_13955512063146252993" COLOR="#ffffff" BACKGROUND_COLOR="#ad1457" STYLE="bubble">
<font NAME="SansSerif" SIZE="12" BOLD="true"/>
</node>
</node>
</node>
</map>

