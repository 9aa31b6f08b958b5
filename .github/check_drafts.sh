#!/usr/bin/env bash
# Checks the drafts that differ from $BASE and writes their comparison to the summary of the job. $FILES are git pathspecs, one a line.
set -euo pipefail

empty=$(git hash-object -t tree /dev/null)
base=$(git rev-parse --verify --quiet "$BASE^{commit}" || echo "$empty")
mapfile -t patterns < <(printf '%s\n' "$FILES" | sed -n 's/^[[:space:]]*\(.*[^[:space:]]\)[[:space:]]*$/:(glob)\1/p')
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

changed=()
while IFS= read -r -d '' status; do
  IFS= read -r -d '' old
  new=$old
  case $status in R* | C*) IFS= read -r -d '' new ;; esac
  changed+=("$new")
  if git cat-file -e "$base:$old" 2>/dev/null; then
    before="$scratch/${#changed[@]}-${old##*/}"
    git cat-file blob "$base:$old" >"$before"
    treatydiff compare --quiet --format markdown -o - "$before" "$new" >>"$GITHUB_STEP_SUMMARY"
  else
    printf '## %s\n\nThis draft is new.\n' "$new" >>"$GITHUB_STEP_SUMMARY"
  fi
done < <(git diff -z -M --name-status --diff-filter=AMRC "$base" HEAD -- "${patterns[@]}")

if ((${#changed[@]} == 0)); then
  echo "No draft changed." >>"$GITHUB_STEP_SUMMARY"
  exit 0
fi
since=()
[ "$base" = "$empty" ] || since=(--since "$base")
treatydiff check --quiet --format github --fail-on "$FAIL_ON" "${since[@]}" -- "${changed[@]}"
