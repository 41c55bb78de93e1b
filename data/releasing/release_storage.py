"""Object storage with an end to every wait: left to itself, one that never answers costs minutes."""

from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

import pyarrow.fs as fs

CONNECTING: Final = 5.0  # seconds for a connection
ANSWERING: Final = 10.0  # seconds without a byte of an answer
ATTEMPTS: Final = 2
NAMED: Final = {"region", "scheme", "endpoint_override"}  # what an address may say of its storage


def storage_at(address: str) -> tuple[fs.FileSystem, str]:
    """The storage that an address such as `s3://bucket/release?region=…` names, and the path in it.

    Raises OSError, ValueError or ArrowException where the address names none.
    """
    asked = urlsplit(address)
    if "@" in f"{asked.path}{asked.query}{asked.fragment}":  # else a part of the password is taken for the bucket
        raise OSError("a name or password that is not percent-encoded")
    said = {key: values[0] for key, values in parse_qs(asked.query).items()}
    if asked.scheme != "s3" or said.keys() - NAMED:
        return fs.FileSystem.from_uri(address)
    bucket = asked.netloc.rpartition("@")[2]
    storage = fs.S3FileSystem(
        access_key=unquote(asked.username) if asked.username else None,
        secret_key=unquote(asked.password) if asked.password else None,
        region=said.pop("region", None) or region_of(bucket, said),
        connect_timeout=CONNECTING,
        request_timeout=ANSWERING,
        retry_strategy=fs.AwsStandardS3RetryStrategy(max_attempts=ATTEMPTS),
        **said,
    )
    return storage, f"{bucket}{asked.path}".rstrip("/")


def region_of(bucket: str, said: dict[str, str]) -> str | None:
    """The region of a bucket of Amazon's, asked for; None where another provider is named."""
    return None if "endpoint_override" in said else fs.resolve_s3_region(bucket)
