# bash completion for moray: options, modules after -m, files.
_moray()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    case $before in
    -c) return ;;
    -m) COMPREPLY=($(compgen -W 'asyncio json.tool timeit unittest' -- "$word")) && return ;;
    -W) COMPREPLY=($(compgen -W 'default error ignore always module once' -- "$word")) && return ;;
    -X) COMPREPLY=($(compgen -W 'dev' -- "$word")) && return ;;
    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W '-c -h -i -I -m -O -OO -P -q -u -v -V -W -X --help --version --tokens --ast --dis' -- "$word"))
    else
        COMPREPLY=($(compgen -f -X '!*.py' -- "$word") $(compgen -d -- "$word"))
    fi
}
complete -o filenames -F _moray moray
