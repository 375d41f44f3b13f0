/** Rule sets as `iptables -L` prints them, chain by chain. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const chainHead = /^Chain (\S+) \((?:policy \w+|\d+ references)/;
const columnHead = /^\s*(?:num\s+)?(?:pkts\s+bytes\s+)?target\s+prot\s+opt\s/;

/** Rows below `target prot opt`, per owner of the chain. */
export const iptablesList: FactFormat = {
  id: 'iptables-list',
  title: 'iptables -L',
  specification: 'https://man7.org/linux/man-pages/man8/iptables.8.html',
  names: ['iptables.rules', 'iptables.dockerRules', 'iptables.kubeRules'],
  looksLikeMine(firstLines) {
    return firstLines.some((line, index) => chainHead.test(line) && columnHead.test(firstLines[index + 1] ?? ''));
  },
  createCollector() {
    let chain = '';
    let first = 0;
    let rules = 0;
    let docker = 0;
    let kube = 0;
    return collectLines(
      (text, line) => {
        const head = chainHead.exec(text);
        if (head !== null) chain = head[1] ?? '';
        if (head !== null || chain === '' || columnHead.test(text) || text.trim() === '') return;
        if (rules++ === 0) first = line;
        if (chain.startsWith('DOCKER')) docker++;
        else if (chain.startsWith('KUBE-')) kube++;
      },
      (add) => {
        if (rules === 0) return;
        add('iptables.rules', rules, first);
        add('iptables.dockerRules', docker, first);
        add('iptables.kubeRules', kube, first);
      },
    );
  },
};
