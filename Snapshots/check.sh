#!/bin/sh
# Runs the main job on the bundled town, crawler included, and compares its report with the expected one. Only the
# digest of the snapshot differs: the replay writes an archive of its own.
set -eu
oitcheck=$1
town=$(dirname "$0")/nongsai/2026-11-21
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
code=0
"$oitcheck" audit --replay "$town" --output "$work/audit" --quiet || code=$?
[ "$code" -eq 1 ] || { echo "the audit ended with $code, expected 1 (the town has gaps)" >&2; exit 1; }
grep -v '"digest"' "$town/expected/2566.json" > "$work/expected"
grep -v '"digest"' "$work/audit/report.json" > "$work/found"
diff -u "$work/expected" "$work/found" || { echo "the report is not the expected one" >&2; exit 1; }
echo "the bundled town gives its expected report"
