import { describe, expect, it } from 'vitest';
import {
  canBeTried,
  CHECK_STAGES,
  verdictOf,
  type CheckStageName,
  type StageOutcome,
} from './connection-check';

const result = (stage: CheckStageName, outcome: StageOutcome) => ({ stage, outcome });

/** Goes through the stages in order, with one of them failing, and gives what could not be tried. */
const stoppedBy = (failing: CheckStageName) => {
  const results: ReturnType<typeof result>[] = [];
  for (const stage of CHECK_STAGES) {
    const tried = stage === failing ? 'failed' : 'passed';
    results.push(result(stage, canBeTried(stage, results) ? tried : 'not-tried'));
  }
  return results.filter(({ outcome }) => outcome === 'not-tried').map(({ stage }) => stage);
};

describe('canBeTried', () => {
  it.each<[CheckStageName, CheckStageName[]]>([
    ['account', []],
    ['dns', ['proxy-reachable', 'proxy-login', 'tls', 'back-office', 'organisation']],
    ['proxy-reachable', ['proxy-login', 'tls', 'back-office', 'organisation']],
    ['proxy-login', ['tls', 'back-office', 'organisation']],
    ['tls', ['back-office', 'organisation']],
    ['back-office', ['organisation']],
    ['organisation', []],
    ['clock', []],
    ['licence-server', []],
  ])('a failure of %s stops only what needs it', (failing, stopped) => {
    expect(stoppedBy(failing)).toEqual(stopped);
  });

  it('goes on behind what was left out because there is nothing to try', () => {
    const results = [result('dns', 'passed'), result('proxy-reachable', 'skipped')];
    expect(canBeTried('proxy-login', results)).toBe(true);
  });
});

describe('verdictOf', () => {
  it('passes with what was left out by design, and not with what was not tried', () => {
    expect(verdictOf([result('account', 'passed'), result('dns', 'skipped')])).toBe('passed');
    expect(verdictOf([result('account', 'passed'), result('dns', 'not-tried')])).toBe('failed');
    expect(verdictOf([result('account', 'passed'), result('dns', 'failed')])).toBe('failed');
  });
});
