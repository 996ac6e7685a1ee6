import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.llm import wire
from ngo_assist.llm.protocol import Finished, Prompt, WriteRequest

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NUMBER = st.integers(0, 2**53)


@given(TEXT, TEXT, TEXT, NUMBER, st.integers(0, 2**31), st.floats(0, 2), NUMBER)
def test_a_command_comes_out_as_it_went_in(system, user, label, number, tokens, temperature, seed):
    write = wire.Write(number, WriteRequest(Prompt(system, user, label), tokens, temperature, seed))
    line = wire.encode(write)
    assert line.count(b"\n") == 1
    assert wire.decode_command(line) == write


@given(TEXT, NUMBER)
def test_an_answer_comes_out_as_it_went_in(text, number):
    for answer in (
        wire.Ready(text, number, text),
        wire.Progress(number, number, number),
        wire.Wrote(number, text),
        wire.Done(number, Finished("line", number, number, number, 0.25)),
        wire.Failed(number, "engine", text),
    ):
        assert wire.decode_answer(wire.encode(answer)) == answer


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"llama_model_loader: loaded\n",
        b"\xff\xfe\n",
        b"[]\n",
        b'"piece"\n',
        b'{"type":"piece"}\n',
        b'{"type":"piece","number":1}\n',
        b'{"type":"piece","number":1,"text":2}\n',
        b'{"type":"piece","number":true,"text":"x"}\n',
        b'{"type":"piece","number":-1,"text":"x"}\n',
        b'{"type":"piece","number":1.0,"text":"x"}\n',
        b'{"type":"piece","number":1,"text":"x","more":1}\n',
        b'{"type":"piece","number":1,"text":"\\ud800"}\n',
        b'{"type":["piece"],"number":1,"text":"x"}\n',
        b'{"type":"stop","number":1}\n',
        b'{"type":"finished","number":1,"finished":[]}\n',
        b'{"type":"finished","number":1,"finished":{"reason":"bored","prompt_tokens":1,"evaluated":1,'
        b'"generated":1,"seconds":1}}\n',
        b'{"type":"finished","number":1,"finished":{"reason":"line","prompt_tokens":1,"evaluated":1,'
        b'"generated":1,"seconds":NaN}}\n',
        b'{"type":"finished","number":1,"finished":{"reason":"line","prompt_tokens":1,"evaluated":1,'
        b'"generated":1,"seconds":1e999}}\n',
        b'{"type":"piece","number":' + b"9" * 5000 + b',"text":"x"}\n',
        b"[" * 100_000 + b"\n",
        b'{"type":"piece","number":1,"text":"' + b"x" * wire.LINE_LIMIT + b'"}\n',
    ],
)
def test_what_is_no_answer_is_refused(line):
    with pytest.raises(wire.ProtocolError):
        wire.decode_answer(line)


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_a_protocol_error(line):
    with pytest.raises(wire.ProtocolError):
        wire.decode_answer(line)


def test_an_error_quotes_nothing_of_the_line():
    with pytest.raises(wire.ProtocolError) as caught:
        wire.decode_answer(b'{"type":"piece","number":1,"text":7,"Aigul said":"secret"}\n')
    assert "Aigul" not in str(caught.value)
    assert "secret" not in str(caught.value)
