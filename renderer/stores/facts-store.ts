import type { Preferences } from '@shared/domain/settings/preferences';
import type { AppFacts } from '@shared/contract/page/page-contract';
import type { Failure } from '@shared/contract/define';
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { answered, useClient } from '@renderer/bridge/client';

/** The facts about program and computer, and the window's own preferences. */
export const useFactsStore = defineStore('facts', () => {
  const client = useClient();
  const facts = shallowRef<AppFacts | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const accept = (next: AppFacts) => {
    facts.value = next;
    failure.value = null;
  };

  const read = async () => {
    const told = facts.value;
    const reply = await answered(client.app.facts());
    if (!reply.ok) failure.value = reply.error;
    // A push that came while the answer was on its way is the later word.
    else if (facts.value === told) accept(reply.value);
  };

  const start = () => {
    const stop = client.app.factsChanged(accept);
    void read();
    return stop;
  };

  const savePreferences = async (preferences: Preferences): Promise<Failure | null> => {
    const reply = await answered(client.app.savePreferences(preferences));
    if (!reply.ok) return reply.error;
    accept(reply.value);
    return null;
  };

  return { facts, failure, start, read, savePreferences };
});
