# Sourced by the commands of script/: leaves the path of a Python 3.11 or newer in $PYTHON.
# The only part in shell, because there may be no Python yet. Everything else is script/runtime.

is_new_enough() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11; do
        if is_new_enough "$candidate"; then
            PYTHON=$(command -v "$candidate")
            return 0
        fi
    done
    return 1
}

install_python() {
    command -v apt-get >/dev/null 2>&1 || return 1
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || return 1
        as_root=sudo
    fi
    echo "-- Python 3.11 or newer is missing: installing the packages python3 and python3-venv${as_root:+ with sudo}" >&2
    $as_root apt-get -qq update >/dev/null 2>&1 &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get -qq -y --no-install-recommends install python3 python3-venv >/dev/null 2>&1
}

if ! find_python && ! { install_python && find_python; }; then
    echo "-- Python 3.11 or newer is needed and cannot be installed from here: install python3 and python3-venv, then run this again." >&2
    exit 3
fi
