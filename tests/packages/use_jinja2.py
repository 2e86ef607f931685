from jinja2 import Environment, DictLoader, StrictUndefined, TemplateSyntaxError, UndefinedError
from markupsafe import Markup, escape

env = Environment(loader=DictLoader({
    "base": "<h1>{% block title %}Base{% endblock %}</h1>{% block body %}{% endblock %}",
    "page": "{% extends 'base' %}{% block title %}{{ super() }}: {{ title|upper }}{% endblock %}"
            "{% block body %}{% for u in users if u.ok %}{{ loop.index }}/{{ loop.length }} {{ u.name|e }}{{ ', ' if not loop.last }}{% else %}none{% endfor %}{% endblock %}",
    "mac": "{% macro f(a, b='x') %}[{{ a }}-{{ b }}]{% endmacro %}{{ f(1) }}{{ f(2, b=3) }}{% set n = namespace(t=0) %}{% for i in range(4) %}{% set n.t = n.t + i %}{% endfor %}{{ n.t }}",
}), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
print(env.get_template("page").render(title="<x>", users=[{"name": "A&B", "ok": 1}, {"name": "C", "ok": 0}, {"name": "D", "ok": 2}]))
print(env.get_template("page").render(title="t", users=[]))
print(env.get_template("mac").render())
print(env.from_string("{{ [3,1,2]|sort|join('-') }} {{ 'abc'|replace('b','X') }} {{ 3.14159|round(2) }} {{ x is defined }} {{ 'a b'|title }} {{ {'k': [1, 2]}.k[1] }} {{ 7 // 2 ** 2 }}").render())
for text in ("{% if %}", "{{ a.b }}", "{% for x in y %}", "{{ nothere }}"):
    try:
        print(env.from_string(text).render())
    except (TemplateSyntaxError, UndefinedError) as e:
        print(type(e).__name__, e)
print(Markup("<b>%s</b>") % "<i>", escape("a<b"), Markup("<em>x</em>").striptags())
