/** A line of a DefinitionList. */
export interface Fact {
  /** Names the slot `value-KEY` that may draw the value. */
  key: string;
  label: string;
  value?: string | undefined;
  note?: string | undefined;
}
