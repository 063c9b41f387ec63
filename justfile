# The commands of everyday work. `just` lists them.

[private]
default:
    @just --list --unsorted

# everything that must hold before a change lands
ci:
    bash .ci/run

# the tests, or those whose name holds WORD
test *WORD:
    cargo test --locked {{ WORD }}

# layout and lints
lint:
    cargo fmt --check
    cargo clippy --all-targets --locked -- -D warnings

# render the reports in reports/ again; look at what changed before you commit it
gallery:
    PEIL_UPDATE=1 cargo test --locked --test it gallery
    git diff --stat -- reports

# validate what `peil check` writes against the published shapes of its formats
formats:
    bash tests/formats/run.sh

# open reports and forms in browsers, look for what a reader would stumble over, and fill the forms in
browser *PATHS:
    bash tests/browser/run.sh {{ PATHS }}

# the demonstration, written to FOLDER
demo FOLDER="demo":
    cargo run --release --locked -- demo {{ FOLDER }}

# licences, bans and sources of the crates (cargo install --locked cargo-deny)
deny:
    cargo deny --locked check bans licenses sources
