import { onBeforeUnmount, onMounted, ref } from 'vue';

/** A little longer than the app itself waits, so that no press is refused that the page has taken. */
const SEEN_AFTER_MS = 600;

/** Whether this window has stood in front of the person for long enough that a press is meant for it. */
export const useInFront = () => {
  const isSeen = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (isSeen.value = true), SEEN_AFTER_MS);
  };
  const end = () => {
    clearTimeout(timer);
    isSeen.value = false;
  };
  onMounted(() => {
    window.addEventListener('focus', begin);
    window.addEventListener('blur', end);
    if (document.hasFocus()) begin();
  });
  onBeforeUnmount(() => {
    end();
    window.removeEventListener('focus', begin);
    window.removeEventListener('blur', end);
  });
  return isSeen;
};
