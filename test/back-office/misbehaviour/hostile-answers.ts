import type { OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';

const BLOCK = Buffer.alloc(64 * 1024, ' ');

/** Blanks, as fast as the other side takes them, up to a number of bytes. */
export function flood(bytes: number): Readable {
  let left = bytes;
  return new Readable({
    read() {
      const size = Math.min(left, BLOCK.length);
      left -= size;
      this.push(size === 0 ? null : BLOCK.subarray(0, size));
    },
  });
}

/** Answers in place of the handler; a caller that goes away is what these answers are for. */
export function takeOver(reply: FastifyReply, headers: OutgoingHttpHeaders, body: Readable): void {
  reply.hijack();
  reply.raw.writeHead(200, headers);
  pipeline(body, reply.raw).catch(() => reply.raw.destroy());
}

/** One blank at a time, for as long as the caller listens. */
export function drip(reply: FastifyReply, everyMilliseconds: number): void {
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => reply.raw.write(' '), everyMilliseconds);
  reply.raw.once('close', () => clearInterval(timer));
}

export function compressZeros(reply: FastifyReply, bytes: number): void {
  const gzip = createGzip({ level: 9 });
  takeOver(reply, { 'content-type': 'application/json', 'content-encoding': 'gzip' }, gzip);
  pipeline(flood(bytes), gzip).catch(() => gzip.destroy());
}

/** Promises more than it sends, then goes. */
export function sendCutBody(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
  reply.raw.write('{"cursor":"', () => reply.raw.socket?.destroy());
}

/** Any bytes in place of an HTTP answer: a status line that is none, two lengths, a body that is too long. */
export function sendRaw(reply: FastifyReply, text: string): void {
  reply.hijack();
  reply.raw.socket?.end(text);
}

/** Members that no description lists, in every object. */
export function addMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(addMembers);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, member]) => [name, addMembers(member)] as const);
  return { ...Object.fromEntries(entries), futureMember: { nested: [1, 'two', null] } };
}

/** Members that the protocol itself needs; with these changed nothing would be shown at all. */
const PROTOCOL = new Set(
  'installationId token serverTime cursor id type at licenceId requestId access provider code endCustomerLink validUntil answerBy severity payload protected signature'.split(
    ' ',
  ),
);

/** Every text that a person may get to see becomes the hostile one. */
export function replaceTexts(value: unknown, text: string, name = ''): unknown {
  if (typeof value === 'string') return PROTOCOL.has(name) ? value : text;
  if (Array.isArray(value)) return value.map((item) => replaceTexts(item, text, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => [member, replaceTexts(inner, text, member)]),
  );
}
