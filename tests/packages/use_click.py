import click
from click.testing import CliRunner


@click.group()
@click.option("--debug/--no-debug", default=False, help="Talk more.")
@click.pass_context
def cli(ctx, debug):
    """A tool that does things."""
    ctx.obj = debug


@cli.command()
@click.argument("name")
@click.option("--count", "-c", default=1, show_default=True, type=click.IntRange(1, 5), help="How often.")
@click.option("--mode", type=click.Choice(["soft", "loud"]), default="soft")
@click.pass_obj
def hello(debug, name, count, mode):
    """Greets NAME."""
    for _ in range(count):
        click.echo(f"{name} {mode} {debug}")
    click.secho("done", fg="green")


@cli.command()
@click.option("--password", prompt=True, hide_input=True)
def login(password):
    click.echo(len(password))


runner = CliRunner()
for args, text in ((["--help"], None), (["hello", "--help"], None), (["hello", "Bob", "-c", "2"], None), (["--debug", "hello", "X", "--mode", "loud"], None),
                   (["hello"], None), (["hello", "x", "-c", "9"], None), (["nope"], None), (["hello", "x", "--mode", "z"], None), (["login"], "secret\n")):
    result = runner.invoke(cli, args, input=text)
    print(args, result.exit_code)
    print(result.output)
