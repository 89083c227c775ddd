import type { EvolutionRules } from '@shared/contract/read-leniently';
import { noAssistance } from '@shared/domain/assistance/assistance';
import { NO_UPDATES } from '@shared/domain/updates/update';

const inside = (place: string) => new RegExp(`(^|\\.)${place}$`);

/**
 * How a window reads the status of a service of another version: each value says no more than what is certain. A session
 * that is not understood is one that runs and sees everything; a request that is not understood is not asked about, which
 * is a no.
 */
export const statusEvolution: EvolutionRules = {
  fallbacks: [
    [inside('connection\\.state'), 'connecting'],
    [inside('connection'), { state: 'connecting', reason: null, since: null, nextTry: null, missing: [] }],
    [inside('service\\.state'), 'running'],
    [inside('service\\.mode'), 'installed'],
    [inside('(licenceServers|changed)\\.\\d+\\.state'), 'unknown'],
    [inside('(licenceServers|changed)\\.\\d+\\.kind'), 'local'],
    [inside('serving\\.state'), 'not-asked'],
    [inside('serving'), { state: 'not-asked', host: null, port: null, vendorPort: null, at: null }],
    [inside('features\\.\\d+\\.state'), 'doubtful'],
    [inside('severity'), 'normal'],
    [inside('proxy\\.mode'), 'detect'],
    [inside('clock\\.source'), 'clock'],
    [inside('session\\.state'), 'running'],
    [inside('session\\.access'), 'control'],
    [inside('client\\.provider'), 'teamviewer'],
    [inside('client\\.state'), 'not-looked-for'],
    [inside('client'), noAssistance(false).client],
    [inside('download\\.state'), 'idle'],
    [inside('updates'), NO_UPDATES],
  ],
  wholeOnly: inside('request'),
};
