#!/usr/bin/env bash
# Installs the program in pressmark.env into FOLDER. Only run the version on the published branch, never that of a submission.
#   ci/install-pressmark.sh FOLDER
set -euo pipefail
into=$1
# The version that wrote these recipes: an older program may lack what they use.
needs=0.0.0
here=$(dirname "${BASH_SOURCE[0]}")

fail() { printf 'ci/pressmark.env: %s\n' "$1" >&2; exit 2; }

PRESSMARK_URL='' PRESSMARK_SHA256='' PRESSMARK_GIT='' PRESSMARK_REV=''
if [ ! -f "$here/pressmark.env" ]; then fail "the file is missing: \`pressmark init --forge\` writes it"; fi
# shellcheck source=/dev/null
. "$here/pressmark.env"
mkdir -p "$into"

if [ -n "$PRESSMARK_URL" ]; then
  [[ $PRESSMARK_URL == https://* ]] || fail "PRESSMARK_URL is not a URL that begins with https://: $PRESSMARK_URL"
  [[ $PRESSMARK_SHA256 =~ ^[0-9a-f]{64}$ ]] || fail "PRESSMARK_SHA256 is not the SHA-256 of a file: 64 digits of 0-9 and a-f"
  curl --fail --silent --show-error --location --proto '=https' --max-time 300 --output "$into/pressmark" "$PRESSMARK_URL" ||
    fail "nothing can be downloaded from PRESSMARK_URL: $PRESSMARK_URL"
  sum=$(sha256sum <"$into/pressmark")
  if [ "${sum%% *}" != "$PRESSMARK_SHA256" ]; then
    rm -f "$into/pressmark"
    fail "the file at PRESSMARK_URL does not match PRESSMARK_SHA256: its SHA-256 is ${sum%% *}"
  fi
  chmod +x "$into/pressmark"
elif [ -n "$PRESSMARK_SHA256" ]; then
  fail "PRESSMARK_SHA256 is filled in, but PRESSMARK_URL is empty"
elif [ -n "$PRESSMARK_GIT" ]; then
  [[ $PRESSMARK_REV =~ ^[0-9a-f]{40}$ ]] || fail "PRESSMARK_REV is not the full hash of a commit: 40 digits of 0-9 and a-f"
  command -v cargo >/dev/null || fail "PRESSMARK_GIT needs Rust, and this runner has no \`cargo\`"
  cargo install --quiet --locked --git "$PRESSMARK_GIT" --rev "$PRESSMARK_REV" --root "$into/.." pressmark || fail "$PRESSMARK_REV of $PRESSMARK_GIT cannot be compiled"
elif [ -n "$PRESSMARK_REV" ]; then
  fail "PRESSMARK_REV is filled in, but PRESSMARK_GIT is empty"
elif there=$(command -v pressmark); then
  ln -sf "$there" "$into/pressmark"
else
  fail "fill in PRESSMARK_URL and PRESSMARK_SHA256, or PRESSMARK_GIT and PRESSMARK_REV"
fi

said=$("$into/pressmark" --version 2>&1) || fail "the program does not run here: $(printf '%.200s' "$said")"
version=${said#pressmark }
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9] ]] || fail "this is not the program: \`pressmark --version\` prints \"$(printf '%.200s' "$said")\""
printf '%s\n' "$needs" "$version" | sort --version-sort --check=quiet ||
  fail "the program is pressmark $version, but the recipes of this catalogue need $needs or newer: name a newer program"
