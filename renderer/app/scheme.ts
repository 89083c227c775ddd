export type Scheme = 'system' | 'light' | 'dark';

/** Follows the system, or the person's own choice of light or dark. */
export const applyScheme = (scheme: Scheme) => {
  if (scheme === 'system') delete document.documentElement.dataset['scheme'];
  else document.documentElement.dataset['scheme'] = scheme;
};
