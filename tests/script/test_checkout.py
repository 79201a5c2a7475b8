from script.runtime.checkout import Checkout, read_env_file


def test_the_env_file_is_read_as_the_settings_read_it(tmp_path):
    file = tmp_path / ".env"
    file.write_text("# a remark\n\nSECRET_KEY='a b=c'\nexport PORT=8100\nEMPTY=\nno assignment\n")

    assert read_env_file(file) == {"SECRET_KEY": "a b=c", "PORT": "8100", "EMPTY": ""}


def test_the_process_overrules_the_env_file(tmp_path):
    (tmp_path / ".env").write_text("PORT=8100\nHOST=0.0.0.0\n")

    checkout = Checkout(tmp_path, process={"PORT": "9000"})

    assert (checkout.setting("PORT"), checkout.setting("HOST"), checkout.setting("DEMO")) == (
        "9000",
        "0.0.0.0",
        "",
    )


def test_a_directory_for_data_can_be_named(tmp_path):
    assert Checkout(tmp_path, process={}).var == tmp_path / "var"
    assert Checkout(tmp_path, process={"VAR_DIR": "data"}).var == tmp_path / "data"
    assert Checkout(tmp_path, process={"VAR_DIR": "/srv/data"}).var.as_posix() == "/srv/data"
