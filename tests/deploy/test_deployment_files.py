"""What the files in deploy/ say of the app is so, and nothing runs with more rights than it needs.

No engine for containers runs here: what is tried with processes is `python deploy/trial.py`.
"""

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from screen import ROOT
from streamlit import config

from components.serving import doors, health, replica

DEPLOY = ROOT / "deploy"
CONTAINER = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
LET_IN = [
    line
    for line in (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
NGINX = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
MANIFESTS = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
REPLICAS = {name: each for name, each in SERVICES.items() if "HARTA_REPLICA" in each.get("environment", {})}
OURS = re.compile(r"\b(?:HARTA|STREAMLIT)_[A-Z_]+\b")
PORT = "8501"


def manifest(kind: str) -> dict[str, Any]:
    documents = [each for path in MANIFESTS for each in yaml.safe_load_all(path.read_text(encoding="utf-8"))]
    found: list[dict[str, Any]] = [each for each in documents if each["kind"] == kind]
    assert len(found) == 1, f"{kind}: {len(found)}"
    return found[0]


def pod() -> dict[str, Any]:
    spec: dict[str, Any] = manifest("Deployment")["spec"]["template"]["spec"]
    return spec


def app() -> dict[str, Any]:
    (container,) = pod()["containers"]
    return dict(container)


def let_in(path: str) -> bool:
    """Whether a file comes into the image, by the last line that fits it or a folder above it."""
    parts = path.split("/")
    above = ["/".join(parts[: end + 1]) for end in range(len(parts))]
    last = False
    for line in LET_IN:
        pattern = line.lstrip("!").removeprefix("**/")
        if any(fnmatch(each, pattern) or ("**" in line and fnmatch(each.split("/")[-1], pattern)) for each in above):
            last = line.startswith("!")
    return last


def test_the_image_holds_what_the_server_needs_and_nothing_private() -> None:
    needed = [
        "server.py",
        "app.py",
        "requirements.lock",
        ".streamlit/config.toml",
        "static/icon.svg",
        "geo/boundaries/map.json",
    ]
    needed += [
        "data/release/datapackage.json",
        "i18n/sq.toml",
        "pages/risk.py",
        "components/widgets/style.css",
        "LICENSE",
    ]
    assert [path for path in needed if not (ROOT / path).exists() or not let_in(path)] == []
    kept_out = ["data/private/survey/w1.parquet", "data/sources/survey/w1.toml", ".streamlit/secrets.toml", ".git/HEAD"]
    kept_out += ["var/minutes.sqlite", "deploy/.env", "tests/screen.py", "data/__pycache__/x.pyc", ".venv/bin/python"]
    assert [path for path in kept_out if let_in(path)] == []


def test_every_module_of_the_app_comes_into_the_image() -> None:
    ours = [
        path
        for name in ("pages", "components", "data", "geo", "i18n", "minutes")
        for path in (ROOT / name).rglob("*.py")
    ]
    assert len(ours) > 100
    assert [path for path in ours if not let_in(path.relative_to(ROOT).as_posix())] == []


def test_the_container_runs_as_a_plain_user_with_a_health_check() -> None:
    user = re.search(r"^USER (\d+):(\d+)$", CONTAINER, re.MULTILINE)
    assert user and int(user[1]) >= 1000
    assert CONTAINER.index("USER ") > CONTAINER.index("COPY . ./")  # the app's files stay root's
    assert f"EXPOSE {PORT}" in CONTAINER and f'"--server.port", "{PORT}"' in CONTAINER
    probe = re.search(rf"http://127\.0\.0\.1:{PORT}(/\w+)", CONTAINER)
    assert probe and probe[1] in {route.path for route in health.ROUTES}
    for copied in re.findall(r"compileall -q ([\w. ]+) &&", CONTAINER)[0].split():
        assert (ROOT / copied).exists(), copied


def test_every_image_is_pinned() -> None:
    named = re.findall(r"^ARG BASE=(\S+)$", CONTAINER, re.MULTILINE)
    named += [each["image"] for name, each in SERVICES.items() if name not in REPLICAS]
    assert len(named) == 3
    assert [each for each in named if not re.fullmatch(r"\w+:\d+\.\d+(\.\d+)?-[\w-]+", each)] == []


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_has_as_little_as_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not service["user"].startswith(("0", "root"))
    assert service["tmpfs"]


def test_the_pod_has_as_little_as_it_needs() -> None:
    assert pod()["automountServiceAccountToken"] is False
    assert pod()["securityContext"]["runAsNonRoot"] is True
    own = app()["securityContext"]
    assert (
        own["readOnlyRootFilesystem"]
        and not own["allowPrivilegeEscalation"]
        and own["capabilities"] == {"drop": ["ALL"]}
    )
    assert [each["mountPath"] for each in app()["volumeMounts"]] == ["/tmp"]
    user = re.search(r"^USER (\d+)", CONTAINER, re.MULTILINE)
    assert user and pod()["securityContext"]["runAsUser"] == int(user[1])


def test_the_probes_ask_for_routes_of_the_server() -> None:
    routes = {route.path for route in health.ROUTES}
    asked = {name: app()[name]["httpGet"]["path"] for name in ("startupProbe", "livenessProbe", "readinessProbe")}
    assert asked == {"startupProbe": "/healthz", "livenessProbe": "/healthz", "readinessProbe": "/readyz"}
    assert set(asked.values()) <= routes
    (port,) = app()["ports"]
    assert str(port["containerPort"]) == PORT
    assert manifest("Service")["spec"]["ports"][0]["targetPort"] == port["name"]


def test_the_manifests_find_each_other() -> None:
    labels = manifest("Deployment")["spec"]["template"]["metadata"]["labels"]
    service = manifest("Service")
    assert service["spec"]["selector"] == labels
    for kind in ("PodDisruptionBudget", "NetworkPolicy"):
        spec = manifest(kind)["spec"]
        assert (spec.get("selector") or spec["podSelector"])["matchLabels"] == labels
    (way,) = manifest("Ingress")["spec"]["rules"][0]["http"]["paths"]
    assert way["backend"]["service"]["name"] == service["metadata"]["name"]
    named = {next(iter(each.values()))["name"] for each in app()["envFrom"]}
    assert named == {manifest("ConfigMap")["metadata"]["name"], manifest("Secret")["metadata"]["name"]}
    listed = set(manifest("Kustomization")["resources"])
    assert listed == {path.name for path in MANIFESTS} - {"kustomization.yaml", "secret.example.yaml"}
    assert manifest("PodDisruptionBudget")["spec"]["minAvailable"] < manifest("Deployment")["spec"]["replicas"]


def test_nginx_and_the_replicas_have_the_same_names() -> None:
    upstreams = dict(re.findall(r"^    upstream (\w+)\s+\{ server (\w+:\d+); \}$", NGINX, re.MULTILINE))
    assert upstreams == {name: f"{name}:{PORT}" for name in REPLICAS}
    assert {name: each["environment"]["HARTA_REPLICA"] for name, each in REPLICAS.items()} == {
        each: each for each in REPLICAS
    }
    assert all(replica.NAME.fullmatch(name) for name in REPLICAS)
    assert set(re.findall(r"server (\w+):\d+\s+max_fails", NGINX)) == set(REPLICAS)
    assert dict(re.findall(r"^        (one|two|three)\s+(\w+);$", NGINX, re.MULTILINE)) == {
        each: each for each in REPLICAS
    }
    addresses = {f"{name}:{each['networks']['readers']['ipv4_address']}" for name, each in REPLICAS.items()}
    assert set(SERVICES["nginx"]["extra_hosts"]) == addresses


def test_every_variable_is_one_that_the_app_or_streamlit_reads() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8") for name in ("components", "minutes") for path in (ROOT / name).rglob("*.py")
    )
    guide = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    options = {option.env_var for option in config._config_options_template.values()}
    set_for_app = {name for each in REPLICAS.values() for name in each["environment"]}
    set_for_app |= set(manifest("ConfigMap")["data"]) | set(manifest("Secret")["stringData"])
    set_for_app |= set(OURS.findall(CONTAINER))
    ours = {name for name in set_for_app if OURS.fullmatch(name)}
    assert len(ours) >= 6
    for name in ours:
        assert (name in options) if name.startswith("STREAMLIT") else (f'"{name}"' in code), f"nobody reads {name}"
        assert f"`{name}" in guide, f"docs/operating.md says nothing of {name}"


def test_every_variable_to_be_filled_in_stands_in_the_example() -> None:
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    asked = set(re.findall(r"\$\{(\w+)", text))
    offered = set(re.findall(r"^(\w+)=", (DEPLOY / "example.env").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\$\{(\w+):\?", text)) <= offered <= asked


def test_no_secret_stands_in_a_file() -> None:
    values = {name: value for each in SERVICES.values() for name, value in each.get("environment", {}).items()}
    secret = {name: value for name, value in values.items() if re.search("PASSWORD|SECRET|KEY", name)}
    assert len(secret) >= 4
    assert [name for name, value in secret.items() if not re.fullmatch(r"\$\{\w+:[?-][\w .]*\}", value)] == []
    assert set(manifest("Secret")["stringData"].values()) == {""}


@pytest.mark.parametrize(
    "path", sorted([*DEPLOY.glob("*.md"), *DEPLOY.glob("*.yaml"), *MANIFESTS]), ids=lambda path: path.name
)
def test_every_path_named_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w/.])(?:deploy|docs|data|components|static|tests)/[\w./-]*\w", text))
    made = {"deploy/.env", "deploy/tls"}  # by the operator
    assert [each for each in named - made if not (ROOT / each).exists()] == []


def test_the_images_of_the_app_have_the_tag_of_its_version() -> None:
    notes = tomllib.loads((ROOT / "data" / "sources" / "release.toml").read_text(encoding="utf-8"))
    named = {each["image"] for each in REPLICAS.values()} | {app()["image"]}
    named |= {f"{each['name']}:{each['newTag']}" for each in manifest("Kustomization")["images"]}
    named |= set(re.findall(r"--tag (\S+)", CONTAINER))
    assert named == {f"harta-tqnj:{notes['version']}"}


def test_the_names_that_readers_type_are_told_to_the_app_and_its_probes_use_one_of_its_own() -> None:
    (host,) = {each["host"] for each in manifest("Ingress")["spec"]["rules"]}
    assert manifest("ConfigMap")["data"]["HARTA_HOSTS"] == host
    assert {each["environment"]["HARTA_HOSTS"] for each in REPLICAS.values()} == {"${HARTA_HOSTS:?fill in .env}"}
    for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
        (header,) = app()[probe]["httpGet"]["httpHeaders"]
        assert header["name"] == "Host" and header["value"] in doors.OWN_NAMES
    assert set(re.findall(r"proxy_set_header Host (\S+);", NGINX)) == {"$http_host"}


def directives(name: str, text: str = NGINX) -> list[str]:
    """What nginx.conf says under a name, in its order."""
    return re.findall(rf"^\s*{name}\s+([^;]+);", text, re.MULTILINE)


def place_of(path: str) -> str:
    """The block of nginx.conf for a place."""
    found = re.search(rf"location {re.escape(path)} \{{\n(.*?)\n        \}}", NGINX, re.DOTALL)
    assert found, path
    return found[1]


def test_a_flood_ends_at_nginx_and_a_reader_does_not() -> None:
    zones = set(re.findall(r"zone=(\w+):", " ".join([*directives("limit_req_zone"), *directives("limit_conn_zone")])))
    used = set(re.findall(r"zone=(\w+)", " ".join(directives("limit_req")))) | {directives("limit_conn")[0].split()[0]}
    assert zones == used == {"requests", "sessions", "uploads", "open"}
    assert set(directives("limit_req_status") + directives("limit_conn_status")) == {"429"}
    assert directives("client_max_body_size")[0] == "64k"
    assert "zone=sessions" in directives("limit_req", place_of("~ /_stcore/stream$"))[0]
    upload = place_of("~ /_stcore/upload_file/")
    assert "zone=uploads" in directives("limit_req", upload)[0]
    (largest,) = directives("client_max_body_size", upload)
    assert int(largest.removesuffix("m")) > config.get_option("server.maxUploadSize")
    for name in ("client_header_timeout", "client_body_timeout", "send_timeout", "keepalive_timeout"):
        assert 0 < int(directives(name)[0].removesuffix("s")) <= 75, name


def test_a_reader_who_came_by_tls_is_known_as_such_behind_every_place() -> None:
    assert set(directives("proxy_set_header X-Forwarded-Proto")) == {"$came_by"}
    for block in re.findall(r"location [^{]+\{\n(.*?)\n        \}", NGINX, re.DOTALL):
        own = directives("proxy_set_header", block)
        assert not own or {"Host $http_host", "X-Forwarded-Proto $came_by"} <= set(own), "own ones replace those above"
