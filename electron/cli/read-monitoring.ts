import { readFile } from 'node:fs/promises';
import { AppError } from '@shared/errors/app-error';
import { MonitoringFacts, monitoringFactsOf } from '@shared/domain/status/monitoring';
import { askService, type CommandContext } from './command-context';

/** What the file holds that an installed service keeps for accounts that are no operators; null where it cannot be read. */
const factsInFile = async (file: string): Promise<MonitoringFacts | null> => {
  try {
    return MonitoringFacts.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // The first failure is the one to tell: this account may not ask the service.
    return null;
  }
};

/** What monitoring may know of the service; null while it does not run. Throws what `connectToService` throws otherwise. */
export const readMonitoring = async (context: CommandContext): Promise<MonitoringFacts | null> => {
  try {
    const { status } = await askService(context, 'viewer', (client) => client.status.read());
    return monitoringFactsOf(status);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'service-stopped') return null;
    const { monitoring } = context.paths;
    const facts = error.code === 'not-operator' && monitoring !== null ? await factsInFile(monitoring) : null;
    if (facts === null) throw error;
    return facts;
  }
};
