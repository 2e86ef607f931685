"""help() without an argument: asks for names and shows what is known about them, until an empty line, `q` or the end of the input."""

import sys

WELCOME = '''The name of anything imported or built in shows what there is to know about it:
abs, str.join, asyncio.gather. `modules` lists the modules that come along,
`keywords` the words of the language; `q` or an empty line ends this.
'''


def converse():
    print(WELCOME)
    while True:
        try:
            request = input('help> ').strip()
        except (EOFError, KeyboardInterrupt):
            print()
            return
        if request in ('', 'q', 'quit', 'exit', 'quit()', 'exit()'):
            return
        answer(request)


def answer(request):
    if request.startswith('help(') and request.endswith(')'):
        request = request[5:-1].strip()
    request = request.strip('"\'')
    if request == 'modules':
        show_list(sorted({name for name in sys._frozen_names() if '.' not in name and name[0] != '_'}
                         .union(name for name in sys.builtin_module_names if name[0] != '_')))
    elif request == 'keywords':
        import keyword
        show_list(keyword.kwlist)
    else:
        describe(request)


def describe(name):
    from _help_pages import page, show
    import keyword
    if keyword.iskeyword(name) and name not in ('None', 'True', 'False'):
        print(f'{name} is a keyword of the language; help is about objects.\n')
        return
    try:
        show(page(name))
    except ImportError as error:
        print(error)
    print()


def show_list(words):
    """The words in columns that are read downwards."""
    import shutil
    width = max(map(len, words)) + 2
    columns = max(1, (shutil.get_terminal_size().columns - 1) // width)
    rows = -(-len(words) // columns)
    for row in range(rows):
        print(''.join(word.ljust(width) for word in words[row::rows]).rstrip())
    print()
