#!/usr/bin/env python3
"""Makes every package of a release from its wheels: `packaging/pack.py WHEELS OUT`.

Each platform is compiled once, by maturin, into a wheel. The program in it is what all other packages contain:

    OUT/pressmark-TARGET.tar.gz, .zip   the program, its licences and its completions, for a person and for `cargo binstall`
    OUT/pressmark-TARGET                the bare program for Linux, for the workflows of catalogues, which pin it by its checksum
    OUT/npm/*.tgz                       `npx pressmark`: a launcher, and a package for each platform of which npm installs the one that fits
    OUT/*.deb                           for Debian and Ubuntu, where `dpkg-deb` is there to make it
    OUT/image/                          what the Dockerfile copies, by the names that container tools have for processors
    OUT/pressmark.rb                    the formula for Homebrew, if a repository is given to download from
    OUT/SHA256SUMS                      of all of them, and of the wheels

The same wheels give the same bytes. Needs nothing but Python 3.11.
"""

import argparse
import gzip
import hashlib
import io
import json
import os
import platform as machine
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What every package says about itself, where it is said for Rust.
CRATE = tomllib.loads((ROOT / "Cargo.toml").read_text())["package"]
VERSION = CRATE["version"]
DOCUMENTS = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"]
COMPLETIONS = {"bash": "pressmark.bash", "zsh": "_pressmark", "fish": "pressmark.fish", "powershell": "pressmark.ps1"}
# Files in an archive are as old as the commit: SOURCE_DATE_EPOCH, or the first day that a ZIP file can express.
EPOCH = max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), 315532800)
# What Debian calls a processor, and container tools with it.
DEBIAN = {"x86_64": "amd64", "aarch64": "arm64"}


@dataclass(frozen=True)
class Platform:
    """A platform, by the names that others have for it."""

    tag: str  # the end of a wheel's name, as a pattern
    target: str  # Rust's name
    npm: str  # `process.platform` and `process.arch` of Node


PLATFORMS = [
    Platform(r"manylinux_\w+_x86_64|linux_x86_64", "x86_64-unknown-linux-gnu", "linux-x64"),
    Platform(r"manylinux_\w+_aarch64|linux_aarch64", "aarch64-unknown-linux-gnu", "linux-arm64"),
    # Static, so that they run on every Linux: where there is one, npm gets it instead of the one above.
    Platform(r"musllinux_\w+_x86_64", "x86_64-unknown-linux-musl", "linux-x64"),
    Platform(r"musllinux_\w+_aarch64", "aarch64-unknown-linux-musl", "linux-arm64"),
    Platform(r"macosx_\w+_x86_64", "x86_64-apple-darwin", "darwin-x64"),
    Platform(r"macosx_\w+_arm64", "aarch64-apple-darwin", "darwin-arm64"),
    Platform(r"win_amd64", "x86_64-pc-windows-msvc", "win32-x64"),
    Platform(r"win_arm64", "aarch64-pc-windows-msvc", "win32-arm64"),
]


@dataclass(frozen=True)
class Program:
    """A compiled program: where it runs, what its file is called, and its bytes."""

    platform: Platform
    name: str
    data: bytes

    @classmethod
    def from_wheel(cls, wheel: Path) -> "Program":
        tag = wheel.stem.rsplit("-", 1)[-1]
        platform = next((p for p in PLATFORMS if re.fullmatch(p.tag, tag.split(".")[0])), None)
        if platform is None:
            sys.exit(f"{wheel}: no platform has the tag `{tag}`")
        with zipfile.ZipFile(wheel) as files:
            inside = [name for name in files.namelist() if re.fullmatch(r"pressmark-[^/]+\.data/scripts/pressmark(\.exe)?", name)]
            if len(inside) != 1 or not inside[0].startswith(f"pressmark-{VERSION}.data/"):
                sys.exit(f"{wheel}: it is not a wheel of pressmark {VERSION}")
            return cls(platform, inside[0].rsplit("/", 1)[-1], files.read(inside[0]))

    @property
    def processor(self) -> str:
        return self.platform.target.split("-", 1)[0]


def tarball(path: Path, files: dict[str, tuple[bytes, int]]) -> None:
    """Writes a .tar.gz of files: name → bytes and mode."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for name, (data, mode) in sorted(files.items()):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode, entry.mtime = len(data), mode, EPOCH
            archive.addfile(entry, io.BytesIO(data))


def zip_file(path: Path, files: dict[str, tuple[bytes, int]]) -> None:
    """Writes a .zip of files: name → bytes and mode."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (data, mode) in sorted(files.items()):
            entry = zipfile.ZipInfo(name, time.gmtime(EPOCH)[:6])
            entry.external_attr = mode << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)


def documents() -> dict[str, tuple[bytes, int]]:
    return {name: ((ROOT / name).read_bytes(), 0o644) for name in DOCUMENTS}


def archive(program: Program, completions: dict[str, bytes], out: Path) -> Path:
    """The program for a person who downloads it."""
    stem = f"pressmark-{program.platform.target}"
    files = {f"{stem}/{name}": file for name, file in documents().items()}
    files |= {f"{stem}/completions/{name}": (text, 0o644) for name, text in completions.items()}
    files[f"{stem}/{program.name}"] = (program.data, 0o755)
    is_windows = "windows" in program.platform.target
    path = out / f"{stem}.{'zip' if is_windows else 'tar.gz'}"
    (zip_file if is_windows else tarball)(path, files)
    return path


def bare(program: Program, out: Path) -> Path:
    """The program as a file of its own."""
    path = out / f"pressmark-{program.platform.target}"
    path.write_bytes(program.data)
    path.chmod(0o755)
    return path


def npm(programs: list[Program], repository: str | None, out: Path) -> list[Path]:
    """A package for each platform, and one that starts the program of the one that npm has installed."""
    by_platform: dict[str, Program] = {}
    for program in programs:
        if program.platform.npm not in by_platform or "musl" in program.platform.target:
            by_platform[program.platform.npm] = program
    shared = {"version": VERSION, "license": CRATE["license"]}
    if repository:
        shared["repository"] = {"type": "git", "url": f"git+{repository}.git"}
    licences = {f"package/{name}": file for name, file in documents().items() if name.startswith("LICENSE")}
    out.mkdir()
    paths = []

    def write(name: str, about: dict, files: dict[str, tuple[bytes, int]]) -> None:
        about = json.dumps({"name": name} | shared | about, indent=2) + "\n"
        path = out / f"{name.removeprefix('@').replace('/', '-')}-{VERSION}.tgz"
        tarball(path, files | licences | {"package/package.json": (about.encode(), 0o644)})
        paths.append(path)

    for platform, program in sorted(by_platform.items()):
        system, processor = platform.split("-")
        about = {"description": f"The program of pressmark for {platform}", "os": [system], "cpu": [processor], "preferUnplugged": True}
        readme = f"The program that the package `pressmark` starts on {platform}. Install `pressmark` instead.\n"
        write(f"@pressmark/{platform}", about, {f"package/{program.name}": (program.data, 0o755), "package/README.md": (readme.encode(), 0o644)})
    about = {
        "description": CRATE["description"],
        "keywords": CRATE["keywords"],
        "bin": {"pressmark": "pressmark.js"},
        "engines": {"node": ">=18"},
        "optionalDependencies": {f"@pressmark/{platform}": VERSION for platform in sorted(by_platform)},
    }
    launcher = (ROOT / "packaging/npm/pressmark.js").read_bytes()
    write("pressmark", about, {"package/pressmark.js": (launcher, 0o755), "package/README.md": documents()["README.md"]})
    return paths


def deb(program: Program, completions: dict[str, bytes], libc: str, out: Path) -> Path:
    """A package of Debian: the program with its completions and documents."""
    architecture = DEBIAN[program.processor]
    path = out / f"pressmark_{VERSION}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "root"
        homes = {"pressmark.bash": "usr/share/bash-completion/completions/pressmark", "_pressmark": "usr/share/zsh/vendor-completions/_pressmark"}
        homes["pressmark.fish"] = "usr/share/fish/vendor_completions.d/pressmark.fish"
        licence = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nCopyright: 2026 The Pressmark authors\nLicense: MIT or Apache-2.0\n"
        files = {homes[name]: (text, 0o644) for name, text in completions.items() if name in homes}
        files |= {"usr/bin/pressmark": (program.data, 0o755), "usr/share/doc/pressmark/copyright": (licence.encode(), 0o644)}
        files |= {f"usr/share/doc/pressmark/{name}": file for name, file in documents().items()}
        size = sum(len(data) for data, _ in files.values()) // 1024
        control = [
            "Package: pressmark",
            f"Version: {VERSION}",
            f"Architecture: {architecture}",
            f"Maintainer: The Pressmark authors <{os.environ.get('MAINTAINER', 'maintainers@pressmark.example')}>",
            f"Installed-Size: {size}",
            f"Depends: libc6 (>= {libc}), libgcc-s1",
            "Recommends: git",
            "Section: web",
            "Priority: optional",
            f"Description: {CRATE['description']}",
        ]
        files["DEBIAN/control"] = ("\n".join(control).encode() + b"\n", 0o644)
        for name, (data, mode) in files.items():
            place = root / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            place.chmod(mode)
        for folder, _, _ in os.walk(root):
            os.chmod(folder, 0o755)
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(EPOCH)}
        subprocess.run(["dpkg-deb", "--root-owner-group", "--build", str(root), str(path)], check=True, env=environment, stdout=subprocess.DEVNULL)
    return path


def formula(sums: dict[str, str], repository: str) -> str:
    """The formula for Homebrew, from its template: each `archive "TARGET"` becomes the address and the checksum of an archive."""
    text = (ROOT / "packaging/pressmark.rb").read_text()

    def source(found: re.Match[str]) -> str:
        indent, name = found[1], f"pressmark-{found[2]}.tar.gz"
        if name not in sums:
            sys.exit(f"packaging/pressmark.rb names `{name}`, and there is no wheel for it")
        return f'{indent}url "{repository}/releases/download/v{VERSION}/{name}"\n{indent}sha256 "{sums[name]}"'

    text = re.sub(r'^( *)archive "(.+)"$', source, text, flags=re.M)
    return text.replace("VERSION", VERSION).replace("REPOSITORY", repository).replace("DESCRIPTION", CRATE["description"])


def main() -> None:
    arguments = argparse.ArgumentParser(description="Makes every package of a release from its wheels.")
    arguments.add_argument("wheels", type=Path, help="the folder with the wheels of one version")
    arguments.add_argument("out", type=Path, help="the folder to write to; it is replaced")
    arguments.add_argument("--repository", help="where the archives will be published, as https://HOST/OWNER/NAME; without it, there is no formula")
    arguments = arguments.parse_args()
    wheels = sorted(arguments.wheels.glob("*.whl"))
    if not wheels:
        sys.exit(f"{arguments.wheels}: there is no wheel in it")
    programs = [Program.from_wheel(wheel) for wheel in wheels]
    out: Path = arguments.out
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    completions = complete(programs)
    made = [archive(program, completions, out) for program in programs]
    made += [bare(program, out) for program in programs if "linux" in program.platform.target]
    made += npm(programs, arguments.repository, out / "npm")
    for wheel, program in zip(wheels, programs):
        if program.platform.target.endswith("-linux-gnu") and shutil.which("dpkg-deb"):
            glibc = re.search(r"manylinux_(\d+)_(\d+)_", wheel.name)
            made.append(deb(program, completions, f"{glibc[1]}.{glibc[2]}" if glibc else "2.28", out))
    image(programs, out / "image")
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in [*made, *wheels]}
    if arguments.repository:
        (out / "pressmark.rb").write_text(formula(sums, arguments.repository))
    (out / "SHA256SUMS").write_text("".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())))
    for path in sorted(made):
        print(f"{path.stat().st_size / 1e6:6.1f} MB  {path.relative_to(out)}")


def complete(programs: list[Program]) -> dict[str, bytes]:
    """The completions of all shells, as a program that runs here writes them."""
    here = {"linux": "linux", "darwin": "darwin", "win32": "windows"}[sys.platform]
    processor = {"arm64": "aarch64", "amd64": "x86_64"}.get(machine.machine().lower(), machine.machine())
    runs = [program for program in programs if here in program.platform.target and program.processor == processor]
    if not runs:
        sys.exit("none of the wheels is for this machine, whose program writes the completions")
    with tempfile.TemporaryDirectory() as scratch:
        program = Path(scratch) / runs[-1].name
        program.write_bytes(runs[-1].data)
        program.chmod(0o755)
        return {name: subprocess.run([program, "completions", shell], check=True, capture_output=True).stdout for shell, name in COMPLETIONS.items()}


def image(programs: list[Program], out: Path) -> None:
    """What the Dockerfile copies: `PROCESSOR/pressmark`. A static program where there is one, because it runs in an empty image."""
    for program in sorted(programs, key=lambda program: "musl" in program.platform.target):
        if "linux" in program.platform.target:
            place = out / DEBIAN[program.processor] / "pressmark"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(program.data)
            place.chmod(0o755)
    shutil.copy(ROOT / "packaging/Dockerfile", out)


if __name__ == "__main__":
    main()
