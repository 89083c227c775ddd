import { expect, it } from 'vitest';
import { isRereadCommand, rereadCommandFor } from './reread-command';

it.each([
  [['/opt/flexlm/lmutil', 'lmreread', '-c', '/srv/licences/prismadirect.lic']],
  [['/opt/flexlm/lmutil', 'lmreread', '-c', '27000@localhost', '-vendor', 'prismad']],
  [['/opt/flexlm/lmreread', '-c', '/srv/a b.lic', '-all']],
  [['/opt/flexlm/lmutil', 'lmdown', '-q', '-c', '/srv/prismadirect.lic']],
  [['/opt/flexlm/lmdown', '-c', '/srv/prismadirect.lic', '-q']],
  [['/opt/lmadmin/lmadmin', '-import', '/srv/prismadirect.lic', '-force']],
  [['C:\\Program Files\\FlexNet\\LMUTIL.EXE', 'lmreread', '-c', 'D:\\licences\\prismadirect.lic']],
])('takes %j', (command) => expect(isRereadCommand(command)).toBe(true));

it.each([
  [[]],
  [['/bin/sh', '-c', '/tmp/x']],
  [['/bin/sh', '-c', 'lmutil lmreread']],
  [['lmutil', 'lmreread', '-c', '/srv/x.lic']],
  [['../lmutil', 'lmreread', '-c', '/srv/x.lic']],
  [['/opt/flexlm/../../tmp/lmutil', 'lmreread', '-c', '/srv/x.lic']],
  [['//host/share/lmutil', 'lmreread', '-c', '/srv/x.lic']],
  [['\\\\host\\share\\lmutil.exe', 'lmreread', '-c', '/srv/x.lic']],
  [['/opt/flexlm/lmutil', 'lmremove', '-c', '/srv/x.lic']],
  [['/opt/flexlm/lmutil', 'lmreread']],
  [['/opt/flexlm/lmutil', 'lmreread', '-c', '-x']],
  [['/opt/flexlm/lmutil', 'lmreread', '-c', 'relative.lic']],
  [['/opt/flexlm/lmutil', 'lmreread', '-c', '/srv/x.lic', '; id']],
  [['/opt/flexlm/lmutil', 'lmreread', '-c', '/srv/x.lic', '-vendor', '-x']],
  [['/opt/flexlm/lmutil', 'lmreread', '-c', '/srv/x\n.lic']],
  [['/opt/flexlm/constructor', '-c', '/srv/x.lic']],
  [['/opt/flexlm/lmutil\u0000', 'lmreread', '-c', '/srv/x.lic']],
])('refuses %j', (command) => expect(isRereadCommand(command)).toBe(false));

it('is that of the licence server of the same name, and of no other', () => {
  const command = ['/opt/flexlm/lmreread', '-c', '/srv/x.lic'];
  expect(rereadCommandFor({ 'Hall 1': command }, ' hall 1 ')).toBe(command);
  expect(rereadCommandFor({ 'Hall 1': command }, 'Hall 2')).toBeNull();
  expect(rereadCommandFor({}, 'constructor')).toBeNull();
});
