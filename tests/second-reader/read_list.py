#!/usr/bin/env python3
"""A second reader of Listmark's list, written from docs/list-format.md alone: Python's standard library and `openssl`.

    read_list.py KEYS LIST FOLDER-OR-URL [--now INSTANT] [--held SEQUENCE TEXT-FILE]
    read_list.py KEYS LIST --head FILE   [--now INSTANT]

Prints the release as JSON. Exit 1 and one line on standard error where it must not be taken.
"""
import argparse, base64, gzip, hashlib, io, json, re, subprocess, sys, tempfile, urllib.request
from datetime import datetime, timedelta, timezone
from pathlib import Path

HEAD_LIMIT, FILE_LIMIT, MANIFEST_LIMIT = 1024, 64 * 1024 * 1024, 1024 * 1024
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


class Refused(Exception):
    pass


def need(condition, why):
    if not condition:
        raise Refused(why)


def unbase64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def ed25519(public, message, signature):
    """openssl verifies; its key format is a fixed prefix and the 32 bytes of the key."""
    pem = base64.b64encode(bytes.fromhex("302a300506032b6570032100") + public).decode()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "key").write_text(f"-----BEGIN PUBLIC KEY-----\n{pem}\n-----END PUBLIC KEY-----\n")
        (folder / "message").write_bytes(message)
        (folder / "signature").write_bytes(signature)
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", folder / "key", "-rawin", "-in", folder / "message", "-sigfile", folder / "signature"]
        return subprocess.run(command, capture_output=True).returncode == 0


def read_head(head, keys, list_name, now):
    need(len(head) <= HEAD_LIMIT, "head: too large")
    text = head.decode("ascii")
    need(re.fullmatch(r"[\w-]+\.[\w-]+\.[\w-]{85}[AQgw]", text, re.ASCII), "head: not a compact JWS of an Ed25519 signature")
    protected, payload, signature = text.split(".")
    header = json.loads(unbase64(protected))
    need(header.get("alg") == "Ed25519", "head: method not allowed")
    need("crit" not in header, "head: extension not known")
    key = next((key for key in keys if key["kid"] == header.get("kid")), None)
    need(key, "head: key not known")
    need(ed25519(unbase64(key["x"]), f"{protected}.{payload}".encode(), unbase64(signature)), "head: signature does not verify")
    head = json.loads(unbase64(payload))
    need(head.get("format") == 1, "head: format not known")
    need(head.get("list") == list_name, "head: another list")
    for name in ("issued", "expires"):
        need(INSTANT.fullmatch(str(head.get(name))), f"head: {name} is not an instant in UTC")
    check_file_entry(head.get("manifest"), "head: manifest")
    need(datetime.fromisoformat(head["issued"]) <= now + timedelta(days=1), "head: signed in the future: is the clock right?")
    need(datetime.fromisoformat(head["expires"]) > now, "head: expired")
    return head


def check_file_entry(entry, what):
    need(isinstance(entry, dict) and re.fullmatch(r"[0-9a-f]{64}", str(entry.get("hash"))), f"{what}: no hash")
    need(isinstance(entry.get("size"), int) and 0 <= entry["size"] <= FILE_LIMIT, f"{what}: no size")


def get(place, name, limit):
    if place.startswith(("http://", "https://")):
        with urllib.request.urlopen(place + name, timeout=20) as answer:
            found = answer.read(limit + 1)
    else:
        found = (Path(place) / name).read_bytes()[: limit + 1]
    need(len(found) <= limit, f"{name}: too large")
    return found


def get_file(place, entry, limit, what):
    packed = get(place, f"files/{entry['hash']}.gz", entry["size"])
    need(len(packed) == entry["size"] and hashlib.sha256(packed).hexdigest() == entry["hash"], f"{what}: not the file that is named")
    text = gzip.GzipFile(fileobj=io.BytesIO(packed)).read(limit + 1)
    need(len(text) <= limit, f"{what}: unpacks to too much")
    return text


def apply_delta(text, delta):
    lines = {" ".join(line.split(" ", 2)[:2]): line for line in text.decode().splitlines()}
    for change in delta.decode().split("\n"):
        if change.startswith("-"):
            del lines[change[1:]]
        elif change:
            lines[" ".join(change[1:].split(" ", 2)[:2])] = change[1:]
    return "".join(f"{lines[key]}\n" for key in sorted(lines)).encode()


def read_release(place, head, held):
    manifest = json.loads(get_file(place, head["manifest"], MANIFEST_LIMIT, "manifest"))
    need(all(manifest[name] == head[name] for name in ("format", "list", "sequence")), "manifest: of another head")
    whole = manifest["records"]["text"]
    delta = next((delta for delta in manifest["deltas"] if held and delta["from"] == held[0]), None)
    text = apply_delta(held[1], get_file(place, delta, delta["textSize"], "delta")) if delta else get_file(place, manifest["records"], whole["size"], "records")
    need(len(text) == whole["size"] and hashlib.sha256(text).hexdigest() == whole["hash"], "records: not the text that is named")
    return text, bool(delta)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("keys"), parser.add_argument("list"), parser.add_argument("place", nargs="?")
    parser.add_argument("--head"), parser.add_argument("--now"), parser.add_argument("--held", nargs=2), parser.add_argument("--text")
    options = parser.parse_args()
    keys = json.loads(Path(options.keys).read_text())["keys"]
    now = datetime.fromisoformat(options.now) if options.now else datetime.now(timezone.utc)
    head = read_head(Path(options.head).read_bytes() if options.head else get(options.place, "head.jws", HEAD_LIMIT), keys, options.list, now)
    found = {"sequence": head["sequence"]}
    if not options.head:
        held = options.held and (int(options.held[0]), Path(options.held[1]).read_bytes())
        text, by_delta = read_release(options.place, head, held)
        records = [(*line.split(" ", 2)[:2], json.loads(line.split(" ", 2)[2])) for line in text.decode().split("\n")[:-1]]
        names = {domain["name"]: record["id"] for kind, _, record in records if kind == "market" for domain in record["domains"]}
        found |= {"records": hashlib.sha256(text).hexdigest(), "lines": len(records), "names": names, "delta": by_delta}
        if options.text:
            Path(options.text).write_bytes(text)
    print(json.dumps(found))


try:
    main()
except (Refused, ValueError, KeyError, TypeError, OSError, EOFError) as why:
    sys.exit(f"refused: {why}")
