/** /var/log/messages as rsyslog writes it: `May 13 10:27:47 host ident[pid]: message`, local time, no zone. */
import { syslogStamp } from './clock';
import type { LogFile } from './logFile';

/** The syslog of one machine. */
export class Syslog {
  constructor(readonly file: LogFile) {}

  /** One message; `ident` carries the process id in brackets where the program sends it. */
  write(ms: number, ident: string, message: string): void {
    this.file.add(ms, `${syslogStamp(ms)} ${this.file.host} ${ident}: ${message}`);
  }
}
