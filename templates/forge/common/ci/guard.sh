#!/usr/bin/env bash
# Refuses to publish a site that has suddenly lost listings: more than three and more than a tenth of the published ones.
#   ci/guard.sh FOLDER
# To publish after removing that many on purpose, set PRESSMARK_GUARD=off.
# A site without its own URL is never published.
set -euo pipefail
site=$1
url=$(jq --exit-status --raw-output .url "$site/catalogue.json")
case $url in
  http://localhost/*) echo 'not published: `base_url` is missing in catalogue.yaml, and every link of the site would lead to localhost' >&2; exit 1 ;;
  https://your-site.example/*) echo 'not published: `base_url` in catalogue.yaml is still a placeholder' >&2; exit 1 ;;
esac
if [ "${PRESSMARK_GUARD:-on}" = off ]; then
  echo "the guard is off for this run"
  exit 0
fi
live=$(mktemp)
status=$(curl --silent --location --max-time 60 --max-filesize 200000000 --output "$live" --write-out '%{http_code}' "${url}catalogue.json") || status=000
case $status in
  200) ;;
  404) echo "nothing is published at $url yet"; exit 0 ;;
  *) echo "cannot compare with the published site: ${url}catalogue.json answers $status; run again with PRESSMARK_GUARD=off if it is not published yet" >&2; exit 1 ;;
esac
lost=$(jq --exit-status --raw-output --slurpfile live "$live" '[$live[0].listings[].slug] - [.listings[].slug] | .[]' "$site/catalogue.json" || true)
n_live=$(jq --exit-status '.listings | length' "$live")
n_lost=$(printf '%s' "$lost" | grep --count . || true)
echo "$n_live listings are published, $n_lost of them would disappear"
if [ "$n_lost" -gt 3 ] && [ $((n_lost * 10)) -gt "$n_live" ]; then
  printf 'not published: %s of %s listings would disappear:\n%s\nrun again with PRESSMARK_GUARD=off if this is intended\n' "$n_lost" "$n_live" "$lost" >&2
  exit 1
fi
