/** An extension of RFC 5280 section 4.2, its identifier as hex of the DER content. */
type Extension = { isCritical: boolean; value: Buffer };

/** The facts that Node's `X509Certificate` does not give. */
export type CertificateFacts = { signatureAlgorithm: string; extensions: ReadonlyMap<string, Extension> };

const SEQUENCE = 0x30;
const BOOLEAN = 0x01;
const EXTENSIONS = 0xa3;

type Element = { tag: number; content: Buffer; end: number };

const readElement = (der: Buffer, at: number): Element => {
  const tag = der.readUInt8(at);
  const first = der.readUInt8(at + 1);
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4 || first === 0x80) throw new Error('not a definite DER length');
  const length = lengthBytes === 0 ? first : der.readUIntBE(at + 2, lengthBytes);
  const start = at + 2 + lengthBytes;
  if (start + length > der.length) throw new Error('a DER element runs over its end');
  return { tag, content: der.subarray(start, start + length), end: start + length };
};

export const childrenOf = (der: Buffer): Element[] => {
  const children: Element[] = [];
  for (let at = 0; at < der.length;) {
    const child = readElement(der, at);
    children.push(child);
    at = child.end;
  }
  return children;
};

const extensionOf = (der: Buffer): [string, Extension] => {
  const [id, ...rest] = childrenOf(der);
  const value = rest.at(-1);
  if (id === undefined || value === undefined) throw new Error('an extension without a value');
  const isCritical = rest[0]?.tag === BOOLEAN && rest[0].content[0] !== 0;
  return [id.content.toString('hex'), { isCritical, value: value.content }];
};

/** Reads the outer structure of a certificate (RFC 5280 section 4.1). Throws for anything else. */
export const certificateFacts = (raw: Buffer): CertificateFacts => {
  const [body, algorithm] = childrenOf(readElement(raw, 0).content);
  if (body?.tag !== SEQUENCE || algorithm?.tag !== SEQUENCE) throw new Error('not a certificate');
  const wrapped = childrenOf(body.content).find(({ tag }) => tag === EXTENSIONS);
  const list = wrapped === undefined ? [] : childrenOf(readElement(wrapped.content, 0).content);
  return {
    signatureAlgorithm: readElement(algorithm.content, 0).content.toString('hex'),
    extensions: new Map(list.map(({ content }) => extensionOf(content))),
  };
};
