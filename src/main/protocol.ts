import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

/** The one origin that windows show. */
export const ORIGIN = 'app://marginalia';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * What a page may do: run our own scripts, use our own styles and fonts, and nothing else. Libraries that
 * add a style element get the nonce of the load. No network, no frames, no forms, no eval.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: false,
        corsEnabled: false,
        codeCache: true,
      },
    },
  ]);
}

/** The file under `root` that a URL names, or null when it would leave `root` or is of another origin. */
export function resolvePath(root: string, url: string): string | null {
  const { origin, host, protocol: scheme, pathname } = new URL(url);
  if (scheme !== 'app:' || (host !== 'marginalia' && origin !== ORIGIN)) return null;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(root, path === '/' ? 'index.html' : path));
  return file.startsWith(root + sep) ? file : null;
}

/** Serves the built renderer from `root`. The handler runs in main, so it does nothing but read one file. */
export function serveApp(root: string): void {
  protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? resolvePath(root, request.url) : null;
    const type = file && TYPES[extname(file)];
    if (!file || !type) return new Response('not found', { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    try {
      const bytes = await readFile(file);
      const body = type.startsWith('text/html') ? bytes.toString('utf8').replace('__NONCE__', nonce) : bytes;
      return new Response(body, {
        headers: {
          'content-type': type,
          'content-security-policy': contentSecurityPolicy(nonce),
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
}
