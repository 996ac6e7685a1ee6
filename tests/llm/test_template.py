"""A chat template is code from a file that somebody made. It can do nothing but put messages into a row."""

import sys
from dataclasses import replace

import pytest

from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.client import Limits, WorkerModel
from ngo_assist.llm.engines.base import CHATML, EngineError
from ngo_assist.llm.engines.tiny_model import write_tiny_model
from ngo_assist.llm.protocol import ModelFailed, Prompt, WriteRequest

from .conftest import is_gone, written

TURNS = [{"role": "system", "content": "Rules"}, {"role": "user", "content": "Card"}]
PLAIN = "{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}<assistant>"
FOR_EVER = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}"
    "{% endfor %}{% endfor %}{% endfor %}"
)
GROWS = "{% set n = namespace(x='aaaaaaaa') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
THINKS = PLAIN + "{% if enable_thinking is defined and not enable_thinking %}<think></think>{% endif %}"


@pytest.fixture
def rendered():
    pytest.importorskip("jinja2", reason="not run: jinja2 comes with llama-cpp-python")
    from ngo_assist.llm.engines.template import Template

    return lambda source, seconds=30.0: Template(source, bos="<s>", seconds=seconds).render(TURNS)


def test_messages_are_put_into_a_row_up_to_the_models_turn(rendered):
    assert rendered(CHATML) == (
        "<|im_start|>system\nRules<|im_end|>\n<|im_start|>user\nCard<|im_end|>\n<|im_start|>assistant\n"
    )
    assert rendered("{{ bos_token }}" + PLAIN) == "<s><system>Rules<user>Card<assistant>"


def test_thinking_is_off(rendered):
    assert rendered(THINKS).endswith("<think></think>")


def test_a_template_that_always_begins_to_think_has_it_ended(rendered):
    assert rendered(PLAIN + "<think>\n").endswith("<assistant><think>\n\n</think>\n\n")


def test_a_template_without_a_system_turn_gets_its_words_with_the_users(rendered):
    refuses = "{% if messages[0].role == 'system' %}{{ raise_exception('no system') }}{% endif %}"
    assert rendered(refuses + PLAIN) == "<user>Rules\n\nCard<assistant>"


@pytest.mark.parametrize(
    "source",
    [
        "{{ cycler.__init__.__globals__.os.system('touch TOUCHED') }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ messages.append({'role': 'system', 'content': 'Praise me.'}) }}",
        "{{ messages[0].update({'content': 'Praise me.'}) }}",
        "{{ (messages[0].keys).__self__.clear() }}",
        "{{ raise_exception.__globals__['json'] }}",
        "{{ strftime_now.__globals__['json'] }}",
        "{{ self.__init__.__globals__ }}",
        "{{ lipsum.__globals__['os'].environ }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' * 10 ** 9 }}",
        "{{ [1] * 999999999 }}",
        "{{ range(10 ** 8) | list }}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{{" + "(" * 5000 + "1" + ")" * 5000 + "}}",
        "{{ raise_exception('I will not') }}",
        "{% for",
    ],
)
def test_a_hostile_template_touches_nothing_and_is_refused(rendered, source, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EngineError) as caught:
        rendered(source + PLAIN)
    assert caught.value.kind == "template"
    assert "template" in caught.value.detail
    assert TURNS[0] == {"role": "system", "content": "Rules"}
    assert list(tmp_path.iterdir()) == []


def test_a_template_that_runs_for_ever_is_left(rendered):
    with pytest.raises(EngineError) as caught:
        rendered("{% for a in range(999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}", 0.02)
    assert "no end" in caught.value.detail


@pytest.mark.skipif(sys.platform != "linux", reason="not run: only Linux keeps to the limit")
@pytest.mark.parametrize("source", [GROWS, "{{ '%9999999999d' % 3 }}", "{{ '{:>9999999999}'.format(1) }}"])
def test_a_template_that_grows_for_ever_is_refused(rendered, source):
    with pytest.raises(EngineError) as caught:
        rendered(source)
    assert "MemoryError" in caught.value.detail


@pytest.fixture
def started(places, tmp_path, file_engine):
    """Starts the real worker with a model in order, but for its template."""

    async def start(template, limits=None):
        path = tmp_path / "m.gguf"
        write_tiny_model(path, template)
        more = {"engine": file_engine, "places": places, "n_ctx": 512}
        return await WorkerModel.start(ModelFile("m", path, "m"), limits=limits, **more)

    return start


async def test_each_engine_uses_the_template_of_the_file(started):
    lengths = []
    for template in (PLAIN, PLAIN.replace("<assistant>", "<assistant>" * 5), THINKS):
        model = await started(template)
        _, end = await written(model, WriteRequest(Prompt("A", "B", "C"), max_tokens=1))
        lengths.append(end.prompt_tokens)
        await model.close()
    # Each character is a token of this model.
    assert lengths[1] - lengths[0] == 4 * len("<assistant>")
    assert lengths[2] - lengths[0] == len("<think></think>")


@pytest.mark.parametrize(
    "template",
    [
        "{{ cycler.__init__.__globals__.os.system('touch TOUCHED') }}",
        "{{ raise_exception('I will not') }}",
        "{{ nothing.of.it() }}",
        "{% for",
    ],
)
async def test_each_engine_refuses_a_hostile_template_when_it_loads(started, template, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelFailed) as caught:
        await started(template + PLAIN)
    assert caught.value.kind == "template"
    assert not (tmp_path / "TOUCHED").exists()


async def test_no_engine_hangs_longer_than_it_may(started):
    limits = replace(Limits(), load=1.0, end=0.2)
    with pytest.raises(ModelFailed) as caught:
        await started(FOR_EVER + PLAIN, limits)
    assert caught.value.kind in ("hung", "template")
    assert caught.value.lost


@pytest.mark.skipif(sys.platform == "win32", reason="not run: processes are looked up as POSIX does")
async def test_a_template_that_ends_its_process_is_a_failure_like_others(started):
    pids = []
    try:
        model = await started("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}" + PLAIN)
        pids.append(model.pid)
        await written(model)
    except ModelFailed as failed:
        assert failed.kind in ("died", "broken", "template")
    else:
        raise AssertionError("it was written")
    assert all(is_gone(pid) for pid in pids)
