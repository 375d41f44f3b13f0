/** `ip addr`, `ip link` and their short form `ip -br`: the network interfaces that are not up. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const long =
  /^\d{1,6}: (\S{1,64}?)(?:@\S{1,64})?: <([A-Z0-9_,-]{0,200})> mtu \d{1,9}\b.{0,200}?\bstate ([A-Z]{2,16})\b/;
const short = /^(\S{1,64}?)(?:@\S{1,64})?\s{2,}(UP|DOWN|UNKNOWN|LOWERLAYERDOWN|DORMANT)\s/;

/** Bridges without a port, and what only holds addresses or is made by a kernel module: all of them are down every day. */
const ordinary =
  /^(?:docker0|virbr\d{1,3}(?:-nic)?|kube-ipvs0|nodelocaldns|dummy\d{1,3}|(?:tunl|sit|ip6tnl|gre|gretap|erspan)0)$/;

/** One fact for each interface that is down, with why where that is told. */
export const links: FactFormat = {
  id: 'links',
  title: 'ip addr, ip link',
  specification: 'https://man7.org/linux/man-pages/man8/ip-link.8.html',
  names: ['link.state'],
  looksLikeMine(firstLines) {
    const lines = firstLines.slice(0, 5);
    return lines.some((line) => long.test(line)) || lines.some((line) => /^lo\s{2,}UNKNOWN\s/.test(line));
  },
  createCollector: () =>
    collectLines((text, line, add) => {
      const shown = text.slice(0, 500);
      const [, name, flags, state] = long.exec(shown) ?? [];
      if (name !== undefined && isDown(name, state))
        add('link.state', flags?.includes('NO-CARRIER') === true ? 'no carrier' : 'down', line, name);
      const brief = name === undefined ? short.exec(shown) : null;
      if (brief !== null && isDown(brief[1], brief[2]))
        add('link.state', shown.includes('NO-CARRIER') ? 'no carrier' : 'down', line, brief[1] ?? '');
    }),
};

function isDown(name = '', state = ''): boolean {
  return (state === 'DOWN' || state === 'LOWERLAYERDOWN') && !ordinary.test(name);
}
