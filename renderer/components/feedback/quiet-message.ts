import { readonly, ref } from 'vue';

const message = ref<{ text: string; at: number }>();
let count = 0;

/** Says a success once, quietly (ToastRegion shows it for a few seconds). Errors stay on their page in a Banner instead. */
export const sayQuietly = (text: string) => {
  count += 1;
  message.value = { text, at: count };
};

export const quietMessage = readonly(message);

export const clearQuietMessage = () => {
  message.value = undefined;
};
