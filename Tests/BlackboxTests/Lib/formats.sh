# Verbs about the formats of a report: each is read by the program that it is for.

# assert::format FORMAT: standard output is a well-made report in this format.
assert::format() {
  local sentence
  if [[ ! -s $scratch/stdout ]]; then assert::fail "$1: nothing was printed"; fi
  if ! sentence=$(format::"$1" 2>&1); then assert::fail "$1: $sentence"; fi
}

format::text() { ! LC_ALL=C grep -qP '[\x00-\x08\x0b-\x1f\x7f]' "$scratch/stdout"; }

format::json() { python3 -m json.tool "$scratch/stdout"; }

format::junit() { xmllint --noout --schema "$library/junit.xsd" "$scratch/stdout"; }

# Says nothing where there is nothing to complain about, and it complains about style, too.
format::prometheus() {
  local complaints
  complaints=$("$library/promtool" check metrics <"$scratch/stdout" 2>&1) && [[ -z $complaints ]] || {
    echo "$complaints"
    return 1
  }
}

format::npd() { (($(wc -l <"$scratch/stdout") == 1 && $(wc -c <"$scratch/stdout") <= 80)) && iconv -f UTF-8 -t UTF-8 "$scratch/stdout"; }

# Whether the points passed is not asked here, only whether they can be read.
format::tap() {
  perl -MTAP::Parser -e 'local $/; my $parser = TAP::Parser->new({ tap => scalar <STDIN> });
    while (my $line = $parser->next) { die $line->raw if $line->is_unknown }
    die $parser->parse_errors if $parser->parse_errors' <"$scratch/stdout"
}

format::html() { ! grep -qiE '<(script|img|link|iframe)|src=|href=' "$scratch/stdout" && grep -qx '</html>' "$scratch/stdout"; }
