import { onBeforeUnmount, onMounted, ref } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';

const OWN_ESCAPE = '[role=dialog], [role=alertdialog], nav, select';

interface Draft {
  isChanged: () => boolean;
  discard: () => void;
  /** False where it could not be saved. */
  save: () => Promise<boolean>;
}

/** Asks before a draft is lost: on Esc and on the way to another page. */
export const useDiscardQuestion = (draft: Draft) => {
  const isAsking = ref(false);
  let settle: (isDiscarded: boolean) => void = () => undefined;

  const ask = () => {
    settle(false);
    isAsking.value = true;
    return new Promise<boolean>((resolve) => (settle = resolve));
  };
  const answer = (isDiscarded: boolean) => {
    isAsking.value = false;
    if (isDiscarded) draft.discard();
    settle(isDiscarded);
  };

  const saveFirst = async () => {
    isAsking.value = false;
    settle(await draft.save());
  };

  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isAsking.value || !draft.isChanged()) return;
    if (event.target instanceof Element && event.target.closest(OWN_ESCAPE) !== null) return;
    void ask();
  };
  onMounted(() => window.addEventListener('keydown', pressed));
  onBeforeUnmount(() => window.removeEventListener('keydown', pressed));
  onBeforeRouteLeave(() => (draft.isChanged() ? ask() : true));

  return { isAsking, answer, saveFirst };
};
