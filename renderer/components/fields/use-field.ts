import { computed, useId } from 'vue';

/** The properties of every form row. `id` is the control's, for an error summary to lead to; `lockedBy` says in words who decides. */
export interface FieldProps {
  label: string;
  id?: string | undefined;
  help?: string | undefined;
  error?: string | undefined;
  lockedBy?: string | undefined;
}

/** The ids that tie a control to its label, help, error and lock. */
export const useField = (props: Readonly<FieldProps>) => {
  const ownId = useId();
  const id = computed(() => props.id ?? ownId);
  const labelId = computed(() => `${id.value}-label`);
  const helpId = computed(() => `${id.value}-help`);
  const errorId = computed(() => `${id.value}-error`);
  const lockId = computed(() => `${id.value}-lock`);
  const describedBy = computed(() => {
    const ids = [
      props.error === undefined ? [] : errorId.value,
      props.lockedBy === undefined ? [] : lockId.value,
      props.help === undefined ? [] : helpId.value,
    ].flat();
    return ids.length > 0 ? ids.join(' ') : undefined;
  });
  return { id, labelId, helpId, errorId, lockId, describedBy };
};
