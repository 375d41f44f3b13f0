/** Answers the sidebar: chains with their steps, and the lines that prove a step. */
import { chainsMessage, evidenceMessage } from '../../protocol/messages';
import type { WireChains } from '../../protocol/wireTypes';
import type { Feature } from '../context';
import { onMessage } from '../rpc';
import { ProtocolWriter } from '../toProtocol';

/** More chains than anybody reads; the export has them all. */
const maxChains = 500;
const maxEvidence = 1000;

export const register: Feature = (ctx) => {
  const empty: WireChains = { revision: 0, state: 'idle', chains: [], lone: [], unexplained: [], hasSources: false };
  onMessage(ctx.connection, chainsMessage, empty, () => {
    const writer = new ProtocolWriter(ctx);
    const { revision, state } = ctx.triage.status();
    const { chains, unexplained, sources } = ctx.triage.index.report;
    return {
      revision,
      state,
      chains: chains
        .filter((chain) => chain.steps.length > 1)
        .slice(0, maxChains)
        .map((chain) => writer.chain(chain)),
      lone: chains
        .filter((chain) => chain.steps.length <= 1)
        .slice(0, maxChains)
        .map((chain) => writer.chain(chain)),
      unexplained: unexplained.map((message) => writer.unexplained(message)),
      hasSources: sources.length > 0,
    };
  });
  onMessage(ctx.connection, evidenceMessage, { lines: [], total: 0 }, ({ episode: id, limit }) => {
    const episode = ctx.triage.index.episode(id);
    if (episode === undefined) return { lines: [], total: 0 };
    const writer = new ProtocolWriter(ctx);
    const listed = ctx.triage.index.eventsOfEpisode(episode).slice(0, Math.min(Math.max(0, limit), maxEvidence));
    return { lines: listed.map((event) => writer.evidence(event)), total: episode.events.length };
  });
  return {};
};
