/** The value of a JSON body; undefined for what is no UTF-8 or no JSON, which no schema takes. */
export const parseJson = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
};
