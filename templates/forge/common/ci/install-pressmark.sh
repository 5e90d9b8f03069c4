#!/usr/bin/env bash
# Installs the program in pressmark.env into FOLDER. Only run the version on the published branch, never that of a submission.
#   ci/install-pressmark.sh FOLDER
set -euo pipefail
into=$1
# shellcheck source=/dev/null
. "$(dirname "${BASH_SOURCE[0]}")/pressmark.env"
mkdir -p "$into"

fail() { echo "ci/pressmark.env: $1" >&2; exit 2; }

if [ -n "$PRESSMARK_URL" ]; then
  [[ $PRESSMARK_SHA256 =~ ^[0-9a-f]{64}$ ]] || fail "PRESSMARK_SHA256 is not the SHA-256 of a file: 64 digits of 0-9 and a-f"
  curl --fail --silent --show-error --location --proto '=https' --max-time 300 --output "$into/pressmark" "$PRESSMARK_URL"
  if ! printf '%s  %s\n' "$PRESSMARK_SHA256" "$into/pressmark" | sha256sum --check --status; then
    rm -f "$into/pressmark"
    fail "the file at PRESSMARK_URL does not match PRESSMARK_SHA256"
  fi
  chmod +x "$into/pressmark"
elif [ -n "$PRESSMARK_GIT" ]; then
  [[ $PRESSMARK_REV =~ ^[0-9a-f]{40}$ ]] || fail "PRESSMARK_REV is not the full hash of a commit: 40 digits of 0-9 and a-f"
  cargo install --quiet --locked --git "$PRESSMARK_GIT" --rev "$PRESSMARK_REV" --root "$into/.." pressmark
elif there=$(command -v pressmark); then
  ln -sf "$there" "$into/pressmark"
else
  fail "fill in PRESSMARK_URL and PRESSMARK_SHA256, or PRESSMARK_GIT and PRESSMARK_REV"
fi
