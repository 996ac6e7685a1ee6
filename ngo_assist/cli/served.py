"""A model in a server of another program: `--model server` or `--model server:NAME`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ngo_assist.drafting.instructions import LANGUAGES as DRAFTED_LANGUAGES
from ngo_assist.i18n.labels import LANGUAGE
from ngo_assist.llm import servers
from ngo_assist.llm.servers import Choice, ServedModel
from ngo_assist.messages import UserError, msg

if TYPE_CHECKING:
    from ngo_assist.application.settings import Settings
    from ngo_assist.cli.call import Call


def served_model(call: Call, name: str, language: str) -> ServedModel:
    """Return the model that is meant, and warn, each time, where what people wrote leaves the computer.

    Raises `UserError` where no server has it, or where the plan's language has no instructions.
    """
    if language not in DRAFTED_LANGUAGES:
        raise UserError(
            msg(
                "the model “{name}” cannot write the plan's language, {language}",
                name=name,
                language=LANGUAGE.get(language, language),
            ),
            "",
            msg("Use the rubric's words: {command}", command="--model none"),
        )
    model = servers.resolve(name, choice(call))
    if model.warning:
        call.note(call.t(model.warning))
    return model


def choice(call: Call) -> Choice:
    """Return the server that the settings name; a yes on the command line counts too.

    Raises `UserError` where the settings cannot be read: what they say of the server is then not known.
    """
    from ngo_assist.application.settings import SettingsFile

    file = SettingsFile.read()
    if file.error is not None:
        todo = msg("Put it right there, or delete the file to have the usual settings.")
        raise UserError(file.error.what, file.error.where, todo) from file.error
    settings = file.settings
    elsewhere = settings.server_elsewhere or bool(call.values.get("server_elsewhere"))
    return Choice(settings.server, settings.server_model, elsewhere)


def the_settings() -> Settings:
    """Return what is remembered; a broken file gives the usual settings."""
    from ngo_assist.application.settings import SettingsFile

    return SettingsFile.read().settings
