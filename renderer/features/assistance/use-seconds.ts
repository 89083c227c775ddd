import { onBeforeUnmount, ref } from 'vue';

/** The time of day in ms, moved on every second: for countdowns that a person watches. */
export const useSeconds = () => {
  const now = ref(Date.now());
  const timer = setInterval(() => (now.value = Date.now()), 1000);
  onBeforeUnmount(() => clearInterval(timer));
  return now;
};
