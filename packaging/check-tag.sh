#!/usr/bin/env bash
# Refuses a tag that the sources do not fit, and says everything that has to change:
#   packaging/check-tag.sh vX.Y.Z https://HOST/OWNER/NAME
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tag=$1
repository=$2
status=0
fail() { echo "not released: $1" >&2; status=1; }

field() { cargo metadata --no-deps --format-version 1 | jq -r ".packages[] | select(.name == \"pressmark\").$1 // empty"; }
version=$(field version)
[ "$tag" = "v$version" ] || fail "the tag is $tag, and the version in Cargo.toml is $version"
grep -q "^## $version\( \|\$\)" CHANGELOG.md || fail "CHANGELOG.md has no heading \`## $version\`"
[ "$(field repository)" = "$repository" ] || fail "Cargo.toml needs \`repository = \"$repository\"\`: \`cargo binstall\` downloads from there"
exit $status
