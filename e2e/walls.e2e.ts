import { mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { API_METHODS } from '../src/shared/api';
import { expect, ROOT, test } from './app';

test.describe('the walls around the page', () => {
  test('the renderer has the contract and nothing else of Node or Electron', async ({ start }) => {
    const { page } = await start();
    const found = await page.evaluate(() => ({
      desktop: Object.keys(window.desktop).sort(),
      leaks: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
    }));
    expect(found.desktop).toEqual([...Object.keys(API_METHODS), 'on', 'pathForFile'].sort());
    expect(found.leaks).toEqual([]);
  });

  test('windows are sandboxed and isolated', async ({ start }) => {
    const { app } = await start();
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as Electron.WebContents & {
        getLastWebPreferences(): Electron.WebPreferences;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
  });

  test('no text of the page is ever run as code', async ({ start }) => {
    const { page } = await start();
    // Asked from a timer: what DevTools evaluates directly is exempt from the policy.
    const refused = await page.evaluate(
      () =>
        new Promise<Record<string, boolean>>((resolve) => {
          setTimeout(() => {
            const outcome: Record<string, boolean> = {};
            const refuses = (name: string, run: () => unknown) => {
              try {
                run();
                outcome[name] = false;
              } catch {
                outcome[name] = true;
              }
            };
            const { eval: evaluate } = globalThis;
            refuses('eval', () => evaluate('1'));
            refuses('new Function', () => new Function('return 1')());
            refuses('innerHTML (trusted types)', () => {
              document.createElement('div').innerHTML = '<b>x</b>';
            });
            const script = document.createElement('script');
            refuses('script text (trusted types)', () => {
              script.textContent = 'window.__ran = true';
              document.head.append(script);
              if (!('__ran' in window)) throw new Error('did not run');
            });
            resolve(outcome);
          });
        }),
    );
    expect(refused).toEqual({
      eval: true,
      'new Function': true,
      'innerHTML (trusted types)': true,
      'script text (trusted types)': true,
    });
  });

  test('no element of the page reaches the network', async ({ start }) => {
    let requests = 0;
    const server = createServer((_request, response) => {
      requests++;
      response.end();
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const canary = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const { page } = await start();
      const outcome = await page.evaluate(async (base) => {
        const make = (tag: string, attributes: Record<string, string>) => {
          const element = document.createElement(tag);
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          document.body.append(element);
          return new Promise<string>((settled) => {
            element.addEventListener('error', () => settled('refused'));
            element.addEventListener('load', () => settled('loaded'));
          });
        };
        const loads = [
          make('img', { src: `${base}/img` }),
          make('link', { rel: 'stylesheet', href: `${base}/style` }),
          make('video', { src: `${base}/video`, preload: 'auto' }),
        ];
        const fetched = await fetch(`${base}/fetch`).then(
          () => 'loaded',
          () => 'refused',
        );
        const beacon = await new Promise<string>((settled) => {
          const socket = new WebSocket(`${base.replace('http', 'ws')}/ws`);
          socket.onerror = () => settled('refused');
          socket.onopen = () => settled('loaded');
        }).catch(() => 'refused');
        return [...(await Promise.all(loads)), fetched, beacon];
      }, canary);
      expect(new Set(outcome)).toEqual(new Set(['refused']));
      expect(requests).toBe(0);
    } finally {
      server.close();
    }
  });

  test('navigation, new windows and permissions are denied', async ({ start }) => {
    const { page, app } = await start();
    const before = page.url();
    const answers = await page.evaluate(async () => {
      const opened = window.open('https://example.org') === null;
      const notifications = await Notification.requestPermission();
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      );
      location.href = 'https://example.org/';
      return { opened, notifications, media };
    });
    expect(answers).toEqual({ opened: true, notifications: 'denied', media: 'denied' });
    expect(page.url()).toBe(before);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    // Asked of the page itself: a locator would wait for the navigation that never comes.
    expect(await page.evaluate(() => document.querySelector('.start-view') !== null)).toBe(true);
  });

  test('the app serves only its own files', async ({ start }) => {
    const { app } = await start();
    const answers = await app.evaluate(async ({ net }) => {
      const status = async (url: string) => (await net.fetch(url).catch(() => ({ status: 0 }))).status;
      return {
        page: await status('app://marginalia/'),
        above: await status('app://marginalia/../../package.json'),
        escaped: await status('app://marginalia/%2e%2e%2f%2e%2e%2fpackage.json'),
        backslash: await status('app://marginalia/..%5c..%5cpackage.json'),
        other: await status('app://elsewhere/'),
      };
    });
    expect(answers.page).toBe(200);
    for (const name of ['above', 'escaped', 'backslash', 'other'] as const)
      expect(answers[name], name).toBe(404);
  });

  test('the policy header is strict', async ({ start }) => {
    const { app } = await start();
    const policy = await app.evaluate(async ({ net }) =>
      (await net.fetch('app://marginalia/')).headers.get('content-security-policy'),
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });

  test('every method refuses arguments that are not its own', async ({ start }) => {
    const { page } = await start();
    const answers = await page.evaluate(async () => {
      const desktop = window.desktop as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
      const methods = Object.keys(desktop).filter((name) => name !== 'on' && name !== 'pathForFile');
      const answerOf = (name: string) =>
        desktop[name]!(
          { __proto__: null, 'not of the contract': 1 },
          'x',
          'x',
          'x',
          'x',
          'x',
          'x',
          'x',
          'x',
        ).then(
          () => [name, 'accepted'],
          () => [name, 'refused'],
        );
      return Promise.all(methods.map(answerOf));
    });
    expect(answers).toEqual(Object.keys(API_METHODS).map((name) => [name, 'refused']));
  });

  test('arguments of the right shape with the wrong content are refused', async ({ start }) => {
    const { page } = await start();
    const outcomes = await page.evaluate(async () => {
      const refused = async (call: Promise<unknown>) =>
        call.then(
          () => 'accepted',
          () => 'refused',
        );
      const desktop = window.desktop as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
      return Promise.all([
        refused(desktop.commit!({ label: 'x', change: { annotations: { a1: [null, { id: 'a1' }] } } })),
        refused(desktop.commit!({ label: 'x', change: { unknownTable: {} } })),
        refused(desktop.commit!('nonsense')),
        refused(desktop.openProject!({ folder: 7 })),
        refused(desktop.saveSettings!({ theme: 'pink' })),
        refused(desktop.setMenu!([{ kind: 'role', role: 'toggleDevTools' }])),
        refused(desktop.startup!('too', 'many')),
      ]);
    });
    expect(outcomes).toEqual(Array(7).fill('refused'));
  });

  test('no method answers a page that is not ours, nor a window that is none of ours', async ({ start }) => {
    const { app } = await start();
    const preload = join(ROOT, 'out/preload/index.cjs');
    const answers = await app.evaluate(async ({ BrowserWindow }, path) => {
      const ask = async (url: string) => {
        const other = new BrowserWindow({
          show: false,
          webPreferences: { preload: path, sandbox: true },
        });
        await other.loadURL(url);
        const answers = await other.webContents.executeJavaScript(
          `Promise.all(Object.entries(window.desktop).filter(([name]) => name !== 'on' && name !== 'pathForFile')
             .map(([, call]) => call().then(() => 'answered', (error) => String(error.message))))`,
        );
        other.destroy();
        return answers as string[];
      };
      return { foreign: await ask('data:text/html,<p>Hello'), unknown: await ask('app://marginalia/') };
    }, preload);
    expect(answers.foreign).toHaveLength(Object.keys(API_METHODS).length);
    for (const answer of answers.foreign) expect(answer).toContain("the call is not from the app's page");
    expect(answers.unknown).toHaveLength(Object.keys(API_METHODS).length);
    for (const answer of answers.unknown) expect(answer).toContain('no such window');
  });

  test('frames and downloads are refused', async ({ start, folder }) => {
    const { app, page } = await start();
    const downloads = join(folder, 'downloads');
    mkdirSync(downloads);
    await app.evaluate(({ app: self }, path) => self.setPath('downloads', path), downloads);
    const violated = await page.evaluate(async () => {
      const told = new Promise<string>((done) =>
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective)),
      );
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'taken.txt';
      link.click();
      const frame = document.createElement('iframe');
      frame.src = 'app://marginalia/';
      document.body.append(frame);
      return told;
    });
    expect(violated).toBe('frame-src');
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    // Chromium begins a file before it asks, and takes it away when it is refused.
    await expect.poll(() => readdirSync(downloads)).toEqual([]);
  });
});
