import { createSocket } from 'node:dgram';
import { createServer, type AddressInfo } from 'node:net';
import { CALLS_WITHOUT_PERSON } from '@electron/app/ipc/guards/calls-without-person';
import { configure } from '../support/program';
import { expect, test } from './support/fixtures';

test('foreign text is text: hostile strings of the back office run nothing and break no policy', async ({
  office,
  program,
  open,
}) => {
  office.setBehaviour([{ route: 'POST /installations', behaviour: { does: 'hostile-strings' } }]);
  await configure(program, office);
  const { page, shell } = await open();
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective));
  });
  await expect(shell.connectionStatus).toHaveText('Connected');
  office.issueLicence({ kind: 'add-feature', name: '<img src=x onerror=window.__p=1>', quantity: 2 });
  await shell.goTo('Licence');
  await expect(page.getByRole('main')).toContainText('<img src=x onerror=window.__p=1>');
  for (const name of ['Overview', 'Remote Service', 'Activity', 'About'] as const) await shell.goTo(name);
  const outcome = () =>
    page.evaluate(() => ({
      ran: '__p' in window,
      images: document.images.length,
      violations: (window as unknown as { seen: string[] }).seen,
    }));
  expect(await outcome()).toEqual({ ran: false, images: 0, violations: [] });

  // The listener does hear: a script that someone brings in is stopped by the policy.
  await page.evaluate(() => {
    const attempts = [
      () => {
        const script = document.createElement('script');
        script.textContent = 'window.__p = 1';
        document.head.append(script);
      },
      () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', 'window.__p = 1');
        button.click();
      },
      () => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.__p=1>'),
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch {
        // Trusted Types refuse with an exception what the script policy refuses without a word.
      }
    }
  });
  await expect.poll(async () => (await outcome()).violations.length).toBeGreaterThan(0);
  expect((await outcome()).ran).toBe(false);
});

test('the page stays where it is: no navigation, no window, no form, no frame leaves it', async ({
  connected: { app, page },
}) => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  const before = page.url();
  await page.evaluate(() => {
    const target = 'https://example.com/';
    window.open(target);
    const link = document.createElement('a');
    Object.assign(link, { href: target, target: '_blank' });
    document.body.append(link);
    link.click();
    link.target = '';
    link.click();
    const form = document.createElement('form');
    Object.assign(form, { action: target, method: 'post' });
    document.body.append(form);
    form.submit();
    const frame = document.createElement('iframe');
    frame.src = target;
    document.body.append(frame);
    for (const part of [link, form, frame]) part.remove();
  });
  for (const target of [
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,x',
    'app://other/index.html',
  ]) {
    await page.evaluate((address) => location.assign(address), target).catch(() => undefined);
    // Locators wait for the navigation that never comes; a plain look does not.
    const place = () => page.evaluate(() => [location.href, document.querySelector('h1')?.textContent]);
    expect(await place()).toEqual([before, 'Overview']);
  }
  expect(app.windows()).toHaveLength(1);
  expect(
    await app.evaluate(({ webContents }) => ({
      contents: webContents.getAllWebContents().length,
      opened: (globalThis as unknown as { opened: string[] }).opened,
    })),
  ).toEqual({ contents: 1, opened: [] });
});

test('the page reads its own files and nothing else', async ({ connected: { page } }) => {
  const fetched = await page.evaluate(async () => {
    const addresses = [
      'app://remote-service/../package.json',
      'app://remote-service/..%2f..%2fpackage.json',
      'app://remote-service/%252e%252e/package.json',
      'app://remote-service/index.html%00.js',
      'app://other/index.html',
      'file:///etc/passwd',
      'https://example.com/',
      'http://127.0.0.1/',
      'data:text/plain,x',
    ];
    return Promise.all(
      addresses.map(async (address) => {
        try {
          const answer = await fetch(address);
          return [address, answer.ok, await answer.text()];
        } catch {
          return [address, false, ''];
        }
      }),
    );
  });
  for (const [address, isOk, text] of fetched) expect([address, isOk, text]).toEqual([address, false, '']);
});

test('the windows are as locked as the factory says, and every permission is refused', async ({
  connected: { app, page },
}) => {
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const found = (
        contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      ).getLastWebPreferences();
      const names = ['sandbox', 'contextIsolation', 'nodeIntegration', 'webviewTag', 'webSecurity'];
      return Object.fromEntries(names.map((name) => [name, found[name]]));
    }),
  );
  expect(preferences).toEqual([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, webSecurity: true },
  ]);
  expect(
    await page.evaluate(() => ['require', 'process', 'Buffer', 'module'].filter((name) => name in window)),
  ).toEqual([]);
  const answers = await page.evaluate(async () => {
    const outcome = (promise: Promise<unknown>) =>
      promise.then(
        () => 'given',
        () => 'refused',
      );
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    );
    const usb = (navigator as unknown as { usb?: { requestDevice: (o: object) => Promise<unknown> } }).usb;
    return {
      states: [...new Set(states)],
      media: await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await outcome(navigator.mediaDevices.getDisplayMedia({ video: true })),
      clipboard: await outcome(navigator.clipboard.readText()),
      usb: usb === undefined ? 'refused' : await outcome(usb.requestDevice({ filters: [] })),
      notification: await Notification.requestPermission(),
    };
  });
  expect(answers).toEqual({
    states: ['denied'],
    media: 'refused',
    screen: 'refused',
    clipboard: 'refused',
    usb: 'refused',
    notification: 'denied',
  });
});

test('a script in the page does nothing by itself that a person has not just pressed a button for (T48)', async ({
  connected: { app, page },
  program,
}) => {
  const before = await program.cli(['settings', 'get', '--json']);
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  });
  const verdicts = await page.evaluate(async () => {
    type Entry = (arg?: unknown) => unknown;
    const { remoteService } = window as unknown as { remoteService: Record<string, Record<string, Entry>> };
    const found: [string, string][] = [];
    for (const [domain, entries] of Object.entries(remoteService)) {
      for (const [name, entry] of Object.entries(entries)) {
        const answer = entry(name === 'savePreferences' ? {} : undefined);
        // An event gives how to stop listening.
        if (!(answer instanceof Promise)) continue;
        const reply = (await answer) as { ok: boolean; error?: { code: string } };
        found.push([`${domain}.${name}`, reply.error?.code ?? 'done']);
      }
    }
    return found;
  });
  const refused = verdicts.filter(([, code]) => code === 'person-needed').map(([name]) => name);
  const allowed = verdicts.filter(([, code]) => code !== 'person-needed').map(([name]) => name);
  expect(allowed.sort()).toEqual([...CALLS_WITHOUT_PERSON].sort());
  for (const name of ['settings.save', 'licence.install', 'updates.install', 'service.act', 'account.change'])
    expect(refused).toContain(name);
  expect(verdicts.map(([name]) => name)).not.toContain('assistance.allow');
  expect((await program.cli(['settings', 'get', '--json'])).text).toBe(before.text);
});

test('nothing leaves over WebRTC, and the page has no dialogs, no clipboard and no files', async ({
  connected: { app, page },
}) => {
  const udp = createSocket('udp4');
  const tcp = createServer();
  const heard = { packets: 0, connections: 0 };
  udp.on('message', () => (heard.packets += 1));
  tcp.on('connection', (socket) => {
    heard.connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const ports = { udp: udp.address().port, tcp: (tcp.address() as AddressInfo).port };
  const candidates = await page.evaluate(async ({ udp: udpPort, tcp: tcpPort }) => {
    const login = { username: 'a', credential: 'b' };
    const peer = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:127.0.0.1:${udpPort}` },
        { urls: `turn:127.0.0.1:${udpPort}`, ...login },
        { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, ...login },
      ],
    });
    const found: string[] = [];
    peer.onicecandidate = ({ candidate }) => {
      if (candidate !== null) found.push(candidate.candidate);
    };
    const isOver = new Promise<void>((resolve) => {
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve();
    });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    await isOver;
    return found;
  }, ports);
  expect(candidates.filter((candidate) => candidate !== '')).toEqual([]);
  expect(heard).toEqual({ packets: 0, connections: 0 });
  udp.close();
  tcp.close();

  await app.evaluate(({ clipboard }) => clipboard.writeText('CANARY-clipboard'));
  const tried = await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- A hostile script would use it all the same.
    document.execCommand('paste');
    const pasted = field.value;
    field.remove();
    // Electron has no prompt: it throws where other browsers open one.
    const askForText = () => {
      try {
        return prompt('x');
      } catch {
        return 'refused';
      }
    };
    return { pasted, answered: confirm('x'), text: askForText(), picker: 'showOpenFilePicker' in window };
  });
  expect(tried).toEqual({ pasted: '', answered: false, text: 'refused', picker: false });
});
