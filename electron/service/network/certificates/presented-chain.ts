/** A certificate chain as a server presented it, with the verdict on it. */
export interface PresentedChain {
  /** PEM texts, the server's own first. */
  certificates: readonly string[];
  isTrusted: boolean;
}
