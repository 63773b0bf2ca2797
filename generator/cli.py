"""Commands: arguments in, one call, a report out."""

from __future__ import annotations

import gc
import locale
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.build import build
from generator.computer import processors
from generator.disk import FolderDisk, code_fingerprint
from generator.progress import progress_line
from generator.survey import PUBLISHED, Progress, Result

FINE, CONTENT_ERRORS, WRONG_CALL, NOT_POSSIBLE, ALARMS = 0, 1, 2, 3, 4
"""Exit codes; documented in README.md."""


def find_project(start: Path) -> Path | None:
    """The nearest folder upward that holds content/site.yaml."""
    for folder in (start, *start.parents):
        if (folder / "content" / "site.yaml").is_file():
            return folder
    return None


def default_language() -> str:
    """Swedish for people whose computer speaks Swedish, else English."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    if not named and sys.platform == "win32":
        named = locale.getlocale()[0] or ""
    return "sv" if named.lower().startswith(("sv", "swedish")) else "en"


def now() -> datetime:
    """The moment a build is for: what is to be published by then is shown. Nothing else depends on it.

    SOURCE_DATE_EPOCH (seconds since 1970) names another.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        translate = translator_of(click.get_current_context())
        message = translate("SOURCE_DATE_EPOCH is {value}. It must be a whole number: seconds since 1970.")
        raise click.UsageError(message.format(value=epoch)) from None


class Commands(click.Group):
    """Commands that end in one sentence when the system refuses something."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command. A mistake of ours still shows where it was made."""
        try:
            return super().invoke(context)
        except (click.exceptions.Exit, click.ClickException, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            from generator.refusals import told

            sentence = told(error, PUBLISHED.store, translator_of(context))
            if sentence is None:
                raise
        click.echo(sentence, err=True)
        context.exit(NOT_POSSIBLE)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pulsen")
@click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the site. Without it: this folder, or the nearest one above that is a site.",
)
@click.option("--language", type=click.Choice(["sv", "en"]), help="Language of messages: Swedish or English.")
@click.pass_context
def main(context: click.Context, project: Path | None, language: str | None) -> None:
    """Pulsen turns Markdown stories into a multilingual website.

    Write stories in content/, see them with `pulsen serve`, publish with `pulsen build`.
    """
    context.obj = {"project": project, "language": language or default_language()}


def translator_of(context: click.Context) -> Callable[[str], str]:
    """Messages in the language that was asked for."""
    from generator import report

    return report.translator(context.obj["language"])


def disk_of(context: click.Context) -> FolderDisk:
    """The project's disk."""
    found = find_project((context.obj["project"] or Path.cwd()).resolve())
    if found is None:
        translate = translator_of(context)
        raise click.UsageError(
            translate(
                "There is no content/site.yaml here or above. "
                "Go to the folder of your site, or say --project FOLDER."
            )
        )
    return FolderDisk(found)


_workers = click.option(
    "--workers",
    envvar="PULSEN_WORKERS",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that read and render at the same time; one per processor unless told.",
)


@main.command("build")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
@_workers
@click.pass_context
def build_command(context: click.Context, as_json: bool, workers: int | None) -> None:
    """Make the website in build/site. Only what changed is made again."""
    target = replace(PUBLISHED, workers=workers or processors())
    _run(context, as_json, lambda disk, progress: build(disk, now(), code_fingerprint(), target, progress))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
@_workers
@click.pass_context
def check(context: click.Context, as_json: bool, workers: int | None) -> None:
    """Look for mistakes in all stories without publishing anything."""
    from generator.survey import survey_of

    target = replace(PUBLISHED, workers=workers or processors())
    _run(context, as_json, lambda disk, progress: survey_of(disk, now(), target, progress).result)


def _run(
    context: click.Context, as_json: bool, work: Callable[[FolderDisk, Progress | None], Result]
) -> None:
    """Do one build or check and report on it."""
    from generator import report

    disk = disk_of(context)
    translate = translator_of(context)
    started = time.monotonic()
    # A build makes millions of values that live to its end; looking for cycles among them again and again
    # took 4.3 of 16.9 CPU s of one story's edit among 20,000 pages.
    gc.set_threshold(200_000, 50, 100)
    result = work(disk, None if as_json else progress_line())
    if as_json:
        click.echo(report.result_as_json(result, translate))
    else:
        for problem in result.problems:
            if os.environ.get("GITHUB_ACTIONS") == "true":
                click.echo(report.as_annotation(problem, translate))
            else:
                click.echo(report.as_text(problem, translate, disk.line), err=True)
        click.echo(report.summary(result, time.monotonic() - started, translate))
    context.exit(CONTENT_ERRORS if result.errors else ALARMS if result.alarms else FINE)


@main.command()
@click.argument("url")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
@click.pass_context
def why(context: click.Context, url: str, as_json: bool) -> None:
    """Say why the page at URL was made the last time, and why it would be made again now.

    URL is a path such as /sv/platser/karnan/ or a whole address.
    """
    import json
    from urllib.parse import unquote, urlsplit

    from generator.indexing.addresses import output_of
    from generator.survey import why as why_made

    translate = translator_of(context)
    output = output_of(unquote(urlsplit(url).path) or "/")
    found = why_made(disk_of(context), now(), code_fingerprint(), output, PUBLISHED)
    if found is None:
        unknown = translate("{output}: there is no such page, or the site has not been built yet.")
        click.echo(unknown.format(output=output), err=True)
        context.exit(CONTENT_ERRORS)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    click.echo(found["output"])
    reasons = ", ".join(found["made_because"])
    click.echo(translate("Made the last time because of: {reasons}").format(reasons=reasons))
    reasons = ", ".join(found["stale_because"])
    now_because = (
        translate("Would be made now because of: {reasons}") if reasons else translate("It is up to date.")
    )
    click.echo(now_because.format(reasons=reasons))
    click.echo(translate("It looked at this ({count}):").format(count=len(found["looked_at"])))
    for key in found["looked_at"]:
        click.echo(f"  {key}")


@main.command()
@click.option("--port", default=8000, show_default=True, help="First port to try.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in your browser.")
@click.pass_context
def serve(context: click.Context, port: int, open_browser: bool) -> None:
    """Show the site while you write; it is made again at every change. Drafts are shown."""
    from generator.serve import serve as run

    run(disk_of(context), port, open_browser, translator_of(context), click.echo)


@main.command()
@click.argument("kind")
@click.argument("title")
@click.option("--in", "tag", help="Language of the story; without it the site's source language.")
@click.option("--key", help="Short name of the file; without it made from the title.")
@click.pass_context
def new(context: click.Context, kind: str, title: str, tag: str | None, key: str | None) -> None:
    """Begin a story: a file with every field of its KIND explained.

    For example: pulsen new place "Tågaborgs torn"
    """
    from generator.new import CannotBeginError, begin_story

    try:
        path = begin_story(disk_of(context), kind, title, tag, key, context.obj["language"], now().date())
    except CannotBeginError as error:
        click.echo(translator_of(context)(error.message).format_map(error.values), err=True)
        context.exit(WRONG_CALL)
    click.echo(path)


@main.group()
def translations() -> None:
    """Care for translations."""


@translations.command()
@click.argument("story", required=False)
@click.argument("tag", required=False)
@click.option("--all", "everything", is_flag=True, help="Accept every translation that is out of date.")
@click.pass_context
def accept(context: click.Context, story: str | None, tag: str | None, everything: bool) -> None:
    """Say that translations are up to date with their source.

    For example: pulsen translations accept places/karnan en
    """
    from generator.translations import accept as accept_all

    if not story and not everything:
        translate = translator_of(context)
        raise click.UsageError(translate("Name a story such as places/karnan, or say --all."))
    for path in accept_all(disk_of(context), now(), story, tag):
        click.echo(path)


@main.command()
@click.option("--update", is_flag=True, help="Bring the catalogues of the site's theme up to date first.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
@click.pass_context
def words(context: click.Context, update: bool, as_json: bool) -> None:
    """Say which words of the interface are missing, unused or uncertain in each language.

    --update adds what is missing, for you to translate, and sets aside what is not used any more.
    """
    from generator import report
    from generator.interface_words import interface_words

    disk, translate = disk_of(context), translator_of(context)
    found = interface_words(disk, update=update)
    if as_json:
        click.echo(report.words_as_json(found, translate))
    else:
        for problem in found.problems:
            click.echo(report.as_text(problem, translate, disk.line), err=True)
        click.echo(report.words_as_text(found, translate))
    context.exit(FINE if found.complete else CONTENT_ERRORS)


@main.command()
@click.pass_context
def clean(context: click.Context) -> None:
    """Remove what was built: the site, the preview, what was remembered. Nothing you wrote is touched."""
    disk_of(context).clear("build")
    click.echo("build/")
