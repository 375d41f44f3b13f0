/** How lines of the writers on a node begin, and how they are marked. */
import type { Place } from './area';
import { phrases } from './words';

/** Lines of klog from these source files: `E0312 09:14:01.204113    1873 cni.go:188] `. */
export function klogPlaces(files: readonly string[]): Place[] {
  if (files.length === 0) return [];
  const literals = files.map((file) => ` ${file}.go:`);
  const rest = `\\d{4} [\\d:.]{8,18} +\\d{1,10} (?:${files.join('|')})\\.go:\\d{1,6}\\] `;
  return [
    { literals, frame: `\\b[EF]${rest}`, marking: 'error' },
    { literals, frame: `\\b[W]${rest}`, marking: 'warning' },
  ];
}

/** Lines of the kernel's drivers, which mark nothing. */
export function driverPlaces(drivers: readonly string[]): Place[] {
  if (drivers.length === 0) return [];
  const names = drivers.map((driver) => driver.replace(/[()[\].]/g, '\\$&'));
  return [{ literals: drivers, frame: `\\b(?:${names.join('|')})`, marking: 'unmarked' }];
}

/** What container runtimes answer to a caller who asked for what is gone, or who has left: marked as errors, and every day's. */
const everyday =
  '\\bstatus(?:Code)?=4\\d\\d|\\b[Nn]o such (?:container|image|network|volume|exec|id)|: not found|NotFound|[Cc]ontext canceled|code = Canceled|already (?:closed|in progress)|closed (?:fifo|pipe)';

/** Lines of logrus, in fields or, on a terminal, behind letters. `writer` is what stands before them: source of a pattern. */
export function logrusPlaces(writer: string): Place[] {
  return [
    {
      literals: ['level=error msg=', 'level=fatal msg=', 'level=panic msg='],
      frame: `${writer}\\blevel=(?:error|fatal|panic) msg=`,
      marking: 'error',
      unless: everyday,
    },
    { literals: ['level=warning msg='], frame: `${writer}\\blevel=warning msg=`, marking: 'warning' },
    {
      // Seconds since the start, or the date.
      literals: ['ERRO[000', 'ERRO[001', 'ERRO[202', 'FATA[000', 'FATA[202'],
      frame: `${writer}\\b(?:ERRO|FATA)\\[[\\dT:.+Z-]{4,36}\\] `,
      marking: 'error',
      unless: everyday,
    },
  ];
}

/** Writers with many jobs: what an error of theirs is about, its text has to tell. */
export const manyJobs: readonly Place[] = [
  // kubelet, controllers and drivers.
  ...klogPlaces([
    'kubelet',
    'server',
    'manager',
    'controller',
    'helpers',
    'runtime',
    'docker_manager',
    'docker_service',
    'handler',
    'handlers',
    'driver',
    'plugin',
    'plugins',
    'endpoint',
    'utils',
    'main',
    'event',
    'event_broadcaster',
    'writer',
  ]),
  // dockerd, containerd, cri-o and programs of the same house.
  ...logrusPlaces(''),
  // Events as `kubectl` prints them; they know no graver word.
  { literals: ['Warning  '], frame: '\\bWarning {2,24}(?=[A-Z][A-Za-z]{3,40}\\s)', marking: 'error' },
  // The same, copied from a page.
  { literals: ['Warning Failed'], frame: '\\bWarning (?=Failed\\w{0,40} (?:\\d{1,4}[smhd]|<))', marking: 'error' },
];

/** What such phrases are about when nothing is wrong, or only as usual. */
const usual = `${everyday}|\\bignor(?:e|ed|ing)\\b|[Nn]o such (?:device|process)|Unknown unit|[Kk]ey not found|sysv-generator|systemd-udevd(?:\\[\\d{1,8}\\])?: [^\\n]{1,200}No such file or directory|already exists|Error response from daemon: |[Oo]peration not supported|args: \\[init\\]|Failed to unmarshal|\\b(?:failed|errors?)[:=] ?0\\b`;

/** What all areas ask alike. */
const isUnusual = new RegExp(`^(?![^\\n]{0,600}?(?:${usual}))`);

/** Texts that begin with what failed, behind the name of who says so. */
const begins =
  "\\s{0,8}(?:[\\w.@/-]{2,40}(?:\\[\\d{1,8}\\])?: )?(?:[Ff]ailed|[Ff]ailure|[Uu]nable to|[Cc]ould ?n[o']t|[Cc]an ?(?:not|'t)|[Ee]rror|ERROR|[Ff]atal|FATAL|[Pp]anic)\\b";

/** Texts that end with the reason that the system gave to who says so. */
const ends =
  '(?:[\\w.@/-]{2,40}(?:\\[\\d{1,8}\\])?: )[^\\n]{1,300}?: (?:[Nn]o such file or directory|[Pp]ermission denied|[Ii]nput\\/output error|(?:[Dd]evice or )?[Rr]esource busy|[Oo]peration not permitted|[Ii]nvalid argument|[Cc]onnection refused|[Nn]o route to host|[Cc]onnection timed out)[^\\w\\n]{0,2}(?:\\n|$)';

/** Texts whose writer marks them in a way that no format knows. */
const marked = '[^\\n]{0,80}?\\b(?:ERROR|ERR|FATAL|CRITICAL|CRIT|PANIC|SEVERE)\\b';

/**
 * Whoever writes, words that nobody uses unless something failed: a problem in lines that say they are errors, and in those that say nothing of
 * themselves where the words stand at the beginning or the end; a doubt elsewhere. What it is about is told by `topic`.
 */
export function anyWriter(topic: string): Place[] {
  const literals = phrases;
  const about = `(?=[^\\n]{0,600}?(?:${topic}))`;
  const text = `(?![^\\n]{0,600}?(?:${usual}))[^\\n]{0,600}?(?:${phrases.join('|')})`;
  const first = [isUnusual, new RegExp(topic)];
  return [
    { literals, frame: `^${about}${text}`, marking: 'told', stated: 'trouble', first },
    { literals, frame: `^(?=${begins}|${ends}|${marked})${about}${text}`, marking: 'told', stated: 'nothing', first },
    { literals, frame: `^${about}${text}`, marking: 'doubted', stated: 'doubt', first },
  ];
}
