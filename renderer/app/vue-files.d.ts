declare module '*.vue' {
  import type { Component } from 'vue';

  const component: Component;
  // eslint-disable-next-line import-x/no-default-export -- A single-file component has no other export.
  export default component;
}
