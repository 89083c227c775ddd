import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isOwnPage } from './page-address';

/** Nothing but our own files; Vue makes one Trusted Types policy for its precompiled static content. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  // No dialogs of its own (print, alert, prompt), no windows, no downloads, no navigation of the window around it.
  'sandbox allow-scripts allow-same-origin allow-forms',
  "require-trusted-types-for 'script'",
  'trusted-types vue',
].join('; ');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const headers = (mediaType: string) => ({
  'content-type': mediaType,
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
});

const notFound = () => new Response(null, { status: 404 });

/** Path in the address -> file on disk, for the plain files below a folder; links are left out. */
const listFiles = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && path.extname(entry.name) in MEDIA_TYPES)
      .map((entry): [string, string] => {
        const file = path.join(entry.parentPath, entry.name);
        return [`/${path.relative(folder, file).split(path.sep).join('/')}`, file];
      }),
  );
};

/**
 * Answers requests of the page from a list made once. An address is looked up as it stands and never decoded or joined
 * to a path, so there is nothing to climb out with: whatever is not on the list is a 404 without a body.
 */
export const createPageFiles = (folder: string) => {
  const files = listFiles(folder);
  return async (request: { url: string; method: string }): Promise<Response> => {
    if (!isOwnPage(request.url) || request.method !== 'GET') return notFound();
    const file = (await files).get(new URL(request.url).pathname);
    const mediaType = file && MEDIA_TYPES[path.extname(file)];
    if (file === undefined || mediaType === undefined) return notFound();
    return new Response(new Uint8Array(await readFile(file)), { headers: headers(mediaType) });
  };
};
