"""Which servers there are, which may be used, and what is said of them."""

import socket
from dataclasses import replace

import pytest

from ngo_assist.llm import servers
from ngo_assist.llm.address import Address, read_address
from ngo_assist.llm.servers import Choice, is_served, resolve, running
from ngo_assist.messages import UserError

from .bad_server import bad_server


@pytest.mark.parametrize(
    ("given", "means"),
    [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("127.0.0.1:8080", "http://127.0.0.1:8080"),
        (" http://localhost:11434/v1/ ", "http://localhost:11434"),
        ("http://LOCALHOST.:1234", "http://localhost:1234"),
        ("http://127.9.8.7:1", "http://127.9.8.7:1"),
        ("http://[::1]:8080/v1", "http://[::1]:8080"),
        ("http://[::ffff:127.0.0.1]:80", "http://[::ffff:127.0.0.1]:80"),
        ("https://127.0.0.1/models", "https://127.0.0.1:443/models"),
        ("http://127.0.0.1:80/путь/v1", "http://127.0.0.1:80/%D0%BF%D1%83%D1%82%D1%8C"),
        ("http://127.0.0.1:80/a%20b", "http://127.0.0.1:80/a%20b"),
    ],
)
def test_this_computer_is_known_in_all_its_spellings(given, means):
    address = read_address(given)
    assert str(address) == means
    assert address.here


@pytest.mark.parametrize(
    "given",
    [
        "http://192.168.1.5:8080",
        "http://0.0.0.0:8080",
        "http://[::]:8080",
        "http://[::ffff:10.0.0.1]:8080",
        "http://127.0.0.1.nip.io:8080",
        "http://localhost.example.org:8080",
        "http://127.1:8080",
        "http://2130706433:8080",
        "http://0x7f000001:8080",
        "http://myserver:8080",
        "https://api.example.org",
        "http://сервер.қаз:8080",
    ],
)
def test_every_other_address_counts_as_another_computer(given):
    address = read_address(given)
    assert not address.here
    assert str(address).isascii()
    assert read_address(str(address)) == address


@pytest.mark.parametrize(
    "given",
    [
        "",
        "http://",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "http://127.0.0.1:port",
        "http://127.0.0.1:99999",
        "http://user:secret@127.0.0.1:8080",
        "http://127.0.0.1@example.org",
        "http://127.0.0.1:8080/?key=secret",
        "http://127.0.0.1:8080/#x",
        "http://[::1",
        "http://127.0.0.1:80 80",
        "http://127.0.0.1:8080/\r\nHost: evil",
        "http://127.0.0.1:0",
        "http://a..b:8080",
        "http://.b:8080",
        "http://" + "a" * 70 + ".example.org",
        "http://" + "қ" * 70 + ".қаз",
        "http://127.0.0.1:8080/\ud800",
    ],
)
def test_what_is_no_address_is_refused_and_no_password_repeated(given):
    with pytest.raises(UserError) as caught:
        read_address(given)
    assert caught.value.todo
    assert "secret" not in str(caught.value)


def test_localhost_that_stands_for_another_computer_is_refused(monkeypatch):
    here, there = ("127.0.0.1", 80), ("10.0.0.7", 80)
    address = Address("http", "localhost", 80)
    for found, fine in (([here], True), ([there], False), ([here, there], False)):
        answers = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", each) for each in found]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, answers=answers, **__: answers)
        if fine:
            assert address.numbers() == ["127.0.0.1"]
        else:
            with pytest.raises(OSError, match="localhost"):
                address.numbers()


def port_of(server):
    return server.server_address[1]


def test_running_servers_are_found_and_whatever_else_listens_is_left_alone():
    with (
        bad_server(names=["qwen3:4b", "nomic-embed-text"]) as good,
        bad_server(names=["/home/a/models/Qwen3.gguf"]) as file,
        bad_server("a web page") as page,
        bad_server("no HTTP") as mail,
        bad_server("hangs at first") as hung,
        socket.create_server(("127.0.0.1", 0)) as silent,
    ):
        free = socket.create_server(("127.0.0.1", 0))
        nobody = free.getsockname()[1]
        free.close()
        ports = [*map(port_of, (page, good, mail, hung, file)), silent.getsockname()[1], nobody]
        found = running(ports)
        assert [each.name for each in found] == ["server:qwen3:4b", "server:Qwen3"]
        assert found[0].title == f"qwen3:4b ({good.address})"
        assert found[1].served_as == "/home/a/models/Qwen3.gguf"
        assert all(each.warning is None for each in found)
        assert [path for path, _ in page.asked] == ["/v1/models"]


def test_names_that_mean_a_server():
    assert is_served("server")
    assert is_served("server:qwen3:4b")
    assert not is_served("servers")
    assert not is_served("my server")


def test_a_server_is_resolved_by_the_settings_and_by_name():
    with bad_server(names=["first", "qwen3:4b", "gemma3:latest"]) as server:
        at = Choice(server.address)
        assert resolve("server", at).served_as == "first"
        assert resolve("server:qwen3:4b", at).served_as == "qwen3:4b"
        assert resolve("server:gemma3", at).served_as == "gemma3:latest"
        assert resolve("server", Choice(server.address, "qwen3:4b")).served_as == "qwen3:4b"
        assert resolve("server", Choice(), [port_of(server)]).served_as == "first"
        with pytest.raises(UserError) as caught:
            resolve("server:llama", at)
        assert "server:qwen3:4b" in str(caught.value)


def test_no_server_and_a_server_that_cannot_be_asked_are_told():
    for name, choice in (("server", Choice()), ("server", Choice("http://127.0.0.1:1"))):
        with pytest.raises(UserError) as caught:
            resolve(name, choice, [])
        assert caught.value.todo


def test_another_computer_needs_a_yes_and_is_warned_of():
    with bad_server() as server:
        address = server.address.replace("127.0.0.1", "0.0.0.0")
        with pytest.raises(UserError) as caught:
            resolve("server", Choice(address))
        assert "--server-elsewhere" in str(caught.value)
        assert server.asked == []
        model = resolve("server", Choice(address, elsewhere=True))
        assert model.elsewhere
        assert address in str(model.warning)
        # A yes that is not needed changes nothing.
        assert resolve("server", Choice(server.address, elsewhere=True)).warning is None


def test_a_model_that_ollama_runs_elsewhere_counts_as_elsewhere():
    with bad_server(names=["gpt-oss:120b-cloud", "qwen3:4b"]) as server:
        assert [each.served_as for each in running([port_of(server)])] == ["qwen3:4b"]
        at = Choice(server.address, "gpt-oss:120b-cloud")
        with pytest.raises(UserError):
            resolve("server", at)
        model = resolve("server", replace(at, elsewhere=True))
        assert model.elsewhere
        assert "gpt-oss:120b-cloud" in str(model.warning)
        assert not resolve("server:qwen3:4b", replace(at, elsewhere=True)).elsewhere


def test_a_name_from_a_server_is_one_clean_line():
    with bad_server(names=["a\x1b[31m\nb" + "c" * 200]) as server:
        model = resolve("server", Choice(server.address))
    assert model.name.isprintable()
    assert len(model.name) < 100
    assert model.served_as.startswith("a\x1b")


def test_looking_takes_as_long_as_the_slowest_may(monkeypatch):
    """However many hang, they are waited for together."""
    waited = []
    monkeypatch.setattr(servers, "wait", lambda asking, timeout: waited.append(timeout) or (set(), set()))
    assert running([1, 1, 1], 0.25) == []
    assert waited == [0.25]
