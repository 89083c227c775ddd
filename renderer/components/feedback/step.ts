/** A line of a StepList. */
export interface Step {
  /** Names the slot `step-KEY`, drawn under the current step. */
  key: string;
  title: string;
  help?: string | undefined;
  state: 'done' | 'current' | 'waiting';
}
