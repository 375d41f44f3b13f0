/** How the command line is used: what `causeline --help` prints, and the error of who used it otherwise. */

/** A misuse, in words that name the argument and the remedy. */
export class UsageError extends Error {}

export const usage = `Usage:
  causeline triage <path>... [options]   find what happened in collected node logs
  causeline cat <path>... [--source ID]  print sources as their lines are counted: journals and archives as text
  causeline follow <name> <path>...      print every line about a pod, a container, an image, a unit, a device or a text
  causeline timeline <when> <path>...    print what all sources say around a line or an instant, merged by time
  causeline signatures [--id ID]         list what Causeline recognises
  causeline rules test [<path>...]       prove rule files by their own samples (default .causeline/rules)
  causeline rules schema                 JSON schema of rule files
  causeline lsp --stdio                  language server for editors

Options of triage, follow and timeline (a path may be a folder, a file or an archive):
  --zone ZONE                   zone of stamps that state none: +08:00, UTC, Asia/Shanghai
  --year YEAR                   year of stamps that state none
  --zone SOURCE=ZONE            the same for one source; SOURCE is its path, * stands for any part of a name,
  --year SOURCE=YEAR              ** for any part of a path; these may be repeated, as may the next three
  --skew SOURCE=DISTANCE        added to the times of the source: +1.5s, -1m34s, 250ms
  --node SOURCE=NAME            node that the source was collected on
  --log-format SOURCE=FORMAT    format of its records (klog, syslog, text ...)
  --case FILE                   such decisions in a file; default <path>/.causeline/case.json
  --rules PATH                  rule file or folder, beside .causeline/rules of the collection; may be repeated
  --threads N                   read with N threads; by default as many as pay, at most one for each processor
  --cache DIR                   keep there what was read: an unchanged case opens at once, a grown file costs its new bytes
  --language en|zh              language of the output

Options of triage, follow, timeline and cat; what lies beyond a limit is named and not read:
  --max-depth N                 archives and packed files inside each other; default 6
  --max-members N               members of one archive, with all that lie in it; default 1000000
  --max-unpacked SIZE           what one file may unpack to: 500M, 64G (the default), 2T

Options of triage (a path may also be a pipe, and - for standard input):
  --format markdown|json|text   default markdown
  --output FILE                 write there instead of standard output
  --fail-on CONFIDENCE          exit with 1 on chains at or above: possible, likely, strong
  --raw                         quote lines with the passwords and tokens in them
  --ledger                      add where every byte of every source and packed file went

Options of follow (a name is namespace/pod, the id of a container or pod in any spelling, or anything else):
  --limit N                     lines printed, the earliest ones; default 5000
  --format text|json            default text

Options of timeline (when is SOURCE:LINE as reports name it, or an instant with its zone: 2022-05-13T10:26:40+08:00):
  --span DISTANCE               how far to either side: 500ms, 30s, 5m, 2h; default 30s
  --only NODE                   sources of that node, and those of none
  --events                      only lines that were recognised
  --limit N                     lines printed, those nearest to the middle; default 5000

Exit status: 0 report written; 1 chains at or above --fail-on; 2 misuse or nothing readable;
             3 report written, some input could not be read (the report lists it).
             Of follow and timeline: 0 lines found; 1 none; 2 and 3 as above.
`;
