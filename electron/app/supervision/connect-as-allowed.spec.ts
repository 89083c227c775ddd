import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import type { Role } from '@electron/link/role';
import type { ServiceLink } from '@electron/link/service-client';
import { connectAsAllowed, type PersonAccess } from './connect-as-allowed';

const link = { build: '1.0.0' } as ServiceLink;
const knownAfter = async (answers: Record<Role, ServiceLink | AppError>) => {
  const known = vi.fn<(may: PersonAccess) => void>();
  const outcome = await connectAsAllowed((role) => {
    const answer = answers[role];
    return answer instanceof AppError ? Promise.reject(answer) : Promise.resolve(answer);
  }, known).catch((error: unknown) => (error as AppError).code);
  return { outcome, known: known.mock.calls.flat() };
};
const closed = new AppError('not-operator');

describe('what a person may do', () => {
  it.each([
    ['change', { operator: link, viewer: link, administrator: closed }, link],
    ['look', { operator: new AppError('not-allowed'), viewer: link, administrator: closed }, link],
    ['nothing', { operator: closed, viewer: closed, administrator: closed }, 'not-operator'],
  ] as const)('is to %s', async (may, answers, outcome) => {
    expect(await knownAfter(answers)).toEqual({ outcome, known: [may] });
  });

  it('is not known while the service does not run', async () => {
    const stopped = new AppError('service-stopped');
    const answers = { operator: stopped, viewer: link, administrator: closed };
    expect(await knownAfter(answers)).toEqual({ outcome: 'service-stopped', known: [] });
  });
});
