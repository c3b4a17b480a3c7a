#compdef presale
# zsh completion for presale: the program itself lists the words that may stand at the cursor.
_presale() {
	local line
	local -a lines texts shown ending
	lines=("${(@f)$(${~words[1]} completion words -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
	case $lines[1] in
	files* | folders*)
		compset -P "${(b)lines[1]#*$'\t'}"
		[[ $lines[1] == folders* ]] && _files -/ || _files
		;;
	*)
		for line in "${(@)lines[2,-1]}"; do
			texts+=("${line%%$'\t'*}")
			shown+=("${line/$'\t'/  -- }")
		done
		[[ $texts[1] == *= ]] && ending=(-S '')
		[[ -n ${(M)lines:#*$'\t'*} ]] && ending+=(-l)
		compadd "${(@)ending}" -d shown -a -- texts
		;;
	esac
}
_presale "$@"
