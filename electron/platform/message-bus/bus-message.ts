/** A method call of D-Bus (specification, section "Message Format"); its arguments are strings, `v` = one in a variant. */
export type BusCall = {
  destination: string;
  path: string;
  interfaceName: string;
  member: string;
  arguments: readonly (readonly ['s' | 'v', string])[];
};

const FIELD = { path: 1, interfaceName: 2, member: 3, destination: 6, signature: 8 } as const;
const HEAD_BYTES = 16;
const REPLIES = { 2: 'result', 3: 'error' } as const;
const isReply = (type: number | undefined): type is keyof typeof REPLIES => type === 2 || type === 3;

const padded = (bytes: Buffer, to: number) =>
  Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)]);

const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** Begins at a multiple of 4 bytes. */
const string = (text: string) => Buffer.concat([number(Buffer.byteLength(text)), Buffer.from(`${text}\0`)]);

const signature = (text: string) => Buffer.concat([Buffer.from([text.length]), Buffer.from(`${text}\0`)]);

const field = (code: number, type: 's' | 'o' | 'g', text: string) =>
  Buffer.concat([Buffer.from([code]), signature(type), type === 'g' ? signature(text) : string(text)]);

const bodyOf = (call: BusCall) => {
  let body = Buffer.alloc(0);
  for (const [type, text] of call.arguments) {
    if (type === 'v') body = Buffer.concat([body, signature('s')]);
    body = Buffer.concat([padded(body, 4), string(text)]);
  }
  return body;
};

/** The bytes of a call, little endian. */
export const encodeCall = (call: BusCall, serial: number): Buffer => {
  const body = bodyOf(call);
  const types = call.arguments.map(([type]) => type).join('');
  const fields = [
    field(FIELD.path, 'o', call.path),
    field(FIELD.interfaceName, 's', call.interfaceName),
    field(FIELD.member, 's', call.member),
    field(FIELD.destination, 's', call.destination),
    ...(types === '' ? [] : [field(FIELD.signature, 'g', types)]),
  ];
  // Each begins at a multiple of 8 bytes; what pads the last one is not counted.
  const array = fields.reduce((all, one) => Buffer.concat([padded(all, 8), one]), Buffer.alloc(0));
  const head = [
    Buffer.from('l\u0001\u0000\u0001'),
    number(body.length),
    number(serial),
    number(array.length),
  ];
  return Buffer.concat([padded(Buffer.concat([...head, array]), 8), body]);
};

/** How the whole messages in the bytes answer calls, in their order. */
export const repliesIn = (bytes: Buffer): ('result' | 'error')[] => {
  const replies: ('result' | 'error')[] = [];
  for (let at = 0; bytes.length - at >= HEAD_BYTES;) {
    const read = (offset: number) =>
      bytes[at] === 0x6c ? bytes.readUInt32LE(at + offset) : bytes.readUInt32BE(at + offset);
    const length = Math.ceil((HEAD_BYTES + read(12)) / 8) * 8 + read(4);
    if (at + length > bytes.length) break;
    const type = bytes[at + 1];
    if (isReply(type)) replies.push(REPLIES[type]);
    at += length;
  }
  return replies;
};
