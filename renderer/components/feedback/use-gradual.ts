import { computed, onBeforeUnmount, onMounted, ref, watch, type ComputedRef } from 'vue';

/** The rows drawn at once, and how many more with each frame after that. */
const FIRST = 6;
const STEP = 4;

/** A long list of large parts, drawn little by little: the page is there at once, and whole in a second. */
export const useGradual = <T>(items: () => readonly T[]): ComputedRef<readonly T[]> => {
  const shown = ref(FIRST);
  let frame = 0;
  const goOn = () => {
    cancelAnimationFrame(frame);
    if (shown.value >= items().length) return;
    frame = requestAnimationFrame(() => {
      shown.value += STEP;
      goOn();
    });
  };
  onMounted(goOn);
  watch(() => items().length, goOn);
  onBeforeUnmount(() => cancelAnimationFrame(frame));
  return computed(() => items().slice(0, shown.value));
};
