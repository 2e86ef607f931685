#compdef moray
# zsh completion for moray.
_arguments -S \
    '(-m)-c[run a text]:program text:' \
    '(-c)-m[run a module]:module:(asyncio json.tool timeit unittest)' \
    '-i[a prompt afterwards]' \
    '-I[isolated from the environment]' \
    '-O[no assert statements]' \
    '-OO[no docstrings either]' \
    '-P[no unsafe path in sys.path]' \
    '-q[no version message]' \
    '-u[write what is printed at once]' \
    '-v[verbose]' \
    '-W+[control of warnings]:action:(default error ignore always module once)' \
    '-X+[option of the implementation]:option:(dev)' \
    '--tokens[list the tokens]' \
    '--ast[list the syntax tree]' \
    '--dis[list the instructions]' \
    '(- *)'{-h,--help}'[help]' \
    '(- *)'{-V,--version}'[version]' \
    '1:program:_files -g "*.py"' \
    '*:argument:_files'
