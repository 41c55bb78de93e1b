"""A sign-in service (OpenID Connect) for the tests, on this machine: whoever comes is signed in as one person."""

import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = "harta"


class SignInService(ThreadingHTTPServer):
    """The service; `person` is what it says of whoever signs in."""

    def __init__(self, person: dict[str, Any]) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.person = person
        self.key = RSAKey.generate_key(2048, {"kid": "1", "alg": "RS256", "use": "sig"})
        self.nonces: dict[str, str] = {}
        self.thread = threading.Thread(target=self.serve_forever, daemon=True)
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def stop(self) -> None:
        self.shutdown()
        self.server_close()
        self.thread.join(10)

    def proof(self, code: str) -> dict[str, Any]:
        """What the service hands to the app for the code that the browser brought along."""
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 600, "nonce": self.nonces.pop(code)}
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, claims | self.person, self.key)
        return {"access_token": "x", "token_type": "Bearer", "id_token": signed, "expires_in": 600}


class Answers(BaseHTTPRequestHandler):
    """The four addresses of the service."""

    server: SignInService

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        if asked.path == "/authorize":
            self.send_back({key: values[0] for key, values in parse_qs(asked.query).items()})
        elif asked.path == "/keys":
            self.say({"keys": [self.server.key.as_dict(private=False)]})
        else:
            url = self.server.url
            self.say(
                {
                    "issuer": url,
                    "authorization_endpoint": f"{url}/authorize",
                    "token_endpoint": f"{url}/token",
                    "jwks_uri": f"{url}/keys",
                    "id_token_signing_alg_values_supported": ["RS256"],
                    "code_challenge_methods_supported": ["S256"],
                }
            )

    def do_POST(self) -> None:
        told = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.say(self.server.proof(told["code"][0]))

    def send_back(self, told: dict[str, str]) -> None:
        code = secrets.token_hex(8)
        self.server.nonces[code] = told["nonce"]
        self.send_response(302)
        self.send_header("Location", f"{told['redirect_uri']}?{urlencode({'code': code, 'state': told['state']})}")
        self.end_headers()

    def say(self, told: dict[str, Any]) -> None:
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
