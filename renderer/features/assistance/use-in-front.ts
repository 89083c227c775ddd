import { onBeforeUnmount, onMounted, ref } from 'vue';

/** A little longer than the app itself waits, so that no press is refused that the page has taken. */
const SEEN_AFTER_MS = 600;

/** A Tab past the last control takes the focus from the page for some 10 ms, and gives it back: nobody has left. */
const LEFT_AFTER_MS = 100;

/** Whether this window has stood in front of the person for long enough that a press is meant for it. */
export const useInFront = () => {
  const isSeen = ref(false);
  let arrival: ReturnType<typeof setTimeout> | undefined;
  let departure: ReturnType<typeof setTimeout> | undefined;
  const forget = () => {
    clearTimeout(arrival);
    arrival = undefined;
    isSeen.value = false;
  };
  const begin = () => {
    clearTimeout(departure);
    arrival ??= setTimeout(() => (isSeen.value = true), SEEN_AFTER_MS);
  };
  const end = () => {
    departure = setTimeout(forget, LEFT_AFTER_MS);
  };
  onMounted(() => {
    window.addEventListener('focus', begin);
    window.addEventListener('blur', end);
    if (document.hasFocus()) begin();
  });
  onBeforeUnmount(() => {
    clearTimeout(departure);
    forget();
    window.removeEventListener('focus', begin);
    window.removeEventListener('blur', end);
  });
  return isSeen;
};
