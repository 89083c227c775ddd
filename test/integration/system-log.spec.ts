import { describe, expect, it } from 'vitest';
import { createEventLog } from '@electron/platform/event-log/index';
import { runProgram, type RunProgram } from '@electron/platform/programs';
import { LOGGED_EVENTS } from '@shared/domain/activity/logged-events';

/**
 * Runs a program where a socket of our own stands in the journal's place, and writes the datagram that it sends there. In a
 * mount namespace, so that the machine's own journal is neither there nor disturbed.
 */
const IN_JOURNALS_PLACE = `
use strict;
use IO::Socket::UNIX;
use Socket qw(SOCK_DGRAM);
system('mount', '-t', 'tmpfs', 'tmpfs', '/run') == 0 or die;
mkdir('/run/systemd') and mkdir('/run/systemd/journal') or die;
my $socket = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => '/run/systemd/journal/socket') or die;
my $code = system(@ARGV) >> 8;
exit $code if $code;
$SIG{ALRM} = sub { die 'no datagram' };
alarm(20);
$socket->recv(my $datagram, 65536);
print $datagram;
`;

/** The fields of an entry in the journal's native protocol; a value of several lines would have its length before it. */
const fieldsOf = (datagram: string) =>
  datagram
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf('=');
      return [line.slice(0, at), line.slice(at + 1)] as const;
    });

describe.runIf(process.getuid?.() === 0)('the journal', () => {
  it('receives each event as an entry of its native protocol, with ID, level and fields', async () => {
    const sent: string[] = [];
    const run: RunProgram = async (call) => {
      const args = ['--mount', 'perl', '-e', IN_JOURNALS_PLACE, call.executable, ...call.args];
      const result = await runProgram({ ...call, executable: '/usr/bin/unshare', args });
      sent.push(Buffer.from(result.text, 'latin1').toString('utf8'));
      return result;
    };
    const log = createEventLog('linux', run);
    expect(await log.write('licence-refused', { record: '12', reason: 'Prüfung\nMESSAGE_ID=0' })).toBe(true);
    const { messageId, en } = LOGGED_EVENTS['licence-refused'];
    const fields = fieldsOf(sent[0] ?? '');
    expect(Object.fromEntries(fields)).toMatchObject({
      MESSAGE: expect.stringContaining(en.meaning) as string,
      MESSAGE_ID: messageId,
      PRIORITY: '3',
      SYSLOG_IDENTIFIER: 'remote-service',
      REMOTE_SERVICE_EVENT: 'licence-refused',
      REMOTE_SERVICE_RECORD: '12',
      REMOTE_SERVICE_REASON: 'Prüfung MESSAGE_ID=0',
    });
    expect(fields.filter(([name]) => name === 'MESSAGE_ID')).toHaveLength(1);
  });
});
