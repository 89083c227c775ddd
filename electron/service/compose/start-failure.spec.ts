import { describe, expect, it } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import { startFailure } from './start-failure';

const systemError = (code: string) => Object.assign(new Error(code), { code });

describe('startFailure', () => {
  it.each(['ENOSPC', 'EROFS', 'EACCES'])('names the data folder for %s', (code) => {
    const { code: named, params } = startFailure(systemError(code), '/data');
    expect([named, params]).toEqual(['data-folder-unusable', { folder: '/data' }]);
  });

  it('keeps what has a name already, and calls the rest internal with its cause', () => {
    const known = new AppError('service-already-running');
    expect(startFailure(known, '/data')).toBe(known);
    const unknown = systemError('EADDRINUSE');
    expect(startFailure(unknown, '/data')).toMatchObject({ code: 'internal', cause: unknown });
    expect(startFailure('text', '/data').code).toBe('internal');
  });
});
