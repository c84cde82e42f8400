import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await openSample(launched);
});
test.afterAll(() => launched.close());

test('the page has neither Node nor Electron, and only three functions of ours', async () => {
  const found = await launched.window.evaluate(() => {
    const names = globalThis as unknown as Record<string, unknown>;
    return {
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => names[name] !== undefined),
      api: Object.keys((names.api ?? {}) as object).sort(),
    };
  });

  expect(found).toEqual({ node: [], api: ['call', 'dropFiles', 'onEvent'] });
});

test('nothing can be fetched from a network', async () => {
  const outcome = await launched.window.evaluate(async () => {
    const tries = ['http://127.0.0.1:9/', 'https://127.0.0.1:9/', 'ws://127.0.0.1:9/'];
    const fetched = await Promise.all(
      tries.slice(0, 2).map((url) =>
        fetch(url).then(
          () => 'reached',
          () => 'refused',
        ),
      ),
    );
    const socket = await new Promise<string>((resolve) => {
      try {
        const opened = new WebSocket('ws://127.0.0.1:9/');
        opened.onopen = () => resolve('reached');
        opened.onerror = () => resolve('refused');
      } catch {
        resolve('refused');
      }
    });
    return [...fetched, socket];
  });

  expect(outcome).toEqual(['refused', 'refused', 'refused']);
});

test('a call to another computer sends nothing', async () => {
  const heard: string[] = [];
  const udp = createSocket('udp4').on('message', () => heard.push('UDP'));
  const tcp = createServer((socket) => {
    heard.push('TCP');
    socket.destroy();
  });
  udp.bind(0, '127.0.0.1');
  tcp.listen(0, '127.0.0.1');
  await Promise.all([once(udp, 'listening'), once(tcp, 'listening')]);
  const ports = { udp: udp.address().port, tcp: (tcp.address() as AddressInfo).port };

  const gathered = await launched.window.evaluate(async ({ udp: udpPort, tcp: tcpPort }) => {
    const turn = { username: 'a', credential: 'b' };
    const call = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:127.0.0.1:${udpPort}` },
        { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, ...turn },
      ],
    });
    call.createDataChannel('out');
    await call.setLocalDescription(await call.createOffer());
    const until = Date.now() + 3000;
    while (call.iceGatheringState !== 'complete' && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const state = call.iceGatheringState;
    call.close();
    return state;
  }, ports);
  udp.close();
  tcp.close();

  expect({ heard, gathered }).toEqual({ heard: [], gathered: 'complete' });
});

test('the page cannot walk away or open a window', async () => {
  const { app, window } = launched;
  const before = window.url();

  await window.evaluate(() => {
    globalThis.open('https://example.org/');
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    link.target = '_self';
    document.body.append(link);
    link.click();
    link.remove();
  });
  await window.waitForTimeout(300);

  expect(window.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
});

test('text that is put in as HTML runs nothing', async () => {
  const ran = await launched.window.evaluate(async () => {
    const names = globalThis as unknown as Record<string, unknown>;
    const holder = document.createElement('div');
    holder.innerHTML = '<img src="x" onerror="globalThis.ran = true">';
    document.body.append(holder);
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    document.body.append(script);
    await new Promise((resolve) => setTimeout(resolve, 200));
    holder.remove();
    script.remove();
    return names.ran === true;
  });

  expect(ran).toBe(false);
});

test('permissions are refused', async () => {
  const states = await launched.window.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as const;
    return Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => state,
          () => 'denied',
        ),
      ),
    );
  });

  expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
});

test('calls outside the contract, or with the wrong shape, are refused', async () => {
  const answers = await launched.window.evaluate(async () => {
    const { api } = globalThis as unknown as {
      api: { call: (name: string, input: unknown) => Promise<{ ok: boolean; failure?: { code: string } }> };
    };
    const tries: [string, unknown][] = [
      ['vault:readEverything', {}],
      ['__proto__', {}],
      ['constructor', {}],
      ['timetable:moveMeeting', { id: 7 }],
      ['evidence:readContent', { id: '../../etc/passwd' }],
    ];
    return Promise.all(tries.map(([name, input]) => api.call(name, input)));
  });

  expect(answers.map((answer) => answer.failure?.code)).toEqual([
    'input/invalid',
    'input/invalid',
    'input/invalid',
    'input/invalid',
    'record/not-found',
  ]);
});

test('addresses outside the bundle and unknown documents lead nowhere', async () => {
  const statuses = await launched.window.evaluate(async () => {
    const tries = [
      'app://lano/../../../etc/passwd',
      'app://lano/%2e%2e/%2e%2e/package.json',
      'app://other/index.html',
      'evidence://item/unknown',
      'evidence://item/..%2f..',
    ];
    return Promise.all(
      tries.map((url) =>
        fetch(url).then(
          ({ status }) => status,
          () => 404,
        ),
      ),
    );
  });

  expect(statuses).toEqual([404, 404, 404, 404, 404]);
});

test('no child’s name is in the window’s title, the page’s title, or any file of this computer’s settings', async () => {
  const { app, window, folder } = launched;
  const titles = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => one.getTitle()),
  );
  const pageTitle = await window.evaluate(() => document.title);
  const settings = join(folder, 'settings');
  const names = ['Kestrel', 'Orchard', 'Tarrow', 'Wainfleet', 'Pellow', 'Hallow'];
  const found: string[] = [];
  for (const file of await readdir(settings, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const bytes = await readFile(join(file.parentPath, file.name)).catch(() => Buffer.alloc(0));
    for (const name of names)
      if (bytes.includes(name) || file.name.includes(name)) found.push(`${file.name}: ${name}`);
  }

  expect([...titles, pageTitle]).toEqual(['LANO Desk', 'LANO Desk']);
  expect(found).toEqual([]);
});
