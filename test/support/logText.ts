/** Log text as long as a test wants it, the same on every run: kubelet lines with the variety that real ones have. */

const messages = [
  () => `kubelet.go:1216] Container garbage collection failed: operation timeout: context deadline exceeded`,
  (n: number) => `setters.go:74] Using node IP: "10.239.40.${n % 251}"`,
  (n: number) =>
    `reconciler.go:224] operationExecutor.VerifyControllerAttachedVolume started for volume "default-token-${(n * 7919).toString(36)}"`,
  (n: number) =>
    `prober.go:117] Liveness probe for "web-${n % 13}_shop(${(n * 104_729).toString(16)})" failed (failure): HTTP ${n % 7 === 0 ? 503 : 500}`,
  (n: number) => `kuberuntime_manager.go:${n % 900}] Pod "job-${n}" 等待 ${n % 60} 秒 after ${'x'.repeat(n % 90)}`,
] as const;

/** At least `bytes` bytes of log lines. */
export function logText(bytes: number): string {
  const lines: string[] = [];
  let length = 0;
  for (let index = 0; length < bytes; index++) {
    const seed = (Math.imul(index, 2_654_435_761) >>> 0) % 1_000_000;
    const clock = new Date(Date.UTC(2021, 4, 13) + index * 731 + (seed % 700)).toISOString();
    const message = messages[seed % messages.length]?.(seed) ?? '';
    const line = `I0513 ${clock.slice(11, 23)}${String(seed % 1000).padStart(3, '0')}   14207 ${message}`;
    lines.push(line);
    length += Buffer.byteLength(line) + 1;
  }
  return `${lines.join('\n')}\n`;
}

/** Numbers from 0 to below 1, the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
