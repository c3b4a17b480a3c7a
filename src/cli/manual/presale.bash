# bash completion for presale: the program itself lists the words that may stand at the cursor.
_presale() {
	local word line cut text glued= breaks= kind=
	local -a typed=()
	# Bash parts words at = and : as well; the program wants them whole and without quotes.
	for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
		case $word in
		\'* | \"*) word=${word#?} word=${word%[\'\"]} ;;
		*) word=${word//\\/} ;;
		esac
		if [[ ${#typed[@]} -gt 0 && ( $glued || $word =~ ^[=:]+$ ) ]]; then
			typed[${#typed[@]}-1]+=$word
		else
			typed+=("$word")
		fi
		[[ $word =~ ^[=:]+$ ]] && glued=1 || glued=
	done
	# What stands before the last of these stays on the line, and is no part of an answer.
	[[ $COMP_WORDBREAKS == *=* ]] && breaks+='='
	[[ $COMP_WORDBREAKS == *:* ]] && breaks+=':'
	text=${typed[${#typed[@]}-1]} cut=
	[[ $breaks && $text == *[$breaks]* ]] && cut=${text%"${text##*[$breaks]}"}
	while IFS= read -r line; do
		if [[ ! $kind ]]; then
			kind=${line%%$'\t'*}
		else
			text=${line%%$'\t'*}
			COMPREPLY+=("${text#"$cut"}")
		fi
	done < <("${1/#\~\//$HOME/}" completion words -- "${typed[@]}" 2>/dev/null)
	case $kind in
	files) compopt -o default ;;
	folders) compopt -o dirnames ;;
	esac
	for text in "${COMPREPLY[@]}"; do
		[[ $text == *= ]] && compopt -o nospace
		[[ $text == *[[:space:]\'\"\\\(\)\&\;]* ]] && compopt -o filenames
	done
} 2>/dev/null
complete -F _presale presale
