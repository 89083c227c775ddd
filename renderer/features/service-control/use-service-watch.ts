import { onBeforeUnmount, onMounted } from 'vue';
import { useServiceStore } from '@renderer/stores/service-store';

/** Somebody else's start or stop is to be seen within two seconds. */
const BEAT_MS = 1_000;

/** Keeps the service's state fresh while the component is on a page that is seen; nobody is asked otherwise. */
export const useServiceWatch = () => {
  const store = useServiceStore();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOn = true;

  const look = async () => {
    clearTimeout(timer);
    if (!document.hidden && store.doing === null) await store.read();
    // `hidden` stops the asking, not the beat: the first one after it shows what has happened meanwhile.
    if (isOn) timer = setTimeout(() => void look(), BEAT_MS);
  };

  onMounted(() => void look());
  onBeforeUnmount(() => {
    isOn = false;
    clearTimeout(timer);
  });
};
