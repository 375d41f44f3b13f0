/** A long log of many outages, for tests that ask what many episodes cost. */

const runtimeError =
  'ListContainers with filter nil from runtime service failed: rpc error: code = Unknown desc = operation timeout: context deadline exceeded';

/** Lines of `nodes` nodes with one outage an hour, `hours` of them; each outage is five episodes. */
export function manyOutages(nodes: number, hours: number): Record<string, string[]> {
  const sources: Record<string, string[]> = {};
  for (let node = 0; node < nodes; node++) {
    const lines: string[] = [];
    for (let hour = 0; hour < hours; hour++) {
      const base = Date.UTC(2022, 4, 1, hour, node % 7);
      const say = (seconds: number, program: string, message: string): void => {
        const iso = new Date(base + seconds * 1000).toISOString();
        const day = String(Number(iso.slice(8, 10))).padStart(2);
        lines.push(`May ${day} ${iso.slice(11, 19)} node-${node} ${program}: ${message}`);
      };
      const klog = (seconds: number, message: string): void => {
        const iso = new Date(base + seconds * 1000).toISOString();
        say(
          seconds,
          'kubelet',
          `E05${iso.slice(8, 10)} ${iso.slice(11, 19)}.123456   1402 kubelet.go:1216] ${message}`,
        );
      };
      say(0, 'dockerd', 'Another app is currently holding the xtables lock; waiting (9s) for it to exit...');
      klog(150, runtimeError);
      klog(170, 'Container garbage collection failed: operation timeout: context deadline exceeded');
      klog(
        200,
        'skipping pod synchronization - [PLEG is not healthy: pleg was last seen active 3m10.5s ago; threshold is 3m0s]',
      );
      klog(205, `Recording NodeNotReady event message for node node-${node}`);
    }
    sources[`node-${node}/messages`] = lines;
  }
  return sources;
}
