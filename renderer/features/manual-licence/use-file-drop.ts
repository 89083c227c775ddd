import { onBeforeUnmount, onMounted, ref } from 'vue';

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;

/** Files dropped anywhere in the window while the component that asks is shown; `isOver` while one is held over it. */
export const useFileDrop = (dropped: (files: readonly File[]) => void) => {
  const isOver = ref(false);

  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    isOver.value = true;
  };
  const leave = (event: DragEvent) => {
    // Within the window it leaves one element for another.
    if (event.relatedTarget === null) isOver.value = false;
  };
  const drop = (event: DragEvent) => {
    isOver.value = false;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    dropped(files);
  };

  const listeners = { dragenter: over, dragover: over, dragleave: leave, drop } as const;
  const each = (act: (type: string, listener: EventListener) => void) => {
    for (const [type, listener] of Object.entries(listeners)) act(type, listener as EventListener);
  };
  onMounted(() => each((type, listener) => window.addEventListener(type, listener)));
  onBeforeUnmount(() => each((type, listener) => window.removeEventListener(type, listener)));
  return { isOver };
};
