/** Answers the sidebar: chains with their steps, and the lines that prove a step. */
import type { Chain } from '../../engine/index';
import { chainsMessage, evidenceMessage } from '../../protocol/messages';
import type { WireChain, WireChains } from '../../protocol/wireTypes';
import type { Feature, ServerContext } from '../context';
import { onMessage } from '../rpc';
import { ProtocolWriter } from '../toProtocol';

/** More chains than anybody reads; the export has them all. */
const maxChains = 500;
const maxEvidence = 1000;

export const register: Feature = (ctx) => {
  const empty: WireChains = { revision: 0, state: 'idle', chains: [], lone: [], unexplained: [], hasSources: false };
  let told: ToldChains | null = null;
  onMessage(ctx.connection, chainsMessage, empty, () => {
    const { revision, state } = ctx.triage.status();
    if (told === null || !isStillTrue(ctx, told)) told = tellChains(ctx);
    return { revision, state, ...told.chains };
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

/** Chains put into words, and by what: the sidebar asks again whenever it is shown. */
interface ToldChains {
  readonly index: ServerContext['triage']['index'];
  readonly language: ReturnType<ServerContext['language']>;
  readonly settings: ReturnType<ServerContext['settings']>;
  readonly chains: Omit<WireChains, 'revision' | 'state'>;
}

function isStillTrue(ctx: ServerContext, { index, language, settings }: ToldChains): boolean {
  return index === ctx.triage.index && language === ctx.language() && settings === ctx.settings();
}

function tellChains(ctx: ServerContext): ToldChains {
  const writer = new ProtocolWriter(ctx);
  const { index } = ctx.triage;
  const { chains, unexplained, sources } = index.report;
  const tell = (wanted: readonly Chain[]): WireChain[] =>
    wanted.slice(0, maxChains).map((chain) => writer.chain(chain));
  return {
    index,
    language: ctx.language(),
    settings: ctx.settings(),
    chains: {
      chains: tell(chains.filter(({ steps }) => steps.length > 1)),
      lone: tell(chains.filter(({ steps }) => steps.length <= 1)),
      unexplained: unexplained.map((message) => writer.unexplained(message)),
      hasSources: sources.length > 0,
    },
  };
}
