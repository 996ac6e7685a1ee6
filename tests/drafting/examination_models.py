"""A model of random weights that speaks in the words of the examination, of one language."""

from __future__ import annotations

from pathlib import Path

from ngo_assist.drafting.brief import action_brief
from ngo_assist.drafting.examination.paper import exam
from tests.llm.random_model import write_random_model

WORDS_MOST, LETTERS_MOST = 600, 12


def random_model(path: Path, *languages: str, seed: int = 1) -> Path:
    """Write one that knows words of the briefs in `languages`."""
    said: list[str] = []
    for language in languages:
        of = exam(language)
        for action in of.plan.actions:
            brief = action_brief("first_step", action, of.plan, of.rubric, of.assessment)
            assert brief is not None
            said += f"{brief.prompt.system} {brief.prompt.user}".split()
    words = [word for word in dict.fromkeys(said) if len(word) <= LETTERS_MOST]
    return write_random_model(path, words[: WORDS_MOST * len(languages)], seed=seed)
