# fish completion for presale: the program itself lists the words that may stand at the cursor.
function __presale_words
	set -l typed (commandline -opc) (commandline -ct)
	set -l program (string replace -r '^~/' "$HOME/" -- $typed[1])
	set -l words (string unescape -- $typed[2..-1])
	set -l lines ($program completion words -- $words 2>/dev/null)
	set -l kind (string split \t -- $lines[1])
	set -l rest (string sub -s (math (string length -- "$kind[2]") + 1) -- "$words[-1]")
	switch "$kind[1]"
		case files
			string replace -r '^' -- "$kind[2]" (__fish_complete_path $rest)
		case folders
			string replace -r '^' -- "$kind[2]" (__fish_complete_directories $rest '')
		case '*'
			printf '%s\n' $lines[2..-1]
	end
end
complete -c presale -f -a '(__presale_words)'
