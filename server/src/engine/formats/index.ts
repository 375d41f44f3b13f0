/** The list of log formats, frequent ones first, prefixes last. */

import { accessLog } from './accessLog';
import { ansiColors } from './ansiColors';
import { audit } from './audit';
import { backslashEscapes } from './backslashEscapes';
import { capnslog } from './capnslog';
import { ceph } from './ceph';
import { cephCluster } from './cephCluster';
import { clockLine } from './clockLine';
import { cloudLogging } from './cloudLogging';
import { cri } from './cri';
import { describeEvent } from './describeEvent';
import { dmesgDecoded } from './dmesgDecoded';
import { dmesgIso } from './dmesgIso';
import { dmesgRelative } from './dmesgRelative';
import { dmesgTime } from './dmesgTime';
import { dockerEvents } from './dockerEvents';
import { dockerJson } from './dockerJson';
import { epochPrefix } from './epochPrefix';
import { eventJson } from './eventJson';
import { eventTable } from './eventTable';
import { eventYaml } from './eventYaml';
import { flagNotice } from './flagNotice';
import type { LogFormat } from './format';
import { goLog } from './goLog';
import { goroutine } from './goroutine';
import { grepPrefix } from './grepPrefix';
import { hostPrefix } from './hostPrefix';
import { htmlEntities } from './htmlEntities';
import { isoLevel } from './isoLevel';
import { isoPlain } from './isoPlain';
import { isoStamp } from './isoStamp';
import { journalExport } from './journalExport';
import { journalFull } from './journalFull';
import { journalJson } from './journalJson';
import { journalMonotonic } from './journalMonotonic';
import { journalPretty } from './journalPretty';
import { journalUnix } from './journalUnix';
import { journalVerbose } from './journalVerbose';
import { jsonLines } from './jsonLines';
import { kernel } from './kernel';
import { klog } from './klog';
import { kubectlPrefix } from './kubectlPrefix';
import { levelFirst } from './levelFirst';
import { logrus } from './logrus';
import { logrusTerminal } from './logrusTerminal';
import { markers } from './markers';
import { nodeCondition } from './nodeCondition';
import { octalControls } from './octalControls';
import { openVswitch } from './openVswitch';
import { quotePrefix } from './quotePrefix';
import { supervisord } from './supervisord';
import { syslog } from './syslog';
import { syslog5424 } from './syslog5424';
import { syslogIso } from './syslogIso';
import { systemctlStatus } from './systemctlStatus';
import { unixDate } from './unixDate';
import { zapConsole } from './zapConsole';

/** Formats that only say where another format's line begins; they count for nothing unless one does. */
export const prefixFormats: readonly LogFormat[] = [
  kubectlPrefix,
  hostPrefix,
  grepPrefix,
  quotePrefix,
  ansiColors,
  octalControls,
  htmlEntities,
  backslashEscapes,
];

/**
 * All formats. Apart from the prefixes no line belongs to two of them, so the order is one of speed only:
 * whichever fitted last may be asked first.
 */
export const formats: readonly LogFormat[] = [
  syslog,
  klog,
  logrus,
  kernel,
  syslogIso,
  cri,
  jsonLines,
  dockerJson,
  journalJson,
  dmesgTime,
  isoPlain,
  capnslog,
  isoLevel,
  supervisord,
  goLog,
  isoStamp,
  journalFull,
  journalUnix,
  journalMonotonic,
  syslog5424,
  dmesgIso,
  dmesgDecoded,
  logrusTerminal,
  audit,
  goroutine,
  flagNotice,
  dockerEvents,
  cloudLogging,
  zapConsole,
  openVswitch,
  ceph,
  cephCluster,
  levelFirst,
  unixDate,
  accessLog,
  epochPrefix,
  clockLine,
  dmesgRelative,
  nodeCondition,
  eventTable,
  describeEvent,
  systemctlStatus,
  journalVerbose,
  journalExport,
  journalPretty,
  eventJson,
  eventYaml,
  markers,
  ...prefixFormats,
];

/** The formats that a source is read with: all of them, or what is left when the user says which one its records have (`text`: none). */
export function formatsAs(id: string | undefined): readonly LogFormat[] {
  if (id === 'text') return [];
  const chosen = formats.find((format) => format.id === id);
  if (chosen === undefined) return formats;
  const rivals = chosen.kind === 'envelope' ? ['envelope'] : ['record', 'row'];
  return formats.filter(
    (format) => format === chosen || prefixFormats.includes(format) || !rivals.includes(format.kind),
  );
}
