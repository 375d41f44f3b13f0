/** Short true-to-format stories of node failures, for tests that ask what the engine makes of them. */

/** Clock text `hh:mm:ss` of seconds after 10:00:00. */
export function clock(seconds: number): string {
  const total = 36_000 + seconds;
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(total / 3600))}:${pad(Math.floor(total / 60) % 60)}:${pad(total % 60)}`;
}

/** A kubelet line in syslog. */
export function kubelet(seconds: number, message: string, letter = 'E', node = 'node-a'): string {
  return `May 13 ${clock(seconds)} ${node} kubelet: ${letter}0513 ${clock(seconds)}.123456   14207 kubelet.go:1216] ${message}`;
}

/** A dockerd line in syslog, as its child's standard error. */
export function dockerd(seconds: number, message: string, node = 'node-a'): string {
  return `May 13 ${clock(seconds)} ${node} dockerd: ${message}`;
}

/** Glued lock waits whose counters end with `last` seconds. */
export function lockWaits(seconds: number, last: number, node = 'node-a'): string {
  const pieces = [last - 4, last - 2, last].map(
    (waited) => `Another app is currently holding the xtables lock; waiting (${waited}s) for it to exit...`,
  );
  return dockerd(seconds, `${pieces.join('\\n')}\\n"`, node);
}

/** dockerd blocked on the xtables lock until the node is NotReady; `locks: false` leaves the lock lines out. */
export function lockStory(
  options: { readonly locks?: boolean; readonly node?: string; readonly shiftSeconds?: number } = {},
): string[] {
  const node = options.node ?? 'node-a';
  const shift = options.shiftSeconds ?? 0;
  const lines: { readonly at: number; readonly line: string }[] = [];
  const add = (at: number, line: (seconds: number) => string): void => {
    lines.push({ at, line: line(at + shift) });
  };
  if (options.locks !== false)
    for (let at = 60; at < 900; at += 30) add(at, (seconds) => lockWaits(seconds, 9 + Math.floor(at / 20), node));
  for (let at = 200; at < 900; at += 60) {
    add(at, (seconds) =>
      kubelet(
        seconds,
        'ListContainers with filter &ContainerFilter{} from runtime service failed: rpc error: code = Unknown desc = operation timeout: context deadline exceeded',
        'E',
        node,
      ),
    );
  }
  for (let at = 260; at < 900; at += 180)
    add(at, (seconds) =>
      kubelet(seconds, 'Container garbage collection failed: operation timeout: context deadline exceeded', 'E', node),
    );
  for (let at = 400; at < 900; at += 5)
    add(at, (seconds) =>
      kubelet(
        seconds,
        `skipping pod synchronization - [PLEG is not healthy: pleg was last seen active ${Math.floor((at - 200) / 60)}m${(at - 200) % 60}.5s ago; threshold is 3m0s]`,
        'I',
        node,
      ),
    );
  add(410, (seconds) => kubelet(seconds, `Recording NodeNotReady event message for node ${node}`, 'I', node));
  return lines.sort((a, b) => a.at - b.at).map((entry) => entry.line);
}

/** Lines of a node on which nothing is wrong. */
export function healthyStory(node = 'node-b'): string[] {
  const lines: string[] = [];
  for (let at = 0; at < 900; at += 10) {
    lines.push(kubelet(at, 'SyncLoop (housekeeping)', 'I', node));
    if (at % 60 === 0) lines.push(`May 13 ${clock(at)} ${node} systemd: Started Session ${at} of user root.`);
  }
  return lines;
}
