#!/usr/bin/env python3
"""Set NGO Assist up in this folder and run it: `python3 start.py`. The tests: `python3 start.py test`.

Only Python and pip need to be there. Everything goes into this folder: `.tools` (the installer uv, unless
the machine has one), `.venv` (the program), `.venv-test` (the program with all that its tests need). The
first start needs a connection; later ones need none.
"""

import hashlib
import locale
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOOLS = HERE / ".tools"
TEXTS = {
    "python": {
        "en": "NGO Assist needs Python 3.11 or newer; this is {found}. Install a newer one from python.org.",
        "ru": "Для NGO Assist нужен Python 3.11 или новее, здесь {found}. Установите новую версию с python.org.",
        "kk": "NGO Assist үшін Python 3.11 не одан жаңасы керек, мұнда {found}. Жаңа нұсқаны python.org сайтынан орнатыңыз.",
    },
    "preparing": {
        "en": "Preparing NGO Assist in this folder. This needs a connection once and takes about a minute.",
        "ru": "Готовим NGO Assist в этой папке. Один раз нужен интернет, это займёт около минуты.",
        "kk": "NGO Assist осы папкаға дайындалып жатыр. Бір рет интернет керек, бір минуттай уақыт алады.",
    },
    "failed": {
        "en": "The set-up did not finish. Check the connection and free space, then run the same command again.",
        "ru": "Подготовка не закончена. Проверьте интернет и место на диске и запустите ту же команду ещё раз.",
        "kk": "Дайындық аяқталмады. Интернет пен дискідегі орынды тексеріп, сол команданы қайта іске қосыңыз.",
    },
    "no-compiler": {
        "en": "Not run: the tests of the engine llama-cpp-python. There is no C++ compiler here to build it with.",
        "ru": "Не запущены тесты движка llama-cpp-python: здесь нет компилятора C++, чтобы его собрать.",
        "kk": "llama-cpp-python қозғалтқышының тесттері орындалмады: мұнда оны құрастыратын C++ компиляторы жоқ.",
    },
}


def say(key, **values):
    """Print a sentence in the language of the system to standard error."""
    # Windows says "Kazakh_Kazakhstan" and "Russian_Russia", others "kk_KZ" and "ru_RU".
    name = (locale.getlocale()[0] or os.environ.get("LANG") or "").lower()
    language = "kk" if name.startswith(("kk", "kazakh")) else "ru" if name.startswith("ru") else "en"
    text = TEXTS[key][language].format(**values)
    encoding = sys.stderr.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)


def main(arguments):
    if sys.version_info < (3, 11):
        say("python", found=".".join(map(str, sys.version_info[:3])))
        return 1
    testing = arguments[:1] == ["test"]
    environment = HERE / (".venv-test" if testing else ".venv")
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    try:
        if testing:
            uv = find_uv()
            options = ["--group", "dev", *llama_cpp_python()]
            sync(uv, environment, options)
            command = [str(python), "-m", "pytest", *arguments[1:]]
        else:
            mark = environment / "prepared"
            if not (python.exists() and mark.exists() and mark.read_text() == state()):
                say("preparing")
                # What someone has added, such as llama-cpp-python, stays.
                sync(find_uv(), environment, ["--inexact"])
                subprocess.run([str(python), "-m", "compileall", "-q", str(HERE / "ngo_assist")], check=True)
                mark.write_text(state())
            command = [str(python), "-m", "ngo_assist", *arguments]
    except (subprocess.CalledProcessError, OSError) as error:
        print(error, file=sys.stderr)
        say("failed")
        return 1
    called_as = f"{'py' if os.name == 'nt' else 'python3'} {sys.argv[0]}"
    variables = {**os.environ, "NGO_ASSIST_CALLED_AS": called_as}
    if testing:
        os.chdir(HERE)
        variables["UV"] = uv
        del variables["NGO_ASSIST_CALLED_AS"]
    if os.name != "nt":
        # Ctrl+C and signals go to the program itself.
        os.execve(command[0], command, variables)
    try:
        return subprocess.call(command, env=variables)
    except KeyboardInterrupt:
        return 130


def find_uv():
    """Return the installer's path; put it into this folder where the machine has none."""
    # pip puts programs into one or the other, by system and version.
    folders = os.pathsep.join([os.environ.get("PATH", ""), str(TOOLS / "bin"), str(TOOLS / "Scripts")])
    there = shutil.which("uv", path=folders)
    if there and recent(there):
        return there
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--root-user-action=ignore",
    ]
    subprocess.run([*pip, "--upgrade", "--target", str(TOOLS), "uv>=0.8"], check=True)
    there = shutil.which("uv", path=os.pathsep.join([str(TOOLS / "bin"), str(TOOLS / "Scripts")]))
    if not there:
        raise FileNotFoundError(f"uv: not in {TOOLS}")
    return there


def recent(uv):
    """Tell whether this uv knows all that `pyproject.toml` asks of it."""
    version = subprocess.run([uv, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    return tuple(int(part) for part in version.split(".")[:2]) >= (0, 8)


def sync(uv, environment, options):
    """Bring the environment to what `pyproject.toml` asks for."""
    variables = {
        **os.environ,
        "UV_PROJECT_ENVIRONMENT": str(environment),
        "UV_PYTHON": sys.executable,
        "UV_PYTHON_DOWNLOADS": "never",
    }
    variables.pop("VIRTUAL_ENV", None)
    # Compiled once here, or every start would take seconds where Python may not write its own cache.
    command = [uv, "sync", "--quiet", "--compile-bytecode", "--project", str(HERE), *options]
    subprocess.run(command, check=True, env=variables)


def llama_cpp_python():
    """Return what installs the engine that compiles, or nothing where no compiler is there."""
    compilers = (os.environ.get("CXX"), "c++", "g++", "clang++", "cl")
    if any(name and shutil.which(name) for name in compilers):
        return ["--extra", "llama-cpp"]
    say("no-compiler")
    return []


def state():
    """Return what the environment was prepared for: this folder, these requirements, this Python."""
    parts = [str(HERE), sys.version, (HERE / "pyproject.toml").read_text(encoding="utf-8")]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
