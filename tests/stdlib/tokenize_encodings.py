import tokenize, io, token
print(tokenize.TokenInfo(1,'a',(1,0),(1,1),'a'))
for src in [b'\xef\xbb\xbf# coding: utf-8\nx', b'# -*- coding: latin-1 -*-\nx=1', b'# coding: nope\n', b'\xef\xbb\xbf# coding: latin-1\n', b'\n# coding: utf8\n', b'x\n# coding: latin-1\n', b'\xff\n', b'']:
    try: print(tokenize.detect_encoding(io.BytesIO(src).readline))
    except SyntaxError as e: print(e)
print(token.tok_name[token.OP], token.ISTERMINAL(3), token.ISNONTERMINAL(300), token.ISEOF(0))
t=list(tokenize.generate_tokens(io.StringIO('a  =   f"x{y!r:>{w}}z{{}}" \\\n + 1 # c\nif x:\n   y\n').readline))
print(repr(tokenize.untokenize(t))); print(repr(tokenize.untokenize([x[:2] for x in t])))
try: tokenize.untokenize([t[3], t[0]])
except ValueError as e: print(e)
print([x.exact_type for x in t][:5], len(tokenize.single_quoted), sorted(tokenize._all_string_prefixes()))
