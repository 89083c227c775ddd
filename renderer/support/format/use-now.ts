import { onBeforeUnmount, ref } from 'vue';

const BEAT = 15_000;

/** The time of day for ages such as "3 minutes ago", in ms, moved on four times a minute. */
export const useNow = () => {
  const now = ref(Date.now());
  const timer = setInterval(() => (now.value = Date.now()), BEAT);
  onBeforeUnmount(() => clearInterval(timer));
  return now;
};
